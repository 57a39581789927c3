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

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.text import messages
from dosa_trace.catalog.text.files import SUFFIXES
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.inert import HIDDEN
from dosa_trace.language import Phrase

RULE = Rule("DT306", "archived-text-unreadable", Severity.ERROR, __doc__)


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    for source in catalog.sources.values():
        if source.text is not None and catalog.archived_text(source) is None:
            message = UNREADABLE(path=source.text)
            yield finding(RULE, message, source.place, "text", hint=PUT_IT_THERE)
        elif source.text is not None and source.text.endswith(SUFFIXES):
            yield finding(RULE, IS_YAML(path=source.text), source.place, "text", hint=PUT_IT_THERE)
        else:
            text = catalog.archived_text(source) or ""
            for character in dict.fromkeys(HIDDEN.findall(text)):
                line = text.count("\n", 0, text.index(character)) + 1
                message = HIDES(path=source.text, line=line, name=f"U+{ord(character):04X}")
                yield finding(RULE, message, source.place, "text", hint=DELETE_IT)


UNREADABLE = Phrase(
    "the archived text '{path}' is not in the catalogue, or is not UTF-8 text",
    "de gearchiveerde tekst '{path}' staat niet in de catalogus, of is geen UTF-8-tekst",
)
IS_YAML = Phrase(
    "'{path}' is a file of the catalogue itself, and no archived text",
    "'{path}' is een bestand van de catalogus zelf, en geen gearchiveerde tekst",
)
HIDES = Phrase(
    "the archived text '{path}' holds a character that cannot be seen on line {line}: {name}",
    "de gearchiveerde tekst '{path}' bevat op regel {line} een teken dat niet te zien is: {name}",
)
DELETE_IT = messages.DELETE_IT
PUT_IT_THERE = Phrase(
    "put the file there, or leave text out", "zet het bestand daar neer, of laat text weg"
)

FINDER = Finder(RULE, find)
