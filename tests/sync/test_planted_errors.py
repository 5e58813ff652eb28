"""The simulation has teeth: each error that such a design invites is found when it is planted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from frontdesk.core import complaints, folding
from frontdesk.core.sites import renew_writer
from frontdesk.store import events
from frontdesk.store.store import Store, Tx
from frontdesk.sync import identity, receipts, segments
from frontdesk.sync.concerned import Row
from tests.helpers.branches import meet, on_pc
from tests.helpers.desks import NOW, copied
from tests.sync.test_convergence import live_through

Planting = Callable[[pytest.MonkeyPatch], None]
HISTORIES = 200  # within which each error must show; mostly it does in the first ten


def unique_number_of_a_writer(patch: pytest.MonkeyPatch) -> None:
    """(writer, seq) as a key: of a cloned chain only one half is kept."""
    real = segments._insert  # noqa: SLF001 - the error sits inside

    def insert(tx: Tx, rows: Sequence[Row]) -> None:
        known = {
            (writer, seq): one
            for writer, seq, one in tx.db.execute("SELECT writer, seq, id FROM event")
        }
        real(tx, [r for r in rows if known.setdefault((r.writer, r.seq), r.id) == r.id])

    patch.setattr(segments, "_insert", insert)


def highest_number_seen(patch: pytest.MonkeyPatch) -> None:
    """A version vector: what has a lower number than the highest seen of its writer is known."""
    real = segments._insert  # noqa: SLF001 - the error sits inside

    def insert(tx: Tx, rows: Sequence[Row]) -> None:
        seen = dict(tx.db.execute("SELECT writer, max(seq) FROM event GROUP BY writer"))
        real(tx, [row for row in rows if row.seq > seen.get(row.writer, 0)])

    patch.setattr(segments, "_insert", insert)


def erasing_without_a_tombstone(patch: pytest.MonkeyPatch) -> None:
    """The body goes, but nothing remembers it: the next old stick brings it back."""

    def forget(db: Any, ids: Iterable[bytes]) -> None:
        db.executemany("UPDATE event SET body = NULL, salt = x'' WHERE id = ?", [(i,) for i in ids])

    patch.setattr(events, "forget", forget)


def _ordered_by(patch: pytest.MonkeyPatch, order: str) -> None:
    def in_order(db: Any, entity: str | None = None) -> Iterable[events.Event]:
        found = list(real(db, entity))
        place = {one: n for n, (one,) in enumerate(db.execute(f"SELECT id FROM event {order}"))}
        return iter(sorted(found, key=lambda event: place[event.id]))

    real = events.in_order
    for module in (folding, __import__("frontdesk.core.complaints.cases", fromlist=["cases"])):
        patch.setattr(module, "in_order", in_order)


def folding_in_order_of_arrival(patch: pytest.MonkeyPatch) -> None:
    """Each site folds as it heard: the last to arrive wins, elsewhere another one."""
    _ordered_by(patch, "ORDER BY n")


def folding_by_the_wall_clock(patch: pytest.MonkeyPatch) -> None:
    """A branch whose clock stands in 1999 answers before it was asked."""
    _ordered_by(patch, "ORDER BY at, id")


def a_name_without_a_hash(patch: pytest.MonkeyPatch) -> None:
    """Two of a cloned desk give different segments the same name."""

    def name_of(writer: str, first: int, last: int, _rows: Any, to: Iterable[str]) -> str:
        address = hashlib.sha256(b"".join(chain(map(str.encode, to)))).hexdigest()[:16]
        return f"{writer}-{first}-{last}-{address}.zip"

    patch.setattr(segments, "name_of", name_of)


def flushing_only_the_current_writer(patch: pytest.MonkeyPatch) -> None:
    """What the desk wrote under its last identity never leaves it."""
    real = segments._unsent  # noqa: SLF001 - the error sits inside

    def unsent(db: Any) -> list[tuple[Any, ...]]:
        writer = segments._writer(db)  # noqa: SLF001 - as the error would
        return [row for row in real(db) if row[1] == writer]

    patch.setattr(segments, "_unsent", unsent)


def dropping_without_a_receipt(patch: pytest.MonkeyPatch) -> None:
    """What was put on a stick once is believed to have arrived."""

    def settled(db: Any, **_when: object) -> list[str]:
        return [name for (name,) in db.execute("SELECT name FROM envelope WHERE kind = 'segment'")]

    patch.setattr(receipts, "settled", settled)


def no_history_for_the_restored(patch: pytest.MonkeyPatch) -> None:
    """Head office is restored from a backup, and nobody tells it again what it had acknowledged."""
    patch.setattr(identity, "promise_history", lambda _tx, _site_id: None)


@pytest.mark.parametrize(
    "plant",
    [
        unique_number_of_a_writer, highest_number_seen, erasing_without_a_tombstone,
        folding_in_order_of_arrival, folding_by_the_wall_clock, dropping_without_a_receipt,
        no_history_for_the_restored,
    ],
)  # fmt: skip
def test_a_planted_error_is_found(
    organisation_of_six: Path, monkeypatch: pytest.MonkeyPatch, plant: Planting
) -> None:
    """Some history ends with sites that differ, or with something lost."""
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        live_through(organisation_of_six, HISTORIES)


def two_of_an_image(desks: dict[str, Store], place: Path) -> None:
    """A PC was imaged; both halves write under one name and give it to different places."""
    north, head = desks["north"], desks["head"]
    north.close()
    clone = Store(copied(north.folder, place / "clone"))
    cases = set()
    for n, store in enumerate((north, clone)):
        with on_pc(place / f"state-{n}"), store.write() as tx:
            cases.add(complaints.file(tx, f"Caso {n}", now=NOW).id)
        with on_pc(place / f"state-{n}"):
            meet(place / f"place-{n}", store)
    meet(place / "place-0", head)
    meet(place / "place-1", head)
    clone.close()
    assert cases == {case.id for case in complaints.every(head.read())}


def a_writer_that_was_renewed(desks: dict[str, Store], place: Path) -> None:
    """What was written before the renewal had not left yet."""
    north, head = desks["north"], desks["head"]
    with north.write() as tx:
        case = complaints.file(tx, "Antes", now=NOW).id
        renew_writer(tx)
    meet(place / "place", north, head)
    assert complaints.find(head.read(), case)


@pytest.mark.parametrize(
    ("plant", "history"),
    [
        (a_name_without_a_hash, two_of_an_image),
        (flushing_only_the_current_writer, a_writer_that_was_renewed),
    ],
)
def test_an_error_that_a_second_safety_would_heal_is_found(
    desks: dict[str, Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plant: Planting,
    history: Callable[[dict[str, Store], Path], None],
) -> None:  # fmt: skip
    """A clone that is seen gives its whole log again; before it is seen, nothing is lost either."""
    monkeypatch.setattr(identity, "promise_history", lambda _tx, _site_id: None)
    copies = {name: copied(store.folder, tmp_path / f"w-{name}") for name, store in desks.items()}
    whole = {name: Store(folder) for name, folder in copies.items()}
    history(whole, tmp_path / "whole")
    for store in whole.values():
        store.close()
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        history(desks, tmp_path / "broken")
