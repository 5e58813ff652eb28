"""The board: each figure is a list, a search finds words and folios, the book misses no number."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, offices
from frontdesk.core.complaints import board, life, terms
from frontdesk.core.complaints.board import Filter
from frontdesk.core.offices import Office
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
LATER = date(2026, 12, 20)  # all of today's terms have run out


@pytest.fixture
def cases(desk: Store) -> list[str]:
    """Six folios: open, answered, suspended, closed, annulled, and one of another office."""
    with desk.write() as tx:
        offices.put_many(
            tx, [Office("O1", "AGU", "Aguas"), Office("O2", "TRI", "Tributos")], now=NOW
        )
        texts = ("El recibo está mal", "Nadie contesta", "Faltan papeles", "Mucha cola", "Error")
        found = [complaints.file(tx, text, office="O1", now=NOW) for text in texts]
        found.append(complaints.file(tx, "Cobro doble", office="O2", kind="claim", now=NOW))
        life.answer(tx, found[1].id, "Ya contestan", now=NOW)
        terms.suspend(tx, found[2].id, "faltan papeles", now=NOW)
        life.close(tx, found[3].id, "Otra ventanilla", now=NOW)
        life.annul(tx, found[4].id, "repetida", now=NOW)
    return [case.folio for case in found]


def shown(store: Store, wanted: Filter, today: date = TODAY) -> list[str]:
    """The folios that a filter shows, as many as it counts."""
    lines = board.lines(store.read(), wanted, today=today)
    assert len(lines) == board.count(store.read(), wanted, today=today)
    return sorted(line.folio for line in lines)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), [0, 1, 2, 5]),
        (Filter(""), [0, 1, 2, 3, 4, 5]),
        (Filter("overdue"), [0, 5]),
        (Filter("settled"), [3, 4]),
        (Filter("annulled"), [4]),
        (Filter(office_id="O2"), [5]),
        (Filter(kind="claim"), [5]),
        (Filter("", text="recibos"), [0]),
        (Filter("", text="reci"), [0]),
        (Filter("", text="nadie contesta"), [1]),
        (Filter("", text="cola contesta"), []),
        (Filter("", text="?!"), []),
        (Filter("", text='" OR NEAR('), []),
        (Filter("", received_from="2026-11-23", received_to="2026-11-23"), [0, 1, 2, 3, 4, 5]),
        (Filter("", received_to="2026-11-22"), []),
        (Filter("", severity="high"), []),
        (Filter("", cause_id="nope"), []),
    ],
)
def test_a_filter_shows_what_it_says(
    desk: Store, cases: list[str], wanted: Filter, expected: list[int]
) -> None:
    """By state, office, kind, words, day; an answered or stopped case is never overdue."""
    assert shown(desk, wanted, LATER) == [cases[n] for n in expected]


def test_a_folio_is_found_as_it_is_typed(desk: Store, cases: list[str]) -> None:
    """Also in small letters."""
    assert shown(desk, Filter("", text=cases[3].lower())) == [cases[3]]


def test_a_handed_over_case_stands_with_both_offices(desk: Store, cases: list[str]) -> None:
    """With the one where it happened and the one that has to answer."""
    with desk.write() as tx:
        life.hand_over(tx, cases[5], "O1", now=NOW)
    assert cases[5] in shown(desk, Filter(office_id="O1"))
    assert cases[5] in shown(desk, Filter(office_id="O2"))


def test_the_soonest_due_stands_first(desk: Store, cases: list[str]) -> None:
    """Whenever it was filed; the settled ones stand with the latest first."""
    with desk.write() as tx:
        old = complaints.file(tx, "Antigua", received_at=NOW - timedelta(days=9), now=NOW)
        life.close(tx, cases[0], "Corregido", now=NOW)
    lines = board.lines(desk.read(), Filter(), today=TODAY)
    assert lines[0].folio == old.folio
    assert [line.due_on for line in lines] == sorted(line.due_on for line in lines)
    page = board.lines(desk.read(), Filter(), today=TODAY, limit=2, skip=1)
    assert page == lines[1:3]


def test_the_figures_are_those_of_the_lists(desk: Store, cases: list[str]) -> None:
    """Each count is the length of the list behind it."""
    found = board.counts(desk.read(), today=LATER)
    assert found.by_state == {
        "received": 3, "answered": 1, "closed": 1, "annulled": 1,
    }  # fmt: skip
    assert (found.by_kind, found.by_owner) == ({"complaint": 3, "claim": 1}, {"O1": 3, "O2": 1})
    assert found.overdue == len(shown(desk, Filter("overdue"), LATER)) == 2


def test_a_restricted_text_stays_away_from_who_may_not_read_it(
    desk: Store, cases: list[str]
) -> None:
    """The line is there, its words are not."""
    with desk.write() as tx:
        life.restrict(tx, cases[5], restricted=True, now=NOW)
    wanted = Filter(office_id="O2")
    (hidden,) = board.lines(desk.read(), wanted, today=TODAY)
    (seen,) = board.lines(desk.read(), wanted, today=TODAY, sees_restricted=True)
    assert (hidden.text, hidden.restricted, seen.text) == ("", 1, "Cobro doble")


def test_views_are_kept_by_name(desk: Store) -> None:
    """Saved, replaced and forgotten; a view that makes no sense is not saved."""
    with desk.write() as tx:
        board.save_view(tx, " Mis  aguas ", Filter(office_id="O1"))
        board.save_view(tx, "Vencidas", Filter("overdue"))
        board.save_view(tx, "Mis aguas", Filter(office_id="O1", kind="claim"))
        board.drop_view(tx, "Ninguna")
    assert board.views(desk.read()) == {
        "Mis aguas": Filter(office_id="O1", kind="claim"), "Vencidas": Filter("overdue"),
    }  # fmt: skip
    with desk.write() as tx:
        board.drop_view(tx, "Mis aguas")
    assert list(board.views(desk.read())) == ["Vencidas"]


@pytest.mark.parametrize(
    ("name", "wanted", "code"),
    [
        (" ", Filter(), "board.nameless"),
        ("x", Filter("asleep"), "board.state"),
        ("x", Filter(received_from="20266-01-01"), "board.day"),
        ("x", Filter(received_to="mañana"), "board.day"),
    ],
)
def test_a_view_without_sense_is_refused(desk: Store, name: str, wanted: Filter, code: str) -> None:
    """Each with its sentence."""
    with pytest.raises(UserError) as refused, desk.write() as tx:
        board.save_view(tx, name, wanted)
    assert refused.value.code == code


def test_the_book_keeps_every_number(desk: Store, cases: list[str]) -> None:
    """Number by number, annulled ones too; a hole is told."""
    (book,) = board.books(desk.read())
    assert (book.year, book.cases, book.is_gapless) == (2026, 6, True)
    entries = list(board.book(desk.read(), book.series))
    assert [entry.folio for entry in entries] == cases
    assert [entry.number for entry in entries] == [1, 2, 3, 4, 5, 6]
    assert entries[4].state == "annulled"
    with desk.write() as tx:
        tx.execute("DELETE FROM complaint WHERE folio = ?", (cases[2],))
    assert not board.books(desk.read())[0].is_gapless
