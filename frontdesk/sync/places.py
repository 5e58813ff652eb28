"""Where this desk exchanges by itself: a folder or a hub that an admin has set."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from frontdesk.core import sites
from frontdesk.core.roles import require
from frontdesk.store import settings
from frontdesk.store.store import Store, Tx
from frontdesk.sync import hub, keys, loading, receipts, revoking, rounds
from frontdesk.sync.rounds import Progress, Round
from frontdesk.sync.transports import Folder, Transport

PLACE = "sync.place"
_IN_FRONT = re.compile(r"(://[^:@/]*):[^/]*@")
_IN_QUERY = re.compile(r"([?&]password=)[^&]*", re.IGNORECASE)
QUIET_S = 300.0  # without news the hub is asked this often


def remember(tx: Tx, place: str) -> None:
    """Exchange with a folder or hub by itself from now on; with '' no longer."""
    require(tx, "site.write")
    settings.put(tx, PLACE, place)


def remembered(db: sqlite3.Connection) -> str:
    """Return the place that is set, '' where none is."""
    return settings.get(db, PLACE)


def hub_of(db: sqlite3.Connection) -> str:
    """Return the address of the hub that is set, '' where it is a folder or nothing."""
    place = remembered(db)
    return place if is_hub(place) else ""


def is_hub(place: str) -> bool:
    """Tell whether a place is the address of a hub and not a folder."""
    return place.strip().lower().startswith(hub.SCHEMES)


def shown(place: str) -> str:
    """Return a place as it may stand on a screen that visitors see: without a password."""
    if not is_hub(place):
        return place
    return _IN_QUERY.sub(r"\1…", _IN_FRONT.sub(r"\1@", place))


@contextmanager
def opened(db: sqlite3.Connection, place: str) -> Iterator[Transport]:
    """Reach a place. Raises UserError where the folder is not there or the hub does not answer."""
    if is_hub(place):
        with hub.Hub(place, sites.here(db).site_id) as there:
            yield there
    else:
        yield Folder(Path(place).absolute())


def exchange(
    store: Store, place: str, *, now: datetime, progress: Progress | None = None
) -> Round:  # fmt: skip
    """Exchange with a place as `rounds.exchange` does; head office fills the hub's reports too."""
    with opened(store.read(), place) as there:
        return _exchange(store, there, progress, now=now)


def stay(
    store: Store, place: str, *, now: Callable[[], datetime], each: Callable[[Round], object]
) -> None:
    """Exchange with a hub, and again each time that somebody puts something there, for good."""
    with hub.Hub(place, sites.here(store.read()).site_id) as there:
        there.listen()
        while True:
            each(_exchange(store, there, None, now=now()))
            there.news(QUIET_S)


def _exchange(store: Store, there: Transport, progress: Progress | None, *, now: datetime) -> Round:
    done = rounds.exchange(store, there, now=now, progress=progress)
    if isinstance(there, hub.Hub) and keys.signer(store.read()).site.facts["head"]:
        hub.bar(there.db, revoking.sites(store.read()))
        hub.prune(there.db, receipts.acknowledged(store.read()))
        done.loaded = loading.load_new(store.read(), there.db)
    return done
