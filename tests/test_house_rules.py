"""The rules of the house that no linter knows: sizes, leftovers, traces of a machine."""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("frontdesk", "resources", "tests", "installers", ".ci")
BUILT = {"__pycache__"}

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 40
MAX_MEDIAN_LINES = 10

LEFTOVERS = re.compile("TO" + r"DO\b|FIX" + r"ME\b|XX" + r"X\b|# no" + r"qa(?!: [A-Z])")
BARE_IGNORES = re.compile("type: " + r"ignore(?!\[)")
MACHINE_PATHS = re.compile(r"(^|[^.\w])/(work|farm|tmp|root|home)/" + r"\w")
REGISTRIES = re.compile("index" + r"-url|pkg\." + r"dev|python" + r"hosted\.org|/sim" + "ple/")
VAGUE_NAMES = {"utils", "util", "helpers", "common", "manager", "misc"}


def kept_files() -> Iterator[Path]:
    """The files that belong to the repository, from the root and from its folders."""
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.name != ".git")
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and not BUILT.intersection(path.parts):
                yield path


def texts() -> Iterator[tuple[str, str]]:
    """Each kept text file: its name from the root and its contents."""
    for path in kept_files():
        data = path.read_bytes()
        if b"\0" not in data:
            yield str(path.relative_to(ROOT)), data.decode("utf-8", errors="replace")


def python_files() -> dict[str, str]:
    """The Python of the repository: name from the root -> source."""
    return {name: text for name, text in texts() if name.endswith(".py")}


def functions(source: str) -> Iterator[tuple[str, int]]:
    """Each function of a source and how many lines it takes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def lines_matching(pattern: re.Pattern[str], files: dict[str, str]) -> list[str]:
    """Where a pattern occurs, as `file:line: text`."""
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_outgrows_its_reader() -> None:
    """A Python file has at most 400 lines."""
    long = {n: text.count("\n") for n, text in python_files().items()}
    assert {n: lines for n, lines in long.items() if lines > MAX_FILE_LINES} == {}


def test_no_function_outgrows_a_screen() -> None:
    """A function has at most 40 lines."""
    long = [
        f"{name}: {function} has {lines} lines"
        for name, source in python_files().items()
        for function, lines in functions(source)
        if lines > MAX_FUNCTION_LINES
    ]
    assert long == []


def test_most_functions_are_short() -> None:
    """Half of the program's functions stay below ten lines."""
    lines = [
        count
        for name, source in python_files().items()
        if name.startswith("frontdesk")
        for _, count in functions(source)
    ]
    assert statistics.median(lines) < MAX_MEDIAN_LINES


def test_nothing_is_left_for_later() -> None:
    """No note to finish something later, and no check switched off without naming it."""
    assert lines_matching(LEFTOVERS, python_files()) == []
    assert lines_matching(BARE_IGNORES, python_files()) == []


def test_no_trace_of_a_machine() -> None:
    """No file names a folder of somebody's machine or the address of a package registry."""
    files = dict(texts())
    assert lines_matching(MACHINE_PATHS, files) == []
    assert lines_matching(REGISTRIES, files) == []


def test_every_module_says_what_it_is_for() -> None:
    """Each Python file opens with a docstring."""
    silent = [name for name, source in python_files().items() if not _docstring(source)]
    assert silent == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    """A module of the program is named after what it holds."""
    program = [Path(name) for name in python_files() if name.startswith("frontdesk")]
    assert [
        str(path) for path in program if VAGUE_NAMES.intersection(path.with_suffix("").parts)
    ] == []


def _docstring(source: str) -> str | None:
    return ast.get_docstring(ast.parse(source))


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (LEFTOVERS, "x = 1  # TO" + "DO later"),
        (LEFTOVERS, "x = 1  # no" + "qa"),
        (BARE_IGNORES, "x = 1  # type: " + "ignore"),
        (MACHINE_PATHS, "open('/ro" + "ot/x')"),
        (REGISTRIES, "--index" + "-url https://example.org"),
    ],
)
def test_the_patterns_find_what_they_look_for(pattern: re.Pattern[str], line: str) -> None:
    """Each pattern of this file matches an example of what it forbids."""
    assert pattern.search(line)
