"""The versions of an article as rows of words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from frontdesk.base import clock
from frontdesk.core.knowledge.versions import Version
from frontdesk.ui.screens.article import words
from frontdesk.ui.widgets.table import Cell, WordedModel

MAX_NAMED = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A version, by whom, and the fields in which it differs from the one before."""

    version: Version
    by: str
    changed: tuple[str, ...]

    @property
    def id(self) -> str:
        """By what a list finds the version again."""
        return self.version.until_at


class VersionsModel(WordedModel):
    """Since when, in which state, by whom, what it changed."""

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (
            QCoreApplication.translate("Article", "Since"),
            QCoreApplication.translate("Article", "What changed"),
            QCoreApplication.translate("Article", "State"),
            QCoreApplication.translate("Article", "By"),
        )

    def cells(self, row: Line) -> tuple[Cell, ...]:
        """Return a version; the one that holds has a sign."""
        version = row.version
        since = QCoreApplication.translate("Article", "From the beginning")
        if version.since_at:
            at = clock.parse(version.since_at)
            say = self._wording
            since = f"{say.day(clock.day(at, say.zone))}, {say.time(at)}"
        holds = "circle-check" if not version.until_at else ""
        state = words.say(words.STATES[version.article.state])
        return (Cell(since, holds), Cell(self._changed(row)), Cell(state), Cell(row.by))

    def _changed(self, row: Line) -> str:
        names = [words.say(words.FIELDS[name]) for name in row.changed]
        if not names:
            return QCoreApplication.translate("Article", "First version")
        rest = len(names) - MAX_NAMED
        more = QCoreApplication.translate("Article", "and {count} more").format(count=rest)
        return ", ".join(names[:MAX_NAMED]) + (f" {more}" if rest > 0 else "")
