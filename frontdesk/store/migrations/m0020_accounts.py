"""Who may sign in at a desk, and how often somebody failed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# Initials are not unique here: head office's people and a branch's own may share them, and the PIN
# tells them apart. `sign_in_try` never leaves the desk.
TABLES = (
    """CREATE TABLE account(
        person_id TEXT PRIMARY KEY, initials TEXT NOT NULL, secret TEXT NOT NULL,
        set_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE sign_in_try(
        name TEXT PRIMARY KEY, failed INTEGER NOT NULL, until TEXT NOT NULL) STRICT""",
)


def migrate(db: Database) -> None:
    """Keep PINs as hashes beside the people, and wrong tries, so that a restart forgets none."""
    for statement in TABLES:
        db.execute(statement)
