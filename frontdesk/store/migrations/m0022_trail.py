"""The event log by time: the audit trail reads its newest page, not all that ever happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Order the events by the instant at which they happened."""
    db.execute("CREATE INDEX event_at ON event(at)")
