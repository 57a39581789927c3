"""Which record somebody means by what they typed: by its id, or by what it is called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.dates import with_hyphens
from dosa_trace.catalog.model.records import Organisation, Record
from dosa_trace.diagnostics import LIST_THEM, BadQuestion, UnknownId, did_you_mean, near
from dosa_trace.language import Phrase

#: In which order records are offered that are called alike: what is asked about most comes first.
ORDER = ("instrument", "recommendation", "objective", "theme", "organisation", "source", "search")
#: How many records are offered, and how short a word can be that is looked for in titles: of less
#: nobody could tell which is meant.
MOST, SHORTEST = 5, 4
_AROUND = " .\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"
_IN_BRACKETS = re.compile(r"(.+?) \(([^()]+)\)")


def meant(catalog: Catalog, typed: str, kinds: Collection[str] = ORDER) -> str:
    """The id of the record that is meant: of that with this id; else, however it is written, of
    that with this id, among `kinds` before all, so that the question can say which it takes; else
    of the only one of these kinds with this abbreviation, name or title.

    Raises BadQuestion for nothing and where several are called so, UnknownId where none is; both
    offer records of these kinds.
    """
    if typed in catalog.by_id:
        return typed
    sought = _plain(typed)
    if not sought:
        raise BadQuestion(NO_NAME, LIST_THEM)
    taken = [name for name, record in catalog.by_id.items() if record.KIND in kinds]
    as_id = sought.replace(" ", "-")
    same = next((name for name in (*taken, *catalog.by_id) if name.casefold() == as_id), None)
    if same is not None:
        return same
    called = _called(catalog, taken, sought)
    if len(called) == 1:
        return called[0]
    if called:
        ids = _ordered(catalog, called)[:MOST]
        raise BadQuestion(SEVERAL(text=typed, n=len(called)), did_you_mean(ids))
    is_word = len(sought) >= SHORTEST
    holding = [name for name in taken if is_word and sought in _words(catalog, name)]
    nearest = () if holding and " " in sought else near(as_id, taken)  # no id has a space
    offered = dict.fromkeys((*nearest, *_ordered(catalog, holding)))
    raise UnknownId(typed, (), catalog.now_called(as_id) or tuple(offered)[:MOST])


def _plain(text: str) -> str:
    """A name as everybody writes it: in small letters, without accents (Unicode Standard Annex 15,
    NFKD), quotation marks around it and a full stop behind, with one space between words and the
    hyphens of a keyboard."""
    letters = (one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return " ".join(with_hyphens("".join(letters)).split()).strip(_AROUND).casefold()


def _called(catalog: Catalog, names: Collection[str], sought: str) -> list[str]:
    """Those whose title or abbreviation this is; where it is of none, those whose title has it in
    brackets at its end, or before these."""
    whole = [name for name in names if sought in _titles(catalog.by_id[name])]
    return whole or [name for name in names if sought in _parts(catalog.by_id[name])]


def _titles(record: Record) -> set[str]:
    abbreviation = record.abbreviation if isinstance(record, Organisation) else None
    return {_plain(text) for text in (*record.title, abbreviation) if text}


def _parts(record: Record) -> set[str]:
    found = (_IN_BRACKETS.fullmatch(text) for text in record.title)
    return {_plain(part) for parts in found if parts for part in parts.groups()}


def _words(catalog: Catalog, identifier: str) -> str:
    return "\n".join(map(_plain, catalog.titles[identifier]))


def _ordered(catalog: Catalog, names: Collection[str]) -> tuple[str, ...]:
    """By kind, those with the shortest title first."""

    def place(name: str) -> tuple[int, int, str]:
        record = catalog.by_id[name]
        return ORDER.index(record.KIND), min(map(len, record.title), default=0), name

    return tuple(sorted(names, key=place))


NO_NAME = Phrase("the id of a record is missing", "het id van een record ontbreekt")
SEVERAL = Phrase(
    "'{text}' is the name of several records ({n})", "'{text}' is de naam van meer records ({n})"
)
