"""What the wizard asks of the importers, a package and a table alike: without Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.base.progress import Progress
from frontdesk.core import imports
from frontdesk.core.imports import Undone
from frontdesk.exchange import importing, kinds
from frontdesk.exchange.hsds import importing as hsds
from frontdesk.exchange.importing import Change, Done
from frontdesk.exchange.kinds.known import Known
from frontdesk.exchange.previews import PACKAGE

Plan = importing.Plan | hsds.Plan
# What the digits of the report narrow it to; an edited row is one that this desk edited since.
FILTERS = ("", "new", "changed", "same", "edited", "refused", "check")
_PACKAGE_STATES = {"left out": "refused", "kept": "edited"}
MAX_PATH_CHARS = 4_000


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the report: where it stands, what would come of it, and why."""

    id: str
    line: int
    where: str
    label: str
    state: str
    error: UserError | None = None
    doubts: Sequence[UserError] = ()
    changes: Sequence[Change] = ()

    def is_in(self, state: str) -> bool:
        """Tell whether a filter shows the row; what is to be checked is taken all the same."""
        return not state or self.state == state or (state == "check" and bool(self.doubts))


@dataclass(frozen=True, slots=True)
class Report:
    """What a dry run found."""

    plan: Plan
    lines: tuple[Line, ...]
    counts: Mapping[str, int]


def path_of(text: str) -> Path:
    """Return the file or folder that somebody typed or pasted, with or without quotes.

    Raises UserError where there is none.
    """
    typed = text.strip().strip("\"'")[:MAX_PATH_CHARS]
    path = Path(typed.removeprefix("file://")).expanduser()
    if not typed or not path.exists():
        raise UserError("import.unreadable", field="path", file=typed)
    return path


def dry_run(
    store: Any, kind: str, file: Path, *, mapping: Mapping[str, str] | None, sheet: str,
    now: datetime, progress: Progress,
) -> Report:  # fmt: skip
    """Read and judge a file; nothing is written."""
    if kind == PACKAGE:
        plan = hsds.judge(store, file, now=now)
        lines = _lines_of_package(Known(store.read()), plan)
        return Report(plan, lines, _counts(lines))
    table = importing.judge(store, kind, file, mapping=mapping, sheet=sheet, progress=progress)
    lines = tuple(map(_line, table.rows))
    return Report(table, lines, _counts(lines))


def write(
    tx: Any, plan: Plan, *, leave_out: bool, overwrite: Collection[int] | bool,
    progress: Progress, now: datetime,
) -> Done:  # fmt: skip
    """Write all of it in one transaction, or nothing."""
    if isinstance(plan, hsds.Plan):
        return hsds.write(tx, plan, overwrite=bool(overwrite), progress=progress, now=now)
    return importing.write(
        tx, plan, leave_out=leave_out, overwrite=overwrite, progress=progress, now=now
    )


def undo(tx: Any, batch_id: str, *, now: datetime) -> Undone:
    """Take an import back."""
    return imports.undo(tx, batch_id, now=now)


def _line(row: importing.Judged) -> Line:
    state = "edited" if row.state in importing.STAYS else row.state
    return Line(
        str(row.line), row.line, str(row.line), row.label, state, row.error, row.doubts, row.changes
    )


def _lines_of_package(known: Known, plan: hsds.Plan) -> tuple[Line, ...]:
    return tuple(
        Line(
            str(number), number, f"{told.table} {told.line}", told.label,
            _PACKAGE_STATES.get(told.status, told.status), told.error,
            [told.error] if told.status == "check" and told.error else (),
            importing.changes_of(known, kinds.named(told.kind), told.noun)
            if told.status in {"changed", *importing.STAYS} else (),
        )
        for number, told in enumerate(plan.report, 1)
    )  # fmt: skip


def _counts(lines: Sequence[Line]) -> dict[str, int]:
    return {state: sum(line.is_in(state) for line in lines) for state in FILTERS}
