"""The rules of the promise form: by when is typed freely, and what was understood is told."""

from __future__ import annotations

from datetime import datetime

from frontdesk.base.errors import UserError
from frontdesk.core.when import understand


def due_at(what: str, when: str, now: datetime, zone_name: str) -> datetime:
    """Return the instant by which a promise is due, from what is typed.

    Raises UserError where nothing is promised, or `when` means no time to come.
    """
    if not what.strip():
        raise UserError("promise.empty", field="what")
    if not when.strip():
        raise UserError("promise.when", field="due_at")
    moment = understand(when, now, zone_name)
    if moment is None:
        raise UserError("promise.unread", field="due_at")
    if moment.at < now:
        raise UserError("promise.past", field="due_at")
    return moment.at
