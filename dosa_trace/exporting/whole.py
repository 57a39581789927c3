"""A whole catalogue as one document: its records as files hold them, the line of each, and the
archived texts. `read_back` reads it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NewType, TypedDict

from dosa_trace.catalog.fields.record_data import catalog_data, records_under
from dosa_trace.catalog.fields.table import COLLECTIONS
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.editing.records_compared import key_of
from dosa_trace.exporting.description import ExportDescription

#: The name and number of the document.
DOCUMENT = "export/1"
#: Records under the keys of a file of a catalogue (`catalog.fields.json_schema`).
CatalogueRecords = NewType("CatalogueRecords", object)


class WholeCatalogue(TypedDict):
    """The keys of the document beside those that every document begins with. `places` says of each
    record, by its kind and id or ends, its file and line; `texts` holds the archived texts by their
    paths."""

    description: str
    records: CatalogueRecords
    places: Mapping[str, Mapping[str, str]]
    texts: Mapping[str, str]


def whole(catalog: Catalog, about: ExportDescription) -> WholeCatalogue:
    """All that is on file."""
    texts = {
        source.text: text
        for source in catalog.sources.values()
        if source.text is not None and (text := catalog.archived_text(source)) is not None
    }
    return WholeCatalogue(
        description=about.text("json"),
        records=CatalogueRecords(catalog_data(catalog)),
        places={name: places for name in COLLECTIONS if (places := _places(catalog, name))},
        texts=dict(sorted(texts.items())),
    )


def _places(catalog: Catalog, section: str) -> dict[str, str]:
    """The file and line of each record of a kind."""
    return {
        key_of(record): f"{record.place.path}:{record.place.line}"
        for record in records_under(catalog, section)
    }
