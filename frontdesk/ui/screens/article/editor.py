"""The form of an article: its fields on pages, the preview beside them, and what becomes of it.

Ctrl+Enter saves, Ctrl+Shift+Enter publishes, Ctrl+M asks what becomes of it, Alt and a digit turn
the page. What is typed is kept as a draft; what somebody else saved meanwhile is told, and both
stay: what only they changed is taken over, the rest is asked.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from frontdesk.base.errors import UserError
from frontdesk.core.knowledge import drafting, life
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.knowledge.review import Waiting
from frontdesk.ui.keys import ENTER, is_plain
from frontdesk.ui.panel import Panel
from frontdesk.ui.screens.article import form, words
from frontdesk.ui.screens.article.entries import KIND_OF
from frontdesk.ui.screens.article.form import Desk, House, Sheet
from frontdesk.ui.screens.article.frame import DIGITS, Frame
from frontdesk.ui.screens.article.keys import OwnKeys
from frontdesk.ui.screens.article.meeting import ANSWERS, Meeting
from frontdesk.ui.screens.article.turns import DROP, REVIEW, VERIFY, turns
from frontdesk.ui.workplace import Workplace

PREVIEW_MS = 250  # after the last key: between two words, not between two letters


class Editor(Panel):
    """One article being written. `history` asks for its versions, `other` for another article."""

    history = Signal(str)
    other = Signal()
    saved = Signal(object)
    draft_key = form.NEW_DRAFT

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._article: Article | None = None
        self._stood: Sheet = {}
        self._base = drafting.NEW
        self._answers: list[str] = []
        self._is_sent = False
        self._waiting: Waiting | None = None
        self.frame_ = Frame(place, self)
        self.pages, self.side, self.line = (
            self.frame_.pages, self.frame_.side, self.frame_.line,
        )  # fmt: skip
        self._meeting, self._keys = Meeting(place, self.line), OwnKeys(self, len(DIGITS))
        self._later = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._later.timeout.connect(self.show_preview)
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ what is on the table

    @property
    def article(self) -> Article | None:
        """The article as it is stored, or as it begins."""
        return self._article

    @property
    def is_new(self) -> bool:
        """Whether it was never saved."""
        return self._base == drafting.NEW

    def offer(self, house: House) -> None:
        """Choose from the names of the house."""
        self.pages.offer(house)

    def put(self, desk: Desk) -> None:
        """Put an article on the table, with what was typed of it before, or what waits of it."""
        self._waiting = None
        self._show(desk.article, desk.base)
        waiting = desk.waiting  # what was typed of another change, or before, comes first
        if waiting and desk.draft.get("sent_at", waiting.sent_at) == waiting.sent_at:
            self._show_waiting(waiting)
        if desk.draft:
            self.restore(desk.draft)
            self._base = bytes.fromhex(desk.draft["base"])
        self.pages.files.show_files(desk.papers)
        self.show_preview()
        if self._base != desk.base:
            self._edited_elsewhere()

    def renew(self, digest: bytes) -> None:
        """Take note of the digest under which the article is stored now."""
        article = self.article
        is_ours = self._is_sent or digest in (self._base, drafting.NEW)
        if article is None or self.is_new or is_ours:
            return
        if self.typed():
            self._edited_elsewhere()
        else:
            self._reopen(article.id)

    def focus_first(self) -> None:
        """Put the caret into the first field of the page."""
        self.frame_.turn_to(self.frame_.page)

    # ------------------------------------------------------------------ the draft

    def typed(self) -> dict[str, Any]:
        """Return the sheet as a draft; nothing while all stands as it stood."""
        sheet = self._sheet()
        return {} if self._article is None or sheet == self._stood else sheet

    def restore(self, typed: dict[str, Any]) -> None:
        """Put a draft back."""
        self.pages.put({**self._stood, **typed})

    # ------------------------------------------------------------------ what becomes of it

    def submit(self) -> None:
        """Save it in the state that it has."""
        self._save("")

    def publish(self) -> None:
        """Save and publish it: the box finds it at once."""
        article = self.article
        self._save("published" if article and article.state != "published" else "")

    def ask_turn(self) -> None:
        """Ask what becomes of it."""
        if article := self.article:
            self._answers = turns(
                article.state, is_typed=bool(self.typed()), is_waiting=bool(self._waiting)
            )
            said = [words.say(words.MOVES[turn]) for turn in self._answers]
            self.line.offer("corner-down-left", self.tr("What becomes of it?"), said)

    def verify(self) -> None:
        """Note that it is true today, as it is stored."""
        article = self.article
        if article and not self.is_new and not self._waiting:
            self._write(form.verify, article.id, done=self._verified)

    def back(self) -> bool:
        """Close what is open over the fields."""
        if self.line.isVisible():
            self._leave_line()
            return True
        return self.pages.body.close_offer() or self.frame_.leave_preview()

    # ------------------------------------------------------------------ Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from a field of one line to the next one with Enter."""
        if is_plain(event) and event.key() in ENTER:
            self.focusNextChild()  # of a field of one line the next one
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview on a page of its own where there is no room beside the fields."""
        super().resizeEvent(event)
        self.frame_.fit(self.width())

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(self.tr("Article editor"))
        self.frame_.retranslate()
        self._name()

    def turn_to(self, digit: int) -> None:
        """Show the page of a digit."""
        page = DIGITS[digit - 1]
        if page == "history":
            if self._article and not self.is_new:
                self.history.emit(self._article.id)
        else:
            self.frame_.turn_to(page)

    # ------------------------------------------------------------------ inside

    def show_preview(self) -> None:
        """Show what is typed as the desk will, and what is to be said of its text."""
        sheet = self.pages.sheet()
        body = self.pages.body
        self.side.show_sheet(sheet, body.textCursor().position() if body.hasFocus() else -1)
        self._name()
        self.place.jobs.read(
            self, form.judged, sheet["body"], sheet["lang"], done=self.side.show_verdict
        )

    def _sheet(self) -> Sheet:
        article = self.article
        return {
            **self.pages.sheet(), "id": article.id if article else "", "base": self._base.hex(),
            "sent_at": self._waiting.sent_at if self._waiting else "",
        }  # fmt: skip

    def _show(self, article: Article, base: bytes) -> None:
        """Show an article as it is stored."""
        self._rest_on(article, base)
        self.pages.put(form.sheet(article, base, self._days(article)))
        self._stood = self._sheet()

    def _rest_on(self, article: Article, base: bytes) -> None:
        """Let what is typed rest on an article as it is stored."""
        self._article, self._base = article, base
        self.draft_key = form.NEW_DRAFT if self.is_new else form.draft_key(article.id)
        self.pages.files.belong_to(article.id, is_new=self.is_new)
        self._name()

    def _days(self, article: Article) -> dict[str, str]:
        day = self.place.wording.day_text
        return {n: day(getattr(article, n)) for n, kind in KIND_OF.items() if kind == "day"}

    def _name(self) -> None:
        if article := self.article:
            title = str(self.pages.sheet()["title"]) or self.tr("A new article")
            shown = REVIEW if self._waiting else article.state
            self.frame_.name(title, shown, is_new=self.is_new)

    def _edited(self, _name: str) -> None:
        self.touch()
        self._later.start()

    def _save(self, state: str) -> None:
        if self._article is None or self._is_sent:
            return
        sheet = self._sheet()
        self._unsaved.stop()
        self._write(
            form.save, self._article, sheet, state, zone=self.place.here.zone,
            done=partial(self._taken, state, sheet),
        )  # fmt: skip

    def _write(self, operation: Any, *given: Any, **named: Any) -> None:
        self._is_sent = True
        self.place.jobs.write(self, operation, *given, failed=self._refused, **named)

    def _taken(self, state: str, sheet: Sheet | None, told: tuple[Article, bytes]) -> None:
        """Go on from what was saved; what was typed since the key for it stays."""
        before = None if self.is_new else self._article
        self._is_sent = False
        is_as_sent = sheet is None or self._sheet() == sheet
        self._waiting = None
        if is_as_sent:
            self._show(*told)
        else:
            self._rest_on(*told)
            self._stood = {}
            self.touch()
        self.show_preview()
        article = told[0]
        self.saved.emit(article)
        is_undoable = before is not None and before.state in life.MOVES[article.state]
        undo = partial(self._move, before.state) if before and is_undoable else None
        text = words.say(words.MOVED[state if state == article.state else ""], title=article.title)
        self.place.messages.say(text, "ok", undo)

    def _move(self, state: str) -> None:
        """Pass it on; what is typed is saved with it."""
        article = self.article
        if state == VERIFY:
            self.verify()
        elif article and state == DROP:
            self._write(form.drop, article.id, done=self._reopen)
        elif article and state == REVIEW and article.state == "published":
            zone = self.place.here.zone
            self._unsaved.stop()
            self._write(form.send, article, self._sheet(), zone=zone, done=self._reopen)
        elif article and (self.typed() or self.is_new):
            self._save(state)
        elif article:
            self._write(form.move, article.id, state, done=partial(self._taken, state, None))

    def _reopen(self, article_id: str) -> None:
        self._is_sent = False
        self.place.jobs.read(self, form.opened, article_id, done=self.put)

    def _show_waiting(self, waiting: Waiting) -> None:
        """Show the change that waits for review, and say what it changes."""
        self._waiting, self._base = waiting, waiting.base
        self.pages.put(form.sheet(waiting.article, waiting.base, self._days(waiting.article)))
        self._stood = self._sheet()
        names = ", ".join(words.say(words.FIELDS[name]) for name in waiting.fields)
        text = self.tr("In review: {fields}. The desk shows what is published until this is saved.")
        self.place.messages.say(text.format(fields=names))

    def _verified(self, told: tuple[Article, bytes]) -> None:
        self._is_sent = False
        article, digest = told
        sheet, stood = self.pages.sheet(), self._stood
        is_typed = bool(self.typed())
        self._show(article, digest)
        if is_typed:  # what is typed stays, besides the day
            self.pages.put({**sheet, "review_on": self._days(article)["review_on"]})
            self._stood = {**stood, "base": digest.hex()}
        day = self.place.wording.day_text(article.review_on)
        text = self.tr("Verified: true today. To be looked at again on {day}.").format(day=day)
        self.place.messages.say(text)

    def _refused(self, error: UserError) -> None:
        self._is_sent = False
        if error.code == "article.edited_elsewhere":
            self._edited_elsewhere()
            return
        sentence = self.place.messages.sentence(error)
        shown = self.isVisible() and self.pages.refuse(error.field, sentence)
        self.frame_.mark()
        if not shown:
            self.place.messages.refuse(error)
        self.touch()

    # ------------------------------------------------------------------ two who write

    def _edited_elsewhere(self) -> None:
        if self._article:
            self._answers = [*ANSWERS]
            self._meeting.ask(self._article, self._sheet(), self._refused)

    def _answered(self, place: int) -> None:
        if place >= len(self._answers):
            return
        turn = self._answers[place]
        self._leave_line()
        if turn == "mine":
            self._take_joined()
        elif turn == "theirs":
            self._write(
                form.take_theirs, self._article, self._sheet(), zone=self.place.here.zone,
                done=partial(self._taken, "", None),
            )  # fmt: skip
        elif turn == "compare" and self._article:
            self.history.emit(self._article.id)
        else:
            self._move(turn)

    def _take_joined(self) -> None:
        """Go on with both in one; it is saved over what is stored now."""
        if self._meeting.joined is None:
            return
        found, base = self._meeting.joined
        self._rest_on(found.article, base)
        self.pages.put(form.sheet(found.article, base, self._days(found.article)))
        self.show_preview()
        self._save("")

    def _leave_line(self) -> None:
        self.line.hide()
        self.focus_first()

    def _do(self, own: str) -> None:
        deeds = {"publish": self.publish, "turns": self.ask_turn, "verify": self.verify,
                 "other": self.other.emit}  # fmt: skip
        if own in deeds:
            deeds[own]()
        elif self.line.isVisible():
            self._answered(int(own) - 1)
        else:
            self.turn_to(int(own))

    def _connect(self) -> None:
        place = self.place
        self.pages.edited.connect(self._edited)
        self.pages.body.linking.connect(self._find_targets)
        self.side.line_wanted.connect(self._go_to_line)
        self.line.picked.connect(self._answered)
        self.line.closed.connect(self._leave_line)
        for name in ("requirements", "steps"):
            rows = self.pages.rows(name)
            rows.removed.connect(partial(self._tell_removed, rows))
        self.frame_.pressed.connect(self._pressed)
        self._keys.pressed.connect(self._do)
        place.theme.changed.connect(lambda: self.frame_.fit(self.width()))

    def _pressed(self, what: str) -> None:
        deeds = {"save": self.submit, "publish": self.publish, "turns": self.ask_turn}
        if what in deeds:
            deeds[what]()
        else:
            self.turn_to(DIGITS.index(what) + 1)

    def _find_targets(self, letters: str) -> None:
        here = self.place
        day = here.jobs.now().date().isoformat()
        here.jobs.read(
            self, form.targets, letters, day=day, lang=here.language.code,
            done=partial(self.pages.body.show_targets, letters),
        )  # fmt: skip

    def _go_to_line(self, line: int) -> None:
        self.frame_.turn_to("text")
        self.pages.body.go_to_line(line)

    def _tell_removed(self, rows: QWidget, place: int, value: object) -> None:
        self.place.messages.say(
            self.tr("Taken away"),
            "info",
            lambda: rows.insert(place, value),  # type: ignore[attr-defined]
        )
