"""The search engines that ours is measured against, each set up as its makers advise.

An engine is made from a folder; `build` fills it, `open` opens what was built, `search` answers a
text with ids. All get the same rows and find the last word as a beginning where they can.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frontdesk.core.search import Context, Doc, put, search
from frontdesk.store.store import Store

LIMIT = 10
MOST_WORDS = 10
HERE = Path(__file__).resolve().parent
WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> list[str]:
    """The words of a text, lower case and without accents, as the peers are asked for them."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))[:MOST_WORDS]


class Frontdesk:
    """Ours, through the store with which the window works."""

    name = "Frontdesk"

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "frontdesk"
        self.context = Context("es", "2026-11-23")

    def build(self, docs: Sequence[Doc]) -> None:
        """Put all documents in one transaction."""
        store = Store(self.folder, create=True)
        with store.write() as tx:
            put(tx, docs)
        store.read().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.close()

    def open(self) -> None:
        """Open what was built."""
        self.db = Store(self.folder).read()

    def search(self, text: str) -> list[str]:
        """Return the ids found."""
        return [hit.id for hit in search(self.db, text, self.context, LIMIT).hits]


class PlainFts5:
    """SQLite's FTS5 with its unicode61 tokenizer, ranked by bm25 with the title before the body."""

    name = "FTS5 unicode61"

    def __init__(self, folder: Path) -> None:
        self.file = folder / "fts5.db"

    def build(self, docs: Sequence[Doc]) -> None:
        """Store the rows and index them."""
        db = sqlite3.connect(self.file)
        with db:
            db.execute("CREATE TABLE article(n INTEGER PRIMARY KEY, id, code, title, body)")
            db.execute(
                "CREATE VIRTUAL TABLE found USING fts5(code, title, body, content='article', "
                "content_rowid='n', prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
            )
            db.executemany(
                "INSERT INTO article(id, code, title, body) VALUES(?,?,?,?)",
                ((doc.id, doc.code, doc.title, doc.body) for doc in docs),
            )
            db.execute("INSERT INTO found(found) VALUES('rebuild')")
        db.close()

    def open(self) -> None:
        """Open what was built."""
        self.db = sqlite3.connect(self.file)

    def search(self, text: str) -> list[str]:
        """Return the ids found: all words, the last one as a beginning."""
        words = [f'"{word}"' for word in folded(text)]
        if not words:
            return []
        rows = self.db.execute(
            "SELECT a.id FROM found f JOIN article a ON a.n = f.rowid WHERE found MATCH ? "
            "ORDER BY bm25(found, 10, 8, 1) LIMIT ?",
            (f"{' '.join(words)}*", LIMIT),
        )
        return [doc_id for (doc_id,) in rows]


class SqliteUtils(PlainFts5):
    """sqlite-utils: enable_fts and .search(), with its own quoting of what is typed."""

    name = "sqlite-utils"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.file = folder / "sqlite_utils.db"

    def build(self, docs: Sequence[Doc]) -> None:
        """Store the rows and index them."""
        from sqlite_utils import Database

        db = Database(self.file, execute_plugins=False)
        db["article"].insert_all(
            {"id": doc.id, "code": doc.code, "title": doc.title, "body": doc.body} for doc in docs
        )
        db["article"].enable_fts(["code", "title", "body"], tokenize="unicode61")
        db.conn.close()

    def open(self) -> None:
        """Open what was built."""
        from sqlite_utils import Database

        self.table = Database(self.file, execute_plugins=False)["article"]

    def search(self, text: str) -> list[str]:
        """Return the ids found."""
        found = self.table.search(text, columns=["id"], limit=LIMIT, quote=True)
        return [row["id"] for row in found]


class Tantivy:
    """tantivy with fuzzy terms: one error from four letters, two from six, the last word begun;
    all words, and any of them where none has all.
    """

    name = "tantivy fuzzy"

    def __init__(self, folder: Path) -> None:
        import tantivy

        self.tantivy: Any = tantivy
        self.folder = folder / "tantivy"

    def build(self, docs: Sequence[Doc]) -> None:
        """Index folded words; its stemmers would spoil the fuzzy terms."""
        self.folder.mkdir()
        builder = self.tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        for name in ("code", "title", "body"):
            builder.add_text_field(name)
        index = self.tantivy.Index(builder.build(), path=str(self.folder))
        writer = index.writer(50_000_000, 1)
        for doc in docs:
            fields = {name: " ".join(_all_words(getattr(doc, name))) for name in ("title", "body")}
            writer.add_document(
                self.tantivy.Document(id=doc.id, code=" ".join(_all_words(doc.code)), **fields)
            )
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        """Open what was built."""
        self.index = self.tantivy.Index.open(str(self.folder))
        self.schema = self.index.schema

    def search(self, text: str) -> list[str]:
        """Return the ids found."""
        words = folded(text)
        searcher = self.index.searcher()
        parts = [self._word(w, is_last=w is words[-1]) for w in words]
        for occur in (self.tantivy.Occur.Must, self.tantivy.Occur.Should) if words else ():
            query = self.tantivy.Query.boolean_query([(occur, part) for part in parts])
            if found := searcher.search(query, LIMIT).hits:
                return [searcher.doc(address)["id"][0] for _, address in found]
        return []

    def _word(self, word: str, *, is_last: bool) -> Any:
        query, should = self.tantivy.Query, self.tantivy.Occur.Should
        errors = 0 if len(word) < 4 else 1 if len(word) < 6 else 2
        choices = []
        for field, weight in (("code", 10.0), ("title", 8.0), ("body", 1.0)):
            exact = query.term_query(self.schema, field, word)
            choices.append((should, query.boost_query(exact, 3 * weight)))
            if errors or is_last:
                near = query.fuzzy_term_query(
                    self.schema, field, word,
                    distance=errors, transposition_cost_one=True, prefix=is_last,
                )  # fmt: skip
                choices.append((should, query.boost_query(near, weight)))
        return query.disjunction_max_query([one for _, one in choices])


class MiniSearch:
    """The JavaScript library, in node, spoken to line by line; it measures its own CPU time."""

    name = "MiniSearch"

    def __init__(self, folder: Path) -> None:
        self.file = folder / "minisearch.jsonl"
        self.node: Any = None

    @staticmethod
    def is_here() -> bool:
        """Whether node is there and finds the library (NODE_PATH says where to look)."""
        if not shutil.which("node"):
            return False
        tried = subprocess.run(
            ["node", "-e", "require('minisearch')"], capture_output=True, check=False
        )
        return tried.returncode == 0

    def build(self, docs: Sequence[Doc]) -> None:
        """Write the rows; the library keeps its index in memory."""
        with self.file.open("w", encoding="utf-8") as out:
            for doc in docs:
                row = {name: getattr(doc, name) for name in ("id", "code", "title", "body")}
                out.write(json.dumps(row) + "\n")

    def open(self) -> None:
        """Start node and wait until it has read the rows."""
        self.node = subprocess.Popen(
            ["node", "--max-old-space-size=8192", HERE / "minisearch.cjs", self.file],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ,
        )  # fmt: skip
        self.ready = self._answer()

    def search(self, text: str) -> list[str]:
        """Return the ids found."""
        return self.timed(text)[0]

    def timed(self, text: str) -> tuple[list[str], float]:
        """Return the ids found and the CPU milliseconds that they cost node."""
        self.node.stdin.write(json.dumps(text) + "\n")
        self.node.stdin.flush()
        answer = self._answer()
        return answer["ids"], answer["ms"]

    def close(self) -> None:
        """End node."""
        self.node.stdin.close()
        self.node.wait()
        self.node.stdout.close()

    def _answer(self) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.node.stdout.readline())
        return answer


def _all_words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.lower())
    return WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))


ENGINES: dict[str, Any] = {
    engine.name: engine for engine in (Frontdesk, PlainFts5, SqliteUtils, Tantivy, MiniSearch)
}
