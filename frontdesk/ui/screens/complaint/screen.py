"""The complaint panel: the text first, Ctrl+Enter files it, the folio is told at once.

Name, phone, office and kind are optional and a Tab away: no complaint is argued at the counter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from frontdesk.base.errors import UserError
from frontdesk.core import complaints, rules
from frontdesk.core.complaints import Blank, Complaint
from frontdesk.core.rules import Pack
from frontdesk.ui.panel import Panel
from frontdesk.ui.screens.complaint.filed import Filed
from frontdesk.ui.screens.complaint.form import Typed, is_doubtful_phone
from frontdesk.ui.widgets.choice import Choice
from frontdesk.ui.widgets.field import Field
from frontdesk.ui.widgets.scrolled import scrolled
from frontdesk.ui.workplace import Matter, Workplace

if TYPE_CHECKING:
    from frontdesk.exchange.documents import Paper
    from frontdesk.ui.printing import Press

TEXT_LINES = 6


class ComplaintPanel(Panel):
    """The form, and what came of it."""

    draft_key, free_text = "complaint", "text"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._case_id = Typed.blank().case_id
        self._sent = Typed.blank()
        self._blank: Blank | None = None
        self._case: Complaint | None = None
        self._pack: Pack | None = None
        self._kind_code, self._proposes = "", True
        self._press: Press | None = None
        self._title, self._about = QLabel(), QLabel()
        self._text, self._name, self._phone = QPlainTextEdit(), QLineEdit(), QLineEdit()
        self.office, self.kind = Choice(), QComboBox()
        self.fields = {
            "text": Field(self._text),
            "name": Field(self._name),
            "phone": Field(self._phone),
            "office": Field(self.office),
            "kind": Field(self.kind),
        }
        self._save, self._how = QPushButton(), QLabel()
        self._filed = Filed(place)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ what the window asks

    def open(self, matter: Matter) -> None:
        """Start on a matter, or go on with what was typed before."""
        if self.is_done:
            self._start_anew()
        self._proposes = not self.typed()
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
        return self._read().draft(self._blank.visitor if self._blank else "")

    def restore(self, typed: dict[str, Any]) -> None:
        """Put a draft back into the form."""
        kept = Typed.restored(typed)
        self._case_id, self._kind_code, self._proposes = kept.case_id, kept.kind, False
        self._text.setPlainText(kept.text)
        self._name.setText(kept.name)
        self._phone.setText(kept.phone)
        self.office.choose(kept.office)
        self._offer()
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
        self._filed.show_case(None)
        self._pages.setCurrentIndex(1)
        self._filed.setFocus()
        self.hand_in(
            complaints.file, sent.text, kind=sent.kind, name=sent.name, phone=sent.phone,
            office=sent.office, article_id=self.matter.article_id, complaint_id=sent.case_id,
            at_desk=True, done=self._take_case, failed=self._refused,
        )  # fmt: skip

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
        self.fields["name"].set_label(self.tr("&Name (optional)"))
        self.fields["phone"].set_label(self.tr("&Phone (optional)"))
        self.fields["office"].set_label(self.tr("&Office (optional)"))
        self.fields["kind"].set_label(self.tr("&Kind"))
        self._save.setText(self.tr("Put on record (Ctrl+Enter)"))
        self._how.setText(self.tr("Esc leaves; what is typed is kept"))
        self.setAccessibleName(self.tr("Complaint"))
        self._offer()
        self._doubt_phone()

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        space = self.place.theme.space
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget()
        page.setProperty("plain", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(space("xl"), space("l"), space("xl"), space("l"))
        column.setSpacing(space("m"))
        self._title.setProperty("role", "title")
        self._about.setProperty("role", "muted")
        self._about.setWordWrap(True)
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(self._text.fontMetrics().height() * TEXT_LINES)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.fields["text"], 1)
        column.addLayout(self._lay_out_optional())
        column.addLayout(self._lay_out_foot())
        for part in (page, self._filed):
            self._pages.addWidget(scrolled(part))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _lay_out_optional(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self.place.theme.space("m"))
        top = Qt.AlignmentFlag.AlignTop
        for number, name in enumerate(("name", "phone", "office", "kind")):
            grid.addWidget(self.fields[name], number // 2, number % 2, top)
            grid.setColumnStretch(number % 2, 1)
        self.kind.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        return grid

    def _lay_out_foot(self) -> QHBoxLayout:
        self._save.setProperty("primary", True)
        self._how.setProperty("role", "muted")
        self._how.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(self.place.theme.space("m"))
        foot.addWidget(self._save)
        foot.addWidget(self._how, 1)
        return foot

    def _connect(self) -> None:
        self._save.clicked.connect(self.submit)
        self._text.textChanged.connect(self._edited)
        self._name.textEdited.connect(self.touch)
        self._phone.textChanged.connect(self._doubt_phone)
        self._phone.textEdited.connect(self.touch)
        self.office.editTextChanged.connect(self._edited)
        self.kind.activated.connect(self._take_kind)
        self._filed.printing.connect(self._print)
        self._filed.another.connect(self.focus_first)

    def _read(self) -> Typed:
        return Typed(
            self._case_id, self._text.toPlainText(), self._name.text(), self._phone.text(),
            self.office.chosen(), self._kind_code,
        )  # fmt: skip

    def _edited(self) -> None:
        for name in ("text", "office"):
            self.fields[name].accept()
        self.touch()

    def _doubt_phone(self) -> None:
        doubtful = is_doubtful_phone(self._phone.text())
        words = self.tr("This does not look like a phone; it is kept as you type it")
        self.fields["phone"].note(words if doubtful else "", "warn")

    def _take_kind(self) -> None:
        self._kind_code = str(self.kind.currentData())
        self.touch()

    def _take_blank(self, blank: Blank) -> None:
        self._blank = blank
        typed = self.office.chosen()
        self.office.set_choices([(office.id, office.name) for office in blank.offices])
        self.office.choose(typed or (blank.office_id if self._proposes else ""))
        if self._proposes and not self._name.text():
            self._name.setText(blank.visitor)
        self._offer()

    def _offer(self) -> None:
        """Fill the list of kinds in the language in use."""
        if self._blank is None:
            return
        lang = self.place.language.code
        self.kind.clear()
        for kind in self._blank.kinds:
            self.kind.addItem(kind.name.in_language(lang), kind.code)
        chosen = self._kind_code or self._blank.default_kind
        self.kind.setCurrentIndex(self.kind.findData(chosen))

    def _take_case(self, case: Complaint) -> None:
        self._case = case
        self._empty()
        self._filed.show_case(case)
        self.place.jobs.read(self, rules.of_case, case.pack, done=self._take_pack)
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
        """Annul the case; its text comes back into the form, as another case."""
        self.place.jobs.write(
            self, complaints.annul, case.id, complaints.UNDONE,
            done=lambda annulled: self._taken_back(annulled, sent),
        )  # fmt: skip

    def _taken_back(self, case: Complaint, sent: Typed) -> None:
        if self.is_done:
            self._start_anew()
        if not self.typed():
            self.restore({**sent.draft(), "case_id": ""})
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
        field = self.fields.get(str(error.details.get("field", "")))
        if field and self.isVisible():
            field.refuse(self.place.messages.sentence(error))
        else:
            self.place.messages.refuse(error)

    def _start_anew(self) -> None:
        self.is_done = False
        self._case = self._pack = None
        self._pages.setCurrentIndex(0)

    def _empty(self) -> None:
        """Make the form blank for the next case, with the same office and visitor proposed."""
        self._case_id = Typed.blank().case_id
        self._text.clear()
        self._phone.clear()
        self._name.setText(self._blank.visitor if self._blank else "")
        self.office.choose(self._blank.office_id if self._blank else "")
        self._kind_code, self._proposes = "", True
        self._offer()
        self._unsaved.stop()

    def _print(self) -> None:
        if paper := self.paper():
            from frontdesk.ui.printing import Press

            self._press = self._press or Press(self.place, self)
            self._press.print(paper)
