"""Shares as a bar of signs, which tell states apart without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dosa_trace.document import Role

#: How a part of a bar looks, also on a screen that has only ASCII: full for what is answered, light
#: for what is not. A bar of one state shows what is left of the whole as a track.
SIGNS = {
    Role.COVERED: "█#",
    Role.PARTLY: "▓+",
    Role.PLANNED: "▒~",
    Role.DECLINED: "▞x",
    Role.GAP: "░.",
}
#: How long a bar is at least and at most, as there is room beside the other columns.
BAR, LONGEST_BAR = 8, 24
FULL, TRACK = "█#", "·."
ANSWERED = (Role.COVERED, Role.PARTLY, Role.PLANNED)


def drawn(
    bar: Sequence[tuple[float, Role]], size: int, unicode: bool
) -> Iterator[tuple[str, Role]]:
    """Each part and what it is, up to so many signs; what is there is seen. A bar of one state is
    full, on a track as long as all."""
    single = len(bar) == 1
    sizes = lengths([share for share, _ in bar], size)
    for (_, role), length in zip(bar, sizes, strict=True):
        sign = FULL if single and role in ANSWERED else SIGNS[role]
        yield sign[not unicode] * length, role
    track = TRACK[not unicode] if single else " "
    yield track * (size - sum(sizes)), Role.PLAIN


def axis(size: int) -> str:
    """The ends of the axis that all bars of a column are on."""
    return f"0%{'100%':>{size - 2}}"


def lengths(shares: Sequence[float], size: int) -> list[int]:
    """How many signs each share of a bar takes: rounded, at least one for what is not nothing,
    and together as many as they are together."""
    found = [max(round(share * size), 1) if share else 0 for share in shares]
    whole = max(round(sum(shares) * size), sum(map(bool, shares)))
    while sum(found) > whole:
        longer = (at for at, length in enumerate(found) if length > 1)
        found[max(longer, key=lambda at: found[at] - shares[at] * size)] -= 1
    while sum(found) < whole:
        shown = (at for at, share in enumerate(shares) if share)
        found[max(shown, key=lambda at: shares[at] * size - found[at])] += 1
    return found
