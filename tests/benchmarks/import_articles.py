"""What an import costs: a whole process from its start to searchable articles, against bare SQLite.

`python -m tests.benchmarks.import_articles [ARTICLES.jsonl]` runs both in turn, so that a busy
machine slows both alike, and prints medians, least times and their ratios: the least tell what the
work costs, the medians what a shared machine makes of it. The bare script stores the same rows in
one table and indexes title and body with FTS5, without stems, checks, versions or events.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tests.helpers.command_line import COMMAND, ROOT

ARTICLES = ROOT.parent / "shared" / "data" / "search" / "articles.jsonl"
RUNS = 7
MOST = 3.0
QUERY = "licencia"

Times = dict[str, tuple[float, float]]  # of each command: wall and CPU seconds

BARE = """
import json, sqlite3, sys
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
names = ("id", "title", "body", "lang", "kind", "code", "source", "licence")
db = sqlite3.connect(sys.argv[2])
with db:
    db.execute(f"CREATE TABLE article(n INTEGER PRIMARY KEY, {', '.join(names)})")
    db.execute("CREATE VIRTUAL TABLE found USING fts5("
               "title, body, content='article', content_rowid='n', tokenize='unicode61')")
    db.executemany(f"INSERT INTO article({', '.join(names)}) VALUES(?,?,?,?,?,?,?,?)",
                   ([row.get(name, "") for name in names] for row in rows))
    db.execute("INSERT INTO found(rowid, title, body) SELECT n, title, body FROM article")
db.close()
"""
BARE_SEARCH = """
import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute(
    "SELECT count(*) FROM found WHERE found MATCH ?", (sys.argv[2],)).fetchone()[0])
"""


def environment_of(folder: Path) -> dict[str, str]:
    """The environment of an installed program: it has its bytecode, and its pipes have buffers."""
    names = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
    kept = {name: value for name, value in os.environ.items() if name not in names}
    return kept | {"FRONTDESK_DATA": str(folder)}


def spent(words: Sequence[str | Path], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds and CPU seconds of a command, from the start of its process to its end."""
    return spent_by(
        lambda: subprocess.run(words, check=True, capture_output=True, cwd=ROOT, env=environment)
    )


def spent_by(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds and CPU seconds of some work and of the processes that it starts and awaits."""
    before, start = _cpu(), time.perf_counter()
    work()
    return time.perf_counter() - start, _cpu() - before


def _cpu() -> float:
    return time.process_time() + sum(os.times()[2:4])


def said(words: Sequence[str | Path], environment: dict[str, str]) -> str:
    """What a command prints."""
    return subprocess.run(
        words, check=True, capture_output=True, text=True, cwd=ROOT, env=environment
    ).stdout


def one_run(file: Path, place: Path) -> Times:
    """Both imports into fresh files, one after the other; each has to find something after it."""
    place.mkdir()
    environment = environment_of(place / "desk")
    python, bare = sys.executable, place / "bare.db"
    times = {
        "bare sqlite3 + FTS5": spent((python, "-c", BARE, file, bare), environment),
        "frontdesk init": spent((*COMMAND, "init", "--site", "Benchmark"), environment),
        "frontdesk import": spent((*COMMAND, "import", "articles", file), environment),
    }
    assert int(said((python, "-c", BARE_SEARCH, bare, QUERY), environment))
    assert said((*COMMAND, "search", QUERY), environment)
    return times


def main(file: Path) -> int:
    """Print medians and least times with their ratios; return whether the median's is too high."""
    if not file.is_file():
        print(f"{file} is not there; give a file of articles")
        return 0
    with tempfile.TemporaryDirectory() as place:
        runs = [one_run(file, Path(place) / str(n)) for n in range(RUNS)]
    median, least = report("median", statistics.median, runs), report("least", min, runs)
    print(f"of wall time, at most {MOST}: median {median:.2f}, least {least:.2f}")
    return int(median > MOST)


def report(name: str, of: Callable[[Iterable[float]], float], runs: Sequence[Times]) -> float:
    """Print one figure of all runs for each command; return how many times bare SQLite we take."""
    print(name)
    figures = {what: [of(run[what][n] for run in runs) for n in (0, 1)] for what in runs[0]}
    for what, (wall, cpu) in figures.items():
        print(f"  {what:20} {wall:7.3f} s  CPU {cpu:7.3f} s")
    bare, ours = figures["bare sqlite3 + FTS5"], figures["frontdesk import"]
    print(f"  ratio {ours[0] / bare[0]:.2f}, of CPU {ours[1] / bare[1]:.2f}")
    return ours[0] / bare[0]


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES))
