"""What can be taken along, and in which formats: everything the desk knows, as others read it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from frontdesk.base.errors import UserError
from frontdesk.base.progress import Progress
from frontdesk.exchange import kinds, text_folders, writing
from frontdesk.exchange.reading import Row

TABLES = (".xlsx", ".csv", ".ods", ".jsonl")
TEXTS = ("markdown", "html", "word")


@dataclass(frozen=True, slots=True)
class Format:
    """One thing that can be written: of what, in which form, to a file or to a folder of them."""

    what: str
    form: str
    ending: str  # '' for a folder

    @property
    def id(self) -> str:
        """By what a list finds it."""
        return f"{self.what} {self.form}"


def formats() -> tuple[Format, ...]:
    """Return all that can be written."""
    tables = [Format(kind, end[1:], end) for kind in kinds.KINDS for end in TABLES]
    texts = [Format("articles", form, "") for form in TEXTS]
    others = [
        Format("hsds", "hsds", ".json"), Format("jsonld", "jsonld", ".json"),
        Format("vcard", "vcard", ".vcf"), Format("icalendar", "icalendar", ".ics"),
        Format("open311", "open311", ".json"),
    ]  # fmt: skip
    return (*tables[:4], *texts, *tables[4:], *others)


def write(
    db: sqlite3.Connection, what: str, file: Path, *, form: str = "", now: datetime,
    progress: Progress | None = None,
) -> int:  # fmt: skip
    """Write a kind of rows, or one of the other forms, to a file or folder; return how many rows.

    Raises UserError for a kind or an ending that there is not, and where nothing can be written.
    """
    if writer := _others(db, now).get(what):
        return writer(file)
    rows = _told(kinds.named(what).rows(db), progress or Progress())
    if form in TEXTS:
        return text_folders.write(file, rows, form)
    return writing.write(file, rows)


def _others(db: sqlite3.Connection, now: datetime) -> dict[str, Callable[[Path], int]]:
    from frontdesk.exchange import contentlines, linked_data, open311
    from frontdesk.exchange.hsds import writing as hsds

    return {
        "open311": lambda file: open311.write(file, db),
        "hsds": lambda file: hsds.write(file, db),
        "vcard": lambda file: contentlines.write_cards(file, db),
        "icalendar": lambda file: contentlines.write_closures(file, db, now=now),
        "jsonld": partial(linked_data.write, db=db),
    }


def _told(rows: Iterator[Row], progress: Progress) -> Iterator[Row]:
    for count, row in enumerate(rows):
        if count % 100 == 0:
            progress.at(count)
        yield row


def check_place(file: Path) -> None:
    """Raise UserError where a file cannot lie."""
    if not file.name or not file.parent.is_dir():
        raise UserError("backup.unwritable", field="path", file=file)
