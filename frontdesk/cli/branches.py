"""Commands of head office and branches: invite a branch, exchange with a folder or a hub."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.base.sentences import sentence
from frontdesk.cli.session import Session, emit, refuse

if TYPE_CHECKING:
    from frontdesk.store.store import Store
    from frontdesk.sync.rounds import Round


@click.command()
@click.argument("site")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--country", default="", metavar="ES-AN", help="By default head office's.")
@click.option("--lang", default="", help="es or en; by default head office's.")
@click.option("--zone", default="", metavar="IANA", help="By default that of the country.")
@click.option("--rules", default="", metavar="NAME", help="By default head office's.")
@click.pass_obj
def invite(  # noqa: PLR0917 - click's form
    session: Session, site: str, file: Path, country: str, lang: str, zone: str, rules: str
) -> None:
    """Write the invitation of a branch to FILE; each desk of it is made from that file.

    Whoever has the file can join as that branch: hand it over like a key.
    """
    from frontdesk.sync import joining

    with session.store().write() as tx:
        invitation = joining.invite(
            tx, site, country=country, lang=lang, zone=zone, rules=rules, now=clock.now()
        )
        joining.write(file.absolute(), invitation)
    emit({"site": site, "file": str(file)})


@click.command()
@click.argument("place", required=False)
@click.option("--status", is_flag=True, help="Only say what waits and what was refused and why.")
@click.option("--init-hub", is_flag=True, help="Make the tables of the hub PLACE and its roles.")
@click.option("--remember", is_flag=True, help="Exchange with PLACE by itself from now on.")
@click.option("--stay", is_flag=True, help="Stay, and exchange whenever the hub has news.")
@click.pass_obj
def sync(  # noqa: PLR0917 - click's form
    session: Session, place: str | None, status: bool, init_hub: bool, remember: bool, stay: bool
) -> None:
    """Exchange with PLACE, a folder or postgresql://...: read what is new, write what it lacks.

    Without PLACE it is the one that was remembered; with a hub the queue of the branch is shared
    too, while the window is open. Exit 1 when an envelope was refused; the rest went through.
    """
    from frontdesk.sync import places, rounds

    store = session.store()
    if status:
        emit(_with_reasons(session, rounds.status(store.read())))
        return
    place = (place or places.remembered(store.read())).strip()
    if not place:
        raise click.UsageError("Say with which folder or hub to exchange, or --status.")
    if not places.is_hub(place):
        place = str(Path(place).absolute())
    if init_hub:
        _init_hub(store, place)
        return
    if remember:
        with store.write() as tx:
            places.remember(tx, place)
    if stay and places.is_hub(place):
        places.stay(store, place, now=clock.now, each=lambda done: _say(session, done))
    elif _say(session, places.exchange(store, place, now=clock.now())):
        raise SystemExit(1)


@click.command()
@click.argument("site")
@click.pass_obj
def revoke(session: Session, site: str) -> None:
    """Believe the branch SITE no longer: with the next release all refuse what it writes from then.

    For a branch whose invitation or computer was stolen. What it had sent before stays.
    """
    from frontdesk.sync import revoking

    with session.store().write() as tx:
        emit({"revoked": revoking.revoke(tx, site, now=clock.now())})


def _with_reasons(session: Session, told: dict[str, Any]) -> dict[str, Any]:
    """Return a status with the sentence of each refusal."""
    lang = session.lang()
    for row in told["refused"]:
        error = UserError(row["code"], name=row["name"], who=row["from"] or "?", inside="…")
        row["why"] = sentence(error, lang)
    return told


def _init_hub(store: Store, address: str) -> None:
    """Make or renew the hub; print role and password of each branch that had none, only once."""
    from frontdesk.sync import admitting

    for one in admitting.admit(store, address, now=clock.now()):
        emit({"site": one.name, "role": one.role, "password": one.password})


def _say(session: Session, done: Round) -> bool:
    """Say what a round did; return whether something was refused."""
    for error in done.refused:
        refuse(session, error)
    emit(
        {
            "read": done.read, "events": done.events, "written": done.written,
            "release": done.release, "refused": len(done.refused), "later": len(done.later),
            "renewed": done.renewed, "loaded": done.loaded,
        }
    )  # fmt: skip
    return len(done.refused) > len(done.later)


COMMANDS = (invite, sync, revoke)
