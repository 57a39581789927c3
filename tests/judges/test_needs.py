"""What `export -f needs` writes, imported by sphinx-needs with its settings as they are."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dosa_trace.cli import main
from tests.build import FROZEN

pytest.importorskip("sphinx_needs")
CONF = "project = 'x'\nextensions = ['sphinx_needs']\nneeds_build_json = True\n"
EVIL = "[[copy('id')]] <<a:b>> |x| .. raw:: html  <script>alert(1)</script> `x`_ *b* {{7*7}}"


def imported(folder: Path, catalog: Path) -> tuple[dict[str, Any], str]:
    """The needs that sphinx-needs has after a build without a warning, and the page."""
    source, out = folder / "source", folder / "out"
    source.mkdir()
    (source / "conf.py").write_text(CONF)
    (source / "index.rst").write_text("T\n=\n\n.. needimport:: needs.json\n")
    words = ["export", "--catalog", str(catalog), "--as-of", "2026-11-23", "-q", "-f", "needs"]
    assert main([*words, "-o", str(source / "needs.json")]) == 0
    build = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", str(source), str(out)]
    subprocess.run(build, check=True, capture_output=True)
    made = json.loads((out / "needs.json").read_text(encoding="utf-8"))
    (version,) = made["versions"].values()
    return version["needs"], (out / "index.html").read_text(encoding="utf-8")


def test_every_need_is_imported_with_its_links_and_its_state(tmp_path: Path) -> None:
    there, _ = imported(tmp_path, FROZEN)
    told = json.loads((tmp_path / "source" / "needs.json").read_text(encoding="utf-8"))
    (version,) = told["versions"].values()
    assert there.keys() == version["needs"].keys()
    for name, need in version["needs"].items():
        assert {*there[name]["links"]} == {*need["links"]}
        for key in ("title", "status", "type", "tags"):
            assert there[name][key] == need[key], (name, key)


def test_a_title_does_nothing_there(tmp_path: Path) -> None:
    catalog = tmp_path / "c.yaml"
    catalog.write_text(json.dumps({
        "sources": [{"id": "s", "kind": "report", "title": "t", "publisher": "p", "date": "2025"}],
        "recommendations": [{"id": "r", "source": "s", "title": EVIL}],
    }), encoding="utf-8")  # fmt: skip
    needs, page = imported(tmp_path, catalog)
    assert needs["REC_R"]["title"] == EVIL.replace("[[", "[ [").replace("]]", "] ]").replace(
        "<<", "< <"
    ).replace(">>", "> >").replace("  ", " ")
    assert "<script>alert" not in page and "49" not in page
