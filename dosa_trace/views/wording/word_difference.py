"""What differs between two texts, word by word: `[-gone-]` and `[+come+]`, as git marks it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher


def word_difference(before: str, after: str) -> str:
    """One text from two: what both have, what is gone and what has come, in order (difflib)."""
    old, new = before.split(), after.split()
    return " ".join(_pieces(old, new))


def _pieces(old: list[str], new: list[str]) -> Iterator[str]:
    for kind, first, last, begin, end in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind == "equal":
            yield from old[first:last]
            continue
        if first < last:
            yield f"[-{' '.join(old[first:last])}-]"
        if begin < end:
            yield f"[+{' '.join(new[begin:end])}+]"
