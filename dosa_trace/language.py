"""How the program speaks: two languages, phrases with holes, and how each sort of value is said.

A sentence that is said in one place stands in that place, as a `Phrase` with its English and its
Dutch side by side; words that several places say stand in `labels`. Keys and enumeration values of
the machine formats are never translated.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dosa_trace.inert import inert


class Language(StrEnum):
    """A language that the program itself speaks."""

    EN = "en"
    NL = "nl"


class Phrase(NamedTuple):
    """One sentence or word in both languages, with the same named holes in each."""

    en: str
    nl: str

    def __call__(self, **holes: object) -> Message:
        return Message(self, tuple(holes.items()))

    def template(self, language: Language) -> str:
        return self.nl if language is Language.NL else self.en

    def say(self, language: Language) -> str:
        """The words of a phrase without holes."""
        words = self.template(language)
        return words.format_map({}) if "{" in words else words


class Message(NamedTuple):
    """A phrase whose holes are filled, still in either language."""

    phrase: Phrase
    holes: tuple[tuple[str, object], ...] = ()

    def say(self, language: Language) -> str:
        filled = {name: inert(say(value, language)) for name, value in self.holes}
        return self.phrase.template(language).format_map(filled)


class Counted(NamedTuple):
    """What is said of one thing and of any other number of them, `count` in each."""

    one: Phrase
    many: Phrase

    def __call__(self, count: int, **holes: object) -> Message:
        return (self.one if count == 1 else self.many)(count=count, **holes)


Words = Phrase | Message


def say(value: object, language: Language) -> str:
    """The words for a value: a text as it is, a whole number and a date as the language writes
    them, what has words of its own in them, a list as an enumeration.

    Raises TypeError for all else: a truth value or a fraction would be printed in a way that nobody
    chose.
    """
    if isinstance(value, str):
        return str(value)
    speaker = getattr(value, "say", None)
    if speaker is not None:
        return str(speaker(language))
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value, language)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple) and not hasattr(value, "_fields"):
        return listed((say(item, language) for item in value), language)
    raise TypeError(f"there are no words for {type(value).__name__} {value!r}")


def listed(items: Iterable[str], language: Language, last: Phrase | None = None) -> str:
    """`a, b and c`, in the order given."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {(last or AND).say(language)} {words[-1]}"


def number(value: int | float, language: Language, decimals: int = 0) -> str:
    """A number as the language writes it: 1,234.5 in English and 1.234,5 in Dutch."""
    text = f"{value:,.{decimals}f}"
    if language is Language.NL:
        text = text.translate({ord(","): ".", ord("."): ","})
    return text


class Percentage(NamedTuple):
    """A part in percent with one decimal; of nothing there is none, which is said as such."""

    value: float | None

    def say(self, language: Language) -> str:
        if self.value is None:
            return NOT_APPLICABLE.say(language)
        return f"{number(self.value, language, 1)}\u00a0%"


class Amount(NamedTuple):
    """An amount of something that can be counted in parts, with decimals only where it has any."""

    value: float

    def say(self, language: Language) -> str:
        return number(self.value, language, 0 if self.value == int(self.value) else 2)


class Either(NamedTuple):
    """`a, b or c` of things that have words in both languages."""

    things: tuple[object, ...]

    def say(self, language: Language) -> str:
        return listed((say(thing, language) for thing in self.things), language, OR)


class Alternatives(NamedTuple):
    """`'a', 'b' or 'c'`: words that can be typed, as they are typed."""

    words: tuple[str, ...]

    def say(self, language: Language) -> str:
        return listed((f"'{word}'" for word in self.words), language, OR)


AND = Phrase("and", "en")
OR = Phrase("or", "of")
NOT_APPLICABLE = Phrase("n/a", "n.v.t.")
