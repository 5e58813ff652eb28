"""The decision: pure, and never to a closed door, a missing office or without the papers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.base.errors import UserError
from frontdesk.base.sentences import sentence
from frontdesk.core.offices import Closure
from frontdesk.core.opening import state
from frontdesk.core.routing import Need, Stop, decide, papers_named
from frontdesk.core.routing.plans import gate
from tests.core.routing.house import (
    CASHIER,
    DARK,
    GONE,
    MONDAY,
    NIGHT,
    PAPERS,
    REGISTRY,
    ZONE,
    at,
    need,
    place,
    step,
)


def test_an_open_office_and_all_papers_make_a_way() -> None:
    """Nothing stands against the slip."""
    plan = decide(need(step(REGISTRY), requirements=PAPERS), at=MONDAY, papers=PAPERS)
    assert plan.can_issue
    assert (plan.lines[0].reason, plan.missing, plan.papers) == ("", (), PAPERS)
    assert plan.next_at is None


@pytest.mark.parametrize(
    ("moment", "reason", "next_at"),
    [
        ("2026-11-23 08:00", "hours", "2026-11-23 08:30"),
        ("2026-11-23 14:00", "hours", "2026-11-24 08:30"),
        ("2026-11-21 10:00", "hours", "2026-11-23 08:30"),
        ("2026-12-08 10:00", "holiday", "2026-12-09 08:30"),
        ("2026-02-28 10:00", "holiday", "2026-03-02 08:30"),
    ],
)
def test_a_closed_office_stops_the_slip_and_offers_the_next_time(moment, reason, next_at) -> None:
    """At night, after hours, at the weekend, on the country's and the region's holidays."""
    plan = decide(need(step(REGISTRY)), at=at(moment))
    assert (plan.refusals, plan.lines[0].reason) == (("route.closed",), reason)
    assert plan.next_at == at(next_at)
    assert decide(plan.need, at=plan.next_at).can_issue


def test_a_local_closure_is_told_with_its_reason() -> None:
    """The desk can say why."""
    closed = Closure("1", "reg", "2026-11-23", "2026-11-24", "", "Obras")
    plan = decide(need(Stop("", None, (place(REGISTRY, closed),))), at=MONDAY)
    assert plan.lines[0].reason == "closure"
    assert plan.lines[0].state.reason_text == "Obras"
    assert plan.next_at == at("2026-11-25 08:30")


def test_after_the_last_admission_the_slip_is_stopped() -> None:
    """The door is open, but nobody is let in."""
    registry = replace(REGISTRY, last_admission_min=30)
    plan = decide(need(step(registry)), at=at("2026-11-23 13:45"))
    assert (plan.refusals, plan.lines[0].reason) == (("route.cutoff",), "cutoff")
    assert plan.next_at == at("2026-11-24 08:30")


def test_unknown_hours_are_said_not_taken_for_open() -> None:
    """Ring first: a reason opens the gate."""
    plan = decide(need(step(DARK)), at=MONDAY)
    assert plan.refusals == ("route.unknown_hours",)
    assert plan.lines[0].is_open is None
    assert plan.can_override


def test_missing_papers_stop_the_slip() -> None:
    """They are listed, in the order of the article."""
    plan = decide(need(step(REGISTRY), requirements=PAPERS), at=MONDAY, papers=PAPERS[:1])
    assert (plan.refusals, plan.missing) == (("route.papers",), PAPERS[1:])
    assert plan.lines[0].missing == PAPERS[1:]


def test_a_later_counter_that_opens_the_same_day_is_waited_for() -> None:
    """The cashier opens at ten; who begins at nine will wait, not come back."""
    plan = decide(
        need(step(REGISTRY, "Entrega", 15), step(CASHIER, "Paga")), at=at("2026-11-23 09:00")
    )
    assert plan.can_issue
    assert plan.lines[1].arrives_at == at("2026-11-23 09:15")
    assert (plan.lines[1].reason, plan.lines[1].is_open) == ("hours", False)


def test_a_later_counter_that_is_closed_for_the_day_stops_the_slip() -> None:
    """The cashier closes before the registry is done: nobody walks the way in halves."""
    errand = need(step(REGISTRY, "Entrega", 15), step(CASHIER, "Paga", 5))
    plan = decide(errand, at=at("2026-11-23 12:50"))
    assert plan.refusals == ("route.closed",)
    assert plan.lines[0].refusal == ""
    assert plan.next_at == at("2026-11-24 08:30")
    assert plan.minutes == 20


def test_of_several_offices_the_one_that_is_open_is_chosen() -> None:
    """And where none is, the one that opens first."""
    alternatives = Stop("", None, (place(CASHIER), place(REGISTRY)))
    assert decide(need(alternatives), at=at("2026-11-23 09:00")).lines[0].office == REGISTRY
    assert decide(need(alternatives), at=at("2026-11-23 20:00")).lines[0].office == REGISTRY
    assert decide(need(alternatives), at=MONDAY).lines[0].office == CASHIER


def test_the_office_of_this_branch_goes_before_an_open_one_of_another() -> None:
    """Nobody crosses the town for what their own branch does that day; the reason is said."""
    far = replace(place(NIGHT), is_here=False)
    way = need(Stop("", None, (far, place(CASHIER))))
    for moment, office, chosen in (
        ("2026-11-23 10:30", CASHIER, "branch"),
        ("2026-11-23 09:00", CASHIER, "branch"),
        ("2026-11-23 13:30", NIGHT, "open"),
    ):
        line = decide(way, at=at(moment)).lines[0]
        assert (line.office, line.chosen) == (office, chosen)
    both = Stop("", None, (place(CASHIER), place(REGISTRY)))
    assert decide(need(both), at=at("2026-11-23 20:00")).lines[0].chosen == "soonest"
    assert decide(need(step(NIGHT)), at=MONDAY).lines[0].chosen == ""


def test_a_step_says_which_of_its_papers_are_missing() -> None:
    """What the whole need asks for is missing at the first stop, once in the list of all."""
    sign = replace(step(NIGHT, "Firma"), papers=("Foto", PAPERS[0]))
    pay = replace(step(NIGHT, "Paga"), papers=("Foto", "Impreso"))
    plan = decide(need(sign, pay, requirements=PAPERS), at=MONDAY, papers=PAPERS[1:])
    assert plan.missing == (PAPERS[0], "Foto", "Impreso")
    assert [line.missing for line in plan.lines] == [(PAPERS[0], "Foto"), ("Foto", "Impreso")]
    assert plan.refusals == ("route.papers",)
    assert decide(plan.need, at=MONDAY, papers=plan.need.requirements).can_issue


def test_the_costs_of_the_steps_are_summed_where_the_article_names_none() -> None:
    """In decimals; a cost of the article is the whole."""
    stops = (replace(step(NIGHT), cost="0.10"), step(NIGHT), replace(step(NIGHT), cost="0.20"))
    assert decide(need(*stops, currency="EUR"), at=MONDAY).cost == "0.30"
    assert decide(need(*stops, cost="5"), at=MONDAY).cost == "5"
    assert decide(need(step(NIGHT)), at=MONDAY).cost == ""


def test_an_opening_that_is_known_is_offered_before_hours_that_are_not() -> None:
    """Nobody can be told to come when nobody knows."""
    alternatives = Stop("", None, (place(DARK), place(REGISTRY)))
    assert decide(need(alternatives), at=at("2026-11-23 20:00")).lines[0].office == REGISTRY


def test_the_wait_at_one_counter_is_time_lost_for_the_next() -> None:
    """Nine o'clock, the cashier from ten, then the registry until 14:00."""
    way = need(step(NIGHT, "Avisa", 5), step(CASHIER, "Paga", 10), step(REGISTRY, "Recoge"))
    plan = decide(way, at=at("2026-11-23 09:00"))
    arrivals = [line.arrives_at for line in plan.lines]
    assert arrivals[1:] == [at("2026-11-23 09:05"), at("2026-11-23 10:10")]


@pytest.mark.parametrize(
    ("errand", "refusal"),
    [
        (need(), "route.nowhere"),
        (need(Stop("", None, (), "retired", GONE)), "route.retired"),
        (need(Stop("", None, (), "unknown_office")), "route.unknown_office"),
        (need(step(NIGHT), replace(step(NIGHT), fault="loop")), "route.loop"),
    ],
)
def test_a_broken_article_never_makes_a_slip(errand, refusal) -> None:
    """Not even with a reason; the sentence says what to do."""
    plan = decide(errand, at=MONDAY)
    assert plan.refusals == (refusal,)
    assert not plan.can_override
    with pytest.raises(UserError) as told:
        gate(plan, "confirmed", can_fetch=True)
    assert sentence(told.value, "es") != sentence(told.value, "en")


@pytest.mark.parametrize(
    "fields", [{"valid_to": "2026-11-22"}, {"valid_from": "2026-11-24"}, {"state": "draft"}]
)
def test_an_article_that_is_not_in_force_needs_a_reason(fields) -> None:
    """The day counts where the office is."""
    plan = decide(need(step(NIGHT), **fields), at=MONDAY)
    assert plan.refusals == ("route.not_valid",)
    assert plan.can_override


def test_every_refusal_has_its_sentence() -> None:
    """Where the gate stays shut, both languages say why."""
    refused = [
        decide(need(step(REGISTRY)), at=at("2026-11-23 20:00")),
        decide(need(step(replace(REGISTRY, last_admission_min=60))), at=at("2026-11-23 13:30")),
        decide(need(step(DARK)), at=MONDAY),
        decide(need(step(NIGHT), requirements=PAPERS), at=MONDAY),
        decide(need(step(NIGHT), state="retired"), at=MONDAY),
    ]
    for plan in refused:
        for lang in ("es", "en"):
            with pytest.raises(UserError) as told:
                gate(plan, "", can_fetch=False)
            assert sentence(told.value, lang)


@pytest.mark.parametrize(
    ("typed", "ticked"),
    [
        ("", ()),
        ("1, 2", PAPERS),
        ("dni o PASAPORTE", PAPERS[:1]),
        ("contrato", PAPERS[1:]),
        ("3, 0, carné", ()),
        ("o", ()),
    ],
)
def test_papers_are_named_by_number_or_words(typed, ticked) -> None:
    """What fits nothing, or several, ticks none."""
    assert papers_named(need(requirements=PAPERS), typed) == frozenset(ticked)


@given(
    st.integers(0, 60 * 24 * 60), st.sampled_from([REGISTRY, CASHIER, NIGHT, DARK]), st.booleans()
)
def test_a_slip_without_a_reason_means_an_open_door_and_all_papers(
    minute, office, has_papers
) -> None:
    """At any minute of two months."""
    moment = at("2026-11-01 00:00").fromtimestamp(at("2026-11-01 00:00").timestamp() + 60 * minute,
                                                  tz=MONDAY.tzinfo)  # fmt: skip
    errand = Need(need(requirements=PAPERS).article, (step(office),), ZONE)
    plan = decide(errand, at=moment, papers=PAPERS if has_papers else ())
    assert plan.can_issue == (state(place(office).timetable, moment).admits and has_papers)
    if plan.next_at:
        assert decide(errand, at=plan.next_at, papers=PAPERS).can_issue
