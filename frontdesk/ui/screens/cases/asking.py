"""A few fields of one line each, asked for on a page of their own; and what was in force a day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from frontdesk.core.complaints.guidance import Shown as Article
from frontdesk.ui.keys import ENTER
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.cases.causing import Shown
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.item_list import Item, ItemList
from frontdesk.ui.widgets.label import dress
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.workplace import Workplace


class Lines(Translated, QWidget):
    """A question and its fields. `given` carries their texts, by name; Enter anywhere gives."""

    given = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        space = place.theme.space
        self.fields: dict[str, Field] = {}
        self._title, self._save, self._page = QLabel(), QPushButton(), QWidget()
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        self._save.setProperty("primary", True)
        self._page.setProperty("plain", True)
        self._rows = QVBoxLayout(self._page)
        self._rows.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        column.addWidget(self._title)
        column.addWidget(scrolled(self._page), 1)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self._save.clicked.connect(self._give)
        self.retranslate()

    def ask(self, title: str, fields: Sequence[tuple[str, str, str]]) -> None:
        """Ask for fields of (name, label, text)."""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._title.setText(title)
        self.setAccessibleName(title)
        self.fields = {}
        for name, label, text in fields:
            entry = QLineEdit(text)
            self.fields[name] = field = Field(entry)
            field.set_label(label)
            entry.textEdited.connect(field.accept)
            self._rows.addWidget(field)
            field.show()  # at once, or a quick Tab would go past it
        self._rows.addStretch(1)
        chain = [*(field.entry for field in self.fields.values()), self._save]
        for one, following in pairwise(chain):
            self.setTabOrder(one, following)

    def start(self) -> None:
        """Put the caret into the first field that is empty."""
        entries = [field.entry for field in self.fields.values()]
        empty = [e for e in entries if isinstance(e, QLineEdit) and not e.text()]
        (empty or entries)[0].setFocus()

    def refuse(self, name: str, sentence: str) -> None:
        """Say beside a field, or the first one, what has to be mended."""
        field = self.fields.get(name) or next(iter(self.fields.values()))
        field.refuse(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter from the fields, with Ctrl or without."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self._give()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        self._save.setText(self.tr("Put on record (Enter)"))

    def _give(self) -> None:
        entries = {name: field.entry for name, field in self.fields.items()}
        self.given.emit({n: e.text() for n, e in entries.items() if isinstance(e, QLineEdit)})


class GuidanceView(Translated, QWidget):
    """What the desk was told to say on the day of a case. `seen` comes with Enter."""

    seen = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._shown: Shown | None = None
        space = place.theme.space
        self._title, self._why, self._text = QLabel(), QLabel(), QLabel()
        self._items, self._next = ItemList(place.theme, numbered=True), QPushButton()
        page = QWidget()
        page.setProperty("plain", True)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        for label, role in ((self._title, "title"), (self._why, "muted"), (self._text, "lead")):
            dress(label, role)
            label.setMinimumWidth(1)  # or a folio in large text would be wider than its room
            inner.addWidget(label)
        inner.addWidget(self._items)
        inner.addStretch(1)
        self._next.setProperty("primary", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        column.addWidget(scrolled(page), 1)
        column.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeft)
        self._next.clicked.connect(self.seen)
        self.setFocusProxy(self._next)
        self.retranslate()

    def show_guidance(self, shown: Shown) -> None:
        """Show what there was to go by for a case."""
        self._shown = shown
        self.retranslate()
        self._next.setFocus()

    def told(self) -> str:
        """Return what is shown, as screen readers read it."""
        return f"{self._title.text()}. {self._items.accessibleName()}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.seen.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        self._next.setText(self.tr("Seen (Enter)"))
        is_large = self._place.theme.is_large  # a folio in a title's size has no room
        self._title.setProperty("role", "strong" if is_large else "title")
        self._title.style().polish(self._title)
        self._why.setText(
            self.tr("A person is named as a cause only once this has been seen: what the house had "
                    "told them on that day.")
        )  # fmt: skip
        if self._shown is None:
            return
        case, found = self._shown.case, self._shown.guidance
        day = self._place.wording.day_text(found.on)
        self._title.setText(self.tr("{folio}: what there was on {day}").format(
            folio=case.folio, day=day))  # fmt: skip
        self._text.setText(case.text)
        article = self.tr("No article covered this case.")
        items = [_item(found.article)] if found.article else [Item(article)]
        none = Item(self.tr("No news was in force."))
        self._items.set_items((*items, *(map(_item, found.news) if found.news else (none,))))
        self.setAccessibleName(self.told())


def _item(article: Article) -> Item:
    return Item(article.title, article.say)
