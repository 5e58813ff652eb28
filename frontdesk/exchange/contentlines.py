"""The line format of address books and calendars: vCard 3.0 (RFC 2426), iCalendar (RFC 5545).

People go out as cards, closures as all-day events. Lines are folded at 75 bytes and end in CRLF.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from frontdesk.base.sentences import catalogue
from frontdesk.core import offices, people
from frontdesk.core.offices import Closure
from frontdesk.core.people import Person
from frontdesk.core.sites import here
from frontdesk.exchange.writing import whole

_FOLD_BYTES = 75


def write_cards(file: Path, db: sqlite3.Connection) -> int:
    """Write the people who work here as cards; return how many."""
    site = here(db).name
    names = {office.id: office.name for office in offices.every(db, retired=True)}
    everyone = people.every(db)
    _write(file, (
        line for person in everyone for line in _card(person, site, names.get(person.office_id, ""))
    ))  # fmt: skip
    return len(everyone)


def write_closures(file: Path, db: sqlite3.Connection, *, now: datetime) -> int:
    """Write all closures, of offices and of the whole house, as a calendar; return how many."""
    site = here(db)
    names = {office.id: office.name for office in offices.every(db, retired=True)}
    found = {
        closure.id: closure
        for office_id in ("", *names)
        for closure in offices.closures(db, date.min, office_id)
    }
    words = catalogue(site.lang)

    def lines() -> Iterator[str]:
        yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Frontdesk//Closures//EN")
        for closure in sorted(found.values(), key=lambda c: (c.from_on, c.id)):
            yield from _event(closure, names.get(closure.office_id, site.name), words, now)
        yield "END:VCALENDAR"

    _write(file, lines())
    return len(found)


def _card(person: Person, site: str, office: str) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"UID:{_escaped(person.id)}")
    yield f"FN:{_escaped(person.name)}"
    yield f"N:{_escaped(person.name)};;;;"
    yield "ORG:" + ";".join(map(_escaped, filter(None, (site, office))))
    for name, value in (
        ("TITLE", person.title),
        ("TEL;TYPE=WORK,VOICE", person.phone),
        ("EMAIL;TYPE=INTERNET", person.email),
        ("NOTE", person.keywords),
    ):
        if value:
            yield f"{name}:{_escaped(value)}"
    yield "END:VCARD"


def _event(closure: Closure, where: str, words: Mapping[str, str], now: datetime) -> Iterator[str]:
    first = date.fromisoformat(closure.from_on)
    after = date.fromisoformat(closure.to_on) + timedelta(days=1)  # the end is not part of it
    within = words["export.within"] if closure.shortens else "{hours}"
    what = within.format(hours=closure.hours) if closure.hours else words["export.closed"]
    summary = f"{where}: {what}" + (f" ({closure.reason})" if closure.reason else "")
    yield from (
        "BEGIN:VEVENT", f"UID:{_escaped(closure.id)}", f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}", f"LOCATION:{_escaped(where)}",
    )  # fmt: skip
    if closure.reason:
        yield f"DESCRIPTION:{_escaped(closure.reason)}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _escaped(text: str) -> str:
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _write(file: Path, lines: Iterable[str]) -> None:
    with whole(file) as part, part.open("wb") as stream:
        for line in lines:
            stream.write(_folded(line))


def _folded(line: str) -> bytes:
    """Return a line in pieces of at most 75 bytes, none of which cuts a letter in two."""
    pieces, piece = [], b""
    for letter in line:
        data = letter.encode()
        if len(piece) + len(data) > _FOLD_BYTES:
            pieces.append(piece)
            piece = b" "
        piece += data
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
