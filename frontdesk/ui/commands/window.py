"""How the window looks, speaks and prints; and the way out."""

from __future__ import annotations

from frontdesk.base.languages import LANGS, NAMES
from frontdesk.ui.commands.command import Command
from frontdesk.ui.language import QT_TRANSLATE_NOOP

WINDOW: tuple[Command, ...] = (
    Command(
        "look.bigger", QT_TRANSLATE_NOOP("Commands", "Larger text"), ("Ctrl++",), "a-large-small"
    ),
    Command(
        "look.smaller", QT_TRANSLATE_NOOP("Commands", "Smaller text"), ("Ctrl+-",), "a-large-small"
    ),
    Command("look.light", QT_TRANSLATE_NOOP("Commands", "Light colours"), (), "sun"),
    Command("look.dark", QT_TRANSLATE_NOOP("Commands", "Dark colours"), (), "moon"),
    Command("look.contrast", QT_TRANSLATE_NOOP("Commands", "High contrast"), (), "contrast"),
    Command("look.system", QT_TRANSLATE_NOOP("Commands", "Colours of the system"), (), "monitor"),
    Command(
        "look.comfortable",
        QT_TRANSLATE_NOOP("Commands", "Comfortable spacing"),
        (),
        "menu",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Rows and fields at ease, as at the start"),
    ),
    Command(
        "look.compact",
        QT_TRANSLATE_NOOP("Commands", "Compact spacing"),
        (),
        "menu",
        "window",
        QT_TRANSLATE_NOOP("Commands", "More rows on screen; targets stay large enough"),
    ),
    Command("paper.roll80", QT_TRANSLATE_NOOP("Commands", "Print on an 80 mm roll"), (), "printer"),
    Command("paper.roll72", QT_TRANSLATE_NOOP("Commands", "Print on a 72 mm roll"), (), "printer"),
    Command("paper.a5", QT_TRANSLATE_NOOP("Commands", "Print on A5"), (), "printer"),
    Command("paper.a4", QT_TRANSLATE_NOOP("Commands", "Print on A4"), (), "printer"),
    Command(
        "paper.large", QT_TRANSLATE_NOOP("Commands", "Large print on or off"), (), "a-large-small"
    ),
    Command("paper.printer", QT_TRANSLATE_NOOP("Commands", "Choose the printer"), (), "printer"),
    Command(
        "paper.file",
        QT_TRANSLATE_NOOP("Commands", "Keep papers as PDF, print none"),
        (),
        "file-text",
    ),
    Command("paper.save", QT_TRANSLATE_NOOP("Commands", "Save as PDF…"), (), "file-text"),
    Command(
        "window.lock",
        QT_TRANSLATE_NOOP("Commands", "Lock the desk"),
        ("Ctrl+Shift+L",),
        "lock",
        "window",
        QT_TRANSLATE_NOOP("Commands", "What is typed is kept; a PIN opens it again"),
    ),
    Command(
        "window.user",
        QT_TRANSLATE_NOOP("Commands", "Change user"),
        ("Ctrl+U",),
        "user",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Two letters and a PIN; what is typed stays"),
    ),
    Command(
        "window.privacy",
        QT_TRANSLATE_NOOP("Commands", "Hide personal data"),
        ("F12",),
        "eye-off",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Names, telephones and complaints, until pressed again"),
    ),
    *(Command(f"language.{code}", NAMES[code], (), "languages") for code in LANGS),
    Command(
        "demo.remove",
        QT_TRANSLATE_NOOP("Commands", "Remove the demo office"),
        (),
        "log-out",
        "window",
        QT_TRANSLATE_NOOP("Commands", "An office of your own begins, empty"),
        roles=frozenset({"admin"}),
    ),
    Command(
        "window.tour",
        QT_TRANSLATE_NOOP("Commands", "Tour"),
        ("Shift+F1",),
        "life-buoy",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Five minutes at the demo office, with the real keys"),
    ),
    Command(
        "screen.update",
        QT_TRANSLATE_NOOP("Commands", "Update the program"),
        (),
        "package",
        "window",
        QT_TRANSLATE_NOOP("Commands", "From one signed file; the database is copied before"),
        roles=frozenset({"admin"}),
    ),
    Command(
        "screen.support",
        QT_TRANSLATE_NOOP("Commands", "File for support"),
        ("Ctrl+F1",),
        "life-buoy",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Shown before it is saved; no names, nothing that was typed"),
    ),
    Command(
        "screen.manual",
        QT_TRANSLATE_NOOP("Commands", "Manual"),
        (),
        "book-open",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Help by section; F1 twice opens what you see here"),
    ),
    Command(
        "manual.save",
        QT_TRANSLATE_NOOP("Commands", "Manual as PDF…"),
        (),
        "file-text",
        "window",
        QT_TRANSLATE_NOOP("Commands", "To print or to send, in the language of the window"),
    ),
    Command("window.quit", QT_TRANSLATE_NOOP("Commands", "Quit"), ("Ctrl+Q",), "log-out"),
)
