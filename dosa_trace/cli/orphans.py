"""`dosa-trace orphans`"""

from __future__ import annotations

from dosa_trace.cli.parameters import AsOf, BasisChoice, CountedBasis, Limit
from dosa_trace.cli.session import Session
from dosa_trace.language import Phrase
from dosa_trace.questions.orphans import orphans as ask

ABOUT = Phrase(
    "Which instruments have no recommendation?\n\nAlso objectives without a recommendation or "
    "an instrument, sources that are never cited and themes that are never used.",
    "Welke instrumenten hebben geen aanbeveling?\n\nOok doelstellingen zonder aanbeveling of "
    "instrument, bronnen die nergens worden aangehaald en thema's die nergens worden "
    "gebruikt.",
)


def orphans(
    session: Session,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
    limit: Limit = None,
) -> int:
    graph = session.opening.graph(as_of, basis.basis)
    session.answer(ask(graph), limit)
    return 0
