"""The first of a list that is longer than a reader asked for, and how many are left; what a heading
counts stays the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from dosa_trace.document import Block, Paragraph, Role
from dosa_trace.language import Phrase
from dosa_trace.views.wording.frame import Frame

Of = TypeVar("Of")


def few(
    items: Sequence[Of], frame: Frame, most: int | None = None, where_all: Phrase | None = None
) -> tuple[Sequence[Of], Iterable[Block]]:
    """The first items, and a line that says how many are left, if any: so many as were asked for,
    else at most `most`, else all. `where_all` says where all are, with {count}."""
    limit = frame.limit or most
    if limit is None or len(items) <= limit:
        return items, ()
    shown = LEFT_OUT if frame.has_commands else MORE
    words = LIMITED if frame.limit else where_all or shown
    left = words(count=len(items) - limit)
    return items[:limit], (Paragraph(frame.say(left), Role.MUTED),)


LEFT_OUT = Phrase(
    "And {count} more: list all with -f csv or -f json.",
    "En nog {count}: bekijk alle met -f csv of -f json.",
)
MORE = Phrase("And {count} more.", "En nog {count}.")
LIMITED = Phrase(
    "And {count} more: remove --limit to see all.",
    "En nog {count}: laat --limit weg om alles te zien.",
)
