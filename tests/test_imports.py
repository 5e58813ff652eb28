"""What a start loads: imports are most of the time between a click and a usable desk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

QT = {"PySide6", "shiboken6"}
HEAVY = {"sqlite_utils", "holidays", "numpy", "hypothesis", "pytest", "dateutil", "tabulate", "pip"}
PARSER = {"click"}
OTHER_PARTS = {
    f"frontdesk.core.{name}" for name in ("complaints", "copies", "opening.closing", "rules")
}

LOADED = """
import contextlib, io, sys
with contextlib.redirect_stdout(io.StringIO()):
    from frontdesk.__main__ import main
    try:
        sys.argv[1:] and main(sys.argv[1:])
    except SystemExit as end:
        if end.code:
            raise
print(*sys.modules)
"""


def loaded(*command: str, folder: Path) -> set[str]:
    """The modules in memory after a command of the command line, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *command],
        env=os.environ | {"FRONTDESK_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_the_entry_loads_nothing_but_python(tmp_path: Path) -> None:
    """Importing the entry loads neither Qt nor a parser nor anything heavy: it only decides."""
    names = loaded(folder=tmp_path)
    assert "frontdesk" in names
    assert names & (QT | HEAVY | PARSER) == set()


@pytest.mark.parametrize(
    "command",
    [
        ["--help"],
        ["search", "passport"],
        ["complaints"],
        ["check"],
        ["complaint", "file", "--help"],
    ],
)
def test_the_command_line_never_loads_qt(command: list[str], tmp_path: Path) -> None:
    """A command runs without Qt, on a machine that has no screen."""
    loaded("init", "--site", "HQ", folder=tmp_path)
    assert loaded(*command, folder=tmp_path) & QT == set()


def test_a_search_loads_nothing_heavy(tmp_path: Path) -> None:
    """Opening a database that is up to date loads neither sqlite-utils nor the holidays."""
    loaded("init", "--site", "HQ", folder=tmp_path)
    assert loaded("search", "passport", folder=tmp_path) & HEAVY == set()


def test_a_dry_run_of_articles_loads_no_other_part_of_the_program(tmp_path: Path) -> None:
    """What a report of a list takes is the list: no copies, closings, complaints or rules."""
    loaded("init", "--site", "HQ", folder=tmp_path)
    file = tmp_path / "list.csv"
    file.write_text("title,code,requirements\nPassport,P-1,Photo\n", encoding="utf-8")
    names = loaded("import", "articles", str(file), "--dry-run", folder=tmp_path)
    assert names & (HEAVY | OTHER_PARTS) == set()
