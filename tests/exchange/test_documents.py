"""Papers: complete in both languages, dated in words, and deaf to markup that somebody typed."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.base.paths import resources
from frontdesk.core import rules
from frontdesk.core.complaints import Complaint
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.opening import Timetable
from frontdesk.core.routing import Need, Place, Slip, Stop, decide
from frontdesk.core.sites import Here
from frontdesk.exchange import documents
from frontdesk.exchange import paper as papers
from frontdesk.exchange.paper import Paper

NOW = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)  # a Friday, 11:42 in Madrid
DESK = Here("s", "RIBA", "Ribaclara", True, "ES", "", "es", "Europe/Madrid", "", "A1B2")
OFFICE = Office("o", "REG", "Registro", floor="Planta 1", room="Sala 3", directions="Al fondo.")
ARTICLE = Article(
    "Alta en el padrón",
    id="a",
    code="PAD-01",
    cost="0",
    term="En el acto",
    requirements=("Contrato", "Pasaporte"),
)


def need(office: Office = OFFICE, article: Article = ARTICLE, hours: str = "") -> Need:
    """What leads to one office, open on weekday mornings."""
    table = Timetable(hours or "Mo-Fr 08:30-14:00", DESK.zone)
    step = Stop("Firma el alta.", 15, (Place(office, table),))
    return Need(article, (step,), DESK.zone)


CASE = Complaint(
    "id", "RIBA-A1B2-2026-0001", "RIBA-A1B2-2026", 1, "A1B2", "claim", "No me atendieron",
    "Ana Pérez", "555 0199", "", "o", "Registro", "", "", "2026-11-20T23:30:00.000Z",
    "2026-11-20T23:30:00.000Z", "2026-12-21", "es@1", "received", "", "", "",
)  # fmt: skip
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
    return TAG.sub(" ", html(paper))


def issued(number: str = "A1B2-045", for_at: str = "") -> Slip:
    """A slip as it stands in its row."""
    return Slip(
        "0199-aa", number, "A1B2", "c", "a", "Alta", "o", "Registro", for_at, "", (), (),
        "2026-11-20T10:42:00.000Z", "issued", "",
    )  # fmt: skip


def slip(
    lang: str = "es", at: datetime = NOW, for_at: str = "", wanted: Need | None = None
) -> Paper:
    """The paper of a slip, with one of the two papers at hand."""
    plan = decide(wanted or need(), at=at, papers={"Pasaporte"})
    return documents.slip(issued(for_at=for_at), plan, DESK, lang, now=NOW)


def test_both_languages_have_the_same_words_with_the_same_gaps() -> None:
    """No paper falls back to another language in the middle of a sentence."""
    tables = {
        lang: tomllib.loads((resources() / "papers" / f"{lang}.toml").read_text("utf-8"))
        for lang in papers.LANGS
    }

    def gaps(lang: str) -> dict[str, set[str | None]]:
        return {
            f"{paper}.{name}": {gap for _, gap, _, _ in Formatter().parse(text)} - {None}
            for paper, texts in tables[lang].items()
            for name, text in texts.items()
            if paper != "day"  # English needs no "de" and may leave a gap out
        }

    assert gaps("es") == gaps("en")
    assert tables["es"]["day"].keys() == tables["en"]["day"].keys()


def test_a_slip_says_number_way_papers_and_cost() -> None:
    """Everything that spares a second walk stands on the slip."""
    text = words(slip())
    for told in (
        "A1B2-045", "Ribaclara", "viernes, 20 de noviembre de 2026, 11:42", "Planta 1 · Sala 3",
        "Al fondo.", "Abierto hasta las 14:00", "Pasaporte", "Contrato", "Gratuito", "En el acto",
    ):  # fmt: skip
        assert told in text
    assert slip().qr == "frontdesk:slip:0199-aa"


def test_a_slip_says_what_each_stop_asks_for_and_costs() -> None:
    """Whoever pays on the way knows where, and the whole is their sum."""
    wanted = need(article=replace(ARTICLE, cost="", currency="EUR"))
    sign = replace(wanted.stops[0], papers=("Foto",), cost="2.50")
    pay = replace(wanted.stops[0], text="Cobran.", papers=("Impreso",), cost="10.00")
    text = words(slip(wanted=replace(wanted, stops=(sign, pay))))
    for told in ("15\xa0min · 2,50 EUR", "Piden: Foto", "10 EUR", "Piden: Impreso", "12,50 EUR"):
        assert told in text
    assert text.index("Piden: Foto") < text.index("Cobran.") < text.index("Piden: Impreso")


def test_a_slip_for_later_says_when_to_come() -> None:
    """The day and hour of the chosen time stand on it, in the office's zone, not today's hours."""
    text = words(slip(at=datetime(2026, 11, 23, 7, 30, tzinfo=UTC), for_at="2026-11-23T07:30:00Z"))
    assert "Acuda el lunes 23 de noviembre a partir de las 8:30. Abierto hasta las 14:00" in text


def test_the_last_admission_counts_and_not_the_closing() -> None:
    """Who reads "open until" and comes at the last minute is sent away: the earlier is told."""
    wanted = need()
    place = wanted.stops[0].places[0]
    table = replace(place.timetable, last_admission_min=20)
    step = replace(wanted.stops[0], places=(replace(place, timetable=table),))
    text = words(slip(wanted=replace(wanted, stops=(step,))))
    assert "Se admite hasta las 13:40" in text
    assert "14:00" not in text


def test_papers_at_hand_are_ticked_and_missing_ones_are_not() -> None:
    """The box before a paper says whether the visitor has it."""
    boxes = re.findall(
        r'src="(paper:\w+)"></td><td class="line"><p class="\w+">(\w+)', html(slip())
    )
    assert boxes == [(papers.EMPTY, "Contrato"), (papers.TICKED, "Pasaporte")]


def test_a_slip_is_in_the_visitors_language() -> None:
    """The words are English, what the house wrote stays as it is."""
    text = words(slip("en"))
    assert "Your number" in text
    assert "Friday 20 November 2026, 11:42" in text
    assert "Alta en el padrón" in text
    assert "Su número" not in text


def test_the_list_of_missing_papers_says_when_the_office_opens() -> None:
    """It is handed over instead of a slip: what to bring, and when there is somebody."""
    evening = NOW.replace(hour=20)
    plan = decide(need(), at=evening, papers={"Pasaporte"})
    paper = documents.missing_papers(plan, DESK, "es", now=evening)
    assert "Le falta por traer" in words(paper)
    assert "Acuda el lunes 23 de noviembre a partir de las 8:30" in words(paper)
    assert paper.qr == "frontdesk:article:PAD-01"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40), st.sampled_from("<&\"'>"))
def test_nothing_typed_becomes_markup(text: str, sharp: str) -> None:
    """Whatever a title, an office or a paper is called, only our own tags are in the HTML."""
    evil = f'{text}{sharp}<img src="http://example.org/x"><script>{text}</script>'
    office = replace(OFFICE, name=evil, directions=evil, floor=evil, phone=evil, external=True)
    article = replace(
        ARTICLE, title=evil, cost=evil, cost_note=evil, term=evil, requirements=(evil, "Pasaporte")
    )
    wanted = replace(need(office, article))
    paper = slip(wanted=replace(wanted, stops=(replace(wanted.stops[0], text=evil),)))
    assert [tag for tag in TAG.findall(html(paper)) if not OURS.fullmatch(tag)] == []


@pytest.mark.parametrize("lang", papers.LANGS)
def test_a_receipt_says_what_its_rule_pack_asks(lang: str) -> None:
    """Folio, kind, due day and law stand in the sentences; the day is the office's, not UTC's."""
    pack = rules.choose("ES")
    text = words(documents.receipt(CASE, pack, DESK, lang, now=NOW))
    assert CASE.folio in text
    assert papers.long_day(date(2026, 11, 21), lang) in text
    assert papers.long_day(date(2026, 12, 21), lang) in text
    assert pack.law.in_language(lang) in text
    assert "{" not in text


def test_a_receipt_without_a_term_promises_no_day() -> None:
    """Where the pack sets no term, the sentence with the due day is left out."""
    paper = documents.receipt(replace(CASE, due_on=""), rules.choose("ES"), DESK, "es", now=NOW)
    assert "más tardar" not in words(paper)
    assert CASE.folio in words(paper)


def test_no_paper_or_file_name_tells_who_complained() -> None:
    """Name and phone stay in the case: a receipt gets lost, a file name is seen by everybody."""
    paper = documents.receipt(CASE, rules.choose("ES"), DESK, "es", now=NOW)
    assert "Ana" not in html(paper) + paper.name + paper.title + paper.qr
    assert paper.name == "receipt-RIBA-A1B2-2026-0001"
    assert slip().name == "slip-A1B2-045-PAD-01-2026-11-20"


def test_a_code_with_a_slash_makes_no_folder() -> None:
    """Codes are the office's own: whatever they hold, the name stays one file's."""
    paper = slip(wanted=need(article=replace(ARTICLE, code="../DNI/NIE 3")))
    assert paper.name == "slip-A1B2-045-DNI-NIE-3-2026-11-20"


@pytest.mark.parametrize(
    ("amount", "lang", "told"),
    [
        ("25000", "es", "25.000 COP"),
        ("12.50", "es", "12,50 COP"),
        ("12.50", "en", "12.50 COP"),
        ("0", "es", "Gratuito"),
        ("according to size", "en", "according to size"),
        ("", "es", ""),
    ],
)
def test_money_is_written_as_people_write_it(amount: str, lang: str, told: str) -> None:
    """Cents only where there are any, and no amount is invented from unreadable text."""
    assert documents.money(amount, "COP", lang) == told
