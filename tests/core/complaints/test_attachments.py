"""Papers of a case: kept once, under a name that leads nowhere, never too large to open again."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import attachments, complaints, erasure, folding
from frontdesk.core.attachments import DRAFT, MAX_BYTES, add, read_file, safe_name
from frontdesk.core.complaints import board, legal, life
from frontdesk.core.complaints.attachments import attach, attach_drafted, detach
from frontdesk.core.complaints.board import Filter
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def filed(store: Store) -> str:
    """A case on record; its id."""
    with store.write() as tx:
        return complaints.file(tx, "La factura está mal", now=NOW).id


def test_a_paper_is_kept_once_and_outlives_a_rebuild(desk: Store) -> None:
    """Two cases with the same photo share its content; twice in one case it counts once."""
    one, other = filed(desk), filed(desk)
    with desk.write() as tx:
        attach(tx, one, "foto.jpg", b"contador", now=NOW)
        attach(tx, one, "foto (1).jpg", b"contador", now=NOW)
        attach(tx, other, "foto.jpg", b"contador", now=NOW)
        attach(tx, one, "recibo.pdf", b"recibo", now=NOW)
        folding.rebuild(tx)
    papers = life.file_of(desk.read(), one).papers
    assert [(p.name, p.bytes, p.position) for p in papers] == [
        ("foto.jpg", 8, 0), ("recibo.pdf", 6, 1),
    ]  # fmt: skip
    assert attachments.content(desk.read(), papers[0].sha256) == b"contador"
    assert desk.read().execute("SELECT count(*) FROM attachment_content").fetchone() == (2,)


def test_a_content_edited_by_hand_or_lying_elsewhere_is_none(desk: Store) -> None:
    """What does not have its hash is not what was handed in."""
    case = filed(desk)
    with desk.write() as tx:
        attach(tx, case, "foto.jpg", b"contador", now=NOW)
        tx.execute("UPDATE attachment_content SET content = x'00'")
    (paper,) = life.file_of(desk.read(), case).papers
    assert attachments.content(desk.read(), paper.sha256) is None
    assert attachments.content(desk.read(), "no such hash") is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("foto.jpg", "foto.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ana\\Mis documentos\\recibo 3.pdf", "recibo 3.pdf"),
        ("\\\\server\\share\\x.pdf", "x.pdf"),
        ("a/b/", "file"),
        ("..", "file"),
        ("", "file"),
        ("a\x00b\nc.txt", "ab c.txt"),
        ('what?<is>"this"*|:.txt', "what__is__this____.txt"),
        ("n" * 500 + ".pdf", "n" * 116 + ".pdf"),
        (".profile", "profile"),
        ("año.PDF", "año.PDF"),
    ],
)
def test_a_name_leads_nowhere(typed: str, kept: str) -> None:
    """No folders, drives, shares, signs that a system forbids, or endless names."""
    assert safe_name(typed) == kept


def test_an_empty_file_is_refused(desk: Store, tmp_path: Path) -> None:
    """From the disk as from memory."""
    empty = tmp_path / "vacio.pdf"
    empty.touch()
    with pytest.raises(UserError) as refused:
        read_file(empty)
    assert (refused.value.code, refused.value.details["name"]) == ("attachment.empty", "vacio.pdf")
    case = filed(desk)
    with pytest.raises(UserError) as refused, desk.write() as tx:
        attach(tx, case, "vacio.pdf", b"", now=NOW)
    assert refused.value.code == "attachment.empty"


def test_two_gigabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    """A sparse file of 2 GB: its size is asked, nothing is read."""
    huge = tmp_path / "video.mp4"
    with huge.open("wb") as stream:
        stream.truncate(2 << 30)
    with pytest.raises(UserError) as refused:
        read_file(huge)
    assert refused.value.code == "attachment.large"


def test_what_is_too_large_in_memory_is_refused(desk: Store) -> None:
    """One byte over the limit."""
    case = filed(desk)
    with pytest.raises(UserError) as refused, desk.write() as tx:
        attach(tx, case, "video.mp4", bytes(MAX_BYTES + 1), now=NOW)
    assert refused.value.code == "attachment.large"
    assert life.file_of(desk.read(), case).papers == ()


@pytest.mark.parametrize("name", ["nowhere.pdf", "."])
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    """A file that is not there, and a folder."""
    with pytest.raises(UserError) as refused:
        read_file(tmp_path / name)
    assert refused.value.code == "attachment.unreadable"


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    """Up to the limit, to the byte."""
    file = tmp_path / "recibo.pdf"
    file.write_bytes(b"\x00recibo\xff")
    assert read_file(file) == b"\x00recibo\xff"


def test_a_case_takes_so_many_papers_and_no_more(desk: Store) -> None:
    """The next one is refused with a sentence."""
    case = filed(desk)
    with desk.write() as tx:
        for n in range(attachments.MAX_PAPERS):
            attach(tx, case, f"{n}.txt", str(n).encode(), now=NOW)
    with pytest.raises(UserError) as refused, desk.write() as tx:
        attach(tx, case, "one more.txt", b"one more", now=NOW)
    assert refused.value.code == "attachment.many"


def test_an_erased_case_takes_its_papers_and_fields_along(desk: Store) -> None:
    """The content goes, unless another case handed in the same; the text is found no more."""
    with desk.write() as tx:
        tx.execute("UPDATE site SET country = 'PE', rules = 'pe-private'")
        one = complaints.file(tx, "La lavadora explotó", name="Ana Ruiz", kind="claim", now=NOW).id
        other = complaints.file(tx, "Otra", kind="claim", now=NOW).id
        legal.fill_in(tx, one, {"person_id": "45678901"}, now=NOW)
        attach(tx, one, "cédula de Ana.jpg", b"only hers", now=NOW)
        attach(tx, one, "foto.jpg", b"of both", now=NOW)
        attach(tx, other, "foto.jpg", b"of both", now=NOW)
        erasure.erase(tx, one, now=NOW)
    contents = desk.read().execute("SELECT content FROM attachment_content").fetchall()
    assert contents == [(b"of both",)]
    found = life.file_of(desk.read(), one)
    assert (found.case.text, found.case.name, found.case.folio != "") == ("", "", True)
    assert "45678901" not in found.case.fields
    assert board.count(desk.read(), Filter("", text="lavadora"), today=NOW.date()) == 0


def test_a_paper_taken_off_goes_and_the_story_tells_it(desk: Store) -> None:
    """Its content stays as long as another case has it; a rebuild comes to the same."""
    one, other = filed(desk), filed(desk)
    with desk.write() as tx:
        attach(tx, one, "foto.jpg", b"of both", now=NOW)
        attach(tx, other, "foto.jpg", b"of both", now=NOW)
        attach(tx, one, "cédula.jpg", b"of somebody else", now=NOW)
        for content in (b"of both", b"of somebody else"):
            detach(tx, one, sha256(content).hexdigest(), now=NOW)
        folding.rebuild(tx)
    found = life.file_of(desk.read(), one)
    assert found.papers == ()
    assert [s.kind for s in found.steps][-2:] == ["detached", "detached"]
    assert desk.read().execute("SELECT content FROM attachment_content").fetchall() == [
        (b"of both",)
    ]
    with desk.write() as tx:
        attach(tx, one, "foto.jpg", b"of both", now=NOW)
    assert [p.name for p in life.file_of(desk.read(), one).papers] == ["foto.jpg"]


def test_the_content_that_an_erased_case_shared_outlives_a_rebuild(desk: Store) -> None:
    """Whichever of the two cases is made anew first."""
    one, other = filed(desk), filed(desk)
    with desk.write() as tx:
        attach(tx, one, "foto.jpg", b"of both", now=NOW)
        attach(tx, other, "foto.jpg", b"of both", now=NOW)
        erasure.erase(tx, one, now=NOW)
        folding.rebuild(tx)
    (paper,) = life.file_of(desk.read(), other).papers
    assert attachments.content(desk.read(), paper.sha256) == b"of both"


def test_what_was_added_while_typing_comes_with_the_case(desk: Store) -> None:
    """The papers of a draft become the case's, and are the draft's no longer."""
    with desk.write() as tx:
        add(tx, DRAFT, "C1", b"contador", "../foto.jpg", now=NOW)
        add(tx, DRAFT, "C1", b"contador", "the same.jpg", now=NOW)
        case = complaints.file(tx, "La factura está mal", complaint_id="C1", now=NOW)
        attach_drafted(tx, case, now=NOW)
    assert [p.name for p in life.file_of(desk.read(), case.id).papers] == ["foto.jpg"]
    assert attachments.of(desk.read(), DRAFT, "C1") == ()
    assert desk.read().execute("SELECT count(*) FROM attachment_content").fetchone() == (1,)
