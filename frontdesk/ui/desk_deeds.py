"""What the desk's commands do: copy, print, show, note what was missing, close the visit."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from frontdesk.base.errors import UserError
from frontdesk.core import drafts, phone, voice
from frontdesk.ui.dropping import Dropping
from frontdesk.ui.history import RecordHistory
from frontdesk.ui.panel import AUTOSAVE_MS
from frontdesk.ui.screen import Screen
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.core.desk import Answer
    from frontdesk.exchange.paper import Paper
    from frontdesk.ui.closing import ClosingLine
    from frontdesk.ui.printing import Press
    from frontdesk.ui.screens.desk.visitor_view import VisitorView
    from frontdesk.ui.screens.hall.window import Hall
    from frontdesk.ui.window import MainWindow

TOLD_DRAFT = "voice.told"
WORDING = "paper_wording"  # the table


class DeskDeeds(QObject):
    """The commands that need box, answer and visitor together."""

    def __init__(self, window: MainWindow, place: Workplace) -> None:
        super().__init__(window)
        self._window, self._place = window, place
        self._line_is, self._told = "", ""
        self._view: VisitorView | None = None
        self._hall: Hall | None = None
        self._press: Press | None = None
        self._closing: ClosingLine | None = None
        self._unsaved = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._unsaved.timeout.connect(self._save_told)
        line = window.one_line
        line.asked.connect(self._take_line)
        line.picked.connect(self._take_call)
        line.edited.connect(self._line_edited)
        line.closed.connect(self.leave_line)
        place.jobs.changed.connect(self._read_wording)
        bind = window.commands.bind
        bind("answer.copy", self.copy)
        bind("answer.print", self.print_answer)
        bind("answer.show", self.show_visitor)
        for name in ("roll80", "roll72", "a5", "a4"):
            bind(f"paper.{name}", partial(self._use_sheet, name))
        bind("paper.large", lambda: self.press().toggle_large())
        bind("paper.printer", lambda: self.press().choose_printer())
        bind("paper.file", lambda: self.press().use_no_printer())
        bind("paper.save", self.save_answer)
        bind("answer.pick", self.pick)
        bind("search.forget", self.forget_choices)
        self._dropping = Dropping(window, self._import)
        bind("voice.not_found", self.ask_not_found)
        bind("voice.told", self.ask_told)
        bind("voice.not_helped", self.not_helped)
        bind("phone.log", self.ask_call)
        bind("house.close", self.ask_closing)
        bind("queue.hall", self.show_hall)
        bind("visitor.solved", self.solved)
        bind("visitor.unhappy", self.unhappy)
        bind("visitor.name", self.name_visitor)
        self._history = RecordHistory(window)

    def reload(self) -> None:
        """Read what was being noted when the program stopped."""
        self._place.jobs.read(self, drafts.load, TOLD_DRAFT, done=self._take_draft)
        self._read_wording(frozenset({WORDING}))

    def _read_wording(self, tables: frozenset[str]) -> None:
        """Let papers speak in the office's own words."""
        if WORDING in tables:
            from frontdesk.core import wordings

            adopt = partial(_adopt, self._place.here.country)
            self._place.jobs.read(self, wordings.own, done=adopt)

    def close(self) -> None:
        """Keep what is typed and close the visitor's view."""
        if self._unsaved.isActive():
            self._save_told()
        for view in (self._view, self._hall):
            if view:
                view.close()

    # ------------------------------------------------------------------ the answer

    def pick(self, place: int) -> None:
        """Take one of the first nine results."""
        self._window.desk.choose(place)

    def copy(self) -> None:
        """Copy the answer as plain text."""
        if answer := self._answer():
            from frontdesk.ui.screens.desk import plain

            self._window.desk.keep_choice()
            QGuiApplication.clipboard().setText(plain.as_text(answer, self._place.wording))
            self._place.messages.say(self.tr("Answer copied as plain text"), "info")

    def print_answer(self) -> None:
        """Print what the screen or the open panel has made, else the answer as a sheet to take
        home.
        """
        shown = self._window.stack.currentWidget()
        if isinstance(shown, Screen) and shown.print_paper(self.press()):
            return
        panel = self._window.desk.panel
        if panel and panel.print_paper(self.press()):
            return
        if paper := self._paper():
            self.press().print(paper)

    def save_answer(self) -> None:
        """Write what Ctrl+P would print into a file that is asked for."""
        panel = self._window.desk.panel
        if paper := (panel.paper() if panel else None) or self._paper():
            self.press().save(paper)

    def _paper(self) -> Paper | None:
        answer = self._answer()
        if answer is None:
            return None
        from frontdesk.exchange.documents import leaflet

        place = self._place
        return leaflet(answer, place.here, place.language.code, now=place.jobs.now())

    def press(self) -> Press:
        """Return what prints; it is loaded with the first paper."""
        if self._press is None:
            from frontdesk.ui.printing import Press

            self._press = Press(self._place, self._window)
        return self._press

    def _use_sheet(self, name: str) -> None:
        self.press().use_sheet(name)

    def show_visitor(self) -> None:
        """Turn the answer towards the visitor."""
        answer = self._answer()
        if answer is None:
            return
        if self._view is None:
            from frontdesk.ui.screens.desk.visitor_view import VisitorView

            self._view = VisitorView(self._place)
        self._window.desk.keep_choice()
        self._view.present(answer)

    def _import(self, file: Path) -> None:
        """Open the import on a file that was dropped; a role that may not import is told so."""
        self._window.commands.run("screen.importing")
        screen = self._window.stack.currentWidget()
        if isinstance(screen, Screen):
            screen.show_one(str(file))

    def forget_choices(self) -> None:
        """Let the order of results be as on the first day; undo brings the habits back."""
        from frontdesk.core import search

        self._place.jobs.write(self, search.forget_choices, done=self._choices_forgotten)

    def _choices_forgotten(self, kept: list[Any]) -> None:
        from frontdesk.core import search

        self._place.messages.say(
            self.tr("What was chosen here is forgotten"),
            "ok",
            lambda: self._place.jobs.write(self, search.keep_choices, kept),
        )

    # ------------------------------------------------------------------ what the desk did not know

    def ask_not_found(self) -> None:
        """Ask for the words that had no answer; those in the box stand there already."""
        self._line_is = "not_found"
        question = self.tr("What was missing? It goes to whoever keeps the articles.")
        self._window.one_line.open("search-x", question, self._window.box.text().strip())

    def ask_told(self) -> None:
        """Ask what a customer told the desk."""
        self._line_is = "told"
        question = self.tr("What did the customer know that the desk did not?")
        self._window.one_line.open("ear", question, self._told)

    def ask_closing(self) -> None:
        """Ask in one sentence when the house is closed."""
        if self._closing is None:
            from frontdesk.ui.closing import ClosingLine

            self._closing = ClosingLine(self._window.one_line, self._place, self.leave_line)
        self._line_is = "closing"
        self._closing.open()

    def not_helped(self) -> None:
        """Note that the answer on screen did not help, for whoever keeps the articles."""
        matter = self._window.desk.matter()
        if matter.article_id:
            self._place.jobs.write(
                self, voice.not_helped, matter.article_id, matter.query, done=self._line_noted
            )

    def leave_line(self) -> None:
        """Close the line; what was typed is there again when it opens."""
        self._window.one_line.hide()
        self._window.box.setFocus()

    def _take_line(self, text: str) -> None:
        jobs = self._place.jobs
        if self._line_is == "closing" and self._closing:
            self._closing.take(text)
        elif self._line_is == "told":
            article = self._window.desk.matter().article_id
            jobs.write(
                self, drafts.hand_in, TOLD_DRAFT, voice.customer_told, text, article_id=article,
                done=self._line_noted, failed=self._line_refused,
            )  # fmt: skip
        else:
            jobs.write(
                self, voice.not_found, text, done=self._line_noted, failed=self._line_refused
            )

    def _line_noted(self, gap: voice.Gap) -> None:
        if gap.kind == "customer_told":
            self._told = ""
            self._unsaved.stop()
        self.leave_line()
        self._place.messages.say(
            self.tr("Noted for whoever keeps the articles"),
            "ok",
            lambda: self._place.jobs.write(self, voice.withdraw, gap.id),
        )

    def _line_refused(self, error: UserError) -> None:
        self._place.messages.refuse(error, self._window.one_line)

    def _line_edited(self) -> None:
        if self._line_is == "closing" and self._closing:
            self._closing.echo(self._window.one_line.field.text())
        elif self._line_is == "told":
            self._told = self._window.one_line.field.text()
            if not self._unsaved.isActive():
                self._unsaved.start()

    def _save_told(self) -> None:
        self._unsaved.stop()
        self._place.jobs.write(self, drafts.save, TOLD_DRAFT, {"text": self._told})

    def _take_draft(self, draft: dict[str, str]) -> None:
        self._told = self._told or draft.get("text", "")

    # ------------------------------------------------------------------ the phone, the hall

    def ask_call(self) -> None:
        """Ask what became of a call; one digit says it."""
        self._line_is = "call"
        question = self.tr("What became of the call? With a note: Alt and the digit.")
        words = (self.tr("Answered"), self.tr("Busy"), self.tr("No answer"))
        self._window.one_line.offer("phone", question, words)

    def _take_call(self, place: int) -> None:
        outcome, note = phone.OUTCOMES[place], self._window.one_line.field.text()
        self._place.jobs.write(self, phone.log, outcome, note, done=self._call_noted)
        self.leave_line()

    def _call_noted(self, call: phone.PhoneCall) -> None:
        words = {
            "answered": self.tr("Call noted: answered"),
            "busy": self.tr("Call noted: busy"),
            "no_answer": self.tr("Call noted: no answer"),
        }
        self._place.messages.say(
            words[call.outcome],
            "ok",
            lambda: self._place.jobs.write(self, phone.withdraw, call.id),
        )

    def show_hall(self) -> None:
        """Show the call screen of the waiting room."""
        if self._hall is None:
            from frontdesk.ui.screens.hall.window import Hall

            self._hall = Hall(self._place)
        self._hall.present()

    # ------------------------------------------------------------------ the visit

    def solved(self) -> None:
        """The visitor has what they came for."""
        self._next("answered", self.tr("Solved. Next visitor."))

    def unhappy(self) -> None:
        """The visitor leaves without it, and is rung back."""
        self._next("unhappy", "")

    def name_visitor(self) -> None:
        """Put the caret into the visitor's name."""
        if self._window.visitor.contact:
            self._window.strip.focus_name()

    def _next(self, outcome: str, sentence: str) -> None:
        row = self._window.desk.matter()
        if row.article_id and row.query:
            self._window.visitor.read(row.article_id, row.title)
        self._window.visitor.leave(outcome)
        self._window.box.clear()
        self._window.desk.ask("")
        self._window.box.setFocus()
        if sentence:
            self._place.messages.say(sentence)

    def _answer(self) -> Answer | None:
        return self._window.desk.answer()


def _adopt(country: str, own: dict[tuple[str, str], str]) -> None:
    from frontdesk.exchange import paper

    paper.adopt(own, country)
