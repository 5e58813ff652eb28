"""Two cards side by side, one below the other in large print; the page scrolls where it must."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QVBoxLayout, QWidget

from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.widgets.table import Table

LARGE_TEXT = 1.5
LIST_PX = 130


class TwoCards(QWidget):
    """Two columns of widgets and rows of buttons; its lists share what room there is."""

    def __init__(
        self, theme: Theme, *sides: tuple[QWidget | QLayout, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lists: list[Table] = []
        page = QWidget()
        page.setProperty("plain", True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space("m"))
        for side in sides:
            self._row.addWidget(self._card(side), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(page)
        whole.addWidget(self._area)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def is_large(self) -> bool:
        """Whether the cards stand one below the other."""
        return self._theme.scale >= LARGE_TEXT

    def show_part(self, part: QWidget) -> None:
        """Scroll to a part, which a focus that is set does not do by itself."""
        self._area.ensureWidgetVisible(part)

    def _card(self, parts: tuple[QWidget | QLayout, ...]) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(self._theme.space("s"))
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
                continue
            column.addWidget(part, 1 if isinstance(part, Table) else 0)
            if isinstance(part, Table):
                self._lists.append(part)
        return card

    def _fit(self) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if self.is_large else across)
        for table in self._lists:
            table.setMinimumHeight(self._theme.px(LIST_PX))
