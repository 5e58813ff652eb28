"""No trace in the raw files of what was erased.

Every connection overwrites what it frees (`secure_delete`), but the full-text index keeps the words
of a row until its parts are merged, and the write-ahead log keeps whole pages as they were.
"""

from __future__ import annotations

from frontdesk.store.store import Store


def scrub(store: Store) -> bool:
    """Merge the full-text indexes and fold the log into the file; for after an erasure's commit.

    False where somebody reads an older state just now: then the log is cut at the next time.
    """
    with store.write() as tx:
        for (table,) in tx.db.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5(%'"
        ).fetchall():
            tx.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")
    is_busy, _, _ = store.read().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_busy
