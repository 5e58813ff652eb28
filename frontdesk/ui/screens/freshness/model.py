"""Articles and those who keep them as rows of words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.core.knowledge.freshness import Line
from frontdesk.ui.icons import Icons
from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.screens.freshness.form import OwnerRow
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.table import Cell, RowsModel, WordedModel
from frontdesk.ui.wording import Wording

VIEWS = {
    "overdue": QT_TRANSLATE_NOOP("Freshness", "Review overdue"),
    "unused": QT_TRANSLATE_NOOP("Freshness", "Never used"),
    "unfound": QT_TRANSLATE_NOOP("Freshness", "Used, but never found"),
    "bounced": QT_TRANSLATE_NOOP("Freshness", "Sends people wrong"),
    "replaced": QT_TRANSLATE_NOOP("Freshness", "Replaced by head office"),
}


def say(text: str) -> str:
    """Return a word of the board in the language in use."""
    return QCoreApplication.translate("Freshness", text)


class LinesModel(WordedModel):
    """One row an article. `view` is what the list is about: its figure stands out."""

    def __init__(self, theme: Theme, icons: Icons, wording: Wording) -> None:
        super().__init__(theme, icons, wording)
        self.view = "overdue"

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Freshness", "Article"),
            QCoreApplication.translate("Freshness", "Kept by"),
            QCoreApplication.translate("Freshness", "Review due"),
            QCoreApplication.translate("Freshness", "Uses"),
            QCoreApplication.translate("Freshness", "Found"),
            QCoreApplication.translate("Freshness", "Wrong"),
        )

    def cells(self, row: Line) -> tuple[Cell, ...]:
        """Return an article with its figures of the last year."""
        figures = (
            ("overdue", self._wording.day_text(row.due_on)), ("unused", str(row.uses)),
            ("unfound", str(row.found)), ("bounced", str(row.bounces)),
        )  # fmt: skip
        return (
            Cell(row.title), Cell(row.owner or "–", tone="muted"),
            *(Cell(text, tone="warn" if name == self.view else "muted") for name, text in figures),
        )  # fmt: skip


class OwnersModel(RowsModel):
    """One row for who keeps articles: how many of the view, of how many."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Freshness", "Kept by"),
            QCoreApplication.translate("Freshness", "Here"),
            QCoreApplication.translate("Freshness", "Of all"),
        )

    def cells(self, row: OwnerRow) -> tuple[Cell, ...]:
        """Return an owner."""
        count = row.owner.views.get(row.view, 0)
        nobody = QCoreApplication.translate("Freshness", "Nobody")
        return (
            Cell(row.owner.name or nobody, tone="text" if row.owner.name else "warn"),
            Cell(str(count), tone="warn" if count else "muted"),
            Cell(str(row.owner.articles), tone="muted"),
        )
