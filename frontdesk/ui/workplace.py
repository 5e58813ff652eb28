"""What every screen and panel is handed: where to ask, how to look, how to speak."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QSettings

from frontdesk.core.sites import Here
from frontdesk.ui.icons import Icons
from frontdesk.ui.jobs import Jobs
from frontdesk.ui.language import Language
from frontdesk.ui.leaving import Leaving
from frontdesk.ui.live import LiveQueue
from frontdesk.ui.messages import Messages
from frontdesk.ui.session import Session
from frontdesk.ui.theme import Theme
from frontdesk.ui.wording import Wording


@dataclass(frozen=True, slots=True)
class Workplace:
    """One desk with its window. Screens keep no other way to the rest of the program."""

    here: Here
    jobs: Jobs
    messages: Messages
    theme: Theme
    icons: Icons
    wording: Wording
    language: Language
    settings: QSettings
    session: Session
    live: LiveQueue
    leaving: Leaving = field(default_factory=Leaving)


@dataclass(frozen=True, slots=True)
class Matter:
    """What is on the table when a panel opens: the words asked and the article on screen."""

    query: str = ""
    article_id: str = ""
    title: str = ""
    office_id: str = ""
