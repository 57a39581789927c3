"""CSV of somebody else: its encoding and what stands between its cells are told from the bytes."""

from __future__ import annotations

import re
from typing import Final

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.foreign.choices import Encoding
from dosa_trace.foreign.reading.tables import ForeignTable, table_of_lines
from dosa_trace.labels import SAVE_AS_UTF8
from dosa_trace.language import Phrase
from dosa_trace.sheets.csv_files import DELIMITERS, csv_lines, first_lines

#: A letter that UTF-8 writes in several bytes (RFC 3629), and a byte that is none of ASCII.
_LETTER: Final = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_BYTE: Final = re.compile(rb"[\x80-\xff]")
#: How much of a file is looked at for bytes that no text has.
_LOOKED_AT: Final = 4096
#: What stands for a byte that means nothing.
UNREADABLE: Final = "\ufffd"


def csv_table(path: str, data: bytes, encoding: Encoding | None = None) -> ForeignTable:
    """The rows of a file of CSV. Raises BadQuestion for an encoding that nobody can tell, and for
    what is no CSV."""
    meant = encoding or encoding_of(path, data)
    decoded = _decoded(data, meant)
    delimiter = delimiter_of(decoded)
    lines = csv_lines(path, decoded, delimiter)
    table = table_of_lines([*enumerate(lines, 1)])
    return table._replace(how=(ENCODED[meant], PARTED[delimiter]))


def encoding_of(path: str, data: bytes) -> Encoding:
    """UTF-16 by its mark, UTF-8 where the bytes are, else Windows-1252. Raises BadQuestion for
    bytes of which more than one in ten are letters of UTF-8 and some are not: either reading would
    garble the others."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Encoding.UTF_16
    if b"\x00" in data[:_LOOKED_AT]:
        raise BadQuestion(NO_MARK(path=path), SAVE_AS_UTF8)
    try:
        data.decode("utf-8-sig")
        return Encoding.UTF_8
    except UnicodeDecodeError:
        pass
    rest, letters = _LETTER.subn(b"", data)
    others = len(_BYTE.findall(rest))
    if letters * 10 > others:
        line = 1 + data[: _first_stray(data)].count(b"\n")
        raise BadQuestion(MIXED(path=path, line=line), SAY_ENCODING)
    return Encoding.WINDOWS


def _first_stray(data: bytes) -> int:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _decoded(data: bytes, encoding: Encoding) -> str:
    names = {Encoding.UTF_8: "utf-8-sig", Encoding.WINDOWS: "cp1252", Encoding.UTF_16: "utf-16"}
    return data.decode(names[encoding], errors="replace")


def delimiter_of(text: str) -> str:
    """What parts the cells: of comma, semicolon and tab that which parts most of the first lines
    into as many cells as the first, and into the most; a comma where none parts any."""

    def parted(delimiter: str) -> tuple[int, int, int]:
        lines = first_lines(text, delimiter)
        width = max(map(len, lines), default=0)
        if width < 2:
            return (0, 0, 0)
        alike = sum(len(line) == width for line in lines)
        return (alike, width, ",;\t".index(delimiter))  # a comma may stand in a text as well

    return max(DELIMITERS, key=parted)


ENCODED: Final = {
    Encoding.UTF_8: "UTF-8",
    Encoding.WINDOWS: "Windows-1252",
    Encoding.UTF_16: "UTF-16",
}
PARTED = {
    ",": Phrase("commas between cells", "komma's tussen cellen"),
    ";": Phrase("semicolons between cells", "puntkomma's tussen cellen"),
    "\t": Phrase("tabs between cells", "tabs tussen cellen"),
}
NO_MARK = Phrase(
    "'{path}' is UTF-16 without a mark that says so, or no text",
    "'{path}' is UTF-16 zonder een teken dat dat zegt, of geen tekst",
)
MIXED = Phrase(
    "'{path}' is neither wholly UTF-8 nor Windows-1252; the first letter that does not fit is in "
    "line {line}",
    "'{path}' is niet geheel UTF-8 en niet geheel Windows-1252; de eerste letter die niet past "
    "staat in regel {line}",
)
SAY_ENCODING = Phrase(
    "say which with --encoding utf-8 or --encoding windows-1252",
    "zeg welke met --encoding utf-8 of --encoding windows-1252",
)
