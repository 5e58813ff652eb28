"""What one edition of the index knows of words: frequencies, beginnings, neighbours.

A lexicon is asked while somebody types, so it remembers its answers; it is thrown away as soon as
the index has a new edition. The title words needed for typing errors are loaded at the first one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from frontdesk.core.search.sounds import sound
from frontdesk.core.search.thesaurus import Meaning, Thesaurus, pack
from frontdesk.core.search.words import stems

_K = TypeVar("_K")
_V = TypeVar("_V")
MAX_KEPT = 5_000
MAX_BEGINNINGS = 60
MAX_NEIGHBOURS = 24
MAX_NEAREST = 3
ALIKE = 0.45  # of the letters
FAR = 9.0
PER_LETTER_TO_COME = 0.1  # of distance, for what is not typed yet
MIN_TWO_ERRORS = 6  # letters of an unfinished word that may hold two errors
MIN_START = 3
CHANGED_LETTERS = 1  # at the end of a stem, between the forms of a word
MAX_FORMS = 40
MIN_FUZZY_CHARS = 4
_LAST = "\U0010ffff"
# Letters that people take for one another at the start of a word.
_STARTS = {"b": "bv", "v": "bv", "c": "cskqz", "s": "szc", "z": "zsc", "k": "kcq", "q": "qkc",
           "g": "gj", "j": "jgx", "x": "xjs", "y": "yl", "l": "ly", "i": "iy"}  # fmt: skip


class Kept(dict[_K, _V]):
    """A dictionary that forgets everything before it grows too large."""

    def __setitem__(self, key: _K, value: _V) -> None:
        """Remember an answer."""
        if len(self) >= MAX_KEPT:
            self.clear()
        super().__setitem__(key, value)


class Lexicon:
    """The words of one edition, read through one connection."""

    def __init__(self, db: sqlite3.Connection, edition: int, docs: int) -> None:
        self.edition = edition
        self.docs = docs
        self._db = db
        self._stems: Kept[str, int] = Kept()
        self._forms: Kept[str, tuple[str, ...]] = Kept()
        self._words: Kept[str, tuple[tuple[str, int], ...]] = Kept()
        self._beginnings: Kept[str, tuple[tuple[str, str, int], ...]] = Kept()
        self._neighbours: Kept[tuple[str, bool], tuple[tuple[str, float], ...]] = Kept()
        self._buckets: dict[tuple[str, int, bool], list[str]] = {}

    def use(self, db: sqlite3.Connection) -> None:
        """Read through this connection from now on."""
        self._db = db

    def in_titles(self, stem: str) -> int:
        """Return in how many titles a stem stands."""
        found = self._stems.get(stem)
        if found is None:
            row = self._db.execute(
                "SELECT docs FROM search_stem WHERE stem = ?", (stem,)
            ).fetchone()
            found = self._stems[stem] = row[0] if row else 0
        return found

    def in_texts(self, word: str) -> int:
        """Return in how many texts a word stands."""
        found = self._db.execute("SELECT doc FROM search_body_word WHERE term = ?", (word,))
        row = found.fetchone()
        return int(row[0]) if row else 0

    def starts_in_texts(self, start: str) -> bool:
        """Tell whether a word of any text begins so."""
        found = self._db.execute(
            "SELECT 1 FROM search_body_word WHERE term >= ? AND term < ? LIMIT 1",
            (start, start + _LAST),
        )
        return found.fetchone() is not None

    def forms(self, word: str) -> tuple[str, ...]:
        """Return the words of texts that share a stem with this one, and the word itself."""
        found = self._forms.get(word)
        if found is None:
            found = self._forms[word] = tuple(self._alike(word))
        return found

    def _alike(self, word: str) -> list[str]:
        own = roots(word)
        start = word[: max(MIN_START, min(map(len, own)) - CHANGED_LETTERS)]
        if len(word) < MIN_START:
            return [word]
        terms = self._db.execute(
            "SELECT term FROM search_body_word WHERE term >= ? AND term < ?", (start, start + _LAST)
        )
        alike = [term for (term,) in terms if not set(own).isdisjoint(roots(term))]
        return list(dict.fromkeys((word, *alike)))[:MAX_FORMS]

    def title_word(self, word: str) -> tuple[tuple[str, int], ...]:
        """Return the stems under which a word stands in titles, with the number of documents."""
        found = self._words.get(word)
        if found is None:
            rows = self._db.execute("SELECT stem, docs FROM search_word WHERE word = ?", (word,))
            found = self._words[word] = tuple(rows)
        return found

    def beginnings(self, start: str) -> tuple[tuple[str, str, int], ...]:
        """Return the most frequent title words with this start: word, stem, documents."""
        found = self._beginnings.get(start)
        if found is None:
            rows = self._db.execute(
                "SELECT word, stem, docs FROM search_word WHERE word >= ? AND word < ? "
                "ORDER BY docs DESC, word, stem LIMIT ?",
                (start, start + _LAST, MAX_BEGINNINGS),
            )
            found = self._beginnings[start] = tuple(rows)
        return found

    def meanings(self, said: Sequence[str]) -> list[Meaning]:
        """Return what means the same, by the program's synonyms and the house's own."""
        return self._house.meanings(said) + pack().meanings(said)

    def has_synonyms(self, word: str) -> bool:
        """Tell whether somebody wrote this very word down as a synonym, so that it is no error."""
        return self._house.has(word) or pack().has(word)

    def known(self, meanings: Sequence[Meaning]) -> list[Meaning]:
        """Return those meanings of which the index has all words."""
        stems = list({stem for meaning in meanings for stem in meaning.stems})
        marks = ",".join("?" * len(stems))
        sql = f"SELECT stem FROM search_stem WHERE stem IN ({marks})"
        found = {stem for (stem,) in self._db.execute(sql, stems)}
        return [meaning for meaning in meanings if found.issuperset(meaning.stems)]

    def neighbours(self, word: str, *, is_open: bool) -> tuple[tuple[str, float], ...]:
        """Return the title words nearest to a misspelt one, with the distance in letters."""
        key = (word, is_open)
        found = self._neighbours.get(key)
        if found is None:
            found = self._neighbours[key] = tuple(self._nearest(word, is_open=is_open))
        return found

    def nearest(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return the few title words that may have been meant by one that no title has."""
        if len(word) < MIN_FUZZY_CHARS or not word.isalpha():
            return ()
        return self.neighbours(word, is_open=False)[:MAX_NEAREST]

    def resembling(self, word: str) -> tuple[str, ...]:
        """Return the title words most like one that found nothing, however many its errors."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        if len(word) < MIN_FUZZY_CHARS:
            return ()
        scorer = OSA.normalized_similarity
        like = extract(word, self._resembled, scorer=scorer, score_cutoff=ALIKE, limit=MAX_NEAREST)
        return tuple(known for known, _, _ in like)

    @cached_property
    def _resembled(self) -> list[str]:
        return [word for word in self.title_words if len(word) >= MIN_FUZZY_CHARS]

    @cached_property
    def _house(self) -> Thesaurus:
        rows = self._db.execute("SELECT line FROM search_synonym ORDER BY id")
        return Thesaurus(line for (line,) in rows)

    @cached_property
    def title_words(self) -> dict[str, tuple[str, int]]:
        """All words of titles, without numbers: word -> stem, documents."""
        rows = self._db.execute("SELECT word, stem, docs FROM search_word ORDER BY docs")
        return {word: (stem, docs) for word, stem, docs in rows if word.isalpha()}

    @cached_property
    def _sounds(self) -> dict[str, list[str]]:
        by_sound: dict[str, list[str]] = {}
        for word in self.title_words:
            if len(word) >= MIN_FUZZY_CHARS:
                by_sound.setdefault(sound(word), []).append(word)
        return by_sound

    def _nearest(self, word: str, *, is_open: bool) -> list[tuple[str, float]]:
        best: dict[str, float] = dict.fromkeys(self._sounds.get(sound(word), ()), 0.5)
        for candidate, distance in self._near(word, word[0], most=2):
            best.setdefault(candidate, distance)
        if is_open:
            for start, distance in self._near_starts(word):
                for longer, _, _ in self.beginnings(start)[:8]:
                    farther = distance + 0.1 + PER_LETTER_TO_COME * (len(longer) - len(start))
                    best[longer] = min(farther, best.get(longer, FAR))
        if not best:
            others = _STARTS.get(word[0], "") + word[1:2]
            for letter in dict.fromkeys(others.replace(word[0], "")):
                best.update((c, d + 0.2) for c, d in self._near(word, letter, most=1))
        if not best:
            best.update((c, d + 0.2) for c, d in self._near(word, "", most=1))
        words = self.title_words
        ranked = sorted(best.items(), key=lambda one: (one[1], -words[one[0]][1], one[0]))
        return ranked[:MAX_NEIGHBOURS]

    def _near(self, word: str, letter: str, *, most: int) -> list[tuple[str, float]]:
        near: list[tuple[str, float]] = []
        for length in range(max(2, len(word) - most), len(word) + most + 1):
            near += _within(word, self._bucket(letter, length, starts=False), most)
        return near

    def _near_starts(self, word: str) -> list[tuple[str, float]]:
        near: list[tuple[str, float]] = []
        most = 1 if len(word) < MIN_TWO_ERRORS else 2
        for length in (len(word), len(word) - 1, len(word) + 1):
            if length >= MIN_START:
                near += _within(word, self._bucket(word[0], length, starts=True), most)
        return near

    def _bucket(self, letter: str, length: int, *, starts: bool) -> list[str]:
        key = (letter, length, starts)
        if key not in self._buckets:
            if starts:
                longer = (w[:length] for w in self._by_letter.get(letter, ()) if len(w) > length)
                self._buckets[key] = sorted(set(longer))
            else:
                fits = self._by_letter.get(letter, ()) if letter else self.title_words
                self._buckets[key] = [word for word in fits if len(word) == length]
        return self._buckets[key]

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        by_letter: dict[str, list[str]] = {}
        for word in self.title_words:
            by_letter.setdefault(word[0], []).append(word)
        return by_letter


def _within(word: str, candidates: list[str], most: int) -> list[tuple[str, float]]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(word, candidates, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(candidate, float(distance)) for candidate, distance, _ in found]


@lru_cache(maxsize=4096)
def roots(word: str) -> tuple[str, str]:
    """Return a word's Spanish and English stem."""
    return stems("es")[word], stems("en")[word]
