"""A desk that is there already and becomes one of a branch: what it had is kept, it begins anew."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from frontdesk.base import paths
from frontdesk.store import backup
from frontdesk.store.store import Store
from frontdesk.sync import identity, joining


def begin_anew(folder: Path, told: dict[str, Any], *, now: datetime) -> Path | None:
    """Make the folder a desk of the branch that an invitation tells of.

    Returns where its database of before is kept. Raises UserError while another program has that
    open. The new database is whole before it takes the place of the old one.
    """
    stage = folder / backup.FOLDER / "joining"
    for old in stage.glob("*"):
        old.unlink()
    fresh = Store(stage, create=True)
    try:
        with fresh.write() as tx:
            joining.join(tx, told, now=now)
    finally:
        fresh.close()
    file = paths.database(stage)
    kept = backup.replace_with(file, folder, f"{now:%Y%m%dT%H%M%S%f}", lambda _tx: None)
    file.unlink()
    stage.rmdir()
    desk = Store(folder)
    identity.settle(desk)
    desk.close()
    return kept
