"""The folder of CSV files that `export` writes, as frictionless reads it: types, keys and all."""

from __future__ import annotations

from pathlib import Path

import pytest

from dosa_trace.cli import main
from tests.build import FROZEN, MUNICIPALITY

frictionless = pytest.importorskip("frictionless")


@pytest.mark.parametrize("catalog", [FROZEN, MUNICIPALITY], ids=lambda one: one.name)
def test_frictionless_finds_nothing_wrong(catalog: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    words = ["export", "--catalog", str(catalog), "--as-of", "2026-11-23", "-q"]
    assert main([*words, "-f", "csv", "-o", str(folder)]) == 0
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.flatten(["taskNumber", "rowNumber", "type", "note"]) == []
    assert report.valid
    # It does look: a reference that leads nowhere is told.
    lines = (folder / "recommendations.csv").read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace(f",{lines[1].split(',')[1]},", ",nowhere,", 1)
    (folder / "recommendations.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    broken = frictionless.validate(str(folder / "datapackage.json"))
    assert "foreign-key" in {kind for (kind,) in broken.flatten(["type"])}
