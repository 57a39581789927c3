"""The ids of rows, and of the sources that they name by their titles and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dosa_trace.catalog.fields.scalars import IDENTIFIER
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.foreign.open_questions import OF_SOURCE, OpenMatter, OpenQuestion
from dosa_trace.foreign.proposed import SheetProposal
from dosa_trace.foreign.reading.forms import as_text
from dosa_trace.foreign.reading.tables import ForeignRow
from dosa_trace.foreign.resolved import local
from dosa_trace.foreign.values_meant import id_for, plain_name, record_meant
from dosa_trace.language import Phrase, Quoted
from dosa_trace.sheets.columns import SECTIONS

LANGUAGE = re.compile(r"\.[a-z]{2}$")


class Sources:
    """The sources that rows name by their fields, on file or new."""

    def __init__(self, catalog: Catalog, fixed: Mapping[str, str]) -> None:
        self._catalog = catalog
        self._fixed = {
            field.removeprefix(OF_SOURCE): value
            for field, value in fixed.items()
            if field.startswith(OF_SOURCE)
        }
        self._by_identifier = {
            one.identifier: one.id for one in catalog.sources.values() if one.identifier
        }
        self._new: dict[str, str] = {}
        self._taken = set(catalog.by_id)
        self.rows: list[tuple[int, dict[str, str]]] = []

    def named(self, number: int, cells: Mapping[str, str], name: str = "") -> str | None:
        """The id of the source with these fields, or that is called so; None where nothing says
        which that is."""
        title = next((text for key, text in cells.items() if key.startswith("title")), name)
        identifier = cells.get("identifier", "")
        known = self._by_identifier.get(identifier)
        if known is None and title:
            known = record_meant(self._catalog, title, ("source",))
        key = identifier or title
        if known is not None or not key:
            return known
        if key not in self._new:
            is_id = IDENTIFIER.fullmatch(key) is not None and key not in self._taken
            id = key if is_id else id_for(key, self._taken)
            self._taken.add(id)
            self._new[key] = id
            held = {"id": id, **self._fixed, **cells}
            if not is_id and not any(field.startswith("title") for field in held):
                held[local(self._catalog, "title")] = title
            self.rows.append((number, held))
        return self._new[key]

    def lacking(self) -> Iterator[OpenQuestion]:
        """What the new sources still need, each field once."""
        table = SECTIONS["sources"]
        asked: dict[str, str] = {}
        for _, cells in self.rows:
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


class Ids:
    """The ids of rows: from their numbers, or made."""

    def __init__(self, catalog: Catalog, proposal: SheetProposal, stem: str) -> None:
        self._section = proposal.section
        self._column = proposal.column("id")
        self._prefix = proposal.mapping.prefix
        self._stem = id_for(stem, frozenset())
        self._taken = set(catalog.by_id)
        records = (
            getattr(catalog, self._section) if self._section not in ("links", "themes") else {}
        )
        known = records.values() if isinstance(records, Mapping) else ()
        self._known = {
            (getattr(record, "source", "") or "", plain_name(title)): record.id
            for record in known
            for title in record.title
        }
        if self._column is not None:
            texts = (as_text(value) for value in proposal.table.values(self._column.head))
            self._are_numbers = any(not re.search(r"[a-zA-Z]", text) for text in texts)

    def with_id(self, row: ForeignRow, cells: dict[str, str]) -> dict[str, str]:
        """The cells of a row with its id before all others."""
        if self._section == "links":
            return cells
        base = cells.get("source") or self._stem
        if self._column is not None:
            if not (text := cells.pop("id", "")):
                return cells
            number = "-".join(re.findall(r"[a-z0-9]+(?:\.[a-z0-9]+)*", plain_name_of_id(text)))
            before = self._prefix
            if before is None:
                before = f"{base}-" if self._are_numbers else ""
            return {"id": f"{before}{number}", **cells}
        title = next(
            (text for name, text in cells.items() if LANGUAGE.sub("", name) in ("title", "name")),
            "",
        )
        key = (cells.get("source", ""), plain_name(title))
        if key not in self._known:
            self._known[key] = self._new(base, title)
        return {"id": self._known[key], **cells}

    def _new(self, base: str, title: str) -> str:
        if self._section != "recommendations":
            name = id_for(title, self._taken)
        else:
            number = 1
            while (name := f"{self._prefix or f'{base}-'}{number}") in self._taken:
                number += 1
        self._taken.add(name)
        return name


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
