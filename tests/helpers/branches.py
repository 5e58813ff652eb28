"""Head office and its branches, on real databases, with a state folder for each PC."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from frontdesk.core import sites
from frontdesk.store.store import Store
from frontdesk.sync import joining, rounds
from frontdesk.sync.rounds import Round
from frontdesk.sync.transports import Folder
from tests.helpers.desks import NOW


def head_office(folder: Path) -> Store:
    """Set head office up."""
    store = Store(folder, create=True)
    with store.write() as tx:
        sites.create(tx, "Sede Central", is_head=True, country="ES", lang="en", now=NOW)
        joining.become_head(tx, now=NOW)
    return store


def branch(head: Store, folder: Path, name: str = "Oficina Norte") -> Store:
    """Invite a branch and set up a desk of it."""
    with head.write() as tx:
        invitation = joining.invite(tx, name, now=NOW)
    file = folder.with_suffix(".invitation")
    file.parent.mkdir(parents=True, exist_ok=True)
    joining.write(file, invitation)
    store = Store(folder, create=True)
    with store.write() as tx:
        joining.join(tx, joining.read(file), now=NOW)
    return store


def meet(place: Path, *stores: Store, now: datetime = NOW, times: int = 1) -> list[Round]:
    """Let desks come to a folder one after the other, some times; return the last rounds."""
    place.mkdir(parents=True, exist_ok=True)
    done: list[Round] = []
    for _ in range(times):
        done = [rounds.exchange(store, Folder(place), now=now) for store in stores]
    return done


@contextmanager
def on_pc(state: Path) -> Iterator[None]:
    """Be on another PC, with its own state folder."""
    before = os.environ.get("FRONTDESK_STATE")
    os.environ["FRONTDESK_STATE"] = str(state)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FRONTDESK_STATE"]
        else:
            os.environ["FRONTDESK_STATE"] = before
