"""The audit trail in plain sentences: who did what, in the language of the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from frontdesk.base import clock
from frontdesk.base.sentences import FALLBACK, catalogue
from frontdesk.base.text import fold, line
from frontdesk.core.audit import Change, Entry

MAX_CHARS = 160  # of one value in a sentence; the details have all of it
MANY = 3  # fields that a sentence tells with their values
DAY_FORM = {"es": "%d/%m/%Y", "en": "%Y-%m-%d"}
_INSTANT_CHARS = 24
# Names that a body gives to something else than a sentence does.
_OTHERWISE = {"cause_action_set": {"what": "what_to_do"}, "promise_made": {"what": "promised"}}

Names = Mapping[str, str]  # id of a record -> what people read


class Teller:
    """The words of one language; `names` are of the records that values point to."""

    def __init__(self, lang: str, zone_name: str, names: Names | None = None) -> None:
        """Take the language, the zone of the days, and the names of records."""
        self._words, self._lang = catalogue(lang), lang if lang in DAY_FORM else FALLBACK
        self._zone, self._names = zone_name, names or {}

    def said(self, entry: Entry) -> str:
        """Return what was done: `changed the office: Hours: 9-14 → 9-13`."""
        key = entry.kind.replace(".", "_")
        form = self._words.get(f"audit.{key}", entry.kind)
        if entry.is_erased:
            form = f"{form.partition('{')[0].rstrip(' :(')} · {self._words['audit.erased']}"
        others = _OTHERWISE.get(key, {})
        told = {others.get(k, k): self.value(v)[:MAX_CHARS] for k, v in entry.values.items()}
        said = form.format_map(_Given({**told, "what": self._what(entry)}))
        return line(said.replace("(, )", "")).rstrip(" :")

    def who(self, entry: Entry) -> str:
        """Return who did it: initials or a name, the program itself, or another desk."""
        if entry.who or entry.by:
            return entry.who or entry.by
        if entry.is_here:
            return self._words["audit.program"]
        desk = self._words["audit.desk"].format(code=entry.desk)
        return desk if entry.desk else self._words["audit.elsewhere"]

    def noun(self, noun: str) -> str:
        """Return the word for a kind of record."""
        return self._words.get(f"audit_noun.{noun}", noun)

    def by_hand(self, deed: str, table: str, name: str) -> str:
        """Return the sentence for a record that was changed, removed or added by hand."""
        record = self._words.get(f"audit_table.{table}", table)
        return self._words[f"audit_fault.{deed}"].format(record=record, name=name)

    def details(self, entry: Entry, changes: Iterable[Change]) -> Iterator[tuple[str, str, str]]:
        """Yield (field, before, after) of all that an entry tells; before is '' where it does not
        tell it.
        """
        for change in changes:
            if change.is_told:
                old = self.value(change.old)
                yield self.field(change.name), old, self.value(change.new) or self._empty(old)
            else:
                yield self.field(change.name), "", self._words["audit.untold"]
        for name, value in entry.values.items():
            if text := self.value(value):
                yield self.field(name), "", text

    def field(self, name: str) -> str:
        """Return the word for a field; a field of a rule pack has only its own name."""
        return self._words.get(f"audit_field.{name}", name.replace("_", " "))

    def value(self, value: Any) -> str:  # noqa: ANN401 - any JSON
        """Return a value as people read it: days, codes and records by their names."""
        if isinstance(value, list | tuple):
            return ", ".join(filter(None, map(self.value, value)))
        if isinstance(value, dict):
            return " · ".join(filter(None, map(self.value, value.values())))
        if isinstance(value, bool):
            value = str(value).lower()
        text = "" if value is None else str(value)
        if text in self._names:
            return self._names[text]
        return self._words.get(f"audit_value.{text}", "") or self._day(text) or text

    def kinds_saying(self, words: str) -> tuple[str, ...]:
        """Return the kinds of event whose own sentence contains all words."""
        wanted = fold(words).split()
        if not wanted:
            return ()
        return tuple(
            key.removeprefix("audit.").replace("_", ".", 1)
            for key, form in self._words.items()
            if key.startswith("audit.") and all(w in fold(form.partition("{")[0]) for w in wanted)
        )

    def _what(self, entry: Entry) -> str:
        changes = entry.changes or tuple(
            Change(name, "", value) for name, value in entry.values.items() if name != "code"
        )
        told = [self._change(change) for change in changes]
        return "; ".join(told[:MANY]) + (" …" if len(told) > MANY else "")

    def _change(self, change: Change) -> str:
        name, old = self.field(change.name), self.value(change.old)
        if not change.is_told:
            return name
        new = self.value(change.new)
        if old or not new:
            return f"{name}: {old[:MAX_CHARS] or '–'} → {new[:MAX_CHARS] or self._empty(old)}"
        return f"{name}: {new[:MAX_CHARS]}"

    def _empty(self, old: str) -> str:
        return self._words["audit.empty"] if old else ""

    def _day(self, text: str) -> str:
        """Return a stored day or instant as it is read; '' for anything else."""
        if len(text) not in (len("2026-11-22"), _INSTANT_CHARS) or text[4:5] != "-":
            return ""
        try:
            at = clock.parse(text)
        except ValueError:
            return ""
        if len(text) != _INSTANT_CHARS:
            return f"{at:{DAY_FORM[self._lang]}}"
        return f"{at.astimezone(clock.zone(self._zone)):{DAY_FORM[self._lang]} %H:%M}"


def ids(entries: Iterable[Entry]) -> set[str]:
    """Return what may be ids of records among the values of entries."""
    return {
        text
        for entry in entries
        for value in (entry.values.values(), (x for c in entry.changes for x in (c.old, c.new)))
        for text in _texts(list(value))
    }


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


class _Given(dict[str, str]):
    """What fills the gaps of a sentence; a gap that an event leaves open stays empty."""

    def __missing__(self, name: str) -> str:
        return ""
