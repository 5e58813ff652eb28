"""What the hint of repeats costs: CPU of one pause in typing, among many synthetic complaints.

`python -m tests.benchmarks.repeats [CASES]` fills a desk with cases of the last 90 days, all within
the hint's window, asks for texts as they grow word by word, and prints percentiles beside the CPU
of one plain LIKE over the same texts.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from frontdesk.core import complaints
from frontdesk.store.store import Store
from tests.helpers.desks import NOW, set_up
from tests.helpers.many_cases import fill

CASES = 50_000
TEXTS = 40
BUDGET_MS = 30.0


def spent_ms(operation: Callable[[], object]) -> float:
    """CPU milliseconds of one call."""
    before = time.process_time()
    operation()
    return (time.process_time() - before) * 1000


def main() -> int:
    """Measure, print, and fail where the 95th percentile is over the budget."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    with tempfile.TemporaryDirectory() as place:
        store = Store(set_up(Path(place) / "desk"))
        texts = fill(store, count, days=90)[:TEXTS]
        db = store.read()
        complaints.alike(db, texts[0], now=NOW)
        times, shown = [], 0
        for text in texts:
            said = text.split()
            for upto in range(3, len(said) + 1, 2):
                typed = " ".join(said[:upto])
                times.append(spent_ms(lambda typed=typed: complaints.alike(db, typed, now=NOW)))
            shown += bool(complaints.alike(db, text, now=NOW))
        plain = [
            spent_ms(
                db.execute("SELECT id FROM complaint WHERE text LIKE ?", (f"%{t[:12]}%",)).fetchall
            )
            for t in texts
        ]
        store.close()
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"synthetic cases {count}, pauses {len(times)}, texts with a hint {shown}/{len(texts)}")
    print(f"hint: median {statistics.median(times):.1f} ms, p95 {p95:.1f}, most {max(times):.1f}")
    print(f"LIKE over the texts: median {statistics.median(plain):.1f} ms")
    return int(p95 > BUDGET_MS or not shown)


if __name__ == "__main__":
    sys.exit(main())
