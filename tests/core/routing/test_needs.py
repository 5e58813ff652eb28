"""What a need is loaded from, and how it is found in the words of a visitor."""

from __future__ import annotations

from dataclasses import replace

import pytest

from frontdesk.base.errors import UserError
from frontdesk.base.sentences import sentence
from frontdesk.core import offices, people, routing, sites
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article, save
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.knowledge.steps import check as check_steps
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.store.store import Store
from tests.core.routing.house import MONDAY, PAPERS, at, furnish


@pytest.fixture
def house(store: Store) -> Store:
    """A desk with a few offices, articles and people."""
    with store.write() as tx:
        furnish(tx)
        ana = Person("p1", "P1", "Ana Pérez", office_id="reg")
        people.put_many(tx, [ana, Person("p2", "P2", "Luis Gómez")], now=MONDAY)
    return store


def test_an_article_is_loaded_with_its_steps_and_papers(house: Store) -> None:
    """In the order of the article."""
    found = routing.need(house.read(), "padron", at=MONDAY)
    assert [(s.places[0].office.id, s.text, s.minutes) for s in found.stops] == [
        ("reg", "Entrega la solicitud", 15),
        ("caj", "Paga la tasa", 5),
    ]
    assert found.requirements == PAPERS


def test_without_steps_the_offices_that_serve_it_will_do(house: Store) -> None:
    """Those in use only; those of the house before external ones."""
    found = routing.need(house.read(), "certificado", at=MONDAY)
    assert [place.office.id for place in found.stops[0].places] == ["noc", "reg", "abr"]


@pytest.mark.parametrize(
    ("article_id", "refusal"),
    [("obra", "route.retired"), ("bici", "route.unknown_office"), ("vado", "route.loop")],
)
def test_a_broken_step_is_told(house: Store, article_id, refusal) -> None:
    """A retired office, an unknown one, the same thing twice."""
    found = routing.need(house.read(), article_id, at=MONDAY)
    assert refusal in routing.decide(found, at=MONDAY).refusals


@pytest.mark.parametrize(
    ("office_id", "text", "code"),
    [
        ("old", "", "step.retired"),
        ("nada", "", "step.unknown_office"),
        ("reg", " FIRMA", "step.loop"),
    ],
)
def test_a_broken_step_is_told_to_who_edits_the_article(
    house: Store, office_id, text, code
) -> None:
    """With its number."""
    article = Article("Vado", steps=(Step("reg", "firma", None), Step(office_id, text, None)))
    with pytest.raises(UserError) as told:
        check_steps(house.read(), article)
    assert told.value.code == code
    assert "2" in sentence(told.value, "es")


def test_broken_steps_are_saved_as_a_draft_alone(house: Store) -> None:
    """They never come on the desk; who takes an article off the desk is not asked to mend it."""
    article = Article("Vado", id="v", steps=(Step("old", "firma", None),))
    for state in ("published", "review"):
        with pytest.raises(UserError, match=r"step\.retired"), house.write() as tx:
            save(tx, replace(article, state=state), now=MONDAY)
    for state in ("draft", "retired"):
        with house.write() as tx:
            save(tx, replace(article, state=state), now=MONDAY)


def test_each_branch_finds_its_own_office_for_a_step(house: Store) -> None:
    """One article for all branches: of the offices of its step, ours is known by its site."""
    ours = sites.here(house.read()).site
    step = Step("norte", "Firma", 5, ("Foto",), "3.00", ("sur", "old"))
    with house.write() as tx:
        offices.put_many(
            tx, [Office("norte", "N", "Norte", site="NORTE", hours="24/7"),
                 Office("sur", "S", "Sur", site=ours, hours="24/7")], now=MONDAY)  # fmt: skip
        articles.put_many(
            tx, [articles.checked(Article("Firma", id="f", steps=(step,)))], now=MONDAY
        )
    found = routing.need(house.read(), "f", at=MONDAY)
    assert [(p.office.id, p.is_here) for p in found.stops[0].places] == [
        ("norte", False),
        ("sur", True),
    ]
    line = routing.decide(found, at=MONDAY, papers=("Foto",)).lines[0]
    assert (line.office.id, line.chosen, line.cost, line.papers) == (
        "sur", "branch", "3.00", ("Foto",),
    )  # fmt: skip
    assert routing.decide(found.at_office("norte"), at=MONDAY).lines[0].office.id == "norte"


def test_every_office_of_a_step_is_told_to_who_edits_it(house: Store) -> None:
    """One that will do is enough to send people; whoever edits mends the other as well."""
    article = Article("Vado", id="v", steps=(Step("reg", "", None, others=("old",)),))
    with pytest.raises(UserError, match=r"step\.retired"):
        check_steps(house.read(), article)
    with house.write() as tx:
        articles.put_many(tx, [articles.checked(article)], now=MONDAY)
    assert routing.decide(routing.need(house.read(), "v", at=MONDAY), at=MONDAY).can_issue


@pytest.mark.parametrize(
    ("costs", "code"),
    [(("x",), "step.cost"), (("-1",), "step.cost"), (("NaN",), "step.cost"),
     (("6", "4.01"), "step.cost_sum")],
)  # fmt: skip
def test_a_cost_that_cannot_be_is_told(costs, code) -> None:
    """No amount at all, or more than the whole."""
    steps = tuple(Step("reg", str(n), None, (), cost) for n, cost in enumerate(costs))
    with pytest.raises(UserError) as told:
        articles.checked(Article("Vado", cost="10", steps=steps))
    assert told.value.code == code
    assert sentence(told.value, "es") != sentence(told.value, "en")


def test_sound_steps_pass(house: Store) -> None:
    """Back to the same office for something else is no loop."""
    steps = (Step("reg", "Entrega", None), Step("caj", "Paga", None), Step("reg", "Recoge", None))
    check_steps(house.read(), Article("Vado", steps=steps))


@pytest.mark.parametrize(
    ("text", "article_id", "office_id"),
    [
        ("alta padron", "padron", "reg"),
        ("PAD-1", "padron", "reg"),
        ("padron", "padron", "reg"),
        ("guardia", None, "noc"),
        ("noc", None, "noc"),
        ("Ana Pérez", None, "reg"),
    ],
)
def test_a_need_is_found_by_words_code_id_office_or_person(
    house: Store, text, article_id, office_id
) -> None:
    """As a visitor says it."""
    found = routing.find(house.read(), text, at=MONDAY)
    assert (found.article.id if found.article else None) == article_id
    assert office_id in {place.office.id for place in found.stops[0].places}


def test_a_rule_that_leads_nowhere_is_passed_over(house: Store) -> None:
    """Whoever asks for the dogs' licence is sent for it, not given the rule."""
    assert routing.find(house.read(), "perros peligrosos", at=MONDAY).article.id == "perros"


def test_news_that_lead_nowhere_are_an_answer_only_when_nothing_else_is(house: Store) -> None:
    """They are found, and refused as leading nowhere."""
    found = routing.find(house.read(), "mercadillo", at=MONDAY)
    assert routing.decide(found, at=MONDAY).refusals == ("route.nowhere",)


@pytest.mark.parametrize("text", ["", "   ", "xyzzyqwv", '" OR *', "Luis Gómez"])
def test_an_unknown_need_is_told(house: Store, text) -> None:
    """Also a person without an office."""
    with pytest.raises(UserError, match=r"route\.unknown_need") as told:
        routing.find(house.read(), text, at=MONDAY)
    assert sentence(told.value, "es")


def test_the_answer_in_json_says_all_that_the_desk_shows(house: Store) -> None:
    """Instants carry the offset of the office."""
    found = routing.find(house.read(), "alta padron", at=at("2026-11-23 10:30"))
    answer = routing.as_json(routing.decide(found, at=MONDAY, papers=PAPERS[:1]))
    assert answer["article"] == {"id": "padron", "code": "PAD-1", "title": "Alta en el padrón"}
    first = answer["steps"][0]
    assert first["office"] == {
        "id": "reg",
        "code": "REG",
        "name": "Registro",
        "floor": "1",
        "room": "3",
    }
    assert (first["text"], first["open"], first["until"], first["opens_at"]) == (
        "Entrega la solicitud", True, "2026-11-23T14:00:00+01:00", None,
    )  # fmt: skip
    assert (answer["can_issue"], answer["reasons"]) == (False, ["route.papers"])
    assert first["missing"] == [PAPERS[1]]
    assert (answer["cost"], answer["term"], answer["resolve_at_desk"]) == (
        "12.50",
        "10 días",
        "Hasta 20 EUR",
    )


def test_the_json_of_unknown_hours_and_of_no_office_is_no_promise(house: Store) -> None:
    """Null is not true; an office that is not there is null."""
    dark = routing.as_json(
        routing.decide(routing.need(house.read(), "archivo", at=MONDAY), at=MONDAY)
    )
    assert (dark["steps"][0]["open"], dark["steps"][0]["reason"]) == (None, "unknown")
    lost = routing.as_json(routing.decide(routing.need(house.read(), "bici", at=MONDAY), at=MONDAY))
    assert (lost["steps"][0]["office"], lost["steps"][0]["open"]) == (None, False)
