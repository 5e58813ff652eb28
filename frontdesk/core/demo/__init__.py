"""The demo office: a fictional municipality with three months of simulated work at its desk.

Everything in it is marked as simulated: the setting `demo`, and the origin of all that happened.
It is made through the operations that the desk itself uses.
"""

from __future__ import annotations

import random
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from frontdesk.base import clock, paths
from frontdesk.base.errors import UserError
from frontdesk.core import sites
from frontdesk.core.demo import contents
from frontdesk.core.demo.agenda import DAYS, Agenda
from frontdesk.core.demo.cases import Cases
from frontdesk.core.demo.house import furnish
from frontdesk.core.demo.reception import Reception
from frontdesk.core.demo.visits import ORIGIN, Visits
from frontdesk.store import backup, settings
from frontdesk.store.store import Store

SEED = 7
SETTING = "demo"
_WORKED_ON = (
    "contact", "slip", "complaint", "promise", "gap", "bounce", "expected", "phone_call",
)  # fmt: skip


def build(store: Store, *, now: datetime, seed: int = SEED, zone_name: str = "") -> None:
    """Fill a new data folder with the demo office, its history ending at `now`, all or nothing.

    The same seed, instant and zone give the same history; ids and codes differ. Its offices keep
    the hours of `zone_name`, by default this machine's, so that they are open when people look at
    them. Raises UserError where a site is set up already.
    """
    town = contents.read("municipality")
    zone_name = zone_name or clock.local_zone()
    began_at = now - timedelta(days=DAYS + 1)
    with store.write() as tx:
        sites.create(tx, town["site"]["name"], lang="es", zone_name=zone_name, now=began_at)
        settings.put(tx, SETTING, "1")
        settings.put(tx, settings.DEMO_BUILT_ON, clock.day(now, zone_name).isoformat())
        house = furnish(tx, town, clock.day(now, zone_name), now=began_at)
        chance = random.Random(seed)  # noqa: S311 - a plausible history, not a secret
        agenda = Agenda(chance, house.holidays, now=now, zone_name=zone_name)
        visits = Visits(tx, house, agenda, chance)
        visits.plan()
        Cases(tx, house, agenda, visits, chance).plan()
        Reception(tx, house, agenda, visits, chance).plan()
        agenda.run()


def is_demo(db: sqlite3.Connection) -> bool:
    """Return whether this is the demo office."""
    return settings.get(db, SETTING) == "1"


def remove(store: Store, *, now: datetime) -> Path | None:
    """Take the demo away; the data folder is then as before the first set-up.

    What somebody did in it by hand is kept in a backup, whose file is returned. Raises UserError
    for an office that is no demo, and while another program has the database open.
    """
    db = store.read()
    if not is_demo(db):
        raise UserError("demo.absent")
    kept = None
    if _was_used(db):
        kept = store.folder / backup.FOLDER / f"demo-{now:%Y%m%dT%H%M%S}.db"
        backup.copy_to(db, kept)
    store.close()
    _delete(paths.database(store.folder))
    return kept


def _was_used(db: sqlite3.Connection) -> bool:
    by_hand = " UNION ALL ".join(f"SELECT origin FROM {table}" for table in _WORKED_ON)
    (used,) = db.execute(
        "SELECT EXISTS(SELECT 1 FROM article_version) "
        f"OR EXISTS(SELECT 1 FROM ({by_hand}) WHERE origin <> ?)",
        (ORIGIN,),
    ).fetchone()
    return bool(used)


def _delete(file: Path) -> None:
    try:
        for suffix in ("", "-wal", "-shm"):
            file.with_name(file.name + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise UserError("demo.in_use") from error
