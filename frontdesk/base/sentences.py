"""The plain sentence for each `UserError`, in the language of the reader.

The sentences lie in resources/sentences, one file a language, and serve the window and the command
line alike; that is why they are not in Qt's catalogue.
"""

from __future__ import annotations

from functools import lru_cache

from frontdesk.base.errors import UserError
from frontdesk.base.languages import SOURCE, fallbacks
from frontdesk.base.paths import resources

FALLBACK = SOURCE


@lru_cache(maxsize=4)
def catalogue(lang: str) -> dict[str, str]:
    """Return code -> sentence; what a language has not yet is said in the one read instead."""
    found: dict[str, str] = {}
    for code in reversed(fallbacks(lang)):
        found |= written(code)
    return found


def written(lang: str) -> dict[str, str]:
    """Return the sentences of a language alone; the tables of its file are joined by dots."""
    file = resources() / "sentences" / f"{lang}.toml"
    if not file.is_file():
        return {}
    import tomllib  # only who is refused reads a sentence

    nouns = tomllib.loads(file.read_text(encoding="utf-8"))
    return {f"{noun}.{code}": text for noun, codes in nouns.items() for code, text in codes.items()}


def sentence(error: UserError, lang: str) -> str:
    """Return one sentence that says what is wrong and what to do; a detail may be an error too."""
    details = {
        name: sentence(detail, lang) if isinstance(detail, UserError) else detail
        for name, detail in error.details.items()
    }
    return catalogue(lang)[error.code].format_map(details)
