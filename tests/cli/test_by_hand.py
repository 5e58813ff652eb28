"""What somebody did with another program is named by `check`, for every kind of record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from frontdesk.base import paths
from frontdesk.core import (
    bounces,
    closures,
    complaints,
    contacts,
    expected,
    offices,
    people,
    phone,
    privacy,
    promises,
    routing,
    voice,
    wordings,
)
from frontdesk.core.complaints import causes
from frontdesk.core.complaints.attachments import attach
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.core.search import house
from frontdesk.store.store import Store, Tx
from tests.helpers.command_line import run
from tests.helpers.desks import NOW, copied

# Kind of record -> its table, which row, and the column that somebody changes.
RECORDS = {
    "complaint": ("complaint", "id = 'case-1'", "text"),
    "contact": ("contact", "closed_at IS NOT NULL", "visitor"),
    "what was looked up": ("contact_entry", "1", "label"),
    "promise": ("promise", "1", "what"),
    "slip": ("slip", "1", "office_name"),
    "gap": ("gap", "1", "text"),
    "wrong way": ("bounce", "1", "why"),
    "call": ("phone_call", "1", "note"),
    "expected visitor": ("expected", "1", "visitor"),
    "cause": ("cause", "1", "title"),
    "paper of a case": ("attachment", "1", "name"),
    "content of a paper": ("attachment_content", "1", "content"),
    "action": ("action", "1", "owner"),
    "article": ("article", "id = 'a-1'", "cost"),
    "version of an article": ("article_version", "article_id = 'a-1'", "content"),
    "who wrote a version": ("article_version", "article_id = 'a-1'", "changed_by"),
    "paper to bring": ("requirement", "article_id = 'a-1'", "text"),
    "office": ("office", "id = 'o-1'", "hours"),
    "person": ("person", "id = 'p-1'", "role"),
    "PIN": ("account", "person_id = 'p-1'", "secret"),
    "closure": ("closure", "1", "reason"),
    "service": ("service", "1", "office_id"),
    "synonym": ("search_synonym", "1", "line"),
    "rule pack": ("rule_pack", "1", "text"),
    "paper wording": ("paper_wording", "1", "text"),
    "site": ("site", "1", "name"),
    "desk": ("desk", "1", "code"),
    "event": ("event", "entity = 'case-1'", "body"),
    "folio series": ("series", "name LIKE '%2026%' AND name NOT LIKE 'slip%'", "name"),
    "setting": ("setting", "key = 'privacy.visitor_days'", "value"),
}  # fmt: skip


@pytest.fixture(scope="module")
def worked(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a record of each kind."""
    folder = copied(template, tmp_path_factory.mktemp("by-hand") / "data")
    run("check", "--data", folder).done()  # which sees that the folder is a copy, once and for all
    store = Store(folder)
    with store.write() as tx:
        _furnish(tx)
        _serve(tx)
    store.close()
    assert run("check", "--data", folder).done().rows == [{"whole": True}]
    return folder


@pytest.fixture
def desk(worked: Path) -> Iterator[Path]:
    """The same folder, whole again afterwards: a copy of it would be another desk."""
    file = paths.database(worked)
    whole = file.read_bytes()
    yield worked
    for suffix in ("-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    file.write_bytes(whole)


def _furnish(tx: Tx) -> None:
    offices.put_many(tx, [Office("o-1", "REG", "Registro"), Office("o-2", "AGU", "Agua")], now=NOW)
    people.put_many(tx, [Person("p-1", "", "Ana Ruiz", role="receptionist")], now=NOW)
    told = Article("Pasaporte", id="a-1", code="P-1", requirements=("Foto",))
    articles.save(tx, told, now=NOW)
    articles.save(
        tx, Article("Pasaporte", id="a-1", code="P-1", cost="30", requirements=("Foto",),
                    steps=(Step("o-1", "Entregar"),)),
        now=NOW + timedelta(minutes=1),
    )  # fmt: skip
    offices.serve(tx, [("a-1", "o-1")])
    closures.announce(tx, "mañana cerramos a las 12", now=NOW)
    house.keep_house_synonyms(tx, ["pasaporte = libreta"])
    wordings.save(tx, "es", "letter.opening", "Hola", now=NOW)
    privacy.set_days(tx, 90, now=NOW)
    tx.execute("INSERT INTO account VALUES('p-1', 'AR', 'hash', '')")
    tx.execute("INSERT INTO rule_pack VALUES('own', 1, 'text', '')")


def _serve(tx: Tx) -> None:
    """A day at the desk."""
    case = complaints.file(tx, "No water", complaint_id="case-1", now=NOW)
    complaints.file(tx, "No light", complaint_id="case-2", now=NOW)
    attach(tx, case.id, "photo.txt", b"x", now=NOW)
    cause = causes.open_cause(tx, "Old pipes", now=NOW)
    causes.act(tx, cause.id, "Mend", "Ana", date(2026, 12, 1), now=NOW)
    promises.make(tx, "Ring", due_at=NOW + timedelta(days=1), now=NOW)
    voice.customer_told(tx, "The lift is broken", at_desk=False, now=NOW)
    phone.log(tx, "busy", "late", now=NOW)
    expected.announce(tx, "Luz", at=NOW + timedelta(hours=1), host_id="p-1", now=NOW)
    slip = routing.issue_slip(tx, "a-1", papers=("Foto",), reason="insists", at_desk=False, now=NOW)
    bounces.mark(tx, "came_back", slip.id, now=NOW)
    contacts.note(tx, "read", ref="a-1", label="Pasaporte", now=NOW)
    contacts.close(tx, now=NOW)


def by_hand(folder: Path, table: str, where: str, column: str, deed: str) -> str:
    """Change, remove or add a row as somebody with another program does; return its key."""
    with closing(sqlite3.connect(paths.database(folder))) as db, db:
        db.row_factory = sqlite3.Row
        row = dict(db.execute(f"SELECT * FROM {table} WHERE {where}").fetchone())
        told = db.execute(f"SELECT name, pk FROM pragma_table_info('{table}')").fetchall()
        keys = [name for name, pk in told if pk] or ["id"]
        one = " AND ".join(f"{key} = :{key}" for key in keys)
        if deed == "changed":
            kind = "BLOB" if isinstance(row[column], bytes) else "TEXT"
            said = f"CAST(CAST({column} AS TEXT) || '1' AS {kind})"
            sql = f"UPDATE {table} SET {column} = {said} WHERE {one}"
            assert db.execute(sql, row).rowcount == 1
        elif deed == "removed":
            assert db.execute(f"DELETE FROM {table} WHERE {one}", row).rowcount == 1
        else:
            _add(db, table, row, keys)
    return str(row.get("id", row[keys[0]]))


def _add(db: sqlite3.Connection, table: str, row: dict[str, object], keys: list[str]) -> None:
    """Add a row like another under a key of its own."""
    for key in {keys[-1], *({"id"} & row.keys())}:
        value = row[key]
        if isinstance(value, bytes):
            row[key] = value[::-1]
        else:
            row[key] = value + 90 if isinstance(value, int) else f"{value}9"
    row |= {"is_here": 0} if table == "desk" else {}
    names = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    db.execute(f"INSERT INTO {table}({names}) VALUES({marks})", row)


@pytest.mark.parametrize("deed", ["changed", "removed", "added"])
@pytest.mark.parametrize("record", RECORDS)
def test_what_was_done_by_hand_is_named(desk: Path, record: str, deed: str) -> None:
    """Exit 1, one sentence, and the record among the faults, by its table or its key."""
    table, where, column = RECORDS[record]
    key = by_hand(desk, table, where, column, deed)
    ran = run("check", "--data", desk)
    ran.refusal()
    first = ran.rows[0]["fault"]
    named = {"requirement": "article P-1"}.get(table, key)
    assert named in first or first.startswith(f"{table} "), ran.out


ODDLY = {
    "a writer that counts wrong": ("UPDATE writer SET seq = seq - 1", "writer "),
    "nobody who writes": ("UPDATE writer SET current = 0", "writer: removed"),
    "papers of a step that are no list": ("UPDATE step SET papers = '{'", "article P-1"),
    "papers of a step that are a number": ("UPDATE step SET papers = '5'", "article P-1"),
    "no seals": ("DELETE FROM seal", "by hand"),
    "a table that is gone": ("DROP TABLE slip", "file: no such table: slip"),
    "what nobody looked up": (
        ("INSERT INTO contact_entry SELECT 'nobody', position, what, ref, label, at "
         "FROM contact_entry LIMIT 1"), "contact_entry nobody",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ODDLY)
def test_odd_deeds_are_named_too(desk: Path, case: str) -> None:
    """Exit 1 and one sentence, whatever somebody's tool has left behind."""
    deed, named = ODDLY[case]
    with closing(sqlite3.connect(paths.database(desk))) as db, db:
        assert db.execute(deed).rowcount
    ran = run("check", "--data", desk)
    assert named in ran.refusal()
    assert named in ran.rows[0]["fault"]
