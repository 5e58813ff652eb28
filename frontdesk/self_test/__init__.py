"""`frontdesk --self-test`: whether this copy of the program has all it needs, and what it lacks.

Made for the packaged program, in which a library, a plugin or a file may have been left behind, and
for whoever looks after the computer. It needs no screen and touches no desk: all it writes goes
into a temporary folder, but for its own report, because a program without a console prints nothing.
"""

from __future__ import annotations

import contextlib
import os
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from frontdesk import __version__
from frontdesk.base import paths
from frontdesk.base.errors import UserError
from frontdesk.base.sentences import sentence
from frontdesk.self_test import data, libraries

REPORT = "self-test.txt"

# A check gets a folder of its own and says in a few words what it saw; it raises what is wrong.
Check = Callable[[Path], str]


def main(words: Sequence[str]) -> int:
    """Run every check, print a line for each and keep them in a file; return 0 if all hold."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # what no screen cannot do
    lines = [_program()]
    failed = 0
    for name, detail, holds in _results():
        failed += not holds
        lines.append(f"{'ok    ' if holds else 'FAILED'}  {name:<14}{detail}")
        _say(lines[-1])
    lines.append(f"{failed} failed." if failed else "Everything is there and works.")
    _say(lines[-1])
    _keep(lines, Path(words[0]) if words else paths.state_dir() / REPORT)
    return 1 if failed else 0


def _results() -> Iterator[tuple[str, str, bool]]:
    """Yield the name of each check, what it says, and whether it holds."""
    with TemporaryDirectory(prefix="frontdesk-self-test-") as made:
        folder = Path(made)
        for name, check in (libraries.CHECKS | data.CHECKS).items():
            yield name, *_judged(check, folder)
        try:
            from frontdesk.self_test import window
        except ImportError as error:
            yield "window", _reason(error), False
            return
        for name, check in window.CHECKS.items():
            yield name, *_judged(check, folder)


def _judged(check: Check, folder: Path) -> tuple[str, bool]:
    try:
        return check(folder), True
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the report is for
        return _reason(error), False


def _reason(error: Exception) -> str:
    if isinstance(error, UserError):
        return sentence(error, "en")
    return f"{type(error).__name__}: {error}"


def _program() -> str:
    packed = "packaged" if getattr(sys, "frozen", False) else "from source"
    return (
        f"Frontdesk {__version__} ({packed}), Python {platform.python_version()}, "
        f"{platform.system()} {platform.release()} {platform.machine()}"
    )


def _say(line: str) -> None:
    if sys.stdout:  # a program without a console has none
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def _keep(lines: list[str], report: Path) -> None:
    with contextlib.suppress(OSError):  # it was said already, where there is a console
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text("\n".join(lines) + "\n", encoding="utf-8")
