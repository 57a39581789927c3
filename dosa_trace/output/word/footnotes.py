"""Footnotes of a Word document, which python-docx does not make itself: the part that holds them,
and the references to them (ECMA-376, part 1, section 17.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
#: The lines above footnotes, which every document with footnotes has; numbers begin behind them.
_SEPARATORS = (("separator", 0), ("continuationSeparator", 1))


class Footnotes:
    """The footnotes of one document, each with a reference of its own: Word knows no two references
    to one note."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._texts: list[str] = []
        _styles(document)

    def refer(self, paragraph: Any, text: str) -> None:
        """A reference at the end of a paragraph to a new note."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        run = paragraph.add_run()
        run.style = self.document.styles["footnote reference"]
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(len(_SEPARATORS) + len(self._texts)))
        run._r.append(mark)
        self._texts.append(text)

    def add_part(self) -> None:
        """Puts the notes into the document; to be called once, when all are known."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        main = self.document.part
        uri = PackURI("/word/footnotes.xml")
        part = Part(uri, _CONTENT, self._xml(), main.package)
        main.relate_to(part, _RELATION)

    def _xml(self) -> bytes:
        note: Any
        from docx.opc.oxml import serialize_part_xml
        from docx.oxml import OxmlElement
        from docx.oxml.ns import nsdecls, qn
        from docx.oxml.parser import parse_xml

        root: Any = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for kind, number in _SEPARATORS:
            note = OxmlElement("w:footnote")
            note.set(qn("w:type"), kind)
            note.set(qn("w:id"), str(number))
            note.append(_paragraph(OxmlElement(f"w:{kind}")))
            root.append(note)
        for number, text in enumerate(self._texts, len(_SEPARATORS)):
            note = OxmlElement("w:footnote")
            note.set(qn("w:id"), str(number))
            note.append(_note(text))
            root.append(note)
        made: bytes = serialize_part_xml(root)
        return made


def _paragraph(*inside: Any) -> Any:
    from docx.oxml import OxmlElement

    paragraph, run = OxmlElement("w:p"), OxmlElement("w:r")
    run.extend(inside)
    paragraph.append(run)
    return paragraph


def _note(text: str) -> Any:
    """The number of a note, and its text."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    number = OxmlElement("w:footnoteRef")
    paragraph = _paragraph(number)
    _style(paragraph, "w:pPr", "w:pStyle", "FootnoteText")
    _style(paragraph[1], "w:rPr", "w:rStyle", "FootnoteReference")
    words, run = OxmlElement("w:t"), OxmlElement("w:r")
    words.text = f" {text}"
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    paragraph.append(run)
    return paragraph


def _style(element: Any, properties: str, kind: str, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    holder, style = OxmlElement(properties), OxmlElement(kind)
    style.set(qn("w:val"), name)
    holder.append(style)
    element.insert(0, holder)


def _styles(document: Document) -> None:
    """The two styles that Word gives footnotes."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    reference = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, True)
    reference.element.set(_named("styleId"), "FootnoteReference")
    reference.font.superscript = True
    text: Any = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, True)
    text.element.set(_named("styleId"), "FootnoteText")
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(8)
    text.paragraph_format.space_after = Pt(0)


def _named(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
