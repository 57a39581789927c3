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
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from dosa_trace.cli.opening import Opening

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
    from dosa_trace.questions.result import Layout
    from dosa_trace.questions.why import is_pattern
    from dosa_trace.questions.why import why as ask

    graph = session.opening.graph(as_of, basis.basis, suspect)
    words = _apart(session.opening, identifiers or ())
    chosen = conditions(where)
    is_one = len(words) == len(identifiers or ()) == 1 and not is_pattern(words[0])
    result = (
        ask(graph, words[0], limit=limit)
        if is_one and not chosen
        else ask(graph, words, where=chosen, limit=limit)
    )
    session.answer(result, layout=Layout(brief=brief))
    return 0


def _apart(opening: Opening, typed: Sequence[str]) -> list[str]:
    """The ids of the records that are named, also of several in one word with commas between, and
    patterns as they are. Raises UnknownId and BadQuestion."""
    from dosa_trace.questions.why import EXPLAINED, is_pattern

    named: dict[str, None] = {}
    for word in typed:
        is_named = not is_pattern(word)
        named.update(
            dict.fromkeys(opening.meant_by_each((word,), *EXPLAINED) if is_named else (word,))
        )
    return list(named)
