"""`dosa-trace sheet KIND|--all`"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from dosa_trace.analysis.records.listing import Listable
from dosa_trace.cli.listing import THE_KIND
from dosa_trace.cli.parameters import WhereList, argument, conditions, option
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import write_file
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase
from dosa_trace.output.answer import Answer

if TYPE_CHECKING:
    from dosa_trace.analysis.judging.selection import Where
    from dosa_trace.editing.draft import Draft
    from dosa_trace.sheets.rows import RecordTable

ABOUT = Phrase(
    "Records to edit in a spreadsheet.\n\nA row for each record and a column for each field. "
    "Import the file afterwards. As CSV, a second file with the values of now stands beside it. "
    "KIND is one of: recommendations, objectives, instruments, sources, links, themes, searches, "
    "organisations.",
    "Records om in een rekenblad te wijzigen.\n\nEen rij voor elk record en een kolom voor elk "
    "veld. Importeer het bestand daarna. Bij CSV staat er een tweede bestand naast, met de waarden "
    "van nu. SOORT is een van: recommendations, objectives, instruments, sources, links, themes, "
    "searches, organisations.",
)


def sheet(
    session: Session,
    kind: Annotated[
        Listable | None,
        argument(
            metavar=Phrase("[KIND]", "[SOORT]"),
            help=THE_KIND,
        ),
    ] = None,
    everything: Annotated[
        bool, option("--all", help=Phrase("Every kind of record.", "Elke soort records."))
    ] = False,
    where: WhereList = None,
) -> int:
    from dosa_trace.editing.draft import Draft
    from dosa_trace.sheets.book import book_of
    from dosa_trace.sheets.csv_files import base_csv, base_path

    if everything == (kind is not None):
        raise BadQuestion(ONE_KIND, SUCH_AS)
    catalog = session.opening.catalog
    draft = Draft(catalog)
    wanted = conditions(where)
    day = session.opening.day(None)
    tables = [_table(draft, kind, wanted, day)] if kind else _tables(session, draft, wanted, day)
    delivery = session.delivery
    if delivery.format.name == "csv":
        if kind is None:
            raise BadQuestion(ONE_IN_CSV, IN_XLSX)
        if delivery.to_stdout:
            raise BadQuestion(TO_FILE, GIVE_NAME(path=f"{kind}.xlsx"))
        path = base_path(Path(delivery.output or ""))
        delivery.spare(path)
        write_file(path, base_csv(tables[0], catalog.digest))
        delivery.note(BESIDE(path=str(path)))
    session.deliver(
        Answer(
            rows=lambda: _lines(tables[0]),
            book=lambda: book_of(tables, catalog, session.language),
        )
    )
    return 0


def _table(draft: Draft, kind: Listable, wanted: Sequence[Where], day: date) -> RecordTable:
    """The records of a kind that fulfil the conditions. Raises BadQuestion for what is no record,
    or has not such a field."""
    from dosa_trace.analysis.records.listing import listing
    from dosa_trace.sheets.columns import SECTIONS
    from dosa_trace.sheets.rows import table_of

    if kind.value not in SECTIONS:
        raise BadQuestion(NO_RECORD(kind=kind.value), KINDS)
    table = table_of(draft, kind.value)
    if not wanted:
        return table
    items = listing(draft.catalog, kind, wanted, day).items
    return table.only({_key(item) for item in items})


def _tables(
    session: Session, draft: Draft, wanted: Sequence[Where], day: date
) -> list[RecordTable]:
    """Those of every kind; of a kind that knows no such condition none, which is said. Raises
    BadQuestion for a condition that no kind knows."""
    from dosa_trace.sheets.columns import SECTIONS

    tables: list[RecordTable] = []
    unable: dict[str, BadQuestion] = {}
    for name in SECTIONS:
        try:
            tables.append(_table(draft, Listable(name), wanted, day))
        except BadQuestion as error:
            unable[name] = error
    if not tables:
        raise unable["recommendations"]
    for name, reason in unable.items():
        session.delivery.note(LEFT_OUT(kind=name, reason=reason.message))
    return tables


def _key(item: object) -> str:
    from dosa_trace.analysis.records.listed import ListedLink
    from dosa_trace.catalog.model.link_names import pair_name

    if isinstance(item, ListedLink):
        return pair_name(item.origin, item.target)
    return str(getattr(item, "id", ""))


def _lines(table: RecordTable) -> Iterator[dict[str, str]]:
    """A line for each record; where there is none an empty one, for the heads."""
    for cells in table.rows.values() or ({},):
        yield {column.name: cells.get(column.name, "") for column in table.columns}


ONE_KIND = Phrase("name one kind of record, or --all", "noem één soort records, of --all")
SUCH_AS = Phrase(
    "write dosa-trace sheet links -o links.xlsx", "schrijf dosa-trace sheet links -o links.xlsx"
)
ONE_IN_CSV = Phrase("CSV holds one kind of record", "CSV bevat één soort records")
IN_XLSX = Phrase("write to a file that ends in .xlsx", "schrijf naar een bestand op .xlsx")
TO_FILE = Phrase("a sheet to edit is written to a file", "een werkblad komt in een bestand")
GIVE_NAME = Phrase("add -o {path}", "voeg -o {path} toe")
NO_RECORD = Phrase("'{kind}' are no records", "'{kind}' zijn geen records")
KINDS = Phrase("use organisations instead", "gebruik organisations")
BESIDE = Phrase(
    "keep {path} beside it: import needs it", "bewaar {path} ernaast: importeren heeft dat nodig"
)
LEFT_OUT = Phrase("{kind} left out: {reason}", "{kind} weggelaten: {reason}")
