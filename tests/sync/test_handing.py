"""A case goes from branch to branch with all its story; both see what is done on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import attachments, checking, complaints
from frontdesk.core.complaints import life
from frontdesk.core.complaints.attachments import attach
from frontdesk.store.store import Store
from tests.helpers.branches import meet
from tests.helpers.desks import NOW


@pytest.mark.parametrize("by", ["north", "head"])
def test_who_is_handed_a_case_gets_all_of_it(desks: dict[str, Store], share: Path, by: str) -> None:
    """From the branch itself or by head office; its papers too, and what comes afterwards."""
    north, south, head = desks["north"], desks["south"], desks["head"]
    with north.write() as tx:
        case = complaints.file(tx, "No llega el recibo", now=NOW).id
        attach(tx, case, "recibo.pdf", b"a paper", now=NOW)
        life.note(tx, case, "Ya vino dos veces", now=NOW)
    meet(share, head, north, head, south)
    assert complaints.find(south.read(), case) is None
    with desks[by].write() as tx:
        handed = complaints.hand_to_site(tx, case, "Oficina Sur", "es de allí", now=NOW)
    assert handed.owner_name == "Oficina Sur"
    meet(share, *desks.values(), times=2)
    assert complaints.get(south.read(), case) == complaints.get(north.read(), case)
    (paper,) = attachments.of(south.read(), "complaint", case)
    assert attachments.content(south.read(), paper.sha256) == b"a paper"
    with south.write() as tx:
        life.answer(tx, case, "Ya está arreglado", now=NOW)
    with north.write() as tx:
        life.note(tx, case, "Avisada", now=NOW)
    meet(share, *desks.values(), times=3)
    every = [life.file_of(store.read(), case) for store in desks.values()]
    assert all(one == every[0] for one in every)
    assert [step.kind for step in every[0].steps].count("noted") == 2
    assert [checking.faults(store) for store in desks.values()] == [[], [], [], []]


def test_a_case_is_handed_to_another_site_that_is_known(head: Store, north: Store) -> None:
    """Not to this one, and not to nobody."""
    with north.write() as tx:
        case = complaints.file(tx, "Uno", now=NOW).id
    for name in ("Oficina Norte", "Nadie", ""):
        with north.write() as tx, pytest.raises(UserError, match=r"complaint\.no_site"):
            complaints.hand_to_site(tx, case, name, now=NOW)
