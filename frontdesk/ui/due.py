"""Due days and hours in words: how many days are left, by when something was promised."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from frontdesk.base import clock
from frontdesk.core import deadlines
from frontdesk.core.when import is_whole_day
from frontdesk.ui.wording import Wording

SOON_DAYS = 3
SIGNS = {"danger": "circle-alert", "warn": "clock", "text": "", "muted": ""}
COUNTS = {
    ("today", False): QT_TRANSLATE_NOOP("Due", "due today"),
    ("left", False): QT_TRANSLATE_NOOP("Due", "1 day left"),
    ("left", True): QT_TRANSLATE_NOOP("Due", "{days} days left"),
    ("overdue", False): QT_TRANSLATE_NOOP("Due", "overdue by 1 day"),
    ("overdue", True): QT_TRANSLATE_NOOP("Due", "overdue by {days} days"),
}
DAYS = {
    -1: QT_TRANSLATE_NOOP("Due", "yesterday"),
    0: QT_TRANSLATE_NOOP("Due", "today"),
    1: QT_TRANSLATE_NOOP("Due", "tomorrow"),
}


def countdown(due_on: str, today: date) -> tuple[str, str]:
    """Return how many days are left to a stored day, with a tone: danger, warn, text or muted."""
    if not due_on:
        return QCoreApplication.translate("Due", "no term"), "muted"
    left = deadlines.countdown(date.fromisoformat(due_on), today)
    text = QCoreApplication.translate("Due", str(COUNTS[left.kind, left.days > 1]))
    near = "warn" if left.days <= SOON_DAYS else "text"
    tone = "danger" if left.kind == "overdue" else near
    return text.format(days=left.days), tone


def by_when(at: datetime, wording: Wording, now: datetime) -> str:
    """Return an instant as a list shows it: `tomorrow, 10:00`, `26 nov 2026`."""
    day = clock.day(at, wording.zone)
    ahead = (day - clock.day(now, wording.zone)) // timedelta(days=1)
    said = (
        QCoreApplication.translate("Due", str(DAYS[ahead])) if ahead in DAYS else wording.day(day)
    )
    return said if is_whole_day(at, wording.zone) else f"{said}, {wording.time(at)}"


def in_full(at: datetime, wording: Wording) -> str:
    """Return an instant with its weekday: `jueves, 26 de noviembre de 2026, 10:00`."""
    day = wording.long_day(clock.day(at, wording.zone))
    return day if is_whole_day(at, wording.zone) else f"{day}, {wording.time(at)}"
