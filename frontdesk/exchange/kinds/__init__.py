"""The kinds of rows that come in and go out, one module a kind, each with the same names.

`FIELDS` are the columns, `parse(known, row)` makes the noun of a row or raises UserError,
`states(known, nouns)` tells what saving each would do, `save(tx, nouns, now=...)` stores them and
returns Counts, `rows(db)` yields them for export. A kind whose rows can be taken and yet need a
look has `doubts(row)`, which says why; one whose rows can change has `find(db, noun)`, which is
what is here of it, and `told(known, noun)`, which is its row. What a file has no column for stays
as it is here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.exchange.kinds.known import Known
from frontdesk.exchange.reading import Row


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of rows. `parse` gives (key, label, noun); the key is unique within a file."""

    fields: tuple[str, ...]
    parse: Callable[[Known, Row], Any]
    save: Callable[..., Any]
    states: Callable[[Known, Sequence[Any]], list[str]]
    rows: Callable[[sqlite3.Connection], Iterator[Row]]
    doubts: Callable[[Row], Sequence[UserError]] | None = None
    find: Callable[[sqlite3.Connection, Any], Any] | None = None
    told: Callable[[Known, Any], Row] | None = None


def _kind(module: ModuleType) -> Kind:
    more = (getattr(module, name, None) for name in ("doubts", "find", "told"))
    return Kind(module.FIELDS, module.parse, module.save, module.states, module.rows, *more)


KINDS = ("articles", "offices", "services", "people", "complaints", "synonyms")


def named(name: str) -> Kind:
    """Return the kind of a name. Raises UserError when there is none."""
    if name not in KINDS:
        raise UserError("import.kind", given=name, kinds=", ".join(KINDS))
    return _kind(import_module(f"{__name__}.{name}"))  # an import of articles needs no complaints
