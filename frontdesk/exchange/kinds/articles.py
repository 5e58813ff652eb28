"""Articles as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import fold, line
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article, Counts
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.knowledge.steps import check as check_steps
from frontdesk.exchange import reading
from frontdesk.exchange.kinds import cells
from frontdesk.exchange.kinds.known import Known
from frontdesk.exchange.reading import Row
from frontdesk.store.store import Tx

_LISTS = ("requirements", "steps")
_TOTALS = {"total", "totales", "total general", "subtotal", "suma", "sum", "grand total", "totals"}
_TOTAL_CHARS = 20
_DAYS = ("valid_from", "valid_to", "review_on")
FIELDS = (
    "title", "id", "code", "say", "body", "who", "term", "legal_basis", "keywords", "authority",
    "valid_from", "valid_to", "owner", "review_on", "source", "licence", "kind", "lang", "state",
    "cost", "currency", "cost_note", "review_days", *_LISTS,
)  # fmt: skip


def parse(known: Known, row: Row) -> tuple[str, str, Article]:
    """Return (key, label, article) of a row; a code known here gives the id when there is none."""
    filled = _texts(row)
    named = filled.get("id") or filled.get("code", "")
    for name in _DAYS:
        if name in filled:
            filled[name] = cells.day(filled[name], day_first=known.day_first)
    if "cost" in filled:
        filled |= _cost(row["cost"], filled)
    if "requirements" in row:
        is_others = "id" not in row  # what we wrote has a line for each
        filled["requirements"] = cells.lines(row, "requirements", in_one=is_others)
    if row.get("steps"):
        filled["steps"] = _steps(known, row["steps"])
    if "id" not in filled:
        code, title = line(filled.get("code", "")), filled.get("title", "")
        here = known.article_ids.get(code) if code else known.brought("articles", title)
        filled["id"] = here or uuid7()
    if len(row) < len(FIELDS) and filled["id"] in known.article_digests:
        filled = _kept(known, row, filled)
    filled.setdefault("title", "")
    article = articles.checked(Article(**filled))
    if article.steps:
        check_steps(known.db, article)
    return named or article.id, article.title, article


def doubts(row: Row) -> list[UserError]:
    """Return whether a row is the sum under a table, or the heading of the rows behind it."""
    title = row.get("title")
    if len(row) > 2 and not any(value for name, value in row.items() if name != "title"):  # noqa: PLR2004 - a list of titles has no more
        return [UserError("import.bare", field="title", title=line(str(title or ""))[:60])]
    if isinstance(title, str) and len(title) < _TOTAL_CHARS and fold(title.strip()) in _TOTALS:
        return [UserError("import.total", field="title", title=title.strip())]
    return []


def states(known: Known, found: Sequence[Article]) -> list[str]:
    """Return whether each article is new, changed or the same as here."""
    digests = known.article_digests
    return [
        "new" if (here := digests.get(article.id)) is None
        else "same" if here == articles.digest(article) else "changed"
        for article in found
    ]  # fmt: skip


def find(db: sqlite3.Connection, article: Article) -> Article | None:
    """Return the article that is here."""
    return articles.get(db, article.id)


def told(known: Known, article: Article) -> Row:
    """Return an article as a row; its steps name offices by code."""
    codes = known.office_codes
    row: Row = {name: getattr(article, name) for name in FIELDS[:-2]}
    row["requirements"] = list(article.requirements)
    row["steps"] = [
        _told(step, [codes.get(office_id, office_id) for office_id in step.offices])
        for step in article.steps
    ]
    return row


def save(tx: Tx, found: Sequence[Article], *, now: datetime) -> Counts:
    """Store the articles in one transaction."""
    return articles.put_many(tx, found, now=now)


def rows(db: sqlite3.Connection) -> Iterator[Row]:
    """Yield all articles with their lists."""
    known = Known(db)
    return (told(known, article) for article in articles.every(db))


def _texts(row: Row) -> dict[str, Any]:
    """Return the cells that say something, but for the lists."""
    return {name: text for name in row if name not in _LISTS and (text := cells.text(row, name))}


def _kept(known: Known, row: Row, filled: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a known article, with what is here of those the file does not have."""
    here = articles.get(known.db, filled["id"])
    absent = {*FIELDS} - row.keys()
    if "cost" in row:
        absent -= {"cost_note"}  # where a cost that is no amount stands
    return {name: getattr(here, name) for name in absent if getattr(here, name)} | filled


def _cost(value: object, texts: dict[str, str]) -> dict[str, str]:
    """Return the fields of a cost that is filled; what is no amount goes into the note."""
    amount = _amount(value, texts["cost"])
    if amount is None:
        note = " · ".join(texts[name] for name in ("cost", "cost_note") if name in texts)
        return {"cost": "", "cost_note": note}
    currency = texts.get("currency", amount[1])
    return {"cost": amount[0]} | ({"currency": currency} if currency else {})


def _amount(value: object, cost: str) -> tuple[str, str] | None:
    """Return (decimal text, currency); a JSON number has no thousands marks to be misread."""
    if isinstance(value, int | float) and isfinite(value):
        return cells.unmistakable(Decimal(cost)), ""
    return cells.money(cost)


def _steps(known: Known, steps: object) -> tuple[Step, ...]:
    if isinstance(steps, str):
        steps = list(filter(str.strip, steps.splitlines()))
    if isinstance(steps, list):
        steps = [reading.object_of(s.encode()) if isinstance(s, str) else s for s in steps]
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        raise UserError("import.cell", field="steps")
    return tuple(_step(known, step) for step in steps)


def _step(known: Known, told: Row) -> Step:
    named = [cells.text(told, "office"), *cells.lines(told, "others")]
    office_ids = [known.office(office).id for office in named if office]
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
