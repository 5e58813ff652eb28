"""Importing a file: judge every row first, then write all in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.core import imports
from frontdesk.core.knowledge.articles import Counts
from frontdesk.exchange import columns, kinds, reading
from frontdesk.store.store import Store

STAYS = ("kept", "edited")  # states of rows that stay as this desk edited them


@dataclass(frozen=True, slots=True)
class Judged:
    """One row of a file: refused if there is an `error`; `doubts` say what to check of the rest."""

    line: int
    label: str
    noun: Any
    error: UserError | None = None
    doubts: Sequence[UserError] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A file that has been read and judged, before anything is written."""

    file: Path
    kind_name: str
    kind: kinds.Kind
    rows: tuple[Judged, ...]

    @property
    def refused(self) -> list[Judged]:
        """The rows that cannot be taken."""
        return [row for row in self.rows if row.error]

    @property
    def doubtful(self) -> list[Judged]:
        """The rows that are taken and yet need a look."""
        return [row for row in self.rows if row.doubts]


@dataclass(frozen=True, slots=True)
class Done:
    """What an import did: its counts, how many rows stay as edited here, and the id to undo it."""

    counts: Counts
    edited: int = 0
    batch: str = ""


def judge(
    store: Store, kind_name: str, file: Path, mapping: Path | None = None, sheet: str = ""
) -> Plan:
    """Read a file and judge each row. Raises UserError for a file that cannot be read at all."""
    kind = kinds.named(kind_name)
    renamed = columns.read_map(mapping, kind.fields)
    return Plan(file, kind_name, kind, tuple(_judged(store, kind, file, renamed, sheet)))


def states(store: Store, plan: Plan) -> Iterator[tuple[Judged, str]]:
    """Yield each row with what importing it would do: new, changed, same or refused.

    What the last import brought and this desk edited since is `kept`, and `edited` where the file
    changed it as well.
    """
    db = store.read()
    for row in plan.rows:
        state = "refused" if row.error else plan.kind.state(db, row.noun)
        if state == "changed":
            state = imports.edited(db, plan.kind_name, row.noun) or state
        yield row, state


def may_be_edited(store: Store, plan: Plan) -> bool:
    """Tell whether an earlier import brought rows that may have been edited here since."""
    return plan.kind_name in imports.KINDS and imports.has_brought(store.read(), plan.kind_name)


def apply(
    store: Store, plan: Plan, *, now: datetime, leave_out: bool = False, overwrite: bool = False
) -> Done:
    """Write all rows in one transaction. Raises UserError, writing nothing, if any is refused;
    with `leave_out` the refused ones are left out instead. What was edited here since the last
    import stays unless `overwrite` says to take the file's.
    """
    refused = plan.refused
    if refused and not leave_out:
        raise UserError(
            "import.refused", file=plan.file.name, rows=len(plan.rows), refused=len(refused),
            line=refused[0].line, cause=refused[0].error,
        )  # fmt: skip
    with store.write() as tx:
        found = [row.noun for row in plan.rows if not row.error]
        if may_be_edited(store, plan) and not overwrite:
            stays = {id(row) for row, state in states(store, plan) if state in STAYS}
            found = [row.noun for row in plan.rows if not row.error and id(row) not in stays]
        edited = len(plan.rows) - len(refused) - len(found)
        if plan.kind_name not in imports.KINDS:
            return Done(plan.kind.save(tx, found, now=now), edited)
        held = {plan.kind_name: imports.hold(tx.db, plan.kind_name, found)}
        counts = plan.kind.save(tx, found, now=now)
        brought = {plan.kind_name: found}
        batch = imports.note(tx, plan.file.name, plan.kind_name, held, brought, now=now)
        return Done(counts, edited, batch)


def _judged(
    store: Store, kind: kinds.Kind, file: Path, mapping: dict[str, str], sheet: str
) -> Iterator[Judged]:
    db, seen, names = store.read(), dict[str, int](), dict[str, str]()
    free = [field for field in kind.fields if field not in mapping.values()]

    def known(columns_named: Sequence[str]) -> int:
        return len(columns.guess(columns_named, free).keys() | mapping.keys() & {*columns_named})

    for number, row in reading.rows(file, known=known, sheet=sheet):
        if isinstance(row, UserError):
            yield Judged(number, "", None, row)
            continue
        if not row.keys() <= names.keys():
            names = dict.fromkeys(row, "") | columns.guess(row, free) | mapping
        named = {field: row[name] for name in row if (field := names[name])}
        try:
            key, label, noun = kind.parse(db, named)
            first = seen.setdefault(key, number)
            twice = UserError("import.twice", first=first) if first != number else None
            yield Judged(number, label, noun, twice, kind.doubts(named) if kind.doubts else ())
        except UserError as error:
            yield Judged(number, "", None, error)
