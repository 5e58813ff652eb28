"""Whatever is written in an article, every shape that claims it brings it back; so does an undo."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from frontdesk.core import imports, offices
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.exchange import exporting, importing, text_folders
from frontdesk.exchange.text_folders import ENDINGS
from frontdesk.store.store import Store
from tests.helpers.desks import NOW, copied

EXAMPLES = 10
SEEN = (Phase.explicit, Phase.generate)  # a failing example of many fields shrinks for minutes
OFFICES = [Office("o1", "REG", "Registry"), Office("o2", "", "Treasury")]
ANY = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=30)
# What Markdown has no meaning for; the rest is a text's own business.
PLAIN = st.text(st.sampled_from("abcñé 019.,;:()¿?\"'/%€-"), max_size=30)
DAYS = st.sampled_from(["", "2026-01-01", "2027-12-31"])


def article_of(text: st.SearchStrategy[str]) -> st.SearchStrategy[Article]:
    """Articles whose texts are of some kind."""
    return st.builds(
        Article, title=text.map(lambda t: f"T {t}"), code=text, say=text, who=text, term=text,
        body=text.map(lambda t: f"Body {t}\n\nmore {t}"), legal_basis=text, keywords=text,
        authority=text, valid_to=DAYS, owner=text, cost=st.sampled_from(["", "0", "12.50", "1250"]),
        currency=st.sampled_from(["", "EUR"]), state=st.sampled_from(articles.STATES),
        kind=st.sampled_from(articles.KINDS),
        requirements=st.lists(text.map(lambda t: f"R {t}"), max_size=3).map(tuple),
        steps=st.lists(
            st.tuples(st.sampled_from(["o1", "o2"]), text.map(lambda t: f"S {t}"),
                      st.one_of(st.none(), st.integers(0, 99))).map(lambda told: Step(*told)),
            max_size=1).map(tuple),
    )  # fmt: skip


def house(template: Path, folder: Path, found: Sequence[Article] = ()) -> Store:
    """A desk with two offices and some articles, each with an id and a code of its own."""
    store = Store(copied(template, folder))
    numbered = [
        articles.checked(_numbered(article, number)) for number, article in enumerate(found)
    ]
    with store.write() as tx:
        offices.put_many(tx, OFFICES, now=NOW)
        articles.put_many(tx, numbered, now=NOW)
    return store


def _numbered(article: Article, number: int) -> Article:
    return replace(article, id=f"a{number}", code=f"C{number} {article.code}".strip())


def taken_in(store: Store, file: Path) -> list[Article]:
    """All articles after an import that refuses none."""
    plan = importing.judge(store, "articles", file)
    assert [(row.line, row.error) for row in plan.refused] == []
    importing.apply(store, plan, now=NOW)
    return list(articles.every(store.read()))


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx", "ods"])
@settings(max_examples=EXAMPLES, phases=SEEN)
@given(found=st.lists(article_of(ANY), min_size=1, max_size=4))
def test_any_article_comes_back_from_a_table(
    template: Path, form: str, found: list[Article]
) -> None:
    """Into an empty desk, field by field."""
    with tempfile.TemporaryDirectory() as place:
        here = house(template, Path(place) / "here", found)
        file = Path(place) / f"out.{form}"
        exporting.write(here.read(), "articles", file, now=NOW)
        there = house(template, Path(place) / "there")
        assert taken_in(there, file) == list(articles.every(here.read()))
        again = importing.judge(here, "articles", file)
        assert {row.state for row in again.rows} == {"same"}


@pytest.mark.parametrize("form", exporting.TEXTS)
@settings(max_examples=5, phases=SEEN)
@given(found=st.lists(article_of(PLAIN), min_size=1, max_size=4))
def test_any_plain_article_comes_back_from_a_text(
    template: Path, form: str, found: list[Article]
) -> None:
    """All its fields; its text word for word."""
    with tempfile.TemporaryDirectory() as place:
        here = house(template, Path(place) / "here", found)
        folder = Path(place) / "out"
        exporting.write(here.read(), "articles", folder, form=form, now=NOW)
        back = {a.id: a for a in taken_in(house(template, Path(place) / "there"), folder)}
        for article in articles.every(here.read()):
            assert _worded(back[article.id]) == _worded(article)


def _worded(article: Article) -> tuple[object, ...]:
    """An article with its text as a sequence of words."""
    words = article.body.replace("\\", "").split()
    return (*astuple(replace(article, body="")), tuple(words))


def test_a_text_is_what_its_form_says(tmp_path: Path) -> None:
    """Lists, tables, links and emphasis are those of the format, and a name is nobody else's."""
    body = "Go **there**:\n\n- one\n- [two](https://example.org)\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    row = {"title": "Permit", "body": body, "code": "", "lang": "en"}
    for form, ending in ENDINGS.items():
        assert text_folders.write(tmp_path / form, [row, row], form) == 2
        assert {f.name for f in (tmp_path / form).iterdir()} == {
            f"permit{ending}", f"permit-2{ending}",
        }  # fmt: skip
    page = (tmp_path / "html" / "permit.html").read_text()
    assert all(part in page for part in ("<h1>Permit</h1>", "<li>one</li>", "<td>1</td>"))


@settings(max_examples=EXAMPLES, phases=SEEN)
@given(
    before=st.lists(article_of(ANY), max_size=4),
    brought=st.lists(article_of(ANY), min_size=1, max_size=4),
)
def test_an_import_that_is_taken_back_was_never_there(
    template: Path, before: list[Article], brought: list[Article]
) -> None:
    """New rows are gone, changed ones are as they were, whatever was in them."""
    with tempfile.TemporaryDirectory() as place:
        other = house(template, Path(place) / "other", brought)
        file = Path(place) / "out.jsonl"
        exporting.write(other.read(), "articles", file, now=NOW)
        here = house(template, Path(place) / "here", before)
        held = list(articles.every(here.read()))
        done = importing.apply(here, importing.judge(here, "articles", file), now=NOW)
        if done.batch:
            with here.write() as tx:
                assert imports.undo(tx, done.batch, now=NOW).kept == ()
        assert list(articles.every(here.read())) == held
