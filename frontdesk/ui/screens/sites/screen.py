"""Branches: the sites that are known here; our own can be changed."""

from __future__ import annotations

from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.records.record import FieldSpec, Noun
from frontdesk.ui.records.screen import RecordsScreen
from frontdesk.ui.screens.sites import form

SITES = Noun(
    name="sites",
    context="Sites",
    title=QT_TRANSLATE_NOOP("Sites", "Branches"),
    empty=QT_TRANSLATE_NOOP("Sites", "No branch with these letters."),
    tables=frozenset({"site"}),
    read=form.read,
    save=form.save,
    adds=False,
    fields=(
        FieldSpec("name", "text", QT_TRANSLATE_NOOP("Sites", "&Name"), most=120),
        FieldSpec(
            "country", "text", QT_TRANSLATE_NOOP("Sites", "&Country and region"),
            QT_TRANSLATE_NOOP("Sites", "ES or ES-AN: decides the public holidays and the terms"),
            most=10,
        ),
        FieldSpec(
            "zone", "text", QT_TRANSLATE_NOOP("Sites", "&Time zone"),
            QT_TRANSLATE_NOOP("Sites", "Empty: that of the capital. On screen from the next start"),
            most=60,
        ),
    ),
)  # fmt: skip


class SitesScreen(RecordsScreen):
    """The list of sites with their form."""

    noun = SITES
    audited = "site"
