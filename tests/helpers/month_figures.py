"""The figures of a simulated month, computed from the simulation's own log and nothing else.

It shares no line with the program: no query, no event, no function of the indicators.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.helpers.month import Fact

NOTHING = timedelta()


@dataclass(slots=True)
class Figures:
    """What the reports of one branch should say; waits are in seconds."""

    waiting: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    walk: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    service: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    hold: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    bounces: Counter[tuple[str, str]] = field(default_factory=Counter)  # by article and office
    served: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # slips
    wrong: set[str] = field(default_factory=set)  # slips
    tickets: Counter[str] = field(default_factory=Counter)  # by first office
    gave_up: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Track:
    """Where a visitor is in the log."""

    first: str
    office: str
    article: str
    slip: str
    since: datetime
    was_served: bool = False
    work: timedelta = NOTHING  # of the service that may still go on
    is_spoilt: bool = False  # the clock was set back during it


class Reader:
    """Goes through the log of one branch, line by line."""

    def __init__(self) -> None:
        self.figures = Figures()
        self.tracks: dict[str, Track] = {}
        self.home: dict[str, str] = {}  # slip -> the office to which it led first

    def read(self, fact: Fact) -> None:
        """Take one line in."""
        getattr(self, fact.deed)(fact)

    def came(self, fact: Fact) -> None:
        self.figures.tickets[fact.office] += 1
        self.home[fact.slip] = fact.office
        self.tracks[fact.visitor] = Track(
            fact.office, fact.office, fact.article, fact.slip, fact.at
        )

    def waits(self, fact: Fact) -> None:
        track = self.tracks[fact.visitor]
        track.office, track.article, track.slip = fact.office, fact.article, fact.slip
        self.home.setdefault(fact.slip, fact.office)

    def called(self, fact: Fact) -> None:
        self.lasted(fact, self.figures.waiting)

    def started(self, fact: Fact) -> None:
        self.lasted(fact, self.figures.walk)
        self.tracks[fact.visitor].was_served = True

    def held(self, fact: Fact) -> None:
        track = self.tracks[fact.visitor]
        length, is_spoilt = self.pass_to(track, fact.at)
        track.work += length
        track.is_spoilt |= is_spoilt

    def resumed(self, fact: Fact) -> None:
        self.lasted(fact, self.figures.hold)

    def wrong(self, fact: Fact) -> None:
        track = self.tracks[fact.visitor]
        self.served(fact)
        self.figures.bounces[track.article, track.office] += 1
        self.figures.wrong.add(track.slip)
        if not fact.office:
            self.ended(track)

    def transferred(self, fact: Fact) -> None:
        self.served(fact)

    def done(self, fact: Fact) -> None:
        self.served(fact)
        self.ended(self.tracks[fact.visitor])

    def left(self, fact: Fact) -> None:
        self.gone_early(fact)

    def no_show(self, fact: Fact) -> None:
        self.gone_early(fact)

    def gone(self, fact: Fact) -> None:
        del self.tracks[fact.visitor]

    def came_back(self, fact: Fact) -> None:
        self.blamed(fact)

    def sent_again(self, fact: Fact) -> None:
        self.blamed(fact)

    def rang(self, fact: Fact) -> None:
        self.figures.calls[fact.office] += 1

    def answered(self, fact: Fact) -> None:
        self.figures.outcomes[fact.deed] += 1

    def not_found(self, fact: Fact) -> None:
        self.figures.outcomes[fact.deed] += 1

    def blamed(self, fact: Fact) -> None:
        """A slip did not help: its article and the office to which it led are to blame, once."""
        is_known = fact.slip in self.figures.wrong
        self.figures.wrong.add(fact.slip)
        if fact.deed == "came_back" or not is_known:
            self.figures.bounces[fact.article, self.home[fact.slip]] += 1

    def served(self, fact: Fact) -> None:
        track = self.tracks[fact.visitor]
        length, is_spoilt = self.pass_to(track, fact.at)
        if not is_spoilt and not track.is_spoilt:
            self.figures.service[track.office].append((track.work + length).total_seconds())
        track.work, track.is_spoilt = NOTHING, False

    def ended(self, track: Track) -> None:
        self.figures.served[self.home[track.slip]].add(track.slip)

    def gone_early(self, fact: Fact) -> None:
        track = self.tracks.pop(fact.visitor)
        if not track.was_served:
            self.figures.gave_up[track.first] += 1

    def lasted(self, fact: Fact, lengths: dict[str, list[float]]) -> None:
        track = self.tracks[fact.visitor]
        length, is_spoilt = self.pass_to(track, fact.at)
        if not is_spoilt:
            lengths[track.office].append(length.total_seconds())

    def pass_to(self, track: Track, at: datetime) -> tuple[timedelta, bool]:
        """Let time pass for a visitor; a clock that went back says nothing of its length."""
        is_spoilt = at < track.since
        length = NOTHING if is_spoilt else at - track.since
        track.since = max(at, track.since)
        return length, is_spoilt


def compute(log: Iterable[Fact], branch: str) -> Figures:
    """Return the figures of one branch."""
    reader = Reader()
    for fact in log:
        if fact.branch == branch:
            reader.read(fact)
    return reader.figures


def middle(values: list[float]) -> float:
    """The value in the middle, or half-way between the two."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def ninth_tenth(values: list[float]) -> float:
    """The smallest value that nine tenths of the values do not exceed."""
    ordered = sorted(values)
    for n, value in enumerate(ordered, 1):
        if n * 10 >= len(ordered) * 9:
            return value
    raise ValueError(values)
