"""Catalogues of a stranger: a payload in every field that holds text, made from the field table, so
that a new field joins by itself."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dosa_trace.catalog.fields import table as f
from dosa_trace.catalog.text.reader import read
from dosa_trace.catalog.text.values import plain_data

BASE = Path(__file__).parent.parent / "catalogues" / "format"

#: What can be seen, so that a catalogue may hold it, and what would obey it.
VISIBLE = {
    "workflow-command": "T\n::add-mask::secret",
    "command-at-the-start": "::stop-commands::x",
    "old-command": "a ##[error]b",
    "script": "<script>alert(1)</script>",
    "attribute": "\" onmouseover=alert(1) x='",
    "formula": '=HYPERLINK("https://evil.example")',
    "formula-behind": 'a;=1+1;"b',
    "formula-on-a-line": "a\n=1+1",
    "link": "[x](javascript:alert(1)) ![y](https://evil.example/y.png)",
    "autolink": "x@evil.example https://evil.example www.evil.example ftp://evil.example",
    "mention": "@everyone and #1",
    "markup": "]]> --> <!-- & &lt; \\u0041 %0A |a|b| `c` *d* _e_",
    "rich": "[bold red]x[/] :smile:",
    "template": "{{ 7*7 }} {% raw %} ${7*7} %s {0}",
}
#: What cannot be seen, or makes text read otherwise: refused in a catalogue, shown in messages.
HIDDEN = {
    "escape": "\x1b]0;pwned\x07\x1b[2J",
    "c1": "\x9b31m\x85",
    "bidi": "\u202egnp.exe\u2066",
    "nul": "a\x00b",
    "return": "a\rb",
    "invisible": "a\u200b\u2061\u3164\ufe0f\u034f\ufff9b\U000e0041",
}


#: What is tried of every output in every run, one of each sort; the others in CI (`--all`).
USUAL = {
    "workflow-command", "script", "formula", "markup", "escape",
}  # fmt: skip


def in_every_run(payloads: Iterable[str]) -> list[Any]:
    """The names of payloads for a test of many outputs, those left to CI marked as costly."""
    costly = pytest.mark.costly
    return [name if name in USUAL else pytest.param(name, marks=costly) for name in payloads]


def hostile(payload: str, folder: Path) -> Path:
    """The catalogue with every field once, its texts replaced by a payload."""
    (file_text,) = BASE.glob("*.yaml")
    file, _ = read("catalogue.yaml", file_text.read_bytes())
    assert file.root is not None
    data: dict[str, Any] = plain_data(file.root)
    changed = {
        "catalogue": _record(data["catalogue"], f.CATALOGUE, payload),
        **{
            key: [_record(one, table, payload) for one in data[key]]
            for key, table in f.COLLECTIONS.items()
        },
    }
    folder.mkdir()
    shutil.copytree(BASE / "texts", folder / "texts")
    text = json.dumps(changed)
    (folder / "catalogue.yaml").write_text(text, encoding="utf-8")
    return folder


#: Texts that are looked up or compared, so that another would be a mistake and not an answer.
_KEPT = {"identifier", "languages", "joint", "rule", "digest", "quote", "currency", "institution",
         "institutions", "authors"}  # fmt: skip


def _record(data: dict[str, Any], table: f.FieldTable, payload: str) -> dict[str, Any]:
    types = {field.key: field.type for field in table.fields}
    return {
        key: value if key in _KEPT or key not in types else _value(value, types[key], payload)
        for key, value in data.items()
    }


def _value(value: Any, type_: f.FieldType, payload: str) -> Any:
    match type_:
        case f.Local() if isinstance(value, str) and value in ("audit", "executive", "traffic"):
            return value
        case f.Local() | f.Str():
            return dict.fromkeys(value, payload) if isinstance(value, dict) else payload
        case f.TextsOf():
            return {key: _value(one, f.Local(), payload) for key, one in value.items()}
        case f.ListOf(item):
            many = isinstance(value, list)
            return [_value(one, item, payload) for one in (value if many else [value])]
        case f.Part(table):
            return _record(value, table, payload)
    return value


def texts(payload: str) -> Iterator[str]:
    """Files in which a payload stands where something is said about it."""
    p = json.dumps(payload)
    yield f"catalogue: {{title: T, languages: [en]}}\n{p}: 1\n"
    yield f"objectives: [{{id: a, title: T, {p}: 1}}]\n"
    yield f"objectives: [{{id: {p}, title: T}}]\n"
    yield f"objectives: [{{id: a, title: T, source: {p}, themes: [{p}]}}]\n"
    yield f"links: [{{from: {p}, to: b, extent: {p}, basis: stated, since: {p}}}]\n"
    yield f"sources: [{{id: s, kind: {p}, title: [1], publisher: p, date: {p}, url: {p}}}]\n"
    yield f"sources: [{{id: s, kind: web, title: t, publisher: p, date: 2024, text: {p}}}]\n"
    yield f"instruments: [{{id: i, name: n, kind: {p}, level: {p}, owner: o, status: []}}]\n"
    yield f"catalogue: {{title: T, languages: [en], checks: {{{p}: {p}}}, format: 2}}\n"
    yield f"objectives: [{{id: a, title: {{{p}: x}}}}]\n"
    yield f"objectives: [{{id: a, title: T, waive: [{{rule: {p}, reason: r}}]}}]\n"
    yield f"searches: [{{id: a, date: 2024, for: [{p}], covers: [{p}], found: {{{p}: x}}}}]\n"
    yield "objectives: [{id: a, title: !<tag:%1B]0;pwned%07> x}]\n"
    yield "objectives: [{id: a, title: &x%1B x}]\n"
    yield f"objectives: [{{id: a, title: {payload}}}]\n"
