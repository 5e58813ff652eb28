"""How parts share the room of a screen: one that fills it, or two with a handle between them."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from frontdesk.ui.theme import Theme


def fill(whole: QWidget, part: QWidget) -> None:
    """Let a part take all the room of a widget."""
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part)


def side_by_side(theme: Theme, *sides: tuple[QWidget, int]) -> QSplitter:
    """Return parts beside each other, each with its share of the width; one may drag between."""
    split = QSplitter()
    split.setChildrenCollapsible(False)
    split.setHandleWidth(theme.space("m"))
    for part, share in sides:
        split.addWidget(part)
        split.setStretchFactor(split.count() - 1, share)
    split.setSizes([share * 10 for _, share in sides])
    for part, _ in reversed(sides):  # Qt turns the order round in which a screen reader meets them
        part.lower()
    return split
