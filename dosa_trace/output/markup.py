"""What may stand in markup: addresses of the web as links, and text that XML can hold."""

from __future__ import annotations

from dosa_trace.inert import inert_lines


def web(address: str | None) -> str | None:
    """An address of the web; of a script, a file or anything else nothing."""
    kept = address and address.lower().startswith(("https://", "http://"))
    return address if kept else None


def writable(text: str) -> str:
    """The text, with what XML 1.0 (section 2.2) cannot hold or nobody can see as its escape."""
    return inert_lines(text)
