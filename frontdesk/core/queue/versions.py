"""Which version of each shared ticket this desk has: turns, claims, and what the hub was told."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from frontdesk.store.store import Tx

SHARED = "contact_id, turn, lamport, writer, holder, rev"


@dataclass(frozen=True, slots=True)
class Version:
    """Which state of a ticket this is: the turn, who claimed it, and the changes since."""

    contact_id: str
    turn: int
    lamport: int
    writer: str
    holder: str
    rev: int

    @property
    def claim(self) -> tuple[int, str]:
        """By what two desks that took the same turn are put in order."""
        return self.lamport, self.writer


@dataclass(frozen=True, slots=True)
class Mine:
    """The version that this desk has. `contact_*` are of the part that the opening desk tells."""

    version: Version
    digest: bytes
    pending: bool
    provisional: bool
    gone: bool
    opened_here: bool
    contact_rev: int
    contact_digest: bytes


def find(db: sqlite3.Connection, contact_id: str) -> Mine | None:
    """Return the version of a ticket that this desk has; None of one that was never shared."""
    row = db.execute(
        f"SELECT {SHARED}, digest, pending, provisional, gone, opened_here, contact_rev, "
        "contact_digest FROM shared_ticket WHERE contact_id = ?",
        (contact_id,),
    ).fetchone()
    if row is None:
        return None
    pending, provisional, gone, opened_here = map(bool, row[7:11])
    return Mine(Version(*row[:6]), row[6], pending, provisional, gone, opened_here, *row[11:])


def following(tx: Tx, contact_id: str, mine: Mine | None, desk: str) -> Version:
    """Return the next version of a ticket that changed here; not held here, it is taken."""
    if mine and mine.version.holder == desk:
        v = mine.version
        return Version(contact_id, v.turn, v.lamport, v.writer, desk, v.rev + 1)
    return taken(tx, contact_id, mine, desk)


def taken(tx: Tx, contact_id: str, mine: Mine | None, desk: str) -> Version:
    """Return the version with which this desk begins a turn, later than all that it has seen."""
    lamport, writer = tx.execute(
        "UPDATE writer SET lamport = lamport + 1 WHERE current = 1 RETURNING lamport, id"
    ).fetchone()
    return Version(contact_id, mine.version.turn + 1 if mine else 0, lamport, writer, desk, 0)


def write(
    tx: Tx, version: Version, digest: bytes, *, pending: bool, provisional: bool, gone: bool,
    opened_here: bool, contact: tuple[int, bytes], day: str,
) -> None:  # fmt: skip
    """Note a version in the place of the one before."""
    tx.execute(
        f"INSERT OR REPLACE INTO shared_ticket({SHARED}, digest, pending, provisional, gone, "
        "opened_here, contact_rev, contact_digest, on_day) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (version.contact_id, version.turn, version.lamport, version.writer, version.holder,
         version.rev, digest, int(pending), int(provisional), int(gone), int(opened_here),
         *contact, day),
    )  # fmt: skip


def stands(mine: Mine, other: Version) -> bool:
    """Tell whether our version stands against another one: the later turn, then the lowest claim.

    What was not taken without the hub and is not known there is for the hub to refuse.
    """
    ours = mine.version
    if ours.turn != other.turn:
        return ours.turn > other.turn
    if ours.claim == other.claim:
        return ours.rev >= other.rev
    asks = mine.pending and not mine.provisional
    return not asks and ours.claim < other.claim


def is_double(mine: Mine, other: Version, desk: str) -> bool:
    """Tell whether another desk took what we hold, instead of after us."""
    ours = mine.version
    if ours.holder != desk or other.holder == desk or ours.claim == other.claim or not ours.turn:
        return False
    later = mine.pending and mine.provisional and ours.turn < other.turn
    return ours.turn == other.turn or later


def known(db: sqlite3.Connection) -> dict[str, tuple[Version, int]]:
    """Return which versions this desk has, by contact, each with that of the contact's own part."""
    rows = db.execute(f"SELECT {SHARED}, contact_rev FROM shared_ticket")
    return {row[0]: (Version(*row[:6]), row[6]) for row in rows}


def confirm(tx: Tx, version: Version) -> None:
    """Note that the hub has a version; what changed since is still to be told."""
    tx.execute(
        "UPDATE shared_ticket SET pending = 0, provisional = 0 WHERE contact_id = ? AND turn = ? "
        "AND lamport = ? AND writer = ? AND rev = ?",
        (version.contact_id, version.turn, version.lamport, version.writer, version.rev),
    )


def doubt(tx: Tx, contact_id: str = "") -> None:
    """Note that what the hub was not told is held without its word: one ticket, or all."""
    tx.execute(
        "UPDATE shared_ticket SET provisional = 1 WHERE pending = 1 AND ?1 IN ('', contact_id)",
        (contact_id,),
    )
