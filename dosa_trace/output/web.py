"""Which addresses an answer lets through as links."""

from __future__ import annotations


def web(address: str | None) -> str | None:
    """An address of the web; of a script, a file or anything else nothing."""
    kept = address and address.lower().startswith(("https://", "http://"))
    return address if kept else None
