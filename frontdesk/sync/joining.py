"""How a branch comes into being: head office writes one file, the branch's desk is made from it.

The file holds the site's secret, with which each desk of the branch certifies itself, so the same
file serves all its desks. Whoever has it can join: it is handed over like a key.
"""

from __future__ import annotations

import json
import os
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frontdesk.base.errors import UserError
from frontdesk.base.ids import short_code, uuid7
from frontdesk.base.text import line
from frontdesk.core import sites
from frontdesk.core.roles import require
from frontdesk.core.sites import Here
from frontdesk.store import settings
from frontdesk.store.store import Tx
from frontdesk.sync import keys

if TYPE_CHECKING:
    from nacl.signing import SigningKey

FORMAT = 1
MAX_BYTES = 100_000
_SITE = ("id", "code", "name", "country", "region", "lang", "zone", "rules")


def become_head(tx: Tx, *, now: datetime) -> None:
    """Give head office its key, once; every other key is vouched for by it."""
    here = sites.here(tx.db)
    if not here.is_head:
        raise UserError("sync.not_head")
    if settings.get(tx.db, keys.HEAD_KEY):
        return
    key = keys.new_key(tx, keys.SITE)
    public = key.verify_key.encode().hex()
    settings.put(tx, keys.HEAD_KEY, public)
    facts = {"id": here.site_id, "code": here.site, "name": here.name, "head": True, "key": public}
    keys.keep(tx, keys.certify(facts, key), now=now)
    keys.certify_desk(tx, now=now)


def invite(
    tx: Tx, name: str, *, country: str = "", lang: str = "", rules: str = "", zone: str = "",
    now: datetime,
) -> dict[str, Any]:  # fmt: skip
    """Return the invitation of a branch, by default with head office's country, language and rules.

    A branch that was invited before gets the same identity again, for its next desk, and so does
    head office itself under its own name. Raises UserError at a site that is not head office, for
    a name, country or language that is none, and for a branch that another desk here invited.
    """
    require(tx, "site.write")
    become_head(tx, now=now)
    head = sites.here(tx.db)
    head_key = keys.secret(tx.db, keys.SITE)
    if head_key is None:
        raise UserError("sync.not_head")
    site = _invited(tx.db, line(name)) or _new_site(
        tx, name, head, country=country, lang=lang, rules=rules, zone=zone
    )
    key = head_key if site["id"] == head.site_id else _key_of(tx, site)
    facts: dict[str, Any] = {k: site[k] for k in ("id", "code", "name")}
    facts |= {"head": False, "key": key.verify_key.encode().hex()}
    certificate = keys.known(tx.db, site["id"]) or keys.certify(facts, head_key)
    keys.keep(tx, certificate, now=now)
    head_certificate = keys.known(tx.db, head.site_id)
    text = json.dumps(
        {
            "format": FORMAT, "site": site, "secret": key.encode().hex(),
            "certificate": certificate.as_json(), "head_key": keys.head_key(tx.db).hex(),
            "head": head_certificate.as_json() if head_certificate else [],
        },
        ensure_ascii=False,
    )  # fmt: skip
    return {"frontdesk": "invitation", "text": text,
            "signature": head_key.sign(text.encode()).signature.hex()}  # fmt: skip


def write(file: Path, invitation: dict[str, Any]) -> None:
    """Write an invitation, readable by its owner alone where the system knows owners."""
    part = file.with_name(f"{file.name}.tmp")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(invitation, stream, ensure_ascii=False, indent=1)
            stream.flush()
            os.fsync(handle)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UserError("backup.unwritable", file=file) from error


def read(file: Path) -> dict[str, Any]:
    """Return what an invitation says. Raises UserError where it is none or was changed."""
    try:
        with file.open("rb") as stream:
            data = json.loads(stream.read(MAX_BYTES))
        text, signature = data["text"], bytes.fromhex(data["signature"])
        told: dict[str, Any] = json.loads(text)
        head_key = bytes.fromhex(told["head_key"])
        certificates = [keys.read(told["certificate"]), keys.read(told["head"])]
        whole = {*_SITE} <= told["site"].keys() and told["format"] == FORMAT
    except OSError as error:
        raise UserError("import.unreadable", file=file) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UserError("sync.invitation", file=file) from error
    signed = keys.is_signed(text.encode(), signature, head_key) and all(
        keys.is_signed(one.text.encode(), one.signature, head_key) for one in certificates
    )
    if not (whole and signed):
        raise UserError("sync.invitation", file=file)
    return told


def join(tx: Tx, told: dict[str, Any], *, now: datetime) -> Here:
    """Set this database up as a desk of the invited site; once only, like any set-up."""
    if tx.db.execute("SELECT 1 FROM site").fetchone():
        raise UserError("site.exists")
    site, certificate = told["site"], keys.read(told["certificate"])
    tx.execute(
        f"INSERT INTO site({', '.join(_SITE)}, is_head) VALUES(?,?,?,?,?,?,?,?,?)",
        [*(str(site[name]) for name in _SITE), int(bool(certificate.facts["head"]))],
    )
    tx.execute(
        "INSERT INTO desk(id, site_id, code, is_here) VALUES(?,?,?,1)",
        (uuid7(), site["id"], short_code(4)),
    )
    sites.renew_writer(tx)
    settings.put(tx, keys.HEAD_KEY, told["head_key"])
    keys.keep_key(tx, keys.SITE, bytes.fromhex(told["secret"]))
    for certificate in (told["certificate"], told["head"]):
        keys.keep(tx, keys.read(certificate), now=now)
    keys.certify_desk(tx, now=now)
    here = sites.here(tx.db)
    tx.append("desk.joined", here.site_id, {"desk": here.desk, "name": here.name}, now)
    return here


def _key_of(tx: Tx, site: dict[str, str]) -> SigningKey:
    """Return the secret of a branch, a new one where it has none anywhere."""
    name = f"site:{site['id']}"
    key = keys.secret(tx.db, name)
    if key is None and keys.known(tx.db, site["id"]):
        raise UserError("sync.invited_elsewhere", name=site["name"])
    return key or keys.new_key(tx, name)


def _invited(db: sqlite3.Connection, name: str) -> dict[str, str] | None:
    row = db.execute(
        f"SELECT {', '.join(_SITE)} FROM site WHERE name = ? "
        "AND id NOT IN (SELECT id FROM certificate WHERE revoked = 1)",
        (name,),
    ).fetchone()
    return dict(zip(_SITE, row, strict=True)) if row else None


def _new_site(
    tx: Tx, name: str, head: Here, *, country: str, lang: str, rules: str, zone: str
) -> dict[str, str]:
    """Register a site under a code that no other has, for the folios of all sites are one list."""
    given = country or "-".join(filter(None, (head.country, head.region)))
    site = sites.described(
        name, country=given, lang=lang or head.lang, rules=rules or head.rules, zone_name=zone
    )
    taken = {code for (code,) in tx.db.execute("SELECT code FROM site")}
    code, n = site["code"], 2
    while site["code"] in taken:
        site["code"] = f"{code[: 4 - len(str(n))]}{n}"
        n += 1
    site["id"] = uuid7()
    tx.execute(
        f"INSERT INTO site({', '.join(_SITE)}, is_head) VALUES(?,?,?,?,?,?,?,?,0)",
        [site[column] for column in _SITE],
    )
    return site
