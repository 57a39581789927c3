"""`dosa-trace export`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from dosa_trace.cli.parameters import AsOf, BasisChoice, CountedBasis, option
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import write_error
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer

if TYPE_CHECKING:
    from dosa_trace.exporting.verification import Verification

ABOUT = Phrase(
    "The whole catalogue for other programs, with what follows from it on a date.\n\nA database of "
    "SQLite: a table for each kind of record and each list on it, and views of states, figures, "
    "chains and money. coverage.sql is in it. That computes the states from the tables alone. "
    "With -f csv or parquet a folder of the same tables. With -f json one document that import "
    "reads back. With -f jsonld linked data. With -f needs requirements for sphinx-needs. With "
    "-f datasette the titles and facets of catalogue.db.",
    "De hele catalogus voor andere programma's, met wat er op een datum uit volgt.\n\nEen database "
    "van SQLite: een tabel voor elke soort records en elke lijst daarop, en views van standen, "
    "cijfers, ketens en geld. Ook coverage.sql zit erin. Dat berekent de standen uit alleen de "
    "tabellen. Met -f csv of parquet een map met dezelfde tabellen. Met -f json één document dat "
    "import weer inleest. Met -f jsonld linked data. Met -f needs requirements voor "
    "sphinx-needs. Met -f datasette de titels en facetten van catalogue.db.",
)


def export(
    session: Session,
    verify: Annotated[
        bool,
        option(
            "--verify",
            help=Phrase(
                "Compute the states by SQL and compare; 1 where any differs.",
                "Bereken de standen met SQL en vergelijk; 1 als er een verschilt.",
            ),
        ),
    ] = False,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
) -> int:
    from dosa_trace.exporting.database import database
    from dosa_trace.exporting.datasette_metadata import datasette_metadata
    from dosa_trace.exporting.description import NOT_CARRIED, description
    from dosa_trace.exporting.linked_data import linked_data
    from dosa_trace.exporting.needs import needs
    from dosa_trace.exporting.whole import DOCUMENT, whole

    if verify:
        session.delivery.only_with("--verify", "sqlite", "csv", "parquet")
    if basis is not CountedBasis.INFERRED:
        session.delivery.only_with("--basis", "sqlite", "csv", "parquet", "needs", "datasette")
    graph = session.opening.graph(as_of, basis.basis)
    format_ = session.delivery.format.name
    if verify:
        from dosa_trace.exporting.verification import Engine
        from dosa_trace.exporting.verification import verify as computed_anew

        engine = Engine.DUCKDB if format_ == "parquet" else Engine.SQLITE
        verification = computed_anew(graph, engine)
        _say(session, verification)
        if verification.differences or session.delivery.output is None:
            return int(bool(verification.differences))
    about = description(graph, session.language)
    frame = session.opening.frame(graph.as_of, None)
    session.deliver(
        Answer(
            database=lambda: database(graph, session.language),
            data=lambda: frame.envelope(DOCUMENT) | whole(graph.catalog, about),
            linked_data=lambda: linked_data(graph.catalog, about),
            needs=lambda: needs(graph, about),
            datasette=lambda: datasette_metadata(database(graph, session.language)),
        )
    )
    session.delivery.note(NOT_CARRIED[format_])
    return 0


def _say(session: Session, found: Verification) -> None:
    """Which states differ, else that none does."""
    for one in found.differences:
        message = DIFFERS(id=one.recommendation, program=one.program or "–", sql=one.sql or "–")
        write_error(message, None, session.language)
    if not found.differences:
        session.delivery.note(SAME(n=found.states))


DIFFERS = Phrase(
    "'{id}' is {program} here and {sql} by SQL", "'{id}' is hier {program} en met SQL {sql}"
)
SAME = Phrase(
    "{n} {n:state|states} computed by SQL from the tables alone: all are the same",
    "{n} {n:stand|standen} met SQL berekend uit alleen de tabellen: alle gelijk",
)
