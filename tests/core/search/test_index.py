"""The index in step with its nouns: put, replace, drop, rebuild."""

from __future__ import annotations

import sqlite3
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.base.errors import UserError
from frontdesk.core.search import Context, Doc, drop, put, rebuild, search
from frontdesk.store.store import Store, Tx
from tests.core.search.conftest import DAY, KNOWLEDGE, doc

WORDS = ("agua", "alta", "baja", "recibo", "multas", "licencia", "obra", "water", "lic-2", "ñandú")
texts = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
docs = st.builds(
    lambda n, title, keywords, body, lang: doc(
        f"d{n}", title or "sin nombre", keywords=keywords, body=body, lang=lang
    ),
    st.integers(0, 6), texts, texts, texts, st.sampled_from(["es", "en"]),
)  # fmt: skip
changes = st.lists(st.one_of(docs, st.integers(0, 6)), max_size=20)
kept = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def answers(db: sqlite3.Connection) -> list[tuple[str, ...]]:
    """The ids found for each word and some pairs."""
    asked = [*WORDS, *(f"{one} {two}" for one, two in pairwise(WORDS)), "lic"]
    context = Context("es", DAY)
    return [tuple(hit.id for hit in search(db, text, context, 50).hits) for text in asked]


def vocabulary(db: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    """All that the index knows of words."""
    return [
        db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
        for table in ("search_word", "search_stem", "search_body_word")
    ]


def emptied(store: Store) -> Store:
    """The desk without documents."""
    with store.write() as tx:
        rebuild(tx, [])
    return store


@kept
@given(changes)
def test_an_index_kept_in_step_equals_a_fresh_one(store: Store, steps: list[Doc | int]) -> None:
    """After any puts, replacements and drops: the same words, counts and answers as rebuilt."""
    present: dict[str, Doc] = {}
    emptied(store)
    for step in steps:
        with store.write() as tx:
            if isinstance(step, Doc):
                put(tx, [step])
                present[step.id] = step
            else:
                drop(tx, "article", [f"d{step}"])
                present.pop(f"d{step}", None)
    before = vocabulary(store.read()), answers(store.read())
    with store.write() as tx:
        rebuild(tx, present.values())
    assert (vocabulary(store.read()), answers(store.read())) == before


@kept
@given(st.lists(docs, max_size=6, unique_by=lambda one: one.id), docs)
def test_one_more_article_never_removes_a_hit(store: Store, many: list[Doc], one: Doc) -> None:
    """What was found stays found when something unrelated is added."""
    emptied(store)
    with store.write() as tx:
        put(tx, many)
    before = answers(store.read())
    with store.write() as tx:
        put(tx, [one._replace(id="new", title="zzz", keywords="", body="unrelated")])
    after = answers(store.read())
    assert all(set(old) <= set(new) for old, new in zip(before, after, strict=True))


def test_a_replaced_article_is_found_by_its_new_words_only(stocked: Store) -> None:
    """Old words leave no trace, not even in the vocabulary."""
    with stocked.write() as tx:
        put(tx, [doc("market", "Feria del libro")])
    context = Context("es", DAY)
    assert search(stocked.read(), "jueves", context).hits == ()
    assert [hit.id for hit in search(stocked.read(), "feria libro", context).hits][:1] == ["market"]
    known = stocked.read().execute("SELECT 1 FROM search_word WHERE word = 'mercadillo'")
    assert known.fetchone() is None


def test_a_dropped_article_is_gone(stocked: Store) -> None:
    """And dropping what is not there is no error."""
    with stocked.write() as tx:
        drop(tx, "article", ["market", "never was"])
        drop(tx, "office", ["market"])
    assert search(stocked.read(), "ambulante", Context("es", DAY)).hits == ()


def test_the_same_id_twice_in_one_put_keeps_the_last(store: Store) -> None:
    """As the rows of the noun do."""
    with store.write() as tx:
        put(tx, [doc("a", "Primero"), doc("a", "Segundo")])
    found = search(store.read(), "segundo", Context("es", DAY)).hits
    assert [hit.title for hit in found] == ["Segundo"]
    assert search(store.read(), "primero", Context("es", DAY)).hits == ()


def test_the_index_lives_and_dies_with_its_transaction(stocked: Store) -> None:
    """A rollback leaves the index as it was."""
    with pytest.raises(UserError, match=r"person\.nameless"), stocked.write() as tx:
        _put_and_change_mind(tx)
    assert search(stocked.read(), "padron", Context("es", DAY)).hits == ()


def _put_and_change_mind(tx: Tx) -> None:
    put(tx, [doc("new", "Padrón municipal")])
    assert search(tx.db, "padron", Context("es", DAY)).hits[0].id == "new"
    raise UserError("person.nameless")


@pytest.mark.parametrize("one", KNOWLEDGE, ids=lambda one: one.id)
def test_each_is_found_first_by_its_own_code_and_title(stocked: Store, one: Doc) -> None:
    """Whatever else is there."""
    context = Context("es", DAY)
    assert search(stocked.read(), one.title, context).hits[0].id == one.id
    if one.code:
        assert search(stocked.read(), one.code, context).hits[0].id == one.id


def test_full_text_tables_are_sound_after_many_edits(stocked: Store) -> None:
    """SQLite's own check of the index passes."""
    for _ in range(3):
        with stocked.write() as tx:
            put(tx, [one._replace(title=f"{one.title} x") for one in KNOWLEDGE])
    with stocked.write() as tx:
        for table in ("search_title_word", "search_title_stem", "search_body"):
            tx.db.execute(f"INSERT INTO {table}({table}) VALUES('integrity-check')")
