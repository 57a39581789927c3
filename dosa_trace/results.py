"""Results as data for programs: each field under its own name, unless a result says otherwise.

A result that is said in other keys than its fields has a method `as_data`, beside its fields; no
other module has a table of keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, ForwardRef, Generic, TypeVar

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
