"""What the catalogue says of the fields of a recommendation that others judge too."""

from __future__ import annotations

from dosa_trace.catalog.model.judged import FieldReading
from dosa_trace.catalog.model.records import Recommendation
from dosa_trace.catalog.model.vocabulary import Matter


def value_on_file(asked: Recommendation, field: str) -> str | None:
    """What the catalogue says of a field that others judge; None where it says nothing."""
    key, _, number = field.partition(".")
    if key == Matter.SPECIFICITY and not number:
        return None if asked.specificity is None else str(asked.specificity)
    at = int(number) if number.isascii() and number.isdecimal() else 0
    if key == Matter.RESPONSES and 0 < at <= len(asked.responses):
        return str(asked.responses[at - 1].value)
    return None


def is_open_field(asked: Recommendation, reading: FieldReading) -> bool:
    """Whether a reading of a field differs from what is on file, and nobody answered it."""
    return reading.answer is None and reading.value != value_on_file(asked, reading.of)
