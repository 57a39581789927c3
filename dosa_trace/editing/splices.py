"""The least text that an edit of one file must change: pieces in the place of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dosa_trace.catalog.text.values import Scalar, Value, YamlFile, YamlList, YamlMap
from dosa_trace.editing import places
from dosa_trace.editing.places import NotEditable
from dosa_trace.editing.written import STEP, Style, block, entry, flow, item_text, scalar

#: A piece of text in the place of another: where that begins and ends, and what comes there.
Splice = tuple[int, int, str]


def added(
    file: YamlFile, parent: YamlMap, key: str, value: Any, behind: str | None
) -> list[Splice]:
    text = file.text
    if behind is None:
        at = parent.start + 1
        return [(at, at, f"{scalar(key, in_flow=True)}: {flow(value)}")]
    end = places.end_of(text, parent.entries[behind][1])
    if parent.flow:
        return [(end, end, f", {scalar(key, in_flow=True)}: {flow(value)}")]
    first = next(iter(parent.entries.values()))[0]
    margin = places.column(text, first.start)
    at = places.end_of_line(text, end)
    line = f"{' ' * margin}{entry(key, value, margin, _style(file))}"
    return [(at, at, f"\n{line}")]


def replaced(file: YamlFile, key: Scalar, old: Value, value: Any, parent: YamlMap) -> list[Splice]:
    text = file.text
    colon = places.colon_of(text, key) + 1
    end = max(places.end_of(text, old), colon)
    start = max(old.start, colon)
    if parent.flow:
        blank = "" if start > colon else " "
        return [(start, end, f"{blank}{like(text, old, value) or flow(value)}")]
    if (written := like(text, old, value)) is not None:
        return [(start, end, written)]
    if places.has_comment(text, colon, start):
        raise NotEditable(start)
    margin = places.column(text, key.start)
    written = block(value, margin, _style(file, old))
    if "\n" in written and places.has_comment_behind(text, end):
        written = f" {flow(value)}"
    places.end_of_line(text, end)
    return [(colon, end, written)]


def like(text: str, old: Value, value: Any) -> str | None:
    """A short text in the quotes of the one in whose place it comes, None where that had none, or
    either is no text."""
    if not isinstance(old, Scalar) or not isinstance(value, str) or old.end <= old.start:
        return None
    mark = text[old.start]
    if mark == "'" and "\n" not in value:
        return f"'{value.replace(mark, mark * 2)}'"
    if mark == '"' and not set(value) & set('\\"') and value.isprintable():
        return f'"{value}"'
    return None


def item_replaced(file: YamlFile, items: YamlList, at: int, value: Any) -> list[Splice]:
    text, old = file.text, items.items[at]
    end = places.end_of(text, old)
    if items.flow:
        return [(old.start, end, like(text, old, value) or flow(value))]
    if (written := like(text, old, value)) is not None:
        return [(old.start, end, written)]
    dash = places.dash_of(text, items, at)
    start, end = dash + 1, max(end, dash + 1)
    if places.has_comment(text, start, max(old.start, start)):
        raise NotEditable(start)
    margin = places.column(text, items.start)
    written = _item(file, items, value, margin)
    if "\n" in written and places.has_comment_behind(text, end):
        written = f" {flow(value)}"
    places.end_of_line(text, end)
    return [(start, end, written)]


def inserted(file: YamlFile, items: YamlList, at: int, values: Sequence[Any]) -> list[Splice]:
    text = file.text
    if items.flow:
        written = ", ".join(map(flow, values))
        if at == 0:
            start = items.items[0].start
            return [(start, start, f"{written}, ")]
        end = places.end_of(text, items.items[at - 1])
        return [(end, end, f", {written}")]
    margin = places.column(text, items.start)
    lines = "\n".join(f"{' ' * margin}-{_item(file, items, value, margin)}" for value in values)
    if at == 0:
        dash = places.dash_of(text, items, 0)
        if not places.begins_line(text, dash):
            raise NotEditable(dash)
        start = places.line_start(text, dash)
        return [(start, start, f"{lines}\n")]
    dash = places.dash_of(text, items, at - 1)
    end = max(places.end_of(text, items.items[at - 1]), dash + 1)
    end = places.end_of_line(text, end)
    return [(end, end, f"\n{lines}")]


def _item(file: YamlFile, items: YamlList, value: Any, margin: int) -> str:
    """What stands behind a dash: in braces as some neighbour, else line by line."""
    style = _style(file)
    in_braces = any(not isinstance(item, Scalar) and item.flow for item in items.items)
    if isinstance(value, Mapping) and value and not in_braces:
        inner_margin = margin + STEP
        lines = [entry(key, one, inner_margin, style) for key, one in value.items()]
        return " " + f"\n{' ' * inner_margin}".join(lines)
    return item_text(value, margin, style)


def key_removed(file: YamlFile, parent: YamlMap, name: str) -> list[Splice]:
    text = file.text
    names = [*parent.entries]
    key, value = parent.entries[name]
    end = places.end_of_line(text, max(places.end_of(text, value), places.colon_of(text, key) + 1))
    if places.begins_line(text, key.start):
        return [_lines(text, key.start, end)]
    if names[0] != name:
        raise NotEditable(key.start)
    following = parent.entries[names[1]][0].start
    if places.has_comment(text, end, following):
        raise NotEditable(key.start)
    return [(key.start, following, "")]


def item_removed(file: YamlFile, items: YamlList, at: int) -> list[Splice]:
    text = file.text
    dash = places.dash_of(text, items, at)
    end = places.end_of_line(text, max(places.end_of(text, items.items[at]), dash + 1))
    if places.begins_line(text, dash):
        return [_lines(text, dash, end)]
    following = places.dash_of(text, items, 1)
    if at or places.has_comment(text, end, following):
        raise NotEditable(dash)
    return [(dash, following, "")]


def _lines(text: str, start: int, end: int) -> Splice:
    """Whole lines, with the line break before them; at the top of a file with that behind them."""
    begin = places.line_start(text, start)
    if begin == 0:
        return (0, min(end + len(places.line_break(text)), len(text)), "")
    return (begin - (2 if text[begin - 2 : begin] == "\r\n" else 1), end, "")


def flow_removed(file: YamlFile, parent: YamlMap | YamlList, last: str | int) -> list[Splice]:
    """A part in braces with one comma; comments between the parts stay."""
    text = file.text
    if isinstance(parent, YamlMap):
        spans = [(key.start, places.end_of(text, value)) for key, value in parent.entries.values()]
        at = [*parent.entries].index(str(last))
    else:
        spans = [(item.start, places.end_of(text, item)) for item in parent.items]
        at = int(last)
    start, end = spans[at]
    end = max(end, start)
    if len(spans) == 1:
        return [(start, end, "")]
    if at == 0:
        following = spans[1][0]
        if places.has_comment(text, end, following):
            comma = text.index(",", end)
            return [(start, end, ""), (comma, comma + 1, "")]
        return [(start, following, "")]
    before = spans[at - 1][1]
    comma = text.index(",", before)
    if places.has_comment(text, before, start):
        return [(comma, comma + 1, ""), (start, end, "")]
    return [(before, end, "")]


def _style(file: YamlFile, old: Value | None = None) -> Style:
    """How a file is written: how far its lists stand in, and braces, where what was there had
    them, or nothing was there."""
    indent = places.list_indent(file.root, file.text, STEP)
    in_lines = old is not None and not isinstance(old, Scalar) and not old.flow
    return Style(indent, flow=not in_lines)
