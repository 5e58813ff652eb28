"""The window's translations: collect the strings of the code, compile what was translated.

Qt reads compiled catalogues (.qm) only; git keeps the texts (.ts) alone. start.py compiles at
set-up, packaging before it collects files, both through `compile_stale`; after a change of the
window's words a developer runs this file:

    python installers/translations.py update     collect new strings, mark them unfinished
    python installers/translations.py compile    make the .qm files that are missing or old

The folder regions holds what a country says otherwise, and nothing else; it is written by hand.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "resources" / "i18n"


def stale() -> list[Path]:
    """The .ts files whose .qm is missing or older."""
    return [
        ts for ts in sorted(CATALOGUES.rglob("*.ts")) if not _is_fresh(ts.with_suffix(".qm"), ts)
    ]


def _is_fresh(compiled: Path, text: Path) -> bool:
    return compiled.is_file() and compiled.stat().st_mtime >= text.stat().st_mtime


def compile_stale(programs: Path) -> list[Path]:
    """Compile the stale catalogues with the PySide6 of the folder `programs`; return them."""
    todo = stale()
    for text in todo:
        compiled = text.with_suffix(".qm")
        _run(programs, "pyside6-lrelease", "-silent", str(text), "-qm", str(compiled))
    return todo


def update(programs: Path, catalogue: Path) -> None:
    """Bring `catalogue` up to date with the strings of the code; those gone are dropped."""
    sources = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "frontdesk").rglob("*.py"))]
    options = ["-silent", "-no-obsolete", "-locations", "none"]
    _run(programs, "pyside6-lupdate", *options, *sources, "-ts", str(catalogue))


def _run(programs: Path, tool: str, *arguments: str) -> None:
    found = shutil.which(tool, path=str(programs))
    if found is None:
        sys.exit(f"{tool} is not in {programs}: run `python3 start.py` first, it installs PySide6.")
    subprocess.run([found, *arguments], cwd=ROOT, check=True)


def main(wish: str) -> None:
    """Do what the command line asks for, with the tools beside the running Python."""
    programs = Path(sys.executable).parent
    if wish == "update":
        for text in sorted(CATALOGUES.glob("*.ts")):
            update(programs, text)
    elif wish == "compile":
        for text in compile_stale(programs):
            print(f"compiled {text.name}")
    else:
        sys.exit("Say `update` or `compile`.")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
