"""What is held on a person: found by whatever they say, erased unless the law keeps it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, contacts, drafts, phone, privacy, promises
from frontdesk.core.complaints import life
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def visited(store: Store) -> Store:
    """Rosa was here once, complained and was promised a call; Luis was here too."""
    with store.write() as tx:
        contacts.name_visitor(tx, "Rosa Vidal Gómez", now=NOW)
        complaints.file(
            tx, "No llega el recibo", name="Rosa Vidal", phone="+34 600 111 222", at_desk=True,
            now=NOW,
        )  # fmt: skip
        contacts.close(tx, now=NOW)
        promises.make(
            tx, "Llamar por el recibo", due_at=NOW + timedelta(days=1), to_whom="Rosa Vidal",
            now=NOW,
        )  # fmt: skip
        phone.log(tx, "answered", note="Rosa Vidal pregunta por su recibo", now=NOW)
        complaints.file(tx, "Mucha cola", name="Luis Rosado", now=NOW)
    return store


def nouns(store: Store, asked: str) -> list[str]:
    """What is found, by its nouns."""
    return sorted(held.noun for held in privacy.find(store.read(), asked))


@pytest.mark.parametrize("asked", ["Rosa Vidal", "vidal rosa", "ROSA  vidal"])
def test_a_name_finds_all_that_tells_of_it(visited: Store, asked: str) -> None:
    """In any order and case; nobody of a similar name."""
    assert nouns(visited, asked) == ["complaint", "contact", "phone_call", "promise"]


def test_a_phone_finds_the_complaint_and_its_visit(visited: Store) -> None:
    """However it was written; the visit is theirs although it has no phone."""
    assert nouns(visited, "600111222") == ["complaint", "contact"]


def test_a_folio_finds_its_complaint(visited: Store) -> None:
    """As a receipt names it."""
    folio = next(complaints.every(visited.read())).folio
    assert "complaint" in nouns(visited, folio.lower())


@pytest.mark.parametrize("asked", ["", "ro", "60011"])
def test_too_little_is_refused(visited: Store, asked: str) -> None:
    """Two letters would name half the town."""
    with pytest.raises(UserError) as refused:
        privacy.find(visited.read(), asked)
    assert refused.value.code == "privacy.too_short"


def test_an_open_complaint_stays_and_the_rest_goes(visited: Store) -> None:
    """The report says what is kept and why; who asks again finds only that."""
    with visited.write() as tx:
        outcomes = privacy.erase(tx, privacy.find(tx.db, "Rosa Vidal"), now=NOW)
    assert {one.held.noun: one.kept for one in outcomes} == {
        "complaint": "open", "contact": "", "promise": "", "phone_call": "",
    }  # fmt: skip
    assert nouns(visited, "Rosa Vidal") == ["complaint", "contact"]
    visits = visited.read().execute("SELECT visitor FROM contact").fetchall()
    assert visits == [("",)]


def test_a_settled_complaint_goes_where_no_law_keeps_it(visited: Store) -> None:
    """The case stays counted under its folio, without a person and without a text."""
    case = next(complaints.every(visited.read()))
    with visited.write() as tx:
        life.close(tx, case.id, "Se envió", now=NOW)
    why, until_on = privacy.holdings.kept_until(visited.read(), case.id)
    late = datetime.fromisoformat(f"{until_on}T12:00:00+00:00") if why == "law" else NOW
    with visited.write() as tx:
        outcomes = privacy.erase(tx, privacy.find(tx.db, case.folio), now=late)
    assert all(not one.kept for one in outcomes)
    left = complaints.get(visited.read(), case.id)
    assert (left.folio, left.name, left.text, left.phone) == (case.folio, "", "", "")


def test_a_draft_that_names_who_was_erased_goes_too(visited: Store) -> None:
    """What was being typed about them is not left in the file; another's draft stays."""
    with visited.write() as tx:
        drafts.save(tx, "complaint", {"text": "Otra vez", "name": "rosa VIDAL"}, now=NOW)
        drafts.save(tx, "promise", {"what": "Llamar a Luis Rosado"}, now=NOW)
    with visited.write() as tx:
        privacy.erase(tx, privacy.find(tx.db, "Rosa Vidal"), now=NOW)
    db = visited.read()
    assert (drafts.load(db, "complaint"), len(drafts.load(db, "promise"))) == ({}, 1)
