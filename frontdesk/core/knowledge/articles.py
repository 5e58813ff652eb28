"""Articles: what to say, what to bring, what it costs, where to go; every version is kept."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields, replace
from datetime import date, datetime, timedelta
from itertools import islice
from operator import attrgetter
from typing import Any
from unicodedata import is_normalized

from frontdesk.base.clock import iso, parse
from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.base.records import record
from frontdesk.base.text import clean, line
from frontdesk.core.knowledge import steps
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.roles import require
from frontdesk.core.search import Doc, drop, put
from frontdesk.store.store import Row, Tx

KINDS = ("product", "service", "procedure", "policy", "protocol", "news", "office")
STATES = ("draft", "review", "published", "retired")
OFF_THE_DESK = ("draft", "retired")
UNPUBLISHED = frozenset({"", "draft", "review"})  # '' is of an article that is not there yet
MAX_TITLE_CHARS = 300
MAX_BODY_CHARS = 1_000_000
MAX_REVIEW_DAYS = 3650
_CHUNK = 500  # parameters of one IN (...)


@record
class Article:
    """One article. Days are ISO text or empty; `cost` is decimal text in `currency`; `review_days`
    is the number of days between two reviews as text, empty for the house's own.

    `requirements` are the papers to bring whatever the step; a step may ask for more.
    """

    title: str
    id: str = ""
    code: str = ""
    kind: str = "procedure"
    lang: str = "es"
    say: str = ""
    body: str = ""
    who: str = ""
    cost: str = ""
    currency: str = ""
    cost_note: str = ""
    term: str = ""
    legal_basis: str = ""
    keywords: str = ""
    authority: str = ""
    valid_from: str = ""
    valid_to: str = ""
    owner: str = ""
    review_on: str = ""
    state: str = "published"
    source: str = ""
    licence: str = ""
    review_days: str = ""
    requirements: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def papers(self) -> tuple[str, ...]:
        """All papers to bring, those of its steps too, each once."""
        return tuple(
            dict.fromkeys((*self.requirements, *(p for s in self.steps for p in s.papers)))
        )

    @property
    def price(self) -> str:
        """What it costs in all: its cost where one is known, else what its steps cost together."""
        return self.cost or steps.total(step.cost for step in self.steps)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a bulk save did."""

    new: int
    changed: int
    same: int

    @classmethod
    def of(cls, states: Sequence[str]) -> Counts:
        """Count what each row was before the save: new, changed or same."""
        return cls(states.count("new"), states.count("changed"), states.count("same"))


_FIELDS = tuple(f.name for f in fields(Article) if f.name not in ("requirements", "steps"))
_LINES = ("title", "code", "say", "keywords", "review_days")
_COLUMNS = ", ".join(_FIELDS)
_INSERT = (
    f"INSERT INTO article({_COLUMNS}, created_at, changed_at, changed_by, digest) "
    f"VALUES({', '.join('?' * (len(_FIELDS) + 4))})"
)
_UPDATE = (
    f"UPDATE article SET {', '.join(f'{name} = ?' for name in _FIELDS)}, "
    "changed_at = ?, changed_by = ?, digest = ? WHERE id = ?"
)
_KEEP = (
    "INSERT INTO article_version(article_id, until_at, content, since_at, changed_by) "
    "SELECT id, ?, ?, coalesce((SELECT max(v.until_at) FROM article_version v "
    "WHERE v.article_id = article.id), created_at), changed_by FROM article WHERE id = ?"
)
_TICK = timedelta(milliseconds=1)
_ODD = bytes({*range(0x20), *range(0x7F, 0xA1)} - {0x0A})  # controls, and the blank \xa0
_values = attrgetter(*_FIELDS)
_lines = attrgetter(*_LINES)
_said = attrgetter(*(name for name in _FIELDS if name != "review_days"))
_indexed = attrgetter(*Doc._fields[1:-1])  # a Doc has the fields of its article by name


def checked(article: Article) -> Article:
    """Return the article as it is stored: cleaned, with an id. Raises UserError where unusable."""
    article = _cleaned(article)
    if not article.title:
        raise UserError("article.untitled", field="title")
    if len(article.title) > MAX_TITLE_CHARS:
        raise UserError("article.title_long", field="title", most=MAX_TITLE_CHARS)
    if len(article.body) > MAX_BODY_CHARS:
        raise UserError("article.body_long", field="body", most=MAX_BODY_CHARS)
    if article.kind not in KINDS:
        raise UserError(
            "article.kind", field="kind", given=line(article.kind)[:40], kinds=", ".join(KINDS)
        )
    if article.state not in STATES:
        raise UserError("article.state", field="state", states=", ".join(STATES))
    _check_days(article)
    if article.review_days and not 0 < _number(article.review_days) <= MAX_REVIEW_DAYS:
        raise UserError("article.review_days", field="review_days", most=MAX_REVIEW_DAYS)
    if article.steps:
        steps.check_costs(article)
    return article


def save(tx: Tx, article: Article, *, now: datetime) -> Article:
    """Save one article, keep the version before, and note the change in the event log.

    Raises UserError for an unusable one, and for steps that nobody can walk unless it is off the
    desk: a draft may have them for a while. Anybody may write one that is not published yet.
    """
    stored = checked(article)
    was = state(tx.db, stored.id)
    if not {was, stored.state} <= UNPUBLISHED:
        require(tx, "article.write")
    if stored.state not in OFF_THE_DESK:
        steps.check(tx.db, stored)
    counts = _write(tx, [stored], now)
    if counts.same == 0:
        body = {"code": stored.code, "digest": digest(stored).hex(), "state": stored.state}
        if was != stored.state:
            body["was"] = was
        tx.append("article.changed", stored.id, body, now)
    return stored


def put_many(tx: Tx, articles: Sequence[Article], *, now: datetime) -> Counts:
    """Save many articles that are already `checked`, in one transaction and one event."""
    require(tx, "article.write")
    counts = _write(tx, articles, now)
    if counts.new or counts.changed:
        body = {"new": counts.new, "changed": counts.changed, "same": counts.same}
        tx.append("articles.imported", uuid7(), body, now)
    return counts


def retire(tx: Tx, article_id: str, *, now: datetime) -> None:
    """Take an article off the desk; its versions stay."""
    require(tx, "article.write")
    article = get(tx.db, article_id)
    if article is None:
        raise UserError("article.unknown", given=article_id)
    save(tx, replace(article, state="retired"), now=now)


def get(db: sqlite3.Connection, article_id: str) -> Article | None:
    """Return one article with its requirements and steps."""
    row = db.execute(f"SELECT {_COLUMNS} FROM article WHERE id = ?", (article_id,)).fetchone()
    return _with_lists(db, row) if row else None


def state(db: sqlite3.Connection, article_id: str) -> str:
    """Return the state of an article, '' where there is none."""
    row = db.execute("SELECT state FROM article WHERE id = ?", (article_id,)).fetchone()
    return str(row[0]) if row else ""


def by_code(db: sqlite3.Connection, code: str) -> Article | None:
    """Return the article of a code."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM article WHERE code = ? AND code <> '' ORDER BY n LIMIT 1",
        (code,),
    ).fetchone()
    return _with_lists(db, row) if row else None


def every(db: sqlite3.Connection) -> Iterator[Article]:
    """Yield all articles, oldest first."""
    for row in db.execute(f"SELECT {_COLUMNS} FROM article ORDER BY n").fetchall():
        yield _with_lists(db, row)


def from_dict(told: Mapping[str, Any]) -> Article:
    """Return an article as a version, an import or another program told it: an older one tells
    less, a newer one more.
    """
    known = {f.name: told[f.name] for f in fields(Article) if f.name in told}
    known["requirements"] = tuple(map(str, told.get("requirements", ())))
    known["steps"] = tuple(map(steps.from_list, told.get("steps", ())))
    return Article(**known)


def digest(article: Article) -> bytes:
    """Return the hash of an article's content, by which `check` sees an edit made by hand.

    What came later is a part of it only where it says something: the digests of before stay true.
    """
    content: tuple[str, ...] = _said(article)
    if article.review_days:
        content = (*content, article.review_days)
    if article.requirements or article.steps:
        content = (*content, *article.requirements, *(s.content() for s in article.steps))
    return hashlib.sha256("\x1f".join(content).encode()).digest()[:16]


def digests(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, bytes]:
    """Return the stored digests of articles by id, of those that exist."""
    found: dict[str, bytes] = {}
    rest = iter(ids)
    while chunk := list(islice(rest, _CHUNK)):
        marks = ",".join("?" * len(chunk))
        found.update(db.execute(f"SELECT id, digest FROM article WHERE id IN ({marks})", chunk))
    return found


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a line for each article whose rows were edited by hand."""
    stored = dict(db.execute("SELECT id, digest FROM article"))
    for article in every(db):
        if digest(article) != stored[article.id]:
            yield f"article {article.code or article.id}: changed"


def docs(db: sqlite3.Connection) -> Iterator[Doc]:
    """Yield what search indexes of all articles on the desk, oldest first."""
    return (doc(article) for article in every(db) if article.state == "published")


def doc(article: Article) -> Doc:
    """Return what search indexes of one article."""
    return Doc("article", *_indexed(article))


def _write(tx: Tx, articles: Sequence[Article], now: datetime) -> Counts:
    known = digests(tx.db, [article.id for article in articles])
    at, by = iso(now), tx.actor.id if tx.actor else ""
    made = {article.id: digest(article) for article in articles}
    new = [a for a in articles if a.id not in known]
    changed = [a for a in articles if a.id in known and known[a.id] != made[a.id]]
    since = _keep_versions(tx, changed, at)
    tx.executemany(_INSERT, ((*_values(a), at, at, by, made[a.id]) for a in new))
    tx.executemany(_UPDATE, ((*_values(a), since[a.id], by, made[a.id], a.id) for a in changed))
    for table in ("requirement", "step") if changed else ():
        tx.executemany(f"DELETE FROM {table} WHERE article_id = ?", [(a.id,) for a in changed])
    written = [*new, *changed]
    tx.executemany("INSERT INTO requirement VALUES(?,?,?)", _requirement_rows(written))
    tx.executemany("INSERT INTO step VALUES(?,?,?,?,?,?,?,?)", _step_rows(written))
    put(tx, [doc(a) for a in written if a.state == "published"])
    drop(tx, "article", [a.id for a in changed if a.state != "published"])
    return Counts(len(new), len(changed), len(articles) - len(written))


def _keep_versions(tx: Tx, changed: Iterable[Article], at: str) -> dict[str, str]:
    """Keep what held until now; return from when on each change holds.

    That is always later than the one before, also where a clock was set back or two changes share
    an instant: no version is lost, and none ends before it began.
    """
    before = [old for a in changed if (old := get(tx.db, a.id))]
    since = {old.id: _later(tx.db, old.id, at) for old in before}
    tx.executemany(_KEEP, [(since[old.id], content(old), old.id) for old in before])
    return since


def _later(db: sqlite3.Connection, article_id: str, at: str) -> str:
    (last,) = db.execute("SELECT changed_at FROM article WHERE id = ?", (article_id,)).fetchone()
    return at if at > last else iso(parse(last) + _TICK)


def content(article: Article) -> str:
    """Return an article as text, from which `from_dict` makes it again."""
    named = dict(zip((f.name for f in fields(Article)), astuple(article), strict=True))
    return json.dumps(named, ensure_ascii=False, separators=(",", ":"))


def _requirement_rows(articles: Iterable[Article]) -> Iterator[tuple[str, int, str]]:
    for article in articles:
        for position, text in enumerate(article.requirements):
            yield article.id, position, text


def _step_rows(articles: Iterable[Article]) -> Iterator[Row]:
    for article in articles:
        for position, step in enumerate(article.steps):
            papers, others = (json.dumps(x, ensure_ascii=False) for x in (step.papers, step.others))
            yield (article.id, position, *step[:3], papers, step.cost, others)


def _with_lists(db: sqlite3.Connection, row: Row) -> Article:
    article = Article(*row)
    requirements = db.execute(
        "SELECT text FROM requirement WHERE article_id = ? ORDER BY position", (article.id,)
    )
    walked = db.execute(
        "SELECT office_id, text, minutes, papers, cost, others FROM step "
        "WHERE article_id = ? ORDER BY position",
        (article.id,),
    )
    return replace(
        article, requirements=tuple(text for (text,) in requirements),
        steps=tuple(
            Step(office_id, text, minutes, _listed(papers), cost, _listed(others))
            for office_id, text, minutes, papers, cost, others in walked
        ),
    )  # fmt: skip


def _listed(text: str) -> tuple[str, ...]:
    try:
        return () if text == "[]" else tuple(map(str, json.loads(text)))
    except (TypeError, ValueError):  # edited by hand: `faults` names the article
        return (text,)


def _cleaned(article: Article) -> Article:
    """Return the article with an id and without what nobody typed on purpose."""
    if _is_tidy(article):
        return article
    changes: dict[str, Any] = {}
    for name, text in zip(_FIELDS, _values(article), strict=True):
        if text and (cleaned := line(text) if name in _LINES else clean(text).strip()) != text:
            changes[name] = cleaned
    if not changes.get("id", article.id):
        changes["id"] = uuid7()
    changes["requirements"] = tuple(filter(None, map(line, article.requirements)))
    changes["steps"] = tuple(map(steps.cleaned, article.steps))
    return replace(article, **changes) if changes else article


def _is_tidy(article: Article) -> bool:
    """Tell whether cleaning would change nothing: nearly always, and found out at a tenth of it."""
    texts = [*filter(None, _values(article)), *article.requirements]
    lines = " ".join((*filter(None, _lines(article)), *article.requirements))
    return (
        "\n" not in lines
        and "  " not in lines
        and [*map(str.strip, texts)] == texts
        and _is_plain("".join(texts))
        and bool(article.id)
        and not article.steps
        and "" not in texts
    )


def _is_plain(text: str) -> bool:
    """Tell whether a text has no odd blanks or controls, and its accents in one with the letters.

    In Latin-1, which has no others, that is seen at once.
    """
    try:
        told = text.encode("latin-1")
    except UnicodeEncodeError:
        return text.replace("\n", "").isprintable() and is_normalized("NFC", text)
    return len(told.translate(None, _ODD)) == len(told)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and text.isascii() else 0


def _check_days(article: Article) -> None:
    for name in ("valid_from", "valid_to", "review_on"):
        day = getattr(article, name)
        try:
            _ = day and date.fromisoformat(day)
        except ValueError as error:
            raise UserError("article.day", field=name, given=line(day)[:20]) from error
