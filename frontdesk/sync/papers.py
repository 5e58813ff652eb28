"""Papers on their way: each content once, by its hash, sealed to the sites that have the case.

Papers of articles go from head office to all sites. A content is kept only where something that
arrived names it, so nobody fills a disk with what no case holds; until then it waits.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from datetime import datetime

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.core import attachments
from frontdesk.store.store import Tx
from frontdesk.sync import concerned, envelopes, keys
from frontdesk.sync.envelopes import Envelope
from frontdesk.sync.segments import Segment

PREFIX = "paper-"
_HASH_CHARS = 32


def flush(tx: Tx, *, now: datetime) -> list[Segment]:
    """Make an envelope of each content for the sites that are to have it and were sent none."""
    signer, known = keys.signer(tx.db), keys.sites(tx.db)
    sent = _sent(tx.db)
    made = []
    for sha256, sites in _wanted(tx.db, signer.site_id, known).items():
        to = tuple(sorted(sites & known.keys() - sent.get(sha256[:_HASH_CHARS], set())))
        if to and (content := attachments.content(tx.db, sha256)):
            made.append(_pack(sha256, to, content, signer=signer, known=known, now=now))
    return made


def again(tx: Tx, site_id: str, *, now: datetime) -> list[Segment]:
    """Make envelopes of all that a site is to have, for a new or restored desk of it."""
    signer, known = keys.signer(tx.db), keys.sites(tx.db)
    if site_id not in known:
        return []
    under_way = _sent(tx.db, "AND state IN ('applied', 'carried')")
    made = []
    for sha256, sites in _wanted(tx.db, signer.site_id, known).items():
        lies_there = site_id in under_way.get(sha256[:_HASH_CHARS], set())
        content = None if lies_there else attachments.content(tx.db, sha256)
        if content and site_id in sites:
            made.append(_pack(sha256, (site_id,), content, signer=signer, known=known, now=now))
    return made


def apply(tx: Tx, envelope: Envelope, content: bytes) -> bool:
    """Keep a content that something here names; False where nothing does yet.

    Raises UserError where it is not the content of its hash.
    """
    sha256 = str(envelope.facts.get("paper"))
    if hashlib.sha256(content).hexdigest() != sha256 or len(content) > attachments.MAX_BYTES:
        raise UserError("envelope.tampered", name=envelope.name, who=envelope.who)
    named = tx.db.execute(
        "SELECT max(name <> '') FROM attachment WHERE sha256 = ?", (sha256,)
    ).fetchone()[0]
    if named:
        tx.execute(
            "INSERT OR IGNORE INTO attachment_content(sha256, content) VALUES(?,?)",
            (sha256, content),
        )
    return named is not None


def _wanted(
    db: sqlite3.Connection, own: str, known: dict[str, keys.Certificate]
) -> dict[str, set[str]]:
    """Return which sites are to have each content that lies here."""
    head = {site_id for site_id, site in known.items() if site.facts["head"]}
    rows = db.execute(
        "SELECT a.sha256, a.noun, a.entity_id FROM attachment a "
        "JOIN attachment_content c ON c.sha256 = a.sha256 "
        "WHERE a.name <> '' AND a.noun <> ? ORDER BY a.sha256",
        (attachments.DRAFT,),
    ).fetchall()
    wanted: dict[str, set[str]] = {}
    for sha256, noun, entity in rows:
        if noun == "article":
            sites = set(known) if own in head else set()
        else:
            sites = {own} | head | concerned.of(db, entity)
        wanted.setdefault(sha256, set()).update(sites)
    return wanted


def _sent(db: sqlite3.Connection, where: str = "") -> dict[str, set[str]]:
    """Return to which sites each content went or came already, by the start of its hash."""
    found: dict[str, set[str]] = {}
    rows = db.execute(f"SELECT name, addressed FROM envelope WHERE kind = 'paper' {where}")
    for name, addressed in rows:
        part = name[len(PREFIX) : len(PREFIX) + _HASH_CHARS]
        found.setdefault(part, set()).update(json.loads(addressed))
    return found


def _pack(
    sha256: str, to: tuple[str, ...], content: bytes, *, signer: keys.Signer,
    known: dict[str, keys.Certificate], now: datetime,
) -> Segment:  # fmt: skip
    told = f"{iso(now)} {signer.desk_id} {' '.join(to)}"
    rest = hashlib.sha256(told.encode()).hexdigest()[:16]
    name = f"{PREFIX}{sha256[:_HASH_CHARS]}-{rest}.zip"
    data = envelopes.pack(
        "paper", name, {"paper": sha256, "made_at": iso(now)}, content, signer=signer,
        to={site_id: known[site_id] for site_id in to}, compressed=False,
    )  # fmt: skip
    return Segment(name, to, data)
