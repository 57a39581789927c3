"""A JSON Schema of the files of a catalogue, made from the table of fields that the loader uses.

Draft 7, which is what editors of YAML understand. It says what can be said of one file by itself:
fields, types, words, and what a link must have; ids that lead nowhere only `check` can see.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from dosa_trace.catalog.fields import table as f
from dosa_trace.catalog.fields.scalars import FORMAT, LONGEST_ID
from dosa_trace.catalog.model import vocabulary as v
from dosa_trace.catalog.model.catalog_info import DEFAULT_LEVELS

Schema = dict[str, Any]

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
IDENTIFIER: Final = "^[a-z0-9]+([.-]+[a-z0-9]+)*$"
_DAY: Final = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


def schema() -> Schema:
    """The schema of any file of a catalogue: every top-level key may stand in every file."""
    tables: dict[str, f.FieldTable] = {}
    top: Schema = {"catalogue": _part(f.CATALOGUE, "catalogue", tables)}
    for key, table in f.COLLECTIONS.items():
        items = _part(table, key, tables)
        top[key] = {
            "description": f"the {key} of this file",
            "anyOf": [{"type": "array", "items": items}, {"type": "null"}],
        }
    definitions: Schema = {}
    while tables.keys() - definitions.keys():
        for name in sorted(tables.keys() - definitions.keys()):
            definitions[name] = _table(tables[name], tables)
    definitions["link"]["allOf"] = _LINK_RULES
    return {
        "$schema": DRAFT,
        "$id": f"urn:dosa-trace:catalogue:{FORMAT}",
        "title": "A file of a dosa-trace catalogue",
        "type": ["object", "null"],
        "properties": top,
        "additionalProperties": False,
        "definitions": dict(sorted(definitions.items())),
    }


def _part(table: f.FieldTable, key: str, tables: dict[str, f.FieldTable]) -> Schema:
    """A reference to the schema of a record, which is noted down to be made."""
    name = getattr(table.record, "KIND", None) or _singular(key)
    if tables.get(name, table) is not table:  # another part stands under the same key elsewhere
        name = re.sub(r"(?<!^)(?=[A-Z])", "-", table.record.__name__).lower()
    tables[name] = table
    return {"$ref": f"#/definitions/{name}"}


def _singular(key: str) -> str:
    return {"responses": "response", "budgets": "budget", "targets": "target", "values": "value",
            "indicators": "indicator", "governments": "government", "levels": "level",
            "kinds": "kind", "doubts": "doubt", "answered": "answer", "where": "selection",
            "agrees_with": "comparison", "conflicts_with": "comparison"}.get(key, key)  # fmt: skip


def _table(table: f.FieldTable, tables: dict[str, f.FieldTable]) -> Schema:
    properties = {}
    for field in table.fields:
        said = _type(field.type, field.key, tables)
        # Draft 7 ignores what stands beside a $ref, so a description wraps it.
        wrapped = {"allOf": [said]} if "$ref" in said else said
        properties[field.key] = {"description": field.about, **wrapped}
    return {
        "type": "object",
        "properties": properties,
        "required": [field.key for field in table.fields if field.required],
        "additionalProperties": False,
        **({"patternProperties": {"^x-": {}}} if hasattr(table.record, "extra") else {}),
        **({"anyOf": [{"required": [key]} for key in table.one_of]} if table.one_of else {}),
    }


def _type(type_: f.FieldType, key: str, tables: dict[str, f.FieldTable]) -> Schema:  # noqa: PLR0911 - one line per type
    match type_:
        case f.Str(numbers):
            kinds = ["string", "number"] if numbers else "string"
            return {"type": kinds, **({} if numbers else {"minLength": 1})}
        case f.Local():
            return _LOCAL
        case f.Ident():
            return {
                "type": "string", "pattern": IDENTIFIER, "maxLength": LONGEST_ID,
                "examples": ["fs-talent"],
            }  # fmt: skip
        case f.Ref(kinds):
            said = " or ".join(kinds)
            return {"type": "string", "minLength": 1, "$comment": f"the id of a {said}"}
        case f.Day():
            return _DATE
        case f.Choice(words):
            return {"type": "string", "enum": [word.value for word in words]}
        case f.Whole(least, most):
            return {"type": "integer", "minimum": least, "maximum": most}
        case f.NumberType() | f.AmountType():
            return {"type": "number", "examples": [160500000, 22.7]}
        case f.Flag():
            return {"type": "boolean"}
        case f.Url():
            return {
                "type": "string",
                "pattern": '^https?://[^\\s<>"{}|\\\\^`]+$',
                "examples": ["https://example.org/report"],
            }
        case f.FilePath():
            pattern = r"^(?!/)(?!.*(^|/)\.\.(/|$))[^\\:]+$"
            return {"type": "string", "pattern": pattern, "examples": ["texts/nota.txt"]}
        case f.Party():
            return _LOCAL
        case f.LevelId():
            return _known(level.id for level in DEFAULT_LEVELS)
        case f.KindId():
            return _known(v.InstrumentKind)
        case f.TermType():
            pattern = "^[1-9][0-9]{0,3} (day|week|month)s?$"
            return {"type": "string", "pattern": pattern, "examples": ["6 weeks"]}
        case f.Version():
            return {"const": FORMAT}
        case f.TextsOf():
            return {"type": "object", "additionalProperties": _LOCAL}
        case f.Settings():
            return _SETTINGS
        case f.ListOf(item, or_one):
            single = _type(item, key, tables)
            several = {"type": "array", "items": single}
            return {"anyOf": [single, several | {"minItems": 1}]} if or_one else several
        case f.Part(table):
            return _part(table, key, tables)


def _known(words: Iterable[str]) -> Schema:
    """A word that an editor can offer, or one of the catalogue's own."""
    return {"anyOf": [{"enum": [*words]}, {"type": "string", "pattern": IDENTIFIER}]}


_LOCAL: Final[Schema] = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "propertyNames": {"pattern": "^[a-z]{2}$"},
            "additionalProperties": {"type": "string", "minLength": 1},
            "minProperties": 1,
        },
    ],
    "examples": [{"nl": "Meer AI-talent", "en": "More AI talent"}],
}
_DATE: Final[Schema] = {
    "anyOf": [
        {"type": "string", "pattern": _DAY},
        {"type": "integer", "minimum": 1000, "maximum": 9999},
    ],
    "examples": ["2025-07-04", "2025-07", "2025"],
}
_SEVERITY: Final[Schema] = {"type": "string", "enum": ["off", "note", "warning", "error"]}
_SETTINGS: Final[Schema] = {
    "type": "object",
    "additionalProperties": {
        "anyOf": [
            _SEVERITY,
            {
                "type": "object",
                "properties": {
                    "severity": _SEVERITY,
                    "months": {"type": "integer", "minimum": 1, "maximum": 1200},
                },
                "additionalProperties": False,
            },
        ]
    },
    "examples": [{"DT303": "warning", "unanswered-recommendation": {"months": 18}}],
}


def _when(key: str, value: str, then: Schema, or_absent: bool = False) -> Schema:
    condition: Schema = {"properties": {key: {"const": value}}}
    if not or_absent:
        condition["required"] = [key]
    return {"if": condition, "then": then}


#: What a link must have, for what it says: the rules DT206, DT301 and DT302.
_LINK_RULES: Final[list[Schema]] = [
    _when("relation", v.Relation.SUPPORTS.value, {"required": ["extent"]}, or_absent=True),
    _when("basis", v.Basis.INFERRED.value, {"required": ["rationale"]}),
    _when(
        "basis",
        v.Basis.STATED.value,
        {"required": ["evidence"], "properties": {"evidence": {"minItems": 1}}},
    ),
]
