"""How a table of a Word document is laid out: its widths, its lines and its shades."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dosa_trace import document as d

#: How wide the text of a page and a letter are, in centimetres, and how many letters make a column
#: full.
PAGE, LETTER, WIDEST = 17.0, 0.21, 240
#: How long a bar is, in centimetres, and the colour of the lines of a table.
BAR, RULE = 3.6, "C3C9D0"
#: How large letters are in a table that has no room for the usual, in points, and how wide.
SMALL, SMALL_LETTER = 8, 0.155


def widths(
    heads: Sequence[str], rows: Iterable[Sequence[d.Cell]], firm: Sequence[bool]
) -> tuple[list[float], bool]:
    """How wide the columns are, in centimetres, and whether their letters must be small: each as
    wide as its longest word, or what must not be broken, and more where more stands than that."""
    lines = [tuple(d.Cell(head, d.Role.STRONG) for head in heads), *rows]
    width = max(map(len, lines))
    word, text = [1] * width, [1] * width
    for row in lines:
        for at, cell in enumerate(row):
            said = f"{cell.text} {cell.small}"
            whole = at < len(firm) and firm[at]
            pieces = [cell.text] if whole else said.replace("-", "- ").split()
            bold = 2 if cell.role is d.Role.STRONG else 0
            bar = round((BAR + 0.1) / LETTER) if cell.bar else 1
            word[at] = max(word[at], *(len(piece) + bold for piece in pieces), bar)
            text[at] = max(text[at], min(len(said), WIDEST))
    small = sum(word) * LETTER + 0.4 * width > PAGE
    letter = SMALL_LETTER if small else LETTER
    least = [letters * letter + 0.4 for letters in word]
    rest = max(PAGE - sum(least), 0.0)
    wanted = [max(more - longest, 0) for more, longest in zip(text, word, strict=True)]
    parts = wanted if any(wanted) else text
    both = [minimum + rest * part / sum(parts) for minimum, part in zip(least, parts, strict=True)]
    return [PAGE * breadth / sum(both) for breadth in both], small


def shade(cell: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def rule(table: Any) -> None:
    """Light lines between rows and none between columns."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for name in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{name}")
        is_shown = name in ("top", "bottom", "insideH")
        for key, value in (("val", "single" if is_shown else "nil"), ("sz", "4"), ("color", RULE)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def mark(row: Any, name: str) -> None:
    """Something that a row is: a head that repeats, or a line that is not split."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))
