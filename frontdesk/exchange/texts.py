"""Texts as rows of articles: Word, Markdown and HTML files, or a folder of them.

The title is the first heading, or else the file's name. Fields may stand in front of the text,
between lines of three dashes: "code: P-1". What a text links to is never opened.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.base.text import line
from frontdesk.exchange import apart, archives, columns, questions

ENDINGS = (".docx", ".md", ".markdown", ".html", ".htm")
ENTRY = "--open-texts"
MAX_FILES = 20_000
MAX_TEXT_BYTES = 4_000_000
_AT_ONCE = 20  # files for one process; one that breaks it is told and the next go on
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ESCAPED = re.compile(r"\\([_*#.+\-])")  # by which a page becomes Markdown; no JSON has these
_FIELD = re.compile(r"([^\s:#-][^:\n]{0,40}):[ \t]*(.*)")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_MARKS = re.compile(r"[*`]|\\(?=[^\w\s])")

Row = dict[str, Any]


def rows(file: Path) -> Iterator[tuple[int, Row | UserError]]:
    """Yield (place in the folder, row or why it is none) for each text, by name.

    Raises UserError for a folder without any.
    """
    found = _texts(file)
    sure: list[tuple[int, Path]] = []
    for number, text in enumerate(found, 1):
        error = _refusal(text)
        if error:
            yield number, error
        else:
            sure.append((number, text))
    waiting = iter(sure)
    while batch := list(islice(waiting, _AT_ONCE)):
        while batch:
            told = 0
            for (number, text), row in zip(batch, _told([text for _, text in batch]), strict=False):
                told += 1
                for each in _asked(_row(file, text, row), text):
                    yield number, each
            batch = batch[told:]


def _asked(row: Row | UserError, file: Path) -> Sequence[Row | UserError]:
    """Return the questions of a text of frequent ones, or the text itself."""
    if isinstance(row, UserError):
        return [row]
    return questions.apart(row, file.stem.replace("_", " ").replace("-", " "))


def _texts(file: Path) -> list[Path]:
    if not file.is_dir():
        return [file]
    root = file.resolve()
    found = sorted(
        path
        for path in file.rglob("*")
        if path.suffix.lower() in ENDINGS
        and not any(part.startswith(("~", ".")) for part in path.relative_to(file).parts)
        and path.is_file()
        and path.resolve().is_relative_to(root)  # a link may lead out of the folder
    )
    if not found:
        raise UserError("import.no_texts", file=file.name, endings=", ".join(ENDINGS))
    if len(found) > MAX_FILES:
        raise UserError("import.file_large", file=file.name)
    return found


def _refusal(file: Path) -> UserError | None:
    """Return why a file is not opened at all."""
    try:
        magic = archives.check(file)
        if file.suffix.lower() == ".docx":
            return (
                None if magic == archives.ZIP else UserError("import.no_document", file=file.name)
            )
        if magic in (archives.ZIP, archives.COMPOUND):
            return UserError("import.no_text", file=file.name)
        if file.stat().st_size > MAX_TEXT_BYTES:
            return UserError("import.file_large", file=file.name)
    except OSError:
        return UserError("import.unreadable", file=file)
    except UserError as error:
        return error
    return None


def _told(files: list[Path]) -> Iterator[Any]:
    """Yield what each file says; None of one that breaks the process, nothing of those behind."""
    with apart.started(ENTRY, *(str(file.absolute()) for file in files)) as values:
        try:
            yield from values
        except apart.Broken:
            yield None


def _row(root: Path, file: Path, told: Any) -> Row | UserError:  # noqa: ANN401 - JSON
    if told is None:
        return UserError("import.damaged", file=file.name)
    if "error" in told:
        return UserError(told.pop("error"), **told)
    text, fields = told["text"], _Front(told["text"])
    text = text[fields.length :].strip()
    heading = _HEADING.search(text)
    title = line(_MARKS.sub("", heading[1])) if heading else ""
    if heading and not text[: heading.start()].strip():
        text = text[heading.end() :].strip()
    named = Path(file.stem.replace("_", " ").replace("-", " ")).name
    said = columns.guess(fields.cells, ("title", "id", "code", "body")).values()
    row: Row = {"title": title or told["title"] or line(named), "body": text}
    row = {name: cell for name, cell in row.items() if name not in said} | fields.cells
    if not {"id", "code"} & {*said}:
        inside = file.name if file == root else f"{root.name}/{file.relative_to(root).as_posix()}"
        row["id"] = str(uuid.uuid5(uuid.NAMESPACE_URL, f"frontdesk:{inside}"))
    if not text and "body" not in said:
        return UserError("import.empty", file=file.name)
    return row


class _Front:
    """The fields in front of a text, and how many characters they take."""

    def __init__(self, text: str) -> None:
        self.cells: Row = {}
        match = _FRONT.match(text)
        self.length = match.end() if match else 0
        name = ""
        for each in _ESCAPED.sub(r"\1", match[1]).splitlines() if match else ():
            if name and re.match(r"\s*-\s+", each):
                items = self.cells[name] if isinstance(self.cells[name], list) else []
                self.cells[name] = [*items, _unquoted(each.strip()[1:])]
            elif field := _FIELD.fullmatch(each.rstrip()):
                name = field[1].strip()
                self.cells[name] = _unquoted(field[2])


def _unquoted(text: str) -> str:
    text = text.strip()
    if text.startswith('"'):
        try:
            return str(json.loads(text))
        except ValueError:
            pass  # two words in quotes, perhaps
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
