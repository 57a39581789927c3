"""The flowchart against Mermaid's own parser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from dosa_trace.output.drawings import mermaid
from tests.output.drawings.test_graph_formats import EMPTY, HOSTILE_SKETCH

HERE = Path(__file__).parent
GOLDEN = HERE.parent / "golden"


def verdicts(judges: Path, *files: Path) -> list[dict[str, object]]:
    done = subprocess.run(
        ["node", HERE / "mermaid.mjs", judges, *files], capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_parser_takes_the_shipped_graph_and_a_hostile_one(judges: Path, tmp_path: Path) -> None:
    (tmp_path / "hostile.mmd").write_text(mermaid.render(HOSTILE_SKETCH), encoding="utf-8")
    (tmp_path / "empty.mmd").write_text(mermaid.render(EMPTY), encoding="utf-8")
    files = (GOLDEN / "graph.mmd", tmp_path / "hostile.mmd", tmp_path / "empty.mmd")
    for found in verdicts(judges, *files):
        assert found == {"taken": True, "type": "flowchart-v2"}


def test_the_judge_can_say_no(judges: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.mmd").write_text('flowchart LR\n  a["x" --> b\n', encoding="utf-8")
    assert verdicts(judges, tmp_path / "bad.mmd")[0]["taken"] is False
