"""F1 and what it leads to: the sheet of keys, and from it the manual at what is on screen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from frontdesk.base.text import line

if TYPE_CHECKING:
    from frontdesk.store.store import Store
    from frontdesk.ui.window import MainWindow

SCREEN = "screen.manual"
DESK = "window.desk"


class Help(QObject):
    """The help of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.commands.bind("window.keys", self.open_keys)
        window.commands.bind("manual.save", self._ask_file)

    def open_keys(self) -> None:
        """Show the sheet of keys; F1 again leads on to the section of what is on screen."""
        from frontdesk.core import manual
        from frontdesk.ui.cheat_sheet import CheatSheet

        window = self._window
        lang = window.place.language.code
        here = manual.about(lang, window.subject_id()) or manual.about(lang, DESK)
        sheet = CheatSheet(window.commands, window.place, window.own_keys(), here)
        if here:
            sheet.manual_asked.connect(partial(self.open_section, here.id))
        sheet.open()

    def open_section(self, section_id: str) -> None:
        """Open the manual at a section."""
        self._window.open_screen(SCREEN).show_one(section_id)

    def _ask_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name = self.tr("Frontdesk manual.pdf")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Manual as PDF"), name, "PDF (*.pdf)"
        )
        if chosen:
            place, file = self._window.place, Path(chosen)
            saved = partial(self._tell_saved, file)
            place.jobs.slow(self, _save, file, place.language.code, done=saved)

    def _tell_saved(self, file: Path, pages: int) -> None:
        told = self.tr("{file} has {count} pages").format(file=line(file.name), count=pages)
        self._window.place.messages.say(told, "ok")


def _save(_store: Store, file: Path, lang: str) -> int:
    from frontdesk.ui.booklet import write

    return write(file, lang)
