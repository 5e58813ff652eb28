"""Every command of the window in one table: shortcuts, palette, cheat sheet and tests read it.

Function keys never move: a key that stands here keeps its meaning. A command enters the table once
it does something; `Commands.bind` says what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from frontdesk.ui.language import QT_TRANSLATE_NOOP

EVERYONE = frozenset({"receptionist", "admin", "manager"})
GROUPS = {
    "answer": QT_TRANSLATE_NOOP("Commands", "Answer"),
    "visitor": QT_TRANSLATE_NOOP("Commands", "Visitor"),
    "window": QT_TRANSLATE_NOOP("Commands", "Window"),
}


class Command(NamedTuple):
    """One thing that a person can ask of the window.

    A command with several keys chooses a place in a list: its slot gets the place, from 0 (Alt+1
    to Alt+9). `hint` is the sentence beside the word in palette and cheat sheet.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: str = "window"
    hint: str = ""
    roles: frozenset[str] = EVERYONE

    @property
    def title(self) -> str:
        """The command's word in the language in use."""
        return QCoreApplication.translate("Commands", self.text)

    @property
    def sentence(self) -> str:
        """The hint in the language in use; empty where the word says it all."""
        return QCoreApplication.translate("Commands", self.hint) if self.hint else ""

    @property
    def key_text(self) -> str:
        """The keys as people read them: `Ctrl+K`, `Alt+1…9`."""
        enter = QCoreApplication.translate("Commands", "Enter")
        names = [key.replace("Return", enter) for key in self.keys]
        return f"{names[0]}…{names[-1][-1]}" if len(names) > 1 else "".join(names)


TABLE: tuple[Command, ...] = (
    Command(
        "box.focus",
        QT_TRANSLATE_NOOP("Commands", "Search"),
        ("Ctrl+K",),
        "search",
        "answer",
        QT_TRANSLATE_NOOP("Commands", "The box, from anywhere"),
    ),
    Command(
        "answer.pick",
        QT_TRANSLATE_NOOP("Commands", "Choose a result"),
        tuple(f"Alt+{n}" for n in range(1, 10)),
        "list-checks",
        "answer",
        QT_TRANSLATE_NOOP("Commands", "While you type; arrows do it too"),
    ),
    Command(
        "answer.copy",
        QT_TRANSLATE_NOOP("Commands", "Copy"),
        ("Ctrl+C",),
        "copy",
        "answer",
        QT_TRANSLATE_NOOP("Commands", "The answer as plain text, for a chat or an e-mail"),
    ),
    Command(
        "answer.print",
        QT_TRANSLATE_NOOP("Commands", "Print"),
        ("Ctrl+P",),
        "printer",
        "answer",
        QT_TRANSLATE_NOOP("Commands", "The slip just issued, else the answer to take home"),
    ),
    Command(
        "desk.route",
        QT_TRANSLATE_NOOP("Commands", "Route"),
        ("F3",),
        "footprints",
        "answer",
        QT_TRANSLATE_NOOP("Commands", "To the right office, with the right papers and a slip"),
    ),
    Command(
        "desk.complaint",
        QT_TRANSLATE_NOOP("Commands", "Complaint"),
        ("F4",),
        "message-square-warning",
        "visitor",
        QT_TRANSLATE_NOOP("Commands", "The text is enough; the folio comes at once"),
    ),
    Command(
        "complaint.join",
        QT_TRANSLATE_NOOP("Commands", "Join with those alike"),
        ("Ctrl+J",),
        "history",
        "visitor",
        QT_TRANSLATE_NOOP("Commands", "Under one cause; each keeps its folio and its term"),
    ),
    Command(
        "desk.promise",
        QT_TRANSLATE_NOOP("Commands", "Promise"),
        ("F5",),
        "handshake",
        "visitor",
        QT_TRANSLATE_NOOP("Commands", "What, by when, to a visitor or a colleague"),
    ),
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
        "answer.show",
        QT_TRANSLATE_NOOP("Commands", "Show"),
        ("F11",),
        "monitor",
        "answer",
        QT_TRANSLATE_NOOP("Commands", "To the visitor: large type, a QR code, nothing private"),
    ),
    Command(
        "voice.not_found",
        QT_TRANSLATE_NOOP("Commands", "Not found"),
        ("F8",),
        "search-x",
        "answer",
        QT_TRANSLATE_NOOP("Commands", "Records what was missing, for whoever keeps the articles"),
    ),
    Command(
        "voice.told",
        QT_TRANSLATE_NOOP("Commands", "A customer told me"),
        ("F7",),
        "ear",
        "visitor",
        QT_TRANSLATE_NOOP("Commands", "Something the desk did not know: one line is enough"),
    ),
    Command(
        "visitor.solved",
        QT_TRANSLATE_NOOP("Commands", "Solved"),
        ("Ctrl+Return",),
        "circle-check",
        "visitor",
        QT_TRANSLATE_NOOP("Commands", "Closes the visit; the next one opens by itself"),
    ),
    Command(
        "visitor.unhappy",
        QT_TRANSLATE_NOOP("Commands", "Leaves unhappy"),
        ("Ctrl+Shift+Return",),
        "frown",
        "visitor",
    ),
    Command(
        "visitor.name",
        QT_TRANSLATE_NOOP("Commands", "Note the visitor's name"),
        ("Ctrl+N",),
        "user",
        "visitor",
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
        "window.back",
        QT_TRANSLATE_NOOP("Commands", "One step back"),
        ("Esc",),
        "undo-2",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Nothing typed is lost"),
    ),
    Command(
        "search.forget",
        QT_TRANSLATE_NOOP("Commands", "Forget what was chosen here"),
        (),
        "history",
        "window",
        QT_TRANSLATE_NOOP("Commands", "The order of results is as on the first day"),
    ),
    Command("window.undo", QT_TRANSLATE_NOOP("Commands", "Undo"), ("Ctrl+Z",), "undo-2", "window"),
    Command(
        "window.palette",
        QT_TRANSLATE_NOOP("Commands", "Commands"),
        ("Ctrl+Shift+P",),
        "command",
        "window",
        QT_TRANSLATE_NOOP("Commands", "Type what you want to do"),
    ),
    Command(
        "window.keys",
        QT_TRANSLATE_NOOP("Commands", "Keys"),
        ("F1",),
        "keyboard",
        "window",
        QT_TRANSLATE_NOOP("Commands", "All of them on one sheet"),
    ),
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
    Command("language.es", "Español", (), "languages"),
    Command("language.en", "English", (), "languages"),
    Command(
        "demo.remove",
        QT_TRANSLATE_NOOP("Commands", "Remove the demo office"),
        (),
        "log-out",
        "window",
        QT_TRANSLATE_NOOP("Commands", "An office of your own begins, empty"),
    ),
    Command("window.quit", QT_TRANSLATE_NOOP("Commands", "Quit"), ("Ctrl+Q",), "log-out"),
)


class Commands(QObject):
    """The commands that do something, as actions of one window."""

    def __init__(self, window: QWidget, table: tuple[Command, ...] = TABLE) -> None:
        super().__init__(window)
        self.window = window
        self._table = {command.id: command for command in table}
        self._actions: dict[str, QAction] = {}

    def bind(self, command_id: str, slot: Callable[..., object]) -> None:
        """Say what a command does, and put its keys and its action on the window."""
        command = self._table[command_id]
        self._actions[command_id] = action = self._action(command, slot, 0)
        if len(command.keys) > 1:
            action.setShortcuts([])
            for place, key in enumerate(command.keys):
                self._action(command, slot, place).setShortcut(QKeySequence(key))

    def run(self, command_id: str) -> None:
        """Do it, as if its key had been pressed."""
        self._actions[command_id].trigger()

    def action(self, command_id: str) -> QAction:
        """Return the action of a command, for a menu or a button."""
        return self._actions[command_id]

    def of(self, command_id: str) -> Command:
        """Return a command of the table."""
        return self._table[command_id]

    def knows(self, command_id: str) -> bool:
        """Tell whether a command does something in this window."""
        return command_id in self._actions

    def bound(self, role: str = "") -> Iterator[Command]:
        """The commands that do something, in the table's order; with a role, what it may do."""
        for command in self._table.values():
            if command.id in self._actions and (not role or role in command.roles):
                yield command

    def retranslate(self) -> None:
        """Put the words of the language in use on every action."""
        for command_id, action in self._actions.items():
            action.setText(self._table[command_id].title)

    def _action(self, command: Command, slot: Callable[..., object], place: int) -> QAction:
        action = QAction(command.title, self.window)
        action.setObjectName(command.id)
        if len(command.keys) > 1:
            action.triggered.connect(lambda _checked=False: slot(place))
        else:
            action.setShortcuts([QKeySequence(key) for key in _spellings(command.keys)])
            action.triggered.connect(lambda _checked=False: slot())
        self.window.addAction(action)
        return action


def _spellings(keys: tuple[str, ...]) -> Iterator[str]:
    """The keys with their twins on other keyboards: Enter of the number pad, plus without Shift."""
    for key in keys:
        yield key
        if "Return" in key:
            yield key.replace("Return", "Enter")
        if key == "Ctrl++":
            yield "Ctrl+="
