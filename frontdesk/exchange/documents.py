"""What stands on the papers that a visitor takes along: slip, list of missing papers, receipt of a
complaint, information sheet; in the visitor's language, as HTML that a printer of `ui` lays out.

Every word from outside passes `escape`: nothing that anybody typed becomes markup. The words of the
papers themselves are tables in resources/papers, not Qt's: the visitor's language is not the
window's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
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
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.routing import Line, Plan, Slip
from frontdesk.core.rules import Pack
from frontdesk.core.sites import Here

TICKED, EMPTY, QR = "paper:ticked", "paper:empty", "paper:qr"  # pictures that the printer draws
LANGS = ("es", "en")
_UNSAFE = re.compile(r"\W+")


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


def slip(issued: Slip, plan: Plan, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return the slip with which a visitor goes to an office and is expected there.

    `plan` is the `routing.plan_of` the slip.
    """
    words = _words(lang)["slip"]
    head = (
        _origin(desk, lang, now)
        + _p("label", words["number"])
        + _p("number", issued.number)
        + _p("title", _title(plan))
    )
    body = (
        _stops(plan, desk.zone, lang, comes_later=bool(issued.for_at))
        + _boxes(words["missing"], EMPTY, plan.missing, "strong")
        + _boxes(words["have"], TICKED, plan.papers)
        + _price(plan, lang)
    )
    return Paper(
        _name("slip", issued.number, _code(plan), _day(desk, now)), lang, issued.number, head, body,
        _p("foot", words["keep"]), f"frontdesk:slip:{issued.id}",
    )  # fmt: skip


def missing_papers(plan: Plan, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return the list of what a visitor still has to bring: it saves the walk to the office."""
    words, article = _words(lang)["slip"], plan.need.article
    head = _origin(desk, lang, now) + _p("kicker", words["list"]) + _p("title", _title(plan))
    body = (
        _boxes(words["missing"], EMPTY, plan.missing, "strong")
        + _boxes(words["have"], TICKED, plan.papers)
        + _stops(plan, desk.zone, lang, comes_later=False)
        + _price(plan, lang)
    )
    code = _code(plan)
    return Paper(
        _name("papers", code, _day(desk, now)), lang, words["list"], head, body,
        _p("foot", words["return"]), f"frontdesk:article:{code}" if article else "",
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
        _name("receipt", case.folio), lang, f"{words['title']} {case.folio}",
        head, body, _p("foot", words["keep"]),
        f"frontdesk:complaint:{case.folio}",
    )  # fmt: skip


def leaflet(answer: Answer, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return an article as a sheet to take home, without anything that is meant for the desk."""
    words, article = _words(lang)["leaflet"], answer.card.article
    steps = zip(article.steps, answer.card.step_offices, strict=True)
    body = (
        _p("said", article.say)
        + _boxes(words["bring"], EMPTY, article.requirements)
        + _listed(
            words["steps"],
            [
                (str(n), _p("strong", office) + _p("text", text))
                for n, ((_, text, _), office) in enumerate(steps, 1)
            ],
        )
        + _facts(
            (words["cost"], _cost(article, lang)), (words["term"], article.term),
            (words["who"], article.who), (words["law"], article.legal_basis),
        )
        + _listed(words["where"], [("", _where(place.office, lang)) for place in answer.places])
    )  # fmt: skip
    printed = words["printed"].format(day=long_day(clock.day(now, desk.zone), lang))
    return Paper(
        _name("information", article.code or article.id), lang, article.title,
        _p("site", desk.name) + _p("title", article.title), body, _p("foot", printed),
        f"frontdesk:article:{article.code or article.id}",
    )  # fmt: skip


# ---------------------------------------------------------------------------- words, days, money


def long_day(day: date, lang: str) -> str:
    """Return a day in words: "sábado, 21 de noviembre de 2026"."""
    return _dated("long", day, lang)


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


def _time(local: datetime, lang: str) -> str:
    return _words(lang)["day"]["time"].format(hour=local.hour, minute=f"{local.minute:02d}")


def _moment(instant: datetime, zone: str, lang: str) -> str:
    local = instant.astimezone(clock.zone(zone))
    day = long_day(local.date(), lang)
    return _words(lang)["day"]["at"].format(day=day, time=_time(local, lang))


def _code(plan: Plan) -> str:
    """Return the code of the article, without one of the office: an errand's name in file names."""
    named = plan.need.article or (plan.lines[0].office if plan.lines else None)
    return (named.code or named.id) if named else ""


def _name(*parts: str) -> str:
    return _UNSAFE.sub("-", "-".join(filter(None, parts)))


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


def _title(plan: Plan) -> str:
    if plan.need.article:
        return plan.need.article.title
    office = plan.lines[0].office if plan.lines else None
    return office.name if office else ""


def _stops(plan: Plan, zone: str, lang: str, *, comes_later: bool) -> str:
    words = _words(lang)["slip"]
    rows = [
        (str(n), _stop(line, zone, lang, comes_later=comes_later and n == 1))
        for n, line in enumerate(plan.lines, 1)
        if line.office
    ]
    return _listed(words["steps"], rows)


def _stop(line: Line, zone: str, lang: str, *, comes_later: bool) -> str:
    minutes = _words(lang)["slip"]["minutes"].format(minutes=line.minutes) if line.minutes else ""
    return (
        (_where(line.office, lang) if line.office else "")
        + _p("text", " · ".join(filter(None, (line.text, minutes))))
        + _p("when", ". ".join(_times(line, zone, lang, comes_later=comes_later)))
    )


def _times(line: Line, zone: str, lang: str, *, comes_later: bool) -> Iterator[str]:
    """Yield when to come, where that is not at once, and until when people are let in."""
    now, words = line.state, _words(lang)["day"]
    if now is None:
        return
    comes_at = line.arrives_at if now.admits and comes_later else now.opens_at
    if comes_at and (comes_later or not now.admits):
        comes_at = comes_at.astimezone(clock.zone(zone))
        day = _dated("short", comes_at.date(), lang)
        yield words["visit"].format(day=day, time=_time(comes_at, lang))
    ends_at = now.last_admission or now.until
    if now.admits and ends_at:
        yield words["admits" if now.last_admission else "until"].format(time=_time(ends_at, lang))


def _where(office: Office, lang: str) -> str:
    phone = _words(lang)["slip"]["phone"].format(phone=office.phone) if office.phone else ""
    return (
        _p("strong", office.name)
        + _p("strong", " · ".join(filter(None, (office.floor, office.room))))
        + _p("text", office.directions)
        + _p("small", phone if office.external else "")
    )


def _price(plan: Plan, lang: str) -> str:
    words, article = _words(lang)["slip"], plan.need.article
    if article is None:
        return ""
    return _facts((words["cost"], _cost(article, lang)), (words["term"], article.term))


def _cost(article: Article, lang: str) -> str:
    amount = money(article.cost, article.currency, lang)
    return " · ".join(filter(None, (amount, article.cost_note)))


def _boxes(heading: str, picture: str, texts: Sequence[str], style: str = "text") -> str:
    rows = [(f'<img src="{picture}">', _p(style, text)) for text in texts]
    return _listed(heading, rows)


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


def _table(rows: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<tr><td class="sign">{sign}</td><td class="line">{line}</td></tr>' for sign, line in rows
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{lines}</table>'


def _heading(text: str) -> str:
    return f"<hr>{_p('heading', text)}"


def _p(style: str, text: str) -> str:
    return f'<p class="{style}">{escape(text)}</p>' if text else ""
