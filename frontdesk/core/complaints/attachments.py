"""Papers of a case: names and sizes with the case, each content kept once, by its hash."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.core.complaints.cases import Complaint
from frontdesk.core.complaints.steps import happen, open_case
from frontdesk.store.store import Tx

MAX_MIB = 20
MAX_BYTES = MAX_MIB << 20
MAX_NAME_CHARS = 120
MAX_PAPERS = 50
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"|?*', "_"))


@dataclass(frozen=True, slots=True)
class Attachment:
    """One paper of a case; `position` counts from 0."""

    complaint_id: str
    position: int
    name: str
    sha256: str
    bytes: int
    at: str


def read_file(file: Path) -> bytes:
    """Return a file's content. Raises UserError for one that is empty, too large or unreadable.

    The size is asked before anything is read; what grows meanwhile is cut off and refused too.
    """
    try:
        with file.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            content = stream.read(MAX_BYTES + 1) if size <= MAX_BYTES else b""
    except OSError as error:
        raise UserError("attachment.unreadable", field="file", name=safe_name(file.name)) from error
    _check_size(max(size, len(content)), safe_name(file.name))
    return content


def attach(tx: Tx, complaint_id: str, name: str, content: bytes, *, now: datetime) -> Complaint:
    """Add a paper to a case under a name without a path; the same content twice counts once."""
    case = open_case(tx.db, complaint_id, "attached")
    name = safe_name(name)
    _check_size(len(content), name)
    sha256 = hashlib.sha256(content).hexdigest()
    papers = attachments(tx.db, case.id)
    if any(paper.sha256 == sha256 for paper in papers):
        return case
    if len(papers) >= MAX_PAPERS:
        raise UserError("attachment.many", field="file", most=MAX_PAPERS)
    tx.execute(
        "INSERT OR IGNORE INTO attachment_content(sha256, content) VALUES(?,?)", (sha256, content)
    )
    return happen(
        tx, case, "attached", {"name": name, "sha256": sha256, "bytes": len(content)}, now
    )


def attachments(db: sqlite3.Connection, complaint_id: str) -> list[Attachment]:
    """Return the papers of a case, in the order in which they came."""
    rows = db.execute(
        "SELECT complaint_id, position, name, sha256, bytes, at FROM attachment "
        "WHERE complaint_id = ? ORDER BY position",
        (complaint_id,),
    )
    return [Attachment(*row) for row in rows]


def content(db: sqlite3.Connection, sha256: str) -> bytes | None:
    """Return a paper's content; None where it lies at another site, or was edited by hand."""
    row = db.execute(
        "SELECT content FROM attachment_content WHERE sha256 = ?", (sha256,)
    ).fetchone()
    return row[0] if row and hashlib.sha256(row[0]).hexdigest() == sha256 else None


def safe_name(name: str) -> str:
    """Return a file's name that leads nowhere: no folders, no drive, no signs a system forbids."""
    last = line(name.replace("\\", "/")).rsplit("/", 1)[-1].translate(_FORBIDDEN).strip(". ")
    stem, dot, ending = last.rpartition(".")
    if dot and stem and len(ending) <= 10:  # noqa: PLR2004 - the longest endings of real files
        return f"{stem[: MAX_NAME_CHARS - len(ending) - 1]}.{ending}"
    return last[:MAX_NAME_CHARS] or "file"


def _check_size(size: int, name: str) -> None:
    if not size:
        raise UserError("attachment.empty", field="file", name=name)
    if size > MAX_BYTES:
        raise UserError("attachment.large", field="file", name=name, most=MAX_MIB)
