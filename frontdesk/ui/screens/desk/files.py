"""The files kept with an article, as the desk hands them on: a button each, which saves a copy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from frontdesk.core.attachments import Attachment
from frontdesk.ui.attaching import Attaching
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.desk.facts import Section
from frontdesk.ui.widgets.flow import FlowLayout
from frontdesk.ui.workplace import Workplace


class Files(Translated, Section):
    """The row under its word."""

    def __init__(self, place: Workplace) -> None:
        self._buttons: list[QPushButton] = []
        row = QWidget()
        self._row = FlowLayout(place.theme.space("s"), row)
        super().__init__(row)
        self._place = place
        self._files: tuple[Attachment, ...] = ()
        self._saving = Attaching(place, str)
        self._saving.setParent(self)
        place.theme.changed.connect(self._draw)
        self.retranslate()

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Show other files."""
        if tuple(files) == self._files:
            return
        self._files = tuple(files)
        while self._buttons:
            button = self._buttons.pop()
            self._row.removeWidget(button)
            button.deleteLater()
        for file in files:
            words = f"{file.name} · {self._place.wording.size(file.bytes)}"
            button = QPushButton(words.replace("&", "&&"))
            button.setAccessibleName(words)
            button.clicked.connect(partial(self._saving.save_copy, file.sha256, file.name))
            self._row.addWidget(button)
            self._buttons.append(button)
        self._draw()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.set_title(self.tr("To hand on"))
        for button in self._buttons:
            button.setAccessibleDescription(self.tr("Saves a copy"))
            button.setToolTip(self.tr("Saves a copy"))

    def _draw(self) -> None:
        for button in self._buttons:
            button.setIcon(self._place.icons.icon("file-text", "accent"))
            button.setIconSize(self._place.icons.size())
