"""Several desks of head office: each publishes, and all sites end with what each of them did."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import checking, complaints, copies, offices, people, sites
from frontdesk.core.knowledge import articles, freshness
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.core.search import house_synonyms, keep_house_synonyms
from frontdesk.store.store import Store
from frontdesk.sync import identity, joining, releases, restoring
from tests.helpers.branches import meet, on_pc
from tests.helpers.desks import NOW

DAY = date(2026, 12, 24)


def publish(store: Store, *titles: str) -> None:
    """Put articles whose ids are the first letters of their titles."""
    written = [articles.checked(Article(title, id=title[0])) for title in titles]
    with store.write() as tx:
        articles.put_many(tx, written, now=NOW)


def titles(store: Store) -> set[str]:
    """What is published here."""
    return {one.title for one in articles.every(store.read()) if one.state == "published"}


@pytest.fixture
def second(head: Store, tmp_path: Path) -> Iterator[Store]:
    """The folder of head office, copied to another PC, which noticed it."""
    publish(head, "Agua", "Basura", "Zanja")
    with head.write() as tx:
        offices.put_many(tx, [Office("O1", "AGU", "Aguas")], now=NOW)
        offices.serve(tx, [("A", "O1")])
        keep_house_synonyms(tx, ["agua, canilla"])
    meet(tmp_path / "first", head)
    head.close()
    shutil.copytree(head.folder, tmp_path / "second")
    store = Store(tmp_path / "second")
    with on_pc(tmp_path / "state-second"):
        identity.watch(store, now=NOW)
    with store.write() as tx:
        identity.renew(tx, now=NOW)
    yield store
    store.close()


def test_what_two_desks_publish_comes_together(
    head: Store, second: Store, north: Store, share: Path
) -> None:
    """New, changed and taken away at either: everywhere, and then nobody has anything to say."""
    publish(head, "Agua potable", "Calle")
    with head.write() as tx:
        offices.serve(tx, [("B", "O1")])
        offices.close_on(tx, DAY, DAY, office_id="O1", reason="Inventario")
    publish(second, "Basura y reciclaje", "Deuda")
    with second.write() as tx:
        people.put_many(tx, [Person("p1", "", "Ana", office_id="O1")], now=NOW)
        articles.retire(tx, "Z", now=NOW)
        keep_house_synonyms(tx, ["agua, canilla", "basura, residuos"])
    meet(share, head, second, north, times=4)
    for store in (head, second, north):
        assert titles(store) == {"Agua potable", "Basura y reciclaje", "Calle", "Deuda"}
        assert [one.name for one in people.every(store.read())] == ["Ana"]
        assert len(offices.every_closure(store.read(), DAY)) == 1
        assert house_synonyms(store.read()) == ["agua, canilla", "basura, residuos"]
        assert checking.faults(store) == []
    assert len({releases.current(store.read()) for store in (head, second, north)}) == 1
    done = meet(share, head, second, north)
    assert [(one.read, one.written) for one in done] == [(0, 0)] * 3


def test_what_one_desk_changes_the_other_has(head: Store, second: Store, share: Path) -> None:
    """In turns: nothing is united, the last one holds, what was taken away stays away."""
    publish(second, "Basura 2")
    with second.write() as tx:
        tx.execute("DELETE FROM service")
    meet(share, second, head)
    assert titles(head) == {"Agua", "Basura 2", "Zanja"}
    publish(head, "Basura 3")
    meet(share, head, second)
    assert titles(second) == {"Agua", "Basura 3", "Zanja"}
    assert head.read().execute("SELECT count(*) FROM service").fetchone() == (0,)


def test_of_two_edits_of_one_article_both_desks_choose_the_same(
    head: Store, second: Store, share: Path
) -> None:
    """Whose words do not hold is told, and has them among the versions."""
    publish(head, "Agua clara")
    publish(second, "Agua turbia")
    meet(share, head, second, times=3)
    assert titles(head) == titles(second) == {"Agua turbia", "Basura", "Zanja"}
    (line,) = freshness.board(head.read(), "replaced", DAY).lines
    assert line.title == "Agua turbia"
    told = head.read().execute("SELECT content FROM article_version WHERE article_id = 'A'")
    assert any("Agua clara" in content for (content,) in told)


def test_where_nobody_knows_the_beginning_nothing_is_taken_away(
    head: Store, second: Store, tmp_path: Path
) -> None:
    """Each published often while apart: what either has is there."""
    for n in range(4):
        publish(head, f"Calle {n}")
        meet(tmp_path / "one", head)
        publish(second, f"Deuda {n}")
        meet(tmp_path / "two", second)
    meet(tmp_path / "share", head, second, times=3)
    assert titles(head) == titles(second) == {"Agua", "Basura", "Calle 3", "Deuda 3", "Zanja"}


def test_a_second_desk_joins_head_office(head: Store, share: Path, tmp_path: Path) -> None:
    """Invited under head office's own name it gets all there is, publishes and sees each case."""
    publish(head, "Agua")
    with head.write() as tx:
        complaints.file(tx, "No llega el recibo", now=NOW)
        invitation = joining.invite(tx, "Sede Central", now=NOW)
    joining.write(tmp_path / "own.json", invitation)
    store = Store(tmp_path / "beside", create=True)
    with store.write() as tx:
        assert joining.join(tx, joining.read(tmp_path / "own.json"), now=NOW).is_head
    meet(tmp_path / "empty stick", store)
    meet(share, head, store, head, store)
    assert titles(store) == titles(head) == {"Agua"}
    assert [case.text for case in complaints.every(store.read())] == ["No llega el recibo"]
    assert len(sites.branches(store.read())) == 2
    publish(store, "Basura")
    meet(share, store, head)
    assert titles(head) == {"Agua", "Basura"}
    with store.write() as tx, pytest.raises(UserError, match=r"sync\.invited_elsewhere"):
        joining.invite(tx, "Oficina Norte", now=NOW)
    store.close()


def test_a_copy_that_was_brought_back_holds(head: Store, north: Store, share: Path) -> None:
    """Head office restored: articles as in the copy, there and at the branch."""
    publish(head, "Agua")
    file = copies.daily(head, now=NOW).file
    meet(share, head, north)
    publish(head, "Agua sucia", "Error")
    meet(share, head, north)
    head.close()
    restoring.restore(head.folder, file, now=NOW)
    meet(share, head, north, times=2)
    assert titles(head) == titles(north) == {"Agua"}


def test_a_copy_laid_in_place_by_hand_is_filled_again(
    head: Store, north: Store, share: Path
) -> None:
    """Nobody gave up what was published after it."""
    publish(head, "Agua")
    file = copies.daily(head, now=NOW).file
    meet(share, head, north)
    publish(head, "Agua limpia", "Basura")
    meet(share, head, north)
    head.close()
    for old in head.folder.glob("frontdesk.db*"):
        old.unlink()
    shutil.copyfile(file, head.file)
    meet(share, head, north, times=2)
    assert titles(head) == titles(north) == {"Agua limpia", "Basura"}
