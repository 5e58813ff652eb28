"""Commands that do at the terminal what the desk does: search, route, complaint, complaints."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.cli.session import Commands, Session, emit, instant, refuse
from frontdesk.core import sites

if TYPE_CHECKING:
    from frontdesk.store.store import Store

SCORE_DIGITS = 4
MAX_QUERY_BYTES = 1_000_000


@click.command()
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a query.")
@click.option("-n", "limit", default=10, show_default=True, type=click.IntRange(1, 1000))
@click.pass_obj
def search(session: Session, text: str, as_json: bool, limit: int) -> None:
    """Find articles, offices and people; TEXT - takes one query a line from standard input."""
    from frontdesk.core.search import Context
    from frontdesk.core.search import search as find

    db = session.store().read()
    here = sites.here(db)
    context = Context(lang=here.lang, day=clock.day(clock.now(), here.zone).isoformat())
    for query in _queries(text):
        hits = [
            {"id": hit.id, "code": hit.code, "kind": hit.kind, "title": hit.title,
             "score": round(hit.score, SCORE_DIGITS)}
            for hit in find(db, query, context, limit).hits
        ]  # fmt: skip
        if as_json:
            emit({"query": query, "hits": hits})
        else:
            for hit in hits:
                click.echo(f"{hit['code'] or hit['id']}\t{hit['title']}")


def _queries(text: str) -> Iterator[str]:
    if text != "-":
        yield text
        return
    from frontdesk.exchange import reading

    for line in reading.lines(sys.stdin.buffer, MAX_QUERY_BYTES):
        yield line.decode("utf-8-sig", errors="replace").rstrip("\r\n")


@click.command()
@click.argument("need")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--at", metavar="ISO", help="The instant to decide for; now by default.")
@click.option("--papers", default="", help="The papers at hand, by number or text, with commas.")
@click.pass_obj
def route(session: Session, need: str, as_json: bool, at: str | None, papers: str) -> None:
    """Say to which offices a NEED leads, whether they are open and which papers are missing."""
    from frontdesk.core import routing

    db = session.store().read()
    moment = instant(session, at)
    found = routing.find(db, need, at=moment)
    plan = routing.decide(found, at=moment, papers=routing.papers_named(found, papers))
    answer = routing.as_json(plan)
    if as_json:
        emit(answer)
        return
    for step in answer["steps"]:
        office = step["office"]["name"] if step["office"] else ""
        click.echo(f"{office}\t{step['text']}")


@click.group(cls=Commands)
def complaint() -> None:
    """Complaints, one at a time."""


@complaint.command("file")
@click.argument("source")
@click.pass_obj
def file_(session: Session, source: str) -> None:
    """File complaints from SOURCE (- is standard input): one JSON object a line.

    Each is committed before its folio is printed; a line that is refused does not stop the rest.
    """
    from frontdesk.exchange import reading

    store, refused = session.store(), 0
    if source == "-":
        rows = reading.json_lines(sys.stdin.buffer)
    else:
        rows = reading.rows(Path(source), ending=".jsonl")
    for number, row in rows:
        try:
            emit(_file_one(store, row))
        except UserError as error:
            refused += 1
            refuse(session, error, prefix=f"{number}: ")
    if refused:
        raise SystemExit(1)


def _file_one(store: Store, row: dict[str, Any] | UserError) -> dict[str, str]:
    from frontdesk.exchange.kinds import complaints
    from frontdesk.exchange.kinds.known import Known

    if isinstance(row, UserError):
        raise row
    filing = complaints.parse(Known(store.read()), row)[2]
    with store.write() as tx:
        case = complaints.file(tx, filing, now=clock.now())
    return {"id": case.id, "folio": case.folio, "due_on": case.due_on}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a case.")
@click.option("--open", "only_open", is_flag=True, help="Only the cases that are still open.")
@click.pass_obj
def complaints(session: Session, as_json: bool, only_open: bool) -> None:
    """List the complaints on record, the first filed first."""
    from frontdesk.exchange.kinds import complaints as kind

    for case in kind.rows(session.store().read()):
        if only_open and case["state"] in ("closed", "annulled"):
            continue
        if as_json:
            emit(case)
        else:
            click.echo(f"{case['folio']}\t{case['due_on']}\t{case['state']}")


COMMANDS = (search, route, complaint, complaints)
