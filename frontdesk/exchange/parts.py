"""Columns that are a part of another: an extension, a second surname, the hours of one weekday.

Offices keep them apart where we have one field. Such a column is joined with the field that it
belongs to; in a row its name stands behind a plus sign until then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any

from frontdesk.base.text import fold, line

MARK = "+"
_NO_WORD = re.compile(r"[^a-z0-9]+")
_CLOSED = frozenset(["-", "--", "—", "–", "x", "no", "n/a", "0"])
# What a column is a part of, and which part, by its name without accents.
_NAMES = {
    "extension": "ext extension anexo interno ramal extensiones num_extension",
    "phone": "telefono tel celular movil telefono_2 telefono_celular telefono_movil otro_telefono",
    "surname": (
        "apellido apellidos primer_apellido segundo_apellido apellido_paterno apellido_materno "
        "segundo_nombre last_name surname"
    ),
    "opens": "apertura abre hora_apertura horario_apertura hora_inicio opens opens_at",
    "closes": "cierre cierra hora_cierre horario_cierre hora_fin closes closes_at",
    "days": "dias dia dias_atencion dias_de_atencion dias_operacion days dias_servicio",
    "word": "termino palabra term word expresion",
}
_PART = {name: part for part, names in _NAMES.items() for name in names.split()}
_WHOLE = {
    "extension": "phone", "phone": "phone", "surname": "name", "opens": "hours",
    "closes": "hours", "days": "hours", "weekday": "hours", "word": "line",
}  # fmt: skip

Row = dict[str, Any]


def of(names: Iterable[str], meant: Mapping[str, str], fields: Container[str]) -> list[str]:
    """Return which columns without a field of their own are parts of another."""
    taken = {*meant.values()}
    free = {name: _part(name) for name in names if name and not meant.get(name)}
    parts = {*free.values()}
    has_whole = {field: field in taken for field in ("phone", "name", "line")}
    apart = "hours" not in taken and ("weekday" in parts or {"opens", "closes"} <= parts)
    return [
        name
        for name, part in free.items()
        if part and (whole := _WHOLE[part]) in fields
        and (has_whole.get(whole) or (whole == "hours" and (
            apart or (part == "days" and "hours" in taken)
        )))
    ]  # fmt: skip


def joined(row: Row) -> Row:
    """Return a row with its parts in the fields that they belong to."""
    if MARK not in "".join(row):  # as in nearly every row
        return row
    loose = {name[1:]: _text(cell) for name, cell in row.items() if name[:1] == MARK}
    whole = {name: cell for name, cell in row.items() if name[:1] != MARK}
    by_part: dict[str, list[tuple[str, str]]] = {}
    for name, text in loose.items():
        by_part.setdefault(_part(name), []).append((name, text))
    for field, join in _JOINS.items():
        told = join(_text(whole.get(field)), by_part)
        if told or field in whole:
            whole[field] = told
    return whole


def _part(name: str) -> str:
    key = "_".join(_NO_WORD.sub(" ", fold(line(name))).split())
    if key in _PART:
        return _PART[key]
    from frontdesk.core.opening.wording import words

    found = words(fold(line(name))) or ()
    is_days = any(word.sort == "day" for word in found)
    return "weekday" if is_days and {word.sort for word in found} <= {"day", "to", "and"} else ""


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


Parts = Mapping[str, list[tuple[str, str]]]


def _phone(whole: str, parts: Parts) -> str:
    extensions = [text.removesuffix(".0") for _, text in parts.get("extension", ()) if text]
    first = f"{whole} ext. {', '.join(extensions)}" if extensions and whole else whole
    others = [text for _, text in parts.get("phone", ()) if text]
    return " / ".join(filter(None, (first or ", ".join(extensions), *others)))


def _name(whole: str, parts: Parts) -> str:
    return " ".join(filter(None, (whole, *(text for _, text in parts.get("surname", ())))))


def _hours(whole: str, parts: Parts) -> str:
    days = ", ".join(re.sub(r"[|;]", ",", text) for _, text in parts.get("days", ()) if text)
    if {"opens", "closes"} <= parts.keys():
        opens, closes = parts["opens"][0][1], parts["closes"][0][1]
        whole = f"{opens} - {closes}" if opens and closes else opens or closes
    week = [
        f"{name}: {'cerrado' if text.lower() in _CLOSED else text}"
        for name, text in parts.get("weekday", ())
        if text
    ]
    return "; ".join(filter(None, (f"{days} {whole}".strip() if whole else "", *week)))


def _line(whole: str, parts: Parts) -> str:
    return ", ".join(filter(None, (*(text for _, text in parts.get("word", ())), whole)))


_JOINS: dict[str, Callable[[str, Parts], str]] = {
    "phone": _phone, "name": _name, "hours": _hours, "line": _line,
}  # fmt: skip
