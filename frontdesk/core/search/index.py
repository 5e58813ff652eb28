"""What is indexed, kept in step inside the transaction that writes the noun.

Two contentless full-text tables: titles (with code and keywords) hold words and stems, bodies
hold the stems of everything.
Row numbers are given by importance and length of title, so that a query which finds too much
reads the best rows first. Document frequencies are counted with each edit, never rebuilt.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import Any

from frontdesk.core.search.words import code_key, stems_of, title_key, words
from frontdesk.store.store import Tx

WORD_MARK = "="  # before a word in the title index; stems stand bare
MAX_TITLE_WORDS = 40
MAX_BODY_WORDS = 1500  # different ones; what stands later is found through what stands before
_WEIGHTS = 8
_LENGTHS = 16
_SERIAL_BITS = 40
_DOC_COLUMNS = (
    "n, noun, id, lang, kind, code, code_key, title, words, stems, keyword_words, keyword_stems, "
    "valid_from, valid_to, title_key"
)


@dataclass(frozen=True, slots=True)
class Doc:
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


@dataclass(slots=True)
class _Entry:
    """The rows of one document, before they are numbered."""

    order: int
    row: tuple[Any, ...]
    title: str
    text: str


class _Counts:
    """By how much document frequencies change in one operation."""

    def __init__(self) -> None:
        self.words: Counter[tuple[str, str]] = Counter()
        self.titles: Counter[str] = Counter()
        self.texts: Counter[str] = Counter()

    def add(self, row: Sequence[Any], text: str) -> None:
        """Count a document in; `row` ends with words, stems, keyword words, keyword stems."""
        pairs = set(_pairs(row))
        self.words.update(pairs)
        self.titles.update({stem for _, stem in pairs})
        self.texts.update(text.split())

    def remove(self, row: Sequence[Any], text: str) -> None:
        """Count a document out."""
        pairs = set(_pairs(row))
        self.words.subtract(pairs)
        self.titles.subtract({stem for _, stem in pairs})
        self.texts.subtract(text.split())


def put(tx: Tx, docs: Iterable[Doc]) -> None:
    """Insert or replace documents by noun and id."""
    latest = {(doc.noun, doc.id): doc for doc in docs}
    if not latest:
        return
    db = tx.db
    counts = _Counts()
    known = _rows_of(db, latest)
    _remove(db, known, counts)
    entries = sorted(map(_entry, latest.values()), key=lambda entry: entry.order)
    _insert(db, entries, counts)
    _store_counts(db, counts)
    _turn(db, len(entries) - len(known), len(entries))


def drop(tx: Tx, noun: str, ids: Iterable[str]) -> None:
    """Take documents out of the index; unknown ones are no error."""
    counts = _Counts()
    known = _rows_of(tx.db, [(noun, one) for one in ids])
    if known:
        _remove(tx.db, known, counts)
        _store_counts(tx.db, counts)
        _turn(tx.db, -len(known), 0)


def rebuild(tx: Tx, docs: Iterable[Doc]) -> None:
    """Empty the index and fill it from `docs`; choices and the house's synonyms stay."""
    db = tx.db
    for table in ("search_title", "search_body"):
        db.execute(f"INSERT INTO {table}({table}) VALUES('delete-all')")
    for table in ("search_doc", "search_text", "search_word", "search_stem"):
        db.execute(f"DELETE FROM {table}")
    db.execute("UPDATE search_state SET value = 0 WHERE key = 'docs'")
    db.execute("UPDATE search_state SET value = 1 WHERE key = 'next'")
    put(tx, docs)


def _entry(doc: Doc) -> _Entry:
    stem = stems_of(doc.lang)
    title = words(doc.title)[:MAX_TITLE_WORDS]
    key = code_key(doc.code)
    named = f"{doc.code} {key} {doc.keywords}" if key or doc.keywords else ""
    keys = words(named)[:MAX_TITLE_WORDS]
    title_stems = [stem[word] for word in title]
    key_stems = [stem[word] for word in keys]
    told = dict.fromkeys(words(f"{doc.say}\n{doc.body}"))
    text = dict.fromkeys((*title_stems, *key_stems, *map(stem.__getitem__, told)))
    if len(text) > MAX_BODY_WORDS:
        text = dict.fromkeys(list(text)[:MAX_BODY_WORDS])
    joined = " ".join(title)
    row = (
        doc.noun, doc.id, doc.lang, doc.kind, doc.code, key, doc.title,
        joined, " ".join(title_stems), " ".join(keys), " ".join(key_stems),
        doc.valid_from, doc.valid_to, title_key(joined),
    )  # fmt: skip
    return _Entry(_order(doc.weight, len(title)), row, _title_text(row), " ".join(text))


def _order(weight: int, length: int) -> int:
    unimportance = _WEIGHTS - 1 - max(0, min(weight, _WEIGHTS - 1))
    return (unimportance * _LENGTHS + min(length, _LENGTHS - 1)) << _SERIAL_BITS


def _title_text(row: Sequence[Any]) -> str:
    typed = f"{row[7]} {row[9]}".split()
    return f"{row[8]} {row[10]} {WORD_MARK}{f' {WORD_MARK}'.join(typed)}"


def _pairs(row: Sequence[Any]) -> Iterator[tuple[str, str]]:
    return chain(
        zip(row[7].split(), row[8].split(), strict=True),
        zip(row[9].split(), row[10].split(), strict=True),
    )


def _insert(db: sqlite3.Connection, entries: Sequence[_Entry], counts: _Counts) -> None:
    (serial,) = db.execute("SELECT value FROM search_state WHERE key = 'next'").fetchone()
    numbered = [(entry.order + serial + i, entry) for i, entry in enumerate(entries)]
    numbered.sort(key=itemgetter(0))
    db.executemany(
        f"INSERT INTO search_doc({_DOC_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        ((n, *entry.row) for n, entry in numbered),
    )
    db.executemany("INSERT INTO search_text VALUES(?,?)", ((n, e.text) for n, e in numbered))
    db.executemany(
        "INSERT INTO search_title(rowid, stems) VALUES(?,?)", ((n, e.title) for n, e in numbered)
    )
    db.executemany(
        "INSERT INTO search_body(rowid, stems) VALUES(?,?)", ((n, e.text) for n, e in numbered)
    )
    for _, entry in numbered:
        counts.add(entry.row, entry.text)


def _rows_of(db: sqlite3.Connection, keys: Iterable[tuple[str, str]]) -> list[tuple[int, ...]]:
    if not db.execute("SELECT EXISTS(SELECT 1 FROM search_doc)").fetchone()[0]:
        return []
    find = "SELECT n FROM search_doc WHERE noun = ? AND id = ?"
    return [row for key in keys if (row := db.execute(find, key).fetchone())]


def _remove(db: sqlite3.Connection, rows: Sequence[tuple[int, ...]], counts: _Counts) -> None:
    for (n,) in rows:
        row = db.execute(f"SELECT {_DOC_COLUMNS} FROM search_doc WHERE n = ?", (n,)).fetchone()[1:]
        (text,) = db.execute("SELECT stems FROM search_text WHERE n = ?", (n,)).fetchone()
        forget = "INSERT INTO {0}({0}, rowid, stems) VALUES('delete', ?, ?)"
        db.execute(forget.format("search_title"), (n, _title_text(row)))
        db.execute(forget.format("search_body"), (n, text))
        counts.remove(row, text)
    db.executemany("DELETE FROM search_doc WHERE n = ?", rows)
    db.executemany("DELETE FROM search_text WHERE n = ?", rows)


def _store_counts(db: sqlite3.Connection, counts: _Counts) -> None:
    db.executemany(
        "INSERT INTO search_word VALUES(?,?,?) "
        "ON CONFLICT DO UPDATE SET docs = docs + excluded.docs",
        sorted((word, stem, by) for (word, stem), by in counts.words.items() if by),
    )
    titles = counts.titles
    db.executemany(
        "INSERT INTO search_stem VALUES(?,?,?) ON CONFLICT DO UPDATE "
        "SET titles = titles + excluded.titles, docs = docs + excluded.docs",
        sorted((s, titles[s], by) for s, by in counts.texts.items() if by or titles[s]),
    )
    gone_words = [pair for pair, by in counts.words.items() if by < 0]
    db.executemany("DELETE FROM search_word WHERE word = ? AND stem = ? AND docs <= 0", gone_words)
    gone = [(stem,) for stem, by in counts.texts.items() if by < 0]
    db.executemany("DELETE FROM search_stem WHERE stem = ? AND docs <= 0", gone)


def _turn(db: sqlite3.Connection, more: int, serials: int) -> None:
    add = "UPDATE search_state SET value = value + ? WHERE key = ?"
    db.executemany(add, ((more, "docs"), (serials, "next")))
    new_edition(db)


def new_edition(db: sqlite3.Connection) -> None:
    """Tell all readers that what they remember of the index is out of date."""
    # A random number, so that no other file, older backup or later edit can have the same one.
    db.execute("UPDATE search_state SET value = abs(random() / 2) + 1 WHERE key = 'edition'")
