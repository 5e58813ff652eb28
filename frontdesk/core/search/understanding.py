"""From what was typed to what may have been meant: terms, in slots.

A slot is one term, or several that together have a synonym ("carnet de conducir") or together
make one word ("lava vajillas").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from frontdesk.core.search import thesaurus
from frontdesk.core.search.lexicon import MIN_FUZZY_CHARS, Lexicon, roots
from frontdesk.core.search.terms import JOINED, Term
from frontdesk.core.search.words import words

MAX_CHARS = 200
MAX_TERMS = 10
SHORT_START = 3  # up to this length the index has every beginning at hand
MIN_PART_CHARS = 3
ABBREVIATION = 0.86
TYPO, PER_LETTER, KNOWN_ELSEWHERE = 0.87, 0.12, 0.35
Phrase = tuple[str, ...]


@dataclass(slots=True)
class Slot:
    """One thing asked for: its terms, or one of the phrases of stems that mean the same."""

    terms: list[Term]
    phrases: list[tuple[Phrase, float]] = field(default_factory=list)
    weight: float = 1.0

    @property
    def is_light(self) -> bool:
        """Whether it is nothing but everyday words."""
        return all(term.is_light for term in self.terms)


@dataclass(slots=True)
class Understood:
    """The whole query: what it asks for, and its function words."""

    slots: list[Slot]
    words: list[str]
    fillers: list[Term]

    @property
    def terms(self) -> list[Term]:
        """All terms in order, without the function words."""
        return [term for slot in self.slots for term in slot.terms]


def understand(text: str, lexicon: Lexicon) -> Understood:
    """Return what a text asks for. Function words ask for nothing unless they stand alone."""
    typed = text[:MAX_CHARS]
    said = words(typed)
    empty = thesaurus.function_words()
    content = [i for i, word in enumerate(said) if word not in empty] or list(range(len(said)))
    open_at = len(said) - 1 if typed[-1:].isalnum() else -1
    terms = [_term(said[i], lexicon, is_open=i == open_at) for i in content[:MAX_TERMS]]
    rest = [word for i, word in enumerate(said) if i not in content][:MAX_TERMS]
    return Understood(_slots(terms, lexicon), said, [_filler(word, lexicon) for word in rest])


def _filler(word: str, lexicon: Lexicon) -> Term:
    term = Term(word, roots(word))
    _look_up(term, lexicon)
    return term


def _term(word: str, lexicon: Lexicon, *, is_open: bool) -> Term:
    term = Term(word, roots(word), is_light=word in thesaurus.everyday_words())
    _look_up(term, lexicon)
    if is_open:
        _look_up_start(term, lexicon)
    if not term.titles and not term.start:
        _guess(term, lexicon, is_open=is_open)
    term.weigh(lexicon.docs)
    return term


def _look_up(term: Term, lexicon: Lexicon) -> None:
    term.is_word = bool(lexicon.title_word(term.text))
    for stem in dict.fromkeys(term.roots):
        titles, docs = lexicon.frequency(stem)
        term.titles, term.docs = max(term.titles, titles), max(term.docs, docs)
        if docs:
            term.stems[stem] = None


def _look_up_start(term: Term, lexicon: Lexicon) -> None:
    term.is_start = True
    if len(term.text) <= SHORT_START:
        term.start = term.text
        return
    for word, stem, docs in lexicon.beginnings(term.text):
        term.beginnings.append(word)
        term.stems[stem] = None
        term.titles = max(term.titles, docs)


def _guess(term: Term, lexicon: Lexicon, *, is_open: bool) -> None:
    """For a word that no title has: an abbreviation, or a typing error."""
    if not is_open and len(term.text) > 1:
        _look_up_start(term, lexicon)
    if term.titles or term.start or len(term.text) < MIN_FUZZY_CHARS or not term.text.isalpha():
        return
    doubt = KNOWN_ELSEWHERE if term.docs else 0.0
    for word, distance in lexicon.neighbours(term.text, is_open=is_open):
        stem, docs = lexicon.title_words[word]
        term.accept(word, TYPO - PER_LETTER * distance - doubt, "typo")
        term.stems[stem] = None
        term.titles = max(term.titles, docs)


def _slots(terms: Sequence[Term], lexicon: Lexicon) -> list[Slot]:
    slots: list[Slot] = []
    at = 0
    while at < len(terms):
        slot = _slot(terms[at:], lexicon)
        slot.weight = sum(term.weight for term in slot.terms)
        slots.append(slot)
        at += len(slot.terms)
    return slots


def _slot(terms: Sequence[Term], lexicon: Lexicon) -> Slot:
    """Return the slot that begins here: the longest phrase that has a synonym, else one term."""
    for size in range(min(thesaurus.MAX_PHRASE_WORDS, len(terms)), 1, -1):
        if found := thesaurus.meanings([term.text for term in terms[:size]]):
            return Slot(list(terms[:size]), found)
    if len(terms) > 1 and (known := lexicon.title_word(terms[0].text + terms[1].text)):
        return Slot(list(terms[:2]), [((known[0][0],), JOINED)])
    slot = Slot([terms[0]])
    for phrase, quality in thesaurus.meanings([terms[0].text]):
        if len(phrase) == 1:
            terms[0].accept(phrase[0], quality, "synonym")
            if any(lexicon.frequency(phrase[0])):
                terms[0].stems[phrase[0]] = None
        else:
            slot.phrases.append((phrase, quality))
    if parts := _parts(terms[0], lexicon):
        slot.phrases.append((parts, JOINED))
    return slot


def _parts(term: Term, lexicon: Lexicon) -> Phrase:
    """Return the stems of two words that were typed as one."""
    text = term.text
    if len(text) < 2 * MIN_PART_CHARS or lexicon.title_word(text) or any(
        lexicon.frequency(stem)[0] for stem in term.roots
    ):
        return ()
    known = lexicon.title_words
    best: tuple[int, Phrase] = (0, ())
    for cut in range(MIN_PART_CHARS, len(text) - MIN_PART_CHARS + 1):
        left, right = known.get(text[:cut]), known.get(text[cut:])
        if left and not right and term.is_start:
            longer = lexicon.beginnings(text[cut:])
            right = longer[0][1:] if longer else None
        if left and right:
            shorter = min(cut, len(text) - cut)
            best = max(best, (shorter, (left[0], right[0])))
    return best[1]
