"""Steps that name their own papers, what is paid there, and the offices that do it as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# `papers` and `others` (ids of offices) are JSON lists of text.
COLUMNS = (
    "ALTER TABLE step ADD COLUMN papers TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE step ADD COLUMN cost TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE step ADD COLUMN others TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE office ADD COLUMN site TEXT NOT NULL DEFAULT ''",
)


def migrate(db: Database) -> None:
    """Let a step say what it alone asks for, and each branch find its own office for it.

    An office without a site is of every site: that is what all offices were.
    """
    for statement in COLUMNS:
        db.execute(statement)
