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
from dosa_trace.language import Phrase

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
    from dosa_trace.questions.result import Layout
    from dosa_trace.questions.show import shown

    opening = session.opening
    catalog, name = opening.catalog, opening.meant(identifier)
    result = shown(
        catalog,
        opening.day(as_of),
        lambda: opening.graph(as_of, basis.basis, suspect),
        name,
        conditions(where),
    )
    session.answer(result, layout=Layout(each=each))
    return 0
