"""Hours as people type them: understood, or marked to be checked, never silently wrong."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.core.opening.hours import readable, spans
from frontdesk.core.opening.typed import Typed, grid, read

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "import"
MONDAY = date(2026, 11, 23)
SPANISH = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

UNDERSTOOD = {
    "L-V 9:00 a 14:00, sáb. 10-13": "Mo-Fr 09:00-14:00; Sa 10:00-13:00",
    "Monday-Friday, 9-5": "Mo-Fr 09:00-17:00",
    "de lunes a viernes de 8h a 15h y jueves 16:30-19":
        "Mo-We,Fr 08:00-15:00; Th 08:00-15:00,16:30-19:00",
    "9am - 5pm Mon-Fri; closed holidays": "Mo-Fr 09:00-17:00; PH off",
    "Lunes a Viernes: 8:00 a.m. - 4:00 p.m.": "Mo-Fr 08:00-16:00",
    "Lunes a viernes 8 a 12 m. y 2 a 5 p.m.": "Mo-Fr 08:00-12:00,14:00-17:00",
    "LUNES A VIERNES DE 9.30H A 13.30H": "Mo-Fr 09:30-13:30",
    "L, X y V de 9 a 14 y de 16 a 19 h": "Mo,We,Fr 09:00-14:00,16:00-19:00",
    "M-F 8-4:30": "Mo-Fr 08:00-16:30",
    "M-V 9-14h, X 16-19": "Tu,Th-Fr 09:00-14:00; We 09:00-14:00,16:00-19:00",
    "Lun-Mar 9:00-14:00": "Mo-Tu 09:00-14:00",
    "Mon. - Fri. 8:30am to 5pm, Sat 10-2pm": "Mo-Fr 08:30-17:00; Sa 10:00-14:00",
    "Mon-Fri 9am-12, 1-5pm": "Mo-Fr 09:00-12:00,13:00-17:00",
    "Monday 9-5, Tuesday closed, Wednesday noon-8pm": "Mo 09:00-17:00; We 12:00-20:00",
    "sábados, domingos y festivos 10-14": "Sa-Su,PH 10:00-14:00",
    "todos los días de 8 a 20": "Mo-Su 08:00-20:00",
    "cerrado los lunes; martes a domingo 10-18": "Tu-Su 10:00-18:00",
    "de 9 a 2 de la tarde lunes a viernes": "Mo-Fr 09:00-14:00",
    "Mon-Fri 0800-1700": "Mo-Fr 08:00-17:00",
    "24 horas": "24/7",
    "Fri 22:00-02:00": "Fr 22:00-02:00",
    "Mo-Fr 08:30-14:00; Dec 24 off": "Mo-Fr 08:30-14:00; Dec 24 off",
    "": "",
    "Lunes a viernes de 10 a 2 y de 5 a 8": "Mo-Fr 10:00-14:00,17:00-20:00",
    "Mon-Fri 8:30-12, 1-4:30": "Mo-Fr 08:30-12:00,13:00-16:30",
    "Lunes a viernes de 8:00 a 12:00 y de 1:30 a 5:30": "Mo-Fr 08:00-12:00,13:30-17:30",
    "L-V 16-20 y 9-14": "Mo-Fr 09:00-14:00,16:00-20:00",
    "L-V 7 a 3": "Mo-Fr 07:00-15:00",
    "De lunes a viernes de 8:00 am a 12:00 pm - de 2:00 pm a 6:00 pm":
        "Mo-Fr 08:00-12:00,14:00-18:00",
    "lunes a viernes 8:00 - 13:00 - 15:00 - 18:00": "Mo-Fr 08:00-13:00,15:00-18:00",
    "08:00 hs. a 13:00 hs. - Lunes a Viernes": "Mo-Fr 08:00-13:00",
    "mon-thu 9:00am - 7:00pm sunday - closed": "Mo-Th 09:00-19:00",
    "Lun a Vie 9–18h · Sáb 9–13h": "Mo-Fr 09:00-18:00; Sa 09:00-13:00",
    "Lun-Mié-Vie 9:00-13:00": "Mo,We,Fr 09:00-13:00",
    "L-M-X-J-V 9:00-14:00": "Mo-Fr 09:00-14:00",
    "L-V 09:00/14:00 y 16:00/20:00": "Mo-Fr 09:00-14:00,16:00-20:00",
    "T/Th 10-2": "Tu,Th 10:00-14:00",
    "Lunes a jueves de 8 a 17 h, viernes de 8 a 14 h, excepto festivos":
        "Mo-Th 08:00-17:00; Fr 08:00-14:00; PH off",
    "Lunes a viernes (excepto feriados) de 8 a 14 hs": "Mo-Fr 08:00-14:00; PH off",
    "9:00 a.m. - 5:00 p.m. Mon-Fri, excluding public holidays": "Mo-Fr 09:00-17:00; PH off",
    "De lunes a viernes laborables de 8:30 a 14:30": "Mo-Fr 08:30-14:30; PH off",
    "Todos los días de 8 a 20 hs, incluso feriados": "Mo-Su,PH 08:00-20:00",
    "Lunes a viernes 8 a 16 (jornada continua), sábados 9 a 12":
        "Mo-Fr 08:00-16:00; Sa 09:00-12:00",
    "Horario de atención al ciudadano: lunes a viernes de 8:00 a 17:00": "Mo-Fr 08:00-17:00",
    "Lunes a viernes: mañanas de 9:30 a 13:30; tardes de 17:00 a 20:00":
        "Mo-Fr 09:30-13:30,17:00-20:00",
    "Lunes a viernes: mañana: 7:30 a.m. a 12:00 m. tarde: 1:30 p.m. a 5:30 p.m.":
        "Mo-Fr 07:30-12:00,13:30-17:30",
    "Martes a sábados de 9 a.m a 12:30 y de 16 p.m a 19 p.m": "Tu-Sa 09:00-12:30,16:00-19:00",
    "Lunes a viernes entre las 9 y las 14": "Mo-Fr 09:00-14:00",
    "Lunes a viernes de 8,30 a 13,30": "Mo-Fr 08:30-13:30",
    "lunes a viernes de 8'30 a 14'30": "Mo-Fr 08:30-14:30",
    "L-V 8-14,15-18": "Mo-Fr 08:00-14:00,15:00-18:00",
    "Tuesday, 10 am-12 noon": "Tu 10:00-12:00",
    "24 hs los 365 días del año": "24/7",
    '"Lunes a Viernes: 08:00 a 14:00"': "Mo-Fr 08:00-14:00",
}  # fmt: skip
IN_DOUBT = {
    "Friday 8:30-4:30": 'Fr unknown "8:30-4:30"',
    "Mon-Thu 10:00-18:00, Fri 10:00-6:00": 'Mo-Th 10:00-18:00; Fr unknown "10:00-6:00"',
    "L-V 9-18, V 9-15": 'Mo-Th 09:00-18:00; Fr unknown "9-18, 9-15"',
    "Monday 9:00-19:00 , 9:00-18:00": 'Mo unknown "9:00-19:00, 9:00-18:00"',
    "Tuesday 9-11pm": 'Tu unknown "9-11pm"',
    "tardes de 5 a 8 los lunes": "",
    "L-V 3:00-18:00": 'Mo-Fr unknown "3:00-18:00"',
    "lunes 12:30-1:30 am": 'Mo unknown "12:30-1:30 am"',
    "M 9-14": "",
    "M-S 9-14": "",
    "M-V 9-14h, cerrado lunes": "",
    "L, M y V 9:00-14:00": "",
    "L M M J V 9-14": "",
    "Mar 09:00-14:00": "",
    "verano: L-V 9-14": "",
    "L-V 9-14 (previa cita)": "",
    "sábados de 8 a 12 de la noche": 'Sa unknown "8-midnight"',
    "martes y jueves de 5:00 a 7:00": 'Tu,Th unknown "5:00-7:00"',
    "martes de 5 a 8": 'Tu unknown "5-8"',
    "Wednesday 7-9": 'We unknown "7-9"',
    "L-V 9-14 y 5-8": 'Mo-Fr unknown "9-14, 5-8"',
    "L-V 9-14, S 5-8": 'Mo-Fr 09:00-14:00; Sa unknown "5-8"',
    "L/V 9 a 14": "",
    "Lunes-Viernes-Sábado 9-14": "",
    "Mo-Fr 9:00-4:00": 'Mo-Fr unknown "9:00-4:00"',
    "Mon-Fri 9-5, except holidays and weekends": "",
    "De martes a domingo 10-20 h. Lunes, excepto festivos, cerrado": "",
    "L-J 9-14 y 16-18, viernes tarde cerrado": "",
    "Lunes a viernes 9-14 y 16-19, excepto viernes tarde": "",
    "L-V 8-14, tardes 3 a 6": "",
    "lunes de 1 de la noche a 5": "",
    "Todos los días 8-20, L-V 8-22, incluso feriados": "",
    "primer lunes del mes 9-14": "",
    "every other Monday 9-5": "",
    "L-V 9-14 hasta 30/6": "",
    "Mo 9-5 Sa": "",
    "closed Monday, Tuesday 9-5": "",
    "a partir de las 9": "",
    "By appointment": "",
    "9-14": "",
    "lunes 9 y 14": "",
    "lunes 25:00-26:00": "",
    "2025-2026 L-V": "",
    'Mo-Fr 08:00-12:00 || "ring"': "",
}
# Nobody can say what the weekend is here, so it is shown as typed.
WITHOUT_DAYS = "9:00-14:00"


@pytest.mark.parametrize(("text", "hours"), UNDERSTOOD.items())
def test_hours_are_understood_as_people_type_them(text: str, hours: str) -> None:
    """In both languages, by clock or by face, days first or last."""
    assert read(text) == Typed(hours)


@pytest.mark.parametrize(("text", "hours"), IN_DOUBT.items())
def test_what_may_mean_two_things_is_marked(text: str, hours: str) -> None:
    """A day in doubt is unknown with what was typed; a text in doubt gives no hours."""
    typed = read(text)
    assert typed.hours == hours
    assert typed.doubts


def test_hours_without_days_are_kept_and_marked() -> None:
    """They may hold on Sundays too, or not."""
    assert read(WITHOUT_DAYS) == Typed(WITHOUT_DAYS, (WITHOUT_DAYS,))


def shown(typed: Typed, day: int) -> list[tuple[str, str]] | None:
    """The open times of a weekday, None where they are not known."""
    if not typed.hours:
        return None
    found = spans(typed.hours, MONDAY + timedelta(days=day), holiday=False)
    if any(span.kind == "unknown" for span in found):
        return None
    return [(f"{s.start:%H:%M}", f"{s.end:%H:%M}") for s in found]


@st.composite
def weeks(draw: st.DrawFn) -> dict[int, list[tuple[int, int]]]:
    """Some weekdays with a morning and perhaps an afternoon, in minutes."""
    week = {}
    for day in draw(st.sets(st.integers(0, 6), min_size=1)):
        cuts = draw(st.sets(st.integers(28, 92), min_size=2, max_size=4))
        times = [15 * cut for cut in sorted(cuts)]
        week[day] = list(zip(times[::2], times[1::2], strict=False))
    return week


def clock(minutes: int, mark: str = ":") -> str:
    """A time as typed."""
    return f"{minutes // 60}{mark}{minutes % 60:02d}"


@given(weeks(), st.booleans(), st.sampled_from([":", ".", "h"]))
def test_any_week_is_understood_or_marked(
    week: dict[int, list[tuple[int, int]]], english: bool, mark: str
) -> None:
    """Written out by the clock, each day has exactly the times that were typed."""
    names, to, and_ = (ENGLISH, " to ", " and ") if english else (SPANISH, " a ", " y ")
    text = "; ".join(
        f"{names[day]} " + and_.join(clock(a, mark) + to + clock(b, mark) for a, b in ranges)
        for day, ranges in week.items()
    )
    typed = read(text)
    assert typed.doubts == ()
    for day in range(7):
        wanted = [(f"{a // 60:02d}:{a % 60:02d}", f"{b // 60:02d}:{b % 60:02d}")
                  for a, b in week.get(day, [])]  # fmt: skip
        assert shown(typed, day) == wanted


PIECES = (
    "lunes", "Mon", "-", "a", "to", "9", "5pm", "14:00", ",", ";", "y", "and", "cerrado", "closed",
    "L", "V", "M", "sáb", "24/7", "holidays", ".", "am",
)  # fmt: skip


@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_any_text_gives_hours_that_can_be_read_or_a_doubt(text: str) -> None:
    """And nothing else happens."""
    typed = read(text)
    assert typed.hours or typed.doubts or not re.sub(r"[\W\x00-\x1f]", "", text)
    assert not typed.hours or readable(typed.hours)


def test_a_table_of_times_becomes_hours() -> None:
    """Each row a day; what ends before it begins is marked."""
    nine, five, four = 9 * 60, 17 * 60, 4 * 60
    rows = [(day, nine, five) for day in range(5)]
    assert grid(rows, closed=[5, 6]) == Typed("Mo-Fr 09:00-17:00")
    assert grid([*rows[:4], (4, nine, four)]) == Typed(
        'Mo-Th 09:00-17:00; Fr unknown "09:00-04:00"', ("09:00-04:00",)
    )
    assert grid([]) == Typed("")
    assert grid([], closed=range(7)).hours == (
        "Mo off; Tu off; We off; Th off; Fr off; Sa off; Su off"
    )


@pytest.mark.skipif(not SHARED.is_dir(), reason="the example files of other offices are not here")
def test_the_hours_of_a_real_directory_are_right_or_marked() -> None:
    """Of what its own converter made at least 95 % is equal, and nothing else goes unmarked.

    That converter knows one range a day: an afternoon behind it is ours alone.
    """
    folder = SHARED / "hsds_ilao"
    with (folder / "input" / "locations.csv").open(encoding="utf-8-sig", newline="") as file:
        typed = {row["Location_id"]: row["Hours of operation"] for row in csv.DictReader(file)}
    with (folder / "output" / "regular_schedules.csv").open(newline="") as file:
        expected = list(csv.DictReader(file))
    equal, wrong = 0, []
    for row in expected:
        hours = read(typed[row["location_id"]])
        found = shown(hours, ENGLISH.index(row["weekday"]))
        if found is None:
            assert hours.doubts
            continue
        wanted = (row["opens_at"].zfill(5), row["closes_at"].zfill(5))
        right = wanted in found if row["opens_at"] else not found
        equal += right
        if not right:
            wrong.append(row)
    assert wrong == []
    assert equal >= 0.95 * len(expected)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the example files of other offices are not here")
def test_real_hours_in_our_notation_stay_as_they_are() -> None:
    """What the grammar can rely on is not read a second time."""
    lines = (SHARED / "osm_hours" / "opening-hours-rs_sample.txt").read_text().splitlines()
    kept = [line for line in map(str.strip, lines) if line and read(line).hours == line]
    assert len(kept) > 0.9 * len(lines)
