"""Results as data for programs: each field under its own name, unless a result says otherwise.

A result that is said in other keys than its fields has a method `as_data`, beside its fields; no
other module has a table of keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ForwardRef

#: What a key holds of a kind of record that has no such field, by the type of the field.
_EMPTY: Mapping[str, object] = {"bool": False, "int": 0}


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
