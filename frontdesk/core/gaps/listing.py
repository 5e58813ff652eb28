"""The gaps of a period, grouped by meaning: how often, since when, where, and what helped."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from frontdesk.core.gaps import closings
from frontdesk.core.gaps.asking import KINDS, Asked, asked
from frontdesk.core.gaps.closings import Closing
from frontdesk.core.gaps.meaning import Senses, groups
from frontdesk.core.knowledge import articles
from frontdesk.core.knowledge.articles import UNPUBLISHED
from frontdesk.core.search import house_synonyms

# A mark that somebody made on purpose tells more than a search that was left.
WEIGHTS = {kind: 1 if kind == "search" else 3 for kind in KINDS}
EVER = "9"  # after every stored instant
STATES = ("open", "in_hand", "answered", "quiet", "dismissed")


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions that ask the same. `times` counts visits, by kind in `counts`; the words of the
    most asked come first. `closing` is what was done last; `after` counts what was asked since
    without an answer, `chosen` with one.

    States: open; in_hand, an article is being written; answered, what was done is found and
    chosen; quiet, nobody has asked since; dismissed.
    """

    texts: tuple[str, ...]
    times: int
    counts: dict[str, int]
    first_at: str
    last_at: str
    desks: tuple[str, ...]
    article_id: str
    cases: tuple[str, ...]
    closing: Closing | None
    after: int
    chosen: int
    state: str

    @property
    def id(self) -> str:
        """By what a list finds the gap again: the words in which it is asked most."""
        return self.texts[0]

    @property
    def weight(self) -> int:
        """How much it matters, before others."""
        return sum(WEIGHTS[kind] * count for kind, count in self.counts.items())


def gaps(db: sqlite3.Connection, since: str, until: str = EVER) -> list[Gap]:
    """Return the gaps between two instants, as they are stored: open ones first, those that matter
    most before others.
    """
    questions = asked(db, since, until)
    done = closings.since(db, since)
    missed: dict[str, list[Asked]] = defaultdict(list)
    met: dict[str, list[Asked]] = defaultdict(list)
    for one in questions:
        (missed if one.kind else met)[one.key].append(one)
    drafts = _unpublished(db, done)
    closed = [words for closing in done for words in closing.words]
    times = {key: len(missed[key]) for key in (*missed, *closed)}
    found = [
        gap
        for keys in groups(times, Senses(house_synonyms(db)))
        if (gap := _gap(keys, missed, met, done, drafts))
    ]
    found.sort(key=lambda gap: (gap.last_at, gap.id), reverse=True)
    return sorted(found, key=lambda gap: (STATES.index(gap.state), -gap.weight))


def _gap(
    keys: Sequence[str], missed: dict[str, list[Asked]], met: dict[str, list[Asked]],
    done: Iterable[Closing], drafts: Container[str],
) -> Gap | None:  # fmt: skip
    signs = sorted((one for key in keys for one in missed.get(key, ())), key=lambda one: one.at)
    if not signs:
        return None
    closing = next((each for each in done if not set(each.words).isdisjoint(keys)), None)
    later = [one for one in signs if closing and one.at > closing.at]
    answers = [one for key in keys for one in met.get(key, ()) if closing and one.at > closing.at]
    shown = later or signs
    about = Counter(one.article_id for one in signs if one.article_id).most_common(1)
    return Gap(
        texts=tuple(_texts(signs)),
        times=_visits(shown),
        counts={k: n for k in KINDS if (n := _visits([one for one in shown if one.kind == k]))},
        first_at=signs[0].at,
        last_at=signs[-1].at,
        desks=tuple(sorted({one.desk for one in signs if one.desk})),
        article_id=about[0][0] if about else "",
        cases=tuple(one.ref for one in shown),
        closing=closing,
        after=_visits(later),
        chosen=_visits(answers),
        state=_state(closing, later, answers, drafts),
    )


def _state(
    closing: Closing | None, later: Sequence[Asked], answers: Sequence[Asked],
    drafts: Container[str],
) -> str:  # fmt: skip
    if closing is None or later:
        return "open"
    if closing.how == "dismissed":
        return "dismissed"
    if answers:
        return "answered"
    return "in_hand" if closing.article_id in drafts else "quiet"


def _unpublished(db: sqlite3.Connection, done: Iterable[Closing]) -> set[str]:
    """Return the articles of closings that are not on the desk yet."""
    begun = [each.article_id for each in done if each.how == "written"]
    return {article_id for article_id in begun if articles.state(db, article_id) in UNPUBLISHED}


def _texts(signs: Sequence[Asked]) -> list[str]:
    """Return the ways of asking, the most frequent first, each as it was typed last."""
    typed = {one.key: one.text for one in signs}
    often = Counter(one.key for one in signs)
    return [typed[key] for key, _ in sorted(often.items(), key=lambda pair: (-pair[1], pair[0]))]


def _visits(signs: Sequence[Asked]) -> int:
    """Return in how many visits or calls it was asked; what belongs to none counts by itself."""
    return len({one.contact_id or one.ref for one in signs})
