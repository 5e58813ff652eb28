"""PINs, passwords and the recovery code: what is good enough, and the hash that is kept of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from frontdesk.base.errors import UserError
from frontdesk.base.ids import CROCKFORD, short_code
from frontdesk.base.text import clean

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MIN_PIN = 4
MIN_PASSWORD = 10
MAX_CHARS = 200
GROUPS, GROUP = 5, 4  # of the recovery code: a hundred random bits
ROWS = ("01234567890", "09876543210")  # of keys that a finger runs along
_MISREAD = str.maketrans("OIL", "011")


def checked(secret: str, role: str) -> str:
    """Return a PIN or password as it is hashed. Raises UserError where it is too easy to guess."""
    secret = clean(secret)[:MAX_CHARS]
    if role == "admin":
        if len(secret) < MIN_PASSWORD or len(set(secret)) < MIN_PIN:
            raise UserError("account.password", field="secret", least=MIN_PASSWORD)
    elif len(secret) < MIN_PIN:
        raise UserError("account.pin", field="secret", least=MIN_PIN)
    elif len(set(secret)) == 1 or any(secret in row for row in ROWS):
        raise UserError("account.pin_easy", field="secret")
    return secret


def hashed(secret: str) -> str:
    """Return the hash that is kept; it takes a good part of a second, by intention."""
    return _hasher().hash(secret)


def matches(kept: str, secret: str) -> bool:
    """Tell whether a secret is the one of a hash, which may be damaged or empty."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(kept, clean(secret)[:MAX_CHARS])
    except (VerificationError, InvalidHashError):
        return False


def new_code() -> str:
    """Return a recovery code as it is written down: five groups of four."""
    return "-".join(short_code(GROUP) for _ in range(GROUPS))


def bare(code: str) -> str:
    """Return a recovery code as it is compared: however it was typed or misread."""
    return "".join(c for c in code.upper().translate(_MISREAD) if c in CROCKFORD)


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # only who signs in or sets a PIN needs it

    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
