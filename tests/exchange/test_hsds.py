"""Packages of service directories: what is sound comes in, what cannot be is told row by row."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.core import offices
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.exchange.hsds import packages, writing
from frontdesk.exchange.hsds.values import findings
from frontdesk.store.store import Store
from tests.helpers.command_line import run
from tests.helpers.desks import NOW, copied

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "import"
here = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the example files of other offices are not here"
)


def imported(folder: Path, file: Path) -> list[dict[str, Any]]:
    """What the import of a package prints."""
    return run("import", "hsds", file, "--data", folder).done().rows


def knowledge(folder: Path) -> tuple[dict[str, Article], dict[str, Office], set[tuple[str, str]]]:
    """Articles and offices by id, and which office gives what."""
    store = Store(folder)
    db = store.read()
    found = (
        {article.id: article for article in articles.every(db)},
        {office.id: office for office in offices.every(db, retired=True)},
        set(db.execute("SELECT article_id, office_id FROM service")),
    )
    store.close()
    return found


def table(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@here
def test_a_real_directory_comes_in_row_by_row(folder: Path) -> None:
    """Each service and location with its name; each phone with what it belongs to."""
    output = SHARED / "hsds_ilao" / "output"
    told = imported(folder, output)
    known, places, _ = knowledge(folder)
    services = [row for row in table(output / "services.csv") if row["id"]]
    assert {row["id"]: " ".join(row["name"].split()) for row in services} == {
        article.id: article.title for article in known.values()
    }
    assert {
        row["id"]: " ".join(row["name"].split()) for row in table(output / "locations.csv")
    } == {office.id: office.name for office in places.values()}
    for row in services:
        assert row["fees"] == known[row["id"]].cost_note
        assert row["url"] == known[row["id"]].source
        assert row["description"] in known[row["id"]].body
    for row in table(output / "phones.csv"):
        number = row["number"].strip()
        if row["location_id"]:
            assert number in places[row["location_id"]].phone
        elif row["service_id"]:
            assert number in known[row["service_id"]].body
    dangling = [row for row in told if row.get("error") == "hsds.dangling"]
    organizations = {row["id"] for row in table(output / "organizations.csv")}
    lost = [
        row
        for name in ("services", "locations")
        for row in table(output / f"{name}.csv")
        if row["organization_id"] and row["organization_id"] not in organizations
    ]
    assert len(dangling) == len(lost) > 0


@here
def test_a_real_directory_comes_in_from_its_own_spreadsheet(folder: Path, tmp_path: Path) -> None:
    """With a mapping of columns, as the wizard makes one: the names and phones expected."""
    ilao = SHARED / "hsds_ilao"
    names = tmp_path / "map.toml"
    names.write_text('id="Location_id"\nname="Field 2"\nphone="Phone number"\n'
                     'hours="Hours of operation"\n')  # fmt: skip
    run("import", "offices", ilao / "input" / "locations.csv", "--map", names, "--data",
        folder).done()  # fmt: skip
    names.write_text('id="Services-ID"\ntitle="Title"\nbody="Service type"\n'
                     'cost="Income eligibility and fees"\nsource="Website address"\n')  # fmt: skip
    services = ("import", "articles", ilao / "input" / "services.csv", "--map", names)
    assert "14138" in run(*services, "--data", folder).refusal()  # a row of two keys and no name
    ran = run(*services, "--leave-out", "--data", folder).done()
    assert ran.rows[0]["error"] == "article.untitled"
    known, places, _ = knowledge(folder)
    for row in table(ilao / "output" / "locations.csv"):
        assert places[row["id"]].name == " ".join(row["name"].split())
    for row in table(ilao / "output" / "services.csv"):
        if row["id"]:
            assert known[row["id"]].title == " ".join(row["name"].split())
            assert known[row["id"]].body == row["description"].strip()
    phones = {row["location_id"]: row["number"] for row in table(ilao / "output" / "phones.csv")}
    for office in places.values():
        assert office.phone == phones[office.id].strip()


@here
def test_each_impossible_cell_of_a_dirty_package_is_told() -> None:
    """Keys that lead nowhere, a latitude of 100, a time zone of 3."""
    found = {
        (each.table, each.error.code.partition(".")[2], str(each.error.details["field"]))
        for each in findings(packages.read(SHARED / "hsds_3.0_examples"))
    }
    assert found == {
        ("attributes", "dangling", "link_id"),
        ("contacts", "dangling", "organization_id"),
        ("contacts", "dangling", "service_at_location_id"),
        ("locations", "dangling", "organization_id"),
        ("locations", "impossible", "latitude"),
        ("metadata", "dangling", "resource_id"),
        ("organizations", "dangling", "parent_organization_id"),
        ("schedules", "impossible", "timezone"),
        ("taxonomy_terms", "dangling", "parent_id"),
        ("taxonomy_terms", "dangling", "taxonomy_id"),
    }


@here
@pytest.mark.parametrize(
    "name", ["", "tabular.json", "service_full.json", "organization_full.json"]
)
def test_all_shapes_of_a_package_say_the_same(folder: Path, name: str) -> None:
    """A folder of tables, all tables in one file, and nested objects."""
    imported(folder, SHARED / "hsds_3.0_examples" / name)
    known, places, pairs = knowledge(folder)
    (article,), (office,) = known.values(), places.values()
    assert article.title == "Community Counselling"
    assert (article.cost, article.currency) == ("35", "GBP")
    assert article.cost_note.startswith("Under 18s and Over 60s · per 1 hour session")
    assert len(article.requirements) == 1
    assert "+44 1234 234567 ext. 100" in article.body
    assert "Urdu" in article.body
    assert office.name == "MyCity Civic Center"
    assert office.directions.startswith("A. Persona, 1-30 Main Street, MyVillage")
    assert office.hours == ""
    assert pairs == {(article.id, office.id)}


@here
def test_a_page_of_the_interface_is_read(folder: Path) -> None:
    """The envelope around a list of services is none of them."""
    imported(folder, SHARED / "hsds_3.0_examples" / "service_list.json")
    assert [article.title for article in knowledge(folder)[0].values()] == ["Community Counselling"]


def package(folder: Path, **tables: str) -> Path:
    """A package of some tables."""
    folder.mkdir()
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text)
    return folder


def test_cells_that_a_spreadsheet_could_not_compute_are_told(folder: Path, tmp_path: Path) -> None:
    """They are left out, as are rows without an id or with one that was there before."""
    made = package(
        tmp_path / "p",
        services="id,name,url,status\na,Alta,#REF!,active\n,Nobody,,\na,Twice,,\nb,Baja,,inactive\n",
        locations="id,name\nx,Here\n",
        services_at_location="id,service_id,location_id\n1,a,x\n2,a,nowhere\n",
        regular_schedules="id,location_id,weekday,opens_at,closes_at\n"
        "1,x,Monday,9:00,14:00\n2,x,Tuesday,9:00,2:00\n3,x,Sunday,,\n",
    )
    told = imported(folder, made)
    assert [(row["table"], row["line"], row["error"]) for row in told[:-1]] == [
        ("service_at_locations", 3, "hsds.dangling"),
        ("services", 2, "hsds.impossible"),
        ("locations", 2, "hours.check"),
        ("services", 3, "hsds.no_id"),
        ("services", 4, "import.twice"),
    ]
    known, places, pairs = knowledge(folder)
    assert (known["a"].source, known["b"].state) == ("", "retired")
    assert places["x"].hours == 'Mo 09:00-14:00; Tu unknown "09:00-02:00"'
    assert pairs == {("a", "x")}


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [("a.json", "{", "hsds"), ("a.json", "[]", "hsds"), ("a.json", "[" * 10**5, "hsds"),
     ("a.xml", "<a/>", "ending")],
)  # fmt: skip
def test_what_is_no_package_is_refused(
    folder: Path, tmp_path: Path, name: str, text: str, code: str
) -> None:
    """In one sentence."""
    file = tmp_path / name
    file.write_text(text)
    sentence = run("import", "hsds", file, "--data", folder).refusal()
    assert (code == "ending") == ("ending" in sentence)


WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=9)


@st.composite
def houses(draw: st.DrawFn) -> tuple[list[Article], list[Office], list[tuple[str, str]]]:
    """Some services and offices, with what HSDS has a place for."""
    services = [
        Article(
            draw(WORDS), id=f"a{n}", kind="service", lang="en", body=draw(WORDS), who=draw(WORDS),
            cost=draw(st.sampled_from(["", "5", "12.5"])), currency="EUR", term=draw(WORDS),
            keywords=draw(WORDS), state=draw(st.sampled_from(["published", "retired"])),
            requirements=tuple(draw(st.lists(WORDS, max_size=3))),
        )
        for n in range(draw(st.integers(1, 3)))
    ]  # fmt: skip
    places = [
        Office(f"o{n}", "", draw(WORDS), phone=draw(WORDS), directions=draw(WORDS),
               hours=draw(st.sampled_from(["", "24/7", "Mo-Fr 09:00-14:00; Sa 10:00-13:00",
                                           "Mo-Th 08:30-12:00,13:00-17:00"])))
        for n in range(draw(st.integers(1, 3)))
    ]  # fmt: skip
    pairs = [(a.id, o.id) for a in services for o in places if draw(st.booleans())]
    return services, places, pairs


@given(houses())
def test_an_export_comes_back_the_same(
    template: Path,
    tmp_path_factory: pytest.TempPathFactory,
    house: tuple[list[Article], list[Office], list[tuple[str, str]]],
) -> None:
    """What HSDS has a place for is in an empty desk as it was."""
    tmp = tmp_path_factory.mktemp("hsds")
    store = Store(copied(template, tmp / "one"))
    with store.write() as tx:
        offices.put_many(tx, house[1], now=NOW)
        articles.put_many(tx, [articles.checked(a) for a in house[0]], now=NOW)
        offices.serve(tx, house[2])
    assert writing.write(tmp / "out.json", store.read()) == len(house[0])
    store.close()
    assert json.loads((tmp / "out.json").read_text())["services"]
    imported(copied(template, tmp / "two"), tmp / "out.json")
    known, places, pairs = knowledge(tmp / "two")
    for article in house[0]:
        back = known[article.id]
        for name in ("title", "who", "cost", "term", "keywords", "state", "requirements"):
            assert getattr(back, name) == getattr(articles.checked(article), name), name
        assert articles.checked(article).body in back.body
    for office in house[1]:
        for name in ("name", "phone", "directions", "hours"):
            assert getattr(places[office.id], name) == getattr(offices.checked(office), name), name
    assert pairs == set(house[2])


OHANA = {
    "organizations": "id,name\n1,Library\n",
    "locations": "id,organization_id,name\n1,1,Main Library\n",
    "services": "id,location_id,name,eligibility,keywords,required_documents,fees\n"
    '7,1,Passport Photos,Anyone,"photo, travel",Picture identification,$20\n',
    "regular_schedules": "id,location_id,service_id,weekday,opens_at,closes_at\n"
    "1,1,,Monday,9am,5pm\n2,,7,Monday,14:00,4:00 PM\n",
    "phones": "id,location_id,number,number_type\n1,1,650 701-0856,fax\n",
}


def _is_whole(folder: Path) -> None:
    known, places, pairs = knowledge(folder)
    article = known["7"]
    assert (article.who, article.keywords, article.requirements, article.cost_note) == (
        "Anyone", "photo, travel", ("Picture identification",), "$20",
    )  # fmt: skip
    assert "- Monday 14:00 4:00 PM" in article.body
    assert (places["1"].hours, places["1"].phone) == ("Mo 09:00-17:00", "650 701-0856 (fax)")
    assert pairs == {("7", "1")}


def test_an_early_package_says_in_the_service_what_later_tables_say(
    folder: Path, tmp_path: Path
) -> None:
    """Where it is given, to whom, what to bring; a service's own hours stand in its text."""
    imported(folder, package(tmp_path / "p", **OHANA))
    _is_whole(folder)


def test_a_package_packed_into_a_zip_is_read(folder: Path, tmp_path: Path) -> None:
    """From whichever folder of the zip its tables are in; paths of the zip's own lead nowhere."""
    file = tmp_path / "directory.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("hsds/datapackage.json", "{}")
        archive.writestr("../../evil.csv", "id\n1\n")
        for name, text in OHANA.items():
            archive.writestr(f"hsds/data/{name}.csv", text)
    imported(folder, file)
    _is_whole(folder)
    assert not list(tmp_path.parent.rglob("evil.csv"))
    told = run("import", "hsds", file, "--dry-run", "--data", folder).done().rows
    assert {row["status"] for row in told} == {"same"}


def test_a_service_at_a_location_may_be_the_whole_file(folder: Path, tmp_path: Path) -> None:
    """As the interface gives it, with the service, the place and their hours inside."""
    file = tmp_path / "one.json"
    value = {
        "id": "x", "location": {"id": "l", "name": "Clinic"},
        "service": {"id": "s", "name": "Vaccines", "minimum_age": 90, "maximum_age": 5},
        "schedules": [{"id": "h", "freq": "WEEKLY", "byday": "TH", "opens_at": "10:00",
                       "closes_at": "18:00"}],
    }  # fmt: skip
    file.write_text(json.dumps(value))
    told = imported(folder, file)
    assert [row.get("error") for row in told[:-1]] == ["hsds.impossible"]
    known, places, pairs = knowledge(folder)
    assert "5" not in known["s"].who
    assert (places["l"].hours, pairs) == ("Th 10:00-18:00", {("s", "l")})
