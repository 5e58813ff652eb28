"""What keeps the knowledge true: import, write, review, fill gaps."""

from __future__ import annotations

from frontdesk.ui.commands.command import Command
from frontdesk.ui.language import QT_TRANSLATE_NOOP

WRITERS = frozenset({"admin", "manager"})

KNOWLEDGE: tuple[Command, ...] = (
    Command(
        "screen.importing",
        QT_TRANSLATE_NOOP("Commands", "Import…"),
        (),
        "package",
        "knowledge",
        QT_TRANSLATE_NOOP("Commands", "Excel, Word, a folder of texts: seen first, then taken in"),
        WRITERS,
    ),
    Command(
        "screen.exporting",
        QT_TRANSLATE_NOOP("Commands", "Export…"),
        (),
        "send",
        "knowledge",
        QT_TRANSLATE_NOOP("Commands", "Everything the desk knows, in the format you need"),
    ),
    Command(
        "article.edit",
        QT_TRANSLATE_NOOP("Commands", "Edit the article"),
        ("Ctrl+E",),
        "pencil",
        "knowledge",
        QT_TRANSLATE_NOOP("Commands", "The one on screen, or one of those in hand"),
        WRITERS,
    ),
    Command(
        "article.new",
        QT_TRANSLATE_NOOP("Commands", "New article"),
        ("Ctrl+Shift+E",),
        "file-plus",
        "knowledge",
        QT_TRANSLATE_NOOP("Commands", "From what to say to published, by keys"),
        WRITERS,
    ),
    Command(
        "screen.gaps",
        QT_TRANSLATE_NOOP("Commands", "Gaps"),
        ("Ctrl+G",),
        "search-x",
        "knowledge",
        QT_TRANSLATE_NOOP("Commands", "What nobody could answer; write, add a word, link, dismiss"),
        WRITERS,
    ),
    Command(
        "screen.freshness",
        QT_TRANSLATE_NOOP("Commands", "Freshness"),
        (),
        "hourglass",
        "knowledge",
        QT_TRANSLATE_NOOP("Commands", "Overdue, never used or found, sends wrong; who keeps it"),
        WRITERS,
    ),
)
