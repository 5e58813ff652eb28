"""How every step of a case is taken: allowed by its state, written as an event, folded at once."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.core import conflicts
from frontdesk.core.complaints.cases import SETTLED, Complaint, fold, get
from frontdesk.core.complaints.course import MOVES
from frontdesk.core.sites import here
from frontdesk.store.events import Body
from frontdesk.store.store import Tx


def open_case(db: sqlite3.Connection, complaint_id: str, step: str) -> Complaint:
    """Return the case with an id or folio if its state allows a step.

    Raises UserError `complaint.settled`, `complaint.not_settled` or `complaint.step_done`.
    """
    case = get(db, complaint_id)
    if case.state not in MOVES[step]:
        if case.state in SETTLED:
            raise UserError("complaint.settled")
        if step in ("reopened", "rated"):
            raise UserError("complaint.not_settled")
        raise UserError("complaint.step_done")
    return case


def happen(tx: Tx, case: Complaint, step: str, body: Body, now: datetime) -> Complaint:
    """Write a step of a case and return the case as it is then."""
    kind = f"complaint.{step}"
    told = {**body, "at_desk": here(tx.db).desk}
    if kind in conflicts.FIELDS:
        told["base"] = conflicts.base_of(tx.db, kind, case.id)
    fold(tx, tx.append(kind, case.id, told, now))
    return get(tx.db, case.id)
