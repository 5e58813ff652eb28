"""The words of papers and letters: those that come with the program, and an office's own instead.

A text has {gaps} that the program fills. An own text may leave gaps out and reorder them, but has
none that the shipped one has not: they would be empty on every paper.
"""

from __future__ import annotations

import sqlite3
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.base.languages import LANGS, fallbacks
from frontdesk.base.paths import resources
from frontdesk.base.text import line
from frontdesk.core.roles import require
from frontdesk.store.store import Tx

MAX_CHARS = 600
FIXED = frozenset({"day"})  # how days are written is of the language, not of the office


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a paper: `own` is '' where the shipped one is in use."""

    lang: str
    name: str  # paper.word
    shipped: str
    own: str

    @property
    def used(self) -> str:
        """The text that stands on papers."""
        return self.own or self.shipped


@lru_cache(maxsize=8)
def shipped(lang: str, country: str = "") -> Mapping[str, Mapping[str, str]]:
    """Return the shipped words of a language by paper and name, as a country says them.

    What a country has no words of its own for is said as everywhere; a text that a language has not
    yet is the one of the language read in its place.
    """
    found: dict[str, dict[str, str]] = {}
    for name in (*reversed(fallbacks(lang)), f"{lang}-{country}"):
        for paper, words in written(name).items():
            found[paper] = found.get(paper, {}) | words
    return found


def written(name: str) -> dict[str, dict[str, str]]:
    """Return the words that one file has, of a language (`es`) or of its country (`es-CO`)."""
    file = resources() / "papers" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def own(db: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Return the office's own texts by language and name, of those that there still are."""
    rows = db.execute("SELECT lang, name, text FROM paper_wording ORDER BY lang, name")
    return {(lang, name): text for lang, name, text in rows if _shipped(lang, name)}


def every(db: sqlite3.Connection) -> list[Text]:
    """Return all texts that an office can make its own, by language, paper and place."""
    ours = own(db)
    return [
        Text(lang, f"{paper}.{word}", text, ours.get((lang, f"{paper}.{word}"), ""))
        for lang in LANGS
        for paper, words in shipped(lang).items()
        if paper not in FIXED
        for word, text in words.items()
    ]


def save(tx: Tx, lang: str, name: str, text: str, *, now: datetime) -> Text:
    """Put an office's own text in the place of the shipped one; the shipped text itself clears it.

    Raises UserError `wording.unknown`, `wording.empty`, `wording.long`, `wording.braces` and, for a
    gap that the paper does not fill there, `wording.gap`.
    """
    require(tx, "paper.write")
    before = _text(tx.db, lang, name)
    kept = line(text)
    _check(kept, before.shipped)
    if kept == line(before.shipped):
        return clear(tx, lang, name, now=now)
    tx.execute(
        "INSERT OR REPLACE INTO paper_wording(lang, name, text, changed_at) VALUES(?,?,?,?)",
        (lang, name, kept, iso(now)),
    )
    if kept != before.used:
        told = {"fields": {"text": [before.used, kept]}}
        tx.append("wording.changed", f"{lang}.{name}", told, now)
    return _text(tx.db, lang, name)


def clear(tx: Tx, lang: str, name: str, *, now: datetime) -> Text:
    """Go back to the shipped text."""
    require(tx, "paper.write")
    before = _text(tx.db, lang, name)
    tx.execute("DELETE FROM paper_wording WHERE lang = ? AND name = ?", (lang, name))
    if before.own:
        told = {"fields": {"text": [before.own, before.shipped]}}
        tx.append("wording.changed", f"{lang}.{name}", told, now)
    return _text(tx.db, lang, name)


def gaps(text: str) -> list[str]:
    """Return the gaps of a text in their order. Raises ValueError where braces do not close."""
    found = [gap for _, gap, _, _ in string.Formatter().parse(text) if gap is not None]
    return list(dict.fromkeys(found))


def _check(text: str, shipped_text: str) -> None:
    if not text:
        raise UserError("wording.empty", field="text")
    if len(text) > MAX_CHARS:
        raise UserError("wording.long", field="text", most=MAX_CHARS)
    known = gaps(shipped_text)
    try:
        strange = [gap for gap in gaps(text) if gap not in known]
    except ValueError as error:
        raise UserError("wording.braces", field="text") from error
    if strange:
        can_be = ", ".join(f"{{{gap}}}" for gap in known) or "–"
        raise UserError("wording.gap", field="text", given=strange[0][:40], known=can_be)


def _shipped(lang: str, name: str) -> str:
    paper, _, word = name.partition(".")
    if lang not in LANGS or paper in FIXED:
        return ""
    return shipped(lang).get(paper, {}).get(word, "")


def _text(db: sqlite3.Connection, lang: str, name: str) -> Text:
    text = _shipped(lang, name)
    if not text:
        raise UserError("wording.unknown", given=line(f"{lang} {name}")[:60])
    return Text(lang, name, text, own(db).get((lang, name), ""))
