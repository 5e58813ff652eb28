"""Each `UserError` has its sentence, in every language, with the details that the code gives it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

import frontdesk
from frontdesk.base.sentences import written

SOURCES = sorted(Path(frontdesk.__file__).parent.rglob("*.py"))
LANGUAGES = ("en", "es")
CODE = re.compile(r"[a-z_]+\.(?!(?:db|ini|lock|log|png|qss|svg|toml)$)[a-z_]+")


@dataclass(frozen=True, slots=True)
class Raised:
    """One place where a UserError is made; `details` is None where they are not spelled out."""

    place: str
    codes: frozenset[str]
    details: frozenset[str] | None


def gaps(text: str) -> set[str]:
    """The names in braces of a sentence."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def constants(node: ast.AST) -> frozenset[str]:
    """The error codes that stand in a piece of code as they are."""
    found = (n.value for n in ast.walk(node) if isinstance(n, ast.Constant))
    return frozenset(v for v in found if isinstance(v, str) and CODE.fullmatch(v))


def raised(path: Path) -> Iterator[Raised]:
    """Where a module makes a UserError; a code in a variable may be any code of the module."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and _is_user_error(node.func) and node.args):
            continue
        names = [keyword.arg for keyword in node.keywords]
        yield Raised(
            f"{path.name}:{node.lineno}",
            constants(node.args[0]) or constants(tree),
            None if None in names else frozenset(n for n in names if n is not None),
        )


def _is_user_error(function: ast.expr) -> bool:
    return "UserError" in (getattr(function, "id", ""), getattr(function, "attr", ""))


def every_raise() -> list[Raised]:
    """Where the program makes a UserError."""
    return [place for path in SOURCES for place in raised(path)]


def test_every_error_has_a_sentence_in_every_language() -> None:
    """A code that the program raises stands in the catalogue of each language."""
    places = every_raise()
    assert places
    missing = {
        f"{lang} {code} ({place.place})"
        for lang in LANGUAGES
        for place in places
        for code in place.codes
        if code not in written(lang)
    }
    assert missing == set()


def test_the_languages_say_the_same_things() -> None:
    """Both catalogues hold the same codes, with the same gaps to fill."""
    english, spanish = (
        {code: gaps(text) for code, text in written(lang).items()} for lang in LANGUAGES
    )
    assert english == spanish


def test_a_sentence_has_no_gap_that_the_code_leaves_open() -> None:
    """Where a code is raised with its details spelled out, they fill every gap of its sentence."""
    open_gaps = {
        f"{code} ({place.place}): {gap}"
        for place in every_raise()
        if place.details is not None and len(place.codes) == 1
        for code in place.codes
        for gap in gaps(written("en").get(code, "")) - place.details
    }
    assert open_gaps == set()
