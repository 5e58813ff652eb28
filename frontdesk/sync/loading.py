"""Head office's loader: the events of all sites into the hub's partitioned table, for reports.

It goes on where it stopped, in batches, each event once; what was erased here is erased there.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from frontdesk.sync import hub, keys
from frontdesk.sync.concerned import COLUMNS, Row

if TYPE_CHECKING:
    from psycopg import Connection

BATCH = 50_000
WHEN_UNKNOWN = "1970-01-01T00:00:00.000Z"  # an instant that no calendar has


def load_new(db: sqlite3.Connection, there: Connection[tuple[Any, ...]]) -> int:
    """Load what head office's log has and the hub lacks; return how many events were new there."""
    own = keys.signer(db).site_id
    (writer,) = db.execute("SELECT id FROM writer WHERE current = 1").fetchone()
    loaded = 0
    with hub.said():
        row = there.execute(
            "SELECT n FROM frontdesk.loaded WHERE writer = %s", (writer,)
        ).fetchone()
        after = int(row[0]) if row else 0
        while rows := _rows(db, after):
            with there.transaction():
                loaded += load(there, ((_site(db, n, own), one) for n, one in rows))
                after = rows[-1][0]
                _note(there, writer, after)
        _forget(db, there)
    return loaded


def _rows(db: sqlite3.Connection, after: int) -> list[tuple[int, Row]]:
    found = db.execute(
        f"SELECT n, {COLUMNS} FROM event WHERE n > ? ORDER BY n LIMIT ?", (after, BATCH)
    )
    return [(row[0], Row(*row[1:])) for row in found]


def _site(db: sqlite3.Connection, n: int, own: str) -> str:
    """Return from which site an event came: that of the segment that brought it, else ours."""
    row = db.execute(
        "SELECT CASE WHEN to_n >= ?1 THEN site_id END FROM envelope "
        "WHERE to_n > 0 AND from_n <= ?1 ORDER BY from_n DESC LIMIT 1",
        (n,),
    ).fetchone()
    return str(row[0]) if row and row[0] else own


def _note(there: Connection[tuple[Any, ...]], writer: str, n: int) -> None:
    there.execute(
        "INSERT INTO frontdesk.loaded(writer, n) VALUES(%s, %s) "
        "ON CONFLICT (writer) DO UPDATE SET n = excluded.n",
        (writer, n),
    )


def _forget(db: sqlite3.Connection, there: Connection[tuple[Any, ...]]) -> None:
    """Erase at the hub what was erased here."""
    erased = [one for (one,) in db.execute("SELECT id FROM erased")]
    if erased:
        there.execute(
            "UPDATE frontdesk.event SET body = NULL WHERE id = ANY(%s) AND body IS NOT NULL",
            (erased,),
        )


def load(db: Connection[tuple[Any, ...]], rows: Iterable[tuple[str, Row]]) -> int:
    """Load events with their sites into the hub's event table, once each; return how many are new.

    COPY into a temporary table, then one insert: half as fast as a bare COPY, and repeatable.
    """
    with hub.said(), db.transaction():
        db.execute(
            "CREATE TEMPORARY TABLE coming(LIKE frontdesk.event INCLUDING DEFAULTS) ON COMMIT DROP"
        )
        months = set()
        columns = "id, site, writer, seq, lamport, at, entity, kind, body"
        with db.cursor().copy(f"COPY coming({columns}) FROM STDIN") as copy:
            for site_id, row in rows:
                at = _instant(row.at)
                months.add(at[:7])
                copy.write_row(
                    (row.id, site_id, row.writer, row.seq, row.lamport, at, row.entity,
                     row.kind, _storable(row.body))
                )  # fmt: skip
        for month in sorted(months):
            _partition(db, month)
        done = db.execute(
            f"INSERT INTO frontdesk.event({columns}) SELECT {columns} FROM coming "
            "ON CONFLICT DO NOTHING"
        )
    return done.rowcount


def _partition(db: Connection[tuple[Any, ...]], month: str) -> None:
    """Make the partition of a month near ours; wild clocks go to the default one."""
    year, number = int(month[:4]), int(month[5:7])
    if not 2020 <= year <= 2100:  # noqa: PLR2004 - no desk of ours worked before
        return
    until = f"{year + number // 12}-{number % 12 + 1:02d}-01"
    name = f"event_{year}_{number:02d}"
    if db.execute("SELECT to_regclass(%s)", (f"frontdesk.{name}",)).fetchone() == (None,):
        db.execute(
            f"CREATE TABLE frontdesk.{name} PARTITION OF frontdesk.event "
            f"FOR VALUES FROM ('{month}-01') TO ('{until}')".encode()
        )


def _storable(body: str | None) -> str | None:
    """Return a body for jsonb, which knows no NUL."""
    return body if body is None or "\\u0000" not in body else json.dumps({"unstorable": True})


def _instant(at: str) -> str:
    """Return an instant as the hub takes it; what looks like one and is none has no month."""
    try:
        datetime.fromisoformat(at)
    except ValueError:
        return WHEN_UNKNOWN
    return at
