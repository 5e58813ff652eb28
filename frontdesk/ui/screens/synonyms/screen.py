"""Synonyms: the words that people of this place use, beside those that come with the program."""

from __future__ import annotations

from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.records.record import FieldSpec, Noun
from frontdesk.ui.records.screen import RecordsScreen
from frontdesk.ui.screens.synonyms import form

SYNONYMS = Noun(
    name="synonyms",
    context="Synonyms",
    title=QT_TRANSLATE_NOOP("Synonyms", "Synonyms of the house"),
    empty=QT_TRANSLATE_NOOP("Synonyms", "No words of the house yet. Insert begins a line."),
    tables=frozenset({"search_synonym"}),
    read=form.read,
    save=form.save,
    retire=form.retire,
    keeps_retired=False,
    flows_down=True,
    fields=(
        FieldSpec(
            "line", "text", QT_TRANSLATE_NOOP("Synonyms", "&Words that mean the same"),
            QT_TRANSLATE_NOOP(
                "Synonyms",
                "With commas: licence, permit. One way only: little blue paper > parking permit",
            ),
            most=500,
        ),
    ),
)  # fmt: skip


class SynonymsScreen(RecordsScreen):
    """The lines with their form; what is saved works at the next key."""

    noun = SYNONYMS
