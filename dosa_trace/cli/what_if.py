"""`dosa-trace what-if`"""

from __future__ import annotations

from typing import Annotated

from dosa_trace.cli.completion import complete_id
from dosa_trace.cli.parameters import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    Limit,
    WhereList,
    conditions,
    option,
)
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase

ABOUT = Phrase(
    "What would change the figures?\n\nWith --stop, --start, --add or --drop: the states "
    "before and after. Without: which judgement would change a figure if it is wrong, and "
    "which recommendations depend on one instrument. Nothing is written.",
    "Wat zou de cijfers veranderen?\n\nMet --stop, --start, --add of --drop: de standen "
    "ervoor en erna. Zonder: welk oordeel een cijfer verandert als het onjuist is, en welke "
    "aanbevelingen van één instrument afhangen. Er wordt niets geschreven.",
)


def what_if(
    session: Session,
    stop: Annotated[
        list[str] | None,
        option(
            "--stop",
            metavar="ID",
            help=Phrase(
                "Assume that an instrument is stopped, with its parts; repeatable.",
                "Neem aan dat een instrument stopt, met de onderdelen; herhaalbaar.",
            ),
            autocompletion=complete_id,
        ),
    ] = None,
    start: Annotated[
        list[str] | None,
        option(
            "--start",
            metavar="ID",
            help=Phrase(
                "Assume that an instrument is in progress; repeatable.",
                "Neem aan dat een instrument in uitvoering is; herhaalbaar.",
            ),
            autocompletion=complete_id,
        ),
    ] = None,
    add: Annotated[
        list[str] | None,
        option(
            "--add",
            metavar=Phrase("FROM:TO:EXTENT", "VAN:NAAR:MATE"),
            help=Phrase(
                "Assume a link: full, partial or marginal; repeatable.",
                "Neem een koppeling aan: full, partial of marginal; herhaalbaar.",
            ),
        ),
    ] = None,
    drop: Annotated[
        list[str] | None,
        option(
            "--drop",
            metavar=Phrase("FROM:TO", "VAN:NAAR"),
            help=Phrase(
                "Assume that a link does not exist; repeatable.",
                "Neem aan dat een koppeling er niet is; herhaalbaar.",
            ),
        ),
    ] = None,
    alone: Annotated[
        bool,
        option(
            "--alone",
            help=Phrase(
                "With --stop: do not stop the parts.",
                "Bij --stop: laat de onderdelen niet stoppen.",
            ),
        ),
    ] = False,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
    limit: Limit = None,
) -> int:
    graph = session.opening.graph(as_of, basis.basis, suspect)
    if not (stop or start or add or drop or alone):
        from dosa_trace.questions.fragility import fragility

        session.answer(fragility(graph, where=conditions(where)), limit)
        return 0
    from dosa_trace.questions.what_if import what_if as ask

    meant_by_each = session.opening.meant_by_each
    result = ask(
        graph,
        where=conditions(where),
        stop=meant_by_each(stop or (), "instrument"),
        start=meant_by_each(start or (), "instrument"),
        add=add or (),
        drop=drop or (),
        alone=alone,
    )
    session.answer(result, limit)
    return 0
