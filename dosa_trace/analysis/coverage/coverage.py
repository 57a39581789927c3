"""The coverage of each selected recommendation on a date, the figures on both bases, and a split.

Every verdict is `judging.verdicts`': one reachability for each kind of chain, so all of it takes
time linear in the links on file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace.analysis.coverage.tally import standing
from dosa_trace.analysis.judging.dimensions import OF_RECOMMENDATIONS, split
from dosa_trace.analysis.judging.figures import Counts, Figures, Percentages
from dosa_trace.analysis.judging.marks import each_mark, mark_types, marks_of
from dosa_trace.analysis.judging.selection import Where, refuse_answers, select
from dosa_trace.analysis.judging.verdicts import Judge, State
from dosa_trace.catalog.facts.names import keys_of
from dosa_trace.catalog.facts.readings import is_pledge_known, seen_of
from dosa_trace.catalog.facts.searches import is_response_searched, is_searched
from dosa_trace.catalog.model.parts import LocalText, When
from dosa_trace.catalog.model.records import Recommendation
from dosa_trace.catalog.model.vocabulary import Basis, ResponseValue, Seen
from dosa_trace.results import field_types

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph


class By(StrEnum):
    """What the figures can be split by."""

    THEME = "theme"
    SOURCE = "source"
    INSTITUTION = "institution"
    SPECIFICITY = "specificity"
    LEVEL = "level"
    OWNER = "owner"
    ADDRESSEE = "addressee"
    SPEAKER = "speaker"

    @property
    def is_of_instruments(self) -> bool:
        """Whether it parts the instruments and not the recommendations, so that its rows hold no
        figures (`coverage.owners`)."""
        return self in (By.LEVEL, By.OWNER)

    @property
    def has_figures(self) -> bool:
        """Whether its rows hold figures of recommendations."""
        return not self.is_of_instruments and self is not By.SPEAKER


class RecommendationCoverage(NamedTuple):
    """One line of the coverage: the state, what it depends on, what government answered, and the
    marks beside the state (`judging.marks`). `searched` and `response_searched` say whether
    somebody looked for what answers it, and for what government answered (`facts.searches`).
    `pledge_known` is false where an answer was not read whole, so that it may hold a pledge.
    `draft` is what officials drafted where nothing was given. `source_seen` says how much was read
    of the source, `response_seen` of the response."""

    id: str
    title: LocalText
    source: str
    themes: tuple[str, ...]
    state: State
    mentioned: bool
    via: tuple[str, ...]
    basis: Basis | None
    response: ResponseValue | None
    response_date: When | None
    commitment: bool
    searched: bool
    response_searched: bool
    pledge_known: bool
    draft: ResponseValue | None
    addressees: tuple[str, ...]
    source_seen: Seen | None
    response_seen: Seen | None
    marks: tuple[str, ...]

    def as_data(self) -> Mapping[str, Any]:
        """Each mark stands under its own key as well."""
        return {**self._asdict(), **each_mark(self)}

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return {**field_types(cls), **mark_types()}


class Group(NamedTuple):
    """The figures of one row of a split; `key` is None for what has no value to split by."""

    key: str | None
    label: LocalText | None
    total: int
    counts: Counts
    percentages: Percentages
    stated: Figures

    @property
    def figures(self) -> Figures:
        """The total with its counts and percentages."""
        return Figures(self.total, self.counts, self.percentages)


class CoverageReport(NamedTuple):
    """The coverage of the selected recommendations on a date.

    `counts` hold on the basis that was asked for; `by_basis` holds them on each. The rows of a
    split by theme, level or owner may count a recommendation more than once, so they do not add up
    to the total; `adds_up` says whether they do. `suspect_links` are supporting links that have
    changed since their review; whether they are in the figures `suspect_counted` says. `marked`
    counts the recommendations that bear each mark (`judging.marks`), `searched_gaps` the gaps that
    somebody looked into, `searched_responses` those `without_response` for which somebody looked
    for one."""

    where: tuple[Where, ...]
    total: int
    counts: Counts
    percentages: Percentages
    by_basis: Mapping[Basis, Figures]
    by: By | None
    adds_up: bool
    suspect_links: int
    suspect_counted: bool
    groups: tuple[Group, ...]
    recommendations: tuple[RecommendationCoverage, ...]
    marked: Mapping[str, int]
    searched_gaps: int
    without_response: int
    searched_responses: int

    @property
    def figures(self) -> Figures:
        """The total with its counts and percentages, on the basis that was asked for."""
        return Figures(self.total, self.counts, self.percentages)

    def as_data(self) -> Mapping[str, Any]:
        """How many bear each mark stands under its own key as well."""
        return {**self._asdict(), **self.marked}

    @classmethod
    def data_types(cls) -> Mapping[str, Any]:
        """What the keys of `as_data` hold."""
        return {**field_types(cls), **mark_types(int)}


def coverage(
    graph: TraceGraph,
    where: Sequence[Where] = (),
    by: By | None = None,
    judge: Judge | None = None,
) -> CoverageReport:
    """How far each selected recommendation is answered, and the figures that follow; `judge` spares
    the work of one who was asked about this graph before.

    Raises BadQuestion for a selection that names what the catalogue does not have, or that chooses
    by the answer itself.
    """
    refuse_answers(where)
    judge = judge or Judge(graph)
    selected = select(graph, where)
    lines = tuple(_line(judge, recommendation) for recommendation in graph.passing(selected))
    whole = standing(judge, lines)
    figures = Figures.of(line.state for line in lines)
    groups = _groups(judge, selected, by) if by and by.has_figures else ()
    return CoverageReport(
        where=tuple(where),
        total=figures.total,
        counts=figures.counts,
        percentages=figures.percentages,
        by_basis=whole.by_basis,
        by=by,
        adds_up=sum(group.total for group in groups) == figures.total,
        suspect_links=len(graph.suspect_links()),
        suspect_counted=graph.count_suspect,
        groups=groups,
        recommendations=lines,
        marked=whole.marked,
        searched_gaps=whole.searched_gaps,
        without_response=whole.without_response,
        searched_responses=whole.searched_responses,
    )


def _line(judge: Judge, recommendation: Recommendation) -> RecommendationCoverage:
    verdict = judge.judge(recommendation)
    as_of = judge.graph.as_of
    response = recommendation.response_on(as_of)
    draft = recommendation.draft_on(as_of)
    return RecommendationCoverage(
        id=recommendation.id,
        title=recommendation.title,
        source=recommendation.source,
        themes=recommendation.themes,
        state=verdict.state,
        mentioned=verdict.mentioned,
        via=verdict.via,
        basis=verdict.basis,
        response=response.value if response else None,
        response_date=response.when if response else None,
        commitment=any(reply.commitment for reply in recommendation.given_on(as_of)),
        searched=is_searched(judge.graph.catalog, recommendation.id),
        response_searched=is_response_searched(judge.graph.catalog, recommendation.id),
        pledge_known=is_pledge_known(judge.graph.catalog, recommendation, as_of),
        draft=draft.value if draft else None,
        addressees=keys_of(recommendation.addressee),
        source_seen=judge.graph.catalog.sources[recommendation.source].seen,
        response_seen=seen_of(judge.graph.catalog, response) if response else None,
        marks=marks_of(judge, recommendation, verdict),
    )


def _figures(judge: Judge, selected: Sequence[Recommendation], basis: Basis) -> Figures:
    return Figures.of(judge.state_on(one, basis) for one in selected)


def _groups(judge: Judge, selected: Sequence[Recommendation], by: By) -> tuple[Group, ...]:
    rows = split(judge.graph.catalog, OF_RECOMMENDATIONS[by], selected)
    return tuple(_group(judge, row.records, row.key, row.label) for row in rows)


def _group(
    judge: Judge, selected: Sequence[Recommendation], key: str | None, label: LocalText | None
) -> Group:
    figures = _figures(judge, selected, judge.graph.basis)
    stated = _figures(judge, selected, Basis.STATED)
    return Group(key, label, figures.total, figures.counts, figures.percentages, stated)
