"""The commands that look back: the figures of a period, and an article as it was."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

import click

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.cli.session import Session, emit, instant


@click.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with its cases.")
@click.option("--since", default="", metavar="DAY", help="The first day; all from the beginning.")
@click.option("--until", default="", metavar="DAY", help="The last day; all up to now.")
@click.pass_obj
def report(session: Session, name: str, as_json: bool, since: str, until: str) -> None:
    """Print the figures of NAME: waiting, bounce, first-time-right, complaints-on-time and more.

    "conflicts" are the values that desks wrote without knowing of each other, and what branches
    propose for head office's articles.
    """
    if name == "conflicts":
        _conflicts(session, as_json=as_json)
        return
    from frontdesk.core import indicators

    lines = indicators.report(
        session.store().read(), name, _day(since), _day(until), now=clock.now()
    )
    for found in lines:
        if as_json:
            emit({"report": name, **found})
        else:
            shown = (str(value) for value in found.values() if isinstance(value, str | int | float))
            click.echo("\t".join(shown))


@click.command("as-was")
@click.argument("code")
@click.argument("at", metavar="INSTANT")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with all its fields.")
@click.pass_obj
def as_was(session: Session, code: str, at: str, as_json: bool) -> None:
    """Print the article CODE as it stood at INSTANT, such as 2026-11-23T09:30."""
    from frontdesk.core.knowledge import articles, versions

    db = session.store().read()
    article = articles.by_code(db, code) or articles.get(db, code)
    was = article and versions.as_it_was_on(db, article.id, instant(session, at))
    if not was:
        raise UserError("article.unknown", given=line(code)[:60])
    if as_json:
        emit(asdict(was))
    else:
        click.echo(f"{was.title}\t{was.state}\n{was.say}")


def _conflicts(session: Session, *, as_json: bool) -> None:
    from frontdesk.core import conflicts

    for found in conflicts.still_open(session.store().read()):
        if as_json:
            emit({"report": "conflicts", **asdict(found)})
        else:
            values = (f"{value.value} ({value.desk})" for value in found.values)
            click.echo("\t".join((found.name, found.field, str(found.kept), *values)))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UserError("report.day", given=line(text)[:20]) from error


COMMANDS = (report, as_was)
