"""What somebody can write in the place of a mistake, so that mending it is not the next one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dosa_trace import labels
from dosa_trace.catalog.fields import messages
from dosa_trace.catalog.fields import table as f
from dosa_trace.catalog.model.vocabulary import InstrumentKind
from dosa_trace.diagnostics import near
from dosa_trace.language import Alternatives, Words, by_name


def meant_or_all(typed: str, known: Sequence[str]) -> Words:
    """The nearest of some words to what was typed, and all of them."""
    meant = by_name(labels.RECORD_KINDS_PLURAL).get(typed.casefold(), "")
    close = (meant,) if meant in known else near(typed, known)
    words = Alternatives(tuple(known))
    if not close:
        return labels.USE(words=words)
    return messages.MEANT_OR_ALL(near=Alternatives(close), words=words)


def how_to_add(field: f.Field) -> Words:
    """What may stand in a field that is missing, so that adding it is not the next mistake."""
    match field.type:
        case f.Choice(words):
            return messages.ADD_ONE_OF(words=Alternatives(tuple(word.value for word in words)))
        case f.ListOf(f.Part(table)):
            keys = ", ".join(f"{needed.key}: …" for needed in _needed(table))
            return messages.ADD_LIST(key=field.key, keys=keys)
        case f.KindId():
            return messages.ADD_ONE_OF(words=Alternatives(tuple(InstrumentKind)))
        case f.Day():
            return labels.DATE_SHAPE
    from dosa_trace.catalog.fields.help_in_dutch import meaning

    return messages.ADD_FIELD(about=meaning(field))


def example_of(key: str, table: f.FieldTable) -> Callable[[str], str]:
    """How a list of one record is written in full, with the word where that can stand."""

    def written(word: str) -> str:
        parts = (f"{field.key}: {_of_type(field.type, word)}" for field in _needed(table))
        return f"{key}: [{{{', '.join(parts)}}}]"

    return written


def _needed(table: f.FieldTable) -> Iterator[f.Field]:
    """The fields that a record must have, of those that may stand for each other the first."""
    for field in table.fields:
        if field.required or field.key in table.one_of[:1]:
            yield field


def _of_type(type_: f.FieldType, word: str) -> str:
    match type_:
        case f.Day():
            return "2025-07-04"
        case f.Ref():
            return "ID"
        case f.Choice(words):
            called = by_name(labels.OF_VOCABULARY.get(words.__name__, {}))
            meant = called.get(word.casefold(), word)
            return meant if meant in {one.value for one in words} else "…"
    return "…"
