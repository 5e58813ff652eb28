"""The legal fields: which are missing and by when, filled in one by one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, folding
from frontdesk.core.complaints import legal, life
from frontdesk.store.store import Store

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


@pytest.fixture
def peru(store: Store) -> Store:
    """A desk under Peru's rules for private providers."""
    with store.write() as tx:
        tx.execute("UPDATE site SET country = 'PE', region = '', zone = 'America/Lima'")
    return store


def test_what_the_form_asks_is_missing_until_it_is_filled_in(peru: Store) -> None:
    """The row's own fields count as given, one contact serves for the other, the rest is told."""
    with peru.write() as tx:
        case = complaints.file(tx, "El producto vino roto", kind="claim", name="Ana", now=NOW)
    before = {one.field.code: one.by_on for one in legal.missing(peru.read(), case.id)}
    assert {"person_id", "person_address", "signature"} <= set(before)
    assert not {"text", "person_name", "folio", "kind"} & set(before)
    assert before["person_id"] == case.acknowledge_by
    with peru.write() as tx:
        legal.fill_in(tx, case.id, {"person_id": " 4567 ", "person_address": "Av. 1"}, now=NOW)
        legal.fill_in(tx, case.folio, {"person_address": ""}, now=NOW)
        folding.rebuild(tx)
    after = {one.field.code for one in legal.missing(peru.read(), case.id)}
    assert set(before) - after == {"person_id"}
    found = complaints.get(peru.read(), case.id)
    assert legal.given(peru.read(), found)["person_id"] == "4567"


def test_the_fields_of_the_answer_are_needed_by_the_due_day(store: Store) -> None:
    """Colombia: the decision is missing until there is an answer."""
    with store.write() as tx:
        tx.execute("UPDATE site SET country = 'CO', region = '', zone = 'America/Bogota'")
        case = complaints.file(tx, "No contestan", now=NOW)
    missing = {one.field.code: one.by_on for one in legal.missing(store.read(), case.id)}
    assert missing["decision"] == case.due_on
    with store.write() as tx:
        life.answer(tx, case.id, "Se atiende desde hoy", now=NOW)
    left = {one.field.code for one in legal.missing(store.read(), case.id)}
    assert left == {"analysis", "signature"}


def test_the_parent_is_asked_for_only_where_somebody_speaks_for_the_person(peru: Store) -> None:
    """Then the name is there already."""
    with peru.write() as tx:
        case = complaints.file(tx, "A mi hijo le vendieron otro", on_behalf="su madre", now=NOW)
    assert "parent_name" not in {one.field.code for one in legal.missing(peru.read(), case.id)}


def test_a_field_that_the_rules_do_not_have_is_refused(peru: Store) -> None:
    """A typing slip of a form is no data."""
    with peru.write() as tx:
        case = complaints.file(tx, "x", now=NOW)
    with pytest.raises(UserError) as refused, peru.write() as tx:
        legal.fill_in(tx, case.id, {"shoe_size": "42"}, now=NOW)
    assert refused.value.code == "complaint.no_field"
