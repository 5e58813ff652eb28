"""The house's synonyms, a line each, as list and form: without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.core import edits, search
from frontdesk.ui.records.record import Record


def read(db: Any) -> list[Record]:
    """Return all lines, in the order of the alphabet."""
    rows = sorted(search.numbered_synonyms(db), key=lambda row: row[1])
    return [_record(number, line) for number, line in rows]


def save(tx: Any, record_id: str, values: Mapping[str, Any], *, base: str, now: datetime) -> Record:
    """Keep a line. Raises UserError where it joins no words, or was changed meanwhile."""
    number, _ = _parted(record_id)
    kept = dict(search.numbered_synonyms(tx.db))
    edits.check(base if number else "", kept.get(number))
    return _record(*search.save_synonym(tx, number, str(values["line"]), now=now))


def retire(tx: Any, record_id: str, *, retired: bool, now: datetime) -> None:
    """Take a line out, or put it back."""
    number, line = _parted(record_id)
    if retired:
        search.drop_synonym(tx, number, now=now)
        return
    if number in dict(search.numbered_synonyms(tx.db)):
        raise UserError("record.changed")
    search.save_synonym(tx, number, line, now=now)


def _record(number: int, line: str) -> Record:
    """Return a line; its id holds it, so that it can be put back when it is gone."""
    return Record(f"{number} {line}", line, "", {"line": line}, edits.digest(line))


def _parted(record_id: str) -> tuple[int, str]:
    number, _, line = record_id.partition(" ")
    return int(number or 0), line
