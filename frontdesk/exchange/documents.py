"""What stands on the papers that a visitor takes along: slip, list of missing papers, receipt of a
complaint, information sheet; in the visitor's language, as HTML that a printer of `ui` lays out.

Every word from outside passes `escape`: nothing that anybody typed becomes markup. The words of the
papers themselves are tables in resources/papers, not Qt's: the visitor's language is not the
window's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from html import escape

from frontdesk.base import clock
from frontdesk.base.paths import resources
from frontdesk.base.sentences import FALLBACK, catalogue
from frontdesk.core.complaints import Complaint
from frontdesk.core.desk import Answer
from frontdesk.core.offices import Office
from frontdesk.core.rules import Pack
from frontdesk.core.sites import Here

TICKED, EMPTY, QR = "paper:ticked", "paper:empty", "paper:qr"  # pictures that the printer draws
LANGS = ("es", "en")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper in three parts, so that a narrow roll and a wide sheet can set them differently.

    `name` is a file name without an ending and without anything personal; `qr` what its code says.
    """

    name: str
    lang: str
    title: str
    head: str
    body: str
    foot: str
    qr: str


@dataclass(frozen=True, slots=True)
class Stop:
    """One office on the way: `when` says until when it is open or when to come."""

    office: Office
    what: str
    when: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """What a slip is about: the need, the way, and the papers at hand and not."""

    number: str
    title: str
    stops: tuple[Stop, ...]
    ticked: tuple[str, ...]
    missing: tuple[str, ...]
    cost: str
    term: str
    reference: str


def slip(errand: Errand, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return the slip with which a visitor goes to an office and is expected there."""
    words = _words(lang)["slip"]
    head = (
        _origin(desk, lang, now)
        + _p("label", words["number"])
        + _p("number", errand.number)
        + _p("title", errand.title)
    )
    body = (
        _heading(words["steps"])
        + _table((str(place), _stop(stop, words)) for place, stop in enumerate(errand.stops, 1))
        + _papers(errand, words)
        + _facts((words["cost"], errand.cost), (words["term"], errand.term))
    )
    return Paper(
        f"slip-{errand.number}-{_day(desk, now)}", lang, errand.number, head, body,
        _p("foot", words["keep"]), errand.reference,
    )  # fmt: skip


def missing_papers(errand: Errand, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return the list of what a visitor still has to bring: it saves the walk to the office."""
    words = _words(lang)["slip"]
    head = _origin(desk, lang, now) + _p("label", words["papers_title"]) + _p("title", errand.title)
    body = (
        _papers(errand, words)
        + _heading(words["steps"])
        + _table((str(place), _stop(stop, words)) for place, stop in enumerate(errand.stops, 1))
        + _facts((words["cost"], errand.cost), (words["term"], errand.term))
    )
    return Paper(
        f"papers-{_day(desk, now)}-{now:%H%M%S}", lang, errand.title, head, body,
        _p("foot", words["papers"]), errand.reference,
    )  # fmt: skip


def receipt(case: Complaint, pack: Pack, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return the receipt of a complaint, with the sentences that its rule pack asks for."""
    words = _words(lang)["receipt"]
    received_on = clock.day(clock.parse(case.received_at), desk.zone)
    due_on = date.fromisoformat(case.due_on) if case.due_on else None
    kind = pack.kind(case.kind).name.in_language(lang)
    values = {
        "folio": case.folio,
        "kind": kind[:1].lower() + kind[1:],
        "received_on": long_day(received_on, lang),
        "due_on": long_day(due_on, lang) if due_on else "",
        "law": pack.law.in_language(lang),
    }
    sentences = [wording.in_language(lang) for wording in pack.receipt]
    told = [text.format(**values) for text in sentences if due_on or "{due_on}" not in text]
    head = (
        _origin(desk, lang, now)
        + _p("kicker", words["title"])
        + _p("label", words["folio"])
        + _p("folio", case.folio)
    )
    body = "".join(_p("said", text) for text in told) + _facts(
        (words["kind"], kind),
        (words["received"], _moment(clock.parse(case.received_at), desk.zone, lang)),
        (words["due"], values["due_on"]),
        (words["office"], case.office_name),
    )
    return Paper(
        f"receipt-{case.folio}", lang, f"{words['title']} {case.folio}",
        head, body, _p("foot", words["keep"]),
        f"frontdesk:complaint:{case.folio}",
    )  # fmt: skip


def leaflet(answer: Answer, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return an article as a sheet to take home, without anything that is meant for the desk."""
    words, article = _words(lang)["leaflet"], answer.card.article
    cost = money(article.cost, article.currency, lang) or article.cost_note
    steps = zip(article.steps, answer.card.step_offices, strict=True)
    body = (
        _p("said", article.say)
        + _listed(words["bring"], [_box(EMPTY, text) for text in article.requirements])
        + _listed(
            words["steps"],
            [
                (str(n), _p("strong", office) + _p("text", text))
                for n, ((_, text, _), office) in enumerate(steps, 1)
            ],
        )
        + _facts(
            (words["cost"], cost), (words["term"], article.term), (words["who"], article.who),
            (words["law"], article.legal_basis),
        )
        + _listed(words["where"], [("", _where(place.office)) for place in answer.places])
    )  # fmt: skip
    printed = words["printed"].format(day=long_day(clock.day(now, desk.zone), lang))
    return Paper(
        f"information-{article.code or article.id}", lang, article.title,
        _p("site", desk.name) + _p("title", article.title), body, _p("foot", printed),
        f"frontdesk:article:{article.code or article.id}",
    )  # fmt: skip


# ---------------------------------------------------------------------------- words, days, money


def long_day(day: date, lang: str) -> str:
    """Return a day in words: "sábado, 21 de noviembre de 2026"."""
    return _dated("long", day, lang)


def until(instant: datetime, zone: str, lang: str) -> str:
    """Return until when an office is open today: "Abierto hasta las 14:00"."""
    return _words(lang)["day"]["until"].format(time=_time(instant, zone, lang))


def visit(instant: datetime, zone: str, lang: str) -> str:
    """Return when to come: "Acuda el lunes 23 de noviembre a partir de las 8:30"."""
    day = _dated("short", clock.day(instant, zone), lang)
    return _words(lang)["day"]["visit"].format(day=day, time=_time(instant, zone, lang))


def money(amount: str, currency: str, lang: str) -> str:
    """Return decimal text as an amount to pay; unreadable text as it stands, "" for ""."""
    try:
        value = Decimal(amount or "x")
    except InvalidOperation:
        return amount
    if value == 0:
        return _words(lang)["slip"]["free"]
    text = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
    if lang == "es":
        text = text.translate(str.maketrans(",.", ".,"))
    return f"{text} {currency}".strip()


def _dated(form: str, day: date, lang: str) -> str:
    names = catalogue(lang)
    return _words(lang)["day"][form].format(
        weekday=names["opening.weekdays"].split()[day.weekday()],
        month=names["opening.months"].split()[day.month - 1],
        day=day.day,
        year=day.year,
    )


def _time(instant: datetime, zone: str, lang: str) -> str:
    local = instant.astimezone(clock.zone(zone))
    return _words(lang)["day"]["time"].format(hour=local.hour, minute=f"{local.minute:02d}")


def _moment(instant: datetime, zone: str, lang: str) -> str:
    day = long_day(clock.day(instant, zone), lang)
    return _words(lang)["day"]["at"].format(day=day, time=_time(instant, zone, lang))


def _day(desk: Here, now: datetime) -> str:
    return clock.day(now, desk.zone).isoformat()


@lru_cache(maxsize=4)
def _words(lang: str) -> Mapping[str, Mapping[str, str]]:
    lang = lang if lang in LANGS else FALLBACK
    file = resources() / "papers" / f"{lang}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


# ---------------------------------------------------------------------------- markup


def _origin(desk: Here, lang: str, now: datetime) -> str:
    return _p("site", desk.name) + _p("small", _moment(now, desk.zone, lang))


def _stop(stop: Stop, words: Mapping[str, str]) -> str:
    minutes = words["minutes"].format(minutes=stop.minutes) if stop.minutes else ""
    return (
        _where(stop.office, words)
        + _p("text", " · ".join(filter(None, (stop.what, minutes))))
        + _p("when", stop.when)
    )


def _where(office: Office, words: Mapping[str, str] | None = None) -> str:
    phone = (words or {}).get("phone", "{phone}").format(phone=office.phone) if office.phone else ""
    return (
        _p("strong", office.name)
        + _p("strong", " · ".join(filter(None, (office.floor, office.room))))
        + _p("text", office.directions)
        + _p("small", phone if office.external else "")
    )


def _papers(errand: Errand, words: Mapping[str, str]) -> str:
    return _listed(
        words["missing"], [_box(EMPTY, text, "strong") for text in errand.missing]
    ) + _listed(words["have"], [_box(TICKED, text) for text in errand.ticked])


def _box(picture: str, text: str, style: str = "text") -> tuple[str, str]:
    return f'<img src="{picture}">', _p(style, text)


def _facts(*facts: tuple[str, str]) -> str:
    """Set what is known two beside each other."""
    told = [_p("name", name) + _p("fact", value) for name, value in facts if value]
    rows = "".join(
        "<tr>" + "".join(f'<td class="fact" width="50%">{cell}</td>' for cell in told[n : n + 2])
        + "</tr>"
        for n in range(0, len(told), 2)
    )  # fmt: skip
    return f'<hr><table width="100%" cellspacing="0" cellpadding="0">{rows}</table>' if told else ""


def _listed(heading: str, rows: Sequence[tuple[str, str]]) -> str:
    return _heading(heading) + _table(rows) if rows else ""


def _table(rows: Iterable[tuple[str, str]]) -> str:
    lines = "".join(
        f'<tr><td class="sign">{sign}</td><td class="line">{line}</td></tr>' for sign, line in rows
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{lines}</table>'


def _heading(text: str) -> str:
    return f"<hr>{_p('heading', text)}"


def _p(style: str, text: str) -> str:
    return f'<p class="{style}">{escape(text)}</p>' if text else ""
