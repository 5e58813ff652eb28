"""Tickets that the desks of a branch share: which version this desk has of each; double calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# (turn, lamport, writer, rev) is the version of a ticket, `holder` the desk that holds it.
# `pending` is 1 until the hub has it; `provisional` 1 where it was taken without the hub.
# A double call is `pending` until the desk that gave the ticket up has told the other one.
TABLES = (
    """CREATE TABLE shared_ticket(
        contact_id TEXT PRIMARY KEY, turn INTEGER NOT NULL, lamport INTEGER NOT NULL,
        writer TEXT NOT NULL, holder TEXT NOT NULL, rev INTEGER NOT NULL, digest BLOB NOT NULL,
        pending INTEGER NOT NULL, provisional INTEGER NOT NULL, gone INTEGER NOT NULL,
        opened_here INTEGER NOT NULL, contact_rev INTEGER NOT NULL, contact_digest BLOB NOT NULL,
        on_day TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE double_call(
        contact_id TEXT NOT NULL, at TEXT NOT NULL, number TEXT NOT NULL, office_id TEXT NOT NULL,
        office_name TEXT NOT NULL, other TEXT NOT NULL, kept TEXT NOT NULL,
        pending INTEGER NOT NULL,
        PRIMARY KEY(contact_id, other)) STRICT, WITHOUT ROWID""",
)


def migrate(db: Database) -> None:
    """Note what is shared, so that only what changed is told and nothing is called twice."""
    for statement in TABLES:
        db.execute(statement)
