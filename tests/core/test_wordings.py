"""An office's own words on papers: validated for their gaps, used at once, taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import wordings
from frontdesk.exchange import paper
from frontdesk.store.store import Store
from tests.helpers.desks import NOW


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    """No test leaves its words to the next."""
    yield
    paper.adopt({})


def test_an_own_text_stands_on_papers_and_goes_back(store: Store) -> None:
    """Of one language only; the others and the rest of the paper stay as they are shipped."""
    with store.write() as tx:
        saved = wordings.save(tx, "es", "receipt.title", "  Resguardo  de {x} ".replace("{x}", "x"),
                              now=NOW)  # fmt: skip
    assert saved.used == "Resguardo de x"
    paper.adopt(wordings.own(store.read()))
    assert paper.words_of("es")["receipt"]["title"] == "Resguardo de x"
    assert paper.words_of("es")["receipt"]["folio"] == "Número de registro"
    assert paper.words_of("en")["receipt"]["title"] == "Receipt"
    with store.write() as tx:
        wordings.clear(tx, "es", "receipt.title", now=NOW)
    paper.adopt(wordings.own(store.read()))
    assert paper.words_of("es")["receipt"]["title"] == "Justificante"


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "wording.empty"), ("   ", "wording.empty"), ("El {day} de {dia}", "wording.gap"),
     ("El {day", "wording.braces"), ("El {0}", "wording.gap"), ("x" * 601, "wording.long"),
     ("El {day.year}", "wording.gap"), ("El {}", "wording.gap")],
)  # fmt: skip
def test_what_a_paper_could_not_fill_is_refused(store: Store, text: str, code: str) -> None:
    """Beside the text; the one in use stays."""
    with pytest.raises(UserError) as refused, store.write() as tx:
        wordings.save(tx, "es", "letter.opening", text, now=NOW)
    assert (refused.value.code, refused.value.details["field"]) == (code, "text")
    assert wordings.own(store.read()) == {}


@pytest.mark.parametrize("name", ["day.long", "letter.nothing", "letter", "", "nothing.at"])
def test_only_texts_that_there_are_can_be_changed(store: Store, name: str) -> None:
    """How days are written is of the language, not of the office."""
    with pytest.raises(UserError) as refused, store.write() as tx:
        wordings.save(tx, "es", name, "x", now=NOW)
    assert refused.value.code == "wording.unknown"


def test_the_shipped_text_itself_is_no_text_of_ones_own(store: Store) -> None:
    """So that a later version of the program brings its better words."""
    shipped = wordings.shipped("es")["letter"]["opening"]
    with store.write() as tx:
        wordings.save(tx, "es", "letter.opening", "Recibimos su {kind}.", now=NOW)
        wordings.save(tx, "es", "letter.opening", shipped, now=NOW)
    assert wordings.own(store.read()) == {}
    kinds = [kind for (kind,) in store.read().execute("SELECT kind FROM event ORDER BY n")]
    assert kinds.count("wording.changed") == 2


def test_every_shipped_text_can_be_saved_as_it_is(store: Store) -> None:
    """The validation refuses nothing that the program itself says."""
    with store.write() as tx:
        for text in wordings.every(tx.db):
            wordings.save(tx, text.lang, text.name, text.shipped, now=NOW)
    assert wordings.own(store.read()) == {}
