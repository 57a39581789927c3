"""Which record somebody means by what they typed: by its id, or by what it is called."""

from __future__ import annotations

import re
from collections.abc import Collection

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import Organisation, Record
from dosa_trace.diagnostics import BadQuestion, UnknownId, did_you_mean, near
from dosa_trace.language import Phrase

#: In which order records are offered that are called alike: what is asked about most comes first.
ORDER = ("instrument", "recommendation", "objective", "theme", "organisation", "source", "search")
#: How many records are offered, and how short a word can be that is looked for in titles: of less
#: nobody could tell which is meant.
MOST, SHORTEST = 5, 4
_IN_BRACKETS = re.compile(r"(.+?) \(([^()]+)\)")


def meant(catalog: Catalog, typed: str, kinds: Collection[str] = ORDER) -> str:
    """The id of the record that is meant: of that with this id; else, in any case, of the one with
    this id or else the only one with this abbreviation, name or title, first among `kinds`, which
    are what the question takes, then for an id among all.

    Raises BadQuestion where several are called so, UnknownId where none is; both offer records of
    these kinds.
    """
    if typed in catalog.by_id:
        return typed
    sought = typed.strip().casefold()
    taken = [name for name, record in catalog.by_id.items() if record.KIND in kinds]
    same = next((name for name in taken if name.casefold() == sought), None)
    called = [same] if same else _called(catalog, taken, sought)
    if len(called) > 1:
        ids = _ordered(catalog, called)[:MOST]
        raise BadQuestion(SEVERAL(text=typed, n=len(called)), did_you_mean(ids))
    called += [name for name in catalog.by_id if name.casefold() == sought]
    if called:
        return called[0]
    is_word = len(sought) >= SHORTEST
    holding = [name for name in taken if is_word and sought in _words(catalog, name)]
    nearest = () if " " in sought else near(sought, taken)  # no id has a space
    offered = dict.fromkeys((*nearest, *_ordered(catalog, holding)))
    raise UnknownId(typed, (), tuple(offered)[:MOST])


def _called(catalog: Catalog, names: Collection[str], sought: str) -> list[str]:
    """Those whose title or abbreviation this is; where it is of none, those whose title has it in
    brackets at its end, or before these."""
    whole = [name for name in names if sought in _titles(catalog.by_id[name])]
    return whole or [name for name in names if sought in _parts(catalog.by_id[name])]


def _titles(record: Record) -> set[str]:
    abbreviation = record.abbreviation if isinstance(record, Organisation) else None
    return {text.casefold() for text in (*record.title, abbreviation) if text}


def _parts(record: Record) -> set[str]:
    found = (_IN_BRACKETS.fullmatch(text) for text in record.title)
    return {part.casefold() for parts in found if parts for part in parts.groups()}


def _words(catalog: Catalog, identifier: str) -> str:
    return "\n".join(catalog.titles[identifier]).casefold()


def _ordered(catalog: Catalog, names: Collection[str]) -> tuple[str, ...]:
    """By kind, those with the shortest title first."""

    def place(name: str) -> tuple[int, int, str]:
        record = catalog.by_id[name]
        return ORDER.index(record.KIND), min(map(len, record.title), default=0), name

    return tuple(sorted(names, key=place))


SEVERAL = Phrase(
    "'{text}' is the name of several records ({n})", "'{text}' is de naam van meer records ({n})"
)
