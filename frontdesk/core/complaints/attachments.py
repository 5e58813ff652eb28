"""Papers of a case: attaching one and taking it back are steps of the case, told by events."""

from __future__ import annotations

from datetime import datetime

from frontdesk.core import attachments
from frontdesk.core.attachments import DRAFT
from frontdesk.core.complaints.cases import Complaint
from frontdesk.core.complaints.course import NOUN
from frontdesk.core.complaints.steps import happen, open_case
from frontdesk.store.store import Tx


def attach(tx: Tx, complaint_id: str, name: str, content: bytes, *, now: datetime) -> Complaint:
    """Add a paper to a case under a name without a path; the same content twice counts once."""
    case = open_case(tx.db, complaint_id, "attached")
    name, papers = attachments.safe_name(name), attachments.of(tx.db, NOUN, case.id)
    sha256 = attachments.keep(tx, name, content, papers)
    if any(paper.sha256 == sha256 for paper in papers):
        return case
    told = {"name": name, "sha256": sha256, "bytes": len(content)}
    return happen(tx, case, "attached", told, now)


def detach(tx: Tx, complaint_id: str, sha256: str, *, now: datetime) -> Complaint:
    """Take a paper off a case to which it does not belong; that it was there stays told."""
    case = open_case(tx.db, complaint_id, "detached")
    if all(paper.sha256 != sha256 for paper in attachments.of(tx.db, NOUN, case.id)):
        return case
    case = happen(tx, case, "detached", {"sha256": sha256}, now)
    attachments.sweep(tx)
    return case


def attach_drafted(tx: Tx, case: Complaint, *, now: datetime) -> Complaint:
    """Give a case that was just filed the papers that were added while it was typed."""
    for paper in attachments.of(tx.db, DRAFT, case.id):
        told = {"name": paper.name, "sha256": paper.sha256, "bytes": paper.bytes}
        case = happen(tx, case, "attached", told, now)
    tx.execute("DELETE FROM attachment WHERE entity_id = ? AND noun = ?", (case.id, DRAFT))
    return case
