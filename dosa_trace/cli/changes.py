"""`dosa-trace changes`"""

from __future__ import annotations

from functools import cache
from typing import Annotated

from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.cli.opening import Opening
from dosa_trace.cli.parameters import (
    DATE,
    REVISIONS,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    Limit,
    WhereList,
    conditions,
    option,
)
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion, UnknownId
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
    corrections: Annotated[
        str | None,
        option(
            "--corrections",
            metavar=REVISIONS,
            help=Phrase(
                "Two revisions of git: what was corrected, apart from what happened.",
                "Twee revisies van git: wat is verbeterd, los van wat er gebeurde.",
            ),
        ),
    ] = None,
    each: Annotated[
        bool,
        option(
            "--each",
            help=Phrase(
                "Every event in a line, not by day and source.",
                "Elke gebeurtenis in een regel, niet per dag en bron.",
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
    if corrections is not None:
        if since is not None or chart or where:
            raise BadQuestion(CORRECTIONS_ALONE, LEAVE_THEM)
        return _corrections(session, corrections, until, basis.basis, limit)
    if (record := _one_record(opening, where)) is not None:
        return _history(session, record, since, until, limit)
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
            document=lambda: layout(period_changes, frame, each),
            series=lambda: view_history.series(timeline(), frame),
        )
    )
    return 0


def _corrections(
    session: Session, revisions: str, until: str | None, basis: Basis, limit: int | None
) -> int:
    """What was corrected between two revisions, and what happened since the day of the first."""
    from dosa_trace.cli.corrections import corrected
    from dosa_trace.views.report.corrections import layout

    edits = corrected(session.opening, revisions, until, basis)
    frame = session.opening.frame(edits.until, basis, limit)
    session.deliver(
        Answer(
            data=lambda: frame.envelope("changes/corrections") | data_of(edits),
            rows=lambda: edits.corrected,
            document=lambda: layout(edits, frame),
        )
    )
    return 0


def _one_record(opening: Opening, where: list[str] | None) -> str | None:
    """The record whose history is asked for: one that is named by its id and is no recommendation,
    of which the changes tell themselves."""
    conditions_ = conditions(where)
    if len(conditions_) != 1 or conditions_[0].key != "id":
        return None
    try:
        name = opening.meant(conditions_[0].value)
    except (BadQuestion, UnknownId):  # a pattern, or a mistake that is told with the others
        return None
    return None if name in opening.catalog.recommendations else name


def _history(
    session: Session, record: str, since: str | None, until: str | None, limit: int | None
) -> int:
    """What happened with one record, all of it or from a day on."""
    from dosa_trace.analysis.records.happened import happened
    from dosa_trace.views.records.happened import layout

    opening = session.opening
    day = opening.day(until)
    first = opening.first_day(since) if since is not None else None
    events = [
        event
        for event in happened(opening.catalog, record, day)
        if first is None or event.day >= first
    ]
    frame = opening.frame(day, None, limit)
    session.deliver(
        Answer(
            data=lambda: frame.envelope("changes/record") | {"id": record, "history": events},
            rows=lambda: events,
            document=lambda: layout(events, record, frame),
        )
    )
    return 0


CORRECTIONS_ALONE = Phrase(
    "--corrections cannot be used with --since, --chart or --where",
    "--corrections gaat niet samen met --since, --chart of --where",
)
LEAVE_THEM = Phrase(
    "the first revision says from when on: --corrections OLD..NEW",
    "de eerste revisie zegt vanaf wanneer: --corrections OUD..NIEUW",
)
SINCE_WHEN = Phrase(
    "the first day of the period is missing", "de eerste dag van het tijdvak ontbreekt"
)
SAY_WHEN = Phrase(
    "write --since DATE, such as --since 2025-06, or use --chart for the whole period",
    "schrijf --since DATUM, zoals --since 2025-06, of gebruik --chart voor het hele tijdvak",
)
