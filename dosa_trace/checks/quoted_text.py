"""An archived text in which quotes are looked up: folded and indexed once, whatever is asked of it.

A quote is looked for word for word. Only what typesetting does to a text is overlooked: a line
break where the quote has a space, a hyphen at the end of a line, and the shape of quotation marks.
Such a hyphen is of the word or of the typesetter, and nobody can tell: the text is kept once
with all of them and once with none, with a sign at the edges of words, and Python's own search
(two-way, linear also in what was written to slow it) looks in each. A passage that needs some of
its hyphens and not others is tried at the few places where its letters stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

#: How many words a quote has at most: enough to be recognised, too few to reprint anything.
MOST_WORDS = 15
#: Stand for a hyphen at the end of a line and for the edge of a word; of the private use area,
#: which no text should use.
_LINE_HYPHEN, _EDGE = "\ue000", "\ue001"
_SINGLE, _DOUBLE = "\u2018\u2019\u201a\u201b", "\u201c\u201d\u201e\u201f\u00ab\u00bb"
_MARKS = str.maketrans(
    {**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"'),
     _LINE_HYPHEN: "\ufffd", _EDGE: "\ufffd"}
)  # fmt: skip
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"(\w+)")
#: At how many places with its letters a quote of at most so many is compared hyphen by hyphen.
_MOST_PLACES, _MOST_LETTERS = 20, 1000
#: From how many places where one of its words stands the nearest passage is looked for, and how
#: much of that is shown, in characters.
_MOST_SEEDS, _MOST_SHOWN = 50, 300


def words_of(quote: str | None) -> int:
    """How many words a quote has."""
    return len((quote or "").split())


def is_too_long(quote: str | None) -> bool:
    return words_of(quote) > MOST_WORDS


def paragraph_around(archived: str, quote: str) -> str | None:
    """The paragraph of an archived text in which a quote stands, on one line and at most so many
    characters of it that one reads it at once; None where it stands in none."""
    for paragraph in re.split(r"\n\s*\n", archived.replace("\r\n", "\n")):
        if QuotedText(paragraph).holds(quote):
            line = " ".join(paragraph.split())
            at = max(line.find(quote[:20]), 0)
            start = max(at - _MOST_SHOWN, 0)
            end = at + len(quote) + _MOST_SHOWN
            return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"
    return None


class QuotedText:
    """An archived text, for the quotes that are said to stand in it."""

    def __init__(self, archived: str) -> None:
        text = archived.replace("\r\n", "\n").replace("\u00ad", "").translate(_MARKS)
        text = re.sub(r"(?<=\w)[-\u2010][ \t]*\n\s*", _LINE_HYPHEN, text)
        self._text = _on_one_line(text)
        hyphens = ("", "-") if _LINE_HYPHEN in text else ("",)
        self._read = tuple(_edged(self._text.replace(_LINE_HYPHEN, one)) for one in hyphens)

    def holds(self, quote: str) -> bool:
        """Whether the words of a quote stand in the text, whole words only."""
        said = _on_one_line(quote).strip().translate(_MARKS)
        edged = _edged(said)
        return any(edged in text for text in self._read) or self._holds_in_parts(said)

    def _holds_in_parts(self, said: str) -> bool:
        """The same where some hyphens at the ends of lines are the word's and others are not."""
        letters = said.replace("-", "")
        if len(self._read) == 1 or not letters or len(said) > _MOST_LETTERS:
            return False
        places = list(islice(self._places_of(letters), _MOST_PLACES))
        if not places:
            return False
        pieces = [f"[-{_LINE_HYPHEN}]" if one == "-" else re.escape(one) for one in said]
        before = r"(?<!\w)" if re.match(r"\w", said) else ""
        behind = r"(?!\w)" if re.search(r"\w$", said) else ""
        pattern = re.compile(f"{before}{f'{_LINE_HYPHEN}?'.join(pieces)}{behind}")
        ahead = len(said) - len(said.lstrip("-"))
        return any(pattern.match(self._text, max(at - ahead, 0)) for at in places)

    def _places_of(self, letters: str) -> Iterator[int]:
        """Where in the text some letters stand, hyphens left out of account."""
        at = self._letters.find(letters)
        while at >= 0:
            yield at + bisect_right(self._hyphens, at)
            at = self._letters.find(letters, at + 1)

    @cached_property
    def _letters(self) -> str:
        return self._text.replace("-", "").replace(_LINE_HYPHEN, "")

    @cached_property
    def _hyphens(self) -> list[int]:
        """How many letters stand before each hyphen."""
        found = re.finditer(f"[-{_LINE_HYPHEN}]", self._text)
        return [one.start() - before for before, one in enumerate(found)]

    def nearest(self, quote: str) -> str | None:
        """The passage that shares most words in a row with a quote, of about its length; None where
        it shares none. Words that stand nearly everywhere are only looked at in a few places."""
        wanted = [_spelled(word) for word in quote.translate(_MARKS).split()]
        spelled, seeds = self._words[1], self._seeds
        best = (0, 0, 0)  # words in a row, and by which they begin
        for at, word in enumerate(wanted):
            for place in seeds.get(word, ()):
                first, last, shift = at, at, place - at
                while _same(wanted, spelled, first - 1, shift):
                    first -= 1
                while _same(wanted, spelled, last + 1, shift):
                    last += 1
                best = max(best, (last - first + 1, -first, -shift))
        if not best[0]:
            return None
        start = max(-best[2], 0)
        passage = " ".join(self._words[0][start : start + len(wanted)])
        return passage if len(passage) <= _MOST_SHOWN else f"{passage[:_MOST_SHOWN]}…"

    @cached_property
    def _words(self) -> tuple[list[str], list[str]]:
        """The words of the text, as they stand and as they are compared."""
        words = self._text.replace(_LINE_HYPHEN, "-").split()
        return words, [_spelled(word) for word in words]

    @cached_property
    def _seeds(self) -> dict[str, list[int]]:
        """The first places of each word."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self._words[1]):
            if len(places := found[word]) < _MOST_SEEDS:
                places.append(at)
        return found


def _on_one_line(text: str) -> str:
    """A text with each run of spaces in which a line ends as one space."""
    return _SPACES.sub(lambda found: " " if "\n" in found[0] else found[0], text)


def _edged(text: str) -> str:
    return _WORD.sub(rf"{_EDGE}\1{_EDGE}", text)


def _spelled(word: str) -> str:
    return word.casefold().strip(".,;:()")


def _same(wanted: list[str], spelled: list[str], at: int, shift: int) -> bool:
    """Whether a word of a quote is the one at its place in a text."""
    place = at + shift
    inside = 0 <= at < len(wanted) and 0 <= place < len(spelled)
    return inside and wanted[at] == spelled[place]
