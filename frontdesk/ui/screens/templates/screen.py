"""The words of letters and papers: an office's own in place of the shipped ones, with a preview."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from frontdesk.base import clock
from frontdesk.core.wordings import MAX_CHARS
from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.records.record import FieldSpec, Noun, Record
from frontdesk.ui.records.screen import RecordsScreen
from frontdesk.ui.screens.templates import form
from frontdesk.ui.widgets.label import dress

TEMPLATES = Noun(
    name="templates",
    context="Templates",
    title=QT_TRANSLATE_NOOP("Templates", "Letters and papers"),
    empty=QT_TRANSLATE_NOOP("Templates", "No text with these letters."),
    tables=frozenset({"paper_wording"}),
    read=form.read,
    save=form.save,
    retire=form.to_shipped,
    retire_label=QT_TRANSLATE_NOOP("Templates", "Back to the shipped text (Del)"),
    keeps_retired=False,
    adds=False,
    fields=(
        FieldSpec(
            "text", "long", QT_TRANSLATE_NOOP("Templates", "&Text"),
            QT_TRANSLATE_NOOP(
                "Templates", "What stands in braces, like {folio}, is filled in by the program"
            ),
            most=MAX_CHARS,
        ),
    ),
)  # fmt: skip


PAPERS = {
    "slip": QT_TRANSLATE_NOOP("Templates", "Slip"),
    "receipt": QT_TRANSLATE_NOOP("Templates", "Receipt"),
    "leaflet": QT_TRANSLATE_NOOP("Templates", "Leaflet"),
    "form": QT_TRANSLATE_NOOP("Templates", "Official form"),
    "letter": QT_TRANSLATE_NOOP("Templates", "Answer letter"),
    "status": QT_TRANSLATE_NOOP("Templates", "Status letter"),
    "state": QT_TRANSLATE_NOOP("Templates", "Status letter: states"),
    "file": QT_TRANSLATE_NOOP("Templates", "Case file"),
    "event": QT_TRANSLATE_NOOP("Templates", "Case file: steps"),
    "recovery": QT_TRANSLATE_NOOP("Templates", "Recovery code"),
    "book": QT_TRANSLATE_NOOP("Templates", "Register of complaints"),
}


class TemplatesScreen(RecordsScreen):
    """The texts with their form."""

    noun = TEMPLATES

    def own_part(self) -> QWidget | None:
        """Return the preview and the shipped text."""
        part = QWidget()
        self.preview, self.around, self._shipped = QLabel(), QLabel(), QLabel()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        for label, role in (
            (self.preview, "say"), (self._shipped, "muted"), (self.around, "small"),
        ):  # fmt: skip
            dress(label, role)
            column.addWidget(label)
        self.form.edited.connect(self._preview)
        return part

    def retranslate(self) -> None:
        """Set the words, also those of the list."""
        super().retranslate()
        if self.isVisible():
            self.read()

    def worded(self, record: Record) -> Record:
        """Name the paper on which a text stands."""
        paper, lang = form.paper_of(record)
        name = QCoreApplication.translate("Templates", PAPERS[paper]) if paper in PAPERS else paper
        return replace(record, under=" · ".join(filter(None, (record.under, name, lang))))

    def shows(self, record: Record | None) -> None:
        """Preview another text."""
        shipped = str(record.values["shipped"]) if record else ""
        own = bool(record) and record is not None and record.values["text"] != shipped
        words = QCoreApplication.translate("Templates", "Shipped: {text}")
        self._shipped.setText(words.replace("{text}", shipped) if own else "")
        self._preview()

    def retire(self) -> None:
        """Go back to the shipped text; undo brings the own one back."""
        record = self.parts.list.current()
        if record is None:
            return
        if record.values["text"] == record.values["shipped"]:
            text = QCoreApplication.translate("Templates", "This is the shipped text")
            self.place.messages.say(text, "info")
            return
        self.place.jobs.write(
            self, form.to_shipped, record.id, retired=True,
            done=lambda _text: self._cleared(record), failed=self.place.messages.refuse,
        )  # fmt: skip

    def _cleared(self, record: Record) -> None:
        text = QCoreApplication.translate("Templates", "The shipped text is in use again")
        self.place.messages.say(
            text, "ok",
            lambda: self.place.jobs.write(self, form.save, record.id, record.values, base=""),
        )  # fmt: skip

    def _preview(self) -> None:
        """Show the text filled in, and below it among those that stand around it on the paper."""
        examples = self._examples()
        text = form.filled(str(self.form.values()["text"]), examples)
        self.preview.setText(text)
        record = self.parts.list.current()
        lines = form.around(list(self._records.values()), record, text, examples) if record else []
        self.around.setText("\n".join(lines))

    def _examples(self) -> dict[str, str]:
        here, wording = self.place.here, self.place.wording
        now = self.place.jobs.now()
        today = clock.day(now, here.zone)
        return {
            "day": wording.long_day(today),
            "time": wording.time(now),
            "folio": f"{here.site}-{here.desk}-{today.year}-000123",
            "name": QCoreApplication.translate("Templates", "Ana Gil"),
            "kind": QCoreApplication.translate("Templates", "complaint"),
            "office": here.name,
            "number": "15",
            "year": str(today.year),
            "count": "123",
        }
