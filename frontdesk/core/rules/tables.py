"""A TOML table read value by value: each error names the file, the line and the field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from frontdesk.base.errors import UserError

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.-]+)\s*\]\]?")
_KEY = re.compile(r"^\s*([\w-]+)\s*=")
_AT_LINE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")

Value = TypeVar("Value")


class Table:
    """One table of a file. What is not asked for by the end is a typing slip: see `done`."""

    def __init__(self, values: dict[str, Any], path: str, lines: dict[str, int], file: str) -> None:
        self._values = values
        self._path = path
        self._lines = lines
        self._file = file
        self._asked: set[str] = set()

    @classmethod
    def parse(cls, text: str, file: str) -> Table:
        """Return the outermost table of a TOML text; raises UserError `rules.syntax`."""
        try:
            values = tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # also a number or a nesting without end
            at = _AT_LINE.search(str(error))
            last = text.count("\n") + 1
            line = int(at[1]) if at and at[1] else last
            reason = _AT_LINE.sub("", str(error)).strip()
            raise UserError("rules.syntax", file=file, line=line, reason=reason) from error
        return cls(values, "", _lines_of(text), file)

    def has(self, key: str) -> bool:
        """Return whether the table has a key."""
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it must be there and not be empty."""
        value = self._value(key, str, '"…"', default)
        if default is None and not value.strip():
            raise self.wrong(key, '"…"')
        return value

    def number(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number between two bounds."""
        expected = f"{low}…{high}"
        value = self._value(key, int, expected, default)
        if isinstance(value, bool) or not low <= value <= high:
            raise self.wrong(key, expected)
        return value

    def flag(self, key: str) -> bool:
        """Return a yes or no; no where it is left out."""
        return self._value(key, bool, "true, false", default=False)

    def day(self, key: str) -> date | None:
        """Return a day, or None where it is left out."""
        if not self.has(key):
            return None
        value = self._value(key, date, "2026-12-31", None)
        if type(value) is not date:  # a TOML date with a time is a datetime, which is a date too
            raise self.wrong(key, "2026-12-31")
        return value

    def choice(self, key: str, options: Iterable[Value], default: Value | None = None) -> Value:
        """Return one of the options, which is the one written or else the default."""
        known = {str(option): option for option in options}
        value = self._value(key, str, ", ".join(known), None if default is None else str(default))
        if value not in known:
            raise self.wrong(key, ", ".join(known))
        return known[value]

    def table(self, key: str) -> Table:
        """Return an inner table."""
        return self._inner(self._value(key, dict, "{ … }", None), key)

    def tables(self, key: str) -> list[Table]:
        """Return an array of tables; empty where it is left out."""
        rows = self._value(key, list, "[[ ]]", [])
        if not all(isinstance(row, dict) for row in rows):
            raise self.wrong(key, "[[ ]]")
        return [self._inner(row, f"{key}[{place}]") for place, row in enumerate(rows, start=1)]

    def optional(self, key: str, read: Callable[[Table], Value]) -> Value | None:
        """Return what `read` makes of an inner table, or None where it is left out."""
        return read(self.table(key)) if self.has(key) else None

    def done(self) -> None:
        """Raise UserError `rules.field_unknown` for the first key that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                raise UserError("rules.field_unknown", **self._place(key))

    def wrong(self, key: str, expected: str) -> UserError:
        """Return the error for a value that is not what it should be."""
        return UserError("rules.field_wrong", expected=expected, **self._place(key))

    def _value(self, key: str, kind: type[Value], expected: str, default: Value | None) -> Value:
        self._asked.add(key)
        if key not in self._values:
            if default is None:
                raise UserError("rules.field_missing", **self._place(key))
            return default
        value = self._values[key]
        if not isinstance(value, kind):
            raise self.wrong(key, expected)
        return value

    def _inner(self, values: dict[str, Any], key: str) -> Table:
        return Table(values, self._at(key), self._lines, self._file)

    def _at(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def _place(self, key: str) -> dict[str, object]:
        """Return where a key stands, or the nearest table around it."""
        path = field = self._at(key)
        while path not in self._lines and path:
            path = path.rpartition(".")[0]
        return {"file": self._file, "line": self._lines.get(path, 1), "field": field}


def _lines_of(text: str) -> dict[str, int]:
    """Return path -> line of the tables and keys of a TOML text, counted from 1."""
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = header[2]
            if header[1] == "[[":
                counts[table] = counts.get(table, 0) + 1
                table = f"{table}[{counts[table]}]"
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return lines
