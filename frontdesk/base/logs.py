"""The log file of a data folder: what went wrong, never whom it was about."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

MAX_BYTES = 1_000_000
FILES_KEPT = 3


def start(folder: Path) -> Path | None:
    """Log warnings and worse to `folder/logs`; return the file, None where it cannot be made."""
    file = folder / "logs" / "frontdesk.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=MAX_BYTES, backupCount=FILES_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    return file
