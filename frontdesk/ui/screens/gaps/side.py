"""The gap in hand at the right: all ways of asking, what is found today, what helped since."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from frontdesk.base import clock
from frontdesk.core.gaps import Gap
from frontdesk.ui.language import QT_TRANSLATE_NOOP, Translated
from frontdesk.ui.screens.gaps import form, model
from frontdesk.ui.screens.gaps.form import Named
from frontdesk.ui.screens.gaps.model import say
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.foot import spread, stand
from frontdesk.ui.widgets.label import dress
from frontdesk.ui.widgets.scrolled import bare_page
from frontdesk.ui.workplace import Workplace

SHOWN_TEXTS = 8
DEEDS = {
    "write": QT_TRANSLATE_NOOP("Gaps", "Write the article"),
    "synonym": QT_TRANSLATE_NOOP("Gaps", "Add a synonym"),
    "link": QT_TRANSLATE_NOOP("Gaps", "Link to an article"),
    "dismiss": QT_TRANSLATE_NOOP("Gaps", "Dismiss"),
    "reopen": QT_TRANSLATE_NOOP("Gaps", "Open again"),
}
DONE = {
    "written": QT_TRANSLATE_NOOP("Gaps", "An article was begun on {day}."),
    "synonym": QT_TRANSLATE_NOOP("Gaps", "A synonym was added on {day}: {text}."),
    "linked": QT_TRANSLATE_NOOP("Gaps", "It was linked to an article on {day}."),
    "dismissed": QT_TRANSLATE_NOOP("Gaps", "Dismissed on {day}: {text}"),
}


class Side(Translated, QWidget):
    """One gap. `asked` carries the deed whose button was pressed."""

    asked = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._gap: Gap | None = None
        self._found: list[Named] | None = None
        self._words, self._kinds, self._since = QLabel(), QLabel(), QLabel()
        self._others_head, self._others = QLabel(), QLabel()
        self._today_head, self._today = QLabel(), QLabel()
        self._done_head, self._done = QLabel(), QLabel()
        self._buttons = {deed: QPushButton() for deed in form.DIGITS}
        self._lay_out()
        place.theme.changed.connect(self._place_buttons)
        for deed, button in self._buttons.items():
            button.clicked.connect(partial(self.asked.emit, deed))
        self.retranslate()

    def show_gap(self, gap: Gap | None) -> None:
        """Show another gap; what is found for it today follows."""
        self._gap, self._found = gap, None
        self.retranslate()

    def show_found(self, found: list[Named]) -> None:
        """Show what the box finds today for the words of the gap."""
        self._found = found
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        gap = self._gap
        self.setAccessibleName(self.tr("The gap in hand"))
        self._words.setText(gap.id if gap else self.tr("Nothing is missing"))
        self._kinds.setText(model.kinds(gap) if gap else "")
        self._since.setText(self._known(gap) if gap else "")
        self._others_head.setText(self.tr("Asked in other words"))
        self._today_head.setText(self.tr("What the box finds today"))
        self._done_head.setText(self.tr("What was done"))
        others = gap.texts[1 : 1 + SHOWN_TEXTS] if gap else ()
        _show(self._others_head, self._others, " · ".join(others))
        _show(self._today_head, self._today, self._finds())
        _show(self._done_head, self._done, self._came_of(gap) if gap else "")
        shown = form.deeds(gap)
        for deed, button in self._buttons.items():
            word = say(DEEDS[deed])
            button.setText(f"{form.DIGITS[deed]}  {word}")
            button.setAccessibleName(word)
            button.setAccessibleDescription(form.DIGITS[deed])
            button.setVisible(deed in shown)

    def _known(self, gap: Gap) -> str:
        day = self._day(gap.first_at)
        parts = [self.tr("since {day}").format(day=day)]
        if len(gap.desks) > 1:
            parts.append(self.tr("desks: {count}").format(count=len(gap.desks)))
        return " · ".join(parts)

    def _finds(self) -> str:
        if self._found is None:
            return ""
        titles = [title for _, title in self._found[:3]]
        return " · ".join(titles) or self.tr("Nothing")

    def _came_of(self, gap: Gap) -> str:
        """Return what was done, and before and after in numbers."""
        closing = gap.closing
        if closing is None:
            return ""
        done = say(DONE[closing.how]).format(day=self._day(closing.at), text=closing.text)
        counts = self.tr(
            "Missed before: {before}, since: {after}. Found and chosen since: {chosen}."
        )
        told = counts.format(before=closing.before, after=gap.after, chosen=gap.chosen)
        return f"{done}\n{told}"

    def _day(self, at: str) -> str:
        words = self._place.wording
        return words.day(clock.day(clock.parse(at), words.zone))

    def _lay_out(self) -> None:
        page, column = bare_page(self._place.theme, "l", "m", "m", between="s")
        for label, role in (
            (self._words, "title"), (self._kinds, "body"), (self._since, "muted"),
            (self._others_head, "heading"), (self._others, "body"),
            (self._today_head, "heading"), (self._today, "body"),
            (self._done_head, "heading"), (self._done, "body"),
        ):  # fmt: skip
            dress(label, role)
            column.addWidget(label)
        self._buttons["write"].setProperty("primary", True)
        for button in self._buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        space = self._place.theme.space("s")
        self._rows = FlowLayout(space), FlowLayout(space)
        column.addLayout(self._rows[0])
        column.addStretch(1)
        stand(self, self._place.theme, page, self._rows[1], grows=True)
        self._place_buttons()

    def _place_buttons(self) -> None:
        spread(self._place.theme, tuple(self._buttons.values()), *self._rows)


def _show(head: QLabel, label: QLabel, text: str) -> None:
    label.setText(text)
    for part in (head, label):
        part.setVisible(bool(text))
