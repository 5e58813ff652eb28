"""The packs that an office made its own: a copy under another name, edited, each version kept."""

from __future__ import annotations

import re
import sqlite3
from datetime import date, datetime
from functools import lru_cache

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.core import sites
from frontdesk.core.roles import require
from frontdesk.core.rules import shipped
from frontdesk.core.rules.packs import Pack
from frontdesk.core.rules.reading import read_pack
from frontdesk.store.store import Tx

_FIRST_TABLE = re.compile(r"^\s*\[", re.MULTILINE)


def copy(tx: Tx, name: str, new_name: str, *, now: datetime) -> Pack:
    """Copy a pack under a new name, so that the office can change it.

    Raises UserError `rules.unknown_pack`, `rules.name_taken`, or `rules.field_wrong` for a name
    that is not made of small letters, digits and hyphens.
    """
    require(tx, "rules.write")
    return save(tx, new_name, in_use(tx.db, name=name).text, file=new_name, now=now)


def save(tx: Tx, name: str, text: str, *, file: str, now: datetime) -> Pack:
    """Keep an edited text as the next version of the office's pack `name`.

    `file` is what the errors call the text. Raises UserError `rules.*` for a text with a mistake;
    the version in use stays. Name and version in the text are set to what they are.
    """
    require(tx, "rules.write")
    name = name.strip()
    if name in {pack.name for pack in shipped.every()}:
        raise UserError("rules.name_taken", field="name", name=name)
    read_pack(text, file)  # the lines in its errors are those of the text as the admin wrote it
    newest = tx.db.execute("SELECT max(version) FROM rule_pack WHERE name = ?", (name,)).fetchone()
    version = int(newest[0] or 0) + 1
    text = _identified(text, name, version)
    pack = read_pack(text, file)
    tx.execute(
        "INSERT INTO rule_pack(name, version, text, saved_at) VALUES(?,?,?,?)",
        (name, version, text, iso(now)),
    )
    tx.append("rules.changed", name, {"fields": {"version": [version - 1, version]}}, now)
    return pack


def put_in_force(tx: Tx, name: str, *, now: datetime) -> str:
    """Let our site go by a pack from now on, '' for that of its country; return the one before.

    Cases keep the pack under which they were received. Raises UserError `rules.unknown_pack`.
    """
    require(tx, "rules.write")
    here = sites.here(tx.db)
    in_use(tx.db, here.country, here.region, name=name)
    tx.execute("UPDATE site SET rules = ? WHERE id = ?", (name, here.site_id))
    if name != here.rules:
        told = {"fields": {"in_force": [here.rules, name]}}
        tx.append("rules.changed", here.site_id, told, now)
    return here.rules


def in_use(
    db: sqlite3.Connection,
    country: str = "",
    region: str = "",
    *,
    name: str = "",
    on: date | None = None,
) -> Pack:
    """Return the pack under which a case received on a day falls: the named one, which may be the
    office's own, else the one for the country and region. Raises UserError `rules.unknown_pack`.
    """
    own = _versions(db, name) if name else ()
    return shipped.in_force(own, on) if own else shipped.choose(country, region, name=name, on=on)


def of_case(db: sqlite3.Connection, identity: str) -> Pack:
    """Return the very version `name@version` under which a case was received.

    Raises UserError `rules.unknown_pack` where another site's pack is not here.
    """
    name, _, version = identity.partition("@")
    for pack in _versions(db, name) or shipped.versions(name):
        if str(pack.version) == version:
            return pack
    raise UserError("rules.unknown_pack", field="rules", name=identity)


def own(db: sqlite3.Connection) -> tuple[Pack, ...]:
    """Return the newest version of each of the office's packs, by name."""
    rows = db.execute("SELECT name, max(version), text FROM rule_pack GROUP BY name ORDER BY name")
    return tuple(_parsed(text, name) for name, _, text in rows)


def _versions(db: sqlite3.Connection, name: str) -> tuple[Pack, ...]:
    rows = db.execute("SELECT text FROM rule_pack WHERE name = ? ORDER BY version", (name,))
    return tuple(_parsed(text, name) for (text,) in rows)


@lru_cache(maxsize=64)
def _parsed(text: str, name: str) -> Pack:
    return read_pack(text, name)


def _identified(text: str, name: str, version: int) -> str:
    """Return the text with its own name and version, written where the old ones stood."""
    first_table = _FIRST_TABLE.search(text)
    end = first_table.start() if first_table else len(text)
    head = re.sub(r"(?m)^(\s*name\s*=).*$", rf'\g<1> "{name}"', text[:end], count=1)
    head = re.sub(r"(?m)^(\s*version\s*=).*$", rf"\g<1> {version}", head, count=1)
    return head + text[end:]
