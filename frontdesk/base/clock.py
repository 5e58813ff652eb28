"""Instants and days: aware UTC inside, the office's zone only where people read.

Instants are stored as fixed-width text (`2026-11-21T20:12:33.123Z`): text order is time order.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache


def now() -> datetime:
    """Return the current instant, aware, in UTC. Only jobs, the command line and `app` call it."""
    return datetime.now(UTC)


def iso(instant: datetime) -> str:
    """Return an aware instant as stored text, to the millisecond."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    utc = instant.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def parse(text: str, zone: tzinfo = UTC) -> datetime:
    """Return the instant of ISO 8601 text; text without an offset is read in `zone`.

    Raises ValueError for what is no instant, or one that no calendar of the desk reaches.
    """
    instant = datetime.fromisoformat(text.strip())
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=zone)
    if not 1900 <= instant.year <= 2200:  # noqa: PLR2004 - a typing slip, not a date
        raise ValueError(text)
    return instant.astimezone(UTC)


@lru_cache(maxsize=64)
def zone(name: str) -> tzinfo:
    """Return the time zone of an IANA name; UTC where the machine does not know the name."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def day(instant: datetime, zone_name: str) -> date:
    """Return the calendar day on which an instant falls in a zone."""
    return instant.astimezone(zone(zone_name)).date()


def local_zone() -> str:
    """Return the IANA name of this machine's zone, or of its offset where it does not tell."""
    linked = os.path.realpath("/etc/localtime").partition("zoneinfo/")[2]
    for name in filter(None, (os.environ.get("TZ"), linked)):
        if str(zone(name)) == name:
            return name
    offset = datetime.now(UTC).astimezone().utcoffset() or timedelta()
    hours = round(offset.total_seconds() / 3600)
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"
