"""A piece of a catalogue's file, as it would stand there."""

from __future__ import annotations

from dosa_trace.document import Verbatim
from dosa_trace.output.target import PIPE, Medium


def render(snippet: Verbatim, _: Medium = PIPE) -> str:
    return snippet.text
