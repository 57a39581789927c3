"""What somebody can write in the place of a mistake, so that mending it is not the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dosa_trace import labels
from dosa_trace.catalog.fields import messages
from dosa_trace.catalog.fields import table as f
from dosa_trace.catalog.model.vocabulary import InstrumentKind
from dosa_trace.diagnostics import near
from dosa_trace.language import Alternatives, Words


def meant_or_all(typed: str, known: Sequence[str]) -> Words:
    """The nearest of some words to what was typed, and all of them."""
    called = {
        said.casefold(): key for key, names in labels.RECORD_KINDS_PLURAL.items() for said in names
    }
    meant = called.get(typed.casefold(), "")
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
            first = table.one_of[:1]
            needed = [
                subfield.key
                for subfield in table.fields
                if subfield.required or subfield.key in first
            ]
            keys = ", ".join(f"{key}: …" for key in needed)
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
        parts = (
            f"{field.key}: {_of_type(field.type, word)}"
            for field in table.fields
            if field.required or field.key in table.one_of[:1]
        )
        return f"{key}: [{{{', '.join(parts)}}}]"

    return written


def _of_type(type_: f.FieldType, word: str) -> str:
    match type_:
        case f.Day():
            return "2025-07-04"
        case f.Ref():
            return "ID"
        case f.Choice(words):
            called = labels.OF_VOCABULARY.get(words.__name__, {})
            meant = (
                one.value
                for one in words
                if word.casefold() in (one.value, *map(str.casefold, called.get(one.value, ())))
            )
            return next(meant, "…")
    return "…"
