"""A record that is edited in a form: was it changed meanwhile, and what does the log tell of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import asdict, is_dataclass
from datetime import datetime
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.store.store import Tx

_CHARS = 16
_UNTOLD = frozenset({"id", "changed_at"})


def digest(record: Any) -> str:  # noqa: ANN401 - a frozen dataclass, or what JSON can hold
    """Return what a form keeps of a record as it was read; '' of none."""
    if record is None:
        return ""
    told = _fields(record) if is_dataclass(record) else record
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_CHARS]


def check(base: str, here: Any) -> None:  # noqa: ANN401 - as digest
    """Raise UserError where a record is not what the form was filled from; '' asks nothing."""
    if base and digest(here) != base:
        raise UserError("record.changed")


def note(
    tx: Tx, noun: str, before: Any, after: Any, *, silent: Collection[str] = (), now: datetime  # noqa: ANN401 - as digest
) -> None:  # fmt: skip
    """Append `<noun>.changed` with each field before and after; of `silent` ones only the name.

    Nothing is appended where nothing changed.
    """
    new = _fields(after)
    old = _fields(before) if before is not None else dict.fromkeys(new, "")
    told = {
        name: [] if name in silent else [old[name], value]
        for name, value in new.items()
        if name not in _UNTOLD and old[name] != value and (old[name] or value)
    }
    if told:
        tx.append(f"{noun}.changed", after.id, {"fields": told}, now)


def _fields(record: Any) -> dict[str, Any]:  # noqa: ANN401 - as digest
    return {name: value for name, value in asdict(record).items() if name != "changed_at"}
