"""A source names an archived text that does not exist or cannot be read.

Quotations are compared with the archived text. Without it nobody would check them.

Wrong:

    sources:
      - id: letter
        kind: letter
        title: A letter
        publisher: EZ
        date: 2025-08-21
        text: texts/letter.txt

Right:

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
    "'{path}' is a file of the catalogue itself, not an archived text",
    "'{path}' is een bestand van de catalogus zelf, geen gearchiveerde tekst",
)
HIDES = Phrase(
    "the archived text '{path}' has an invisible character on line {line}: {name}",
    "de gearchiveerde tekst '{path}' heeft op regel {line} een onzichtbaar teken: {name}",
)
DELETE_IT = messages.DELETE_IT
PUT_IT_THERE = Phrase(
    "put the file there, or remove the field text",
    "zet het bestand daar neer, of verwijder het veld text",
)

FINDER = Finder(RULE, find)
