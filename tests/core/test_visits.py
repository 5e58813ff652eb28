"""The day's visits as a list shows them: what was asked, and no full name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.core import contacts
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

ZONE = "Europe/Madrid"


@pytest.mark.parametrize(
    ("name", "initials"),
    [("", ""), ("Ana", "A."), ("María José de la Peña Ruiz", "M. J. P."), ("ana ruiz", "A. R."),
     ("Íñigo Ñáñez", "Í. Ñ.")],
)  # fmt: skip
def test_a_name_is_told_by_its_initials(name: str, initials: str) -> None:
    """At most three; particles do not count unless everything is written small."""
    assert contacts.initials(name) == initials


def test_what_was_read_stands_for_the_words_that_led_there(store: Store) -> None:
    """Titles read, each once; the words looked up only where nothing was read."""
    with store.write() as tx:
        contacts.note(tx, "looked_up", label="pipe", now=NOW)
        contacts.close(tx, now=NOW)
        for what, label in (("looked_up", "burst"), ("read", "Burst pipe"), ("read", "Burst pipe")):
            contacts.note(tx, what, label=label, now=NOW + timedelta(minutes=5))
    latest, first = contacts.visits(store.read(), NOW.date(), ZONE)
    assert (latest.asked, latest.closed_at) == (("Burst pipe",), None)
    assert (first.asked, first.outcome) == (("pipe",), "not_found")


def test_yesterday_is_not_today(store: Store) -> None:
    """A visit belongs to the day of the office's zone on which it began."""
    with store.write() as tx:
        contacts.note(tx, "looked_up", label="pipe", now=NOW - timedelta(days=1))
    assert contacts.visits(store.read(), NOW.date(), ZONE) == []
