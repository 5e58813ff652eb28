"""The search index: what articles, offices and people are found by, and what was chosen before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

INDEX = (
    """CREATE TABLE search_doc(
        n INTEGER PRIMARY KEY, noun TEXT NOT NULL, id TEXT NOT NULL, lang TEXT NOT NULL,
        kind TEXT NOT NULL, code TEXT NOT NULL, code_key TEXT NOT NULL, title TEXT NOT NULL,
        words TEXT NOT NULL, stems TEXT NOT NULL, keyword_words TEXT NOT NULL,
        keyword_stems TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
        title_key INTEGER NOT NULL, UNIQUE(noun, id)) STRICT""",
    "CREATE INDEX search_doc_code ON search_doc(code_key) WHERE code_key <> ''",
    "CREATE INDEX search_doc_title ON search_doc(title_key)",
    "CREATE TABLE search_text(n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
    """CREATE VIRTUAL TABLE search_title_word USING fts5(
        words, content='', columnsize=0, detail=none, prefix='1 2 3', tokenize='ascii')""",
    """CREATE VIRTUAL TABLE search_title_stem USING fts5(
        stems, content='', columnsize=0, detail=none, prefix='1 2 3', tokenize='ascii')""",
    """CREATE VIRTUAL TABLE search_body USING fts5(
        text, content='', columnsize=0, detail=none,
        tokenize='unicode61 remove_diacritics 2')""",
    "CREATE VIRTUAL TABLE search_body_word USING fts5vocab(search_body, row)",
)

VOCABULARY = (
    """CREATE TABLE search_word(
        word TEXT NOT NULL, stem TEXT NOT NULL, docs INTEGER NOT NULL,
        PRIMARY KEY(word, stem)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE search_stem(
        stem TEXT PRIMARY KEY, docs INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE TABLE search_state(key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT",
    "INSERT INTO search_state VALUES('edition', 0), ('docs', 0), ('next', 1)",
)

HOUSE = (
    "CREATE TABLE search_synonym(id INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT",
    """CREATE TABLE search_choice(
        query TEXT NOT NULL, noun TEXT NOT NULL, id TEXT NOT NULL, times INTEGER NOT NULL,
        last_at TEXT NOT NULL, PRIMARY KEY(query, noun, id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX search_choice_last ON search_choice(last_at)",
)


def migrate(db: Database) -> None:
    """Create the index. Its full-text tables hold no text of their own (content=''), so each edit
    tells them what was indexed before; that is why search_doc and search_text keep it.
    """
    for statement in (*INDEX, *VOCABULARY, *HOUSE):
        db.execute(statement)
