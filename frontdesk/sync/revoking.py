"""Revoking a site: head office says that it is believed no longer, and every release says it again.

What the site sent before it was revoked is kept, for it happened. What comes afterwards is refused
with a sentence, at head office at once and elsewhere from the next release on.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core.roles import require
from frontdesk.store import settings
from frontdesk.store.store import Tx
from frontdesk.sync import keys
from frontdesk.sync.envelopes import Envelope

REVOKED_HERE = "sync.revoked"  # set at a site that learns that it is revoked itself


def revoke(tx: Tx, site: str, *, now: datetime) -> str:
    """Believe a branch no longer, given by name, code or id; return its name.

    Raises UserError away from head office, for head office itself and for a site not known.
    """
    require(tx, "site.write")
    signer = keys.signer(tx.db)
    if not signer.site.facts["head"]:
        raise UserError("sync.not_head")
    rows = tx.db.execute(
        "SELECT id, name FROM site WHERE is_head = 0 AND (id = ?1 OR code = upper(?1) "
        "OR name = ?1) ORDER BY name",
        (line(site),),
    ).fetchall()
    if len(rows) != 1:
        raise UserError("sync.unknown_site", given=line(site)[:60])
    site_id, name = rows[0]
    tx.execute("UPDATE certificate SET revoked = 1 WHERE site_id = ? OR id = ?", (site_id, site_id))
    tx.execute("DELETE FROM secret_key WHERE name = ?", (f"site:{site_id}",))
    tx.append("site.revoked", site_id, {"name": name}, now)
    return str(name)


def sites(db: sqlite3.Connection) -> list[str]:
    """Return the ids of the sites that are believed no longer."""
    rows = db.execute("SELECT id FROM certificate WHERE noun = 'site' AND revoked = 1 ORDER BY id")
    return [one for (one,) in rows]


def learn(tx: Tx, envelope: Envelope) -> None:
    """Note what a release says of this site itself, which it is no longer sealed to."""
    told = envelope.facts.get("revoked")
    listed = told if isinstance(told, list) else []
    if envelope.certificates[0].facts["head"] and keys.signer(tx.db).site_id in listed:
        settings.put(tx, REVOKED_HERE, envelope.name)


def check(db: sqlite3.Connection) -> None:
    """Raise UserError at a site that head office believes no longer."""
    if settings.get(db, REVOKED_HERE):
        raise UserError("sync.revoked")
