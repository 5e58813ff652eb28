"""The order of arrival is a series of its own, so that no place in it is given twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Go on from the last arrival. Who was marked as gone by mistake comes back to their place,
    which the next one to arrive must not have taken meanwhile.
    """
    db.execute(
        "INSERT OR REPLACE INTO series(name, last) "
        "SELECT 'arrival', coalesce(max(n), 0) FROM ticket"
    )
