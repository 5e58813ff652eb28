"""Which column was which field, remembered by the names of a file's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# `shape` is a hash of the column names; `mapping` is JSON, column -> field, '' for one left out.
TABLE = """CREATE TABLE import_shape(
    shape TEXT NOT NULL, kind TEXT NOT NULL, mapping TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY(shape, kind)) STRICT, WITHOUT ROWID"""


def migrate(db: Database) -> None:
    """Nobody wants to say every month anew that "Nombre del trámite" is the title."""
    db.execute(TABLE)
