"""CSV for spreadsheets: one line per record, the keys of the JSON as heads.

A cell that a spreadsheet would run as a formula gets an apostrophe in front
(OWASP, *CSV Injection*).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from dosa_trace.inert import inert_lines
from dosa_trace.output.data.plain_data import plain
from dosa_trace.output.target import PIPE, Medium

_FORMULA = re.compile(r"[\s]*[=+\-@\t\r|%\uff1d\uff0b\uff0d\uff20]")
#: Where a reader that parts cells elsewhere would see a cell begin.
_INSIDE = re.compile(r"(?<![\s\"';,])([\s\"';,]++)([=+\-@|%\uff1d\uff0b\uff0d\uff20])")
_PARTING = re.compile(r"[;,\n\"']")
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def render(rows: Iterable[object], medium: Medium = PIPE) -> str:
    """The rows with all their keys, in the order in which these first appear."""
    flat = [_flatten(row) for row in plain(list(rows), medium.language)]
    heads = list(dict.fromkeys(key for row in flat for key in row))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([_disarmed(head) for head in heads])
    writer.writerows([_disarmed(row.get(head, "")) for head in heads] for row in flat)
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


def _disarmed(text: str) -> str:
    """Text that no spreadsheet runs, whether it parts cells at a comma or a semicolon: a formula at
    its beginning, or behind a separator or a quote in it, has an apostrophe in front."""
    shown = _INSIDE.sub(_with_apostrophe, inert_lines(text))
    return f"'{shown}" if _FORMULA.match(shown) and not _NUMBER.fullmatch(shown) else shown


def _with_apostrophe(found: re.Match[str]) -> str:
    return f"{found[1]}'{found[2]}" if _PARTING.search(found[1]) else found[0]
