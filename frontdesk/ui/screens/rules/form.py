"""Rule packs as list and form: without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.core import edits, rules, sites
from frontdesk.core.rules import Pack
from frontdesk.core.rules.reading import read_pack
from frontdesk.ui.records.record import Record

FILE = "rules"  # what errors call the text on screen
IN_FORCE = "✓"


def read(db: Any) -> list[Record]:
    """Return all packs: the one in force first, then the office's own, then the shipped ones."""
    here = sites.here(db)
    used = rules.in_use(db, here.country, here.region, name=here.rules).name
    packs = [*rules.own(db), *rules.every()]
    packs.sort(key=lambda pack: pack.name != used)
    return [_record(pack, here.lang, in_force=pack.name == used) for pack in packs]


def save(tx: Any, name: str, values: Mapping[str, Any], *, base: str, now: datetime) -> Record:
    """Keep the text as the next version of the office's pack of that name.

    Raises UserError `rules.*` with line and field of the first mistake; what was there stays.
    """
    wanted = str(values["name"]).strip()
    before = {pack.name: pack for pack in rules.own(tx.db)}
    if wanted in before and wanted != name:
        raise UserError("rules.name_taken", field="name", name=wanted)
    if wanted in before:
        edits.check(base, before[wanted].text)
    rules.save(tx, wanted, str(values["text"]), file=FILE, now=now)
    return next(record for record in read(tx.db) if record.id == wanted)


def understood(text: str) -> Pack | UserError:
    """Return the pack that a text holds, or its first mistake."""
    try:
        return read_pack(text, FILE)
    except UserError as error:
        return error


def copy_of(record: Record) -> dict[str, Any]:
    """Return what the copy of a pack begins with."""
    return {"name": f"{record.id.removesuffix('-own')}-own", "text": record.values["text"]}


def _record(pack: Pack, lang: str, *, in_force: bool) -> Record:
    under = " · ".join(filter(None, (IN_FORCE if in_force else "", pack.identity, pack.country)))
    values = {"name": pack.name, "text": pack.text}
    return Record(pack.name, pack.title.in_language(lang), under, values, edits.digest(pack.text))
