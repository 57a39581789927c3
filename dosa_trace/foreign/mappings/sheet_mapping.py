"""How a sheet of somebody else is read, as far as somebody said so or it was recognised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dosa_trace.foreign.choices import Encoding, SheetKind
from dosa_trace.foreign.reading.forms import Form


class SheetMapping(NamedTuple):
    """What was said of a sheet: `fields` and `forms` by heads, `values` by heads and then cells,
    `fixed` by fields that have one value in all rows; `prefix` stands before the numbers that
    become ids."""

    kind: SheetKind | None = None
    sheet: str | None = None
    encoding: Encoding | None = None
    prefix: str | None = None
    fields: Mapping[str, str] = {}
    forms: Mapping[str, Form] = {}
    values: Mapping[str, Mapping[str, str]] = {}
    fixed: Mapping[str, str] = {}
    #: Sources that somebody typed while they were asked, by their ids.
    sources: Mapping[str, Mapping[str, str]] = {}

    def over(self, before: SheetMapping) -> SheetMapping:
        """What is said here, and what was said before where nothing is."""
        heads = dict.fromkeys((*before.values, *self.values))
        return SheetMapping(
            self.kind or before.kind,
            self.sheet or before.sheet,
            self.encoding or before.encoding,
            before.prefix if self.prefix is None else self.prefix,
            {**before.fields, **self.fields},
            {**before.forms, **self.forms},
            {head: {**before.values.get(head, {}), **self.values.get(head, {})} for head in heads},
            {**before.fixed, **self.fixed},
            {**before.sources, **self.sources},
        )
