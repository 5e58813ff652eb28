"""The languages that the program speaks: one list for window, sentences, papers and manual.

English is the source. Another language is spoken as soon as its catalogue of the window lies in
resources/i18n; whatever text it has not yet is read in the languages that `fallbacks` names.
"""

from __future__ import annotations

from pathlib import Path

from frontdesk.base.paths import resources

SOURCE = "en"
NAMES = {"es": "Español", "en": "English", "pt": "Português"}  # of all that are prepared
READ_INSTEAD = {"pt": ("es",)}  # who speaks one reads the other more easily than the source


def spoken() -> tuple[str, ...]:
    """Return the languages of this installation, Spanish first."""
    there = {file.name[len("frontdesk_") :][:2] for file in _catalogues()}
    return tuple(code for code in NAMES if code == SOURCE or code in there)


def fallbacks(lang: str) -> tuple[str, ...]:
    """Return the languages in which a text is looked for, the wanted one first."""
    return tuple(dict.fromkeys((lang, *READ_INSTEAD.get(lang, ()), SOURCE)))


def _catalogues() -> list[Path]:
    return [*(resources() / "i18n").glob("frontdesk_??.*")]


LANGS = spoken()
