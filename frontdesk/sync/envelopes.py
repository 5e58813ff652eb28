"""An envelope: one immutable file, signed by a desk, sealed to the sites that may read it.

A zip with manifest.json, manifest.sig and at most one content, stored and read by fixed names; it
is never extracted. All sizes are known and capped before anything is unpacked, and nothing inside
is believed before the chain from head office's key to the signature holds.
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.store.store import Tx
from frontdesk.sync import keys
from frontdesk.sync.keys import Certificate, Signer

FORMAT = 1
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
CONTENTS = {
    "segment": "events.jsonl.gz",
    "release": "content.json.gz",
    "receipt": "",
    "paper": "paper.gz",
}
MAX_MANIFEST_BYTES = 4 << 20
MAX_CONTENT_BYTES = 128 << 20
MAX_UNPACKED_BYTES = 1 << 30
MAX_RATIO = 200
SIGNATURE_BYTES = 64
NAME = re.compile(
    r"(?:[0-9a-f-]{36}-\d{1,18}-\d{1,18}|release-\d{1,9}|receipt-[0-9a-f-]{36}|paper-[0-9a-f]{32})-[0-9a-f]{16}\.zip"
)
_ID = re.compile(r"[\w-]{1,80}")
# What Python's zipfile raises over bytes that are none, or that a flipped bit calls encrypted.
_NOT_A_ZIP = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, OSError, RuntimeError,
    ValueError,
)  # fmt: skip
_GZIP = 31  # zlib's number for a gzip header


@dataclass(frozen=True, slots=True)
class Envelope:
    """A verified envelope. `content` is still packed and sealed, None where there is none."""

    name: str
    kind: str
    site_id: str
    desk_id: str
    who: str
    addressed: tuple[str, ...]
    facts: dict[str, Any]
    content: bytes | None
    certificates: tuple[Certificate, ...]


def pack(
    kind: str, name: str, facts: Mapping[str, Any], content: bytes | None, *, signer: Signer,
    to: Mapping[str, Certificate], compressed: bool = True,
) -> bytes:  # fmt: skip
    """Return the bytes of an envelope, its content compressed and sealed to the sites of `to`.

    What was compressed before (`compressed` is False then) is only wrapped: a ratio tells of bombs.
    """
    manifest: dict[str, Any] = {
        **facts, "format": FORMAT, "kind": kind, "name": name, "to": sorted(to),
        "desk": signer.desk.as_json(), "site": signer.site.as_json(),
    }  # fmt: skip
    members = {}
    if content is not None:
        packed = _compressed(content, 6 if compressed else 0)
        manifest["unpacked"] = len(content)
        packed, manifest["sealed"] = _seal(packed, to)
        manifest["sha256"] = hashlib.sha256(packed).hexdigest()
        members[CONTENTS[kind]] = packed
    text = json.dumps(manifest, ensure_ascii=False, separators=(",", ":")).encode()
    signature = signer.key.sign(text).signature
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for member, data in ((MANIFEST, text), (SIGNATURE, signature), *members.items()):
            file.writestr(zipfile.ZipInfo(member), data)
    return out.getvalue()


def verify(name: str, data: bytes, head_key: bytes, revoked: Collection[str] = ()) -> Envelope:
    """Return the envelope of a file's bytes.

    Raises UserError `envelope.*`, saying who claims to have written it, where it is truncated,
    unsigned, changed, of somebody else's head office or of a site that is no longer believed, and
    `envelope.newer` where only a newer program can read it.
    """
    members = _members(name, data)
    try:
        manifest = json.loads(members[MANIFEST])
        desk, site = keys.read(manifest["desk"]), keys.read(manifest["site"])
        who = _who(desk, site)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UserError("envelope.damaged", name=name) from error
    if not _is_chain(desk, site, head_key):
        raise UserError("envelope.foreign", name=name, who=who)
    if not keys.is_signed(members[MANIFEST], members[SIGNATURE], desk.key):
        raise UserError("envelope.tampered", name=name, who=who)
    if {desk.facts["id"], site.facts["id"]} & set(revoked):
        raise UserError("envelope.revoked", name=name, who=who)
    if manifest.get("format") != FORMAT or manifest.get("kind") not in CONTENTS:
        raise UserError("envelope.newer", name=name, who=who)
    content = members.get(CONTENTS[manifest["kind"]])
    found = None if content is None else hashlib.sha256(content).hexdigest()
    if manifest.get("name") != name or manifest.get("sha256") != found:  # also: content left out
        raise UserError("envelope.tampered", name=name, who=who)
    if content is not None:
        _check_unpacked(name, who, len(content), manifest.get("unpacked"))
    return Envelope(
        name, manifest["kind"], site.facts["id"], desk.facts["id"], who, tuple(manifest["to"]),
        manifest, content, (site, desk),
    )  # fmt: skip


def claims(data: bytes) -> dict[str, Any]:
    """Return the site and the addressees that an envelope of ours names, unverified."""
    manifest = json.loads(_members("", data)[MANIFEST])
    return {"site": keys.read(manifest["site"]).facts["id"], "to": manifest["to"]}


def open_content(envelope: Envelope, site_id: str, site_key: bytes) -> bytes:
    """Return the content of an envelope that is addressed to a site, with the site's secret."""
    from nacl.exceptions import CryptoError
    from nacl.public import SealedBox
    from nacl.secret import SecretBox
    from nacl.signing import SigningKey

    try:
        own = SigningKey(site_key).to_curve25519_private_key()
        key = SealedBox(own).decrypt(bytes.fromhex(envelope.facts["sealed"][site_id]))
        packed = SecretBox(key).decrypt(envelope.content or b"")
        unpacker = zlib.decompressobj(_GZIP)
        content = unpacker.decompress(packed, int(envelope.facts["unpacked"]) + 1)
    except (CryptoError, zlib.error, KeyError, ValueError, TypeError) as error:
        raise UserError("envelope.tampered", name=envelope.name, who=envelope.who) from error
    if len(content) != envelope.facts["unpacked"] or not unpacker.eof:
        raise UserError("envelope.bomb", name=envelope.name, who=envelope.who)
    return content


def keep_certificates(tx: Tx, envelope: Envelope, *, now: datetime) -> None:
    """Keep who wrote an envelope, and enter the desk and its site where they are new here."""
    for certificate in envelope.certificates:
        keys.keep(tx, certificate, now=now)
    site, desk = (certificate.facts for certificate in envelope.certificates)
    enter_site(tx, site)
    tx.execute(
        "INSERT INTO desk(id, site_id, code, is_here) VALUES(?,?,?,0) "
        "ON CONFLICT(id) DO UPDATE SET code = excluded.code",
        (desk["id"], desk["site"], desk["code"]),
    )


def enter_site(tx: Tx, site: Mapping[str, Any]) -> None:
    """Enter a site that head office vouches for where it is new here."""
    tx.execute(
        "INSERT OR IGNORE INTO site(id, code, name, is_head, country, region, lang, zone, rules) "
        "VALUES(?,?,?,?,'','','','','')",
        (site["id"], site["code"], site["name"], int(bool(site["head"]))),
    )


def _members(name: str, data: bytes) -> dict[str, bytes]:
    """Return the members of a zip that holds what an envelope holds and nothing else."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            infos = file.infolist()
            _check_members(name, infos)
            return {info.filename: file.read(info) for info in infos}
    except _NOT_A_ZIP as error:
        raise UserError("envelope.damaged", name=name) from error


def _check_members(name: str, infos: list[zipfile.ZipInfo]) -> None:
    names = [info.filename for info in infos]
    strange = [n for n in names if n not in {MANIFEST, SIGNATURE, *filter(None, CONTENTS.values())}]
    if strange or len(set(names)) != len(names):
        raise UserError("envelope.inside", name=name, inside=line((strange or names)[0])[:60])
    if SIGNATURE not in names or MANIFEST not in names:
        raise UserError("envelope.unsigned", name=name)
    caps = {MANIFEST: MAX_MANIFEST_BYTES, SIGNATURE: SIGNATURE_BYTES}
    for info in infos:
        if info.compress_type != zipfile.ZIP_STORED or info.compress_size != info.file_size:
            raise UserError("envelope.bomb", name=name, who="?")
        if info.file_size > caps.get(info.filename, MAX_CONTENT_BYTES):
            raise UserError("envelope.bomb", name=name, who="?")


def _check_unpacked(name: str, who: str, packed: int, unpacked: object) -> None:
    limit = min(MAX_UNPACKED_BYTES, packed * MAX_RATIO)
    if not isinstance(unpacked, int) or not 0 <= unpacked <= limit:
        raise UserError("envelope.bomb", name=name, who=who)


def _is_chain(desk: Certificate, site: Certificate, head_key: bytes) -> bool:
    return (
        keys.is_signed(site.text.encode(), site.signature, head_key)
        and keys.is_signed(desk.text.encode(), desk.signature, site.key)
        and desk.facts["site"] == site.facts["id"]
    )


def _who(desk: Certificate, site: Certificate) -> str:
    """Return site and desk as they call themselves; raises for certificates that are none."""
    ids = (desk.facts["id"], desk.facts["site"], site.facts["id"])
    if not all(_ID.fullmatch(one) for one in ids) or len(desk.key) + len(site.key) != 64:  # noqa: PLR2004 - two keys of 32 bytes
        raise ValueError(ids)
    _ = site.facts["head"]
    return f"{line(site.facts['name'])[:60]} ({line(desk.facts['code'])[:12]})"


def _compressed(content: bytes, level: int) -> bytes:
    packer = zlib.compressobj(level, zlib.DEFLATED, _GZIP)
    return packer.compress(content) + packer.flush()


def _seal(packed: bytes, to: Mapping[str, Certificate]) -> tuple[bytes, dict[str, str]]:
    """Encrypt once, and seal the key to each site."""
    from nacl.public import SealedBox
    from nacl.secret import SecretBox
    from nacl.signing import VerifyKey
    from nacl.utils import random

    key = random(SecretBox.KEY_SIZE)
    boxes = {
        site_id: SealedBox(VerifyKey(site.key).to_curve25519_public_key()).encrypt(key).hex()
        for site_id, site in to.items()
    }
    return bytes(SecretBox(key).encrypt(packed)), boxes
