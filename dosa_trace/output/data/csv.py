"""CSV for spreadsheets: one line per record, the keys of the JSON as heads.

A cell that a spreadsheet would run as a formula gets an apostrophe in front
(`inert.disarmed`).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from dosa_trace.inert import disarmed, inert_lines
from dosa_trace.output.data.plain_data import plain
from dosa_trace.output.target import PIPE, Medium


def render(rows: Iterable[object], medium: Medium = PIPE) -> str:
    """The rows with all their keys, in the order in which these first appear."""
    flat = [_flatten(row) for row in plain(list(rows), medium.language)]
    heads = list(dict.fromkeys(key for row in flat for key in row))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([disarmed(inert_lines(head)) for head in heads])
    writer.writerows([disarmed(inert_lines(row.get(head, ""))) for head in heads] for row in flat)
    return text.getvalue()


def _flatten(row: Mapping[str, Any], before: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in row.items():
        if isinstance(value, Mapping):
            flat |= _flatten(value, f"{before}{key}.")
        else:
            flat[f"{before}{key}"] = _text(value)
    return flat


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(_item(item) for item in value)
    return str(value)


def _item(item: Any) -> str:
    if isinstance(item, Mapping):
        return str(item.get("message") or json.dumps(item, ensure_ascii=False))
    return _text(item)
