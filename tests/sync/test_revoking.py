"""A branch whose invitation was stolen is believed no longer, and is told so in a sentence."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, sites
from frontdesk.store.store import Store
from frontdesk.sync import hub, joining, places, revoking
from tests.helpers import branches, postgres
from tests.helpers.branches import meet
from tests.helpers.command_line import run
from tests.helpers.desks import NOW


def test_what_a_revoked_branch_writes_is_refused_everywhere(
    head: Store, north: Store, south: Store, share: Path
) -> None:
    """At head office at once, at others from the next release on; what it sent before stays."""
    with north.write() as tx:
        before = complaints.file(tx, "Antes", now=NOW).id
    meet(share, north, head, south)
    with head.write() as tx:
        assert revoking.revoke(tx, "Oficina Norte", now=NOW) == "Oficina Norte"
    with north.write() as tx:
        after = complaints.file(tx, "Después", now=NOW).id
    meet(share, north)
    (at_head, at_south) = meet(share, head, south)
    assert {error.code for error in at_head.refused} == {"envelope.revoked"}
    assert {error.code for error in at_south.refused} == {"envelope.revoked"}
    assert complaints.find(head.read(), before)
    assert complaints.find(head.read(), after) is None


def test_the_revoked_branch_is_told_and_works_on(head: Store, north: Store, share: Path) -> None:
    """With its next exchange; nothing is written from there any more, and its work is kept."""
    meet(share, head, north)
    with head.write() as tx:
        revoking.revoke(tx, "Oficina Norte", now=NOW)
    meet(share, head)
    with north.write() as tx:
        complaints.file(tx, "Después", now=NOW)
    there = sorted(share.iterdir())
    for _ in range(2):
        with pytest.raises(UserError, match=r"sync\.revoked"):
            meet(share, north)
    assert sorted(share.iterdir()) == there
    assert len(list(complaints.every(north.read()))) == 1


def test_nothing_waits_for_a_revoked_branch(head: Store, south: Store, share: Path) -> None:
    """And the release of head office is no longer sealed to it."""
    with head.write() as tx:
        revoking.revoke(tx, "Oficina Norte", now=NOW)
        complaints.file(tx, "Uno", now=NOW)
    meet(share, head, south, times=3)
    meet(share, head)
    assert revoking.sites(south.read()) == revoking.sites(head.read()) != []


def test_the_same_name_can_be_invited_again(head: Store, north: Store, tmp_path: Path) -> None:
    """As another site, with another key and code: its folios cannot be mistaken."""
    with head.write() as tx:
        revoking.revoke(tx, "Oficina Norte", now=NOW)
    with closing(branches.branch(head, tmp_path / "new", "Oficina Norte")) as new:
        fresh, old = sites.here(new.read()), sites.here(north.read())
        assert (fresh.site_id, fresh.site) != (old.site_id, old.site)
        meet(tmp_path / "share", new, head, new)


def test_only_head_office_revokes_and_only_branches(head: Store, north: Store) -> None:
    """Any other wish is a sentence."""
    with north.write() as tx, pytest.raises(UserError, match=r"sync\.not_head"):
        revoking.revoke(tx, "Oficina Sur", now=NOW)
    for name in ("Sede Central", "nobody", ""):
        with head.write() as tx, pytest.raises(UserError, match=r"sync\.unknown_site"):
            revoking.revoke(tx, name, now=NOW)


def test_revoking_from_the_command_line(head: Store, north: Store, share: Path) -> None:
    """One command at head office; the branch reads why nothing goes any more."""
    meet(share, north, head)
    head.close()
    north.close()
    assert run("revoke", "Oficina Norte", "--data", head.folder).done().rows == [
        {"revoked": "Oficina Norte"}
    ]
    run("sync", share, "--data", head.folder).done()
    assert "believes this site no longer" in run("sync", share, "--data", north.folder).refusal()


@postgres.needed
def test_the_hub_lets_a_revoked_branch_write_nothing(
    head: Store, north: Store, addresses: dict[str, str]
) -> None:
    """It is told through the hub as well, and its role adds nothing there."""
    here = {name: sites.here(store.read()).site_id for name, store in
            (("head", head), ("north", north))}  # fmt: skip
    places.exchange(head, addresses[here["head"]], now=NOW)
    with head.write() as tx:
        revoking.revoke(tx, "Oficina Norte", now=NOW)
    places.exchange(head, addresses[here["head"]], now=NOW)
    with pytest.raises(UserError, match=r"sync\.revoked"):
        places.exchange(north, addresses[here["north"]], now=NOW)
    with north.write() as tx:
        complaints.file(tx, "Después", now=NOW)
    with hub.Hub(addresses[here["north"]], here["north"]) as there:
        name, data = _envelope(north)
        with pytest.raises(UserError, match=r"sync\.hub_refused"):
            there.put(name, data)


def _envelope(store: Store) -> tuple[str, bytes]:
    from frontdesk.sync import segments

    with store.write() as tx:
        made = segments.flush(tx, now=NOW)[0]
    return made.name, made.data


def test_an_invitation_of_a_revoked_branch_no_longer_counts(
    head: Store, tmp_path: Path, share: Path
) -> None:
    """Whoever has the stolen file can make a desk of it, which nobody believes."""
    with head.write() as tx:
        invitation = joining.invite(tx, "Oficina Sur", now=NOW)
    joining.write(tmp_path / "stolen.json", invitation)
    with head.write() as tx:
        revoking.revoke(tx, "Oficina Sur", now=NOW)
    thief = Store(tmp_path / "thief", create=True)
    with thief.write() as tx:
        joining.join(tx, joining.read(tmp_path / "stolen.json"), now=NOW)
        complaints.file(tx, "Falso", now=NOW)
    meet(share, thief)
    (done,) = meet(share, head)
    thief.close()
    assert {error.code for error in done.refused} == {"envelope.revoked"}
    assert list(complaints.every(head.read())) == []
