"""A document for Word: real headings, tables whose heads repeat on every page, links, and the
sources in footnotes.

Of the modules that write, this and `footnotes` alone know python-docx.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, assert_never

from dosa_trace import document as d
from dosa_trace.language import Language
from dosa_trace.output.archive import without_time
from dosa_trace.output.colours import FILLS
from dosa_trace.output.markup import web, writable
from dosa_trace.output.target import PIPE, Medium
from dosa_trace.output.word import shares_png
from dosa_trace.output.word.contents import Contents
from dosa_trace.output.word.footnotes import Footnotes
from dosa_trace.output.word.tables import BAR, SMALL, mark, rule, shade, widths

if TYPE_CHECKING:
    from docx.document import Document as Word

#: How deep a list of Word's own styles goes.
DEEPEST = 3
#: How many columns of a grid stand beside each other.
GRID_COLUMNS = 12
#: How long the title of a document may be that Word shows beside the file.
LONGEST_TITLE = 255
_LOCALES = {Language.NL: "nl-NL", Language.EN: "en-GB"}


def render(document: d.Document, medium: Medium = PIPE) -> bytes:
    """The document; the same answer gives the same bytes."""
    import docx

    word = docx.Document()
    _set_up(word, document, medium)
    writer = _Writer(word, Contents(document.blocks))
    for block in document.blocks:
        writer.write(block)
    writer.notes.add_part()
    packed = io.BytesIO()
    word.save(packed)
    return without_time(packed.getvalue())


def _set_up(word: Word, document: d.Document, medium: Medium) -> None:
    """A plain house style: one letter, dark headings, A4, and the language for the speller."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    properties = word.core_properties
    properties.created = properties.modified = datetime(2000, 1, 1)
    properties.author, properties.comments = "dosa-trace", ""
    title = next(
        (writable(block.text) for block in document.blocks if isinstance(block, d.Heading)), ""
    )
    properties.title = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
    properties.language = _LOCALES[medium.language]
    styles: Any = word.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LOCALES[medium.language])
    normal.element.get_or_add_rPr().append(language)
    for name in ("List Bullet", "List Bullet 2", "List Bullet 3"):
        styles[name].paragraph_format.space_after = Pt(2)
    for level in range(1, 5):
        heading = styles[f"Heading {level}"]
        heading.font.name, heading.font.color.rgb = "Calibri", RGBColor(0x1B, 0x1F, 0x24)
        heading.font.size = Pt((18, 14, 12, 11)[level - 1])
        fonts = heading.element.get_or_add_rPr().get_or_add_rFonts()
        for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{name}"), None)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    _number_pages(section.footer.paragraphs[0])


class _Writer:
    """Blocks as paragraphs and tables of one document."""

    def __init__(self, word: Word, contents: Contents) -> None:
        self.word = word
        self.contents = contents
        self.notes = Footnotes(word)

    def write(self, block: d.Block) -> None:
        match block:
            case d.Heading(text, level):
                self.contents.before(block, self.word)
                self.contents.mark(self.word.add_heading(writable(text), min(level, 4)), block)
            case d.Paragraph(text, role):
                self._run(self.word.add_paragraph(), text, role)
            case d.Facts(rows):
                self._table((), [(d.Cell(name, d.Role.STRONG), cell) for name, cell in rows], ())
            case d.Table():
                heads = [column.name for column in block.columns]
                right = [column.right for column in block.columns]
                firm = [column.firm for column in block.columns]
                self._table(heads, block.rows, right, firm)
            case d.Grid():
                self._grid(block)
            case d.Tree():
                self._tree(block, 1)
            case d.Verbatim(text):
                self._code(text)
            case d.Folded(name, lines):
                self._run(self.word.add_paragraph(), name, d.Role.STRONG)
                for line in lines:
                    self._tree(line, 1)
            case _:
                assert_never(block)

    def _grid(self, block: d.Grid) -> None:
        """In parts that a page is wide enough for."""
        for table, legend in block.parts(GRID_COLUMNS):
            for tree in legend:
                self._tree(tree, 1)
            self.write(table)

    def _tree(self, tree: d.Tree, depth: int) -> None:
        style = "List Bullet" if depth == 1 else f"List Bullet {min(depth, DEEPEST)}"
        self._cell(self.word.add_paragraph(style=style), tree.cell)
        for child in tree.children:
            self._tree(child, depth + 1)

    def _code(self, text: str) -> None:
        from docx.shared import Pt

        for line in text.splitlines():
            run = self.word.add_paragraph().add_run(writable(line))
            run.font.name, run.font.size = "Consolas", Pt(9)

    def _table(
        self,
        heads: Sequence[str],
        rows: Sequence[Iterable[d.Cell]],
        right: Sequence[bool],
        firm: Sequence[bool] = (),
    ) -> None:
        from docx.enum.table import WD_TABLE_ALIGNMENT
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Cm, Pt

        listed = [tuple(row) for row in rows]
        width = max([len(heads), *(len(row) for row in listed)], default=0)
        if not width:
            return
        if self.word.paragraphs:
            self.word.paragraphs[-1].paragraph_format.keep_with_next = True
        table: Any = self.word.add_table(0, width, style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        rule(table)
        table.autofit = False
        if heads:
            cells = table.add_row().cells
            for cell, head in zip(cells, heads, strict=True):
                self._run(cell.paragraphs[0], head, d.Role.STRONG)
                shade(cell, "f1f3f5")
            mark(table.rows[0], "w:tblHeader")
        for row in listed:
            line = table.add_row()
            mark(line, "w:cantSplit")
            for at, (to, cell) in enumerate(zip(line.cells, row, strict=False)):
                if cell.bar:
                    self._bar(to.paragraphs[0], cell, heads, row)
                else:
                    self._cell(to.paragraphs[0], cell)
                if at < len(right) and right[at]:
                    to.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
                if cell.role in FILLS and cell.role not in (d.Role.PLAIN, d.Role.MUTED):
                    shade(to, FILLS[cell.role][0].lstrip("#"))
        parts, small = widths(heads, listed, firm)
        for column, part in zip(table.columns, parts, strict=True):
            column.width = Cm(part)
            for column_cell in column.cells:
                column_cell.width = column.width
        for table_cell in table._cells:
            for paragraph in table_cell.paragraphs:
                paragraph.paragraph_format.space_after = 0
                for run in paragraph.runs if small else ():
                    run.font.size = Pt(SMALL)
        self.word.add_paragraph()

    def _bar(
        self, paragraph: Any, cell: d.Cell, heads: Sequence[str], row: Sequence[d.Cell]
    ) -> None:
        """A picture, with what stands in its row as the words for who does not see it."""
        from docx.shared import Cm

        picture = paragraph.add_run().add_picture(
            io.BytesIO(shares_png.png(cell.bar)), width=Cm(BAR), height=Cm(BAR / 12)
        )
        said = (f"{head} {one.text}".strip() for head, one in zip(heads, row, strict=True))
        properties = picture._inline.docPr
        properties.set("descr", writable("; ".join(part for part in said if part)))

    def _cell(self, paragraph: Any, cell: d.Cell) -> None:
        """Its text, what stands small beside it, and its address as a link and in a footnote."""
        url = web(cell.url)
        if url:
            self._link(paragraph, cell.text, url)
        else:
            self._run(paragraph, cell.text, cell.role)
        if cell.small:
            self._run(paragraph, f" ({cell.small})", d.Role.MUTED)
        note = cell.note or (f"{cell.small or cell.text}, {url}" if url else "")
        if note:
            self.notes.refer(paragraph, writable(note))

    def _run(self, paragraph: Any, text: str, role: d.Role) -> None:
        from docx.shared import RGBColor

        run = paragraph.add_run(writable(text))
        run.bold = role is d.Role.STRONG or None
        if role is d.Role.MUTED:
            run.font.color.rgb = RGBColor(0x4B, 0x54, 0x5E)

    def _link(self, paragraph: Any, text: str, url: str) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        run = paragraph.add_run(writable(text))
        run.font.underline, run.font.color.rgb = True, RGBColor(0x05, 0x50, 0xAE)
        link = OxmlElement("w:hyperlink")
        relation = self.word.part.relate_to(writable(url), RELATIONSHIP_TYPE.HYPERLINK, True)
        link.set(qn("r:id"), relation)
        run._r.addprevious(link)
        link.append(run._r)


def _number_pages(paragraph: Any) -> None:
    """The number of the page, which Word fills in."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    paragraph._p.append(number)
