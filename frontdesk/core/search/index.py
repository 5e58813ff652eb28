"""What is indexed, kept in step inside the transaction that writes the noun.

Titles (with code and keywords) are indexed twice, as words and as stems, which Python makes;
whole texts once, by SQLite's own tokenizer, since they are long and only the last resort.
Row numbers are given by importance and length of title, so that a query which finds too much
reads the best rows first. Document frequencies are counted with each edit, never rebuilt.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from frontdesk.core.search.words import code_key, stems_of, title_key, words
from frontdesk.store.store import Tx

MAX_TITLE_WORDS = 40
_WEIGHTS = 8
_LENGTHS = 16
_SERIAL_BITS = 40
_DOC_COLUMNS = (
    "n, noun, id, lang, kind, code, code_key, title, words, stems, keyword_words, keyword_stems, "
    "valid_from, valid_to, title_key"
)


class Doc(NamedTuple):
    """What is indexed of one article, office or person (`noun`). Days are ISO text or empty;
    the higher `weight` (0 to 7), the more important among its like.
    """

    noun: str
    id: str
    lang: str
    kind: str
    code: str
    title: str
    say: str
    keywords: str
    body: str
    valid_from: str
    valid_to: str
    weight: int = 0


_Row = tuple[Any, ...]  # of _DOC_COLUMNS, without n


class _Counts:
    """By how much document frequencies change in one operation."""

    def __init__(self) -> None:
        self._added: dict[str, list[str]] = {}  # by language, each word once a document
        self._added_stems: list[str] = []
        self._removed: list[tuple[str, str]] = []  # word and stem
        self._removed_stems: list[str] = []

    def add(self, lang: str, said: Sequence[str], stems: Sequence[str]) -> None:
        """Count a document in by the words of its title, code and keywords."""
        self._added.setdefault(lang, []).extend(set(said))
        self._added_stems.extend(set(stems))

    def remove(self, row: _Row) -> None:
        """Count a document out by what was stored of it."""
        pairs = set(_pairs(row))
        self._removed.extend(pairs)
        self._removed_stems.extend({stem for _, stem in pairs})

    def store(self, db: sqlite3.Connection) -> None:
        """Write the changes."""
        for lang, added in self._added.items():
            stem = stems_of(lang)
            db.executemany(
                "INSERT INTO search_word VALUES(?,?,?) "
                "ON CONFLICT DO UPDATE SET docs = docs + excluded.docs",
                ((word, stem[word], by) for word, by in sorted(Counter(added).items())),
            )
        db.executemany(
            "INSERT INTO search_stem VALUES(?,?) "
            "ON CONFLICT DO UPDATE SET docs = docs + excluded.docs",
            sorted(Counter(self._added_stems).items()),
        )
        pairs, stems = Counter(self._removed), Counter(self._removed_stems)
        db.executemany(
            "UPDATE search_word SET docs = docs - ? WHERE word = ? AND stem = ?",
            ((by, *pair) for pair, by in pairs.items()),
        )
        db.executemany(
            "UPDATE search_stem SET docs = docs - ? WHERE stem = ?",
            ((by, stem) for stem, by in stems.items()),
        )
        db.executemany("DELETE FROM search_word WHERE word = ? AND stem = ? AND docs <= 0", pairs)
        db.executemany(
            "DELETE FROM search_stem WHERE stem = ? AND docs <= 0", ((stem,) for stem in stems)
        )


def put(tx: Tx, docs: Iterable[Doc]) -> None:
    """Insert or replace documents by noun and id."""
    latest = {(doc.noun, doc.id): doc for doc in docs}
    if not latest:
        return
    db = tx.db
    counts = _Counts()
    known = _rows_of(db, latest)
    _remove(db, known, counts)
    _insert(db, [_entry(doc, counts) for doc in latest.values()])
    counts.store(db)
    _turn(db, len(latest) - len(known), len(latest))


def drop(tx: Tx, noun: str, ids: Iterable[str]) -> None:
    """Take documents out of the index; unknown ones are no error."""
    counts = _Counts()
    known = _rows_of(tx.db, [(noun, one) for one in ids])
    if known:
        _remove(tx.db, known, counts)
        counts.store(tx.db)
        _turn(tx.db, -len(known), 0)


def rebuild(tx: Tx, docs: Iterable[Doc]) -> None:
    """Empty the index and fill it from `docs`; choices and the house's synonyms stay."""
    db = tx.db
    for table in ("search_title_word", "search_title_stem", "search_body"):
        db.execute(f"INSERT INTO {table}({table}) VALUES('delete-all')")
    for table in ("search_doc", "search_text", "search_word", "search_stem"):
        db.execute(f"DELETE FROM {table}")
    db.execute("UPDATE search_state SET value = 0 WHERE key = 'docs'")
    db.execute("UPDATE search_state SET value = 1 WHERE key = 'next'")
    put(tx, docs)


def _entry(doc: Doc, counts: _Counts) -> tuple[int, _Row, str]:
    """Return a document's place in the order, its row and its text, and count its words in."""
    lang = doc.lang
    stem = stems_of(lang).__getitem__
    title = words(doc.title)[:MAX_TITLE_WORDS]
    code, keywords, keys = doc.code, doc.keywords, []
    key = code_key(code) if code else ""
    if code or keywords:
        keys = words(f"{code} {key} {keywords}" if key != code else f"{code} {keywords}")
        del keys[MAX_TITLE_WORDS:]
    title_stems, key_stems = list(map(stem, title)), list(map(stem, keys))
    counts.add(lang, title + keys, title_stems + key_stems)
    joined = " ".join(title)
    row = (
        doc.noun, doc.id, lang, doc.kind, code, key, doc.title,
        joined, " ".join(title_stems), " ".join(keys), " ".join(key_stems),
        doc.valid_from, doc.valid_to, title_key(joined),
    )  # fmt: skip
    text = f"{doc.title}\n{keywords}\n{doc.say}\n{doc.body}"
    return _order(doc.weight, len(title)), row, text


@lru_cache(maxsize=_WEIGHTS * MAX_TITLE_WORDS)
def _order(weight: int, length: int) -> int:
    unimportance = _WEIGHTS - 1 - max(0, min(weight, _WEIGHTS - 1))
    return (unimportance * _LENGTHS + min(length, _LENGTHS - 1)) << _SERIAL_BITS


def _title_words(row: _Row) -> str:
    return f"{row[7]} {row[9]}"


def _title_stems(row: _Row) -> str:
    return f"{row[8]} {row[10]}"


def _pairs(row: _Row) -> Iterator[tuple[str, str]]:
    said, stems = _title_words(row).split(), _title_stems(row).split()
    return zip(said, stems, strict=True)


def _insert(db: sqlite3.Connection, entries: Sequence[tuple[int, _Row, str]]) -> None:
    (serial,) = db.execute("SELECT value FROM search_state WHERE key = 'next'").fetchone()
    numbered = sorted(
        ((order + i, row, text) for i, (order, row, text) in enumerate(entries, serial)),
        key=itemgetter(0),
    )
    marks = ",".join("?" * len(_DOC_COLUMNS.split(",")))
    db.executemany(
        f"INSERT INTO search_doc({_DOC_COLUMNS}) VALUES({marks})",
        ((n, *row) for n, row, _ in numbered),
    )
    texts = [(n, text) for n, _, text in numbered]
    db.executemany("INSERT INTO search_text VALUES(?,?)", texts)
    db.executemany("INSERT INTO search_body(rowid, text) VALUES(?,?)", texts)
    db.executemany(
        "INSERT INTO search_title_word(rowid, words) VALUES(?,?)",
        ((n, _title_words(row)) for n, row, _ in numbered),
    )
    db.executemany(
        "INSERT INTO search_title_stem(rowid, stems) VALUES(?,?)",
        ((n, _title_stems(row)) for n, row, _ in numbered),
    )


def _rows_of(db: sqlite3.Connection, keys: Iterable[tuple[str, str]]) -> list[tuple[int, ...]]:
    find = (
        "SELECT d.n FROM json_each(?) AS key CROSS JOIN search_doc AS d "
        "ON d.noun = json_extract(key.value, '$[0]') AND d.id = json_extract(key.value, '$[1]')"
    )
    return db.execute(find, (json.dumps(list(keys)),)).fetchall()


def _remove(db: sqlite3.Connection, rows: Sequence[tuple[int, ...]], counts: _Counts) -> None:
    forget = "INSERT INTO {0}({0}, rowid, {1}) VALUES('delete', ?, ?)"
    for (n,) in rows:
        row = db.execute(f"SELECT {_DOC_COLUMNS} FROM search_doc WHERE n = ?", (n,)).fetchone()[1:]
        (text,) = db.execute("SELECT text FROM search_text WHERE n = ?", (n,)).fetchone()
        db.execute(forget.format("search_title_word", "words"), (n, _title_words(row)))
        db.execute(forget.format("search_title_stem", "stems"), (n, _title_stems(row)))
        db.execute(forget.format("search_body", "text"), (n, text))
        counts.remove(row)
    db.executemany("DELETE FROM search_doc WHERE n = ?", rows)
    db.executemany("DELETE FROM search_text WHERE n = ?", rows)


def _turn(db: sqlite3.Connection, more: int, serials: int) -> None:
    add = "UPDATE search_state SET value = value + ? WHERE key = ?"
    db.executemany(add, ((more, "docs"), (serials, "next")))
    new_edition(db)


def new_edition(db: sqlite3.Connection) -> None:
    """Tell all readers that what they remember of the index is out of date."""
    # A random number, so that no other file, older backup or later edit can have the same one.
    db.execute("UPDATE search_state SET value = abs(random() / 2) + 1 WHERE key = 'edition'")
