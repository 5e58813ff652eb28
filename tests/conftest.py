"""What holds for every test: no window of the tester is touched, no log line passes unseen."""

from __future__ import annotations

import atexit
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from frontdesk.store.store import Store
from tests.helpers import desks

# start.py chooses a virtual screen where there is one; a bare `pytest` needs no screen at all.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The language and the data folder of whoever runs the tests must not decide how they end.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("FRONTDESK_DATA", None)
os.environ["FRONTDESK_STATE"] = tempfile.mkdtemp(prefix="frontdesk-state-")
atexit.register(shutil.rmtree, os.environ["FRONTDESK_STATE"], ignore_errors=True)

# A slow machine is no failure: tests never look at the wall clock, so neither does hypothesis.
# The same examples on every machine: a check that fails can be repeated. To look for new ones:
# `pytest --hypothesis-profile explore`.
settings.register_profile("frontdesk", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile("frontdesk")


class LoggedWarnings(logging.Handler):
    """The log lines of one test from WARNING upwards, and the patterns it expects among them."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.lines: list[str] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def expect(self, pattern: str) -> None:
        """Let lines that match `pattern` pass; at least one must come."""
        self.expected.append(pattern)

    def surprises(self) -> list[str]:
        """The lines nobody expected and the patterns that no line matched."""
        lines = [x for x in self.lines if not any(re.search(p, x) for p in self.expected)]
        missing = [p for p in self.expected if not any(re.search(p, x) for x in self.lines)]
        return [*lines, *(f"expected, but never logged: {pattern}" for pattern in missing)]


@pytest.fixture(autouse=True)
def logged_warnings() -> Iterator[LoggedWarnings]:
    """Fail a test that logs a warning which it did not announce with `expect_log`."""
    handler = LoggedWarnings()
    root = logging.getLogger()
    before = list(root.handlers)
    root.addHandler(handler)
    yield handler
    for other in [h for h in root.handlers if h not in before]:
        root.removeHandler(other)
        other.close()
    if surprises := handler.surprises():
        pytest.fail("Unexpected in the log:\n" + "\n".join(surprises), pytrace=False)


@pytest.fixture
def expect_log(logged_warnings: LoggedWarnings) -> Callable[[str], None]:
    """Return the function that announces a warning: `expect_log("WARNING .* disk is full")`."""
    return logged_warnings.expect


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that is set up and empty; a test takes a copy, which costs next to nothing."""
    return desks.set_up(tmp_path_factory.mktemp("template"))


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    """The data folder of a desk that is set up."""
    return desks.copied(template, tmp_path / "data")


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """The database of a desk that is set up."""
    opened = Store(folder)
    yield opened
    opened.close()
