"""`dosa-trace import FILE`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from dosa_trace.cli.editing import (
    NOBODY_ASKED,
    DryRun,
    Yes,
    begin,
    somebody_is_there,
)
from dosa_trace.cli.foreign_options import ToldOptions
from dosa_trace.cli.import_foreign import (
    NOT_READ,
    read_foreign,
    save_mapping,
    say_open,
)
from dosa_trace.cli.parameters import FILE, NAME, argument, option
from dosa_trace.cli.session import Session
from dosa_trace.cli.sheets_taken_over import (
    Conflicts,
    ImportChoices,
    Missing,
    TakenSheets,
    bad_of,
    name_cells,
    take_over_sheets,
)
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.foreign.choices import Encoding, SheetKind
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from dosa_trace.editing.draft import Draft
    from dosa_trace.sheets.cells_read import ReadBook
    from dosa_trace.sheets.returned import Returned

ABOUT = Phrase(
    "Take over what was changed in a sheet, or what somebody else's sheet holds.\n\nEach cell of a "
    "sheet of dosa-trace is compared with what it was, and with the catalogue of now. So is each "
    "record of what export -f json wrote. Of any other CSV, workbook or JSON it is shown how it is "
    "read. What only you can tell is asked. Without a terminal it is named with the option that "
    "says it.",
    "Neem over wat in een werkblad is gewijzigd, of wat een blad van een ander bevat.\n\nElke cel "
    "van een werkblad van dosa-trace wordt vergeleken met wat er stond, en met de catalogus van "
    "nu. Zo ook elk record van wat export -f json schreef. Van elke andere CSV, werkmap of JSON "
    "wordt getoond hoe die wordt gelezen. Wat alleen u kunt zeggen, wordt gevraagd. Zonder "
    "terminal wordt het genoemd met de optie die het zegt.",
)


def import_sheet(
    session: Session,
    file: Annotated[
        Path,
        argument(
            metavar=FILE,
            help=Phrase(
                "What dosa-trace sheet wrote and somebody edited, or any CSV, XLSX or JSON.",
                "Wat dosa-trace sheet schreef en iemand wijzigde, of elke CSV, XLSX of JSON.",
            ),
        ),
    ],
    pick: Annotated[
        bool,
        option("--pick", help=Phrase("Ask about each row.", "Vraag het bij elke rij.")),
    ] = False,
    missing: Annotated[
        Missing | None,
        option(
            "--missing",
            help=Phrase(
                "What to do with records that the sheet no longer has; by default this is asked.",
                "Wat te doen met records die niet meer in het werkblad staan; standaard wordt "
                "het gevraagd.",
            ),
        ),
    ] = None,
    conflicts: Annotated[
        Conflicts | None,
        option(
            "--conflicts",
            help=Phrase(
                "What to do with cells that are otherwise in the catalogue; by default this is "
                "asked.",
                "Wat te doen met cellen die in de catalogus anders zijn; standaard wordt het "
                "gevraagd.",
            ),
        ),
    ] = None,
    kind: Annotated[
        SheetKind | None,
        option(
            "--kind",
            help=Phrase(
                "What each row of somebody else's sheet is.", "Wat elke rij van een ander blad is."
            ),
        ),
    ] = None,
    column: Annotated[
        list[str] | None,
        option(
            "--column",
            metavar=Phrase("COLUMN=FIELD", "KOLOM=VELD"),
            help=Phrase(
                "What a column becomes: a field, a key x-…, or skip.",
                "Wat een kolom wordt: een veld, een sleutel x-…, of skip.",
            ),
        ),
    ] = None,
    form: Annotated[
        list[str] | None,
        option(
            "--form",
            metavar=Phrase("COLUMN=FORM", "KOLOM=VORM"),
            help=Phrase(
                "How a column writes: text, yes-no, decimal-comma, decimal-point, day-first, "
                "month-first.",
                "Hoe een kolom schrijft: text, yes-no, decimal-comma, decimal-point, day-first, "
                "month-first.",
            ),
        ),
    ] = None,
    value: Annotated[
        list[str] | None,
        option(
            "--value",
            metavar=Phrase("COLUMN:CELL=WORD", "KOLOM:CEL=WOORD"),
            help=Phrase(
                "What a cell means: a word of the field, an id, or skip.",
                "Wat een cel betekent: een woord van het veld, een id, of skip.",
            ),
        ),
    ] = None,
    fixed: Annotated[
        list[str] | None,
        option(
            "--set",
            metavar=Phrase("FIELD=VALUE", "VELD=WAARDE"),
            help=Phrase("A field of all rows.", "Een veld van alle rijen."),
        ),
    ] = None,
    sheet: Annotated[
        str | None,
        option(
            "--sheet",
            metavar=NAME,
            help=Phrase("Which sheet of a workbook.", "Welk blad van een werkmap."),
        ),
    ] = None,
    encoding: Annotated[
        Encoding | None,
        option(
            "--encoding",
            help=Phrase(
                "How the letters of a CSV are written.",
                "Hoe de letters van een CSV zijn geschreven.",
            ),
        ),
    ] = None,
    map_file: Annotated[
        Path | None,
        option(
            "--map",
            metavar=FILE,
            help=Phrase(
                "Where it is saved how the sheet is read, to follow the next time; by default "
                "beside it (x.map.yaml).",
                "Waar wordt bewaard hoe het blad wordt gelezen, om de volgende keer te volgen; "
                "standaard ernaast (x.map.yaml).",
            ),
        ),
    ] = None,
    yes: Yes = False,
    dry_run: DryRun = False,
) -> int:
    from dosa_trace.cli.import_records import import_records
    from dosa_trace.exporting.read_back import read_export
    from dosa_trace.sheets.reading import read_book, read_file

    asks = somebody_is_there() and not yes
    if pick and not asks:
        raise BadQuestion(NOBODY_ASKED, AT_A_TERMINAL)
    draft = begin(session, dry_run)
    data = read_file(file)
    options = ToldOptions(
        kind, sheet, encoding, column or (), form or (), value or (), fixed or (), map_file
    )
    choices = ImportChoices(asks, pick, missing, conflicts, yes, dry_run)
    if (export := read_export(str(file), data, draft.catalog.info)) is not None:
        given = "--pick" if pick else options.first
        if given is not None:
            raise BadQuestion(FOR_SHEETS(option=given))
        return import_records(session, draft, str(file), export, choices)
    book = read_book(file, data)
    if book is None:
        read = read_foreign(session, draft, file, data, options, asks)
        if read.open:
            name_cells(session, read.sheets, [*bad_of(read.sheets), *read.bad])
            say_open(session, read.open)
            return 2
        taken = TakenSheets(
            session, read.sheets, read.bad, lambda: save_mapping(session, read), read.rows
        )
    elif options.first is not None:
        raise BadQuestion(FOR_OTHERS(option=options.first))
    else:
        taken = TakenSheets(session, _returned(session, draft, book), (), None)
    return take_over_sheets(taken, draft, choices)


def _returned(session: Session, draft: Draft, book: ReadBook) -> list[Returned]:
    """The sheets of a file, each held against the catalogue; what is not read of it is said."""
    from dosa_trace.sheets.returned import returned

    if book.left_out:
        session.delivery.note(NOT_READ(names=book.left_out))
    sheets = [returned(draft, sheet) for sheet in book.sheets]
    for back in sheets:
        if back.not_read:
            session.delivery.note(NO_FIELDS(section=back.sheet.section, names=back.not_read))
    return sheets


FOR_SHEETS = Phrase(
    "{option} is for sheets, and this is a whole catalogue",
    "{option} is voor bladen, en dit is een hele catalogus",
)
FOR_OTHERS = Phrase(
    "{option} is for sheets of others, and dosa-trace sheet made this one",
    "{option} is voor bladen van anderen, en dit is gemaakt met dosa-trace sheet",
)
AT_A_TERMINAL = Phrase(
    "leave out --pick and --yes, or run it at a terminal",
    "laat --pick of --yes weg, of draai het in een terminal",
)
NO_FIELDS = Phrase(
    "{section}: no column of this sheet, and left out: {names}",
    "{section}: geen kolom van dit werkblad, en weggelaten: {names}",
)
