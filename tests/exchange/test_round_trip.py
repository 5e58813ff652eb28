"""What goes out comes in again: export, import into an empty desk, export, the same files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from frontdesk.core import offices, people
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.store.store import Store
from tests.helpers.command_line import lines, run
from tests.helpers.desks import NOW, copied

KINDS = ("offices", "articles", "services", "people")  # each names what comes before it
NASTY = (
    '=HYPERLINK("http://example.org")', "+1", "-cita", "@sum", "'quoted", "'=1", "''-", "a;b,c|d",
    "línea\none more\n\n- list\n- of things", 'he said "no"', "\ttab", "00001", "1,5", "NULL",
    "<b>bold</b>", "ñandú 👩‍💻", "'", "sep=;", "2026-01-01",
)  # fmt: skip


@pytest.fixture
def house(folder: Path) -> Path:
    """A desk with everything in its fields that a spreadsheet could spoil."""
    store = Store(folder)
    with store.write() as tx:
        offices.put_many(tx, OFFICES, now=NOW)
        for article in ARTICLES:
            articles.save(tx, articles.checked(article), now=NOW)
        offices.serve(tx, [("n1", "o1"), ("n2", "o2"), ("full", "o1")])
        people.put_many(tx, PEOPLE, now=NOW)
    store.close()
    return folder


OFFICES = [
    Office("o1", "REG", "Registry", True, "2", "-1", "=up", "+34 955 000", "Mo-Fr 08:00-14:00", 15),
    Office("o2", "", "Treasury", keywords="pay, taxes", site="SUR"),
    Office("o3", "OLD", "Old archive", retired=True),
]
FULL = Article(
    "Passport", id="full", code="P-1", kind="service", lang="en", say="Bring it.", body="- a\n- b",
    who="Anybody", cost="1250", currency="EUR", cost_note="per head", term="3 days",
    legal_basis="Act 1", keywords="travel", authority="Up to 5 EUR", valid_from="2026-01-01",
    valid_to="2026-12-31", owner="Ana", review_on="2026-06-01", state="draft", source="-",
    licence="MIT", requirements=("Two photos; same size", 'Form "A"', "00001"),
    steps=(
        Step("o1", "Hand in\nthe papers", 10),
        Step("o2", "=pay", None, ("=Receipt", "Form;B"), "12.50", ("o1",)),
    ),
)  # fmt: skip
ARTICLES = [
    FULL,
    *(Article(text, id=f"n{n}", say=text, body=text, who=text) for n, text in enumerate(NASTY)),
    *(Article(cost, id=cost, cost=cost) for cost in ("0.125", "10.50", "1003.1250", "1000000")),
]
PEOPLE = [
    Person("p1", "A7", "Ana Núñez", "Head", "o1", "+34 955", "a@example.org", "manager", "boss"),
    Person("p2", "", "'=Eva", phone="-1", active=False),
]


def exported(folder: Path, to: Path, ending: str) -> dict[str, bytes]:
    """The files of all kinds of a desk."""
    to.mkdir()
    for kind in KINDS:
        run("export", kind, to / f"{kind}.{ending}", "--data", folder).done()
    return {path.name: path.read_bytes() for path in to.iterdir()}


@pytest.mark.parametrize("ending", ["jsonl", "csv", "xlsx", "ods"])
def test_what_goes_out_comes_in_again(
    house: Path, template: Path, tmp_path: Path, ending: str
) -> None:
    """Every field, list and link, however it looks to a spreadsheet."""
    out = exported(house, tmp_path / "out", ending)
    there = copied(template, tmp_path / "there")
    for kind in KINDS:
        file = tmp_path / "out" / f"{kind}.{ending}"
        ran = run("import", kind, file, "--data", there)
        assert (ran.code, ran.err) == (0, ""), ran
    held = exported(house, tmp_path / "held", "jsonl")
    assert exported(there, tmp_path / "again", "jsonl") == held
    assert {name for name, data in out.items() if len(data) > 20} == set(out)


@pytest.mark.parametrize("ending", ["jsonl", "csv", "xlsx", "ods"])
def test_importing_ones_own_export_changes_nothing(
    house: Path, tmp_path: Path, ending: str
) -> None:
    """All rows are the same as here."""
    exported(house, tmp_path / "out", ending)
    for kind in KINDS:
        file = tmp_path / "out" / f"{kind}.{ending}"
        (counts,) = run("import", kind, file, "--data", house).done().rows
        assert (counts["new"], counts["changed"]) == (0, 0)
        assert counts["same"] > 0


def test_no_cell_is_a_formula(house: Path, tmp_path: Path) -> None:
    """A spreadsheet that opens the export computes nothing and calls nobody."""
    live = [
        (name, field, cell)
        for name, data in exported(house, tmp_path / "out", "csv").items()
        for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        for field, cell in row.items()
        if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    ]
    assert sorted(live) == [
        ("offices.csv", "phone", "+34 955 000"),
        ("people.csv", "phone", "+34 955"),
    ]


def test_an_export_is_there_as_a_whole_or_not_at_all(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of the same name is replaced only by a finished one."""
    file = tmp_path / "articles.jsonl"
    file.write_text("yesterday's")

    def fail(*_row: object) -> Article:
        raise KeyboardInterrupt

    monkeypatch.setattr("frontdesk.core.knowledge.articles._with_lists", fail)
    assert run("export", "articles", file, "--data", house).code == 1
    assert file.read_text() == "yesterday's"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("ending", ["jsonl", "csv", "xlsx", "ods"])
def test_complaints_come_in_with_all_that_was_said(
    house: Path, template: Path, tmp_path: Path, ending: str
) -> None:
    """Under folios of the new desk; whom they are about, and who must not be named, stay."""
    given = [
        {"id": "c1", "text": "=late", "kind": "claim", "name": "Ana", "phone": "+34 600",
         "office": "REG", "article": "P-1", "received_at": "2026-03-31T23:59"},
        {"id": "c2", "text": "b\n\nc", "anonymous": True, "restricted": True, "severity": "high",
         "remedy_asked": "sorry"},
        {"id": "c3", "text": "c", "name": "Luz", "on_behalf": "Eva", "office": "o2"},
    ]  # fmt: skip
    run("complaint", "file", "-", "--data", house, stdin=lines(given)).done()
    there = copied(template, tmp_path / "there")
    for kind in ("offices", "articles", "complaints"):
        file = tmp_path / f"{kind}.{ending}"
        run("export", kind, file, "--data", house).done()
        run("import", kind, file, "--data", there).done()
    told = (
        "id", "text", "kind", "name", "phone", "office_id", "article_id", "received_at", "due_on",
        "anonymous", "restricted", "severity", "remedy_asked", "on_behalf",
    )  # fmt: skip
    asked = (run("complaints", "--json", "--data", at).rows for at in (house, there))
    held, come = (sorted([row[name] for name in told] for row in rows) for rows in asked)
    assert come == held
    assert held[0][5:7] == ["o1", "full"]
