"""What the page of causes asks of core, without Qt: a cause with its actions and their effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core import complaints
from frontdesk.core.complaints import Complaint, causes
from frontdesk.core.complaints.causes import Action, Cause
from frontdesk.core.complaints.effect import Effect, effect
from frontdesk.core.complaints.guidance import Guidance, show_guidance
from frontdesk.core.complaints.joining import joined
from frontdesk.core.when import understand


@dataclass(frozen=True, slots=True)
class CauseLook:
    """A cause with everything that its page tells."""

    cause: Cause
    cases: int
    actions: tuple[Action, ...]
    effect: Effect


@dataclass(frozen=True, slots=True)
class Shown:
    """The guidance of one case's day, noted as shown."""

    case: Complaint
    guidance: Guidance
    left: int


def look(db: Any, cause_id: str, *, now: datetime) -> CauseLook:
    """Return a cause with its actions and their effect."""
    return CauseLook(
        causes.get(db, cause_id), causes.count(db, cause_id), tuple(causes.actions(db, cause_id)),
        effect(db, cause_id, now=now),
    )  # fmt: skip


def begin(tx: Any, case_id: str, title: str, *, now: datetime) -> Cause:
    """Make a new cause and put a case under it."""
    cause = causes.open_cause(tx, title, now=now)
    return complaints.join(tx, case_id, cause_id=cause.id, now=now)


def show_next(tx: Any, cause_id: str, *, now: datetime) -> Shown | None:
    """Show the guidance of the next case of a cause of which it was not seen yet; None for none."""
    unseen = [case for case in joined(tx.db, cause_id) if not case.guidance_at]
    if not unseen:
        return None
    return Shown(unseen[0], show_guidance(tx, unseen[0].id, now=now), len(unseen) - 1)


def show_of_case(tx: Any, case_id: str, *, now: datetime) -> Shown:
    """Show the guidance of one case's day, before it joins a cause that is a person."""
    return Shown(complaints.get(tx.db, case_id), show_guidance(tx, case_id, now=now), 0)


def act(
    tx: Any, cause_id: str, what: str, owner: str, due: str, *, zone: str, now: datetime
) -> Action:
    """Set an action; its day is typed as people say it."""
    return causes.act(tx, cause_id, what, owner, _day(due, zone, now), now=now)


def whys_of(cause: Cause) -> Sequence[str]:
    """Return the five whys, those not asked yet empty."""
    return (*cause.whys, *[""] * (causes.MAX_WHYS - len(cause.whys)))


def _day(text: str, zone: str, now: datetime) -> date:
    moment = understand(text, now, zone)
    if moment is None:
        raise UserError("promise.unread" if text.strip() else "promise.when", field="due_on")
    return clock.day(moment.at, zone)
