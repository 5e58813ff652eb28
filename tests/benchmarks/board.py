"""What the board of cases costs: CPU of opening, filtering and searching very many synthetic cases.

`python -m tests.benchmarks.board [CASES]` prints the 95th percentile of each question beside the
CPU of reading every row once.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
from pathlib import Path

from frontdesk.core.complaints import board, cases
from frontdesk.core.complaints.board import Filter
from frontdesk.store.store import Store
from frontdesk.ui.screens.cases import form
from tests.benchmarks.repeats import spent_ms
from tests.helpers.desks import NOW, set_up
from tests.helpers.many_cases import fill

CASES = 100_000
TIMES = 20
BUDGET_MS = 150.0
TODAY = NOW.date()
FILTERS = {
    "open": Filter(),
    "all": Filter(""),
    "overdue": Filter("overdue"),
    "settled": Filter("settled"),
    "one office": Filter(office_id="O7"),
    "an office's past": Filter("", office_id="O7"),
    "kind": Filter("", kind="claim"),
    "cause": Filter("", cause_id="cause 5"),
    "a month": Filter("", received_from="2026-05-01", received_to="2026-05-31"),
    "text": Filter("", text="agua"),
    "text of open": Filter(text="no llega el rec"),
    "text and office": Filter("overdue", office_id="O7", text="cobraron"),
    "folio": Filter("", text="F-4711"),
}


def main() -> int:
    """Measure, print, and fail where a question is over the budget."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    with tempfile.TemporaryDirectory() as place:
        store = Store(set_up(Path(place) / "desk"))
        fill(store, count, days=365)
        db = store.read()
        questions = {
            "counts": lambda: board.counts(db, today=TODAY),
            "first window": lambda: form.page(db, Filter(""), today=TODAY),
            "middle window": lambda: form.page(db, Filter(""), today=TODAY, around=count // 2),
            "last of settled": lambda: form.page(db, Filter("settled"), today=TODAY, around=count),
            "last window": lambda: form.page(db, Filter(""), today=TODAY, around=count),
            **{
                name: lambda wanted=wanted: (
                    board.lines(db, wanted, today=TODAY),
                    board.count(db, wanted, today=TODAY),
                )
                for name, wanted in FILTERS.items()
            },
        }
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        worst = {
            name: statistics.quantiles([spent_ms(ask) for _ in range(TIMES)], n=20)[-1]
            for name, ask in questions.items()
        }
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        everything = spent_ms(lambda: sum(1 for _ in cases.every(db)))
        store.close()
    print(f"synthetic cases {count}; memory grown by {grown // 1024} MB; p95 in ms of CPU")
    for name, ms in worst.items():
        print(f"{name:20} {ms:8.1f}")
    print(f"{'every row once':20} {everything:8.1f}")
    return int(max(worst.values()) > BUDGET_MS)


if __name__ == "__main__":
    sys.exit(main())
