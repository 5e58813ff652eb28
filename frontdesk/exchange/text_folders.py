"""Articles as a folder of texts, one file each: Markdown, web pages or Word documents.

Each begins with its fields between lines of three dashes, as `texts` reads them, so that a folder
that was written comes in again as the same articles.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from frontdesk.base.errors import UserError
from frontdesk.base.text import fold
from frontdesk.exchange import word_documents

ENDINGS = {"markdown": ".md", "html": ".html", "word": ".docx"}
_NAME_CHARS = 60
_PLAIN = re.compile(r"[^\s\"'\[{\\#-][^\n\"\\]*(?<!\s)")
_PAGE = (
    '<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body>\n{fields}\n{body}</body></html>\n"
)


def write(folder: Path, rows: Iterable[dict[str, Any]], form: str) -> int:
    """Write each row as a text; return how many. The folder appears whole or not at all.

    Raises UserError for a folder that holds something already, or cannot be written.
    """
    part = folder.with_name(f"{folder.name}.part")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UserError("export.folder", field="path", folder=folder.name)
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        count = _fill(part, rows, form)
        if folder.is_dir():
            folder.rmdir()
        part.replace(folder)
    except OSError as error:
        raise UserError("backup.unwritable", field="path", file=folder) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return count


def _fill(part: Path, rows: Iterable[dict[str, Any]], form: str) -> int:
    taken: set[str] = set()
    for row in rows:
        name = _name(row, taken)
        taken.add(name)
        _write_one(part / f"{name}{ENDINGS[form]}", row, form)
    return len(taken)


def _write_one(file: Path, row: dict[str, Any], form: str) -> None:
    fields = list(_front(row))
    text = f"# {row['title']}\n\n{row['body']}\n"
    if form == "markdown":
        front = "\n".join(["---", *fields, "---"])
        file.write_text(f"{front}\n\n{text}", encoding="utf-8", newline="\n")
    elif form == "html":
        page = _PAGE.format(
            lang=escape(row["lang"]), title=escape(row["title"]),
            fields="".join(f"<p>{escape(each)}</p>\n" for each in ("---", *fields, "---")),
            body=word_documents.html_of(text),
        )  # fmt: skip
        file.write_text(page, encoding="utf-8", newline="\n")
    else:
        word_documents.write(file, text, ["---", *fields, "---"])


def _front(row: dict[str, Any]) -> Iterable[str]:
    """Yield the fields that say something, but for the text itself."""
    for name, value in row.items():
        if name == "body" or not value:
            continue
        if isinstance(value, list):
            yield f"{name}:"
            yield from (f"- {_quoted(item)}" for item in value)
        else:
            plain = _PLAIN.fullmatch(str(value)) and "  " not in str(value)
            yield f"{name}: {value if plain else _quoted(value)}"


def _quoted(value: object) -> str:
    """Return a value in quotes; of two blanks side by side a page would show but one."""
    return json.dumps(value, ensure_ascii=False).replace("  ", " \\u0020")


def _name(row: dict[str, Any], taken: set[str]) -> str:
    """Return a name that every system takes, and that no other text has."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(f"{row['code']} {row['title']}")).strip("-")
    short = words[:_NAME_CHARS].strip("-") or "text"
    name, number = short, 2
    while name in taken:
        name, number = f"{short}-{number}", number + 1
    return name
