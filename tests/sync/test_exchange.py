"""Desks that meet at a folder: what reaches whom, and that repeating changes nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import (
    checking,
    complaints,
    contacts,
    erasure,
    folding,
    offices,
    promises,
    sites,
    voice,
)
from frontdesk.core.complaints import life
from frontdesk.core.offices import Office
from frontdesk.store import events
from frontdesk.store.store import Store
from frontdesk.sync import identity, rounds
from frontdesk.sync.transports import Folder
from tests.helpers.branches import meet, on_pc
from tests.helpers.desks import NOW, copied

LATER = NOW + timedelta(days=1)


def file(store: Store, text: str = "No llega el recibo") -> str:
    """File a complaint; return its id."""
    with store.write() as tx:
        return complaints.file(tx, text, name="Ana Ruiz", phone="600 100 200", now=NOW).id


def ids(store: Store) -> set[bytes]:
    """The ids of all events of a desk."""
    return {row[0] for row in store.read().execute("SELECT id FROM event")}


def rows(store: Store) -> dict[str, set[tuple[object, ...]]]:
    """All that is folded at a desk."""
    return {
        table: set(store.read().execute(f"SELECT * FROM {table} WHERE {condition}"))
        for table, condition in folding.FOLDED.items()
    }


def test_a_case_goes_up_and_what_head_office_does_on_it_comes_back(
    head: Store, north: Store, south: Store, share: Path
) -> None:
    """Head office sees all; the branch sees its own case go on; another branch sees nothing."""
    case = file(north)
    meet(share, north, head)
    with head.write() as tx:
        life.assess(tx, case, severity="high", now=LATER)
    meet(share, head, north, south)
    assert complaints.get(north.read(), case).severity == "high"
    assert complaints.get(north.read(), case) == complaints.get(head.read(), case)
    assert complaints.find(south.read(), case) is None
    assert [checking.faults(store) for store in (head, north, south)] == [[], [], []]


def test_two_desks_of_a_branch_come_to_the_same(desks: dict[str, Store], share: Path) -> None:
    """Both worked without the other; each folio is there once, in both, as rebuilt from events."""
    north, north2, head = desks["north"], desks["north2"], desks["head"]
    with north.write() as tx:
        contacts.note(tx, "looked_up", label="recibo", now=NOW)
        contacts.close(tx, now=NOW)
        promises.make(tx, "Llamar", due_at=LATER, now=NOW)
    with north2.write() as tx:
        voice.not_found(tx, "drones", at_desk=False, now=NOW)
    cases = [file(north), file(north2)]
    meet(share, north, north2, head, times=3)
    assert rows(north) == rows(north2)
    folios = {case.folio for case in complaints.every(north.read())}
    assert len(folios) == len(cases)
    merged = rows(north)
    with north.write() as tx:
        folding.rebuild(tx)
    assert rows(north) == merged


def test_repeating_a_round_changes_nothing(head: Store, north: Store, share: Path) -> None:
    """Once everything was said, nobody reads, writes or adds anything any more."""
    file(north)
    meet(share, north, head, times=3)
    before = sorted(path.name for path in share.iterdir())
    for done in meet(share, north, head, times=2):
        assert (done.read, done.events, done.written, done.refused) == (0, 0, 0, [])
    assert sorted(path.name for path in share.iterdir()) == before


def test_an_empty_folder_deletes_nothing(head: Store, north: Store, tmp_path: Path) -> None:
    """A stick that somebody emptied is filled again with all that was not acknowledged yet."""
    case = file(north)
    meet(tmp_path / "lost stick", north)
    done = meet(tmp_path / "other stick", north, head)[1]
    assert done.events
    assert complaints.get(head.read(), case).folio
    assert complaints.get(north.read(), case).folio


def test_our_copy_is_dropped_only_after_a_receipt(
    head: Store, north: Store, south: Store, share: Path
) -> None:
    """Until all the desks it is for have signed that they have it, a segment is kept twice."""
    file(north)
    meet(share, north)

    def kept() -> list[str]:
        names = Folder(north.folder / rounds.COPIES).names()
        return [name for name in names if not name.startswith(("re",))]

    assert len(kept()) == 1
    meet(share, south, north)
    assert len(kept()) == 1
    meet(share, head, north, times=3)
    assert kept() == []


def test_a_stick_carries_what_another_desk_gave(
    desks: dict[str, Store], share: Path, tmp_path: Path
) -> None:
    """The desk that never meets head office is heard through the one that does."""
    case = file(desks["north2"])
    meet(share, desks["north2"], desks["north"])
    meet(tmp_path / "stick", desks["north"], desks["head"])
    assert complaints.get(desks["head"].read(), case).folio


def test_what_is_still_on_its_way_is_no_fault(head: Store, north: Store, tmp_path: Path) -> None:
    """The second segment came before the first: a hole in its chain and folios, but no damage."""
    file(north, "Uno")
    meet(tmp_path / "late stick", north)
    case = file(north, "Dos")
    meet(tmp_path / "stick", north)
    for path in (tmp_path / "late stick").iterdir():
        (tmp_path / "stick" / path.name).unlink()
    meet(tmp_path / "stick", head)
    assert [one.id for one in complaints.every(head.read())] == [case]
    assert checking.faults(head) == []


def test_a_new_desk_gets_the_history_of_its_branch(desks: dict[str, Store], tmp_path: Path) -> None:
    """It meets head office alone, in a folder where nothing of old lies."""
    north, north2, head = desks["north"], desks["north2"], desks["head"]
    case = file(north)
    meet(tmp_path / "old", north, head)
    meet(tmp_path / "new", north2, head, north2)
    assert complaints.get(north2.read(), case) == complaints.get(head.read(), case)


def test_what_synchronisers_leave_is_no_envelope(head: Store, north: Store, share: Path) -> None:
    """Half copies, conflict copies and other people's files are left alone."""
    file(north)
    meet(share, north)
    (name,) = (path.name for path in share.iterdir())
    data = (share / name).read_bytes()
    for other in (f"{name}.tmp", name.replace(".zip", ".sync-conflict-20261121.zip"), "a.docx"):
        (share / other).write_bytes(data[:100])
    (done,) = meet(share, head)
    assert (done.read, done.refused) == (1, [])


def test_events_of_tomorrow_are_kept_and_passed_on(desks: dict[str, Store], share: Path) -> None:
    """A kind that nobody here knows reaches all, and a known kind told otherwise breaks nothing."""
    with desks["north"].write() as tx:
        tx.append("drone.landed", "x", {"where": "roof"}, NOW)
        tx.append("gap.opened", "g", {"told": "quite otherwise"}, NOW)
        tx.append("slip.issued", 'strange "id" \\ ñ', {}, NOW)
    meet(share, desks["north"], desks["north2"], desks["head"])
    kinds = {e.kind for e in events.in_order(desks["head"].read())}
    assert {"drone.landed", "gap.opened", "slip.issued"} <= kinds
    assert ids(desks["north"]) <= ids(desks["north2"])
    assert rows(desks["head"])["gap"] == set()
    assert checking.faults(desks["head"]) == []


def test_what_is_erased_stays_erased(
    head: Store, north: Store, share: Path, tmp_path: Path
) -> None:
    """The person goes everywhere, the folio stays; the old stick brings nothing back."""
    case = file(north)
    meet(tmp_path / "old stick", north)
    meet(share, north, head)
    with north.write() as tx:
        assert erasure.erase(tx, case, now=LATER) == 1
    folio = complaints.get(north.read(), case).folio
    meet(share, north, head)
    with head.write() as tx:
        tx.execute("DELETE FROM envelope")
    meet(tmp_path / "old stick", head)
    for store in (north, head):
        found = complaints.get(store.read(), case)
        assert (found.folio, found.name, found.phone, found.text) == (folio, "", "", "")
        bodies = store.read().execute("SELECT body FROM event WHERE body LIKE '%Ana Ruiz%'")
        assert bodies.fetchall() == []
        assert checking.faults(store) == []


def test_an_erasure_that_arrives_first_holds(head: Store, north: Store, tmp_path: Path) -> None:
    """The envelopes came the other way round."""
    case = file(north)
    meet(tmp_path / "first", north)
    with north.write() as tx:
        erasure.erase(tx, case, now=LATER)
    meet(tmp_path / "both", north)
    first = {path.name for path in (tmp_path / "first").iterdir()}
    for name in first:
        (tmp_path / "both" / name).unlink()
    meet(tmp_path / "both", head)
    assert complaints.find(head.read(), case) is None
    meet(tmp_path / "first", head)
    assert complaints.get(head.read(), case).text == ""


def test_a_copied_data_folder_becomes_another_desk(
    head: Store, north: Store, share: Path, tmp_path: Path
) -> None:
    """Both PCs go on, nothing is lost, no folio is given twice."""
    identity.watch(north, now=NOW)
    file(north)
    north.close()
    clone = Store(copied(north.folder, tmp_path / "clone"))
    before = sites.here(north.read()).desk
    assert identity.watch(clone, now=NOW)
    assert not identity.watch(north, now=NOW)
    assert (sites.here(north.read()).desk == before) != (sites.here(clone.read()).desk == before)
    cases = [file(north), file(clone), file(north), file(clone)]
    meet(share, north, clone, head, times=2)
    known = [complaints.get(head.read(), case).folio for case in cases]
    assert len(set(known)) == len(known)
    assert rows(north) == rows(clone)
    clone.close()


def test_another_pc_is_another_desk(north: Store, tmp_path: Path) -> None:
    """The same folder under another user's or PC's state: moved or copied, nobody can tell."""
    assert not identity.watch(north, now=NOW)
    assert not identity.watch(north, now=NOW)
    with on_pc(tmp_path / "other pc"):
        assert identity.watch(north, now=NOW)
        assert not identity.watch(north, now=NOW)


def test_a_restored_database_is_another_desk(north: Store, share: Path, tmp_path: Path) -> None:
    """An old file put back by hand: what it had lost comes back from its own envelopes."""
    identity.watch(north, now=NOW)
    north.close()
    copied(north.folder, tmp_path / "old")
    case = file(north)
    meet(share, north)
    north.close()
    (north.folder / "frontdesk.db").write_bytes((tmp_path / "old" / "frontdesk.db").read_bytes())
    before = sites.here(north.read()).desk
    (done,) = meet(share, north)
    assert done.renewed
    assert sites.here(north.read()).desk != before
    assert complaints.get(north.read(), case).folio
    assert checking.faults(north) == []


def test_a_clone_that_nothing_gives_away_is_seen_by_its_chain(
    desks: dict[str, Store], share: Path, tmp_path: Path
) -> None:
    """A whole PC was imaged, anchor and all: as soon as they hear of each other, they part."""
    north = desks["north"]
    north.close()
    with on_pc(tmp_path / "imaged"):
        clone = Store(copied(north.folder, tmp_path / "clone"))
        cases = [file(clone)]
        cases += [file(north)]
        meet(share, clone)
    meet(share, north, desks["head"])
    cases += [file(north)]
    with on_pc(tmp_path / "imaged"):
        meet(share, clone)
        cases += [file(clone)]
        meet(share, clone)
    meet(share, north, desks["head"], north)
    known = {complaints.get(desks["head"].read(), case).id for case in cases}
    assert known == set(cases)
    assert sites.here(north.read()).desk != sites.here(clone.read()).desk
    clone.close()


def test_a_desk_that_joined_nobody_is_told_how(store: Store, share: Path) -> None:
    """A single desk has nobody to exchange with."""
    with pytest.raises(UserError, match=r"sync\.not_joined"):
        meet(share, store)


def test_a_folder_that_is_not_there_is_said(north: Store, tmp_path: Path) -> None:
    """The stick was not put in: nothing is made in its place."""
    with pytest.raises(UserError, match=r"sync\.no_folder"):
        rounds.exchange(north, Folder(tmp_path / "no stick"), now=NOW)
    assert not (tmp_path / "no stick").exists()


def test_a_round_that_is_cancelled_goes_on_later(head: Store, north: Store, share: Path) -> None:
    """Cancelled in the middle, the next round does the rest and nothing twice."""

    class CancelledError(Exception):
        pass

    def cancel(done: int, _of: int) -> None:
        if done:
            raise CancelledError

    for n in range(3):
        file(north, f"Caso {n}")
        meet(share, north)
    with pytest.raises(CancelledError):
        rounds.exchange(head, Folder(share), now=NOW, progress=cancel)
    assert len(list(complaints.every(head.read()))) < 3
    meet(share, head)
    assert len(list(complaints.every(head.read()))) == 3


def test_offices_of_a_branch_come_from_head_office(head: Store, north: Store, share: Path) -> None:
    """A complaint at the branch names an office that head office entered."""
    with head.write() as tx:
        offices.put_many(tx, [Office("O1", "AGU", "Aguas")], now=NOW)
    meet(share, head, north)
    with north.write() as tx:
        assert complaints.file(tx, "Fuga", office="AGU", now=NOW).office_name == "Aguas"


def test_after_an_update_nothing_is_missing(
    head: Store, north: Store, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that does not know promises yet keeps them, and the next one shows them."""
    with north.write() as tx:
        promises.make(tx, "Llamar", due_at=LATER, now=NOW)
    with monkeypatch.context() as older:
        older.setattr(rounds, "__version__", "0.0.1")
        older.delitem(folding.FOLDS, "promise")
        meet(share, north, head)
        assert promises.still_open(head.read()) == []
    meet(share, head)
    assert [promise.what for promise in promises.still_open(head.read())] == ["Llamar"]
    assert checking.faults(head) == []


def test_a_full_disk_loses_nothing(
    head: Store, north: Store, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick is full: it is said, no half file stays, and the next stick gets everything."""
    case = file(north)

    def full(_self: object, _name: str, _data: bytes) -> bool:
        raise UserError("sync.unwritable", folder=share)

    with monkeypatch.context() as filled:
        filled.setattr(Folder, "put", full)
        with pytest.raises(UserError, match=r"sync\.unwritable"):
            meet(share, north)
    assert list(share.iterdir()) == []
    meet(share, north, head)
    assert complaints.get(head.read(), case).folio
    assert checking.faults(north) == []


def test_who_is_erased_is_erased_at_a_restored_desk(
    head: Store, north: Store, share: Path, tmp_path: Path
) -> None:
    """The backup is older than the erasure: the next exchange erases once more."""
    case = file(north)
    meet(share, north, head)
    north.close()
    copied(north.folder, tmp_path / "old")
    with head.write() as tx:
        erasure.erase(tx, case, now=LATER)
    meet(share, head, north)
    north.close()
    (north.folder / "frontdesk.db").write_bytes((tmp_path / "old" / "frontdesk.db").read_bytes())
    assert complaints.get(north.read(), case).name == "Ana Ruiz"
    meet(share, north, head, north)
    assert complaints.get(north.read(), case).name == ""
