"""From what was typed to what may have been meant: terms, in slots.

A slot is one term, or several that together have a synonym ("carnet de conducir") or together
make one word ("lava vajillas").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from frontdesk.core.search import thesaurus
from frontdesk.core.search.lexicon import MIN_FUZZY_CHARS, Lexicon, roots
from frontdesk.core.search.terms import JOINED, Term
from frontdesk.core.search.thesaurus import Meaning, Phrase
from frontdesk.core.search.words import words

MAX_CHARS = 200
MAX_TERMS = 10
MIN_QUESTION_WORDS = 4
POSSESSIVES = frozenset({"mi", "mis", "su", "sus", "nuestro", "nuestra", "my", "our"})
WHOSE = 0.6  # "my mother", "my car" tell whose it is more than what is asked for
SPANISH_ONLY = frozenset("el la los las un una de del en para por con como que mi se al y".split())
SHORT_START = 3  # up to this length the index has every beginning at hand
MIN_PART_CHARS = 3
MAX_ABBREVIATION = 4
SURER_TOGETHER = 0.1  # several words together are seldom meant otherwise
ABBREVIATION = 0.86
TYPO, PER_LETTER, KNOWN_ELSEWHERE = 0.87, 0.12, 0.35


@dataclass(slots=True)
class Slot:
    """One thing asked for: its terms, or something that means all of them together."""

    terms: list[Term]
    meanings: list[Meaning] = field(default_factory=list)
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
    is_question: bool = False  # somebody's own, not the name of a thing
    is_spanish: bool = False

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
    rest = [i for i in range(len(said)) if i not in content][-MAX_TERMS:]
    fillers = [_filler(said[i], lexicon, is_open=i == open_at) for i in rest]
    is_question = len(said) >= MIN_QUESTION_WORDS and not thesaurus.question_words().isdisjoint(said)
    if is_question:
        for term, i in zip(terms, content, strict=False):
            if i and said[i - 1] in POSSESSIVES:
                term.weight *= WHOSE
    is_spanish = not typed.isascii() or not SPANISH_ONLY.isdisjoint(said)
    return Understood(_slots(terms, lexicon), said, fillers, is_question, is_spanish)


def _filler(word: str, lexicon: Lexicon, *, is_open: bool) -> Term:
    term = Term(word, roots(word))
    _look_up(term, lexicon)
    if is_open and len(word) >= SHORT_START:
        _look_up_start(term, lexicon)
    term.weigh(lexicon.docs)
    return term


def _term(word: str, lexicon: Lexicon, *, is_open: bool) -> Term:
    own = roots(word)
    term = Term(word, own, is_light=own[0] in thesaurus.everyday_stems())
    _look_up(term, lexicon)
    if is_open:
        _look_up_start(term, lexicon)
    _add_meanings(term, lexicon)
    if not term.titles and not term.start:
        _guess(term, lexicon, is_open=is_open)
    elif not is_open and not term.is_word and len(word) <= MAX_ABBREVIATION:
        _look_up_start(term, lexicon)
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
    if term.titles or term.start or term.others or len(term.text) < MIN_FUZZY_CHARS or not term.text.isalpha():
        return
    if parts := _parts(term, lexicon):
        term.phrases.append(parts)
    doubt = KNOWN_ELSEWHERE if term.docs else 0.0
    for word, distance in lexicon.neighbours(term.text, is_open=is_open):
        stem, docs = lexicon.title_words[word]
        term.accept(word, TYPO - PER_LETTER * distance - doubt, "typo")
        term.stems[stem] = None
        term.titles = max(term.titles, docs)


def _ask_for(term: Term, stem: str, lexicon: Lexicon) -> None:
    if any(lexicon.frequency(stem)):
        term.stems[stem] = None


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
        if meanings := lexicon.meanings([term.text for term in terms[:size]]):
            surer = [replace(m, quality=m.quality + SURER_TOGETHER) for m in meanings]
            return Slot(list(terms[:size]), surer)
    if len(terms) > 1:
        joined = terms[0].text + terms[1].text
        if known := lexicon.title_word(joined):
            return Slot(list(terms[:2]), [Meaning((joined,), (known[0][0],), JOINED)])
    return Slot([terms[0]])


def _add_meanings(term: Term, lexicon: Lexicon) -> None:
    for meant in thesaurus.abbreviations().get(term.text, ()):
        term.accept(meant, ABBREVIATION, "abbreviation")
        _ask_for(term, roots(meant)[0], lexicon)
    for meaning in lexicon.meanings([term.text]):
        term.accept_meaning(meaning)
        if len(meaning.stems) == 1:
            _ask_for(term, meaning.stems[0], lexicon)


def _parts(term: Term, lexicon: Lexicon) -> Meaning | None:
    """Return the two words that were typed as one."""
    text = term.text
    if len(text) < 2 * MIN_PART_CHARS or lexicon.title_word(text) or any(
        lexicon.frequency(stem)[0] for stem in term.roots
    ):
        return None
    known = lexicon.title_words
    best: tuple[int, Phrase, Phrase] = (0, (), ())
    for cut in range(MIN_PART_CHARS, len(text) - MIN_PART_CHARS + 1):
        one, other = text[:cut], text[cut:]
        left, right = known.get(one), known.get(other)
        if left and not right and term.is_start and (longer := lexicon.beginnings(other)):
            other, right = longer[0][0], longer[0][1:]
        if left and right:
            shorter = min(cut, len(text) - cut)
            best = max(best, (shorter, (one, other), (left[0], right[0])))
    return Meaning(best[1], best[2], JOINED) if best[0] else None
