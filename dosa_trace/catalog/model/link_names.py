"""How a link is named where somebody types it: by its ends, `FROM:TO`."""

from __future__ import annotations

from typing import Final

#: What stands between the ends of a link where they are typed.
BETWEEN: Final = ":"


def pair_name(origin: str, target: str) -> str:
    """How two records, or the link between them, are named where that is typed: `FROM:TO`."""
    return f"{origin}{BETWEEN}{target}"


def ends_named(name: str) -> tuple[str, str] | None:
    """The ends of a link by its name, `FROM:TO`; None for what is no such name."""
    origin, between, target = (part.strip() for part in name.partition(BETWEEN))
    return (origin, target) if origin and between and target else None
