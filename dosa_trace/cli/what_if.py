"""`dosa-trace what-if`"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

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
from dosa_trace.cli.session import Session, answer_of
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from dosa_trace.analysis.robustness.supposed import CutLink, LaidLink

Link = TypeVar("Link", "LaidLink", "CutLink")
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
    from dosa_trace.analysis.robustness.supposed import CutLink, LaidLink, Supposed
    from dosa_trace.analysis.robustness.what_if import what_if as ask

    meant = session.opening.meant
    supposed = Supposed(
        tuple(session.opening.meant_by_each(stop or (), "instrument")),
        tuple(session.opening.meant_by_each(start or (), "instrument")),
        tuple(_between(LaidLink.parse(text), meant) for text in add or ()),
        tuple(_between(CutLink.parse(text), meant) for text in drop or ()),
    )
    if alone and not supposed.stop:
        raise BadQuestion(ALONE_OF_WHAT, NAME_ONE)
    graph = session.opening.graph(as_of, basis.basis, suspect)
    frame = session.opening.frame(graph.as_of, graph.basis, limit)
    if not any(supposed):
        from dosa_trace.analysis.robustness.fragility import fragility
        from dosa_trace.views.robustness import fragility as view

        hangs = fragility(graph, conditions(where))
        session.deliver(
            answer_of(
                "what-if/fragility",
                hangs,
                frame,
                lambda: view.layout(hangs, frame),
                lambda: [
                    hanging.judgement._asdict()
                    | {"falls": tuple(fall.id for fall in hanging.falls)}
                    for hanging in hangs.judgements
                ],
            )
        )
        return 0
    from dosa_trace.views.robustness.what_if import layout

    outcome = ask(graph, supposed, alone, conditions(where))
    session.deliver(
        answer_of("what-if", outcome, frame, lambda: layout(outcome, frame), lambda: outcome.moved)
    )
    return 0


def _between(link: Link, meant: Callable[..., str]) -> Link:
    """A link between the records that are meant by its ends."""
    return link._replace(origin=meant(link.origin, *LINK_FROM), target=meant(link.target, *LINK_TO))


LINK_FROM, LINK_TO = ("recommendation", "objective"), ("instrument", "objective")
ALONE_OF_WHAT = Phrase("--alone can only be used with --stop", "--alone kan alleen met --stop")
NAME_ONE = Phrase("name an instrument: --stop ID", "noem een instrument: --stop ID")
