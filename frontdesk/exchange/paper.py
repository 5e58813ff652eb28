"""How every paper is made: its three parts, its words, days as people write them, its markup.

Every word from outside passes `p`, which escapes it: nothing that anybody typed becomes markup. The
words of the papers are tables in resources/papers, not Qt's: the visitor's language is not the
window's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from frontdesk.base import clock
from frontdesk.base.languages import LANGS
from frontdesk.base.sentences import FALLBACK, catalogue
from frontdesk.core.sites import Here
from frontdesk.core.wordings import shipped

TICKED, EMPTY, QR = "paper:ticked", "paper:empty", "paper:qr"  # pictures that the printer draws
_OWN: dict[str, Mapping[str, Mapping[str, str]]] = {}  # see `adopt`
_spoken_in = ""
_UNSAFE = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper in three parts, so that a narrow roll and a wide sheet can set them differently.

    `name` is a file name without an ending and without anything personal; `qr` what its code says.
    A `wide` paper is set on a sheet even where the desk prints on a roll.
    """

    name: str
    lang: str
    title: str
    head: str
    body: str
    foot: str
    qr: str
    wide: bool = False


# ---------------------------------------------------------------------------- words, days


def words_of(lang: str) -> Mapping[str, Mapping[str, str]]:
    """Return the words of the papers by paper and name, in English where there are no others."""
    lang = lang if lang in LANGS else FALLBACK
    return _OWN.get(lang) or shipped(lang, _spoken_in)


def adopt(own: Mapping[tuple[str, str], str], country: str = "") -> None:
    """Put an office's own texts, by language and name, in the place of shipped ones from now on;
    those are said as in the office's country.

    As with the language of a window, all papers of a program speak alike.
    """
    global _spoken_in  # noqa: PLW0603 - see above: one office, one way to speak
    _OWN.clear()
    _spoken_in = country
    for lang in {lang for lang, _ in own}:
        words = {paper: dict(texts) for paper, texts in shipped(lang, country).items()}
        for (of, name), text in own.items():
            paper, _, word = name.partition(".")
            if of == lang:
                words[paper][word] = text
        _OWN[lang] = words


def long_day(day: date, lang: str) -> str:
    """Return a day in words: "sábado, 21 de noviembre de 2026"."""
    return dated("long", day, lang)


def dated(form: str, day: date, lang: str) -> str:
    """Return a day in one of the forms of the papers: long or short."""
    names = catalogue(lang)
    return words_of(lang)["day"][form].format(
        weekday=names["opening.weekdays"].split()[day.weekday()],
        month=names["opening.months"].split()[day.month - 1],
        day=day.day,
        year=day.year,
    )


def time_of(local: datetime, lang: str) -> str:
    """Return the time of a local instant as people write it."""
    return words_of(lang)["day"]["time"].format(hour=local.hour, minute=f"{local.minute:02d}")


def moment(instant: datetime, zone: str, lang: str) -> str:
    """Return an instant in words, in a zone."""
    local = instant.astimezone(clock.zone(zone))
    day = long_day(local.date(), lang)
    return words_of(lang)["day"]["at"].format(day=day, time=time_of(local, lang))


def file_name(*parts: str) -> str:
    """Return parts joined to a name that any file may have."""
    return _UNSAFE.sub("-", "-".join(filter(None, parts)))


# ---------------------------------------------------------------------------- markup


def origin(desk: Here, lang: str, now: datetime) -> str:
    """Return whose paper it is, and when it was printed."""
    return p("site", desk.name) + p("small", moment(now, desk.zone, lang))


def boxes(heading: str, picture: str, texts: Sequence[str], style: str = "text") -> str:
    """Return a list with the same box before each line."""
    rows = [(f'<img src="{picture}">', p(style, text)) for text in texts]
    return listed(heading, rows)


def facts(*known: tuple[str, str]) -> str:
    """Set what is known, as (name, value), two beside each other."""
    told = [p("name", name) + p("fact", value) for name, value in known if value]
    rows = "".join(
        "<tr>" + "".join(f'<td class="fact" width="50%">{cell}</td>' for cell in told[n : n + 2])
        + "</tr>"
        for n in range(0, len(told), 2)
    )  # fmt: skip
    return f'<hr><table width="100%" cellspacing="0" cellpadding="0">{rows}</table>' if told else ""


def listed(heading: str, rows: Sequence[tuple[str, str]]) -> str:
    """Return rows of (sign, line) under a heading; nothing for none."""
    return ruled(heading) + table(rows) if rows else ""


def table(rows: Sequence[tuple[str, str]]) -> str:
    """Return rows of (sign, line); both are markup already."""
    lines = "".join(
        f'<tr><td class="sign" width="4%">{sign}</td><td class="line">{line}</td></tr>'
        for sign, line in rows
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{lines}</table>'


def ruled(text: str) -> str:
    """Return a heading under a rule."""
    return f"<hr>{p('heading', text)}"


def p(style: str, text: str) -> str:
    """Return a paragraph of a style, its text escaped; nothing for no text."""
    from html import escape  # with a table of all entities, which a desk that opens does not need

    return f'<p class="{style}">{escape(text)}</p>' if text else ""


def paragraphs(style: str, text: str) -> str:
    """Return a longer text, each of its lines a paragraph."""
    return "".join(p(style, line.strip()) for line in text.splitlines())
