"""A section of the manual that the box found, to be read beside the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from frontdesk.core.manual import Section
from frontdesk.ui.handbook import ManualText
from frontdesk.ui.language import Translated
from frontdesk.ui.widgets.foot import foot, stand
from frontdesk.ui.widgets.scrolled import bare_page
from frontdesk.ui.workplace import Workplace


class SectionPane(Translated, QFrame):
    """Title and text; one key opens the manual there."""

    opened = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place, self._id = place, ""
        self._chip, self._title, self._open = QLabel(), QLabel(), QPushButton()
        self.text = ManualText(place.theme)
        self._chip.setProperty("chip", True)
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._open.clicked.connect(lambda: self.opened.emit(self._id))
        self.text.asked_for.connect(self.opened)
        page, inside = bare_page(place.theme, "xl", "xl", "xs", between="m")
        inside.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._title, self.text):
            inside.addWidget(widget)
        row = foot(self._open, QLabel(), place.theme.space("m"))
        stand(self, place.theme, page, row, grows=False)
        self.retranslate()

    def show_section(self, section: Section) -> None:
        """Show a section."""
        self._id = section.id
        self._chip.setText(f"{self._place.wording.kind('manual')} · {section.chapter}")
        self._title.setText(section.title)
        self.text.setAccessibleName(section.title)
        self.text.show_markdown(section.text)

    def retranslate(self) -> None:
        """Set the words."""
        self._open.setText(self.tr("Open the manual (Enter)"))
