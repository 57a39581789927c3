"""How alike are the texts of two sets of records? Words by their stems, and pieces of words.

Each text is a weighted bag: of stems, in each language by itself, and of runs of four letters,
which find what is spelled or compounded in another way. What is rare weighs more (TF-IDF); the
likeness of two texts is the cosine of their bags, of stems and of runs in turn. Only texts that
share something are ever looked at together, over an index from each piece to the texts that hold
it.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import snowballstemmer

from dosa_trace.language import Language

#: How much of the likeness is that of stems; the rest is that of runs of letters.
OF_STEMS = 0.5
#: A piece that more of the others hold than this is not followed to them: it tells too little
#: apart, and in a large catalogue it would lead to everything.
MOST_HELD = 250
#: How long a run of letters is.
RUN = 4
#: How many letters of a word are looked at.
LONGEST_WORD = 64
_WORD = re.compile(r"[^\W\d_]{2,}|\d{4}")
#: Words that stand in every text and tell none apart.
_EMPTY: Mapping[str, frozenset[str]] = {
    Language.NL: frozenset(
        _WORD.findall(
            "aan al alle als bij dan dat de die dit doe door een en er geen haar heeft het hier "
            "hij hoe hun iets in is je kan maar maak meer met na naar niet nog of om ook onder "
            "op over te tegen tot uit van ver voor waar wat we wel wie wordt worden ze zich zij "
            "zijn zo zonder zou"
        )
    ),
    Language.EN: frozenset(
        _WORD.findall(
            "all also an and any are as at be been by can do does for from has have how if in into "
            "is it its make more no not of on one or other out over own than that the their them "
            "there these they this those to under up use was what when where which who will with "
            "without"
        )
    ),
}
_STEMMERS: Mapping[str, Any] = {
    Language.NL: snowballstemmer.stemmer("dutch"),
    Language.EN: snowballstemmer.stemmer("english"),
}


class Text(NamedTuple):
    """What a record says, in each language that it has; under the key '' in one that is not
    named."""

    id: str
    texts: tuple[tuple[str, str], ...]


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    stemmed: str = _STEMMERS[language].stemWord(word)
    return stemmed


def _words(text: str) -> list[str]:
    """The words of a text, of one that is too long to be any its first letters."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(text.casefold())]


def _stems(text: Text) -> Counter[str]:
    found: Counter[str] = Counter()
    for code, words in text.texts:
        for language in (code,) if code in _STEMMERS else tuple(_STEMMERS):
            for word in _words(words):
                if word not in _EMPTY[language]:
                    found[f"{language}:{stem(word, language)}"] += 1
    return found


def _runs(text: Text) -> Counter[str]:
    found: Counter[str] = Counter()
    for code, words in text.texts:
        for word in _words(words):
            if word in _EMPTY.get(code, frozenset()):
                continue
            padded = f" {word} "
            for at in range(max(len(padded) - RUN + 1, 1)):
                found[f"{code}:{padded[at : at + RUN]}"] += 1
    return found


class _Bags:
    """Texts as weighted bags of one kind of piece, each of length one."""

    def __init__(self, texts: Sequence[Counter[str]]) -> None:
        held = Counter(piece for one in texts for piece in one)
        of = len(texts)
        self.rarity = {
            piece: math.log((1 + of) / (1 + number)) + 1 for piece, number in held.items()
        }
        self.bags = [self._weighed(one) for one in texts]

    def _weighed(self, pieces: Counter[str]) -> dict[str, float]:
        weights = {piece: number * self.rarity[piece] for piece, number in pieces.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {piece: weight / length for piece, weight in weights.items()}


class Likeness:
    """The likeness of each of some texts to each of others."""

    def __init__(self, first: Sequence[Text], second: Sequence[Text]) -> None:
        self.first, self.second = first, second
        everything = [*first, *second]
        self._stems = _Bags([_stems(one) for one in everything])
        self._runs = _Bags([_runs(one) for one in everything])
        self._index: list[tuple[float, _Bags, Mapping[str, list[tuple[int, float]]]]] = []
        for share, bags in ((OF_STEMS, self._stems), (1 - OF_STEMS, self._runs)):
            index: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
            for at, bag in enumerate(bags.bags[len(first) :]):
                for piece, weight in bag.items():
                    index[piece].append((at, weight))
            told = {piece: held for piece, held in index.items() if len(held) <= MOST_HELD}
            self._index.append((share, bags, told))

    def of(self, at: int) -> dict[int, float]:
        """The likeness of one of the first to all of the second that share something with it, by
        their places."""
        found: defaultdict[int, float] = defaultdict(float)
        for share, bags, index in self._index:
            for piece, weight in bags.bags[at].items():
                scaled = share * weight
                for other, its in index.get(piece, ()):
                    found[other] += scaled * its
        return found

    def words(self, at: int, other: int) -> tuple[tuple[str, str], ...]:
        """The words of the first that made it like the second, each behind its language, the
        strongest first."""
        mine, its = self._stems.bags[at], self._stems.bags[len(self.first) + other]
        shared = sorted(mine.keys() & its.keys(), key=lambda one: (-mine[one] * its[one], one))
        spelled = _spelled(self.first[at])
        told = ((one.partition(":")[0], spelled[one]) for one in shared if one in spelled)
        return tuple(dict.fromkeys(told))


def _spelled(text: Text) -> dict[str, str]:
    """A word of the text for each of its stems."""
    found: dict[str, str] = {}
    for code, words in text.texts:
        for language in (code,) if code in _STEMMERS else tuple(_STEMMERS):
            for word in _words(words):
                found.setdefault(f"{language}:{stem(word, language)}", word)
    return found


def joined(texts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Texts by language, all of one language as one."""
    by_code: defaultdict[str, list[str]] = defaultdict(list)
    for code, words in texts:
        by_code[code].append(words)
    return tuple((code, " ".join(by_code[code])) for code in sorted(by_code))
