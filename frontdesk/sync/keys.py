"""Who may say what: head office vouches for a site, the site for its desks, a desk signs.

The chain is checked with head office's public key alone, so a desk that joined an hour ago is
believed by sites that have never heard of it. A desk without a network certifies its next key
itself, because it holds its site's. PyNaCl is imported where it is used.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.store import settings
from frontdesk.store.store import Tx

if TYPE_CHECKING:
    from nacl.signing import SigningKey

HEAD_KEY = "sync.head_key"  # the setting that holds head office's public key, in hex
DESK, SITE = "desk", "site"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A signed statement about a site or a desk: `text` is JSON with its id and public key."""

    text: str
    signature: bytes

    @property
    def facts(self) -> dict[str, Any]:
        """What it states: id, code, key, and of a desk its site."""
        facts = json.loads(self.text)
        return facts if isinstance(facts, dict) else {}

    @property
    def key(self) -> bytes:
        """The public key that it vouches for."""
        return bytes.fromhex(self.facts["key"])

    def as_json(self) -> list[str]:
        """How it stands in a file."""
        return [self.text, self.signature.hex()]


@dataclass(frozen=True, slots=True)
class Signer:
    """The desk here with its secret key and the certificates that others believe it by."""

    desk_id: str
    site_id: str
    key: SigningKey
    desk: Certificate
    site: Certificate


def read(value: object) -> Certificate:
    """Return the certificate of a file's JSON. Raises ValueError for anything else."""
    if isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) for v in value):  # noqa: PLR2004 - text and signature
        return Certificate(value[0], bytes.fromhex(value[1]))
    raise ValueError(value)


def certify(facts: dict[str, Any], by: SigningKey) -> Certificate:
    """Return a certificate of these facts."""
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Certificate(text, by.sign(text.encode()).signature)


def is_signed(text: bytes, signature: bytes, key: bytes) -> bool:
    """Tell whether a text was signed with the secret of a public key."""
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(key).verify(text, signature)
    except (CryptoError, ValueError, TypeError):
        return False
    return True


def new_key(tx: Tx, name: str) -> SigningKey:
    """Make a secret key, keep it under a name and return it."""
    from nacl.signing import SigningKey

    key = SigningKey.generate()
    keep_key(tx, name, key.encode())
    return key


def keep_key(tx: Tx, name: str, seed: bytes) -> None:
    """Keep a secret key under a name, in the place of the one before."""
    tx.execute("INSERT OR REPLACE INTO secret_key(name, seed) VALUES(?,?)", (name, seed))


def secret(db: sqlite3.Connection, name: str) -> SigningKey | None:
    """Return the secret key of a name: `desk`, `site`, at head office also `site:ID`."""
    from nacl.signing import SigningKey

    row = db.execute("SELECT seed FROM secret_key WHERE name = ?", (name,)).fetchone()
    return SigningKey(row[0]) if row else None


def head_key(db: sqlite3.Connection) -> bytes:
    """Return head office's public key. Raises UserError at a desk that has joined nobody."""
    key = settings.get(db, HEAD_KEY)
    if not key:
        raise UserError("sync.not_joined")
    return bytes.fromhex(key)


def signer(db: sqlite3.Connection) -> Signer:
    """Return this desk as one that signs. Raises UserError where it has joined nobody."""
    head_key(db)
    desk_id, site_id = db.execute("SELECT id, site_id FROM desk WHERE is_here = 1").fetchone()
    key, desk, site = secret(db, DESK), known(db, desk_id), known(db, site_id)
    if key is None or desk is None or site is None:
        raise UserError("sync.not_joined")
    return Signer(desk_id, site_id, key, desk, site)


def known(db: sqlite3.Connection, one_id: str) -> Certificate | None:
    """Return the certificate of a site or desk."""
    row = db.execute("SELECT text, signature FROM certificate WHERE id = ?", (one_id,)).fetchone()
    return Certificate(*row) if row else None


def keep(tx: Tx, certificate: Certificate, *, now: datetime) -> bool:
    """Keep a certificate that was found good; return whether it is new here."""
    facts = certificate.facts
    site_id = facts.get("site", facts["id"])
    noun = DESK if "site" in facts else SITE
    old = known(tx.db, facts["id"])
    tx.execute(
        "INSERT INTO certificate(id, noun, site_id, text, signature, revoked, seen_at) "
        "VALUES(?,?,?,?,?,0,?) ON CONFLICT(id) DO UPDATE SET text = excluded.text, "
        "signature = excluded.signature, seen_at = max(seen_at, excluded.seen_at)",
        (facts["id"], noun, site_id, certificate.text, certificate.signature, iso(now)),
    )
    return old is None


def sites(db: sqlite3.Connection) -> dict[str, Certificate]:
    """Return the certificates of all sites that are known and believed, by id."""
    rows = db.execute(
        "SELECT id, text, signature FROM certificate WHERE noun = 'site' AND revoked = 0"
    )
    return {one_id: Certificate(text, signature) for one_id, text, signature in rows}


def certify_desk(tx: Tx, *, now: datetime) -> None:
    """Give this desk a key of its own and have its site vouch for it."""
    desk_id, code, site_id = tx.db.execute(
        "SELECT id, code, site_id FROM desk WHERE is_here = 1"
    ).fetchone()
    by = secret(tx.db, SITE)
    if by is None:
        raise UserError("sync.not_joined")
    key = new_key(tx, DESK)
    facts = {"id": desk_id, "code": code, "site": site_id, "key": key.verify_key.encode().hex()}
    keep(tx, certify(facts, by), now=now)
