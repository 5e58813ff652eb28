"""What a dry run costs: a workbook of 10,000 rows to a report, against reading it with the library.

`python -m tests.benchmarks.dry_run` runs both in turn, so that a busy machine slows both alike, and
prints the ratios of wall and of processor time: of the command from its start to its end against a
script that only reads the file, and of the judging alone, as the window does it, against the
reading alone. A part of a whole command is its start, which ten rows cost as well; that is printed
too. Two processes work side by side where two cores are free: then the wall time tells more.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from frontdesk.exchange import importing
from frontdesk.store.store import Store
from tests.benchmarks.import_articles import Times, environment_of, spent, spent_by
from tests.helpers.command_line import COMMAND

ROWS, RUNS = 10_000, 9
MOST = 3.0
HEADER = ("Código", "Nombre del trámite", "Respuesta", "Descripción", "Requisitos", "Costo",
          "Moneda", "Plazo", "Responsable", "Palabras clave")  # fmt: skip
WORDS = ("solicitud", "certificado", "obra", "licencia", "pago", "vecino", "padrón", "domicilio",
         "plazo", "oficina", "registro", "documento", "título", "contrato")  # fmt: skip
READ = """
import sys
from python_calamine import CalamineWorkbook
sheet = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0)
assert sum(1 for _ in sheet.iter_rows()) == int(sys.argv[2]) + 1
"""


def said(count: int) -> str:
    """Some words."""
    return " ".join(random.choices(WORDS, k=count))


def made(file: Path, rows: int) -> Path:
    """A workbook of procedures."""
    random.seed(7)
    with Workbook(str(file), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        for row in range(1, rows + 1):
            papers = "\n".join(said(3) for _ in range(3))
            cost = f"{row % 90},50 €"
            cells = (f"T-{row:05d}", f"{said(5)} {row}", said(18), said(60), papers, cost,
                      "EUR", "10 días", said(2), said(4))  # fmt: skip
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell)
    return file


def judged(store: Store, file: Path) -> None:
    """Judge the file in a program that runs already."""
    plan = importing.judge(store, "articles", file)
    assert len(plan.rows) == ROWS


def read(file: Path) -> None:
    """Read the file with the library in a program that runs already."""
    sheet = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0)
    assert sum(1 for _ in sheet.iter_rows()) == ROWS + 1


def one_run(folder: Path, store: Store, many: Path, few: Path) -> Times:
    """Everything once, in turn."""
    environment = environment_of(folder)
    dry = (*COMMAND, "import", "--dry-run", "articles")
    return {
        "library's script": spent((sys.executable, "-c", READ, many, str(ROWS)), environment),
        "command": spent((*dry, many), environment),
        "its start": spent((*dry, few), environment),
        "library": spent_by(partial(read, many)),
        "judging": spent_by(partial(judged, store, many)),
    }


def main() -> int:
    """Print the ratios; return whether the median of judging or of the command is too high."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "desk"
        init = (*COMMAND, "init", "--site", "B")
        spent(init, environment_of(folder))
        many, few = made(Path(place) / "many.xlsx", ROWS), made(Path(place) / "few.xlsx", 10)
        store = Store(folder)
        runs = [one_run(folder, store, many, few) for _ in range(RUNS)]
        store.close()
    medians = [
        report(runs, "command", "library's script"),
        report(runs, "judging", "library"),
        report(runs, "its start", "library's script"),
    ]
    return int(max(medians[:2]) > MOST)


def report(runs: Sequence[Times], ours: str, library: str) -> float:
    """Print how many times the library's time one of ours takes; return the median."""
    walls, cpus = ([run[ours][n] / run[library][n] for run in runs] for n in (0, 1))
    median = statistics.median(walls)
    cpu = statistics.median(cpus)
    print(f"{ours:10} median {median:.2f}, least {min(walls):.2f}; of CPU {cpu:.2f}")
    return median


if __name__ == "__main__":
    raise SystemExit(main())
