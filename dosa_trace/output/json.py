"""JSON: the machine contract (DESIGN, section 4). Keys are only ever added."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dosa_trace.output.fields import plain
from dosa_trace.output.medium import PIPE, Medium


def render(data: Mapping[str, Any], medium: Medium = PIPE) -> str:
    """One JSON document, indented, its text as it is written in the catalogue."""
    said = plain(data, medium.language)
    return json.dumps(said, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
