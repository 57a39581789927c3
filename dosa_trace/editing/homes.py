"""In which file of a catalogue a new record stands: where its like stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from pathlib import PurePosixPath
from typing import Any, Final

from dosa_trace.catalog.fields.record_data import records_under
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.editing import edits
from dosa_trace.editing.draft import Draft

#: The file that says what a catalogue is.
FIRST_FILE: Final = "catalogue.yaml"
#: The file of the links in a catalogue that has them in one.
LINKS_FILE: Final = "links.yaml"
#: Themes stand in what the catalogue says of itself.
THEMES: Final = "themes"


def home_of(draft: Draft, section: str, value: Mapping[str, Any]) -> str:
    """The file in which the like of a record stand: of a link that with the most links of its
    origin, else of recommendations of the same source; of others that with the most of its kind
    and, where it names one, of its source; else a new one named after the section."""
    catalog = draft.catalog
    if section == THEMES:
        files = (draft.file(file.path) for file in catalog.files)
        return next((file.path for file in files if "catalogue" in edits.plain(file)), FIRST_FILE)
    records = records_under(catalog, section)

    def counted(belongs: Any) -> str | None:
        paths = [record.place.path for record in records if belongs(record)]
        return max(sorted(set(paths)), key=paths.count) if paths else None

    if section == "links":
        origin = str(value.get("from", ""))
        source = getattr(catalog.recommendations.get(origin), "source", None)
        asked = {
            record.id for record in catalog.recommendations.values() if record.source == source
        }
        path = counted(lambda record: record.origin == origin) or counted(
            lambda record: record.origin in asked
        )
        paths = {record.place.path for record in records}
        only = paths.pop() if len(paths) == 1 else None
        return path or only or _waiting(draft, records) or _beside(catalog, origin)
    source = value.get("source")
    same = counted(lambda record: source is not None and getattr(record, "source", None) == source)
    if section == "recommendations" and source is not None:
        by = _by_publisher(catalog, str(source))
        paths = {record.place.path for record in records}
        new = f"{section}/{source}.yaml" if len(paths) > 1 else None
        return same or counted(lambda record: record.source in by) or new or _only(paths, section)
    level = value.get("level")
    alike = counted(lambda record: level is not None and getattr(record, "level", None) == level)
    return same or alike or counted(lambda _: True) or f"{section}.yaml"


def _waiting(draft: Draft, records: Sequence[Any]) -> str | None:
    """The file for links in a catalogue that has none yet."""
    there = {file.path for file in draft.catalog.files}
    return LINKS_FILE if not records and LINKS_FILE in there else None


def _beside(catalog: Catalog, origin: str) -> str:
    """The file of links that is called as that of the recommendation at their beginning."""
    asked = catalog.recommendations.get(origin)
    return f"links/{PurePosixPath(asked.place.path).name if asked else f'{origin}.yaml'}"


def _by_publisher(catalog: Catalog, name: str) -> frozenset[str]:
    """The sources that whoever published one published."""
    source = catalog.sources.get(name)
    if source is None:
        return frozenset()
    names = frozenset(source.publisher)
    return frozenset(
        one.id for one in catalog.sources.values() if not names.isdisjoint(one.publisher)
    )


def _only(paths: Set[str], section: str) -> str:
    return next(iter(paths), f"{section}.yaml")
