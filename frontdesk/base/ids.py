"""Identifiers that two desks without a network cannot both make (RFC 9562, UUID version 7)."""

from __future__ import annotations

import os
import time

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: read aloud without mistakes


def uuid7(unix_ms: int | None = None) -> str:
    """Return a new UUIDv7 as text: 48 bits of milliseconds, 74 random bits."""
    ms = time.time_ns() // 1_000_000 if unix_ms is None else unix_ms
    at, chance = f"{ms:012x}", os.urandom(10).hex()  # the uuid module costs the start 4 ms
    variant = "89ab"[int(chance[3], 16) & 3]
    return f"{at[:8]}-{at[8:]}-7{chance[:3]}-{variant}{chance[4:7]}-{chance[7:19]}"


def short_code(length: int) -> str:
    """Return `length` random characters that nobody mishears."""
    return "".join(CROCKFORD[byte & 31] for byte in os.urandom(length))
