"""Contacts: the record of a visit or call that fills itself while the desk serves.

An open contact is local rows; when it ends, one `contact.closed` event tells all of it. Nobody
fills in a form: looking up, routing and filing leave the entries behind. One contact at most is at
the desk; the visitors of others wait in the house, and theirs end with the last office.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from frontdesk.base.clock import iso, parse, zone
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core import stages
from frontdesk.core.sites import here
from frontdesk.store.events import Body, Event
from frontdesk.store.store import Row, Tx

CHANNELS = ("counter", "phone")
OUTCOMES = ("answered", "routed", "complaint", "promise", "unhappy", "not_found")
ENTRIES = (
    "looked_up", "read", "answered", "routed", "complaint", "promise", "not_found", "told",
    "not_helped", "arrived",
)  # fmt: skip
MAX_LABEL_CHARS = 200
MAX_INITIALS = 3
_COLUMNS = (
    "id, desk, channel, visitor, opened_at, closed_at, outcome, origin, desk_until, ticket, "
    "priority"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing done for the visitor: what, the id it is about, its words, when."""

    what: str
    ref: str
    label: str
    at: str


@dataclass(frozen=True, slots=True)
class Contact:
    """One visit or call. `closed_at` is None while it lasts; `outcome` is '' until known.

    `desk_until` is when the desk was done with it, '' until then. `ticket` is the number under
    which its visitor was called and `priority` the legal one, '' where there was none.
    """

    id: str
    desk: str
    channel: str
    visitor: str
    opened_at: str
    closed_at: str | None
    outcome: str
    origin: str
    desk_until: str
    ticket: str
    priority: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """A contact as a list shows it: `asked` is what was read or filed, else the words looked up.

    With `desk_until` and no `closed_at` the visitor waits for an office, or is being served there.
    """

    id: str
    opened_at: str
    closed_at: str | None
    channel: str
    initials: str
    asked: tuple[str, ...]
    outcome: str
    desk_until: str


def current(db: sqlite3.Connection) -> Contact | None:
    """Return the contact that is at this desk; those of other desks are known by their tickets."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM contact WHERE closed_at IS NULL AND desk_until = '' "
        "AND id NOT IN (SELECT contact_id FROM shared_ticket WHERE opened_here = 0) "
        "ORDER BY opened_at DESC LIMIT 1"
    ).fetchone()
    return _with_entries(db, row) if row else None


def begin(
    tx: Tx, *, channel: str = "counter", origin: str = "", now: datetime
) -> Contact:  # fmt: skip
    """Return the contact at this desk, opening one if there is none."""
    contact = current(tx.db)
    if contact:
        return contact
    if channel not in CHANNELS:
        raise UserError("contact.channel", channels=", ".join(CHANNELS))
    return _opened(tx, channel, "", now, origin)


def begin_in_house(tx: Tx, *, visitor: str = "", now: datetime) -> Contact:
    """Open a contact for who goes straight to an office, with a slip of another visit or day."""
    contact = _opened(tx, "counter", visitor, now)
    tx.execute(
        "UPDATE contact SET desk_until = opened_at, outcome = 'routed' WHERE id = ?", (contact.id,)
    )
    return get(tx.db, contact.id)


def note(
    tx: Tx, what: str, *, ref: str = "", label: str = "", outcome: str = "", now: datetime
) -> Contact:
    """Note one thing on the open contact, opening one if need be; return the contact as it is now.

    The same thing noted twice in a row counts once: typing on is not another look-up.
    """
    contact = begin(tx, now=now)
    entry = (what, ref, line(label)[:MAX_LABEL_CHARS])
    last = contact.entries[-1] if contact.entries else None
    if last is None or (last.what, last.ref, last.label) != entry:
        tx.execute(
            "INSERT INTO contact_entry(contact_id, position, what, ref, label, at) "
            "VALUES(?,?,?,?,?,?)",
            (contact.id, len(contact.entries), *entry, iso(now)),
        )
    if outcome:
        tx.execute("UPDATE contact SET outcome = ? WHERE id = ?", (outcome, contact.id))
    return get(tx.db, contact.id)


def name_visitor(tx: Tx, name: str, *, now: datetime) -> Contact:
    """Note who the visitor is, if they care to say."""
    contact = begin(tx, now=now)
    tx.execute(
        "UPDATE contact SET visitor = ? WHERE id = ?", (line(name)[:MAX_LABEL_CHARS], contact.id)
    )
    return get(tx.db, contact.id)


def close(tx: Tx, *, outcome: str = "", now: datetime) -> Contact | None:
    """End the contact at the desk with an outcome (by default the one already noted); None without.

    A contact without outcome ends as answered when an article was read, else as nothing found.
    While its visitor waits for an office only the desk is done with it: it goes on until `finish`.
    """
    contact = current(tx.db)
    if contact is None:
        return None
    outcome = outcome or contact.outcome or _implied(contact)
    if outcome not in OUTCOMES:
        raise UserError("contact.outcome", outcomes=", ".join(OUTCOMES))
    now = max(now, parse(contact.opened_at))
    tx.execute(
        "UPDATE contact SET outcome = ?, desk_until = ? WHERE id = ?",
        (outcome, iso(now), contact.id),
    )
    finish(tx, contact.id, now=now)
    return get(tx.db, contact.id)


def finish(tx: Tx, contact_id: str, *, now: datetime) -> None:
    """End a contact with which the desk is done, once its visitor waits for no office any more."""
    contact = get(tx.db, contact_id)
    if contact.closed_at or not contact.desk_until or stages.is_in_house(tx.db, contact_id):
        return
    record(
        tx, contact.id, channel=contact.channel, visitor=contact.visitor, outcome=contact.outcome,
        entries=contact.entries, opened_at=contact.opened_at, desk_until=contact.desk_until,
        desk=contact.desk, origin=contact.origin, now=max(now, parse(contact.desk_until)),
    )  # fmt: skip


def reopen(tx: Tx, contact_id: str, *, now: datetime) -> None:
    """Note that a contact has not ended after all: its visitor is in the house."""
    fold(tx, tx.append("contact.reopened", contact_id, {}, now))


def record(
    tx: Tx, contact_id: str, *, channel: str, visitor: str, outcome: str,
    entries: tuple[Entry, ...], opened_at: str, desk: str, desk_until: str = "", origin: str = "",
    now: datetime,
) -> Event:  # fmt: skip
    """Write a contact that ended at `now` as its one event, with all its times."""
    body: Body = {
        "desk": desk, "channel": channel, "visitor": visitor, "opened_at": opened_at,
        "closed_at": iso(now), "desk_until": desk_until or iso(now), "outcome": outcome,
        "origin": origin, "entries": [[e.what, e.ref, e.label, e.at] for e in entries],
        **stages.told(tx.db, contact_id),
    }  # fmt: skip
    event = tx.append("contact.closed", contact_id, body, now)
    stages.clear(tx, contact_id)
    fold(tx, event)
    return event


def fold(tx: Tx, event: Event) -> None:
    """Put what an event tells into the contact's rows."""
    if event.kind == "contact.reopened":
        tx.execute("UPDATE contact SET closed_at = NULL WHERE id = ?", (event.entity,))
        stages.clear_folded(tx, event.entity)
    elif event.kind == "contact.closed" and event.body is not None:
        tx.execute("DELETE FROM contact_entry WHERE contact_id = ?", (event.entity,))
        stages.clear_folded(tx, event.entity)
        fold_first(tx, [event])


def fold_first(tx: Tx, events: Sequence[Event]) -> None:
    """Put what events tell into the rows of contacts that have none yet; many at once."""
    closed = {
        event.entity: event.body
        for event in events
        if event.kind == "contact.closed" and event.body is not None
    }
    last = {event.entity: event for event in events}
    tx.executemany(
        f"INSERT OR REPLACE INTO contact({_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?,?,?)",
        [_row(contact_id, body) for contact_id, body in closed.items()],
    )
    stages.fold(tx, closed)
    tx.executemany(
        "INSERT INTO contact_entry(contact_id, position, what, ref, label, at) VALUES(?,?,?,?,?,?)",
        [
            (contact_id, n, *entry)
            for contact_id, body in closed.items()
            for n, entry in enumerate(body["entries"])
        ],
    )
    for event in last.values():
        if event.kind == "contact.reopened":
            fold(tx, event)


def _row(contact_id: str, body: Body) -> Row:
    ticket = body.get("ticket", {})
    return (
        contact_id, body["desk"], body["channel"], body["visitor"], body["opened_at"],
        body["closed_at"], body["outcome"], body["origin"],
        body.get("desk_until", body["closed_at"]), ticket.get("number", ""),
        ticket.get("priority", ""),
    )  # fmt: skip


def get(db: sqlite3.Connection, contact_id: str) -> Contact:
    """Return one contact. Raises UserError when there is none."""
    row = db.execute(f"SELECT {_COLUMNS} FROM contact WHERE id = ?", (contact_id,)).fetchone()
    if row is None:
        raise UserError("contact.unknown", given=contact_id)
    return _with_entries(db, row)


def on_day(db: sqlite3.Connection, day: date, zone_name: str) -> list[Contact]:
    """Return the contacts that began on a day of the office's zone, latest first."""
    start = datetime.combine(day, time(), zone(zone_name))
    end = datetime.combine(day + timedelta(days=1), time(), zone(zone_name))
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM contact WHERE opened_at >= ? AND opened_at < ? "
        "ORDER BY opened_at DESC, id DESC",
        (iso(start), iso(end)),
    ).fetchall()
    return [_with_entries(db, row) for row in rows]


def visits(db: sqlite3.Connection, day: date, zone_name: str) -> list[Visit]:
    """Return the contacts of a day, latest first, without anybody's full name."""
    return [
        Visit(
            contact.id, contact.opened_at, contact.closed_at, contact.channel,
            initials(contact.visitor), _asked(contact.entries), contact.outcome,
            contact.desk_until,
        )
        for contact in on_day(db, day, zone_name)
    ]  # fmt: skip


def initials(name: str) -> str:
    """Return the initials of a name: "M. J. P." of "María José de la Peña"."""
    words = [word for word in name.split() if not word.islower()] or name.split()
    return " ".join(f"{word[0].upper()}." for word in words[:MAX_INITIALS])


def most_read(db: sqlite3.Connection, since: datetime, limit: int) -> list[tuple[str, str, int]]:
    """Return the articles most read since an instant: (article id, title, times), most first."""
    return db.execute(
        "SELECT e.ref, a.title, count(*) AS times "
        "FROM contact_entry e JOIN article a ON a.id = e.ref "
        "WHERE e.what IN ('read', 'answered') AND e.at >= ? AND a.state = 'published' "
        "GROUP BY e.ref ORDER BY times DESC, a.title LIMIT ?",
        (iso(since), limit),
    ).fetchall()


def recently_read(db: sqlite3.Connection, limit: int) -> list[tuple[str, str]]:
    """Return the articles read last at this desk: (article id, title), latest first."""
    return db.execute(
        "SELECT a.id, a.title FROM (SELECT ref, at FROM contact_entry "
        "WHERE what IN ('read', 'answered') ORDER BY at DESC LIMIT 200) e "
        "JOIN article a ON a.id = e.ref WHERE a.state = 'published' "
        "GROUP BY a.id ORDER BY max(e.at) DESC LIMIT ?",
        (limit,),
    ).fetchall()


def _asked(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Return the titles read, else the words looked up, each once in their order."""
    for kinds in (("read", "answered", "routed", "complaint"), ("looked_up", "not_found")):
        labels = [entry.label for entry in entries if entry.what in kinds and entry.label]
        if labels:
            return tuple(dict.fromkeys(labels))
    return ()


def _opened(
    tx: Tx, channel: str, visitor: str, now: datetime, origin: str = ""
) -> Contact:  # fmt: skip
    tx.execute(
        f"INSERT INTO contact({_COLUMNS}) VALUES(?,?,?,?,?,NULL,'',?,'','','')",
        (contact_id := uuid7(), here(tx.db).desk, channel, visitor, iso(now), origin),
    )
    return get(tx.db, contact_id)


def _implied(contact: Contact) -> str:
    read = any(entry.what in ("read", "answered") for entry in contact.entries)
    return "answered" if read else "not_found"


def _with_entries(db: sqlite3.Connection, row: Row) -> Contact:
    entries = db.execute(
        "SELECT what, ref, label, at FROM contact_entry WHERE contact_id = ? ORDER BY position",
        (row[0],),
    )
    return Contact(*(*row, tuple(Entry(*entry) for entry in entries)))
