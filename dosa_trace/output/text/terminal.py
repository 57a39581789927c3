"""The screen: the lines of an answer in colour. The only module that knows rich, beside the bar.

rich is given styles and no text, so that nothing in a catalogue is ever taken for its markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rich.color import ColorSystem
from rich.style import Style

from dosa_trace import document as d
from dosa_trace.output.text.layout import Line, Piece, Screen, as_text, lines

_LINK_NUMBER = re.compile(r"\x1b\]8;id=[\d-]+;")
#: Words keep the colour that the reader chose for them; only ids are dim.
STYLES = {d.Role.STRONG: "bold", d.Role.WEAK: "bold", d.Role.ID: "dim"}
#: Signs, for which 3 to 1 is enough, on black and on white (WCAG 2.2, 1.4.11).
COLOURS = {
    d.Role.COVERED: "color(29)",
    d.Role.PARTLY: "color(136)",
    d.Role.PLANNED: "color(63)",
    d.Role.DECLINED: "color(98)",
    d.Role.GAP: "color(160)",
}


def render(document: d.Document, width: int, colour: bool, unicode: bool = True) -> str:
    """The document for a screen of `width` columns; `unicode` is false where the screen can only
    show ASCII."""
    shown = lines(document, Screen(width, unicode, signs=colour, bars=True))
    return "".join(map(_painted, shown)) if colour else as_text(shown)


def _painted(line: Line) -> str:
    pieces = list(line)
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    if pieces:
        pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip())
    return "".join(map(_in_colour, pieces)) + "\n"


def _in_colour(piece: Piece) -> str:
    style = COLOURS.get(piece.role, "") if piece.is_sign else STYLES.get(piece.role, "")
    return _styled(piece.text, f"{style} link {piece.url}" if piece.url else style)


def paint(shown: Iterable[Iterable[tuple[str, d.Role]]]) -> str:
    """Lines of pieces, each in the style of what it is; too long a line is left to the screen."""
    return "".join(
        "".join(
            _styled(text, " ".join(part for part in (STYLES.get(role), COLOURS.get(role)) if part))
            for text, role in line
        )
        + "\n"
        for line in shown
    )


def _styled(text: str, style: str) -> str:
    """A text between the codes of a style; the same answer is the same bytes, and rich numbers
    links at random."""
    if not text or not style:
        return text
    before, after = _codes(style)
    return f"{before}{text}{after}"


@lru_cache(maxsize=1024)
def _codes(style: str) -> tuple[str, str]:
    shown = Style.parse(style).render("\0", color_system=ColorSystem.EIGHT_BIT)
    before, _, after = _LINK_NUMBER.sub("\x1b]8;;", shown).partition("\0")
    return before, after
