"""The long form of the simulated month: `python -m tests.long.month 20000`.

Three branches live through it in their own data folders; then the reports of each have to say what
the simulation's own log says.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.helpers import month, month_check, month_figures


def main(contacts: int, seed: int) -> None:
    """Simulate and compare; an AssertionError names what differs."""
    with TemporaryDirectory() as place:
        stores, log = month.simulate(Path(place), contacts, seed)
        for name, store in stores.items():
            figures = month_figures.compute(log, name)
            month_check.agree(store, figures, log[-1].at + timedelta(days=30))
            store.close()
            tickets = sum(figures.tickets.values())
            bounces = sum(figures.bounces.values())
            print(f"{name}: {tickets} tickets, {bounces} bounces, all reports agree")  # noqa: T201 - its answer


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(given[0] if given else 20_000, given[1] if len(given) > 1 else 1)
