"""The rules of the complaint form: what is kept as a draft, how it is filed, what is doubtful."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.base.ids import uuid7
from frontdesk.core import attachments, complaints, contacts, drafts
from frontdesk.core.attachments import DRAFT, Attachment
from frontdesk.core.complaints import Alike, Complaint, Suggestion, legal, life
from frontdesk.core.complaints.attachments import attach, attach_drafted
from frontdesk.core.complaints.causes import Cause
from frontdesk.core.complaints.legal import Missing

DRAFT_KEY = "complaint"
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
    severity: str = ""
    on_behalf: str = ""
    anonymous: bool = False
    restricted: bool = False
    files: int = 0

    @classmethod
    def blank(cls) -> Typed:
        """Return an empty form for a new case."""
        return cls(uuid7())

    @classmethod
    def restored(cls, draft: dict[str, Any]) -> Typed:
        """Return the form that a draft holds."""
        kept = {name: draft[name] for name in cls.__slots__ if name in draft}
        return cls(**kept | {"case_id": kept.get("case_id") or uuid7()})

    def draft(self, visitor: str = "") -> dict[str, Any]:
        """Return the form as a draft holds it; nothing where only the visitor's name, which the
        form proposes by itself, stands in it.
        """
        own = (
            self.text.strip(), self.phone.strip(), self.on_behalf.strip(),
            self.name.strip() != visitor, self.files,
        )  # fmt: skip
        return asdict(self) if any(own) else {}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case on record, the cause it was joined with, and the legal fields it still needs.

    `refusal` tells why it was not joined although that was asked for.
    """

    case: Complaint
    cause: Cause | None = None
    missing: tuple[Missing, ...] = ()
    refusal: UserError | None = None
    files: tuple[Attachment, ...] = ()


def file(
    tx: Any, typed: Typed, *, article_id: str = "", alike: Alike | None = None, now: datetime
) -> Outcome:
    """File what is typed and join it with those `alike`; filing never fails because of them."""
    case = complaints.file(
        tx, typed.text, kind=typed.kind, name=typed.name, phone=typed.phone, office=typed.office,
        article_id=article_id, on_behalf=typed.on_behalf, anonymous=typed.anonymous,
        restricted=typed.restricted, severity=typed.severity, complaint_id=typed.case_id,
        at_desk=True, now=now,
    )  # fmt: skip
    attach_drafted(tx, case, now=now)
    if alike is None:
        return outcome(tx.db, case.id)
    return join(tx, case.id, alike, now=now)


def join(tx: Any, case_id: str, alike: Alike, *, now: datetime) -> Outcome:
    """Join a case with those alike to it, under the cause that they have or a new one."""
    cause, refusal = None, None
    try:
        cause = complaints.join(
            tx, case_id, cause_id=alike.cause.id if alike.cause else "",
            alike=alike.complaint_ids, now=now,
        )  # fmt: skip
    except UserError as error:
        refusal = error
    return replace(outcome(tx.db, case_id), cause=cause, refusal=refusal)


def outcome(db: Any, case_id: str) -> Outcome:
    """Return a case as it stands, with what it still needs and what was attached to it."""
    file = life.file_of(db, case_id)
    return Outcome(file.case, None, legal.missing(db, case_id), None, file.papers)


def bring(
    tx: Any, typed: Typed, name: str, content: bytes, *, now: datetime
) -> tuple[Attachment, ...]:
    """Add a file to what is typed; the draft that it belongs to is saved with it."""
    attachments.add(tx, DRAFT, typed.case_id, content, name, now=now)
    drafts.save(tx, DRAFT_KEY, replace(typed, files=1).draft(), now=now)
    return attachments.of(tx.db, DRAFT, typed.case_id)


def bring_late(tx: Any, case_id: str, name: str, content: bytes, *, now: datetime) -> Outcome:
    """Add a file that was still being read when its case was filed."""
    attach(tx, case_id, name, content, now=now)
    return outcome(tx.db, case_id)


def take_off(
    tx: Any, typed: Typed, sha256: str, *, now: datetime
) -> tuple[tuple[Attachment, ...], bytes]:
    """Take a file off what is typed; return those left, and its content to put it back."""
    content = attachments.content(tx.db, sha256) or b""
    attachments.remove(tx, DRAFT, typed.case_id, sha256, now=now)
    return attachments.of(tx.db, DRAFT, typed.case_id), content


def take_back(tx: Any, case_id: str, anew: str, *, now: datetime) -> Complaint:
    """Annul a case that was just filed; its files go with its text into the form, as `anew`."""
    case = life.take_back(tx, case_id, now=now)
    papers = attachments.of(tx.db, "complaint", case_id) if anew else ()
    attachments.put(tx, [replace(paper, entity_id=anew, noun=DRAFT) for paper in papers])
    return case


def suggested(db: Any, text: str, *, now: datetime) -> Suggestion:
    """Return what a text and the visitor at the desk suggest."""
    return complaints.suggest(db, text, contacts.current(db), now=now)


def is_doubtful_phone(text: str) -> bool:
    """Tell whether a phone looks mistyped. It is kept as typed all the same."""
    if not text.strip():
        return False
    digits = sum(c.isdigit() for c in text)
    odd = any(not (c.isdigit() or c in " +-()./#*" or c.lower() in "ext") for c in text)
    return odd or not SHORTEST_PHONE <= digits <= LONGEST_PHONE
