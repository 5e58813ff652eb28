"""Envelopes that are refused: each with a sentence that says from whom and why."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from frontdesk.base.sentences import sentence
from frontdesk.core import complaints
from frontdesk.store.store import Store
from frontdesk.sync import envelopes, keys, rounds
from frontdesk.sync.envelopes import CONTENTS, MANIFEST, SIGNATURE
from frontdesk.sync.transports import Folder
from tests.helpers import branches
from tests.helpers.branches import meet
from tests.helpers.command_line import run
from tests.helpers.desks import NOW

EVENTS = CONTENTS["segment"]
Members = dict[str, bytes]


@pytest.fixture
def segment(north: Store, share: Path) -> Path:
    """A segment of the north with one complaint, as it lies in the folder."""
    with north.write() as tx:
        complaints.file(tx, "No llega el recibo", now=NOW)
    meet(share, north)
    (file,) = share.iterdir()
    return file


def members(file: Path) -> Members:
    """What an envelope holds."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(file: Path, parts: Members, how: int = zipfile.ZIP_STORED) -> None:
    """Write an envelope as somebody without our program would."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, how)
    file.write_bytes(out.getvalue())


def refusal(head: Store, share: Path) -> tuple[str, str]:
    """Code and sentence of the one refusal at head office; nothing else was taken."""
    done = rounds.exchange(head, Folder(share), now=NOW)
    (error,) = done.refused
    assert done.events == 0
    assert list(complaints.every(head.read())) == []
    return error.code, sentence(error, "en")


def signed(north: Store, file: Path, change: Callable[[dict[str, Any], Members], None]) -> None:
    """Let a desk of ours itself sign something that it should not."""
    parts = members(file)
    facts = json.loads(parts[MANIFEST])
    change(facts, parts)
    facts["sha256"] = hashlib.sha256(parts[EVENTS]).hexdigest()
    parts[MANIFEST] = json.dumps(facts).encode()
    parts[SIGNATURE] = keys.signer(north.read()).key.sign(parts[MANIFEST]).signature
    write(file, parts)


def test_a_truncated_envelope_waits_for_the_rest(head: Store, segment: Path, share: Path) -> None:
    """Half a copy is said, and taken in once it is whole."""
    whole = segment.read_bytes()
    for size in (1, 100, len(whole) // 2, len(whole) - 1):
        segment.write_bytes(whole[:size])
        assert refusal(head, share)[0] == "envelope.damaged"
    segment.write_bytes(whole)
    (done,) = meet(share, head)
    assert (done.events > 0, done.refused) == (True, [])
    assert rounds.status(head.read())["refused"] == []


def test_every_single_byte_counts(head: Store, segment: Path, share: Path) -> None:
    """A bit flipped anywhere is refused, or lies where the zip keeps nothing of ours."""
    whole = segment.read_bytes()
    trusted = keys.head_key(head.read())
    intact = envelopes.verify(segment.name, whole, trusted)
    for place in range(0, len(whole), 3):
        data = bytearray(whole)
        data[place] ^= 1 << place % 8
        try:
            found = envelopes.verify(segment.name, bytes(data), trusted)
        except envelopes.UserError:
            continue
        assert (found.facts, found.content) == (intact.facts, intact.content)


@pytest.mark.parametrize("member", [MANIFEST, SIGNATURE, EVENTS])
def test_a_changed_envelope_is_refused(
    head: Store, segment: Path, share: Path, member: str
) -> None:
    """Whichever part was changed: the sentence names the branch that it claims to be from."""
    parts = members(segment)
    parts[member] = (
        parts[member].replace(b'"made_at":"2026', b'"made_at":"2027')
        if member == MANIFEST
        else (parts[member][:-1] + bytes([parts[member][-1] ^ 1]))
    )
    write(segment, parts)
    code, said = refusal(head, share)
    assert code == "envelope.tampered"
    assert "Oficina Norte" in said


def test_another_name_is_refused(head: Store, segment: Path, share: Path) -> None:
    """The name says what is inside; under another one it would hide what is missing."""
    segment.rename(share / segment.name.replace("-1-", "-2-", 1))
    assert refusal(head, share)[0] == "envelope.tampered"


def test_an_unsigned_envelope_is_refused(head: Store, segment: Path, share: Path) -> None:
    """Without a signature nothing of it is believed."""
    parts = members(segment)
    del parts[SIGNATURE]
    write(segment, parts)
    assert refusal(head, share)[0] == "envelope.unsigned"


def test_an_envelope_of_somebody_else_is_refused(head: Store, share: Path, tmp_path: Path) -> None:
    """Another organisation also uses Frontdesk, and its stick is put in here."""
    other = branches.head_office(tmp_path / "other")
    stranger = branches.branch(other, tmp_path / "stranger", "Oficina Ajena")
    meet(share, stranger)
    code, said = refusal(head, share)
    assert code == "envelope.foreign"
    assert "Oficina Ajena" in said
    for store in (other, stranger):
        store.close()


def test_a_desk_that_vouches_for_itself_is_refused(
    head: Store, north: Store, segment: Path, share: Path
) -> None:
    """A certificate that its site did not sign is worth nothing, though its key signed all."""

    def promote(facts: dict[str, Any], _parts: Members) -> None:
        text, signature = facts["desk"]
        facts["desk"] = [text.replace('"code":"', '"code":"X'), signature]

    signed(north, segment, promote)
    assert refusal(head, share)[0] == "envelope.foreign"


@pytest.mark.parametrize("inside", ["../../outside.txt", "/etc/passwd", "extra.json", "a\\b"])
def test_a_path_inside_is_refused(
    head: Store, segment: Path, share: Path, tmp_path: Path, inside: str
) -> None:
    """Nothing is ever unpacked to where a name points."""
    write(segment, members(segment) | {inside: b"x"})
    assert refusal(head, share)[0] == "envelope.inside"
    assert not (tmp_path / "outside.txt").exists()


def test_a_compressed_zip_is_refused(head: Store, segment: Path, share: Path) -> None:
    """Ours are stored; one that would swell while it is read is not read."""
    write(segment, members(segment) | {EVENTS: bytes(1 << 24)}, zipfile.ZIP_DEFLATED)
    assert refusal(head, share)[0] == "envelope.bomb"


@pytest.mark.parametrize("claimed", [1 << 40, 1 << 29, -1, "many", None])
def test_a_bomb_that_is_signed_is_refused(
    head: Store, north: Store, segment: Path, share: Path, claimed: object
) -> None:
    """Even a desk of ours cannot make us unpack more than an envelope holds."""

    def swell(facts: dict[str, Any], _parts: Members) -> None:
        facts["unpacked"] = claimed

    signed(north, segment, swell)
    assert refusal(head, share)[0] == "envelope.bomb"


def test_a_bomb_that_lies_about_its_size_is_refused(
    head: Store, north: Store, segment: Path, share: Path
) -> None:
    """It is unpacked to what it says and not a byte further."""
    known = keys.sites(head.read())
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = packer.compress(bytes(50 << 20)) + packer.flush()
    packed, sealed = envelopes._seal(bomb, known)  # noqa: SLF001 - as a forger would

    def swell(facts: dict[str, Any], parts: Members) -> None:
        facts |= {"unpacked": 1000, "sealed": sealed}
        parts[EVENTS] = packed

    signed(north, segment, swell)
    assert refusal(head, share)[0] == "envelope.bomb"


def test_lines_that_are_not_true_are_refused_whole(
    head: Store, north: Store, segment: Path, share: Path
) -> None:
    """One line that does not fit its hash, and nothing of the segment is taken."""
    known = keys.sites(head.read())
    site = keys.signer(head.read()).site_id
    key = keys.secret(head.read(), keys.SITE)
    opened = envelopes.verify(segment.name, segment.read_bytes(), keys.head_key(head.read()))
    content = envelopes.open_content(opened, site, key.encode() if key else b"")
    forged = content.replace(b"No llega", b"Todo bien")
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed, sealed = envelopes._seal(packer.compress(forged) + packer.flush(), known)  # noqa: SLF001 - as a forger would

    def forge(facts: dict[str, Any], parts: Members) -> None:
        facts |= {"unpacked": len(forged), "sealed": sealed}
        parts[EVENTS] = packed

    assert forged != content
    signed(north, segment, forge)
    assert refusal(head, share)[0] == "envelope.tampered"


def test_a_site_that_is_no_longer_believed_is_refused(
    head: Store, segment: Path, share: Path
) -> None:
    """Its stick was stolen: head office took its certificate back."""
    with head.write() as tx:
        tx.execute("UPDATE certificate SET revoked = 1 WHERE text LIKE '%Norte%'")
    assert refusal(head, share)[0] == "envelope.revoked"


def test_the_rest_of_the_folder_goes_through(
    head: Store, south: Store, segment: Path, share: Path
) -> None:
    """Of two envelopes one is refused; the command says so, takes the other and ends with 1."""
    write(segment, members(segment) | {"x": b""})
    with south.write() as tx:
        complaints.file(tx, "Otra", now=NOW)
    meet(share, south)
    head.close()
    ran = run("sync", share, "--data", head.folder)
    assert ran.code == 1
    assert ran.rows[0]["refused"] == 1
    assert ran.rows[0]["events"] > 0
    (said,) = ran.err.splitlines()
    assert segment.name in said
    (state,) = run("sync", "--status", "--data", head.folder).done().rows
    assert [one["code"] for one in state["refused"]] == ["envelope.inside"]


def test_an_envelope_without_its_content_is_refused(
    head: Store, segment: Path, share: Path
) -> None:
    """Whoever leaves the events out, with the signed manifest as it was, has changed it."""
    parts = members(segment)
    del parts[EVENTS]
    write(segment, parts)
    assert refusal(head, share)[0] == "envelope.tampered"
