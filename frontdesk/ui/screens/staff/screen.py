"""Staff: whom the desk rings, and at which office they are."""

from __future__ import annotations

from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.records.record import FieldSpec, Noun
from frontdesk.ui.records.screen import RecordsScreen
from frontdesk.ui.screens.staff import form

STAFF = Noun(
    name="staff",
    context="Staff",
    title=QT_TRANSLATE_NOOP("Staff", "Staff"),
    empty=QT_TRANSLATE_NOOP("Staff", "Nobody with these letters. Insert begins a new one."),
    tables=frozenset({"person", "office"}),
    read=form.read,
    save=form.save,
    retire=form.retire,
    flows_down=True,
    fields=(
        FieldSpec("name", "text", QT_TRANSLATE_NOOP("Staff", "&Name"), most=200),
        FieldSpec("title", "text", QT_TRANSLATE_NOOP("Staff", "&What they do"), most=200),
        FieldSpec(
            "office_id", "office", QT_TRANSLATE_NOOP("Staff", "&Office"), choices=form.choices
        ),
        FieldSpec("phone", "text", QT_TRANSLATE_NOOP("Staff", "&Phone"), most=80),
        FieldSpec("email", "text", QT_TRANSLATE_NOOP("Staff", "&E-mail"), most=200),
        FieldSpec("code", "text", QT_TRANSLATE_NOOP("Staff", "&Code"), most=40),
        FieldSpec("keywords", "text", QT_TRANSLATE_NOOP("Staff", "&Rung for")),
    ),
)


class StaffScreen(RecordsScreen):
    """The list of people with their form."""

    noun = STAFF
    audited = "person"
