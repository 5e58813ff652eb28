"""All that is held on one person, and what became of it, as rows for a file to hand over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from frontdesk.core.privacy import Held, Outcome
from frontdesk.exchange import writing
from frontdesk.exchange.reading import Row


def write(file: Path, held: Iterable[Held]) -> int:
    """Write what is held on a person by the file's ending: XLSX, CSV or JSON lines."""
    return writing.write(file, rows(held))


def rows(held: Iterable[Held]) -> Iterator[Row]:
    """One row a field: of which record, when, what it says."""
    for one in held:
        for field, value in one.told:
            yield {
                "record": one.noun, "id": one.id, "folio": one.name, "at": one.at,
                "field": field, "value": value,
            }  # fmt: skip


def report(outcomes: Iterable[Outcome]) -> Iterator[Row]:
    """One row a record: erased, or kept, why and until when."""
    for one in outcomes:
        yield {
            "record": one.held.noun, "id": one.held.id, "folio": one.held.name, "at": one.held.at,
            "state": "kept" if one.kept else "erased", "why": one.kept, "until_on": one.until_on,
        }  # fmt: skip
