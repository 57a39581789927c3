"""What a shell may complete: ids and conditions from the catalogue in use, without building a
graph.

Nobody has checked that catalogue, and shells do more with what they are offered than show it: zsh
evaluates it, escapes and all. So nothing of a catalogue is offered but plain ids and values, and
no titles.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dosa_trace.diagnostics import DosaTraceError

if TYPE_CHECKING:
    from dosa_trace.catalog.model.catalog import Catalog

#: Ids and values in which no shell sees anything but letters.
_PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
_PLAIN = re.compile(r"[A-Za-z0-9._-]+")
#: Commands that refuse a selection by the answer, of which every figure would be 100 %.
FOR_FIGURES = ("coverage", "cross", "report")


def complete_where(ctx: typer.Context, incomplete: str) -> Iterable[str]:
    """The keys of a condition, and behind the `=` the values that the catalogue in use has."""
    from dosa_trace.analysis.judging.condition_keys import ANSWERS, KEYS
    from dosa_trace.analysis.judging.selection import values_on_file

    kind = _kind_asked(ctx)
    refused = ANSWERS if ctx.info_name in FOR_FIGURES else ()
    key, equals, _ = incomplete.partition("=")
    if not equals:
        names = (name for name in ("id", *KEYS.get(kind, {})) if name not in refused)
        return [f"{name}=" for name in names if name.startswith(incomplete)]
    catalog = _catalog(ctx)
    values = values_on_file(catalog, kind, key) if catalog is not None else ()
    offered = (f"{key}={value}" for value in values if _PLAIN.fullmatch(value))
    return [one for one in offered if one.startswith(incomplete)]


def complete_sections(incomplete: str) -> Iterable[str]:
    """The parts of a report, behind those that stand there already."""
    from dosa_trace.views.report.sections import Section

    before, comma, part = incomplete.rpartition(",")
    if not _PLAIN.fullmatch(before.replace(",", "-") or "-"):
        return []
    named = before.split(",")
    return [
        f"{before}{comma}{section.value}"
        for section in Section
        if section.value.startswith(part) and section.value not in named
    ]


def _kind_asked(ctx: typer.Context) -> type:
    """What the conditions of this command are about: `list` says so, all others ask about
    recommendations."""
    from dosa_trace.analysis.records.listing import Listable, type_of
    from dosa_trace.catalog.model.records import Recommendation

    if ctx.info_name != "list":
        return Recommendation
    # An option whose value is being typed keeps typer from reading the words before it.
    typed = f"{os.environ.get('COMP_WORDS', '')} {os.environ.get('_TYPER_COMPLETE_ARGS', '')}"
    named = next((word for word in typed.split() if word in set(Listable)), None)
    return type_of(Listable(named)) if named else Recommendation


def _catalog(ctx: typer.Context) -> Catalog | None:
    from dosa_trace.catalog.finder import find_catalog
    from dosa_trace.catalog.loader import load_catalog

    try:
        place = find_catalog(ctx.params.get("catalog"), os.environ, Path.cwd())
        return load_catalog(place)[0]
    except (DosaTraceError, OSError):
        return None


def complete_id(ctx: typer.Context, incomplete: str) -> Iterable[str]:
    """Ids that begin with what was typed; nothing where no catalogue can be read, because a shell
    that is completing is no place for messages."""
    from dosa_trace.catalog.finder import find_catalog
    from dosa_trace.catalog.ids_for_completion import ids

    try:
        found = ids(find_catalog(ctx.params.get("catalog"), os.environ, Path.cwd()), incomplete)
    except (DosaTraceError, OSError, ValueError):
        return []
    return [one for one in found if _PLAIN_ID.fullmatch(one)]
