"""Who may do what: receptionists answer, admins keep house and knowledge, managers see to both.

One table from what is done to who may do it. The operations themselves ask, so that no screen, key
or later program comes round it. What is not in the table everyone at the desk may do.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from frontdesk.base.errors import UserError
from frontdesk.store.store import Actor, Tx

ROLES = ("receptionist", "admin", "manager")
ADMINS = frozenset({"admin"})
LEADS = frozenset({"admin", "manager"})
NOBODY = Actor("", "")  # the desk is locked: what runs on its own still may, what is asked may not

# What is done, by the noun of the desk -> the roles that may. A row needs its `require` in core.
PERMISSIONS: Mapping[str, frozenset[str]] = {
    "article.write": LEADS,
    "complaint.annul": LEADS,
    "complaint.unrestrict": LEADS,
    "complaint.term": LEADS,
    "gap.close": LEADS,
    "import.take_in": LEADS,
    "office.write": LEADS,
    "paper.write": ADMINS,
    "person.erase": LEADS,
    "rules.write": ADMINS,
    "site.write": ADMINS,
    "staff.write": ADMINS,
    "synonyms.write": LEADS,
}


def may(actor: Actor | None, operation: str) -> bool:
    """Tell whether somebody may do a thing of the table; the machine itself (None) always."""
    return actor is None or actor.role in PERMISSIONS[operation]


def require(tx: Tx, operation: str) -> None:
    """Refuse an operation to a role that may not do it; call it before anything else.

    Raises UserError `role.needed`, which says who may.
    """
    if not may(tx.actor, operation):
        raise refusal(PERMISSIONS[operation])


def refusal(roles: frozenset[str]) -> UserError:
    """Return the error that tells somebody whom to ask."""
    who = UserError("role.admins") if roles == ADMINS else UserError("role.leads")
    return UserError("role.needed", who=who)


def has_pins(db: sqlite3.Connection) -> bool:
    """Tell whether people sign in here; a house where nobody has a PIN lets everybody do all."""
    return db.execute(f"SELECT 1 {_SIGN_IN} LIMIT 1").fetchone() is not None


def keep_an_admin(tx: Tx) -> None:
    """Refuse a change that leaves a house with PINs without anybody who may give them."""
    count, admins = tx.db.execute(
        f"SELECT count(*), coalesce(sum(p.role = 'admin'), 0) {_SIGN_IN}"
    ).fetchone()
    if count and not admins:
        raise UserError("role.last_admin")


_SIGN_IN = (
    "FROM account a JOIN person p ON p.id = a.person_id "
    "WHERE a.secret <> '' AND p.active = 1 AND p.role <> ''"
)
