"""The log file of a data folder: what went wrong and where, never whom it was about.

The message of an exception may hold what somebody typed, so the log tells its class and the places
in the program that it passed, and leaves the message to the window.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

MAX_BYTES = 1_000_000
FILES_KEPT = 3
FOLDER = "logs"
MAX_CAUSES = 10
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Impersonal(logging.Formatter):
    """Writes an exception as its classes and places."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record; what another formatter made of its exception is left."""
        own = logging.makeLogRecord({**record.__dict__, "exc_text": None})
        return super().format(own)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - logging names it
        """Return the chain of an exception, the first cause first, without any message."""
        return "\n".join(line for error in reversed(_chain(ei[1])) for line in _told(error))


def _chain(error: BaseException | None) -> list[BaseException]:
    chain: list[BaseException] = []
    while error is not None and error not in chain and len(chain) < MAX_CAUSES:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def _told(error: BaseException) -> Iterator[str]:
    for place in traceback.extract_tb(error.__traceback__):
        yield f"  {_short(place.filename)}:{place.lineno} {place.name}"
    yield f"{type(error).__module__}.{type(error).__qualname__}"


def _short(filename: str) -> str:
    """Return a place of the program without the folders before it, which may name a person."""
    return "/".join(Path(filename).parts[-3:])


def start(folder: Path) -> Path | None:
    """Log warnings and worse to `folder/logs`; return the file, None where it cannot be made."""
    file = folder / FOLDER / "frontdesk.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=MAX_BYTES, backupCount=FILES_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(Impersonal("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    return file
