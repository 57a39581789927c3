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
    from dosa_trace.catalog.loader import load_catalog
    from dosa_trace.cli.language import chosen_language, first_language

    try:
        place = find_catalog(ctx.params.get("catalog"), os.environ, Path.cwd())
        catalog, _ = load_catalog(place)
    except (DosaTraceError, OSError):
        return []
    language = chosen_language((), os.environ) or first_language(catalog.languages)
    shelves = (catalog.recommendations, catalog.objectives, catalog.instruments, catalog.sources)
    return sorted(
        (name, one.title.say(language))
        for shelf in shelves
        for name, one in shelf.items()
        if name.startswith(incomplete)
    )
