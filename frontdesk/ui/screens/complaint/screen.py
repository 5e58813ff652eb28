"""The complaint panel: the text first, Ctrl+Enter files it, the folio is told at once.

Everything else is optional and a Tab away: no complaint is argued at the counter. When typing rests
for a moment, kind, office and severity are suggested, and those who complain of the same are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, rules
from frontdesk.core.complaints import Alike, Blank, Complaint, Suggestion, life
from frontdesk.core.rules import Pack
from frontdesk.ui.commands.own import OwnKey
from frontdesk.ui.panel import Panel
from frontdesk.ui.screens.complaint import form
from frontdesk.ui.screens.complaint.filed import Filed
from frontdesk.ui.screens.complaint.files import Files
from frontdesk.ui.screens.complaint.form import Outcome, Typed
from frontdesk.ui.screens.complaint.particulars import Particulars
from frontdesk.ui.screens.complaint.repeats import Repeats
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.foot import foot, stand
from frontdesk.ui.widgets.room import fill
from frontdesk.ui.widgets.scrolled import bare_page, scrolled
from frontdesk.ui.widgets.spelling import Spelling
from frontdesk.ui.widgets.writing import Writing
from frontdesk.ui.workplace import Matter, Workplace

if TYPE_CHECKING:
    from frontdesk.exchange.paper import Paper
    from frontdesk.ui.printing import Press

TEXT_LINES = 5
PAUSE_MS = 400  # of rest in typing, after which one looks for what is alike


class ComplaintPanel(Panel):
    """The form, and what came of it."""

    draft_key, free_text = form.DRAFT_KEY, "text"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._case_id = Typed.blank().case_id
        self._sent = Typed.blank()
        self._case: Complaint | None = None
        self._pack: Pack | None = None
        self._joins: Alike | None = None  # those with whom the case just filed can be joined
        self._press: Press | None = None
        self._title, self._about = QLabel(), QLabel()
        self.files = Files(place, self._read)
        self._text = Writing(self.files.take_mime)
        self.spelling = Spelling(self._text, place)
        self._text.setProperty("private", True)
        self.more, self.repeats = Particulars(place), Repeats(place)
        self.fields = {"text": Field(self._text), **self.more.fields}
        self._save, self._how = QPushButton(), QLabel()
        self._filed = Filed(place)
        self._pages = QStackedWidget()
        self._rested = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def open(self, matter: Matter) -> None:
        """Start on a matter, or go on with what was typed before."""
        if self.is_done:
            self._start_anew()
        if not self.typed():
            self.more.propose()
        super().open(matter)
        self.retranslate()
        self.place.jobs.read(
            self, complaints.blank, article_id=matter.article_id, office_id=matter.office_id,
            now=self.place.jobs.now(), done=self._take_blank,
        )  # fmt: skip

    def focus_first(self) -> None:
        """Put the caret into the text; after a case was filed, into that of the next."""
        if self.is_done:
            self._start_anew()
        self._text.setFocus()

    def typed(self) -> dict[str, Any]:
        """Return the form as a draft."""
        return self._read().draft(self.more.visitor)

    def restore(self, typed: dict[str, Any]) -> None:
        """Put a draft back into the form."""
        kept = Typed.restored(typed)
        self._case_id = kept.case_id
        self._text.setPlainText(kept.text)
        self.more.restore(kept)
        self.files.load(kept.case_id)
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)

    def submit(self) -> None:
        """Put the complaint on record."""
        if self.is_done:
            return
        self._sent = sent = self._read()
        if not sent.text.strip():
            self._refused(UserError("complaint.empty", field="text"))
            return
        self.is_done = True
        self._case = self._pack = None
        self._joins = self.repeats.group
        self._filed.show_outcome(None)
        self._pages.setCurrentIndex(1)
        self._filed.setFocus()
        self.hand_in(
            form.file, sent, article_id=self.matter.article_id,
            alike=self.repeats.group if self.repeats.joins else None,
            done=self._take_outcome, failed=self._refused,
        )  # fmt: skip

    def back(self) -> bool:
        """Stop what is being read, before the form is left."""
        return self.files.attaching.stop()

    def own_keys(self) -> tuple[OwnKey, ...]:
        """Return what the form does by itself."""
        if self.is_done:
            return ()
        attach = self.files.attaching
        return (
            OwnKey(self.tr("Ctrl+Enter"), self.tr("Put on record"), self.submit, icon="check"),
            OwnKey("Ctrl+.", self.tr("Correct a word"), self.spelling.propose, icon="check"),
            OwnKey("", self.tr("Attach files"), attach.choose, icon="paperclip"),
            OwnKey("Ctrl+V", self.tr("Attach the picture that was copied"), attach.paste),
        )

    def join(self) -> None:
        """Join with those alike: at once where the case is filed, else when it will be."""
        if not self.is_done:
            self.repeats.toggle()
            self.touch()
        elif self._case and self._joins:
            self.place.jobs.write(
                self, form.join, self._case.id, self._joins, done=self._take_joined
            )

    def print_paper(self, press: Press) -> bool:
        """Print the receipt; with it in hand the person has been told that the case is on record.

        The case is noted as acknowledged.
        """
        printed = super().print_paper(press)
        if printed and self._case and not self._case.acknowledged_at:
            self.place.jobs.write(self, life.acknowledge, self._case.id, done=self._take_case)
        return printed

    def paper(self) -> Paper | None:
        """Return the receipt of the case that was just filed."""
        if self._case is None or self._pack is None:
            return None
        from frontdesk.exchange.documents import receipt

        place = self.place
        return receipt(
            self._case, self._pack, place.here, place.language.code, now=place.jobs.now()
        )

    def retranslate(self) -> None:
        """Set the words."""
        self._title.setText(self.tr("Complaint"))
        self._about.setText(self.matter.title)
        self._about.setVisible(bool(self.matter.title))
        self.fields["text"].set_label(self.tr("&What happened"))
        self._text.setPlaceholderText(self.tr("In the visitor's own words; the text is enough"))
        self._save.setText(self.tr("Put on record (Ctrl+Enter)"))
        self._how.setText(self.tr("Esc leaves; what is typed is kept"))
        self.setAccessibleName(self.tr("Complaint"))

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        theme, whole = self.place.theme, QWidget()
        page, column = bare_page(theme, "xl", "l", "xs", between="m")
        self._title.setProperty("role", "title")
        self._about.setProperty("role", "muted")
        self._about.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.fields["text"], 1)
        column.addWidget(self.repeats)
        column.addWidget(self.more)
        column.addWidget(self.files)
        stand(whole, theme, page, foot(self._save, self._how, theme.space("m")), grows=True)
        self._pages.addWidget(whole)
        self._pages.addWidget(scrolled(self._filed))
        fill(self, self._pages)

    def _measure(self) -> None:
        """Keep room for some lines at every text size: the form scrolls, not its text."""
        theme = self.place.theme
        line = QFontMetrics(theme.font("body")).lineSpacing()
        self.fields["text"].setMinimumHeight(line * TEXT_LINES + theme.space("xl"))

    def _connect(self) -> None:
        self.place.theme.changed.connect(self._measure)
        self._measure()
        self._save.clicked.connect(self.submit)
        self._text.textChanged.connect(self._edited)
        self.more.changed.connect(self._edited_more)
        self.repeats.asked.connect(self.join)
        self.files.changed.connect(self.touch)
        self.files.late.connect(self._show_outcome)
        self.files.attaching.accept_drops_on(self)
        self._rested.timeout.connect(self.look_around)
        self._filed.printing.connect(self._print)
        self._filed.joining.connect(self.join)
        self._filed.another.connect(self.focus_first)

    def _read(self) -> Typed:
        typed = Typed(self._case_id, self._text.toPlainText(), files=self.files.count)
        return self.more.read(typed)

    def _edited(self) -> None:
        self.fields["text"].accept()
        self._rested.start()
        self.touch()

    def _edited_more(self) -> None:
        if not self.is_done:
            self._rested.start()
        self.touch()

    def look_around(self) -> None:
        """Ask what the text suggests and who complains of the same."""
        self._rested.stop()
        if self.is_done:
            return
        jobs, typed = self.place.jobs, self._read()
        jobs.read(self, form.suggested, typed.text, now=jobs.now(), done=self._take_suggestion)

    def _take_suggestion(self, found: Suggestion) -> None:
        if self.is_done:
            return
        self.more.suggest(found)
        jobs, typed = self.place.jobs, self._read()
        article_id = self.matter.article_id or found.article_id
        jobs.read(
            self, complaints.alike, typed.text, typed.office, article_id,
            now=jobs.now(), done=self._take_alike,
        )  # fmt: skip

    def _take_alike(self, groups: list[Alike]) -> None:
        if not self.is_done:
            self.repeats.show_group(groups[0] if groups else None)

    def _take_blank(self, blank: Blank) -> None:
        self.more.take_blank(blank)

    def _take_outcome(self, outcome: Outcome) -> None:
        self._empty()
        self._show_outcome(outcome)
        self.place.jobs.read(self, rules.of_case, outcome.case.pack, done=self._take_pack)
        self._tell(outcome.case)
        if outcome.refusal:
            self.place.messages.refuse(outcome.refusal)

    def _take_joined(self, outcome: Outcome) -> None:
        if outcome.refusal:
            self.place.messages.refuse(outcome.refusal)
            return
        self._show_outcome(outcome)
        title = outcome.cause.title if outcome.cause else ""
        self.place.messages.say(
            self.tr("{folio} is joined: {cause}").format(folio=outcome.case.folio, cause=title),
            "ok",
            lambda: self.place.jobs.write(self, complaints.part, outcome.case.id),
        )

    def _show_outcome(self, outcome: Outcome) -> None:
        self._case = outcome.case
        if outcome.cause:
            self._joins = None
        self._filed.show_outcome(outcome, can_join=self._joins is not None)

    def _take_case(self, case: Complaint) -> None:
        self._case = case

    def _tell(self, case: Complaint) -> None:
        said = self.tr("{folio} is on record.").format(folio=case.folio)
        if case.due_on:
            day = self.place.wording.day_text(case.due_on)
            said = self.tr("{folio} is on record. Answer at the latest on {day}.").format(
                folio=case.folio, day=day
            )
        sent = self._sent
        self.place.messages.say(said, "ok", lambda: self._take_back(case, sent))

    def _take_pack(self, pack: Pack) -> None:
        self._pack = pack

    def _take_back(self, case: Complaint, sent: Typed) -> None:
        """Annul the case; its text and its files come back into the form, as another case."""
        anew = "" if self.typed() else Typed.blank().case_id
        self.place.jobs.write(
            self, form.take_back, case.id, anew,
            done=lambda annulled: self._taken_back(annulled, sent, anew),
        )  # fmt: skip

    def _taken_back(self, case: Complaint, sent: Typed, anew: str) -> None:
        if self.is_done:
            self._start_anew()
        if anew:
            self.restore({**sent.draft(), "case_id": anew})
            self.save_draft()
        self.place.messages.say(
            self.tr("{folio} is annulled; its number stays taken, the text is back in F4.").format(
                folio=case.folio
            ),
            "info",
        )

    def _refused(self, error: UserError) -> None:
        self.is_done = False
        self._pages.setCurrentIndex(0)
        self.place.messages.refuse(error, self.fields.get(error.field))

    def _start_anew(self) -> None:
        self.is_done = False
        self._case = self._pack = None
        self._pages.setCurrentIndex(0)

    def _empty(self) -> None:
        """Make the form blank for the next case, with the same office and visitor proposed."""
        self._case_id = Typed.blank().case_id
        self._text.clear()
        self.files.show_files(())
        self.more.empty()
        self.repeats.show_group(None)
        self._rested.stop()
        self._unsaved.stop()

    def _print(self) -> None:
        from frontdesk.ui.printing import Press

        self._press = self._press or Press(self.place, self)
        self.print_paper(self._press)
