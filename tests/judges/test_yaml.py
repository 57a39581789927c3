"""The reader against the cases of the YAML test suite."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

from docs import yaml_suite

HERE = Path(__file__).parent


def test_the_reader_reads_as_the_page_says(judges: Path) -> None:
    done = subprocess.run(
        ["node", HERE / "yaml.mjs", judges], capture_output=True, text=True, check=True
    )
    cases = json.loads(done.stdout)
    sorts = Counter(yaml_suite.outcome(case).sort for case in cases)
    assert len(cases) > 400
    assert sorts["read otherwise"] <= 1
    assert yaml_suite.page(cases) == yaml_suite.PAGE.read_text(encoding="utf-8")
