"""Repeats while typing: who else complains of the same, since when, and what is being done.

Two complaints are alike where they name the same problem of the same thing, in words that need not
be the same, or where no problem is known and they share their own words. Candidates come from the
full-text index, the newest and rarest first, so that a large office costs no more than a small one.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from frontdesk.base.clock import iso
from frontdesk.base.text import fold
from frontdesk.core.complaints import causes
from frontdesk.core.complaints.concepts import (
    Meaning,
    are_opposite,
    broad,
    directions,
    listed_things,
    meaning,
    tones,
    wholes,
)
from frontdesk.core.complaints.phrases import stem_of, told_in
from frontdesk.core.complaints.words import MAX_CHARS
from frontdesk.core.search.house import house_synonyms
from frontdesk.core.search.thesaurus import Thesaurus
from frontdesk.core.search.words import words

WINDOW_DAYS = 90
MAX_FEATURES = 24
MAX_NEWEST = 300  # of the complaints that share one feature
MAX_CANDIDATES = 200
ALIKE = 0.5
ELSEWHERE = 0.2  # how much surer it has to be of another office
# What speaks for and against one matter, weights of a logistic regression over labelled pairs: a
# shared problem, a second one, their share of all, where things meet too; then what parts them.
LEAN, TELLING, BROAD, SECOND, AGREEMENT, PART = -2.17, 2.3, 2.58, 0.68, 2.14, 0.46
OTHER_PROBLEM, EACH_ITS_OWN, OTHER_PART, OTHER_PART_BROAD = -1.7, -0.4, -0.43, -2.7
OTHER_TONE, OPPOSITE = -4.0, -3.0
# Without a problem in common: things that the list knows, words of one's own, their share of all.
THING, WORD, WORDING = 0.2, 0.4, 1.5
LITTLE = 0.3  # how much a broad problem counts in a share
MOST_THINGS, MOST_WORDS = 2, 3


@dataclass(frozen=True, slots=True)
class Alike:
    """Complaints alike that belong together: those of one cause, or of one office without cause.

    `complaint_ids` are the nearest first; `people` counts each person once. Instants are stored
    text; `action` is the soonest open action of the cause, None where nothing is being done.
    """

    complaint_ids: tuple[str, ...]
    people: int
    since_at: str
    last_at: str
    office_id: str
    office_name: str
    is_same_office: bool
    cause: causes.Cause | None
    action: causes.Action | None
    score: float


class _Asked(NamedTuple):
    about: Meaning
    office_id: str
    article_id: str
    since: str

    def is_same_place(self, office_id: str, article_id: str) -> bool:
        """Return whether a complaint is of the same office or article; any, where none is said."""
        return self.office_id in ("", office_id) or (self.article_id or " ") == article_id


class _Near(NamedTuple):
    score: float
    id: str
    office_id: str
    office_name: str
    cause_id: str
    received_at: str
    person: str


def alike(
    db: sqlite3.Connection, text: str, office_id: str = "", article_id: str = "", *,
    now: datetime, besides: str = "",
) -> list[Alike]:  # fmt: skip
    """Return the groups of complaints alike to a text, of the last WINDOW_DAYS, best first.

    `besides` is a case that is left out: the one that is being looked at itself.
    """
    about = _meant(db, told_in(text[:MAX_CHARS]))
    found = _candidates(db, about)
    if not found:
        return []
    asked = _Asked(about, office_id, article_id, iso(now - timedelta(days=WINDOW_DAYS)))
    near = [one for one in _judged(db, found, asked) if one.id != besides]
    near.sort(key=lambda one: (-one.score, one.received_at, one.id))
    groups: dict[str, list[_Near]] = {}
    for one in near:
        groups.setdefault(one.cause_id or f"office {one.office_id}", []).append(one)
    told = [_summary(db, members, office_id) for members in groups.values()]
    told.sort(key=lambda group: (not group.is_same_office, -len(group.complaint_ids), -group.score))
    return told


def likeness(one: Meaning, other: Meaning, within: frozenset[str] = frozenset()) -> float:
    """Return how surely two meanings are one matter, 0 to 1.

    `within` are words that all around them share.
    """
    return 1 / (1 + math.exp(-_evidence(one, other, within)))


def _evidence(one: Meaning, other: Meaning, within: frozenset[str]) -> float:
    mine, theirs = one.things - within, other.things - within
    aside = tones() | directions()
    told, retold = one.problems - aside, other.problems - aside
    sure = LEAN
    if (one.problems ^ other.problems) & tones():
        sure += OTHER_TONE
    if are_opposite(one.problems, other.problems):
        sure += OPPOSITE
    if told & retold:
        return sure + _of_problems(told, retold) + _of_parts(told & retold, mine, theirs)
    return sure + _of_words(mine, theirs) + (OTHER_PROBLEM if told and retold else 0)


def _of_problems(told: frozenset[str], retold: frozenset[str]) -> float:
    shared = told & retold
    sure = TELLING if shared - broad() else BROAD
    if len(shared) > 1:
        sure += SECOND
    if told - shared - broad() and retold - shared - broad():
        sure += EACH_ITS_OWN
    return sure + AGREEMENT * 2 * _telling(shared) / (_telling(told) + _telling(retold))


def _telling(problems: frozenset[str]) -> float:
    return sum(LITTLE if problem in broad() else 1 for problem in problems)


def _of_parts(problems: frozenset[str], mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Return what the things say that have a problem: the tap of a room and its lamp are two."""
    parts = listed_things() - wholes()
    shared = mine & theirs & parts
    if not shared and mine & parts and theirs & parts:
        return OTHER_PART if problems - broad() else OTHER_PART_BROAD
    return PART * min(len(shared), MOST_THINGS)


def _of_words(mine: frozenset[str], theirs: frozenset[str]) -> float:
    shared, known = mine & theirs, listed_things()
    if not shared:
        return 0
    parts = min(len((shared & known) - wholes()), MOST_THINGS)
    own = min(len(shared - known), MOST_WORDS)
    return THING * parts + WORD * own + WORDING * 2 * len(shared) / (len(mine) + len(theirs))


def _meant(db: sqlite3.Connection, said: list[str]) -> Meaning:
    """Return what words are about, and what the house's own synonyms for them are about."""
    about = meaning(said)
    if lines := house_synonyms(db):
        house = _house(tuple(lines))
        also = [meaning(one.words) for word in said for one in house.meanings((word,))]
        problems, things = zip(about, *also, strict=True)
        about = Meaning(frozenset().union(*problems), frozenset().union(*things))
    return about


@lru_cache(maxsize=1)
def _house(lines: tuple[str, ...]) -> Thesaurus:
    return Thesaurus(lines)


def _candidates(db: sqlite3.Connection, about: Meaning) -> list[int]:
    """Return the numbers of the complaints that share most with what a text is about."""
    frequency = _frequency(db, [*about.problems, *about.things])
    total = db.execute("SELECT coalesce(max(n), 0) FROM complaint_text").fetchone()[0]
    weights: dict[int, float] = {}
    ranked = sorted(frequency.items(), key=lambda one: (one[0][1] != "p", one[1], one[0]))
    for feature, docs in ranked[:MAX_FEATURES]:
        weight = math.log(1 + total / docs) * (2 if feature.startswith("0p") else 1)
        rows = db.execute(
            "SELECT rowid FROM complaint_stem WHERE complaint_stem MATCH ? "
            "ORDER BY rowid DESC LIMIT ?",
            (f'"{feature}"', MAX_NEWEST),
        )
        for (n,) in rows:
            weights[n] = weights.get(n, 0.0) + weight
    best = sorted(weights.items(), key=lambda one: (-one[1], -one[0]))
    return [n for n, _ in best[:MAX_CANDIDATES]]


def _frequency(db: sqlite3.Connection, features: list[str]) -> dict[str, int]:
    marks = ",".join("?" * len(features))
    rows = db.execute(
        f"SELECT term, doc FROM complaint_vocabulary WHERE term IN ({marks})", features
    )
    return dict(rows)


def _judged(db: sqlite3.Connection, found: list[int], asked: _Asked) -> Iterable[_Near]:
    rows = db.execute(
        "SELECT t.stems, c.id, c.office_id, c.office_name, c.cause_id, c.received_at, c.phone, "
        "c.email, c.name, c.article_id FROM complaint_text t JOIN complaint c "
        f"ON c.id = t.complaint_id WHERE t.n IN ({','.join('?' * len(found))}) "
        "AND c.received_at >= ? AND c.state <> 'annulled'",
        (*found, asked.since),
    )
    for stems, case, office, office_name, cause, at, phone, email, name, article in rows:
        score = likeness(asked.about, _stored(stems), _named_after(office_name))
        least = ALIKE if asked.is_same_place(office, article) else ALIKE + ELSEWHERE
        if score >= least:
            person = "".join(filter(str.isdigit, phone)) or fold(email) or fold(name) or case
            yield _Near(score, case, office, office_name, cause, at, person)


@lru_cache(maxsize=512)
def _named_after(office_name: str) -> frozenset[str]:
    """Return the words of an office's name: all who complain there say them."""
    return frozenset(f"0t{stem_of(word)}" for word in words(office_name))


def _stored(stems: str) -> Meaning:
    marked = [token for token in stems.split() if token.startswith(("0p", "0t"))]
    problems = frozenset(token for token in marked if token[1] == "p")
    return Meaning(problems, frozenset(marked) - problems)


def _summary(db: sqlite3.Connection, members: list[_Near], office_id: str) -> Alike:
    nearest = members[0]
    cause = causes.find(db, nearest.cause_id)
    pending = [a for a in causes.actions(db, cause.id) if a.state == "open"] if cause else []
    return Alike(
        complaint_ids=tuple(one.id for one in members),
        people=len({one.person for one in members}),
        since_at=min(one.received_at for one in members),
        last_at=max(one.received_at for one in members),
        office_id=nearest.office_id,
        office_name=nearest.office_name,
        is_same_office=any(one.office_id == office_id for one in members),
        cause=cause,
        action=pending[0] if pending else None,
        score=nearest.score,
    )
