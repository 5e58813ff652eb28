"""The right-hand side of the board: the case in hand, and the pages on which something is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.core import complaints
from frontdesk.core.complaints import Complaint
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.cases import steps
from frontdesk.ui.screens.cases.cause_page import CausePage
from frontdesk.ui.screens.cases.details import Details
from frontdesk.ui.screens.cases.form import House, Look
from frontdesk.ui.screens.cases.papers import PAPERS, Papers
from frontdesk.ui.screens.cases.step_page import StepPage
from frontdesk.ui.screens.cases.steps import Deed
from frontdesk.ui.screens.cases.words import DEEDS, STATES, say
from frontdesk.ui.widgets.finder import Finder
from frontdesk.ui.workplace import Workplace


class CaseSide(Translated, QStackedWidget):
    """One page at a time. `left` comes when one goes back to the list, `exporting` when the list
    is to be saved.
    """

    left = Signal()
    exporting = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self.house: House | None = None
        self._found: Callable[[str], object] | None = None
        self._wish = ""
        self.details, self.step = Details(place), StepPage(place)
        self.finder, self.cause = Finder(place.theme), CausePage(place)
        self._choosing = self._padded(self.finder)
        self.papers = Papers(place, self, self._in_hand)
        for page in (self.details, self.step, self._choosing, self.cause):
            self.addWidget(page)
        self._connect()
        self.retranslate()

    @property
    def is_idle(self) -> bool:
        """Whether the case is on show and nothing is being asked."""
        return self.currentWidget() is self.details

    @property
    def look(self) -> Look | None:
        """All that is known of the case in hand."""
        return self.details.look

    # ------------------------------------------------------------------ what the screen asks

    def show_look(self, look: Look | None) -> None:
        """Show another case, or the same one as it is now; then do what was wished meanwhile."""
        self.details.show_look(look)
        if look and self.currentWidget() is self.cause:
            self.cause.refresh(look)
        if self._wish and look:
            wish, self._wish = self._wish, ""
            self.do(wish)

    def ask(
        self, question: str, choices: Sequence[tuple[str, str]], found: Callable[[str], object]
    ) -> None:
        """Ask for one of some names."""
        self._found = found
        self.finder.ask(question, choices)
        self.setCurrentWidget(self._choosing)
        self.finder.setFocus()

    def back(self) -> bool:
        """Stop what is being read, leave what is being asked; False where nothing is."""
        if self.papers.attaching.stop():
            return True
        if self.is_idle:
            return False
        if self.currentWidget() is self.step:
            self.step.leave()
        elif self.currentWidget() is not self.cause or not self.cause.back():
            self.leave_page()
        return True

    def leave_page(self) -> None:
        """Show the case again."""
        self.setCurrentWidget(self.details)
        self.left.emit()

    def do(self, code: str, *, wait: bool = False) -> None:
        """Do what a key or a button means for the case in hand; `wait` for its rows to come."""
        if wait or self.look is None or self.house is None:
            self._wish = code
        elif code in steps.BY_CODE:
            self._take(steps.BY_CODE[code], self.look)
        elif code in PAPERS:
            self.papers.print(code, self.look)
        else:
            pages: dict[str, Callable[[], object]] = {
                "cause": self._open_cause, "more": self._ask_more, "paper": self._ask_paper,
                "attach": self.papers.attaching.choose, "take_off": self._ask_taken_off,
                "book": self._ask_book, "export": self.exporting.emit,
            }  # fmt: skip
            pages[code]()

    def retranslate(self) -> None:
        """Set the words."""
        self.finder.hint(self.tr("A few letters, or a digit"))

    # ------------------------------------------------------------------ steps

    def _take(self, deed: Deed, look: Look) -> None:
        if deed not in steps.allowed(look.case):
            text = self.tr("Not possible now: {step}. The case is: {state}.")
            self.place.messages.say(
                text.format(step=say(DEEDS[deed.code]), state=say(STATES[look.case.state])), "warn"
            )
        elif deed.entries or deed.code == "fill_in":
            self.setCurrentWidget(self.step)
            self.step.begin(deed, look, self.house or _nothing())
        else:
            self.place.jobs.write(
                self, steps.do, look.case.id, deed.code, {}, zone=self.place.here.zone,
                done=partial(self._taken, deed),
            )  # fmt: skip

    def _taken(self, deed: Deed, case: Complaint) -> None:
        if not self.is_idle:
            self.leave_page()
        undo: Callable[[], Any] | None = None
        if deed.code in ("close", "annul"):
            undo = partial(self.place.jobs.write, self, complaints.reopen, case.id)
        said = {
            "close": self.tr("{folio} is answered and closed."),
            "annul": self.tr("{folio} is annulled."),
        }.get(deed.code, "{folio}: {step}")
        word = say(DEEDS[deed.code])
        self.place.messages.say(said.format(folio=case.folio, step=word), "ok", undo)
        if deed.code == "acknowledge" and self.look:
            self.papers.print("receipt", self.look)

    def _ask_more(self) -> None:
        if self.look is None:
            return
        is_large = self.place.theme.is_large
        allowed = steps.allowed(self.look.case)
        rest = [deed.code for deed in allowed if is_large or not deed.key]
        if not self.look.missing and "fill_in" in rest:
            rest.remove("fill_in")
        files = ["attach", *(["paper", "take_off"] if self.look.file.papers else [])]
        codes = [*rest, *(["cause"] if is_large else []), *files, *PAPERS, "book", "export"]
        question = self.tr("What happens with {folio}?").format(folio=self.look.case.folio)
        self.ask(question, [(code, say(DEEDS[code])) for code in codes], self._do_found)

    def _do_found(self, code: str) -> None:
        self.leave_page()
        self.do(code)

    def _open_cause(self) -> None:
        if self.look:
            self.setCurrentWidget(self.cause)
            self.cause.open(self.look, self.house or _nothing())

    # ------------------------------------------------------------------ papers

    def _in_hand(self) -> str:
        return self.look.case.id if self.look else ""

    def _ask_paper(self) -> None:
        self.ask(self.tr("Which file?"), list(self._papers().items()), self._save_paper)

    def _ask_taken_off(self) -> None:
        question = self.tr("Which file does not belong to this case?")
        self.ask(question, list(self._papers().items()), self._take_off)

    def _papers(self) -> dict[str, str]:
        return {p.sha256: p.name for p in self.look.file.papers} if self.look else {}

    def _save_paper(self, sha256: str) -> None:
        self.leave_page()
        self.papers.attaching.save_copy(sha256, self._papers().get(sha256, ""))

    def _take_off(self, sha256: str) -> None:
        self.leave_page()
        self.papers.take_off(self._in_hand(), sha256, self._papers().get(sha256, ""))

    def _ask_book(self) -> None:
        self.papers.books(lambda books: self.ask(
            self.tr("Which book?"),
            [(b.series, self.tr("{series} · {count} cases").format(
                series=b.series, count=b.cases)) for b in books],
            self._print_book,
        ))  # fmt: skip

    def _print_book(self, series: str) -> None:
        self.leave_page()
        self.papers.print_book(series)

    # ------------------------------------------------------------------ inside

    def _connect(self) -> None:
        self.details.asked.connect(self.do)
        self.step.taken.connect(self._taken)
        self.step.closed.connect(self.leave_page)
        self.finder.found.connect(self._take_found)
        self.cause.closed.connect(self.leave_page)
        self.papers.attaching.accept_drops_on(self)

    def _take_found(self, key: str) -> None:
        if self._found:
            self._found(key)

    def _padded(self, finder: Finder) -> QWidget:
        space = self.place.theme.space
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        column.addWidget(finder)
        return page


def _nothing() -> House:
    raise RuntimeError("the house has not been read")
