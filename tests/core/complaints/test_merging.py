"""Two desks without a network: whatever each did on a case, all sites come to the same rows."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, folding, offices, sites
from frontdesk.core.complaints import causes, life, terms
from frontdesk.core.complaints.attachments import attach
from frontdesk.core.complaints.guidance import show_guidance
from frontdesk.core.offices import Office
from frontdesk.store.events import Event, in_order
from frontdesk.store.store import Store, Tx
from tests.helpers.desks import copied

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
Deed = Callable[[Tx, str, datetime], object]
DEEDS: dict[str, Deed] = {
    "acknowledge": lambda tx, case, now: life.acknowledge(tx, case, now=now),
    "assess": lambda tx, case, now: life.assess(tx, case, severity="high", now=now),
    "investigate": lambda tx, case, now: life.investigate(tx, case, "visto", now=now),
    "answer": lambda tx, case, now: life.answer(tx, case, "respuesta", now=now),
    "close": lambda tx, case, now: life.close(tx, case, "cierre", now=now),
    "annul": lambda tx, case, now: life.annul(tx, case, "repetida", now=now),
    "reopen": lambda tx, case, now: life.reopen(tx, case, "sigue", now=now),
    "take back": lambda tx, case, now: life.reopen(tx, case, now=now),
    "hand over": lambda tx, case, now: life.hand_over(tx, case, "O1", now=now),
    "note": lambda tx, case, now: life.note(tx, case, "nota", now=now),
    "correct": lambda tx, case, now: life.correct(tx, case, kind="claim", name="Ana", now=now),
    "offer": lambda tx, case, now: life.offer_remedy(tx, case, "disculpa", now=now),
    "accept": lambda tx, case, now: life.accept_remedy(tx, case, accepted=True, now=now),
    "extend": lambda tx, case, now: terms.extend(tx, case, date(2026, 12, 22), "x", now=now),
    "suspend": lambda tx, case, now: terms.suspend(tx, case, "x", now=now),
    "resume": lambda tx, case, now: terms.resume(tx, case, "x", now=now),
    "rate": lambda tx, case, now: life.rate(tx, case, 3, now=now),
    "attach": lambda tx, case, now: attach(tx, case, "a.txt", now.isoformat().encode(), now=now),
    "guide": lambda tx, case, now: show_guidance(tx, case, now=now),
    "join": lambda tx, case, now: _join(tx, case, now=now),
    "part": lambda tx, case, now: complaints.part(tx, case, now=now),
    "why": lambda tx, _, now: causes.ask_why(tx, _cause(tx), [str(now)], now=now),
    "act": lambda tx, _, now: causes.act(tx, _cause(tx), "x", "y", date(2027, 5, 1), now=now),
    "settle": lambda tx, _, now: causes.settle(tx, _action(tx), now=now),
}
work = st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 1)), max_size=10)


def _cause(tx: Tx) -> str:
    row = tx.db.execute("SELECT min(id) FROM cause").fetchone()
    return row[0] or "none"


def _action(tx: Tx) -> str:
    row = tx.db.execute("SELECT min(id) FROM action WHERE state = 'open'").fetchone()
    return row[0] or "none"


def _join(tx: Tx, case: str, *, now: datetime) -> object:
    others = tx.db.execute("SELECT id FROM complaint WHERE id <> ?", (case,)).fetchall()
    return complaints.join(tx, case, alike=[other for (other,) in others], now=now)


def spend(store: Store, done: list[tuple[str, int]], cases: list[str], days: int) -> None:
    """Do one thing a day on the cases; what the state refuses is part of the day."""
    for n, (deed, which) in enumerate(done):
        with suppress(UserError), store.write() as tx:
            DEEDS[deed](tx, cases[which], NOW + timedelta(days=days + n))


def rows(db: sqlite3.Connection) -> dict[str, set[tuple[object, ...]]]:
    """All that is folded of cases and causes."""
    tables = ("complaint", "attachment", "cause", "action")
    return {table: set(db.execute(f"SELECT * FROM {table}")) for table in tables}


def take_in(store: Store, events: list[Event], source: sqlite3.Connection) -> None:
    """Fold another site's events one by one as they come, as they lie in its log."""
    with store.write() as tx:
        for event in events:
            row = source.execute("SELECT * FROM event WHERE id = ?", (event.id,)).fetchone()
            known = tx.db.execute("SELECT 1 FROM event WHERE id = ?", (event.id,)).fetchone()
            if not known:
                marks = ",".join("?" * (len(row) - 1))
                columns = "id,writer,seq,prev,lamport,at,entity,kind,salt,body,body_hash"
                tx.execute(f"INSERT INTO event({columns}) VALUES({marks})", row[1:])
                folding.fold(tx, event)


@settings(max_examples=30)
@given(before=work, here=work, there=work, seed=st.integers(0, 10_000))
def test_both_come_to_the_same_in_whatever_order_events_arrive(
    template: Path, before: list[tuple[str, int]], here: list[tuple[str, int]],
    there: list[tuple[str, int]], seed: int,
) -> None:  # fmt: skip
    """Two desks share two cases, part, work on both, and meet again: same rows, and as rebuilt."""
    with TemporaryDirectory() as place:
        ours = Store(copied(template, Path(place) / "ours"))
        with ours.write() as tx:
            tx.execute("UPDATE site SET country = '', region = ''")
            offices.put_many(tx, [Office("O1", "AGU", "Aguas")], now=NOW)
            cases = [complaints.file(tx, f"No llega el recibo {n}", now=NOW).id for n in range(2)]
            causes.open_cause(tx, "Recibos", now=NOW)
        spend(ours, before, cases, 0)
        ours.close()
        theirs = Store(copied(Path(place) / "ours", Path(place) / "theirs"))
        with theirs.write() as tx:
            sites.renew_identity(tx, now=NOW)
        spend(ours, here, cases, 12)
        spend(theirs, there, cases, 3)
        sent = list(in_order(theirs.read())), list(in_order(ours.read()))
        for events in sent:
            random.Random(seed).shuffle(events)
        take_in(ours, sent[0], theirs.read())
        take_in(theirs, sent[1], ours.read())
        assert rows(ours.read()) == rows(theirs.read())
        merged = rows(ours.read())
        with ours.write() as tx:
            folding.rebuild(tx)
        assert rows(ours.read()) == merged
        ours.close()
        theirs.close()


def test_what_a_state_does_not_allow_stays_in_the_history_without_effect(desk: Store) -> None:
    """Both closed the case: the first in the common order counts, the other is still told."""
    with desk.write() as tx:
        case = complaints.file(tx, "No llega el recibo", now=NOW)
        life.close(tx, case.id, "Uno", now=NOW)
        second = tx.append("complaint.closed", case.id, {"answer": "Otro"}, NOW)
        folding.fold(tx, second)
        unknown = tx.append("complaint.sung", case.id, {"song": "la"}, NOW)
        folding.fold(tx, unknown)
    found = life.file_of(desk.read(), case.id)
    assert (found.case.state, found.case.answer) == ("closed", "Uno")
    assert [(step.kind, step.counted) for step in found.steps] == [
        ("filed", True), ("closed", True), ("closed", False), ("sung", False),
    ]  # fmt: skip
