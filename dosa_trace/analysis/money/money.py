"""How much money supports what is answered, as far as amounts are on file?

An amount counts that its catalogue lets count and that was given by the date. Of several for one
purpose at one stage the last holds, since an earlier amount is never overwritten; amounts for other
purposes add up. What another source gives for the same purpose makes a range of it. A part whose
whole stands beside it with an amount of that currency and stage is inside that, and is not added.
Stages are never added to each other: what was announced is later committed, and spent. A currency
is never converted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.coverage.coverage import RecommendationCoverage, coverage
from dosa_trace.analysis.judging.dimensions import OF_INSTRUMENTS, split
from dosa_trace.analysis.judging.selection import Where, natural
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.money.by_state import ENDED, IN_TOTAL, rows_by_state
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import Budget, LocalText, ReadOn, When
from dosa_trace.catalog.model.records import Instrument
from dosa_trace.catalog.model.vocabulary import Stage

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class MoneyBy(StrEnum):
    """What amounts can be split by: what they support, or what the instruments are."""

    STATE = "state"
    LEVEL = "level"
    YEAR = "year"
    OWNER = "owner"
    THEME = "theme"


#: What no amount is added for, in the split by year: none on file, or it is inside another.
NO_AMOUNT = "none"


class Item(NamedTuple):
    """The amount of one instrument for one purpose at one stage, with the source that gave it;
    `low` and `high` are what other sources give for the same purpose at least and at most."""

    id: str
    title: LocalText
    currency: str
    stage: Stage
    amount: float
    low: float
    high: float
    purpose: LocalText | None
    date: When
    source: str


class Sum(NamedTuple):
    """What amounts of one currency at one stage come to; `low` and `high` where sources differ."""

    currency: str
    stage: Stage
    amount: float
    low: float
    high: float
    items: int


class Row(NamedTuple):
    """The amounts of some instruments, of which `without_amount` have none on file; `key` is None
    for those that have no value to split by."""

    key: str | None
    label: LocalText | None
    instruments: tuple[str, ...]
    without_amount: int
    sums: tuple[Sum, ...]


class Money(NamedTuple):
    """The amounts behind the selected recommendations; by state also of what is behind none, below
    the total (`money.by_state`), and there every instrument stands in one row. `items` are the
    amounts that are in the total, `not_counted` how many more are on file for these instruments and
    count nowhere."""

    where: tuple[Where, ...]
    by: MoneyBy
    rows: tuple[Row, ...]
    total: Row
    items: tuple[Item, ...]
    not_counted: int


def money(
    graph: TraceGraph,
    by: MoneyBy = MoneyBy.STATE,
    where: Sequence[Where] = (),
    lines: Sequence[RecommendationCoverage] | None = None,
    judge: Judge | None = None,
) -> Money:
    """How much supports the selected recommendations; orphaned instruments answer to no
    selection, and are left out of one. `lines` and `judge` spare the work of one who asked for
    coverage before. Raises BadQuestion."""
    catalog, day = graph.catalog, graph.as_of
    judge = judge or Judge(graph)
    if lines is None:
        lines = coverage(graph, where, judge=judge).recommendations
    placed = rows_by_state(judge, lines, everything=by is MoneyBy.STATE and not where)
    everything = _ordered(name for key in IN_TOTAL for name in placed.get(key, ()))
    listed = tuple(items(catalog, everything, day))
    if by is MoneyBy.YEAR:
        rows = tuple(_by_year(catalog, everything, day))
    elif by is MoneyBy.STATE:
        rows = tuple(_of_state(catalog, key, names, listed, day) for key, names in placed.items())
    else:
        instruments = (catalog.instruments[name] for name in everything)
        rows = tuple(
            _row(catalog, row.key, row.label, _ordered(record.id for record in row.records), day)
            for row in split(catalog, OF_INSTRUMENTS[by], instruments)
        )
    return Money(
        where=tuple(where),
        by=by,
        rows=rows,
        total=_row(catalog, None, None, everything, day),
        items=listed,
        not_counted=sum(
            not budget.counts and budget.is_known_on(day)
            for name in everything
            for budget in catalog.instruments[name].budgets
        ),
    )


def _of_state(
    catalog: Catalog, key: str | None, names: tuple[str, ...], listed: Sequence[Item], day: date
) -> Row:
    """A row of what is in the total has its share of the amounts there, so that these rows add up
    to it; of what has ended only what was spent is told."""
    row = _row(catalog, key, None, _ordered(names), day)
    if key in IN_TOTAL:
        return row._replace(sums=_added(item for item in listed if item.id in frozenset(names)))
    if key == ENDED:
        return row._replace(sums=tuple(one for one in row.sums if one.stage is Stage.SPENT))
    return row


def items(catalog: Catalog, instruments: Collection[str], day: date) -> Iterator[Item]:
    """The amounts of some instruments that are added up: none of a part whose whole is among them
    with an amount of that currency and stage."""
    found = {name: tuple(_of_one(catalog.instruments[name], day)) for name in instruments}
    has = {name: {(one.currency, one.stage) for one in its} for name, its in found.items()}
    above: dict[str, frozenset[tuple[str, Stage]]] = {}
    for name, its in found.items():
        if its:
            counted = _of_wholes(catalog, name, has, above)
            yield from (one for one in its if (one.currency, one.stage) not in counted)


def _of_wholes(
    catalog: Catalog,
    name: str,
    has: Mapping[str, set[tuple[str, Stage]]],
    above: dict[str, frozenset[tuple[str, Stage]]],
) -> frozenset[tuple[str, Stage]]:
    """The currencies and stages in which the wholes of an instrument have an amount; `above` holds
    what was found before."""
    way = [name]
    for whole in catalog.wholes(name):
        if way[-1] in above:
            break
        way.append(whole)
    held = above.setdefault(way[-1], frozenset())
    for part in reversed(way[:-1]):
        whole = catalog.instruments[part].part_of or ""
        mine = has.get(whole, set())
        held = held if mine <= held else held | mine
        above[part] = held
    return held


def _of_one(instrument: Instrument, day: date) -> Iterator[Item]:
    """The amounts of one instrument, each of which is for another purpose or at another stage."""
    same: defaultdict[tuple[object, ...], list[Budget]] = defaultdict(list)
    for budget in instrument.budgets:
        if budget.is_known_on(day):
            purpose = budget.purpose.texts if budget.purpose else ()
            same[budget.currency, budget.stage, purpose].append(budget)
    for budgets in same.values():
        counted = [budget for budget in budgets if budget.counts]
        if not counted:
            continue
        holds = counted[-1]
        given = [holds.amount, *(budget.amount for budget in budgets if not budget.counts)]
        yield Item(
            instrument.id, instrument.name, holds.currency, holds.stage, holds.amount,
            min(given), max(given), holds.purpose, holds.when, holds.source,
        )  # fmt: skip


def sums(catalog: Catalog, instruments: Collection[str], day: date) -> tuple[tuple[Sum, ...], int]:
    """What the amounts of some instruments come to, and how many of these have none."""
    listed = list(items(catalog, instruments, day))
    without = sum(
        not any(True for _ in _of_one(catalog.instruments[name], day)) for name in instruments
    )
    return _added(listed), without


def _added(listed: Iterable[Item]) -> tuple[Sum, ...]:
    found: defaultdict[tuple[str, Stage], list[Item]] = defaultdict(list)
    for one in listed:
        found[one.currency, one.stage].append(one)
    order = list(Stage)
    return tuple(
        Sum(
            currency, stage,
            sum(one.amount for one in some), sum(one.low for one in some),
            sum(one.high for one in some), len(some),
        )
        for (currency, stage), some in sorted(
            found.items(), key=lambda pair: (pair[0][0], order.index(pair[0][1]))
        )
    )  # fmt: skip


def _row(
    catalog: Catalog,
    key: str | None,
    label: LocalText | None,
    instruments: tuple[str, ...],
    day: date,
) -> Row:
    found, without = sums(catalog, instruments, day)
    return Row(key, label, instruments, without, found)


def _by_year(catalog: Catalog, instruments: tuple[str, ...], day: date) -> Iterator[Row]:
    """By the year in which each amount was given; last what bears none. Instruments without an
    amount have no year either."""
    years: defaultdict[str, list[Item]] = defaultdict(list)
    for one in items(catalog, instruments, day):
        years["" if isinstance(one.date, ReadOn) else str(one.date.first_day.year)].append(one)
    for year in sorted(years, key=lambda year: (not year, year)):
        names = tuple(dict.fromkeys(one.id for one in years[year]))
        yield Row(year or None, None, names, 0, _added(years[year]))
    told = {one.id for its in years.values() for one in its}
    others = tuple(name for name in instruments if name not in told)
    if others:
        yield Row(NO_AMOUNT, None, others, sums(catalog, others, day)[1], ())


def _ordered(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=natural))
