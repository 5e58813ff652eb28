"""A framed part of a screen: its title, what stands beside it, and the rest from the top down."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.label import dress

ROOMY = QAbstractScrollArea | QSplitter | QStackedWidget
EDGE_PX = 1  # the line around a card, which what fills it must not paint over


class Card(QFrame):
    """Widgets and rows of them; what scrolls takes the room that is left, else it stays empty."""

    def __init__(
        self,
        theme: Theme,
        *parts: QWidget | QLayout,
        title: QLabel | None = None,
        beside: tuple[QWidget, ...] = (),
    ) -> None:
        super().__init__()
        self.setProperty("card", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space("m"), theme.space("s")) * 2)
        column.setSpacing(theme.space("s"))
        if title:
            column.addLayout(_head(title, beside))
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part, int(_takes_room(part)))
            else:
                column.addWidget(part, int(_takes_room(part)))
        if not any(map(_takes_room, parts)):
            column.addStretch(1)


def framed(page: QWidget) -> QFrame:
    """Return a card that a page fills to its edge: the margins are the page's own."""
    card = QFrame()
    card.setProperty("card", True)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
    inside.addWidget(page)
    return card


def _head(title: QLabel, beside: tuple[QWidget, ...]) -> QHBoxLayout:
    dress(title, "strong")
    row = QHBoxLayout()
    row.addWidget(title, 1)
    for part in beside:
        row.addWidget(part)
    return row


def _takes_room(part: QWidget | QLayout) -> bool:
    if isinstance(part, QLayout):
        items = (part.itemAt(place) for place in range(part.count()))
        return any(isinstance(item.widget(), ROOMY) for item in items if item)
    return isinstance(part, ROOMY)
