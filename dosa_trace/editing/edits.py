"""Edits of one file: keys set and taken away, items put into lists and taken out.

Each finds the least text that must change and changes it; then the whole is read again, and what
is read must be what was read before with the edit, value for value, else nothing is changed
(NotEditable). Comments, blank lines, quotes, the order and every other line stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from math import isnan
from typing import Any

from dosa_trace.catalog.text.reader import read
from dosa_trace.catalog.text.values import (
    Value,
    YamlFile,
    YamlList,
    YamlMap,
    plain_data,
)
from dosa_trace.editing import places, splices
from dosa_trace.editing.places import NotEditable
from dosa_trace.editing.splices import Splice
from dosa_trace.editing.written import scalar

#: Keys and indices that lead from the top of a file to a value.
Route = Sequence[str | int]


def set_value(file: YamlFile, route: Route, value: Any, after: str | None = None) -> YamlFile:
    """The file with a value at the end of a route, in the place of what is there; a key that is not
    there comes `after` another, else last. Raises NotEditable."""
    *way, last = route
    parent = node_at(file, way)
    expected = plain(file)
    holder = inner(expected, way)
    if isinstance(parent, YamlMap) and isinstance(last, str):
        if last in parent.entries:
            holder[last] = deepcopy(value)
            return _applied(
                file, splices.replaced(file, *parent.entries[last], value, parent), expected
            )
        behind = after if after in parent.entries else next(reversed(parent.entries), None)
        _put_after(holder, last, deepcopy(value), behind)
        return _applied(file, splices.added(file, parent, last, value, behind), expected)
    if isinstance(parent, YamlList) and isinstance(last, int):
        holder[last] = deepcopy(value)
        return _applied(file, splices.item_replaced(file, parent, last, value), expected)
    raise NotEditable(getattr(parent, "start", 0))


def insert_item(file: YamlFile, route: Route, at: int, value: Any) -> YamlFile:
    """The file with an item in a list before the one at an index, or behind all. Raises
    NotEditable."""
    return insert_items(file, route, at, (value,))


def insert_items(file: YamlFile, route: Route, at: int, values: Sequence[Any]) -> YamlFile:
    """The same with several items, one behind the other."""
    items = node_at(file, route)
    if not isinstance(items, YamlList):
        raise NotEditable(getattr(items, "start", 0))
    if not items.items:
        return set_value(file, route, [*values])
    expected = plain(file)
    inner(expected, route)[at:at] = deepcopy([*values])
    return _applied(file, splices.inserted(file, items, at, values), expected)


def remove(file: YamlFile, route: Route) -> YamlFile:
    """The file without a key or an item; what held nothing else is left empty. Raises
    NotEditable."""
    *way, last = route
    parent = node_at(file, way)
    expected = plain(file)
    holder = inner(expected, way)
    del holder[last]
    if isinstance(parent, YamlMap) and isinstance(last, str):
        if len(parent.entries) == 1 and way:
            return _emptied(file, way, {})
        pieces = (splices.flow_removed if parent.flow else splices.key_removed)(file, parent, last)
    elif isinstance(parent, YamlList) and isinstance(last, int):
        if len(parent.items) == 1:
            return _emptied(file, way, [])
        pieces = (splices.flow_removed if parent.flow else splices.item_removed)(file, parent, last)
    else:
        raise NotEditable(getattr(parent, "start", 0))
    return _applied(file, pieces, expected)


def rename_key(file: YamlFile, route: Route, new: str) -> YamlFile:
    """The file with another key at the end of a route, in its place. Raises NotEditable."""
    *way, last = route
    parent = node_at(file, way)
    if not isinstance(parent, YamlMap) or last not in parent.entries:
        raise NotEditable(getattr(parent, "start", 0))
    expected = plain(file)
    told = inner(expected, way)
    moved = {new if name == last else name: value for name, value in told.items()}
    told.clear()
    told.update(moved)
    key = parent.entries[str(last)][0]
    written = splices.like(file.text, key, new) or scalar(new, in_flow=parent.flow)
    return _applied(file, [(key.start, key.end, written)], expected)


def node_at(file: YamlFile, route: Route) -> Value | None:
    """The value at the end of a route; raises NotEditable where it leads nowhere."""
    node: Value | None = file.root
    for step in route:
        if isinstance(node, YamlMap) and step in node.entries:
            node = node.entries[str(step)][1]
        elif isinstance(node, YamlList) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            raise NotEditable(node.start if node is not None else 0)
    return node


def plain(file: YamlFile) -> Any:
    """What a file holds as ordinary data; an empty one holds no keys."""
    return plain_data(file.root) if file.root is not None else {}


def inner(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def _put_after(mapping: dict[str, Any], key: str, value: Any, after: str | None) -> None:
    """A key behind another one, in the order of the file."""
    later = [*mapping][[*mapping].index(after) + 1 :] if after is not None else []
    moved = [(name, mapping.pop(name)) for name in later]
    mapping[key] = value
    mapping.update(moved)


def _emptied(file: YamlFile, way: Route, empty: Any) -> YamlFile:
    """Nothing where the last key or item was taken away, written as such."""
    return set_value(file, way, empty)


def _applied(file: YamlFile, pieces: Sequence[Splice], expected: Any) -> YamlFile:
    """The file with these pieces in the place of others; raises NotEditable where it is not read
    as what is expected."""
    text, ending = file.text, places.line_break(file.text)
    for start, end, piece in sorted(pieces, reverse=True):
        text = text[:start] + piece.replace("\n", ending) + text[end:]
    made, findings = read(file.path, text.encode("utf-8"))
    if findings or not same(plain(made), expected):
        raise NotEditable(pieces[0][0])
    return made


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same in kind, order and content: 1 is not true, nor '1'."""
    are_fractions = isinstance(one, float) and isinstance(other, float)
    if type(one) is not type(other) and not are_fractions:
        return False
    if isinstance(one, dict):
        return [*one] == [*other] and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other) or (isinstance(one, float) and isnan(one) and isnan(other))
