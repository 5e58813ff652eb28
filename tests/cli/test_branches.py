"""A branch from zero, by the command line alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.helpers.command_line import lines, run
from tests.helpers.desks import copied

TEXT = {"text": "No llega el recibo"}


@pytest.fixture
def head(tmp_path: Path) -> Path:
    """The data folder of head office."""
    folder = tmp_path / "head"
    run("init", "--site", "Sede Central", "--head", "--lang", "en", "--data", folder).done()
    return folder


@pytest.fixture
def north(head: Path, tmp_path: Path) -> Path:
    """The data folder of a branch that has joined."""
    file, folder = tmp_path / "north.json", tmp_path / "north"
    run("invite", "Oficina Norte", file, "--data", head).done()
    run("init", "--join", file, "--data", folder).done()
    return folder


def filed(folder: Path) -> str:
    """File a complaint; return its folio."""
    ran = run("complaint", "file", "-", "--data", folder, stdin=lines([TEXT]))
    return str(ran.done().rows[0]["folio"])


def test_a_branch_joins_and_exchanges(head: Path, north: Path, tmp_path: Path) -> None:
    """One file makes the desk; a folder carries its complaint up; the second time is idle."""
    share = tmp_path / "share"
    share.mkdir()
    folio = filed(north)
    assert folio.startswith("NORT-")
    (sent,) = run("sync", share, "--data", north).done().rows
    assert (sent["read"], sent["written"] > 0) == (0, True)
    (taken,) = run("sync", share, "--data", head).done().rows
    assert (taken["events"] > 0, taken["refused"], taken["release"]) == (True, 0, 1)
    cases = run("complaints", "--json", "--data", head).done().rows
    assert [case["folio"] for case in cases] == [folio]
    for folder in (north, head) * 3:
        (said,) = run("sync", share, "--data", folder).done().rows
    assert (said["read"], said["events"], said["written"]) == (0, 0, 0)
    for folder in (north, head):
        run("check", "--data", folder).done()
        (state,) = run("sync", "--status", "--data", folder).done().rows
        assert (state["new_events"], state["refused"]) == (0, [])


def test_sites_have_codes_of_their_own(head: Path, tmp_path: Path) -> None:
    """Two branches whose names give the same letters, and the second desk of one of them."""
    codes = []
    for n, name in enumerate(("Oficina Norte", "Oficina Norteña", "Oficina Norte")):
        run("invite", name, tmp_path / f"{n}.json", "--lang", "en", "--data", head).done()
        made = run("init", "--join", tmp_path / f"{n}.json", "--data", tmp_path / f"d{n}")
        codes.append(made.done().rows[0]["code"])
    assert codes == ["NORT", "NOR2", "NORT"]


def test_a_copied_desk_gives_no_folio_twice(north: Path, tmp_path: Path) -> None:
    """The folder was copied to another place: it files under another desk's code."""
    filed(north)
    copy = copied(north, tmp_path / "copy")
    folios = [filed(folder) for folder in (north, copy, north, copy)]
    assert len(set(folios)) == len(folios)


def test_a_copy_laid_in_place_by_hand_gives_no_folio_twice(north: Path, tmp_path: Path) -> None:
    """The database of the morning is put back over the one that filed since: nobody was asked."""
    run("backup", tmp_path / "morning.db", "--data", north).done()
    folios = [filed(north), filed(north)]
    for file in north.glob("frontdesk.db*"):
        file.unlink()
    (tmp_path / "morning.db").replace(north / "frontdesk.db")
    folios += [filed(north), filed(north)]
    assert len(set(folios)) == len(folios)


def test_a_restored_desk_stays_the_desk_that_restoring_made(north: Path, tmp_path: Path) -> None:
    """It is renewed once, by the restore itself, not once more at the next start."""
    run("backup", tmp_path / "b.db", "--data", north).done()
    (restored,) = run("restore", tmp_path / "b.db", "--data", north).done().rows
    assert restored["desk"] in filed(north)


@pytest.mark.parametrize("broken", ["changed", "cut", "other", "absent"])
def test_what_is_no_invitation_is_refused(north: Path, tmp_path: Path, broken: str) -> None:
    """Changed, cut off, something else, or not there: one sentence, and nothing is made."""
    file = tmp_path / "north.json"
    told = file.read_text(encoding="utf-8")
    if broken == "absent":
        file.unlink()
    else:
        file.write_text(
            {"changed": told.replace("Norte", "Morte"), "cut": told[:300], "other": '{"a": 1}'}[
                broken
            ],
            encoding="utf-8",
        )
    assert "north.json" in run("init", "--join", file, "--data", tmp_path / "new").refusal()
    assert not (tmp_path / "new").exists()


def test_only_head_office_invites(north: Path, tmp_path: Path) -> None:
    """A branch has no say in who belongs to the house."""
    assert "head office" in run("invite", "X", tmp_path / "x", "--data", north).refusal()


def test_an_invitation_is_for_its_owner_alone(head: Path, tmp_path: Path) -> None:
    """It holds the branch's secret: no other user of the machine reads it."""
    run("invite", "Oficina Norte", tmp_path / "n.json", "--data", head).done()
    assert (tmp_path / "n.json").stat().st_mode & 0o077 == 0
    assert json.loads((tmp_path / "n.json").read_bytes())["frontdesk"] == "invitation"


def test_sync_says_what_is_missing(north: Path, folder: Path, tmp_path: Path) -> None:
    """No place, no folder there, no head office."""
    assert run("sync", "--data", north).code == 2
    assert "is not there" in run("sync", tmp_path / "no stick", "--data", north).refusal()
    assert "no head office" in run("sync", tmp_path, "--data", folder).refusal()
    assert run("init", "--data", tmp_path / "x").code == 2
