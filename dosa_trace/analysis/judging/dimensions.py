"""What answers can be split by: one table, from which every question takes its rows.

A dimension says under which keys a record stands, in which order the rows come, and what a row is
called where the catalogue has words for it. To add one: its row in `OF_RECOMMENDATIONS` or
`OF_INSTRUMENTS`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from dosa_trace.analysis.judging.selection import natural
from dosa_trace.catalog.facts.names import called_together, key_of, keys_of, name_of
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import Instrument, Recommendation
from dosa_trace.language import Language, Phrase

Record = TypeVar("Record", Recommendation, Instrument)
Keys = Callable[[Catalog, Any], Iterable[str]]
Order = Callable[[Catalog, str], Any]
#: What a row is called, beside the records of all rows.
Label = Callable[[Catalog, str, Mapping[Any, Sequence[Any]]], LocalText | None]


class Dimension(NamedTuple):
    """Under which keys a record stands, the order of the rows, and what they are called."""

    keys: Keys
    order: Order = lambda _, key: natural(key)
    label: Label = lambda _, __, ___: None


class SplitRow(NamedTuple):
    """The records under a key; of those that have no value to split by it is None."""

    key: str | None
    label: LocalText | None
    records: tuple[Any, ...]


def split(
    catalog: Catalog, dimension: Dimension, records: Iterable[Record]
) -> tuple[SplitRow, ...]:
    """The rows in their order, last what has no value to split by; a record may stand in more than
    one."""
    parts: defaultdict[str | None, list[Record]] = defaultdict(list)
    for record in records:
        for key in tuple(dict.fromkeys(dimension.keys(catalog, record))) or (None,):
            parts[key].append(record)
    keys = [key for key in parts if key is not None]
    rows = [
        SplitRow(key, dimension.label(catalog, key, parts), tuple(parts[key]))
        for key in sorted(keys, key=lambda key: dimension.order(catalog, key))
    ]
    if None in parts:
        rows.append(SplitRow(None, None, tuple(parts[None])))
    return tuple(rows)


def _in_order_of(shelf: Callable[[Catalog], Iterable[str]]) -> Order:
    """As the catalogue lists them, then by name."""

    def order(catalog: Catalog, key: str) -> Any:
        listed = list(shelf(catalog))
        return listed.index(key) if key in listed else len(listed), natural(key)

    return order


def _theme(catalog: Catalog, key: str, _: Mapping[Any, Sequence[Any]]) -> LocalText | None:
    return catalog.themes[key].name if key in catalog.themes else None


def _owner(catalog: Catalog, key: str, parts: Mapping[Any, Sequence[Instrument]]) -> LocalText:
    """As they are called on file, else as they are written, in all languages of that."""
    written = (party for record in parts[key] for party in record.owner if key_of(party) == key)
    return name_of(catalog, next(written))


def _addressee(
    catalog: Catalog, key: str, parts: Mapping[Any, Sequence[Recommendation]]
) -> LocalText:
    """A level is told apart from its organisations where some of these have a row of their own."""
    written = (party for record in parts[key] for party in record.addressee if key_of(party) == key)
    named = name_of(catalog, next(written))
    own = (catalog.organisations.get(other) for other in parts)
    if key not in catalog.levels or all(one is None or one.level != key for one in own):
        return named
    words = ALONE(name=named)
    return LocalText(tuple((language.value, words.say(language)) for language in Language))


def _level(catalog: Catalog, key: str, _: Mapping[Any, Sequence[Any]]) -> LocalText | None:
    return catalog.levels[key].name if key in catalog.levels else None


def _written_by(catalog: Catalog, record: Recommendation) -> Iterable[str]:
    together = catalog.sources[record.source].written_by
    return (together,) if together else ()


THEMES = _in_order_of(lambda catalog: catalog.themes)
LEVELS = _in_order_of(lambda catalog: catalog.levels)
OF_RECOMMENDATIONS: Mapping[str, Dimension] = {
    "theme": Dimension(lambda _, record: record.themes, THEMES, _theme),
    "source": Dimension(
        lambda _, record: (record.source,),
        lambda catalog, key: (catalog.sources[key].order_day, key),
        lambda catalog, key, _: catalog.sources[key].title,
    ),
    "institution": Dimension(
        _written_by, label=lambda catalog, key, _: called_together(catalog, key)
    ),
    "specificity": Dimension(
        lambda _, record: () if record.specificity is None else (str(record.specificity),)
    ),
    "addressee": Dimension(lambda _, record: keys_of(record.addressee), LEVELS, _addressee),
}
OF_INSTRUMENTS: Mapping[str, Dimension] = {
    "level": Dimension(lambda _, record: (record.level,), LEVELS, _level),
    "owner": Dimension(
        lambda _, record: keys_of(record.owner),
        lambda catalog, key: natural(next(iter(name_of(catalog, LocalText((("", key),)))), key)),
        _owner,
    ),
    "theme": Dimension(lambda _, record: record.themes, THEMES, _theme),
}
#: A level of government in a row beside those of its organisations.
ALONE = Phrase("{name}, no organisation named", "{name}, geen organisatie genoemd")
