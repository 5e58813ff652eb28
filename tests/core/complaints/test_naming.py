"""No letter names somebody of the house as the culprit; the office stands in their place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from frontdesk.base.errors import UserError
from frontdesk.base.sentences import sentence
from frontdesk.core import complaints, offices, people
from frontdesk.core.complaints import life, naming
from frontdesk.core.complaints.cases import Complaint
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
WORDS = "la oficina {office}"
NAMES = ("José Peña", "Marta Gil Ortega", "María del Carmen López de la Rosa", "Luz", "Ana Ruiz")


@pytest.fixture
def case(desk: Store) -> Complaint:
    """A case of the water office, in a house of five, one of whom has left."""
    with desk.write() as tx:
        offices.put_many(tx, [Office("o-1", "AGU", "Aguas")], now=NOW)
        staff = [Person(f"p{n}", f"P{n}", name, active=n > 0) for n, name in enumerate(NAMES)]
        people.put_many(tx, staff, now=NOW)
        return complaints.file(tx, "No llega el recibo", office="o-1", name="Ana Ruiz", now=NOW)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La culpa es de JOSE PENA, ya se sabe", ["JOSE PENA"]),
        ("Marta Gil se equivocó y Marta Ortega también", ["Marta Gil", "Marta Ortega"]),
        ("Gil Ortega no avisó", ["Gil Ortega"]),
        ("fue maría lópez quien lo dijo", ["maría lópez"]),
        ("María del Carmen López de la Rosa lo firmó", ["María del Carmen López de la Rosa"]),
        ("Habló con la señora Gil.", ["la señora Gil"]),
        ("Doña Marta y don José", ["Doña Marta", "don José"]),
        ("La Sra. Peña no estaba", ["La Sra. Peña"]),
        ("La cajera Luz cobró dos veces", ["La cajera Luz"]),
        ("Había poca luz en la sala", []),
        ("Marta no tiene culpa", []),
        ("Vino Marta. Gil Blas lo contó", []),
        ("Marta\n\nGil", []),
        ("El señor de la oficina", []),
        ("Peña José", []),
        ("", []),
        ("Ana Ruiz pidió su recibo", []),
    ],
)
def test_who_of_the_house_stands_in_a_text(
    desk: Store, case: Complaint, text: str, found: list[str]
) -> None:
    """Two of their names in their order, or one after a form of address, whatever the accents."""
    staff = naming.staff(desk.read(), case)
    assert [text[one.start : one.end] for one in naming.mentions(text, staff)] == found


def test_the_office_stands_in_their_place(desk: Store, case: Complaint) -> None:
    """All of them at once; nothing is left to refuse."""
    text = "La señora Gil y José Peña se equivocaron."
    told = naming.for_the_office(desk.read(), case, text, WORDS)
    assert told == "la oficina Aguas y la oficina Aguas se equivocaron."
    naming.check(desk.read(), case, told, "answer")


@pytest.mark.parametrize("step", [life.answer, life.close, life.offer_remedy])
def test_what_goes_to_the_person_names_nobody(desk: Store, case: Complaint, step: object) -> None:
    """Refused with the name and the way out, in both languages; what is kept inside may name."""
    with pytest.raises(UserError) as refused, desk.write() as tx:
        step(tx, case.id, "Se equivocó Marta Gil", now=NOW)  # type: ignore[operator]
    assert refused.value.code == "complaint.names_staff"
    for lang in ("es", "en"):
        said = sentence(refused.value, lang)
        assert "Marta Gil Ortega" in said
        assert "Ctrl+R" in said
        assert "Aguas" in said
    with desk.write() as tx:
        life.investigate(tx, case.id, "Marta Gil no tenía la lista", now=NOW)


def test_a_letter_on_an_older_answer_names_the_office(desk: Store, case: Complaint) -> None:
    """What was answered before, or at another site, stays on record as it is."""
    with desk.write() as tx:
        tx.execute("UPDATE complaint SET answer = 'Fue José Peña', remedy_asked = 'Que Marta Gil'")
    stored = complaints.get(desk.read(), case.id)
    told = naming.letter_of(desk.read(), stored, WORDS)
    assert (told.answer, told.remedy_asked) == ("Fue la oficina Aguas", "Que la oficina Aguas")
    assert complaints.get(desk.read(), case.id).answer == "Fue José Peña"
