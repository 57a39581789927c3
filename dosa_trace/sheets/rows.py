"""The records of a catalogue as rows, each with the place in which it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dosa_trace.catalog.model.link_names import pair_name
from dosa_trace.catalog.text.files import SUFFIXES
from dosa_trace.editing import edits
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.homes import THEMES
from dosa_trace.sheets.columns import SECTIONS, SheetColumn, cells_of, columns_of, value_at
from dosa_trace.sheets.merge import Cells


class RowPlace(NamedTuple):
    """Where a record stands: its file, the route in it, and what it holds."""

    path: str
    route: tuple[str | int, ...]
    record: Mapping[str, Any]


class RecordTable(NamedTuple):
    """The records of a kind: the columns, the cells of each by its key, and their places. `unheld`
    are the keys that stand for several records, of which no row could be told."""

    section: str
    columns: tuple[SheetColumn, ...]
    rows: Mapping[str, Cells]
    places: Mapping[str, RowPlace]
    unheld: tuple[str, ...] = ()

    def only(self, keys: Collection[str]) -> RecordTable:
        """The same with some of the rows."""
        return self._replace(rows={key: row for key, row in self.rows.items() if key in keys})


def table_of(draft: Draft, section: str, heads: Collection[str] = ()) -> RecordTable:
    """The records of a kind that a sheet can hold, in the order of the files, in the columns of a
    sheet with these heads."""
    listed = [
        (key_of(record), RowPlace(path, (*above, at), record))
        for path, above, records in _lists(draft, section)
        for at, record in enumerate(records)
    ]
    often = Counter(key for key, _ in listed)
    places = {key: place for key, place in listed if often[key] == 1}
    languages = draft.catalog.languages
    records = [place.record for place in places.values()]
    columns = columns_of(SECTIONS[section], languages, records, heads)
    rows = {key: cells_of(place.record, columns, languages[0]) for key, place in places.items()}
    return RecordTable(
        section, columns, rows, places, tuple(key for key in often if often[key] > 1)
    )


def _lists(
    draft: Draft, section: str
) -> Iterator[tuple[str, tuple[str, ...], Sequence[Mapping[str, Any]]]]:
    above = ("catalogue", section) if section == THEMES else (section,)
    new = (edit.path for edit in draft.edits if edit.before is None)
    paths = [*(file.path for file in draft.catalog.files), *new]
    for path in (path for path in paths if path.endswith(SUFFIXES)):
        held = value_at(edits.plain(draft.file(path)), above)
        if isinstance(held, list):
            yield path, above, held


def key_of(record: Mapping[str, Any]) -> str:
    """By what a record is known: its id, of a link both ends; nothing where that is not told."""
    if "id" in record:
        return str(record["id"])
    if not (record.get("from") and record.get("to")):
        return ""
    return pair_name(str(record["from"]), str(record["to"]))
