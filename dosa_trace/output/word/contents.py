"""The contents of a long Word document: a line for each of its parts, which leads there.

A field that Word fills in itself would ask the reader, at the first opening, whether it may.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeGuard

from dosa_trace.document import Block, Heading
from dosa_trace.output.markup import writable

if TYPE_CHECKING:
    from docx.document import Document as Word

#: A document of so many parts is looked through rather than read.
MANY = 6


class Contents:
    """The parts of one document, which are marked in their order; none of a short one."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        found = [one for one in blocks if _is_part(one)]
        self._parts = [one.text for one in found] if len(found) >= MANY else []
        self._marked = 0

    def before(self, heading: Heading, word: Word) -> None:
        """The lines, before the first of the parts that they name."""
        if _is_part(heading) and not self._marked:
            for number, text in enumerate(self._parts, 1):
                _line(word, text, _name(number))

    def mark(self, paragraph: Any, heading: Heading) -> None:
        """Where the next of the lines leads to."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        if not (self._parts and _is_part(heading)):
            return
        self._marked += 1
        begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for one in (begin, end):
            one.set(qn("w:id"), str(self._marked))
        begin.set(qn("w:name"), _name(self._marked))
        paragraph._p.insert(0, begin)
        paragraph._p.append(end)


def _is_part(block: Block) -> TypeGuard[Heading]:
    return isinstance(block, Heading) and block.level == 2


def _line(word: Word, text: str, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    paragraph: Any = word.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(writable(text))
    run.font.color.rgb = RGBColor(0x05, 0x50, 0xAE)
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    run._r.addprevious(link)
    link.append(run._r)
    _page_of(paragraph, name)


def _page_of(paragraph: Any, name: str) -> None:
    """The number of the page on which a part begins, at the right behind dots; Word fills it in."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    paragraph.add_run("\t")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" PAGEREF {name} \\h ")
    field.set(qn("w:dirty"), "true")
    paragraph._p.append(field)


def _name(number: int) -> str:
    return f"part{number}"
