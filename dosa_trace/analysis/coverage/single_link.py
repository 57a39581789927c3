"""Which states stand whichever one inferred link is wrong? Those whose chains share none.
`fragility` asks far more, and at far more cost."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace.analysis.judging.verdicts import Judge


def steady(judge: Judge, answered: Iterable[str]) -> frozenset[str]:
    """Those of some recommendations, behind each of which something stands, that stand whichever
    one inferred link is wrong."""
    return frozenset(
        name
        for name in answered
        if (at := judge.deciding_place(name)) is not None
        and not judge.needed[at].hangs_on_inference(name)
    )
