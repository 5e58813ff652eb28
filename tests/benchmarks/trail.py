"""What the audit trail costs: CPU of its pages and questions over very many events.

`python -m tests.benchmarks.trail [EVENTS]` prints the median of each question beside the CPU of
reading the body of every event once, and fails where one costs more than RATIO times that.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from frontdesk.core import audit, people
from frontdesk.core.audit import Wish
from frontdesk.core.people import Person
from frontdesk.store.store import Store
from tests.benchmarks.repeats import spent_ms
from tests.helpers.desks import NOW, set_up

EVENTS = 100_000
TIMES = 5
RATIO = 3.0
KINDS = ("complaint.noted", "contact.closed", "office.changed", "promise.made", "gap.opened")
TEXT = "La señora vino por el certificado de empadronamiento y esperó una hora en la sala. " * 4


def fill(store: Store, count: int) -> None:
    """Append events of several kinds, one a minute."""
    with store.write() as tx:
        staff = [Person(f"p-{n}", "", f"Person {n}") for n in range(7)]
        people.put_many(tx, staff, now=NOW)
        for n in range(count):
            body = {"text": f"{TEXT}{n}", "by": f"p-{n % 7}", "fields": {"floor": ["1", str(n)]}}
            kind = KINDS[n % len(KINDS)]
            tx.append(kind, f"e-{n % 5000}", body, NOW + timedelta(minutes=n))


def main() -> int:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    with tempfile.TemporaryDirectory() as place:
        store = Store(set_up(Path(place) / "desk"))
        fill(store, count)
        db = store.read()
        middle = audit.trail(db, Wish(to_on=date(2026, 12, 24)))[0]
        questions = {
            "newest page": lambda: audit.trail(db, Wish()),
            "a page of the middle": lambda: audit.trail(db, Wish(), before=middle),
            "one record": lambda: audit.trail(db, Wish(noun="complaint", entity="e-10")),
            "a day": lambda: audit.trail(
                db, Wish(from_on=date(2026, 12, 1), to_on=date(2026, 12, 1))
            ),
            "a word of many": lambda: audit.trail(db, Wish(words="senora")),
            "a word of one": lambda: audit.trail(db, Wish(words="hora 4711")),
            "a word of none": lambda: audit.trail(db, Wish(words="zzz")),
            "a person's": lambda: audit.trail(db, Wish(by="person 3")),
            "a noun": lambda: audit.trail(db, Wish(noun="office")),
        }
        spent = {
            name: statistics.median(spent_ms(ask) for _ in range(TIMES))
            for name, ask in questions.items()
        }
        whole = spent_ms(
            lambda: [json.loads(text) for (text,) in db.execute("SELECT body FROM event")]
        )
        store.close()
    print(f"events {count}; median in ms of CPU, and beside every body read once")
    for name, ms in spent.items():
        print(f"{name:22} {ms:8.1f} {ms / whole:6.2f}")
    print(f"{'every body once':22} {whole:8.1f}")
    return int(max(spent.values()) > RATIO * whole)


if __name__ == "__main__":
    sys.exit(main())
