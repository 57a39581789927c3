"""The examples of a catalogue, taken away together once they are no longer needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from dosa_trace.analysis.coverage.snapshot import SNAPSHOT, mismatches, snapshot, terms
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.link_names import pair_name
from dosa_trace.catalog.model.records import Record, TraceLink
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.editing import edits
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.homes import THEMES, home_of
from dosa_trace.editing.targets import EditTarget, target_named
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Phrase
from dosa_trace.new_catalogue.records import MARK, THEME


def take_away_examples(draft: Draft) -> tuple[str, ...]:
    """Removes the example records of a catalogue, the theme of theirs that nothing else has, and
    what its snapshot says of them; their names. Raises BadQuestion where there are none. What still
    refers to one is an error in the catalogue that the draft makes."""
    catalog = draft.catalog
    targets = [target_named(draft, name) for name in _names(catalog)]
    if not targets:
        raise BadQuestion(NO_EXAMPLES)
    for target in sorted(targets, key=_place, reverse=True):  # the later of a list first
        draft.edit(target.path, partial(edits.remove, route=target.route))
    themes = [theme.id for theme in catalog.info.themes or ()]
    at = themes.index(THEME) if THEME in themes else None
    left, _ = draft.read()
    if at is not None and THEME not in _themes(left):
        path = home_of(draft, THEMES, {})
        way = ("catalogue", "themes", at) if len(themes) > 1 else ("catalogue", "themes")
        draft.edit(path, partial(edits.remove, route=way))
    draft.rewrite(SNAPSHOT, partial(_without_them, catalog=catalog, left=left))
    return tuple(target.name for target in targets)


def _names(catalog: Catalog) -> Iterator[str]:
    for record in catalog.by_id.values():
        if _is_example(record):
            yield record.id
    for link in catalog.links:
        if _is_example(link):
            yield pair_name(link.origin, link.target)


def _is_example(record: Record | TraceLink) -> bool:
    return any(key == MARK and value is True for key, value in getattr(record, "extra", ()))


def _place(target: EditTarget) -> tuple[object, ...]:
    return (target.path, target.route)


def _themes(catalog: Catalog) -> frozenset[str]:
    """The themes that any record has."""
    records = catalog.by_id.values()
    return frozenset(theme for one in records for theme in getattr(one, "themes", ()))


def _without_them(text: str, catalog: Catalog, left: Catalog) -> str:
    """The snapshot without the examples, as it was where it did not hold before."""
    taken = terms(text)
    if taken is None:
        return text
    if mismatches(text, TraceGraph(catalog, as_of=taken.as_of, basis=taken.basis)):
        return text
    return snapshot(TraceGraph(left, as_of=taken.as_of, basis=taken.basis))


NO_EXAMPLES = Phrase("the catalogue has no examples", "de catalogus heeft geen voorbeelden")
