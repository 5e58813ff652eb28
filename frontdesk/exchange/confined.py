"""What a process apart does for itself: it limits what it may use, and tells what it found.

Nothing is imported here that is not needed: such a process starts for each file.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import chain

MAX_CPU_S = 120
MAX_BYTES = 240_000_000  # of addresses; where the system keeps such a limit
CELL = "\x1f"  # parts the cells of a chunk; no cell has it


def limit() -> None:
    """Let the system end this process before it harms others; Windows knows no such limits."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_S, MAX_CPU_S))
        resource.setrlimit(resource.RLIMIT_AS, (MAX_BYTES, MAX_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass


def wait() -> None:
    """Wait until the file that is to be opened has been checked."""
    sys.stdin.buffer.readline()


def tell(value: object) -> None:
    """Print a value for whoever started this process."""
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()


def tell_rows(rows: Sequence[Sequence[str]]) -> None:
    """Print a chunk of rows of one width as its length and one text: as JSON it would cost as much
    as reading the file.
    """
    text = CELL.join(chain.from_iterable(rows))
    if text.count(CELL) != sum(map(len, rows)) - 1:
        text = CELL.join(cell.replace(CELL, " ") for cell in chain.from_iterable(rows))
    data = text.encode()
    sys.stdout.buffer.write(b"%d\n%s" % (len(data), data))
    sys.stdout.buffer.flush()


def rows_of(text: str, width: int) -> list[list[str]]:
    """Return the rows of a chunk that `tell_rows` printed."""
    cells = text.split(CELL)
    return [cells[at : at + width] for at in range(0, len(cells), width)]
