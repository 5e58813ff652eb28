"""What a complaint probably is: from its words, or from what its visitor was just served with."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from frontdesk.core import complaints, contacts, offices, rules
from frontdesk.core.complaints import suggesting
from frontdesk.core.complaints.course import LEVELS
from frontdesk.core.complaints.phrases import told_in
from frontdesk.core.demo import contents
from frontdesk.core.demo.house import furnish
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Me cobraron de más, exijo que me devuelvan el dinero", "claim"),
        ("Sugiero que pongan más sillas en la sala", "suggestion"),
        ("Quiero felicitar a la señora de la ventanilla, muy amable", "compliment"),
        ("Nadie contesta al teléfono", "complaint"),
    ],
)
def test_the_kind_is_guessed_from_the_words(desk: Store, text: str, kind: str) -> None:
    """Among the kinds of the rules in use; what says nothing else is their default kind."""
    assert complaints.suggest(desk.read(), text, now=NOW).kind == kind


def test_a_kind_that_the_law_does_not_know_is_not_suggested(store: Store) -> None:
    """Andalusia knows complaints and claims only."""
    pack = rules.in_use(store.read(), name="es-an")
    found = complaints.suggest(store.read(), "Sugiero poner más sillas", now=NOW)
    assert found.kind == pack.default_kind


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Me caí por el hoyo y hubo que llamar a la ambulancia", "high"),
        ("Huele a gas en el portal", "high"),
        ("Es la tercera vez que vengo y no contestan", "medium"),
        ("La máquina de turnos no tiene papel", "low"),
    ],
)
def test_the_severity_is_the_highest_that_a_word_suggests(text: str, severity: str) -> None:
    """Somebody may come to harm; it costs money or time; the rest."""
    assert suggesting.severity(told_in(text)) == severity
    assert severity in LEVELS


def test_what_the_visitor_was_just_served_with_comes_first(desk: Store) -> None:
    """The article read last and its only office, whatever the words say."""
    with desk.write() as tx:
        offices.put_many(
            tx, [Office("O1", "AGU", "Aguas"), Office("O2", "TRI", "Tributos")], now=NOW
        )
        water = articles.save(tx, Article(title="Recibo del agua"), now=NOW)
        tax = articles.save(tx, Article(title="Impuesto del coche"), now=NOW)
        offices.serve(tx, [(water.id, "O1"), (tax.id, "O2")])
        contacts.note(tx, "read", ref=water.id, label=water.title, now=NOW)
        contacts.note(tx, "read", ref=tax.id, label=tax.title, now=NOW)
        contact = contacts.current(tx.db)
    text = "El recibo del agua está mal"
    served = complaints.suggest(desk.read(), text, contact, now=NOW)
    assert (served.office_name, served.article_title, served.source) == (
        "Tributos", "Impuesto del coche", "contact",
    )  # fmt: skip
    sought = complaints.suggest(desk.read(), text, now=NOW)
    assert (sought.office_id, sought.article_id, sought.source) == ("O1", water.id, "text")


@pytest.mark.parametrize("text", ["", " ", "de la que", "?!", "\x00"])
def test_a_text_that_says_nothing_suggests_nothing(desk: Store, text: str) -> None:
    """No guess is better than any guess."""
    assert complaints.suggest(desk.read(), text, now=NOW) == complaints.Suggestion()


def test_a_megabyte_is_read_in_part(desk: Store) -> None:
    """The beginning is enough, and a search of it is not endless."""
    found = complaints.suggest(desk.read(), "Me cobraron dos veces. " * 50_000, now=NOW)
    assert found.kind == "claim"


def test_an_office_is_suggested_only_where_it_is_likely(desk: Store) -> None:
    """On the demo town's complaints: where an office is suggested at all, mostly the right one."""
    with desk.write() as tx:
        town = contents.read("municipality")
        house = furnish(tx, town, NOW.date(), now=NOW)
    right = suggested = 0
    for group in contents.read("cases/complaints")["group"]:
        for text in group["texts"]:
            found = complaints.suggest(desk.read(), text, now=NOW)
            suggested += bool(found.office_id)
            right += found.office_id == house.offices[group["office"]].id
    assert suggested > 40
    assert right / suggested > 0.8
