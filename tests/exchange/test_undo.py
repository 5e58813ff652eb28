"""An import is taken back as a whole; what was edited here since stays, there and at the next."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.core import imports, offices
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.exchange import importing
from frontdesk.store.store import Store
from tests.helpers.command_line import lines, run
from tests.helpers.desks import NOW, copied

KINDS = ("offices", "articles", "people")
OFFICES = [{"id": "o1", "name": "Registry", "hours": "Mo-Fr 09:00-14:00"}]
ROWS: dict[str, list[dict[str, Any]]] = {
    "offices": OFFICES,
    "articles": [
        {"id": "a1", "title": "Passport", "requirements": ["DNI"],
         "steps": [{"office": "o1", "text": "Hand in", "minutes": 5}]},
        {"id": "a2", "title": "Visa"},
    ],
    "people": [{"id": "p1", "name": "Ana", "office": "o1"}],
}  # fmt: skip


def exported(folder: Path, to: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of a desk by kind."""
    found = {}
    for kind in (*KINDS, "services"):
        run("export", kind, to, "--data", folder).done()
        found[kind] = [json.loads(line) for line in to.read_text().splitlines()]
    return found


def imported(folder: Path, kind: str, rows: list[dict[str, Any]], *words: str) -> dict[str, Any]:
    """What the last line of an import says, and the id of an import that brought something."""
    file = folder.parent / f"{kind}.jsonl"
    file.write_bytes(lines(rows))
    before = run("import", "--list", "--data", folder).done().rows
    told: dict[str, Any] = run("import", kind, file, *words, "--data", folder).done().rows[-1]
    after = run("import", "--list", "--data", folder).done().rows
    return told | ({"import": after[0]["id"]} if len(after) > len(before) else {})


def undone(folder: Path, batch: str) -> dict[str, Any]:
    """What taking an import back says."""
    (told,) = run("import", "--undo", batch, "--data", folder).done().rows
    return dict(told)


TITLES = st.sampled_from(["Passport", "Visa", "Permit", "=1"])
ARTICLES = st.dictionaries(st.sampled_from(["a1", "a2", "a3", "a4"]), TITLES, max_size=4)


@given(ARTICLES, ARTICLES)
def test_after_undo_all_is_as_before(
    template: Path, tmp_path_factory: pytest.TempPathFactory,
    before: dict[str, str], brought: dict[str, str],
) -> None:  # fmt: skip
    """Whatever was there and whatever came: new rows are gone, changed ones as they were."""
    folder = copied(template, tmp_path_factory.mktemp("undo") / "data")
    imported(folder, "articles", [{"id": k, "title": v} for k, v in before.items()])
    held = exported(folder, folder.parent / "out.jsonl")
    told = imported(folder, "articles", [{"id": k, "title": v} for k, v in brought.items()])
    if "import" in told:
        assert undone(folder, told["import"])["kept"] == []
    else:
        assert brought.items() <= before.items()
    assert exported(folder, folder.parent / "out.jsonl") == held
    assert run("check", "--data", folder).code == 0


def test_every_kind_is_taken_back(folder: Path, tmp_path: Path) -> None:
    """The last first, down to an empty desk; twice is refused, and an id that nobody gave."""
    ids = [imported(folder, kind, ROWS[kind])["import"] for kind in KINDS]
    pairs = [{"article": "a1", "office": "o1"}]
    ids.append(imported(folder, "services", pairs)["import"])
    undone(folder, "last")
    for batch in reversed(ids[:-1]):
        undone(folder, batch)
    assert not any(exported(folder, tmp_path / "out.jsonl").values())
    assert "already" in run("import", "--undo", ids[0], "--data", folder).refusal()
    assert "nowhere" in run("import", "--undo", "nowhere", "--data", folder).refusal()


def test_what_somebody_relies_on_is_retired(folder: Path, tmp_path: Path) -> None:
    """An office to which a step leads is not removed under it."""
    batch = imported(folder, "offices", OFFICES)["import"]
    imported(folder, "articles", ROWS["articles"])
    told = undone(folder, batch)
    assert (told["removed"], told["retired"]) == (0, 1)
    (office,) = exported(folder, tmp_path / "out.jsonl")["offices"]
    assert office["retired"] is True


def edit(folder: Path, article_id: str, **fields: str) -> None:
    """Edit an article at the desk."""
    store = Store(folder)
    with store.write() as tx:
        article = articles.get(tx.db, article_id)
        assert article
        articles.save(tx, replace(article, **fields), now=NOW)  # type: ignore[arg-type]
    store.close()


def title(folder: Path, article_id: str) -> str:
    """The title of an article now."""
    store = Store(folder)
    article = articles.get(store.read(), article_id)
    store.close()
    return article.title if article else ""


def test_what_was_edited_since_stays_when_an_import_is_undone(folder: Path) -> None:
    """It is named, and only the rest is taken back."""
    batch = imported(folder, "articles", [ROWS["articles"][1], {"id": "a3", "title": "Permit"}])
    edit(folder, "a2", title="Visa for work")
    told = undone(folder, batch["import"])
    assert (told["removed"], told["kept"]) == (1, ["Visa for work"])
    assert title(folder, "a2") == "Visa for work"
    assert title(folder, "a3") == ""


def test_a_later_import_keeps_what_was_edited_here(folder: Path) -> None:
    """Also where the file changed it, until somebody says to take the file's."""
    rows = [{"id": "a2", "title": "Visa"}, {"id": "a3", "title": "Permit"}]
    imported(folder, "articles", rows)
    edit(folder, "a2", title="Visa for work")
    told = imported(folder, "articles", rows)
    assert (told["changed"], told["edited"]) == (0, 1)
    rows = [{"id": "a2", "title": "Visa, new"}, {"id": "a3", "title": "Permit, new"}]
    file = folder.parent / "articles.jsonl"
    file.write_bytes(lines(rows))
    dry = run("import", "articles", file, "--dry-run", "--data", folder).done()
    assert [row["status"] for row in dry.rows] == ["edited", "changed"]
    told = imported(folder, "articles", rows)
    assert (told["changed"], told["edited"]) == (1, 1)
    assert (title(folder, "a2"), title(folder, "a3")) == ("Visa for work", "Permit, new")
    assert imported(folder, "articles", rows, "--overwrite")["changed"] == 1
    assert title(folder, "a2") == "Visa, new"


def test_an_article_made_here_is_updated_by_a_first_import(folder: Path) -> None:
    """Nothing was imported that could have been edited."""
    store = Store(folder)
    with store.write() as tx:
        articles.save(tx, Article("Visa", id="a2"), now=NOW)
    store.close()
    assert imported(folder, "articles", [{"id": "a2", "title": "Visa, new"}])["changed"] == 1


def test_an_import_that_fails_is_not_noted(store: Store, tmp_path: Path) -> None:
    """All of it or nothing, its note too."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(lines(OFFICES))
    plan = importing.judge(store, "offices", file)
    real = offices.put_many

    def fail(*words: Any, **named: Any) -> int:
        real(*words, **named)
        raise RuntimeError("the power fails here")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(offices, "put_many", fail)
        with pytest.raises(RuntimeError):
            importing.apply(store, plan, now=NOW)
    assert imports.batches(store.read()) == []
    assert importing.apply(store, plan, now=NOW).batch
    assert [(b.kind, b.file, b.new) for b in imports.batches(store.read())] == [
        ("offices", "a.jsonl", 1)
    ]
