"""A source names an archived text that is not there or cannot be read.

Quotes are checked against the archived text; without it they would pass unseen.

Fails:

    sources:
      - id: letter
        kind: letter
        title: A letter
        publisher: EZ
        date: 2025-08-21
        text: texts/letter.txt

Mended:

    sources:
      - id: letter
        kind: letter
        title: A letter
        publisher: EZ
        date: 2025-08-21
"""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.catalog.contents import Catalog
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT306", "archived-text-unreadable", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for source in catalog.sources.values():
        if source.text is not None and catalog.archived_text(source) is None:
            message = UNREADABLE(path=source.text)
            yield finding(RULE, message, source.place, "text", hint=PUT_IT_THERE)


UNREADABLE = Phrase(
    "the archived text '{path}' is not in the catalogue, or is not UTF-8 text",
    "de gearchiveerde tekst '{path}' staat niet in de catalogus, of is geen UTF-8-tekst",
)
PUT_IT_THERE = Phrase(
    "put the file there, or leave text out", "zet het bestand daar neer, of laat text weg"
)

FINDER = Finder(RULE, find)
