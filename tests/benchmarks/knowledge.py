"""What the freshness board and the list of gaps cost, against the least that could count the same.

`python -m tests.benchmarks.knowledge` fills a house with 50,000 articles and a year of visits, and
prints the ratio of each to bare SQL that only walks the same rows. Bounds are ratios, never times:
they say how the work grows, not how fast a machine is.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from frontdesk.base.clock import iso
from frontdesk.core import gaps
from frontdesk.core.knowledge import articles, freshness
from frontdesk.core.knowledge.articles import Article
from frontdesk.store.store import Store
from tests.helpers.desks import NOW, set_up

ARTICLES, VISITS, QUESTIONS = 50_000, 40_000, 1_500
RUNS = 5
MOST = {"freshness": 12.0, "gaps": 60.0}
WORDS = """
licencia obra agua recibo padron bodas piscina muebles recogida tarjeta residente multa impuesto
coche cita dni registro escuela infantil ayuda gafas huerto wifi plaza perro nicho mercadillo dron
fiesta calle autobus playa farola ruido terraza vado poda basura subvencion
"""
OWNERS = (
    "SELECT owner, count(*) FROM article INDEXED BY article_fresh "
    "WHERE state = 'published' GROUP BY owner"
)
READ = "SELECT ref, count(*) FROM contact_entry WHERE what = 'read' GROUP BY ref"
ASKED = "SELECT label, count(*) FROM contact_entry WHERE what = 'looked_up' GROUP BY label"
WALK = {"freshness": (OWNERS, READ), "gaps": (ASKED,)}


def house(folder: Path) -> Store:
    """A data folder with articles of long texts, and visits that look up, read or find nothing."""
    chance, words = random.Random(7), WORDS.split()
    store = Store(set_up(folder))
    text = "Lorem ipsum dolor sit amet. " * 60
    made = [
        Article(f"Trámite {n} {chance.choice(words)}", id=f"a{n}", body=text,
                owner=f"Owner {n % 40}", review_on=f"2026-{n % 12 + 1:02}-01")
        for n in range(ARTICLES)
    ]  # fmt: skip
    asked = [" ".join(chance.sample(words, 3)) for _ in range(QUESTIONS)]
    with store.write() as tx:
        articles.put_many(tx, [articles.checked(one) for one in made], now=NOW)
        for n in range(VISITS):
            at = iso(NOW - timedelta(minutes=n * 3))
            outcome = chance.choice(("answered", "not_found"))
            tx.execute(
                "INSERT INTO contact VALUES(?,'d','counter','',?,?,?,'',?,'','')",
                (f"c{n}", at, at, outcome, at),
            )
            entries = [("looked_up", "", chance.choice(asked))]
            if outcome == "answered":
                entries.append(("read", f"a{chance.randrange(ARTICLES)}", ""))
            tx.executemany(
                "INSERT INTO contact_entry VALUES(?,?,?,?,?,?)",
                [(f"c{n}", place, *entry, at) for place, entry in enumerate(entries)],
            )
    return store


def spent(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def walk(db: sqlite3.Connection, name: str) -> None:
    """The least that could count the same."""
    for sql in WALK[name]:
        db.execute(sql).fetchall()


def main() -> int:
    """Print the ratios; return how many are above their bound."""
    with tempfile.TemporaryDirectory() as place:
        store = house(Path(place) / "house")
        db = store.read()
        since = iso(NOW - timedelta(days=90))
        work: dict[str, Callable[[], object]] = {
            "freshness": lambda: freshness.board(db, "unused", NOW.date()),
            "gaps": lambda: gaps.gaps(db, since),
        }
        above = 0
        for name, board in work.items():
            board()
            runs = [(spent(board), spent(lambda name=name: walk(db, name))) for _ in range(RUNS)]
            ours, bare = (statistics.median(times) for times in zip(*runs, strict=True))
            print(f"{name:10} {ours:7.3f} s, walking the rows {bare:7.3f} s, "
                  f"ratio {ours / bare:5.1f} of at most {MOST[name]}")  # fmt: skip
            above += ours / bare > MOST[name]
        store.close()
    return above


if __name__ == "__main__":
    raise SystemExit(main())
