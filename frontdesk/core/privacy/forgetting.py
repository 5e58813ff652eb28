"""Erasing to the last byte: the rows first, then what lies about in the file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from frontdesk.core.privacy import holdings, retention
from frontdesk.core.privacy.holdings import Held, Outcome
from frontdesk.store.scrubbing import scrub
from frontdesk.store.store import Store


def on_request(store: Store, held: Sequence[Held], *, now: datetime) -> list[Outcome]:
    """Erase records and leave no trace of them in the file; return what became of each."""
    with store.write() as tx:
        outcomes = holdings.erase(tx, held, now=now)
    scrub(store)
    return outcomes


def by_rule(store: Store, *, now: datetime) -> dict[str, int]:
    """Erase what the rule says, run after run until nothing is left; return how many of each.

    The program does it by itself, whoever is signed in.
    """
    counts: dict[str, int] = {}
    with store.acting_as(None):
        while erased := _one_run(store, now):
            for noun, count in erased.items():
                counts[noun] = counts.get(noun, 0) + count
    if counts:
        scrub(store)
    return counts


def _one_run(store: Store, now: datetime) -> dict[str, int]:
    with store.write() as tx:
        return retention.apply(tx, now=now)
