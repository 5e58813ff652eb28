"""What a dry run costs: a workbook of 10,000 rows to a report, against reading it with the library.

`python -m tests.benchmarks.dry_run` runs both in turn, so that a busy machine slows both alike, and
prints the ratios: of the command from its start to its end against a script that only reads the
file, and of the judging alone, as the window does it, against the reading alone. The fourth part
of a whole command is its start, which ten rows cost as well; that is printed too.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from frontdesk.exchange import importing
from frontdesk.store.store import Store
from tests.helpers.command_line import COMMAND, ROOT

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


def seconds(words: Sequence[str | Path], environment: dict[str, str]) -> float:
    """How long a command takes."""
    start = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True, cwd=ROOT, env=environment)
    return time.perf_counter() - start


def judged(store: Store, file: Path) -> float:
    """How long judging takes in a program that runs already."""
    start = time.perf_counter()
    plan = importing.judge(store, "articles", file)
    assert len(plan.rows) == ROWS
    return time.perf_counter() - start


def read(file: Path) -> float:
    """How long the library takes in a program that runs already."""
    start = time.perf_counter()
    sheet = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0)
    assert sum(1 for _ in sheet.iter_rows()) == ROWS + 1
    return time.perf_counter() - start


def main() -> int:
    """Print the ratios; return whether the median of judging is too high."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        environment = os.environ | {"FRONTDESK_DATA": str(folder / "desk")}
        subprocess.run((*COMMAND, "init", "--site", "B"), check=True, capture_output=True,
                       cwd=ROOT, env=environment)  # fmt: skip
        many, few = made(folder / "many.xlsx", ROWS), made(folder / "few.xlsx", 10)
        dry = (*COMMAND, "import", "--dry-run", "articles")
        store = Store(folder / "desk")
        runs = [
            (seconds((sys.executable, "-c", READ, many, str(ROWS)), environment),
             seconds((*dry, many), environment), seconds((*dry, few), environment),
             read(many), judged(store, many))
            for _ in range(RUNS)
        ]  # fmt: skip
        store.close()
    commands = [ours / library for library, ours, *_ in runs]
    starts = [start / library for library, _, start, *_ in runs]
    inside = [ours / library for *_, library, ours in runs]
    for name, ratios in (("command", commands), ("its start", starts), ("judging", inside)):
        print(f"{name:10} median {statistics.median(ratios):.2f}, least {min(ratios):.2f}")
    return int(statistics.median(inside) > MOST)


if __name__ == "__main__":
    raise SystemExit(main())
