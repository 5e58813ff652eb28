"""The audit trail on the command line."""

from __future__ import annotations

from datetime import date

import click

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.cli.session import Session, emit


@click.command("audit")
@click.argument("words", nargs=-1)
@click.option("--record", default="", metavar="ID", help="Only what was done to one record.")
@click.option("--by", default="", metavar="INITIALS", help="Only what one person did.")
@click.option("--noun", default="", help="Only one kind of record: complaint, article, office, …")
@click.option("--from", "from_on", default="", metavar="DAY", help="From this day on.")
@click.option("--to", "to_on", default="", metavar="DAY", help="Up to this day.")
@click.option("--limit", default=200, show_default=True, help="So many at most, the latest first.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with all it tells.")
@click.pass_obj
def audit(
    session: Session, /, words: tuple[str, ...], *, limit: int, as_json: bool, **only: str
) -> None:  # fmt: skip
    """Tell who did what and when, the latest first; WORDS are of what was done or of the record."""
    from frontdesk.core import audit as trail
    from frontdesk.core import sites
    from frontdesk.exchange import telling

    db, lang, asked = session.store().read(), session.lang(), " ".join(words)
    zone = sites.here(db).zone
    kinds = telling.Teller(lang, zone).kinds_saying(asked)
    wish = trail.Wish(
        asked, only["by"], only["noun"], only["record"], _day(only["from_on"]),
        _day(only["to_on"]), kinds,
    )  # fmt: skip
    found = trail.trail(db, wish, limit=limit)
    teller = telling.Teller(lang, zone, trail.names(db, telling.ids(found)))
    for entry in found:
        said = {
            "at": entry.at, "who": teller.who(entry), "kind": entry.kind, "record": entry.entity,
            "title": entry.title, "said": teller.said(entry),
        }  # fmt: skip
        if as_json:
            changes = [[c.name, c.old, c.new] for c in entry.changes]
            emit({**said, "changes": changes, "values": dict(entry.values), "event": entry.id})
        else:
            click.echo("\t".join(said[name] for name in ("at", "who", "title", "said")))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UserError("report.day", given=line(text)[:20]) from error


COMMANDS = (audit,)
