"""What the branch screen asks of sync, without Qt."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from frontdesk.base import clock
from frontdesk.base.progress import Progress
from frontdesk.core import conflicts
from frontdesk.core.conflicts import Conflict
from frontdesk.core.roles import PERMISSIONS, may, refusal
from frontdesk.sync import admitting, beginning, branches, joining, places
from frontdesk.sync.rounds import Round
from frontdesk.ui.leaving import Work

# What an exchange may bring: the screens that show it read again.
BROUGHT = frozenset(
    ("article", "office", "closure", "person", "contact", "complaint", "promise", "gap", "event",
     "setting", "search_synonym", "rule_pack")
)  # fmt: skip
MAY = "site.write"


def exchange(store: Any, place: str, *, now: datetime, progress: Progress) -> Round:
    """Exchange with a folder or hub. Raises UserError where it is not there or was stopped."""
    return places.exchange(store, place, now=now, progress=progress.at)


def remember(tx: Any, place: str, **_now: Any) -> None:
    """Exchange with this place from now on."""
    places.remember(tx, place)


def remind_after(tx: Any, text: str, **_now: Any) -> None:
    """Remind after so many days, as they were typed."""
    branches.remind_after(tx, int(text) if text.isdecimal() else -1)


def invite(tx: Any, name: str, file: Path, *, now: datetime) -> Path:
    """Write the invitation of a branch; nothing of it is kept where the file cannot be written."""
    joining.write(file, joining.invite(tx, name, now=now))
    return file


def admit(store: Any, place: str, file: Path, *, now: datetime) -> tuple[Path, int]:
    """Give each branch that has none its access to the hub; return the file that holds them and
    how many there are.
    """
    return file, len(admitting.admit(store, place, file=file, now=now))


def read_invitation(store: Any, file: Path) -> tuple[str, Work]:
    """Return the name of the branch that a file invites to, and the work that joins it."""
    if not may(store.actor, MAY):
        raise refusal(PERMISSIONS[MAY])
    told = joining.read(file)
    return str(told["site"]["name"]), partial(_join, told=told)


def settle(tx: Any, conflict: Conflict, *, now: datetime) -> None:
    """Note that both values were seen."""
    events = [value.event for value in conflict.values]
    conflicts.settle(tx, conflict.entity, events, now=now)


def _join(folder: Path, *, told: dict[str, Any]) -> None:
    beginning.begin_anew(folder, told, now=clock.now())
