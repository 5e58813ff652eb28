"""The wizard's tables: columns, first rows, the report, what differs, past imports."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.core.imports import Batch
from frontdesk.exchange.importing import Change
from frontdesk.exchange.reading import Row
from frontdesk.exchange.spreadsheets import joined
from frontdesk.ui.icons import Icons
from frontdesk.ui.screens.importing import words
from frontdesk.ui.screens.importing.form import Line
from frontdesk.ui.theme import Theme
from frontdesk.ui.widgets.table import Cell, RowsModel, WordedModel

CELL_CHARS = 120
SIGNS = {
    "new": ("check", "ok"),
    "changed": ("undo-2", "accent"),
    "same": ("", "muted"),
    "edited": ("user", "warn"),
    "refused": ("circle-alert", "danger"),
    "check": ("triangle-alert", "warn"),
}

Says = Callable[[UserError], str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file: its name, the field that it becomes, and its first values."""

    id: str
    field: str
    samples: str


@dataclass(frozen=True, slots=True)
class First:
    """One of the first rows as it would be, or why it is none."""

    id: str
    row: Row | UserError


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a row, and who has the last word on it."""

    id: str
    change: Change


class ColumnsModel(RowsModel):
    """Which column becomes which field."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Importing", "Column in the file"),
            QCoreApplication.translate("Importing", "Becomes"),
            QCoreApplication.translate("Importing", "First values"),
        )

    def cells(self, row: Column) -> tuple[Cell, ...]:
        """Return a column; one that is left out is pale."""
        tone = "text" if row.field else "muted"
        icon = "check" if row.field else ""
        return (
            Cell(row.id, tone=tone), Cell(words.field(row.field), icon, "ok" if icon else "muted"),
            Cell(row.samples, tone="muted"),
        )  # fmt: skip


class FirstRowsModel(RowsModel):
    """The first rows of the file, field by field."""

    def __init__(self, theme: Theme, icons: Icons, says: Says) -> None:
        super().__init__(theme, icons)
        self._says = says
        self._fields: tuple[str, ...] = ()

    def set_fields(self, fields: tuple[str, ...]) -> None:
        """Show other columns."""
        self.beginResetModel()
        self._fields, self._rows = fields, ()
        self.endResetModel()

    def headings(self) -> tuple[str, ...]:
        """Return the row's number and the fields that are filled."""
        row = QCoreApplication.translate("Importing", "Row")
        return (row, *map(words.field, self._fields or ("",)))

    def cells(self, row: First) -> tuple[Cell, ...]:
        """Return a row as it would be; of a refused one the sentence why."""
        rest = [""] * (len(self.headings()) - 2)
        if isinstance(row.row, UserError):
            why = Cell(self._says(row.row), "circle-alert", "danger")
            return (Cell(row.id, tone="muted"), why, *map(Cell, rest))
        told = [_shown(row.row.get(field)) for field in self._fields] or [""]
        return (Cell(row.id, tone="muted"), *map(Cell, told))


class ReportModel(RowsModel):
    """A line for each row: what would come of it, and why."""

    def __init__(self, theme: Theme, icons: Icons, says: Says) -> None:
        super().__init__(theme, icons)
        self._says = says
        self.taken: frozenset[int] | None = frozenset()  # edited rows that the file overwrites

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Importing", "Row"),
            QCoreApplication.translate("Importing", "State"),
            QCoreApplication.translate("Importing", "What"),
            QCoreApplication.translate("Importing", "Why, and what differs"),
        )

    def cells(self, row: Line) -> tuple[Cell, ...]:
        """Return a row of the report."""
        icon, tone = SIGNS.get(row.state, ("", "text"))
        state = words.state(row.state)
        if row.state == "edited":
            state = self._decided(row)
        return (
            Cell(row.where, tone="muted"), Cell(state, icon, tone), Cell(row.label),
            Cell(self._why(row), tone="muted"),
        )  # fmt: skip

    def _decided(self, row: Line) -> str:
        if self.taken is None or row.line in self.taken:
            return QCoreApplication.translate("Importing", "Edited here: overwritten")
        return QCoreApplication.translate("Importing", "Edited here: kept")

    def _why(self, row: Line) -> str:
        if row.error and not row.doubts:
            return self._says(row.error)
        if row.doubts:
            return self._says(row.doubts[0])
        return ", ".join(words.field(change.field) for change in row.changes)


class DifferencesModel(RowsModel):
    """Field by field: what is here, what the file says."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Importing", "Field"),
            QCoreApplication.translate("Importing", "Here"),
            QCoreApplication.translate("Importing", "In the file"),
        )

    def cells(self, row: Difference) -> tuple[Cell, ...]:
        """Return a field with both values."""
        change = row.change
        return (
            Cell(words.field(change.field), tone="muted"), Cell(_shown(change.before)),
            Cell(_shown(change.after), tone="accent"),
        )  # fmt: skip


class PastModel(WordedModel):
    """The imports there were, the last first."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Importing", "Day"),
            QCoreApplication.translate("Importing", "File"),
            QCoreApplication.translate("Importing", "Kind"),
            QCoreApplication.translate("Importing", "Brought"),
        )

    def cells(self, row: Batch) -> tuple[Cell, ...]:
        """Return an import; one that was taken back is pale and says so."""
        at = clock.parse(row.at)
        day = self._wording.day(clock.day(at, self._wording.zone))
        tone = "muted" if row.undone_at else "text"
        told = QCoreApplication.translate("Importing", "{new} new, {changed} changed")
        text = told.format(new=row.new, changed=row.changed)
        if row.undone_at:
            text = QCoreApplication.translate("Importing", "Taken back")
        return (
            Cell(f"{day} {self._wording.time(at)}", tone="muted"), Cell(row.file, tone=tone),
            Cell(words.kind(row.kind), tone=tone),
            Cell(text, "undo-2" if row.undone_at else "", tone),
        )  # fmt: skip


def columns_of(
    names: Sequence[str], mapping: Mapping[str, str], samples: Callable[[str], str]
) -> list[Column]:
    """Return a file's columns with what they become."""
    return [Column(name, mapping.get(name, ""), samples(name)) for name in names]


def _shown(value: object) -> str:
    text = "✓" if value is True else "" if value is False else joined(value)
    return text.replace("\n", " · ")[:CELL_CHARS]
