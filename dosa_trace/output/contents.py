"""The contents of a long Word document: a line for each of its parts, which leads there.

A field that Word fills in itself would ask the reader, at the first opening, whether it may.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dosa_trace.document import Block, Heading
from dosa_trace.output.xml import writable

if TYPE_CHECKING:
    from docx.document import Document as Word

#: A document of so many parts is looked through rather than read.
MANY = 6


def parts(blocks: Sequence[Block]) -> tuple[Heading, ...]:
    """The headings that a contents names; none of a short document."""
    found = tuple(one for one in blocks if isinstance(one, Heading) and one.level == 2)
    return found if len(found) >= MANY else ()


def add_contents(word: Word, headings: Sequence[Heading]) -> None:
    """A line for each part, in the order in which `mark` will meet them."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for number, heading in enumerate(headings, 1):
        paragraph: Any = word.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(writable(heading.text))
        run.font.color.rgb = RGBColor(0x05, 0x50, 0xAE)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _name(number))
        run._r.addprevious(link)
        link.append(run._r)


def mark(paragraph: Any, number: int) -> None:
    """Where the line of that number leads to."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for one in (begin, end):
        one.set(qn("w:id"), str(number))
    begin.set(qn("w:name"), _name(number))
    paragraph._p.insert(0, begin)
    paragraph._p.append(end)


def _name(number: int) -> str:
    return f"part{number}"
