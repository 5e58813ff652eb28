"""A desk with very many synthetic complaints, for measuring: rows and words, without their events.

Each text is one of the labelled complaints with a street, a day and a further sentence, so that
words are as common and as rare as at a real desk. The same number gives the same cases.
"""

from __future__ import annotations

import random
import tomllib
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from frontdesk.base.clock import iso
from frontdesk.core import offices
from frontdesk.core.complaints import words
from frontdesk.core.complaints.course import STATES
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

TEXTS = Path(__file__).parents[1] / "core" / "complaints" / "repeats_pairs.toml"
SYLLABLES = ("ma", "re", "to", "li", "so", "ca", "ven", "tor", "mi", "nal", "du", "per", "bo")
KINDS = ("complaint", "claim", "suggestion", "compliment")
WEIGHTS = (2, 2, 2, 2, 1, 3, 30, 1)  # of STATES: most cases have been closed long ago
COLUMNS = (
    "id, folio, series, number, desk, kind, text, name, phone, email, office_id, office_name, "
    "article_id, contact_id, received_at, filed_at, due_on, pack, state, answer, settled_at, "
    "origin, owner_id, owner_name, cause_id, severity"
)


def fill(store: Store, count: int, *, days: int) -> list[str]:
    """Put `count` cases of the last `days` on record; return some texts as people would type."""
    chance = random.Random(count)
    groups = tomllib.loads(TEXTS.read_text(encoding="utf-8"))["group"]
    names = sorted({group["office"] for group in groups})
    places = {name: Office(f"O{n}", f"O{n}", name) for n, name in enumerate(names)}
    said = [(g["office"], text) for g in groups for text in (*g["same"], *g["near"])]
    with store.write() as tx:
        offices.put_many(tx, places.values(), now=NOW)
        for n in range(1, count + 1):
            name, text = chance.choice(said)
            text = f"{text} {_sentence(chance)}"
            at = NOW - timedelta(minutes=chance.randrange(days * 1440))
            tx.execute(
                f"INSERT INTO complaint({COLUMNS}) VALUES({','.join('?' * 26)})",
                _row(chance, n, places[name], text, at),
            )
            words.put(tx, f"case {n}", text)
    return [f"{text} {_sentence(chance)}" for _, text in islice(said, 0, None, 7)]


def _row(
    chance: random.Random, n: int, place: Office, text: str, at: datetime
) -> tuple[object, ...]:
    state = chance.choices(STATES, WEIGHTS)[0]
    due_on = (at + timedelta(days=21)).date().isoformat()
    return (
        f"case {n}", f"F-{n}", "F", n, "D", chance.choice(KINDS), text, f"Person {n % 9000}", "",
        "", place.id, place.name, "", "", iso(at), iso(at), due_on, "iso-10002@1", state, "", "",
        "benchmark", place.id, place.name, f"cause {n % 60}" if n % 5 == 0 else "", "low",
    )  # fmt: skip


def _sentence(chance: random.Random) -> str:
    made = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(6))
    return f"Fue en la calle {' '.join(made)} número {chance.randrange(300)}."
