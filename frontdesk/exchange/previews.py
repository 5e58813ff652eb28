"""A first look at a file: what kind of rows it seems to hold, which column would become which
field, and how its first rows would be here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from frontdesk.base.errors import UserError
from frontdesk.core import imports
from frontdesk.exchange import kinds, parts, reading
from frontdesk.exchange.columns import Columns, guess, shape
from frontdesk.exchange.headers import Layout
from frontdesk.exchange.hsds import packages
from frontdesk.exchange.kinds.known import Known
from frontdesk.exchange.reading import Numbered, Row
from frontdesk.exchange.spreadsheets import joined
from frontdesk.store.store import Store

PACKAGE = "hsds"
SHOWN_ROWS = 8
_SAMPLE_CHARS = 80
_NEEDED = {
    "articles": {"title"}, "offices": {"name"}, "services": {"article", "office"},
    "people": {"name"}, "complaints": {"text"}, "synonyms": {"line"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What a file seems to be. `rows` are its first ones, under their own names."""

    file: Path
    kind_name: str
    layout: Layout
    rows: Sequence[Numbered]
    is_remembered: bool = False

    def samples(self, name: str) -> str:
        """Return the first values of a column, one after the other."""
        values = (joined(row.get(name)) for _, row in self.rows if isinstance(row, dict))
        return " · ".join(filter(None, values)).replace("\n", " ")[:_SAMPLE_CHARS]


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows as they would be: the fields that are filled, and each row's own cells."""

    mapping: Mapping[str, str]
    fields: tuple[str, ...]
    rows: tuple[tuple[int, Row | UserError], ...]


class _AnyKind(Columns):
    """The columns of a file of which nobody has said yet what it holds."""

    def known(self, names: Sequence[str]) -> int:
        """Return how many names mean a field of the kind that knows most of them."""
        return max(count for _, count in _scored(names).values())

    def fields_of(self, names: Sequence[str]) -> list[str]:
        """Return the names as they are."""
        return list(names)


def look(store: Store, file: Path, sheet: str = "") -> Look:
    """Read the first rows of a file. Raises UserError where it cannot be read at all."""
    if packages.is_one(file):
        return Look(file, PACKAGE, Layout(), ())
    layout, db = Layout(), store.read()
    first = list(islice(reading.rows(file, _AnyKind(()), sheet=sheet, layout=layout), SHOWN_ROWS))
    remembered = imports.kind_of(db, shape(layout.names))
    kind = remembered or _likeliest(layout.names)
    return Look(file, kind, layout, first, bool(remembered))


def preview(
    db: sqlite3.Connection, seen: Look, kind_name: str, mapping: Mapping[str, str] | None = None
) -> Preview:
    """Return the first rows of a file as rows of a kind; without a mapping as judging would."""
    kind, known = kinds.named(kind_name), Known(db)
    columns = Columns(kind.fields, mapping, partial(imports.mapping_of, db, kind_name))
    columns.fields_of(seen.layout.names)
    meant = columns.mapping
    wanted = {*meant.values()} | ({"cost_note"} if "cost" in meant.values() else set())
    filled = tuple(field for field in kind.fields if field in wanted)
    return Preview(meant, filled, tuple(
        (number, row if isinstance(row, UserError) else _parsed(known, kind, row, meant))
        for number, row in seen.rows
    ))  # fmt: skip


def _parsed(known: Known, kind: kinds.Kind, row: Row, meant: Mapping[str, str]) -> Row | UserError:
    named = {field: row[name] for name, field in meant.items() if field and name in row}
    loose = parts.of(row, meant, kind.fields)
    named = parts.joined(named | {f"{parts.MARK}{name}": row[name] for name in loose})
    try:
        noun = kind.parse(known, named)[2]
    except UserError as error:
        return error
    return kind.told(known, noun) if kind.told else named


def _likeliest(names: Sequence[str]) -> str:
    scored = _scored(names)
    return max(scored, key=lambda kind: scored[kind])


def _scored(names: Sequence[str]) -> dict[str, tuple[bool, int]]:
    """Return for each kind whether it has what it needs, and how many names it knows."""
    scored = {}
    for kind, needed in _NEEDED.items():
        found = {*guess(filter(None, names), kinds.named(kind).fields).values()}
        scored[kind] = (found >= needed, len(found))
    return scored
