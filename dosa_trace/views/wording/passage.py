"""The address of a passage: that of a page, with the words that a browser should scroll to and
mark (a text fragment, WICG *Scroll To Text Fragment*)."""

from __future__ import annotations

import re
from urllib.parse import quote as encoded

#: A longer quotation is named by its first and its last words.
MOST_WORDS = 12
ENDS = 5
#: Where a quotation leaves something out, or puts something in: no page holds it so.
_LEFT_OUT = re.compile(r"\s*(?:…|\.\.\.|\[[^\]]*\]|\(…\))\s*")


def passage(url: str | None, quote: str | None) -> str | None:
    """Where a browser finds what was quoted; the page where nothing is, or it is no page."""
    if not url or not quote or url.lower().partition("?")[0].endswith(".pdf"):
        return url
    pieces = [piece.split() for piece in _LEFT_OUT.split(quote) if piece.strip()]
    if not pieces:
        return url
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1 and len(first) <= MOST_WORDS:
        text = _part(first)
    elif len(pieces) == 1:
        text = f"{_part(first[:ENDS])},{_part(first[-ENDS:])}"
    else:
        text = f"{_part(first[:ENDS])},{_part(last[-ENDS:])}"
    return f"{url}{'' if '#' in url else '#'}:~:text={text}"


def _part(words: list[str]) -> str:
    """Some words in a fragment, in which `-`, `,` and `&` mean something of their own."""
    return encoded(" ".join(words), safe="").replace("-", "%2D")
