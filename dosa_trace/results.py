"""Results as data for programs: each field under its own name, unless a result says otherwise.

A result that is said in other keys than its fields has a method `as_data`, beside its fields; no
other module has a table of keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any, ForwardRef, Generic, TypeVar, get_origin, get_type_hints

#: What a key holds of a kind of record that has no such field, by the type of the field.
_EMPTY: Mapping[str, object] = {"bool": False, "int": 0}


Of = TypeVar("Of")
Made = TypeVar("Made")


class Each(Generic[Of, Made]):
    """A result for each of many records, made when it is come to and not kept but for the last, so
    that several may go through it side by side."""

    def __init__(self, records: Sequence[Of], make: Callable[[Of], Made]) -> None:
        self._records = records
        self._make = make
        self._last: tuple[int, Made] | None = None

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Made]:
        for at, record in enumerate(self._records):
            if self._last is None or self._last[0] != at:
                self._last = at, self._make(record)
            yield self._last[1]


def data_of(result: Any) -> dict[str, Any]:
    """The keys of a result with what they hold, not yet made plain."""
    shaped = getattr(result, "as_data", None)
    return dict(shaped() if shaped else result._asdict())


def types_of(kind: type) -> dict[str, Any]:
    """What the keys of a result hold, of which `data_of` gives the values: the types of its fields,
    unless it has a classmethod `data_types`, beside its `as_data`."""
    shaped = getattr(kind, "data_types", None)
    return dict(shaped() if shaped else field_types(kind))


def field_types(kind: type) -> dict[str, Any]:
    """The types of the fields of a named tuple, by their names."""
    hints: dict[str, Any] = {}
    for base in reversed(kind.__mro__):
        if "_fields" in base.__dict__:
            hints |= get_type_hints(base)
    fields: tuple[str, ...] = getattr(kind, "_fields")  # noqa: B009 - no type has them
    return {name: hints[name] for name in fields}


def types_with_keys_of(kinds: Sequence[type]) -> dict[str, Any]:
    """What the keys of `with_keys_of` hold: of a key that not every kind has also null."""
    of_kinds = [field_types(kind) for kind in kinds]
    names = dict.fromkeys(name for fields in of_kinds for name in fields)
    return {
        name: _either(fields.get(name, _type_of_lacking(name, of_kinds)) for fields in of_kinds)
        for name in names
    }


def _either(hints: Iterable[Any]) -> Any:
    """One of several types, of which some may be None."""
    listed = list(hints)
    kinds = [hint for hint in listed if hint is not None]
    return reduce(or_, [*kinds, None] if len(kinds) < len(listed) else kinds)


def _type_of_lacking(name: str, of_kinds: Iterable[Mapping[str, Any]]) -> Any:
    """Null, but for a list, a number or a truth, of which an empty one stands there."""
    hint = next(fields[name] for fields in of_kinds if name in fields)
    has_empty = hint in (bool, int) or get_origin(hint) is tuple
    return hint if has_empty else None


def renamed(keys: Mapping[str, Any], old: str, new: str) -> dict[str, Any]:
    """The same with one key under another name, in its place."""
    return {new if name == old else name: value for name, value in keys.items()}


def with_keys_of(result: Any, kinds: Iterable[type]) -> dict[str, Any]:
    """A result with the keys of all kinds that stand in one list with it: a list, a number or a
    truth that it lacks is empty, 0 or false, all else that it lacks is null."""
    lacking = {
        name: _empty(hint.__forward_arg__ if isinstance(hint, ForwardRef) else str(hint))
        for kind in kinds
        for name, hint in kind.__annotations__.items()
    }
    return {**lacking, **result._asdict()}


def _empty(hint: str) -> object:
    return () if hint.startswith("tuple[") else _EMPTY.get(hint)
