"""`dosa-trace show ID`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.cli.parameters import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    RecordId,
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
    "All about a theme, an organisation, a source or another record.\n\nFor a theme, an "
    "organisation or a source: recommendations, institutions, responses, instruments, money, "
    "what is open, challenges, and where advisers agree or disagree. For any record: "
    "everything in the catalogue.",
    "Alles over een thema, organisatie, bron of ander record.\n\nVoor een thema, organisatie "
    "of bron: aanbevelingen, instellingen, reacties, instrumenten, geld, wat open is, "
    "tegenwerpingen, en waar adviseurs het eens of oneens zijn. Voor elk record: alles in de "
    "catalogus.",
)


def show(
    session: Session,
    identifier: RecordId,
    each: Annotated[
        bool,
        option(
            "--each",
            help=Phrase(
                "Of a theme, organisation or source: all, not just a page.",
                "Van een thema, organisatie of bron: alles, niet alleen een pagina.",
            ),
        ),
    ] = False,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    # Not above: a shell that completes an id imports this module, and nobody waits for it.
    from dosa_trace.analysis.records.happened import happened
    from dosa_trace.analysis.records.record import describe
    from dosa_trace.catalog.model.catalog_info import Theme
    from dosa_trace.catalog.model.records import Organisation, Source
    from dosa_trace.views.records.record import layout, page

    opening = session.opening
    catalog = opening.catalog
    identifier = opening.meant(identifier)
    described = describe(catalog, identifier)
    record, profile, counted = catalog.record(identifier), None, None
    if isinstance(record, Theme | Organisation | Source):
        from dosa_trace.analysis.records.profile import subject

        graph = opening.graph(as_of, basis.basis, suspect)
        profile, counted = subject(graph, record, conditions(where)), graph.basis
    elif where:
        raise BadQuestion(NOTHING_TO_SELECT(id=identifier))
    day = opening.day(as_of)
    frame = opening.frame(day, counted)
    events = happened(catalog, identifier, day)
    session.deliver(
        Answer(
            data=lambda: (
                frame.envelope("show")
                | data_of(described)
                | {"subject": profile, "history": events}
            ),
            document=lambda: (
                layout(described, frame, profile, events)
                if each or profile is None
                else page(described, frame, profile)
            ),
            rows=lambda: [{"id": described.id, **described.fields}],
        )
    )
    return 0


NOTHING_TO_SELECT = Phrase(
    "--where works for a theme, an organisation or a source; '{id}' is none of these",
    "--where werkt bij een thema, een organisatie of een bron; '{id}' is geen van deze",
)
