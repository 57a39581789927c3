"""Markers for figures in somebody's own Markdown:

    <!-- dosa coverage.partly where=theme=talent as-of=2026-11-25 -->18 of 52<!-- / -->

What stands between the two comments is ours to write, and the date in the first; nothing else of
the text is touched, by no byte. In code, fenced or between back-ticks, a marker is only text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dosa_trace.language import Phrase, Words

_OPEN = re.compile(r"<!--[ \t]*(?i:dosa)\b([^<>\r\n]*?)-->")
_CLOSE = re.compile(r"<!--[ \t]*/[ \t]*-->")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)[^\r\n]*?(?<!`)\1(?!`)")
_AS_OF = re.compile(r"(?<=\s)as-of=\S+")


class Marker(NamedTuple):
    """One marker: the figure asked for, its options in their order, where it begins and where the
    text between its comments begins and ends; lines and columns from 1."""

    name: str
    options: tuple[tuple[str, str], ...]
    start: int
    inside: int
    end: int
    line: int
    column: int

    def given(self, key: str) -> tuple[str, ...]:
        return tuple(value for name, value in self.options if name == key)


class Slip(NamedTuple):
    """A marker that is not written as one, and where."""

    message: Words
    hint: Words
    line: int
    column: int


def markers(text: str) -> tuple[list[Marker], list[Slip]]:
    """The markers of a text in their order, and what is wrong with others."""
    found: list[Marker] = []
    slips: list[Slip] = []
    code = tuple(_code(text))
    opens = [one for one in _OPEN.finditer(text) if not _within(code, one.start())]
    for at, one in enumerate(opens):
        line, column = _place(text, one.start())
        until = opens[at + 1].start() if at + 1 < len(opens) else len(text)
        close = _CLOSE.search(text, one.end(), until)
        name, *options = one[1].split() or [""]
        if close is None:
            slips.append(Slip(NOT_CLOSED, CLOSE_IT, line, column))
        elif name.startswith(":"):
            slips.append(Slip(COLON, NAME_IT, line, column))
        elif not name or "=" in name:
            slips.append(Slip(NO_NAME, NAME_IT, line, column))
        elif wrong := [option for option in options if not re.fullmatch(r"[\w-]+=\S+", option)]:
            slips.append(Slip(NO_OPTION(text=wrong[0]), OPTION_SHAPE, line, column))
        else:
            pairs = tuple(_pair(option) for option in options)
            found.append(Marker(name, pairs, one.start(), one.end(), close.start(), line, column))
    return found, slips


def rewritten(text: str, values: Iterable[tuple[Marker, str, str]]) -> str:
    """The text with each of some markers holding a value, as of a date."""
    parts, done = [], 0
    for marker, value, as_of in values:
        head = text[marker.start : marker.inside]
        if marker.given("as-of"):
            head = _AS_OF.sub(f"as-of={as_of}", head, count=1)
        else:
            body, end = head[: -len("-->")], "-->"
            space = "" if body.endswith((" ", "\t")) else " "
            head = f"{body}{space}as-of={as_of} {end}"
        parts += [text[done : marker.start], head, value]
        done = marker.end
    return "".join((*parts, text[done:]))


def _pair(option: str) -> tuple[str, str]:
    key, _, value = option.partition("=")
    return key, value


def _place(text: str, at: int) -> tuple[int, int]:
    before = text[:at]
    return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Where code begins and ends: fenced blocks, and what stands between back-ticks in a line."""
    at, fence, began = 0, "", 0
    for line in text.splitlines(keepends=True):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                yield began, at + len(line)
                fence = ""
        elif mark:
            fence, began = mark[1], at
        else:
            yield from ((at + one.start(), at + one.end()) for one in _CODE.finditer(line))
        at += len(line)
    if fence:
        yield began, len(text)


def _within(ranges: Iterable[tuple[int, int]], at: int) -> bool:
    return any(first <= at < last for first, last in ranges)


NOT_CLOSED = Phrase("this marker is not closed", "deze markering is niet gesloten")
CLOSE_IT = Phrase(
    "put <!-- / --> behind the figure, before the next marker",
    "zet <!-- / --> achter het cijfer, vóór de volgende markering",
)
COLON = Phrase("no colon stands behind dosa", "achter dosa staat geen dubbele punt")
NO_NAME = Phrase("this marker names no figure", "deze markering noemt geen cijfer")
NAME_IT = Phrase(
    "write it as <!-- dosa coverage.partly --><!-- / -->; dosa-trace fill --list names the figures",
    "schrijf die als <!-- dosa coverage.partly --><!-- / -->; dosa-trace fill --list noemt de "
    "cijfers",
)
NO_OPTION = Phrase("'{text}' is no option of a marker", "'{text}' is geen optie van een markering")
OPTION_SHAPE = Phrase(
    "options are where=theme=talent, basis=stated, lang=nl and as-of=2026-11-25",
    "opties zijn where=theme=talent, basis=stated, lang=nl en as-of=2026-11-25",
)
