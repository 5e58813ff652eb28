"""What a blank complaint form offers, and the draft that goes with what it becomes."""

from __future__ import annotations

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, contacts, drafts, offices
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.store.store import Store
from tests.helpers.desks import NOW

DRAFT = {"text": "Half a sentence"}


@pytest.fixture
def served(store: Store) -> Store:
    """Two articles: one served by one office, one by two."""
    rows = [Article(id=f"a-{n}", kind="service", lang="en", title=f"Article {n}") for n in (1, 2)]
    with store.write() as tx:
        offices.put_many(tx, [Office("o-1", "A", "Water"), Office("o-2", "B", "Register")], now=NOW)
        articles.put_many(tx, rows, now=NOW)
        offices.serve(tx, [("a-1", "o-1"), ("a-2", "o-1"), ("a-2", "o-2")])
    return store


@pytest.mark.parametrize(
    ("article_id", "office_id", "proposed"),
    [("a-1", "", "o-1"), ("a-2", "", ""), ("", "", ""), ("a-1", "o-2", "o-2")],
)
def test_the_office_is_proposed_where_there_is_one(
    served: Store, article_id: str, office_id: str, proposed: str
) -> None:
    """The office on the table, else the only one that serves the article; never a guess of two."""
    blank = complaints.blank(served.read(), article_id=article_id, office_id=office_id, now=NOW)
    assert blank.office_id == proposed
    assert [office.name for office in blank.offices] == ["Register", "Water"]


def test_the_kinds_are_those_of_the_rules_in_use(store: Store) -> None:
    """One of them is the default, and a form that names none files under it."""
    blank = complaints.blank(store.read(), now=NOW)
    assert blank.default_kind in {kind.code for kind in blank.kinds}
    with store.write() as tx:
        assert complaints.file(tx, "No answer", now=NOW).kind == blank.default_kind


def test_the_visitor_of_the_open_contact_is_proposed(store: Store) -> None:
    """Without a contact nobody is."""
    assert complaints.blank(store.read(), now=NOW).visitor == ""
    with store.write() as tx:
        contacts.name_visitor(tx, "Ana Ruiz", now=NOW)
    assert complaints.blank(store.read(), now=NOW).visitor == "Ana Ruiz"


def test_a_draft_goes_with_what_it_becomes(store: Store) -> None:
    """Handed in, the case is on record and the draft gone; refused, the other way round."""
    with store.write() as tx:
        drafts.save(tx, "complaint", DRAFT, now=NOW)
    with pytest.raises(UserError), store.write() as tx:
        drafts.hand_in(tx, "complaint", complaints.file, "", now=NOW)
    assert drafts.load(store.read(), "complaint") == DRAFT
    with store.write() as tx:
        case = drafts.hand_in(tx, "complaint", complaints.file, "No answer", now=NOW)
    assert drafts.load(store.read(), "complaint") == {}
    assert complaints.get(store.read(), case.id) == case
