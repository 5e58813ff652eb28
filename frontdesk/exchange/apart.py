"""Files of strangers are opened in a process of its own: one that breaks it breaks nothing else.

The process may use little memory and time, prints one JSON value a line, a number for so
many bytes of text that follow, and ends.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import Any

MAX_S = 180


class Broken(Exception):  # noqa: N818 - what happened to the process, not a mistake of ours
    """The process did not come to its end."""


@contextmanager
def started(
    entry: str, *words: str, first: Callable[[], object] | None = None
) -> Iterator[Iterator[Any]]:
    """Start the program as the process that `entry` names; give what it prints, value by value.

    It ends at the latest with this context. The values raise Broken where it ended by itself.
    `first` is done while it starts, and the process touches nothing before that is through.
    """
    program = Path(__file__).resolve().parents[2]
    itself = [] if getattr(sys, "frozen", False) else ["-m", "frontdesk"]
    with subprocess.Popen(  # noqa: S603 - our own program and files that were chosen
        [sys.executable, *itself, entry, *words],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(program)},
    ) as process:  # fmt: skip
        timer = Timer(MAX_S, process.kill)
        timer.start()
        try:
            if first:
                first()
            _let_go(process)
            yield _values(process)
        finally:
            timer.cancel()
            process.kill()


def _let_go(process: subprocess.Popen[bytes]) -> None:
    if process.stdin:
        with suppress(OSError):  # it broke before it began, which the values tell
            process.stdin.write(b"\n")
            process.stdin.close()


def _values(process: subprocess.Popen[bytes]) -> Iterator[Any]:
    said = process.stdout
    while said and (text := said.readline()):
        value = json.loads(text)
        yield said.read(value).decode() if isinstance(value, int) else value
    if process.wait():
        raise Broken
