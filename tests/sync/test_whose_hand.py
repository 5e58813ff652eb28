"""Exchange is done by the machine: it needs nobody's role, and nobody's name stands under it."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import people
from frontdesk.core.people import Person
from frontdesk.core.roles import NOBODY
from frontdesk.store import events
from frontdesk.store.store import Actor, Store
from frontdesk.sync import identity, joining, revoking
from tests.helpers.branches import meet
from tests.helpers.desks import NOW, copied


def test_a_round_is_the_machine_s_whoever_starts_it(head: Store, north: Store, share: Path) -> None:
    """A receptionist's exchange takes a release in, and a copy is told also while it is locked."""
    with head.write() as tx:
        people.put_many(tx, [Person("p1", "", "Ana")], now=NOW)
    north.actor = Actor("r", "receptionist")
    meet(share, head, north)
    assert [p.name for p in people.every(north.read())] == ["Ana"]
    told = [e.body for e in events.in_order(north.read()) if e.kind == "release.applied"]
    assert [body and body.get("by") for body in told] == [None]


def test_only_an_admin_invites_and_revokes_branches(head: Store, north: Store) -> None:
    """An invitation is a key of the house."""
    assert north
    head.actor = Actor("m", "manager")
    with pytest.raises(UserError, match=r"role\.needed"), head.write() as tx:
        joining.invite(tx, "Oficina Este", now=NOW)
    with pytest.raises(UserError, match=r"role\.needed"), head.write() as tx:
        revoking.revoke(tx, "Oficina Norte", now=NOW)
    head.actor = Actor("a", "admin")
    with head.write() as tx:
        joining.invite(tx, "Oficina Este", now=NOW)
        revoking.revoke(tx, "Oficina Norte", now=NOW)


def test_a_locked_copy_becomes_another_desk(north: Store, tmp_path: Path) -> None:
    """Nobody has to sign in for what keeps folios apart."""
    identity.watch(north, now=NOW)
    north.close()
    clone = Store(copied(north.folder, tmp_path / "clone"))
    clone.actor = NOBODY
    assert identity.watch(clone, now=NOW)
    clone.close()
