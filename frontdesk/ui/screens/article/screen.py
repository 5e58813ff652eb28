"""The article editor as a screen: the form, its versions, and the articles in hand to choose from.

Ctrl+E brings the article on screen here, Ctrl+Shift+E begins a new one.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.base.errors import UserError
from frontdesk.core.knowledge import links
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.links import Target
from frontdesk.core.knowledge.workbench import AtWork
from frontdesk.ui.screen import Screen
from frontdesk.ui.screens.article import form, words
from frontdesk.ui.screens.article.editor import Editor
from frontdesk.ui.screens.article.form import Desk
from frontdesk.ui.screens.article.history import History
from frontdesk.ui.widgets.finder import Finder
from frontdesk.ui.widgets.waiting import Waiting
from frontdesk.ui.workplace import Matter, Workplace

NEW = "new"


class ArticleScreen(Screen):
    """One article at a time."""

    tables = frozenset({"article", "office", "person"})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.editor, self.history, self.finder = (
            Editor(place), History(place), Finder(place.theme),
        )  # fmt: skip
        self.stack, chooser, self._waiting = QStackedWidget(), QFrame(), Waiting()
        chooser.setProperty("card", True)
        room = QVBoxLayout(chooser)
        margin = place.theme.space("xl")
        room.setContentsMargins(margin, margin, margin, margin)
        room.addWidget(self.finder)
        self._chooser = chooser
        for part in (self.editor, self.history, chooser, self._waiting):
            self.stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab passes by: it is a page
        self.editor.history.connect(self._open_history)
        self.editor.other.connect(self.choose)
        self.editor.side.asked_for.connect(self._follow)
        self.history.text.asked_for.connect(self._follow)
        self.history.restored.connect(self._restored)
        self.finder.found.connect(self._found)
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def read(self) -> None:
        """Read the names of the house, and whether somebody else saved the article."""
        jobs, article = self.place.jobs, self.editor.article
        jobs.read(self, form.house, done=self.editor.offer)
        if article and not self.editor.is_new:
            jobs.read(self, form.stored_digest, article.id, done=self.editor.renew)

    def show_one(self, name: str) -> None:
        """Edit the article with an id; what is typed of another one is kept."""
        article = self.editor.article
        if article and article.id == name:
            self._show_editor()
            return
        self._wait()
        self.place.jobs.read(self, form.opened, name, done=self._take, failed=self._not_there)

    def open(self, matter: Matter) -> None:
        """Edit the article on the desk's table; without one ask which."""
        if matter.article_id:
            self.show_one(matter.article_id)
        elif not self.editor.article:
            self.choose()

    def begin(self) -> None:
        """Begin a new article, or go on with the one that was begun."""
        if self.editor.article and self.editor.is_new:
            self._show_editor()
            return
        self._wait()
        self.place.jobs.read(self, form.begun, self.place.language.code, done=self._take)

    def choose(self) -> None:
        """Ask which article, of those in hand; this one is among them where it is half typed."""
        self.save_draft()
        self.place.jobs.write(self, form.in_hand, done=self._offer)

    def in_hand(self) -> tuple[str, str, str] | None:
        """Return the article that is being edited."""
        article = self.editor.article
        return ("article", article.id, article.title) if article else None

    def back(self) -> bool:
        """Go from versions and list to the fields, then leave with the draft kept."""
        shown = self.stack.currentWidget()
        if shown is not self.editor and self.editor.article:
            self._show_editor()
            return True
        if shown is self.editor and self.editor.back():
            return True
        self.save_draft()
        return False

    def save_draft(self) -> None:
        """Save what is typed."""
        if self.editor.article:
            self.editor.save_draft()

    def setFocus(self, *_reason: Any) -> None:
        """Put the caret where one goes on."""
        shown = self.stack.currentWidget()
        if shown is self.editor and self.editor.article:
            self.editor.focus_first()
        else:
            parts: dict[QWidget, QWidget] = {self._chooser: self.finder}
            (parts.get(shown, shown) if shown else self.finder).setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Article editor"))
        self.finder.hint(self.tr("Some letters of the title or the code"))

    # ------------------------------------------------------------------ inside

    def _wait(self) -> None:
        """Keep what is typed of another article, and what is typed until this one is here."""
        self.save_draft()
        self._waiting.forget()
        self._show(self._waiting)
        self.place.jobs.read(self, form.house, done=self.editor.offer)

    def _take(self, desk: Desk) -> None:
        self.editor.put(desk)
        self._show_editor()
        self._waiting.replay()

    def _not_there(self, error: UserError) -> None:
        self.place.messages.refuse(error)
        self.choose()

    def _show(self, part: QWidget) -> None:
        self.stack.setCurrentWidget(part)
        if self.isVisible():
            self.setFocus()

    def _show_editor(self) -> None:
        self._show(self.editor)

    def _open_history(self, article_id: str) -> None:
        self.history.open(article_id)
        self._show(self.history)

    def _restored(self, told: tuple[Article, bytes]) -> None:
        self.place.jobs.read(self, form.opened, told[0].id, done=self.editor.put)

    def _offer(self, found: list[AtWork]) -> None:
        said = [(one.id, self._in_words(one)) for one in found]
        begin = self.tr("A new article")
        self.finder.ask(
            self.tr("Which article in hand? The box finds what is published."),
            [*said, (NEW, begin)],
        )
        self._show(self._chooser)

    def _in_words(self, one: AtWork) -> str:
        typed = self.tr("not saved yet") if one.is_typed else ""
        state = words.say(words.STATES[one.state])
        return " · ".join(filter(None, (one.title, one.code, state, typed)))

    def _found(self, key: str) -> None:
        if key == NEW:
            self.begin()
        else:
            self.show_one(key)

    def _follow(self, address: str) -> None:
        """Open the article that a link leads to, here and nowhere else."""
        self.place.jobs.read(self, links.followed, address, done=partial(self._go, address))

    def _go(self, address: str, target: Target | None) -> None:
        if target:
            self.show_one(target.id)
        else:
            text = self.tr(
                "Only links to articles are followed, and this one leads nowhere: {link}"
            )
            self.place.messages.say(text.format(link=address), "warn")


class NewArticleScreen(ArticleScreen):
    """The same for an article that is not there yet."""

    def open(self, matter: Matter) -> None:
        """Begin one, or go on with the one that was begun."""
        self.begin()
