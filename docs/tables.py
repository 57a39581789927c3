"""Writes the table of entries per source into `catalog/README.md`: `python docs/tables.py`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.catalog import Catalog

CATALOG = Path(__file__).parent.parent / "catalog"
BEGIN, END = "<!-- table: begin -->\n", "<!-- table: end -->\n"


def table(catalog: Catalog) -> str:
    """Sources by reliability, and the entries that rest on each."""
    entries = Counter(one.target for one in catalog.references if one.kinds == ("source",))
    by_reliability: dict[str, list[str]] = {}
    for name, source in sorted(catalog.sources.items()):
        by_reliability.setdefault(source.reliability or "", []).append(name)
    order = [name for name in ("official", "reprint", "secondary") if name in by_reliability]
    lines = ["| reliability | sources | entries |", "| --- | ---: | ---: |"]
    for kind in order:
        names = by_reliability[kind]
        lines.append(f"| {kind} | {len(names)} | {sum(entries[name] for name in names)} |")
    total = sum(entries[name] for name in catalog.sources)
    lines += [f"| **total** | **{len(catalog.sources)}** | **{total}** |", ""]
    lines += ["| source | reliability | entries |", "| --- | --- | ---: |"]
    lines += [
        f"| `{name}` | {kind} | {entries[name]} |"
        for kind in order
        for name in by_reliability[kind]
    ]
    return "\n".join(lines) + "\n"


def with_table(text: str, catalog: Catalog) -> str:
    """The text with the table between its marks."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{table(catalog)}\n{END}{after}"


if __name__ == "__main__":
    catalog, found = load_catalog(CATALOG)
    if found:
        sys.exit("the catalogue has mistakes; dosa-trace check shows them")
    path = CATALOG / "README.md"
    path.write_text(with_table(path.read_text(encoding="utf-8"), catalog), encoding="utf-8")
