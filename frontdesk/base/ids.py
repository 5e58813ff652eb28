"""Identifiers that two desks without a network cannot both make (RFC 9562, UUID version 7)."""

from __future__ import annotations

import os
import time

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: read aloud without mistakes


def uuid7(unix_ms: int | None = None) -> str:
    """Return a new UUIDv7 as text: 48 bits of milliseconds, 74 random bits."""
    ms = time.time_ns() // 1_000_000 if unix_ms is None else unix_ms
    value = (ms & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    digits = f"{value:032x}"  # the uuid module is not loaded for this: it costs the start 4 ms
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def short_code(length: int) -> str:
    """Return `length` random characters that nobody mishears."""
    return "".join(CROCKFORD[byte & 31] for byte in os.urandom(length))
