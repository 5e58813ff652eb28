"""Every event that the program writes can be told, in every language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

import frontdesk
from frontdesk.base.sentences import written
from frontdesk.core import contacts
from frontdesk.core.audit import Change, Entry
from frontdesk.core.complaints.course import MOVES
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.people import Person
from frontdesk.core.sites import Site
from frontdesk.exchange.telling import Teller, ids

LANGUAGES = ("en", "es")
SOURCES = sorted(Path(frontdesk.__file__).parent.rglob("*.py"))
# Kinds whose noun or step is in a variable where they are appended, and what it may be there.
OPEN = {
    "{noun}.changed": ("office.changed", "person.changed", "site.changed"),
    "{noun}.attached": ("article.attached",),
    "{noun}.detached": ("article.detached",),
    "cause.{step}": (
        "cause.opened", "cause.changed", "cause.action_set", "cause.action_settled",
        "cause.action_taken_up",
    ),
    "kind": tuple(f"complaint.{step}" for step in MOVES),
}  # fmt: skip


def shape(node: ast.expr, known: dict[str, str]) -> str:
    """The kind as the code gives it: a text, or one with names in braces."""
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else f"{{{ast.unparse(part.value)}}}"
            for part in node.values
            if isinstance(part, ast.Constant | ast.FormattedValue)
        )
    return str(node.value) if isinstance(node, ast.Constant) else known.get(node.id, node.id)  # type: ignore[attr-defined]


def constants(tree: ast.Module) -> dict[str, str]:
    """The names that a module gives to texts."""
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            pairs = [(node.targets[0], node.value)]
            if isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(node.targets[0].elts, node.value.elts, strict=True))
            for name, value in pairs:
                if isinstance(name, ast.Name) and isinstance(value, ast.Constant):
                    found[name.id] = str(value.value)
    return found


def appended() -> Iterator[str]:
    """Every kind of event that is appended anywhere in the program."""
    for path in SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "append"
                and len(node.args) == 4
            ):
                told = shape(node.args[0], constants(tree))
                yield from OPEN.get(told, (told,))


def entry(kind: str, **values: object) -> Entry:
    """Something that was done."""
    changes = tuple(values.pop("changes", ()))  # type: ignore[call-overload]
    return Entry(
        1, "e1", "2026-11-23T09:30:00.000Z", "p1", "AR", "", True, kind.partition(".")[0], kind,
        "x1", "AGU", changes, values, False,
    )  # fmt: skip


def test_every_kind_of_event_has_its_sentence() -> None:
    """Also those whose noun or step stands in a variable; and the record has a word."""
    kinds = set(appended()) | {"erase"}
    assert len(kinds) > 60
    assert not [kind for kind in kinds if "{" in kind or (kind != "erase" and "." not in kind)]
    missing = {
        f"{lang} {kind}"
        for lang in LANGUAGES
        for kind in kinds
        if f"audit.{kind.replace('.', '_')}" not in written(lang)
        or f"audit_noun.{kind.partition('.')[0]}" not in written(lang)
    }
    assert missing == set()


@pytest.mark.parametrize("record", [Article, Office, Person, Site])
def test_every_field_of_a_record_has_its_word(record: type) -> None:
    """What a form can change is told by the word that people know."""
    told = {field.name for field in fields(record)} - {"id", "changed_at"}
    for lang in LANGUAGES:
        assert [name for name in told if f"audit_field.{name}" not in written(lang)] == []


def test_a_change_is_told_with_both_values() -> None:
    """Field, before and after; the names of records in the place of their ids."""
    changed = entry("office.changed", changes=[Change("hours", "9-14", "9-13")])
    assert Teller("es", "UTC").said(changed) == "cambió la oficina: Horario: 9-14 → 9-13"
    moved = entry("person.changed", changes=[Change("office_id", "o1", "o2")])
    named = Teller("en", "UTC", {"o1": "Registry", "o2": "Water"})
    assert named.said(moved) == "changed the person: Office: Registry → Water"
    assert ids([moved]) >= {"o1", "o2"}
    gone = entry("synonyms.changed", changes=[Change("line", "ID = card", "")])
    assert named.said(gone) == "changed the synonyms: Line: ID = card → nothing"
    silent = entry("person.changed", changes=[Change("phone", "", "", is_told=False)])
    assert named.said(silent) == "changed the person: Telephone"
    assert list(named.details(silent, silent.changes)) == [("Telephone", "", "changed")]


@pytest.mark.parametrize(
    ("kind", "values", "said"),
    [
        ("complaint.annulled", {"reason": "doble"}, "anuló la queja: doble"),
        ("complaint.reopened", {}, "reabrió la queja"),
        ("complaint.extended", {"until": "2026-12-01"}, "amplió el plazo hasta 01/12/2026"),
        ("promise.made", {"what": "llamar"}, "prometió: llamar"),
        ("cause.action_set", {"what": "pintar", "owner": "Ana", "due_on": "2026-12-01"},
         "fijó una acción: pintar (Ana, 01/12/2026)"),
        ("article.changed", {"code": "A", "state": "published", "was": "draft"},
         "cambió el artículo: Estado: Publicado; Estado anterior: Borrador"),
    ],
)  # fmt: skip
def test_what_was_done_is_a_plain_sentence(kind: str, values: dict[str, object], said: str) -> None:
    """Codes and days in words; a gap that was left open leaves no trace."""
    assert Teller("es", "UTC").said(entry(kind, **values)) == said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_visit_is_made_of_is_told_in_words(lang: str) -> None:
    """No code of an entry, an outcome or a channel is shown as it is stored."""
    codes = (*contacts.ENTRIES, *contacts.OUTCOMES, *contacts.CHANNELS)
    teller = Teller(lang, "UTC")
    assert [code for code in codes if teller.value(code) == code] == []


def test_a_kind_of_a_newer_program_is_told_by_its_name() -> None:
    """What another desk's program tells is shown, even where this one has no words for it."""
    assert Teller("es", "UTC").said(entry("future.happened", x="1")) == "future.happened"


def test_words_find_the_kinds_that_say_them() -> None:
    """With or without accents."""
    assert Teller("es", "UTC").kinds_saying("anulo la queja") == ("complaint.annulled",)
    assert Teller("es", "UTC").kinds_saying("") == ()
