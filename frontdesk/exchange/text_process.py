"""The process in which `texts` opens documents: it tells the clean Markdown of each, in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from frontdesk.base.errors import UserError
from frontdesk.exchange.cleaning import MAX_HTML_CHARS, cleaned, markdown_of
from frontdesk.exchange.confined import limit, tell, wait
from frontdesk.exchange.decoding import decoded


def main(words: Sequence[str]) -> int:
    """Print {text, title} or {error} for each file; return the exit code."""
    limit()
    wait()
    for word in words:
        try:
            text, title = _read(Path(word))
            tell({"text": text, "title": title})
        except UserError as error:
            tell({"error": error.code, **error.details})
        except OSError:
            tell({"error": "import.unreadable", "file": word})
    return 0


def _read(file: Path) -> tuple[str, str]:
    ending = file.suffix.lower()
    if ending == ".docx":
        return markdown_of(_html_of(file), file.name)[0], ""
    text = decoded(file.read_bytes()).replace("\r\n", "\n")
    if ending in {".html", ".htm"}:
        return markdown_of(text, file.name)
    if len(text) > MAX_HTML_CHARS:
        raise UserError("import.html_large", file=file.name, most=MAX_HTML_CHARS)
    return cleaned(text), ""


def _html_of(file: Path) -> str:
    import mammoth

    with file.open("rb") as stream:
        try:
            html: str = mammoth.convert_to_html(stream, convert_image=_no_image).value
        except (KeyError, ValueError, AttributeError, IndexError, OSError, BadZipFile) as error:
            raise UserError("import.no_document", file=file.name) from error
    return html


def _no_image(_image: Any) -> list[Any]:  # noqa: ANN401 - a library without types
    """Leave pictures out: an article's text has none, and one may lie outside the document."""
    return []
