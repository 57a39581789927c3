"""How much money supports what is answered, as far as amounts are on file (`money.amounts`)?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace.analysis.coverage.coverage import RecommendationCoverage, coverage
from dosa_trace.analysis.judging.dimensions import OF_INSTRUMENTS, split
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.selection import Where, natural
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.money.amounts import Item, Sum, added, items, sums
from dosa_trace.analysis.money.by_state import ENDED, IN_TOTAL, rows_by_state
from dosa_trace.catalog.facts.names import keys_of
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText, ReadOn
from dosa_trace.catalog.model.vocabulary import Stage
from dosa_trace.results import field_types, renamed

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
    count nowhere. Of `known` instruments, all or those of a selection, `with_amount` have an amount
    on file; `levels` are those of the total by level."""

    where: tuple[Where, ...]
    by: MoneyBy
    known: int
    with_amount: int
    levels: tuple[Row, ...]
    lines: tuple[Row, ...]
    total: Row
    items: tuple[Item, ...]
    not_counted: int

    def as_data(self) -> Mapping[str, Any]:
        """The lines stand under `rows`."""
        return renamed(self._asdict(), "lines", "rows")

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return renamed(field_types(cls), "lines", "rows")

    @property
    def with_amount_share(self) -> Share:
        """Of the instruments, those of which an amount is on file."""
        return Share.of(self.with_amount, self.known)


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
    elif by is MoneyBy.OWNER:
        rows = tuple(_by_owner(catalog, everything, listed, day))
    elif by is MoneyBy.LEVEL:
        rows = tuple(_by_level(catalog, everything, listed, day))
    else:
        rows = tuple(_split(catalog, by, everything, day))
    known = _ordered(
        {name for names in placed.values() for name in names}
        if where
        else (name for name in catalog.instruments if graph.is_record_known(name))
    )
    return Money(
        where=tuple(where),
        by=by,
        known=len(known),
        with_amount=len(known) - sums(catalog, known, day)[1],
        levels=tuple(_by_level(catalog, everything, listed, day)),
        lines=rows,
        total=_row(catalog, None, None, everything, day),
        items=listed,
        not_counted=sum(
            not budget.counts and budget.is_known_on(day)
            for name in everything
            for budget in catalog.instruments[name].budgets
        ),
    )


def _split(catalog: Catalog, by: MoneyBy, names: Iterable[str], day: date) -> Iterator[Row]:
    """A row for each value that the instruments have."""
    instruments = (catalog.instruments[name] for name in names)
    for row in split(catalog, OF_INSTRUMENTS[by], instruments):
        ids = _ordered(record.id for record in row.records)
        yield _row(catalog, row.key, row.label, ids, day)


def _by_level(
    catalog: Catalog, names: Iterable[str], listed: Sequence[Item], day: date
) -> Iterator[Row]:
    """A row for each level with its share of the amounts that are in the total, so that the rows
    add up to it: a part is left out whose whole has an amount, at whatever level that stands."""
    for row in _split(catalog, MoneyBy.LEVEL, names, day):
        held = frozenset(row.instruments)
        yield row._replace(sums=added(item for item in listed if item.id in held))


def _by_owner(
    catalog: Catalog, names: Iterable[str], listed: Sequence[Item], day: date
) -> Iterator[Row]:
    """A row for each owner; an amount of several is shared by them in equal parts, so that the rows
    add up to the total."""
    for row in _split(catalog, MoneyBy.OWNER, names, day):
        held = frozenset(row.instruments)
        shares = (
            _shared(item, len(set(keys_of(catalog.instruments[item.id].owner))))
            for item in listed
            if item.id in held
        )
        yield row._replace(sums=added(shares))


def _shared(item: Item, owners: int) -> Item:
    """An equal part of an amount."""
    return item._replace(
        amount=item.amount / owners, low=item.low / owners, high=item.high / owners
    )


def _of_state(
    catalog: Catalog, key: str | None, names: tuple[str, ...], listed: Sequence[Item], day: date
) -> Row:
    """A row of what is in the total has its share of the amounts there, so that these rows add up
    to it; of what has ended only what was spent is told."""
    row = _row(catalog, key, None, _ordered(names), day)
    if key in IN_TOTAL:
        return row._replace(sums=added(item for item in listed if item.id in frozenset(names)))
    if key == ENDED:
        return row._replace(sums=tuple(one for one in row.sums if one.stage is Stage.SPENT))
    return row


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
        yield Row(year or None, None, names, 0, added(years[year]))
    told = {one.id for its in years.values() for one in its}
    others = tuple(name for name in instruments if name not in told)
    if others:
        yield Row(NO_AMOUNT, None, others, sums(catalog, others, day)[1], ())


def _ordered(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=natural))
