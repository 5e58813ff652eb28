"""Tickets of the other desks of a branch: taken in as rows of ours, so that every list shows them.

A ticket belongs to the desk that holds it. Each time that a desk takes hold a new turn begins, with
the claim (lamport, writer) of that desk; a turn claimed twice goes to the lowest claim, and both
desks are told. Which desk opened the contact closes it, where its desk was not done with it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from frontdesk.base.clock import iso
from frontdesk.core import contacts, stages
from frontdesk.core.queue import tickets, versions
from frontdesk.core.queue.versions import SHARED, Mine, Version
from frontdesk.core.sites import here
from frontdesk.store.events import Body
from frontdesk.store.store import Row, Tx

TABLES = frozenset({"ticket", "errand", "ticket_stage", "ticket_call", "contact", "double_call"})
_CALL = "number, office_id, office_name, at, is_recall, in_a_row"
_CONTACT = "desk, channel, visitor, opened_at, outcome, origin, desk_until"
_ENTRY = "what, ref, label, at"
_LOCAL = ("ticket", "errand", "ticket_stage")


@dataclass(frozen=True, slots=True)
class Told:
    """A ticket as one desk tells the others: its own rows, and those of the contact behind it."""

    version: Version
    part: Body
    contact: Body
    contact_rev: int
    rivals: tuple[str, ...] = ()  # desks that had called it too, and gave it up


@dataclass(frozen=True, slots=True)
class DoubleCall:
    """A ticket that two desks called while the hub was away; `kept` is the desk that has it."""

    contact_id: str
    at: str
    number: str
    office_id: str
    office_name: str
    other: str
    kept: str


def note_changes(tx: Tx) -> int:
    """Give each ticket that changed here its next version; return how many."""
    desk = here(tx.db).desk
    changed = 0
    for contact_id in _candidates(tx.db):
        mine = versions.find(tx.db, contact_id)
        part = _part(tx.db, contact_id)
        contact = _contact(tx.db, contact_id) if mine is None or mine.opened_here else {}
        new = mine is None or _digest(part) != mine.digest
        new_contact = mine is None or bool(contact and _digest(contact) != mine.contact_digest)
        if new:
            _note(tx, versions.following(tx, contact_id, mine, desk), part, mine)
        if new_contact:
            tx.execute(
                "UPDATE shared_ticket SET contact_rev = contact_rev + 1, contact_digest = ?, "
                "pending = 1 WHERE contact_id = ?",
                (_digest(contact), contact_id),
            )
        changed += new or new_contact
    return changed


def claim(tx: Tx, contact_id: str) -> Told:
    """Take hold of a ticket as it stands now; what is returned is for the hub to grant."""
    mine = versions.find(tx.db, contact_id)
    version = versions.taken(tx, contact_id, mine, here(tx.db).desk)
    part = _part(tx.db, contact_id)
    _note(tx, version, part, mine)
    return _told(tx.db, version, part)


def pending(db: sqlite3.Connection) -> list[tuple[Told, bool]]:
    """Return what the hub does not have yet, and whether each was taken without it."""
    rows = db.execute(
        f"SELECT {SHARED}, provisional FROM shared_ticket WHERE pending = 1 ORDER BY lamport"
    ).fetchall()
    return [
        (_told(db, version, _part(db, version.contact_id)), bool(row[6]))
        for row in rows
        for version in [Version(*row[:6])]
    ]


def retell(tx: Tx, known: Sequence[str]) -> None:
    """Tell again what we hold and the hub does not know, for it may have been made anew."""
    marks = ",".join("?" * len(known))
    tx.execute(
        f"UPDATE shared_ticket SET pending = 1, provisional = 1 WHERE gone = 0 AND holder = ? "
        f"AND contact_id NOT IN ({marks})",
        (here(tx.db).desk, *known),
    )


def take(tx: Tx, told: Told, *, now: datetime) -> Body | None:
    """Put what another desk told in the place of our rows, unless ours stands.

    Returns the closing event of a contact that was opened here and ended there, to be united with
    the log; its rows follow from it.
    """
    mine = versions.find(tx.db, told.version.contact_id)
    desk = here(tx.db).desk
    _follow(tx, told)
    stands = mine is not None and versions.stands(mine, told.version)
    if mine and versions.is_double(mine, told.version, desk):
        _note_double(tx, mine, told, stands=stands, now=now)
    if not stands:
        _put(tx, told, mine)
    for rival in set(told.rivals) - {desk}:
        _insert_double(tx, told, _named(tx.db, told), rival, told.version.holder, now=now)
    if mine is None or (not mine.opened_here and told.contact_rev > mine.contact_rev):
        _put_contact(tx, told)
    opened_here = bool(mine and mine.opened_here)
    if told.part.get("gone") and not stands:
        return _end(tx, told, opened_here=opened_here, now=now)
    if opened_here:
        contacts.finish(tx, told.version.contact_id, now=now)
    return None


def drop_former(tx: Tx, before: str) -> None:
    """Let go of what other desks told of former days: the desks that hold it close it."""
    rows = tx.db.execute(
        "SELECT contact_id, opened_here FROM shared_ticket WHERE on_day < ? AND holder <> ?",
        (before, here(tx.db).desk),
    ).fetchall()
    for contact_id, opened_here in rows:
        if not opened_here:
            _forget(tx, contact_id)
    tx.execute("DELETE FROM shared_ticket WHERE on_day < ? AND gone = 1", (before,))
    tx.execute("DELETE FROM double_call WHERE at < ?", (before,))


def given_up(db: sqlite3.Connection) -> list[str]:
    """Return the tickets of double calls that another desk kept and does not know of yet."""
    return [one for (one,) in db.execute("SELECT contact_id FROM double_call WHERE pending = 1")]


def rivals(db: sqlite3.Connection) -> dict[str, set[str]]:
    """Return which other desks are known to have called a ticket that had been called."""
    found: dict[str, set[str]] = {}
    for contact_id, other in db.execute("SELECT contact_id, other FROM double_call"):
        found.setdefault(contact_id, set()).add(other)
    return found


def rival_told(tx: Tx, contact_id: str) -> None:
    """Note that the desk that kept a ticket will hear of us."""
    tx.execute("UPDATE double_call SET pending = 0 WHERE contact_id = ?", (contact_id,))


def doubles(db: sqlite3.Connection, office_id: str = "") -> list[DoubleCall]:
    """Return today's double calls, of one office or all, the latest first."""
    rows = db.execute(
        "SELECT contact_id, at, number, office_id, office_name, other, kept FROM double_call "
        "WHERE ?1 IN ('', office_id) ORDER BY at DESC, contact_id",
        (office_id,),
    )
    return [DoubleCall(*row) for row in rows]


# ---------------------------------------------------------------------- versions


def _candidates(db: sqlite3.Connection) -> list[str]:
    rows = db.execute(
        "SELECT contact_id FROM ticket UNION SELECT contact_id FROM shared_ticket WHERE gone = 0"
    )
    return [one for (one,) in rows]


def _note(tx: Tx, version: Version, part: Body, mine: Mine | None) -> None:
    day = part["ticket"][3] if "ticket" in part else _day(tx, version.contact_id)
    # What was taken without the hub stays so through later changes, until the hub has it.
    provisional = bool(mine and mine.pending and mine.provisional)
    versions.write(
        tx, version, _digest(part), pending=True, provisional=provisional,
        gone=bool(part.get("gone")), opened_here=mine is None or mine.opened_here,
        contact=(mine.contact_rev, mine.contact_digest) if mine else (0, b""), day=day,
    )  # fmt: skip


def _day(tx: Tx, contact_id: str) -> str:
    row = tx.db.execute(
        "SELECT on_day FROM shared_ticket WHERE contact_id = ?", (contact_id,)
    ).fetchone()
    return str(row[0]) if row else ""


def _follow(tx: Tx, told: Told) -> None:
    """Claim, and count arrivals, later than all that was seen."""
    tx.execute(
        "UPDATE writer SET lamport = max(lamport, ?) WHERE current = 1", (told.version.lamport,)
    )
    if "ticket" in told.part:
        tickets.follow_place(tx, told.part["ticket"][0])


# ---------------------------------------------------------------------- rows to words and back


def _told(db: sqlite3.Connection, version: Version, part: Body) -> Told:
    mine = versions.find(db, version.contact_id)
    rev = mine.contact_rev if mine and mine.opened_here else 0
    return Told(version, part, _contact(db, version.contact_id), rev)


def _part(db: sqlite3.Connection, contact_id: str) -> Body:
    """Return a ticket with all its rows; of one that is gone, the event that closed the contact."""
    columns = tickets.COLUMNS.replace("contact_id, ", "")
    row = db.execute(f"SELECT {columns} FROM ticket WHERE contact_id = ?", (contact_id,)).fetchone()
    if row is None:
        event = db.execute(
            "SELECT writer, seq, hex(prev), lamport, at, entity, kind, hex(salt), body, "
            "hex(body_hash), hex(id) FROM event WHERE entity = ? AND kind = 'contact.closed' "
            "ORDER BY n DESC LIMIT 1",
            (contact_id,),
        ).fetchone()
        return {"gone": True, "event": list(event) if event else None}
    return {
        "ticket": list(row),
        "errands": _listed(db, "errand", stages.ERRAND, contact_id, "position"),
        "stages": _listed(db, "ticket_stage", stages.STAGE, contact_id, "position"),
        "calls": _listed(db, "ticket_call", _CALL, contact_id, "n"),
    }


def _contact(db: sqlite3.Connection, contact_id: str) -> Body:
    row = db.execute(f"SELECT {_CONTACT} FROM contact WHERE id = ?", (contact_id,)).fetchone()
    if row is None:
        return {}
    entries = _listed(db, "contact_entry", _ENTRY, contact_id, "position")
    return {"contact": list(row), "entries": entries}


def _listed(
    db: sqlite3.Connection, table: str, columns: str, contact_id: str, order: str
) -> list[list[object]]:
    rows = db.execute(
        f"SELECT {columns} FROM {table} WHERE contact_id = ? ORDER BY {order}", (contact_id,)
    )
    return [list(row) for row in rows]


def _digest(part: Body) -> bytes:
    text = json.dumps(part, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def _put(tx: Tx, told: Told, mine: Mine | None) -> None:
    contact_id, part = told.version.contact_id, told.part
    for table in _LOCAL:
        tx.execute(f"DELETE FROM {table} WHERE contact_id = ?", (contact_id,))
    if "ticket" in part:
        place, *rest = part["ticket"]
        _insert(tx, "ticket", tickets.COLUMNS, [[tickets.free_place(tx.db, place), contact_id,
                                                 *rest]])  # fmt: skip
        _insert_numbered(tx, "errand", stages.ERRAND, contact_id, part["errands"])
        _insert_numbered(tx, "ticket_stage", stages.STAGE, contact_id, part["stages"])
        known = {tuple(row) for row in _listed(tx.db, "ticket_call", _CALL, contact_id, "n")}
        new = [[contact_id, *row] for row in part["calls"] if tuple(row) not in known]
        _insert(tx, "ticket_call", f"contact_id, {_CALL}", new)
    contact = (mine.contact_rev, mine.contact_digest) if mine else (told.contact_rev, b"")
    versions.write(
        tx, told.version, _digest(_part(tx.db, contact_id)), pending=False, provisional=False,
        gone=bool(part.get("gone")), opened_here=bool(mine and mine.opened_here), contact=contact,
        day=part["ticket"][3] if "ticket" in part else _day(tx, contact_id),
    )  # fmt: skip


def _put_contact(tx: Tx, told: Told) -> None:
    """Put the contact of another desk here, open, unless it came closed already."""
    contact_id = told.version.contact_id
    tx.execute(
        "UPDATE shared_ticket SET contact_rev = ? WHERE contact_id = ?",
        (told.contact_rev, contact_id),
    )
    row = tx.db.execute("SELECT closed_at FROM contact WHERE id = ?", (contact_id,)).fetchone()
    if (row and row[0]) or not told.contact or told.part.get("gone"):
        return
    values = [contact_id, *told.contact["contact"]]
    tx.execute(
        f"INSERT OR REPLACE INTO contact(id, {_CONTACT}, closed_at, ticket, priority) "
        "VALUES(?,?,?,?,?,?,?,?,NULL,'','')",
        values,
    )
    tx.execute("DELETE FROM contact_entry WHERE contact_id = ?", (contact_id,))
    _insert_numbered(tx, "contact_entry", _ENTRY, contact_id, told.contact["entries"])


def _insert_numbered(
    tx: Tx, table: str, columns: str, contact_id: str, rows: Sequence[Sequence[object]]
) -> None:
    numbered = [[contact_id, n, *row] for n, row in enumerate(rows)]
    _insert(tx, table, f"contact_id, position, {columns}", numbered)


def _insert(tx: Tx, table: str, columns: str, rows: Sequence[Sequence[object]]) -> None:
    marks = ",".join("?" * (columns.count(",") + 1))
    tx.executemany(f"INSERT INTO {table}({columns}) VALUES({marks})", rows)


def _end(tx: Tx, told: Told, *, opened_here: bool, now: datetime) -> Body | None:
    """End what was shared: of our own contact the closing event is taken in, another's goes."""
    if not opened_here:
        _forget(tx, told.version.contact_id)
        return None
    event = told.part.get("event")
    if not event:
        contacts.finish(tx, told.version.contact_id, now=now)
    return {"event": event} if event else None


def _forget(tx: Tx, contact_id: str) -> None:
    """Drop the rows of another desk's ticket and of its contact, as long as that is open."""
    open_ids = "(SELECT id FROM contact WHERE id = ? AND closed_at IS NULL)"
    tx.execute(f"DELETE FROM contact_entry WHERE contact_id IN {open_ids}", (contact_id,))
    tx.execute(f"DELETE FROM contact WHERE id IN {open_ids}", (contact_id,))
    for table in _LOCAL:
        tx.execute(f"DELETE FROM {table} WHERE contact_id = ?", (contact_id,))
    tx.execute("UPDATE shared_ticket SET gone = 1 WHERE contact_id = ?", (contact_id,))


def _note_double(tx: Tx, mine: Mine, told: Told, *, stands: bool, now: datetime) -> None:
    """Note that another desk called what we hold; who gives the ticket up tells the other desk."""
    other = told.version.holder
    kept = mine.version.holder if stands else other
    _insert_double(tx, told, _named(tx.db, told), other, kept, pending=not stands, now=now)


def _insert_double(
    tx: Tx, told: Told, named: Row, other: str, kept: str, *, pending: bool = False, now: datetime
) -> None:
    tx.execute(
        "INSERT INTO double_call(contact_id, at, number, office_id, office_name, other, kept, "
        "pending) VALUES(?,?,?,?,?,?,?,?) ON CONFLICT(contact_id, other) DO UPDATE SET "
        "kept = excluded.kept, pending = excluded.pending WHERE kept <> excluded.kept",
        (told.version.contact_id, iso(now), *named, other, kept, int(pending)),
    )


def _named(db: sqlite3.Connection, told: Told) -> Row:
    """Return number and office of a ticket, as it is here or as it was told."""
    found: Row | None = db.execute(
        "SELECT number, office_id, office_name FROM ticket WHERE contact_id = ?",
        (told.version.contact_id,),
    ).fetchone()
    ticket = told.part.get("ticket")
    return found or ((ticket[1], ticket[6], ticket[7]) if ticket else ("?", "", ""))
