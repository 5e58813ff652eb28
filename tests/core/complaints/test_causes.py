"""Causes: many cases under one, no person before the guidance was seen, and whether it worked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, folding
from frontdesk.core.complaints import cases, causes, joining
from frontdesk.core.complaints.cases import Complaint
from frontdesk.core.complaints.effect import effect
from frontdesk.core.complaints.guidance import show_guidance
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def filed(store: Store, text: str, *, days_ago: int = 0, article_id: str = "") -> Complaint:
    """A case received some days before NOW."""
    at = NOW - timedelta(days=days_ago)
    with store.write() as tx:
        return complaints.file(tx, text, article_id=article_id, received_at=at, now=NOW)


def refusal(store: Store, operation: Callable[..., object], *given: object, **named: object) -> str:
    """The code with which an operation is refused."""
    with pytest.raises(UserError) as refused, store.write() as tx:
        operation(tx, *given, **named, now=NOW)
    return refused.value.code


def case_of(store: Store, case: Complaint) -> Complaint:
    """The case as it is now."""
    return complaints.get(store.read(), case.id)


def test_one_cause_takes_many_cases_and_changes_no_folio_and_no_term(desk: Store) -> None:
    """Joined with two alike, all three have one new cause, and are else what they were."""
    first, second, third = (filed(desk, f"No llega el recibo {n}") for n in range(3))
    with desk.write() as tx:
        cause = complaints.join(tx, third.id, alike=[second.id, first.folio], now=NOW)
    assert cause.title == "No llega el recibo 1"
    for before in (first, second, third):
        after = case_of(desk, before)
        assert after.cause_id == cause.id
        assert (after.folio, after.due_on, after.state) == (
            before.folio, before.due_on, before.state,
        )  # fmt: skip
    assert {case.id for case in joining.joined(desk.read(), cause.id)} == {
        first.id, second.id, third.id,
    }  # fmt: skip


def test_joining_follows_the_cause_that_an_alike_case_has(desk: Store) -> None:
    """No second cause is opened, and joining twice is one event."""
    first, second, third = (filed(desk, f"No llega el recibo {n}") for n in range(3))
    with desk.write() as tx:
        cause = complaints.join(tx, second.id, alike=[first.id], now=NOW)
        events = tx.db.execute("SELECT count(*) FROM event").fetchone()[0]
        assert complaints.join(tx, third.id, alike=[first.id, second.id], now=NOW).id == cause.id
        assert complaints.join(tx, third.id, cause_id=cause.id, now=NOW).id == cause.id
        assert tx.db.execute("SELECT count(*) FROM event").fetchone()[0] == events + 1
    assert [(c.id, n) for c, n in causes.every(desk.read())] == [(cause.id, 3)]


def test_a_case_is_taken_out_of_its_cause_again(desk: Store) -> None:
    """Joined by mistake: the case stands alone, the cause keeps the others."""
    first, second = filed(desk, "a"), filed(desk, "b")
    with desk.write() as tx:
        cause = complaints.join(tx, second.id, alike=[first.id], now=NOW)
        complaints.part(tx, second.id, now=NOW)
    assert case_of(desk, second).cause_id == ""
    assert causes.count(desk.read(), cause.id) == 1


def test_joining_needs_somebody_to_join_with(desk: Store) -> None:
    """Neither nothing, nor itself, nor a cause that nobody knows."""
    case = filed(desk, "a")
    assert refusal(desk, complaints.join, case.id) == "cause.with_whom"
    assert refusal(desk, complaints.join, case.id, alike=[case.folio]) == "cause.with_whom"
    assert refusal(desk, complaints.join, case.id, cause_id="nope") == "cause.unknown"
    assert refusal(desk, complaints.join, case.id, alike=["nope"]) == "complaint.unknown"


def test_a_new_cause_is_named_after_the_article(desk: Store) -> None:
    """The article's title says it better than the first words of a complaint."""
    with desk.write() as tx:
        article = articles.save(tx, Article(title="Recibo del agua"), now=NOW)
    first, second = filed(desk, "x", article_id=article.id), filed(desk, "y")
    with desk.write() as tx:
        assert complaints.join(tx, second.id, alike=[first.id], now=NOW).title == "Recibo del agua"


def test_a_person_is_no_cause_before_the_guidance_of_the_day_was_seen(desk: Store) -> None:
    """Refused for each case still unseen; after it has been shown for all of them it is taken."""
    with desk.write() as tx:
        article = articles.save(
            tx, Article(title="Alta", say="Traiga el DNI"), now=NOW - timedelta(days=90)
        )
        articles.save(
            tx, Article(title="Nueva tasa", kind="news", valid_from="2026-11-01"), now=NOW
        )
    first = filed(desk, "Me trató mal", days_ago=5, article_id=article.id)
    second = filed(desk, "Me trataron mal")
    with desk.write() as tx:
        cause = complaints.join(tx, second.id, alike=[first.id], now=NOW)
        articles.save(
            tx, Article(title="Alta", id=article.id, say="Traiga el DNI y dos fotos"), now=NOW
        )
    assert refusal(desk, causes.categorise, cause.id, "person") == "cause.person"
    with desk.write() as tx:
        seen = show_guidance(tx, first.id, now=NOW)
    assert seen.article is not None
    assert (seen.on, seen.article.say) == ("2026-11-18", "Traiga el DNI")
    assert [news.title for news in seen.news] == ["Nueva tasa"]
    assert refusal(desk, causes.categorise, cause.id, "person") == "cause.person"
    with desk.write() as tx:
        assert show_guidance(tx, second.id, now=NOW).article is None
        assert causes.categorise(tx, cause.id, "person", now=NOW).category == "person"
    third = filed(desk, "Me trataron mal")
    assert refusal(desk, complaints.join, third.id, cause_id=cause.id) == "cause.person"
    with desk.write() as tx:
        show_guidance(tx, third.id, now=NOW)
        complaints.join(tx, third.id, cause_id=cause.id, now=NOW)
    assert causes.count(desk.read(), cause.id) == 3


def test_a_cause_without_cases_is_no_person(desk: Store) -> None:
    """Nobody is to blame for nothing."""
    with desk.write() as tx:
        cause = causes.open_cause(tx, "Trato", now=NOW)
    assert refusal(desk, causes.categorise, cause.id, "person") == "cause.person"


def test_whys_actions_and_what_became_of_them(desk: Store) -> None:
    """Five whys, an action with owner and day, done or dropped with a reason."""
    with desk.write() as tx:
        cause = causes.open_cause(tx, " Recibos  tarde ", now=NOW)
        causes.categorise(tx, cause.id, "process", now=NOW)
        cause = causes.ask_why(tx, cause.id, ["El cartero tarda", " ", "Se imprime tarde"], now=NOW)
        action = causes.act(tx, cause.id, "Imprimir el día 1", "Aguas", date(2026, 12, 1), now=NOW)
        other = causes.act(tx, cause.id, "Correo electrónico", "TIC", date(2026, 11, 30), now=NOW)
    assert (cause.title, cause.category) == ("Recibos tarde", "process")
    assert cause.whys == ("El cartero tarda", "Se imprime tarde")
    assert [a.id for a in causes.open_actions(desk.read())] == [other.id, action.id]
    assert refusal(desk, causes.settle, other.id, "dropped") == "complaint.why"
    with desk.write() as tx:
        done = causes.settle(tx, action.id, now=NOW + timedelta(days=2))
        causes.settle(tx, other.id, "dropped", outcome="sin presupuesto", now=NOW)
    assert (done.state, done.settled_on) == ("done", "2026-11-25")
    assert refusal(desk, causes.settle, action.id) == "cause.settled"


@pytest.mark.parametrize(
    ("operation", "given", "code"),
    [
        (causes.rename, (" ",), "cause.untitled"),
        (causes.categorise, ("guilt",), "cause.category"),
        (causes.ask_why, (["why"] * 6,), "cause.whys"),
        (causes.act, ("", "Aguas", date(2026, 12, 1)), "cause.action"),
        (causes.act, ("x", " ", date(2026, 12, 1)), "cause.owner"),
        (causes.act, ("x", "Aguas", date(2026, 11, 22)), "cause.day"),
        (causes.act, ("x", "Aguas", date(9999, 12, 31)), "cause.day"),
    ],
)
def test_bad_input_is_refused(
    desk: Store, operation: Callable[..., object], given: tuple[object, ...], code: str
) -> None:
    """Each with its sentence, and nothing is written."""
    with desk.write() as tx:
        cause = causes.open_cause(tx, "Colas", now=NOW)
    assert refusal(desk, operation, cause.id, *given) == code
    assert refusal(desk, operation, "nope", *given) in {"cause.unknown", code}
    assert refusal(desk, causes.settle, "nope") == "cause.action_unknown"
    assert refusal(desk, causes.open_cause, "") == "cause.untitled"


def test_the_effect_counts_whole_weeks_before_and_after_the_action(desk: Store) -> None:
    """Eight cases in four weeks before, one in three after; the day of the action is after."""
    with desk.write() as tx:
        cause = causes.open_cause(tx, "Colas", now=NOW)
        action = causes.act(tx, cause.id, "Otra ventanilla", "Jefa", date(2026, 11, 30), now=NOW)
        done_at = NOW - timedelta(days=21)
        causes.settle(tx, action.id, now=done_at)
    ages = [22, 25, 28, 29, 33, 40, 48, 49, 21]
    for n, age in enumerate(ages):
        case = filed(desk, f"Cola {n}", days_ago=age)
        with desk.write() as tx:
            complaints.join(tx, case.id, cause_id=cause.id, now=NOW)
    found = effect(desk.read(), cause.id, now=NOW)
    assert found.done_on == date(2026, 11, 2)
    assert [(week.cases, week.is_after) for week in found.weeks] == [
        (2, False), (1, False), (2, False), (3, False), (1, True), (0, True), (0, True),
    ]  # fmt: skip
    assert (found.before, found.after) == (2.0, 1 / 3)


def test_without_an_action_there_is_only_before(desk: Store) -> None:
    """Nothing done, nothing to compare with; no cases, no rate at all."""
    with desk.write() as tx:
        cause = causes.open_cause(tx, "Colas", now=NOW)
    assert effect(desk.read(), cause.id, now=NOW).before is None
    case = filed(desk, "Cola", days_ago=8)
    with desk.write() as tx:
        complaints.join(tx, case.id, cause_id=cause.id, now=NOW)
    found = effect(desk.read(), cause.id, now=NOW)
    assert ([week.cases for week in found.weeks], found.before, found.after) == ([1, 0], 0.5, None)
    with desk.write() as tx:
        complaints.annul(tx, case.id, "repetida", now=NOW)
    assert effect(desk.read(), cause.id, now=NOW).before is None
    assert cases.get(desk.read(), case.id).cause_id == cause.id


def test_an_action_settled_by_mistake_is_taken_up_again(desk: Store) -> None:
    """It is open as it was, its day and owner too; one that is open stays as it is."""
    with desk.write() as tx:
        cause = causes.open_cause(tx, "Recibos", now=NOW)
        action = causes.act(tx, cause.id, "Cambiar la lista", "Marta", NOW.date(), now=NOW)
        causes.settle(tx, action.id, "dropped", outcome="no hay dinero", now=NOW)
        assert causes.take_up(tx, action.id, now=NOW) == action
        assert causes.take_up(tx, action.id, now=NOW) == action
        folding.rebuild(tx)
    assert causes.open_actions(desk.read()) == [action]
