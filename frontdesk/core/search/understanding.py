"""From what was typed to what may have been meant: terms, in slots.

A slot is one term, or several that together have a synonym ("carnet de conducir") or together
make one word ("lava vajillas"). A reader remembers its terms from keystroke to keystroke.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from frontdesk.core.search import thesaurus
from frontdesk.core.search.lexicon import FAR, MIN_FUZZY_CHARS, Kept, Lexicon, roots
from frontdesk.core.search.terms import JOINED, Term
from frontdesk.core.search.thesaurus import Meaning, Phrase
from frontdesk.core.search.words import words

MAX_CHARS = 300
MAX_TERMS = 12
MIN_QUESTION_WORDS = 4
RARE_SHARE = 0.02  # of all titles
POSSESSIVES = frozenset({"mi", "mis", "su", "sus", "nuestro", "nuestra", "my", "our"})
WHOSE = 0.4  # "my mother", "my car" tell whose it is more than what is asked for
SPANISH_ONLY = frozenset(
    {"el", "la", "los", "las", "un", "una", "de", "del", "en", "para", "por", "con", "como", "que",
     "mi", "se", "al", "y"}
)  # fmt: skip
SHORT_START = 3  # up to this length the index has every beginning at hand
MIN_PART_CHARS = 3
PAIR = 2  # words that may be one, typed apart
MAX_ABBREVIATION = 4
SURER_TOGETHER = 0.1  # several words together are seldom meant otherwise
ABBREVIATION = 0.86
ONE_ERROR = 1.0
TYPO, PER_LETTER, KNOWN_ELSEWHERE = 0.87, 0.12, 0.35


@dataclass(slots=True)
class Slot:
    """One thing asked for: its terms, or something that means all of them together."""

    terms: list[Term]
    weights: list[float]
    meanings: list[Meaning] = field(default_factory=list)

    @property
    def weight(self) -> float:
        """How much it counts in the query."""
        return sum(self.weights)

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

    @property
    def may_be_mistyped(self) -> bool:
        """Whether the last word may hold a typing error although titles have its beginning."""
        terms = self.terms
        return (
            len(terms) > 1
            and not self.is_question
            and terms[-1].is_start
            and bool(terms[-1].titles)
            and len(terms[-1].text) >= MIN_FUZZY_CHARS
            and not any(why == "typo" for _, why in terms[-1].others.values())
        )


class Reader:
    """Understands texts by one edition of the index."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._terms: Kept[tuple[str, bool, bool], Term] = Kept()
        self._fillers: Kept[tuple[str, bool], Term] = Kept()
        self._together: Kept[tuple[str, ...], list[Meaning]] = Kept()

    def understand(self, text: str, *, doubts_last: bool = False) -> Understood:
        """Return what a text asks for. Function words ask for nothing unless they stand alone.

        Who `doubts_last` takes the last word for a typing error though titles have its beginning.
        """
        typed = text[:MAX_CHARS]
        said = words(typed)
        content = self._content(said)
        open_at = len(said) - 1 if typed[-1:].isalnum() else -1
        rest = [i for i in range(len(said)) if i not in content][-MAX_TERMS:]
        is_question = len(said) >= MIN_QUESTION_WORDS and not thesaurus.question_words().isdisjoint(
            said
        )
        terms, weights = [], []
        for i in content[:MAX_TERMS]:
            is_open = i == open_at
            term = self._term(said[i], is_open=is_open, is_doubted=is_open and doubts_last)
            is_whose = is_question and i > 0 and said[i - 1] in POSSESSIVES
            terms.append(term)
            weights.append(term.weight * (WHOSE if is_whose else 1.0))
        fillers = [self._filler(said[i], is_open=i == open_at) for i in rest]
        is_spanish = not typed.isascii() or not SPANISH_ONLY.isdisjoint(said)
        return Understood(self._slots(terms, weights), said, fillers, is_question, is_spanish)

    def _content(self, said: Sequence[str]) -> list[int]:
        """Return which words ask for something: not the function words, unless little else is
        there and they are rare enough in titles to tell one from another ("obras y otros").
        """
        empty = thesaurus.function_words()
        content = [i for i, word in enumerate(said) if word not in empty]
        if len(content) > 1:
            return content
        few = self.lexicon.docs * RARE_SHARE
        telling = [i for i, word in enumerate(said) if 0 < self._spread(word) <= few]
        return sorted({*content, *telling}) or list(range(len(said)))

    def _spread(self, word: str) -> int:
        return max(map(self.lexicon.in_titles, roots(word)))

    def _filler(self, word: str, *, is_open: bool) -> Term:
        term = self._fillers.get((word, is_open))
        if term is None:
            term = Term(word, roots(word))
            self._look_up(term)
            if is_open and len(word) >= SHORT_START:
                self._look_up_start(term)
            term.weigh(self.lexicon.docs)
            self._fillers[word, is_open] = term
        return term

    def _term(self, word: str, *, is_open: bool, is_doubted: bool) -> Term:
        key = (word, is_open, is_doubted)
        term = self._terms.get(key)
        if term is None:
            term = self._read(word, is_open=is_open)
            if is_doubted:
                self._guess(term, is_open=is_open, most=FAR)
            term.weigh(self.lexicon.docs)
            self._terms[key] = term
        return term

    def _read(self, word: str, *, is_open: bool) -> Term:
        own = roots(word)
        term = Term(word, own, is_light=own[0] in thesaurus.everyday_stems())
        self._look_up(term)
        if is_open:
            self._look_up_start(term)
        self._add_meanings(term)
        is_form = term.titles > 0  # of a word that titles have; or a typing error that looks so
        if not is_open and not term.is_word and (not is_form or len(word) <= MAX_ABBREVIATION):
            self._look_up_start(term)
        if not (term.start or term.is_word or term.beginnings or (is_form and term.docs)):
            if is_open and len(word) > SHORT_START:
                term.starts_in_texts = self.lexicon.starts_in_texts(word)
            if not self.lexicon.has_synonyms(word):
                self._guess(term, is_open=is_open, most=ONE_ERROR if is_form else FAR)
        return term

    def _look_up(self, term: Term) -> None:
        term.is_word = bool(self.lexicon.title_word(term.text))
        for stem in dict.fromkeys(term.roots):
            titles = self.lexicon.in_titles(stem)
            term.titles = max(term.titles, titles)
            if titles:
                term.stems[stem] = None
        if not term.is_word:
            term.docs = self.lexicon.in_texts(term.text)

    def _look_up_start(self, term: Term) -> None:
        term.is_start = True
        if len(term.text) <= SHORT_START:
            term.start = term.text
            return
        for word, stem, docs in self.lexicon.beginnings(term.text):
            term.beginnings.append(word)
            term.stems[stem] = None
            term.titles = max(term.titles, docs)

    def _guess(self, term: Term, *, is_open: bool, most: float) -> None:
        """For a word that no title has: two words in one, or a typing error."""
        if len(term.text) < MIN_FUZZY_CHARS or not term.text.isalpha():
            return
        if parts := self._parts(term):
            term.phrases.append(parts)
        doubt = KNOWN_ELSEWHERE if term.docs or term.starts_in_texts else 0.0
        for word, distance in self.lexicon.neighbours(term.text, is_open=is_open):
            if distance > most:
                continue
            stem, docs = self.lexicon.title_words[word]
            term.accept(word, TYPO - PER_LETTER * distance - doubt, "typo")
            term.stems[stem] = None
            term.titles = max(term.titles, docs)

    def _add_meanings(self, term: Term) -> None:
        short = thesaurus.abbreviations().get(term.text, ())
        meant = [Meaning((word,), roots(word)[:1], ABBREVIATION) for word in short]
        for meaning in self.lexicon.known([*meant, *self.lexicon.meanings([term.text])]):
            term.accept_meaning(meaning)

    def _slots(self, terms: Sequence[Term], weights: Sequence[float]) -> list[Slot]:
        slots: list[Slot] = []
        at = 0
        while at < len(terms):
            size, meanings = self._longest(terms[at:])
            slots.append(Slot(list(terms[at : at + size]), list(weights[at : at + size]), meanings))
            at += size
        return slots

    def _longest(self, terms: Sequence[Term]) -> tuple[int, list[Meaning]]:
        """Return how many of these terms make one slot, and what they mean together."""
        said = tuple(term.text for term in terms[: thesaurus.MAX_PHRASE_WORDS + 1])
        for size in range(min(thesaurus.MAX_PHRASE_WORDS, len(terms)), 1, -1):
            if meanings := self._meant_together(said[:size]):
                is_better_later = terms[0].is_light and self._meant_together(said[1 : size + 1])
                return (1, []) if is_better_later else (size, meanings)
        return 1, []

    def _meant_together(self, said: tuple[str, ...]) -> list[Meaning]:
        found = self._together.get(said)
        if found is None:
            surer = [m.surer(SURER_TOGETHER) for m in self.lexicon.meanings(said)]
            if not surer and len(said) == PAIR and (one := self.lexicon.title_word("".join(said))):
                surer = [Meaning(("".join(said),), (one[0][0],), JOINED)]
            found = self._together[said] = self.lexicon.known(surer)
        return found

    def _parts(self, term: Term) -> Meaning | None:
        """Return the two words that were typed as one."""
        text, lexicon = term.text, self.lexicon
        if any(lexicon.in_titles(stem) for stem in term.roots):
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
