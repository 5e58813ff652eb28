"""Text of strangers as Markdown that only says something: no script, no picture from elsewhere,
no link to a file or a host without a scheme.
"""

from __future__ import annotations

import re
from html import unescape

from frontdesk.base.errors import UserError

MAX_HTML_CHARS = 2_000_000
MAX_DEPTH = 150  # of tags; parsers and screens hang on what is nested without end
_SCHEMES = ("http:", "https:", "mailto:", "tel:", "#")
_TAGS = frozenset({
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "a", "b", "strong", "i", "em", "u", "s",
    "del", "code", "pre", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead",
    "tbody", "tfoot", "tr", "th", "td", "caption", "div", "span", "section", "article", "sup",
    "sub",
})  # fmt: skip
_UNCLOSED = frozenset({
    "p", "li", "dt", "dd", "td", "th", "tr", "br", "hr", "img", "input", "meta", "link", "col",
    "area", "base", "option", "wbr", "source",
})  # fmt: skip
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_TITLE = re.compile(r"<title[^>]*>(.{0,400}?)</title", re.IGNORECASE | re.DOTALL)
_FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_LETHAL = re.compile(
    r"<(script|style|iframe|object|embed|svg|template)\b.*?(?:</\1\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,4000}>")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]{1,2000}>")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,1000})\](?:\([^()\n]{0,4000}\)|\[[^\]\n]{0,200}\])")
_DATA = re.compile(r"data:[\w./+-]{1,100};base64,[A-Za-z0-9+/=]+")  # a picture written out
_LINK = re.compile(r"\[([^\[\]\n]{0,1000})\]\(\s*<?([^\s()<>]{0,4000})[^()\n]{0,1000}\)")
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[([^\[\]\n]{1,200})\]:\s*<?(\S{0,4000}?)>?([ \t].*)?$", re.MULTILINE
)
_ODD_LINK = re.compile(r"\](?=\(\s*<?(\S{0,60}))")  # with brackets in it, or over two lines
_BLANKS = re.compile(r"\n{3,}")


def markdown_of(html: str, name: str) -> tuple[str, str]:
    """Return (Markdown, title) of a page. Raises UserError, naming it, for one without an end."""
    import nh3
    from markdownify import markdownify

    if len(html) > MAX_HTML_CHARS:
        raise UserError("import.html_large", file=name, most=MAX_HTML_CHARS)
    if _depth(html) > MAX_DEPTH:
        raise UserError("import.deep", file=name)
    found = _TITLE.search(html)
    title = " ".join(unescape(found[1]).split()) if found else ""
    clean = nh3.clean(
        html, tags=set(_TAGS), attributes={"a": {"href"}, "td": {"colspan"}, "th": {"colspan"}},
        url_schemes={"http", "https", "mailto", "tel"}, url_relative="deny", link_rel=None,
        clean_content_tags={"script", "style", "title", "template", "noscript", "svg", "math",
                            "iframe", "object"},
    )  # fmt: skip
    text = markdownify(clean, heading_style="ATX", bullets="-", table_infer_header=True)
    return cleaned(text), title


def cleaned(text: str) -> str:
    """Return Markdown without HTML, pictures, and links that lead anywhere but to the web."""
    parts, end = [], 0
    text = _LETHAL.sub("", text) if "```" not in text and "~~~" not in text else text
    for fence in _FENCE.finditer(text):
        parts += [_prose(text[end : fence.start()]), fence[0]]
        end = fence.end()
    return _BLANKS.sub("\n\n", "".join([*parts, _prose(text[end:])])).strip()


def _prose(text: str) -> str:
    kept = _AUTOLINK.sub(lambda link: link[0][1:-1], _DATA.sub("", text))
    kept = _COMMENT.sub("", _LETHAL.sub("", kept))
    kept = _ANY_TAG.sub("", kept)
    kept = _IMAGE.sub(lambda image: image[1], kept)
    kept = _DEFINITION.sub(lambda said: said[0] if _leads_out(said[2]) else "", kept)
    kept = _LINK.sub(lambda link: link[0] if _leads_out(link[2]) else link[1], kept)
    kept = _ODD_LINK.sub(lambda link: "]" if _leads_out(link[1]) else "] ", kept)
    return kept.replace("![", "! [")  # a blank between, and neither is a link or a picture


def _leads_out(address: str) -> bool:
    return unescape(address).lower().startswith(_SCHEMES)


def _depth(html: str) -> int:
    depth = deepest = 0
    for close, name in _TAG.findall(html):
        if name.lower() not in _UNCLOSED:
            depth = max(0, depth - 1) if close else depth + 1
            deepest = max(deepest, depth)
    return deepest
