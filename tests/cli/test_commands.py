"""Each command of the contract: what it prints, where it looks for its data, how it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from frontdesk.core import offices
from frontdesk.core.knowledge.articles import Article, save
from frontdesk.core.knowledge.steps import Step
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from tests.helpers.command_line import ROOT, lines, process, run, started
from tests.helpers.desks import NOW

ARTICLES = [
    {"id": "a1", "code": "P-1", "title": "Passport", "body": "Two photos.", "lang": "en"},
    {"id": "a2", "code": "T-9", "title": "Año fiscal: pago de tasas", "body": "En caja."},
]

COMMANDS = (
    "init", "import", "export", "search", "route", "complaint", "complaints", "check", "backup",
    "restore", "report",
)  # fmt: skip


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A file of two articles."""
    file = tmp_path / "articles.jsonl"
    file.write_bytes(lines(ARTICLES))
    return file


@pytest.fixture
def desk(folder: Path, articles: Path) -> Path:
    """A data folder with two articles and an office."""
    run("import", "articles", articles, "--data", folder).done()
    store = Store(folder)
    with store.write() as tx:
        offices.put_many(tx, [Office("o1", "TAX", "Tax office")], now=NOW)
        offices.serve(tx, [("a2", "o1")])
    store.close()
    return folder


def test_init_sets_a_desk_up(tmp_path: Path) -> None:
    """Site, code for folios, desk and zone are said; a second time is refused."""
    data = tmp_path / "new" / "desk"
    words = ["init", "--site", "Ayuntamiento de Villanueva", "--head", "--country", "ES-AN"]
    (made,) = run(*words, "--lang", "en", "--data", data).done().rows
    assert made["site"] == "Ayuntamiento de Villanueva"
    assert (made["code"], made["zone"], len(made["desk"])) == ("VILL", "Europe/Madrid", 4)
    assert "already set up" in run(*words, "--data", data).refusal()


@pytest.mark.parametrize(
    "words",
    [
        ["--site", ""],
        ["--site", "HQ", "--lang", "tlh"],
        ["--site", "HQ", "--country", "Spain"],
        ["--site", "HQ", "--rules", "nobody-knows"],
    ],
)
def test_a_set_up_that_is_refused_can_be_tried_again(tmp_path: Path, words: list[str]) -> None:
    """One sentence, and the folder is free for the next try."""
    run("init", *words, "--data", tmp_path).refusal()
    run("init", "--site", "HQ", "--data", tmp_path).done()


def test_import_says_what_it_did(folder: Path, articles: Path) -> None:
    """New the first time, the same the second, changed where it changed."""
    words = ["import", "articles", articles, "--data", folder]
    assert run(*words).done().rows == [{"new": 2, "changed": 0, "same": 0}]
    assert run(*words).done().rows == [{"new": 0, "changed": 0, "same": 2}]
    articles.write_bytes(lines([{**ARTICLES[0], "body": "One photo."}, ARTICLES[1]]))
    assert run(*words).done().rows == [{"new": 0, "changed": 1, "same": 1}]


def test_a_dry_run_writes_nothing(folder: Path, articles: Path) -> None:
    """A line for each row with what would become of it."""
    words = ["import", "articles", articles, "--data", folder]
    rows = run(*words, "--dry-run").done().rows
    assert [(row["line"], row["status"], row["label"]) for row in rows] == [
        (1, "new", "Passport"),
        (2, "new", "Año fiscal: pago de tasas"),
    ]
    assert run(*words).done().rows == [{"new": 2, "changed": 0, "same": 0}]


def test_a_dry_run_tells_the_header_and_what_is_left_out(folder: Path, tmp_path: Path) -> None:
    """Nothing of a file is lost in silence: a column that no field takes is named first."""
    table = tmp_path / "list.csv"
    table.write_text("Guía 2026;;\nTrámite;Modalidad;Costo\nPoda;En línea;10\n", "utf-8")
    told, *rows = run("import", "articles", table, "--dry-run", "--data", folder).done().rows
    assert told == {
        "line": 2, "status": "header", "columns": {"title": "Trámite", "cost": "Costo"},
        "left_out": ["Modalidad"],
    }  # fmt: skip
    assert [row["label"] for row in rows] == ["Poda"]


def test_a_mapping_names_the_columns(folder: Path, tmp_path: Path) -> None:
    """What no alias guesses is told once, in TOML or JSON."""
    table, mapping = tmp_path / "list.csv", tmp_path / "map.toml"
    table.write_text("Trámite de la casa;Título;Cómo se llama\nx;wrong;Passport\n", "utf-8")
    mapping.write_text('title = "Cómo se llama"\ncode = "Trámite de la casa"\n', "utf-8")
    run("import", "articles", table, "--map", mapping, "--data", folder).done()
    run("export", "articles", tmp_path / "out.jsonl", "--data", folder).done()
    (row,) = map(json.loads, (tmp_path / "out.jsonl").read_text("utf-8").splitlines())
    assert (row["title"], row["code"]) == ("Passport", "x")


@pytest.mark.parametrize(
    "text", ["titel = 'x'", "title = 3", "title = ", "[title]\na = 'b'", "\udcff"]
)
def test_a_mapping_that_cannot_be_used_is_refused(
    folder: Path, articles: Path, tmp_path: Path, text: str
) -> None:
    """A field nobody knows, a column that is no text, no TOML, no UTF-8."""
    mapping = tmp_path / "map.toml"
    mapping.write_bytes(text.encode("utf-8", "surrogateescape"))
    ran = run("import", "articles", articles, "--map", mapping, "--data", folder)
    assert "map.toml" in ran.refusal()


def test_search_answers_in_json_and_in_text(desk: Path) -> None:
    """Best first, with what a caller needs to go on."""
    (answer,) = run("search", "tasas ano", "--json", "--data", desk).done().rows
    assert answer["query"] == "tasas ano"
    best = answer["hits"][0]
    assert (best["id"], best["code"], best["title"]) == ("a2", "T-9", "Año fiscal: pago de tasas")
    assert best["kind"] == "procedure"
    assert best["score"] > 0
    assert run("search", "passport", "--data", desk).done().out == "P-1\tPassport\n"
    assert run("search", "zzzzqx", "--json", "--data", desk).done().rows[0]["hits"] == []
    assert len(run("search", "a", "-n", "1", "--json", "--data", desk).rows[0]["hits"]) <= 1


def test_search_answers_line_by_line(desk: Path) -> None:
    """Each line of standard input has its answer before the next is asked."""
    with started("search", "-", "--json", "--data", desk) as talk:
        assert talk.stdin
        assert talk.stdout
        for query in ("passport", "", "tasas", 'AND OR NEAR * ( "'):
            talk.stdin.write(query.encode() + b"\n")
            talk.stdin.flush()
            answer = json.loads(talk.stdout.readline())
            assert answer["query"] == query
        talk.stdin.close()
        assert talk.stdout.read() == b""
    assert talk.returncode == 0


def test_a_folio_is_printed_when_the_case_is_on_record(folder: Path) -> None:
    """Each line is answered at once, and what is answered is in the database."""
    with started("complaint", "file", "-", "--data", folder) as talk:
        assert talk.stdin
        assert talk.stdout
        for number in (1, 2):
            talk.stdin.write(lines([{"text": f"Rain n.º {number}"}]))
            talk.stdin.flush()
            case = json.loads(talk.stdout.readline())
            assert case["folio"].endswith(f"-{number:04d}")
            cases = run("complaints", "--json", "--data", folder).done().rows
            assert [row["folio"] for row in cases][-1] == case["folio"]
        talk.stdin.close()
    assert talk.returncode == 0


def test_a_complaint_keeps_its_fields(desk: Path, tmp_path: Path) -> None:
    """From a file with any ending, office by code, time in the office's own zone."""
    file = tmp_path / "book.txt"
    file.write_bytes(
        lines([{
            "id": "save-1", "text": "Closed at 13:00", "name": "Ana", "phone": "+34 955",
            "office": "TAX", "article": "a2", "received_at": "2026-01-02T10:00",
        }])
    )  # fmt: skip
    for _ in range(2):
        (said,) = run("complaint", "file", file, "--data", desk).done().rows
        assert said["id"] == "save-1"
    (case,) = run("complaints", "--json", "--data", desk).done().rows
    assert (case["name"], case["office_name"], case["article_id"]) == ("Ana", "Tax office", "a2")
    assert case["received_at"] == "2026-01-02T09:00:00.000Z"
    assert (case["due_on"], case["folio"]) == (said["due_on"], said["folio"])


def test_a_refused_line_does_not_stop_the_rest(folder: Path) -> None:
    """The good ones are on record, the bad ones named by their line, and the end is 1."""
    given = b'{"text": "one"}\n\nnot json\n{"text": ""}\n{"text": "two"}\n'
    ran = run("complaint", "file", "-", stdin=given, FRONTDESK_DATA=str(folder))
    assert ran.code == 1
    assert len(ran.rows) == 2
    assert [line.split(":")[0] for line in ran.err.splitlines()] == ["3", "4"]


def test_open_cases_are_asked_for(folder: Path) -> None:
    """All cases as they were filed, in JSON or as a table."""
    run("complaint", "file", "-", "--data", folder, stdin=lines([{"text": "a"}, {"text": "b"}]))
    table = run("complaints", "--open", "--data", folder).done().out.splitlines()
    assert [line.split("\t")[2] for line in table] == ["received", "received"]


def test_route_says_where_to_go(desk: Path) -> None:
    """A need leads to the office that serves it."""
    (answer,) = run("route", "a2", "--json", "--data", desk).done().rows
    assert answer["steps"][0]["office"]["name"] == "Tax office"
    assert "Tax office" in run("route", "a2", "--data", desk).done().out
    store = Store(desk)
    with store.write() as tx:
        save(tx, Article("Visa", id="a3", steps=(Step("", "Wait", None),)), now=NOW)
    store.close()
    assert run("route", "visa", "--data", desk).done().out == "\tWait\n"
    assert run("route", "a2", "--at", "whenever", "--data", desk).code == 2


def test_check_backup_and_restore(desk: Path, tmp_path: Path) -> None:
    """What was filed after the backup is taken along, and the desk has a new code."""
    file = tmp_path / "monday.db"
    assert run("check", "--data", desk).done().rows == [{"whole": True}]
    (saved,) = run("backup", file, "--data", desk).done().rows
    assert saved["bytes"] == file.stat().st_size
    (case,) = run("complaint", "file", "-", "--data", desk, stdin=lines([{"text": "a"}])).rows
    (restored,) = run("restore", file, "--data", desk).done().rows
    assert restored["desk"] not in case["folio"]
    assert Path(restored["kept"]).is_file()
    assert [row["folio"] for row in run("complaints", "--json", "--data", desk).rows] == [
        case["folio"]
    ]
    assert run("check", "--data", desk).done().rows == [{"whole": True}]
    run("restore", restored["kept"], "--data", desk).done()
    assert len(run("complaints", "--json", "--data", desk).done().rows) == 1
    assert len(list((desk / "backups").glob("replaced-*.db"))) == 2


def test_check_names_what_was_edited_and_repair_mends_it(folder: Path) -> None:
    """Exit 1 with the fault, then 0."""
    run("complaint", "file", "-", "--data", folder, stdin=lines([{"id": "c1", "text": "a"}]))
    store = Store(folder)
    store.read().execute("UPDATE complaint SET text = 'all is well'")
    store.close()
    ran = run("check", "--data", folder)
    assert ran.rows == [{"fault": "complaint c1: edited by hand"}]
    assert "complaint c1" in ran.refusal()
    assert run("check", "--repair", "--data", folder).done().rows == [{"whole": True}]


def test_data_is_named_before_or_after_the_command(folder: Path) -> None:
    """Or in the environment; the option goes before the environment, the last one counts."""
    for words in (
        ["--data", folder, "check"],
        ["check", "--data", folder],
        ["--data", "nowhere", "check", "--data", folder],
        ["complaint", "--data", folder, "file", os.devnull],
        ["complaint", "file", "--data", folder, os.devnull],
        [f"--data={folder}", "complaints"],
    ):
        run(*words, FRONTDESK_DATA="elsewhere").done()
    run("check", FRONTDESK_DATA=str(folder)).done()


@pytest.mark.parametrize(
    "words",
    [
        ["dance"],
        ["init"],
        ["import", "articles"],
        ["search"],
        ["search", "a", "-n", "0"],
        ["--huh"],
    ],
)
def test_wrong_usage_ends_with_2(folder: Path, words: list[str]) -> None:
    """A command that was not understood did nothing."""
    ran = run(*words, FRONTDESK_DATA=str(folder))
    assert (ran.code, ran.out) == (2, "")
    assert "Usage" in ran.err


def test_help_names_every_command() -> None:
    """And says in one line what each does."""
    shown = run("--help").done().out
    for name in COMMANDS:
        assert f"\n  {name} " in shown
        assert "--data" in run(name, "--help").done().out


def test_the_command_line_speaks_utf_8_whatever_the_system_speaks(desk: Path) -> None:
    """A task scheduler runs with LANG=C; the answers stay readable."""
    bare = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
    for more in ({"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}):
        ran = process("search", "tasas", "--json", "--data", desk, env=bare | more).done()
        assert ran.rows[0]["hits"][0]["title"] == "Año fiscal: pago de tasas"


def test_the_language_of_a_refusal_is_that_of_the_site(tmp_path: Path) -> None:
    """Spanish for a Spanish site, on an English machine."""
    run("init", "--site", "Sede", "--data", tmp_path, "--lang", "es").done()
    assert "ya está preparada" in run("init", "--site", "x", "--data", tmp_path).refusal()


def test_a_reader_that_leaves_early_is_no_fault(folder: Path) -> None:
    """`complaints | head` ends without a traceback."""
    many = lines([{"text": "x" * 2_000} for _ in range(120)])
    run("complaint", "file", "-", "--data", folder, stdin=many)
    with started("complaints", "--json", "--data", folder, stderr=-1) as talk:
        assert talk.stdout
        assert talk.stderr
        talk.stdout.readline()
        talk.stdout.close()
        assert b"Traceback" not in talk.stderr.read()


def test_the_program_starts_from_any_folder(folder: Path, tmp_path: Path) -> None:
    """As a module, with nothing but the environment to tell where the data lies."""
    environment = os.environ | {"FRONTDESK_DATA": str(folder), "PYTHONPATH": str(ROOT)}
    assert process("check", env=environment).done().rows == [{"whole": True}]
