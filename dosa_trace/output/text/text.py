"""Text for people: on a screen, in a pipe, or for who listens."""

from __future__ import annotations

from dosa_trace.document import Document
from dosa_trace.output.target import Medium

#: How many columns a text has that nobody looks at yet.
PIPED = 100


def render(document: Document, medium: Medium) -> str:
    """The document as the medium can show it: in a pipe or a file as on a screen of a hundred
    columns, without bars; rich is loaded only where somebody looks on."""
    if medium.linear:
        from dosa_trace.output.text import linear

        return linear.render(document)
    if medium.screen:
        from dosa_trace.output.text import terminal

        return terminal.render(document, medium.width, medium.colour, medium.unicode)
    from dosa_trace.output.text import layout

    return layout.as_text(layout.lines(document, layout.Screen(PIPED, inline=True)))
