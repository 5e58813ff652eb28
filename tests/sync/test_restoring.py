"""A copy brought back: content as it was then, what happened since, nobody who was erased."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from frontdesk.base import paths
from frontdesk.base.errors import UserError
from frontdesk.core import checking, complaints, contacts, copies, erasure, offices, sites
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from frontdesk.sync import restoring
from tests.helpers import branches
from tests.helpers.desks import NOW, set_up

REGISTRY = Office("o-1", "REG", "Registro Civil")


def filed(store: Store, text: str) -> str:
    """One more complaint; its id."""
    with store.write() as tx:
        return complaints.file(tx, text, name="Zoraida Quintanilla", now=NOW).id


def copied(store: Store) -> Path:
    """The copy of the day."""
    return copies.daily(store, now=NOW).file


def texts(store: Store) -> list[str]:
    """The complaints on record."""
    return sorted(case.text for case in complaints.every(store.read()))


def test_what_happened_since_is_taken_along(store: Store) -> None:
    """A complaint, a contact that was open then; the offices are those of the copy."""
    filed(store, "before")
    with store.write() as tx:
        offices.put_many(tx, [REGISTRY], now=NOW)
        contacts.note(tx, "asked", ref="", label="recibo", now=NOW)
    file = copied(store)
    filed(store, "after")
    with store.write() as tx:
        contacts.close(tx, now=NOW)
        offices.put_many(tx, [replace(REGISTRY, name="Typed by mistake")], now=NOW)
    desk = sites.here(store.read()).desk
    told = [row[0] for row in store.read().execute("SELECT id FROM event")]
    store.close()
    done = restoring.restore(store.folder, file, now=NOW)
    assert texts(store) == ["after", "before"]
    assert [one.name for one in offices.every(store.read())] == ["Registro Civil"]
    assert set(told) <= {row[0] for row in store.read().execute("SELECT id FROM event")}
    ended = store.read().execute("SELECT closed_at IS NOT NULL FROM contact").fetchall()
    assert ended == [(1,)]
    assert done.taken_along > 0
    assert sites.here(store.read()).desk != desk
    assert checking.faults(store) == []


def test_who_was_erased_since_stays_erased(store: Store) -> None:
    """The copy still knew the person; the restored desk does not, in no byte."""
    case_id = filed(store, "Hay zanahorias en el archivo")
    file = copied(store)
    with store.write() as tx:
        erasure.erase(tx, case_id, now=NOW)
    store.close()
    assert b"Quintanilla" in file.read_bytes()
    restoring.restore(store.folder, file, now=NOW)
    assert b"Quintanilla" not in store.file.read_bytes()
    case = complaints.find(store.read(), case_id)
    assert case
    assert (case.name, case.text) == ("", "")
    assert checking.faults(store) == []


@pytest.mark.parametrize("at", [0.2, 0.5, 0.8])
def test_what_can_still_be_read_of_a_damaged_log_comes_along(store: Store, at: float) -> None:
    """A few pages zeroed in the middle of the file cost those pages, and never the restore."""
    file = copied(store)
    for n in range(300):
        filed(store, f"No llega el recibo {n} " + "x" * 300)
    store.close()
    data = bytearray(store.file.read_bytes())
    start = int(len(data) * at) // 4096 * 4096
    data[start : start + 3 * 4096] = bytes(3 * 4096)
    store.file.write_bytes(data)
    done = restoring.restore(store.folder, file, now=NOW)
    assert 100 < done.taken_along <= 300
    assert len(texts(store)) == done.taken_along
    assert checking.faults(store) == []


def test_a_file_that_is_no_database_any_more_gives_nothing(store: Store) -> None:
    """The copy alone comes back."""
    filed(store, "before")
    file = copied(store)
    store.close()
    store.file.write_bytes(b"x" * 100_000)
    assert restoring.restore(store.folder, file, now=NOW).taken_along == 0
    assert texts(store) == ["before"]


def test_nothing_of_another_site_is_taken_along(store: Store, tmp_path: Path) -> None:
    """A folder that gets another house's copy becomes that house, and nothing of both."""
    filed(store, "of this house")
    store.close()
    other = Store(set_up(tmp_path / "other", "Otra casa"))
    filed(other, "of the other house")
    file = copied(other)
    other.close()
    restoring.restore(store.folder, file, now=NOW)
    assert texts(store) == ["of the other house"]


def test_nothing_changes_while_another_has_the_database_open(store: Store) -> None:
    """A window that is open would write on into the file that was put aside."""
    file = copied(store)
    filed(store, "after")
    with pytest.raises(UserError, match=r"backup\.in_use"):
        restoring.restore(store.folder, file, now=NOW)
    assert texts(store) == ["after"]


def test_envelopes_bring_back_what_the_disk_lost(tmp_path: Path) -> None:
    """A branch whose database is gone for good is whole again after one exchange."""
    head = branches.head_office(tmp_path / "head")
    north = branches.branch(head, tmp_path / "north")
    share = tmp_path / "share"
    filed(north, "before")
    file = copied(north)
    filed(north, "given")
    branches.meet(share, north, head, north)
    north.close()
    paths.database(north.folder).write_bytes(b"x" * 100_000)
    restoring.restore(north.folder, file, now=NOW)
    assert texts(north) == ["before"]
    branches.meet(share, north, head, times=2)
    assert texts(north) == ["before", "given"]
    assert texts(head) == ["before", "given"]
    assert checking.faults(north) == []
