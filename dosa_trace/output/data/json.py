"""JSON, the machine contract (docs/programmer.md). Keys are only ever added."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from dosa_trace.inert import HIDDEN
from dosa_trace.output.data.indented import indented
from dosa_trace.output.data.plain_data import plain
from dosa_trace.output.target import PIPE, Medium


def render(data: Mapping[str, Any], medium: Medium = PIPE) -> str:
    """One JSON document, indented, its text as it is written in the catalogue."""
    return text_of(plain(data, medium.language))


def text_of(value: Any) -> str:
    """A value as JSON: letters as they are, and everything hidden as its escape, which every reader
    of JSON turns back into the same text."""
    text = indented(value)
    text = HIDDEN.sub(_escaped, text) if HIDDEN.search(text) else text
    return text.replace("##[", "#\\u0023[") + "\n"


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]
