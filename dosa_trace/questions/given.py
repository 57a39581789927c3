"""What a question is given from Python, understood at the door: a graph, a selection, ids, words.

Raises TypeError for what has the wrong type, in a sentence that says what to give, and BadQuestion
for a word that means nothing here.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from dosa_trace.analysis.judging.selection import CONDITION_SHAPE, Where
from dosa_trace.catalog.facts.meant import ORDER, meant
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.graph import TraceGraph
from dosa_trace.labels import USE
from dosa_trace.language import Alternatives, Language, Phrase

#: What `where` may be: `"theme=talent"`, `{"theme": "talent"}`, a `Where`, or several of these.
Conditions = (
    str
    | Where
    | Mapping[str, str | Iterable[str]]
    | Iterable[str | Where]
    | Iterable[Sequence[str]]
)
Word = TypeVar("Word", bound=StrEnum)


def graph_given(graph: TraceGraph) -> TraceGraph:
    """The graph that a question is asked of."""
    if not isinstance(graph, TraceGraph):
        raise TypeError(
            f"graph must be a TraceGraph such as catalog.on('2026-11-23'), not {_shortened(graph)}"
        )
    return graph


def catalog_given(catalog: Catalog, name: str = "catalog") -> Catalog:
    """A catalogue in which nothing makes a figure wrong; raises CatalogInvalid."""
    if not isinstance(catalog, Catalog):
        raise TypeError(f"{name} must be a Catalog such as load(path), not {_shortened(catalog)}")
    catalog.refuse_unsound()
    return catalog


def conditions(where: Conditions) -> tuple[Where, ...]:
    """The conditions of a selection: those on one key are alternatives, those on different keys
    must all hold. One that names no value is a mistake, for it would select everything; and so is
    what can be gone through only once."""
    if isinstance(where, Where):
        return (_whole(where),)
    if isinstance(where, str):
        return (Where.parse(where),)
    if isinstance(where, Mapping):
        return tuple(each for key, values in where.items() for each in _of_key(key, values))
    if not isinstance(where, Iterable) or isinstance(where, Iterator):
        raise TypeError(
            "where must be a text such as 'theme=talent', a dict, a Where, or a list of these, "
            f"not {_shortened(where)}"
        )
    return tuple(each for condition in where for each in conditions(_one(condition)))


def _of_key(key: object, values: object) -> Iterable[Where]:
    name = _text(key, "a key of where")
    listed = (values,) if isinstance(values, str) else tuple(_several(values, name))
    if not listed:
        raise BadQuestion(NO_VALUE(key=name), CONDITION_SHAPE)
    return (_whole(Where(name, _text(value, f"where[{name!r}]"))) for value in listed)


def _whole(condition: Where) -> Where:
    """A condition with a key and a value, as the command line takes it."""
    key, value = (_text(part, "a part of a Where") for part in condition)
    return Where.parse(f"{key}={value}")


def _one(condition: object) -> str | Where:
    if isinstance(condition, str | Where):
        return condition
    raise TypeError(f"where must hold texts such as 'theme=talent', not {_shortened(condition)}")


def _several(values: object, key: str) -> Iterable[object]:
    if isinstance(values, Iterable) and not isinstance(values, bytes):
        return values
    raise TypeError(f"where[{key!r}] must be a text or several, not {_shortened(values)}")


def record_given(catalog: Catalog, given: str, name: str, *kinds: str) -> str:
    """The id of the record that is meant by an id, a title, a name or an abbreviation; raises
    UnknownId and BadQuestion."""
    return meant(catalog, _text(given, name), kinds or ORDER)


def records_given(
    catalog: Catalog, given: str | Iterable[str], name: str, *kinds: str
) -> tuple[str, ...]:
    """The same of one or of several, each once."""
    if not isinstance(given, Iterable):
        raise TypeError(f"{name} must be an id or several, not {_shortened(given)}")
    words = (given,) if isinstance(given, str) else tuple(given)
    return tuple(dict.fromkeys(record_given(catalog, word, name, *kinds) for word in words))


def word_given(kind: type[Word], given: Word | str, name: str) -> Word:
    """One of a few fixed words, as it is or as text."""
    words = tuple(one.value for one in kind)
    if not isinstance(given, str):
        raise TypeError(f"{name} must be one of {', '.join(words)}, not {_shortened(given)}")
    if given not in words:
        hint = did_you_mean(near(given, words)) or USE(words=Alternatives(words))
        raise BadQuestion(NO_SUCH_WORD(name=name, word=str(given)), hint)
    return kind(given)


def language_given(lang: Language | str | None, catalog: Catalog) -> Language:
    """The language that is asked for, else the first of the catalogue that the program speaks."""
    if lang is not None:
        return word_given(Language, lang, "lang")
    spoken = (code for code in catalog.languages if code in tuple(Language))
    return Language(next(spoken, Language.EN))


def number_given(given: int, name: str, least: int = 1) -> int:
    """A whole number of any type that is one."""
    if isinstance(given, bool) or not hasattr(given, "__index__"):
        raise TypeError(f"{name} must be a whole number, not {_shortened(given)}")
    number = operator.index(given)
    if number < least:
        raise BadQuestion(TOO_FEW(name=name, least=str(least), number=str(number)))
    return number


def number_or_none(given: int | None, name: str, least: int = 1) -> int | None:
    """The same, or None where none need be given."""
    return None if given is None else number_given(given, name, least)


def flag_given(given: bool, name: str) -> bool:
    """True or false; a word such as 'no' would be true."""
    if not isinstance(given, bool):
        raise TypeError(f"{name} must be True or False, not {_shortened(given)}")
    return given


def _text(given: object, name: str) -> str:
    if isinstance(given, str):
        return given
    raise TypeError(f"{name} must be a text, not {_shortened(given)}")


def _shortened(given: object) -> str:
    """What was given, in a line that a message can hold."""
    said = repr(given)
    return said if len(said) <= MOST_SHOWN else f"a {type(given).__name__}"


#: How long the representation of something may be that a message repeats.
MOST_SHOWN = 60
NO_VALUE = Phrase(
    "the condition on '{key}' names no value", "de voorwaarde op '{key}' noemt geen waarde"
)
NO_SUCH_WORD = Phrase("'{word}' is no {name}", "'{word}' is geen {name}")
TOO_FEW = Phrase(
    "{name} must be at least {least}, not {number}",
    "{name} moet minstens {least} zijn, niet {number}",
)
