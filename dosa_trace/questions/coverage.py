"""How far is each recommendation answered?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal, overload

from dosa_trace.analysis.coverage.coverage import By, CoverageReport
from dosa_trace.analysis.coverage.coverage import coverage as ask
from dosa_trace.analysis.coverage.owners import OwnersReport
from dosa_trace.analysis.coverage.speakers import SpeakersReport
from dosa_trace.analysis.coverage.summary import Summary, summary
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.document import Document
from dosa_trace.graph import TraceGraph
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import Conditions, conditions, graph_given, word_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame

#: For so many recommendations or fewer a screen has a line for each.
FEW = 12


class CoverageResult(Result, CoverageReport):
    """The coverage of recommendations on a date; a row for each, or for each part of a split."""

    ANSWER = "coverage/1"
    _TAKES = frozenset({"each", "caveats"})

    @cached_property
    def judge(self) -> Judge:
        """What it was judged with, once."""
        assert self._asked.graph is not None
        return Judge(self._asked.graph)

    @cached_property
    def summary(self) -> Summary:
        """What the first sentences of the overview say, as figures."""
        return summary(self.judge, self)

    def as_data(self) -> Mapping[str, Any]:
        """With the summary under its own key."""
        return {**super().as_data(), "summary": self.summary}

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        return {**super().data_types(), "summary": Summary}

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: self._document(frame, layout),
            rows=lambda: self.groups if self.by else self.recommendations,
        )

    def _document(self, frame: Frame, layout: Layout) -> Document:
        """Who asks about everything gets the overview."""
        lines = lines_of(self.total, layout)
        if self.by is None and not self.where:
            from dosa_trace.views.coverage.overview import layout as layout_overview

            themes = ask(self.judge.graph, by=By.THEME)
            return layout_overview(self.summary, self, themes, frame, lines, layout.caveats)
        from dosa_trace.views.coverage.coverage import layout as layout_coverage

        return layout_coverage(self, self.summary, frame, lines, layout.caveats)


class OwnersResult(Result, OwnersReport):
    """The coverage with what each owner or level holds; a row for each of these."""

    ANSWER = "owners/1"
    _TAKES = frozenset({"each", "caveats"})

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.coverage.owners import layout as layout_owners

        each = lines_of(self.report.total, layout) or layout.caveats
        assert self.report.by is not None
        by = self.report.by
        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_owners(self, by, frame, each),
            rows=lambda: self.owners,
        )


class SpeakersResult(Result, SpeakersReport):
    """The coverage with whose word it rests on; a row for each kind of speaker."""

    ANSWER = "speakers/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.coverage.speakers import layout as layout_speakers

        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_speakers(self, frame),
            rows=lambda: self.speakers,
        )


def lines_of(total: int, layout: Layout) -> bool:
    """Whether each recommendation has a line, which could scroll an overview off a screen."""
    return layout.each if layout.each is not None else total <= FEW


@overload
def coverage(
    graph: TraceGraph, *, where: Conditions = (), by: Literal[By.OWNER, By.LEVEL, "owner", "level"]
) -> OwnersResult: ...
@overload
def coverage(
    graph: TraceGraph, *, where: Conditions = (), by: Literal[By.SPEAKER, "speaker"]
) -> SpeakersResult: ...
@overload
def coverage(
    graph: TraceGraph,
    *,
    where: Conditions = (),
    by: Literal[
        By.THEME,
        By.SOURCE,
        By.INSTITUTION,
        By.SPECIFICITY,
        By.ADDRESSEE,
        "theme",
        "source",
        "institution",
        "specificity",
        "addressee",
    ]
    | None = None,
) -> CoverageResult: ...
@overload
def coverage(
    graph: TraceGraph, *, where: Conditions = (), by: By | str | None = None
) -> CoverageResult | OwnersResult | SpeakersResult: ...
def coverage(
    graph: TraceGraph, *, where: Conditions = (), by: By | str | None = None
) -> CoverageResult | OwnersResult | SpeakersResult:
    """How far each selected recommendation is answered on the date of the graph, and the figures
    that follow (docs/rules.md): counts of recommendations, percentages to one decimal, None where
    there is nothing to take a part of. The lines are by date of their source, then source, then id.

    `where` selects recommendations; `by` splits the figures by `theme`, `source`, `institution`,
    `specificity` or `addressee`, or says what is behind them by `owner`, `level` or `speaker`.
    Raises BadQuestion for a selection that names what the catalogue does not have or that chooses
    by the answer.
    """
    split = word_given(By, by, "by") if by is not None else None
    judge = Judge(graph_given(graph))
    report = ask(graph, conditions(where), split, judge)
    asked = Asked.of(graph)
    if split is By.SPEAKER:
        from dosa_trace.analysis.coverage.speakers import by_speaker

        return SpeakersResult._made(by_speaker(judge, report, summary(judge, report)), asked)
    if split is not None and split.is_of_instruments:
        from dosa_trace.analysis.coverage.owners import owner_lines

        owners = owner_lines(graph, split, report.where)
        return OwnersResult._made(OwnersReport(report, summary(judge, report), owners), asked)
    result = CoverageResult._made(report, asked)
    result.judge = judge
    return result
