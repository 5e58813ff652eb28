"""Whether this database is still the only one that writes as this desk.

A small file outside the data folder, in the user's own state folder, remembers who wrote there
last. Where it disagrees or is ahead, the data folder was copied, moved or restored: then the desk
takes a new identity, which costs nothing and keeps two PCs from giving the same folio.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from frontdesk.base import paths
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.core import sites
from frontdesk.core.sites import Here
from frontdesk.store import settings
from frontdesk.store.store import Store, Tx
from frontdesk.sync import keys

HISTORIES = "sync.histories"  # the sites whose desks are to get their history
ANCHORED = "sync.anchored"  # set once an anchor was written for this database, wherever that was


def renew(tx: Tx, *, now: datetime) -> Here:
    """Take a new writer, desk code and, where it has joined, a new desk with a key of its own.

    Who we were may live on elsewhere, unknown to us: so the whole log is given once more.
    """
    here = sites.renew_identity(tx, now=now)
    if settings.get(tx.db, keys.HEAD_KEY):
        tx.execute("UPDATE desk SET id = ? WHERE is_here = 1", (uuid7(),))
        keys.certify_desk(tx, now=now)
        for site_id, site in keys.sites(tx.db).items():
            if site_id == here.site_id or site.facts["head"]:
                promise_history(tx, site_id)
    return here


def promise_history(tx: Tx, site_id: str) -> None:
    """Note that the desks of a site are to get all that concerns them with the next round."""
    wanted = {*json.loads(settings.get(tx.db, HISTORIES, "[]")), site_id}
    settings.put(tx, HISTORIES, json.dumps(sorted(wanted)))


def promised_histories(tx: Tx) -> list[str]:
    """Return the sites that are to get their history now, and take them off the list."""
    wanted: list[str] = json.loads(settings.get(tx.db, HISTORIES, "[]"))
    settings.put(tx, HISTORIES, "[]")
    return wanted


def watch(store: Store, *, now: datetime) -> bool:
    """Take a new identity where this is a copy; return whether it did. For each start.

    Without a place for the anchor nothing is concluded.
    """
    told = _told(store.read())
    if told is None:
        return False
    file = anchor_of(store.folder)
    known = _read(file)
    fits = known is not None and _fits(known, told)
    is_copy = not fits and bool(known or settings.get(store.read(), ANCHORED))
    if fits and known == told:
        return False
    if is_copy and not _write(file.with_name("probe"), {}):
        return False
    if is_copy:  # the anchor comes after the renewal: stopped in between, it is renewed once more
        with store.acting_as(None), store.write() as tx:
            renew(tx, now=now)
    settle(store)
    return is_copy


def settle(store: Store) -> None:
    """Remember this database as the one that writes here: after a start, before events leave."""
    told = _told(store.read())
    if told and _write(anchor_of(store.folder), told) and not settings.get(store.read(), ANCHORED):
        with store.acting_as(None), store.write() as tx:
            settings.put(tx, ANCHORED, "1")


def keep_up(store: Store) -> None:
    """Remember what was written since the start: a copy of before, brought back by hand, is known.

    Where the anchor does not know this database at all, or it cannot be read, nothing is
    concluded: a start does that.
    """
    with suppress(sqlite3.Error, UserError):
        told, known = _told(store.read()), _read(anchor_of(store.folder))
        if told and known and known != told and _fits(known, told):
            _write(anchor_of(store.folder), told)


def anchor_of(folder: Path) -> Path:
    """Return the anchor file of a data folder."""
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:32]
    return paths.state_dir() / "anchors" / f"{name}.json"


def machine_id() -> str:
    """Return what tells this machine from others, '' where the system does not say."""
    if sys.platform == "win32":
        import winreg

        with (
            suppress(OSError),
            winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key,
        ):
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        return ""
    with suppress(OSError):
        return Path("/etc/machine-id").read_text(encoding="ascii").strip()
    return ""


def _told(db: sqlite3.Connection) -> dict[str, Any] | None:
    """Return what the anchor of this database must say; None before it is set up."""
    row = db.execute("SELECT id, seq FROM writer WHERE current = 1").fetchone()
    if row is None:
        return None
    machine = hashlib.sha256(f"frontdesk {machine_id()}".encode()).hexdigest()[:32]
    return {"writer": row[0], "seq": row[1], "machine": machine}


def _fits(known: dict[str, Any], told: dict[str, Any]) -> bool:
    """Tell whether the anchor knows this database, as it is now or as it was before."""
    same = known.get("writer") == told["writer"] and known.get("machine") == told["machine"]
    seq = known.get("seq")
    return same and isinstance(seq, int) and seq <= told["seq"]


def _read(file: Path) -> dict[str, Any] | None:
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return known if isinstance(known, dict) else None


def _write(file: Path, told: dict[str, Any]) -> bool:
    part = file.with_name(f"{file.name}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as stream:
            json.dump(told, stream)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except OSError:
        return False
    return True
