"""Rule packs: read, copied, changed; what a text means, and its first mistake, stand below it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from frontdesk.base.errors import UserError
from frontdesk.core import rules
from frontdesk.core.deadlines import Term
from frontdesk.core.rules import Pack
from frontdesk.ui.language import QT_TRANSLATE_NOOP, Translated
from frontdesk.ui.records.inputs import LongInput
from frontdesk.ui.records.record import FieldSpec, Noun, Record
from frontdesk.ui.records.screen import RecordsScreen
from frontdesk.ui.screens.rules import form
from frontdesk.ui.workplace import Workplace

RULES = Noun(
    name="rules",
    context="Rules",
    title=QT_TRANSLATE_NOOP("Rules", "Complaint rules"),
    empty=QT_TRANSLATE_NOOP("Rules", "No rules with these letters."),
    tables=frozenset({"rule_pack", "site"}),
    read=form.read,
    save=form.save,
    new_label=QT_TRANSLATE_NOOP("Rules", "Copy (Insert)"),
    fields=(
        FieldSpec(
            "name", "text", QT_TRANSLATE_NOOP("Rules", "&Name of the office's own"),
            QT_TRANSLATE_NOOP(
                "Rules",
                "Shipped rules stay as they are: Insert copies them. ✓ marks those in force",
            ),
            most=60,
        ),
        FieldSpec("text", "source", QT_TRANSLATE_NOOP("Rules", "&Text of the rules"), most=200_000),
    ),
)  # fmt: skip
UNITS = {
    "working_days": QT_TRANSLATE_NOOP("Rules", "{number} working days"),
    "calendar_days": QT_TRANSLATE_NOOP("Rules", "{number} days"),
    "months": QT_TRANSLATE_NOOP("Rules", "{number} months"),
}


class RulesScreen(RecordsScreen):
    """The packs with their text."""

    noun = RULES

    def own_part(self) -> QWidget | None:
        """Return what the text means."""
        self._meaning = Meaning(self.place)
        self.form.edited.connect(self._explain)
        self._meaning.chosen.connect(self._put_in_force)
        return self._meaning

    def shows(self, record: Record | None) -> None:
        """Explain another pack."""
        self._explain()

    def first_values(self) -> Mapping[str, Any]:
        """Copy the pack on show."""
        record = self.parts.list.current()
        return form.copy_of(record) if record else {}

    def field_of(self, error: UserError) -> str:
        """Say a mistake in the text beside the text, with the caret in its line."""
        field = super().field_of(error)
        text = self.form.inputs["text"]
        if "line" not in error.details or field == "name" or not isinstance(text, LongInput):
            return field
        block = text.entry.document().findBlockByNumber(int(str(error.details["line"])) - 1)
        if block.isValid():
            text.entry.setTextCursor(QTextCursor(block))
        return "text"

    def _explain(self) -> None:
        self._meaning.explain(str(self.form.values()["text"]))

    def _put_in_force(self) -> None:
        record = self.parts.list.current()
        if record:
            self.place.jobs.write(
                self, rules.put_in_force, record.id, failed=self.place.messages.refuse,
                done=lambda before: self._in_force(record, before),
            )  # fmt: skip

    def _in_force(self, record: Record, before: str) -> None:
        text = QCoreApplication.translate("Rules", "In force from now on: {name}")
        self.place.messages.say(
            text.format(name=record.title), "ok",
            lambda: self.place.jobs.write(self, rules.put_in_force, before),
        )  # fmt: skip


class Meaning(Translated, QWidget):
    """Kinds and terms of a text in words, or where its first mistake is; and the one deed."""

    chosen = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place, self._text = place, ""
        self.words, self._use = QLabel(), QPushButton()
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)
        self._use.clicked.connect(self.chosen)
        self.retranslate()

    def explain(self, text: str) -> None:
        """Say what a text means."""
        self._text = text
        found = form.understood(text) if text.strip() else None
        tone = "danger" if isinstance(found, UserError) else ""
        if isinstance(found, UserError):
            said = self._place.messages.sentence(found)
        else:
            said = self._said(found) if found else ""
        self.words.setProperty("tone", tone)
        self.words.style().polish(self.words)
        self.words.setText(said)
        self.words.setAccessibleName(said)

    def retranslate(self) -> None:
        """Set the words."""
        self._use.setText(self.tr("&Put these in force from now on"))
        self.explain(self._text)

    def _said(self, pack: Pack) -> str:
        lang = self._place.language.code
        kinds = [f"{kind.name.in_language(lang)}: {_term(kind.term)}" for kind in pack.kinds]
        return "\n".join([pack.law.in_language(lang), *kinds, pack.caution.in_language(lang)])


def _term(term: Term) -> str:
    return QCoreApplication.translate("Rules", UNITS[term.unit]).format(number=term.number)
