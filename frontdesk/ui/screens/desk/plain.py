"""An answer as plain text, for a chat or an e-mail.

Only what a visitor may see: no owner, no authority of the desk, no source.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from frontdesk.core.desk import Answer
from frontdesk.ui.wording import Wording


def facts(answer: Answer, words: Wording) -> Iterator[tuple[str, str]]:
    """Yield the facts for a visitor as (what it is, value)."""
    article = answer.card.article
    cost = words.money(article.price, article.currency) if article.price else ""
    for name, value in (
        (
            QCoreApplication.translate("Plain", "Cost"),
            ", ".join(filter(None, (cost, article.cost_note))),
        ),
        (QCoreApplication.translate("Plain", "Takes"), article.term),
        (QCoreApplication.translate("Plain", "Who may ask"), article.who),
    ):
        if value:
            yield name, value


def places(answer: Answer) -> list[str]:
    """Return each office with where it is."""
    return [
        ", ".join(filter(None, (o.name, o.floor, o.room, o.directions, o.phone)))
        for o in (place.office for place in answer.places)
    ]


def headings() -> tuple[str, str, str]:
    """Return the headings for papers, steps and offices."""
    return (
        QCoreApplication.translate("Plain", "What to bring"),
        QCoreApplication.translate("Plain", "What happens"),
        QCoreApplication.translate("Plain", "Where"),
    )


def as_text(answer: Answer, words: Wording) -> str:
    """Return the answer as text that survives any mail program."""
    article = answer.card.article
    bring, happens, where = headings()
    parts = [article.title, article.say]
    parts.append("\n".join(f"{name}: {value}" for name, value in facts(answer, words)))
    for heading, lines in (
        (bring, [f"- {text}" for text in article.papers]),
        (happens, [f"{n}. {step.text}" for n, step in enumerate(article.steps, 1)]),
        (where, places(answer)),
    ):
        if lines:
            parts.append("\n".join([f"{heading}:", *lines]))
    return "\n\n".join(filter(None, parts)) + "\n"
