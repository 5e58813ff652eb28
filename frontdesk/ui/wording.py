"""Dates, money and opening times as people say them, by the locale and in the office's zone."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from frontdesk.base import clock
from frontdesk.base.languages import SOURCE
from frontdesk.ui.language import QT_TRANSLATE_NOOP, Language

if TYPE_CHECKING:
    from frontdesk.core.opening import State

OWN_SIGNS = {"EUR": "€", "GBP": "£"}
SHORT = QLocale.FormatType.ShortFormat
LONG = QLocale.FormatType.LongFormat
SOON_CLOSED_MIN = 30
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY_OF_MONTH = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})\b")
BETWEEN_TIMES = re.compile(r"(?<=\d),(?=\d\d:)")
DAYS_AND_MONTHS = re.compile(rf"\b(?:{'|'.join((*WEEKDAYS, *MONTHS, 'PH', 'off', 'closed'))})\b")
OPENINGS = {
    "open": QT_TRANSLATE_NOOP("Wording", "Open"),
    "open_until": QT_TRANSLATE_NOOP("Wording", "Open until {time}"),
    "closing": QT_TRANSLATE_NOOP("Wording", "Nobody is let in any more"),
    "opens_today": QT_TRANSLATE_NOOP("Wording", "Opens today {time}"),
    "opens_tomorrow": QT_TRANSLATE_NOOP("Wording", "Opens tomorrow {time}"),
    "opens_weekday": QT_TRANSLATE_NOOP("Wording", "Opens {weekday} {time}"),
    "opens_on": QT_TRANSLATE_NOOP("Wording", "Opens {day} {time}"),
    "closed": QT_TRANSLATE_NOOP("Wording", "Closed"),
    "unknown": QT_TRANSLATE_NOOP("Wording", "Hours not known"),
}
KINDS = {
    "product": QT_TRANSLATE_NOOP("Wording", "Product"),
    "service": QT_TRANSLATE_NOOP("Wording", "Service"),
    "procedure": QT_TRANSLATE_NOOP("Wording", "Procedure"),
    "policy": QT_TRANSLATE_NOOP("Wording", "Policy"),
    "protocol": QT_TRANSLATE_NOOP("Wording", "How to treat"),
    "news": QT_TRANSLATE_NOOP("Wording", "News"),
    "office": QT_TRANSLATE_NOOP("Wording", "Office"),
    "person": QT_TRANSLATE_NOOP("Wording", "Person"),
    "complaint": QT_TRANSLATE_NOOP("Wording", "Complaint"),
    "slip": QT_TRANSLATE_NOOP("Wording", "Slip"),
    "command": QT_TRANSLATE_NOOP("Wording", "Command"),
    "manual": QT_TRANSLATE_NOOP("Wording", "Manual"),
}
OUTCOMES = {
    "answered": QT_TRANSLATE_NOOP("Wording", "Answered"),
    "routed": QT_TRANSLATE_NOOP("Wording", "Sent to an office"),
    "complaint": QT_TRANSLATE_NOOP("Wording", "Complaint filed"),
    "promise": QT_TRANSLATE_NOOP("Wording", "Promise made"),
    "unhappy": QT_TRANSLATE_NOOP("Wording", "Left unhappy"),
    "not_found": QT_TRANSLATE_NOOP("Wording", "Nothing found"),
}

LEVELS = {
    "low": QT_TRANSLATE_NOOP("Wording", "Low"),
    "medium": QT_TRANSLATE_NOOP("Wording", "Medium"),
    "high": QT_TRANSLATE_NOOP("Wording", "High"),
}


def _say(text: str, **values: object) -> str:
    return QCoreApplication.translate("Wording", text).format(**values)


class Wording:
    """The phrases of one language and one zone."""

    def __init__(self, language: Language, zone: str) -> None:
        self._language = language
        self.zone = zone

    @property
    def locale(self) -> QLocale:
        """The locale in use."""
        return self._language.locale

    def kind(self, kind: str) -> str:
        """Return the word for a kind of article or of hit."""
        return _say(KINDS[kind]) if kind in KINDS else kind

    def outcome(self, outcome: str) -> str:
        """Return the words for what came of a contact."""
        return _say(OUTCOMES[outcome]) if outcome in OUTCOMES else outcome

    def money(self, amount: str, currency: str = "") -> str:
        """Return decimal text as money: `COP 25.000`, `45 €`; unreadable text as it stands.

        Dollars and pesos share their sign, so they are told by their code.
        """
        from decimal import Decimal, InvalidOperation

        try:
            value = Decimal(amount)
        except InvalidOperation:
            return amount
        if value == 0:
            return QCoreApplication.translate("Wording", "Free of charge")
        decimals = 0 if value == value.to_integral_value() else 2
        if sign := OWN_SIGNS.get(currency):
            return self.locale.toCurrencyString(float(value), sign, decimals)
        return f"{currency} {self.locale.toString(float(value), 'f', decimals)}".strip()

    def time(self, instant: datetime) -> str:
        """Return the hour and minute in the office's zone."""
        local = instant.astimezone(clock.zone(self.zone))
        return self.locale.toString(QTime(local.hour, local.minute), SHORT)

    def day(self, day: date) -> str:
        """Return a day with its month in words: `21 nov 2026`."""
        return self.locale.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")

    def level(self, level: str) -> str:
        """Return the word for how severe, complex or far-reaching something is."""
        return _say(LEVELS[level]) if level in LEVELS else level

    def day_text(self, iso_day: str) -> str:
        """Return a stored day as `day` does; empty for empty."""
        return self.day(date.fromisoformat(iso_day)) if iso_day else ""

    def long_day(self, day: date) -> str:
        """Return a day in full: `sábado, 21 de noviembre de 2026`."""
        return self.locale.toString(QDate(day.year, day.month, day.day), LONG)

    def hours(self, osm: str) -> str:
        """Return hours in OpenStreetMap's notation with the days and months of the language, in
        its order: `15 jun-15 sept`.
        """
        said = BETWEEN_TIMES.sub(", ", osm)
        if self._language.code != SOURCE:
            said = DAY_OF_MONTH.sub(r"\2 \1", said)
        return DAYS_AND_MONTHS.sub(self._in_words, said).replace("; ", "\n").replace(";", "\n")

    def _in_words(self, match: re.Match[str]) -> str:
        word = match.group()
        if word in WEEKDAYS:
            return self.locale.dayName(WEEKDAYS.index(word) + 1, SHORT)
        if word in MONTHS:
            return self.locale.monthName(MONTHS.index(word) + 1, SHORT)
        if word == "PH":
            return QCoreApplication.translate("Wording", "holidays")
        return QCoreApplication.translate("Wording", "closed")

    def in_force(self, iso_day: str, today: date) -> str:
        """Return since when or from when something holds: `From 24 nov 2026`."""
        if not iso_day:
            return QCoreApplication.translate("Wording", "News")
        day = date.fromisoformat(iso_day)
        if day > today:
            return QCoreApplication.translate("Wording", "News · from {day}").format(
                day=self.day(day)
            )
        return QCoreApplication.translate("Wording", "News · since {day}").format(day=self.day(day))

    def lasting(self, seconds: float) -> str:
        """Return a duration in the unit that matters: `3 min`, `2 h 10 min`.

        A clock that was set back makes nothing last less than no time.
        """
        minutes = max(0, int(seconds // 60))
        if minutes < 60:
            return QCoreApplication.translate("Wording", "{minutes} min").format(minutes=minutes)
        return QCoreApplication.translate("Wording", "{hours} h {minutes} min").format(
            hours=minutes // 60, minutes=minutes % 60
        )

    def size(self, count: int) -> str:
        """Return the size of a file: `34 kB`, `1.2 MB`."""
        old = QLocale.DataSizeFormat.DataSizeTraditionalFormat
        return self.locale.formattedDataSize(count, 0 if count < 1 << 20 else 1, old)

    def opening(self, state: State, now: datetime) -> tuple[str, str]:
        """Return (sentence, tone) of an office: `Open until 14:00`, `Opens tomorrow 8:30`."""
        from frontdesk.core.opening import saying

        code, at = saying(state, now)
        text = _say(
            OPENINGS[code],
            time=self.time(at) if at else "",
            weekday=self.locale.dayName(at.isoweekday(), LONG) if at else "",
            day=self.day(at.date()) if at else "",
        )
        if not state.admits and state.reason in {"holiday", "closure"} and state.reason_text:
            text = f"{text} · {state.reason_text}"
        return text, _tone(state, now)


def _tone(state: State, now: datetime) -> str:
    if state.kind == "unknown":
        return "muted"
    if not state.admits:
        return "warn" if state.opens_at else "danger"
    ends = state.last_admission or state.until
    if ends and (ends - now).total_seconds() < SOON_CLOSED_MIN * 60:
        return "warn"
    return "ok"
