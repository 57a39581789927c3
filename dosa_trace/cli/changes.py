"""`dosa-trace changes`"""

from __future__ import annotations

from functools import cache
from typing import Annotated

from dosa_trace.cli.parameters import (
    DATE,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    Limit,
    WhereList,
    conditions,
    option,
)
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.results import data_of

ABOUT = Phrase(
    "What has happened since a date?\n\nResponses, statuses, links and recommendations, with "
    "what each changed. The figures before and after are shown. With --chart: the figures on "
    "every day on which one changed. For corrections to the catalogue itself, see diff.",
    "Wat is er gebeurd sinds een datum?\n\nReacties, statussen, koppelingen en aanbevelingen, "
    "met wat elk veranderde. De cijfers ervoor en erna staan erbij. Met --chart: de cijfers "
    "op elke dag waarop er een veranderde. Voor verbeteringen in de catalogus zelf: zie diff.",
)


def changes(
    session: Session,
    since: Annotated[
        str | None,
        option(
            "--since",
            metavar=DATE,
            help=Phrase(
                "The first day: 2025-06-01, 2025-06 or 2025. Required, except with --chart.",
                "De eerste dag: 2025-06-01, 2025-06 of 2025. Verplicht, behalve bij --chart.",
            ),
        ),
    ] = None,
    until: Annotated[
        str | None,
        option(
            "--until",
            "--as-of",
            metavar=DATE,
            help=Phrase("The last day; by default today.", "De laatste dag; anders vandaag."),
        ),
    ] = None,
    chart: Annotated[
        bool,
        option(
            "--chart",
            help=Phrase(
                "The figures through time; -f svg draws them.",
                "De cijfers door de tijd; -f svg tekent ze.",
            ),
        ),
    ] = False,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
    limit: Limit = None,
) -> int:
    from dosa_trace.analysis.time.changes import changes as ask
    from dosa_trace.analysis.time.history import history
    from dosa_trace.views.time import history as view_history
    from dosa_trace.views.time.changes import layout

    opening = session.opening
    graph = opening.graph(until, basis.basis, suspect)
    first = opening.first_day(since) if since is not None else None
    frame = opening.frame(graph.as_of, graph.basis, limit)
    timeline = cache(lambda: history(graph, first, conditions(where)))
    if chart:
        session.deliver(
            Answer(
                data=lambda: frame.envelope("changes/chart") | data_of(timeline()),
                rows=lambda: view_history.rows(timeline(), frame),
                document=lambda: view_history.layout(timeline(), frame),
                series=lambda: view_history.series(timeline(), frame),
            )
        )
        return 0
    if first is None:
        raise BadQuestion(SINCE_WHEN, SAY_WHEN)
    period_changes = ask(graph, first, conditions(where))
    session.deliver(
        Answer(
            data=lambda: frame.envelope("changes") | data_of(period_changes),
            rows=lambda: period_changes.changes,
            document=lambda: layout(period_changes, frame),
            series=lambda: view_history.series(timeline(), frame),
        )
    )
    return 0


SINCE_WHEN = Phrase(
    "the first day of the period is missing", "de eerste dag van het tijdvak ontbreekt"
)
SAY_WHEN = Phrase(
    "write --since DATE, such as --since 2025-06, or use --chart for the whole period",
    "schrijf --since DATUM, zoals --since 2025-06, of gebruik --chart voor het hele tijdvak",
)
