"""Commands about the data as a whole: set-up, import, export, check, backup, restore."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from frontdesk.base import clock
from frontdesk.base.errors import UserError
from frontdesk.base.sentences import sentence
from frontdesk.cli.session import Session, emit, emit_all
from frontdesk.core import sites

if TYPE_CHECKING:
    from frontdesk.exchange.importing import Done, Judged, Plan
    from frontdesk.store.store import Store

FILE = click.Path(path_type=Path)


@click.command()
@click.option("--site", metavar="NAME", help="The name of the branch or head office.")
@click.option("--join", "invitation", type=FILE, help="Join the branch that FILE invites.")
@click.option("--head", is_flag=True, help="This site is the head office.")
@click.option("--country", default="", metavar="ES-AN", help="ISO 3166, with a region or without.")
@click.option("--lang", default="es", show_default=True, help="es or en.")
@click.option("--rules", default="", metavar="NAME", help="Another rule pack than the country's.")
@click.pass_obj
def init(  # noqa: PLR0917 - click's form
    session: Session, site: str | None, invitation: Path | None, head: bool, country: str,
    lang: str, rules: str,
) -> None:  # fmt: skip
    """Set this data folder up as a desk of a site, new or joined with a file of head office."""
    from frontdesk.sync import identity, joining

    if site is None and invitation is None:
        raise click.UsageError("Give the site a name with --site, or join one with --join.")
    if invitation:
        told = joining.read(invitation)
        with session.store(create=True).write() as tx:
            here = joining.join(tx, told, now=clock.now())
    else:
        here = _new_site(session, site or "", head=head, country=country, lang=lang, rules=rules)
    identity.settle(session.store())
    emit({"site": here.name, "code": here.site, "desk": here.desk, "zone": here.zone})


def _new_site(
    session: Session, site: str, *, head: bool, country: str, lang: str, rules: str
) -> sites.Here:
    from frontdesk.core.rules import choose
    from frontdesk.sync import joining

    sites.split_country(country)
    if rules:
        choose("", "", name=rules)
    with session.store(create=True).write() as tx:
        here = sites.create(
            tx, site, is_head=head, country=country, lang=lang, rules=rules, now=clock.now()
        )
        if head:
            joining.become_head(tx, now=clock.now())
    return here


@click.command("import")
@click.argument("kind", required=False)
@click.argument("file", type=FILE, required=False)
@click.option("--dry-run", is_flag=True, help="Say what each row would do, and write nothing.")
@click.option("--map", "mapping", type=FILE, help='TOML or JSON of: field = "column".')
@click.option("--sheet", default="", metavar="NAME", help="The sheet of a workbook.")
@click.option("--leave-out", is_flag=True, help="Leave out what is refused, and take the rest.")
@click.option("--overwrite", is_flag=True, help="Take the file's where it was edited here since.")
@click.option("--undo", metavar="ID", help="Take back an import, by its id, or the last.")
@click.option(
    "--list", "listed", is_flag=True, help="Say which imports there were, with their ids."
)
@click.pass_obj
def import_(  # noqa: PLR0917 - click's form
    session: Session,
    kind: str | None,
    file: Path | None,
    dry_run: bool,
    mapping: Path | None,
    sheet: str,
    leave_out: bool,
    overwrite: bool,
    undo: str | None,
    listed: bool,
) -> None:
    """Take in a file of articles, offices, services, people or complaints: all rows or none.

    A file of synonyms, one "word, other word = english word" a row, is the whole list of the house.
    The kind hsds takes a package of Open Referral, a folder, JSON or zip: all that is sound.
    """
    from frontdesk.exchange import columns, importing, kinds

    store = session.store()
    if listed:
        _list(store)
        return
    if undo:
        _undo(store, undo)
        return
    if kind is None or file is None:
        raise click.UsageError("Say what to import and from which file.")
    if kind == "hsds":
        _import_package(session, file, dry_run=dry_run, overwrite=overwrite)
        return
    given = columns.read_map(mapping, kinds.named(kind).fields) if mapping else None
    plan = importing.judge(store, kind, file, mapping=given, sheet=sheet)
    report(session, plan, only_refused=not dry_run)
    if not dry_run:
        done = importing.apply(
            store, plan, now=clock.now(), leave_out=leave_out, overwrite=overwrite
        )
        _tell(done)


def _tell_columns(plan: Plan) -> None:
    """Print which column is which field, where one is left out or the table was looked for."""
    from frontdesk.exchange import parts

    joined = parts.of(plan.mapping, plan.mapping, plan.kind.fields)
    left_out = [name for name, field in plan.mapping.items() if not field and name not in joined]
    if not left_out and plan.layout.line <= 1:
        return
    taken = {field: name for name, field in plan.mapping.items() if field}
    sheet = {"sheet": plan.layout.sheet} if plan.layout.sheet else {}
    told = {"line": plan.layout.line, "status": "header", **sheet, "columns": taken}
    emit(told | ({"joined": joined} if joined else {}) | {"left_out": left_out})


def _tell(done: Done) -> None:
    said = asdict(done.counts)
    said |= {"edited": done.edited} if done.edited else {}
    emit(said)


def _list(store: Store) -> None:
    from frontdesk.core import imports

    for batch in imports.batches(store.read()):
        emit(asdict(batch))


def _undo(store: Store, batch_id: str) -> None:
    from frontdesk.core import imports

    with store.write() as tx:
        if batch_id == "last":
            batch_id = next((b.id for b in imports.batches(tx.db) if not b.undone_at), "")
        undone = imports.undo(tx, batch_id, now=clock.now())
    emit(asdict(undone))


def _import_package(session: Session, file: Path, *, dry_run: bool, overwrite: bool) -> None:
    from frontdesk.exchange.hsds import importing

    store, lang, now = session.store(), session.lang(), clock.now()
    plan = importing.judge(store, file, now=now)
    for told in plan.report:
        if told.error or dry_run:
            row = {"table": told.table, "line": told.line, "status": told.status}
            row |= {"label": told.label} if told.label else {}
            if told.error:
                row |= {"error": told.error.code, "cause": sentence(told.error, lang)}
            emit(row)
    if not dry_run:
        _tell(importing.apply(store, plan, now=now, overwrite=overwrite))


def report(session: Session, plan: Plan, *, only_refused: bool) -> None:
    """Print a line for each row: what importing it does field by field, what to check, why it is
    refused.
    """
    from frontdesk.exchange import importing

    lang = session.lang()
    if not only_refused:
        _tell_columns(plan)
    emit_all(
        _row_told(row, lang)
        for row in plan.rows
        if row.error or row.doubts or not only_refused or row.state in importing.STAYS
    )


def _row_told(row: Judged, lang: str) -> dict[str, Any]:
    said: dict[str, Any] = {"line": row.line, "status": row.state}
    if row.error:
        return said | {"error": row.error.code, "cause": sentence(row.error, lang)}
    said["label"] = row.label
    if row.changes:
        said["changes"] = [change._asdict() for change in row.changes]
    if row.doubts:
        said["check"] = [sentence(doubt, lang) for doubt in row.doubts]
    return said


@click.command()
@click.argument("kind")
@click.argument("file", type=FILE)
@click.option(
    "--as", "form", default="", metavar="FORM",
    help="Articles as a folder of texts: markdown, html or word.",
)  # fmt: skip
@click.pass_obj
def export(session: Session, kind: str, file: Path, form: str) -> None:
    """Write all rows of a kind to a file, by its ending (.jsonl, .csv, .xlsx, .ods).

    The kind open311 writes the complaints as one JSON list of Open311 service requests, hsds
    the services and offices as HSDS 3.1, jsonld as GovernmentService of schema.org, vcard the
    people, icalendar the closures.
    """
    from frontdesk.exchange import exporting

    if form and (form not in exporting.TEXTS or kind != "articles"):
        raise click.BadParameter(form, param_hint="--as")
    db = session.store().read()
    emit({"rows": exporting.write(db, kind, file, form=form, now=clock.now())})


@click.command()
@click.option("--repair", is_flag=True, help="Make the search index and the rows of events anew.")
@click.pass_obj
def check(session: Session, repair: bool) -> None:
    """Say whether the database and the audit chain are whole; exit 0 only if they are."""
    from frontdesk.core import checking

    store = session.store()
    if repair:
        checking.repair(store)
    faults = checking.faults(store)
    for fault in faults:
        emit({"fault": fault})
    if faults:
        raise UserError("check.faults", count=len(faults), first=faults[0])
    emit({"whole": True})


@click.command()
@click.argument("file", type=FILE)
@click.pass_obj
def backup(session: Session, file: Path) -> None:
    """Write a verified copy of the database to FILE."""
    from frontdesk.store import backup as backups

    backups.copy_to(session.store().read(), file.absolute())
    emit({"file": str(file), "bytes": file.stat().st_size})


@click.command()
@click.argument("file", type=FILE)
@click.pass_obj
def restore(session: Session, file: Path) -> None:
    """Put the backup FILE in the place of the database, which is kept beside it.

    Articles, offices and settings are as in FILE; what happened at the desk since is taken along.
    """
    from frontdesk.sync import restoring

    done = restoring.restore(session.folder, file.absolute(), now=clock.now())
    here = sites.here(session.store().read())
    emit({
        "restored": str(file), "kept": str(done.kept) if done.kept else None, "desk": here.desk,
        "taken_along": done.taken_along,
    })  # fmt: skip


COMMANDS = (init, import_, export, check, backup, restore)
