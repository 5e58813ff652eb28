"""The composition root: what a data folder holds when the window opens on it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from frontdesk import app
from frontdesk.base import clock
from frontdesk.core import demo, sites
from frontdesk.store import settings


def test_a_demo_of_another_day_is_made_anew(tmp_path: Path) -> None:
    """The demo's history ends today whenever it is opened; within the day it is kept."""
    store = app.open_store(tmp_path, demo=True)
    desk = sites.here(store.read()).desk
    store.close()
    again = app.open_store(tmp_path, demo=True)
    assert sites.here(again.read()).desk == desk
    yesterday = (clock.now() - timedelta(days=1)).date().isoformat()
    with again.write() as tx:
        settings.put(tx, settings.DEMO_BUILT_ON, yesterday)
    again.close()
    fresh = app.open_store(tmp_path, demo=True)
    assert demo.is_demo(fresh.read())
    assert sites.here(fresh.read()).desk != desk
    fresh.close()


def test_a_real_office_is_never_taken_for_a_demo(tmp_path: Path) -> None:
    """Opening an office with --demo by mistake leaves it as it is."""
    store = app.open_store(tmp_path)
    desk = sites.here(store.read()).desk
    store.close()
    again = app.open_store(tmp_path, demo=True)
    assert sites.here(again.read()).desk == desk
    again.close()
