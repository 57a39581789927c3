"""`dosa-trace why ID …`"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from dosa_trace.cli.completion import complete_id
from dosa_trace.cli.parameters import (
    AsOf,
    BasisChoice,
    CountedBasis,
    CountSuspect,
    WhereList,
    argument,
    conditions,
    option,
)
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion, UnknownId
from dosa_trace.labels import ONE_OF_THEM
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer
from dosa_trace.results import data_of

if TYPE_CHECKING:
    from dosa_trace.analysis.judging.selection import Where
    from dosa_trace.cli.opening import Opening
    from dosa_trace.graph import TraceGraph

#: What has a state, or a status that states depend on.
EXPLAINED = ("recommendation", "objective", "instrument")
ABOUT = Phrase(
    "Why does a recommendation have this state?\n\nEvery chain of links that supports it, "
    "step by step, with its sources. For an instrument: everything that leads to it.",
    "Waarom heeft een aanbeveling deze stand?\n\nElke keten van koppelingen die de stand "
    "ondersteunt, stap voor stap, met de bronnen. Voor een instrument: alles wat ernaartoe "
    "leidt.",
)


def why(
    session: Session,
    identifiers: Annotated[
        list[str] | None,
        argument(
            metavar=Phrase("[ID]...", "[ID]..."),
            help=Phrase(
                "One or more records, or a pattern: 'fs-*'.",
                "Een of meer records, of een patroon: 'fs-*'.",
            ),
            complete=complete_id,
        ),
    ] = None,
    brief: Annotated[
        bool,
        option(
            "--brief",
            help=Phrase(
                "Three lines each: the weakest link, its reason and its source.",
                "Drie regels elk: de zwakste koppeling, de motivering en de bron.",
            ),
        ),
    ] = False,
    limit: Annotated[
        int,
        option(
            "--limit",
            min=1,
            metavar="N",
            show_default=True,
            help=Phrase("At most this many chains.", "Hoogstens zoveel ketens."),
        ),
    ] = 20,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    suspect: CountSuspect = True,
    where: WhereList = None,
) -> int:
    # Not above: a shell that completes an id imports this module, and nobody waits for it.
    from dosa_trace.analysis.why.explanation import explain_each
    from dosa_trace.catalog.facts.meant import NO_NAME
    from dosa_trace.views.why import brief as in_brief
    from dosa_trace.views.why.explanation import each, layout

    if identifiers and where:
        raise BadQuestion(NOT_BOTH, ONE_OF_THEM)
    if not (identifiers or where):
        raise BadQuestion(NO_NAME, NAME_ONE)
    graph = session.opening.graph(as_of, basis.basis, suspect)
    chosen = conditions(where)
    names = _chosen(graph, chosen) if chosen else _named(session.opening, identifiers or ())
    explanations = explain_each(graph, names, limit)
    frame = session.opening.frame(graph.as_of, graph.basis)
    is_one = len(identifiers or ()) == len(names) == 1 and not any(
        map(_is_pattern, identifiers or ())
    )
    session.deliver(
        Answer(
            data=lambda: (
                frame.envelope("why") | data_of(explanations[0])
                if is_one
                else frame.envelope("why/several") | {"where": chosen, "records": explanations}
            ),
            document=lambda: (
                in_brief.brief(explanations, chosen, frame)
                if brief
                else layout(explanations[0], frame)
                if is_one
                else each(explanations, chosen, frame)
            ),
            rows=lambda: [
                {"id": explained.id, **hop} if not is_one else hop
                for explained in explanations
                for chain in explained.chains
                for hop in map(data_of, chain.hops)
            ],
            document_only="--brief" if brief else None,
        )
    )
    return 0


def _chosen(graph: TraceGraph, where: Sequence[Where]) -> list[str]:
    from dosa_trace.analysis.judging.selection import select

    return [one.id for one in select(graph, where)]


def _named(opening: Opening, typed: Sequence[str]) -> list[str]:
    """The ids of the records that are named, each once, in the order of the names; of those that
    fit a pattern in their own. Raises UnknownId and BadQuestion."""
    from dosa_trace.analysis.judging.selection import fits, natural

    records = opening.catalog.by_id.values()
    taken = [record.id for record in records if record.KIND in EXPLAINED]
    named: dict[str, None] = {}
    for word in typed:
        if not _is_pattern(word):
            named.update(dict.fromkeys(opening.meant_by_each((word,), *EXPLAINED)))
            continue
        fitting = sorted((name for name in taken if fits(word, name)), key=natural)
        if not fitting:
            raise UnknownId(word, taken)
        named.update(dict.fromkeys(fitting))
    return list(named)


def _is_pattern(word: str) -> bool:
    return "*" in word


NOT_BOTH = Phrase("ids and --where cannot be used together", "id's en --where gaan niet samen")
NAME_ONE = Phrase(
    "write dosa-trace why ID, or dosa-trace why --where source=ID",
    "schrijf dosa-trace why ID, of dosa-trace why --where source=ID",
)
