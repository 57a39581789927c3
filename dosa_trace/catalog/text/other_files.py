"""Files of other sorts, told by their first bytes, so that a mistake is named as what it is.

The signatures are those of the formats' own specifications: ZIP (PKWARE's APPNOTE, 4.3.7), PDF
(ISO 32000-1, 7.5.2), and the compound files of older Office programs (MS-CFB, 2.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from dosa_trace.language import Phrase

#: The longest signature.
HEAD = 8
_ZIP, _PDF, _OLD_OFFICE = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def other_sort(head: bytes, name: str) -> Phrase | None:
    """What a file is that begins with these bytes, as one says it; None for what may be text."""
    if head.startswith(_PDF):
        return A_PDF
    if head.startswith((_ZIP, _OLD_OFFICE)):
        return _BY_ENDING.get(PurePath(name).suffix.lower(), A_PACKED_FILE)
    return None


A_PDF = Phrase("a PDF file", "een PDF-bestand")
A_PACKED_FILE = Phrase("a compressed file", "een ingepakt bestand")
_WORKBOOK = Phrase("a workbook of a spreadsheet", "een werkmap van een rekenblad")
_WORD = Phrase("a Word file", "een Word-bestand")
_SLIDES = Phrase("a presentation", "een presentatie")
_BY_ENDING: Mapping[str, Phrase] = {
    ".xlsx": _WORKBOOK, ".xlsm": _WORKBOOK, ".xls": _WORKBOOK, ".ods": _WORKBOOK,
    ".docx": _WORD, ".docm": _WORD, ".doc": _WORD, ".odt": _WORD,
    ".pptx": _SLIDES, ".ppt": _SLIDES, ".odp": _SLIDES,
}  # fmt: skip
