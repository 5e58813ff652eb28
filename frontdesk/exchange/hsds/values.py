"""What cannot be in a package: keys that lead nowhere, and values that nothing can have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import available_timezones

from frontdesk.base.errors import UserError
from frontdesk.exchange.hsds.packages import Package, Row

_SPREADSHEET_ERROR = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)")
_OFFSET = re.compile(r"(UTC|GMT)?\s?[+-]\d{1,2}(:?[0-5]\d)?|Z|UTC|GMT", re.IGNORECASE)
_TARGETS = {
    "service_id": "services", "organization_id": "organizations", "location_id": "locations",
    "program_id": "programs", "contact_id": "contacts", "phone_id": "phones",
    "service_at_location_id": "service_at_locations", "parent_organization_id": "organizations",
    "taxonomy_id": "taxonomies", "taxonomy_term_id": "taxonomy_terms",
}  # fmt: skip
_ANY = {"attributes": "link_id", "metadata": "resource_id"}
_FREQUENCIES = {"YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One cell that cannot be: a key that leads nowhere, or an impossible value."""

    table: str
    line: int
    error: UserError


def findings(package: Package) -> Iterator[Finding]:
    """Yield what cannot be, table by table, row by row."""
    ids = {name: {row["id"] for row in rows} - {""} for name, rows in package.tables.items()}
    for _, rows in sorted(package.tables.items()):
        for row in rows:
            yield from _of_row(row, ids)
    for name, line, error in package.faulty:
        yield Finding(name, line, error)


def is_impossible(column: str, value: str) -> bool:
    """Tell a value that no such column can hold; one that a spreadsheet could not compute."""
    if _SPREADSHEET_ERROR.match(value):
        return True
    check = _CHECKS.get(column)
    return bool(value and check and not check(value))


def _of_row(row: Row, ids: dict[str, set[str]]) -> Iterator[Finding]:
    for column, value in row.cells.items():
        if not value:
            continue
        if is_impossible(column, value):
            yield _finding(row, "hsds.impossible", column, value)
        elif _dangles(row.table, column, value, ids):
            yield _finding(row, "hsds.dangling", column, value)
    for first, last in (("valid_from", "valid_to"), ("minimum_age", "maximum_age")):
        if is_before(row[last], row[first]):
            yield _finding(row, "hsds.impossible", last, row[last])


def is_before(last: str, first: str) -> bool:
    """Tell an end that comes before its beginning, of days or of numbers."""
    return bool(first and last) and _order(last) < _order(first)


def _order(text: str) -> tuple[float, str]:
    return (float(text), "") if _is_number(text) else (0.0, text)


def _dangles(table: str, column: str, value: str, ids: dict[str, set[str]]) -> bool:
    if _ANY.get(table) == column:
        return all(value not in known for known in ids.values())
    if column == "parent_id" and table == "taxonomy_terms":
        return value not in ids.get(table, set())
    target = _TARGETS.get(column)
    return bool(target and ids.get(target) and value not in ids[target])


def _finding(row: Row, code: str, column: str, value: str) -> Finding:
    said = {"table": row.table, "field": column, "given": value[:60]}
    return Finding(row.table, row.line, UserError(code, **said))


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", text))


def _within(least: float, most: float) -> Callable[[str], bool]:
    return lambda text: _is_number(text) and least <= float(text) <= most


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return False
    return True


def _is_zone(text: str) -> bool:
    return bool(_OFFSET.fullmatch(text)) or text in available_timezones()


def _like(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda text: bool(compiled.fullmatch(text))


_EMAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"
_CLOCK = r"\d{1,2}:\d{2}(:\d{2})?(\s?[ap]\.?m\.?)?.*|\d{1,2}\s?[ap]\.?m\.?"
_DAY = r"[+-]?\d{0,2}(mo|tu|we|th|fr|sa|su)"
_CHECKS: dict[str, Callable[[str], bool]] = {
    "latitude": _within(-90, 90), "longitude": _within(-180, 180), "timezone": _is_zone,
    "minimum_age": _within(0, 150), "maximum_age": _within(0, 150), "amount": _within(0, 10**12),
    "year_incorporated": _within(1000, 2200), "email": _like(_EMAIL),
    "assurer_email": _like(_EMAIL), "currency": _like(r"[a-z]{3}"),
    "country": _like(r"[a-z]{2,3}"), "opens_at": _like(_CLOCK),
    "closes_at": _like(_CLOCK), "valid_from": _is_day,
    "valid_to": _is_day, "dtstart": _is_day, "until": _is_day, "assured_date": _is_day,
    "last_action_date": _is_day, "freq": lambda text: text.upper() in _FREQUENCIES,
    "byday": _like(rf"{_DAY}(\s*,\s*{_DAY})*"),
    "wkst": _like("mo|tu|we|th|fr|sa|su"), "interval": _within(1, 1000), "count": _within(1, 10**6),
}  # fmt: skip
