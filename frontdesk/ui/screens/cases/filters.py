"""The filters of the board as one list of choices, and the line that tells which are in use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.core.complaints.board import Filter
from frontdesk.ui.screens.cases.form import GROUP, STATES, House
from frontdesk.ui.screens.cases.words import STATES as STATE_WORDS
from frontdesk.ui.screens.cases.words import say

FIRST = ("overdue", "open", "")  # the states that are wanted most


def choices(house: House, wanted: Filter, lang: str) -> list[tuple[str, str]]:
    """Return (key, words) of every filter: search, states, saved views, kinds, offices, causes."""
    states = [*FIRST, *(state for state in STATES if state not in FIRST)]
    found = [("search", QCoreApplication.translate("Cases", "Search in texts, or a folio…"))]
    found += [(f"state {state}", say(STATE_WORDS[state])) for state in states[:3]]
    if wanted != Filter(GROUP):
        found.append(("clear", QCoreApplication.translate("Cases", "No filter (Esc)")))
        found.append(("save", QCoreApplication.translate("Cases", "Save this view…")))
    view = QCoreApplication.translate("Cases", "View: {name}")
    found += [(f"view {name}", view.format(name=name)) for name in house.views]
    found += [(f"state {state}", say(STATE_WORDS[state])) for state in states[3:]]
    kind = QCoreApplication.translate("Cases", "Kind: {name}")
    found += [
        (f"kind {one.code}", kind.format(name=one.name.in_language(lang)))
        for one in house.pack.kinds
    ]
    office = QCoreApplication.translate("Cases", "Office: {name}")
    found += [(f"office {one.id}", office.format(name=one.name)) for one in house.offices]
    cause = QCoreApplication.translate("Cases", "Cause: {name}")
    found += [(f"cause {one.id}", cause.format(name=one.title)) for one in house.causes]
    drop = QCoreApplication.translate("Cases", "Forget the view {name}")
    return found + [(f"drop {name}", drop.format(name=name)) for name in house.views]


def in_words(wanted: Filter, house: House | None, lang: str) -> str:
    """Return the filters in use, joined: `Overdue · Registry · “water”`."""
    parts = [say(STATE_WORDS[wanted.state])]
    if house and wanted.kind:
        named = {kind.code: kind.name.in_language(lang) for kind in house.pack.kinds}
        parts.append(named.get(wanted.kind, wanted.kind))
    if house and wanted.office_id:
        parts.append({one.id: one.name for one in house.offices}.get(wanted.office_id, ""))
    if house and wanted.cause_id:
        parts.append({one.id: one.title for one in house.causes}.get(wanted.cause_id, ""))
    if wanted.text:
        parts.append(f"“{wanted.text}”")
    return " · ".join(filter(None, parts))
