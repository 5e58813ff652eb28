"""Commands that look after the program itself."""

from __future__ import annotations

from pathlib import Path

import click

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.cli.session import Session, emit, emit_all


@click.command("support")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.pass_obj
def support(session: Session, file: Path | None) -> None:
    """Write a zip for whoever looks after the program; without FILE, show what it would hold.

    Versions, sizes, counts, choices of look and the log: no names, nothing of what was typed.
    """
    from frontdesk.exchange import support as parts_for

    texts = parts_for.parts(session.store(), now=clock.now())
    if file is None:
        for name, text in texts.items():
            emit({"name": name, "text": text})
    else:
        emit({"file": str(parts_for.write(file, texts)), "parts": len(texts)})


@click.command("update")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--dry-run", is_flag=True, help="Check the file and say what it is; change nothing.")
@click.option("--back", is_flag=True, help="Say how to go back to what was before the last update.")
@click.pass_obj
def update(session: Session, file: Path | None, *, dry_run: bool, back: bool) -> None:
    """Check the signed FILE of a new version, save the database and lay the installer ready.

    The installer is not started: the line printed names it, and the command that starts it.
    """
    from frontdesk.sync import updates

    if back:
        saved, installer = updates.before(session.folder)
        emit({"restore": str(saved), "installer": str(installer or "")})
        return
    if file is None:
        raise click.UsageError("FILE or --back is needed.")
    found = updates.read(file, updates.publisher())
    told = {"version": found.version, "system": found.system, "notes": dict(found.notes)}
    if dry_run:
        emit(told)
        return
    ready = updates.prepare(session.store(), found)
    start = updates.command(ready.installer)
    emit({**told, "installer": str(ready.installer), "saved": str(ready.saved), "start": start})


@click.command("person")
@click.argument("asked")
@click.option("--erase", is_flag=True, help="Erase it; what the law keeps is told with its day.")
@click.option("--file", type=click.Path(dir_okay=False, path_type=Path), help="Write it to FILE.")
@click.pass_obj
def person(session: Session, asked: str, *, erase: bool, file: Path | None) -> None:
    """Tell all that is held on whoever bears a name, phone or e-mail, or filed a folio."""
    from frontdesk.core import privacy
    from frontdesk.exchange import holdings

    store = session.store()
    held = privacy.find(store.read(), asked)
    if file is not None:
        emit({"file": str(file), "rows": holdings.write(file.absolute(), held)})
    if erase:
        emit_all(holdings.report(privacy.on_request(store, held, now=clock.now())))
    elif file is None:
        emit_all(holdings.rows(held))


@click.command("retention")
@click.option("--days", type=int, help="Erase visitors' names after so many days; 0 never.")
@click.pass_obj
def retention(session: Session, days: int | None) -> None:
    """Erase what the rules of keeping say, or change after how many days names go."""
    from frontdesk.core import privacy

    store, now = session.store(), clock.now()
    if days is not None:
        with store.write() as tx:
            privacy.set_days(tx, days, now=now)
    erased = privacy.by_rule(store, now=now)
    emit({"days": privacy.days(store.read()), "erased": erased})


@click.command("manual")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--lang", default="", help="es or en; by default the desk's.")
@click.option("--for", "name", default="", metavar="CHAPTER", help="receptionist, admin, it, …")
@click.pass_obj
def manual(session: Session, file: Path, lang: str, name: str) -> None:
    """Write the manual to FILE as a PDF, or one chapter of it: the receptionist's is two pages."""
    from frontdesk.exchange import apart

    wanted = lang or session.lang()
    with apart.started("--print-manual", str(file.absolute()), wanted, name) as values:
        told = next(values)
    if "error" in told:
        raise UserError(told.pop("error"), **told)
    emit({"file": str(file), **told})


COMMANDS = (manual, support, update, person, retention)
