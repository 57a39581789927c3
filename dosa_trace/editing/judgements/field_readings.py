"""Judgements of other fields than links, each on a draft: how concrete a recommendation is, and how
government responded to it."""

from __future__ import annotations

from functools import partial
from typing import Any

from dosa_trace.analysis.agreement.judged_pairs import CATEGORIES
from dosa_trace.catalog.facts.field_judgements import is_open_field, value_on_file
from dosa_trace.catalog.facts.reviews import field_digest
from dosa_trace.catalog.model.records import Recommendation
from dosa_trace.catalog.model.vocabulary import Matter, Outcome
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.editing import edits
from dosa_trace.editing.changes import set_fields
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.judgements.readings import NOTHING_OPEN, Reader, append_reading
from dosa_trace.editing.targets import target_named
from dosa_trace.labels import USE
from dosa_trace.language import Alternatives, Phrase


def read_field(
    draft: Draft, name: str, of: str, value: str, reader: Reader, note: str | None = None
) -> None:
    """Writes how somebody judges the `specificity` of a recommendation, or one of its responses,
    `responses.1`. Raises UnknownId, and BadQuestion for what is not there and for a value that
    cannot be."""
    target = target_named(draft, name)
    record = target.record
    if not isinstance(record, Recommendation) or value_on_file(record, of) is None:
        raise BadQuestion(NO_FIELD(id=name, field=of))
    known = tuple(map(str, CATEGORIES[Matter(of.partition(".")[0])]))
    if value not in known:
        raise BadQuestion(NO_VALUE(value=value, field=of), USE(words=Alternatives(known)))
    entry: dict[str, Any] = {"date": reader.date, "by": reader.by, "of": of}
    entry["value"] = int(value) if value.isdecimal() else value
    if reader.blind:
        entry["blind"] = True
    if note:
        entry["note"] = note
    entry["digest"] = field_digest(draft.catalog, record, of)
    append_reading(draft, target, (), entry)


def answer_field(
    draft: Draft, name: str, of: str, outcome: Outcome, reason: str, reader: Reader
) -> str:
    """Decides about the first open reading of a field: it stays, or becomes what was read. The
    value that holds. Raises UnknownId, and BadQuestion where no reading is open."""
    target = target_named(draft, name)
    record = target.record
    value = value_on_file(record, of) if isinstance(record, Recommendation) else None
    readings = record.readings if isinstance(record, Recommendation) else ()
    at = next(
        (
            at
            for at, reading in enumerate(readings)
            if isinstance(record, Recommendation)
            and reading.of == of
            and is_open_field(record, reading)
        ),
        None,
    )
    if at is None or value is None:
        raise BadQuestion(NOTHING_OPEN(name=f"{name} {of}"))
    answer = {"value": outcome.value, "reason": reason, "by": reader.by, "date": reader.date}
    route = (*target.route, "readings", at, "answer")
    draft.edit(target.path, partial(edits.set_value, route=route, value=answer))
    if outcome is Outcome.KEPT:
        return value
    key, dot, number = of.partition(".")
    field = f"{key}.{number}.value" if dot else key
    set_fields(draft, name, {field: readings[at].value})
    return readings[at].value


NO_FIELD = Phrase(
    "'{id}' has nothing under '{field}' to judge",
    "'{id}' heeft niets onder '{field}' om te beoordelen",
)
NO_VALUE = Phrase("'{value}' cannot be {field}", "'{value}' kan geen {field} zijn")
