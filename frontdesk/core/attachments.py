"""Papers kept with what they belong to: a case, an article, a form that is still being typed.

Names and sizes stand beside their owner, each content once, by its hash, in the database: so a
backup has it, and what two owners handed in takes its room once. No paper is ever opened by us.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from frontdesk.base.clock import iso
from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.store.store import Tx

MAX_MIB = 20
MAX_BYTES = MAX_MIB << 20
MAX_NAME_CHARS = 120
MAX_PAPERS = 50
DRAFT = "draft"  # the noun of what is being typed; the entity is what it will become
_CHUNK_BYTES = 1 << 20
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"|?*', "_"))


@dataclass(frozen=True, slots=True)
class Attachment:
    """One paper of an entity of a noun; `position` orders them."""

    entity_id: str
    noun: str
    position: int
    name: str
    sha256: str
    bytes: int
    at: str


def read_file(file: Path, told: Callable[[int, int], object] | None = None) -> bytes:
    """Return a file's content. Raises UserError for one that is empty, too large or unreadable.

    The size is asked before anything is read; what grows meanwhile is cut off and refused too.
    `told` hears how many bytes of how many are read, and stops the reading by raising.
    """
    name, content = safe_name(file.name), bytearray()
    try:
        with file.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            _check_size(max(size, 1), name)
            while len(content) <= MAX_BYTES and (chunk := stream.read(_CHUNK_BYTES)):
                content += chunk
                if told:
                    told(len(content), max(size, len(content)))
    except OSError as error:
        raise UserError("attachment.unreadable", field="file", name=name) from error
    _check_size(len(content), name)
    return bytes(content)


def add(
    tx: Tx, noun: str, entity_id: str, content: bytes, name: str, *, now: datetime
) -> Attachment:
    """Add a paper under a name without a path; the same content twice counts once.

    Cases have an operation of their own, because events alone tell what belongs to a case.
    Raises UserError for an empty or too large one, and where there are too many.
    """
    papers = of(tx.db, noun, entity_id)
    name, sha256 = safe_name(name), keep(tx, name, content, papers)
    for paper in papers:
        if paper.sha256 == sha256:
            return paper
    position = papers[-1].position + 1 if papers else 0
    paper = Attachment(entity_id, noun, position, name, sha256, len(content), iso(now))
    put(tx, [paper])
    if noun != DRAFT:
        told = {"name": name, "sha256": sha256, "bytes": len(content)}
        tx.append(f"{noun}.attached", entity_id, told, now)
    return paper


def remove(tx: Tx, noun: str, entity_id: str, sha256: str, *, now: datetime) -> None:
    """Take a paper away; its content goes with the last that has it."""
    tx.execute(
        "DELETE FROM attachment WHERE entity_id = ? AND noun = ? AND sha256 = ?",
        (entity_id, noun, sha256),
    )
    if noun != DRAFT:
        tx.append(f"{noun}.detached", entity_id, {"sha256": sha256}, now)
    sweep(tx)


def of(db: sqlite3.Connection, noun: str, entity_id: str) -> tuple[Attachment, ...]:
    """Return the papers of an entity, in the order in which they came."""
    rows = db.execute(
        "SELECT entity_id, noun, position, name, sha256, bytes, at FROM attachment "
        "WHERE entity_id = ? AND noun = ? ORDER BY position",
        (entity_id, noun),
    )
    return tuple(Attachment(*row) for row in rows)


def content(db: sqlite3.Connection, sha256: str) -> bytes | None:
    """Return a paper's content; None where it lies at another site, or was edited by hand."""
    row = db.execute(
        "SELECT content FROM attachment_content WHERE sha256 = ?", (sha256,)
    ).fetchone()
    return row[0] if row and hashlib.sha256(row[0]).hexdigest() == sha256 else None


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a line for each content that is not what its hash says, that belongs to nothing, or
    that is gone although it was handed in here; that of another site may still be on its way.
    """
    for (sha256,) in db.execute("SELECT sha256 FROM attachment_content ORDER BY sha256"):
        if content(db, sha256) is None:
            yield f"attachment_content {sha256}: changed by hand"
    for (sha256,) in db.execute(
        "SELECT sha256 FROM attachment_content "
        "WHERE sha256 NOT IN (SELECT sha256 FROM attachment) ORDER BY sha256"
    ):
        yield f"attachment_content {sha256}: added by hand"
    for sha256, name in db.execute(
        "SELECT a.sha256, a.name FROM attachment a JOIN event e ON e.entity = a.entity_id "
        "JOIN writer w ON w.id = e.writer AND w.current = 1 WHERE e.kind = a.noun || '.attached' "
        "AND instr(e.body, a.sha256) > 0 "
        "AND a.sha256 NOT IN (SELECT sha256 FROM attachment_content) ORDER BY a.entity_id"
    ):
        yield f"attachment_content {sha256} ({name}): removed by hand"


def save_as(db: sqlite3.Connection, sha256: str, file: Path) -> Path:
    """Write a paper's content into a file, which other programs open."""
    found = content(db, sha256)
    if found is None:
        raise UserError("attachment.elsewhere", field="file", name=file.name)
    try:
        file.write_bytes(found)
    except OSError as error:
        raise UserError("printing.unwritable", file=file) from error
    return file


def keep(tx: Tx, name: str, content: bytes, beside: tuple[Attachment, ...]) -> str:
    """Keep a content that comes `beside` other papers, and return its hash."""
    _check_size(len(content), name)
    sha256 = hashlib.sha256(content).hexdigest()
    if len(beside) >= MAX_PAPERS and all(paper.sha256 != sha256 for paper in beside):
        raise UserError("attachment.many", field="file", most=MAX_PAPERS)
    tx.execute(
        "INSERT OR IGNORE INTO attachment_content(sha256, content) VALUES(?,?)", (sha256, content)
    )
    return sha256


def put(tx: Tx, papers: list[Attachment]) -> None:
    """Write the rows of papers whose contents are kept."""
    tx.executemany(
        "INSERT INTO attachment(entity_id, noun, position, name, sha256, bytes, at) "
        "VALUES(?,?,?,?,?,?,?)",
        [(p.entity_id, p.noun, p.position, p.name, p.sha256, p.bytes, p.at) for p in papers],
    )


def sweep(tx: Tx) -> None:
    """Let contents go that nothing names any longer; an erased paper has no name left."""
    tx.execute(
        "DELETE FROM attachment_content WHERE NOT EXISTS (SELECT 1 FROM attachment a "
        "WHERE a.sha256 = attachment_content.sha256 AND a.name <> '')"
    )


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
