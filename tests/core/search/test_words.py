"""Words, stems, sounds and the synonym pack."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.base.text import fold
from frontdesk.core.search import thesaurus
from frontdesk.core.search.sounds import sound
from frontdesk.core.search.words import WORD, code_key, stems_of, words


@given(st.text())
def test_the_fast_way_and_the_slow_way_agree(text: str) -> None:
    """One table folds western text as Unicode's own rules do."""
    assert words(text) == WORD.findall(fold(text))


@pytest.mark.parametrize(
    "family",
    [
        "inscribir inscripción inscripciones",
        "devolver devolución devoluciones",
        "demoler demolición",
        "certificar certificado certificación",
        "adoptar adopción",
        "conducir conducción",
        "proteger protección",
        "luz luces",
        "mujer mujeres",
        "taller talleres",
        "extender extensión",
    ],
)
def test_a_family_of_words_shares_its_stem(family: str) -> None:
    """Verb and noun, one and many, with accents or without."""
    stems = stems_of("es")
    assert len({stems[word] for word in words(family)}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vaca", "baca"), ("cielo", "sielo"), ("zapato", "sapato"), ("lluvia", "yuvia"),
        ("hijo", "ijo"), ("gente", "jente"), ("queso", "keso"), ("kilo", "quilo"),
        ("certificacion", "sertifikasion"), ("guerra", "gerra"), ("cambio", "canvio"),
    ],
)  # fmt: skip
def test_words_of_one_sound_share_a_key(one: str, other: str) -> None:
    """b/v, s/c/z, ll/y, h, g/j, qu/k, and the doubled letter. "gerra" keeps its own sound."""
    assert (sound(one) == sound(other)) is (other != "gerra")


@pytest.mark.parametrize("code", ["LIC-2", "lic 2", "Lic.2", "LIC/2", "lic2", "ＬＩＣ２"])
def test_a_code_has_many_spellings(code: str) -> None:
    """All are one."""
    assert code_key(code) == "lic2"


def test_the_pack_is_rich_and_every_line_means_something() -> None:
    """Several hundred sets; no line of one phrase alone, which would say nothing."""
    files = sorted(thesaurus._folder().glob("synonyms/*.txt"))  # noqa: SLF001 - the lines themselves
    lines = [line for file in files for line in thesaurus._lines(file)]  # noqa: SLF001 - as above
    assert len(lines) > 700
    poor = [line for line in lines if "," not in line and "=" not in line and ">" not in line]
    assert poor == []


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("dni", "cedula"), ("boleta", "recibo"), ("celular", "telefono"), ("queja", "reclamo"),
        ("computador", "ordenador"), ("brevete", "licencia conducir"), ("palta", "aguacate"),
        ("water bill", "factura agua"), ("factura agua", "water bill"), ("rut", "nif"),
    ],
)  # fmt: skip
def test_regional_and_english_words_meet(said: str, meant: str) -> None:
    """Each finds the other."""
    assert tuple(meant.split()) in {m.words for m in thesaurus.pack().meanings(said.split())}


def test_importing_search_stays_light() -> None:
    """Stemmer, rapidfuzz and the synonyms come with the first use, not with the window."""
    code = (
        "import sys, frontdesk.core.search; "
        "print(sorted({'Stemmer', 'rapidfuzz', 'numpy'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert said.stdout.strip() == "[]"
