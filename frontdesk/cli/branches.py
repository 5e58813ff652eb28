"""Commands of head office and branches: invite a branch, exchange with a folder or a hub."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from frontdesk.base import clock
from frontdesk.cli.session import Session, emit, refuse
from frontdesk.core import sites

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
@click.option("--status", is_flag=True, help="Only say what waits and what was refused.")
@click.option("--init-hub", is_flag=True, help="Make the tables of the hub PLACE and its roles.")
@click.pass_obj
def sync(session: Session, place: str | None, status: bool, init_hub: bool) -> None:
    """Exchange with PLACE, a folder or postgresql://...: read what is new, write what it lacks.

    Exit 1 when an envelope was refused; everything else in the place went through all the same.
    """
    from frontdesk.sync import hub, rounds
    from frontdesk.sync.transports import Folder

    store = session.store()
    if status:
        emit(rounds.status(store.read()))
        return
    if place is None:
        raise click.UsageError("Say with which folder or hub to exchange, or --status.")
    if init_hub:
        _init_hub(store, place)
    elif place.startswith(hub.SCHEMES):
        with hub.Hub(place, sites.here(store.read()).site_id) as there:
            _say(session, rounds.exchange(store, there, now=clock.now()))
    else:
        _say(session, rounds.exchange(store, Folder(Path(place).absolute()), now=clock.now()))


def _init_hub(store: Store, address: str) -> None:
    """Make or renew the hub; print role and password of each branch that had none, only once."""
    from frontdesk.sync import hub, joining

    with store.write() as tx:
        joining.become_head(tx, now=clock.now())
    with contextlib.closing(hub.connect(address)) as db:
        hub.set_up(db, sites.here(store.read()).site_id)
        for site_id, code, name in sites.branches(store.read()):
            if admitted := hub.admit(db, site_id, code):
                emit({"site": name, "role": admitted[0], "password": admitted[1]})


def _say(session: Session, done: Round) -> None:
    for error in done.refused:
        refuse(session, error)
    emit(
        {
            "read": done.read, "events": done.events, "written": done.written,
            "release": done.release, "refused": len(done.refused), "later": len(done.later),
            "renewed": done.renewed,
        }
    )  # fmt: skip
    if len(done.refused) > len(done.later):
        raise SystemExit(1)


COMMANDS = (invite, sync)
