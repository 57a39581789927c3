"""The smallest sets of judgements that lower a state: a search that runs out says so."""

from __future__ import annotations

import os
import subprocess
import sys

from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.robustness.cut_sets import CutSearch
from tests.analysis.robustness.wrong_judgements import TODAY, many
from tests.build import ROOT, graph_of


def test_a_search_that_runs_out_says_so_and_guesses_nothing() -> None:
    judge = Judge(graph_of(many(3), TODAY))
    search = CutSearch(judge, most=1)
    cuts = search.of("r0")
    assert (cuts.complete, cuts.sets, search.stopped) == (False, (), True)


def test_a_search_that_runs_out_does_so_at_the_same_place_each_time() -> None:
    """Sets have another order in every process; how far a budget reaches must not show it."""
    script = (
        "from tests.analysis.robustness.wrong_judgements import TODAY, many\n"
        "from dosa_trace.analysis.robustness.cut_sets import CutSearch\n"
        "from dosa_trace.analysis.judging.verdicts import Judge\n"
        "from tests.build import graph_of\n"
        "for most in (70, 100_000):\n"
        "    search = CutSearch(Judge(graph_of(many(30), TODAY)), most)\n"
        "    print([search.of(f'r{at}') for at in range(30)], search.left)"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True, check=True, text=True, cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(told) == 1
    assert "complete=False" in told.pop()
