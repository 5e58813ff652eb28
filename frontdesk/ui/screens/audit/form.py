"""What the audit trail asks of core: without Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.core import audit, checking, when
from frontdesk.core.audit import Entry, Wish
from frontdesk.exchange.telling import Teller, ids

NOUNS = (
    "complaint", "article", "office", "person", "account", "closure", "synonyms", "rules",
    "wording", "site", "desk", "slip", "promise", "gap", "closing", "cause", "contact", "phone",
    "bounce", "expected", "import", "release", "privacy", "erase",
)  # fmt: skip
# Nouns whose records the box finds by their title; the others have no page of their own.
IN_THE_BOX = frozenset({"complaint", "article", "office", "person", "account", "slip"})
Tongue = tuple[str, str]  # the language, and the zone of the days
_FAULT = re.compile(r"(?P<table>\w+) (?P<key>.+?): (?P<deed>.+)")
_DEEDS = (("added", "added"), ("removed", "removed"), ("missing", "removed"),
          ("changed", "changed"), ("edited", "changed"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """An entry in words, and what it changed, as (field, before, after)."""

    entry: Entry
    who: str
    said: str
    details: tuple[tuple[str, str, str], ...]

    @property
    def id(self) -> str:
        """By what the list finds the row again."""
        return self.entry.id


@dataclass(frozen=True, slots=True)
class Faults:
    """What `check` found: how many faults, and the first in words; '' where all is whole."""

    count: int
    first: str


def page(
    db: Any, wish: Wish, actor: Any, tongue: Tongue,
    before: Entry | None = None,
) -> list[Told]:  # fmt: skip
    """Return a page of the trail in words. Raises UserError as `audit.trail` does."""
    found = audit.trail(db, wish, actor, before=before)
    teller = Teller(*tongue, audit.names(db, ids(found)))
    return [_told(teller, entry, entry.changes) for entry in found]


def whole(db: Any, entry: Entry, tongue: Tongue) -> Told:
    """Return an entry with all that it changed: an article's fields stand in its versions."""
    changes = audit.article_changes(db, entry)
    values = [x for change in changes for x in (change.old, change.new) if isinstance(x, str)]
    return _told(Teller(*tongue, audit.names(db, [*ids([entry]), *values])), entry, changes)


def check(store: Any, tongue: Tongue) -> Faults:
    """Look through the whole database, and put the first fault into words."""
    found = checking.faults(store)
    return Faults(len(found), said(store.read(), found[0], tongue) if found else "")


def said(db: Any, fault: str, tongue: Tongue) -> str:
    """Return a fault as a sentence that names the record; one of another shape as it stands."""
    match = _FAULT.match(fault)
    teller = Teller(*tongue)
    deed = match and next((word for sign, word in _DEEDS if sign in match["deed"]), "")
    if not match or not deed:
        return fault
    key = match["key"]
    name = audit.names(db, [key]).get(key, key)
    return teller.by_hand(deed, match["table"], name)


def day(text: str, today: date, field: str) -> date | None:
    """Return a day as it is typed (21/11, Monday, yesterday); None for nothing.

    Raises UserError for what is no day.
    """
    if not text.strip():
        return None
    found = when.day(text, today)
    if found is None:
        raise UserError("report.day", field=field, given=text.strip()[:20])
    if found > today and text.strip().isalpha():
        return found - timedelta(days=7)  # a weekday: the last one, since nothing is still to come
    return found


def _told(teller: Teller, entry: Entry, changes: tuple[audit.Change, ...]) -> Told:
    return Told(entry, teller.who(entry), teller.said(entry), tuple(teller.details(entry, changes)))
