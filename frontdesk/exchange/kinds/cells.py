"""What a cell of a file may hold: text, a list, an amount of money, a flag."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from frontdesk.base.errors import UserError
from frontdesk.exchange.reading import Row

MAX_CELL_CHARS = 1_000_000
_AMOUNT = re.compile(
    r"(?P<before>[A-Z]{3}|[€£₲]|(?:R|US)?\$|S/\.?|Bs\.?|Gs\.?)?\s*(?P<number>\d[\d.,' ]*)"
    r"\s*(?P<after>[A-Z]{3}|[€$£]|M\.\s?N\.)?"
)
_ISO_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]00:00(?::00)?")
_WRITTEN = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})")
_TIMED = re.compile(
    r"(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}),?\s+(\d{1,2}):(\d{2}(?::\d{2})?)(?:\s?([ap])\.?\s?m\.?)?",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"[34567]\d{4}")  # of a spreadsheet's day without its format: from 1982 on
_SERIALS_BEGIN = date(1899, 12, 30)
_BULLET = re.compile(r"\A[•-]+(?:\s+|\Z)")
_BETWEEN = re.compile(r"\s*\|\|\s*|\s+[•●▪]\s*|(?<=[.;])\s*[•●▪]\s*")
_NUMBERED = re.compile(r"(?:(?<=\s)|\A)(\d{1,2})[.)]-?\s+(?=\S)")
_LIST_MARKS = " \t\r\n•-"
_DIGITS = re.compile(r"[0-9]{1,9}")
_SIGNS = {"€": "EUR", "£": "GBP", "R$": "BRL", "US$": "USD", "Gs": "PYG", "Gs.": "PYG", "₲": "PYG"}
_YES = {"1", "true", "yes", "si", "sí", "x"}


def text(row: Row, field: str) -> str:
    """Return a cell as text, which its noun cleans; empty for a missing one.

    Raises UserError for what is no text.
    """
    value = row.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise UserError("import.cell", field=field)
        value = str(value)
    if len(value) > MAX_CELL_CHARS:
        raise UserError("import.cell_long", field=field, most=MAX_CELL_CHARS)
    return value.strip()


def flag(row: Row, field: str, *, default: bool = False) -> bool:
    """Return whether a cell says yes."""
    value = row.get(field)
    if isinstance(value, bool):
        return value
    return text(row, field).lower() in _YES if text(row, field) else default


def lines(row: Row, field: str, *, in_one: bool = False) -> tuple[str, ...]:
    """Return a list, or the lines of a text, without empty ones and marks; its noun cleans it.

    With `in_one` a single line may hold several items.
    """
    value = row.get(field)
    if isinstance(value, list):  # whose items need no marks, and may begin with one of their own
        if not all(isinstance(item, str) for item in value):
            raise UserError("import.cell", field=field)
        bare = (_BULLET.sub("", item.strip()) for item in value)
        return tuple(filter(None, bare))
    told = text(row, field)
    items = _listed(told) if in_one else told.splitlines()
    return tuple([plain for item in items if (plain := item.strip().lstrip(_LIST_MARKS))])


def _listed(told: str) -> list[str]:
    """Return the items of a cell: a line each, or in one line with the marks between them that
    nothing else has: "• DNI • Foto", "DNI || Foto", "1. DNI 2. Foto".
    """
    items = told.splitlines()
    if len(items) != 1:
        return items
    if _BETWEEN.search(told):
        return _BETWEEN.split(told)
    numbers = [(match, int(match[1])) for match in _NUMBERED.finditer(told)]
    if len(numbers) < 2 or [n for _, n in numbers] != [*range(1, len(numbers) + 1)]:  # noqa: PLR2004 - of a list
        return items
    ends = [match.start() for match, _ in numbers[1:]] + [len(told)]
    before = told[: numbers[0][0].start()]
    return [
        before,
        *(told[match.end() : end] for (match, _), end in zip(numbers, ends, strict=True)),
    ]


def count(value: object, most: int = 100_000) -> int | None:
    """Return a small whole number of a cell, None for anything else."""
    digits = str(value).strip()
    return int(digits) if _DIGITS.fullmatch(digits) and int(digits) <= most else None


def day(text: str, *, day_first: bool) -> str:
    """Return ISO text of a day as people or spreadsheets write it; what is none, as it stands.

    01/06/2027 is the first of June where the day comes first; elsewhere it stays, and is refused.
    """
    if match := _ISO_MOMENT.fullmatch(text):
        return match[1]
    if _SERIAL.fullmatch(text):
        return (_SERIALS_BEGIN + timedelta(days=int(text))).isoformat()
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return text
    one, two, year = map(int, match.groups())
    if not day_first and one != two and max(one, two) <= 12:  # noqa: PLR2004 - months
        return text
    written = (two, one) if one > 12 or day_first else (one, two)  # noqa: PLR2004 - months
    try:
        return date(year, *written).isoformat()
    except ValueError:
        return text


def moment(text: str, *, day_first: bool) -> str:
    """Return ISO text of a day, with its time where there is one, as people or spreadsheets write
    them; what is none, as it stands.
    """
    match = _TIMED.fullmatch(text)
    if match is None:
        return day(text, day_first=day_first)
    on, hour, half = day(match[1], day_first=day_first), int(match[2]), (match[4] or "").lower()
    if half and 1 <= hour <= 12:  # noqa: PLR2004 - of a clock's face
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{on}T{hour:02d}:{match[3]}"


@lru_cache(maxsize=4096)  # of a list of ten thousand rows most cost the same as another
def money(cell: str) -> tuple[str, str] | None:
    """Return (decimal text, ISO currency or '') of an amount as people write it, else None."""
    match = _AMOUNT.fullmatch(cell.strip())
    if match is None:
        return None
    sign = (match["after"] or match["before"] or "").strip()
    try:
        amount = Decimal(_plain(re.sub(r"[' ]", "", match["number"])))
    except InvalidOperation:
        return None
    return unmistakable(amount), _SIGNS.get(sign, sign if sign.isalpha() and sign.isupper() else "")


def unmistakable(amount: Decimal) -> str:
    """Return decimal text without exactly three decimals, which would read as thousands."""
    whole, point, decimals = f"{amount:f}".partition(".")
    if len(decimals) <= 2:  # noqa: PLR2004 - cents
        return f"{amount:f}"
    decimals = decimals.rstrip("0")
    if len(decimals) == 3 and whole != "0":  # noqa: PLR2004 - as many as digits of a thousand
        decimals += "0"
    return f"{whole}{point}{decimals}" if decimals else whole


def _plain(number: str) -> str:
    """Return 1.234,50 and 1,234.50 as 1234.50; a lone mark before three digits parts thousands."""
    last = max(number.rfind(","), number.rfind("."))
    if last < 0:
        return number
    mark = number[last]
    parts_thousands = len(number) - last - 1 == 3 and (number.count(mark) > 1 or number[0] != "0")  # noqa: PLR2004 - digits of a thousand
    both = "," in number and "." in number
    whole = number[:last].replace(",", "").replace(".", "")
    if parts_thousands and not both:
        return whole + number[last + 1 :]
    return f"{whole}.{number[last + 1 :]}"
