"""What stands on the papers that a visitor takes along: slip, list of missing papers, receipt of a
complaint, information sheet; in the visitor's language, as HTML that a printer of `ui` lays out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from frontdesk.base import clock
from frontdesk.core.complaints import Complaint
from frontdesk.core.desk import Answer
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.core.routing import Line, Plan, Slip
from frontdesk.core.rules import Pack
from frontdesk.core.sites import Here
from frontdesk.exchange.paper import (
    EMPTY,
    TICKED,
    Paper,
    boxes,
    dated,
    facts,
    file_name,
    listed,
    long_day,
    moment,
    origin,
    p,
    time_of,
    words_of,
)


def slip(issued: Slip, plan: Plan, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return the slip with which a visitor goes to an office and is expected there.

    `plan` is the `routing.plan_of` the slip.
    """
    words = words_of(lang)["slip"]
    head = (
        origin(desk, lang, now)
        + p("label", words["number"])
        + p("number", issued.number)
        + p("title", _title(plan))
    )
    body = (
        _stops(plan, desk.zone, lang, comes_later=bool(issued.for_at))
        + boxes(words["missing"], EMPTY, plan.missing, "strong")
        + boxes(words["have"], TICKED, plan.papers)
        + _price(plan, lang)
    )
    return Paper(
        file_name("slip", issued.number, _code(plan), _day(desk, now)), lang, issued.number,
        head, body, p("foot", words["keep"]), f"frontdesk:slip:{issued.id}",
    )  # fmt: skip


def missing_papers(plan: Plan, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return the list of what a visitor still has to bring: it saves the walk to the office."""
    words, article = words_of(lang)["slip"], plan.need.article
    head = origin(desk, lang, now) + p("kicker", words["list"]) + p("title", _title(plan))
    body = (
        boxes(words["missing"], EMPTY, plan.missing, "strong")
        + boxes(words["have"], TICKED, plan.papers)
        + _stops(plan, desk.zone, lang, comes_later=False)
        + _price(plan, lang)
    )
    code = _code(plan)
    return Paper(
        file_name("papers", code, _day(desk, now)), lang, words["list"], head, body,
        p("foot", words["return"]), f"frontdesk:article:{code}" if article else "",
    )  # fmt: skip


def receipt(case: Complaint, pack: Pack, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return the receipt of a complaint, with the sentences that its rule pack asks for."""
    words = words_of(lang)["receipt"]
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
        origin(desk, lang, now)
        + p("kicker", words["title"])
        + p("label", words["folio"])
        + p("folio", case.folio)
    )
    body = "".join(p("said", text) for text in told) + facts(
        (words["kind"], kind),
        (words["received"], moment(clock.parse(case.received_at), desk.zone, lang)),
        (words["due"], values["due_on"]),
        (words["office"], case.office_name),
    )
    return Paper(
        file_name("receipt", case.folio), lang, f"{words['title']} {case.folio}",
        head, body, p("foot", words["keep"]),
        f"frontdesk:complaint:{case.folio}",
    )  # fmt: skip


def leaflet(answer: Answer, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return an article as a sheet to take home, without anything that is meant for the desk."""
    words, article = words_of(lang)["leaflet"], answer.card.article
    steps = zip(article.steps, answer.card.step_offices, strict=True)
    body = (
        p("said", article.say)
        + boxes(words["bring"], EMPTY, article.papers)
        + listed(
            words["steps"],
            [
                (str(n), p("strong", office) + _does(step, article.currency, lang))
                for n, (step, office) in enumerate(steps, 1)
            ],
        )
        + facts(
            (words["cost"], _cost(article, article.price, lang)), (words["term"], article.term),
            (words["who"], article.who), (words["law"], article.legal_basis),
        )
        + listed(words["where"], [("", _where(place.office, lang)) for place in answer.places])
    )  # fmt: skip
    printed = words["printed"].format(day=long_day(clock.day(now, desk.zone), lang))
    return Paper(
        file_name("information", article.code or article.id), lang, article.title,
        p("site", desk.name) + p("title", article.title), body, p("foot", printed),
        f"frontdesk:article:{article.code or article.id}",
    )  # fmt: skip


# ---------------------------------------------------------------------------- money, names


def money(amount: str, currency: str, lang: str) -> str:
    """Return decimal text as an amount to pay; unreadable text as it stands, "" for ""."""
    try:
        value = Decimal(amount or "x")
    except InvalidOperation:
        return amount
    if value == 0:
        return words_of(lang)["slip"]["free"]
    text = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
    if lang == "es":
        text = text.translate(str.maketrans(",.", ".,"))
    return f"{text} {currency}".strip()


def _code(plan: Plan) -> str:
    """Return the code of the article, without one of the office: an errand's name in file names."""
    named = plan.need.article or (plan.lines[0].office if plan.lines else None)
    return (named.code or named.id) if named else ""


def _day(desk: Here, now: datetime) -> str:
    return clock.day(now, desk.zone).isoformat()


# ---------------------------------------------------------------------------- parts


def _title(plan: Plan) -> str:
    if plan.need.article:
        return plan.need.article.title
    office = plan.lines[0].office if plan.lines else None
    return office.name if office else ""


def _stops(plan: Plan, zone: str, lang: str, *, comes_later: bool) -> str:
    words = words_of(lang)["slip"]
    rows = [
        (str(n), _stop(line, plan.currency, zone, lang, comes_later=comes_later and n == 1))
        for n, line in enumerate(plan.lines, 1)
        if line.office
    ]
    return listed(words["steps"], rows)


def _stop(line: Line, currency: str, zone: str, lang: str, *, comes_later: bool) -> str:
    return (
        (_where(line.office, lang) if line.office else "")
        + _does(line, currency, lang)
        + p("when", ". ".join(_times(line, zone, lang, comes_later=comes_later)))
    )


def _does(stop: Line | Step, currency: str, lang: str) -> str:
    """Return what happens at a stop: how long it takes, what is paid and asked for there."""
    words = words_of(lang)["slip"]
    minutes = words["minutes"].format(minutes=stop.minutes) if stop.minutes else ""
    cost = money(stop.cost, currency, lang) if stop.cost else ""
    asked = words["asks"].format(papers="; ".join(stop.papers)) if stop.papers else ""
    return p("text", " · ".join(filter(None, (stop.text, minutes, cost)))) + p("small", asked)


def _times(line: Line, zone: str, lang: str, *, comes_later: bool) -> Iterator[str]:
    """Yield when to come, where that is not at once, and until when people are let in."""
    now, words = line.state, words_of(lang)["day"]
    if now is None:
        return
    comes_at = line.arrives_at if now.admits and comes_later else now.opens_at
    if comes_at and (comes_later or not now.admits):
        comes_at = comes_at.astimezone(clock.zone(zone))
        day = dated("short", comes_at.date(), lang)
        yield words["visit"].format(day=day, time=time_of(comes_at, lang))
    ends_at = now.last_admission or now.until
    if now.admits and ends_at:
        yield words["admits" if now.last_admission else "until"].format(time=time_of(ends_at, lang))


def _where(office: Office, lang: str) -> str:
    phone = words_of(lang)["slip"]["phone"].format(phone=office.phone) if office.phone else ""
    return (
        p("strong", office.name)
        + p("strong", " · ".join(filter(None, (office.floor, office.room))))
        + p("text", office.directions)
        + p("small", phone if office.external else "")
    )


def _price(plan: Plan, lang: str) -> str:
    words, article = words_of(lang)["slip"], plan.need.article
    if article is None:
        return ""
    return facts((words["cost"], _cost(article, plan.cost, lang)), (words["term"], article.term))


def _cost(article: Article, price: str, lang: str) -> str:
    amount = money(price, article.currency, lang)
    return " · ".join(filter(None, (amount, article.cost_note)))
