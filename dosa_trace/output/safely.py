"""The one door into every writer: an answer in which no text of a stranger does anything.

A writer takes an `Inert`, and only this module makes one: what skips it does not type-check.
Data for programs keeps its text as it is: there JSON's own escapes do the same (`data.json`), a
database binds its values (`data.sqlite`), and each cell of a sheet of lines is made inert where it
is written (`data.csv`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Generic, NamedTuple, TypeVar

from dosa_trace.document import Verbatim
from dosa_trace.inert import inert, inert_lines
from dosa_trace.output.shape import Shape

T = TypeVar("T")


#: The shapes of which a writer, or what reads its format, makes every text inert itself.
AS_IT_IS: Final = frozenset({
    Shape.DATA, Shape.ROWS, Shape.FINDINGS, Shape.DATABASE, Shape.LINKED_DATA, Shape.NEEDS,
    Shape.DATASETTE,
})  # fmt: skip


class Inert(Generic[T]):
    """What a writer may show."""

    __slots__ = ("value",)

    def __init__(self, value: T, door: _Door) -> None:
        assert isinstance(door, _Door)
        self.value = value


class _Door(NamedTuple):
    """Held by this module alone."""


def made_inert(shape: Shape, value: T) -> Inert[T]:
    """An answer of some shape, for the writer of a format."""
    as_it_is = shape in AS_IT_IS
    return Inert(value if as_it_is else _all(value), _Door())


def _all(value: Any) -> Any:
    """Every text inside a value made inert; what holds none is left as it is."""
    if type(value) is str:
        return inert(value)
    if isinstance(value, Verbatim):
        return value._replace(text=inert_lines(value.text))
    if isinstance(value, tuple):
        return _each(value)
    if isinstance(value, list):
        return [_all(one) for one in value]
    if isinstance(value, Mapping):
        return {_all(key): _all(one) for key, one in value.items()}
    return value


def _each(value: tuple[Any, ...]) -> tuple[Any, ...]:
    parts = [_all(one) for one in value]
    if all(new is old for new, old in zip(parts, value, strict=True)):
        return value
    return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
