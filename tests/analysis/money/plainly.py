"""The sums of a catalogue read anew from its YAML, to hold those of the program against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
import yaml

from dosa_trace.analysis.money.money import money
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.graph import TraceGraph

TODAY = date(2026, 11, 23)


def plainly(folder: Path, names: Iterable[str]) -> Counter[tuple[str, str, str]]:
    """The amounts of some instruments by level, stage and nature, straight from the YAML:
    of one purpose the last that counts, and nothing of a part whose whole has an amount."""
    read = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in folder.rglob("*.yaml")]
    records = {one["id"]: one for data in read for one in data.get("instruments") or ()}
    mine = {
        name: {
            (b["stage"], str(b.get("purpose"))): b
            for b in records[name].get("budgets", ())
            if b.get("counts", True)
        }
        for name in names
    }
    sums: Counter[tuple[str, str, str]] = Counter()
    for name, budgets in mine.items():
        above, held = records[name].get("part_of"), set()
        while above:
            held |= {stage for stage, _ in mine.get(above, ())}
            above = records[above].get("part_of")
        for (stage, _), budget in budgets.items():
            if stage not in held:
                nature = budget.get("nature")
                nature = "" if nature in (None, "new") else nature
                sums[records[name]["level"], stage, nature] += budget["amount"]
    return sums


def as_in_the_files(folder: Path) -> None:
    """What `money` says of a catalogue by level, stage and nature is what stands in its files."""
    catalog, _ = load_catalog(folder)
    found = money(TraceGraph(catalog, as_of=TODAY, basis=Basis.INFERRED))
    told = {
        (row.key, one.stage.value, one.apart.value if one.apart else ""): one.amount
        for row in found.levels
        for one in row.sums
    }
    assert told == dict(plainly(folder, found.total.instruments))
    for part in found.total.sums:
        same = [one.amount for row in found.levels for one in row.sums if one[:3] == part[:3]]
        assert sum(same) == pytest.approx(part.amount)
