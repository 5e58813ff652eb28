"""The articles and labelled queries that search is measured on, scaled up where asked.

Larger sizes recombine real sentences: a title is the beginning of one real title and the end of
another, a text is sentences of the same source. So the known articles stand among look-alikes.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from frontdesk.core.search import Doc

MOST_SENTENCES = 8
MIN_SENTENCE_CHARS = 15
CHARS_A_SENTENCE = 120
SEED = 7


@dataclass(frozen=True, slots=True)
class Query:
    """A query, its kind of difficulty and the ids that answer it."""

    kind: str
    text: str
    answers: frozenset[str]


def queries(folder: Path) -> list[Query]:
    """Read the labelled queries."""
    rows = map(json.loads, (folder / "queries_dev.jsonl").open(encoding="utf-8"))
    return [Query(row["cls"], row["query"], frozenset(row["relevant"])) for row in rows]


def docs(folder: Path, size: int) -> list[Doc]:
    """Read the articles, and recombine them until there are `size`."""
    rows = map(json.loads, (folder / "articles.jsonl").open(encoding="utf-8"))
    names = ("title", "body", "lang", "kind", "code")
    real = [_doc(row["id"], **{name: row[name] for name in names}) for row in rows]
    return [*real, *_recombined(real, size - len(real))]


def _doc(doc_id: str, **fields: str) -> Doc:
    empty = {"code": "", "say": "", "keywords": "", "valid_from": "", "valid_to": ""}
    return Doc(noun="article", id=doc_id, **(empty | fields))  # type: ignore[arg-type]


def _recombined(real: list[Doc], count: int) -> Iterator[Doc]:
    chance = random.Random(SEED)
    by_source: dict[str, list[Doc]] = defaultdict(list)
    sentences: dict[str, list[str]] = defaultdict(list)
    for doc in real:
        source = doc.id.split("-")[0]
        by_source[source].append(doc)
        said = re.split(r"(?<=[.;]) ", doc.body)
        sentences[source] += [text for text in said if len(text) > MIN_SENTENCE_CHARS]
    for n in range(count):
        one = chance.choice(real)
        source = one.id.split("-")[0]
        other = chance.choice(by_source[source])
        start, end = one.title.split(), other.title.split()
        title = " ".join(start[: max(1, len(start) // 2)] + end[len(end) // 2 :])
        length = max(1, min(MOST_SENTENCES, len(one.body) // CHARS_A_SENTENCE))
        body = " ".join(chance.choices(sentences[source] or [one.body], k=length))
        yield _doc(f"x{n}", title=title, body=body, lang=one.lang, kind=one.kind)
