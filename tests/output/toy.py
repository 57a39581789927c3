"""A format that the program has not: it writes the first thing of a document, or of a series."""

from __future__ import annotations

from dosa_trace.document import Document, Heading, Series
from dosa_trace.output.target import Medium


def render(value: Document | Series, medium: Medium) -> str:
    if isinstance(value, Series):
        last = value.moments[-1]
        return f"toy {medium.language} {value.title}: {last.date} {last.values[0]}\n"
    first = value.blocks[0]
    assert isinstance(first, Heading)
    return f"toy {medium.language} {first.text}\n"
