"""The cause of a case: chosen, made, or joined with those alike; why, what is done, its effect.

"Person" is refused by core until the guidance of each case's day was shown: it is shown here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.base.errors import UserError
from frontdesk.core import complaints
from frontdesk.core.complaints import causes
from frontdesk.core.complaints.causes import CATEGORIES, Cause
from frontdesk.ui.keys import is_plain
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.cases import causing
from frontdesk.ui.screens.cases.asking import GuidanceView, Lines
from frontdesk.ui.screens.cases.cause_view import DIGITS, CauseView
from frontdesk.ui.screens.cases.causing import CauseLook, Shown
from frontdesk.ui.screens.cases.form import House, Look
from frontdesk.ui.screens.cases.words import CATEGORIES as CATEGORY_WORDS
from frontdesk.ui.screens.cases.words import say
from frontdesk.ui.widgets.finder import Finder
from frontdesk.ui.workplace import Workplace

BY_DIGIT = {digit: code for code, digit in DIGITS.items()}


class CausePage(Translated, QStackedWidget):
    """Pages about the cause of one case. `closed` comes when it is left."""

    closed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self._look: Look | None = None
        self._house: House | None = None
        self._cause: CauseLook | None = None
        self._wanted = ""  # what the case joins once its guidance has been seen
        self._found: Callable[[str], object] = self._take_cause
        self._given: Callable[[dict[str, str]], object] = self._make
        self.view, self.finder = CauseView(place), Finder(place.theme)
        self.lines, self.guidance = Lines(place), GuidanceView(place)
        self._choosing = QWidget()
        space = place.theme.space
        column = QVBoxLayout(self._choosing)
        column.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        column.addWidget(self.finder)
        for page in (self.view, self._choosing, self.lines, self.guidance):
            self.addWidget(page)
        self.view.asked.connect(self.do)
        self.finder.found.connect(self._take_found)
        self.lines.given.connect(self._take_given)
        self.guidance.seen.connect(self._seen)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    # ------------------------------------------------------------------ what the side asks

    def open(self, look: Look, house: House) -> None:
        """Show the cause of a case; without one, ask under which it falls."""
        self._look, self._house, self._cause = look, house, None
        if look.cause:
            self._read(look.cause)
        else:
            self.do("other")

    def refresh(self, look: Look) -> None:
        """Take the case as it is now."""
        self._look = look

    def back(self) -> bool:
        """Go back to the cause from what is being asked; False where there is nothing to go to."""
        if self.currentWidget() is self.view or self._cause is None:
            return False
        self._show_view()
        return True

    def retranslate(self) -> None:
        """Set the words."""
        self.finder.hint(self.tr("A few letters, or a digit"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the digits while the cause is on show; Enter goes back to the case."""
        if is_plain(event) and self.currentWidget() is self.view and event.text() in BY_DIGIT:
            self.do(BY_DIGIT[event.text()])
        else:
            super().keyPressEvent(event)

    def do(self, code: str) -> None:
        """Do what a key or a button means for the cause on show."""
        asks: dict[str, Callable[[], object]] = {
            "category": self._ask_category, "whys": self._ask_whys, "act": self._ask_action,
            "settle": self._ask_settling, "rename": self._ask_name, "other": self._ask_cause,
            "part": self._part, "more": self._ask_what,
        }  # fmt: skip
        asks[code]()

    # ------------------------------------------------------------------ which cause

    def _ask_cause(self) -> None:
        look, house = self._look, self._house
        if look is None or house is None:
            return
        choices = [("new", self.tr("A new cause…"))]
        if look.alike:
            count = len(look.alike.complaint_ids)
            joined = self.tr("Join with those alike: {count}").format(count=count)
            choices.insert(0, ("alike", joined))
        choices += [(f"cause {one.id}", one.title) for one in house.causes]
        question = self.tr("Under which cause does {folio} fall?")
        self._choose(question.format(folio=look.case.folio), choices, self._take_cause)

    def _take_cause(self, key: str) -> None:
        look = self._look
        if look is None:
            return
        if key == "new":
            named = ("title", self.tr("What do these cases have in common?"), "")
            self._ask(self.tr("A new cause"), [named], self._make)
        elif key == "alike" and look.alike:
            group = look.alike
            self._join(group.cause.id if group.cause else "", group.complaint_ids)
        else:
            self._join(key.removeprefix("cause "), ())

    def _make(self, texts: dict[str, str]) -> None:
        if self._look:
            self._write(causing.begin, self._look.case.id, texts["title"], done=self._read)

    def _join(self, cause_id: str, group: Sequence[str]) -> None:
        if self._look:
            self._wanted = cause_id
            self._write(
                complaints.join, self._look.case.id, cause_id=cause_id, alike=group,
                done=self._joined,
            )  # fmt: skip

    def _joined(self, cause: Cause) -> None:
        self._wanted = ""
        self._read(cause)
        if look := self._look:
            text = self.tr("{folio} is joined: {cause}")
            self.place.messages.say(
                text.format(folio=look.case.folio, cause=cause.title), "ok",
                partial(self.place.jobs.write, self, complaints.part, look.case.id),
            )  # fmt: skip

    def _part(self) -> None:
        if self._look:
            self._write(complaints.part, self._look.case.id, done=lambda _case: self.closed.emit())

    # ------------------------------------------------------------------ about the cause

    def _ask_what(self) -> None:
        if self._cause:
            question = self.tr("What about this cause?")
            self._choose(question, self.view.choices(), self.do)

    def _ask_category(self) -> None:
        choices = [(code, say(CATEGORY_WORDS[code])) for code in CATEGORIES]
        self._choose(self.tr("What kind of cause is it?"), choices, self._take_category)

    def _take_category(self, category: str) -> None:
        if self._cause:
            self._write(causes.categorise, self._cause.cause.id, category, done=self._read)

    def _ask_whys(self) -> None:
        if self._cause:
            whys = causing.whys_of(self._cause.cause)
            label = self.tr("Why? ({number})")
            fields = [(str(n), label.format(number=n), why) for n, why in enumerate(whys, 1)]
            self._ask(self._cause.cause.title, fields, self._take_whys)

    def _take_whys(self, texts: dict[str, str]) -> None:
        if self._cause:
            self._write(causes.ask_why, self._cause.cause.id, list(texts.values()), done=self._read)

    def _ask_action(self) -> None:
        fields = [
            ("what", self.tr("What is going to be done"), ""),
            ("owner", self.tr("Who takes care of it"), ""),
            ("due_on", self.tr("By when (25/11, +10, Thursday)"), ""),
        ]
        self._ask(self.tr("An action against the cause"), fields, self._take_action)

    def _take_action(self, texts: dict[str, str]) -> None:
        if self._cause:
            self._write(
                causing.act, self._cause.cause.id, texts["what"], texts["owner"], texts["due_on"],
                zone=self.place.here.zone, done=self._read_again,
            )  # fmt: skip

    def _ask_settling(self) -> None:
        if self._cause:
            words = (("done", self.tr("Done: {what}")), ("dropped", self.tr("Dropped: {what}")))
            choices = [
                (f"{state} {action.id}", word.format(what=action.what))
                for state, word in words
                for action in self._cause.actions
                if action.state == "open"
            ]
            self._choose(self.tr("What became of it?"), choices, self._take_settling)

    def _take_settling(self, key: str) -> None:
        state, _, action_id = key.partition(" ")
        if state == "done":
            self._write(causes.settle, action_id, "done", done=self._read_again)
            return
        field = ("outcome", self.tr("Why is it dropped?"), "")
        self._ask(self.tr("An action is dropped"), [field], partial(self._drop, action_id))

    def _drop(self, action_id: str, texts: dict[str, str]) -> None:
        self._write(
            causes.settle, action_id, "dropped", outcome=texts["outcome"], done=self._read_again
        )

    def _ask_name(self) -> None:
        if self._cause:
            label = self.tr("What do these cases have in common?")
            field = ("title", label, self._cause.cause.title)
            self._ask(self.tr("Name it better"), [field], self._rename)

    def _rename(self, texts: dict[str, str]) -> None:
        if self._cause:
            self._write(causes.rename, self._cause.cause.id, texts["title"], done=self._read)

    # ------------------------------------------------------------------ guidance

    def _show_guidance(self, shown: Shown | None) -> None:
        if shown is None:
            self._take_category("person")
            return
        self.setCurrentWidget(self.guidance)
        self.guidance.show_guidance(shown)

    def _seen(self) -> None:
        """Go on to the next case, then do what was refused before."""
        if self._wanted:
            self._join(self._wanted, ())
        elif self._cause:
            self._write(causing.show_next, self._cause.cause.id, done=self._show_guidance)

    # ------------------------------------------------------------------ inside

    def _take_found(self, key: str) -> None:
        self._found(key)

    def _take_given(self, texts: dict[str, str]) -> None:
        self._given(texts)

    def _choose(
        self, question: str, choices: Sequence[tuple[str, str]], found: Callable[[str], object]
    ) -> None:
        self._found = found
        self.finder.ask(question, choices)
        self.setCurrentWidget(self._choosing)
        self.finder.setFocus()

    def _ask(
        self, title: str, fields: Sequence[tuple[str, str, str]],
        given: Callable[[dict[str, str]], object],
    ) -> None:  # fmt: skip
        self._given = given
        self.lines.ask(title, fields)
        self.setCurrentWidget(self.lines)
        self.lines.start()

    def _write(self, operation: Callable[..., Any], *values: Any, **named: Any) -> None:
        self.place.jobs.write(self, operation, *values, failed=self._refused, **named)

    def _refused(self, error: UserError) -> None:
        sentence = self.place.messages.sentence(error)
        if error.code == "cause.person":
            self.place.messages.say(sentence, "warn")
            if self._wanted and self._look:
                self._write(causing.show_of_case, self._look.case.id, done=self._show_guidance)
            elif self._cause:
                self._write(causing.show_next, self._cause.cause.id, done=self._show_guidance)
        elif self.currentWidget() is self.lines:
            self.lines.refuse(error.field, sentence)
        else:
            self.place.messages.refuse(error)

    def _read_again(self, _action: object) -> None:
        if self._cause:
            self._read(self._cause.cause)

    def _read(self, cause: Cause) -> None:
        now = self.place.jobs.now()
        self.place.jobs.read(self, causing.look, cause.id, now=now, done=self._show)

    def _show(self, look: CauseLook) -> None:
        self._cause = look
        self.view.show_look(look)
        self._show_view()

    def _show_view(self) -> None:
        self.setCurrentWidget(self.view)
        self.view.setFocus()
