"""What was said for all rows of a sheet, as the words and ids of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.diagnostics import did_you_mean, near
from dosa_trace.foreign.field_names import type_of
from dosa_trace.foreign.open_questions import OF_SOURCE, OpenMatter, OpenQuestion
from dosa_trace.foreign.proposed import SheetProposal
from dosa_trace.foreign.resolved import NewRecord, labels_of
from dosa_trace.foreign.values_meant import kinds_named, plain_name, record_meant, words_of
from dosa_trace.language import Either, Phrase, Quoted, Words


class FixedFields:
    """The fields with one value in all rows: what each means (`meant`), and what nobody has on file
    or knows as a word, which somebody still has to say (`open`). A source of all may be new."""

    def __init__(self, catalog: Catalog, proposal: SheetProposal, new: Sequence[NewRecord]) -> None:
        self._catalog = catalog
        self._mapping = proposal.mapping
        self._new = new
        self.open: list[OpenQuestion] = []
        self.meant = {
            field: self._meaning(field, value)
            for field, value in proposal.mapping.fixed.items()
            if not field.startswith(OF_SOURCE)
        }

    def _meaning(self, field: str, value: str) -> str:
        kind = type_of(self._mapping.kind, field)
        if (word := words_of(kind, self._catalog).get(plain_name(value))) is not None:
            return word
        kinds = kinds_named(kind)
        if not kinds:
            if called := tuple(labels_of(kind, self._catalog).values()):
                message = NOT_A_WORD(field=field, text=Quoted(value))
                self._ask(field, message, ONE_OF(words=Either(called)))
            return value
        if field == "source" or value in self._mapping.sources:
            return value
        if kinds == ("organisation",) and not (self._catalog.organisations or self._new):
            return value
        name = record_meant(self._catalog, value, kinds)
        made = (
            record.id
            for record in self._new
            if record.kind in kinds and value in (record.id, *record.names)
        )
        if (name := name or next(made, None)) is None:
            known = [id for id, record in self._catalog.by_id.items() if record.KIND in kinds]
            message = NO_RECORD(field=field, text=Quoted(value))
            self._ask(field, message, did_you_mean(near(value, known)) or ADD_IT)
        return name or value

    def _ask(self, field: str, message: Words, hint: Words) -> None:
        self.open.append(OpenQuestion(OpenMatter.LACKING, field, message, hint))


ONE_OF = Phrase("expected one of: {words}", "verwacht een van: {words}")
NOT_A_WORD = Phrase("'{field}' cannot be {text}", "'{field}' kan niet {text} zijn")
NO_RECORD = Phrase(
    "'{field}' cannot be {text}: the catalogue has no such record",
    "'{field}' kan niet {text} zijn: de catalogus heeft dat record niet",
)
ADD_IT = Phrase("add it first with dosa-trace add", "voeg het eerst toe met dosa-trace add")
