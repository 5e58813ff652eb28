"""A desk that is there already and becomes head office, or one of a branch, which begins anew."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from frontdesk.base import paths
from frontdesk.base.errors import UserError
from frontdesk.core import sites
from frontdesk.core.roles import require
from frontdesk.store import backup, settings
from frontdesk.store.store import Store, Tx
from frontdesk.sync import identity, joining, keys


def become_head(tx: Tx, *, now: datetime) -> None:
    """Make this site the head office, which can invite branches then. Raises UserError at a branch
    that has joined one: there can be only one.
    """
    require(tx, "site.write")
    here = sites.here(tx.db)
    if settings.get(tx.db, keys.HEAD_KEY) and not here.is_head:
        raise UserError("sync.not_head")
    tx.execute("UPDATE site SET is_head = 1 WHERE id = ?", (here.site_id,))
    tx.append("site.head", here.site_id, {"name": here.name}, now)
    joining.become_head(tx, now=now)


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
