"""Renames in the markers of somebody's own text."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from dosa_trace.editing.draft import Draft
from dosa_trace.markers import STATE_OF, markers

#: By which keys a condition of a marker names a record of each kind.
CONDITIONS: Mapping[str, Sequence[str]] = {
    "recommendation": ("id",),
    "source": ("source",),
    "theme": ("theme",),
    "organisation": ("institution", "addressee", "owner"),
}


def rename_in_note(draft: Draft, path: Path, data: bytes, old: str, new: str) -> None:
    """Gives a record another id in the markers of somebody's own text, which holds `data`, UTF-8.
    Raises UnknownId, and BadQuestion for a file of the catalogue."""
    keys = CONDITIONS.get(draft.catalog.record(old).KIND, ())
    draft.note(path, data, partial(with_other_id, old=old, new=new, keys=keys))


def with_other_id(text: str, old: str, new: str, keys: Collection[str]) -> str:
    """The text after a record was given another id: in the figure `state.ID`, and among the values
    of conditions on `keys`, between commas or alone."""
    parts, done = [], 0
    for marker in markers(text)[0]:
        body = text[marker.start : marker.inside]
        if marker.name == f"{STATE_OF}{old}":
            body = body.replace(marker.name, f"{STATE_OF}{new}", 1)
        for condition in marker.given("where"):
            key, equals, values = condition.partition("=")
            if key in keys:
                ids = (new if name.casefold() == old else name for name in values.split(","))
                body = body.replace(condition, f"{key}{equals}{','.join(ids)}", 1)
        parts += [text[done : marker.start], body]
        done = marker.inside
    return "".join((*parts, text[done:]))
