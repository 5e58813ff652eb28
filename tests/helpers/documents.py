"""Word documents made for tests."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
    '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships">{}</Relationships>'
)
_LINK = (
    '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{}" Target="{}" {}/>'
)
_STYLES = (
    f'<?xml version="1.0"?><w:styles {_W}><w:style w:type="paragraph" w:styleId="Heading1">'
    '<w:name w:val="heading 1"/></w:style></w:styles>'
)


def heading(text: str) -> str:
    """A heading."""
    return f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run(text)}</w:p>'


def paragraph(text: str) -> str:
    """A paragraph."""
    return f"<w:p>{run(text)}</w:p>"


def run(text: str) -> str:
    """Some letters."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table without a header row."""
    return "<w:tbl>{}</w:tbl>".format(
        "".join(
            "<w:tr>{}</w:tr>".format("".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in row))
            for row in rows
        )
    )


def linked(text: str, relation: str) -> str:
    """A paragraph that is a link."""
    return f'<w:p><w:hyperlink r:id="{relation}">{run(text)}</w:hyperlink></w:p>'


def picture(relation: str) -> str:
    """A picture that lies outside the document."""
    return (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/'
        '2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/'
        'drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org'
        f'/drawingml/2006/picture"><pic:blipFill><a:blip r:link="{relation}"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def docx(file: Path, *parts: str, links: Sequence[tuple[str, str, str]] = ()) -> Path:
    """A document of some parts; `links` are (id, kind, target) of what lies outside."""
    relations = "".join(
        _LINK.format(name, kind, target, 'TargetMode="External"') for name, kind, target in links
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        root = _LINK.format("rId1", "officeDocument", "word/document.xml", "")
        archive.writestr("_rels/.rels", _RELS.format(root))
        archive.writestr("word/styles.xml", _STYLES)
        archive.writestr("word/_rels/document.xml.rels", _RELS.format(
            relations + _LINK.format("rIdS", "styles", "styles.xml", "")
        ))  # fmt: skip
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?><w:document {_W} {_R}><w:body>{"".join(parts)}</w:body>'
            "</w:document>",
        )
    return file
