"""Desks to test on: real databases, made once and copied."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from frontdesk.base import paths
from frontdesk.core import sites
from frontdesk.store.store import Store

SITE = "Ayuntamiento de Villanueva"
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # a Monday morning


def set_up(folder: Path, name: str = SITE) -> Path:
    """Make a data folder a desk of a Spanish town that speaks English; return the folder."""
    store = Store(folder, create=True)
    with store.write() as tx:
        sites.create(tx, name, country="ES-AN", lang="en", now=NOW)
    store.close()
    return folder


def copied(template: Path, folder: Path) -> Path:
    """Return a new data folder with a copy of a closed template's database."""
    folder.mkdir(parents=True)
    shutil.copyfile(paths.database(template), paths.database(folder))
    return folder
