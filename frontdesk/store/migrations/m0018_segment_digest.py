"""What a segment holds, whatever it is called: the same events are not taken apart twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Note the hash of the events of each segment; of those that came before it is not known.

    Events without a body are few; without an index they would be looked for among all.
    """
    db.execute("ALTER TABLE envelope ADD COLUMN digest TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE INDEX event_hollow ON event(id) WHERE body IS NULL")
    db.execute("CREATE INDEX envelope_digest ON envelope(digest) WHERE digest <> ''")
