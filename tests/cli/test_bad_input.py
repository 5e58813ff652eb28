"""Bad input: one clear sentence each, nothing half-written, no traceback."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from frontdesk.exchange.reading import MAX_LINE_BYTES
from frontdesk.store.store import Store
from tests.helpers.command_line import COMMAND, ROOT, Ran, lines, process, run

GOOD = {"id": "good", "title": "Good one"}
DEEP = b'{"title": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
PEAK = """
import resource, sys
from frontdesk.cli import main
try:
    main(sys.argv[1:], prog_name="frontdesk")
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""

LINES = {
    "broken JSON": b'{"title": "Half',
    "no object": b'["title", "Passport"]',
    "wrong encoding": '{"title": "Año"}'.encode("cp1252"),
    "UTF-16": '{"title": "Year"}'.encode("utf-16"),
    "no title": b'{"body": "Bring two photos."}',
    "empty title": b'{"title": " \\u0000\\t "}',
    "title of a wrong type": b'{"title": {"es": "Pasaporte"}}',
    "title of yes": b'{"title": true}',
    "endless title": b'{"title": "' + b"x" * 301 + b'"}',
    "unknown kind": b'{"title": "A", "kind": "rumour"}',
    "unknown state": b'{"title": "A", "state": "secret"}',
    "no day": b'{"title": "A", "valid_to": "20266-01-01"}',
    "requirements of numbers": b'{"title": "A", "requirements": [1, 2]}',
    "steps of text": b'{"title": "A", "steps": ["go", "wait"]}',
    "step to nowhere": b'{"title": "A", "steps": [{"office": "moon", "text": "go"}]}',
    "step of no price": b'{"title": "A", "steps": [{"text": "pay", "cost": "a lot"}]}',
    "step of a debt": b'{"title": "A", "steps": [{"text": "pay", "cost": -5}]}',
    "steps above the price": b'{"title": "A", "cost": 5, "steps": [{"text": "a", "cost": 6}]}',
    "another way to nowhere": b'{"title": "A", "steps": [{"text": "a", "others": ["moon"]}]}',
    "duplicate id": b'{"id": "good", "title": "Again"}',
    "nested without end": DEEP,
    "number without end": b'{"title": ' + b"9" * 5_000 + b"}",
    "body without end": b'{"title": "A", "body": "' + b"x" * 1_000_001 + b'"}',
    "line without end": b'{"title": "' + b"x" * MAX_LINE_BYTES + b'"}',
}


def articles(folder: Path) -> int:
    """How many articles a desk has."""
    store = Store(folder)
    count = store.read().execute("SELECT count(*) FROM article").fetchone()[0]
    store.close()
    return int(count)


@pytest.mark.parametrize("bad", LINES.values(), ids=LINES)
def test_one_bad_line_keeps_the_whole_file_out(folder: Path, tmp_path: Path, bad: bytes) -> None:
    """The line is named with its cause, and the good one before it is not written either."""
    file = tmp_path / "articles.jsonl"
    file.write_bytes(lines([GOOD]) + bad + b"\n" + lines([{"title": "After"}]))
    ran = run("import", "articles", file, "--data", folder)
    sentence = ran.refusal()
    assert sentence.startswith("Nothing was imported: 1 of 3 rows")
    (row,) = ran.rows
    assert (row["line"], row["status"]) == (2, "refused")
    assert row["cause"] in sentence
    assert articles(folder) == 0


ODD = {
    "numbers": {"title": 7, "code": 1.5, "cost": 12},
    "endless floats": {"title": float("inf"), "cost": float("nan")},
    "steps counted oddly": {"title": "A", "steps": []},
    "unknown fields": {"title": "A", "colour": {"deep": [1, 2]}},
    "nothing": {"title": "A", "body": None, "requirements": None, "steps": None},
    "markup": {"title": "<script>alert(1)</script>", "body": "<img src=x onerror=alert(1)>"},
    "control characters": {"title": "A\u0000B\u001b[31m", "body": "a\u0007\u2028b\ud800"},
    "blank papers": {"title": "A", "requirements": ["- ", "", " \n", "• Photo\nand copy"]},
}


@pytest.mark.parametrize("row", ODD.values(), ids=ODD)
def test_what_is_odd_but_usable_is_taken(
    folder: Path, tmp_path: Path, row: dict[str, object]
) -> None:
    """Kept as text, without what no screen can show, and found by search."""
    file, out = tmp_path / "articles.jsonl", tmp_path / "out.jsonl"
    file.write_bytes(json.dumps(row).encode() + b"\n")
    run("import", "articles", file, "--data", folder).done()
    run("export", "articles", out, "--data", folder).done()
    kept = json.loads(out.read_text("utf-8"))
    assert kept["title"]
    assert not set(kept["title"] + kept["body"]) & set("\0\x07\x1b\u2028\ud800")
    if isinstance(row.get("body"), str) and "<" in str(row["body"]):
        assert (kept["title"], kept["body"]) == (row["title"], row["body"])
    assert kept["requirements"] in ([], ["Photo and copy"])
    assert run("search", kept["title"], "--json", "--data", folder).done().rows[0]["hits"]


def peak_kib(folder: Path, file: Path) -> int:
    """The most memory that importing a file takes, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", PEAK, "import", "articles", str(file), "--data", str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return int(done.stderr.split()[-1])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's peak in KiB")
def test_a_line_of_50_mb_takes_bounded_memory(folder: Path, tmp_path: Path) -> None:
    """It is read piece by piece and refused; the lines around it are judged."""
    short, long = tmp_path / "short.jsonl", tmp_path / "long.jsonl"
    short.write_bytes(b'{"title": ""}\n')
    with long.open("wb") as stream:
        stream.write(b'{"title": "')
        for _ in range(50):
            stream.write(b"x" * 1_000_000)
        stream.write(b'"}\n{"title": ""}\n')
    ran = run("import", "articles", long, "--data", folder)
    assert [row["error"] for row in ran.rows] == ["import.line_long", "article.untitled"]
    assert peak_kib(folder, long) - peak_kib(folder, short) < 4 * MAX_LINE_BYTES // 1024


FILES = {
    "missing": Path.exists,
    "directory": Path.mkdir,
    "foreign ending": Path.touch,
    "broken table": lambda path: path.write_text('title,body\n"a"b,"' + "x" * 9_000_000),
}


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("missing.jsonl", "missing"),
        ("missing.csv", "missing"),
        ("directory.jsonl", "directory"),
        ("directory.csv", "directory"),
        ("articles.pdf", "foreign ending"),
        ("articles", "foreign ending"),
        ("broken.csv", "broken table"),
    ],
)
def test_a_file_that_cannot_be_read_is_said(
    folder: Path, tmp_path: Path, name: str, what: str
) -> None:
    """Absent, a folder, of an unknown kind, or a table that breaks off."""
    FILES[what](tmp_path / name)
    ran = run("import", "articles", tmp_path / name, "--data", folder)
    assert ran.refusal()
    assert ran.rows == []


@pytest.mark.parametrize("name", ["empty.jsonl", "empty.csv"])
def test_an_empty_file_brings_nothing(folder: Path, tmp_path: Path, name: str) -> None:
    """Nor does one with a header only, or with blank lines: nothing is refused, nothing comes."""
    for text in ("", "\n\n \n", "title,body\n" if name.endswith("csv") else "\n"):
        (tmp_path / name).write_text(text)
        ran = run("import", "articles", tmp_path / name, "--data", folder)
        assert ran.done().rows == [{"new": 0, "changed": 0, "same": 0}]


@pytest.mark.parametrize("words", [("import", "poems"), ("export", "poems")])
def test_a_kind_nobody_knows_is_said(folder: Path, tmp_path: Path, words: tuple[str, str]) -> None:
    """With those that there are."""
    assert "articles" in run(*words, tmp_path / "a.jsonl", "--data", folder).refusal()


@pytest.mark.parametrize("name", ["out.pdf", "nowhere/out.jsonl", "taken.csv"])
def test_an_export_that_cannot_be_written_is_said(folder: Path, tmp_path: Path, name: str) -> None:
    """An unknown ending, a folder that is not there, a folder in place of the file."""
    (tmp_path / "taken.csv").mkdir()
    run("export", "articles", tmp_path / name, "--data", folder).refusal()
    assert not list(tmp_path.rglob("*.part"))


QUERIES = [
    "x" * 10_000,
    "tasas " * 2_000,
    '"',
    "'; DROP TABLE article; --",
    'AND OR NEAR * ( "',
    "title:passport",
    "c++ a-b DNI/NIE ^$[]{}|\\",
    "👩‍💻🛂",
    "\u202e\u0000\u2028",
    "%s %d {0} {x}",
    "-cita",
    "",
    " ",
    "ñ" * 200,
]


def test_a_query_is_only_words(folder: Path, tmp_path: Path) -> None:
    """Whatever is typed is answered, in a batch and each alone."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(lines([GOOD]))
    run("import", "articles", file, "--data", folder).done()
    batch = "\n".join(query.replace("\n", " ") for query in QUERIES).encode()
    answers = run("search", "-", "--json", "--data", folder, stdin=batch).done().rows
    assert [answer["query"] for answer in answers] == QUERIES
    for query in QUERIES:
        if not query.startswith("-"):
            (answer,) = run("search", query, "--json", "--data", folder).done().rows
            assert isinstance(answer["hits"], list)
    assert run("search", "good", "--json", "--data", folder).rows[0]["hits"]


def test_bytes_that_are_no_text_are_survived(folder: Path) -> None:
    """Lone surrogates from the shell and bad bytes on standard input."""
    bad = b"a\xff\xed\xa0\x80"
    process("search", bad, "--json", "--data", folder).done()
    process("search", bad, "--data", folder).done()
    assert process("import", "articles", bad + b".jsonl", "--data", folder).refusal()
    assert process("import", "articles", b"a\n\x1b[31m.jsonl", "--data", folder).refusal()
    assert process("import", bad, "a.jsonl", "--data", folder).refusal()
    assert len(run("search", "-", "--json", "--data", folder, stdin=bad + b"\n" + bad).rows) == 2


def test_a_query_without_end_is_cut(folder: Path) -> None:
    """A line of 3 MB on standard input is one query, and the next one is the next."""
    given = b"x" * 3_000_000 + b"\npassport\n"
    answers = run("search", "-", "--json", "--data", folder, stdin=given).done().rows
    assert len(answers) == 2
    assert answers[1]["query"] == "passport"
    assert len(answers[0]["query"]) <= 1_000_001


COMPLAINTS = {
    "year 20266": b'{"text": "a", "received_at": "20266-11-21"}',
    "year 1": b'{"text": "a", "received_at": "0001-01-01T00:00+14:00"}',
    "a time to come": b'{"text": "a", "received_at": "2199-01-01"}',
    "time of a wrong type": b'{"text": "a", "received_at": [2026]}',
    "1 MB of text": b'{"text": "' + b"x" * 1_000_000 + b'"}',
    "2 MB of text": b'{"text": "' + b"x" * 2_000_000 + b'"}',
    "text of a wrong type": b'{"text": ["a"]}',
    "no text": b'{"name": "Ana"}',
    "text of nothing": b'{"text": "\\u0000 \\n"}',
    "text that nobody sees": b'{"text": "\\u200b \\u2060"}',
    "an office that cannot be stored": b'{"text": "a", "office": "\\ud800x"}',
    "an unknown severity": b'{"text": "a", "severity": "wild"}',
    "unknown office": b'{"text": "a", "office": "moon"}',
    "unknown kind": b'{"text": "a", "kind": "poem"}',
    "name of a wrong type": b'{"text": "a", "name": {"first": "Ana"}}',
    "no object": b'"text"',
    "nested without end": b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "line without end": b'{"text": "' + b"x" * MAX_LINE_BYTES + b'"}',
    "cp1252": '{"text": "señal"}'.encode("cp1252"),
}


@pytest.mark.parametrize("bad", COMPLAINTS.values(), ids=COMPLAINTS)
def test_a_bad_complaint_takes_no_folio(folder: Path, bad: bytes) -> None:
    """It is named by its line, and the next one has the next number."""
    given = b'{"text": "one"}\n' + bad + b'\n{"text": "two"}\n'
    ran = run("complaint", "file", "-", "--data", folder, stdin=given)
    assert ran.code == 1
    assert [row["folio"][-4:] for row in ran.rows] == ["0001", "0002"]
    (sentence,) = ran.err.splitlines()
    assert sentence.startswith("2: ")
    assert run("check", "--data", folder).done()


def test_an_odd_complaint_is_kept_readable(folder: Path) -> None:
    """Names with line breaks, numbers for names, markup, emoji: one readable case."""
    row = {"text": "<b>No!</b> 😡\u0000", "name": "Ana\r\nGil\u2028Paz", "phone": 955000111}
    run("complaint", "file", "-", "--data", folder, stdin=json.dumps(row).encode()).done()
    (case,) = run("complaints", "--json", "--data", folder).done().rows
    assert (case["text"], case["phone"]) == ("<b>No!</b> 😡", "955000111")
    assert case["name"] in ("Ana Gil Paz", "Ana GilPaz")


def test_half_a_letter_is_left_out(folder: Path) -> None:
    """A lone surrogate can be written in JSON and nowhere be stored; the rest of the row counts."""
    given = b'{"text": "a\\ud83d", "id": "case\\udc00", "name": "Ana \\ud83d\\ude00", "\\udfff": 1}'
    (told,) = run("complaint", "file", "-", "--data", folder, stdin=given).done().rows
    (case,) = run("complaints", "--json", "--data", folder).done().rows
    assert (told["id"], case["text"], case["name"]) == ("case", "a", "Ana 😀")


def test_what_a_row_says_of_the_person_is_heeded(folder: Path) -> None:
    """Anonymous keeps no name; restricted, on behalf of, what is asked, how severe: all of it."""
    row = {"text": "a", "name": "Ana Gil", "phone": "600", "anonymous": True}
    asked = {"remedy_asked": "x", "severity": "high"}
    more = {"text": "b", "restricted": 1, "on_behalf": "Luz", **asked}
    run("complaint", "file", "-", "--data", folder, stdin=lines([row, more])).done()
    cases = run("complaints", "--json", "--data", folder).done().rows
    assert [cases[0][name] for name in ("anonymous", "name", "phone")] == [1, "", ""]
    kept = [cases[1][name] for name in ("restricted", "on_behalf", "remedy_asked", "severity")]
    assert kept == [1, "Luz", "x", "high"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this system")
@pytest.mark.parametrize("where", [">/dev/full", ">&-"])
def test_an_answer_that_nobody_can_take_is_said(folder: Path, where: str) -> None:
    """A full disk or a closed output: one sentence, and no case without its folio being told."""
    words = f"{sys.executable} -m frontdesk complaints --data {folder}"
    run("complaint", "file", "-", "--data", folder, stdin=b'{"text": "a"}').done()
    done = subprocess.run(
        ["sh", "-c", f"{words} {where}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    Ran(done.returncode, done.stdout, done.stderr).refusal()


@pytest.mark.parametrize("source", ["missing.jsonl", "."])
def test_a_source_that_cannot_be_read_is_said(folder: Path, tmp_path: Path, source: str) -> None:
    """A file that is not there, or a folder."""
    run("complaint", "file", tmp_path / source, "--data", folder).refusal()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process here")
def test_an_interrupt_while_filing_leaves_whole_cases(folder: Path) -> None:
    """Ctrl+C ends the command without a traceback; what was printed is on record."""
    with subprocess.Popen(
        [*COMMAND, "complaint", "file", "-", "--data", str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
        # Checks that run in the background ignore Ctrl+C, and their children would inherit that.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - see above
    ) as talk:  # fmt: skip
        assert talk.stdin
        assert talk.stdout
        assert talk.stderr
        talk.stdin.write(lines([{"text": "one"}]))
        talk.stdin.flush()
        folio = json.loads(talk.stdout.readline())["folio"]
        talk.send_signal(signal.SIGINT)
        assert b"Traceback" not in talk.stderr.read()
        talk.stdin.close()
    (case,) = run("complaints", "--json", "--data", folder).done().rows
    assert case["folio"] == folio
