"""The table of commands: where each is, which shapes its answer has, and in which group of the help
it stands.

To add a command: its module, with the function and `ABOUT`, its line in `COMMANDS`, and its name in
`SECTIONS`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dosa_trace.language import Phrase
from dosa_trace.output.formats import Shape

#: What nearly every answer has: something for programs, for a sheet and for people.
USUAL = (Shape.DATA, Shape.ROWS, Shape.DOCUMENT)

#: The shapes of a whole catalogue.
EXPORTED = (
    Shape.DATABASE, Shape.DATA, Shape.LINKED_DATA, Shape.NEEDS, Shape.DATASETTE,
)  # fmt: skip


class Command(NamedTuple):
    """Where a command is, which shapes its answer has, whether it reads a catalogue, whether that
    may be the one that comes with the program where there is no other, and whether it takes options
    that only it knows.

    The module holds a function of that name, and `ABOUT`, what the help says of it.
    """

    module: str
    function: str
    shapes: tuple[Shape, ...] = USUAL
    reads: bool = True
    falls_back: bool = True
    takes_any: bool = False


#: The commands in the order of the help.
COMMANDS = {
    "coverage": Command("coverage", "coverage"),
    "gaps": Command("gaps", "gaps"),
    "orphans": Command("orphans", "orphans"),
    "cross": Command("cross", "cross"),
    "due": Command("due", "due"),
    "money": Command("money", "money"),
    "changes": Command("changes", "changes", (*USUAL, Shape.SERIES)),
    "what-if": Command("what_if", "what_if"),
    "agreement": Command("agreement", "agreement"),
    "why": Command("why", "why"),
    "show": Command("show", "show"),
    "suggest": Command("suggest", "suggest", (*USUAL, Shape.SNIPPET)),
    "list": Command("listing", "listing"),
    "matrix": Command("matrix", "matrix", (*USUAL, Shape.BOOK, Shape.PAGE)),
    "graph": Command("graph", "graph", (Shape.DATA, Shape.ROWS, Shape.SKETCH)),
    "report": Command("report", "report", (*USUAL, Shape.BOOK, Shape.PAGE)),
    "fill": Command("fill", "fill"),
    "export": Command("export", "export", EXPORTED),
    "check": Command("check", "check", (*USUAL, Shape.FINDINGS), falls_back=False),
    "diff": Command("diff", "diff", falls_back=False),
    "set": Command("set_fields", "set_fields", falls_back=False),
    "add": Command("add", "add", falls_back=False, takes_any=True),
    "remove": Command("remove", "remove", falls_back=False),
    "rename": Command("rename", "rename", falls_back=False),
    "sheet": Command("sheet", "sheet", (Shape.ROWS, Shape.BOOK)),
    "import": Command("import_sheet", "import_sheet", falls_back=False),
    "review": Command("review", "review", falls_back=False),
    "init": Command("init", "init", reads=False),
    "rule": Command("rule", "rule", reads=False),
    "schema": Command("schema", "schema", (Shape.DATA,), reads=False),
}
#: The same by what a user wants.
SECTIONS: Mapping[Phrase, Sequence[str]] = {
    Phrase("Ask", "Vragen"): (
        "coverage",
        "gaps",
        "orphans",
        "cross",
        "changes",
        "due",
        "money",
        "what-if",
        "agreement",
        "suggest",
        "list",
    ),
    Phrase("Explain", "Uitleggen"): ("why", "show", "rule"),
    Phrase("Draw and report", "Tekenen en rapporteren"): (
        "matrix",
        "graph",
        "report",
        "fill",
        "export",
    ),
    Phrase("Maintain the catalogue", "De catalogus bijhouden"): (
        "init",
        "check",
        "diff",
        "set",
        "add",
        "remove",
        "rename",
        "sheet",
        "import",
        "review",
        "schema",
    ),
}
