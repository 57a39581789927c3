"""What the cells of a sheet name: words of a vocabulary, records on file, and records that would be
new."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from dosa_trace import labels
from dosa_trace.catalog.fields.messages import ID_SHAPE
from dosa_trace.catalog.fields.scalars import IDENTIFIER
from dosa_trace.catalog.fields.types import Choice, FieldType, KindId, LevelId, ListOf, Party
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.foreign.heads import SKIP
from dosa_trace.foreign.proposed import ProposedColumn, SheetProposal
from dosa_trace.foreign.reading.forms import as_text
from dosa_trace.foreign.values_meant import (
    groups,
    id_for,
    is_ministry,
    is_one,
    kinds_named,
    name_and_abbreviation,
    plain_name,
    record_meant,
    words_of,
)
from dosa_trace.labels import USE
from dosa_trace.language import Alternatives, Phrase, Quoted
from dosa_trace.sheets.columns import is_of_texts

#: What can be said in a language.
Sayable = str | Phrase | LocalText

_APART: Final = re.compile(r"[;\n]|\s/\s")
_BETWEEN: Final = re.compile(r",\s*(?:en\s|and\s)?|\s(?:en|and|&|\+)\s|/")


class NewRecord(NamedTuple):
    """A record that a sheet names and that is not on file: its kind, its cells, and how the sheet
    calls it."""

    kind: str
    id: str
    cells: Mapping[str, str]
    names: tuple[str, ...]


class ColumnWords(NamedTuple):
    """What the items of the cells of a column become, None for one that means nothing; how many
    cells have each; and the words of a vocabulary with what they are called."""

    meant: Mapping[str, str | None]
    counted: Mapping[str, int]
    expected: Mapping[str, Sayable] = {}

    def of(self, text: str, kind: FieldType | None) -> list[str | None]:
        """What a cell becomes, item by item."""
        items = [self.meant[item] for item in parts_of(text, kind, self.meant.__contains__)]
        return [item for item in items if item != SKIP]

    def with_new(self, kinds: Sequence[str], ids: Mapping[tuple[str, str], str]) -> ColumnWords:
        """The same where a name of what is not on file means a record that would be new."""
        new = {
            item: ids[kind, item]
            for item, name in self.meant.items()
            if name is None
            for kind in kinds
            if (kind, item) in ids
        }
        return self._replace(meant={**self.meant, **new})


class Resolved(NamedTuple):
    """What the columns of a sheet mean: by the head of each that names something, and the records
    that would be new."""

    words: Mapping[str, ColumnWords]
    new: tuple[NewRecord, ...]


def resolved(catalog: Catalog, proposal: SheetProposal) -> Resolved:
    """What the cells of a sheet name."""
    words: dict[str, ColumnWords] = {}
    unknown: dict[str, Counter[str]] = {"organisation": Counter(), "theme": Counter()}
    said: dict[str, dict[str, str]] = {"organisation": {}, "theme": {}}
    for column in proposal.columns:
        known = words_of(_vocabulary(column.kind), catalog)
        kinds = kinds_named(column.kind)
        if not column.is_kept or not (known or kinds):
            continue
        words_meant = _found(catalog, proposal, column, known, kinds)
        words[column.head] = words_meant
        for kind in kinds:
            if kind in unknown:
                lost = (item for item, name in words_meant.meant.items() if name is None)
                unknown[kind].update({item: words_meant.counted[item] for item in lost})
                said[kind] |= proposal.mapping.values.get(column.head, {})
    new = (
        *_organisations(catalog, unknown["organisation"], said["organisation"]),
        *_themes(catalog, unknown["theme"], said["theme"]),
    )
    ids = {(record.kind, name): record.id for record in new for name in record.names}
    for column in proposal.columns:
        if column.head in words:
            kinds = kinds_named(column.kind)
            words[column.head] = words[column.head].with_new(kinds, ids)
    return Resolved(words, tuple(record for record in new if record.cells))


def _vocabulary(kind: FieldType | None) -> FieldType | None:
    """The vocabulary of a column: of one that names organisations or levels, the levels."""
    item = kind.item if isinstance(kind, ListOf) else kind
    return LevelId() if isinstance(item, Party) and item.level else kind


def parts_of(
    text: str,
    kind: FieldType | None,
    is_known: Callable[[str], bool],
    is_name: Callable[[str], bool] | None = None,
) -> list[str]:
    """The items of a cell: what stands between semicolons, lines or strokes; between commas and
    *and* only where the whole means nothing and each item is a name."""
    if not isinstance(kind, ListOf) or is_of_texts(kind) or is_known(text):
        return [text]
    parts = [part.strip() for part in _APART.split(text) if part.strip()]
    if len(parts) > 1:
        return [item for part in parts for item in parts_of(part, kind, is_known, is_name)]
    named = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    return named if len(named) > 1 and all(map(is_name or is_known, named)) else [text]


def _found(
    catalog: Catalog,
    proposal: SheetProposal,
    column: ProposedColumn,
    known: Mapping[str, str],
    kinds: Sequence[str],
) -> ColumnWords:
    said = proposal.mapping.values.get(column.head, {})

    def meaning(item: str) -> str | None:
        if item in said:
            return _as_said(catalog, column, said[item], known, kinds)
        if (word := known.get(plain_name(item))) is not None:
            return word
        return record_meant(catalog, item, kinds) if kinds else None

    texts = Counter(as_text(value) for value in proposal.table.values(column.head))
    if "" in said:
        texts[""] = len(proposal.table.rows) - sum(texts.values())
    cache: dict[str, str | None] = {}

    def is_known(item: str) -> bool:
        if item not in cache:
            cache[item] = meaning(item)
        return cache[item] is not None

    alone = {part.strip() for text in texts for part in _APART.split(text)}
    names = {name for name in alone if len(_BETWEEN.split(name)) == 1}

    def is_name(item: str) -> bool:
        """Whether an item means something, or is one by itself in another cell."""
        is_alike = "organisation" in kinds and any(is_one(item, name) for name in alone)
        return is_known(item) or item in names or is_alike

    counted: Counter[str] = Counter()
    for text, number in texts.items():
        for item in parts_of(text, column.kind, is_known, is_name):
            is_known(item)
            counted[item] += number
    expected = {} if kinds else labels_of(column.kind, catalog)
    return ColumnWords({item: cache[item] for item in counted}, counted, expected)


def _as_said(
    catalog: Catalog,
    column: ProposedColumn,
    word: str,
    known: Mapping[str, str],
    kinds: Sequence[str],
) -> str | None:
    """What was said of a cell: a word, a record on file, or several between commas; None for the id
    of a record that would be new. Raises BadQuestion for what is none of these."""
    several = [part.strip() for part in re.split("[,;]", word) if part.strip()]
    if len(several) > 1 and isinstance(column.kind, ListOf):
        return ", ".join(several)  # whether each is there is told where they are used
    if word == SKIP:
        return word
    if (meant := known.get(plain_name(word))) is not None:
        return meant
    record = catalog.by_id.get(word)
    if record is not None and record.KIND in kinds:
        return word
    if kinds and IDENTIFIER.fullmatch(word) and record is None:
        return None
    hint = USE(words=Alternatives(tuple(dict.fromkeys(known.values())))) if known else ID_SHAPE
    raise BadQuestion(NO_WORD(head=Quoted(column.head), word=word), hint)


def _organisations(
    catalog: Catalog, names: Mapping[str, int], said: Mapping[str, str]
) -> Iterable[NewRecord]:
    """The organisations that a sheet names and nobody has on file, each once however it is called.
    In a catalogue that names organisations instead of listing them, a name stands for each."""
    holds = catalog.recommendations or catalog.instruments or catalog.objectives
    lists = bool(catalog.organisations) or not holds
    taken = set(catalog.by_id)
    made: dict[str, list[str]] = {}
    for group in groups([name for name in names if name not in said]):
        name, abbreviation = name_and_abbreviation(group)
        id = id_for(abbreviation or name, taken)
        taken.add(id)
        made[id] = [*group]
    for name in names:
        if name in said:
            made.setdefault(said[name], []).append(name)
    for id, called in made.items():
        alike = tuple(called)
        name, abbreviation = name_and_abbreviation(alike)
        if not lists:
            yield NewRecord("organisation", name, {}, alike)
            continue
        cells = {"id": id, local(catalog, "name"): name}
        if abbreviation:
            cells["abbreviation"] = abbreviation
        if any(map(is_ministry, alike)):
            cells["kind"] = "ministry"
        yield NewRecord("organisation", id, cells, alike)


def _themes(
    catalog: Catalog, names: Mapping[str, int], said: Mapping[str, str]
) -> Iterable[NewRecord]:
    taken = set(catalog.by_id)
    by_name: dict[str, list[str]] = {}
    for name in names:
        by_name.setdefault(said.get(name) or plain_name(name), []).append(name)
    for alike in by_name.values():
        id = said.get(alike[0]) or id_for(alike[0], taken)
        taken.add(id)
        yield NewRecord("theme", id, {"id": id, local(catalog, "name"): alike[0]}, tuple(alike))


def labels_of(kind: FieldType | None, catalog: Catalog) -> dict[str, Sayable]:
    """The words of a vocabulary with what each is called."""
    item = kind.item if isinstance(kind, ListOf) else kind
    match item:
        case Choice(values=values):
            called = labels.OF_VOCABULARY.get(values.__name__, {})
            return {str(word): called.get(str(word), str(word)) for word in values}
        case LevelId():
            return {key: level.name for key, level in catalog.levels.items()}
        case KindId():
            return {key: kind_.name for key, kind_ in catalog.kinds.items()}
    return {}


def local(catalog: Catalog, field: str) -> str:
    """The column of a text of which the language is not known: the first of the catalogue."""
    return field if len(catalog.languages) == 1 else f"{field}.{catalog.languages[0]}"


NO_WORD = Phrase(
    "a cell of the column {head} cannot be '{word}'",
    "een cel van de kolom {head} kan niet '{word}' zijn",
)
