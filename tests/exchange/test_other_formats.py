"""Address books, calendars and search engines get what we know, and can read it back."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.core import offices, people
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.exchange import contentlines, linked_data
from frontdesk.store.store import Store
from tests.helpers.command_line import run
from tests.helpers.desks import NOW, SITE, copied

TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=99)
ESCAPED = re.compile(r"\\([\\;,nN])")


def entries(file: Path, kind: str) -> list[dict[str, str]]:
    """The cards or events of a file, as another program reads them: unfolded, unescaped."""
    data = file.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    found: list[dict[str, str]] = []
    for line in data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        name, _, value = line.partition(":")
        if line == f"BEGIN:{kind}":
            found.append({})
        elif found:
            text = ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)
            found[-1].setdefault(name.partition(";")[0], text)
    return found


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=4))
def test_people_are_the_same_in_an_address_book(
    template: Path, tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, str, str]]
) -> None:
    """Each with name, title and phone, whatever letters and marks are in them."""
    tmp = tmp_path_factory.mktemp("cards")
    staff = [
        people.checked(Person(f"p{n}", "", f"Name {name}", title, phone=phone))
        for n, (name, title, phone) in enumerate(told)
    ]
    store = Store(copied(template, tmp / "data"))
    with store.write() as tx:
        people.put_many(tx, staff, now=NOW)
    assert contentlines.write_cards(tmp / "a.vcf", store.read()) == len(staff)
    store.close()
    if staff:
        cards = {card["UID"]: card for card in entries(tmp / "a.vcf", "VCARD")}
        for person in staff:
            card = cards[person.id]
            assert (card["FN"], card.get("TITLE", ""), card.get("TEL", "")) == (
                person.name, person.title, person.phone,
            )  # fmt: skip
            assert card["ORG"] == SITE


DAYS = st.dates(date(2026, 1, 1), date(2030, 1, 1))


@given(st.lists(st.tuples(DAYS, st.integers(0, 40), st.booleans(), TEXTS), max_size=4))
def test_closures_are_the_same_in_a_calendar(
    template: Path, tmp_path_factory: pytest.TempPathFactory,
    told: list[tuple[date, int, bool, str]],
) -> None:  # fmt: skip
    """First day, last day and reason; of an office or of the whole house."""
    tmp = tmp_path_factory.mktemp("calendar")
    store = Store(copied(template, tmp / "data"))
    with store.write() as tx:
        offices.put_many(tx, [Office("o1", "", "Registry")], now=NOW)
        made = [
            offices.close_on(tx, first, first + timedelta(days), office_id="o1" if own else "",
                             reason=reason)
            for first, days, own, reason in told
        ]  # fmt: skip
    assert contentlines.write_closures(tmp / "a.ics", store.read(), now=NOW) == len(made)
    store.close()
    events = {event["UID"]: event for event in entries(tmp / "a.ics", "VEVENT")}
    assert events.keys() == {closure.id for closure in made}
    for closure in made:
        event = events[closure.id]
        last = date.fromisoformat(closure.to_on)
        assert event["DTSTART"] == closure.from_on.replace("-", "")
        assert event["DTEND"] == f"{last + timedelta(1):%Y%m%d}"
        assert event["LOCATION"] == ("Registry" if closure.office_id else SITE)
        assert event.get("DESCRIPTION", "") == closure.reason


def test_services_are_told_to_search_engines(store: Store, tmp_path: Path) -> None:
    """Published ones only, with their offices; nothing in them ends a page's script element."""
    office = Office("o1", "", "Registry", phone="955", hours="Mo-Fr 09:00-14:00; Sa 10:00-13:00")
    with store.write() as tx:
        offices.put_many(tx, [office, Office("o2", "", "Alone", hours="24/7")], now=NOW)
        articles.save(
            tx,
            Article(
                "Passport </script>",
                id="a1",
                code="P-1",
                cost="12.50",
                currency="EUR",
                who="All",
                source="https://example.org",
            ),
            now=NOW,
        )
        articles.save(tx, Article("Draft", id="a2", state="draft"), now=NOW)
        articles.save(tx, Article("Policy", id="a3", kind="policy"), now=NOW)
        offices.serve(tx, [("a1", "o1")])  # fmt: skip
    assert linked_data.write(tmp_path / "a.jsonld", store.read()) == 1
    text = (tmp_path / "a.jsonld").read_text()
    assert "<" not in text
    service, place = json.loads(text)["@graph"]
    assert service["@type"] == "GovernmentService"
    assert (service["name"], service["identifier"]) == ("Passport </script>", "P-1")
    assert service["offers"] == {"@type": "Offer", "price": "12.50", "priceCurrency": "EUR"}
    assert service["availableChannel"][0]["serviceLocation"]["@id"] == place["@id"]
    assert (place["@type"], place["telephone"]) == ("GovernmentOffice", "955")
    assert place["openingHours"] == ["Mo-Fr 09:00-14:00", "Sa 10:00-13:00"]


@pytest.mark.parametrize("kind", ["vcard", "icalendar", "jsonld", "hsds"])
def test_each_format_is_an_export(folder: Path, tmp_path: Path, kind: str) -> None:
    """By its name at the command line, also of an empty desk."""
    assert run("export", kind, tmp_path / "a", "--data", folder).done().rows == [{"rows": 0}]
    assert (tmp_path / "a").exists()
