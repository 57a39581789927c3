"""Two records of one kind have nearly the same title.

They may be the same thing. Then every figure counts it twice. Titles are nearly the same when they
have the same words in any order. So are titles in which one word of at least four letters differs
by a few letters. Recommendations from different sources are not compared, because two advisers may
ask for the same. In a series of titles that differ in one word, each is compared with the fifty
before it.

Wrong:

    objectives:
      - {id: aim-compute, title: More computing power for research}
      - {id: aim-computing, title: "For research: more computing powers"}

Right:

    objectives:
      - {id: aim-compute, title: More computing power for research}
      - {id: aim-energy, title: More electric power for research}
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import Node
from dosa_trace.checks.base import ALSO_HERE, Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT310", "near-duplicate-title", Severity.WARNING, __doc__)

_LEAST_WORDS = 4
#: Longer titles are only the same or not.
_MOST_WORDS = 40
#: Titles that differ in one word from so many others are a series; each is compared with the last.
MOST_COMPARED = 50
#: Longer words are no words, and are only the same or not.
LONGEST_WORD = 64
#: Of two words, as difflib measures it: `power` and `powers` are 0.91 alike.
_LEAST_ALIKE = 0.75


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    by_source = sorted(
        catalog.recommendations.values(), key=lambda recommendation: recommendation.source
    )
    for _, members in groupby(by_source, key=lambda one: one.source):
        yield from _near(members)
    yield from _near(catalog.objectives.values())
    yield from _near(catalog.instruments.values())


def _near(records: Iterable[Node]) -> Iterator[Diagnostic]:
    """Each record whose title is near that of an earlier one."""
    drawers: defaultdict[tuple[str, ...], list[tuple[str, Node]]] = defaultdict(list)
    for record in records:
        keys = [key for text in record.title for key in _keys(text)]
        first = next(
            (
                other
                for rest, word in keys
                for its, other in drawers[rest][-MOST_COMPARED:]
                if other is not record and _alike(word, its)
            ),
            None,
        )
        if first is not None:
            message = ALIKE(id=record.id, other=first.id)
            related = (Related(first.place.span(_title_key(first)), ALSO_HERE),)
            route = _title_key(record)
            yield finding(RULE, message, record.place, route, hint=MERGE, related=related)
        for rest, word in keys:
            drawers[rest].append((word, record))


def _keys(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words of a title less none and less each one, with that one.

    Filed under these, near titles meet in one drawer, and no two need be compared that do not.
    """
    words = sorted(re.findall(r"\w+", text.casefold()))
    if words:
        yield tuple(words), ""
    if _LEAST_WORDS <= len(words) <= _MOST_WORDS:
        for at, word in enumerate(words):
            yield (*words[:at], *words[at + 1 :]), word


def _alike(one: str, another: str) -> bool:
    if not (one and another) or max(len(one), len(another)) > LONGEST_WORD:
        return one == another
    if 2 * min(len(one), len(another)) < _LEAST_ALIKE * (len(one) + len(another)):
        return False  # as much as they can have in common
    return SequenceMatcher(None, one, another).ratio() >= _LEAST_ALIKE


def _title_key(record: Node) -> str:
    return "name" if record.KIND == "instrument" else "title"


ALIKE = Phrase(
    "the title of '{id}' is nearly the same as that of '{other}'",
    "de titel van '{id}' is bijna gelijk aan die van '{other}'",
)
MERGE = Phrase(
    "merge the two, or make the titles different",
    "voeg de twee samen, of maak de titels verschillend",
)

FINDER = Finder(RULE, find)
