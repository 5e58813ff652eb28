"""From the text of a pack to a `Pack`, or to one error with file, line and field."""

from __future__ import annotations

import re
import string
from pathlib import Path
from typing import get_args

from frontdesk.base.errors import UserError
from frontdesk.core.deadlines import Extension, Sureness, Term, Unit
from frontdesk.core.rules.packs import (
    Choice,
    Field,
    Figure,
    Kind,
    Needed,
    Note,
    Pack,
    Sector,
    Wording,
)
from frontdesk.core.rules.tables import Table

MAX_CHARS = 200_000
MAX_TERM = 366
MAX_MONTHS = 60
RECEIPT_GAPS = frozenset({"folio", "kind", "received_on", "due_on", "law"})
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"[a-z]+(_[a-z]+)*")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def read_file(file: Path) -> Pack:
    """Return the pack of a file. Raises UserError `rules.not_text`, `rules.too_long` and others."""
    if file.stat().st_size > MAX_CHARS:
        raise UserError("rules.too_long", file=file.name, chars=MAX_CHARS)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("rules.not_text", file=file.name) from error
    return read_pack(text, file.name)


def read_pack(text: str, file: str) -> Pack:
    """Return the pack written in a TOML text. Raises UserError `rules.*` at the first mistake."""
    if len(text) > MAX_CHARS:
        raise UserError("rules.too_long", file=file, chars=MAX_CHARS)
    table = Table.parse(text, file)
    sure = table.choice("sure", get_args(Sureness))
    pack = Pack(
        name=_matching(table, "name", NAME, "co-pqrsd"),
        version=table.number("version", 1, 100_000),
        order=table.number("order", 1, 1000, default=1000),
        country=table.text("country", ""),
        region=table.text("region", ""),
        sector=table.choice("sector", get_args(Sector)),
        title=_wording(table, "title"),
        law=_wording(table, "law"),
        in_force_from=table.day("in_force_from"),
        checked_on=_matching(table, "checked_on", _MONTH, "2026-11"),
        sure=sure,
        caution=_wording(table, "caution"),
        kinds=tuple(_kind(row, sure) for row in table.tables("kind")),
        default_kind=table.text("default_kind"),
        acknowledgement=_term(table.table("acknowledgement"), "office"),
        forwarding=table.optional("forwarding", lambda inner: _term(inner, sure)),
        extension=table.optional("extension", _extension),
        suspension=table.optional("suspension", _note),
        fields=tuple(_field(row) for row in table.tables("field")),
        retention_years=table.optional("retention_years", _figure),
        copies=table.optional("copies", _figure),
        folio_digits=table.optional("folio_digits", _figure),
        numbering=table.optional("numbering", _note),
        causes=tuple(_choice(row) for row in table.tables("cause")),
        priorities=tuple(_choice(row) for row in table.tables("priority")),
        receipt=tuple(_receipt_sentence(row) for row in table.tables("receipt")),
        notes=tuple(_note(row) for row in table.tables("note")),
        text=text,
    )
    table.done()
    _check_codes(table, pack)
    return pack


def _matching(table: Table, key: str, pattern: re.Pattern[str], example: str) -> str:
    value = table.text(key)
    if not pattern.fullmatch(value):
        raise table.wrong(key, example)
    return value


def _wording(table: Table, key: str) -> Wording:
    inner = table.table(key)
    wording = Wording(es=inner.text("es"), en=inner.text("en"))
    inner.done()
    return wording


def _term(table: Table, sure: Sureness) -> Term:
    unit = table.choice("unit", get_args(Unit))
    term = Term(
        number=table.number("number", 0, MAX_MONTHS if unit == "months" else MAX_TERM),
        unit=unit,
        sure=table.choice("sure", get_args(Sureness), sure),
        starts_next_day=table.flag("starts_next_day"),
        ends_on_working_day=table.flag("ends_on_working_day"),
    )
    table.done()
    return term


def _kind(table: Table, sure: Sureness) -> Kind:
    sure = table.choice("sure", get_args(Sureness), sure)
    kind = Kind(
        code=_matching(table, "code", _CODE, "complaint"),
        name=_wording(table, "name"),
        term=_term(table.table("term"), sure),
        sure=sure,
        note=_wording(table, "note") if table.has("note") else None,
    )
    table.done()
    return kind


def _extension(table: Table) -> Extension:
    extension = Extension(
        at_most_times=table.number("at_most_times", 1, 10),
        told_before_expiry=table.flag("told_before_expiry"),
        sure=table.choice("sure", get_args(Sureness)),
    )
    table.done()
    return extension


def _field(table: Table) -> Field:
    field = Field(
        code=_matching(table, "code", _CODE, "person_name"),
        name=_wording(table, "name"),
        needed=table.choice("needed", get_args(Needed)),
        either=table.text("either", ""),
    )
    table.done()
    return field


def _figure(table: Table) -> Figure:
    figure = Figure(table.number("number", 0, 100), table.choice("sure", get_args(Sureness)))
    table.done()
    return figure


def _choice(table: Table) -> Choice:
    code = _matching(table, "code", _CODE, "time")
    choice = Choice(code, _wording(table, "name"), table.text("law", ""))
    table.done()
    return choice


def _note(table: Table) -> Note:
    note = Note(_wording(table, "text"), table.choice("sure", get_args(Sureness)))
    table.done()
    return note


def _receipt_sentence(table: Table) -> Wording:
    wording = _wording(table, "text")
    table.done()
    for text in (wording.es, wording.en):
        try:
            gaps = {gap for _, gap, _, _ in string.Formatter().parse(text) if gap is not None}
        except ValueError as error:
            raise table.wrong("text", "{folio}") from error
        if not gaps <= RECEIPT_GAPS:
            raise table.wrong("text", ", ".join(f"{{{gap}}}" for gap in sorted(RECEIPT_GAPS)))
    return wording


def _check_codes(table: Table, pack: Pack) -> None:
    """Refuse codes that stand twice, and codes that name nothing."""
    kinds = [kind.code for kind in pack.kinds]
    fields = [field.code for field in pack.fields]
    if not kinds:
        raise table.wrong("kind", "[[kind]]")
    _check_twice(table, "kind", kinds)
    _check_twice(table, "field", fields)
    if pack.default_kind not in kinds:
        raise table.wrong("default_kind", ", ".join(kinds))
    for place, field in enumerate(pack.fields, start=1):
        if field.either and field.either not in fields:
            raise table.wrong(f"field[{place}].either", ", ".join(fields))


def _check_twice(table: Table, key: str, codes: list[str]) -> None:
    for place, code in enumerate(codes, start=1):
        if code in codes[: place - 1]:
            raise table.wrong(f"{key}[{place}].code", f"≠ {code}")
