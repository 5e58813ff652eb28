"""What keeps the house in order: offices, people, rules, sites, copies of the database."""

from __future__ import annotations

from frontdesk.ui.commands.command import Command
from frontdesk.ui.language import QT_TRANSLATE_NOOP

ADMINS = frozenset({"admin"})
LEADS = frozenset({"admin", "manager"})

HOUSE: tuple[Command, ...] = (
    Command(
        "screen.accounts",
        QT_TRANSLATE_NOOP("Commands", "People and PINs"),
        (),
        "users",
        "house",
        QT_TRANSLATE_NOOP("Commands", "Roles, letters and PINs; the first administrator"),
        ADMINS,
    ),
    Command(
        "house.close",
        QT_TRANSLATE_NOOP("Commands", "We are closed"),
        ("Ctrl+D",),
        "door-closed",
        "house",
        QT_TRANSLATE_NOOP("Commands", "All offices, in one sentence: tomorrow we close at 12"),
        LEADS,
    ),
    Command(
        "screen.offices",
        QT_TRANSLATE_NOOP("Commands", "Offices and hours"),
        (),
        "building-2",
        "house",
        QT_TRANSLATE_NOOP("Commands", "Where they are, when they are open, closures of one"),
        LEADS,
    ),
    Command(
        "screen.services",
        QT_TRANSLATE_NOOP("Commands", "Services by office"),
        (),
        "list-checks",
        "house",
        QT_TRANSLATE_NOOP("Commands", "Which office serves which article"),
        LEADS,
    ),
    Command(
        "screen.staff",
        QT_TRANSLATE_NOOP("Commands", "Staff"),
        (),
        "user",
        "house",
        QT_TRANSLATE_NOOP("Commands", "Whom the desk rings, and at which office"),
        ADMINS,
    ),
    Command(
        "screen.sites",
        QT_TRANSLATE_NOOP("Commands", "Branches"),
        (),
        "map-pin",
        "house",
        QT_TRANSLATE_NOOP("Commands", "Names, countries and time zones of the sites"),
        ADMINS,
    ),
    Command(
        "screen.synonyms",
        QT_TRANSLATE_NOOP("Commands", "Synonyms of the house"),
        (),
        "quote",
        "knowledge",
        QT_TRANSLATE_NOOP("Commands", "Words that people say, and what they mean"),
        LEADS,
    ),
    Command(
        "screen.rules",
        QT_TRANSLATE_NOOP("Commands", "Complaint rules"),
        (),
        "scale",
        "house",
        QT_TRANSLATE_NOOP("Commands", "Terms and sentences of the law: copy, change, put in force"),
        ADMINS,
    ),
    Command(
        "screen.templates",
        QT_TRANSLATE_NOOP("Commands", "Letters and papers"),
        (),
        "file-text",
        "house",
        QT_TRANSLATE_NOOP("Commands", "The office's own wording, with a preview"),
        ADMINS,
    ),
    Command(
        "screen.privacy",
        QT_TRANSLATE_NOOP("Commands", "What is held on a person"),
        (),
        "eye-off",
        "house",
        QT_TRANSLATE_NOOP(
            "Commands", "Found by name, phone or folio; saved to hand over, or erased"
        ),
        LEADS,
    ),
    Command(
        "screen.audit",
        QT_TRANSLATE_NOOP("Commands", "Audit trail"),
        (),
        "history",
        "house",
        QT_TRANSLATE_NOOP("Commands", "Who did what, and when; was anything edited by hand"),
        LEADS,
    ),
    Command(
        "record.history",
        QT_TRANSLATE_NOOP("Commands", "History of this record"),
        ("Ctrl+H",),
        "history",
        "house",
        QT_TRANSLATE_NOOP("Commands", "Of the article, case, office or person in hand"),
    ),
    Command(
        "screen.branch",
        QT_TRANSLATE_NOOP("Commands", "Exchange with branches"),
        (),
        "send",
        "house",
        QT_TRANSLATE_NOOP("Commands", "When we last met, what waits, joining and inviting"),
        ADMINS,
    ),
    Command(
        "branch.exchange",
        QT_TRANSLATE_NOOP("Commands", "Exchange now"),
        ("Ctrl+Shift+S",),
        "send",
        "house",
        QT_TRANSLATE_NOOP("Commands", "With the stick, the shared folder or the hub"),
    ),
    Command(
        "screen.copies",
        QT_TRANSLATE_NOOP("Commands", "Copies"),
        (),
        "history",
        "house",
        QT_TRANSLATE_NOOP("Commands", "Of the database: bring one back, a second place, check"),
        ADMINS,
    ),
)
