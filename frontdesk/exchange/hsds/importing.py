"""Importing a package: what cannot be is told and left out, the rest is written as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.base.progress import Progress
from frontdesk.base.sentences import catalogue
from frontdesk.core import copies, imports
from frontdesk.core import offices as places
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article, Counts
from frontdesk.core.offices import Office
from frontdesk.core.sites import here
from frontdesk.exchange.hsds import packages, values
from frontdesk.exchange.hsds.nouns import Directory
from frontdesk.exchange.hsds.packages import Row
from frontdesk.exchange.importing import Done
from frontdesk.exchange.kinds import articles as article_rows
from frontdesk.exchange.kinds import offices as office_rows
from frontdesk.exchange.kinds import services as service_rows
from frontdesk.exchange.kinds.known import Known
from frontdesk.store.store import Store, Tx


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the report: `status` is new, changed, same, kept, edited, check or left out;
    `kind` and `noun` are what the row became.
    """

    table: str
    line: int
    status: str
    label: str = ""
    error: UserError | None = None
    kind: str = ""
    noun: Any = None


@dataclass(slots=True)
class Plan:
    """A package that has been read and judged, before anything is written."""

    offices: list[Office] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    report: list[Told] = field(default_factory=list)
    file: str = ""


def judge(store: Store, file: Path, *, now: datetime) -> Plan:
    """Read a package and judge each row. Raises UserError for a file that is none."""
    db = store.read()
    package = packages.read(file)
    lang = here(db).lang
    directory = Directory(package, catalogue(lang), lang)
    plan = Plan(file=file.name)
    plan.report += [Told(f.table, f.line, "check", error=f.error) for f in values.findings(package)]
    known = Known(db)
    _judge_offices(known, directory, plan, now)
    _judge_articles(known, directory, plan)
    _judge_pairs(known, directory, plan)
    return plan


def apply(store: Store, plan: Plan, *, now: datetime, overwrite: bool = False) -> Done:
    """Write all that is sound in one transaction, as `write` does; a copy is made before."""
    copies.before_import(store, now=now)
    with store.write() as tx:
        return write(tx, plan, overwrite=overwrite, now=now)


def write(
    tx: Tx, plan: Plan, *, overwrite: bool = False, progress: Progress | None = None, now: datetime
) -> Done:
    """Write all that is sound; what was edited here since the last import stays as it is, unless
    `overwrite` says to take the package's.
    """
    found: dict[str, Sequence[Any]] = {
        "offices": plan.offices,
        "articles": plan.articles,
        "services": plan.pairs,
    }
    brought = {
        kind: [each for each in nouns if overwrite or not imports.edited(tx.db, kind, each)]
        for kind, nouns in found.items()
    }
    held = {kind: imports.hold(tx.db, kind, nouns) for kind, nouns in brought.items()}
    save: dict[str, Callable[..., Counts]] = {
        "offices": office_rows.save, "articles": article_rows.save, "services": service_rows.save,
    }  # fmt: skip
    counts: list[Counts] = []
    for kind, nouns in brought.items():
        (progress or Progress()).at(len(counts), len(brought))
        counts.append(save[kind](tx, nouns, now=now))
    batch = imports.note(tx, plan.file, "hsds", held, brought, now=now)
    total = {
        name: sum(getattr(each, name) for each in counts) for name in ("new", "changed", "same")
    }
    edited = sum(map(len, found.values())) - sum(map(len, brought.values()))
    return Done(Counts(**total), edited, batch)


def _judge_offices(known: Known, directory: Directory, plan: Plan, now: datetime) -> None:
    for row in _once(directory.package.rows("locations"), plan):
        try:
            office, hours = directory.office(row, now)
            office = places.checked(office)
        except UserError as error:
            plan.report.append(Told(row.table, row.line, "left out", row["name"], error))
            continue
        plan.offices.append(office)
        state = _state(known, "offices", office)
        plan.report.append(Told(row.table, row.line, state, office.name, None, "offices", office))
        for piece in hours.doubts:
            doubt = UserError("hours.check", field="hours", hours=piece)
            plan.report.append(Told(row.table, row.line, "check", office.name, doubt))


def _judge_articles(known: Known, directory: Directory, plan: Plan) -> None:
    for row in _once(directory.package.rows("services"), plan):
        try:
            article = articles.checked(directory.article(row))
        except UserError as error:
            plan.report.append(Told(row.table, row.line, "left out", row["name"], error))
            continue
        plan.articles.append(article)
        state = _state(known, "articles", article)
        plan.report.append(
            Told(row.table, row.line, state, article.title, None, "articles", article)
        )


def _judge_pairs(known: Known, directory: Directory, plan: Plan) -> None:
    services = {article.id: article.title for article in plan.articles}
    locations = {office.id: office.name for office in plan.offices}
    here = service_rows.here(known)
    for row, service, location in directory.pairs():
        if service in services and location in locations:
            plan.pairs.append((service, location))
            label = f"{services[service]} - {locations[location]}"
            state = "same" if (service, location) in here else "new"
            plan.report.append(Told(row.table, row.line, state, label))


def _state(known: Known, kind: str, noun: Any) -> str:  # noqa: ANN401 - an article or an office
    is_office = kind == "offices"
    (state,) = (office_rows if is_office else article_rows).states(known, [noun])
    return state if state != "changed" else imports.edited(known.db, kind, noun) or state


def _once(rows: list[Row], plan: Plan) -> Iterator[Row]:
    """Yield the rows with an id, each id once; the others are told and left out."""
    seen: dict[str, int] = {}
    for row in rows:
        if not row["id"]:
            error = UserError("hsds.no_id", table=row.table)
            plan.report.append(Told(row.table, row.line, "left out", row["name"], error))
        elif row["id"] in seen:
            error = UserError("import.twice", first=seen[row["id"]])
            plan.report.append(Told(row.table, row.line, "left out", row["name"], error))
        else:
            seen[row["id"]] = row.line
            yield row
