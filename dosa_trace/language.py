"""How the program speaks: two languages, phrases with holes, and how each sort of value is said.

A sentence that is said in one place stands in that place, as a `Phrase` with its English and its
Dutch side by side; words that several places say stand in `labels`. Keys and enumeration values of
the machine formats are never translated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeGuard, runtime_checkable

from dosa_trace.inert import inert


class Language(StrEnum):
    """A language that the program itself speaks."""

    EN = "en"
    NL = "nl"


def by_name(called: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """What has a name under a key, by each of its names in small letters: people write what a thing
    is called where its key belongs."""
    return {name.casefold(): key for key, names in called.items() for name in names}


class Phrase(NamedTuple):
    """One sentence or word in both languages, with the same named holes in each."""

    en: str
    nl: str

    def __call__(self, **holes: object) -> Message:
        return Message(self, tuple(holes.items()))

    def template(self, language: Language) -> str:
        """The words with their holes."""
        return self.nl if language is Language.NL else self.en

    def __str__(self) -> str:
        return self.say(Language.EN)

    def say(self, language: Language) -> str:
        """The words of a phrase without holes."""
        words = self.template(language)
        return words.format_map({}) if "{" in words else words


class Message(NamedTuple):
    """A phrase whose holes are filled, still in either language."""

    phrase: Phrase
    holes: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return self.say(Language.EN)

    def say(self, language: Language) -> str:
        """The words with their holes filled."""
        filled = {name: _Filled.with_words_of(value, language) for name, value in self.holes}
        return self.phrase.template(language).format_map(filled)


@runtime_checkable
class PartOfWhole(Protocol):
    """So many of so many, such as a share."""

    @property
    def numerator(self) -> int: ...

    @property
    def denominator(self) -> int: ...


class _Filled(str):
    """The words in a hole, which other words of the phrase can agree with.

    `{count:record|records}` and `{part:keeps|keep}` are the first of two words where the number is
    one, and the second for any other, also for 0. Of a list the length is meant; of a part of a
    whole the part, and the whole in `{part:/recommendation|recommendations}`. Raises ValueError
    for words that should agree with what is no number.
    """

    number: int | None = None
    whole: int | None = None

    @classmethod
    def with_words_of(cls, value: object, language: Language) -> _Filled:
        filled = cls(inert(say_in_sentence(value, language)))
        if isinstance(value, int):
            filled.number = value
        elif isinstance(value, PartOfWhole):
            filled.number, filled.whole = value.numerator, value.denominator
        elif _is_list(value):
            filled.number = len(value)
        return filled

    def __format__(self, words: str) -> str:
        if not words:
            return str(self)
        number = self.whole if words.startswith("/") else self.number
        if number is None:
            raise ValueError(f"'{words}' cannot agree with '{self}', which is no number")
        one, _, many = words.removeprefix("/").partition("|")
        return one if number == 1 else many


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
    if _is_list(value):
        return listed((say(item, language) for item in value), language)
    raise TypeError(f"there are no words for {type(value).__name__} {value!r}")


def _is_list(value: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    return isinstance(value, list | tuple) and not hasattr(value, "_fields")


def say_in_sentence(value: object, language: Language) -> str:
    """The same within a sentence, where a date is written out: `29 November 2026`."""
    if isinstance(value, date):
        return date_in_words(value.isoformat(), language)
    if _is_list(value):
        return listed((say_in_sentence(item, language) for item in value), language)
    in_sentence = getattr(value, "say_in_sentence", None)
    return str(in_sentence(language)) if in_sentence is not None else say(value, language)


def date_in_words(text: str, language: Language) -> str:
    """`29 November 2026`, `November 2026` or `2026` for a day, a month or a year of ISO 8601."""
    year, *rest = text.split("-")
    words = [MONTHS[int(rest[0]) - 1].say(language), year] if rest else [year]
    return " ".join([str(int(rest[1])), *words] if len(rest) == 2 else words)


def listed(items: Iterable[str], language: Language, last: Phrase | None = None) -> str:
    """`a, b and c`, in the order given."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {(last or AND).say(language)} {words[-1]}"


def number(value: float | Decimal, language: Language, decimals: int = 0) -> str:
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
        return f"{number(self.value, language, 1)}%"


class Amount(NamedTuple):
    """An amount of something that can be counted in parts, with decimals only where it has any."""

    value: float | Decimal

    def say(self, language: Language) -> str:
        return number(self.value, language, 0 if self.value == int(self.value) else 2)


class Quoted(NamedTuple):
    """The words of somebody else, between quotation marks."""

    text: str

    def say(self, language: Language) -> str:
        return QUOTED(text=self.text).say(language)


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
N_OF = Phrase("{n} of {of}", "{n} van {of}")
QUOTED = Phrase("‘{text}’", '"{text}"')
MONTHS = (
    Phrase("January", "januari"),
    Phrase("February", "februari"),
    Phrase("March", "maart"),
    Phrase("April", "april"),
    Phrase("May", "mei"),
    Phrase("June", "juni"),
    Phrase("July", "juli"),
    Phrase("August", "augustus"),
    Phrase("September", "september"),
    Phrase("October", "oktober"),
    Phrase("November", "november"),
    Phrase("December", "december"),
)
