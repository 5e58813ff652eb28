"""Ctrl+H: the history of the record in hand, be it on a screen of its own or on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from frontdesk.ui.screen import Screen

if TYPE_CHECKING:
    from frontdesk.ui.screens.audit.screen import AuditScreen
    from frontdesk.ui.window import MainWindow

SCREEN = "screen.audit"


class RecordHistory(QObject):
    """The histories of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.commands.bind("record.history", self.open)

    def open(self) -> None:
        """Show what was done to the record in hand; say so where there is none."""
        window = self._window
        record = self._in_hand()
        if record is None:
            said = self.tr("Choose an article, a complaint or another record first")
            window.place.messages.say(said, "info")
            return
        screen: AuditScreen = window.open_screen(SCREEN)  # type: ignore[assignment]
        screen.show_record(*record)

    def _in_hand(self) -> tuple[str, str, str] | None:
        """Return noun, id and title of the record that is on screen."""
        window = self._window
        shown = window.stack.currentWidget()
        if isinstance(shown, Screen):
            return shown.in_hand()
        matter = window.desk.matter()
        if matter.article_id:
            return "article", matter.article_id, matter.title
        return ("office", matter.office_id, matter.query) if matter.office_id else None
