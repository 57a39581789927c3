"""JSON: the machine contract (DESIGN, section 4). Keys are only ever added."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def render(data: Mapping[str, Any]) -> str:
    """One JSON document, indented, its text as it is written in the catalogue."""
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
