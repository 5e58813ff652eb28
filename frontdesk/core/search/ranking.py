"""How well a document answers: what was asked for in the title first, then keywords, then the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from frontdesk.core.search.candidates import Candidate
from frontdesk.core.search.understanding import BEGINNING, Slot, Term, Understood

IN_KEYWORDS, IN_TEXT = 0.8, 0.4
COVERAGE, FIRST_WORD, FUNCTION_WORD = 0.2, 0.05, 0.03
OUTDATED, NOT_YET = 0.3, 0.2


@dataclass(slots=True)
class Ranked:
    """A candidate with its score, the chief reason, and the matched words of its title."""

    candidate: Candidate
    score: float
    reason: str
    matched: set[str] = field(default_factory=set)


def rank(candidate: Candidate, asked: Understood, day: str) -> Ranked:
    """Score one candidate."""
    title = candidate.words.split()
    stems = candidate.stems.split()
    at_title = set(title)
    at_title.update(stems)
    at_keys = set(candidate.keyword_words.split())
    at_keys.update(candidate.keyword_stems.split())
    total = weight = 0.0
    matched: set[str] = set()
    reason, worst = "title", 2.0
    for slot in asked.slots:
        gained, tokens, why = _slot(slot, at_title, at_keys)
        total += gained
        weight += slot.weight
        matched |= tokens
        share = gained / slot.weight if slot.weight else 1.0
        if share < worst and slot.weight > 0:
            worst, reason = share, why
    score = total / weight if weight else 0.0
    covered = sum(1 for w, s in zip(title, stems, strict=True) if w in matched or s in matched)
    if title:
        score += COVERAGE * covered / len(title)
        if title[0] in matched or stems[0] in matched:
            score += FIRST_WORD
    score += FUNCTION_WORD * sum(1 for word in asked.words if word in at_title) / len(asked.words)
    if candidate.valid_to and candidate.valid_to < day:
        score -= OUTDATED
    if candidate.valid_from > day:
        score -= NOT_YET
    return Ranked(candidate, score, reason, matched)


def _slot(slot: Slot, title: set[str], keys: set[str]) -> tuple[float, set[str], str]:
    gained = 0.0
    matched: set[str] = set()
    reason = "title"
    for term in slot.terms:
        quality, tokens, why = _term(term, title, keys)
        gained += term.weight * quality
        matched |= tokens
        if why != "title":
            reason = why
    for phrase, quality in slot.phrases:
        if quality * slot.weight > gained:
            place = 1.0 if title.issuperset(phrase) else IN_KEYWORDS if keys.issuperset(phrase) else 0
            if place * quality * slot.weight > gained:
                gained, matched, reason = place * quality * slot.weight, set(phrase), "synonym"
    return gained, matched, reason


def _term(term: Term, title: set[str], keys: set[str]) -> tuple[float, set[str], str]:
    common = term.tokens.keys() & title
    if common:
        best = max(common, key=term.tokens.__getitem__)
        return term.tokens[best], common, term.reasons[best]
    if term.start:
        begun = {word for word in title if word.startswith(term.start)}
        if begun:
            nearness = len(term.start) / min(map(len, begun))
            return BEGINNING + 0.18 * nearness, begun, "prefix"
    common = term.tokens.keys() & keys
    if common:
        best = max(common, key=term.tokens.__getitem__)
        return IN_KEYWORDS * term.tokens[best], set(), "keyword"
    return IN_TEXT if term.docs else 0.0, set(), "body"
