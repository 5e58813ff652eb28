"""What is done on the board alone, with its keys, for the sheet of keys and the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from frontdesk.ui.commands.own import OwnKey
from frontdesk.ui.screens.cases import filters, steps
from frontdesk.ui.screens.cases.form import House
from frontdesk.ui.screens.cases.words import DEEDS, say

if TYPE_CHECKING:
    from frontdesk.ui.screens.cases.screen import CasesScreen


def own_keys(board: CasesScreen) -> tuple[OwnKey, ...]:
    """Return the steps of the case in hand, what is done with the list, and its filters."""
    return (*_of_case(board), *_of_list(board))


def _of_case(board: CasesScreen) -> list[OwnKey]:
    look = board.side.look
    if look is None:
        return []
    allowed = {deed.code for deed in steps.allowed(look.case)}
    if not look.missing:
        allowed.discard("fill_in")
    following = steps.on_enter(look.case).code
    rest = ["attach", *(["paper", "take_off"] if look.file.papers else [])]
    enter = QCoreApplication.translate("Cases", "Enter")
    found = [OwnKey(enter, say(DEEDS[following]), partial(board.do, following), look.case.folio)]
    for key, code in steps.KEYS.items():
        if code in allowed or code in ("cause", "more"):
            found.append(OwnKey(key, say(DEEDS[code]), partial(board.do, code)))
    delete = QCoreApplication.translate("Cases", "Del")
    for code in (*(deed.code for deed in steps.DEEDS if not deed.key), *rest):
        if code in allowed or code in rest:
            key = delete if code == "annul" else ""
            found.append(OwnKey(key, say(DEEDS[code]), partial(board.do, code)))
    paste = QCoreApplication.translate("Cases", "Attach the file or picture that was copied")
    return [*found, OwnKey("Ctrl+V", paste, board.paste)]


def _of_list(board: CasesScreen) -> list[OwnKey]:
    papers = [
        OwnKey("Ctrl+P" if code == "receipt" else "", say(DEEDS[code]), partial(board.do, code))
        for code in ("receipt", "form", "letter", "status", "file", "book", "export")
        if board.side.look or code in ("book", "export")
    ]
    which = QCoreApplication.translate("Cases", "Filter the cases")
    found = [OwnKey("Ctrl+F", which, board.ask_filter, icon="search")]
    house: House | None = board.side.house
    lang = board.place.language.code
    for key, words in filters.choices(house, board.wanted, lang) if house else []:
        found.append(OwnKey("", words, partial(board.take_filter, key), icon="search"))
    return [*papers, *found]
