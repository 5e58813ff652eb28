"""Two who write one article: the second one is told, both are kept, one key says how it goes on.

What only the other changed is taken over; where both changed, the writer here decides.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.drafting import Joined
from frontdesk.ui.screens.article import form, words
from frontdesk.ui.screens.article.form import Sheet
from frontdesk.ui.widgets.one_line import OneLine
from frontdesk.ui.workplace import Workplace

ANSWERS = ("mine", "theirs", "compare")


class Meeting(QObject):
    """Asks on a line, whose answers are ANSWERS; `joined` is both in one, and on what it rests."""

    def __init__(self, place: Workplace, line: OneLine) -> None:
        super().__init__(line)
        self.place, self._line = place, line
        self.joined: tuple[Joined, bytes] | None = None

    def ask(self, stored: Article, sheet: Sheet, failed: Any) -> None:
        """Ask how to go on with what is typed over an article that somebody else saved."""
        self.place.jobs.read(
            self, form.joined, stored, sheet, zone=self.place.here.zone, now=self.place.jobs.now(),
            done=self._offer, failed=failed,
        )  # fmt: skip

    def _offer(self, found: tuple[Joined, bytes] | None) -> None:
        self.joined = found
        if found is None:
            return
        told = self.tr("Somebody else saved this article meanwhile; both are kept.")
        if found[0].clashes:
            names = ", ".join(words.say(words.FIELDS[name]) for name in found[0].clashes)
            both = self.tr("You both changed: {fields}.").format(fields=names)
            told = f"{told} {both}"
        said = (
            self.tr("Mine there, theirs in the rest"),
            self.tr("Theirs; mine as a version"),
            self.tr("See the versions"),
        )
        self._line.offer("triangle-alert", told, said)
