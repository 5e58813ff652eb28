"""What a decision costs in a large house: 5,000 offices, 10,000 services, against a small one.

`python -m tests.benchmarks.routing` routes the same number of needs in both, each loaded from the
database and decided, at instants when half of the doors are closed. It prints medians and 99th
percentiles and fails where the large house takes more than `MOST_MS` or `MOST` times the small one.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from frontdesk.core import offices, routing, sites
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SMALL, LARGE = (10, 20), (5_000, 10_000)  # offices, services
DECISIONS = 2_000
PAPERS = ("DNI", "Solicitud", "Justificante de pago")
MOST_MS, MOST = 5.0, 4.0


def furnish(folder: Path, house: tuple[int, int], chance: random.Random) -> Store:
    """Make a house of some offices and services; half of these have steps."""
    places, services = house
    store = Store(folder, create=True)
    with store.write() as tx:
        sites.create(tx, "Ayuntamiento de Prueba", country="ES-AN", now=NOW)
        offices.put_many(tx, [office(n) for n in range(places)], now=NOW)
        made = [article(n, places, chance) for n in range(services)]
        articles.put_many(tx, [articles.checked(one) for one in made], now=NOW)
        served = ((str(n), str(chance.randrange(places))) for n in range(services) for _ in "ab")
        offices.serve(tx, served)
        for n in range(0, places, 10):
            first = date(2026, 11, 1) + timedelta(n % 60)
            offices.close_on(tx, first, first + timedelta(2), office_id=str(n), reason="Obras")
    return store


def office(n: int) -> Office:
    """An office with hours of its own, so that no two texts are the same."""
    hours = f"Mo-Fr 08:{n % 60:02d}-14:{n // 60 % 60:02d},16:00-18:{n // 3600:02d}; PH off"
    return Office(str(n), f"O{n}", f"Oficina {n}", hours=hours, last_admission_min=10)


def article(n: int, places: int, chance: random.Random) -> Article:
    """A service, every second one with three steps."""
    stops = [str(chance.randrange(places)) for _ in range(3)] if n % 2 else []
    steps = tuple(Step(stop, f"Paso {k}", 10) for k, stop in enumerate(stops))
    return Article(f"Servicio {n}", id=str(n), requirements=PAPERS, steps=steps)


def decisions_ms(store: Store, services: int, chance: random.Random) -> list[float]:
    """Return what each decision took, in milliseconds."""
    db, taken = store.read(), []
    for _ in range(DECISIONS):
        article_id = str(chance.randrange(services))
        at = NOW + timedelta(minutes=chance.randrange(7 * 24 * 60))
        start = time.perf_counter()
        routing.decide(routing.need(db, article_id, at=at), at=at, papers=PAPERS)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def measure(house: tuple[int, int]) -> float:
    """Print what decisions take in a house and return the median."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        store = furnish(Path(folder) / "data", house, chance)
        taken = decisions_ms(store, house[1], chance)
        store.close()
    middle, most = statistics.median(taken), statistics.quantiles(taken, n=100)[98]
    print(f"{house[0]:>5} offices, {house[1]:>6} services: {middle:.2f} ms, p99 {most:.2f} ms")
    return middle


def main() -> int:
    """Measure both houses; return 1 where the large one is too slow."""
    small, large = measure(SMALL), measure(LARGE)
    print(f"ratio {large / small:.2f}")
    return int(large > MOST_MS or large > MOST * small)


if __name__ == "__main__":
    sys.exit(main())
