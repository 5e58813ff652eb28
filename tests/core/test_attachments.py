"""Papers of whatever noun: added, listed in their order, taken away, written into a file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import attachments, folding
from frontdesk.core.attachments import DRAFT
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_papers_of_an_article_outlive_a_rebuild(store: Store) -> None:
    """They come from no event, and are noted in the log all the same; a draft's are not."""
    with store.write() as tx:
        attachments.add(tx, "article", "A1", b"form", "formulario.pdf", now=NOW)
        attachments.add(tx, "article", "A1", b"map", "C:\\casa\\plano.png", now=NOW)
        attachments.add(tx, DRAFT, "A1", b"half", "borrador.txt", now=NOW)
        folding.rebuild(tx)
    papers = attachments.of(store.read(), "article", "A1")
    assert [(p.position, p.name) for p in papers] == [(0, "formulario.pdf"), (1, "plano.png")]
    told = store.read().execute("SELECT kind FROM event WHERE entity = 'A1'").fetchall()
    assert told == [("article.attached",)] * 2


def test_a_paper_taken_away_leaves_its_place_empty(store: Store) -> None:
    """The order of the others stays; the content goes with the last that has it."""
    with store.write() as tx:
        first = attachments.add(tx, "article", "A1", b"form", "formulario.pdf", now=NOW)
        attachments.add(tx, "article", "A1", b"map", "plano.png", now=NOW)
        attachments.add(tx, DRAFT, "A2", b"form", "otro.pdf", now=NOW)
        attachments.remove(tx, "article", "A1", first.sha256, now=NOW)
        attachments.add(tx, "article", "A1", b"list", "lista.txt", now=NOW)
    names = [p.name for p in attachments.of(store.read(), "article", "A1")]
    assert names == ["plano.png", "lista.txt"]
    assert attachments.content(store.read(), first.sha256) == b"form"
    with store.write() as tx:
        attachments.remove(tx, DRAFT, "A2", first.sha256, now=NOW)
    assert attachments.content(store.read(), first.sha256) is None


def test_a_paper_is_written_as_it_came_in(store: Store, tmp_path: Path) -> None:
    """To the byte; one whose content is elsewhere, or a folder that is not there, is told."""
    with store.write() as tx:
        paper = attachments.add(tx, "article", "A1", b"\x00form\xff", "formulario.pdf", now=NOW)
    db = store.read()
    saved = attachments.save_as(db, paper.sha256, tmp_path / "copia.pdf")
    assert saved.read_bytes() == b"\x00form\xff"
    with pytest.raises(UserError) as refused:
        attachments.save_as(db, "elsewhere", tmp_path / "copia.pdf")
    assert refused.value.code == "attachment.elsewhere"
    with pytest.raises(UserError) as refused:
        attachments.save_as(db, paper.sha256, tmp_path / "nowhere" / "copia.pdf")
    assert refused.value.code == "printing.unwritable"


def test_one_hears_how_far_the_reading_is_and_can_stop_it(tmp_path: Path) -> None:
    """Each mebibyte is told; what the listener raises ends the reading."""
    file = tmp_path / "grande.bin"
    file.write_bytes(bytes(5 << 19))
    told: list[tuple[int, int]] = []
    attachments.read_file(file, lambda done, of: told.append((done, of)))
    assert told == [(1 << 20, 5 << 19), (2 << 20, 5 << 19), (5 << 19, 5 << 19)]

    def stop(_done: int, _of: int) -> None:
        raise InterruptedError

    with pytest.raises(UserError):
        attachments.read_file(file, stop)
