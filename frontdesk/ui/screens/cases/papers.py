"""The papers of the case in hand, printed; files attached to it and saved from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from frontdesk.core import people, rules
from frontdesk.core.complaints import board
from frontdesk.core.complaints.attachments import attach
from frontdesk.core.complaints.board import Book
from frontdesk.core.sites import Here
from frontdesk.exchange import case_papers, case_records, documents
from frontdesk.exchange.paper import Paper
from frontdesk.ui.screens.cases import form
from frontdesk.ui.screens.cases.form import Look
from frontdesk.ui.workplace import Workplace

PAPERS = ("receipt", "form", "letter", "status", "file")


class Papers(QObject):
    """What can be printed, attached and saved of a case."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._window = place, parent

    def print(self, code: str, look: Look) -> None:
        """Print a paper of a case; its rules have to be here."""
        if look.pack is None and code != "file":
            self._place.messages.say(self.tr("The rules of this case are at another site"), "warn")
            return
        place = self._place
        self._print(made(code, look, place.here, place.language.code, now=place.jobs.now()))
        if code == "letter":
            place.jobs.read(self, staff_in, look.case.answer, done=self._warn)

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

    def attach(self, case_id: str) -> None:
        """Ask for a file and attach it to a case."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Attach a file"))
        if chosen:
            attach = partial(self._attach, case_id)
            self._place.jobs.slow(self, form.read_paper, Path(chosen), done=attach)

    def save_file(self, sha256: str, name: str) -> None:
        """Ask where an attached file is to be saved, and save it."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the file"), name)
        if chosen:
            self._place.jobs.slow(
                self, form.save_paper, sha256, Path(chosen), done=self._tell_saved
            )

    def _print(self, paper: Paper) -> None:
        from frontdesk.ui.printing import Press

        Press(self._place, self._window).print(paper)

    def _attach(self, case_id: str, read: tuple[str, bytes]) -> None:
        name, content = read
        self._place.jobs.write(self, attach, case_id, name, content, done=self._tell_attached)

    def _tell_attached(self, case: Any) -> None:
        self._place.messages.say(self.tr("{folio}: file attached").format(folio=case.folio))

    def _tell_saved(self, file: Path) -> None:
        self._place.messages.say(self.tr("Saved: {file}").format(file=file))

    def _warn(self, name: str) -> None:
        if name:
            text = self.tr("The answer names {name}: a letter answers for the office, not a person")
            self._place.messages.say(text.format(name=name), "warn")


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


def staff_in(db: Any, answer: str) -> str:
    """Return the name of a member of staff that stands in an answer."""
    return case_papers.named_in(answer, people.every(db))
