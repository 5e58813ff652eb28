"""The papers of the case in hand, printed; files attached to it, saved from it, taken off it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from frontdesk.core import rules
from frontdesk.core.complaints import Complaint, board, naming
from frontdesk.core.complaints.attachments import attach, detach
from frontdesk.core.complaints.board import Book
from frontdesk.core.sites import Here
from frontdesk.exchange import case_papers, case_records, documents
from frontdesk.exchange.paper import Paper
from frontdesk.ui.attaching import Attaching
from frontdesk.ui.screens.cases import form
from frontdesk.ui.screens.cases.form import Look
from frontdesk.ui.workplace import Workplace

PAPERS = ("receipt", "form", "letter", "status", "file")


class Papers(QObject):
    """What can be printed, attached and saved of a case."""

    def __init__(self, place: Workplace, parent: QWidget, in_hand: Callable[[], str]) -> None:
        super().__init__(parent)
        self._place, self._window = place, parent
        self.attaching = Attaching(place, in_hand)
        self.attaching.came.connect(self._attach)

    def print(self, code: str, look: Look) -> None:
        """Print a paper of a case; its rules have to be here."""
        if look.pack is None and code != "file":
            self._place.messages.say(self.tr("The rules of this case are at another site"), "warn")
            return
        if code == "letter":
            words = self.tr("the office {office}")
            done = partial(self._print_letter, look)
            self._place.jobs.read(self, naming.letter_of, look.case, words, done=done)
        else:
            self._print_made(code, look)

    def books(self, done: Callable[[list[Book]], object]) -> None:
        """Read which books there are."""
        self._place.jobs.read(self, board.books, done=done)

    def print_book(self, series: str) -> None:
        """Print the book of a series."""
        place = self._place
        place.jobs.read(
            self, book_of, series, place.here, place.language.code, now=place.jobs.now(),
            done=self._print,
        )  # fmt: skip

    def take_off(self, case_id: str, sha256: str, name: str) -> None:
        """Take a file off a case; undone, it is there again."""
        done = partial(self._tell_taken_off, name)
        self._place.jobs.write(self, form.take_off, case_id, sha256, done=done)

    def _print(self, paper: Paper) -> None:
        from frontdesk.ui.printing import Press

        Press(self._place, self._window).print(paper)

    def _attach(self, case_id: str, name: str, content: bytes) -> None:
        done = partial(self._tell_attached, content)
        self._place.jobs.write(self, attach, case_id, name, content, done=done)

    def _tell_attached(self, content: bytes, case: Complaint) -> None:
        sha256 = hashlib.sha256(content).hexdigest()
        undo = partial(self._place.jobs.write, self, detach, case.id, sha256)
        said = self.tr("{folio}: file attached").format(folio=case.folio)
        self._place.messages.say(said, "ok", undo)

    def _tell_taken_off(self, name: str, done: tuple[Complaint, bytes]) -> None:
        case, content = done
        undo = partial(self._attach, case.id, name, content)
        self._place.messages.say(self.tr("{name} is taken off").format(name=name), "ok", undo)

    def _print_made(self, code: str, look: Look) -> None:
        place = self._place
        self._print(made(code, look, place.here, place.language.code, now=place.jobs.now()))

    def _print_letter(self, look: Look, told: Complaint) -> None:
        """Print the letter; it names the office where the answer on record names somebody."""
        self._print_made("letter", replace(look, file=replace(look.file, case=told)))
        if told != look.case:
            self._place.messages.say(
                self.tr(
                    "The letter names the office, where the answer names somebody of the house"
                ),
                "warn",
            )


def made(code: str, look: Look, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return a paper of a case."""
    case, pack = look.case, look.pack
    if code == "file" or pack is None:
        cause = look.cause.title if look.cause else ""
        return case_records.case_file(look.file, pack, cause, desk, lang, now=now)
    if code == "receipt":
        return documents.receipt(case, pack, desk, lang, now=now)
    if code == "form":
        return case_papers.official_form(case, pack, look.given, desk, lang, now=now)
    if code == "letter":
        return case_papers.answer_letter(case, pack, desk, lang, now=now)
    return case_papers.status_letter(case, pack, look.missing, desk, lang, now=now)


def book_of(db: Any, series: str, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return the book of a series as a paper."""
    (wanted,) = (one for one in board.books(db) if one.series == series)
    pack = rules.in_use(db, desk.country, desk.region, name=desk.rules)
    return case_records.book(wanted, board.book(db, series), pack, desk, lang, now=now)
