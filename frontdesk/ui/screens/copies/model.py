"""Copies, and what bringing one back would change, as rows of words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from frontdesk.base import clock
from frontdesk.core.copies import Copy, Counted, Difference
from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.widgets.table import Cell, RowsModel, WordedModel
from frontdesk.ui.wording import Wording

OCCASIONS = {
    "day": QT_TRANSLATE_NOOP("Copies", "Of the day"),
    "import": QT_TRANSLATE_NOOP("Copies", "Before an import"),
    "asked": QT_TRANSLATE_NOOP("Copies", "Asked for"),
    "version": QT_TRANSLATE_NOOP("Copies", "Before a new version"),
    "update": QT_TRANSLATE_NOOP("Copies", "Before an update"),
    "replaced": QT_TRANSLATE_NOOP("Copies", "What a restore replaced"),
    "demo": QT_TRANSLATE_NOOP("Copies", "The demo office"),
    "other": QT_TRANSLATE_NOOP("Copies", "A file of yours"),
}
NOUNS = {
    "article": QT_TRANSLATE_NOOP("Copies", "Articles"),
    "office": QT_TRANSLATE_NOOP("Copies", "Offices"),
    "person": QT_TRANSLATE_NOOP("Copies", "Staff"),
    "contact": QT_TRANSLATE_NOOP("Copies", "Contacts"),
    "complaint": QT_TRANSLATE_NOOP("Copies", "Complaints"),
    "promise": QT_TRANSLATE_NOOP("Copies", "Promises"),
    "gap": QT_TRANSLATE_NOOP("Copies", "Gaps"),
}
TOLD = {"contact", "complaint", "promise", "gap"}  # events tell them, so a restore takes them along


def say(text: str) -> str:
    """Return a word of the screen in the language in use."""
    return QCoreApplication.translate("Copies", text)


class CopiesModel(WordedModel):
    """One row a copy."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Copies", "Made"),
            QCoreApplication.translate("Copies", "Occasion"),
            QCoreApplication.translate("Copies", "Size"),
        )

    def cells(self, row: Copy) -> tuple[Cell, ...]:
        """Return a copy: when it was made, why, how large; a sign where it lies elsewhere."""
        words = self._wording
        occasion = say(OCCASIONS[row.occasion])
        if row.second:
            occasion = QCoreApplication.translate("Copies", "{occasion} · second place").format(
                occasion=occasion
            )
        return (
            Cell(made(row, words)),
            Cell(occasion, tone="muted"),
            Cell(words.size(row.bytes), tone="muted"),
        )


@dataclass(frozen=True, slots=True)
class CountRow:
    """A noun of a comparison."""

    counted: Counted

    @property
    def id(self) -> str:
        """The noun."""
        return self.counted.noun


class CountsModel(RowsModel):
    """One row a noun: now, then, and what is lost."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Copies", "What"),
            QCoreApplication.translate("Copies", "Now"),
            QCoreApplication.translate("Copies", "Then"),
            QCoreApplication.translate("Copies", "Lost"),
        )

    def cells(self, row: CountRow) -> tuple[Cell, ...]:
        """Return a noun with its counts."""
        one = row.counted
        now = "?" if one.now is None else str(one.now)
        lost = 0 if one.noun in TOLD else one.only_now
        return (
            Cell(say(NOUNS[one.noun])), Cell(now, tone="muted"), Cell(str(one.then)),
            Cell(str(lost) if lost else "–", tone="warn" if lost else "muted"),
        )  # fmt: skip


def made(copy: Copy, words: Wording) -> str:
    """Return day and hour of a copy."""
    return f"{words.day(clock.day(copy.made_at, words.zone))}, {words.time(copy.made_at)}"


def rows(difference: Difference) -> list[CountRow]:
    """Return a comparison as rows."""
    return [CountRow(one) for one in difference.counts]


def sentences(difference: Difference) -> Iterator[str]:
    """Yield what is to be known before a copy is brought back."""
    if any(one.now is None for one in difference.counts):
        yield QCoreApplication.translate(
            "Copies", "The database cannot be read, so what is lost cannot be told in full."
        )
    elif difference.taken_along:
        yield QCoreApplication.translate(
            "Copies", "What happened at the desk since is taken along; entries: {count}."
        ).format(count=difference.taken_along)
    yield QCoreApplication.translate(
        "Copies",
        "Articles, offices, staff and settings go back to what they were then. The database of now "
        "is kept among the copies.",
    )
