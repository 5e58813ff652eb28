"""The official form of a case under its rule pack, and the letters that the person gets.

The form carries every legal field of the pack; what is not known yet is a line to be filled in by
hand. A letter speaks for the entity and its office: it has no field for the name of a member of
staff, so that none stands there as a culprit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from frontdesk.base import clock
from frontdesk.core.complaints import Complaint
from frontdesk.core.complaints.legal import Missing
from frontdesk.core.complaints.terms import kind_of
from frontdesk.core.rules import Pack
from frontdesk.core.sites import Here
from frontdesk.exchange.paper import (
    EMPTY,
    TICKED,
    Paper,
    facts,
    file_name,
    long_day,
    moment,
    origin,
    p,
    paragraphs,
    ruled,
    table,
    words_of,
)

BLANK = "_" * 34
WIDE_BLANKS = 3  # lines left for a longer text to be written by hand
# What every form has, with or without a law that names its fields.
PERSON = ("person_name", "person_id", "person_address", "person_phone", "person_email",
          "parent_name")  # fmt: skip
LONG = ("text", "request", "analysis", "decision", "provider_actions", "subject_description")
BEFORE = {"folio", "received_on", "kind", "text", "request", "signature", *PERSON}


def official_form(
    case: Complaint, pack: Pack, given: Mapping[str, str], desk: Here, lang: str, *, now: datetime
) -> Paper:
    """Return the form of a case, with all fields of its pack; `given` is `legal.given`."""
    words = words_of(lang)["form"]
    known = _written(case, given, desk, lang)
    names = {**words, **{field.code: field.name.in_language(lang) for field in pack.fields}}
    needed = {field.code: field.needed for field in pack.fields}
    theirs = [code for code in needed if code not in BEFORE and needed[code] != "answer"]
    ours = [code for code in needed if code not in BEFORE and needed[code] == "answer"]
    head = (
        origin(desk, lang, now) + p("kicker", words["title"])
        + p("title", pack.title.in_language(lang)) + p("small", pack.law.in_language(lang))
        + p("label", names["folio"]) + p("folio", numbered(case, pack))
        + p("small", case.folio if pack.folio_digits else "")
    )  # fmt: skip
    asked = [*PERSON, *([] if "subject" in theirs else ["subject"])]
    body = (
        _filled(names, known, ["received_on", "due", "office"])
        + ruled(words["person"]) + p("text", words["anonymous"] if case.anonymous else "")
        + ("" if case.anonymous else _filled(names, known, asked, rule=False))
        + _filled(names, known, [code for code in theirs if code not in LONG])
        + _kinds(words["kind"], case, pack, lang)
        + _told(names, known, [*(c for c in theirs if c in LONG), "text", "request"])
        + _answer(words, names, known, ours)
        + _signed(words["signature"], words["stamp"])
    )  # fmt: skip
    return Paper(
        file_name("form", case.folio), lang, numbered(case, pack), head, body,
        p("foot", _remarks(words, pack)), f"frontdesk:complaint:{case.folio}", wide=True,
    )  # fmt: skip


def numbered(case: Complaint, pack: Pack) -> str:
    """Return the folio as the law wants it: where it sets digits, the number with the year."""
    if pack.folio_digits is None:
        return case.folio
    year = case.series.rpartition("-")[2]
    return f"{case.number:0{pack.folio_digits.number}d}-{year}"


def answer_letter(case: Complaint, pack: Pack, desk: Here, lang: str, *, now: datetime) -> Paper:
    """Return the letter with the answer; without one yet, lines to write it by hand."""
    words = words_of(lang)["letter"]
    kind = _kind(case, pack, lang)
    values = {
        "kind": kind, "folio": case.folio, "day": _day_of(case.received_at, desk, lang),
        "office": case.office_name, "request": case.remedy_asked, "remedy": case.remedy_offered,
        "law": pack.law.in_language(lang),
    }  # fmt: skip
    told = [("opening", True), ("about", case.office_name), ("asked", case.remedy_asked)]
    offer = [("offered", case.remedy_offered), ("accepted", case.remedy_accepted == "yes"),
             ("law", case.answer), ("unhappy", True)]  # fmt: skip
    body = (
        p("said", _greeting(case, words))
        + "".join(p("said", words[name].format(**values)) for name, wanted in told if wanted)
        + p("kicker", words["answer"])
        + (paragraphs("said", case.answer) or p("blank", BLANK * 2) * WIDE_BLANKS)
        + "".join(p("said", words[name].format(**values)) for name, wanted in offer if wanted)
        + p("said", words["closing"]) + p("strong", case.owner_name or desk.name)
        + _signed(words["signature"])
    )  # fmt: skip
    title = words["title"].format(kind=kind)
    head = _letterhead(desk, lang, now, title, words["reference"].format(folio=case.folio))
    return Paper(
        file_name("answer", case.folio), lang, f"{title} {case.folio}", head, body, "",
        f"frontdesk:complaint:{case.folio}", wide=True,
    )  # fmt: skip


def status_letter(
    case: Complaint, pack: Pack, missing: Sequence[Missing], desk: Here, lang: str, *,
    now: datetime,
) -> Paper:  # fmt: skip
    """Return the letter that says how a case stands, by when it is answered, what is missing."""
    letter, words = words_of(lang)["letter"], words_of(lang)["status"]
    kind = _kind(case, pack, lang)
    today = long_day(clock.day(now, desk.zone), lang)
    theirs = [one.field.name.in_language(lang) for one in missing if one.field.needed != "answer"]
    runs = case.state not in ("answered", "closed", "annulled")
    lines = (
        (True, letter["opening"], _day_of(case.received_at, desk, lang)),
        (True, words["now"], today), (True, words_of(lang)["state"][case.state], ""),
        (runs and case.owner_name, words["owner"], ""),
        (runs and case.extended_until, words["extended"], _day(case.extended_until, lang)),
        (runs and case.suspended_on, words["suspended"], _day(case.suspended_on, lang)),
        (runs and not case.suspended_on and case.due_on, words["due"], _day(case.due_on, lang)),
        (runs and theirs, words["missing"], ""), (True, words["reach"], ""),
        (True, letter["closing"], ""),
    )  # fmt: skip
    values = {
        "kind": kind, "folio": case.folio, "office": case.owner_name, "fields": "; ".join(theirs)
    }  # fmt: skip
    body = p("said", _greeting(case, letter)) + "".join(
        p("said", text.format(day=day, **values)) for wanted, text, day in lines if wanted
    )
    title = words["title"].format(kind=kind)
    head = _letterhead(desk, lang, now, title, letter["reference"].format(folio=case.folio))
    return Paper(
        file_name("status", case.folio), lang, f"{title} {case.folio}", head,
        body + p("strong", case.owner_name or desk.name), "",
        f"frontdesk:complaint:{case.folio}", wide=True,
    )  # fmt: skip


# ---------------------------------------------------------------------------- parts


def _written(case: Complaint, given: Mapping[str, str], desk: Here, lang: str) -> dict[str, str]:
    """Return what is known as it is written on paper."""
    known = {code: value for code, value in given.items() if code != "kind"}
    known["received_on"] = moment(clock.parse(case.received_at), desk.zone, lang)
    if known.get("answered_on"):
        known["answered_on"] = _day_of(known["answered_on"], desk, lang)
    return {**known, "due": _day(case.due_on, lang), "office": case.office_name}


def _filled(
    names: Mapping[str, str], known: Mapping[str, str], codes: Sequence[str], *, rule: bool = True
) -> str:
    """Set fields two beside each other; an empty one is a line to write on."""
    named = {**names, "received_on": names.get("received_on", names["received"])}
    told = facts(*((named.get(code, code), known.get(code, "") or BLANK) for code in codes))
    return told if rule else told.removeprefix("<hr>")


def _kinds(heading: str, case: Complaint, pack: Pack, lang: str) -> str:
    """Return the kinds of the law, the one of this case ticked, two beside each other.

    What the law says of a kind stands with it, not how this office reads the law.
    """
    cells = []
    for kind in pack.kinds:
        note = kind.note.in_language(lang) if kind.note and kind.sure != "office" else ""
        named = ": ".join(filter(None, (kind.name.in_language(lang), note)))
        box = TICKED if kind.code == case.kind else EMPTY
        cells.append(table([(f'<img src="{box}">', p("text", named))]))
    rows = "".join(
        "<tr>" + "".join(f'<td width="50%">{cell}</td>' for cell in cells[n : n + 2]) + "</tr>"
        for n in range(0, len(cells), 2)
    )
    return ruled(heading) + f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>'


def _told(names: Mapping[str, str], known: Mapping[str, str], codes: Sequence[str]) -> str:
    """Set longer texts below each other."""
    return "".join(
        ruled(names.get(code, code))
        + (paragraphs("text", known.get(code, "")) or p("blank", BLANK * 2))
        for code in codes
    )


def _answer(
    words: Mapping[str, str], names: Mapping[str, str], known: Mapping[str, str],
    codes: Sequence[str],
) -> str:  # fmt: skip
    """Return what the entity fills in: the fields of the law, or the answer and its day."""
    if not codes:
        answered = _filled({**names, "answered_on": words["answered"]}, known, ["answered_on"])
        return _told({"decision": words["answer"]}, known, ["decision"]) + answered
    short = [code for code in codes if code not in LONG]
    return _told(names, known, [code for code in codes if code in LONG]) + (
        _filled(names, known, short) if short else ""
    )


def _signed(*labels: str) -> str:
    cells = "".join(
        f'<td class="signed" width="50%">{p("text", BLANK)}{p("small", label)}</td>'
        for label in labels
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{cells}</tr></table>'


def _remarks(words: Mapping[str, str], pack: Pack) -> str:
    said = [
        words[name].format(number=figure.number)
        for name, figure in (("copies", pack.copies), ("keeping", pack.retention_years))
        if figure
    ]
    return " ".join(said)


def _letterhead(desk: Here, lang: str, now: datetime, title: str, reference: str) -> str:
    day = long_day(clock.day(now, desk.zone), lang)
    return p("site", desk.name) + p("small", day) + p("kicker", title) + p("strong", reference)


def _greeting(case: Complaint, words: Mapping[str, str]) -> str:
    if case.anonymous or not case.name:
        return words["sirs"]
    return words["dear"].format(name=case.name)


def _kind(case: Complaint, pack: Pack, lang: str) -> str:
    name = kind_of(pack, case.kind).name.in_language(lang)
    return name[:1].lower() + name[1:]


def _day_of(instant: str, desk: Here, lang: str) -> str:
    return long_day(clock.day(clock.parse(instant), desk.zone), lang)


def _day(iso_day: str, lang: str) -> str:
    return long_day(date.fromisoformat(iso_day), lang) if iso_day else ""
