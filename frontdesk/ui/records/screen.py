"""The screen of a noun: letters filter, Enter edits, Ctrl+Enter saves, Insert begins a new one, Del
takes one out of use, Esc goes back; what is typed is a draft of its record until it is saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.base.errors import UserError
from frontdesk.base.text import fold
from frontdesk.core import drafts, sites
from frontdesk.ui.keys import CONTROL, ENTER, SHIFT, KeepsKeys, hands_in, held_with, is_plain
from frontdesk.ui.language import QT_TRANSLATE_NOOP
from frontdesk.ui.panel import AUTOSAVE_MS
from frontdesk.ui.records.form import RecordForm
from frontdesk.ui.records.layout import Parts
from frontdesk.ui.records.model import RecordsModel
from frontdesk.ui.records.record import Noun, Record
from frontdesk.ui.screen import Screen
from frontdesk.ui.workplace import Workplace

NEW = ""  # the id of a record that is not saved yet
SAVED = QT_TRANSLATE_NOOP("Records", "Saved: {name}")
OUT_OF_USE = QT_TRANSLATE_NOOP("Records", "Out of use: {name}")
BACK_IN_USE = QT_TRANSLATE_NOOP("Records", "In use again: {name}")


def say(text: str, **values: object) -> str:
    """Return a sentence of the lists in the language in use."""
    return QCoreApplication.translate("Records", text).format(**values)


class RecordsScreen(KeepsKeys, Screen):
    """List and form of one noun. A subclass names the noun, and may add something of its own."""

    noun: Noun
    audited = ""  # the noun of its events, where a record's own history is told by its id

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.tables = self.noun.tables
        self._records: dict[str, Record] = {}
        self._drafts: dict[str, dict[str, Any]] = {}
        self._shown = ""
        self._is_loaded = self._is_sent = self._begins = False
        self.model = RecordsModel(place.theme, place.icons)
        self.form = RecordForm(place, self.noun)
        self.parts = Parts(self, place, self.noun, self.model, self.form)
        if own := self.own_part():
            self.form.add(own)
        self._unsaved = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._unsaved.timeout.connect(self.save_draft)
        self._connect()
        self.setFocusProxy(self.parts.filter)
        self.retranslate()

    # ------------------------------------------------------------------ for a noun of its own

    def own_part(self) -> QWidget | None:
        """Return what stands below the fields, where a noun has more than fields."""
        return None

    def shows(self, record: Record | None) -> None:
        """Be told which record the form shows; None for a new one."""

    def worded(self, record: Record) -> Record:
        """Return a record with what the list shows in the language in use."""
        return record

    def field_of(self, error: UserError) -> str:
        """Return the field beside which an error is said."""
        return error.field

    def first_values(self) -> Mapping[str, Any]:
        """Return what a new one begins with."""
        return {}

    # ------------------------------------------------------------------ a screen

    def read(self) -> None:
        """Read the records, and first what was being typed when the program stopped."""
        if not self._is_loaded:
            self.place.jobs.read(self, drafts.load, self._draft_key, done=self._take_drafts)
        if self.noun.flows_down and not self.place.here.is_head:
            self.place.jobs.read(self, sites.has_releases, done=self.parts.guided.setVisible)
        self.form.read_choices()
        self.place.jobs.read(self, self.noun.read, done=self._take)

    def show_one(self, name: str) -> None:
        """Show the record with an id."""
        self.parts.filter.clear()
        self._shown = name
        self.read()

    def in_hand(self) -> tuple[str, str, str] | None:
        """Return the record whose form is on show."""
        record = self._records.get(self._shown)
        return (self.audited, record.id, record.title) if record and self.audited else None

    def back(self) -> bool:
        """Go from the form to the list, then take the filter off."""
        if self._in_form():
            self.parts.filter.setFocus()
            return True
        typed = bool(self.parts.filter.text())
        self.parts.filter.clear()
        return typed

    def save_draft(self) -> None:
        """Keep what is typed and not saved."""
        self._unsaved.stop()
        if self._is_loaded:
            self.place.jobs.write(self, drafts.save, self._draft_key, self._drafts)

    def retranslate(self) -> None:
        """Set the words."""
        self.parts.retranslate()
        self.parts.fit()
        self._head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit list and form to the room."""
        super().resizeEvent(event)
        self.parts.fit()

    def keeps(self, event: QKeyEvent) -> bool:
        """Keep Ctrl+Enter, which elsewhere means that the visitor goes, and what begins one."""
        return hands_in(event) or _is_new(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save, begin a new one, or filter by what is typed over the list."""
        if hands_in(event):
            self.save()
        elif _is_new(event):
            self.begin()
        elif event.text().isprintable() and event.text() and self.parts.list.hasFocus():
            self.parts.filter.setFocus()
            self.parts.filter.insert(event.text())
        elif event.key() not in ENTER:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ what is done

    def edit(self) -> None:
        """Put the caret into the form."""
        if self.form.isEnabled():
            self.form.focus_first()

    def begin(self) -> None:
        """Begin a new one; a new one that was left half typed goes on."""
        if self.noun.adds:
            first = {} if NEW in self._drafts else self.first_values()
            self._begins = True
            self._show(None)
            if first:
                self.form.fill(first)
                self.shows(None)
            self.form.focus_first()

    def save(self) -> None:
        """Save what is in the form."""
        if self._is_sent or not self.form.isEnabled():
            return
        self._is_sent = True
        record = self._records.get(self._shown)
        base = str(self._drafts.get(self._shown, {}).get("base", record.base if record else ""))
        self.place.jobs.write(
            self, self.noun.save, self._shown, self.form.values(), base=base,
            done=lambda saved: self._saved(saved, record), failed=self._refused,
        )  # fmt: skip

    def discard(self) -> None:
        """Forget what was typed and show what is saved."""
        self._drafts.pop(self._shown, None)
        self.save_draft()
        self._begins = False
        self._narrow()
        self._show(self._records.get(self._shown) or self.parts.list.current())

    def retire(self) -> None:
        """Take the current record out of use, or back into it; a new one is discarded."""
        record = self.parts.list.current()
        if record is None or self.noun.retire is None:
            return
        self.place.jobs.write(
            self, self.noun.retire, record.id, retired=not record.retired,
            done=lambda _done: self._retired(record), failed=self.place.messages.refuse,
        )  # fmt: skip

    # ------------------------------------------------------------------ inside

    @property
    def _draft_key(self) -> str:
        return f"records.{self.noun.name}"

    def _connect(self) -> None:
        parts = self.parts
        parts.filter.textChanged.connect(self._narrow)
        parts.filter.stepped.connect(self._step)
        parts.filter.entered.connect(self.edit)
        parts.filter.struck.connect(self.retire)
        parts.list.chosen.connect(lambda _row: self.edit())
        parts.list.struck.connect(lambda _row: self.retire())
        parts.list.moved.connect(self._moved)
        parts.also_retired.toggled.connect(self._narrow)
        parts.save.clicked.connect(self.save)
        parts.new.clicked.connect(self.begin)
        parts.retire.clicked.connect(self.retire)
        parts.discard.clicked.connect(self.discard)
        self.form.edited.connect(self._edited)
        self.place.theme.changed.connect(parts.fit)

    def _in_form(self) -> bool:
        focus = QApplication.focusWidget()
        return self.parts.right.isAncestorOf(focus) if focus else False

    def _take_drafts(self, kept: dict[str, dict[str, Any]]) -> None:
        self._is_loaded = True
        self._drafts = {**kept, **self._drafts}
        self._head()

    def _take(self, records: list[Record]) -> None:
        wanted = self._shown
        self._records = {record.id: self.worded(record) for record in records}
        self._narrow()
        if self._begins:
            return
        self._shown = wanted
        if wanted in self._records:
            self._select(wanted)
        self._show(self._records.get(self._shown) or self.parts.list.current())

    def _narrow(self) -> None:
        words = fold(self.parts.filter.text()).split()
        also = self.parts.also_retired.isChecked()
        self.model.drafted = frozenset(self._drafts)
        self.parts.list.set_rows(
            [r for r in self._records.values() if (also or not r.retired) and r.has(words)]
        )

    def _step(self, by: int) -> None:
        place = self.parts.list.currentIndex().row() + by
        if 0 <= place < self.model.rowCount():
            self.parts.list.selectRow(place)

    def _select(self, record_id: str) -> None:
        place = self.model.place_of(record_id)
        if place >= 0:
            self.parts.list.selectRow(place)

    def _moved(self, record: Record | None) -> None:
        if record is not None and record.id != self._shown:
            self._begins = False
            self._show(record)
        elif record is None and not self._begins:
            self._show(None)
        self._head()

    def _show(self, record: Record | None) -> None:
        """Fill the form: with what was typed for a record before, else with what is saved."""
        self._shown = record.id if record else NEW
        typed = self._drafts.get(self._shown, {}).get("values")
        saved: Mapping[str, Any] = record.values if record else {}
        self.form.setEnabled(record is not None or self._begins)
        if typed is None or typed != self.form.values():
            self.form.fill({**saved, **(typed or {})})
        self.shows(record)
        self._head()

    def _edited(self) -> None:
        record = self._records.get(self._shown)
        is_first = self._shown not in self._drafts
        base = self._drafts.get(self._shown, {}).get("base", record.base if record else "")
        self._drafts[self._shown] = {"values": self.form.values(), "base": base}
        if is_first:
            self.model.drafted = frozenset(self._drafts)
            self.model.repaint()
            self._head()
        if not self._unsaved.isActive():
            self._unsaved.start()

    def _head(self) -> None:
        """Say what the form shows, whether it is saved, and name the deeds."""
        record = self._records.get(self._shown)
        is_dirty = self._shown in self._drafts and (record is not None or self._begins)
        self.parts.tell(
            record, is_new=self._begins, is_dirty=is_dirty, is_begun=NEW in self._drafts
        )

    def _saved(self, record: Record, before: Record | None) -> None:
        self._is_sent = self._begins = False
        self._drafts.pop(before.id if before else NEW, None)
        self.save_draft()
        self._shown = record.id
        if not self.worded(record).has(fold(self.parts.filter.text()).split()):
            self.parts.filter.clear()  # or what was just saved would not be seen
            self._shown = record.id
        self.read()
        self.parts.filter.setFocus()
        self.place.messages.say(
            say(SAVED, name=record.title), "ok",
            partial(self._put_back, record.id, before) if before or self.noun.retire else None,
        )  # fmt: skip

    def _put_back(self, record_id: str, before: Record | None) -> None:
        """Undo a save: what was there before is saved again; a new one goes out of use."""
        if before:
            self.place.jobs.write(self, self.noun.save, before.id, before.values, base="")
        elif self.noun.retire:
            self.place.jobs.write(self, self.noun.retire, record_id, retired=True)

    def _refused(self, error: UserError) -> None:
        self._is_sent = False
        if error.code == "record.changed":
            self._edited()
            self._drafts[self._shown]["base"] = ""  # the next Ctrl+Enter means it
        if not self.form.refuse(error, self.field_of(error)):
            self.place.messages.refuse(error)

    def _retired(self, record: Record) -> None:
        text = BACK_IN_USE if record.retired else OUT_OF_USE
        self.place.messages.say(
            say(text, name=record.title), "ok", lambda: self._retire_again(record)
        )

    def _retire_again(self, record: Record) -> None:
        """Undo: the record is as it was."""
        if self.noun.retire:
            self.place.jobs.write(self, self.noun.retire, record.id, retired=record.retired)


def _is_new(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Insert:
        return is_plain(event)
    return event.key() == Qt.Key.Key_N and held_with(event) == CONTROL | SHIFT
