"""The command that prints the figures of a period with the cases behind them."""

from __future__ import annotations

from datetime import date

import click

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.cli.session import Session, emit


@click.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with its cases.")
@click.option("--since", default="", metavar="DAY", help="The first day; all from the beginning.")
@click.option("--until", default="", metavar="DAY", help="The last day; all up to now.")
@click.pass_obj
def report(session: Session, name: str, as_json: bool, since: str, until: str) -> None:
    """Print the figures of NAME: waiting, bounce, first-time-right, complaints-on-time and more."""
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


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UserError("report.day", given=line(text)[:20]) from error


COMMANDS = (report,)
