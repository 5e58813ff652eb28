"""Commands that keep the house: close, reopen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.cli.session import Session, emit
from frontdesk.core import sites

if TYPE_CHECKING:
    from frontdesk.core.opening.closing import Closing


@click.command()
@click.argument("sentence")
@click.option("--office", default="", metavar="OFFICE", help="One office; without, all of them.")
@click.option("--dry-run", is_flag=True, help="Only say what is understood.")
@click.pass_obj
def close(session: Session, sentence: str, office: str, dry_run: bool) -> None:
    """Record a closure in one SENTENCE: "mañana cerramos a las 12", "closed on december 24"."""
    from frontdesk.core import closures, offices
    from frontdesk.core.opening.closing import understand

    store, now = session.store(), clock.now()
    db = store.read()
    office_id = offices.resolve(db, office).id if office else ""
    if dry_run:
        found = understand(sentence, clock.day(now, sites.here(db).zone))
        if found is None:
            raise UserError("closure.unread", field="text")
        _tell(found, office_id, [])
        return
    with store.write() as tx:
        announced = closures.announce(tx, sentence, office_id=office_id, now=now)
    _tell(announced.closing, office_id, [row.id for row in announced.rows])


@click.command()
@click.argument("closures", nargs=-1, required=True, metavar="CLOSURE...")
@click.pass_obj
def reopen(session: Session, closures: tuple[str, ...]) -> None:
    """Take closures back, by the ids that `close` printed."""
    from frontdesk.core.closures import withdraw

    with session.store().write() as tx:
        gone = withdraw(tx, closures, now=clock.now())
        if unknown := set(closures) - {row.id for row in gone}:
            raise UserError("closure.unknown", given=min(unknown))
    emit({"reopened": [row.id for row in gone]})


def _tell(closing: Closing, office_id: str, ids: list[str]) -> None:
    """Print a closing; hours with "shortens" hold inside each office's own."""
    emit({
        "days": [[first.isoformat(), last.isoformat()] for first, last in closing.days],
        "hours": closing.hours, "shortens": closing.shortens, "reason": closing.reason,
        "office": office_id, "ids": ids,
    })  # fmt: skip


COMMANDS = (close, reopen)
