"""A text of frequent questions as an article each: that is how they are asked at the desk."""

from __future__ import annotations

import re
import uuid
from collections import Counter
from typing import Any

from frontdesk.base.text import fold, line

_FREQUENT = re.compile(
    r"\bpreguntas (?:mas )?frecuentes\b|\bpreguntas y respuestas\b|\bfaqs?\b"
    r"|\bfrequently asked questions\b|\bquestions and answers\b"
)
_ASKED = re.compile(r"^(#{1,6}|\*\*)[ \t]*(¿?[^\n]*?\?)[ \t#.:]*(?:\*\*)?[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})[ \t]+\S", re.MULTILINE)
_MARKS = re.compile(r"[*`]|\\(?=[^\w\s])")
_LEAST = 2

Row = dict[str, Any]


def apart(row: Row, name: str) -> list[Row]:
    """Return the questions of a text with their answers, or the text itself where it is none."""
    text = row.get("body", "")
    title = row.get("title", "")
    if row.keys() != {"title", "body", "id"} or not _is_frequent(title, text, name):
        return [row]
    if title.endswith("?"):  # the first of them was taken for the title
        text = text if title in _MARKS.sub("", text) else f"# {title}\n\n{text}"
    found = _of_one_level(text)
    if len(found) < _LEAST:
        return [row]
    told = []
    for match in found:
        asked = line(_MARKS.sub("", match[2]))
        known = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{row['id']}#{fold(asked)}"))
        told.append({"title": asked, "body": _answer(text, match), "id": known})
    return _before(row, text[: found[0].start()]) + told


def _is_frequent(title: str, text: str, name: str) -> bool:
    return any(_FREQUENT.search(fold(each)) for each in (title, text[:200], name))


def _of_one_level(text: str) -> list[re.Match[str]]:
    """Return the questions with the mark that most of them have."""
    asked = list(_ASKED.finditer(text))
    most = Counter(match[1] for match in asked).most_common(1)
    return [match for match in asked if most and match[1] == most[0][0]]


def _answer(text: str, match: re.Match[str]) -> str:
    """Return what stands under a question, up to the next, or to a heading that is no less."""
    ends = [each.start() for each in _ASKED.finditer(text, match.end()) if each[1] == match[1]]
    level = len(match[1]) if match[1].startswith("#") else len("######")
    ends += [each.start() for each in _HEADING.finditer(text, match.end()) if len(each[1]) <= level]
    return text[match.end() : min(ends, default=len(text))].strip()


def _before(row: Row, text: str) -> list[Row]:
    """Return what stands before the first question as a text of its own, if it says anything."""
    plain = _HEADING.sub("", _MARKS.sub("", text))
    says = [
        each for each in plain.splitlines() if each.strip() and not _FREQUENT.search(fold(each))
    ]
    return [row | {"body": text.strip()}] if says else []
