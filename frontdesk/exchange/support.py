"""What whoever looks after the program needs to see, as texts: shown first, then put into one zip.

Nothing of what people typed is in it: versions, sizes, counts, choices of look, and the log, which
knows no names.
"""

from __future__ import annotations

import configparser
import json
import platform
import shutil
import sqlite3
import sys
import zipfile
from collections.abc import Mapping
from datetime import datetime
from importlib import metadata
from pathlib import Path

from frontdesk import __version__
from frontdesk.base import logs
from frontdesk.base.clock import iso
from frontdesk.core import sites
from frontdesk.exchange.writing import whole
from frontdesk.store.store import Store

MAX_LOG_CHARS = 200_000  # the end of a log tells most
LIBRARIES = ("PySide6-Essentials", "sqlite-utils", "holidays", "opening-hours-py", "psycopg")
CHOICES = ("language", "look/palette", "look/text", "look/density", "paper/size", "paper/large")
Parts = dict[str, str]


def parts(store: Store, *, now: datetime) -> Parts:
    """Return the texts by the name of their file, in the order in which they are read."""
    found = {
        "program.txt": _program(now),
        "database.txt": _database(store),
        "choices.txt": _choices(store.folder / "window.ini"),
    }
    for file in sorted((store.folder / logs.FOLDER).glob("*.log*")):
        text = file.read_text(encoding="utf-8", errors="replace")[-MAX_LOG_CHARS:]
        found[f"{logs.FOLDER}/{file.name}.txt"] = text.replace(str(Path.home()), "~")
    return found


def write(file: Path, texts: Parts) -> Path:
    """Write the texts into one zip. Raises UserError where it cannot be written."""
    with whole(file) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return file


def _program(now: datetime) -> str:
    lines = {
        "Frontdesk": __version__,
        "packaged": "yes" if getattr(sys, "frozen", False) else "no",
        "asked at": iso(now),
        "system": platform.platform(),
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        **{name: _version(name) for name in LIBRARIES},
    }
    return _lines(lines)


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:  # an extra, or a packaged program without its records
        return "not told"


def _database(store: Store) -> str:
    db = store.read()
    here = sites.here(db)
    tables = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite%' ORDER BY name"
    ).fetchall()
    lines: dict[str, object] = {
        "schema": db.execute("PRAGMA user_version").fetchone()[0],
        "bytes": store.file.stat().st_size,
        "free bytes of the disk": shutil.disk_usage(store.folder).free,
        "quick check": db.execute("PRAGMA quick_check(1)").fetchone()[0],
        "country, zone, language": f"{here.country} {here.zone} {here.lang}",
        **{f"rows of {t}": db.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0]
           for (t,) in tables},
    }  # fmt: skip
    return _lines(lines)


def _choices(file: Path) -> str:
    """Only the choices that we know by name: a settings file remembers folders too."""
    kept = configparser.ConfigParser(interpolation=None)
    try:
        kept.read(file, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        return json.dumps({"window.ini": "cannot be read"}) + "\n"
    told: dict[str, object] = {}
    for name in CHOICES:
        section, _, key = name.rpartition("/")
        told[name] = kept.get(section or "General", key, fallback="as at first")
    return _lines(told)


def _lines(values: Mapping[str, object]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in values.items())
