"""The sorts of value that a field of a record may hold, and what a table of fields is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


# Types are told apart by class and identity; generated comparisons would only slow the start.
@dataclass(frozen=True, eq=False, repr=False)
class Str:
    """Text in no particular language; `numbers` also lets a bare number stand for its digits."""

    numbers: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class Local:
    """A text, or a map from language to text."""


@dataclass(frozen=True, eq=False, repr=False)
class Ident:
    """The id of the record itself: lower-case letters, digits, `-` and `.`."""


@dataclass(frozen=True, eq=False, repr=False)
class Ref:
    """The id of another record, of one of these kinds."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, eq=False, repr=False)
class TextsOf:
    """A map from the ids of other records, of one of these kinds, to a text about each."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Party:
    """Who is meant: the id of an organisation (or of a level, where `level`) in a catalogue that
    lists organisations, else a name."""

    level: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class LevelId:
    """The id of one of the catalogue's levels."""


@dataclass(frozen=True, eq=False, repr=False)
class KindId:
    """A built-in kind of instrument, or the id of one of the catalogue's own."""


@dataclass(frozen=True, eq=False, repr=False)
class Version:
    """The number of the format of a catalogue's files."""


@dataclass(frozen=True, eq=False, repr=False)
class TermType:
    """How long something may take: `6 weeks`."""


@dataclass(frozen=True, eq=False, repr=False)
class Day:
    """A date, which may be partial."""


@dataclass(frozen=True, eq=False, repr=False)
class Choice:
    values: type[StrEnum]


@dataclass(frozen=True, eq=False, repr=False)
class Whole:
    """A whole number from `least` to `most`."""

    least: int
    most: int


@dataclass(frozen=True, eq=False, repr=False)
class NumberType:
    """Any number."""


@dataclass(frozen=True, eq=False, repr=False)
class AmountType:
    """A sum of money: a number that no reader takes for another."""


@dataclass(frozen=True, eq=False, repr=False)
class Flag:
    """true or false."""


@dataclass(frozen=True, eq=False, repr=False)
class Url:
    """An http or https address."""


@dataclass(frozen=True, eq=False, repr=False)
class FilePath:
    """A path inside the catalogue, with forward slashes."""


@dataclass(frozen=True, eq=False, repr=False)
class Settings:
    """A map from the code or name of a rule to a severity or `off`, or to a map of `severity` and
    `months`."""


@dataclass(frozen=True, eq=False, repr=False)
class ListOf:
    """A list; where `or_one`, also one by itself."""

    item: FieldType
    or_one: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class Part:
    """A record inside a record."""

    table: FieldTable


FieldType = (
    Str | Local | Ident | Ref | Day | Choice | Whole | NumberType | AmountType | Flag | Url
    | FilePath | Settings | TextsOf | Party | LevelId | KindId | Version | TermType | ListOf
    | Part
)  # fmt: skip


class Field(NamedTuple):
    """One key of a record; `attribute` is its name in Python where the key is a word of its own."""

    key: str
    type: FieldType
    about: str
    required: bool = False
    attribute: str = ""

    @property
    def name(self) -> str:
        return self.attribute or self.key


class FieldTable(NamedTuple):
    """A kind of record: the Python type and its fields in the order in which they are shown; of the
    keys `one_of` it has at least one."""

    record: type
    fields: tuple[Field, ...]
    one_of: tuple[str, ...] = ()
