"""What keeps people from reading an article's text: found in its Markdown, line by line.

After WCAG 2.2: headings in order (1.3.1), table headers (1.3.1), alternatives for pictures (1.1.1),
links that say where they lead (2.4.4). And what the desk would not show at all: HTML, and pictures
from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from frontdesk.base.text import fold, line

MAX_FINDINGS = 50
CODES = (
    "heading_skips", "heading_empty", "heading_faked", "table_headless", "table_header_empty",
    "picture_mute", "picture_elsewhere", "link_bare", "link_vague", "link_mute", "html",
)  # fmt: skip

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_FAKED = re.compile(r"\s*(\*\*|__)[^*_]{2,80}\1:?\s*$")
_DELIMITER = re.compile(r"\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?)?\s*$")
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\(\s*([^)\s]*)")
_LINK = re.compile(r"(?<!!)\[([^\]\n]*)\]\(\s*([^)\s]*)[^)\n]*\)")
_ADDRESS = re.compile(r"(?<![\w/(<\[])(?:https?://|www\.)[^\s)>\]]+")
_TAG = re.compile(r"</?([a-z][a-z0-9]*)(?:\s[^<>\n]{0,300})?/?>", re.IGNORECASE)
_CODE = re.compile(r"`[^`\n]*`")
_FILE_NAME = re.compile(r"[\w-]+\.(?:png|jpe?g|gif|svg|webp|bmp)", re.IGNORECASE)
_VAGUE = frozenset((
    "aqui", "haga clic aqui", "pulse aqui", "clic aqui", "ver", "ver mas", "mas", "leer mas",
    "mas informacion", "enlace", "este enlace", "here", "click here", "more", "read more", "link",
    "this link", "see more", "this", "info",
))  # fmt: skip


class Finding(NamedTuple):
    """What was found on a line (from 1), and the words that it is about."""

    code: str
    line: int
    given: str = ""


def findings(body: str) -> list[Finding]:
    """Return what makes a Markdown text hard to reach, in its order; at most MAX_FINDINGS."""
    found: list[Finding] = []
    for finding in _found(body):
        found.append(finding)
        if len(found) == MAX_FINDINGS:
            break
    return found


def _found(body: str) -> Iterator[Finding]:
    level, before, was_row = 0, "", False
    lines = list(_outside_code(body))
    for (number, text), (_, after) in zip(lines, [*lines[1:], (0, "")], strict=True):
        if heading := _HEADING.match(text):
            yield from _of_heading(heading, level, number)
            level = len(heading[1])
        elif not before.strip() and _FAKED.match(text):
            yield Finding("heading_faked", number, text.strip(" *_:\t"))
        cells = _cells(text)
        if cells and not was_row:
            yield from _of_table(text, after, number)
        if "[" in text or "<" in text or "/" in text or "www." in text:
            yield from _of_line(_CODE.sub("", text), number)
        before, was_row = text, bool(cells)


def _outside_code(body: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers; a block of code is one empty line."""
    fence = ""
    for number, text in enumerate(body.split("\n"), 1):
        mark = _FENCE.match(text)
        if not fence and mark:
            fence = mark[1]
            yield number, ""
        elif not fence:
            yield number, text
        elif mark and mark[1].startswith(fence) and not text.strip(" `~"):
            fence = ""


def _of_heading(heading: re.Match[str], level: int, number: int) -> Iterator[Finding]:
    words = line(heading[2] or "").strip("# ")
    if not words:
        yield Finding("heading_empty", number)
    elif level and len(heading[1]) > level + 1:
        yield Finding("heading_skips", number, words)


def _cells(text: str) -> int:
    """Return how many cells a line has that is a row of a table, 0 for other lines."""
    bars = text.count("|") - text.count("\\|")
    is_row = text.lstrip().startswith("|") or bars > 1
    return bars + 1 - text.strip().startswith("|") - text.strip().endswith("|") if is_row else 0


def _of_table(head: str, after: str, number: int) -> Iterator[Finding]:
    """Look at the first row of a table: the next one has to part it from the others."""
    if not _DELIMITER.match(after):
        if _cells(head) > 1 and _cells(after):
            yield Finding("table_headless", number, line(head)[:60])
    elif not all(cell.strip() for cell in head.strip().strip("|").split("|")):
        yield Finding("table_header_empty", number, line(head)[:60])


def _of_line(text: str, number: int) -> Iterator[Finding]:
    for picture in _PICTURE.finditer(text):
        alternative = picture[1].strip()
        if not alternative or _FILE_NAME.fullmatch(alternative):
            yield Finding("picture_mute", number, alternative or picture[2][:60])
        if re.match(r"(?!attachment:)[a-z]+:|//", picture[2], re.IGNORECASE):
            yield Finding("picture_elsewhere", number, picture[2][:60])
    for link in _LINK.finditer(text):
        words = line(link[1])
        if not words:
            yield Finding("link_mute", number, link[2][:60])
        elif fold(words).strip(" .:!»«") in _VAGUE:
            yield Finding("link_vague", number, words)
        elif _ADDRESS.match(words):
            yield Finding("link_bare", number, words[:60])
    for address in _ADDRESS.finditer(_LINK.sub("", _PICTURE.sub("", text))):
        yield Finding("link_bare", number, address[0][:60])
    for tag in _TAG.finditer(text):
        yield Finding("html", number, tag[0][:60])
