"""Versions: every article as it was at any instant, what changed between two, and the way back."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Literal

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.store.store import Tx

MAX_WORDS = 4_000  # compared word by word; beyond it line by line, which is fast at any length
# By these an article is found, not read.
_UNREAD = ("id",)
_WORD = re.compile(r"\s+|[^\s]+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it stood from `since_at` ('' where nobody knows) until `until_at`, '' for the
    one that holds. `by` is the id of the person who wrote it, '' for the machine itself.
    """

    article: Article
    since_at: str
    until_at: str
    by: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text that both sides have, or only the earlier or the later one."""

    what: Literal["same", "out", "in"]
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A field that differs. Each row is one text, paper or step, as pieces; a field that is one
    text has one row.
    """

    field: str
    rows: tuple[tuple[Piece, ...], ...]


def versions(db: sqlite3.Connection, article_id: str) -> list[Version]:
    """Return all versions of an article, the one that holds first."""
    article = articles.get(db, article_id)
    past = db.execute(
        "SELECT content, since_at, until_at, changed_by FROM article_version "
        "WHERE article_id = ? ORDER BY until_at DESC",
        (article_id,),
    ).fetchall()
    found = [Version(_article(content), *times) for content, *times in past]
    if article:
        found.insert(0, Version(article, *_since(db, article_id, found)))
    return found


def as_it_was_on(db: sqlite3.Connection, article_id: str, at: datetime) -> Article | None:
    """Return an article as it stood at an instant, with its papers and steps; None before it was
    there.
    """
    row = db.execute(
        "SELECT content, since_at FROM article_version WHERE article_id = ? AND until_at > ? "
        "ORDER BY until_at LIMIT 1",
        (article_id, iso(at)),
    ).fetchone()
    if row:
        return _article(row[0]) if row[1] <= iso(at) else None
    here = db.execute(
        "SELECT created_at <= ? FROM article WHERE id = ?", (iso(at), article_id)
    ).fetchone()
    return articles.get(db, article_id) if here and here[0] else None


def of_digest(db: sqlite3.Connection, article_id: str, digest: bytes) -> Article | None:
    """Return the latest version of an article that has a digest."""
    every = (version.article for version in versions(db, article_id))
    return next((article for article in every if articles.digest(article) == digest), None)


def restore(tx: Tx, version: Version, *, now: datetime) -> Article:
    """Make an earlier version hold again; the state stays as it is, and the one before is kept.

    Raises UserError where it cannot be used today, such as a step at an office that is gone.
    """
    state = articles.state(tx.db, version.article.id)
    if not state:
        raise UserError("article.unknown", given=version.article.id)
    return articles.save(tx, replace(version.article, state=state), now=now)


def difference(before: Article, after: Article) -> list[Change]:
    """Return the fields in which two articles differ, in the order of the article's fields."""
    return [
        Change(name, tuple(_rows(_texts(old), _texts(new))))
        for name in (f.name for f in fields(Article))
        if name not in _UNREAD and (old := getattr(before, name)) != (new := getattr(after, name))
    ]


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return what two texts share and in what they differ, word by word in their order."""
    pattern = _WORD if len(before) + len(after) < MAX_WORDS * 10 else _LINE
    old, new = pattern.findall(before), pattern.findall(after)
    if len(old) + len(new) > MAX_WORDS:
        old, new = _LINE.findall(before), _LINE.findall(after)
    return tuple(_joined(_steps(old, new)))


def _since(
    db: sqlite3.Connection, article_id: str, past: Sequence[Version]
) -> tuple[str, str, str]:
    created_at, by = db.execute(
        "SELECT created_at, changed_by FROM article WHERE id = ?", (article_id,)
    ).fetchone()
    return (past[0].until_at if past else created_at), "", by


def _article(content: str) -> Article:
    return articles.from_dict(json.loads(content))


def _texts(value: str | tuple[str, ...] | tuple[Step, ...]) -> list[str]:
    """Return a field as the rows in which it is read."""
    if isinstance(value, str):
        return [value]
    return [_told(row) if isinstance(row, Step) else row for row in value]


def _told(step: Step) -> str:
    minutes = "" if step.minutes is None else f"{step.minutes} min"
    parts = (step.text, " / ".join(step.offices), minutes, step.cost, "; ".join(step.papers))
    return " · ".join(part for part in parts if part)


def _rows(old: list[str], new: list[str]) -> Iterator[tuple[Piece, ...]]:
    """Yield the rows that differ: beside each other where one took the place of another."""
    from difflib import SequenceMatcher  # only who compares needs it

    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        gone, come = old[a:b], new[c:d]
        both = min(len(gone), len(come))
        yield from (pieces(x, y) for x, y in zip(gone, come, strict=False))
        yield from ((Piece("out", text),) for text in gone[both:])
        yield from ((Piece("in", text),) for text in come[both:])


def _steps(old: list[str], new: list[str]) -> Iterator[Piece]:
    from difflib import SequenceMatcher

    for what, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if what == "equal":
            yield Piece("same", "".join(old[a:b]))
        else:
            yield Piece("out", "".join(old[a:b]))
            yield Piece("in", "".join(new[c:d]))


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    """Yield pieces so that a blank between two changed words does not cut the change in two."""
    out, come = "", ""
    for piece in found:
        if piece.what == "same" and (piece.text.strip() or not (out or come)):
            yield from _changed(out, come)
            out = come = ""
            yield piece
        else:
            out += piece.text if piece.what != "in" else ""
            come += piece.text if piece.what != "out" else ""
    yield from _changed(out, come)


def _changed(out: str, come: str) -> Iterator[Piece]:
    if out:
        yield Piece("out", out)
    if come:
        yield Piece("in", come)
