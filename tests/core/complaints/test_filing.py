"""Filing: the text is enough, the folio comes at once and no other case ever has it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, contacts, offices, sites
from frontdesk.core.complaints import Complaint
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from tests.helpers.desks import NOW


def filed(store: Store, text: str = "Nobody came.", **more: object) -> Complaint:
    """A complaint of this morning."""
    with store.write() as tx:
        return complaints.file(tx, text, **{"now": NOW, **more})  # type: ignore[arg-type]


def test_the_text_is_enough(store: Store) -> None:
    """Folio, kind, pack and last day come by themselves; the text stays as typed."""
    case = filed(store, "  It rained in.\r\nTwice!\x07 ")
    desk = sites.here(store.read())
    assert case.text == "It rained in.\nTwice!"
    assert case.folio == f"VILL-{desk.desk}-2026-0001"
    assert case.kind
    assert case.pack
    assert case.due_on > "2026-11-23"
    assert complaints.get(store.read(), case.folio) == complaints.get(store.read(), case.id) == case


def test_folios_have_no_gap(store: Store) -> None:
    """A filing that fails gives its number back; an annulled case keeps it."""
    first = filed(store)
    with pytest.raises(UserError, match=r"office\.unknown"):
        filed(store, office="nowhere")

    def fail() -> None:
        with store.write() as tx:
            complaints.file(tx, "text", now=NOW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with store.write() as tx:
        complaints.annul(tx, first.id, "Filed twice", now=NOW)
    assert [filed(store).number for _ in range(3)] == [2, 3, 4]


def test_each_year_of_the_office_has_its_series(store: Store) -> None:
    """The year turns at midnight in the office, not in Greenwich."""
    filed(store)
    turn = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # half past midnight in Madrid
    assert filed(store, now=turn).folio.endswith("-2027-0001")
    assert filed(store, now=turn - timedelta(hours=2)).folio.endswith("-2026-0002")


def test_a_save_repeated_is_one_case(store: Store) -> None:
    """A retry with the same id returns the case on record, whatever else it says."""
    case = filed(store, complaint_id="save-1")
    assert filed(store, "Something else", complaint_id="save-1", at_desk=True) == case
    assert filed(store).number == 2
    assert contacts.current(store.read()) is None


def test_a_complaint_at_the_desk_is_what_came_of_the_visit(store: Store) -> None:
    """The contact fills itself with the folio."""
    case = filed(store, at_desk=True)
    contact = contacts.current(store.read())
    assert contact
    assert (contact.id, contact.outcome) == (case.contact_id, "complaint")
    assert [entry.label for entry in contact.entries] == [case.folio]


def test_the_office_is_named_as_people_name_it(store: Store) -> None:
    """By code or name; the case keeps a copy of the name of that day."""
    with store.write() as tx:
        offices.put_many(tx, [Office("o1", "TAX", "Tax office")], now=NOW)
    case = filed(store, office="TAX")
    with store.write() as tx:
        offices.put_many(tx, [Office("o1", "TAX", "Treasury")], now=NOW)
    assert (case.office_id, complaints.get(store.read(), case.id).office_name) == (
        "o1",
        "Tax office",
    )


def test_fields_are_one_line(store: Store) -> None:
    """A name with line breaks does not break a list, and an endless one is cut."""
    case = filed(store, name=" Ana\n\tGil ", phone="+34 955\x00 1", email="x" * 1_000)
    assert (case.name, case.phone, len(case.email)) == ("Ana Gil", "+34 955 1", 300)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"text": " \n\x00"}, "complaint.empty"),
        ({"text": "x" * 100_001}, "complaint.long"),
        ({"received_at": NOW + timedelta(seconds=1)}, "complaint.future"),
        ({"kind": "poem"}, "rules.unknown_kind"),
        ({"office": "nowhere"}, "office.unknown"),
    ],
)
def test_what_cannot_be_filed_is_refused(store: Store, more: dict[str, object], code: str) -> None:
    """Each by its own sentence; no case, no number, no contact."""
    with pytest.raises(UserError, match=code):
        filed(store, **{"at_desk": True, **more})  # type: ignore[arg-type]
    assert list(complaints.every(store.read())) == []
    assert contacts.current(store.read()) is None
    assert filed(store).number == 1


def test_a_case_that_is_not_there_is_said(store: Store) -> None:
    """Nothing is annulled or closed by a slip in a folio."""
    for deed in (complaints.annul, complaints.close):
        with pytest.raises(UserError, match=r"complaint\.unknown"), store.write() as tx:
            deed(tx, "VILL-0000-2026-0001", "text", now=NOW)
    with pytest.raises(UserError, match=r"complaint\.unknown"):
        complaints.get(store.read(), "")


def test_the_soonest_due_comes_first(store: Store) -> None:
    """Settled cases leave the list of open ones and stay in the list of all."""
    late = filed(store, received_at=NOW)
    early = filed(store, received_at=NOW - timedelta(days=9))
    annulled = filed(store)
    with store.write() as tx:
        complaints.annul(tx, annulled.id, "Filed twice", now=NOW)
    assert [case.id for case in complaints.still_open(store.read())] == [early.id, late.id]
    assert [case.number for case in complaints.every(store.read())] == [1, 2, 3]
