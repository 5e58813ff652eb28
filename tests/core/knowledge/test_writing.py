"""How a text reads: syllables as they are spoken, formulas as they were published."""

from __future__ import annotations

import pytest

from frontdesk.core.knowledge import writing


@pytest.mark.parametrize(
    ("word", "count"),
    [("casa", 2), ("agua", 2), ("guía", 2), ("día", 2), ("queso", 2), ("guerra", 2),
     ("pingüino", 3), ("empadronamiento", 6), ("cédula", 3), ("ley", 1), ("aéreo", 4),
     ("país", 2), ("caer", 2), ("ciudad", 2), ("trámite", 3), ("y", 1), ("ayuntamiento", 5),
     ("construcción", 3), ("oír", 2), ("reúne", 3), ("vehículo", 4), ("25.000", 5)],
)  # fmt: skip
def test_spanish_syllables(word: str, count: int) -> None:
    """Diphthongs are one, a stressed weak vowel parts them, the u of que is silent."""
    assert writing.syllables(word, "es") == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("office", 2), ("people", 2), ("table", 2), ("requirement", 3), ("needed", 2),
     ("walked", 1), ("water", 2), ("receptionist", 4), ("science", 2), ("idea", 3), ("taxes", 2),
     ("places", 2), ("certificate", 4), ("hours", 1), ("nation", 2), ("create", 2), ("issued", 2)],
)  # fmt: skip
def test_english_syllables(word: str, count: int) -> None:
    """Silent endings are not counted, vowels that meet and both sound are."""
    assert writing.syllables(word, "en") == count


def test_perspicuity_is_that_of_szigriszt() -> None:
    """Ten words, fifteen syllables, two sentences: 206.835 - 62.3 * 1.5 - 5."""
    ease = writing.ease("Traiga su cédula. Se la damos hoy y no paga.", "es")
    assert ease
    assert (ease.words, ease.sentences) == (10, 2)
    assert ease.score == pytest.approx(206.835 - 62.3 * 1.5 - 5, abs=0.06)


def test_reading_ease_is_that_of_flesch() -> None:
    """Eight words of one syllable in one sentence: 206.835 - 84.6 - 1.015 * 8."""
    ease = writing.ease("Bring the bill and we will stamp it.", "en")
    assert ease
    assert ease.score == pytest.approx(206.835 - 84.6 - 1.015 * 8, abs=0.06)
    assert ease.level == "very_easy"


@pytest.mark.parametrize("lang", ["es", "en"])
def test_long_words_in_long_sentences_are_hard(lang: str) -> None:
    """The level falls as words and sentences grow."""
    short = "El agua es de todos. La luz no es cara. Ven hoy. "
    long = "administrativamente " * 40 + "."
    easy, hard = writing.ease(short, lang), writing.ease(long, lang)
    assert easy
    assert hard
    assert writing.LEVELS.index(easy.level) > writing.LEVELS.index(hard.level) == 0


def test_marks_are_not_words() -> None:
    """Of Markdown only what is read counts: no address, no bars, no stars."""
    text = "## Papers\n\n- **Two** photos\n- See [the form](article:F-1) https://example.org/x\n"
    assert writing.words(writing.without_marks(text)) == [
        "Papers", "Two", "photos", "See", "the", "form",
    ]  # fmt: skip


def test_items_of_a_list_are_sentences() -> None:
    """Nobody reads a list in one breath."""
    ease = writing.ease("Bring:\n\n- the old card\n- two new photos\n- a bill of water\n", "en")
    assert ease
    assert ease.sentences == 4


@pytest.mark.parametrize(("text", "lang"), [("", "es"), ("Dos palabras", "es"), ("x " * 50, "pt")])
def test_too_little_is_not_judged(text: str, lang: str) -> None:
    """No score for a few words, nor for a language without a formula here."""
    assert writing.ease(text, lang) is None


def test_what_is_said_lasts() -> None:
    """Forty words take sixteen seconds."""
    assert writing.spoken_s("word " * writing.MAX_SAY_WORDS) == 16
    assert writing.spoken_s("") == 0
