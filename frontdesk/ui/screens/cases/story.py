"""The story of a case: each step with its day and what was said, the first on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from frontdesk.base import clock
from frontdesk.core.complaints.course import Step
from frontdesk.ui.screens.cases.words import CHOICES, EVENTS, say
from frontdesk.ui.widgets.item_list import Item
from frontdesk.ui.wording import Wording

TELLING = ("finding", "answer", "text", "reason", "office_name", "name", "words", "immediate")
MAX_CHARS = 400


def story(steps: Iterable[Step], hands: Mapping[str, str], wording: Wording) -> tuple[Item, ...]:
    """Return the steps as items, with the initials of who took them, by the id of a person.

    One that its state did not allow says that it did not count.
    """
    return tuple(_item(step, hands, wording) for step in steps)


def _item(step: Step, hands: Mapping[str, str], wording: Wording) -> Item:
    at = clock.parse(step.at)
    when = f"{wording.day(clock.day(at, wording.zone))}, {wording.time(at)}"
    word = say(EVENTS[step.kind]) if step.kind in EVENTS else step.kind
    if not step.counted:
        word = QCoreApplication.translate("Cases", "{step} (did not count)").format(step=word)
    by = hands.get(str((step.body or {}).get("by", "")), "")
    under = [when, by, *_told(step, wording)]
    return Item(word, " · ".join(filter(None, under)))


def _told(step: Step, wording: Wording) -> list[str]:
    """Return what a step says besides its kind; the text of the complaint stands above already."""
    body: dict[str, Any] = step.body or {}
    if step.kind in ("filed", "corrected", "filled_in", "guidance_shown"):
        return []
    said = [" ".join(str(body[name]).split())[:MAX_CHARS] for name in TELLING if body.get(name)]
    if step.kind == "assessed":
        said.insert(0, wording.level(str(body.get("severity", ""))))
    if step.kind == "contacted":
        said.insert(0, say(CHOICES[body["channel"]]))
    if step.kind == "remedy_accepted":
        said.append(say(CHOICES[body["accepted"]]))
    if step.kind == "rated":
        said.insert(0, say(CHOICES[str(body["satisfaction"])]))
    days = [wording.day_text(body[name]) for name in ("until", "due_on") if body.get(name)]
    return [*said, *days]
