"""What a check is, and what every check is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dosa_trace.catalog.contents import Catalog
from dosa_trace.catalog.records import Place
from dosa_trace.diagnostics import Diagnostic, Related, Rule
from dosa_trace.labels import Phrase, Words

Find = Callable[[Catalog], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule about catalogues, with the generator that finds where it is broken.

    `manual` says what it is about, why, and shows a failing and a mended example; `blocking` marks
    the rules without which no figure can be trusted, so that no question is answered before they
    hold.
    """

    rule: Rule
    find: Find
    manual: str
    blocking: bool = False

    def run(self, catalog: Catalog) -> Iterator[Diagnostic]:
        """The findings, at the severity that the rule has."""
        for found in self.find(catalog):
            yield replace(found, severity=self.rule.severity)


def finding(
    rule: Rule,
    message: Words,
    place: Place,
    *route: str | int,
    hint: Words | None = None,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """A finding about the value at `route` inside a record."""
    return Diagnostic(rule, message, place.span(*route), hint, related)


ALSO_HERE = Phrase("the other stands here", "de andere staat hier")
