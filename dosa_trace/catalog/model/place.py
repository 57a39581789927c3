"""Where a record was written, so that everything said about it can be traced to a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dosa_trace.catalog.text import values
from dosa_trace.diagnostics import Span

#: What may stand before the first key of a mapping in braces.
_BEFORE_FIRST_KEY = re.compile(r"\{(\s|#[^\n]*\n)*")


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a record stands: its file, and between which of its characters. What stands there is
    read a second time by whoever has something to say about it; nearly all records need none."""

    file: values.YamlFile
    start: int
    end: int

    @property
    def path(self) -> str:
        """The file, told from the folder of the catalogue."""
        return self.file.path

    @property
    def text(self) -> str:
        """What is written there, from its first character to where the next thing begins."""
        return self.file.text[self.start : self.end]

    @property
    def column(self) -> int:
        """The column, from 1."""
        return self.file.lines.place(self.start)[1]

    @property
    def line(self) -> int:
        """The line of its first key."""
        first = _BEFORE_FIRST_KEY.match(self.file.text, self.start)
        return self.file.lines.place(first.end() if first else self.start)[0]

    @property
    def node(self) -> values.YamlMap:
        """The mapping that the record was read from."""
        return _mapping(self.file, self.start, self.end)

    def has(self, key: str) -> bool:
        """Whether something stands under a key, whatever could be made of it."""
        return key in self.node.entries

    def has_items(self, key: str) -> bool:
        """Whether a list stands under a key that is not empty."""
        entry = self.node.entries.get(key)
        return entry is not None and isinstance(entry[1], values.YamlList) and bool(entry[1].items)

    def span(self, *route: str | int) -> Span:
        """The place of a value inside the record by keys and indices, as far as they lead;
        without a route, the first key of the record."""
        node: values.Value = self.node
        for step in route:
            if isinstance(node, values.YamlMap) and step in node.entries:
                node = node.entries[str(step)][1]
            elif isinstance(node, values.YamlList) and isinstance(step, int):
                node = node.items[step]
            elif isinstance(node, values.YamlMap) and isinstance(step, int):
                node = [value for _, value in node.entries.values()][step]
            else:
                break
        if isinstance(node, values.YamlMap) and node.entries:
            node = next(iter(node.entries.values()))[0]
        return self.file.span(node)


@lru_cache(maxsize=8)
def _mapping(file: values.YamlFile, start: int, end: int) -> values.YamlMap:
    """The mapping that begins at a character of a file. Where reading stopped before its end, or
    what it means stands elsewhere, it is sought in all that can be read of the file."""
    from dosa_trace.catalog.text.reader import read_again

    piece = read_again(file, start, end)
    if isinstance(piece, values.YamlMap):
        return piece
    waiting: list[values.Value | None] = [read_again(file)]
    for value in waiting:
        if isinstance(value, values.YamlMap):
            if value.start == start:
                return value
            waiting += (item for _, item in value.entries.values())
        elif isinstance(value, values.YamlList):
            waiting += value.items
    return values.YamlMap({}, start, end, flow=False)
