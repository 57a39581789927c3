"""What a shell may complete: the ids of the catalogue in use, without building a graph."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import typer

from dosa_trace.diagnostics import DosaTraceError


def complete_id(ctx: typer.Context, incomplete: str) -> Iterable[tuple[str, str]]:
    """Ids that begin with what was typed, each with its title; nothing where no catalogue can be
    read, because a shell that is completing is no place for messages."""
    from dosa_trace.catalog.finder import find_catalog
    from dosa_trace.catalog.glance import ids
    from dosa_trace.cli.speech import chosen_language

    language = chosen_language((), os.environ)
    try:
        place = find_catalog(ctx.params.get("catalog"), os.environ, Path.cwd())
        return ids(place, incomplete, language.value if language else None)
    except (DosaTraceError, OSError):
        return []
