"""The manual that comes with the program: chapters of sections, one Markdown file a chapter.

A section begins with `## Title {#id command.id ...}`: by the id it is found in every language, the
commands are those on whose screen F1 offers it. Commands of the table stand **bold**, keys and
what is typed in `backticks`, the words of a screen in “quotes” or «comillas»; the tests hold each
of them against the program.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from frontdesk.base.languages import fallbacks
from frontdesk.base.paths import resources
from frontdesk.core.search.words import stems, words

CHAPTERS = ("receptionist", "admin", "manager", "branch", "it", "accessibility")
ONLY_MANUAL = "?"  # at the beginning of what is asked: nothing but the manual
MAX_OFFERED = 3
IN_TITLE, MOST_TIMES = 3, 10
# Who types one of these asks how the program is worked, and perhaps also what the house knows.
ASKS_FOR_HELP = frozenset({
    "ayuda", "manual", "tecla", "teclas", "atajo", "atajos", "instrucciones",
    "help", "key", "keys", "shortcut", "shortcuts", "instructions",
})  # fmt: skip
_SMALL = frozenset({
    "a", "al", "como", "con", "cual", "de", "del", "el", "en", "es", "hago", "hacer", "la", "las",
    "lo", "los", "me", "para", "por", "que", "se", "un", "una", "y",
    "an", "and", "can", "do", "for", "how", "i", "in", "is", "my", "of", "on", "the", "to", "what",
    "which", "with",
})  # fmt: skip
_SECTION = re.compile(r"^## (.+?) \{#([\w-]+)((?: [\w.]+)*)\}$")


@dataclass(frozen=True, slots=True)
class Section:
    """A section. `id` is `chapter.section`, `about` are ids of commands, `text` is Markdown."""

    id: str
    title: str
    about: tuple[str, ...]
    text: str
    chapter: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; `text` is what stands before its first section."""

    name: str
    title: str
    text: str
    sections: tuple[Section, ...]


@lru_cache(maxsize=2)
def chapters(lang: str) -> tuple[Chapter, ...]:
    """Return the chapters of a language in the order of CHAPTERS, without those not written."""
    found = (_file(name, lang) for name in CHAPTERS)
    return tuple(read(file.stem, file.read_text(encoding="utf-8")) for file in found if file)


def _file(name: str, lang: str) -> Path | None:
    """Return the file of a chapter, in the language read instead where it is not yet written."""
    files = (resources() / "manual" / code / f"{name}.md" for code in fallbacks(lang))
    return next((file for file in files if file.is_file()), None)


def read(name: str, markdown: str) -> Chapter:
    """Return the chapter that a file holds."""
    title, parts = "", [["", "", "", ""]]  # of each part: id, title, commands, text
    for line in markdown.splitlines():
        if match := _SECTION.match(line):
            parts.append([f"{name}.{match[2]}", match[1], match[3], ""])
        elif line.startswith("# ") and not title:
            title = line.removeprefix("# ")
        else:
            parts[-1][3] += line + "\n"
    sections = tuple(
        Section(one_id, heading, tuple(about.split()), text.strip(), title)
        for one_id, heading, about, text in parts[1:]
    )
    return Chapter(name, title, parts[0][3].strip(), sections)


def sections(lang: str) -> Iterator[Section]:
    """Yield every section in the order of the manual."""
    for chapter in chapters(lang):
        yield from chapter.sections


def section(lang: str, section_id: str) -> Section | None:
    """Return the section of an id."""
    return next((one for one in sections(lang) if one.id == section_id), None)


def about(lang: str, command_id: str) -> Section | None:
    """Return the section of what a command opens; None where none tells of it."""
    return next((one for one in sections(lang) if command_id in one.about), None)


def find(lang: str, asked: str) -> list[Section]:
    """Return the sections that have every word asked, those with it in their title first."""
    typed = [word for word in words(asked) if word not in _SMALL]
    if not typed:
        return []
    scored = ((_score(section, typed, lang), section) for section in sections(lang))
    return [one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score]


def is_only_asked(asked: str) -> bool:
    """Tell whether the words ask the manual and nothing else: `? queue`."""
    return asked.startswith(ONLY_MANUAL)


def offered(lang: str, asked: str, *, found: bool) -> list[Section]:
    """Return the sections to stand after what the box found for some words.

    Only where it found nothing or the words ask for help, so that no answer has to give way; all
    that fit where nothing else is asked.
    """
    if is_only_asked(asked):
        return find(lang, asked) or list(sections(lang))
    typed = words(asked)
    helps = ASKS_FOR_HELP.intersection(typed)
    if found and not helps:
        return []
    rest = " ".join(word for word in typed if word not in ASKS_FOR_HELP)
    return find(lang, rest or asked)[:MAX_OFFERED]


def _score(section: Section, typed: list[str], lang: str) -> float:
    """Return 3 for each word in the title, less for each in the text; 0 where one is missing."""
    title, text = _indexed(section)
    score = 0.0
    for word in typed:
        if _times(word, title, lang):
            score += IN_TITLE
        elif times := _times(word, text, lang):
            score += 1 + min(times, MOST_TIMES) / (2 * MOST_TIMES)
        else:
            return 0
    return score


def _times(word: str, said: Counter[str], lang: str) -> int:
    """Return how often a word stands in a text, in any form, or begins another one."""
    stem, known = stems(lang)[word], stems(lang)
    return sum(times for one, times in said.items() if one.startswith(word) or known[one] == stem)


@lru_cache(maxsize=512)
def _indexed(section: Section) -> tuple[Counter[str], Counter[str]]:
    return Counter(words(section.title)), Counter(words(section.text))
