"""A case filed by mistake a moment ago is taken back by whoever filed it; a worked one is not."""

from __future__ import annotations

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints
from frontdesk.core.complaints import life
from frontdesk.core.complaints.cases import Complaint
from frontdesk.store.store import Actor, Store
from tests.helpers.desks import NOW


def filed(store: Store) -> Complaint:
    """A case filed now."""
    with store.write() as tx:
        return complaints.file(tx, "Nadie atiende el teléfono", now=NOW)


def test_who_filed_by_mistake_takes_it_back(desk: Store) -> None:
    """A receptionist too, also once the receipt is printed; its folio stays taken."""
    case = filed(desk)
    with desk.acting_as(Actor("p-1", "receptionist")), desk.write() as tx:
        life.acknowledge(tx, case.id, now=NOW)
        taken = life.take_back(tx, case.id, now=NOW)
    assert (taken.state, taken.answer) == ("annulled", life.UNDONE)
    assert filed(desk).number == case.number + 1


def test_a_case_on_which_somebody_worked_is_not_taken_back(desk: Store) -> None:
    """Annulling it then takes a reason, and who may."""
    case = filed(desk)
    with desk.write() as tx:
        life.note(tx, case.id, "Llamé al taller", now=NOW)
    with pytest.raises(UserError) as refused, desk.write() as tx:
        life.take_back(tx, case.id, now=NOW)
    assert refused.value.code == "complaint.under_way"
    receptionist = desk.acting_as(Actor("p-1", "receptionist"))
    with pytest.raises(UserError) as refused, receptionist, desk.write() as tx:
        life.annul(tx, case.id, life.UNDONE, now=NOW)
    assert refused.value.code == "role.needed"
