"""Identifiers that two desks without a network cannot both make (RFC 9562, UUID version 7)."""

from __future__ import annotations

import os
import time
from uuid import UUID

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: read aloud without mistakes


def uuid7(unix_ms: int | None = None) -> str:
    """Return a new UUIDv7 as text: 48 bits of milliseconds, 74 random bits."""
    ms = time.time_ns() // 1_000_000 if unix_ms is None else unix_ms
    value = (ms & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return str(UUID(int=value))


def short_code(length: int) -> str:
    """Return `length` random characters that nobody mishears."""
    return "".join(CROCKFORD[byte & 31] for byte in os.urandom(length))
