"""What was erased is in no byte of the files."""

from __future__ import annotations

import pytest

from frontdesk.core import complaints, erasure
from frontdesk.store.scrubbing import scrub
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

PERSON = ("Zoraida Quintanilla", "quintanilla@example.org", "zanahorias", "0tzanahori")


def raw(store: Store) -> bytes:
    """Every byte of the database and of its log, whatever case the letters have."""
    files = [store.file, store.file.with_name(f"{store.file.name}-wal")]
    return b"".join(file.read_bytes() for file in files if file.exists()).lower()


def traces(store: Store) -> list[str]:
    """What of the person the raw files still tell."""
    found = raw(store)
    return [word for word in PERSON if word.lower().encode() in found]


@pytest.fixture
def case_id(store: Store) -> str:
    """A complaint with a person's name and words, among forty of others."""
    with store.write() as tx:
        for n in range(40):
            complaints.file(tx, f"No llega el recibo {n} del agua " * (n + 1), now=NOW)
        told = "Hay zanahorias en el archivo. " * 90
        return complaints.file(tx, told, name=PERSON[0], email=PERSON[1], now=NOW).id


def test_no_trace_of_an_erased_person_is_left(store: Store, case_id: str) -> None:
    """Neither in the rows nor in the index, nor in freed pages, nor in the log."""
    assert traces(store) == list(PERSON)
    with store.write() as tx:
        erasure.erase(tx, case_id, now=NOW)
    assert traces(store), "the log was never cut: this test would see nothing"
    assert scrub(store)
    assert traces(store) == []


def test_who_reads_an_older_state_is_not_disturbed(store: Store, case_id: str) -> None:
    """The log stays until the reader is done, and scrubbing again finishes."""
    other = Store(store.folder)
    other.read().execute("BEGIN")
    other.read().execute("SELECT count(*) FROM event").fetchone()
    with store.write() as tx:
        erasure.erase(tx, case_id, now=NOW)
    store.read().execute("PRAGMA busy_timeout = 1")
    assert not scrub(store)
    other.close()
    assert scrub(store)
    assert traces(store) == []
