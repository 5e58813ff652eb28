"""Records that nobody changes, which mypy sees to: a check when they are made costs five times as
much as making them, and a list of ten thousand rows makes as many.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Record = TypeVar("Record")


@dataclass_transform(frozen_default=True)
def record(noun: type[Record]) -> type[Record]:
    """Make a class a dataclass with slots, to be read, compared and hashed as a frozen one."""
    return dataclass(slots=True, unsafe_hash=True)(noun)
