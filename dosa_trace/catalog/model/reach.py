"""All that can be reached from somewhere, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf


def closure(
    start: Iterable[str], onward: Callable[[str], Iterable[str]], most: float = inf
) -> frozenset[str]:
    """Where one begins and all that steps from there lead to; each is gone on from once, so
    circles end. Once these are more than `most` no more is looked for."""
    seen = set(start)
    waiting = list(seen)
    while waiting and len(seen) <= most:
        for name in onward(waiting.pop()):
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    return frozenset(seen)
