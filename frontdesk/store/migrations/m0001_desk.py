"""The first desk: who we are, the event log, knowledge, the house and what happens at desks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

IDENTITY = (
    "CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE site(
        id TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, is_head INTEGER NOT NULL,
        country TEXT NOT NULL, region TEXT NOT NULL, lang TEXT NOT NULL, zone TEXT NOT NULL,
        rules TEXT NOT NULL DEFAULT '') STRICT""",
    """CREATE TABLE desk(
        id TEXT PRIMARY KEY, site_id TEXT NOT NULL REFERENCES site(id), code TEXT NOT NULL,
        is_here INTEGER NOT NULL) STRICT""",
    "CREATE UNIQUE INDEX desk_here ON desk(is_here) WHERE is_here = 1",
)

EVENTS = (
    """CREATE TABLE writer(
        id TEXT PRIMARY KEY, seq INTEGER NOT NULL, head BLOB NOT NULL, lamport INTEGER NOT NULL,
        current INTEGER NOT NULL) STRICT""",
    "CREATE UNIQUE INDEX writer_current ON writer(current) WHERE current = 1",
    """CREATE TABLE event(
        n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, writer TEXT NOT NULL, seq INTEGER NOT NULL,
        prev BLOB NOT NULL, lamport INTEGER NOT NULL, at TEXT NOT NULL, entity TEXT NOT NULL,
        kind TEXT NOT NULL, salt BLOB NOT NULL, body TEXT, body_hash BLOB NOT NULL) STRICT""",
    "CREATE INDEX event_entity ON event(entity)",
    "CREATE TABLE series(name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT",
    "CREATE TABLE draft(key TEXT PRIMARY KEY, body TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT",
)

KNOWLEDGE = (
    """CREATE TABLE article(
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, code TEXT NOT NULL, kind TEXT NOT NULL,
        lang TEXT NOT NULL, title TEXT NOT NULL, say TEXT NOT NULL, body TEXT NOT NULL,
        who TEXT NOT NULL, cost TEXT NOT NULL, currency TEXT NOT NULL, cost_note TEXT NOT NULL,
        term TEXT NOT NULL, legal_basis TEXT NOT NULL, keywords TEXT NOT NULL,
        authority TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
        owner TEXT NOT NULL, review_on TEXT NOT NULL, state TEXT NOT NULL, source TEXT NOT NULL,
        licence TEXT NOT NULL, changed_at TEXT NOT NULL, digest BLOB NOT NULL) STRICT""",
    "CREATE INDEX article_code ON article(code) WHERE code <> ''",
    "CREATE INDEX article_news ON article(valid_from) WHERE kind = 'news'",
    """CREATE TABLE requirement(
        article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY(article_id, position)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE step(
        article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, office_id TEXT NOT NULL, text TEXT NOT NULL,
        minutes INTEGER, PRIMARY KEY(article_id, position)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE article_version(
        article_id TEXT NOT NULL, until_at TEXT NOT NULL, content TEXT NOT NULL,
        PRIMARY KEY(article_id, until_at)) STRICT""",
)

HOUSE = (
    """CREATE TABLE office(
        id TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, external INTEGER NOT NULL,
        floor TEXT NOT NULL, room TEXT NOT NULL, directions TEXT NOT NULL, phone TEXT NOT NULL,
        hours TEXT NOT NULL, last_admission_min INTEGER NOT NULL, keywords TEXT NOT NULL,
        retired INTEGER NOT NULL, changed_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX office_code ON office(code)",
    """CREATE TABLE closure(
        id TEXT PRIMARY KEY, office_id TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL,
        hours TEXT NOT NULL, reason TEXT NOT NULL) STRICT""",
    "CREATE INDEX closure_office ON closure(office_id, to_on)",
    """CREATE TABLE service(
        article_id TEXT NOT NULL, office_id TEXT NOT NULL,
        PRIMARY KEY(article_id, office_id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX service_office ON service(office_id)",
    """CREATE TABLE person(
        id TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
        office_id TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL, role TEXT NOT NULL,
        keywords TEXT NOT NULL, active INTEGER NOT NULL, changed_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX person_code ON person(code)",
)

COUNTER = (
    """CREATE TABLE contact(
        id TEXT PRIMARY KEY, desk TEXT NOT NULL, channel TEXT NOT NULL, visitor TEXT NOT NULL,
        opened_at TEXT NOT NULL, closed_at TEXT, outcome TEXT NOT NULL, origin TEXT NOT NULL
        ) STRICT""",
    "CREATE INDEX contact_opened ON contact(opened_at)",
    """CREATE TABLE contact_entry(
        contact_id TEXT NOT NULL, position INTEGER NOT NULL, what TEXT NOT NULL, ref TEXT NOT NULL,
        label TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY(contact_id, position)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE slip(
        id TEXT PRIMARY KEY, number TEXT NOT NULL, desk TEXT NOT NULL, contact_id TEXT NOT NULL,
        article_id TEXT NOT NULL, article_title TEXT NOT NULL, office_id TEXT NOT NULL,
        office_name TEXT NOT NULL, for_at TEXT NOT NULL, reason TEXT NOT NULL,
        papers TEXT NOT NULL, missing TEXT NOT NULL, issued_at TEXT NOT NULL,
        state TEXT NOT NULL, origin TEXT NOT NULL) STRICT""",
    "CREATE INDEX slip_issued ON slip(issued_at)",
    """CREATE TABLE complaint(
        id TEXT PRIMARY KEY, folio TEXT NOT NULL, series TEXT NOT NULL, number INTEGER NOT NULL,
        desk TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, name TEXT NOT NULL,
        phone TEXT NOT NULL, email TEXT NOT NULL, office_id TEXT NOT NULL,
        office_name TEXT NOT NULL, article_id TEXT NOT NULL, contact_id TEXT NOT NULL,
        received_at TEXT NOT NULL, filed_at TEXT NOT NULL, due_on TEXT NOT NULL,
        pack TEXT NOT NULL, state TEXT NOT NULL, answer TEXT NOT NULL, settled_at TEXT NOT NULL,
        origin TEXT NOT NULL) STRICT""",
    "CREATE INDEX complaint_folio ON complaint(folio)",
    "CREATE INDEX complaint_series ON complaint(series, number)",
    "CREATE INDEX complaint_due ON complaint(due_on) WHERE state NOT IN ('closed', 'annulled')",
    """CREATE TABLE promise(
        id TEXT PRIMARY KEY, desk TEXT NOT NULL, to_whom TEXT NOT NULL, what TEXT NOT NULL,
        due_at TEXT NOT NULL, made_at TEXT NOT NULL, state TEXT NOT NULL, settled_at TEXT NOT NULL,
        reason TEXT NOT NULL, contact_id TEXT NOT NULL, origin TEXT NOT NULL) STRICT""",
    "CREATE INDEX promise_due ON promise(due_at) WHERE state = 'open'",
    """CREATE TABLE gap(
        id TEXT PRIMARY KEY, desk TEXT NOT NULL, kind TEXT NOT NULL, query TEXT NOT NULL,
        text TEXT NOT NULL, at TEXT NOT NULL, article_id TEXT NOT NULL, contact_id TEXT NOT NULL,
        state TEXT NOT NULL, origin TEXT NOT NULL) STRICT""",
    "CREATE INDEX gap_at ON gap(at)",
)


def migrate(db: Database) -> None:
    """Create all tables, strict, so that a wrong type is refused where it is written."""
    for statement in (*IDENTITY, *EVENTS, *KNOWLEDGE, *HOUSE, *COUNTER):
        db.execute(statement)
