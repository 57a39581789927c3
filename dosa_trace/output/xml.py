"""Text that may stand in XML 1.0 (section 2.2): no control characters, no halves of pairs."""

from __future__ import annotations

from dosa_trace.inert import inert_lines


def writable(text: str) -> str:
    """The text, with what XML cannot hold or nobody can see as its escape."""
    return inert_lines(text)
