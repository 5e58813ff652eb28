"""The rules of the complaint form: what is kept as a draft, what is worth a word of doubt."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from frontdesk.base.ids import uuid7

SHORTEST_PHONE, LONGEST_PHONE = 3, 15  # digits: 112 is a phone, and no number is longer than E.164


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form. `case_id` is the case that it becomes, so that a save that is
    repeated, by a second key or after a crash, makes no second case.
    """

    case_id: str
    text: str = ""
    name: str = ""
    phone: str = ""
    office: str = ""
    kind: str = ""

    @classmethod
    def blank(cls) -> Typed:
        """Return an empty form for a new case."""
        return cls(uuid7())

    @classmethod
    def restored(cls, draft: dict[str, Any]) -> Typed:
        """Return the form that a draft holds."""
        kept = {name: str(draft.get(name, "")) for name in cls.__slots__}
        return cls(**kept | {"case_id": kept["case_id"] or uuid7()})

    def draft(self, visitor: str = "") -> dict[str, Any]:
        """Return the form as a draft holds it; nothing where only the visitor's name, which the
        form proposes by itself, stands in it.
        """
        own = (self.text.strip(), self.phone.strip(), self.name.strip() != visitor)
        return asdict(self) if any(own) else {}


def is_doubtful_phone(text: str) -> bool:
    """Tell whether a phone looks mistyped. It is kept as typed all the same."""
    if not text.strip():
        return False
    digits = sum(c.isdigit() for c in text)
    odd = any(not (c.isdigit() or c in " +-()./#*" or c.lower() in "ext") for c in text)
    return odd or not SHORTEST_PHONE <= digits <= LONGEST_PHONE
