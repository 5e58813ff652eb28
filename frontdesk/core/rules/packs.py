"""A rule pack: what a country's law asks of a complaint, as data with a date.

Each fact says how sure it is: "seen" in a secondary source, "recalled", or "office" where no law
is known and the office sets it. The sentences `rules.seen`, `rules.recalled` and `rules.office`
say so in words; all of it is to be confirmed by the office's own lawyer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from frontdesk.base.errors import UserError
from frontdesk.base.text import fold
from frontdesk.core.deadlines import Extension, Sureness, Term

Sector = Literal["any", "private", "public"]
Needed = Literal["filing", "form", "minor", "answer"]


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in both languages of the program."""

    es: str
    en: str

    def in_language(self, lang: str) -> str:
        """Return the Spanish text for "es", the English one for every other language."""
        return self.es if lang == "es" else self.en


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of complaint with the term of its answer."""

    code: str
    name: Wording
    term: Term
    sure: Sureness
    note: Wording | None


@dataclass(frozen=True, slots=True)
class Field:
    """A legal field: needed for the filing to count, by the form, for a minor, or in the answer.

    `either` names another field that serves as well.
    """

    code: str
    name: Wording
    needed: Needed
    either: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the law sets: copies of a form, years of keeping, digits of a folio."""

    number: int
    sure: Sureness


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a list of the law: a cause, or a group of people with priority in a queue."""

    code: str
    name: Wording
    law: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something else that the law asks, in words."""

    text: Wording
    sure: Sureness


@dataclass(frozen=True, slots=True)
class Pack:
    """One version of a country's or region's complaint rules.

    `order` is the place in the table of packs: where several fit, the first is taken.
    `receipt` are the sentences of the receipt, with the gaps {folio} {kind} {received_on}
    {due_on} and {law}. `text` is the source from which the pack was read.
    """

    name: str
    version: int
    order: int
    country: str
    region: str
    sector: Sector
    title: Wording
    law: Wording
    in_force_from: date | None
    checked_on: str
    sure: Sureness
    caution: Wording
    kinds: tuple[Kind, ...]
    default_kind: str
    acknowledgement: Term
    forwarding: Term | None
    extension: Extension | None
    suspension: Note | None
    fields: tuple[Field, ...]
    retention_years: Figure | None
    copies: Figure | None
    folio_digits: Figure | None
    numbering: Note | None
    causes: tuple[Choice, ...]
    priorities: tuple[Choice, ...]
    receipt: tuple[Wording, ...]
    notes: tuple[Note, ...]
    text: str

    @property
    def identity(self) -> str:
        """What a case stores of its pack: `name@version`."""
        return f"{self.name}@{self.version}"

    def kind(self, code: str = "") -> Kind:
        """Return a kind by its code or its name in either language, the default kind for ''.

        Raises UserError `rules.unknown_kind` for a kind that this law does not know.
        """
        wanted = fold(code or self.default_kind)
        for kind in self.kinds:
            if wanted in (kind.code, fold(kind.name.es), fold(kind.name.en)):
                return kind
        raise UserError("rules.unknown_kind", field="kind", kind=wanted, pack=self.name)

    def missing(self, given: Mapping[str, str], needed: Needed) -> tuple[Field, ...]:
        """Return the legal fields of one purpose that are still empty and not served by another."""
        return tuple(
            field
            for field in self.fields
            if field.needed == needed
            and not given.get(field.code, "").strip()
            and not given.get(field.either, "").strip()
        )
