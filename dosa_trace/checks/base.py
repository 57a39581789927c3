"""What finds where a rule is broken, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import Comparison
from dosa_trace.catalog.model.place import Place
from dosa_trace.catalog.model.records import Recommendation
from dosa_trace.diagnostics import Diagnostic, Related, Rule, Severity
from dosa_trace.language import Phrase, Words


class When(NamedTuple):
    """The day to judge on, None where the passing of time is not to be judged, and after how many
    months a rule that knows of time is broken."""

    day: date | None = None
    months: int = 0


Find = Callable[[Catalog, When], Iterator[Diagnostic]]


class Finder(NamedTuple):
    """A rule with the generator that finds where a catalogue breaks it.

    `months` is None for a rule that knows of no time; of another it is what holds where the
    catalogue sets nothing else. A rule that judges `whole` records says nothing of one in which
    reading found a mistake: what it would say is only that mistake once more.
    """

    rule: Rule
    find: Find
    months: int | None = None
    whole: bool = False

    def run(self, catalog: Catalog, when: When, severity: Severity) -> Iterator[Diagnostic]:
        """The findings at this severity, which is given here and nowhere else."""
        return (found._replace(severity=severity) for found in self.find(catalog, when))


def finding(
    rule: Rule,
    message: Words,
    place: Place,
    *route: str | int,
    hint: Words | None = None,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """A finding about the value at `route` inside a record."""
    return Diagnostic(rule, message, place.span(*route), hint, related, record=place.span())


def comparisons(
    catalog: Catalog,
) -> Iterator[tuple[Recommendation, tuple[str, int], Comparison]]:
    """Every comparison of two recommendations, with the first and where in it that stands."""
    for one in catalog.recommendations.values():
        for key, listed in (
            ("agrees_with", one.agrees_with), ("conflicts_with", one.conflicts_with),
        ):  # fmt: skip
            for at, comparison in enumerate(listed):
                yield one, (key, at), comparison


ALSO_HERE = Phrase("the other one is here", "de andere staat hier")
