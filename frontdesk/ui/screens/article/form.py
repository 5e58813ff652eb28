"""What the editor asks of core, and what its fields mean: without Qt.

A sheet is what is typed, as JSON can hold it: a text for each field, a list of papers, a list of
steps as (text, office, minutes, cost, papers), the article's id and the digest on which it rests.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from frontdesk.base.clock import day as day_of
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.text import line
from frontdesk.core import attachments, drafts, offices, people, when
from frontdesk.core.attachments import Attachment
from frontdesk.core.knowledge import (
    accessibility,
    articles,
    drafting,
    life,
    links,
    review,
    versions,
    workbench,
    writing,
)
from frontdesk.core.knowledge.accessibility import Finding
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.drafting import Joined
from frontdesk.core.knowledge.links import Target
from frontdesk.core.knowledge.review import Waiting
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.knowledge.versions import Version
from frontdesk.core.knowledge.workbench import AtWork
from frontdesk.exchange.kinds import cells
from frontdesk.ui.screens.article.entries import KIND_OF

NOUN = "article"
NEW_DRAFT = "article.new"
CURRENCIES = (
    "EUR", "USD", "MXN", "COP", "ARS", "PEN", "CLP", "BOB", "GTQ", "CRC", "DOP", "HNL", "NIO",
    "PYG", "UYU", "VES", "GBP",
)  # fmt: skip
MAX_MINUTES = 100_000

Sheet = dict[str, Any]


@dataclass(frozen=True, slots=True)
class House:
    """What the fields choose from, each as (key, name)."""

    people: tuple[tuple[str, str], ...]
    offices: tuple[tuple[str, str], ...]
    currencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """An article on the editor's table: as it is stored, its papers, what was typed of it, and
    the change to it that waits for review.
    """

    article: Article
    base: bytes
    papers: tuple[Attachment, ...]
    draft: Sheet
    waiting: Waiting | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the editor tells of a text: faults on their lines, links to nothing, how it reads."""

    findings: tuple[Finding, ...]
    broken: tuple[str, ...]
    ease: writing.Ease | None


# ---------------------------------------------------------------------------- what is read


def house(db: Any) -> House:
    """Return the names from which the fields choose."""
    named = tuple((person.name, person.name) for person in people.every(db) if person.active)
    places = tuple((office.id, office.name) for office in offices.every(db))
    used = workbench.currencies(db)
    return House(named, places, tuple(dict.fromkeys((*used, *CURRENCIES))))


def opened(db: Any, article_id: str) -> Desk:
    """Return an article to be edited, with what was typed of it before."""
    article = articles.get(db, article_id)
    if article is None:
        raise UserError("article.unknown", given=article_id)
    draft = drafts.load(db, draft_key(article_id))
    kept, waiting = papers(db, article_id), review.waiting(db, article_id)
    return Desk(article, articles.digest(article), kept, draft, waiting)


def begun(db: Any, lang: str) -> Desk:
    """Return a new article, or the one that was being written when the editor was left."""
    draft = drafts.load(db, NEW_DRAFT)
    article_id = str(draft.get("id") or uuid7())
    article = Article(
        "", article_id, state="draft", lang=lang, currency=next(iter(workbench.currencies(db)), "")
    )
    kept = attachments.of(db, attachments.DRAFT, article_id)
    return Desk(article, drafting.NEW, kept, draft)


def stored_digest(db: Any, article_id: str) -> bytes:
    """Return the digest of an article as it is stored now, `drafting.NEW` where there is none."""
    return articles.digests(db, [article_id]).get(article_id, drafting.NEW)


def judged(db: Any, body: str, lang: str) -> Verdict:
    """Return what is to be told of a body."""
    return Verdict(
        tuple(accessibility.findings(body)), tuple(links.broken(db, body)),
        writing.ease(body, lang),
    )  # fmt: skip


def targets(db: Any, letters: str, *, day: str, lang: str) -> list[Target]:
    """Return the articles to which letters after `[[` may link."""
    return links.offered(db, letters, day=day, lang=lang)


def papers(db: Any, article_id: str) -> tuple[Attachment, ...]:
    """Return the papers kept with an article."""
    return attachments.of(db, NOUN, article_id)


def history(db: Any, article_id: str) -> tuple[list[Version], dict[str, str]]:
    """Return the versions of an article, the one that holds first, and the names of their hands."""
    found = versions.versions(db, article_id)
    names = {person.id: person.name for person in people.every(db)}
    return found, {version.by: names.get(version.by, "") for version in found}


def as_it_was(
    db: Any, article_id: str, text: str, *, zone: str, now: datetime
) -> tuple[datetime, Article | None]:
    """Return the instant that a text means, the end of a day where it names no hour, and the
    article as it stood then. A day without a year is the last such day.
    """
    moment = when.understand(text, now, zone)
    if moment is None:
        raise UserError("article.day", field="as_it_was", given=line(text)[:20])
    at = moment.at
    if at > now and str(at.year) not in text:
        at -= timedelta(days=366 if calendar.isleap(at.year) and at.month > 2 else 365)
    return at, versions.as_it_was_on(db, article_id, at)


# ---------------------------------------------------------------------------- what is written


def in_hand(tx: Any, *, now: datetime) -> list[AtWork]:  # noqa: ARG001 - every write is told when
    """Return the articles in hand once all that was typed is written."""
    return workbench.at_work(tx.db)


def save(
    tx: Any, stored: Article, sheet: Sheet, state: str, *, zone: str, now: datetime
) -> tuple[Article, bytes]:
    """Save what is typed over the article as it was read, and pass it to a state ('' keeps its
    own). Return it with the digest on which the next save rests.

    Raises UserError with the field that is wrong, or `article.edited_elsewhere`.
    """
    article = written(stored, sheet, day_of(now, zone))
    base = bytes.fromhex(sheet["base"])
    is_new = base == drafting.NEW
    article = drafting.save(tx, article, base_digest=base, now=now)
    if is_new:
        _keep_drafted_papers(tx, article.id, now)
    if state and state != article.state:
        article = life.move(tx, article.id, state, now=now)
    drafts.clear(tx, NEW_DRAFT if is_new else draft_key(article.id))
    review.done(tx, article.id, sheet.get("sent_at", ""))
    return article, articles.digest(article)


def send(tx: Any, stored: Article, sheet: Sheet, *, zone: str, now: datetime) -> str:
    """Let what is typed wait for review beside what is published; return the article's id."""
    change = written(stored, sheet, day_of(now, zone))
    review.send(tx, change, base=bytes.fromhex(sheet["base"]), now=now)
    drafts.clear(tx, draft_key(stored.id))
    return stored.id


def drop(tx: Any, article_id: str, *, now: datetime) -> str:
    """Take the change out of review, and what was typed of it; return the article's id."""
    review.drop(tx, article_id, now=now)
    drafts.clear(tx, draft_key(article_id))
    return article_id


def move(tx: Any, article_id: str, state: str, *, now: datetime) -> tuple[Article, bytes]:
    """Pass an article to another state as it is stored."""
    article = life.move(tx, article_id, state, now=now)
    return article, articles.digest(article)


def verify(tx: Any, article_id: str, *, now: datetime) -> tuple[Article, bytes]:
    """Note that an article is true today."""
    article = life.verify(tx, article_id, now=now)
    return article, articles.digest(article)


def joined(
    db: Any, stored: Article, sheet: Sheet, *, zone: str, now: datetime
) -> tuple[Joined, bytes] | None:
    """Return what is typed together with what was saved elsewhere, and on what that rests."""
    mine = written(stored, sheet, day_of(now, zone))
    found = drafting.join(db, mine, base_digest=bytes.fromhex(sheet["base"]))
    return (found, stored_digest(db, mine.id)) if found else None


def take_theirs(
    tx: Any, stored: Article, sheet: Sheet, *, zone: str, now: datetime
) -> tuple[Article, bytes]:
    """Let what was saved elsewhere hold; what is typed here is kept as a version before it."""
    theirs = articles.get(tx.db, stored.id)
    if theirs is None:
        raise UserError("article.unknown", given=stored.id)
    mine = replace(written(stored, sheet, day_of(now, zone)), state=theirs.state)
    articles.save(tx, mine, now=now)
    article = articles.save(tx, theirs, now=now)
    drafts.clear(tx, draft_key(stored.id))
    review.done(tx, stored.id, sheet.get("sent_at", ""))
    return article, articles.digest(article)


def restore(tx: Any, version: Version, *, now: datetime) -> tuple[Article, bytes]:
    """Make an earlier version hold again; what was typed over another one goes."""
    article = versions.restore(tx, version, now=now)
    drafts.clear(tx, draft_key(article.id))
    return article, articles.digest(article)


def attach(
    tx: Any, article_id: str, name: str, content: bytes, *, is_new: bool, now: datetime
) -> tuple[Attachment, ...]:
    """Keep a file with an article, or with one that is still being written."""
    noun = attachments.DRAFT if is_new else NOUN
    attachments.add(tx, noun, article_id, content, name, now=now)
    return attachments.of(tx.db, noun, article_id)


def detach(
    tx: Any, article_id: str, sha256: str, *, is_new: bool, now: datetime
) -> tuple[tuple[Attachment, ...], bytes]:
    """Take a file off an article; return those that are left, and the content of that one."""
    noun = attachments.DRAFT if is_new else NOUN
    content = attachments.content(tx.db, sha256) or b""
    attachments.remove(tx, noun, article_id, sha256, now=now)
    return attachments.of(tx.db, noun, article_id), content


# ---------------------------------------------------------------------------- sheets


def draft_key(article_id: str) -> str:
    """Return the key under which what is typed of an article is kept."""
    return f"{NOUN}.{article_id}"


def sheet(article: Article, base: bytes, days: Mapping[str, str]) -> Sheet:
    """Return an article as the fields show it; `days` has its days in words."""
    told: Sheet = {name: getattr(article, name) for name, kind in KIND_OF.items() if kind != "day"}
    told |= days
    told["requirements"] = list(article.requirements)
    told["steps"] = [step_row(step) for step in article.steps]
    return {**told, "id": article.id, "base": base.hex()}


def step_row(step: Step) -> list[Any]:
    """Return a step as the fields show it, with the other offices at which it can be done."""
    minutes = "" if step.minutes is None else str(step.minutes)
    papers = "; ".join(step.papers)
    return [step.text, step.office_id, minutes, step.cost, papers, list(step.others)]


def written(stored: Article, sheet: Sheet, today: date) -> Article:
    """Return the article that a sheet means, over the one that it was typed on.

    Raises UserError for a day, an amount or minutes that nobody understands.
    """
    changes: dict[str, Any] = {}
    for name, kind in KIND_OF.items():
        typed = sheet.get(name, "")
        if kind == "day":
            changes[name] = day_in(name, typed, today)
        elif kind == "amount":
            changes[name], currency = amount_in(name, typed, getattr(stored, name))
            changes["currency"] = line(sheet.get("currency", "")).upper() or currency
        elif kind == "rows":
            changes[name] = tuple(typed)
        elif kind == "steps":
            changes[name] = tuple(_step(n, row) for n, row in enumerate(typed, 1))
        elif name != "currency":
            changes[name] = typed
    return replace(stored, **changes)


def day_in(name: str, typed: str, today: date) -> str:
    """Return the day that a field means as ISO text, '' for none."""
    if not typed.strip():
        return ""
    day = when.day(typed, today)
    if day is None:
        raise UserError("article.day", field=name, given=line(typed)[:20])
    return day.isoformat()


def amount_in(name: str, typed: str, stored: str) -> tuple[str, str]:
    """Return (decimal text, currency or '') of an amount as people write it."""
    if not typed.strip() or typed == stored:
        return typed.strip(), ""
    amount = cells.money(typed)
    if amount is None:
        raise UserError("article.amount", field=name, given=line(typed)[:30])
    return amount


def _step(number: int, row: list[Any]) -> Step:
    text, office_id, minutes, cost, papers, *others = row
    if str(minutes).strip() and cells.count(minutes, MAX_MINUTES) is None:
        raise UserError("article.minutes", field="steps", number=number, given=line(minutes)[:20])
    return Step(
        office_id, text, cells.count(minutes, MAX_MINUTES), tuple(papers.split(";")),
        amount_in("steps", cost, "")[0], tuple(others[0]) if others else (),
    )  # fmt: skip


def _keep_drafted_papers(tx: Any, article_id: str, now: datetime) -> None:
    """Give a new article the papers that were added while it was written."""
    for paper in attachments.of(tx.db, attachments.DRAFT, article_id):
        content = attachments.content(tx.db, paper.sha256)
        if content is not None:
            attachments.add(tx, NOUN, article_id, content, paper.name, now=now)
        attachments.remove(tx, attachments.DRAFT, article_id, paper.sha256, now=now)
