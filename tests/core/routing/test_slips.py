"""The slip and its gate: a closed door or a missing paper needs a time or a coded reason."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import contacts, folding, offices, routing
from frontdesk.core.sites import here
from frontdesk.store.store import Store
from tests.core.routing.house import MONDAY, PAPERS, at, furnish

EVENING = at("2026-11-23 20:00")


@pytest.fixture
def house(store: Store) -> Store:
    """A desk with a few offices and articles."""
    with store.write() as tx:
        furnish(tx)
    return store


def issue(
    store: Store, article_id: str = "", office_id: str = "", *, now: datetime = MONDAY, **more
):
    """Issue a slip in a transaction of its own."""
    with store.write() as tx:
        return routing.issue_slip(tx, article_id, office_id, now=now, **more)


def rows(store: Store) -> int:
    """How many slips there are."""
    return store.read().execute("SELECT count(*) FROM slip").fetchone()[0]


def test_a_slip_holds_where_to_go_and_with_what(house: Store) -> None:
    """And it is an event, a row and an entry of the visit at once."""
    slip = issue(house, "padron", papers=PAPERS)
    assert slip == routing.get(house.read(), slip.id)
    assert (slip.office_name, slip.article_title) == ("Registro", "Alta en el padrón")
    assert (slip.papers, slip.missing, slip.reason, slip.state) == (PAPERS, (), "", "issued")
    contact = contacts.current(house.read())
    assert (contact.id, contact.outcome) == (slip.contact_id, "routed")
    assert (contact.entries[-1].what, contact.entries[-1].ref) == ("routed", slip.id)


def test_numbers_count_on_each_day_under_the_desk_s_own_letters(house: Store) -> None:
    """From 1 again on the next day of the office's zone, not of London's."""
    desk = here(house.read()).desk
    first = [issue(house, "", "noc", at_desk=False).number for _ in range(2)]
    late = issue(house, "", "noc", now=at("2026-11-23 23:59"), at_desk=False).number
    next_day = issue(house, "", "noc", now=at("2026-11-24 00:00"), at_desk=False).number
    assert [*first, late, next_day] == [f"{desk}-001", f"{desk}-002", f"{desk}-003", f"{desk}-001"]


def test_all_slips_of_a_visit_bear_one_number(house: Store) -> None:
    """A visitor is called by one number, whatever brought them; the next visitor has the next."""
    first, second = (issue(house, "", office_id).number for office_id in ("noc", "reg"))
    with house.write() as tx:
        contacts.close(tx, now=MONDAY)
    assert first == second
    assert issue(house, "", "noc").number == f"{here(house.read()).desk}-002"


def test_a_visit_past_midnight_is_given_a_number_of_the_new_day(house: Store) -> None:
    """The numbers of a day are counted on that day, so none of the day before returns."""
    issue(house, "", "noc", now=at("2026-11-23 23:58"), at_desk=False)
    issue(house, "", "noc", now=at("2026-11-23 23:59"))
    assert issue(house, "", "noc", now=at("2026-11-24 00:01")).number.endswith("-001")


@pytest.mark.parametrize(
    ("article_id", "office_id", "now", "code"),
    [
        ("padron", "", EVENING, "route.closed"),
        ("", "reg", EVENING, "route.closed"),
        ("padron", "", MONDAY, "route.papers"),
        ("archivo", "", MONDAY, "route.unknown_hours"),
        ("obra", "", MONDAY, "route.retired"),
        ("bici", "", MONDAY, "route.unknown_office"),
        ("vado", "", MONDAY, "route.loop"),
        ("noticia", "", MONDAY, "route.nowhere"),
        ("", "old", MONDAY, "route.retired"),
        ("obra", "old", MONDAY, "route.retired"),
        ("certificado", "old", MONDAY, "route.elsewhere"),
        ("certificado", "caj", MONDAY, "route.elsewhere"),
        ("nada", "", MONDAY, "article.unknown"),
        ("", "nada", MONDAY, "office.unknown"),
        ("", "", MONDAY, "office.unknown"),
    ],
)
def test_the_gate_stays_shut_and_nothing_is_written(
    house, article_id, office_id, now, code
) -> None:
    """No slip, no number, no visit."""
    with pytest.raises(UserError) as told:
        issue(house, article_id, office_id, now=now)
    assert told.value.code == code
    assert rows(house) == 0
    assert contacts.current(house.read()) is None
    assert issue(house, "", "noc", now=now).number.endswith("-001")


@pytest.mark.parametrize("reason", routing.REASONS)
def test_a_coded_reason_opens_the_gate_and_is_kept(house: Store, reason) -> None:
    """Closed and without papers, yet with a reason."""
    slip = issue(house, "padron", now=EVENING, reason=reason)
    assert (slip.reason, slip.missing) == (reason, PAPERS)


def test_a_reason_that_was_not_needed_is_not_counted(house: Store) -> None:
    """The overrides are a figure."""
    assert issue(house, "", "noc", reason="urgent").reason == ""


@pytest.mark.parametrize("article_id", ["obra", "bici", "vado", "noticia"])
def test_no_reason_leads_to_an_office_that_is_not_there(house: Store, article_id) -> None:
    """Never a wrong slip."""
    with pytest.raises(UserError, match=r"route\."):
        issue(house, article_id, reason="confirmed")


def test_a_reason_in_free_words_is_refused(house: Store) -> None:
    """Reasons are coded."""
    with pytest.raises(UserError, match=r"route\.reason"):
        issue(house, "padron", now=EVENING, reason="porque sí")


def test_the_next_valid_time_passes_the_gate_even_without_papers(house: Store) -> None:
    """They can be brought then; the slip lists them."""
    found = routing.need(house.read(), "padron", at=EVENING)
    for_at = routing.decide(found, at=EVENING).next_at
    slip = issue(house, "padron", now=EVENING, for_at=for_at)
    assert (slip.for_at, slip.missing) == ("2026-11-24T07:30:00.000Z", PAPERS)
    assert slip.reason == ""


@pytest.mark.parametrize(
    ("for_at", "code"),
    [
        (at("2026-11-24 20:00"), "route.closed"),
        (MONDAY, "route.past"),
        (MONDAY - timedelta(days=1), "route.past"),
        (MONDAY + timedelta(minutes=1), "route.papers"),
    ],
)
def test_a_time_that_is_no_good_does_not_pass(house: Store, for_at, code) -> None:
    """Closed then, past, or too soon to fetch a paper."""
    with pytest.raises(UserError) as told:
        issue(house, "padron", for_at=for_at)
    assert told.value.code == code


def test_who_has_done_the_first_step_begins_at_the_second(house: Store) -> None:
    """What lies behind is not asked again."""
    slip = issue(house, "padron", "caj", papers=PAPERS)
    assert slip.office_name == "Caja"
    plan = routing.plan_of(house.read(), slip)
    assert [line.text for line in plan.lines] == ["Paga la tasa"]


def test_of_the_offices_that_serve_one_can_be_chosen(house: Store) -> None:
    """The guard by night."""
    assert issue(house, "certificado", "noc").office_name == "Guardia"
    assert issue(house, "certificado", now=EVENING).office_name == "Guardia"


def test_the_same_save_twice_is_one_slip(house: Store) -> None:
    """A retry after a crash gives no second number."""
    one = issue(house, "", "noc", slip_id="s1")
    assert issue(house, "", "noc", slip_id="s1") == one
    assert rows(house) == 1


def test_a_slip_taken_back_keeps_its_number(house: Store) -> None:
    """Undo is an event; the next slip has the next number."""
    slip = issue(house, "", "noc")
    with house.write() as tx:
        assert routing.withdraw(tx, slip.id, now=MONDAY).state == "withdrawn"
    assert issue(house, "", "noc").number.endswith("-002")


def test_an_unknown_slip_is_told(house: Store) -> None:
    """Nothing is withdrawn."""
    with house.write() as tx, pytest.raises(UserError, match=r"route\.unknown_slip"):
        routing.withdraw(tx, "nada", now=MONDAY)


def test_a_closure_made_this_morning_shuts_the_gate(house: Store) -> None:
    """The person in charge is away: a row for the office."""
    with house.write() as tx:
        day = MONDAY.date()
        offices.close_on(tx, day, day, office_id="reg", reason="Ausencia")
    with pytest.raises(UserError, match=r"route\.closed"):
        issue(house, "padron", papers=PAPERS)


def test_rows_are_what_the_events_say(house: Store) -> None:
    """Rebuilt from the log they are the same, also what was withdrawn."""
    issue(house, "padron", now=EVENING, reason="insists")
    slip = issue(house, "", "noc")
    with house.write() as tx:
        routing.withdraw(tx, slip.id, now=MONDAY)
        assert list(folding.faults(tx)) == []
        tx.execute("UPDATE slip SET office_name = 'Otra' WHERE id = ?", (slip.id,))
        assert list(folding.faults(tx)) == [f"slip {slip.id}: edited by hand"]


def test_the_slips_of_a_day_are_listed_latest_first(house: Store) -> None:
    """By the day of the office."""
    issue(house, "", "noc", now=at("2026-11-22 23:59"))
    kept = [issue(house, "", "noc", now=at(f"2026-11-23 {hour}")).id for hour in ("00:00", "12:00")]
    found = routing.issued_on(house.read(), MONDAY.date(), "Europe/Madrid")
    assert [slip.id for slip in found] == kept[::-1]
