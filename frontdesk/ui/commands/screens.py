"""What opens a screen, a window or a form of its own."""

from __future__ import annotations

from frontdesk.ui.commands.command import Command
from frontdesk.ui.language import QT_TRANSLATE_NOOP

SCREENS: tuple[Command, ...] = (
    Command(
        "screen.queue",
        QT_TRANSLATE_NOOP("Commands", "Queue"),
        ("F6",),
        "ticket",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Of any office: call, serve, send on, each one key"),
    ),
    Command(
        "screen.expected",
        QT_TRANSLATE_NOOP("Commands", "Expected visitors"),
        ("F9",),
        "user-check",
        "window",
        QT_TRANSLATE_NOOP("Commands", "By hour and host; Enter lets them in"),
    ),
    Command(
        "phone.log",
        QT_TRANSLATE_NOOP("Commands", "Note a call"),
        ("F10",),
        "phone",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Answered, busy or no answer: one digit"),
    ),
    Command(
        "window.desk",
        QT_TRANSLATE_NOOP("Commands", "Desk"),
        ("F2",),
        "concierge-bell",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Back to the desk, ready for the next question"),
    ),
    Command(
        "screen.today",
        QT_TRANSLATE_NOOP("Commands", "Today"),
        ("Ctrl+T",),
        "clock",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Promises that are due, and who was here"),
    ),
    Command(
        "screen.cases",
        QT_TRANSLATE_NOOP("Commands", "Open complaints"),
        ("Ctrl+L",),
        "scale",
        "window",
        QT_TRANSLATE_NOOP("Commands", "The soonest due first; answer, close, annul"),
    ),
    Command(
        "expected.announce",
        QT_TRANSLATE_NOOP("Commands", "Announce a visitor"),
        ("Ctrl+I",),
        "user-check",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Who comes, to whom, at what time"),
    ),
    Command(
        "queue.hall",
        QT_TRANSLATE_NOOP("Commands", "Call screen"),
        (),
        "monitor",
        "window",
        QT_TRANSLATE_NOOP("Commands", "For the waiting room: the number and its office, no names"),
    ),
    Command(
        "screen.phone",
        QT_TRANSLATE_NOOP("Commands", "Calls of today"),
        (),
        "phone",
        "window",
        QT_TRANSLATE_NOOP("Commands", "What was noted with F10"),
    ),
    Command(
        "screen.strays",
        QT_TRANSLATE_NOOP("Commands", "Articles that send people wrong"),
        (),
        "triangle-alert",
        "window",
        QT_TRANSLATE_NOOP("Commands", "The most wrong ways first; Enter opens the article"),
    ),
    Command(
        "screen.causes",
        QT_TRANSLATE_NOOP("Commands", "Causes and actions"),
        (),
        "wrench",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Against what many complain of: who does what by when"),
    ),
)
