"""Text for people: on a screen, in a pipe, or for who listens."""

from __future__ import annotations

from dosa_trace.document import Document
from dosa_trace.output.target import Medium


def render(document: Document, medium: Medium) -> str:
    """The document as the medium can show it; rich is loaded only where somebody looks on."""
    if medium.linear:
        from dosa_trace.output.text import linear

        return linear.render(document)
    if medium.screen:
        from dosa_trace.output.text import terminal

        return terminal.render(document, medium.width, medium.colour, medium.unicode)
    from dosa_trace.output.text import plain

    return plain.render(document)
