"""What the board asks of core, without Qt: a window of its rows, one whole case, its filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.core import accounts, attachments, complaints, offices, rules
from frontdesk.core.complaints import Alike, Complaint, alike, board, causes, legal
from frontdesk.core.complaints.attachments import detach
from frontdesk.core.complaints.board import Filter, Line
from frontdesk.core.complaints.causes import Cause
from frontdesk.core.complaints.course import OPEN, SETTLED
from frontdesk.core.complaints.legal import Missing
from frontdesk.core.complaints.life import CaseFile, file_of
from frontdesk.core.complaints.veiling import veiled
from frontdesk.core.offices import Office
from frontdesk.core.rules import Pack
from frontdesk.core.sites import here

WINDOW = 300  # rows held: several screens, and some milliseconds
AT_ONCE = 1_000  # rows of an export read in one go
STATES = ("open", "overdue", *OPEN, *SETTLED, "settled", "")
GROUP = "open"  # what the board opens on


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of a filter around a place, with how many there are and how many are overdue."""

    total: int
    start: int
    lines: tuple[Line, ...]
    overdue: int


@dataclass(frozen=True, slots=True)
class Look:
    """One whole case. `pack` is None where its rules are another site's and not here.

    `hands` are the initials of who took a step, by their id.
    """

    file: CaseFile
    pack: Pack | None
    given: dict[str, str]
    missing: tuple[Missing, ...]
    cause: Cause | None
    alike: Alike | None
    hands: dict[str, str]

    @property
    def case(self) -> Complaint:
        """The row of the case."""
        return self.file.case


@dataclass(frozen=True, slots=True)
class House:
    """What can be chosen from: kinds of the rules in use, offices, causes, saved views."""

    pack: Pack
    offices: tuple[Office, ...]
    causes: tuple[Cause, ...]
    views: dict[str, Filter]


def page(db: Any, wanted: Filter, *, today: date, around: int = 0) -> Page:
    """Return the rows of a filter around a place."""
    total = board.count(db, wanted, today=today)
    start = max(0, min(around - WINDOW // 2, total - WINDOW))
    lines = board.lines(db, wanted, today=today, limit=WINDOW, skip=start)
    overdue = board.count(db, Filter("overdue"), today=today)
    return Page(total, start, tuple(lines), overdue)


def look(db: Any, case_id: str, *, now: datetime, reads_restricted: bool = True) -> Look:
    """Return everything that the side of the board tells of a case, to who may read it."""
    file = file_of(db, case_id)
    if file.case.restricted and not reads_restricted:
        file = veiled(file)
    case = file.case
    pack: Pack | None = None
    missing: tuple[Missing, ...] = ()
    try:
        pack = rules.of_case(db, case.pack)
        missing = legal.missing(db, case.id)
    except UserError:  # the rules of another site
        pack = None
    near = alike(db, case.text, case.office_id, case.article_id, now=now, besides=case.id)
    return Look(
        file, pack, legal.given(db, case), missing, causes.find(db, case.cause_id),
        near[0] if near and not case.cause_id else None, accounts.initials_of(db),
    )  # fmt: skip


def house(db: Any, *, today: date) -> House:
    """Return what filters and steps choose from."""
    desk = here(db)
    pack = rules.in_use(db, desk.country, desk.region, name=desk.rules, on=today)
    found = tuple(cause for cause, _ in causes.every(db))
    return House(pack, tuple(offices.every(db)), found, board.views(db))


def narrowed(wanted: Filter, key: str, house: House) -> Filter:
    """Return a filter with one more choice, told as `state overdue` or `office ID`."""
    what, _, value = key.partition(" ")
    if what == "view":
        return house.views.get(value, wanted)
    if what == "clear":
        return Filter(GROUP)
    return replace(wanted, **{{"state": "state", "office": "office_id", "kind": "kind",
                               "cause": "cause_id", "text": "text"}[what]: value})  # fmt: skip


def keep_view(tx: Any, name: str, wanted: Filter, *, now: datetime) -> None:  # noqa: ARG001 - every write is told when
    """Keep a filter under a name."""
    board.save_view(tx, name, wanted)


def forget_view(tx: Any, name: str, *, now: datetime) -> None:  # noqa: ARG001 - as above
    """Forget a saved view."""
    board.drop_view(tx, name)


def rows(db: Any, wanted: Filter, *, today: date) -> Iterator[dict[str, Any]]:
    """Yield all rows of a filter as the board shows them: nobody's name, nothing restricted."""
    skip = 0
    while lines := board.lines(db, wanted, today=today, limit=AT_ONCE, skip=skip):
        yield from map(asdict, lines)
        skip += len(lines)


def export(store: Any, file: Path, wanted: Filter, *, today: date) -> tuple[Path, int]:
    """Write the cases of a filter to a file by its ending: XLSX, CSV or Open311 JSON."""
    from frontdesk.exchange import open311, writing

    db = store.read()
    if file.suffix.lower() == ".json":
        cases = (complaints.get(db, row["id"]) for row in rows(db, wanted, today=today))
        return file, open311.write(file, db, cases)
    return file, writing.write(file, rows(db, wanted, today=today))


def take_off(tx: Any, case_id: str, sha256: str, *, now: datetime) -> tuple[Complaint, bytes]:
    """Take a file off a case; return its content, with which it can be put back."""
    content = attachments.content(tx.db, sha256) or b""
    return detach(tx, case_id, sha256, now=now), content
