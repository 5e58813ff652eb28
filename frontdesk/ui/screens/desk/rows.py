"""What was found, or what the first page offers, as the rows of the list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from frontdesk.base.text import fold
from frontdesk.ui.commands import Command
from frontdesk.ui.screens.desk.model import Row
from frontdesk.ui.wording import Wording

if TYPE_CHECKING:
    from frontdesk.core.desk import Asked, FirstPage
    from frontdesk.core.manual import Section
    from frontdesk.core.search import Hit

ICONS = {
    "product": "package",
    "service": "wrench",
    "procedure": "file-text",
    "policy": "scale",
    "protocol": "life-buoy",
    "news": "newspaper",
    "office": "building-2",
    "person": "user",
    "complaint": "message-square-warning",
    "slip": "ticket",
    "manual": "book-open",
}


def found(hits: Iterable[Hit], words: Wording) -> list[Row]:
    """Return the rows for hits, in their order."""
    return [
        Row(
            hit.noun,
            hit.id,
            hit.kind,
            hit.title,
            _under(hit, words),
            ICONS.get(hit.kind, ICONS.get(hit.noun, "file-text")),
            hit.runs,
        )
        for hit in hits
    ]


def _under(hit: Hit, words: Wording) -> str:
    code = hit.code if hit.code != hit.title else ""
    outdated = "" if hit.holds else QCoreApplication.translate("Rows", "Not in force today")
    return " · ".join(filter(None, (outdated, words.kind(hit.kind or hit.noun), code)))


def mixed(
    hits: Iterable[Hit], commands: Iterable[Command], asked: str, words: Wording
) -> list[Row]:
    """Return the rows for all nouns: what the words name outright, first nouns, then a command of
    that name; then what they may mean, and commands last.
    """
    some = list(hits)
    exact = sum(hit.is_exact for hit in some)  # they come first
    able = doable(commands, words)
    named = [row for row in able if fold(row.title) == fold(asked)]
    others = [row for row in able if row not in named]
    return [*found(some[:exact], words), *named, *found(some[exact:], words), *others]


def corrected(asked: str, word: str) -> str:
    """Return what was asked with a word in the place of the one that it is nearest to."""
    from difflib import SequenceMatcher

    said = asked.split()
    near = [SequenceMatcher(None, fold(one), word).ratio() for one in said]
    if said:
        said[near.index(max(near))] = word
    return " ".join(said)


def doable(commands: Iterable[Command], words: Wording) -> list[Row]:
    """Return the rows for commands that the words name."""
    return [
        Row(
            "command",
            c.id,
            "command",
            c.title,
            " · ".join(filter(None, (words.kind("command"), c.key_text))),
            c.icon or "command",
        )
        for c in commands
    ]


def near(words: Iterable[str]) -> list[Row]:
    """Return the rows for the words that were perhaps meant."""
    hint = QCoreApplication.translate("Rows", "Search for this instead")
    return [Row("word", word, "word", word, hint, "search") for word in words]


def sections(told: Iterable[Section], words: Wording) -> list[Row]:
    """Return the rows for sections of the manual."""
    return [
        Row("manual", one.id, "manual", one.title, f"{words.kind('manual')} · {one.chapter}",
            ICONS["manual"])
        for one in told
    ]  # fmt: skip


def first(page: FirstPage, words: Wording, today: date) -> list[Row]:
    """Return the rows of the first page: news, what is asked most, what was read last."""
    news = [
        Row("article", item.article_id, "news", item.title,
            words.in_force(item.valid_from, today), "newspaper")
        for item in page.news
    ]  # fmt: skip
    asked = [
        Row("article", item.article_id, item.kind, item.title, _times(item),
            ICONS.get(item.kind, "file-text"))
        for item in (*page.asked, *page.recent)
    ]  # fmt: skip
    return news + asked


def _times(item: Asked) -> str:
    if item.times == 0:
        return QCoreApplication.translate("Rows", "Read lately")
    if item.times == 1:
        return QCoreApplication.translate("Rows", "Asked this week")
    return QCoreApplication.translate("Rows", "Asked {times} times this week").format(
        times=item.times
    )
