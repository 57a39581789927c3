"""`dosa-trace changes`"""

from __future__ import annotations

from typing import Annotated

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
    from dosa_trace.questions.changes import SAY_WHEN, SINCE_WHEN, record_changes
    from dosa_trace.questions.changes import changes as ask
    from dosa_trace.questions.result import Layout

    opening = session.opening
    if corrections is not None:
        if since is not None or chart or where:
            raise BadQuestion(CORRECTIONS_ALONE, LEAVE_THEM)
        from dosa_trace.cli.corrections import corrected

        session.answer(corrected(opening, corrections, until, basis.basis), limit)
        return 0
    first = opening.first_day(since) if since is not None else None
    if (record := _one_record(opening, where)) is not None:
        day = opening.day(until)
        session.answer(record_changes(opening.catalog, record, day, first), limit)
        return 0
    graph = opening.graph(until, basis.basis, suspect)
    chosen = conditions(where)
    if chart:
        session.answer(ask(graph, where=chosen, since=first, chart=True), limit)
        return 0
    if first is None:
        raise BadQuestion(SINCE_WHEN, SAY_WHEN)
    session.answer(ask(graph, where=chosen, since=first), limit, Layout(each=each))
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


CORRECTIONS_ALONE = Phrase(
    "--corrections cannot be used with --since, --chart or --where",
    "--corrections gaat niet samen met --since, --chart of --where",
)
LEAVE_THEM = Phrase(
    "the first revision says from when on: --corrections OLD..NEW",
    "de eerste revisie zegt vanaf wanneer: --corrections OUD..NIEUW",
)
