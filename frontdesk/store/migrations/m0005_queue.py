"""The queue of today, what it leaves on a contact, bounces, calls, expected visitors, absences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

CONTACT = (
    "ALTER TABLE contact ADD COLUMN desk_until TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE contact ADD COLUMN ticket TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE contact ADD COLUMN priority TEXT NOT NULL DEFAULT ''",
    "UPDATE contact SET desk_until = closed_at WHERE closed_at IS NOT NULL",
    "CREATE INDEX contact_open ON contact(opened_at) WHERE closed_at IS NULL",
    "CREATE INDEX contact_closed ON contact(closed_at) WHERE closed_at IS NOT NULL",
    "CREATE INDEX slip_contact ON slip(contact_id)",
    "CREATE INDEX slip_article ON slip(article_id, issued_at)",
)

# Local rows of the day; `n` is the order of arrival, which no clock can turn round.
TODAY = (
    """CREATE TABLE ticket(
        n INTEGER PRIMARY KEY, contact_id TEXT NOT NULL UNIQUE, number TEXT NOT NULL,
        priority TEXT NOT NULL, on_day TEXT NOT NULL, arrived_at TEXT NOT NULL,
        errand INTEGER NOT NULL, office_id TEXT NOT NULL, office_name TEXT NOT NULL,
        state TEXT NOT NULL, since_at TEXT NOT NULL, clock_set_back INTEGER NOT NULL) STRICT""",
    """CREATE UNIQUE INDEX ticket_number ON ticket(number)
        WHERE state IN ('waiting', 'called', 'serving', 'held')""",
    """CREATE INDEX ticket_office ON ticket(office_id, state)
        WHERE state IN ('waiting', 'called', 'serving', 'held')""",
    """CREATE TABLE errand(
        contact_id TEXT NOT NULL, position INTEGER NOT NULL, slip_id TEXT NOT NULL,
        article_id TEXT NOT NULL, article_title TEXT NOT NULL, office_id TEXT NOT NULL,
        office_name TEXT NOT NULL, story TEXT NOT NULL, ended TEXT NOT NULL,
        strayed INTEGER NOT NULL, PRIMARY KEY(contact_id, position)) STRICT, WITHOUT ROWID""",
    "CREATE UNIQUE INDEX errand_slip ON errand(slip_id) WHERE ended = ''",
    """CREATE TABLE ticket_stage(
        contact_id TEXT NOT NULL, position INTEGER NOT NULL, what TEXT NOT NULL,
        errand INTEGER NOT NULL, office_id TEXT NOT NULL, office_name TEXT NOT NULL,
        from_at TEXT NOT NULL, to_at TEXT NOT NULL, ended TEXT NOT NULL,
        doubtful INTEGER NOT NULL, PRIMARY KEY(contact_id, position)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX ticket_stage_office ON ticket_stage(office_id, what, to_at)",
    """CREATE TABLE ticket_call(
        n INTEGER PRIMARY KEY, contact_id TEXT NOT NULL, number TEXT NOT NULL,
        office_id TEXT NOT NULL, office_name TEXT NOT NULL, at TEXT NOT NULL,
        is_recall INTEGER NOT NULL, in_a_row INTEGER NOT NULL) STRICT""",
    "CREATE INDEX ticket_call_office ON ticket_call(office_id, n)",
)

# Folded from the one closing event of a contact.
VISIT = (
    """CREATE TABLE contact_errand(
        contact_id TEXT NOT NULL, position INTEGER NOT NULL, slip_id TEXT NOT NULL,
        article_id TEXT NOT NULL, article_title TEXT NOT NULL, office_id TEXT NOT NULL,
        office_name TEXT NOT NULL, story TEXT NOT NULL, ended TEXT NOT NULL,
        strayed INTEGER NOT NULL, PRIMARY KEY(contact_id, position)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE contact_stage(
        contact_id TEXT NOT NULL, position INTEGER NOT NULL, what TEXT NOT NULL,
        errand INTEGER NOT NULL, office_id TEXT NOT NULL, office_name TEXT NOT NULL,
        from_at TEXT NOT NULL, to_at TEXT NOT NULL, ended TEXT NOT NULL,
        doubtful INTEGER NOT NULL, PRIMARY KEY(contact_id, position)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX contact_stage_office ON contact_stage(office_id, what, to_at)",
)

EVENTS = (
    """CREATE TABLE bounce(
        id TEXT PRIMARY KEY, desk TEXT NOT NULL, kind TEXT NOT NULL, why TEXT NOT NULL,
        note TEXT NOT NULL, slip_id TEXT NOT NULL, contact_id TEXT NOT NULL,
        article_id TEXT NOT NULL, article_title TEXT NOT NULL, step INTEGER NOT NULL,
        step_text TEXT NOT NULL, office_id TEXT NOT NULL, office_name TEXT NOT NULL,
        to_id TEXT NOT NULL, to_name TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL,
        origin TEXT NOT NULL) STRICT""",
    "CREATE INDEX bounce_at ON bounce(at)",
    "CREATE INDEX bounce_slip ON bounce(slip_id)",
    "CREATE INDEX bounce_article ON bounce(article_id, at)",
    """CREATE TABLE phone_call(
        id TEXT PRIMARY KEY, desk TEXT NOT NULL, outcome TEXT NOT NULL, note TEXT NOT NULL,
        contact_id TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL, origin TEXT NOT NULL
        ) STRICT""",
    "CREATE INDEX phone_call_at ON phone_call(at)",
    """CREATE TABLE expected(
        id TEXT PRIMARY KEY, desk TEXT NOT NULL, visitor TEXT NOT NULL, company TEXT NOT NULL,
        host_id TEXT NOT NULL, host_name TEXT NOT NULL, office_id TEXT NOT NULL,
        expected_at TEXT NOT NULL, note TEXT NOT NULL, state TEXT NOT NULL,
        contact_id TEXT NOT NULL, arrived_at TEXT NOT NULL, told_at TEXT NOT NULL,
        announced_at TEXT NOT NULL, origin TEXT NOT NULL) STRICT""",
    "CREATE INDEX expected_at ON expected(expected_at)",
    """CREATE TABLE absence(
        id TEXT PRIMARY KEY, person_id TEXT NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL,
        reason TEXT NOT NULL, closure_id TEXT NOT NULL) STRICT""",
    "CREATE INDEX absence_person ON absence(person_id, to_on)",
)


def migrate(db: Database) -> None:
    """Let a contact last while its visitor waits for offices, and make what stands around that.

    A contact that has ended was at the desk until its end.
    """
    for statement in (*CONTACT, *TODAY, *VISIT, *EVENTS):
        db.execute(statement)
