"""How a noun is described to the list and the form: without Qt, so that it is a table to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from frontdesk.base.text import fold

Kind = Literal["text", "long", "source", "choice", "number", "hours", "office", "tick", "many"]
Pairs = list[tuple[str, str]]  # (key, name)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the list with what its form shows.

    `base` is the digest under which it was read, `id` is '' for one that is new.
    """

    id: str
    title: str
    under: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    base: str = ""
    retired: bool = False

    def has(self, words: list[str]) -> bool:
        """Tell whether all of some folded words are in what the list shows."""
        known = fold(f"{self.title} {self.under}")
        return all(word in known for word in words)


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a form. `label` and `hint` are translated in the noun's context; `&` stands
    before the letter that Alt takes.

    `choices` offers what a choice or an office can be; `find` what fits typed words, of very many.
    """

    name: str
    kind: Kind
    label: str
    hint: str = ""
    choices: Callable[[Any], Pairs] | None = None
    find: Callable[[Any, str], Pairs] | None = None
    options: tuple[tuple[str, str], ...] = ()  # (key, name to be translated)
    most: int = 10_000


@dataclass(frozen=True, slots=True)
class Noun:
    """What is listed, and what core does with it.

    `read(db)` returns the records, in use and retired; `save(tx, record_id, values, base=, now=)`
    the record as it was saved; `retire(tx, record_id, retired=, now=)` takes it out of use or back.
    """

    name: str
    context: str
    title: str
    empty: str
    tables: frozenset[str]
    fields: tuple[FieldSpec, ...]
    read: Callable[[Any], list[Record]]
    save: Callable[..., Record]
    retire: Callable[..., Any] | None = None
    adds: bool = True
    new_label: str = ""  # what a new one is called, where it is not simply new
    retire_label: str = ""
    keeps_retired: bool = True  # what is out of use can be listed
    flows_down: bool = False  # head office's releases replace what a branch changes here
