"""Markdown as a Word document: the few parts of the format that every office program reads.

A library for this would be larger than all of our own importing and exporting together.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MARKS = {"strong": "<w:b/>", "em": "<w:i/>", "s": "<w:strike/>"}
_CODE = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>'
_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="999999"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_MAIN}.numbering+xml"/></Types>'
)
_RELS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_SIZES = (36, 30, 26, 24, 22, 22)  # of headings, in half points
_STYLES = (
    f'{_HEAD}<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="{n - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for n, size in enumerate(_SIZES, 1)
    )
    + "</w:styles>"
)
_LEVELS = 5


def write(file: Path, markdown: str, before: Sequence[str] = ()) -> None:
    """Write one text as a .docx, with some plain lines before it."""
    document = _Document(markdown)
    head = "".join(_paragraph("", _run(line, "")) for line in before)
    body = head + "".join(document.blocks())
    links = "".join(
        f'<Relationship Id="link{n}" Type="{_OFFICE}/hyperlink" Target={quoteattr(address)} '
        'TargetMode="External"/>'
        for n, address in enumerate(document.links)
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/document.xml": f"{_HEAD}<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="styles" Type="{_OFFICE}/styles" Target="styles.xml"/>'
            f'<Relationship Id="numbers" Type="{_OFFICE}/numbering" Target="numbering.xml"/>'
            f"{links}</Relationships>"
        ),
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _numbering(),
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def tokens_of(markdown: str) -> list[Any]:
    """Return the blocks of a text; HTML in it is text like any other."""
    from markdown_it import MarkdownIt

    return list(MarkdownIt("commonmark", {"html": False}).enable(["table"]).parse(markdown))


def html_of(markdown: str) -> str:
    """Return a text as HTML; HTML in it is text like any other."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable(["table"])
    return str(parser.render(markdown))


class _Document:
    """A text on its way to paragraphs; `links` are the addresses that it names, in order."""

    def __init__(self, markdown: str) -> None:
        self.links: list[str] = []
        self._tokens = tokens_of(markdown)
        self._lists: list[int] = []
        self._style = ""

    def blocks(self) -> Iterator[str]:
        """Yield paragraphs and tables as they stand."""
        for token in self._tokens:
            kind = token.type
            if kind in {"bullet_list_open", "ordered_list_open"}:
                self._lists.append(1 if kind.startswith("bullet") else 2)
            elif kind in {"bullet_list_close", "ordered_list_close"}:
                self._lists.pop()
            elif kind == "heading_open":
                self._style = f'<w:pStyle w:val="Heading{token.tag[1]}"/>'
            elif kind == "heading_close":
                self._style = ""
            elif kind in {"fence", "code_block"}:
                yield from (_paragraph("", _run(text, _CODE)) for text in _lines(token.content))
            elif kind == "inline":
                yield self._told(token)
            else:
                yield _table_part(kind)

    def _told(self, token: Any) -> str:  # noqa: ANN401 - a library's token
        runs = "".join(self._runs(token.children or ()))
        place = self._style
        if self._lists:
            level = min(len(self._lists), _LEVELS) - 1
            place = (
                f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self._lists[-1]}"/></w:numPr>'
            )
        return _paragraph(place, runs)

    def _runs(self, children: Sequence[Any]) -> Iterator[str]:
        marks: list[str] = []
        for child in children:
            name, _, end = child.type.rpartition("_")
            if child.type == "link_open":
                self.links.append(str(child.attrs.get("href", "")))
                yield f'<w:hyperlink r:id="link{len(self.links) - 1}">'
            elif child.type == "link_close":
                yield "</w:hyperlink>"
            elif name in _MARKS:
                marks = [*marks, name] if end == "open" else marks[:-1]
            elif child.type == "hardbreak":
                yield "<w:r><w:br/></w:r>"
            elif child.type == "code_inline":
                yield _run(child.content, _CODE)
            else:
                text = " " if child.type == "softbreak" else child.content
                yield _run(text, "".join(_MARKS[mark] for mark in marks))


def _paragraph(place: str, runs: str) -> str:
    return f"<w:p><w:pPr>{place}</w:pPr>{runs}</w:p>"


def _run(text: str, marks: str) -> str:
    told = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:r><w:rPr>{marks}</w:rPr>{told}</w:r>" if text else ""


def _lines(text: str) -> Sequence[str]:
    return text.rstrip("\n").split("\n")


def _table_part(kind: str) -> str:
    return {
        "table_open": f"<w:tbl><w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders></w:tblPr>",
        "table_close": "</w:tbl><w:p/>", "tr_open": "<w:tr>", "tr_close": "</w:tr>",
        "th_open": "<w:tc>", "td_open": "<w:tc>", "th_close": "</w:tc>", "td_close": "</w:tc>",
    }.get(kind, "")  # fmt: skip


def _numbering() -> str:
    forms = ((1, "bullet", "•"), (2, "decimal", "%{}."))
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{mark.format(level + 1)}"/><w:pPr><w:ind '
            f'w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
            for level in range(_LEVELS)
        )
        + "</w:abstractNum>"
        for n, form, mark in forms
    )
    used = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, *_ in forms
    )
    return f"{_HEAD}<w:numbering {_W}>{kinds}{used}</w:numbering>"
