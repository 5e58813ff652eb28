"""The life of a case: its steps in order, its clock, its remedy, and what each state refuses."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, folding, offices, rules, sites
from frontdesk.core.complaints import board, cases, filing, life, terms
from frontdesk.core.complaints.board import Filter
from frontdesk.core.complaints.cases import Complaint
from frontdesk.core.complaints.course import MOVES, OPEN, SETTLED, STATES, UNANSWERED
from frontdesk.core.offices import Office
from frontdesk.store.store import Store, Tx

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # a Monday; 15 working days end on 14 December
DUE = "2026-12-14"


def filed(store: Store, text: str = "Nadie atiende el teléfono", **given: Any) -> Complaint:
    """A case filed at NOW."""
    with store.write() as tx:
        return complaints.file(tx, text, now=NOW, **given)


def done(store: Store, step: Callable[..., Complaint], *given: Any, days: int = 0, **named: Any
         ) -> Complaint:  # fmt: skip
    """The case after one step, some days after NOW."""
    with store.write() as tx:
        return step(tx, *given, **named, now=NOW + timedelta(days=days))


def refusal(store: Store, step: Callable[..., object], *given: Any, **named: Any) -> str:
    """The code with which a step is refused."""
    with pytest.raises(UserError) as refused, store.write() as tx:
        step(tx, *given, **{"now": NOW, **named})
    return refused.value.code


STEPS: dict[str, Callable[[Tx, str], object]] = {
    "acknowledged": lambda tx, case: life.acknowledge(tx, case, now=NOW),
    "assessed": lambda tx, case: life.assess(tx, case, severity="high", now=NOW),
    "investigated": lambda tx, case: life.investigate(tx, case, "Faltaba personal", now=NOW),
    "answered": lambda tx, case: life.answer(tx, case, "Ya hay quien atienda", now=NOW),
    "closed": lambda tx, case: life.close(tx, case, "Ya hay quien atienda", now=NOW),
    "annulled": lambda tx, case: life.annul(tx, case, "repetida", now=NOW),
    "reopened": lambda tx, case: life.reopen(tx, case, "Sigue igual", now=NOW),
    "handed_over": lambda tx, case: life.hand_over(tx, case, "O1", now=NOW),
    "corrected": lambda tx, case: life.correct(tx, case, kind="claim", now=NOW),
    "restricted": lambda tx, case: life.restrict(tx, case, restricted=True, now=NOW),
    "remedy_asked": lambda tx, case: life.ask_remedy(tx, case, "Una disculpa", now=NOW),
    "remedy_offered": lambda tx, case: life.offer_remedy(tx, case, "Una disculpa", now=NOW),
    "noted": lambda tx, case: life.note(tx, case, "Llamar mañana", now=NOW),
    "contacted": lambda tx, case: life.contacted(tx, case, "No contesta", now=NOW),
    "extended": lambda tx, case: terms.extend(tx, case, date(2026, 12, 18), "peritaje", now=NOW),
    "suspended": lambda tx, case: terms.suspend(tx, case, "faltan datos", now=NOW),
    "rated": lambda tx, case: life.rate(tx, case, 4, now=NOW),
}
WAYS = {
    "received": (),
    "acknowledged": ("acknowledged",),
    "assessed": ("assessed",),
    "investigated": ("investigated",),
    "answered": ("answered",),
    "reopened": ("closed", "reopened"),
    "closed": ("closed",),
    "annulled": ("annulled",),
}


def put_offices(store: Store) -> None:
    """Two offices to hand a case over to."""
    with store.write() as tx:
        offices.put_many(
            tx, [Office("O1", "AGU", "Aguas"), Office("O2", "TRI", "Tributos")], now=NOW
        )


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("step", STEPS)
def test_a_state_takes_the_steps_of_the_table_and_no_others(
    desk: Store, state: str, step: str
) -> None:
    """For each state and step: either the state that the table names, or a refusal."""
    put_offices(desk)
    case = filed(desk)
    with desk.write() as tx:
        for way in WAYS[state]:
            STEPS[way](tx, case.id)
    assert complaints.get(desk.read(), case.id).state == state
    if state in MOVES[step]:
        with desk.write() as tx:
            STEPS[step](tx, case.id)
        assert complaints.get(desk.read(), case.id).state == MOVES[step][state]
    else:
        assert refusal(desk, lambda tx, **_: STEPS[step](tx, case.id)) in {
            "complaint.settled", "complaint.not_settled", "complaint.step_done",
        }  # fmt: skip


def test_the_states_are_those_of_the_table() -> None:
    """No step leads to a state that is not in the list, and settled ones are not open."""
    reached = {after for moves in MOVES.values() for after in moves.values()}
    assert reached <= set(STATES)
    assert set(UNANSWERED) < set(OPEN)
    assert not set(OPEN) & set(SETTLED)


def test_a_whole_life(desk: Store) -> None:
    """From the counter to the person's judgement; each step leaves its instant and its words."""
    put_offices(desk)
    case = filed(desk, office="O1", remedy_asked="Que devuelvan lo cobrado", on_behalf="su madre")
    assert (case.owner_id, case.owner_name, case.due_on) == ("O1", "Aguas", DUE)
    done(desk, life.acknowledge, case.folio)
    done(desk, life.assess, case.id, severity="high", safety=True, immediate="cerrar la llave")
    done(desk, life.hand_over, case.id, "Tributos", "es un recibo")
    done(desk, life.investigate, case.id, "Se cobró dos veces", days=2)
    done(desk, life.offer_remedy, case.id, "Devolución en tres días", days=3)
    done(desk, life.accept_remedy, case.id, accepted=True, days=3)
    done(desk, life.answer, case.id, "Se devuelve el segundo cobro", days=4)
    done(desk, life.close, case.id, days=5)
    end = done(desk, life.rate, case.id, 5, "Rápido", days=9)
    assert end.state == "closed"
    assert (end.folio, end.due_on, end.office_name) == (case.folio, DUE, "Aguas")
    assert (end.owner_name, end.severity, end.safety) == ("Tributos", "high", 1)
    assert (end.remedy_asked, end.on_behalf) == ("Que devuelvan lo cobrado", "su madre")
    assert (end.remedy_offered, end.remedy_accepted) == ("Devolución en tres días", "yes")
    assert end.answer == "Se devuelve el segundo cobro"
    assert (end.answered_at[:10], end.settled_at[:10]) == ("2026-11-27", "2026-11-28")
    assert end.satisfaction == 5
    kinds = [step.kind for step in life.file_of(desk.read(), case.folio).steps]
    assert kinds == [
        "filed", "acknowledged", "assessed", "handed_over", "investigated", "remedy_offered",
        "remedy_accepted", "answered", "closed", "rated",
    ]  # fmt: skip


def test_an_anonymous_case_keeps_no_name(desk: Store) -> None:
    """What was typed before the person asked to stay unknown is nowhere in the database."""
    case = filed(
        desk, name="Rosa Vidal", phone="600123456", email="r@x.es", on_behalf="Luis",
        anonymous=True, restricted=True,
    )  # fmt: skip
    assert (case.name, case.phone, case.email, case.on_behalf) == ("", "", "", "")
    assert (case.anonymous, case.restricted) == (1, 1)
    bodies = " ".join(body for (body,) in desk.read().execute("SELECT body FROM event"))
    assert "Vidal" not in bodies


def test_an_extension_moves_the_due_day_once_told(desk: Store) -> None:
    """It is put off to the day that was said, and the extension's reason stays in the history."""
    case = filed(desk)
    put_off = done(desk, terms.extend, case.id, date(2026, 12, 22), "peritaje externo", days=3)
    assert (put_off.due_on, put_off.extended_until) == ("2026-12-22", "2026-12-22")
    last = life.file_of(desk.read(), case.id).steps[-1]
    assert (last.kind, last.body["reason"]) == ("extended", "peritaje externo")


@pytest.mark.parametrize(
    ("until", "days", "reason", "code"),
    [
        (date(2026, 12, 14), 0, "motivo", "rules.extension_backwards"),
        (date(2027, 3, 1), 0, "motivo", "rules.extension_too_long"),
        (date(2026, 12, 22), 40, "motivo", "rules.extension_told_late"),
        (date(2026, 12, 22), 0, " ", "complaint.why"),
    ],
)
def test_an_extension_keeps_to_the_rules(
    desk: Store, until: date, days: int, reason: str, code: str
) -> None:
    """Not backwards, not too far, not after the term has run out, never without a reason."""
    case = filed(desk)
    now = NOW + timedelta(days=days)
    assert refusal(desk, terms.extend, case.id, until, reason, now=now) == code


def test_a_pack_without_extension_or_suspension_refuses_both(store: Store) -> None:
    """Where the law knows neither, the clock runs on."""
    case = filed(store)
    assert case.pack.startswith("es-an@")
    assert refusal(store, terms.extend, case.id, date(2026, 12, 20), "x") == "rules.not_extendable"
    assert refusal(store, terms.suspend, case.id, "x") == "complaint.not_suspendable"


def test_days_on_which_the_clock_stood_still_do_not_count(desk: Store) -> None:
    """Stopped from Wednesday to Monday: three working days are given back."""
    case = filed(desk)
    stopped = done(desk, terms.suspend, case.id, "faltan papeles", days=2)
    assert stopped.suspended_on == "2026-11-25"
    assert refusal(desk, terms.suspend, case.id, "otra vez") == "complaint.stands_still"
    assert board.count(desk.read(), Filter("overdue"), today=date(2027, 5, 1)) == 0
    runs = done(desk, terms.resume, case.id, "los trajo", days=7)
    assert (runs.suspended_on, runs.due_on) == ("", "2026-12-17")
    assert refusal(desk, terms.resume, case.id, "otra vez") == "complaint.not_suspended"
    again = done(desk, terms.suspend, case.id, "un dato más", days=8)
    assert again.suspended_on == "2026-12-01"
    runs = done(desk, terms.resume, case.id, "lo trajo", days=9)
    assert runs.due_on == "2026-12-18"


def test_an_extension_moves_with_a_clock_that_stood_still(desk: Store) -> None:
    """After an extension the working days of a stop come on top of it."""
    case = filed(desk)
    done(desk, terms.extend, case.id, date(2026, 12, 22), "peritaje")
    done(desk, terms.suspend, case.id, "faltan papeles", days=2)
    runs = done(desk, terms.resume, case.id, "los trajo", days=7)
    assert (runs.due_on, runs.extended_until) == ("2026-12-25", "2026-12-25")


def test_stopped_and_running_again_on_one_day_changes_nothing(desk: Store) -> None:
    """A stop taken back at once costs no day."""
    case = filed(desk)
    done(desk, terms.suspend, case.id, "faltan papeles", days=2)
    assert done(desk, terms.resume, case.id, "error", days=2).due_on == DUE


def test_a_term_that_has_run_out_cannot_be_stopped(desk: Store) -> None:
    """Overdue stays overdue."""
    case = filed(desk)
    late = NOW + timedelta(days=30)
    assert refusal(desk, terms.suspend, case.id, "x", now=late) == "complaint.overdue"
    assert board.count(desk.read(), Filter("overdue"), today=late.date()) == 1


def test_a_reopened_case_has_a_fresh_term(desk: Store) -> None:
    """Reopened with a reason after its answer, it is due again counting from that day."""
    case = filed(desk)
    done(desk, life.close, case.id, "Ya está", days=3)
    again = done(desk, life.reopen, case.id, "Sigue igual", days=42)
    assert (again.state, again.reopened, again.term_from) == ("reopened", 1, "2027-01-04")
    assert again.due_on == "2027-01-25"
    assert (again.answer, again.settled_at, again.folio) == ("", "", case.folio)
    assert refusal(desk, life.close, case.id) == "complaint.answer"


@pytest.mark.parametrize("before", ["received", "acknowledged", "answered"])
@pytest.mark.parametrize("settle", ["closed", "annulled"])
def test_a_settlement_taken_back_leaves_all_as_it_was(
    desk: Store, before: str, settle: str
) -> None:
    """Undo: state, answer and term are again what they were."""
    case = filed(desk)
    with desk.write() as tx:
        for way in WAYS[before]:
            STEPS[way](tx, case.id)
        was = complaints.get(tx.db, case.id)
        STEPS[settle](tx, case.id)
    back = done(desk, life.reopen, case.id, days=1)
    names = ("state", "answer", "settled_at", "due_on", "term_from", "reopened")
    assert [getattr(back, n) for n in names] == [getattr(was, n) for n in names]


def test_another_kind_has_its_own_term_under_the_pack_of_the_day(store: Store) -> None:
    """Colombia: a complaint that turns out to ask for a document is due in 10 working days."""
    with store.write() as tx:
        tx.execute("UPDATE site SET country = 'CO', region = '', zone = 'America/Bogota'")
    case = filed(store)
    assert (case.kind, case.due_on) == ("complaint", "2026-12-15")
    asked = done(store, life.correct, case.id, kind="information_request", name=" Ana  Ruiz ")
    assert (asked.kind, asked.due_on, asked.name) == (
        "information_request",
        "2026-12-07",
        "Ana Ruiz",
    )
    assert (asked.folio, asked.text, asked.received_at) == (case.folio, case.text, case.received_at)
    back = done(store, life.correct, case.id, kind="complaint", days=1)
    assert back.due_on == case.due_on
    assert refusal(store, life.correct, case.id, kind="rumour") == "rules.unknown_kind"


def test_a_case_keeps_its_pack_when_the_rules_change(desk: Store) -> None:
    """Received under version 1, due, corrected and extended under version 1."""
    with desk.write() as tx:
        tx.execute("UPDATE site SET rules = 'ours'")
        text = rules.copy(tx, "iso-10002", "ours", now=NOW).text
    old = filed(desk)
    with desk.write() as tx:
        newer = text.replace("number = 15", "number = 3")
        rules.save(tx, "ours", newer, file="ours", now=NOW)
    new = filed(desk, "Otra")
    assert (old.pack, old.due_on) == ("ours@1", DUE)
    assert (new.pack, new.due_on) == ("ours@2", "2026-11-26")
    put_off = done(desk, terms.extend, old.id, date(2026, 12, 31), "peritaje")
    assert put_off.due_on == "2026-12-31"
    assert done(desk, life.correct, old.id, kind="claim").pack == "ours@1"


def test_clock_zone_and_calendar_change_no_folio_and_no_due_day(
    desk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine's zone, the site's zone and a closure entered later leave a case alone."""
    case = filed(desk)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    if hasattr(time, "tzset"):
        time.tzset()
    try:
        with desk.write() as tx:
            tx.execute("UPDATE site SET zone = 'Pacific/Kiritimati'")
            offices.close_on(tx, date(2026, 12, 1), date(2026, 12, 20), reason="obras")
            folding.rebuild(tx)
        after = complaints.get(desk.read(), case.id)
        assert after == case
        earlier = complaints.file
        with desk.write() as tx:
            second = earlier(tx, "Reloj atrasado", now=NOW - timedelta(days=100))
        assert second.number == case.number + 1
    finally:
        monkeypatch.undo()
        os.environ.pop("TZ", None)
        if hasattr(time, "tzset"):
            time.tzset()


BAD = [
    (life.note, ("  ",), {}, "complaint.blank"),
    (life.note, ("x" * 1_000_000,), {}, "complaint.long"),
    (life.investigate, ("",), {}, "complaint.blank"),
    (life.answer, ("\n",), {}, "complaint.answer"),
    (life.close, ("",), {}, "complaint.answer"),
    (life.annul, (" ",), {}, "complaint.reason"),
    (life.reopen, (), {}, "complaint.step_done"),
    (life.rate, (3,), {}, "complaint.not_settled"),
    (life.hand_over, ("",), {}, "complaint.owner"),
    (life.hand_over, ("Nowhere",), {}, "office.unknown"),
    (life.accept_remedy, (True,), {}, "complaint.no_offer"),
    (life.offer_remedy, ("",), {}, "complaint.blank"),
    (life.contacted, ("llamé",), {"channel": "pigeon"}, "complaint.channel"),
    (life.contacted, ("llamé",), {"direction": "up"}, "complaint.direction"),
    (life.assess, (), {"severity": "awful"}, "complaint.level"),
    (life.assess, (), {"severity": "low", "impact": "awful"}, "complaint.level"),
    (life.assess, (), {"severity": "low", "complexity": "awful"}, "complaint.level"),
]


@pytest.mark.parametrize(("step", "given", "named", "code"), BAD)
def test_bad_input_is_refused_with_a_sentence(
    desk: Store, step: Callable[..., object], given: tuple[Any, ...], named: dict[str, Any],
    code: str,
) -> None:  # fmt: skip
    """Empty, endless and unknown values, and steps out of their order."""
    case = filed(desk)
    expected = "complaint.not_settled" if step is life.reopen else code
    assert refusal(desk, step, case.id, *given, **named) == expected
    assert complaints.get(desk.read(), case.id) == case


def test_a_case_that_nobody_knows_is_told(desk: Store) -> None:
    """An unknown id or folio, however long, is no traceback."""
    assert refusal(desk, life.note, "nope" * 1000, "x") == "complaint.unknown"


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x07"])
def test_a_complaint_without_text_is_refused(desk: Store, text: str) -> None:
    """The folio that it would have taken is given back."""
    assert refusal(desk, complaints.file, text) == "complaint.empty"
    assert filed(desk).number == 1


def test_a_text_of_a_megabyte_is_refused_and_the_longest_one_is_kept(desk: Store) -> None:
    """The longest text that is taken comes back as it was typed."""
    assert refusal(desk, complaints.file, "queja " * 200_000) == "complaint.long"
    longest = ("agua " * filing.MAX_TEXT_CHARS)[: filing.MAX_TEXT_CHARS - 1] + "."
    assert filed(desk, longest).text == longest


def test_a_day_of_receipt_that_has_not_come_is_refused(desk: Store) -> None:
    """The year 20266 cannot even be written; the year 2266 is still to come."""
    future = datetime(2266, 1, 1, tzinfo=UTC)
    assert refusal(desk, complaints.file, "x", received_at=future) == "complaint.future"


def test_a_step_says_at_which_desk_it_was_taken(desk: Store) -> None:
    """The history tells where, without asking anybody."""
    case = filed(desk)
    done(desk, life.note, case.id, "Llamar")
    step = life.file_of(desk.read(), case.id).steps[-1]
    assert step.body["at_desk"] == sites.here(desk.read()).desk
    assert cases.course(desk.read(), case.id).steps[-1] == step


def test_the_severity_said_at_the_counter_stands_until_the_case_is_assessed(desk: Store) -> None:
    """A first impression, not yet an assessment."""
    case = filed(desk, severity="high")
    assert (case.severity, case.assessed_at, case.state) == ("high", "", "received")
    assert done(desk, life.assess, case.id, severity="low").severity == "low"
    assert refusal(desk, complaints.file, "x", severity="awful") == "complaint.level"
