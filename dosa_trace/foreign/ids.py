"""The ids of rows, and of the sources that they name by their titles and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from dosa_trace.catalog.fields.scalars import IDENTIFIER
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.foreign.mappings.sheet_mapping import SheetMapping
from dosa_trace.foreign.open_questions import OF_SOURCE, OpenMatter, OpenQuestion
from dosa_trace.foreign.proposed import SheetProposal
from dosa_trace.foreign.reading.forms import as_text
from dosa_trace.foreign.reading.tables import ForeignRow
from dosa_trace.foreign.resolved import local
from dosa_trace.foreign.values_meant import id_for, plain_name, record_meant
from dosa_trace.language import Phrase, Quoted
from dosa_trace.sheets.columns import SECTIONS

LANGUAGE = re.compile(r"\.[a-z]{2}$")


class SourceDiffers(Exception):
    """Two rows say different things of one field of a source."""

    def __init__(self, field: str, id: str, other: str) -> None:
        super().__init__()
        self.field, self.id, self.other = field, id, other


def _without(cells: Mapping[str, str], field: str) -> dict[str, str]:
    """The cells without that by which a source was known."""
    return {name: text for name, text in cells.items() if LANGUAGE.sub("", name) != field}


class Sources:
    """The sources that rows name by their fields, on file or new."""

    def __init__(self, catalog: Catalog, mapping: SheetMapping) -> None:
        self._catalog = catalog
        self._fixed = {
            field.removeprefix(OF_SOURCE): value
            for field, value in mapping.fixed.items()
            if field.startswith(OF_SOURCE)
        }
        self._by_identifier = {
            one.identifier: one.id for one in catalog.sources.values() if one.identifier
        }
        self._new: dict[str, str] = {}
        self._held: dict[str, dict[str, str]] = {}
        self._taken = set(catalog.by_id)
        #: The sources that are new or said otherwise, each with the row that says so first.
        self.rows = [(1, dict(fields)) for fields in mapping.sources.values()]

    def named(self, number: int, cells: Mapping[str, str], name: str = "") -> str | None:
        """The id of the source with these fields, or that is called so; None where nothing says
        which that is. Raises SourceDiffers where another row says otherwise of it."""
        title = next((text for key, text in cells.items() if key.startswith("title")), name)
        identifier = cells.get("identifier", "")
        if (known := self._by_identifier.get(identifier)) is not None:
            return self.known(known, number, _without(cells, "identifier"))
        known = record_meant(self._catalog, title, ("source",)) if title else None
        if known is not None:
            return self.known(known, number, _without(cells, "title"))
        if not (key := identifier or title):
            return None
        if key in self._new:
            return self._same(self._new[key], cells)
        is_id = IDENTIFIER.fullmatch(key) is not None and key not in self._taken
        id = key if is_id else id_for(key, self._taken)
        self._taken.add(id)
        self._new[key] = id
        self._held[id] = {"id": id, **self._fixed, **cells}
        if not is_id and not any(field.startswith("title") for field in self._held[id]):
            self._held[id][local(self._catalog, "title")] = title
        self.rows.append((number, self._held[id]))
        return id

    def known(self, id: str, number: int, cells: Mapping[str, str]) -> str:
        """The id of a source that is on file, of which a row says this, to be compared with what
        stands there. Raises SourceDiffers where another row says otherwise."""
        if id not in self._held:
            self._held[id] = {"id": id}
            if cells:
                self.rows.append((number, self._held[id]))
        return self._same(id, cells)

    def _same(self, id: str, cells: Mapping[str, str]) -> str:
        held = self._held[id]
        for field, text in cells.items():
            if held.setdefault(field, text) != text:
                raise SourceDiffers(field, id, held[field])
        return id

    def lacking(self) -> Iterator[OpenQuestion]:
        """What the new sources still need, each field once."""
        table = SECTIONS["sources"]
        asked: dict[str, str] = {}
        for _, cells in self.rows:
            if cells["id"] in self._catalog.by_id:
                continue
            given = {LANGUAGE.sub("", name) for name in cells}
            titles = (text for key, text in cells.items() if key.startswith("title"))
            name = next(titles, cells["id"])
            for field in table.fields:
                if field.required and field.key not in given:
                    asked.setdefault(field.key, name)
            if not given.intersection(table.one_of):
                asked.setdefault(table.one_of[0], name)
        for key, name in asked.items():
            yield OpenQuestion(
                OpenMatter.LACKING, f"{OF_SOURCE}{key}",
                NEW_SOURCE(name=Quoted(name), field=key), GIVE_IT(field=key),
            )  # fmt: skip


#: In a prefix: the id of the source of each row.
THE_SOURCE: Final = "{source}"


class Ids:
    """The ids of rows: from their numbers behind a prefix, or made. `prefix` is what stands before
    numbers, with a hole for the source of a row; None where ids are no numbers."""

    def __init__(self, catalog: Catalog, proposal: SheetProposal, stem: str) -> None:
        self._section = proposal.section
        self._column = proposal.column("id")
        self._taken = set(catalog.by_id)
        records = (
            getattr(catalog, self._section) if self._section not in ("links", "themes") else {}
        )
        self._known = {
            (getattr(record, "source", "") or "", _as_key(title)): record.id
            for record in records.values()
            for title in record.title
        }
        self.prefix = proposal.mapping.prefix
        if self.prefix is None:
            self.prefix = self._prefix(proposal, id_for(stem, frozenset()))

    def _prefix(self, proposal: SheetProposal, stem: str) -> str | None:
        """What stands before the numbers of a sheet: the source, else the name of its file; nothing
        before what is no number."""
        if self._column is None and self._section != "recommendations":
            return None
        if self._column is not None:
            texts = (as_text(value) for value in proposal.table.values(self._column.head))
            if all(re.search(r"[a-zA-Z]", text) for text in texts):
                return ""
        fields = (*proposal.mapping.fixed, *(column.field for column in proposal.columns))
        has_source = any(field == "source" or field.startswith(OF_SOURCE) for field in fields)
        return f"{THE_SOURCE}-" if has_source else f"{stem}-"

    def with_id(self, row: ForeignRow, cells: dict[str, str]) -> dict[str, str]:
        """The cells of a row with its id before all others."""
        if self._section == "links":
            return cells
        before = (self.prefix or "").replace(THE_SOURCE, cells.get("source", ""))
        if self._column is not None:
            if not (text := cells.pop("id", "")):
                return cells
            number = "-".join(re.findall(r"[a-z0-9]+(?:\.[a-z0-9]+)*", plain_name_of_id(text)))
            return {"id": f"{before}{number}".strip("-"), **cells}
        title = next(
            (text for name, text in cells.items() if LANGUAGE.sub("", name) in ("title", "name")),
            "",
        )
        key = (cells.get("source", ""), _as_key(title))
        if key not in self._known:
            self._known[key] = self._new(before, title)
        return {"id": self._known[key], **cells}

    def _new(self, before: str, title: str) -> str:
        if self._section != "recommendations":
            name = id_for(title, self._taken)
        else:
            number = 1
            while (name := f"{before}{number}") in self._taken:
                number += 1
        self._taken.add(name)
        return name


def _as_key(title: str) -> str:
    """A title by which a record is known: capitals and blanks make no other of it."""
    return " ".join(title.split()).casefold()


def plain_name_of_id(text: str) -> str:
    """The text of a number or a name in small letters, its points kept."""
    return ".".join(map(plain_name, text.split(".")))


NEW_SOURCE = Phrase(
    "the catalogue has no source {name}; to add it, its '{field}' is needed",
    "de catalogus heeft geen bron {name}; om die toe te voegen is '{field}' nodig",
)
GIVE_IT = Phrase(
    "give it with --set source.{field}=VALUE, or add the source first with dosa-trace add source",
    "geef het met --set source.{field}=WAARDE, of voeg de bron eerst toe met dosa-trace add source",
)
