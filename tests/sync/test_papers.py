"""Papers of cases and articles travel once by their hash, to the sites that have the case."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk.core import attachments, checking, complaints, erasure
from frontdesk.core.complaints.attachments import attach, detach
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.store.store import Store
from frontdesk.sync import envelopes, keys
from frontdesk.sync.transports import Folder
from tests.helpers.branches import meet
from tests.helpers.desks import NOW

PAPER = b"%PDF-1.7 " + bytes(range(256)) * 64


def filed(store: Store, content: bytes = PAPER) -> tuple[str, str]:
    """A case with a paper: its id, and the hash of the paper."""
    with store.write() as tx:
        case = complaints.file(tx, "No llega el recibo", now=NOW).id
        attach(tx, case, "recibo.pdf", content, now=NOW)
    (paper,) = attachments.of(store.read(), "complaint", case)
    return case, paper.sha256


def papers(place: Path) -> list[Path]:
    """The papers in a folder."""
    return sorted(place.glob("paper-*.zip"))


def test_a_paper_goes_with_its_case_and_not_to_others(desks: dict[str, Store], share: Path) -> None:
    """To head office and the other desk of the branch; another branch cannot even open it."""
    _, sha256 = filed(desks["north"])
    for _ in range(3):
        meet(share, *desks.values())
    for name, has in (("head", True), ("north2", True), ("south", False)):
        assert (attachments.content(desks[name].read(), sha256) == PAPER) is has
        assert checking.faults(desks[name]) == []
    assert len(papers(share)) == 1
    assert PAPER not in papers(share)[0].read_bytes()


def test_a_content_travels_once(head: Store, north: Store, share: Path) -> None:
    """Two cases with the same paper, and many rounds."""
    filed(north)
    filed(north)
    for _ in range(3):
        meet(share, north, head)
    assert len(papers(share)) == 1


def test_a_paper_that_head_office_adds_comes_down(head: Store, north: Store, share: Path) -> None:
    """To the branch of the case."""
    with north.write() as tx:
        case = complaints.file(tx, "No llega el recibo", now=NOW).id
    meet(share, north, head)
    with head.write() as tx:
        attach(tx, case, "respuesta.pdf", PAPER, now=NOW)
    (paper,) = attachments.of(head.read(), "complaint", case)
    meet(share, head, north)
    assert attachments.content(north.read(), paper.sha256) == PAPER


def test_papers_of_articles_reach_every_branch(
    head: Store, north: Store, south: Store, share: Path
) -> None:
    """With their names; and one that head office takes away goes everywhere."""
    with head.write() as tx:
        articles.put_many(tx, [articles.checked(Article("Alta", id="a", lang="es"))], now=NOW)
        sha256 = attachments.add(tx, "article", "a", PAPER, "solicitud.pdf", now=NOW).sha256
    meet(share, head, north, south)
    for store in (north, south):
        (paper,) = attachments.of(store.read(), "article", "a")
        assert (paper.name, attachments.content(store.read(), sha256)) == ("solicitud.pdf", PAPER)
    with head.write() as tx:
        attachments.remove(tx, "article", "a", sha256, now=NOW)
    meet(share, head, north)
    assert attachments.of(north.read(), "article", "a") == ()
    assert attachments.content(north.read(), sha256) is None


def test_a_paper_before_its_case_waits_for_it(head: Store, north: Store, share: Path) -> None:
    """Nothing is kept that no case names; once the case is there, so is its paper."""
    _, sha256 = filed(north)
    meet(share, north)
    segments = [f for f in share.iterdir() if f.name[:6] not in ("paper-", "receip", "releas")]
    aside = share.parent / "aside"
    aside.mkdir()
    for file in segments:
        file.rename(aside / file.name)
    meet(share, head, times=2)
    assert head.read().execute("SELECT count(*) FROM attachment_content").fetchone() == (0,)
    for file in aside.iterdir():
        file.rename(share / file.name)
    meet(share, head)
    assert attachments.content(head.read(), sha256) == PAPER


@pytest.mark.parametrize("erases", [False, True])
def test_a_paper_taken_off_or_erased_does_not_come_back(
    head: Store, north: Store, share: Path, erases: bool
) -> None:
    """Whatever old stick brings it."""
    case, sha256 = filed(north)
    meet(share, north, head)
    with head.write() as tx:
        if erases:
            erasure.erase(tx, case, now=NOW)
        else:
            detach(tx, case, sha256, now=NOW)
    meet(share, head, north, head, north)
    for store in (head, north):
        assert attachments.content(store.read(), sha256) is None
        store.read().execute("UPDATE envelope SET state = 'refused' WHERE kind = 'paper'")
    meet(share, head, north)
    for store in (head, north):
        assert attachments.content(store.read(), sha256) is None


def test_a_content_that_is_not_its_hash_is_refused(head: Store, north: Store, share: Path) -> None:
    """Signed by one of ours all the same: said, and not kept."""
    _, sha256 = filed(north)
    signer, known = keys.signer(north.read()), keys.sites(north.read())
    name = f"paper-{sha256[:32]}-{'0' * 16}.zip"
    data = envelopes.pack(
        "paper", name, {"paper": sha256}, b"something else", signer=signer, to=known
    )
    Folder(share).put(name, data)
    (done,) = meet(share, head)
    assert [error.code for error in done.refused] == ["envelope.tampered"]


def test_a_long_paper_of_one_sign_is_no_bomb(head: Store, north: Store, share: Path) -> None:
    """However well it could be packed."""
    _, sha256 = filed(north, b"a" * 5_000_000)
    meet(share, north)
    (done,) = meet(share, head)
    assert done.refused == []
    assert attachments.content(head.read(), sha256)
