"""The amounts of instruments that are added up, and what they come to.

An amount counts that its catalogue lets count and that was given by the date. Of several for one
purpose at one stage the last holds, since an earlier amount is never overwritten; amounts for other
purposes add up. What another source gives for the same purpose makes a range of it. A part whose
whole stands beside it with an amount of that currency and stage is inside that, and is not added.
Stages are never added to each other: what was announced is later committed, and spent. What is to
be raised from others, what was there before and what others put in are never added to what is new
or not said to be anything else. A currency is never converted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import Budget, LocalText, When
from dosa_trace.catalog.model.records import Instrument
from dosa_trace.catalog.model.vocabulary import Nature, Stage

#: Of what nature money is that is never added to other money.
APART = (Nature.TO_BE_RAISED, Nature.EXISTING, Nature.CO_FINANCING)


class Item(NamedTuple):
    """The amount of one instrument for one purpose at one stage, in whole units of its currency,
    with the source that gave it; `low` and `high` are what other sources give for the same purpose
    at least and at most."""

    id: str
    title: LocalText
    currency: str
    stage: Stage
    amount: Decimal
    low: Decimal
    high: Decimal
    nature: Nature | None
    purpose: LocalText | None
    date: When
    source: str


class Sum(NamedTuple):
    """What amounts of one currency at one stage come to, in whole units of it; `low` and `high`
    where sources differ. `apart` says of what nature they are where that is never added to the
    others, None for money that is new or of which nobody said what it is; of these `unsaid` counts
    the latter. `latest` is of when the last of them is."""

    currency: str
    stage: Stage
    apart: Nature | None
    amount: Decimal
    low: Decimal
    high: Decimal
    items: int
    unsaid: int
    latest: When


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
            min(given), max(given), holds.nature, holds.purpose, holds.when, holds.source,
        )  # fmt: skip


def _last_day(given: When) -> date:
    return (given if isinstance(given, PartialDate) else given.day).last_day


def sums(catalog: Catalog, instruments: Collection[str], day: date) -> tuple[tuple[Sum, ...], int]:
    """What the amounts of some instruments come to, and how many of these have none."""
    listed = list(items(catalog, instruments, day))
    without = sum(
        not any(True for _ in _of_one(catalog.instruments[name], day)) for name in instruments
    )
    return added(listed), without


def added(listed: Iterable[Item]) -> tuple[Sum, ...]:
    """What the amounts come to, of each currency and stage what is apart after the others."""
    parts: defaultdict[tuple[str, Stage, Nature | None], list[Item]] = defaultdict(list)
    for item in listed:
        apart = item.nature if item.nature in APART else None
        parts[item.currency, item.stage, apart].append(item)
    stages, natures = list(Stage), [None, *APART]
    return tuple(
        Sum(
            currency, stage, apart,
            _total(item.amount for item in some), _total(item.low for item in some),
            _total(item.high for item in some), len(some),
            sum(item.nature is None for item in some),
            max((item.date for item in some), key=_last_day),
        )
        for (currency, stage, apart), some in sorted(
            parts.items(),
            key=lambda pair: (pair[0][0], stages.index(pair[0][1]), natures.index(pair[0][2])),
        )
    )  # fmt: skip


def _total(amounts: Iterable[Decimal]) -> Decimal:
    """Their sum to a millionth: thirds of an amount add up to it again."""
    total = round(sum(amounts, Decimal()), 6)
    return total.to_integral_value() if total == total.to_integral_value() else total.normalize()
