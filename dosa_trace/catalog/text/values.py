"""Values with their place: what a YAML file holds, before any of it means something."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from dosa_trace.diagnostics import Span

Mark = Any  # yaml.Mark of either parser: line, column and index, counted from 0


@dataclass(slots=True, eq=False)
class Scalar:
    """A single value as text; `plain` when it stood without quotes and so may be a number. Where
    values start and end is counted in characters of their file, from 0: a number is the least that
    a place can be kept as."""

    text: str
    plain: bool
    start: int
    end: int


@dataclass(slots=True, eq=False)
class YamlList:
    items: list[Value]
    start: int
    end: int
    flow: bool


@dataclass(slots=True, eq=False)
class YamlMap:
    """Entries in the order of the file: the key's text to the key and its value."""

    entries: dict[str, tuple[Scalar, Value]]
    start: int
    end: int
    flow: bool


Value = Scalar | YamlList | YamlMap


class Lines:
    """Where the lines of a text begin, found when somebody asks. A text that is let in has no
    other line breaks than a line feed, with or without a carriage return before it."""

    __slots__ = ("_begins", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._begins: array[int] | None = None

    def place(self, at: int) -> tuple[int, int]:
        """The line and the column of a character, from 1."""
        if self._begins is None:
            self._begins = array("Q", (0,))
            self._begins.extend(found.end() for found in re.finditer("\n", self.text))
        line = bisect_right(self._begins, at)
        return line, at - self._begins[line - 1] + 1


@dataclass(slots=True, eq=False)
class YamlFile:
    """One file as read: `root` is None where it is empty, cannot be read, or has been let go of
    because its records are made."""

    path: str
    text: str
    root: YamlMap | None
    readable: bool = True
    lines: Lines = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.lines = Lines(self.text)

    def span(self, value: Value) -> Span:
        return span_between(self.path, self.lines, value.start, value.end)

    def span_at(self, start: int, end: int) -> Span:
        return span_between(self.path, self.lines, start, end)


def span_between(path: str, lines: Lines, start: int, end: int) -> Span:
    return Span(path, *lines.place(start), *lines.place(end))


def span_of_marks(path: str, start: Mark, end: Mark) -> Span:
    """The place between two marks of PyYAML, which counts from 0."""
    return Span(path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


# YAML 1.2.2, section 10.3.2: what a scalar without quotes may be other than text.
NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {word: value for value, words in ((True, "true True TRUE"), (False, "false False FALSE"))
         for word in words.split()}  # fmt: skip
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
                    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", re.ASCII)  # fmt: skip
_MAY_BE_OTHER = frozenset("0123456789+-.~nNtTfF")


#: Python refuses to read a number of more than 4,300 digits, and nobody means one.
LONGEST_NUMBER = 400


def resolve(scalar: Scalar) -> str | int | float | bool | None:
    """The value of a scalar under the YAML 1.2 core schema: `no`, `on` and `12:30` are text."""
    text = scalar.text
    if not scalar.plain or (text and text[0] not in _MAY_BE_OTHER) or len(text) > LONGEST_NUMBER:
        return text
    if text in NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text):
        return int(text, 0) if text[1:2] in ("o", "x") else int(text)
    if _FLOAT.fullmatch(text):
        spelled = text.lower()
        return float(spelled.replace(".inf", "inf").replace(".nan", "nan"))
    return text


def plain_data(value: Value) -> Any:
    """A value as ordinary Python data, positions dropped."""
    match value:
        case Scalar():
            return resolve(value)
        case YamlList():
            return [plain_data(item) for item in value.items]
        case YamlMap():
            return {key: plain_data(item) for key, (_, item) in value.entries.items()}
