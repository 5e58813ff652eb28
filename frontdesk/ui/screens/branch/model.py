"""Sites, refusals and conflicts as rows of words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core.conflicts import Conflict
from frontdesk.sync.branches import Met, Refusal
from frontdesk.ui.icons import Icons
from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.messages import Messages
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.table import Cell, RowsModel, WordedModel
from frontdesk.ui.wording import Wording

FIELDS = {
    "answer": QT_TRANSLATE_NOOP("Branch", "answer"),
    "severity": QT_TRANSLATE_NOOP("Branch", "severity"),
    "safety": QT_TRANSLATE_NOOP("Branch", "safety"),
    "complexity": QT_TRANSLATE_NOOP("Branch", "complexity"),
    "impact": QT_TRANSLATE_NOOP("Branch", "impact"),
    "immediate": QT_TRANSLATE_NOOP("Branch", "immediate action"),
    "until": QT_TRANSLATE_NOOP("Branch", "new term"),
    "office_name": QT_TRANSLATE_NOOP("Branch", "office"),
    "cause": QT_TRANSLATE_NOOP("Branch", "cause"),
    "satisfaction": QT_TRANSLATE_NOOP("Branch", "satisfaction"),
    "accepted": QT_TRANSLATE_NOOP("Branch", "remedy accepted"),
    "text": QT_TRANSLATE_NOOP("Branch", "text"),
    "restricted": QT_TRANSLATE_NOOP("Branch", "restricted"),
    "state": QT_TRANSLATE_NOOP("Branch", "state"),
    "title": QT_TRANSLATE_NOOP("Branch", "title"),
    "say": QT_TRANSLATE_NOOP("Branch", "what to say"),
    "body": QT_TRANSLATE_NOOP("Branch", "text"),
}
MAX_VALUE_CHARS = 80


def when(at: str, wording: Wording) -> str:
    """Return a stored instant as people read it, a dash for never."""
    if not at:
        return "–"
    instant = clock.parse(at)
    return f"{wording.day(clock.day(instant, wording.zone))}, {wording.time(instant)}"


class MetModel(WordedModel):
    """One row a site."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Branch", "Site"),
            QCoreApplication.translate("Branch", "Last got"),
            QCoreApplication.translate("Branch", "Last gave"),
            QCoreApplication.translate("Branch", "Waits"),
        )

    def cells(self, row: Met) -> tuple[Cell, ...]:
        """Return a site with when we met and what waits for its receipt."""
        return (
            Cell(row.name, "building-2" if row.is_head else ""),
            Cell(when(row.got_at, self._wording), tone="text" if row.got_at else "muted"),
            Cell(when(row.gave_at, self._wording), tone="text" if row.gave_at else "muted"),
            Cell(str(row.waits) if row.waits else "–", tone="warn" if row.waits else "muted"),
        )


class RefusalsModel(RowsModel):
    """One row an envelope that was refused."""

    def __init__(self, theme: Theme, icons: Icons, wording: Wording, messages: Messages) -> None:
        super().__init__(theme, icons)
        self._wording, self._messages = wording, messages

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Branch", "Refused, and why"),
            QCoreApplication.translate("Branch", "When"),
        )

    def cells(self, row: Refusal) -> tuple[Cell, ...]:
        """Return why, with the sentence that says what to do."""
        error = UserError(row.code, name=row.id, who=row.who or "?", inside="…")
        sentence = self._messages.sentence(error)
        return (Cell(sentence, "circle-alert", "danger"), Cell(when(row.at, self._wording)))


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict as the list finds it again."""

    conflict: Conflict

    @property
    def id(self) -> str:
        """The entity and its field."""
        return f"{self.conflict.entity} {self.conflict.field}"


class ConflictsModel(WordedModel):
    """One row a field with two values."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Branch", "Two values"),
            QCoreApplication.translate("Branch", "The one that holds, and the other"),
        )

    def cells(self, row: ConflictRow) -> tuple[Cell, ...]:
        """Return whose field it is, what holds, and what others wrote, with their desks."""
        one = row.conflict
        field = QCoreApplication.translate("Branch", FIELDS.get(one.field, one.field))
        others = [value for value in one.values if value.value != one.kept]
        told = [f"{self._shown(value.value)} ({value.desk})" for value in others]
        values = " · ".join([self._shown(one.kept), *told])
        return Cell(f"{one.name} · {field}"), Cell(values, tone="warn")

    def _shown(self, value: object) -> str:
        return _shown(self._wording.level(value) if isinstance(value, str) else value)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        yes = QCoreApplication.translate("Branch", "Yes")
        return yes if value else QCoreApplication.translate("Branch", "No")
    text = " ".join(str(value if value is not None else "–").split())
    return text if len(text) <= MAX_VALUE_CHARS else f"{text[:MAX_VALUE_CHARS]}…"
