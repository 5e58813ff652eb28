"""Who sits at this desk: nobody while it is locked, anybody in a house without PINs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from frontdesk.core.roles import NOBODY
from frontdesk.ui.jobs import Jobs

if TYPE_CHECKING:
    from frontdesk.core.accounts import Entered


class Session(QObject):
    """Under whose hand the jobs of this window are done. `changed` comes after each change."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.name = self.initials = ""

    @property
    def is_locked(self) -> bool:
        """Whether somebody has to sign in first."""
        return self._jobs.actor == NOBODY

    @property
    def has_user(self) -> bool:
        """Whether somebody is signed in."""
        return bool(self._jobs.actor) and not self.is_locked

    @property
    def role(self) -> str:
        """The role of who is signed in; '' where everybody may do everything."""
        actor = self._jobs.actor
        return actor.role if actor else ""

    @property
    def person_id(self) -> str:
        """The id of who is signed in, else ''."""
        actor = self._jobs.actor
        return actor.id if actor else ""

    def enter(self, entered: Entered) -> None:
        """Let in who has signed in."""
        self._jobs.actor = entered.actor
        self.name, self.initials = entered.name, entered.initials
        self.changed.emit()

    def lock(self) -> None:
        """Send everybody off."""
        self._jobs.actor = NOBODY
        self.name = self.initials = ""
        self.changed.emit()

    def open_house(self) -> None:
        """Let everybody do everything: the last PIN was taken away."""
        self._jobs.actor = None
        self.name = self.initials = ""
        self.changed.emit()
