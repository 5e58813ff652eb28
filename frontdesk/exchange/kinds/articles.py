"""Articles as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.core import offices as places
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article, Counts
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.knowledge.steps import check as check_steps
from frontdesk.exchange import reading
from frontdesk.exchange.kinds import cells
from frontdesk.exchange.reading import Row
from frontdesk.store.store import Tx

_LISTS = ("requirements", "steps")
FIELDS = (
    "title", "id", "code", "say", "body", "who", "term", "legal_basis", "keywords", "authority",
    "valid_from", "valid_to", "owner", "review_on", "source", "licence", "kind", "lang", "state",
    "cost", "currency", "cost_note", *_LISTS,
)  # fmt: skip


def parse(db: sqlite3.Connection, row: Row) -> tuple[str, str, Article]:
    """Return (key, label, article) of a row; a code known here gives the id when there is none."""
    filled: dict[str, Any] = {"title": ""}
    for name in row:
        if name not in _LISTS and (text := cells.text(row, name)):
            filled[name] = text
    if "cost" in filled:
        filled |= _cost(row["cost"], filled)
    if "requirements" in row:
        filled["requirements"] = cells.lines(row, "requirements")
    if row.get("steps"):
        filled["steps"] = _steps(db, row["steps"])
    article = Article(**filled)
    if not article.id and article.code:
        article = _known_as(db, article)
    stored = articles.checked(article)
    if stored.steps:
        check_steps(db, stored)
    return article.id or article.code or stored.id, stored.title, stored


def state(db: sqlite3.Connection, article: Article) -> str:
    """Return whether an article is new, changed or the same as here."""
    row = db.execute("SELECT digest FROM article WHERE id = ?", (article.id,)).fetchone()
    if row is None:
        return "new"
    return "same" if row[0] == articles.digest(article) else "changed"


def save(tx: Tx, found: Sequence[Article], *, now: datetime) -> Counts:
    """Store the articles in one transaction."""
    return articles.put_many(tx, found, now=now)


def rows(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield all articles with their lists; steps name offices by code."""
    codes = dict(db.execute("SELECT id, coalesce(nullif(code, ''), id) FROM office"))
    for article in articles.every(db):
        row: Row = {name: getattr(article, name) for name in FIELDS[:-2]}
        row["requirements"] = list(article.requirements)
        row["steps"] = [
            _told(step, [codes.get(office_id, office_id) for office_id in step.offices])
            for step in article.steps
        ]
        yield row


def _cost(value: object, texts: dict[str, str]) -> dict[str, str]:
    """Return the fields of a cost that is filled; what is no amount goes into the note."""
    amount = _amount(value, texts["cost"])
    if amount is None:
        note = " · ".join(texts[name] for name in ("cost", "cost_note") if name in texts)
        return {"cost": "", "cost_note": note}
    return {"cost": amount[0], "currency": texts.get("currency", amount[1])}


def _amount(value: object, cost: str) -> tuple[str, str] | None:
    """Return (decimal text, currency); a JSON number has no thousands marks to be misread."""
    if isinstance(value, int | float) and isfinite(value):
        return cells.unmistakable(Decimal(cost)), ""
    return cells.money(cost)


def _steps(db: sqlite3.Connection, steps: object) -> tuple[Step, ...]:
    if isinstance(steps, str):
        steps = [reading.object_of(step.encode()) for step in steps.splitlines() if step.strip()]
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        raise UserError("import.cell", field="steps")
    return tuple(_step(db, step) for step in steps)


def _step(db: sqlite3.Connection, told: Row) -> Step:
    named = [cells.text(told, "office"), *cells.lines(told, "others")]
    office_ids = [places.resolve(db, office).id for office in named if office]
    cost = cells.text(told, "cost")
    amount = _amount(told["cost"], cost) if cost else None
    return Step(
        office_ids[0] if office_ids else "", cells.text(told, "text"),
        cells.count(told.get("minutes")), cells.lines(told, "papers"),
        amount[0] if amount else cost, tuple(office_ids[1:]),
    )  # fmt: skip


def _told(step: Step, codes: list[str]) -> Row:
    """Return a step with its offices' codes, without what it does not say."""
    own: Row = {"others": codes[1:], "papers": list(step.papers), "cost": step.cost}
    office = codes[0] if codes else ""
    return {"office": office, "text": step.text, "minutes": step.minutes} | {
        name: value for name, value in own.items() if value
    }


def _known_as(db: sqlite3.Connection, article: Article) -> Article:
    from dataclasses import replace

    known = articles.by_code(db, article.code)
    return replace(article, id=known.id) if known else article
