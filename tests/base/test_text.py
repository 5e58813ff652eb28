"""Text: folded to compare, cleaned to store, never otherwise changed."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.base.text import clean, fold, line

anything = st.text(st.characters(exclude_categories=()))  # with lone surrogates


def test_folding_forgives_accents_and_case() -> None:
    """What people leave out when they type makes no difference."""
    assert fold("AÑO") == fold("ano")
    assert fold("Atención Ciudadana") == "atencion ciudadana"
    assert fold("plain ASCII") == "plain ascii"


@given(anything)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    """Clean text is composed, free of control characters, and stays as it is."""
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode("utf-8").decode("utf-8") == once
    assert not {c for c in once if unicodedata.category(c) in ("Cc", "Cs")} - {"\n", "\t"}


@given(anything)
def test_a_line_is_one_line(text: str) -> None:
    """No line break and no doubled blank survives, and cutting it again changes nothing."""
    one = line(text)
    assert len(one.splitlines()) <= 1
    assert "  " not in one
    assert one == one.strip() == line(one)


def test_line_ends_become_one_kind() -> None:
    """Files of Windows and of old Macs read like any other."""
    assert clean("a\r\nb\rc\n") == "a\nb\nc\n"


def test_html_is_text() -> None:
    """Markup that people paste is kept as they pasted it; only the screen decides what it shows."""
    pasted = "<script>alert('x')</script> & <b>bold</b>"
    assert clean(pasted) == pasted
