"""Forms with every field of their law, letters that name no culprit, the book without a hole."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.core import complaints, offices, rules, sites
from frontdesk.core.complaints import Complaint, board, legal, life
from frontdesk.core.offices import Office
from frontdesk.core.rules import Pack
from frontdesk.core.sites import Here
from frontdesk.exchange import case_papers, case_records
from frontdesk.exchange.paper import EMPTY, LANGS, TICKED, Paper
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

TEXT = "Llevo tres semanas esperando.\nNadie contesta."
COUNTRIES = {
    "CO": "", "PE": "", "ES-AN": "", "ES-CT": "", "ES": "", "MX": "", "AR-X": "", "AR-C": "",
    "CL": "", "UY": "",
}  # fmt: skip
TAG = re.compile(r"<[^>]*>")
OURS = re.compile(
    r'</?(p|table|tr|td|hr|img)( (class="\w+"|width="\d+%"|cellspacing="0"|cellpadding="0"'
    r'|src="paper:\w+"))*>'
)


def html(paper: Paper) -> str:
    """The three parts of a paper in order."""
    return paper.head + paper.body + paper.foot


def words(paper: Paper) -> str:
    """What one reads, without tags."""
    return unescape(TAG.sub(" ", html(paper)))


def desk_in(folder: Path, country: str) -> Store:
    """A desk of a country."""
    store = Store(folder / country, create=True)
    with store.write() as tx:
        sites.create(tx, "Villanueva", country=country, lang="es", now=NOW)
        offices.put_many(tx, [Office("o-1", "AGU", "Agua")], now=NOW)
    return store


def filed(store: Store, **more: object) -> Complaint:
    """A case on record."""
    named = {"name": "Ana Ruiz", "phone": "600 123 123", "office": "o-1", **more}
    with store.write() as tx:
        return complaints.file(tx, TEXT, now=NOW, **named)  # type: ignore[arg-type]


def form_of(store: Store, case: Complaint, lang: str = "es") -> tuple[Paper, Pack, Here]:
    """The official form of a case, its pack and desk."""
    db = store.read()
    pack, desk = rules.of_case(db, case.pack), sites.here(db)
    known = legal.given(db, case)
    return case_papers.official_form(case, pack, known, desk, lang, now=NOW), pack, desk


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("lang", LANGS)
def test_a_form_has_every_field_of_its_law(tmp_path: Path, country: str, lang: str) -> None:
    """Filled in or a line to write on, each field of the pack stands under the law's own name."""
    store = desk_in(tmp_path, country)
    paper, pack, _ = form_of(store, filed(store), lang)
    text = words(paper)
    store.close()
    missing = [
        field.code
        for field in pack.fields
        if field.code not in ("text", "kind", "signature")
        and field.name.in_language(lang) not in text
    ]
    assert missing == []
    assert "Llevo tres semanas esperando." in text
    assert pack.law.in_language(lang) in text
    assert "{" not in text
    assert paper.wide


def test_the_kind_of_the_case_is_ticked_among_those_of_the_law(tmp_path: Path) -> None:
    """One box has its tick, all others are empty."""
    store = desk_in(tmp_path, "CO")
    paper, pack, _ = form_of(store, filed(store, kind="claim"))
    store.close()
    kinds = re.findall(
        r'src="(paper:\w+)"></td><td class="line"><p class="\w+">([^<]+)', paper.body
    )
    assert [name for box, name in kinds if box == TICKED] == ["Reclamo"]
    assert [box for box, _ in kinds].count(EMPTY) == len(pack.kinds) - 1


def test_peru_wants_nine_digits_and_the_year(tmp_path: Path) -> None:
    """The number of the sheet is the law's; the folio stands under it."""
    store = desk_in(tmp_path, "PE")
    case = filed(store)
    paper, *_ = form_of(store, case)
    store.close()
    assert "000000001-2026" in paper.head
    assert case.folio in paper.head


def test_an_anonymous_form_asks_for_no_name(tmp_path: Path) -> None:
    """It says that it is anonymous instead."""
    store = desk_in(tmp_path, "CL")
    paper, *_ = form_of(store, filed(store, anonymous=True))
    store.close()
    assert "forma anónima" in words(paper)
    assert "Documento de identidad" not in words(paper)


def test_no_file_is_named_after_who_complained(tmp_path: Path) -> None:
    """A file name is seen by everybody who sees the folder."""
    store = desk_in(tmp_path, "CL")
    case = filed(store)
    paper, pack, desk = form_of(store, case)
    letter = case_papers.answer_letter(case, pack, desk, "es", now=NOW)
    status = case_papers.status_letter(case, pack, (), desk, "es", now=NOW)
    whole = case_records.case_file(life.file_of(store.read(), case.id), pack, "", desk, "es",
                                   now=NOW)  # fmt: skip
    store.close()
    for one in (paper, letter, status, whole):
        assert "Ana" not in one.name + one.title + one.qr


@pytest.mark.parametrize("lang", LANGS)
def test_the_letter_answers_for_the_office(tmp_path: Path, lang: str) -> None:
    """Greeting, what was asked, the answer line by line, what is offered, signed by the office."""
    store = desk_in(tmp_path, "CO")
    case = filed(store, remedy_asked="Que la reparen")
    with store.write() as tx:
        life.offer_remedy(tx, case.id, "Un descuento", now=NOW)
        case = life.answer(tx, case.id, "Está reparada.\nLo sentimos.", now=NOW)
    db = store.read()
    pack, desk = rules.of_case(db, case.pack), sites.here(db)
    text = words(case_papers.answer_letter(case, pack, desk, lang, now=NOW))
    store.close()
    for told in (
        "Ana Ruiz",
        case.folio,
        "Que la reparen",
        "Está reparada.",
        "Un descuento",
        "Agua",
    ):
        assert told in text
    assert "{" not in text


def test_a_letter_without_an_answer_leaves_room_for_it(tmp_path: Path) -> None:
    """What is not answered yet is written by hand, and the law is not claimed to be met."""
    store = desk_in(tmp_path, "CO")
    case = filed(store)
    _, pack, desk = form_of(store, case)
    text = words(case_papers.answer_letter(case, pack, desk, "es", now=NOW))
    store.close()
    assert case_papers.BLANK in text
    assert "conforme a" not in text


@pytest.mark.parametrize("lang", LANGS)
def test_the_status_letter_says_by_when_and_what_is_missing(tmp_path: Path, lang: str) -> None:
    """An open case tells its day and the fields that the person still owes."""
    store = desk_in(tmp_path, "PE")
    case = filed(store)
    db = store.read()
    pack, desk, missing = rules.of_case(db, case.pack), sites.here(db), legal.missing(db, case.id)
    text = words(case_papers.status_letter(case, pack, missing, desk, lang, now=NOW))
    store.close()
    assert missing[0].field.name.in_language(lang) in text
    assert "2026" in text
    assert "{" not in text


def test_a_settled_case_promises_no_day(tmp_path: Path) -> None:
    """The letter on a closed case speaks of no term."""
    store = desk_in(tmp_path, "CO")
    case = filed(store)
    _, pack, desk = form_of(store, case)
    closed = replace(case, state="closed")
    text = words(case_papers.status_letter(closed, pack, (), desk, "es", now=NOW))
    store.close()
    assert "más tardar" not in text


def test_the_file_tells_the_story_in_order(tmp_path: Path) -> None:
    """Every step with its day and words, the papers by name and hash."""
    store = desk_in(tmp_path, "CL")
    case = filed(store)
    with store.write() as tx:
        life.investigate(tx, case.id, "La orden no llegó", now=NOW + timedelta(hours=1))
        life.note(tx, case.id, "Llamar por la tarde", now=NOW + timedelta(hours=2))
    db = store.read()
    file, desk = life.file_of(db, case.id), sites.here(db)
    paper = case_records.case_file(file, None, "Órdenes perdidas", desk, "es", now=NOW)
    store.close()
    text = words(paper)
    places = [text.index(told) for told in ("Registrada", "La orden no llegó", "Llamar por")]
    assert places == sorted(places)
    assert "Órdenes perdidas" in text


def test_the_book_has_a_line_for_each_number_and_nobody_in_it(tmp_path: Path) -> None:
    """Annulled cases keep their line; the book says that no number is missing."""
    store = desk_in(tmp_path, "CL")
    for _ in range(3):
        case = filed(store)
    with store.write() as tx:
        complaints.annul(tx, case.id, "Twice", now=NOW)
    db = store.read()
    (book,) = board.books(db)
    pack, desk = rules.of_case(db, case.pack), sites.here(db)
    paper = case_records.book(book, board.book(db, book.series), pack, desk, "es", now=NOW)
    store.close()
    assert paper.body.count("<tr>") == 4
    assert "Anulada" in words(paper)
    assert "no tiene huecos" in words(paper)
    assert "Ana" not in html(paper)


def test_a_book_with_a_hole_says_so(tmp_path: Path) -> None:
    """What was taken out by hand does not look whole on paper."""
    store = desk_in(tmp_path, "CL")
    case = filed(store)
    db = store.read()
    (book,) = board.books(db)
    pack, desk = rules.of_case(db, case.pack), sites.here(db)
    torn = replace(book, is_gapless=False)
    paper = case_records.book(torn, (), pack, desk, "es", now=NOW)
    store.close()
    assert "Faltan números" in words(paper)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40), st.sampled_from("<&\"'>"))
def test_nothing_typed_becomes_markup(text: str, sharp: str) -> None:
    """Whatever a visitor or an office writes, only our own tags are in the HTML."""
    evil = f'{text}{sharp}<img src="http://example.org/x"><script>{text}</script>'
    pack = rules.choose("PE")
    case = Complaint(
        "id", evil, "V-D-2026", 1, "D", "claim", evil, evil, evil, evil, "o", evil, "", "",
        "2026-11-20T23:30:00.000Z", "2026-11-20T23:30:00.000Z", "2026-12-21", pack.identity,
        "received", evil, "", "", remedy_asked=evil, remedy_offered=evil, owner_name=evil,
    )  # fmt: skip
    desk = Here("s", "V", evil, True, "PE", "", "es", "America/Lima", "", "D")
    known = {field.code: evil for field in pack.fields if not field.code.endswith("_on")}
    for paper in (
        case_papers.official_form(case, pack, known, desk, "es", now=NOW),
        case_papers.answer_letter(case, pack, desk, "es", now=NOW),
        case_papers.status_letter(case, pack, (), desk, "es", now=NOW),
        case_records.case_file(life.CaseFile(case, (), ()), pack, evil, desk, "es", now=NOW),
    ):
        assert [tag for tag in TAG.findall(html(paper)) if not OURS.fullmatch(tag)] == []
