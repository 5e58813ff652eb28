"""The figures: what counts, what does not, and the cases behind each number."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, contacts, indicators, offices, phone, promises, voice
from frontdesk.core.indicators.stages import nearest_rank
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

LATER = NOW + timedelta(days=60)


def lines(store: Store, name: str, *days: date, now=LATER) -> list[indicators.Line]:
    """A report about all days, or the days between two."""
    return indicators.report(store.read(), name, *days, now=now)


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([5], 0.9, 5), ([1, 2], 0.9, 2), (range(1, 11), 0.9, 9), (range(1, 12), 0.9, 10)],
)
def test_the_ninetieth_percentile_is_a_value_that_was_measured(values, share, expected) -> None:
    """The nearest rank: nine tenths of the values do not exceed it."""
    assert nearest_rank(values, share) == expected


def test_a_report_that_is_not_there_is_said(store: Store) -> None:
    """With the names of those that are; an empty desk has reports without lines."""
    with pytest.raises(UserError, match=r"report\.unknown"):
        lines(store, "nonsense")
    assert [found for name in indicators.REPORTS for found in lines(store, name)] == []


def test_a_period_is_whole_days_of_the_office(store: Store) -> None:
    """A call after midnight in Madrid counts on the new day."""
    with store.write() as tx:
        late = phone.log(tx, "busy", now=NOW.replace(hour=23, minute=30))
    for day, cases in ((23, []), (24, [late.id]), (25, [])):
        on = date(2026, 11, day)
        assert [case for x in lines(store, "phone", on, on) for case in x["cases"]] == cases


def test_searches_that_mean_the_same_are_one_line(store: Store) -> None:
    """Accents and capitals apart; the most asked first; what was withdrawn does not count."""
    with store.write() as tx:
        ids = [
            voice.not_found(tx, query, at_desk=False, now=NOW + timedelta(minutes=n)).id
            for n, query in enumerate(["Bici", "piscína", "PISCINA ", "nada"])
        ]
        voice.withdraw(tx, ids[3], now=NOW)
    first, second = lines(store, "searches-without-answer")
    assert (first["query"], first["count"], first["cases"]) == ("PISCINA", 2, ids[1:3])
    assert second["cases"] == ids[:1]


def test_promises_are_kept_late_broken_or_open(store: Store) -> None:
    """By the day on which they were due; a withdrawn one is none."""
    with store.write() as tx:
        made = {
            name: promises.make(tx, name, due_at=NOW + timedelta(hours=1), now=NOW).id
            for name in ("kept", "late", "broken", "open", "withdrawn")
        }
        promises.settle(tx, made["kept"], "kept", now=NOW)
        promises.settle(tx, made["late"], "kept", now=NOW + timedelta(hours=2))
        promises.settle(tx, made["broken"], "broken", reason="ill", now=NOW)
        promises.settle(tx, made["withdrawn"], "withdrawn", now=NOW)
    found = {line["state"]: line["cases"] for line in lines(store, "promises-kept")}
    assert found == {state: [made[state]] for state in ("kept", "late", "broken", "open")}


def test_outcomes_are_counted_by_channel(store: Store) -> None:
    """Solved at the desk is what was answered there."""
    with store.write() as tx:
        for outcome in ("answered", "answered", "unhappy"):
            contacts.begin(tx, channel="phone", now=NOW)
            contacts.close(tx, outcome=outcome, now=NOW)
    found = [
        (x["channel"], x["outcome"], x["is_solved"], x["count"]) for x in lines(store, "outcomes")
    ]
    assert found == [("phone", "answered", True, 2), ("phone", "unhappy", False, 1)]


def test_complaints_on_time(store: Store) -> None:
    """Answered by the due day; what is not due yet and what was annulled counts nowhere."""
    with store.write() as tx:
        offices.put_many(tx, [Office("o", "O", "Office")], now=NOW)
        cases = [complaints.file(tx, f"Text {n}", office="o", now=NOW) for n in range(4)]
        due = date.fromisoformat(cases[0].due_on)
        complaints.close(tx, cases[0].id, "Answer", now=NOW + timedelta(days=1))
        complaints.close(tx, cases[1].id, "Answer", now=NOW + timedelta(days=50))
        complaints.annul(tx, cases[2].id, "Twice", now=NOW)
    (before,) = lines(store, "complaints-on-time", now=NOW + timedelta(days=2))
    assert (before["count"], before["late"]) == (2, [cases[1].id])
    (after,) = lines(store, "complaints-on-time")
    assert sorted(after["cases"]) == sorted([cases[0].id, cases[1].id, cases[3].id])
    assert sorted(after["late"]) == sorted([cases[1].id, cases[3].id])
    assert (after["office_name"], after["share"]) == ("Office", pytest.approx(1 / 3, abs=1e-4))
    assert (
        lines(store, "complaints-on-time", due + timedelta(days=1), due + timedelta(days=9)) == []
    )


def test_a_repeat_has_the_cause_and_the_office_of_one_within_a_month(store: Store) -> None:
    """Another office, another cause or a longer while is none; each repeat is counted once."""
    filed = [(0, "c", "a"), (20, "c", "a"), (45, "c", "a"), (80, "c", "a"), (81, "c", "b"),
             (82, "d", "a")]  # fmt: skip
    with store.write() as tx:
        offices.put_many(tx, [Office(code, code, code) for code in "ab"], now=NOW)
        cases = []
        for days, cause, office in filed:
            at = NOW + timedelta(days=days)
            cases.append(complaints.file(tx, "Text", office=office, now=at).id)
            tx.execute("UPDATE complaint SET cause_id = ? WHERE id = ?", (cause, cases[-1]))
    (line,) = lines(store, "repeats")
    assert (line["cause"], line["office"], line["count"], line["cases"]) == (
        "c",
        "a",
        2,
        cases[1:3],
    )
    later = (NOW + timedelta(days=30)).date()
    assert [x["cases"] for x in lines(store, "repeats", later)] == [cases[2:3]]
