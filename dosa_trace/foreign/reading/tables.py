"""A sheet of somebody else as it was read: heads, and rows of cells of which nothing is assumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase, Words
from dosa_trace.sheets.cells_read import MOST_COLUMNS, MOST_ROWS, cleaned, column_letters

#: What a cell holds: a text, or what a program of sheets or JSON knows to be a number, a day or a
#: truth.
Raw = str | Decimal | date | bool


class ForeignRow(NamedTuple):
    """A row with its number, as its file counts them; `unread` are the heads of cells that hold a
    formula or the error of one."""

    number: int
    cells: Mapping[str, Raw]
    unread: frozenset[str] = frozenset()


class ForeignTable(NamedTuple):
    """A sheet: the rows below its heads. `how` says how it was read, `left_out` what was not."""

    heads: tuple[str, ...]
    rows: tuple[ForeignRow, ...]
    how: tuple[str | Words, ...] = ()
    left_out: tuple[str | Words, ...] = ()
    #: The letters of the column of each head; none where the file has no columns.
    letters: Mapping[str, str] = {}
    #: The sheet of a file that has several.
    sheet: str = ""

    def address(self, head: str | None) -> str:
        """How a cell below a head is called, with a hole for the number of its row; a row without
        one."""
        sheet = f"{_shown(self.sheet)}!" if self.sheet else ""
        if head is None:
            return f"{sheet}{{row}}"
        return f"{sheet}{self.letters.get(head, '')}{{row}} ({_shown(head)})"

    def values(self, head: str) -> Iterator[Raw]:
        """The cells below a head that hold something."""
        return (row.cells[head] for row in self.rows if head in row.cells)


def table_of_lines(lines: Sequence[tuple[int, Sequence[Raw]]]) -> ForeignTable:
    """The sheet that lines of cells make, each with its number. Its heads are the first line, of
    a sheet of which most have several cells the first of those; what stands above is named.

    Raises BadQuestion for more rows or columns than are read."""
    filled = [(number, line) for number, line in lines if any(map(_holds, line))]
    if len(filled) > MOST_ROWS + 1:
        raise BadQuestion(TOO_MANY(most=MOST_ROWS), IN_PARTS)
    if max((len(line) for _, line in filled), default=0) > MOST_COLUMNS:
        raise BadQuestion(TOO_WIDE(most=MOST_COLUMNS), IN_PARTS)
    several = [sum(map(_holds, line)) > 1 for _, line in filled]
    at = several.index(True) if sum(several) * 2 > len(several) else 0
    above = tuple(ABOVE(row=number, text=_first(line)) for number, line in filled[:at])
    if not filled:
        return ForeignTable((), ())
    width = max(len(line) for _, line in filled[at:])
    heads = _heads(filled[at][1], [line for _, line in filled[at + 1 :]], width)
    rows = tuple(_row(number, line, heads) for number, line in filled[at + 1 :])
    letters = {head: column_letters(column) for column, head in heads.items()}
    return ForeignTable(tuple(heads.values()), rows, left_out=above, letters=letters)


def _heads(first: Sequence[Raw], below: Sequence[Sequence[Raw]], width: int) -> dict[int, str]:
    """The head of each column that has one or holds something: one without is called by its
    letters, of several that are called the same the later have a number."""
    heads: dict[int, str] = {}
    for at in range(width):
        name = " ".join(str(first[at]).split()) if at < len(first) else ""
        if not name and not any(_holds(line[at]) for line in below if at < len(line)):
            continue
        name = name or column_letters(at)
        taken = set(heads.values())
        number = next(n for n in range(1, width + 2) if _numbered(name, n) not in taken)
        heads[at] = _numbered(name, number)
    return heads


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name} ({number})"


def _row(number: int, line: Sequence[Raw], heads: Mapping[int, str]) -> ForeignRow:
    cells = {heads[at]: value for at, value in enumerate(line) if at in heads and _holds(value)}
    unread = frozenset(head for head, value in cells.items() if value is FORMULA)
    held = {
        head: cleaned(value.replace("\t", " ")) if isinstance(value, str) else value
        for head, value in cells.items()
        if head not in unread
    }
    return ForeignRow(number, held, unread)


def _holds(value: Raw) -> bool:
    return not isinstance(value, str) or bool(value.strip())


def _first(line: Sequence[Raw]) -> str:
    return str(next(filter(_holds, line)))


def _shown(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


class _Formula(str):
    """What stands in the place of a formula."""


#: A cell that is a formula, or the error of one.
FORMULA = _Formula("=")
TOO_MANY = Phrase("this sheet has more than {most} rows", "dit blad heeft meer dan {most} rijen")
TOO_WIDE = Phrase(
    "this sheet has more than {most} columns", "dit blad heeft meer dan {most} kolommen"
)
IN_PARTS = Phrase("import it in parts", "importeer het in delen")
ABOVE = Phrase("row {row}: {text}", "rij {row}: {text}")
