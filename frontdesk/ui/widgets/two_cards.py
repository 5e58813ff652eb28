"""Two cards side by side, one below the other in large print; the page scrolls where it must."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.room import fill
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.widgets.table import Table

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
            self._row.addWidget(Card(theme, *side), 1)
            self._lists += (part for part in side if isinstance(part, Table))
        self._area = scrolled(page)
        fill(self, self._area)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def is_large(self) -> bool:
        """Whether the cards stand one below the other."""
        return self._theme.is_large

    def show_part(self, part: QWidget) -> None:
        """Scroll to a part, which a focus that is set does not do by itself."""
        self._area.ensureWidgetVisible(part)

    def _fit(self) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if self.is_large else across)
        for table in self._lists:
            table.setMinimumHeight(self._theme.px(LIST_PX))
