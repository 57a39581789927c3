"""States that stay whichever one inferred link is wrong: those whose chains share none.

`judging.needed` knows what chains share from one tree of dominators; `fragility` asks of every
judgement, and at far more cost."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace.analysis.judging.verdicts import Judge


def steady(judge: Judge, answered: Iterable[str]) -> frozenset[str]:
    """Those of some recommendations, each of which something supports, that stand whichever
    one inferred link is wrong."""
    return frozenset(
        name
        for name in answered
        if (at := judge.deciding_place(name)) is not None
        and not judge.needed[at].depends_on_inference(name)
    )
