"""Receipts: a desk signs which envelopes it has taken in; only then do others drop their copy."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from datetime import datetime, timedelta

from frontdesk.base.clock import iso
from frontdesk.store.store import Tx
from frontdesk.sync import envelopes, keys, revoking
from frontdesk.sync.envelopes import NAME, Envelope

MAX_NAMES = 5_000
SILENT = timedelta(days=90)  # a desk not heard of for so long is waited for no more


def write(tx: Tx, *, now: datetime) -> tuple[str, bytes] | None:
    """Return name and bytes of a receipt for what this desk took in since its last one."""
    signer = keys.signer(tx.db)
    rows = tx.db.execute(
        "SELECT name FROM envelope WHERE state = 'applied' "
        "AND kind IN ('segment', 'release', 'paper') AND desk_id <> ?1 AND who <> '' "
        "AND NOT EXISTS(SELECT 1 FROM receipt r WHERE r.name = envelope.name AND r.desk_id = ?1) "
        "ORDER BY name LIMIT ?2",
        (signer.desk_id, MAX_NAMES),
    ).fetchall()
    names = [name for (name,) in rows]
    if not names:
        return None
    digest = hashlib.sha256("\n".join(names).encode()).hexdigest()[:16]
    name = f"receipt-{signer.desk_id}-{digest}.zip"
    data = envelopes.pack(
        "receipt", name, {"names": names, "made_at": iso(now)}, None, signer=signer, to={}
    )
    _note(tx, signer.desk_id, names)
    return name, data


def apply(tx: Tx, envelope: Envelope) -> int:
    """Note what a desk says that it has; return how many names."""
    names = envelope.facts.get("names")
    listed = names if isinstance(names, list) else []
    good = [name for name in listed if isinstance(name, str) and NAME.fullmatch(name)][:MAX_NAMES]
    _note(tx, envelope.desk_id, good)
    return len(good)


def settled(db: sqlite3.Connection, *, now: datetime) -> list[str]:
    """Return our copies that everybody they are for has: each site, and each desk that is heard of.

    What we made and no other desk has acknowledged is never settled: this one may be a clone that
    does not know it. A release is settled when a later one is here, for it replaces it.
    """
    rows = db.execute(
        "SELECT name, kind, desk_id, addressed, at, who FROM envelope "
        "WHERE state IN ('applied', 'carried')"
    ).fetchall()
    done: dict[str, set[str]] = {}
    for name, desk_id in db.execute("SELECT name, desk_id FROM receipt"):
        done.setdefault(name, set()).add(desk_id)
    desks = _desks(db, iso(now - SILENT))
    newest = db.execute("SELECT name FROM release ORDER BY number DESC LIMIT 2").fetchall()
    releases = {name for (name,) in newest}
    here = {one for (one,) in db.execute("SELECT id FROM desk WHERE is_here = 1")}
    revoked = set(revoking.sites(db))
    settled = []
    for name, kind, desk_id, addressed, at, who in rows:
        others = (done.get(name, set()) | (here if who else set())) - {desk_id}
        everybody = others and all(
            _has(desks.get(site_id, {}), others | here | {desk_id})
            for site_id in json.loads(addressed)
            if site_id not in revoked
        )
        replaced = kind == "release" and name not in releases
        faded = kind == "receipt" and at < iso(now - SILENT)
        if replaced or faded or (kind in ("segment", "paper") and everybody):
            settled.append(name)
    return settled


def acknowledged(db: sqlite3.Connection) -> list[str]:
    """Return the envelopes that were settled: nobody for whom they are lacks them."""
    return [name for (name,) in db.execute("SELECT name FROM envelope WHERE state = 'settled'")]


def is_back(db: sqlite3.Connection, desk_id: str, *, now: datetime) -> bool:
    """Tell whether a desk is heard of that was waited for no more: it may lack what was dropped."""
    row = db.execute(
        "SELECT 1 FROM certificate WHERE id = ? AND seen_at < ?", (desk_id, iso(now - SILENT))
    ).fetchone()
    return row is not None


def _has(desks: dict[str, bool], done: set[str]) -> bool:
    """Tell whether a site has it: at least one of its desks, and all that are heard of."""
    heard = {desk for desk, is_heard in desks.items() if is_heard}
    return bool(desks.keys() & done) and heard <= done


def _desks(db: sqlite3.Connection, since: str) -> dict[str, dict[str, bool]]:
    found: dict[str, dict[str, bool]] = {}
    rows = db.execute(
        "SELECT site_id, id, seen_at >= ? FROM certificate WHERE noun = 'desk' AND revoked = 0",
        (since,),
    )
    for site_id, desk_id, is_heard in rows:
        found.setdefault(site_id, {})[desk_id] = bool(is_heard)
    return found


def _note(tx: Tx, desk_id: str, names: list[str]) -> None:
    tx.executemany(
        "INSERT OR IGNORE INTO receipt(name, desk_id) VALUES(?,?)",
        [(name, desk_id) for name in names],
    )
