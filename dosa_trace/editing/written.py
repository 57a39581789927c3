"""A value as YAML: the shortest way to write it that reads back as the same value.

A text stands without quotes where every parser reads it so, in YAML 1.1 as in 1.2, else in single
quotes, else in double ones; one that is too long for its line is folded. Whether a way to write it
is right is never argued but read: what does not read back is not used.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, NamedTuple

import yaml

from dosa_trace.catalog.model.dates import parse_date
from dosa_trace.catalog.text.reader import read_root
from dosa_trace.catalog.text.values import plain_data

#: How long a line may be, where a text can be written over several.
WIDTH: Final = 100
#: How deep a value below a key stands.
STEP: Final = 2


class ExactNumber(float):
    """A number that is written with all its digits, of which a float holds some sixteen."""

    def __new__(cls, value: Decimal) -> ExactNumber:
        made = super().__new__(cls, value)
        made._digits = f"{value:f}"
        return made

    _digits: str

    def __str__(self) -> str:
        return self._digits

    def __deepcopy__(self, _: object) -> ExactNumber:
        return self


class Style(NamedTuple):
    """How the neighbours are written: the columns that a list stands below its key, and whether
    what fits on a line is written in braces."""

    list_indent: int = STEP
    flow: bool = True


def flow(value: Any) -> str:
    """A value on one line, in braces where it has parts."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{scalar(key)}: {flow(item)}' for key, item in value.items())}}}"
    if _is_list(value):
        return f"[{', '.join(map(flow, value))}]"
    return scalar(value, in_flow=True)


def block(value: Any, indent: int, style: Style) -> str:
    """A value behind its key or dash, with the lines that it needs below; `indent` is the column
    of that key. Begins with a blank or a line break and has no line break at its end."""
    if isinstance(value, Mapping) and value:
        if style.flow and _fits(value, indent):
            return f" {flow(value)}"
        column = indent + STEP
        return "".join(
            f"\n{' ' * column}{entry(key, item, column, style)}" for key, item in value.items()
        )
    if _is_list(value) and value:
        if style.flow and _fits(value, indent) and not any(map(_is_collection, value)):
            return f" {flow(value)}"
        column = indent + style.list_indent
        return "".join(f"\n{' ' * column}-{item_text(item, column, style)}" for item in value)
    if isinstance(value, str) and (folded := _folded(value, indent)) is not None:
        return folded
    return f" {flow(value) if _is_collection(value) else scalar(value)}"


def entry(key: str, value: Any, indent: int, style: Style) -> str:
    """`key: value`, where the key stands in a column."""
    written = scalar(key)
    return f"{written}:{block(value, indent, style)}"


def item_text(value: Any, column: int, style: Style) -> str:
    """What stands behind the dash of a list in a column."""
    if isinstance(value, Mapping) and value and not (style.flow and _fits(value, column)):
        inner = column + STEP
        lines = [entry(key, item, inner, style) for key, item in value.items()]
        return " " + f"\n{' ' * inner}".join(lines)
    if _is_list(value) and value:
        return f" {flow(value)}"
    return block(value, column, style)


def scalar(value: Any, in_flow: bool = False) -> str:
    """A text, a number, a truth or nothing, on one line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value) if isinstance(value, ExactNumber) else repr(value)
    text = str(value)
    for written in (text, f"'{text.replace(chr(39), chr(39) * 2)}'"):
        if "\n" not in written and _reads_as(written, text, in_flow):
            return written
    return json.dumps(text, ensure_ascii=False)


@lru_cache(maxsize=4096)  # keys and words stand in many records
def _reads_as(written: str, text: str, in_flow: bool) -> bool:
    """Whether a scalar is this text where it is to stand, for our reader and for another."""
    around = f"{{k: {written}, l: m}}\n" if in_flow else f"k: {written}\nl: m\n"
    root, findings = read_root("", around)
    if findings or root is None or plain_data(root) != {"k": text, "l": "m"}:
        return False
    if parse_date(text) is not None and len(text) > len("2025"):  # 1.1 has a type for days
        return True
    try:
        return bool(yaml.safe_load(around) == {"k": text, "l": "m"})
    except (yaml.YAMLError, ValueError):
        return False


def _folded(text: str, indent: int) -> str | None:
    """A long text over several lines, None where it is short or cannot be written so."""
    if indent + len(text) + STEP <= WIDTH or "\n" in text or text != text.strip():
        return None
    margin = " " * (indent + STEP)
    lines: list[str] = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and len(margin) + len(longer) > WIDTH:
            lines.append(word)
        else:
            lines[-1] = longer
    written = " >-" + "".join(f"\n{margin}{line}" for line in lines)
    root, findings = read_root("", f"{' ' * indent}k:{written}\n")
    return (
        written if not findings and root is not None and plain_data(root) == {"k": text} else None
    )


def _fits(value: Any, indent: int) -> bool:
    return indent + STEP + len(flow(value)) <= WIDTH and not _is_deep(value)


def _is_deep(value: Any) -> bool:
    """Whether something in it has parts that have parts: in braces that is hard to read."""
    items = value.values() if isinstance(value, Mapping) else value
    inner = [item for item in items if _is_collection(item)]
    return any(_is_collection(part) for item in inner for part in _parts(item))


def _parts(value: Any) -> Sequence[Any]:
    return tuple(value.values()) if isinstance(value, Mapping) else tuple(value)


def _is_collection(value: Any) -> bool:
    return isinstance(value, Mapping) or _is_list(value)


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)
