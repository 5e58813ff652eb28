"""Who signs in at the desk: two letters and a PIN, an admin's password, the code for a lost one.

A PIN is a lock of the screen and no more: whoever has the file can try all of them. So admins have
passwords, and the disk is encrypted by the system.
"""

from frontdesk.core.accounts.entering import Entered, entered_as, recover, sign_in
from frontdesk.core.accounts.keeping import (
    DEFAULT_IDLE_MIN,
    Account,
    every,
    first_admin,
    give_back,
    idle_min,
    initials_of,
    put,
    remove,
    renew_code,
    set_idle_min,
)

__all__ = [
    "DEFAULT_IDLE_MIN",
    "Account",
    "Entered",
    "entered_as",
    "every",
    "first_admin",
    "give_back",
    "idle_min",
    "initials_of",
    "put",
    "recover",
    "remove",
    "renew_code",
    "set_idle_min",
    "sign_in",
]
