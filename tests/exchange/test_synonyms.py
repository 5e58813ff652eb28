"""The house's own synonyms go out and come in as a list of lines, and work at the next key."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk.core import search
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.store.store import Store
from tests.helpers.command_line import run
from tests.helpers.desks import NOW

LINES = ["chiringuito, kiosko de playa = beach bar", "se fundió > alumbrado"]


@pytest.fixture
def house(folder: Path) -> Path:
    """A desk with one article that its visitors call by another name."""
    store = Store(folder)
    with store.write() as tx:
        articles.put_many(tx, [articles.checked(Article("Alumbrado público", id="a"))], now=NOW)
    store.close()
    return folder


def file(folder: Path, *rows: str) -> Path:
    """A table as Excel writes it, with a column name that an office would choose."""
    path = folder / "ours.csv"
    cells = (row.replace('"', '""') for row in rows)
    path.write_text("Sinónimos\n" + "".join(f'"{cell}"\n' for cell in cells), "utf-8-sig")
    return path


def test_a_line_works_as_soon_as_it_is_there(house: Path, tmp_path: Path) -> None:
    """Nothing is rebuilt; what was not found before is found now."""
    asked = ("search", "chisporrotea", "--data", house)
    assert run(*asked).done().out == ""
    run("import", "synonyms", file(tmp_path, "chisporrotea > alumbrado"), "--data", house).done()
    assert "Alumbrado" in run(*asked).done().out


@pytest.mark.parametrize("ending", ["jsonl", "csv", "xlsx"])
def test_what_goes_out_comes_in_again(house: Path, tmp_path: Path, ending: str) -> None:
    """The same lines in the same order; of its own export everything is known already."""
    run("import", "synonyms", file(tmp_path, *LINES), "--data", house).done()
    out = tmp_path / f"out.{ending}"
    assert run("export", "synonyms", out, "--data", house).done().rows == [{"rows": 2}]
    (counts,) = run("import", "synonyms", out, "--data", house).done().rows
    assert counts == {"new": 0, "changed": 0, "same": 2}
    store = Store(house)
    assert search.house_synonyms(store.read()) == LINES
    store.close()


def test_a_file_is_the_whole_list(house: Path, tmp_path: Path) -> None:
    """A line that is left out is gone; a dry run says so before, and writes nothing."""
    run("import", "synonyms", file(tmp_path, *LINES), "--data", house).done()
    shorter = file(tmp_path, LINES[1], "nuevo, flamante")
    dry = run("import", "synonyms", shorter, "--dry-run", "--data", house).done().rows
    assert [row["status"] for row in dry] == ["same", "new"]
    run("import", "synonyms", shorter, "--data", house).done()
    store = Store(house)
    assert search.house_synonyms(store.read()) == [LINES[1], "nuevo, flamante"]
    store.close()


@pytest.mark.parametrize("text", ["sola", " , ", "a > ", "> b", "=", "x, " * 300 + "y"])
def test_a_line_that_joins_nothing_is_refused(house: Path, tmp_path: Path, text: str) -> None:
    """With its place in the file, and then no line of it is taken."""
    ran = run("import", "synonyms", file(tmp_path, LINES[0], text), "--data", house)
    assert ran.code == 1
    store = Store(house)
    assert search.house_synonyms(store.read()) == []
    store.close()


@pytest.mark.parametrize("name", ["ours.csv", "ours.txt"])
def test_lines_without_a_header_are_a_list_too(house: Path, tmp_path: Path, name: str) -> None:
    """As somebody types them: a comma in a line parts no cells, and the first line counts."""
    (tmp_path / name).write_text(f'{LINES[0]}\n\n{LINES[1]}\n"uno, dos"\n', "utf-8")
    run("import", "synonyms", tmp_path / name, "--data", house).done()
    store = Store(house)
    assert search.house_synonyms(store.read()) == [*LINES, "uno, dos"]
    store.close()
