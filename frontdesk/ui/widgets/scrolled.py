"""A page that scrolls where it is higher than its room: with large text every form is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from frontdesk.ui.theme import Theme


def bare_page(
    theme: Theme, sides: str, above: str, below: str, *, between: str
) -> tuple[QWidget, QVBoxLayout]:
    """Return a page without a ground of its own, and the column for its parts, with distances of
    the spacing scale.
    """
    page = QWidget()
    page.setProperty("plain", True)
    column = QVBoxLayout(page)
    column.setContentsMargins(*map(theme.space, (sides, above, sides, below)))
    column.setSpacing(theme.space(between))
    return page, column


def scrolled(page: QWidget) -> QScrollArea:
    """Return a frameless area around a page; Tab brings the next field into view."""
    area = QScrollArea()
    bare(area, page)
    return area


def bare(area: QScrollArea, page: QWidget) -> None:
    """Let an area without a frame of its own scroll a page up and down."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
