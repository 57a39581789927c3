"""Changes of one day that one source tells of, together, and by month those that moved no state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from dosa_trace.analysis.time.change import Change, Move


class ChangeGroup(NamedTuple):
    """What a source tells of one day: how many changes of each kind, and the states of what was
    known before that moved, so many to better and so many to worse."""

    day: date
    source: str | None
    counts: Mapping[str, int]
    moved: tuple[Move, ...]
    better: int
    worse: int


class QuietMonth(NamedTuple):
    """What happened in a month and moved no state that was known before: how many changes of each
    kind."""

    month: str
    counts: Mapping[str, int]


def grouped(
    changes: Iterable[Change],
) -> tuple[tuple[ChangeGroup, ...], tuple[QuietMonth, ...]]:
    """Both, the latest first."""
    by_source: defaultdict[tuple[date, str], list[Change]] = defaultdict(list)
    for change in changes:
        by_source[change.day, change.source or ""].append(change)
    groups, quiet = [], defaultdict[str, Counter[str]](Counter)
    for day, source in sorted(by_source, key=lambda key: (-key[0].toordinal(), key[1])):
        some = by_source[day, source]
        counts = Counter(change.kind.value for change in some)
        moved = {move for change in some for move in change.moved if move.before is not None}
        if moved:
            groups.append(_group(day, source or None, counts, moved))
        else:
            quiet[f"{day:%Y-%m}"].update(counts)
    months = (QuietMonth(month, dict(quiet[month])) for month in sorted(quiet, reverse=True))
    return tuple(groups), tuple(months)


def _group(
    day: date, source: str | None, counts: Mapping[str, int], moved: Iterable[Move]
) -> ChangeGroup:
    ordered = tuple(sorted(moved))
    ranks = [(move.before.rank, move.after.rank) for move in ordered if move.before]
    better = sum(after > before for before, after in ranks)
    worse = sum(after < before for before, after in ranks)
    return ChangeGroup(day, source, dict(counts), ordered, better, worse)
