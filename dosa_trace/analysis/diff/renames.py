"""Records that only got another id, known again by the old one that they note, then by what they
say, then by nearly the same words, then by the links that they have in common.

Same content is found over an index; near ones are compared within `MOST_COMPARED` to a word or an
end, and matched greedily from the highest likeness on (difflib's ratio, Jaccard of neighbours),
again and again while what is known lends its links to what is not yet."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from dosa_trace.catalog.fields import table as f
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.records import Record
from dosa_trace.catalog.text.values import plain_data

#: From here on two titles are nearly one, as difflib measures it: a typo, a word more.
NEARLY = 0.85
#: How much two titles must be alike where links speak for them as well.
ALIKE = 0.4
#: The part of their links, or of their fields, that two records must have in common.
HALF = 0.5
#: How many records of one word, or at one end of a link, are compared with each other.
MOST_COMPARED = 50
#: The fields that hold its own ids, which are no content.
NAMES = ("id", "renamed")


class Known(StrEnum):
    """By what a record was known again, the surest first."""

    NOTED = "noted"
    CONTENT = "content"
    WORDS = "words"
    TITLE = "title"
    LINKS = "links"


Pairs = dict[tuple[str, str], Known]


def renamings(before: Catalog, after: Catalog) -> Mapping[tuple[str, str], Known]:
    """The ids that are gone, each with the one that came in its stead, and by what it is known."""
    found: Pairs = dict.fromkeys(_noted(before, after), Known.NOTED)
    for known, key in ((Known.CONTENT, _content), (Known.WORDS, _words)):
        sides = [_left(one, other, found, at) for at, one, other in _sides(before, after)]
        found |= dict.fromkeys(_same(before, after, sides, key), known)
    size = -1
    while size < len(found):  # what is known again lends its links to what is not yet
        size = len(found)
        found |= _near(before, after, found)
    return found


def _sides(before: Catalog, after: Catalog) -> Iterable[tuple[int, Catalog, Catalog]]:
    return ((0, before, after), (1, after, before))


def _left(catalog: Catalog, other: Catalog, found: Pairs, side: int) -> list[str]:
    """The ids of one side that the other has not, and that are not known again yet."""
    taken = {pair[side] for pair in found}
    return [name for name in catalog.by_id if name not in other.by_id and name not in taken]


def _noted(before: Catalog, after: Catalog) -> Iterator[tuple[str, str]]:
    """Records that note an id which is gone, the first to note it."""
    gone = set(_left(before, after, {}, 0))
    for new in _left(after, before, {}, 1):
        kind = after.by_id[new].KIND
        noted = (old for old in after.by_id[new].renamed if old in gone)
        old = next((old for old in noted if kind == before.by_id[old].KIND), None)
        if old is not None:
            gone.remove(old)
            yield old, new


def _same(
    before: Catalog, after: Catalog, sides: list[list[str]], key: Callable[[Record], str]
) -> Iterator[tuple[str, str]]:
    """Records with the same content; where several have it, those whose references agree go
    together, and then those whose ids look most alike."""
    drawers: defaultdict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, catalog in enumerate((before, after)):
        for name in sides[side]:
            drawers[key(catalog.by_id[name])][side].append(name)
    for gone, came in drawers.values():
        if len(gone) * len(came) > MOST_COMPARED**2:
            # So many that say the same are told apart by nothing: they go together in order.
            yield from zip(sorted(gone), sorted(came), strict=False)
            continue
        yield from _best(
            (_likeness(before, after, old, new), old, new) for old in gone for new in came
        )


def _best(scored: Iterable[tuple[float, str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs from the highest score on, nothing in two of them; the same from either side."""
    taken: tuple[set[str], set[str]] = (set(), set())
    for _, old, new in sorted(scored, key=lambda one: (-one[0], *sorted(one[1:]))):
        if old not in taken[0] and new not in taken[1]:
            taken[0].add(old)
            taken[1].add(new)
            yield old, new


def _near(before: Catalog, after: Catalog, pairs: Pairs) -> Pairs:
    """Records of one kind with nearly one title, or with links in common and titles alike."""
    names = {name: name for name in before.by_id if name in after.by_id} | dict(pairs)
    gone, came = _left(before, after, pairs, 0), _left(after, before, pairs, 1)
    if not gone or not came:
        return {}
    old_links = _neighbours(before, names)
    new_links = _neighbours(after, {})
    known: Pairs = {}
    scored = []
    for old, new in _candidates(before, after, gone, came, (old_links, new_links)):
        was, now = before.by_id[old], after.by_id[new]
        title = _alike(was, now)
        links = _common(old_links[old], new_links[new])
        if title >= NEARLY and _fields_in_common(was, now) >= HALF:
            known[old, new] = Known.TITLE
        elif links >= HALF and title >= ALIKE:
            known[old, new] = Known.LINKS
        else:
            continue
        scored.append((title + links, old, new))
    return {pair: known[pair] for pair in _best(scored)}


def _candidates(
    before: Catalog,
    after: Catalog,
    gone: Iterable[str],
    came: Iterable[str],
    links: tuple[Mapping[str, set[str]], Mapping[str, set[str]]],
) -> Iterator[tuple[str, str]]:
    """Pairs of one kind that share a word of their titles, or the other end of a link."""
    marks: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for new in came:
        record = after.by_id[new]
        for mark in {*_title_words(record), *links[1][new]}:
            marks[record.KIND, mark].append(new)
    for old in gone:
        record = before.by_id[old]
        shared = (marks[record.KIND, mark] for mark in {*_title_words(record), *links[0][old]})
        near = {new for names in shared if len(names) <= MOST_COMPARED for new in names}
        yield from ((old, new) for new in sorted(near))


def _neighbours(catalog: Catalog, names: Mapping[str, str]) -> Mapping[str, set[str]]:
    """What each record is linked with, as an arrow and a name, by the names of after."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for link in catalog.links:
        found[link.origin].add(f"> {names.get(link.target, link.target)}")
        found[link.target].add(f"< {names.get(link.origin, link.origin)}")
    return found


def _common(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _alike(was: Record, now: Record) -> float:
    """How near two titles are, in the language in which they are nearest."""
    titles = ((_plain(one), _plain(other)) for one in was.title for other in now.title)
    return max(difflib.SequenceMatcher(None, *pair).ratio() for pair in titles)


def _fields_in_common(was: Record, now: Record) -> float:
    first, second = (
        _without_ids(plain_data(one.place.node), f.TABLE_OF[type(one)]) for one in (was, now)
    )
    keys = (first.keys() | second.keys()) - {"title", "name"}
    same = sum(_said(first.get(key)) == _said(second.get(key)) for key in keys)
    return same / len(keys) if keys else 1.0


def _title_words(record: Record) -> set[str]:
    return {word for text in record.title for word in _plain(text).split() if len(word) > 3}


def _plain(text: str) -> str:
    """A text as far as it means anything: no case, marks or odd spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", folded))


def _content(record: Record) -> str:
    """A record less its id and all ids that it refers to."""
    data = _without_ids(plain_data(record.place.node), f.TABLE_OF[type(record)])
    return json.dumps([record.KIND, data], ensure_ascii=False, sort_keys=True)


def _words(record: Record) -> str:
    """The same with every text as far as it means anything."""
    data = _without_ids(plain_data(record.place.node), f.TABLE_OF[type(record)])
    return json.dumps([record.KIND, _said(data)], ensure_ascii=False, sort_keys=True)


def _said(value: Any) -> Any:
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, dict):
        return {key: _said(one) for key, one in value.items()}
    return [_said(one) for one in value] if isinstance(value, list) else value


def _without_ids(data: dict[str, Any], table: f.FieldTable) -> dict[str, Any]:
    types = {field.key: field.type for field in table.fields}
    return {key: _blank(value, types.get(key)) for key, value in data.items() if key not in NAMES}


def _blank(value: Any, type_: f.FieldType | None) -> Any:
    match type_:
        case f.Ref():
            return ""
        case f.ListOf(item) if isinstance(value, list):
            return [_blank(one, item) for one in value]
        case f.ListOf(item, True):
            return _blank(value, item)
        case f.Part(table) if isinstance(value, dict):
            return _without_ids(value, table)
    return value


def _likeness(before: Catalog, after: Catalog, old: str, new: str) -> float:
    was, now = before.by_id[old], after.by_id[new]
    same = bool(plain_data(was.place.node) | {"id": ""} == plain_data(now.place.node) | {"id": ""})
    first, second = sorted((old, new))
    return same + difflib.SequenceMatcher(None, first, second).ratio()
