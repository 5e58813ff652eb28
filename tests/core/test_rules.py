"""Rule packs: what comes with the program, which one is chosen, and how mistakes are told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import pytest

from frontdesk.base.errors import UserError
from frontdesk.base.paths import resources
from frontdesk.base.sentences import catalogue, sentence
from frontdesk.core import rules
from frontdesk.core.deadlines import Sureness
from frontdesk.core.rules.reading import MAX_CHARS, RECEIPT_GAPS, read_pack
from frontdesk.core.rules.shipped import in_force
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)

# What the laws say, as it was collected: pack -> kind -> number and unit of the term.
TERMS = {
    "co-pqrsd": {
        "petition": (15, "working_days"),
        "complaint": (15, "working_days"),
        "claim": (15, "working_days"),
        "suggestion": (15, "working_days"),
        "report": (15, "working_days"),
        "information_request": (10, "working_days"),
        "consultation": (30, "working_days"),
    },
    "pe-private": {"claim": (15, "working_days"), "complaint": (15, "working_days")},
    "pe-public": {"claim": (30, "working_days")},
    "es": {"complaint": (1, "months"), "claim": (1, "months")},
    "es-an": {"complaint": (10, "working_days"), "claim": (10, "working_days")},
    "es-ct": {"complaint": (1, "months"), "claim": (1, "months")},
    "es-ley-10-2025": {
        "consultation": (15, "working_days"),
        "complaint": (15, "working_days"),
        "claim": (15, "working_days"),
        "incident": (15, "working_days"),
    },
    "es-administration": {"complaint": (20, "working_days"), "suggestion": (20, "working_days")},
    "ar-x": {"complaint": (5, "calendar_days"), "claim": (5, "calendar_days")},
    "cl-oirs": {
        "consultation": (20, "working_days"),
        "claim": (20, "working_days"),
        "suggestion": (20, "working_days"),
        "compliment": (20, "working_days"),
    },
}
SET_BY_THE_OFFICE = {"ar-c", "mx", "iso-10002"}

CHOSEN = [
    ("CO", "", "co-pqrsd"),
    ("PE", "", "pe-private"),
    ("PE", "LIM", "pe-private"),
    ("ES", "", "es"),
    ("ES", "MD", "es"),
    ("ES", "AN", "es-an"),
    ("es", "ES-CT", "es-ct"),
    ("AR", "X", "ar-x"),
    ("AR", "AR-C", "ar-c"),
    ("AR", "B", "iso-10002"),
    ("MX", "CMX", "mx"),
    ("CL", "RM", "cl-oirs"),
    ("US", "CA", "iso-10002"),
    ("", "", "iso-10002"),
    ("*", "", "iso-10002"),
]

GOOD = (resources() / "rules" / "es-an.toml").read_text(encoding="utf-8")
MISTAKES = [
    ("not TOML", "version = 1", "version = = 1", "syntax", 2, None),
    ("an open string", 'sector = "any"', 'sector = "any', "syntax", 6, None),
    ("a field left out", "version = 1\n", "", "field_missing", 1, "version"),
    ("an empty name", 'name = "es-an"', 'name = ""', "field_wrong", 1, "name"),
    ("a name with a path", '"es-an"', '"../es"', "field_wrong", 1, "name"),
    ("a word for a number", "version = 1", 'version = "1"', "field_wrong", 2, "version"),
    ("yes for a number", "version = 1", "version = true", "field_wrong", 2, "version"),
    ("no such sector", '"any"', '"both"', "field_wrong", 6, "sector"),
    ("a month of its own", '"2026-11"', '"2026-13"', "field_wrong", 7, "checked_on"),
    ("a typing slip", "sector =", "sektor =", "field_missing", 1, "sector"),
    ("a field too many", "version = 1", "version = 1\nextra = 2", "field_unknown", 3, "extra"),
    ("no such default", '"complaint"', '"petition"', "field_wrong", 9, "default_kind"),
    ("Spanish alone", 'en = "Decree 82/2022"\n', "", "field_missing", 15, "law.en"),
    ("a term without end", "number = 10", "number = 367", "field_wrong", 26, "kind[1].term.number"),
    ("a negative term", "number = 10", "number = -1", "field_wrong", 26, "kind[1].term.number"),
    ("no such unit", '"working_days" }', '"weeks" }', "field_wrong", 26, "kind[1].term.unit"),
    ("a kind twice", 'code = "claim"', 'code = "complaint"', "field_wrong", 29, "kind[2].code"),
    ("a gap nobody fills", "{folio}", "{number}", "field_wrong", 51, "receipt[1].text"),
    ("an open brace", "{folio}", "{folio", "field_wrong", 51, "receipt[1].text"),
    ("brackets without end", "version = 1", "version = " + "[" * 5000, "syntax", None, None),
    ("a number without end", "version = 1", "version = " + "1" * 5000, "syntax", None, None),
]  # fmt: skip


def test_the_terms_are_those_of_the_laws() -> None:
    """Each kind of each pack has the number and unit that its law states."""
    shipped = {
        pack.name: {kind.code: (kind.term.number, kind.term.unit) for kind in pack.kinds}
        for pack in rules.every()
        if pack.name not in SET_BY_THE_OFFICE
    }
    assert shipped == TERMS


def test_a_term_that_no_law_states_says_that_the_office_sets_it() -> None:
    """No pack passes a term of ours off as law."""
    by_office = {
        pack.name
        for pack in rules.every()
        if any(kind.term.sure == "office" for kind in pack.kinds)
    }
    assert by_office == SET_BY_THE_OFFICE


def test_every_pack_says_who_must_confirm_it_and_when_it_was_checked() -> None:
    """The office's own lawyer is named in both languages."""
    for pack in rules.every():
        assert "abogado" in pack.caution.es
        assert "lawyer" in pack.caution.in_language("en")
        assert pack.checked_on == "2026-11"


def test_every_degree_of_sureness_has_its_words() -> None:
    """Seen, recalled and set by the office are said in both languages."""
    for lang in ("en", "es"):
        assert {f"rules.{sure}" for sure in get_args(Sureness)} <= catalogue(lang).keys()


def test_a_file_is_named_after_its_pack() -> None:
    """The country's two letters find its packs without reading the others."""
    stems = {file.stem.partition("@")[0] for file in (resources() / "rules").glob("*.toml")}
    assert stems == {pack.name for pack in rules.every()}
    assert all(pack.name[:2] == pack.country.lower() for pack in rules.every() if pack.country)


def test_the_sentences_of_every_receipt_can_be_filled_in() -> None:
    """Each receipt carries folio, kind and both days, in both languages."""
    values = {gap: f"<{gap}>" for gap in RECEIPT_GAPS}
    for pack in rules.every():
        for lang in ("es", "en"):
            text = " ".join(line.in_language(lang).format_map(values) for line in pack.receipt)
            for gap in ("folio", "kind", "received_on", "due_on"):
                assert f"<{gap}>" in text, pack.name


@pytest.mark.parametrize(("country", "region", "name"), CHOSEN)
def test_the_regions_pack_goes_before_the_countrys(country: str, region: str, name: str) -> None:
    """Where several fit, the first of the table is chosen; without any, the generic pack."""
    assert rules.choose(country, region).name == name


def test_a_name_overrides_the_place() -> None:
    """An office in Spain that is a large firm takes the customer service law by its name."""
    assert rules.choose("ES", "AN", name="es-ley-10-2025").identity == "es-ley-10-2025@1"


@pytest.mark.parametrize("name", ["pe", "es-*", "../rules/es", "es@1", "ES"])
def test_an_unknown_name_is_told(name: str) -> None:
    """Only a pack's whole name is one: no beginning, pattern or path."""
    with pytest.raises(UserError) as caught:
        rules.choose("ES", "", name=name)
    assert caught.value.code == "rules.unknown_pack"


def test_a_kind_by_its_code_and_by_default() -> None:
    """Without a code the pack's own default is taken; an unknown one is refused."""
    pack = rules.choose("PE", "")
    assert pack.kind("complaint").name.in_language("es") == "Queja"
    assert pack.kind().code == "claim"
    with pytest.raises(UserError) as caught:
        pack.kind("petition")
    assert caught.value.code == "rules.unknown_kind"


def test_the_legal_fields_still_missing_are_listed() -> None:
    """In Peru an e-mail serves instead of the address, and a blank is no value."""
    pack = rules.choose("PE", "")
    given = {"received_on": "2026-11-20", "text": "Cobro doble", "person_name": " "}
    missing = [field.code for field in pack.missing(given, "filing")]
    assert missing == ["person_name", "person_address", "person_id"]
    given |= {"person_name": "Ana", "person_id": "1", "person_email": "ana@example.org"}
    assert pack.missing(given, "filing") == ()


def test_the_extension_of_a_law_is_told_apart_from_none() -> None:
    """Colombia allows double, Peru none; where the law is silent, nothing is claimed."""
    colombia, peru = rules.choose("CO").extension, rules.choose("PE").extension
    assert colombia is not None
    assert (colombia.at_most_times, colombia.told_before_expiry) == (2, True)
    assert peru is not None
    assert peru.at_most_times == 1
    assert rules.choose("MX").extension is None


@pytest.mark.parametrize(
    ("text", "with_mistake", "code", "line", "field"),
    [pytest.param(*row[1:], id=row[0]) for row in MISTAKES],
)
def test_a_mistake_in_a_pack_is_told_with_file_line_and_field(
    text: str, with_mistake: str, code: str, line: int | None, field: str | None
) -> None:
    """Each mistake names where it stands, and has a sentence in both languages."""
    assert text in GOOD
    with pytest.raises(UserError) as caught:
        read_pack(GOOD.replace(text, with_mistake, 1), "mine.toml")
    error = caught.value
    assert (error.code, error.details["file"]) == (f"rules.{code}", "mine.toml")
    assert error.details.get("field") == field
    line = line or GOOD.count("\n") + 1
    assert error.details["line"] == line
    assert f"mine.toml, line {line}:" in sentence(error, "en")
    assert f"mine.toml, línea {line}:" in sentence(error, "es")


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\xff\xfe\x00", "rules.not_text"), (b"#" * (MAX_CHARS + 1), "rules.too_long")],
)
def test_a_file_that_is_no_pack_is_told(tmp_path: Path, data: bytes, code: str) -> None:
    """What is no text, or endless, is refused before it is read as a pack."""
    file = tmp_path / "mine.toml"
    file.write_bytes(data)
    with pytest.raises(UserError) as caught:
        rules.read_file(file)
    assert caught.value.code == code


def test_a_file_from_a_windows_editor_is_read(tmp_path: Path) -> None:
    """A byte order mark and Windows line ends do no harm."""
    file = tmp_path / "mine.toml"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert rules.read_file(file).name == "es-an"


def test_an_office_copies_a_pack_and_changes_it(store: Store) -> None:
    """The copy has its own name and versions; the one that came with the program stays."""
    with store.write() as tx:
        copied = rules.copy(tx, "co-pqrsd", "alcaldia", now=NOW)
        edited = copied.text.replace("number = 15", "number = 12")
        changed = rules.save(tx, "alcaldia", edited, file="mine.toml", now=NOW)
    db = store.read()
    assert (copied.identity, changed.identity) == ("alcaldia@1", "alcaldia@2")
    assert rules.in_use(db, "CO", "", name="alcaldia").kind("petition").term.number == 12
    assert rules.in_use(db, "CO", "").kind("petition").term.number == 15
    assert [pack.identity for pack in rules.own(db)] == ["alcaldia@2"]


def test_a_case_keeps_the_version_of_its_day(store: Store) -> None:
    """A case received under the first version still finds it after the pack has changed."""
    with store.write() as tx:
        first = rules.copy(tx, "es-an", "tienda", now=NOW)
        later = first.text.replace("number = 10", "number = 7")
        rules.save(tx, "tienda", later, file="mine.toml", now=NOW)
    db = store.read()
    assert rules.of_case(db, first.identity).kind().term.number == 10
    assert rules.of_case(db, "tienda@2").kind().term.number == 7
    assert rules.of_case(db, "mx@1").name == "mx"


@pytest.mark.parametrize("identity", ["tienda@1", "mx@99", "mx", ""])
def test_a_version_that_is_not_here_is_told(store: Store, identity: str) -> None:
    """Another site's pack is named, not guessed."""
    with pytest.raises(UserError) as caught:
        rules.of_case(store.read(), identity)
    assert caught.value.code == "rules.unknown_pack"


def test_a_pack_with_a_mistake_leaves_the_old_one_in_use(store: Store) -> None:
    """A refused text changes nothing, and its error names the admin's own line."""
    with store.write() as tx:
        rules.copy(tx, "es-an", "tienda", now=NOW)
    broken = GOOD.replace("number = 10", "number = 0.5", 1)
    with pytest.raises(UserError) as caught, store.write() as tx:
        rules.save(tx, "tienda", broken, file="mine.toml", now=NOW)
    assert (caught.value.code, caught.value.details["line"]) == ("rules.field_wrong", 26)
    assert rules.in_use(store.read(), name="tienda").identity == "tienda@1"


def test_a_copy_cannot_take_the_name_of_a_shipped_pack(store: Store) -> None:
    """The office's own packs never stand in for those that come with the program."""
    with pytest.raises(UserError) as caught, store.write() as tx:
        rules.copy(tx, "es-an", "es", now=NOW)
    assert caught.value.code == "rules.name_taken"


def test_the_version_in_force_on_the_day_of_receipt_is_taken() -> None:
    """A newer version holds from its day; before any, the oldest is all there is."""
    old, new = (
        read_pack(
            GOOD.replace("version = 1", f"version = {version}\nin_force_from = {day}"), "mine.toml"
        )
        for version, day in ((1, "2022-06-01"), (2, "2027-01-01"))
    )
    assert in_force((old, new), date(2026, 12, 31)) is old
    assert in_force((old, new), date(2027, 1, 1)) is new
    assert in_force((old, new), None) is new
    assert in_force((old, new), date(2020, 1, 1)) is old
