"""What `--self-test` promises: it sees every import, names what fails, and says it in a file."""

from __future__ import annotations

import ast
import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest

from frontdesk import self_test
from frontdesk.self_test import data, libraries, window

ROOT = Path(__file__).resolve().parent.parent


def fail(_folder: Path) -> str:
    """A check that finds something."""
    raise data.Wrong("the shelf is empty")


def written_imports() -> set[str]:
    """The modules that the sources import anywhere, read from their text."""
    names: set[str] = set()
    for file in (ROOT / "frontdesk").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    return names


def test_no_import_escapes_it() -> None:
    """What the self-test reads from compiled code is what stands in the sources, late ones too."""
    seen = {source for module in libraries.modules() for source, _ in libraries.imported(module)}
    assert seen == written_imports()
    assert {"segno", "mammoth", "holidays", "rapidfuzz.distance", "sqlite_utils"} <= seen


def test_this_copy_is_whole(tmp_path: Path) -> None:
    """Here everything holds; the file says the same as the terminal, and no desk is touched."""
    report, desk = tmp_path / "report.txt", tmp_path / "desk"
    done = subprocess.run(
        [sys.executable, "-m", "frontdesk", "--self-test", str(report)],
        env=os.environ | {"FRONTDESK_DATA": str(desk)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = report.read_text(encoding="utf-8").splitlines()
    assert "FAILED" not in done.stdout
    assert done.returncode == 0
    assert said[1:] == done.stdout.splitlines()
    assert not desk.exists()


def test_a_library_left_behind_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A library that only one function needs is missed before anybody calls that function."""
    monkeypatch.setitem(sys.modules, "segno", None)
    with pytest.raises(libraries.Missing, match="segno"):
        libraries.check(tmp_path)


def test_a_binding_that_loses_references_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: object
) -> None:
    """One reference to None less with every call is a fault, long before Python ends of it."""
    counts = itertools.chain([100_000, 100_000 - window.CALLS])
    monkeypatch.setattr(sys, "getrefcount", lambda _: next(counts))
    with pytest.raises(data.Wrong, match="lost 500 references"):
        window.binding(tmp_path)


def test_one_failure_hides_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every check is run; one that fails is told with its reason and makes the exit code 1."""
    monkeypatch.setattr(libraries, "CHECKS", {"shelf": fail})
    monkeypatch.setattr(data, "CHECKS", {"time zones": data.zones})
    monkeypatch.setattr(window, "CHECKS", {})
    assert self_test.main([str(tmp_path / "report.txt")]) == 1
    said = capsys.readouterr().out
    assert "FAILED  shelf         Wrong: the shelf is empty" in said
    assert "ok      time zones" in said
    assert said.endswith("1 failed.\n")


def test_without_a_console_the_file_alone_speaks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A program without a console, as on Windows, has no stdout; its report is written anyway."""
    for checks in (libraries, data, window):
        monkeypatch.setattr(checks, "CHECKS", {})
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setenv("FRONTDESK_STATE", str(tmp_path / "state"))
    assert self_test.main([]) == 0
    report = tmp_path / "state" / self_test.REPORT
    assert report.read_text(encoding="utf-8").endswith("Everything is there and works.\n")
