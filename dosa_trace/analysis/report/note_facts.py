"""The results that a figure in a note can be taken from, each asked when it is needed and once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from dosa_trace.analysis.coverage.coverage import CoverageReport, coverage
from dosa_trace.analysis.coverage.gaps import GapList, gaps
from dosa_trace.analysis.coverage.orphans import OrphanList, orphans
from dosa_trace.analysis.coverage.summary import Summary, summary
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.analysis.money.money import Money, money

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class NoteFacts:
    """The results about some recommendations on the date of a graph. Raises BadQuestion."""

    def __init__(self, graph: TraceGraph, where: Sequence[Where] = ()) -> None:
        self.graph = graph
        self.where = tuple(where)

    @cached_property
    def judge(self) -> Judge:
        return Judge(self.graph)

    @cached_property
    def coverage(self) -> CoverageReport:
        return coverage(self.graph, self.where, judge=self.judge)

    @cached_property
    def summary(self) -> Summary:
        return summary(self.judge, self.coverage)

    @cached_property
    def gaps(self) -> GapList:
        return gaps(self.graph, self.where, judge=self.judge)

    @cached_property
    def orphans(self) -> OrphanList:
        return orphans(self.graph)

    @cached_property
    def money(self) -> Money:
        return money(
            self.graph, where=self.where, lines=self.coverage.recommendations, judge=self.judge
        )
