"""A whole catalogue as one document: its records as files hold them, the line of each, and the
archived texts. `read_back` reads it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NewType, TypedDict

from dosa_trace.catalog.fields.record_data import catalog_data
from dosa_trace.catalog.fields.table import COLLECTIONS
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.exporting.description import ExportDescription

#: The name and number of the document.
DOCUMENT = "export/1"
#: Records under the keys of a file of a catalogue (`catalog.fields.json_schema`).
CatalogueRecords = NewType("CatalogueRecords", object)


class WholeCatalogue(TypedDict):
    """The keys of the document beside those that every document begins with. `places` says of each
    record, in the same order, its file and line; `texts` holds the archived texts by their
    paths."""

    description: str
    records: CatalogueRecords
    places: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, str]


def whole(catalog: Catalog, about: ExportDescription) -> WholeCatalogue:
    """All that is on file."""
    records = {name: getattr(catalog, name) for name in COLLECTIONS if name != "links"}
    placed = {name: tuple(held.values()) for name, held in records.items()} | {
        "links": catalog.links
    }
    texts = {
        source.text: text
        for source in catalog.sources.values()
        if source.text is not None and (text := catalog.archived_text(source)) is not None
    }
    return WholeCatalogue(
        description=about.text("json"),
        records=CatalogueRecords(catalog_data(catalog)),
        places={
            name: tuple(f"{record.place.path}:{record.place.line}" for record in placed[name])
            for name in COLLECTIONS
            if placed[name]
        },
        texts=dict(sorted(texts.items())),
    )
