"""What is written for the demo office: complete, consistent, clean, and short enough to be said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from opening_hours import OpeningHours

from frontdesk.base import paths
from frontdesk.core.demo import contents
from frontdesk.core.knowledge import articles
from frontdesk.core.roles import ROLES

REFERENCE = re.compile(r"\b[A-Z]{3}-\d\d(?:-EN)?\b")
SAID = re.compile(r"([\d.,]*\d) euros")
WRITTEN = re.compile(r"([\d.,]*\d) €")
BARE = re.compile(
    r"\b(tambien|asi|dias?|despues|numero|telefono|pagina|habil|habiles|public[oa]s?|ultim[oa]s?|"
    r"tramites?|aqui|segun|util|facil|rapid[oa]|codigo|credito|todavia|jamas|mayoria|energia|policia|"
    r"oficina de atencion|[a-z]+cion|[a-z]+sion)\b",
    re.IGNORECASE,
)


def texts(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a piece of TOML, with where it stands."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, f"{where} {value.get('code', '')} {name}")
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, where)


def everything() -> Iterator[tuple[str, str]]:
    """Every text of the demo's files."""
    root = paths.resources() / "demo"
    for file in sorted(root.rglob("*.toml")):
        name = file.relative_to(root).with_suffix("").as_posix()
        yield from texts(contents.read(name), name)


def amount(text: str) -> Decimal:
    """A number as it is written in Spanish or English: 1.000, 1.50, 1,50."""
    if re.search(r"\.\d{3}$", text):
        return Decimal(text.replace(".", ""))
    return Decimal(text.replace(",", "."))


@pytest.fixture(scope="module")
def written() -> list[dict[str, Any]]:
    """The articles as they are written."""
    return list(contents.articles())


def test_every_kind_of_article_is_there(written: list[dict[str, Any]]) -> None:
    """At least eighty articles, eight of each kind, ten in English, no code twice."""
    kinds = Counter(article["kind"] for article in written)
    assert len(written) >= 80
    assert set(kinds) == set(articles.KINDS) - {"office"}
    assert min(kinds.values()) >= 8
    assert sum(article.get("lang") == "en" for article in written) >= 10
    assert len({article["code"] for article in written}) == len(written)


def test_spoken_answers_can_be_said_in_one_breath(written: list[dict[str, Any]]) -> None:
    """What is said has at most forty words, and ends as a sentence."""
    assert [a["code"] for a in written if not 15 <= len(a["say"].split()) <= 40] == []
    assert [a["code"] for a in written if a["say"][-1] not in ".?!"] == []


def test_every_reference_leads_somewhere(written: list[dict[str, Any]]) -> None:
    """Offices, owners and articles that the content names exist."""
    codes = {article["code"] for article in written}
    places = {office["code"] for office in contents.read("offices")["office"]}
    staff = {person["code"] for person in contents.read("people")["person"]}
    for article in written:
        named = {*article["services"], *(step[0] for step in article.get("steps", ()))}
        assert named, article["code"]
        assert named <= places, article["code"]
        assert article["owner"] in staff, article["code"]
    assert {code for _, text in everything() for code in REFERENCE.findall(text)} <= codes
    assert {person["office"] for person in contents.read("people")["person"]} <= places
    assert {row["office"] for row in contents.read("offices")["closure"]} <= {*places, ""}


def test_cases_are_about_what_there_is(written: list[dict[str, Any]]) -> None:
    """Complaints, questions and what customers told name articles and offices that exist."""
    codes = {article["code"] for article in written}
    places = {office["code"] for office in contents.read("offices")["office"]}
    groups = contents.read("cases/complaints")["group"]
    cases = contents.read("cases/questions")
    assert {group["office"] for group in groups} <= places
    assert {row["article"] for row in (*groups, *cases["told"])} <= codes
    assert set(cases["questions"]) <= codes


def test_amounts_agree(written: list[dict[str, Any]]) -> None:
    """A cost and what is said of it stand in the article's text or in the note on its cost."""
    for article in written:
        text = f"{article['body']} {article.get('cost_note', '')} {article.get('term', '')}"
        amounts = {amount(found) for found in WRITTEN.findall(text)}
        said = {amount(found) for found in SAID.findall(article["say"])}
        if "cost" in article:
            said.add(Decimal(article["cost"]))
        assert said <= amounts, article["code"]


def test_extensions_are_those_of_the_staff(written: list[dict[str, Any]]) -> None:
    """An extension named in an article belongs to somebody of the house."""
    known = {person["phone"] for person in contents.read("people")["person"]}
    for article in written:
        text = f"{article['body']} {article.get('authority', '')}"
        named = re.findall(r"(?:extensi[oó]n|extensiones|extension) (\d{3})", text)
        assert set(named) <= known, article["code"]


def test_telephones_are_of_a_range_that_nobody_has() -> None:
    """Every telephone number is 555 01xx."""
    numbers = {found for _, text in everything() for found in re.findall(r"\b\d{3} \d{4}\b", text)}
    assert len(numbers) > 10
    assert {number for number in numbers if not number.startswith("555 01")} == set()


def test_hours_are_readable() -> None:
    """All hours, also those of closures, are OpenStreetMap's notation."""
    table = contents.read("offices")
    hours = [row["hours"] for row in (*table["office"], *table["closure"]) if "hours" in row]
    assert len(hours) > len(table["office"])
    week = [datetime.fromisoformat(f"2026-11-{day}T10:30") for day in range(23, 28)]
    week += [datetime.fromisoformat("2026-11-25T12:00")]
    for text in hours:
        assert any(OpeningHours(text).is_open(noon) for noon in week), text


@pytest.mark.parametrize(
    ("moment", "open_then", "closed_then"),
    [
        ("2026-11-25T12:00", "ATN REG TES URB AGU ENE LIM TIE SOC CUL IDE", ""),
        ("2026-11-25T13:10", "ATN REG TES CUL", "AGU ENE LIM SOC"),
        ("2026-11-25T15:00", "AGU ENE CUL", "ATN REG TES URB LIM TIE SOC"),
        ("2026-11-26T17:00", "ATN URB TIE", "REG TES LIM SOC"),
        ("2026-11-24T16:00", "SOC AGU", "URB ATN"),
        ("2026-11-28T11:00", "REG TIE CUL", "ATN TES URB AGU ENE LIM SOC"),
        ("2027-07-01T17:00", "URB", "ATN AGU CUL"),
        ("2027-07-03T11:00", "TIE", "REG CUL"),
    ],
)
def test_the_hours_differ_as_in_a_real_house(moment: str, open_then: str, closed_then: str) -> None:
    """Mornings only, lunch breaks, Thursday and Tuesday afternoons, Saturdays, a summer season."""
    at = datetime.fromisoformat(moment)
    rows = {row["code"]: row["hours"] for row in contents.read("offices")["office"]}
    found = {code for code, hours in rows.items() if OpeningHours(hours).is_open(at)}
    assert set(open_then.split()) <= found
    assert not set(closed_then.split()) & found


def test_the_house_is_complete() -> None:
    """Ten offices of the house and one outside; staff with every role; several last admissions."""
    rows = contents.read("offices")["office"]
    assert sum(not row.get("external") for row in rows) == 10
    assert len({row["hours"] for row in rows}) >= 10
    assert len({row["last_admission_min"] for row in rows}) >= 5
    assert all(row["directions"].endswith(".") for row in rows)
    staff = contents.read("people")["person"]
    assert len(staff) >= 8
    assert {person["role"] for person in staff} == {"", *ROLES}


def test_complaints_are_many_and_different() -> None:
    """At least 120 texts, none twice, of all four kinds, each with an answer."""
    groups = contents.read("cases/complaints")["group"]
    found = [text for group in groups for text in group["texts"]]
    assert len(set(found)) == len(found) >= 120
    assert {group["kind"] for group in groups} == {"complaint", "claim", "suggestion", "compliment"}
    assert all(group["answer"].endswith(".") for group in groups)


def test_the_typing_is_clean() -> None:
    """No double spaces, no blanks at the ends of lines or before a mark."""
    for where, text in everything():
        assert "  " not in text, where
        assert not re.search(r"[ \t]$", text, re.MULTILINE), where
        assert not re.search(r" [,.;:!?)»]", text), where


def test_the_spanish_has_its_marks_and_accents() -> None:
    """Questions and exclamations are opened, quotation marks closed, common words have accents."""
    for where, text in everything():
        if where.startswith("articles/english"):
            continue
        assert text.count("¿") == text.count("?"), where
        assert text.count("¡") == text.count("!"), where
        assert text.count("«") == text.count("»"), where
        bare = BARE.search(text)
        assert bare is None or where.endswith(("keywords", "office")), (where, bare)


def test_the_checks_see_what_they_look_for() -> None:
    """A missing accent and amounts in either notation are recognised."""
    assert BARE.search("la informacion de hoy")
    assert not BARE.search("la información de hoy")
    assert [amount(text) for text in ("1.000", "2,50", "2.50", "45")] == [
        Decimal(1000), Decimal("2.5"), Decimal("2.5"), Decimal(45)
    ]  # fmt: skip


def test_days_move_to_working_days() -> None:
    """A Saturday and a Sunday become Monday; days are said as people say them."""
    friday = date(2026, 11, 20)
    moved = [contents.working_day(friday, days).isoformat() for days in (0, 1, 2, 3)]
    assert moved == ["2026-11-20", "2026-11-23", "2026-11-23", "2026-11-23"]
    assert contents.in_words(friday) == "viernes 20 de noviembre"
