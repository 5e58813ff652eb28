"""Beside the fields: the article as the desk shows it, and what its text makes hard to reach."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from frontdesk.ui.keys import ENTER, is_plain
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.article import words
from frontdesk.ui.screens.article.form import Sheet, Verdict
from frontdesk.ui.widgets.keyed_list import KeyedList, LinesModel
from frontdesk.ui.widgets.label import dress
from frontdesk.ui.widgets.long_reading import LongReading
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.workplace import Workplace

FINDINGS_SHARE = 0.4  # of the height, at most


class Side(Translated, QWidget):
    """Preview and findings. `line_wanted` carries the line of a finding that was chosen."""

    line_wanted = Signal(int)
    asked_for = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._verdict: Verdict | None = None
        self._heading, self._title, self._say = QLabel(), QLabel(), QLabel()
        self._told, self._empty, self._lines = QLabel(), QLabel(), LinesModel()
        self.text, self.list = LongReading(), Findings(self._lines, place.theme)
        self.text.asked_for.connect(self.asked_for)
        self.list.picked.connect(self._pick)
        self._lay_out(place)
        self.retranslate()

    def show_sheet(self, sheet: Sheet, caret: int = -1) -> None:
        """Show an article as it is typed, and of its text the place of the caret."""
        self._title.setText(str(sheet["title"]))
        self._title.setVisible(bool(sheet["title"]))
        self._say.setText(str(sheet["say"]))
        self._say_frame.setVisible(bool(sheet["say"]))
        self._empty.setVisible(not any(sheet[name] for name in ("title", "say", "body")))
        facts = {name: str(sheet[name]) for name in words.FACTS}
        amount = (sheet["cost"], sheet["currency"]) if sheet["cost"] else ()
        facts["cost"] = " ".join(filter(None, (*amount, sheet["cost_note"])))
        front = words.front(facts, sheet["requirements"], [step[0] for step in sheet["steps"]])
        self.text.show_markdown("\n\n".join(filter(None, (front, str(sheet["body"])))))
        if caret >= 0:
            offset = caret + (len(front) + 2 if front else 0)
            QTimer.singleShot(0, self, partial(self._follow, offset))  # once it has its height

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what was found in the text."""
        self._verdict = verdict
        told = [words.finding(found) for found in verdict.findings]
        told += [self.tr("No article “{name}” to link to").format(name=n) for n in verdict.broken]
        self._lines.set_rows(told)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if told else Qt.FocusPolicy.NoFocus)
        self._told.setText(self._in_words(verdict))
        for area in (self._rule, self._found_area):
            area.setVisible(bool(self._told.text()))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the findings what they need, and leave most to the text."""
        super().resizeEvent(event)
        self._fit()

    def told(self) -> list[str]:
        """Return what was found, line by line."""
        return [str(self._lines.index(n, 0).data()) for n in range(self._lines.rowCount())]

    def retranslate(self) -> None:
        """Set the words."""
        self._heading.setText(self.tr("As the desk shows it"))
        self._empty.setText(self.tr("Here stands what you write. Begin with the title."))
        self.text.setAccessibleName(self.tr("As the desk shows it"))
        self.list.setAccessibleName(self.tr("What makes the text hard to reach"))
        self.list.setAccessibleDescription(self.tr("Enter goes to the line"))
        if self._verdict:
            self.show_verdict(self._verdict)

    def _in_words(self, verdict: Verdict) -> str:
        count = len(verdict.findings) + len(verdict.broken)
        told = self.tr("Nothing stands in the way of a reader") if verdict.ease else ""
        if count:
            told = self.tr("To be mended: {count}").format(count=count)
        if verdict.ease:
            ease = self.tr("{words} words, {length} a sentence, {level} ({score})").format(
                words=verdict.ease.words, length=f"{verdict.ease.words_per_sentence:.0f}",
                level=words.say(words.LEVELS[verdict.ease.level]),
                score=f"{verdict.ease.score:.0f}",
            )  # fmt: skip
            told = f"{told}\n{ease}"
        return told

    def _lay_out(self, place: Workplace) -> None:
        space = place.theme.space
        page = QWidget()
        page.setProperty("plain", True)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, space("s"), 0)
        inner.setSpacing(space("m"))
        self._say_frame = QFrame()
        self._say_frame.setProperty("say", True)
        framed = QVBoxLayout(self._say_frame)
        framed.addWidget(self._say)
        for label, role in ((self._title, "title"), (self._say, "lead"), (self._told, "small"),
                            (self._heading, "heading"), (self._empty, "muted")):  # fmt: skip
            dress(label, role)
        for widget in (self._empty, self._title, self._say_frame, self.text):
            inner.addWidget(widget)
        inner.addStretch(1)
        self._rule = QFrame()
        self._rule.setProperty("rule", True)
        found = QWidget()
        found.setProperty("plain", True)
        self._below = below = QVBoxLayout(found)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._told)
        below.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(space("l"), space("m"), space("m"), space("m"))
        column.addWidget(self._heading)
        self._page_area = scrolled(page)
        column.addWidget(self._page_area, 1)
        column.addWidget(self._rule)
        self._found_area = scrolled(found)
        column.addWidget(self._found_area)

    def _follow(self, offset: int) -> None:
        place = self.text.y() + self.text.place_of(offset)
        self._page_area.ensureVisible(0, place, 0, self._page_area.height() // 3)

    def _fit(self) -> None:
        needed = self._told.heightForWidth(self._found_area.viewport().width())
        needed += self.list.height() + self._below.spacing() + 4
        self._found_area.setFixedHeight(min(needed, round(self.height() * FINDINGS_SHARE)))

    def _pick(self, row: int) -> None:
        if self._verdict and 0 <= row < len(self._verdict.findings):
            self.line_wanted.emit(self._verdict.findings[row].line)


class Findings(KeyedList):
    """The findings: Enter goes to the line of one, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and the digits as well."""
        plain = is_plain(event)
        digit = event.key() - Qt.Key.Key_1
        if plain and event.key() in ENTER and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex().row())
        elif plain and 0 <= digit < min(9, self.model().rowCount()):
            self.picked.emit(digit)
        else:
            super().keyPressEvent(event)
