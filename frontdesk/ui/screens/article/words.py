"""The words of the editor: pages, fields, states, what is found in a text and how it reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from frontdesk.base.languages import LANGS, NAMES
from frontdesk.core.knowledge.accessibility import Finding
from frontdesk.ui.language import QT_TRANSLATE_NOOP

PAGES = {
    "answer": QT_TRANSLATE_NOOP("Article", "Answer"),
    "text": QT_TRANSLATE_NOOP("Article", "Text"),
    "way": QT_TRANSLATE_NOOP("Article", "Steps"),
    "terms": QT_TRANSLATE_NOOP("Article", "Facts"),
    "upkeep": QT_TRANSLATE_NOOP("Article", "Upkeep"),
    "history": QT_TRANSLATE_NOOP("Article", "Versions"),
    "preview": QT_TRANSLATE_NOOP("Article", "Preview"),
}
FIELDS = {
    "title": QT_TRANSLATE_NOOP("Article", "Title"),
    "say": QT_TRANSLATE_NOOP("Article", "What to say"),
    "kind": QT_TRANSLATE_NOOP("Article", "Kind"),
    "code": QT_TRANSLATE_NOOP("Article", "Code"),
    "lang": QT_TRANSLATE_NOOP("Article", "Language"),
    "keywords": QT_TRANSLATE_NOOP("Article", "Keywords and synonyms"),
    "body": QT_TRANSLATE_NOOP("Article", "Full text"),
    "requirements": QT_TRANSLATE_NOOP("Article", "What to bring"),
    "steps": QT_TRANSLATE_NOOP("Article", "What happens, step by step"),
    "who": QT_TRANSLATE_NOOP("Article", "Who may ask"),
    "cost": QT_TRANSLATE_NOOP("Article", "Cost"),
    "currency": QT_TRANSLATE_NOOP("Article", "Currency"),
    "cost_note": QT_TRANSLATE_NOOP("Article", "Note on the cost"),
    "term": QT_TRANSLATE_NOOP("Article", "Takes"),
    "authority": QT_TRANSLATE_NOOP("Article", "What the desk may settle itself, and whom to ring"),
    "legal_basis": QT_TRANSLATE_NOOP("Article", "Legal basis"),
    "owner": QT_TRANSLATE_NOOP("Article", "Who keeps it"),
    "valid_from": QT_TRANSLATE_NOOP("Article", "In force from"),
    "valid_to": QT_TRANSLATE_NOOP("Article", "In force until"),
    "review_on": QT_TRANSLATE_NOOP("Article", "Next review"),
    "review_days": QT_TRANSLATE_NOOP("Article", "Review every … days"),
    "source": QT_TRANSLATE_NOOP("Article", "Source"),
    "licence": QT_TRANSLATE_NOOP("Article", "Licence"),
    "state": QT_TRANSLATE_NOOP("Article", "State"),
    "papers": QT_TRANSLATE_NOOP("Article", "Files kept with the article"),
}
STATES = {
    "draft": QT_TRANSLATE_NOOP("Article", "Draft"),
    "review": QT_TRANSLATE_NOOP("Article", "In review"),
    "published": QT_TRANSLATE_NOOP("Article", "Published"),
    "retired": QT_TRANSLATE_NOOP("Article", "Retired"),
}
MOVES = {
    "draft": QT_TRANSLATE_NOOP("Article", "Back to draft"),
    "review": QT_TRANSLATE_NOOP("Article", "Send to review"),
    "published": QT_TRANSLATE_NOOP("Article", "Publish"),
    "retired": QT_TRANSLATE_NOOP("Article", "Retire"),
    "verify": QT_TRANSLATE_NOOP("Article", "Verified: true today"),
    "drop": QT_TRANSLATE_NOOP("Article", "Drop the change"),
}
MOVED = {
    "": QT_TRANSLATE_NOOP("Article", "Saved: {title}"),
    "draft": QT_TRANSLATE_NOOP("Article", "A draft again: {title}"),
    "review": QT_TRANSLATE_NOOP("Article", "Sent to review: {title}"),
    "published": QT_TRANSLATE_NOOP("Article", "Published, and the box finds it: {title}"),
    "retired": QT_TRANSLATE_NOOP("Article", "Retired: {title}"),
}
FINDINGS = {
    "heading_skips": QT_TRANSLATE_NOOP("Article", "The heading “{given}” skips a level"),
    "heading_empty": QT_TRANSLATE_NOOP("Article", "A heading without words"),
    "heading_faked": QT_TRANSLATE_NOOP("Article", "“{given}” is bold; make it a heading with ##"),
    "table_headless": QT_TRANSLATE_NOOP("Article", "The table has no header row: |---| is missing"),
    "table_header_empty": QT_TRANSLATE_NOOP("Article", "A column of the table has no header"),
    "picture_mute": QT_TRANSLATE_NOOP("Article", "The picture says nothing to who cannot see it"),
    "picture_elsewhere": QT_TRANSLATE_NOOP("Article", "A picture from elsewhere is not shown"),
    "link_bare": QT_TRANSLATE_NOOP("Article", "A bare address: write [words](address)"),
    "link_vague": QT_TRANSLATE_NOOP("Article", "“{given}” does not say where the link leads"),
    "link_mute": QT_TRANSLATE_NOOP("Article", "A link without words"),
    "html": QT_TRANSLATE_NOOP("Article", "HTML is not shown: {given}"),
}
LEVELS = {
    "very_hard": QT_TRANSLATE_NOOP("Article", "very hard to read"),
    "hard": QT_TRANSLATE_NOOP("Article", "hard to read"),
    "plain": QT_TRANSLATE_NOOP("Article", "reads plainly"),
    "easy": QT_TRANSLATE_NOOP("Article", "easy to read"),
    "very_easy": QT_TRANSLATE_NOOP("Article", "very easy to read"),
}
FACTS = ("who", "cost", "term", "legal_basis", "authority")
LANGUAGES = {code: NAMES[code] for code in LANGS}


def say(text: str, **given: object) -> str:
    """Return a text of one of these tables in the language in use."""
    return QCoreApplication.translate("Article", text).format(**given)


def told(field: str, text: str) -> str:
    """Return what a field holds as people read it: a state and a language by their words."""
    if field == "state" and text in STATES:
        return say(STATES[text])
    return LANGUAGES.get(text, text) if field == "lang" else text


def front(facts: Mapping[str, str], papers: Sequence[str], steps: Sequence[str]) -> str:
    """Return as Markdown what stands before an article's text: facts, papers, steps."""
    parts = [
        "\n".join(f"- **{say(FIELDS[name])}:** {text}" for name, text in facts.items() if text)
    ]
    for name, rows in (
        ("requirements", [f"- {paper}" for paper in papers]),
        ("steps", [f"{number}. {step}" for number, step in enumerate(steps, 1)]),
    ):
        if rows:
            parts.append("\n".join((f"### {say(FIELDS[name])}", "", *rows)))
    return "\n\n".join(filter(None, parts))


def finding(found: Finding) -> str:
    """Return a finding as a sentence with its line."""
    line = QCoreApplication.translate("Article", "Line {line}").format(line=found.line)
    return f"{line}: {say(FINDINGS[found.code], given=found.given)}"
