"""Importing a file: judge every row first, then write all in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from frontdesk.base.errors import UserError
from frontdesk.base.garbage import uncollected
from frontdesk.base.progress import Progress
from frontdesk.core import imports
from frontdesk.core.knowledge.articles import Counts
from frontdesk.exchange import kinds, parts, reading
from frontdesk.exchange.columns import Columns, shape
from frontdesk.exchange.headers import Layout
from frontdesk.exchange.kinds.known import Known
from frontdesk.exchange.spreadsheets import joined
from frontdesk.store.store import Store, Tx

STAYS = ("kept", "edited")  # states of rows that stay as this desk edited them
STATES = ("new", "changed", "same", *STAYS, "refused")
_SAVED_AT_ONCE = 2_000  # rows between two looks at whether somebody stopped it
_READ_AT_ONCE = 200


class Change(NamedTuple):
    """One field of a row that is here already: what it says, and what the file says."""

    field: str
    before: str
    after: str


class Judged(NamedTuple):
    """One row of a file: refused if there is an `error`; `doubts` say what to check of the rest.

    `state` is what importing it would do. What the last import brought and this desk edited since
    is `kept`, and `edited` where the file changed it as well.
    """

    line: int
    label: str
    noun: Any
    error: UserError | None = None
    doubts: Sequence[UserError] = ()
    state: str = "refused"
    changes: Sequence[Change] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A file that has been read and judged, before anything is written."""

    file: Path
    kind_name: str
    kind: kinds.Kind
    rows: tuple[Judged, ...]
    layout: Layout
    mapping: Mapping[str, str]

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
    store: Store, kind_name: str, file: Path, *, mapping: Mapping[str, str] | None = None,
    sheet: str = "", progress: Progress | None = None,
) -> Plan:  # fmt: skip
    """Read a file and judge each row. Raises UserError for a file that cannot be read at all.

    Without a mapping (column -> field) the one that was used for such a file before holds, or else
    what the names of the columns say.
    """
    kind, layout, known = kinds.named(kind_name), Layout(), Known(store.read())
    columns = Columns(kind.fields, mapping, partial(imports.mapping_of, known.db, kind_name))
    found = reading.rows(file, columns, sheet=sheet, layout=layout)
    with uncollected():
        rows = list(_judged(known, kind, found, progress or Progress()))
        _tell_states(known, kind_name, kind, rows)
    return Plan(file, kind_name, kind, tuple(rows), layout, columns.mapping)


def apply(
    store: Store, plan: Plan, *, now: datetime, leave_out: bool = False, overwrite: bool = False
) -> Done:
    """Write all rows in one transaction of their own, as `write` does; a copy is made before."""
    from frontdesk.core import copies

    copies.before_import(store, now=now)
    with store.write() as tx:
        return write(tx, plan, leave_out=leave_out, overwrite=overwrite, now=now)


def write(
    tx: Tx, plan: Plan, *, leave_out: bool = False, overwrite: bool | Collection[int] = False,
    progress: Progress | None = None, now: datetime,
) -> Done:  # fmt: skip
    """Write all rows. Raises UserError, writing nothing, if any is refused; with `leave_out` the
    refused ones are left out instead. What was edited here since the last import stays, unless
    `overwrite` says to take the file's, of all rows or of those on some lines.
    """
    refused = plan.refused
    if refused and not leave_out:
        raise UserError(
            "import.refused", file=plan.file.name, rows=len(plan.rows), refused=len(refused),
            line=refused[0].line, cause=refused[0].error,
        )  # fmt: skip
    found = [row.noun for row in _taken(tx, plan, overwrite=overwrite)]
    edited = len(plan.rows) - len(refused) - len(found)
    if plan.mapping:
        names = plan.layout.names
        imports.remember(tx, shape(names), plan.kind_name, plan.mapping, now=now)
    progress = progress or Progress()
    if plan.kind_name not in imports.KINDS:
        return Done(_saved(tx, plan, found, progress, now), edited)
    held = {plan.kind_name: imports.hold(tx.db, plan.kind_name, found)}
    counts = _saved(tx, plan, found, progress, now)
    brought = {plan.kind_name: found}
    batch = imports.note(tx, plan.file.name, plan.kind_name, held, brought, now=now)
    return Done(counts, edited, batch)


def _taken(tx: Tx, plan: Plan, *, overwrite: Collection[int] | bool) -> list[Judged]:
    """Return the rows that are written: nobody's edit is lost, not even one made a moment ago."""
    sound = [row for row in plan.rows if not row.error]
    if overwrite is True or not plan.kind.find or not imports.has_brought(tx.db, plan.kind_name):
        return sound
    wanted = overwrite or ()
    states = plan.kind.states(Known(tx.db), [row.noun for row in sound])
    return [
        row for row, state in zip(sound, states, strict=True)
        if state != "changed" or row.line in wanted
        or not imports.edited(tx.db, plan.kind_name, row.noun)
    ]  # fmt: skip


def _saved(tx: Tx, plan: Plan, found: Sequence[Any], progress: Progress, now: datetime) -> Counts:
    if plan.kind_name == "synonyms":  # a whole list, which takes the place of the one before
        return Counts(*_counted([plan.kind.save(tx, found, now=now)]))
    rest, counts = iter(found), list[Counts]()
    while batch := list(islice(rest, _SAVED_AT_ONCE)):
        progress.at(len(counts) * _SAVED_AT_ONCE, len(found))
        counts.append(plan.kind.save(tx, batch, now=now))
    return Counts(*_counted(counts))


def _counted(counts: Sequence[Counts]) -> Iterator[int]:
    return (sum(getattr(each, name) for each in counts) for name in ("new", "changed", "same"))


def _judged(
    known: Known, kind: kinds.Kind, found: Iterator[reading.Numbered], progress: Progress
) -> Iterator[Judged]:
    seen: dict[str, int] = {}
    parse, doubts = kind.parse, kind.doubts
    for count, (number, row) in enumerate(found):
        if count % _READ_AT_ONCE == 0:
            progress.at(count)
        if isinstance(row, UserError):
            yield Judged(number, "", None, row)
            continue
        try:
            whole = parts.joined(row)
            key, label, noun = parse(known, whole)
        except UserError as error:
            yield Judged(number, "", None, error)
            continue
        first = seen.setdefault(key, number)
        checks = doubts(whole) if doubts else ()
        if first == number:
            yield Judged(number, label, noun, None, checks, "new")
        else:
            yield Judged(number, label, noun, UserError("import.twice", first=first), checks)


def _tell_states(known: Known, kind_name: str, kind: kinds.Kind, rows: list[Judged]) -> None:
    """Put into each row that can be taken what importing it would do, where it is not new."""
    sound = [place for place, row in enumerate(rows) if not row.error]
    states = kind.states(known, [rows[place].noun for place in sound])
    brought = imports.has_brought(known.db, kind_name)
    for place, state in zip(sound, states, strict=True):
        row = rows[place]
        if state == "changed":
            here = imports.edited(known.db, kind_name, row.noun) if brought else ""
            changes = changes_of(known, kind, row.noun)
            rows[place] = row._replace(state=here or state, changes=changes)
        elif state != "new":
            rows[place] = Judged(row.line, row.label, row.noun, None, row.doubts, state)


def changes_of(known: Known, kind: kinds.Kind, noun: Any) -> tuple[Change, ...]:  # noqa: ANN401 - of any kind
    """Return what differs between a row of a file and what is here of it, field by field."""
    here = kind.find(known.db, noun) if kind.find else None
    if here is None or kind.told is None:
        return ()
    before, after = kind.told(known, here), kind.told(known, noun)
    return tuple(
        Change(name, joined(before[name]), joined(after[name]))
        for name in after
        if before[name] != after[name]
    )
