"""What hurried fingers type, and what is found all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from frontdesk.core.search import Found, put
from frontdesk.store.store import Store
from tests.core.search.conftest import doc

First = Callable[[str], str]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("certificado de nacimiento", "birth"),
        ("NACIMIENTO certificados", "birth"),
        ("nacimineto", "birth"),
        ("sertificado nasimiento", "birth"),
        ("cert nac", "birth"),
        ("certificadonacimiento", "birth"),
        ("nacim", "birth"),
        ("nacido", "birth"),
        ("birth certificate", "birth"),
        ("partida de nacimiento", "birth"),
        ("lic2", "licence"),
        ("LIC 2", "licence"),
        ("lic-2", "licence"),
        ("qué necesito para una obra en casa", "licence"),
        ("permiso de construcción", "licence"),
        ("venta ambulnte", "market"),
        ("benta anbulante", "market"),
        ("vender en la calle", "market"),
        ("merca dillo", "market"),
        ("recurrir una multa", "fine"),
        ("me han puesto una multa y no estoy de acuerdo", "fine"),
        ("quejarse", "complain"),
        ("reclamo", "complain"),
        ("nacimietos", "birth"),
        ("recurso de trafioc", "fine"),
        ("complaint", "complain"),
        ("renovar brevete", "driving"),
        ("carnet de manejo", "driving"),
        ("renew driving license", "driving"),
        ("skimmed milk", "cream"),
        ("10146", "cream"),
        ("remolque", "towing"),
        ("nunez ana", "ana"),
        ("Núñez", "ana"),
        ("a7", "ana"),
        ("p-1", "registry"),
    ],
)
def test_it_finds_what_was_meant(first: First, text: str, wanted: str) -> None:
    """Accents, forms, order, errors, sounds, joined and split words, synonyms, either language."""
    assert first(text) == wanted


def test_each_further_letter_keeps_the_hit(first: First) -> None:
    """While a word is typed its beginning is enough, from the third letter on."""
    title = "multas de trafico"
    assert {first(title[:length]) for length in range(3, len(title) + 1)} == {"fine"}


def test_a_last_word_that_fits_nothing_is_taken_for_an_error(first: First) -> None:
    """Though another title has a word with this very beginning ("condensada")."""
    assert first("licencia conde") == "driving"


def test_a_beginning_that_only_a_text_has_is_found(first: First) -> None:
    """From its fourth letter on, as long as no title has such a word."""
    assert [first(text) for text in ("juev", "jueve", "puestos juev")] == ["market"] * 3


@pytest.mark.parametrize(
    ("text", "wanted", "reason"),
    [
        ("LIC2", "licence", "code"),
        ("registro civil", "registry", "title"),
        ("nacimient", "birth", "prefix"),
        ("nacimietno", "birth", "typo"),
        ("reclamo", "complain", "synonym"),
        ("hoja", "complain", "keyword"),
        ("jueves", "market", "body"),
    ],
)
def test_a_hit_says_why_it_is_there(
    ask: Callable[[str], Found], text: str, wanted: str, reason: str
) -> None:
    """So that the list can show it: code, title, prefix, typo, synonym, keyword or text."""
    hit = ask(text).hits[0]
    assert (hit.id, hit.reason) == (wanted, reason)


def test_what_matches_in_the_title_is_marked(ask: Callable[[str], Found]) -> None:
    """Runs are places in the title as it is shown, accents and all."""
    hit = ask("recurso trafico").hits[0]
    assert [hit.title[at : at + length] for at, length in hit.runs] == ["tráfico", "recurso"]


def test_an_outdated_article_stands_behind_a_valid_one(ask: Callable[[str], Found]) -> None:
    """It is found all the same: somebody may ask about last year."""
    assert [hit.id for hit in ask("abono piscina").hits] == ["pool26", "pool"]


def test_not_even_its_own_title_brings_an_outdated_article_to_the_front(
    ask: Callable[[str], Found], stocked: Store
) -> None:
    """Last year's answer is not on screen by itself; it says that it does not hold. Its code still
    names it, and tomorrow's news does not hold yet.
    """
    with stocked.write() as tx:
        last_year = {"code": "ABO-1", "valid_to": "2026-11-22"}
        put(
            tx, [doc("old", "Abono de verano", **last_year), doc("summer", "Abono de verano joven")]
        )
        put(tx, [doc("new", "Abono de invierno", valid_from="2026-11-24")])
    hits = ask("abono de verano").hits
    assert [(hit.id, hit.holds, hit.is_exact) for hit in hits][:2] == [
        ("summer", True, False), ("old", False, False)
    ]  # fmt: skip
    assert next((hit.id, hit.holds) for hit in ask("abo-1").hits) == ("old", False)
    assert {hit.id: hit.holds for hit in ask("abono").hits} == {
        "pool26": True, "summer": True, "pool": False, "old": False, "new": False
    }  # fmt: skip


def test_an_exact_name_stands_before_everything(ask: Callable[[str], Found]) -> None:
    """The office called "Registro civil" before the article whose text speaks of it."""
    assert [hit.id for hit in ask("registro civil").hits][:2] == ["registry", "birth"]


def test_nothing_found_names_the_nearest_words(ask: Callable[[str], Found]) -> None:
    """What was understood and what may have been meant, for one more key."""
    found = ask("ambulamtte")
    assert "ambulante" in found.near
    assert ask("qwxzy").hits == ()
    assert ask("qwxzy").understood == ()


def test_an_empty_text_finds_nothing(ask: Callable[[str], Found]) -> None:
    """Nor do signs alone; what an empty box shows is not the engine's to say."""
    assert [ask(text).hits for text in ("", "  ", "?!", "\x00")] == [(), (), (), ()]
