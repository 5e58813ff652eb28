"""Spelling: doubts few words that are right, knows the house's own, proposes what was meant."""

from __future__ import annotations

import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

from frontdesk.core import people, spelling
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.people import Person
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

PAIRS = Path(__file__).parent / "complaints" / "repeats_pairs.toml"


def doubted(store: Store, text: str, lang: str = "es") -> list[str]:
    """The doubtful words of a text."""
    words = [found[0] for found in spelling.in_text(text)]
    found = spelling.doubtful(store.read(), words, lang)
    return [word for word in words if word in found]


@pytest.mark.parametrize(
    "text",
    [
        "No puede ser: me dijeron que viniera y estuve esperando dos horas",
        "Pidieron tres veces el mismo papel y nadie supo decírmelo",
        "Las obras empiezan antes de las siete y duermen los niños",
        "Devuélvanme lo que pagué; hubiéramos preferido irnos",
        "El autobús no paró",
        "Traduje, conduje y produjeron; tendríamos que haberlo hecho",
    ],
)
def test_forms_of_verbs_are_no_mistakes(store: Store, text: str) -> None:
    """The word list knows the verbs alone; forms are led back to them."""
    assert doubted(store, text) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("recivo", "recibo"), ("telefno", "teléfono"), ("atendion", "atención"), ("qeja", "queja"),
     ("facturra", "factura"), ("Facturra", "Factura")],
)  # fmt: skip
def test_what_was_meant_is_proposed(store: Store, typed: str, meant: str) -> None:
    """Among the first five, with a capital where one was typed."""
    assert doubted(store, f"{typed} mal") == [typed]
    assert meant in spelling.suggestions(store.read(), typed, "es")


def test_english_has_its_own_list(store: Store) -> None:
    """A word is judged in the language that is written."""
    assert doubted(store, "the neighbour's complaint was not answered", "en") == []
    assert doubted(store, "my complaimt", "en") == ["complaimt"]
    assert "complaint" in spelling.suggestions(store.read(), "complaimt", "en")


def test_the_house_and_its_people_are_never_doubted(store: Store) -> None:
    """What articles are written of, the people's names, and what somebody added."""
    text = "el perlizador de zurbarandia con glimpfort"
    assert doubted(store, text) == ["perlizador", "zurbarandia", "glimpfort"]
    with store.write() as tx:
        article = Article("Perlizador gratis", id="a-1", body="Cada año uno")
        articles.put_many(tx, [articles.checked(article)], now=NOW)
        people.put_many(tx, [Person("p-1", "P", "Ana Zurbarandia")], now=NOW)
        spelling.add(tx, "Glimpfort", now=NOW)
        spelling.add(tx, "Glimpfort", now=NOW)
    assert doubted(store, text) == []
    assert spelling.added(store.read()) == ["Glimpfort"]
    assert spelling.suggestions(store.read(), "glimfort", "es")[0] == "Glimpfort"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vino Xyzzya a las 10", ["Vino", "a", "las"]),
        ("Xyzzya vino. Yzxxa no", ["Xyzzya", "vino", "Yzxxa", "no"]),
        ("el DNI abc123 de ana@xyz.es", ["el", "de"]),
        ("¿Qeja? 🙂 mal", ["Qeja", "mal"]),
        ("", []),
    ],
)
def test_names_and_codes_are_not_looked_at(text: str, words: list[str]) -> None:
    """A capital inside a sentence is a name; what has digits or signs in it is none of ours."""
    assert [found[0] for found in spelling.in_text(text)] == words


def test_few_words_that_are_right_are_doubted(store: Store) -> None:
    """Of real complaints fewer than one word in a hundred, before the house knows any."""
    told = tomllib.loads(PAIRS.read_text(encoding="utf-8"))
    text = "\n".join(re.findall(r"'([^']{20,})'", repr(told)))
    words = [found[0] for found in spelling.in_text(text)]
    assert len(words) > 2_000
    assert len(doubted(store, text)) < len(words) / 100


def test_without_the_lists_nothing_is_doubted(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program without the package works on without a spelling."""
    spelling._lexicon.cache_clear()  # noqa: SLF001 - as in a program that has just started
    monkeypatch.setattr(spelling, "find_spec", lambda _name: None)
    assert doubted(store, "recivo") == []
    assert spelling.suggestions(store.read(), "recivo", "es") == []
    spelling._lexicon.cache_clear()  # noqa: SLF001 - or no other test would have them
    assert find_spec("spellchecker") is not None
