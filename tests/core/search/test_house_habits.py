"""What this desk adds of its own: choices, synonyms, folios."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.core.search import (
    Context,
    chosen,
    forget_choices,
    house_synonyms,
    keep_choices,
    keep_house_synonyms,
    put,
    search,
)
from frontdesk.core.search.choices import MAX_KEPT
from frontdesk.store.store import Store
from tests.core.search.conftest import DAY, doc
from tests.helpers.desks import NOW

CONTEXT = Context("es", DAY)


def ids(store: Store, text: str) -> list[str]:
    """The ids found for a text."""
    return [hit.id for hit in search(store.read(), text, CONTEXT).hits]


def choose(store: Store, text: str, doc_id: str) -> None:
    """Choose an article for a text."""
    with store.write() as tx:
        chosen(tx, text, "article", doc_id, NOW)


def test_two_choices_bring_a_hit_to_the_front(stocked: Store) -> None:
    """For the same words however they are spelled; one choice may be a slip of the finger."""
    assert ids(stocked, "licencia")[0] != "market"
    choose(stocked, "Licencia", "market")
    assert "market" not in ids(stocked, "licencia")[:1]
    choose(stocked, "licencia ", "market")
    hit = search(stocked.read(), "LICENCIA", CONTEXT).hits[0]
    assert (hit.id, hit.reason) == ("market", "chosen")
    assert ids(stocked, "licencia obra")[0] == "licence"


def test_choices_can_be_forgotten(stocked: Store) -> None:
    """All of them, by one action."""
    for _ in range(2):
        choose(stocked, "licencia", "market")
    with stocked.write() as tx:
        kept = forget_choices(tx, now=NOW)
    assert "market" not in ids(stocked, "licencia")
    choose(stocked, "licencia", "market")
    with stocked.write() as tx:
        keep_choices(tx, kept, now=NOW)
    assert ids(stocked, "licencia")[0] == "market"


def test_an_exact_code_stays_before_a_habit(stocked: Store) -> None:
    """Who types a code wants that."""
    for _ in range(3):
        choose(stocked, "lic2", "market")
    assert ids(stocked, "lic2")[:2] == ["licence", "market"]


def test_a_choice_that_is_gone_is_not_shown(stocked: Store) -> None:
    """Nor does it raise."""
    for _ in range(2):
        choose(stocked, "licencia", "long gone")
    assert "long gone" not in ids(stocked, "licencia")


def test_the_memory_of_choices_stays_small(stocked: Store) -> None:
    """The oldest go first."""
    with stocked.write() as tx:
        for n in range(MAX_KEPT + 5):
            chosen(tx, f"licencia {n}", "article", "market", NOW + timedelta(seconds=n))
        chosen(tx, "?!", "article", "market", NOW)
    rows = stocked.read().execute("SELECT count(*), min(query) FROM search_choice").fetchone()
    assert rows == (MAX_KEPT, "licencia 10")


def test_the_house_teaches_its_own_words(stocked: Store) -> None:
    """Without a rebuild, and they can be taken back."""
    assert ids(stocked, "chiringuito") == []
    with stocked.write() as tx:
        keep_house_synonyms(tx, ["chiringuito, venta ambulante", " ", "tocho > plano"])
    assert house_synonyms(stocked.read()) == ["chiringuito, venta ambulante", "tocho > plano"]
    assert ids(stocked, "chiringuito")[0] == "market"
    with stocked.write() as tx:
        keep_house_synonyms(tx, [])
    assert ids(stocked, "chiringuito") == []


def test_a_word_that_leads_only_one_way(stocked: Store) -> None:
    """The new word finds the market; the old one does not find the bar."""
    with stocked.write() as tx:
        keep_house_synonyms(tx, ["chiringuito > ambulante"])
        put(tx, [doc("bar", "Chiringuito de la playa")])
    assert ids(stocked, "chiringuito")[:2] == ["bar", "market"]
    assert "bar" not in ids(stocked, "ambulante")


@pytest.mark.parametrize("text", ["CEN-1-2026-0012", "cen-1-2026-0012", "0012", "2026-0012"])
def test_a_folio_is_found_whole_or_by_its_end(stocked: Store, text: str) -> None:
    """Before anything else that has these signs."""
    with stocked.write() as tx:
        columns = tx.db.execute("PRAGMA table_info(complaint)").fetchall()
        empty = {name: 0 if kind == "INTEGER" else "" for _, name, kind, *_ in columns}
        for folio in ("CEN-1-2026-0012", "CEN-1-2026-0013"):
            row = empty | {"id": f"id {folio}", "folio": folio}
            marks = ",".join("?" * len(row))
            tx.db.execute(f"INSERT INTO complaint VALUES({marks})", list(row.values()))
        put(tx, [doc("code", "Padrón 0012")])
    hit = search(stocked.read(), text, CONTEXT).hits[0]
    assert (hit.noun, hit.code, hit.reason) == ("complaint", "CEN-1-2026-0012", "folio")
    shown = hit.title[hit.runs[0][0] :]
    assert shown == text.upper()
