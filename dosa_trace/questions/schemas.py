"""A JSON Schema for every answer, made from the types of the results.

The types are walked, each named tuple once under `$defs`; a key says what its type says, so that a
schema cannot differ from what is printed (draft 2020-12). More keys may come under the same number:
no object is closed.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from dosa_trace.analysis.judging.verdicts import COUNTED_BASES
from dosa_trace.catalog.fields.json_schema import schema as catalogue_schema
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import LocalText, ReadOn
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.exporting.whole import CatalogueRecords
from dosa_trace.labels import USE
from dosa_trace.language import Alternatives, Language, Message, Phrase
from dosa_trace.questions.answers import ANSWERS, WITHOUT_CATALOGUE, WITHOUT_DAY
from dosa_trace.results import types_of

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
#: A date as a source gives it.
PARTIAL_DATE: Final = r"^\d{4}(-\d{2}(-\d{2})?)?$"
Schema = dict[str, Any]


def answer_schema(answer: str) -> Schema:
    """The JSON Schema of an answer by its name and number, such as `coverage/1`, also as it stands
    under `schema` in a document, or by its name alone. Raises BadQuestion for one that is not
    there."""
    if not isinstance(answer, str):
        raise TypeError(f"answer must be a text such as 'coverage/1', not {answer!r}")
    name = answer_named(answer)
    defs: dict[str, Schema] = {}
    writer = _TypesAsSchemas(defs)
    keys = {**_envelope(name, writer), **writer.properties(ANSWERS[name]())}
    return {
        "$schema": DRAFT,
        "$id": f"dosa-trace/{name}",
        "title": f"dosa-trace/{name}",
        "type": "object",
        "properties": keys,
        "required": [key for key in keys if key not in writer.optional],
        "$defs": dict(sorted(defs.items())),
    }


def answer_named(answer: str) -> str:
    """The name and number of an answer; raises BadQuestion, which offers the near ones."""
    asked = answer.removeprefix("dosa-trace/")
    if asked in ANSWERS:
        return asked
    numbered = [name for name in ANSWERS if name.rpartition("/")[0] == asked]
    if numbered:
        return numbered[-1]
    names = tuple(name.rpartition("/")[0] for name in ANSWERS)
    hint = did_you_mean(near(asked.rpartition("/")[0] or asked, names))
    raise BadQuestion(NO_ANSWER(name=answer), hint or USE(words=Alternatives(names)))


def _envelope(name: str, writer: _TypesAsSchemas) -> Schema:
    """What every document begins with (`Frame.envelope`)."""
    begun: Schema = {"schema": {"const": f"dosa-trace/{name}"}}
    if name not in WITHOUT_CATALOGUE:
        begun |= {
            "as_of": writer.of(date | None if name in WITHOUT_DAY else date),
            "basis": {"enum": [*(basis.value for basis in COUNTED_BASES), None]},
            "catalogue": {
                "type": "object",
                "properties": {"title": {"type": "string"}, "digest": {"type": "string"}},
                "required": ["title", "digest"],
            },
        }
    return begun | {"language": writer.of(Language), "version": {"type": "string"}}


class _TypesAsSchemas:
    """Types as schemas; what has fields stands once among the definitions."""

    def __init__(self, defs: dict[str, Schema]) -> None:
        self.defs = defs
        self.optional: set[str] = set()

    def properties(self, types: Mapping[str, Any]) -> Schema:
        """The keys of an object. A day of reading is no date: where one may stand in the place of a
        date it has a key of its own, which otherwise is not there."""
        keys: Schema = {}
        for name, kind in types.items():
            keys[name] = self.of(kind)
            if ReadOn in get_args(kind):
                keys[f"{name}_read"] = self.of(PartialDate)
                self.optional.add(f"{name}_read")
        return keys

    def of(self, kind: Any) -> Schema:  # noqa: PLR0911 - one line per sort of type
        """The schema of a type; raises TypeError for one that no document holds."""
        if kind in SIMPLE:
            return dict(SIMPLE[kind])
        if kind is CatalogueRecords:
            return catalogue_schema()  # with an $id, so that its references stay its own
        origin = get_origin(kind)
        if origin in (Union, UnionType):
            return self._either(get_args(kind))
        if origin is Literal:
            return {"enum": list(get_args(kind))}
        if isinstance(kind, type) and issubclass(kind, Enum):
            return {"enum": [member.value for member in kind]}
        if origin is tuple:
            return self._tuple(get_args(kind))
        if origin is not None and issubclass(origin, Mapping):
            return self._mapping(*get_args(kind))
        if origin is not None and issubclass(origin, Sequence | Set):
            return {"type": "array", "items": self.of(get_args(kind)[0])}
        if hasattr(kind, "_fields") or is_typeddict(kind):
            return self._object(kind)
        raise TypeError(f"no document holds {kind!r}")

    def _either(self, kinds: Iterable[Any]) -> Schema:
        """Any of several; of a date or a day of reading the date, or null where it has its own
        key."""
        said: list[Schema] = []
        for kind in kinds:
            schema = SIMPLE[NoneType] if kind is ReadOn else self.of(kind)
            if schema not in said:
                said.append(dict(schema))
        return said[0] if len(said) == 1 else {"anyOf": said}

    def _tuple(self, kinds: Sequence[Any]) -> Schema:
        if len(kinds) == 2 and kinds[1] is ...:
            return {"type": "array", "items": self.of(kinds[0])}
        return {
            "type": "array",
            "prefixItems": [self.of(kind) for kind in kinds],
            "minItems": len(kinds),
            "maxItems": len(kinds),
        }

    def _mapping(self, keys: Any, values: Any) -> Schema:
        words = self.of(keys).get("enum") if isinstance(keys, type) else None
        names = {"propertyNames": {"enum": words}} if words else {}
        return {"type": "object", "additionalProperties": self.of(values), **names}

    def _object(self, kind: type) -> Schema:
        name = kind.__name__
        if name not in self.defs:
            self.defs[name] = {}  # it may hold itself
            inner = _TypesAsSchemas(self.defs)
            types = get_type_hints(kind) if is_typeddict(kind) else types_of(kind)
            keys = inner.properties(types)
            self.defs[name] = {
                "description": " ".join((inspect.getdoc(kind) or name).split()),
                "type": "object",
                "properties": keys,
                "required": [key for key in keys if key not in inner.optional],
            }
        return {"$ref": f"#/$defs/{name}"}


SIMPLE: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    None: {"type": "null"},
    Any: {},
    date: {"type": "string", "format": "date"},
    PartialDate: {"type": "string", "pattern": PARTIAL_DATE},
    LocalText: {"type": "string"},
    Phrase: {"type": "string"},
    Message: {"type": "string"},
}
NO_ANSWER = Phrase("no JSON has the name '{name}'", "er is geen JSON met de naam '{name}'")
