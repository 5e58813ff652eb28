"""Roles: each operation of core asks who may, or stands in the list of what everyone may do."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk import core
from frontdesk.base.errors import UserError
from frontdesk.base.sentences import sentence
from frontdesk.core import complaints, contacts, people, promises, roles
from frontdesk.core.complaints import life
from frontdesk.core.people import Person
from frontdesk.core.roles import NOBODY, PERMISSIONS, ROLES
from frontdesk.store import events
from frontdesk.store.store import Actor, Store
from tests.helpers.desks import NOW

# What everyone at the desk may do, by module. A new operation is either here, or asks its role.
EVERYONE = {
    "absences": "away withdraw",
    "accounts.entering": "recover sign_in",
    "attachments": "add remove",
    "bounces": "mark second_referral came_back withdraw",
    "complaints.attachments": "attach detach attach_drafted",
    "complaints.board": "save_view drop_view",
    "complaints.causes": "open_cause rename categorise ask_why act settle take_up",
    "complaints.filing": "file",
    "complaints.guidance": "show_guidance",
    "complaints.joining": "join part",
    "complaints.legal": "fill_in",
    "complaints.life": (
        "acknowledge assess investigate answer close reopen hand_over note contacted correct "
        "ask_remedy offer_remedy accept_remedy rate take_back"
    ),
    "conflicts": "settle",
    "contacts": "begin begin_in_house note name_visitor close finish reopen",
    "drafts": "save hand_in clear forget_naming",
    "expected": "announce check_in host_told cancel",
    "knowledge.review": "send",
    "offices": "close_on",
    "phone": "log withdraw",
    "promises": "make left_unhappy settle reopen",
    "queue.arrivals": "enter give_priority close_of_day",
    "queue.sending": "send take_back",
    "queue.service": (
        "call_next recall start done hold resume no_show left wrong_office came_back transfer"
    ),
    "queue.undoing": "put_back",
    "routing.slips": "issue_slip withdraw",
    "search.choices": "chosen",
    "spelling": "add",
    "voice": "not_found customer_told not_helped withdraw",
    "complaints.handing": "hand_to_site",
}
# What no one asks for by itself: the pieces of operations, and what the machine does.
PIECES = {
    "accounts.keeping": "store",
    "attachments": "keep put sweep",
    "bounces": "fold",
    "complaints.cases": "fold",
    "complaints.causes": "fold",
    "complaints.steps": "happen",
    "complaints.terms": "judged",
    "complaints.words": "put drop",
    "contacts": "record fold fold_first",
    "edits": "note",
    "expected": "fold",
    "folding": "fold refold fold_first rebuild faults",
    "gaps.closings": "fold",
    "knowledge.drafting": "note_replaced",
    "knowledge.review": "done",
    "offices": "put_closures",
    "phone": "fold",
    "promises": "fold",
    "queue.arrivals": "end_errand go_on leave_house",
    "queue.sharing": "claim drop_former note_changes retell rival_told take",
    "queue.tickets": "move begin_stage follow_place take_place",
    "queue.versions": "confirm doubt following taken write",
    "roles": "require keep_an_admin",
    "routing.slips": "take_number fold",
    "search.choices": "forget_choices keep_choices",
    "search.index": "put drop rebuild",
    "sites": "renew_writer",
    "stages": "unfold clear clear_folded fold",
    "voice": "fold",
}
# Who may depends on what is asked; each has a test of its own.
DEPENDS = {
    "complaints.life": "restrict",
    "knowledge.articles": "save",  # anybody drafts, leads publish
    "knowledge.drafting": "save",
    "knowledge.life": "move",
    "knowledge.review": "drop",  # one's own, or who publishes
    "knowledge.versions": "restore",
}


class Untouched:
    """A transaction in which nothing may happen."""

    def __init__(self, role: str) -> None:
        self.actor = Actor("somebody", role)

    def __getattr__(self, name: str) -> object:
        raise AssertionError(f"tx.{name} was used before the role was asked")


def operations() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of core that writes, under `module.name`."""
    for info in pkgutil.walk_packages(core.__path__, "frontdesk.core."):
        module = importlib.import_module(info.name)
        for name, found in vars(module).items():
            is_own = inspect.isfunction(found) and found.__module__ == info.name
            if is_own and not name.startswith("_") and "tx" in inspect.signature(found).parameters:
                yield f"{info.name.removeprefix('frontdesk.core.')}.{name}", found


OPERATIONS = dict(operations())


def listed(names: dict[str, str]) -> set[str]:
    """The operations of a list, each with its module."""
    return {f"{module}.{name}" for module, found in names.items() for name in found.split()}


GUARDED = sorted(set(OPERATIONS) - listed(EVERYONE) - listed(PIECES) - listed(DEPENDS))


def refused(call: Callable[..., Any], role: str) -> bool:
    """Tell whether an operation refuses a role before it looks at anything it is given."""
    given = [
        p for p in list(inspect.signature(call).parameters.values())[1:] if p.default is p.empty
    ]
    args = [object() for p in given if p.kind is p.POSITIONAL_OR_KEYWORD]
    named = {p.name: object() for p in given if p.kind is p.KEYWORD_ONLY}
    try:
        call(Untouched(role), *args, **named)
    except UserError as error:
        return error.code == "role.needed"
    except Exception:  # noqa: BLE001 - what is given is no use: only the refusal counts
        return False
    return False


@pytest.mark.parametrize("name", GUARDED)
def test_an_operation_asks_the_role_before_anything_else(name: str) -> None:
    """Whoever may not is refused at once; the roles that are not refused are a row of the table."""
    may = {role for role in ROLES if not refused(OPERATIONS[name], role)}
    assert refused(OPERATIONS[name], ""), "list it in EVERYONE, or let it call roles.require"
    assert may in [set(row) for row in PERMISSIONS.values()]


@pytest.mark.parametrize("name", sorted(listed(EVERYONE)))
def test_what_everyone_may_do_is_refused_to_no_role(name: str) -> None:
    """The list of what everyone may do names operations that are there and ask no role."""
    assert not any(refused(OPERATIONS[name], role) for role in ROLES)


def test_the_lists_name_what_is_there() -> None:
    """No list of operations has outlived one of them, and none stands in two lists."""
    lists = [listed(EVERYONE), listed(PIECES), listed(DEPENDS)]
    assert set().union(*lists) <= set(OPERATIONS)
    assert sum(map(len, lists)) == len(set().union(*lists))


def test_every_row_of_the_table_is_asked_for() -> None:
    """A permission that no operation asks for would be a promise that nobody keeps."""
    sources = "".join(
        inspect.getsource(importlib.import_module(info.name))
        for info in pkgutil.walk_packages(core.__path__, "frontdesk.core.")
    )
    assert [one for one in PERMISSIONS if f'require(tx, "{one}")' not in sources] == []


@given(role=st.sampled_from(["", *ROLES]), operation=st.sampled_from(sorted(PERMISSIONS)))
def test_only_the_roles_of_the_row_may(role: str, operation: str) -> None:
    """The table alone decides; the machine itself may everything, a locked desk nothing of it."""
    assert roles.may(Actor("p", role), operation) == (role in PERMISSIONS[operation])
    assert roles.may(None, operation)
    assert not roles.may(NOBODY, operation)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_refusal_says_who_may(lang: str) -> None:
    """One sentence, in the reader's language, with the role to ask."""
    texts = {sentence(roles.refusal(allowed), lang) for allowed in (roles.ADMINS, roles.LEADS)}
    assert len(texts) == 2
    assert all("{" not in text and "Ctrl+U" in text for text in texts)


def test_a_refused_operation_leaves_nothing_behind(store: Store) -> None:
    """A receptionist cannot change the staff; the same call by an admin does."""
    person = Person("", "", "Ana Ruiz", role="manager")
    store.actor = Actor("r", "receptionist")
    with pytest.raises(UserError, match=r"role\.needed"), store.write() as tx:
        people.put_many(tx, [person], now=NOW)
    assert people.every(store.read()) == []
    store.actor = Actor("a", "admin")
    with store.write() as tx:
        assert people.put_many(tx, [person], now=NOW) == 1


def test_everyone_may_restrict_a_case_and_only_some_lift_it(store: Store) -> None:
    """Protecting a person waits for nobody; uncovering one is for who answers for it."""
    with store.write() as tx:
        case = complaints.file(tx, "Me gritaron en la caja", now=NOW)
    store.actor = Actor("r", "receptionist")
    with store.write() as tx:
        assert life.restrict(tx, case.id, restricted=True, now=NOW).restricted == 1
    with pytest.raises(UserError, match=r"role\.needed"), store.write() as tx:
        life.restrict(tx, case.id, restricted=False, now=NOW)
    store.actor = Actor("m", "manager")
    with store.write() as tx:
        assert life.restrict(tx, case.id, restricted=False, now=NOW).restricted == 0


def test_what_is_done_tells_who_did_it(store: Store) -> None:
    """Events carry the id of who was signed in, and none where the machine or nobody did it."""
    with store.write() as tx:
        promises.make(tx, "Llamar", due_at=NOW, now=NOW)
    store.actor = Actor("p-1", "receptionist")
    with store.write() as tx:
        contacts.note(tx, "looked_up", label="licencia", now=NOW)
        contacts.close(tx, now=NOW)
    store.actor = NOBODY
    with store.write() as tx:
        promises.make(tx, "Avisar", due_at=NOW, now=NOW)
    told = {e.kind: (e.body or {}).get("by") for e in events.in_order(store.read())}
    assert told["contact.closed"] == "p-1"
    assert told["promise.made"] is None
    assert list(events.faults(store.read())) == []


def test_a_thread_may_act_for_another(store: Store) -> None:
    """What was asked for by one user is written under their name after the change of user."""
    asked, now_here = Actor("a", "admin"), Actor("b", "receptionist")
    store.actor = now_here
    with store.acting_as(asked), store.acting_as(None):
        assert store.actor is None
    with store.acting_as(asked), store.write() as tx:
        assert tx.actor == asked
    assert store.actor == now_here
