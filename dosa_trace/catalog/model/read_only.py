"""A map that cannot be changed: what a catalogue says is what its files say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class ReadOnlyMap(dict[K, V]):
    """A dict whose methods that change it raise TypeError; it is read as fast as any, and pickled.

    `types.MappingProxyType` is neither copied nor pickled, so no other process could have it.
    """

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("a catalogue is not changed; dict(…) makes a copy that can be")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[type[ReadOnlyMap[K, V]], tuple[Mapping[K, V]]]:
        return type(self), (dict(self),)

    def copy(self) -> dict[K, V]:
        """A dict that can be changed."""
        return dict(self)
