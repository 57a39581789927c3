"""The smallest places at which two values of YAML differ; lists are aligned by difflib."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple


class FieldChange(NamedTuple):
    """One value before and after, as it stands in YAML; None where it is not there.

    `field` is the way to it inside the record: `title.nl`, or `status[2].value` where [1] is the
    first of a list as it is now (as it was, where the item is gone).
    """

    field: str
    before: Any
    after: Any

    @property
    def key(self) -> str:
        """The field of the record that the value stands in."""
        return self.field.split(".")[0].split("[")[0]


def field_changes(field: str, before: Any, after: Any) -> Iterator[FieldChange]:
    """Every value that differs below a field."""
    if isinstance(before, dict | None) and isinstance(after, dict | None):
        old, new = before or {}, after or {}
        for key in dict.fromkeys([*old, *new]):
            yield from field_changes(f"{field}.{key}", old.get(key), new.get(key))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _items(field, before, after)
    elif before != after or type(before) is not type(after):  # for Python, 1 is true
        yield FieldChange(field, before, after)


def _items(field: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[FieldChange]:
    """Items that came, went, or changed where as many stand in the place of as many."""
    old, new = ([json.dumps(item, sort_keys=True) for item in items] for items in (before, after))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for what, start, end, first, last in matcher.get_opcodes():
        if what == "equal":
            continue
        if end - start == last - first:
            for at, (item_before, item_after) in enumerate(
                zip(before[start:end], after[first:last], strict=True), first + 1
            ):
                yield from field_changes(f"{field}[{at}]", item_before, item_after)
            continue
        for at in range(start, end):
            yield FieldChange(f"{field}[{at + 1}]", before[at], None)
        for at in range(first, last):
            yield FieldChange(f"{field}[{at + 1}]", None, after[at])
