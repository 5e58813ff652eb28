"""The coded reasons for sending somebody to a shut door, in words; each is counted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.core.routing import REASONS
from frontdesk.ui.language import QT_TRANSLATE_NOOP

WORDS = {
    "confirmed": QT_TRANSLATE_NOOP("Reasons", "The office was rung and will see them"),
    "expected": QT_TRANSLATE_NOOP("Reasons", "The office expects this visitor"),
    "urgent": QT_TRANSLATE_NOOP("Reasons", "It cannot wait"),
    "papers_later": QT_TRANSLATE_NOOP("Reasons", "The office takes the papers later"),
    "insists": QT_TRANSLATE_NOOP("Reasons", "The visitor knows it and goes all the same"),
}


def in_words() -> list[str]:
    """Return the reasons in the order of their digits."""
    return [QCoreApplication.translate("Reasons", WORDS[code]) for code in REASONS]
