"""At the offices: one ticket a visitor, the same number throughout, every minute accounted for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import bounces, checking, contacts, folding, queue, routing, stages
from frontdesk.store.events import in_order
from frontdesk.store.store import Store
from tests.core.queue.house import MONDAY, at, minutes, send, serve


def test_a_visit_ends_with_all_its_times(store: Store) -> None:
    """Waiting, walk, service and hold of each office stand in the contact's one closing event."""
    with store.write() as tx:
        ticket = send(tx, "partida")
        queue.call_next(tx, "reg", now=minutes(7))
        queue.start(tx, ticket.contact_id, now=minutes(8))
        queue.hold(tx, ticket.contact_id, now=minutes(10))
        queue.resume(tx, ticket.contact_id, now=minutes(13))
        queue.transfer(tx, ticket.contact_id, "caj", "lleva la solicitud", now=minutes(20))
        serve(tx, "caj", minutes(22))
        assert contacts.get(tx.db, ticket.contact_id).closed_at is None
        gone = queue.done(tx, ticket.contact_id, now=minutes(27))
    assert (gone.state, gone.number) == ("done", ticket.number)
    (event,) = (e for e in in_order(store.read(), ticket.contact_id) if e.kind == "contact.closed")
    assert event.body
    assert event.body["closed_at"] == event.at
    assert event.body["desk_until"] < event.at
    lived = stages.every(store.read(), ticket.contact_id)
    assert [(s.what, s.office_id, s.ended) for s in lived] == [
        ("waiting", "reg", "called"), ("walk", "reg", "started"), ("service", "reg", "held"),
        ("hold", "reg", "resumed"), ("service", "reg", "transfer"), ("waiting", "caj", "called"),
        ("walk", "caj", "started"), ("service", "caj", "done"),
    ]  # fmt: skip
    assert [later.from_at for later in lived[1:]] == [stage.to_at for stage in lived[:-1]]
    (errand,) = stages.errands(store.read(), ticket.contact_id)
    assert (errand.ended, errand.strayed, errand.story) == ("done", 0, "lleva la solicitud")
    assert checking.faults(store) == []


def test_the_desk_serves_the_next_one_while_others_wait(store: Store) -> None:
    """A visitor in the house is not at the desk, and the visit is not over."""
    with store.write() as tx:
        waits = send(tx, "reg", visitor="Ana Gil")
        assert contacts.current(tx.db) is None
        assert contacts.begin(tx, now=minutes(1)).id != waits.contact_id
        assert contacts.get(tx.db, waits.contact_id).outcome == "routed"


def test_a_service_that_ends_before_the_desk_is_done_leaves_the_contact_open(store: Store) -> None:
    """The desk closes it then, and nothing of the queue is lost."""
    with store.write() as tx:
        slip = routing.issue_slip(tx, "", "reg", now=MONDAY)
        ticket = queue.enter(tx, slip.id, now=MONDAY)
        serve(tx, "reg", minutes(1))
        queue.done(tx, ticket.contact_id, now=minutes(3))
        assert contacts.current(tx.db)
        contacts.close(tx, now=minutes(4))
        assert len(stages.every(tx.db, ticket.contact_id)) == 3
        assert queue.find(tx.db, ticket.contact_id) is None
    assert checking.faults(store) == []


def test_several_errands_are_one_ticket_under_one_number(store: Store) -> None:
    """The next office follows by itself, and the place in the order of arrival stays."""
    with store.write() as tx:
        both = send(tx, "reg", "caj")
        other = send(tx, "caj", now=minutes(1))
        assert [row.errands_left for row in queue.waiting(tx.db, "reg", now=MONDAY)] == [1]
        serve(tx, "reg", minutes(2))
        on = queue.done(tx, both.contact_id, now=minutes(5))
        assert (on.number, on.office_id, on.state) == (both.number, "caj", "waiting")
        numbers = [row.number for row in queue.waiting(tx.db, "caj", now=minutes(5))]
        assert numbers == [both.number, other.number]
        serve(tx, "caj", minutes(6))
        assert queue.done(tx, both.contact_id, now=minutes(9)).state == "done"
    assert [e.ended for e in stages.errands(store.read(), both.contact_id)] == ["done", "done"]


def test_priority_comes_from_the_law_and_is_in_the_record(store: Store) -> None:
    """Only the country's own classes exist; who has one goes ahead."""
    with store.write() as tx:
        codes = [choice.code for choice in queue.priorities(tx.db, MONDAY)]
        assert codes == ["pregnant", "with_children", "older", "disabled"]
        send(tx, "reg")
        second = send(tx, "reg", priority="older", now=minutes(1))
        with pytest.raises(UserError, match=r"queue\.priority"):
            send(tx, "reg", priority="vip", now=minutes(2))
        assert queue.call_next(tx, "reg", now=minutes(3)).number == second.number
        queue.left(tx, second.contact_id, now=minutes(4))
    closed = contacts.get(store.read(), second.contact_id)
    assert (closed.ticket, closed.priority) == (second.number, "older")


def test_a_priority_that_was_seen_late_counts_from_then_on(store: Store) -> None:
    """And it can be taken back."""
    with store.write() as tx:
        first, second = send(tx, "reg"), send(tx, "reg", now=minutes(1))
        queue.give_priority(tx, second.contact_id, "pregnant", now=minutes(2))
        order = [row.number for row in queue.waiting(tx.db, "reg", now=minutes(2))]
        assert order == [second.number, first.number]
        queue.give_priority(tx, second.contact_id, "", now=minutes(2))
        order = [row.number for row in queue.waiting(tx.db, "reg", now=minutes(2))]
        assert order == [first.number, second.number]


def test_nobody_is_called_twice(store: Store) -> None:
    """Two calls in a row call two visitors, and then nobody is left."""
    with store.write() as tx:
        sent = [send(tx, "reg", now=minutes(n)).number for n in range(2)]
        called = [queue.call_next(tx, "reg", now=minutes(5)).number for _ in range(2)]
        assert called == sent
        with pytest.raises(UserError, match=r"queue\.empty"):
            queue.call_next(tx, "reg", now=minutes(5))


def test_calls_never_hide_each_other(store: Store) -> None:
    """The waiting room sees each call once, the latest first, and how often it was repeated."""
    with store.write() as tx:
        first, second = send(tx, "reg"), send(tx, "caj", now=minutes(1))
        queue.call_next(tx, "reg", now=minutes(2))
        queue.call_next(tx, "caj", now=minutes(2))
        shown = [(c.number, c.office_name, c.times) for c in queue.calls(tx.db, 5)]
        assert shown == [(second.number, "Caja", 1), (first.number, "Registro", 1)]
        queue.recall(tx, first.contact_id, now=minutes(3))
        (again, _) = queue.calls(tx.db, 5)
        assert (again.number, again.times, again.floor, again.room) == (first.number, 2, "1", "3")


def test_who_did_not_come_is_let_in_again_with_the_slip(store: Store) -> None:
    """As a new visit at the end of the line, under the number on the paper."""
    with store.write() as tx:
        missed = send(tx, "reg", visitor="Ana Gil")
        (slip,) = (e.slip_id for e in stages.errands(tx.db, missed.contact_id))
        queue.call_next(tx, "reg", now=minutes(1))
        assert queue.no_show(tx, missed.contact_id, now=minutes(6)).state == "no_show"
        waits = send(tx, "reg", now=minutes(7))
        back = queue.enter(tx, slip, now=minutes(8))
        assert back.number == missed.number
        assert back.contact_id != missed.contact_id
        order = [(row.number, row.visitor) for row in queue.waiting(tx.db, "reg", now=minutes(8))]
        assert order == [(waits.number, ""), (back.number, "A. G.")]


def test_a_slip_enters_once(store: Store) -> None:
    """Pressing twice lets nobody wait twice; a slip that was taken back lets nobody in."""
    with store.write() as tx:
        slip = routing.issue_slip(tx, "", "reg", now=MONDAY)
        assert queue.enter(tx, slip.id, now=MONDAY) == queue.enter(tx, slip.id, now=minutes(1))
        other = routing.issue_slip(tx, "", "caj", at_desk=False, now=MONDAY)
        routing.withdraw(tx, other.id, now=MONDAY)
        with pytest.raises(UserError, match=r"queue\.withdrawn"):
            queue.enter(tx, other.id, now=MONDAY)


def test_a_slip_of_another_day_has_a_number_of_today(store: Store) -> None:
    """Because the one on the paper may be somebody else's today."""
    with store.write() as tx:
        later = routing.issue_slip(tx, "", "reg", for_at=at("2026-11-24 09:00"), now=MONDAY)
        contacts.close(tx, now=MONDAY)
        tuesday = at("2026-11-24 09:00")
        today = send(tx, "reg", now=tuesday)
        came = queue.enter(tx, later.id, now=tuesday)
    assert today.number == later.number
    assert came.number.endswith("-002")


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        (queue.start, "queue.not_called"),
        (queue.recall, "queue.not_called"),
        (queue.no_show, "queue.not_called"),
        (queue.done, "queue.not_serving"),
        (queue.hold, "queue.not_serving"),
        (queue.resume, "queue.not_held"),
    ],
)
def test_what_is_out_of_order_is_refused(store: Store, deed, code: str) -> None:
    """A waiting ticket cannot be started, ended or held; the sentence says what comes first."""
    with store.write() as tx:
        ticket = send(tx, "reg")
        with pytest.raises(UserError, match=code):
            deed(tx, ticket.contact_id, now=MONDAY)
        queue.left(tx, ticket.contact_id, now=MONDAY)
        with pytest.raises(UserError, match=r"queue\.gone"):
            deed(tx, ticket.contact_id, now=MONDAY)


def test_sending_on_passes_the_gate(store: Store) -> None:
    """Neither a transfer nor a wrong office leads to a shut door without a coded reason."""
    with store.write() as tx:
        ticket = send(tx, "reg")
        serve(tx, "reg", minutes(1))
        with pytest.raises(UserError, match=r"route\.closed"):
            queue.transfer(tx, ticket.contact_id, "noc", "", now=minutes(2))
        with pytest.raises(UserError, match=r"route\.closed"):
            queue.wrong_office(tx, ticket.contact_id, "noc", "other_office", now=minutes(2))
        with pytest.raises(UserError, match=r"route\.reason"):
            queue.transfer(tx, ticket.contact_id, "noc", "", reason="please", now=minutes(2))
        with pytest.raises(UserError, match=r"queue\.same_office"):
            queue.transfer(tx, ticket.contact_id, "reg", "", now=minutes(2))
        moved = queue.transfer(tx, ticket.contact_id, "noc", "", reason="confirmed", now=minutes(2))
    assert moved.office_id == "noc"


def test_a_clock_set_back_is_told_and_makes_no_negative_time(store: Store) -> None:
    """The stage ends where it began, is marked as doubtful, and the next one can be trusted."""
    with store.write() as tx:
        ticket = send(tx, "reg")
        serve(tx, "reg", minutes(10))
        gone = queue.done(tx, ticket.contact_id, now=minutes(-30))
    assert gone.clock_set_back
    lived = stages.every(store.read(), ticket.contact_id)
    assert [stage.doubtful for stage in lived] == [0, 0, 1]
    assert all(stage.from_at <= stage.to_at for stage in lived)
    contact = contacts.get(store.read(), ticket.contact_id)
    assert contact.opened_at <= contact.desk_until <= (contact.closed_at or "")


def test_a_clock_set_back_lets_nobody_overtake(store: Store) -> None:
    """The order of arrival is counted, not read off the clock."""
    with store.write() as tx:
        first = send(tx, "reg", now=minutes(60))
        second = send(tx, "reg", now=minutes(0))
        order = [row.number for row in queue.waiting(tx.db, "reg", now=minutes(1))]
        assert order == [first.number, second.number]
        assert [row.waited_s for row in queue.waiting(tx.db, "reg", now=minutes(1))] == [0, 60]


def test_the_next_day_begins_with_an_empty_house(store: Store) -> None:
    """What nobody ended is lapsed, without a guess at its length, and its contact is closed."""
    with store.write() as tx:
        waits = send(tx, "reg")
        served = send(tx, "caj", now=minutes(1))
        serve(tx, "caj", minutes(2))
        tomorrow = MONDAY + timedelta(days=1)
        send(tx, "arc", now=tomorrow)
        assert [row.office_id for row in queue.board(tx.db, now=tomorrow)] == ["arc"]
        assert queue.calls(tx.db, 5) == []
    for ticket in (waits, served):
        assert contacts.get(store.read(), ticket.contact_id).closed_at
        last = stages.every(store.read(), ticket.contact_id)[-1]
        assert (last.ended, last.doubtful, last.from_at) == ("lapsed", 1, last.to_at)
    assert checking.faults(store) == []


def test_the_line_shows_wait_and_estimate(store: Store) -> None:
    """Seconds waited, and what the last services at that office let expect."""
    with store.write() as tx:
        send(tx, "reg")
        assert [r.estimate_s for r in queue.waiting(tx.db, "reg", now=MONDAY)] == [None]
        first = serve(tx, "reg", MONDAY)
        queue.done(tx, first.contact_id, now=minutes(4))
        for n in range(3):
            send(tx, "reg", now=minutes(5 + n))
        rows = queue.waiting(tx.db, "reg", now=minutes(10))
        assert [(r.waited_s, r.estimate_s) for r in rows] == [(300, 0), (240, 240), (180, 480)]
        serve(tx, "reg", minutes(10))
        rows = queue.waiting(tx.db, "reg", now=minutes(10))
        assert [r.estimate_s for r in rows] == [240, 480]
        (counter,) = queue.board(tx.db, now=minutes(10))
        assert (counter.waiting, counter.longest_s, counter.estimate_s) == (2, 240, 720)
        assert len(counter.serving) == 1
        (at_desk,) = queue.at_office(tx.db, "reg", now=minutes(11))
        assert (at_desk.state, at_desk.waited_s) == ("serving", 60)


def test_older_closing_events_still_make_rows(store: Store) -> None:
    """An event of before the queue tells no stages: the contact was at the desk until its end."""
    with store.write() as tx:
        body = {
            "desk": "AAAA", "channel": "counter", "visitor": "", "outcome": "answered",
            "opened_at": "2026-01-01T10:00:00.000Z", "closed_at": "2026-01-01T10:05:00.000Z",
            "origin": "", "entries": [],
        }  # fmt: skip
        folding.fold(tx, tx.append("contact.closed", "old", body, MONDAY))
    old = contacts.get(store.read(), "old")
    assert (old.desk_until, old.ticket) == (old.closed_at, "")
    assert stages.every(store.read(), "old") == []


def test_a_number_is_read_from_the_paper(store: Store) -> None:
    """In small letters too; a number that nobody bears now is nobody."""
    with store.write() as tx:
        ticket = send(tx, "reg")
        found = queue.numbered(tx.db, f" {ticket.number.lower()} ")
        assert found == ticket
        queue.left(tx, ticket.contact_id, now=MONDAY)
        assert queue.numbered(tx.db, ticket.number) is None


def test_no_office_no_call(store: Store) -> None:
    """An office that is not there has no queue."""
    with store.write() as tx, pytest.raises(UserError, match=r"office\.unknown"):
        queue.call_next(tx, "nada", now=MONDAY)
    assert bounces.articles_that_send_wrong(store.read(), MONDAY) == []
