"""How well a document answers: what was asked for in the title first, then keywords, then the text.

Each word of a title answers one word of the query only, so that "documentos documen" prefers the
title that has two such words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from frontdesk.core.search.candidates import Candidate
from frontdesk.core.search.terms import NOTHING, Judgement, Term
from frontdesk.core.search.understanding import Phrase, Slot, Understood

IN_KEYWORDS, IN_TEXT, TAKEN = 0.8, 0.35, 0.5
COVERAGE, FIRST_WORD, IN_ORDER, FILLER = 0.12, 0.03, 0.02, 0.04
OUTDATED, NOT_YET = 0.3, 0.2


@dataclass(slots=True)
class Title:
    """A document's words while it is being ranked, and which of them have answered."""

    words: list[str]
    stems: list[str]
    key_words: list[str]
    key_stems: list[str]
    taken: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Ranked:
    """A candidate with its score, its chief reason, and the words of its title that answer."""

    candidate: Candidate
    score: float
    reason: str
    matched: frozenset[int]
    missing: list[Slot]  # what neither title nor keywords have


def rank(candidate: Candidate, asked: Understood, day: str) -> Ranked:
    """Score one candidate by its title and keywords."""
    title = Title(
        candidate.words.split(), candidate.stems.split(),
        candidate.keyword_words.split(), candidate.keyword_stems.split(),
    )  # fmt: skip
    total = weight = 0.0
    reason, worst = "body", 2.0
    missing = []
    for slot in asked.slots:
        quality, why = _slot(slot, title)
        total += quality * slot.weight
        weight += slot.weight
        if not quality:
            missing.append(slot)
        elif quality < worst and not slot.is_light:
            worst, reason = quality, why
    score = (total / weight if weight else 0.0) + _shape(title, asked) + _days(candidate, day)
    return Ranked(candidate, score, reason, frozenset(title.taken), missing)


def add_text(ranked: Ranked, text: str, asked: Understood) -> None:
    """Add what the document's text has of the slots that are missing in its title."""
    weight = sum(slot.weight for slot in asked.slots) or 1.0
    padded = f" {text} "
    for slot in ranked.missing:
        ranked.score += IN_TEXT * _share_in_text(slot, padded) * slot.weight / weight


def _share_in_text(slot: Slot, text: str) -> float:
    own = sum(any(f" {stem} " in text for stem in term.stems) for term in slot.terms)
    best = own / len(slot.terms)
    for phrase, quality in slot.phrases:
        if quality > best and all(f" {stem} " in text for stem in phrase):
            best = quality
    return best


def _shape(title: Title, asked: Understood) -> float:
    """What the form of the title adds: how much of it was asked for, and in which order."""
    if not title.words:
        return 0.0
    order = title.taken
    shape = COVERAGE * len(set(order)) / len(title.words)
    if 0 in order:
        shape += FIRST_WORD
    if len(order) > 1 and order == sorted(order):
        shape += IN_ORDER
    if asked.fillers:
        found = [_best(term, title.words, title.stems, ())[0] for term in asked.fillers]
        shape += FILLER * sum(found) / len(found)
    return shape


def _days(candidate: Candidate, day: str) -> float:
    if candidate.valid_to and candidate.valid_to < day:
        return -OUTDATED
    return -NOT_YET if candidate.valid_from > day else 0.0


def _slot(slot: Slot, title: Title) -> Judgement:
    own = [_term(term, title) for term in slot.terms]
    quality = sum(q * term.weight for (q, _), term in zip(own, slot.terms, strict=True))
    best: Judgement = (quality / slot.weight if slot.weight else 0.0, min(own)[1])
    for phrase, quality in slot.phrases:
        if quality > best[0] and (places := _places(phrase, title)) is not None:
            title.taken.extend(places)
            best = (quality if places else quality * IN_KEYWORDS, "synonym")
    return best


def _term(term: Term, title: Title) -> Judgement:
    quality, reason, place = _best(term, title.words, title.stems, title.taken)
    if quality:
        title.taken.append(place)
        return quality, reason
    in_keys = _best(term, title.key_words, title.key_stems, ())
    return (in_keys[0] * IN_KEYWORDS, "keyword") if in_keys[0] else NOTHING


def _best(
    term: Term, words: Sequence[str], stems: Sequence[str], taken: Sequence[int]
) -> tuple[float, str, int]:
    best, why, at = 0.0, "", -1
    for place, word in enumerate(words):
        quality, reason = term.judge(word, stems[place])
        if quality > best:
            if place in taken:
                quality *= TAKEN
                if quality <= best:
                    continue
            best, why, at = quality, reason, place
    return best, why, at


def _places(phrase: Phrase, title: Title) -> list[int] | None:
    """Return where a phrase stands in the title; [] if it is in the keywords, None if nowhere."""
    if all(stem in title.stems for stem in phrase):
        return [title.stems.index(stem) for stem in phrase]
    return [] if all(stem in title.key_stems for stem in phrase) else None
