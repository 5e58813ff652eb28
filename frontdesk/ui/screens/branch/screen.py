"""How exchange stands, with one key to exchange now; where, with whom, and what two wrote.

Ctrl+Shift+S exchanges from anywhere and shows this screen, Esc stops the work. The place is a
folder (a stick, a share) or a hub, and is remembered once somebody who may has chosen it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from frontdesk.base.errors import UserError
from frontdesk.base.progress import Progress
from frontdesk.sync import beginning, branches, places
from frontdesk.sync.branches import Standing
from frontdesk.sync.rounds import Round
from frontdesk.ui.keys import is_plain
from frontdesk.ui.leaving import Work
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.branch import form
from frontdesk.ui.screens.branch.layout import BranchLayout
from frontdesk.ui.screens.branch.model import ConflictRow, when
from frontdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from frontdesk.ui.commands.own import OwnKey

LOOK_MS = 100
STOPPED = "work.stopped"


class BranchScreen(Screen):
    """Standing, place, sites; refusals and conflicts; joining and inviting."""

    tables = frozenset({"setting", "envelope"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._standing: Standing | None = None
        self._progress: Progress | None = None
        self._joining: Work | None = None
        self._asks = ""
        self.parts = BranchLayout(self)
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._tell_progress)
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def read(self) -> None:
        """Read how exchange stands."""
        self.place.jobs.read(self, branches.standing, done=self._take)

    def back(self) -> bool:
        """Stop the exchange, or leave the question."""
        if self._progress is not None:
            self._progress.stop()
            return True
        if self.parts.line.isVisible():
            self._leave_line()
            return True
        return False

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Exchange"))
        self.parts.retranslate()
        self._tell()

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return what can be done here alone."""
        from frontdesk.ui.commands.own import OwnKey

        return tuple(
            OwnKey(key.upper(), button.text().rpartition(" (")[0], deed)
            for key, (button, deed) in self._deeds().items()
            if not button.isHidden()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the letters of the screen; the rest goes on to the box."""
        plain = is_plain(event)
        button, deed = self._deeds().get(event.text().lower(), (None, None))
        if plain and deed and button and not button.isHidden() and self._progress is None:
            if not event.isAutoRepeat():
                deed()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ deeds

    def exchange(self) -> None:
        """Exchange with the place that is remembered, or ask for a folder."""
        if self._progress is not None:
            return
        standing = self._standing
        if standing is None:
            self.place.jobs.read(self, branches.standing, done=self._take_and_exchange)
        elif not standing.joined:
            self.place.messages.say(self._nobody(), "info")
        elif standing.place:
            self._begin(standing.place)
        else:
            self.choose_folder()

    def choose_folder(self) -> None:
        """Ask for the folder to exchange with, remember it where one may, and exchange."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(
            self.window(), self.tr("With which folder to exchange: a stick, a share")
        )
        if chosen:
            self._use(chosen)

    def ask_hub(self) -> None:
        """Ask for the address of a hub."""
        self._ask("hub", "send", self.tr("Address of the hub: postgresql://…"))

    def ask_days(self) -> None:
        """Ask after how many days without an exchange to remind."""
        self._ask("days", "clock", self.tr("Remind after how many days without an exchange? 0: no"))

    def ask_branch(self) -> None:
        """Ask for the name of the branch to invite."""
        self._ask("invite", "building-2", self.tr("Name of the branch to invite"))

    def join(self) -> None:
        """Ask for the invitation, say whose it is, and join with a second Enter."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            self.window(), self.tr("The file that head office gave you"), "", "JSON (*.json)"
        )
        if chosen:
            read = form.read_invitation
            self.place.jobs.slow(self, read, Path(chosen), done=self._invited)

    def become_head(self) -> None:
        """Make this site head office."""
        self.place.jobs.write(self, beginning.become_head, done=self._is_head)

    def settle(self) -> None:
        """Note that both values of the conflict in hand were seen."""
        row: ConflictRow | None = self.parts.conflicts.current()
        if row:
            self.place.jobs.write(self, form.settle, row.conflict, done=lambda _: self.read())

    # ------------------------------------------------------------------ exchange

    def _begin(self, place: str) -> None:
        self._progress = Progress()
        told = self.tr("Exchanging with {place}… Esc stops")
        self.parts.show_work(told.format(place=places.shown(place)))
        self._clock.start()
        jobs = self.place.jobs
        jobs.slow(
            self, form.exchange, place, now=jobs.now(), progress=self._progress,
            done=self._exchanged, failed=self._failed,
        )  # fmt: skip

    def _exchanged(self, done: Round) -> None:
        self._end()
        text = self.tr("Exchanged: {read} envelopes read, {events} entries new, {written} given")
        text = text.format(read=done.read, events=done.events, written=done.written)
        if count := len(done.refused) - len(done.later):
            text += self.tr(", {count} refused").format(count=count)
        if done.later:
            text += self.tr(", {count} for a newer program").format(count=len(done.later))
        self.place.messages.say(text, "warn" if done.refused else "ok")
        self.place.jobs.changed.emit(form.BROUGHT)
        self.read()

    def _failed(self, error: UserError) -> None:
        self._end()
        if error.code == STOPPED:
            text = self.tr(
                "Stopped; what was taken in stays, the next exchange goes on from there."
            )
            self.place.messages.say(text, "info")
        else:
            self.place.messages.refuse(error)
        self.read()

    def _end(self) -> None:
        self._progress = None
        self._clock.stop()
        self.parts.hide_work()

    def _tell_progress(self) -> None:
        if self._progress:
            self.parts.show_progress(self._progress.done, self._progress.total)

    # ------------------------------------------------------------------ setting up

    def _use(self, place: str) -> None:
        """Remember a place, and exchange with it whether it may be remembered or not."""
        begin = partial(self._begin, place)
        self.place.jobs.write(
            self, form.remember, place, done=lambda _: begin(), failed=lambda _: begin()
        )

    def _ask(self, what: str, icon: str, question: str) -> None:
        self._asks = what
        self.parts.line.open(icon, question)
        self.parts.cards.show_part(self.parts.line)

    def _answered(self, text: str) -> None:
        jobs, text = self.place.jobs, text.strip()
        if self._asks == "days":
            jobs.write(
                self, form.remind_after, text, done=self._line_done, failed=self._line_refused
            )
        elif self._asks == "hub":
            self._leave_line()
            self._use(text)
        elif self._asks == "invite":
            self._save_invitation(text)

    def _save_invitation(self, name: str) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(
            self.window(), self.tr("Where to keep the invitation"), f"{name}.json", "JSON (*.json)"
        )
        if chosen:
            self.place.jobs.write(
                self, form.invite, name, Path(chosen), done=self._invitation_kept,
                failed=self._line_refused,
            )  # fmt: skip

    def _invitation_kept(self, file: Path) -> None:
        self._leave_line()
        self.place.messages.say(
            self.tr("{file} makes a desk one of that branch. Hand it over like a key.").format(
                file=file.name
            )
        )
        self.read()

    def give_access(self) -> None:
        """Give each branch that has none its access to the hub, in a file."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(
            self.window(), self.tr("Where to keep the addresses for the branches"), "hub.json",
            "JSON (*.json)",
        )  # fmt: skip
        if chosen and self._standing:
            jobs, address = self.place.jobs, self._standing.place
            jobs.slow(
                self, form.admit, address, Path(chosen), now=jobs.now(), done=self._admitted,
                failed=self.place.messages.refuse,
            )  # fmt: skip

    def _admitted(self, made: tuple[Path, int]) -> None:
        file, count = made
        text = self.tr("Every branch has its access to the hub already; no file was written.")
        if count:
            text = self.tr(
                "{file} holds the address of the hub for each branch that had none: {count}. Hand "
                "each its own like a key; at the branch it is typed with h."
            ).format(file=file.name, count=count)
        self.place.messages.say(text, "ok" if count else "info")

    def _invited(self, told: tuple[str, Work]) -> None:
        name, self._joining = told
        question = self.tr(
            "This desk becomes one of “{name}” and begins anew; what it has now is kept as a copy."
        )
        answers = [self.tr("Join (Enter)")]
        self.parts.line.offer("key-round", question.format(name=name), answers)
        self.parts.cards.show_part(self.parts.line)

    def _join(self, _place: int) -> None:
        if self._joining:
            self.place.leaving.ask(self._joining)

    def _is_head(self, _done: object) -> None:
        told = self.tr("This is head office now. Invite the branches: I")
        self.place.messages.say(told)
        self.read()

    def _line_done(self, _done: object) -> None:
        self._leave_line()
        self.read()

    def _line_refused(self, error: UserError) -> None:
        self.place.messages.refuse(error, self.parts.line)

    def _leave_line(self) -> None:
        self._asks, self._joining = "", None
        self.parts.line.hide()
        self.setFocus()

    # ------------------------------------------------------------------ what is shown

    def _take(self, standing: Standing) -> None:
        self._standing = standing
        self.parts.show_standing(standing)
        self._tell()

    def _take_and_exchange(self, standing: Standing) -> None:
        self._take(standing)
        self.exchange()

    def _tell(self) -> None:
        standing, wording = self._standing, self.place.wording
        if standing is None:
            return
        if not standing.joined:
            self.parts.tell(self._nobody(), "")
            return
        told = [self.tr("Last exchange: {when}.").format(when=when(standing.last_at, wording))]
        told.append(
            self.tr("With: {place}.").format(place=places.shown(standing.place)) if standing.place
            else self.tr("No place is remembered yet: f chooses a folder, h a hub.")
        )  # fmt: skip
        if standing.new_events:
            count = wording.locale.toString(standing.new_events)
            told.append(self.tr("Entries new here since: {count}.").format(count=count))
        if standing.later:
            told.append(self.tr(
                "Envelopes for a newer program: {count}. Update, and they are taken in."
            ).format(count=standing.later))  # fmt: skip
        self.parts.tell(" ".join(told), "warn" if standing.later else "")

    def _nobody(self) -> str:
        return self.tr(
            "This desk exchanges with nobody yet. Is this head office (O)? Or a branch, with the "
            "file that head office gave you (J)?"
        )

    def _deeds(self) -> dict[str, tuple[QPushButton, Callable[[], object]]]:
        parts = self.parts
        return {
            "f": (parts.folder, self.choose_folder), "h": (parts.hub, self.ask_hub),
            "d": (parts.days, self.ask_days), "i": (parts.invite, self.ask_branch),
            "j": (parts.join, self.join), "o": (parts.head, self.become_head),
            "v": (parts.seen, self.settle), "a": (parts.access, self.give_access),
        }  # fmt: skip

    def _connect(self) -> None:
        parts = self.parts
        parts.now.clicked.connect(self.exchange)
        for button, deed in self._deeds().values():
            button.clicked.connect(deed)
        parts.line.asked.connect(self._answered)
        parts.line.picked.connect(self._join)
        parts.line.closed.connect(self._leave_line)
        self.setFocusProxy(parts.sites)
