"""What the office keeps on paper: the whole file of one case, and the book of all of a series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from frontdesk.base import clock
from frontdesk.core.complaints.board import Book, Entry
from frontdesk.core.complaints.course import Step
from frontdesk.core.complaints.life import CaseFile
from frontdesk.core.complaints.terms import kind_of
from frontdesk.core.rules import Pack
from frontdesk.core.sites import Here
from frontdesk.exchange.paper import (
    Paper,
    facts,
    file_name,
    listed,
    long_day,
    moment,
    origin,
    p,
    paragraphs,
    ruled,
    words_of,
)

TELLING = ("finding", "answer", "text", "reason", "office_name", "name", "words", "until")
COLUMNS = ("number", "received", "kind", "office", "state", "due", "answered", "settled")
ROWS_AT_ONCE = 200  # of one table: a single one of thousands of rows is laid out for minutes


def case_file(
    file: CaseFile, pack: Pack | None, cause: str, desk: Here, lang: str, *, now: datetime
) -> Paper:
    """Return everything about a case, in the order in which it happened. It names the person."""
    case, words, form = file.case, words_of(lang)["file"], words_of(lang)["form"]
    kind = kind_of(pack, case.kind).name.in_language(lang) if pack else case.kind
    person = form["anonymous"] if case.anonymous else case.name
    known = (
        (form["kind"], kind), (form["office"], case.office_name), (words["owner"], case.owner_name),
        (form["received"], moment(clock.parse(case.received_at), desk.zone, lang)),
        (form["due"], long_day(date.fromisoformat(case.due_on), lang) if case.due_on else ""),
        (words["person"], person), (form["person_phone"], case.phone),
        (form["person_email"], case.email), (form["parent_name"], case.on_behalf),
        (words["cause"], cause), (words["remedy_asked"], case.remedy_asked),
        (words["remedy_offered"], case.remedy_offered),
    )  # fmt: skip
    body = (
        facts(*known) + ruled(words["text"]) + paragraphs("text", case.text)
        + (ruled(words["answer"]) + paragraphs("text", case.answer) if case.answer else "")
        + listed(words["steps"], [_step(step, desk, lang) for step in file.steps])
        + listed(words["papers"], [(str(n), p("text", paper.name) + p("small", paper.sha256))
                                   for n, paper in enumerate(file.papers, 1)])
    )  # fmt: skip
    printed = words["printed"].format(day=long_day(clock.day(now, desk.zone), lang))
    head = origin(desk, lang, now) + p("kicker", words["title"]) + p("folio", case.folio)
    return Paper(
        file_name("case", case.folio), lang, f"{words['title']} {case.folio}", head, body,
        p("foot", printed), f"frontdesk:complaint:{case.folio}", wide=True,
    )  # fmt: skip


def book(
    series: Book, entries: Iterable[Entry], pack: Pack, desk: Here, lang: str, *, now: datetime
) -> Paper:
    """Return the book of a series, number by number: annulled cases keep their line, nobody's name
    stands in it, and it says whether a number is missing.
    """
    words = words_of(lang)["book"]
    kinds = {kind.code: kind.name.in_language(lang) for kind in pack.kinds}
    rows = [_entry(entry, kinds, desk, lang) for entry in entries]
    head = (
        p("site", desk.name) + p("title", words["title"])
        + p("strong", words["series"].format(series=series.series, year=series.year))
        + p("small", words["cases"].format(count=series.cases))
        + p("small", words["whole" if series.is_gapless else "broken"])
    )  # fmt: skip
    above = _row([p("name", words[column]) for column in COLUMNS])
    body = "<hr>" + "".join(
        _sheet(above + "".join(rows[at : at + ROWS_AT_ONCE]))
        for at in range(0, max(len(rows), 1), ROWS_AT_ONCE)
    )
    printed = words["printed"].format(day=moment(now, desk.zone, lang))
    title = f"{words['title']} {series.series}"
    return Paper(
        file_name("book", series.series), lang, title, head, body, p("foot", printed), "",
        wide=True,
    )  # fmt: skip


def _step(step: Step, desk: Here, lang: str) -> tuple[str, str]:
    body: Mapping[str, Any] = step.body or {}
    said = [str(body[name]) for name in TELLING if body.get(name)] if step.kind != "filed" else []
    at = moment(clock.parse(step.at), desk.zone, lang)
    word = words_of(lang)["event"].get(step.kind, step.kind)
    told = "".join(paragraphs("text", text) for text in said)
    return "·", p("strong", word) + p("small", at) + told


def _entry(entry: Entry, kinds: Mapping[str, str], desk: Here, lang: str) -> str:
    state = words_of(lang)["event"].get(STEPS.get(entry.state, entry.state), entry.state)
    cells = (
        str(entry.number), _short(entry.received_at, desk), kinds.get(entry.kind, entry.kind),
        entry.office_name, state, entry.due_on, _short(entry.answered_at, desk),
        _short(entry.settled_at, desk),
    )  # fmt: skip
    return _row([p("cell", cell or "–") for cell in cells])


STEPS = {"received": "filed"}  # the state before any step has the word of the first one


def _short(instant: str, desk: Here) -> str:
    return clock.day(clock.parse(instant), desk.zone).isoformat() if instant else ""


def _row(cells: list[str]) -> str:
    return "<tr>" + "".join(f'<td class="cell">{cell}</td>' for cell in cells) + "</tr>"


def _sheet(rows: str) -> str:
    return f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>'
