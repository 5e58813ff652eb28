"""The window: rail, box and visitor strip around whatever screen is in use.

Opening a panel: `commands.run("desk.route")` calls `open_panel`, which builds the panel named in
`places.PANELS` once, hands it the `Matter` on the table (words asked, article, office) and shows it
over the right-hand side of the desk; results and visitor strip stay. The panel emits `closed`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from frontdesk.ui import looks, places
from frontdesk.ui.commands import TABLE, Command, Commands
from frontdesk.ui.guard import Guard
from frontdesk.ui.help import Help
from frontdesk.ui.language import Translated
from frontdesk.ui.privacy import Privacy
from frontdesk.ui.visitor_strip import VisitorStrip
from frontdesk.ui.widgets.box import Box
from frontdesk.ui.widgets.pages import Pages
from frontdesk.ui.widgets.rail import Rail
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.ui.bug_dialog import BugDialog
    from frontdesk.ui.commands.own import OwnKey
    from frontdesk.ui.desk_deeds import DeskDeeds
    from frontdesk.ui.messages import MessageLine
    from frontdesk.ui.panel import Panel
    from frontdesk.ui.screen import Screen
    from frontdesk.ui.screens.desk.screen import DeskScreen
    from frontdesk.ui.visitor import Visitor
    from frontdesk.ui.widgets.one_line import OneLine

SIZE = QSize(1240, 760)
WARM_UP_AFTER_MS = 500  # the first page comes first
AROUND = 60  # what a system puts around a window: title, task bar
ANSWER_ACTIONS = (
    "desk.route", "desk.complaint", "desk.promise", "answer.show", "answer.copy", "answer.print",
)  # fmt: skip
FIRST_PAGE_KEYS = (
    "desk.route", "desk.complaint", "desk.promise", "voice.told", "voice.not_found", "answer.show",
    "visitor.solved",
)  # fmt: skip


class MainWindow(Translated, QMainWindow):
    """The one window of a desk: a frame, painted at once, and what `furnish` builds inside."""

    visitor: Visitor
    one_line: OneLine
    message_line: MessageLine
    deeds: DeskDeeds
    desk: DeskScreen

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self.commands = Commands(self, TABLE)
        self.box, self.strip = Box(place.icons), VisitorStrip(place)
        self.stack, self.rail = Pages(), Rail(place.theme, place.icons)
        self._panels: dict[str, Panel] = {}
        self._screens: dict[str, Screen] = {}
        self._bug: BugDialog | None = None
        self._is_furnished = False
        self._show_first = self.show
        self._bind_window()
        self.guard, self.privacy, self.help = Guard(self), Privacy(self), Help(self)
        self._lay_out()
        self.retranslate()
        self._restore_place()

    # ------------------------------------------------------------------ for the composition root

    def start(self) -> None:
        """Show the frame of the window; the rest follows once that is painted, or unlocked."""
        self.box.painted_first.connect(lambda: QTimer.singleShot(0, self.fill))
        if self.place.session.is_locked:
            self.guard.lock()
        self._show_first()
        if not self.guard.covers:
            self.box.setFocus()

    def furnish(self) -> None:
        """Build the desk inside the frame, which was on screen in half the time."""
        from frontdesk.ui.desk_deeds import DeskDeeds
        from frontdesk.ui.messages import MessageLine
        from frontdesk.ui.screens.desk.screen import DeskScreen
        from frontdesk.ui.visitor import Visitor
        from frontdesk.ui.widgets.one_line import OneLine

        self._is_furnished = True
        place = self.place
        self.visitor = Visitor(place, self)
        self.strip.attach(self.visitor)
        self.one_line = OneLine(place.icons, self)
        self.message_line = MessageLine(place.messages, place.icons, self)
        self._column.insertWidget(2, self.one_line)
        self._column.addWidget(self.message_line)
        self.deeds = DeskDeeds(self, place)
        self.desk = DeskScreen(place, self._first_keys(), self._commands_for_box)
        self._fill_action_bar()
        self.stack.addWidget(self.desk)
        self.stack.setCurrentWidget(self.desk)
        self._connect()
        if self.box.text():
            self._asked(self.box.text())

    def fill(self) -> None:
        """Furnish, and read the first page and the visitor who was left open; once only."""
        from frontdesk.core import desk

        if self._is_furnished:
            return
        self.furnish()
        if not self.box.text():
            self.desk.show_first_page()
        self.visitor.reload()
        self.deeds.reload()
        warm_up = partial(self.place.jobs.read, self, desk.warm_up, now=self.place.jobs.now())
        QTimer.singleShot(WARM_UP_AFTER_MS, self, warm_up)
        self.desk.right.complete()

    # ------------------------------------------------------------------ places

    def open_panel(self, command_id: str) -> None:
        """Open a panel over the answer; the desk comes back first."""
        self.show_desk()
        self.one_line.hide()
        if command_id not in self._panels:
            panel = self._panels[command_id] = places.PANELS[command_id](self.place)
            panel.closed.connect(partial(self._leave_panel, panel))
        self.visitor.look_up()
        if command_id == "desk.route":
            self.desk.keep_choice()
        self.desk.open_panel(self._panels[command_id])

    def _leave_panel(self, panel: Panel) -> None:
        # Words that are marked would be copied in the place of the answer.
        (self.to_box if panel.is_done else self.box.setFocus)()

    def open_screen(self, command_id: str) -> Screen:
        """Put a screen in the place of the desk, and return it."""
        self.fill()
        if command_id not in self._screens:
            screen = self._screens[command_id] = places.SCREENS[command_id](self.place)
            self.stack.addWidget(screen)
            screen.asks.connect(self._ask)
            screen.edits.connect(self._edit)
        self._screens[command_id].open(self.desk.matter())
        self.stack.setCurrentWidget(self._screens[command_id])
        self.rail.mark(self.commands.action(command_id))
        self._screens[command_id].setFocus()
        return self._screens[command_id]

    def show_desk(self) -> None:
        """Go to the desk and leave the rest as it is; a key may come before there is one."""
        self.fill()
        self.stack.setCurrentWidget(self.desk)
        self.rail.mark(self.commands.action("window.desk"))

    def to_box(self) -> None:
        """Put the caret into the box, ready to be typed over."""
        self.box.setFocus()
        self.box.selectAll()

    def back(self) -> None:
        """Climb down one step: popup, line, screen, panel, text, article, first page."""
        if self.guard.back():
            return
        if popup := QApplication.activePopupWidget():
            popup.close()
            return
        if self.one_line.isVisible():
            self.deeds.leave_line()
        elif screen := self._screen():
            if not screen.back():
                self.show_desk()
                self.box.setFocus()
        elif self.desk.panel:
            self.desk.back()
        elif self.box.text():
            self.box.clear()
            self.box.setFocus()
        else:
            self.desk.back()
            self.box.setFocus()

    def save_drafts(self) -> None:
        """Keep what is being typed anywhere."""
        drafted: list[Panel | Screen] = [*self._panels.values(), *self._screens.values()]
        for part in drafted:
            part.save_draft()

    def screen_id(self) -> str:
        """Return the command whose screen is on show, '' for the desk."""
        return next((name for name, s in self._screens.items() if s is self._screen()), "")

    def subject_id(self) -> str:
        """Return the command whose screen or panel is on show, '' for the desk itself."""
        panel = self.desk.panel if self._is_furnished else None
        return self.screen_id() or next((n for n, p in self._panels.items() if p is panel), "")

    # ------------------------------------------------------------------ Qt

    def retranslate(self) -> None:
        """Set the words of box, title and commands."""
        self.setWindowTitle(f"Frontdesk · {self.place.here.name}")
        self.box.setPlaceholderText(self.tr("Ask: a word, a name, a folio, a command"))
        self.box.setAccessibleName(self.tr("Search box"))
        self.box.setAccessibleDescription(
            self.tr(
                "Arrows choose a result, Enter takes it, Alt and a digit take one of the first nine"
            )
        )
        self.commands.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring what is typed outside any field into the box, so that no key is lost."""
        from PySide6.QtCore import Qt  # many enumerations, which the first paint does not need

        control = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if cover := self.guard.covers:
            cover.setFocus()
            QCoreApplication.sendEvent(cover.letters, event)
        elif event.text().isprintable() and event.text() and not control:
            panel = self.desk.panel if self._is_furnished else None
            is_new = self._screen() or (panel and panel.is_done)
            (self.to_box if is_new else self.box.setFocus)()
            QCoreApplication.sendEvent(self.box, event)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep size and drafts; nothing is asked, because nothing is lost."""
        self.place.settings.setValue("window/geometry", self.saveGeometry())
        self.save_drafts()
        if self._is_furnished:
            self.deeds.close()
        super().closeEvent(event)

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        space = self.place.theme.space
        self._column = column = QVBoxLayout()
        column.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        column.setSpacing(space("s"))
        for widget, stretch in ((self.box, 0), (self.strip, 0), (self.stack, 1)):
            column.addWidget(widget, stretch)
        self.stack.addWidget(_empty_cards(space("m")))
        self.whole = QWidget()
        row = QHBoxLayout(self.whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(self.whole)
        self.rail.add(self.commands.action("window.desk"), "concierge-bell")
        for command_id in places.ON_RAIL:
            self.rail.add(self.commands.action(command_id), self.commands.of(command_id).icon)
        self.rail.add(self.commands.action("window.palette"), "command", low=True)
        self.rail.add(self.commands.action("window.keys"), "keyboard", low=True)
        self.rail.mark(self.commands.action("window.desk"))

    def _connect(self) -> None:
        self.box.textChanged.connect(self._asked)
        self.box.stepped.connect(self.desk.step)
        self.box.chosen.connect(self.desk.choose)
        self.desk.command_chosen.connect(self._run_from_box)
        self.desk.word_chosen.connect(self.box.setText)
        self.desk.article_chosen.connect(self.visitor.read)
        self.desk.case_chosen.connect(self._open_case)
        self.desk.section_chosen.connect(self.help.open_section)
        self.desk.gap_seen.connect(self.deeds.ask_not_found)
        self.box.textEdited.connect(lambda: self._leave_undo(leaves=False))
        self.place.messages.undo_changed.connect(
            lambda: self._leave_undo(leaves=self.place.messages.can_undo)
        )
        self.place.jobs.problem.connect(self.place.messages.refuse)
        self.place.jobs.bug.connect(self._tell_bug)

    def _bind_window(self) -> None:
        bind = self.commands.bind
        bind("box.focus", self.to_box)
        bind("window.desk", self._home)
        bind("window.back", self.back)
        bind("window.undo", self.place.messages.undo)
        bind("window.palette", self._open_palette)
        bind("window.quit", self.close)
        bind("complaint.join", self._join)
        looks.bind(self.commands, self.place)
        for command_id in places.PANELS:
            bind(command_id, partial(self.open_panel, command_id))
        for command_id in places.SCREENS:
            bind(command_id, partial(self.open_screen, command_id))

    def _fill_action_bar(self) -> None:
        known = [self.commands.of(name) for name in ANSWER_ACTIONS if self.commands.knows(name)]
        self.desk.right.bar.set_actions(
            [(self.commands.action(c.id), c.icon, c.key_text) for c in known]
        )

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return what can be done on the screen or panel that is open, and nowhere else."""
        shown = self._screen() or (self.desk.panel if self._is_furnished else None)
        return shown.own_keys() if shown else ()

    def _screen(self) -> Screen | None:
        shown = self.stack.currentWidget()
        return next((s for s in self._screens.values() if s is shown), None)

    def _asked(self, text: str) -> None:
        self.show_desk()
        self.visitor.asking(text)
        self.desk.ask(text)

    def _open_case(self, folio: str) -> None:
        self.open_screen("screen.cases").show_one(folio)

    def _edit(self, article_id: str) -> None:
        self.open_screen("article.edit").show_one(article_id)

    def _leave_undo(self, *, leaves: bool) -> None:
        self.box.leaves_undo = leaves

    def _ask(self, words: str) -> None:
        self.box.setText(words)
        self._home()

    def _home(self) -> None:
        self.show_desk()
        self.to_box()

    def _run_from_box(self, command_id: str) -> None:
        self.box.clear()
        self.commands.run(command_id)

    def _first_keys(self) -> tuple[Command, ...]:
        return tuple(
            self.commands.of(name) for name in FIRST_PAGE_KEYS if self.commands.knows(name)
        )

    def _commands_for_box(self, text: str) -> list[Command]:
        from frontdesk.ui.palette import matching

        return matching(self.commands.bound(), text)[:3]

    def _open_palette(self) -> None:
        from frontdesk.ui.palette import Palette

        Palette(self.commands, self.place, self.own_keys()).show()

    def _tell_bug(self, text: str) -> None:
        from frontdesk.ui.bug_dialog import BugDialog

        if self._bug is None:
            self._bug = BugDialog(self)
        self._bug.tell(text)

    def _join(self) -> None:
        if self._is_furnished and self.desk.panel:
            self.desk.panel.join()

    def _restore_place(self) -> None:
        self.resize(SIZE)
        room = self.screen().availableSize()
        if room.width() < SIZE.width() + AROUND or room.height() < SIZE.height() + AROUND:
            self._show_first = self.showMaximized
        kept = self.place.settings.value("window/geometry", QByteArray(), type=QByteArray)
        if isinstance(kept, QByteArray) and not kept.isEmpty():
            self.restoreGeometry(kept)
            self._show_first = self.show


def _empty_cards(space: int) -> QWidget:
    """Return what stands in the place of the desk for the first moment."""
    cards = QWidget()
    row = QHBoxLayout(cards)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(space)
    for share in (37, 63):
        card = QFrame()
        card.setProperty("card", True)
        row.addWidget(card, share)
    return cards
