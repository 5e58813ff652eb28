"""What works below the window: the database, its search, files of strangers, laws and calendars."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from frontdesk.base import clock
from frontdesk.base.languages import LANGS
from frontdesk.base.sentences import written
from frontdesk.core import checking, demo, search
from frontdesk.core.opening.calendar import public_holidays
from frontdesk.core.rules import shipped
from frontdesk.exchange import importing, paper, writing
from frontdesk.store.store import Store

TRIGRAM = "CREATE VIRTUAL TABLE words USING fts5(word, tokenize = 'trigram')"
ZONES = ("Europe/Madrid", "America/Bogota")
MARKED = "# Permiso de obra\n\nSe pide en la **oficina** de urbanismo.\n"


class Wrong(Exception):  # noqa: N818 - what was found
    """What does not work as it must."""


def database(_folder: Path) -> str:
    """SQLite brings full text search, by words and by parts of words."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(TRIGRAM)
        db.execute("INSERT INTO words VALUES('empadronamiento')")
        found = db.execute("SELECT word FROM words('padron')").fetchone()
    if not found:
        raise Wrong("trigrams find nothing")
    return f"SQLite {sqlite3.sqlite_version}, FTS5 with trigrams"


def office(folder: Path) -> str:
    """A demo office is built, is whole, and answers a question."""
    store = Store(folder / "demo", create=True)
    try:
        demo.build(store, now=clock.now())
        faults = checking.faults(store)
        if faults:
            raise Wrong(faults[0])
        articles = store.read().execute("SELECT count(*) FROM article").fetchone()[0]
        if not search.search(store.read(), "empadronarme", search.Context()).hits:
            raise Wrong("the box finds nothing")
    finally:
        store.close()
    return f"{articles} articles, whole, and the box finds them"


def files(folder: Path) -> str:
    """A workbook and a text are read in processes of their own."""
    store = Store(folder / "demo")
    try:
        book, text = folder / "articles.xlsx", folder / "permiso.md"
        writing.write(book, [{"title": "Licencia", "body": "Se pide en urbanismo."}])
        text.write_text(MARKED, encoding="utf-8")
        read = [
            row for file in (book, text) for row in importing.judge(store, "articles", file).rows
        ]
    finally:
        store.close()
    refused = [row.error for row in read if row.error]
    if refused or len(read) != 2:  # noqa: PLR2004 - a row of each
        raise Wrong(f"{len(read)} rows of 2, refused: {refused}")
    return "a workbook and a text, each in a process of its own"


def laws(_folder: Path) -> str:
    """Every rule pack is read, and its country has holidays, each language with its own names."""
    year = clock.now().year
    packs = shipped.every()
    for pack in packs:
        es, en = (public_holidays(pack.country, pack.region, year, lang) for lang in ("es", "en"))
        if pack.country and (not es or es == en):
            raise Wrong(f"{pack.name}: no holidays of {pack.country} in both languages")
    if not packs:
        raise Wrong("no rule packs")
    return f"{len(packs)} rule packs with their holidays"


def words(_folder: Path) -> str:
    """Both languages have the same sentences and the same words on papers."""
    ours, theirs = (written(lang) for lang in ("es", "en"))  # another may be on its way
    if ours.keys() != theirs.keys():
        raise Wrong(f"sentences differ: {sorted(ours.keys() ^ theirs.keys())}")
    for lang in LANGS:
        paper.words_of(lang)
    return f"{len(ours)} sentences in {len(LANGS)} languages"


def zones(_folder: Path) -> str:
    """The system, or the program itself, knows the time zones."""
    for name in ZONES:
        if str(clock.zone(name)) != name:
            raise Wrong(f"{name} is not known")
    return ", ".join(ZONES)


CHECKS = {
    "database": database, "demo office": office, "files": files, "laws": laws, "words": words,
    "time zones": zones,
}  # fmt: skip
