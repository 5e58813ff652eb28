"""An office or a person of the house at the right-hand side: where, when, how to ring."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from frontdesk.core.desk import Place, Somebody
from frontdesk.ui.language import Translated
from frontdesk.ui.screens.desk.facts import Fact, PlaceLine
from frontdesk.ui.widgets.scrolled import bare_page
from frontdesk.ui.workplace import Workplace


class HousePane(Translated, QScrollArea):
    """An office, or a person with their office."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        page, column = bare_page(place.theme, "xl", "xl", "l", between="m")
        self._chip, self._title, self._role = QLabel(), QLabel(), QLabel()
        self._chip.setProperty("chip", True)
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._role.setProperty("role", "lead")
        self._spot = PlaceLine(place)
        self._phone, self._hours = Fact("phone", place), Fact("clock", place, role="lead")
        self._mail = Fact("send", place)
        column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._title, self._role, self._spot, self._phone, self._mail, self._hours):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(page)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._phone.set_title(self.tr("Phone"))
        self._mail.set_title(self.tr("E-mail"))
        self._hours.set_title(self.tr("Hours"))
        self.setAccessibleName(self.tr("Office or person"))

    def show_seen(self, seen: Place | Somebody, now: datetime) -> None:
        """Show an office or a person."""
        person = seen.person if isinstance(seen, Somebody) else None
        spot = seen.place if isinstance(seen, Somebody) else seen
        office = spot.office if spot else None
        self._chip.setText(self._place.wording.kind("person" if person else "office"))
        self._title.setText(person.name if person else office.name if office else "")
        self._role.setText(person.title if person else "")
        self._role.setVisible(bool(person and person.title))
        self._spot.show_place(spot, now, in_full=person is None)
        phone = person.phone if person else ""
        self._phone.show_fact(phone or (office.phone if office else ""))
        self._mail.show_fact(person.email if person else "")
        self._hours.show_fact(self._place.wording.hours(office.hours) if office else "")
