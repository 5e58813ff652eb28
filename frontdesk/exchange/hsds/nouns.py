"""The rows of a package as our nouns: services as articles, locations as offices."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime

from frontdesk.base.text import line
from frontdesk.core.knowledge.articles import Article
from frontdesk.core.offices import Office
from frontdesk.core.opening.typed import Typed
from frontdesk.exchange.hsds import schedules
from frontdesk.exchange.hsds.packages import Package, Row
from frontdesk.exchange.hsds.values import is_before, is_impossible
from frontdesk.exchange.kinds import cells

MAX_SAID_WORDS = 40
_RETIRED = ("inactive", "defunct")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
# The parts of a service that an article has no field for, each under its heading in the text.
_SECTIONS = (
    ("hsds.apply", "application_process"), ("hsds.languages", "interpretation_services"),
    ("hsds.licences", "licenses"), ("hsds.accreditations", "accreditations"),
)  # fmt: skip
_ADDRESS = ("attention", "address_1", "address_2", "city", "region", "state_province",
            "postal_code", "country")  # fmt: skip

_KEYS = ("service_id", "location_id", "organization_id", "service_at_location_id")


class Directory:
    """A package with its rows at hand by the service, location and organization they belong to."""

    def __init__(self, package: Package, words: Mapping[str, str], lang: str) -> None:
        """Take the package, the words of headings by code and the language of its texts."""
        self.package, self.words, self.lang = package, words, lang
        self.organizations = {row["id"]: row for row in package.rows("organizations")}
        self._by: dict[tuple[str, str], dict[str, list[Row]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for name, rows in package.tables.items():
            for row in rows:
                for column in _KEYS:
                    if row[column]:
                        self._by[name, column][row[column]].append(row)

    def of(self, table: str, column: str, key: str) -> list[Row]:
        """Return the rows of a table that belong to a service, a location or an organization."""
        return self._by[table, column].get(key, [])

    def pairs(self) -> Iterator[tuple[Row, str, str]]:
        """Yield (row, service id, location id) of what is given where, each once."""
        seen = set()
        # Early packages say in the service where it is given.
        for row in self.package.rows("service_at_locations") + self.package.rows("services"):
            pair = (row["service_id"] or row["id"], row["location_id"])
            if all(pair) and pair not in seen:
                seen.add(pair)
                yield row, *pair

    def article(self, row: Row) -> Article:
        """Return the article of a service."""
        cost, currency, note = self._cost(row)
        documents = self.of("required_documents", "service_id", row["id"])
        description = _sound(row, "description")
        return Article(
            title=row["name"], id=row["id"], kind="service", lang=self.lang,
            say=_spoken(row["alert"] or description), body=self._body(row, description),
            who=self._who(row), cost=cost, currency=currency, cost_note=note,
            term=_sound(row, "wait_time"),
            keywords=", ".join(filter(None, (_sound(row, "alternate_name"), row["keywords"]))),
            source=_sound(row, "url"),
            state="retired" if row["status"].lower() in _RETIRED else "published",
            requirements=tuple(filter(None, (
                row["required_documents"], *(_sound(each, "document") for each in documents)
            ))),
        )  # fmt: skip

    def office(self, row: Row, now: datetime) -> tuple[Office, Typed]:
        """Return the office of a location, and how sure its hours are."""
        hours = schedules.hours(self._schedules(row), now.date().isoformat())
        addresses = self.of("addresses", "location_id", row["id"])
        where = [_address(each) for each in addresses] + [_sound(row, "transportation")]
        name = row["name"] or self._organization(row) or (where and where[0]) or ""
        phones = self._phones("location_id", row["id"])
        return Office(
            id=row["id"], code="", name=line(name), phone=" / ".join(phones), hours=hours.hours,
            directions="\n".join(dict.fromkeys(filter(None, where))),
            keywords=_sound(row, "alternate_name"),
        ), hours  # fmt: skip

    def _schedules(self, row: Row) -> list[Row]:
        """Return a location's own schedules, else those of what is given there."""
        serving = self.of("service_at_locations", "location_id", row["id"])
        return self.of("schedules", "location_id", row["id"]) or [
            schedule
            for each in serving
            for schedule in self.of("schedules", "service_at_location_id", each["id"])
        ]

    def _organization(self, row: Row) -> str:
        known = self.organizations.get(row["organization_id"])
        return known["name"] if known else ""

    def _phones(self, column: str, key: str) -> list[str]:
        found = []
        for phone in self.of("phones", column, key):
            if number := _sound(phone, "number"):
                kind = (phone["type"] or phone["number_type"]).lower()
                kind = "" if kind in {"", "voice", "main"} else f" ({kind})"
                extension = f" ext. {phone['extension']}" if phone["extension"] else ""
                found.append(f"{number}{extension}{kind}")
        return list(dict.fromkeys(found))

    def _who(self, row: Row) -> str:
        told = [_sound(row, "eligibility_description") or row["eligibility"]]
        told += [
            _sound(each, "eligibility")
            for each in self.of("eligibilities", "service_id", row["id"])
        ]
        ages = [row[name] for name in ("minimum_age", "maximum_age")]
        if is_before(ages[1], ages[0]):
            ages[1] = ""
        if any(ages):
            told.append(self.words["hsds.ages"].format(least=ages[0] or "0", most=ages[1] or "-"))
        return "\n".join(filter(None, told))

    def _cost(self, row: Row) -> tuple[str, str, str]:
        """Return one amount where there is but one; several and none are told in words."""
        options = self.of("cost_options", "service_id", row["id"])
        fees = [_sound(row, "fees_description") or _sound(row, "fees")]
        texts = [_option(option) for option in options]
        if len(options) == 1 and not is_impossible("amount", options[0]["amount"]):
            amount = cells.money(options[0]["amount"])
            if amount:
                note = filter(None, (options[0]["option"], options[0]["amount_description"], *fees))
                return amount[0], options[0]["currency"].upper()[:3], " · ".join(note)
        return "", "", " · ".join(filter(None, (*texts, *fees)))

    def _body(self, row: Row, description: str) -> str:
        parts = [f"**{row['alert']}**" if row["alert"] else "", description]
        parts += [
            f"## {self.words[heading]}\n\n{text}"
            for heading, column in _SECTIONS
            if (text := _sound(row, column))
        ]
        spoken = self.of("languages", "service_id", row["id"])
        if spoken and not row["interpretation_services"]:
            names = ", ".join(filter(None, (each["name"] or each["code"] for each in spoken)))
            parts.append(f"## {self.words['hsds.languages']}\n\n{names}")
        if hours := schedules.told(self.of("schedules", "service_id", row["id"])):
            parts.append(f"## {self.words['hsds.hours']}\n\n{hours}")
        parts.append(self._reach(row))
        return "\n\n".join(filter(None, parts))

    def _reach(self, row: Row) -> str:
        """Return who gives the service, and how to reach them."""
        own = self._phones("service_id", row["id"])
        organization = self.organizations.get(row["organization_id"])
        phones = own or self._phones("organization_id", row["organization_id"])
        email = _sound(row, "email")
        if organization and not email:
            email = _sound(organization, "email")
        name = organization["name"] if organization and len(self.organizations) > 1 else ""
        told = filter(None, (name, *phones, email))
        lines = "\n".join(f"- {each}" for each in told)
        return f"## {self.words['hsds.contact']}\n\n{lines}" if lines else ""


def _sound(row: Row, column: str) -> str:
    """Return a cell, nothing for one that cannot be."""
    value = row[column]
    return "" if is_impossible(column, value) else value


def _address(row: Row) -> str:
    return ", ".join(filter(None, (_sound(row, column) for column in _ADDRESS)))


def _option(row: Row) -> str:
    amount = " ".join(filter(None, (_sound(row, "amount"), row["currency"].upper())))
    return ": ".join(filter(None, (row["option"], amount, row["amount_description"])))


def _spoken(text: str) -> str:
    """Return as many whole sentences as one can say in a breath."""
    said: list[str] = []
    for sentence in _SENTENCE.split(line(text)):
        if len(" ".join([*said, sentence]).split()) > MAX_SAID_WORDS:
            break
        said.append(sentence)
    return " ".join(said)
