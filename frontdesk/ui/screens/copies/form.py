"""What the screen of copies asks of core and sync, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from frontdesk.base import clock
from frontdesk.core import checking, copies, health
from frontdesk.core.copies import Copy, Difference
from frontdesk.core.roles import PERMISSIONS, may, refusal
from frontdesk.sync import restoring

MAY = "site.write"


@dataclass(frozen=True, slots=True)
class Kept:
    """The copies there are, where the second place is and why it took none, and the free room."""

    copies: list[Copy]
    second: str
    failed: str
    free_bytes: int


def kept(store: Any) -> Kept:
    """Return the copies and what there is to say of them."""
    second, failed = copies.second_place(store.read())
    found = copies.kept(store.folder, second)
    return Kept(found, second, failed, copies.free_bytes(store.folder))


def compare(store: Any, copy: Copy) -> Difference:
    """Return what bringing a copy back would change."""
    return copies.compare(store.folder, copy)


def named(store: Any, file: Path) -> Difference:
    """Return what bringing back a file from elsewhere would change."""
    return copies.compare(store.folder, copies.named(file))


def make(store: Any, *, now: datetime) -> Path:
    """Make a copy now, and bring the day's to the second place."""
    made = copies.make(store, copies.ASKED, now=now)
    copies.daily(store, now=now)
    return made


def take_to(tx: Any, folder: str, **_now: Any) -> None:
    """Take each day's copy to a second folder too."""
    copies.take_to(tx, folder)


def back(store: Any, file: Path) -> Callable[[Path], object]:
    """Return the work that brings a copy back once the window is gone; for those who may."""
    if not may(store.actor, MAY):
        raise refusal(PERMISSIONS[MAY])
    return partial(_restore, file=file)


def repair(store: Any) -> list[str]:
    """Make anew what can be made, and return what is still wrong."""
    checking.repair(store)
    return faults(store)


def faults(store: Any) -> list[str]:
    """Return what is wrong with the database."""
    found = checking.faults(store)
    if not found:
        health.is_well(store)
    return found


def _restore(folder: Path, *, file: Path) -> None:
    restoring.restore(folder, file, now=clock.now())
