"""The schema's history, one module a step, applied in order and never edited once released.

`PRAGMA user_version` counts the steps, so that an up-to-date database opens without importing
sqlite-utils. All pending steps run in one transaction, after a backup of what was there.
"""

from __future__ import annotations

import importlib
import pkgutil
import sqlite3
from pathlib import Path

APPLICATION_ID = 0x46_44_53_4B  # "FDSK" in the file's header
STEPS = tuple(sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name.startswith("m")))
LATEST = len(STEPS)


def apply(db: sqlite3.Connection, folder: Path) -> None:
    """Bring a database to LATEST: a verified backup first, then all steps or none.

    The lock comes before the look, so that of two programs that start at once one does the work.
    """
    from sqlite_utils import Database, Migrations

    from frontdesk.store import seals
    from frontdesk.store.backup import before_migration

    steps = Migrations("frontdesk")
    for name in STEPS:
        steps(name=name)(importlib.import_module(f"{__name__}.{name}").migrate)
    db.execute("BEGIN IMMEDIATE")
    try:
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        if version < LATEST:
            if version:
                before_migration(folder)
            steps.apply(Database(db, execute_plugins=False))
            seals.renew(db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {LATEST}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk has rolled back by itself
            db.execute("ROLLBACK")
        raise
