"""The demo's house: offices with their closures, people and articles, saved as an admin would."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from frontdesk.base.ids import uuid7
from frontdesk.core import offices, people
from frontdesk.core.demo import contents
from frontdesk.core.demo.contents import Table
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.store.store import Tx

CURRENCY = "EUR"
LICENCE = "CC0-1.0"
SOURCE = "demo"
_SAME = (
    "code", "kind", "title", "say", "body", "who", "cost_note", "term", "legal_basis", "keywords",
    "authority",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class House:
    """What the simulated work refers to: articles, offices and staff by code, visitors' names."""

    articles: Mapping[str, Article]
    offices: Mapping[str, Office]
    staff: Mapping[str, Person]
    holidays: frozenset[date]
    names: tuple[tuple[str, ...], tuple[str, ...]]  # given names, family names


def furnish(tx: Tx, town: Table, today: date, *, now: datetime) -> House:
    """Save offices, closures, people and articles at `now`, dated from `today`; return them."""
    table = contents.read("offices")
    places = {row["code"]: Office(id=uuid7(), **row) for row in table["office"]}
    offices.put_many(tx, places.values(), now=now)
    holidays = _close(tx, table["closure"], town["holiday"], places, today)
    staff = {row["code"]: _person(row, places) for row in contents.read("people")["person"]}
    people.put_many(tx, staff.values(), now=now)
    rows = list(contents.articles())
    written = [articles.checked(_article(row, places, staff, today)) for row in rows]
    articles.put_many(tx, written, now=now)
    known = {article.code: article for article in written}
    offices.serve(
        tx, [(known[row["code"]].id, places[code].id) for row in rows for code in row["services"]]
    )
    names = town["names"]
    return House(known, places, staff, holidays, (tuple(names["given"]), tuple(names["family"])))


def _close(
    tx: Tx, closures: list[Table], holidays: list[Table], places: Mapping[str, Office], today: date
) -> frozenset[date]:
    for row in closures:
        offices.close_on(
            tx, contents.working_day(today, row["from"]), contents.working_day(today, row["to"]),
            office_id=places[row["office"]].id if row["office"] else "",
            hours=row.get("hours", ""), reason=row["reason"],
        )  # fmt: skip
    days = {}
    for year in (today.year - 1, today.year, today.year + 1):
        days.update({date.fromisoformat(f"{year}-{row['day']}"): row["reason"] for row in holidays})
    for day, reason in days.items():
        offices.close_on(tx, day, day, reason=reason)
    return frozenset(days)


def _person(row: Table, places: Mapping[str, Office]) -> Person:
    fields = {name: text for name, text in row.items() if name != "office"}
    return Person(id=uuid7(), office_id=places[row["office"]].id, **fields)


def _article(
    row: Table, places: Mapping[str, Office], staff: Mapping[str, Person], today: date
) -> Article:
    said = {name: _dated(row, name, today) for name in _SAME if name in row}
    return Article(
        **said,
        lang=row.get("lang", "es"),
        cost=row.get("cost", ""),
        currency=CURRENCY if "cost" in row else "",
        valid_from=_day(row, "from", today),
        valid_to=_day(row, "to", today),
        owner=staff[row["owner"]].name,
        review_on=(today + timedelta(days=row["review"])).isoformat(),
        source=SOURCE,
        licence=LICENCE,
        requirements=tuple(row.get("requirements", ())),
        steps=tuple(
            _step(code, text, minutes, *more, places=places)
            for code, text, minutes, *more in row.get("steps", ())
        ),
    )


def _step(
    code: str, text: str, minutes: int, more: Table | None = None, *, places: Mapping[str, Office]
) -> Step:
    more = more or {}
    others = tuple(places[other].id for other in more.get("others", ()))
    papers = tuple(more.get("papers", ()))
    return Step(places[code].id, text, minutes, papers, more.get("cost", ""), others)


def _dated(row: Table, name: str, today: date) -> str:
    text: str = row[name]
    for mark in ("from", "to"):
        if mark in row:
            said = contents.in_words(contents.working_day(today, row[mark]))
            text = text.replace(f"{{{mark}}}", said)
    return text


def _day(row: Table, name: str, today: date) -> str:
    return contents.working_day(today, row[name]).isoformat() if name in row else ""
