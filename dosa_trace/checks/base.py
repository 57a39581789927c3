"""What a check is, and what every check is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from dosa_trace.catalog.contents import Catalog
from dosa_trace.catalog.records import Place
from dosa_trace.diagnostics import Diagnostic, Related, Rule
from dosa_trace.language import Phrase, Words

Find = Callable[[Catalog], Iterator[Diagnostic]]
FindOnDay = Callable[[Catalog, date, int], Iterator[Diagnostic]]


class Check(NamedTuple):
    """A rule about catalogues, with the generator that finds where it is broken.

    `manual` says what it is about, why, and shows a failing and a mended example.
    """

    rule: Rule
    find: Find
    manual: str

    def run(self, catalog: Catalog) -> Iterator[Diagnostic]:
        """The findings, at the severity that the rule has."""
        for found in self.find(catalog):
            yield found._replace(severity=self.rule.severity)


class DatedCheck(NamedTuple):
    """A rule that what is on file may come to break as time goes by.

    `find` is given the day to judge on and a number of months, `months` unless the catalogue sets
    another.
    """

    rule: Rule
    find: FindOnDay
    manual: str
    months: int


def finding(
    rule: Rule,
    message: Words,
    place: Place,
    *route: str | int,
    hint: Words | None = None,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """A finding about the value at `route` inside a record."""
    span = place.span(*route)
    return Diagnostic(rule, message, span, hint, related, rule.severity, place.span())


ALSO_HERE = Phrase("the other stands here", "de andere staat hier")
