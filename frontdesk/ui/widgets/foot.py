"""The foot of a form: the button that does it, and a few quiet words on how to leave.

It follows the last field, and stays in view where the fields have to scroll: what one types is of
no use as long as one does not see how it is handed in.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.widgets.scrolled import bare

MARGIN_PX = 32  # above and below the field in use: its name is seen with it


def foot(does: QPushButton, how: QLabel, spacing: int) -> QHBoxLayout:
    """Dress a form's button and words, and return them side by side."""
    does.setProperty("primary", True)
    how.setProperty("role", "muted")
    how.setWordWrap(True)
    row = QHBoxLayout()
    row.setSpacing(spacing)
    row.addWidget(does)
    row.addWidget(how, 1)
    return row


def stand(whole: QWidget, theme: Theme, page: QWidget, row: QLayout, *, grows: bool) -> None:
    """Let the fields of a form and its foot fill a widget; a page that grows takes all the room.

    The foot has the page's margins at the sides, and as much below as the page has above.
    """
    around = (page.layout() or page).contentsMargins()
    row.setContentsMargins(around.left(), theme.space("s"), around.right(), around.top())
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Fields(page), int(grows))
    column.addLayout(row)
    if not grows:
        column.addStretch(1)


def spread(
    theme: Theme, buttons: Sequence[QPushButton], page: FlowLayout, foot: FlowLayout
) -> None:
    """Keep the buttons at the foot; in large print only the first, the others end the page."""
    first, *others = buttons
    for button, row in (
        (first, foot),
        *((one, page if theme.is_large else foot) for one in others),
    ):
        if row.indexOf(button) < 0:
            row.addWidget(button)


class Fields(QScrollArea):
    """A page that is as high as its fields where there is room, and scrolls where there is not."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        bare(self, page)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        """Return all of the page in the width there is."""
        width, wanted = self.viewport().width(), self._page.sizeHint()
        if self._page.hasHeightForWidth():
            wanted.setHeight(self._page.heightForWidth(width))
        return wanted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page when a field says more or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field in view in which one types, when a message takes some of the room."""
        super().resizeEvent(event)
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _left: QWidget | None, entered: QWidget | None) -> None:
        if entered and self.isAncestorOf(entered):
            self.ensureWidgetVisible(entered, 0, MARGIN_PX)
