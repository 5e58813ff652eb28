"""The texts of papers and letters as list and form: without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from frontdesk.core import edits, sites, wordings
from frontdesk.core.wordings import Text
from frontdesk.ui.records.record import Record

OWN = "✎"
SHOWN_CHARS = 80
AROUND = 4  # texts shown before and behind one


def read(db: Any) -> list[Record]:
    """Return all texts, those of the site's language first; an own one is marked."""
    lang = sites.here(db).lang
    return [_record(text) for text in sorted(wordings.every(db), key=lambda t: t.lang != lang)]


def save(tx: Any, record_id: str, values: Mapping[str, Any], *, base: str, now: datetime) -> Record:
    """Keep an own text. Raises UserError as `wordings.save`, and `record.changed`."""
    lang, name = record_id.split()
    here = {(text.lang, text.name): text.used for text in wordings.every(tx.db)}
    edits.check(base, here.get((lang, name)))
    return _record(wordings.save(tx, lang, name, str(values["text"]), now=now))


def to_shipped(tx: Any, record_id: str, *, retired: bool, now: datetime) -> Record:  # noqa: ARG001 - as the retire of every noun
    """Go back to the shipped text."""
    lang, name = record_id.split()
    return _record(wordings.clear(tx, lang, name, now=now))


def paper_of(record: Record) -> tuple[str, str]:
    """Return the code of the paper on which a text stands, and its language."""
    lang, name = record.id.split()
    return name.partition(".")[0], lang


def around(
    records: Sequence[Record], record: Record, text: str, examples: Mapping[str, str]
) -> list[str]:
    """Return the texts before and behind one on its paper, filled in; that one is pointed at."""
    same = [other for other in records if paper_of(other) == paper_of(record)]
    place = next((n for n, other in enumerate(same) if other.id == record.id), 0)
    return [
        f"▸ {text}" if other.id == record.id else filled(str(other.values["text"]), examples)
        for other in same[max(place - AROUND, 0) : place + AROUND + 1]
    ]


def filled(text: str, examples: Mapping[str, str]) -> str:
    """Return a text with examples in its gaps; what cannot be filled stays as it is."""
    try:
        known = {gap: examples.get(gap, f"‹{gap}›") for gap in wordings.gaps(text)}
        return text.format(**known)
    except (ValueError, LookupError, AttributeError):
        return text


def _record(text: Text) -> Record:
    return Record(
        f"{text.lang} {text.name}", text.used[:SHOWN_CHARS], OWN if text.own else "",
        {"text": text.used, "shipped": text.shipped}, edits.digest(text.used),
    )  # fmt: skip
