"""Gaps: grouped by meaning, counted by visit, closed by what is done, open again when missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.core import bounces, contacts, gaps, offices, voice
from frontdesk.core.gaps.meaning import Senses, groups
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.routing import issue_slip
from frontdesk.core.search import Context, chosen, house_synonyms, search
from frontdesk.store.store import Actor, Store
from tests.helpers.desks import NOW

SINCE = iso(NOW - timedelta(days=90))
WEDDING = Article("Matrimonio civil", id="a1", say="Con cita.")


def at(minute: int) -> datetime:
    """An instant some minutes after the morning began."""
    return NOW + timedelta(minutes=minute)


def visit(store: Store, minute: int, *entries: tuple[str, str], outcome: str = "not_found") -> None:
    """Somebody comes: what is looked up and chosen for them, in order, and how it ends."""
    with store.write() as tx:
        for what, label in entries:
            ref = "a1" if what == "read" else ""
            contacts.note(tx, what, ref=ref, label=label, now=at(minute))
        contacts.close(tx, outcome=outcome, now=at(minute))


def listed(store: Store) -> list[tuple[str, int, str]]:
    """The gaps: the words asked most, how often, in which state."""
    return [(gap.id, gap.times, gap.state) for gap in gaps.gaps(store.read(), SINCE)]


def looked_up(*words: str) -> list[tuple[str, str]]:
    """Entries for words that were looked up."""
    return [("looked_up", text) for text in words]


@pytest.mark.parametrize(
    "alike",
    [
        ("licencia de obras", "permiso de obra", "permiso obras"),
        ("bodas civiles", "matrimonio civil", "casarse por lo civil"),
        ("empadronamiento", "empadronarme", "empadronamieto", "¿Cómo me empadrono?"),
        ("recogida muebles", "recogida de muebles viejos", "recojida de muebles"),
        ("carnet de conducir", "permiso de conducir"),
        ("perro perdido", "he perdido mi perro"),
    ],
)
def test_questions_that_ask_the_same_are_one_group(alike: tuple[str, ...]) -> None:
    """By stem, synonym, order and spelling; beside others that are not alike."""
    others = ("licencia", "wifi", "horario de la piscina", "corte de agua")
    found = groups(dict.fromkeys((*others, *alike), 1), Senses())
    assert set(alike) in [set(group) for group in found]
    assert len(found) == 1 + len(others)


def test_the_houses_own_synonyms_bring_questions_together() -> None:
    """As soon as a line says that two words mean the same."""
    asked = dict.fromkeys(("chivatazo", "denuncia"), 1)
    assert len(groups(asked, Senses())) == 2
    assert len(groups(asked, Senses(["chivatazo, denuncia"]))) == 1


@given(st.dictionaries(st.text("abco ñ1", min_size=1, max_size=12), st.integers(0, 5), max_size=12))
def test_each_question_is_in_one_group(asked: dict[str, int]) -> None:
    """None is lost, none is counted twice, and the order of asking makes no difference."""
    senses = Senses()
    found = groups(asked, senses)
    assert sorted(text for group in found for text in group) == sorted(asked)
    assert groups(dict(reversed(asked.items())), senses) == found


def test_a_search_for_which_nothing_was_chosen_is_a_gap(store: Store) -> None:
    """What was read, answered or only typed on is none."""
    visit(store, 0, *looked_up("bodas civiles"))
    visit(store, 1, *looked_up("casarse por lo civil"), ("read", "Matrimonio civil"))
    visit(store, 2, *looked_up("empad", "empadronamiento"))
    visit(store, 3, *looked_up("la oficina de aguas"), outcome="answered")
    assert listed(store) == [("empadronamiento", 1, "open"), ("bodas civiles", 1, "open")]


def test_what_this_desk_chose_for_the_same_words_is_no_gap(store: Store) -> None:
    """An office leaves no entry in the visit; the habit of the box tells that it answered."""
    visit(store, 0, *looked_up("tesorería"), outcome="routed")
    assert listed(store) == [("tesorería", 1, "open")]
    with store.write() as tx:
        chosen(tx, "Tesorería", "office", "o1", at(0))
    assert listed(store) == []


def test_all_marks_of_the_desk_count_beside_searches(store: Store) -> None:
    """F8, F7, an answer of no help and a wrong office, each by its kind; a visit counts once."""
    with store.write() as tx:
        articles.save(tx, WEDDING, now=NOW)
        contacts.note(tx, "looked_up", label="bodas civiles", now=NOW)
        voice.not_found(tx, "bodas civiles", now=NOW)
        contacts.close(tx, now=NOW)
        voice.customer_told(tx, "Las bodas civiles son los viernes", at_desk=False, now=at(1))
        voice.not_helped(tx, "a1", "boda civil", at_desk=False, now=at(2))
        offices.put_many(tx, [Office("o1", "REG", "Registry", hours="24/7")], now=NOW)
        offices.serve(tx, [("a1", "o1")])
        slip = issue_slip(tx, "a1", "o1", at_desk=False, now=at(3))
        bounces.mark(tx, "wrong_office", slip.id, why="other_office", now=at(4))
    found = gaps.gaps(store.read(), SINCE)
    by_kind = {kind: n for gap in found for kind, n in gap.counts.items()}
    assert by_kind == {"not_found": 1, "customer_told": 1, "not_helped": 1, "wrong_office": 1}
    wedding = found[0]
    assert (wedding.times, wedding.article_id, wedding.last_at[14:16]) == (4, "a1", "34")
    assert len(wedding.cases) == 4


def test_what_is_marked_on_purpose_comes_before_what_was_only_left(store: Store) -> None:
    """Three searches are as much as one F8; the latest first among equals."""
    for minute in range(2):
        visit(store, minute, *looked_up("wifi gratis"))
    with store.write() as tx:
        voice.not_found(tx, "perro perdido", at_desk=False, now=NOW)
    visit(store, 9, *looked_up("horario piscina"))
    assert [words for words, *_ in listed(store)] == [
        "perro perdido", "wifi gratis", "horario piscina"
    ]  # fmt: skip


def test_a_gap_closes_when_its_words_are_found_and_chosen(store: Store) -> None:
    """In hand while the article is written, answered once it is chosen, open again when missed."""
    visit(store, 0, *looked_up("bodas civiles"))
    visit(store, 1, *looked_up("boda civil"))
    with store.write() as tx:
        closing = gaps.write(tx, ["bodas civiles", "boda civil"], 2, now=at(2))
    draft = articles.get(store.read(), closing.article_id)
    assert draft
    assert (draft.title, draft.keywords, draft.state) == ("Bodas civiles", "boda civil", "draft")
    assert listed(store) == [("boda civil", 2, "in_hand")]
    with store.write() as tx:
        articles.save(tx, replace(draft, say="Con cita.", state="published"), now=at(2))
    assert listed(store) == [("boda civil", 2, "quiet")]
    visit(store, 3, *looked_up("bodas civiles"), ("read", "Matrimonio civil"))
    [gap] = gaps.gaps(store.read(), SINCE)
    assert (gap.state, gap.closing, gap.after, gap.chosen) == ("answered", closing, 0, 1)
    visit(store, 4, *looked_up("bodas civiles"))
    [gap] = gaps.gaps(store.read(), SINCE)
    assert (gap.state, gap.times, gap.after, gap.chosen) == ("open", 1, 1, 1)


def test_a_synonym_leads_from_the_visitors_word_to_the_houses(store: Store) -> None:
    """The search finds the article at once; taking it back takes the line along."""
    with store.write() as tx:
        articles.save(tx, WEDDING, now=NOW)
    visit(store, 0, *looked_up("pasar por el altar, tal vez"))
    with store.write() as tx:
        closing = gaps.add_synonym(tx, ["altar"], "matrimonio", 1, now=at(1))
    hits = search(store.read(), "altar", Context("es", "2026-11-23"), 5).hits
    assert [hit.id for hit in hits] == ["a1"]
    with store.write() as tx:
        gaps.withdraw(tx, closing.id, now=at(2))
    assert house_synonyms(store.read()) == []
    assert search(store.read(), "altar", Context("es", "2026-11-23"), 5).hits == ()
    with store.write() as tx, pytest.raises(UserError, match=r"gap\.no_synonym"):
        gaps.add_synonym(tx, ["altar"], " ", 1, now=at(3))


def test_a_linked_article_is_found_by_the_words_of_the_gap(store: Store) -> None:
    """They become its keywords, none of them twice."""
    with store.write() as tx:
        articles.save(tx, WEDDING, now=NOW)
        gaps.link(tx, ["pasar por el altar", "civil", "Altar, altar"], "a1", 2, now=at(1))
        gaps.link(tx, ["pasar por el altar"], "a1", 2, now=at(2))
    hits = search(store.read(), "pasar por el altar", Context("es", "2026-11-23"), 5).hits
    assert [hit.id for hit in hits] == ["a1"]
    stored = articles.get(store.read(), "a1")
    assert stored
    assert stored.keywords == "pasar por el altar, Altar altar"
    with store.write() as tx, pytest.raises(UserError, match=r"article\.unknown"):
        gaps.link(tx, ["altar"], "nobody", 1, now=at(3))


def test_a_dismissed_gap_has_a_reason_and_comes_back_when_asked_again(store: Store) -> None:
    """And when the dismissal is taken back."""
    visit(store, 0, *looked_up("fútbol"))
    with store.write() as tx, pytest.raises(UserError, match=r"gap\.no_reason"):
        gaps.dismiss(tx, ["fútbol"], "", 1, now=at(1))
    with store.write() as tx:
        closing = gaps.dismiss(tx, ["fútbol"], "No es nuestro", 1, now=at(1))
    assert listed(store) == [("fútbol", 1, "dismissed")]
    with store.write() as tx:
        gaps.withdraw(tx, closing.id, now=at(2))
    assert listed(store) == [("fútbol", 1, "open")]
    with store.write() as tx:
        gaps.dismiss(tx, ["fútbol"], "No es nuestro", 1, now=at(3))
    visit(store, 4, *looked_up("futbol"))
    assert listed(store) == [("futbol", 1, "open")]


def test_only_leads_close_a_gap(store: Store) -> None:
    """A receptionist makes them known; words are needed to close one."""
    store.actor = Actor("eva", "receptionist")
    with store.write() as tx, pytest.raises(UserError, match=r"role\.needed"):
        gaps.write(tx, ["fútbol"], 1, now=NOW)
    store.actor = Actor("ana", "admin")
    with store.write() as tx, pytest.raises(UserError, match=r"gap\.no_query"):
        gaps.write(tx, ["¿?"], 1, now=NOW)
    with store.write() as tx, pytest.raises(UserError, match=r"gap\.no_closing"):
        gaps.withdraw(tx, "nobody", now=NOW)
    with store.write() as tx, pytest.raises(UserError, match=r"article\.unknown"):
        voice.not_helped(tx, "nobody", now=NOW)
