"""Files of strangers are opened in a process of its own: one that breaks it breaks nothing else.

The process may use little memory and time, prints one JSON value a line, and ends.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import Any

MAX_S = 180
MAX_CPU_S = 120
MAX_BYTES = 240_000_000  # of addresses; where the system keeps such a limit


class Broken(Exception):  # noqa: N818 - what happened to the process, not a mistake of ours
    """The process did not come to its end."""


@contextmanager
def started(entry: str, *words: str) -> Iterator[Iterator[Any]]:
    """Start the program as the process that `entry` names; give what it prints, value by value.

    It ends at the latest with this context. The values raise Broken where it ended by itself.
    """
    program = Path(__file__).resolve().parents[2]
    itself = [] if getattr(sys, "frozen", False) else ["-m", "frontdesk"]
    with subprocess.Popen(  # noqa: S603 - our own program and files that were chosen
        [sys.executable, *itself, entry, *words],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(program)},
    ) as process:  # fmt: skip
        timer = Timer(MAX_S, process.kill)
        timer.start()
        try:
            yield _values(process)
        finally:
            timer.cancel()
            process.kill()


def _values(process: subprocess.Popen[bytes]) -> Iterator[Any]:
    for text in process.stdout or ():
        yield json.loads(text)
    if process.wait():
        raise Broken


def limit() -> None:
    """Let the system end this process before it harms others; Windows knows no such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_S, MAX_CPU_S))
        resource.setrlimit(resource.RLIMIT_AS, (MAX_BYTES, MAX_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def tell(value: object) -> None:
    """Print a value for whoever started this process."""
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()
