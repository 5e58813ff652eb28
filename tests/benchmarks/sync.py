"""What exchange costs: a segment taken in, one known already, a day of a busy branch.

`python -m tests.benchmarks.sync [EVENTS]` prints ratios to a bare executemany of the same events in
one transaction, which the same machine does in the same minute.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median

from frontdesk.base import paths
from frontdesk.base.ids import uuid7
from frontdesk.core import complaints, contacts, promises, voice
from frontdesk.core.contacts import Entry
from frontdesk.store.store import Store, Tx
from frontdesk.sync import concerned, envelopes, hub, keys, loading, rounds, segments
from frontdesk.sync.concerned import Row
from frontdesk.sync.rounds import CACHE_KIB
from frontdesk.sync.transports import Folder
from tests.helpers import branches, postgres
from tests.helpers.desks import NOW

EVENTS, ROUNDS = 100_000, 3
VISITS, DESKS = 200, 5
MOST_NEW, MOST_DAY_BYTES, MOST_DAY_S = 4.0, 150_000, 2.0
FOLDED = ("contact", "contact_entry", "complaint", "complaint_text", "promise", "gap")
WORDS = ("recibo", "agua", "licencia", "tasa", "cita", "carné", "multa", "vado", "poda")


def visit(tx: Tx, n: int, chance: random.Random) -> None:
    """One visit as a desk has it: mostly a contact, sometimes a promise, a gap or a complaint."""
    at = NOW + timedelta(seconds=n)
    words = chance.choices(WORDS, k=3)
    entries = [Entry("looked_up", "", word, at.isoformat()) for word in words]
    contacts.record(
        tx, uuid7(), channel="counter", visitor="", outcome="answered", entries=tuple(entries),
        opened_at=at.isoformat(), desk="ABCD", now=at,
    )  # fmt: skip
    if n % 40 == 0:
        complaints.file(tx, f"No llega el {words[0]} de la {words[1]}", now=at)
    if n % 25 == 0:
        promises.make(tx, f"Llamar por {words[0]}", due_at=at, origin="bench", now=at)
    if n % 25 == 1:
        voice.not_found(tx, words[0], at_desk=False, now=at)


def work(store: Store, events: int) -> None:
    """Fill a desk's log."""
    chance = random.Random(7)
    for start in range(0, events, 10_000):
        with store.write() as tx:
            for n in range(start, min(start + 10_000, events)):
                visit(tx, n, chance)


def bare(store: Store, file: Path, tables: dict[str, str]) -> float:
    """Processor seconds of a bare executemany of the rows of some tables, in one transaction."""
    told = {
        table: store.read().execute(f"SELECT {columns} FROM {table}").fetchall()
        for table, columns in tables.items()
    }
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        for table, rows in told.items():
            db.execute(f"CREATE TABLE {table}({', '.join(f'c{n}' for n in range(len(rows[0])))})")
        start = time.process_time()
        db.execute("BEGIN")
        for table, rows in told.items():
            db.executemany(f"INSERT INTO {table} VALUES({','.join('?' * len(rows[0]))})", rows)
        db.execute("COMMIT")
        return time.process_time() - start


def taken_in(store: Store, name: str, data: bytes) -> float:
    """Seconds to verify, open, read and hash a segment, insert and fold its events."""
    db = store.read()
    key = keys.secret(db, keys.SITE)
    start = time.process_time()
    envelope = envelopes.verify(name, data, keys.head_key(db))
    content = envelopes.open_content(
        envelope, keys.signer(db).site_id, key.encode() if key else b""
    )
    with store.write() as tx:
        segments.apply(tx, envelope, content, now=NOW)
    return time.process_time() - start


def main(events: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-") as place:
        root = Path(place)
        os.environ["FRONTDESK_STATE"] = str(root / "state")
        head = branches.head_office(root / "head")
        north = branches.branch(head, root / "north")
        work(north, events)
        with north.write() as tx:
            made = segments.flush(tx, now=NOW)[0]
        log = {"event": concerned.COLUMNS}
        every = log | dict.fromkeys(FOLDED, "*")
        ground = median(bare(north, root / f"bare-{n}.db", log) for n in range(ROUNDS))
        all_rows = median(bare(north, root / f"all-{n}.db", every) for n in range(ROUNDS))
        heads = [head, *(_copy(head, root / f"head-{n}") for n in range(1, ROUNDS))]
        new = median(taken_in(one, made.name, made.data) for one in heads)
        pieces = median(taken_in(head, made.name, made.data) for _ in range(ROUNDS))
        size = len(made.data) / events
        print(f"{events} visits, {size:.0f} bytes each in the envelope")
        print(f"bare executemany of the events:            1.0 ({events / ground:,.0f}/s)")
        print(f"  new, folded:                             {new / ground:.1f}")
        print(f"  all known, in other pieces:              {pieces / ground:.1f}")
        print(f"  the same segment under another name:     {_same(head, made) / ground:.2f}")
        print("bare executemany of events and their rows: 1.0")
        print(
            f"  new, folded:                             {new / all_rows:.1f} (at most {MOST_NEW})"
        )
        a_day(head, root)
        if postgres.programs():
            the_hub(north)


def _copy(store: Store, folder: Path) -> Store:
    """Another desk as it stands, so that the same segment is new once more."""
    folder.mkdir()
    store.read().execute("VACUUM INTO ?", (str(paths.database(folder)),))
    copy = Store(folder)
    copy.read().execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    return copy


def _same(head: Store, made: segments.Segment) -> float:
    """Seconds to see that a segment of the same events was taken in under another name."""
    place = Folder(head.folder / "place", create=True)
    place.put(made.name, made.data)
    rounds.exchange(head, place, now=NOW)
    start = time.process_time()
    envelope = envelopes.verify(made.name, made.data, keys.head_key(head.read()))
    assert segments.is_known(head.read(), envelope)
    return time.process_time() - start


def a_day(head: Store, root: Path) -> None:
    """A day of five desks: bytes that travel and processor time to write and take in."""
    size, spent = 0, 0.0
    for n in range(DESKS):
        desk = branches.branch(head, root / f"desk-{n}", "Oficina Grande")
        work(desk, VISITS)
        start = time.process_time()
        with desk.write() as tx:
            made = segments.flush(tx, now=NOW)
        for segment in made:
            size += len(segment.data)
            taken_in(head, segment.name, segment.data)
        spent += time.process_time() - start
    print(f"a day of {DESKS} desks: {size} bytes (at most {MOST_DAY_BYTES}), "
          f"{spent:.2f} s of processor (at most {MOST_DAY_S})")  # fmt: skip


def the_hub(north: Store) -> None:
    """The loader of the hub's partitioned table, against a plain COPY into a bare one."""
    rows = [Row(*row) for row in north.read().execute(f"SELECT {concerned.COLUMNS} FROM event")]
    columns = "id, site, writer, seq, lamport, at, entity, kind, body"
    with postgres.server() as server, closing(hub.connect(server.address)) as db:
        hub.set_up(db, "head")
        db.execute("CREATE TABLE bare AS SELECT * FROM frontdesk.event")
        start = time.perf_counter()
        with db.transaction(), db.cursor().copy(f"COPY bare({columns}) FROM STDIN") as copy:
            for r in rows:
                told = (r.id, "north", r.writer, r.seq, r.lamport, r.at, r.entity, r.kind, r.body)
                copy.write_row(told)
        ground = time.perf_counter() - start
        start = time.perf_counter()
        loading.load(db, (("north", row) for row in rows))
        loaded = time.perf_counter() - start
        start = time.perf_counter()
        loading.load(db, (("north", row) for row in rows))
        again = time.perf_counter() - start
    print(f"plain COPY into PostgreSQL:                1.0 ({len(rows) / ground:,.0f}/s)")
    print(f"  loaded, partitioned, once each:          {loaded / ground:.1f} (at most {MOST_NEW})")
    print(f"  the same again:                          {again / ground:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS)
