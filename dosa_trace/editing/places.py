"""Where in a text a value, its line and its dash are: what a reader of YAML does not say.

A block collection ends, for a reader, where the next thing begins; here it ends with its last
value, before comments and blank lines, which belong to nobody.
"""

from __future__ import annotations

import re
from typing import Final

from dosa_trace.catalog.text.values import Scalar, Value, YamlList, YamlMap

#: What may stand behind a value on its line.
_REST: Final = re.compile(r"[ \t]*(#[^\r\n]*)?\r?\Z")


class NotEditable(Exception):
    """A text that cannot be edited without touching what is not to be touched, and where."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def end_of(text: str, value: Value) -> int:
    """The character after the last of a value."""
    if isinstance(value, Scalar):
        if value.end > value.start and text[value.start] in "|>":
            return len(text[: value.end].rstrip())
        return value.end
    if value.flow:
        return value.end
    last = value.items[-1] if isinstance(value, YamlList) else [*value.entries.values()][-1][1]
    end = end_of(text, last)
    return end if end > value.start else value.start


def line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a character ends, before its line break."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if end > at and text[end - 1] == "\r" else end


def end_of_line(text: str, at: int) -> int:
    """The end of the line on which a value ends; raises NotEditable where more than a comment
    stands behind it."""
    end = line_end(text, at)
    if not _REST.fullmatch(text, at, end):
        raise NotEditable(at)
    return end


def has_comment(text: str, start: int, end: int) -> bool:
    """Whether a comment stands between two values."""
    return "#" in text[start:end]


def has_comment_behind(text: str, at: int) -> bool:
    """Whether a comment stands behind a value on its line."""
    return has_comment(text, at, line_end(text, at))


def column(text: str, at: int) -> int:
    """How many characters stand before one on its line."""
    return at - line_start(text, at)


def line_break(text: str) -> str:
    """The line break of a text: that of its first line."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def colon_of(text: str, key: Scalar) -> int:
    """The colon behind a key; raises NotEditable where it has none, as a key in braces may."""
    found = re.compile(r"[ \t]*:").match(text, key.end)
    if found is None:
        raise NotEditable(key.start)
    return found.end() - 1


def dash_of(text: str, items: YamlList, at: int) -> int:
    """The dash of an item of a block list."""
    if at == 0:
        dash = items.start
    else:
        before = end_of(text, items.items[at - 1])
        margin = column(text, items.start)
        pattern = re.compile(rf"^ {{{margin}}}-(?=\s|\Z)", re.MULTILINE)
        found = pattern.search(text, line_end(text, before), max(items.items[at].start, before) + 1)
        if found is None:
            raise NotEditable(items.items[at].start)
        dash = found.end() - 1
    if text[dash : dash + 1] != "-":
        raise NotEditable(dash)
    return dash


def begins_line(text: str, at: int) -> bool:
    """Whether nothing but blanks stands before a character on its line."""
    return not text[line_start(text, at) : at].strip(" ")


def list_indent(root: YamlMap | None, text: str, usual: int) -> int:
    """How far lists stand in from their keys: as the first of the file does."""
    waiting: list[Value] = [root] if root is not None else []
    for value in waiting:
        if isinstance(value, YamlMap) and not value.flow:
            for key, item in value.entries.values():
                if isinstance(item, YamlList) and not item.flow and item.items:
                    return column(text, item.start) - column(text, key.start)
                waiting.append(item)
        elif isinstance(value, YamlList) and not value.flow:
            waiting += value.items
    return usual
