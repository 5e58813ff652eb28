"""Offices: where they are, when they are open, and the closures of one of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.records.record import FieldSpec, Noun, Record
from frontdesk.ui.records.screen import RecordsScreen
from frontdesk.ui.screens.offices import form
from frontdesk.ui.screens.offices.closures import OfficeClosures
from frontdesk.ui.widgets.week_hours import UNSURE

OFFICES = Noun(
    name="offices",
    context="Offices",
    title=QT_TRANSLATE_NOOP("Offices", "Offices and hours"),
    empty=QT_TRANSLATE_NOOP("Offices", "No office with these letters. Insert begins a new one."),
    tables=frozenset({"office", "closure"}),
    read=form.read,
    save=form.save,
    retire=form.retire,
    flows_down=True,
    fields=(
        FieldSpec("name", "text", QT_TRANSLATE_NOOP("Offices", "&Name"), most=200),
        FieldSpec("hours", "hours", QT_TRANSLATE_NOOP("Offices", "&Hours")),
        FieldSpec("code", "text", QT_TRANSLATE_NOOP("Offices", "&Code"), most=40),
        FieldSpec("floor", "text", QT_TRANSLATE_NOOP("Offices", "&Floor"), most=80),
        FieldSpec("room", "text", QT_TRANSLATE_NOOP("Offices", "&Room or counter"), most=80),
        FieldSpec(
            "directions", "long", QT_TRANSLATE_NOOP("Offices", "How to &get there, on the slip")
        ),
        FieldSpec("phone", "text", QT_TRANSLATE_NOOP("Offices", "&Phone"), most=80),
        FieldSpec(
            "last_admission_min", "number",
            QT_TRANSLATE_NOOP("Offices", "Last &admission (min before closing)"),
            most=600,
        ),
        FieldSpec("keywords", "text", QT_TRANSLATE_NOOP("Offices", "Found also by these &words")),
        FieldSpec(
            "site", "office", QT_TRANSLATE_NOOP("Offices", "&Branch"),
            QT_TRANSLATE_NOOP("Offices", "Empty: an office of all branches"),
            choices=form.branches,
        ),
        FieldSpec("external", "tick", QT_TRANSLATE_NOOP("Offices", "&External: not in our house")),
    ),
)  # fmt: skip


class OfficesScreen(RecordsScreen):
    """The list of offices with their form."""

    noun = OFFICES
    audited = "office"

    def worded(self, record: Record) -> Record:
        """Say of whom the hours are not known for certain; a filter finds them by these words."""
        hours = str(record.values["hours"])
        if hours and UNSURE not in hours:
            return record
        text = QCoreApplication.translate("Offices", "hours not known")
        if hours:
            text = QCoreApplication.translate("Offices", "hours to be checked")
        return replace(record, under=" · ".join(filter(None, (text, record.under))))

    def own_part(self) -> QWidget | None:
        """Return the closures of the office on show."""
        self._closures = OfficeClosures(self.place)
        return self._closures

    def shows(self, record: Record | None) -> None:
        """Show the closures of this office."""
        self._closures.show_office(record.id if record else "")
