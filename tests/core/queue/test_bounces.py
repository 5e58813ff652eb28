"""Bounces: every wrong way lands on the article and step that caused it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import bounces, checking, contacts, queue, routing, stages
from frontdesk.store.store import Store, Tx
from tests.core.queue.house import MONDAY, minutes, send, serve


def slip_of(tx: Tx, ticket: queue.Ticket) -> str:
    """The slip of a visitor's first errand."""
    return stages.errands(tx.db, ticket.contact_id)[0].slip_id


def marks(store: Store) -> list[tuple[str, str, int, str, str]]:
    """What is on record: kind, article, step, from where, to where."""
    found = bounces.of_article(store.read(), "partida", MONDAY - timedelta(days=1))
    return [(b.kind, b.article_id, b.step, b.office_id, b.to_id) for b in found]


@pytest.mark.parametrize("started", [False, True])
def test_a_wrong_office_is_marked_and_the_place_is_kept(store: Store, started: bool) -> None:
    """The visitor goes on under the same number, before those who came later."""
    with store.write() as tx:
        ticket = send(tx, "partida")
        later = send(tx, "arc", now=minutes(1))
        queue.call_next(tx, "reg", now=minutes(3))
        if started:
            queue.start(tx, ticket.contact_id, now=minutes(4))
        moved = queue.wrong_office(
            tx, ticket.contact_id, "arc", "other_office", note="lo lleva archivo", now=minutes(5)
        )
        assert (moved.office_id, moved.number, moved.state) == ("arc", ticket.number, "waiting")
        order = [row.number for row in queue.waiting(tx.db, "arc", now=minutes(5))]
        assert order == [ticket.number, later.number]
    assert marks(store) == [("wrong_office", "partida", 0, "reg", "arc")]
    (culprit,) = bounces.articles_that_send_wrong(store.read(), MONDAY)
    assert (culprit.article_title, culprit.step, culprit.step_text) == (
        "Partida de nacimiento", 0, "Entrega la solicitud",
    )  # fmt: skip
    assert (culprit.bounces, culprit.sent, culprit.office_name) == (1, 1, "Registro")


def test_a_later_step_is_blamed_where_it_was_wrong(store: Store) -> None:
    """Where the second office sends on, the second step is the cause."""
    with store.write() as tx:
        ticket = send(tx, "partida")
        serve(tx, "reg", minutes(1))
        queue.transfer(tx, ticket.contact_id, "caj", "", now=minutes(2))
        serve(tx, "caj", minutes(3))
        queue.wrong_office(tx, ticket.contact_id, "", "papers", now=minutes(4))
    assert marks(store) == [("wrong_office", "partida", 1, "caj", "")]
    (errand,) = stages.errands(store.read(), ticket.contact_id)
    assert (errand.ended, errand.strayed) == ("wrong", 1)
    assert contacts.get(store.read(), ticket.contact_id).closed_at


def test_a_wrong_office_needs_a_coded_reason(store: Store) -> None:
    """Causes are counted, so they come from a list; without one nothing happens."""
    with store.write() as tx:
        ticket = send(tx, "partida")
        serve(tx, "reg", minutes(1))
    for why in ("", "dunno"):
        with pytest.raises(UserError, match=r"bounce\.why"), store.write() as tx:
            queue.wrong_office(tx, ticket.contact_id, "arc", why, now=minutes(2))
    assert marks(store) == []


def test_a_transfer_along_the_article_is_the_way(store: Store) -> None:
    """A further step strays from nothing; any other office does, without a bounce."""
    with store.write() as tx:
        ticket = send(tx, "partida")
        serve(tx, "reg", minutes(1))
        queue.transfer(tx, ticket.contact_id, "caj", "pagó ya", now=minutes(2))
        assert stages.errands(tx.db, ticket.contact_id)[0].strayed == 0
        serve(tx, "caj", minutes(3))
        queue.transfer(tx, ticket.contact_id, "arc", "falta un dato", now=minutes(4))
        (row,) = queue.waiting(tx.db, "arc", now=minutes(5))
        assert row.story == "pagó ya\nfalta un dato"
        assert stages.errands(tx.db, ticket.contact_id)[0].strayed == 1
    assert marks(store) == []


def test_a_second_referral_for_the_same_need_is_a_bounce(store: Store) -> None:
    """In the same visit, and on the same day for who gave the same name."""
    with store.write() as tx:
        for _ in range(2):
            routing.issue_slip(tx, "partida", now=MONDAY)
        contacts.close(tx, now=MONDAY)
    assert marks(store) == [("second_referral", "partida", 0, "reg", "reg")]
    with store.write() as tx:
        send(tx, "partida", visitor="Ana Gil", now=minutes(5))
        send(tx, "partida", visitor="Ana Gil", now=minutes(50))
    assert len(marks(store)) == 2


@pytest.mark.parametrize(
    "then",
    [
        {"visitor": "", "place": "partida"},
        {"visitor": "Eva Paz", "place": "partida"},
        {"visitor": "Ana Gil", "place": "consulta"},
        {"visitor": "Ana Gil", "place": "partida", "days": 1},
        {"visitor": "Ana Gil", "place": "reg"},
    ],
)
def test_another_visitor_need_or_day_is_no_bounce(store: Store, then: dict) -> None:
    """Nobody is counted who may have come for the first time."""
    with store.write() as tx:
        send(tx, "partida", visitor="Ana Gil")
        now = minutes(30) + timedelta(days=then.get("days", 0))
        send(tx, then["place"], visitor=then["visitor"], now=now)
    assert marks(store) == []


def test_the_next_step_and_a_slip_taken_back_are_no_bounce(store: Store) -> None:
    """Sending on along the article is the way; what was withdrawn was never sent."""
    with store.write() as tx:
        routing.issue_slip(tx, "partida", now=MONDAY)
        routing.issue_slip(tx, "partida", "caj", now=minutes(1))
        contacts.close(tx, now=minutes(1))
        wrong = routing.issue_slip(tx, "consulta", now=minutes(2))
        routing.withdraw(tx, wrong.id, now=minutes(2))
        routing.issue_slip(tx, "consulta", now=minutes(3))
    assert bounces.articles_that_send_wrong(store.read(), MONDAY) == []


def test_who_comes_back_is_counted_once(store: Store) -> None:
    """The errand is over, the mark stands once however often they are noted or sent again."""
    with store.write() as tx:
        ticket = send(tx, "partida")
        slip = slip_of(tx, ticket)
        gone = queue.came_back(tx, slip, why="papers", now=minutes(9))
        assert gone
        assert gone.state == "done"
        assert queue.came_back(tx, slip, now=minutes(10)) is None
        send(tx, "partida", now=minutes(11))
    assert marks(store) == [("came_back", "partida", 0, "reg", "")]
    (errand,) = stages.errands(store.read(), ticket.contact_id)
    assert errand.ended == "wrong"
    assert checking.faults(store) == []


def test_coming_back_for_a_later_errand_leaves_the_first_alone(store: Store) -> None:
    """The visitor goes on waiting for what they are waiting for."""
    with store.write() as tx:
        ticket = send(tx, "arc", "partida")
        second = stages.errands(tx.db, ticket.contact_id)[1].slip_id
        still = queue.came_back(tx, second, why="closed", now=minutes(2))
        assert still
        assert (still.office_id, still.state) == ("arc", "waiting")
        serve(tx, "arc", minutes(3))
        assert queue.done(tx, ticket.contact_id, now=minutes(5)).state == "done"


def test_a_mark_can_be_taken_back(store: Store) -> None:
    """Then it counts nowhere, and the slip can be marked again."""
    with store.write() as tx:
        slip = slip_of(tx, send(tx, "partida"))
        mark = bounces.came_back(tx, slip, now=minutes(1))
        assert bounces.withdraw(tx, mark.id, now=minutes(2)).state == "withdrawn"
        assert bounces.articles_that_send_wrong(tx.db, MONDAY) == []
        assert bounces.came_back(tx, slip, now=minutes(3)).id != mark.id
    with pytest.raises(UserError, match=r"bounce\.unknown"):
        bounces.get(store.read(), "nothing")
    with pytest.raises(UserError, match=r"route\.unknown_slip"), store.write() as tx:
        bounces.mark(tx, "came_back", "nothing", now=MONDAY)


def test_the_list_puts_the_worst_first(store: Store) -> None:
    """Counted by article and step, from an instant on."""
    with store.write() as tx:
        for n in range(3):
            slip = slip_of(tx, send(tx, "partida" if n else "consulta", now=minutes(n)))
            bounces.came_back(tx, slip, now=minutes(n))
    found = bounces.articles_that_send_wrong(store.read(), MONDAY)
    assert [(c.article_id, c.bounces, c.sent) for c in found] == [
        ("partida", 2, 2), ("consulta", 1, 1),
    ]  # fmt: skip
    assert len(bounces.articles_that_send_wrong(store.read(), minutes(1), limit=1)) == 1
    late = bounces.articles_that_send_wrong(store.read(), minutes(2))
    assert [c.bounces for c in late] == [1]
