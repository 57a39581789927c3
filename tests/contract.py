"""Whether a document is what its schema says: every answer of every test goes through here."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from dosa_trace.analysis.judging import marks
from dosa_trace.questions.schemas import answer_schema

#: How a document of the program begins.
BEGINS = '{\n  "schema": "dosa-trace/'


def require_kept(printed: str) -> None:
    """Raises where a document for programs is not what its schema says, or has a key of which that
    says nothing; all else that is printed is let through."""
    if printed.startswith(BEGINS):
        document = json.loads(printed)
        _validator(document["schema"], tuple(marks.MARKS)).validate(document)


@cache
def _validator(name: str, _: tuple[marks.StateMark, ...]) -> Validator:
    """That of a document while there are these marks, each of which is a key."""
    schema = closed(answer_schema(name))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def closed(schema: Any) -> Any:
    """The schema in which no object has a key that is not named."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inside = {key: closed(one) for key, one in schema.items()}
    if schema.get("type") == "object" and isinstance(schema.get("properties"), dict):
        inside.setdefault("additionalProperties", False)
    return inside
