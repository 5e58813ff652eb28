"""A package of HSDS as tables of rows: a folder of CSV files, or JSON in any shape of the API.

Nothing is opened but the file, or the tables of the folder by their own names: what a
datapackage.json points to is not followed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.exchange import reading
from frontdesk.exchange.hsds import zipped

MAX_JSON_BYTES = 60_000_000
MAX_ROWS = 1_000_000
_HEAD_BYTES = 65_536
# What only a package speaks of; a list of ours is one object a line, and names other things.
_NAMED = re.compile(
    r'"(services|locations|organization|organization_id|service_at_locations|contents'
    r'|services\.csv|locations\.csv|organizations\.csv)"\s*:'
)
_CALLED = {  # names of version 1.1, and of nested objects
    "regular_schedules": "schedules", "services_at_location": "service_at_locations",
    "service_at_location": "service_at_locations", "physical_addresses": "addresses",
    "postal_addresses": "addresses", "organization": "organizations", "service": "services",
    "location": "locations", "program": "programs", "taxonomy_detail": "taxonomies",
    "taxonomy_term": "taxonomy_terms", "eligibility": "eligibilities", "unit": "units",
    "cost_option": "cost_options", "required_document": "required_documents",
    "organization_identifiers": "organization_identifiers", "parent_organization": "organizations",
    "address": "addresses", "phone": "phones", "schedule": "schedules", "contact": "contacts",
    "attribute": "attributes", "service_area": "service_areas",
}  # fmt: skip
_OF_WHICH_ONE_IS = {"services", "locations"}
_SINGULAR = {
    "services": "service", "organizations": "organization", "locations": "location",
    "contacts": "contact", "phones": "phone", "programs": "program",
    "service_at_locations": "service_at_location", "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands, and its cells as text."""

    table: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")


@dataclass(slots=True)
class Package:
    """The tables of a package by their names in version 3; `ids` are those of each table."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    faulty: list[tuple[str, int, UserError]] = field(default_factory=list)

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a table, none where it is missing."""
        return self.tables.get(table, [])

    def add(self, table: str, line: int, cells: dict[str, Any]) -> Row:
        """Add a row to a table, and return it."""
        rows = self.tables.setdefault(table, [])
        if len(rows) > MAX_ROWS:
            raise UserError("import.file_large", file=table)
        rows.append(Row(table, line, {name: _text(cell) for name, cell in cells.items()}))
        return rows[-1]


def is_one(file: Path) -> bool:
    """Tell a package from any other folder or file, without reading the whole of it."""
    if file.is_dir():
        return any(_table(table) in _OF_WHICH_ONE_IS for table in file.glob("*.csv"))
    if file.suffix.lower() == ".zip":
        return True  # nothing else that can be read comes so
    if file.suffix.lower() != ".json":
        return False
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD_BYTES).decode("utf-8-sig", errors="ignore")
    except OSError:
        return False
    return bool(_NAMED.search(head))


def read(file: Path) -> Package:
    """Read a folder of CSV files, a JSON file or a zip of either. Raises UserError for anything
    else.
    """
    if not file.exists():
        raise UserError("import.unreadable", file=file)
    package = Package()
    if file.suffix.lower() == ".zip" and not file.is_dir():
        with zipped.unpacked(file) as inside:
            _read_into(package, inside)
    else:
        _read_into(package, file)
    if not any(package.rows(table) for table in _OF_WHICH_ONE_IS):
        raise UserError("hsds.none", file=file.name)
    return package


def _read_into(package: Package, file: Path) -> None:
    if file.is_dir():
        for table in sorted(file.glob("*.csv")):
            _read_table(package, table)
    elif file.suffix.lower() == ".json":
        _read_json(package, file)
    else:
        raise UserError("import.ending", file=file.name, endings=".json, .zip")


def _table(file: Path) -> str:
    return _CALLED.get(file.stem.lower(), file.stem.lower())


def _read_table(package: Package, file: Path) -> None:
    table = _table(file)
    for line, row in reading.rows(file):
        if isinstance(row, UserError):
            package.faulty.append((file.name, line, row))
        else:
            package.add(table, line, row)


def _read_json(package: Package, file: Path) -> None:
    try:
        if file.stat().st_size > MAX_JSON_BYTES:
            raise UserError("import.file_large", file=file.name)
        value = json.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise UserError("import.unreadable", file=file) from error
    except (ValueError, RecursionError) as error:
        raise UserError("hsds.json", file=file.name) from error
    if isinstance(value, dict) and any(name.endswith(".csv") for name in value):
        for name, rows in value.items():
            table = name.removesuffix(".csv")
            for line, row in enumerate(_objects(rows), 1):
                package.add(_CALLED.get(table, table), line, row)
        return
    flat = _Flat(package, {})
    listed = value.get("contents", value) if isinstance(value, dict) else value
    for line, entity in enumerate(_objects(listed), 1):
        flat.take(_table_of(entity), line, entity, {})


def _objects(value: object) -> Iterator[dict[str, Any]]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield each


def _table_of(entity: dict[str, Any]) -> str:
    """Return what an object that nobody named is."""
    if "service" in entity and "name" not in entity:
        return "service_at_locations"
    if entity.keys() & {"services", "tax_status", "legal_status", "website", "year_incorporated"}:
        return "organizations"
    if entity.keys() & {"latitude", "location_type", "addresses"}:
        return "locations"
    return "services"


@dataclass(slots=True)
class _Flat:
    """Nested objects as rows, each once; what is inside names what is around it."""

    package: Package
    seen: dict[tuple[str, str], Row]

    def take(self, table: str, line: int, entity: dict[str, Any], above: dict[str, Any]) -> None:
        """Add an object, and those in it."""
        cells = {k: v for k, v in entity.items() if not isinstance(v, dict | list)}
        for name, inside in entity.items():
            if name in _CALLED and isinstance(inside, dict) and inside.get("id"):
                cells[f"{name}_id"] = inside["id"]
        key = (table, str(entity.get("id", "")))
        if key in self.seen and key[1]:
            for name, value in (above | cells).items():
                self.seen[key].cells.setdefault(name, _text(value))
        else:
            self.seen[key] = self.package.add(table, line, above | cells)
        is_named = table in _SINGULAR and entity.get("id")
        around = {f"{_SINGULAR[table]}_id": entity["id"]} if is_named else {}
        for name, inside in entity.items():
            if isinstance(inside, dict | list):
                for child in _objects(inside):
                    linked = {} if isinstance(inside, dict) else around
                    self.take(_CALLED.get(name, name), line, child, linked)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    text = str(cell).strip()
    return text[1:-1].strip() if len(text) > 1 and text[0] == text[-1] == '"' else text
