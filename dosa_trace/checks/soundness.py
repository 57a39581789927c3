"""The checks without which no figure can be trusted; every question asks them first."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.checks import dangling_reference, joint_group, link_extent, wrong_kind
from dosa_trace.checks.base import Finder, When
from dosa_trace.diagnostics import Diagnostic, Severity, sort

BLOCKING: tuple[Finder, ...] = (
    dangling_reference.FINDER,
    wrong_kind.FINDER,
    link_extent.FINDER,
    joint_group.FINDER,
)


def judge(catalog: Catalog, reading: Iterable[Diagnostic]) -> None:
    """Finds what makes the figures of a catalogue wrong, and keeps it there: whatever could not be
    read, and links that cannot be followed. No setting switches this off."""
    reading = tuple(reading)
    found = [one for one in reading if one.severity is Severity.ERROR]
    for one in BLOCKING:
        found += one.run(catalog, When(), one.rule.severity)
    catalog.judged(sort(found), reading)


def require_sound(catalog: Catalog, reading: Iterable[Diagnostic]) -> None:
    """Raises CatalogInvalid where mistakes would make figures wrong; a catalogue is looked at
    once."""
    if not catalog.is_judged:
        judge(catalog, reading)
    catalog.refuse_unsound()
