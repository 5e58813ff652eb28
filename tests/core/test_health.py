"""Damage is found by itself: bits flipped and pages zeroed in real files."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest

from frontdesk.core import complaints, health
from frontdesk.store.store import Store
from tests.helpers.desks import NOW


@pytest.fixture
def worked(store: Store) -> Store:
    """A desk with forty complaints, closed, its log folded in."""
    with store.write() as tx:
        for n in range(40):
            complaints.file(tx, f"No llega el recibo {n} " + "palabra " * 60, now=NOW)
    store.close()
    return store


def spoil(store: Store, change: Callable[[bytearray], None]) -> None:
    """Change the bytes of the file behind the program's back."""
    data = bytearray(store.file.read_bytes())
    change(data)
    store.file.write_bytes(data)


def test_a_whole_database_has_no_fault(worked: Store) -> None:
    """Neither after a start nor at rest."""
    assert (health.after_start(worked), health.at_rest(worked, now=NOW)) == ("", "")


def test_zeroed_pages_are_seen_after_the_start(worked: Store) -> None:
    """A bad sector in the pages of the events."""
    with closing(sqlite3.connect(worked.file)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'event'").fetchone()

    def zero(data: bytearray) -> None:
        data[(page - 1) * 4096 : page * 4096] = bytes(4096)

    spoil(worked, zero)
    assert health.after_start(worked)


def test_a_flipped_bit_in_a_text_is_seen_by_the_chain(worked: Store) -> None:
    """The pages are all well formed, so only the hashes know."""

    def flip(data: bytearray) -> None:
        data[data.index(b'palabra palabra"')] ^= 0x01

    spoil(worked, flip)
    assert health.after_start(worked) == ""
    assert "its text was changed" in health.at_rest(worked, now=NOW)


def test_random_damage_to_the_log_is_found(worked: Store) -> None:
    """Of thirty flipped bits in the bodies of events each one, by one look or the other."""
    chance, whole = random.Random(7), worked.file.read_bytes()
    starts = [n for n in range(len(whole)) if whole.startswith(b'"text":"No llega el recibo', n)]
    for _ in range(30):
        at = chance.choice(starts) + chance.randrange(8, 200)

        def flip(data: bytearray, at: int = at) -> None:
            data[at] ^= 1 << chance.randrange(8)

        spoil(worked, flip)
        found = health.after_start(worked) or health.at_rest(worked, now=NOW + timedelta(days=1))
        worked.close()
        worked.file.write_bytes(whole)
        assert found, at


def test_the_long_looks_have_their_days(worked: Store) -> None:
    """The chain each day, the pages each week; a clock that was set back skips nothing."""

    def flip(data: bytearray) -> None:
        data[data.index(b'palabra palabra"')] ^= 0x01

    assert health.at_rest(worked, now=NOW) == ""
    worked.close()
    spoil(worked, flip)
    assert health.at_rest(worked, now=NOW + timedelta(hours=23)) == ""
    assert health.at_rest(worked, now=NOW - timedelta(days=400)) != ""


def test_what_was_found_is_told_at_each_start_until_a_check_finds_nothing(worked: Store) -> None:
    """Else the next days' copies would push the good ones out."""
    with worked.write() as tx:
        tx.execute("UPDATE event SET salt = x'00' WHERE seq = 3")
    found = health.at_rest(worked, now=NOW)
    assert found
    assert health.after_start(worked) == found
    health.is_well(worked)
    assert health.after_start(worked) == ""


def test_a_look_keeps_nothing_in_memory(worked: Store) -> None:
    """It reads the whole file on a connection of its own, which takes what it read along."""
    asked: list[str] = []
    worked.read().set_trace_callback(asked.append)
    assert health.after_start(worked) == ""
    assert [line for line in asked if "check" in line] == []
