"""A row of buttons made of actions, each with its key beside its word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from frontdesk.ui.icons import Icons
from frontdesk.ui.theme import Theme

# From roomy to narrow, what has a function key and what has another: everybody knows Ctrl+C, the
# function keys are ours to teach. The icon stays.
FORMS = (
    ("{word}  {key}", "{word}  {key}"),
    ("{word}  {key}", "{word}"),
    ("{word}  {key}", ""),
    ("{key}", "{key}"),
    ("{key}", ""),
)


class ActionBar(QFrame):
    """Buttons for what can be done now; the words come from the actions."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._icons = icons
        self._buttons: list[tuple[QPushButton, QAction, str, str]] = []
        self._row = QHBoxLayout(self)
        space = theme.space  # the icon of the first button stands under the words of the card
        self._row.setContentsMargins(space("l"), space("xs"), space("s"), space("s"))
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._draw)

    def set_actions(self, actions: Sequence[tuple[QAction, str, str]]) -> None:
        """Show buttons for actions, each with its icon and its key as people read it."""
        for action, icon, key in actions:
            button = QPushButton()
            button.setProperty("flat", True)
            button.clicked.connect(action.trigger)
            action.changed.connect(self._write)
            self._row.insertWidget(self._row.count() - 1, button)
            self._buttons.append((button, action, icon, key))
        self._draw()
        self._write()

    def _draw(self) -> None:
        for button, _, icon, _ in self._buttons:
            button.setIcon(self._icons.icon(icon, "accent"))
            button.setIconSize(self._icons.size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        around = self._row.contentsMargins()
        room = self.width() - around.left() - around.right()
        for ours, others in FORMS:
            for button, action, _, key in self._buttons:
                form = ours if key.startswith("F") else others
                button.setText(form.format(word=action.text(), key=key))
                button.setToolTip(f"{action.text()} ({key})")
                button.setAccessibleName(action.text())
                button.setAccessibleDescription(key)
            if sum(button.sizeHint().width() for button, *_ in self._buttons) <= room:
                break
