"""What became of gaps: an article, a synonym, a word on an article that was there, or a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# `words` is a JSON list of the searches that it answers, folded; `before` counts them until then.
CLOSING = """CREATE TABLE gap_closing(
    id TEXT PRIMARY KEY, how TEXT NOT NULL, words TEXT NOT NULL, text TEXT NOT NULL,
    article_id TEXT NOT NULL, before INTEGER NOT NULL, desk TEXT NOT NULL, at TEXT NOT NULL,
    state TEXT NOT NULL) STRICT"""


def migrate(db: Database) -> None:
    """Note what was done about a gap, so that what is asked afterwards shows whether it helped."""
    db.execute(CLOSING)
    db.execute("CREATE INDEX gap_closing_at ON gap_closing(at)")
