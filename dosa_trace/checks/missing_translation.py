"""A text is given in some languages of the catalogue, and not in all.

Readers of the other language would see a line in the wrong one. A text that is the same in every
language, such as a name, is written once, without languages.

Wrong:

    catalogue: {title: Catalogue, languages: [en, nl]}
    objectives:
      - {id: aim-data, title: {en: Data for AI}}

Right:

    catalogue: {title: Catalogue, languages: [en, nl]}
    objectives:
      - {id: aim-data, title: {en: Data for AI, nl: Data voor AI}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dosa_trace.catalog.fields.table import TABLE_OF
from dosa_trace.catalog.fields.types import FieldType, ListOf, Local, Part, Party, TextsOf
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.parts import Found, LocalText
from dosa_trace.checks.base import Finder, When, finding
from dosa_trace.diagnostics import Diagnostic, Rule, Severity
from dosa_trace.language import Phrase

RULE = Rule("DT307", "missing-translation", Severity.WARNING, __doc__)

Route = tuple[str | int, ...]


def find(catalog: Catalog, _: When) -> Iterator[Diagnostic]:
    languages = catalog.languages
    if len(languages) < 2:
        return
    focus = (catalog.info.focus,) if catalog.info.focus else ()
    for record in (*catalog.by_id.values(), *catalog.links, *focus):
        for route, text in _texts(record, ()):
            codes = [code for code, _ in text.texts]
            missing = [language for language in languages if language not in codes]
            if codes != [""] and missing:
                field = next(one for one in reversed(route) if isinstance(one, str))
                message = LACKS(field=field, languages=missing)
                yield finding(RULE, message, record.place, *route, hint=TRANSLATE)


def _texts(value: Any, route: Route) -> Iterator[tuple[Route, LocalText]]:
    """Every text of a record, however deep, with the route to it."""
    if isinstance(value, LocalText):
        yield route, value
    elif isinstance(value, Found):
        yield (*route, "text"), value.text
    else:
        for name in _HOLDERS.get(type(value), ()):
            held = getattr(value, name)
            if type(held) is tuple:
                for at, item in enumerate(held):
                    yield from _texts(item, (*route, name, at))
            elif held is not None:
                yield from _texts(held, (*route, name))


def _may_hold(type_: FieldType) -> bool:
    match type_:
        case ListOf(item):
            return _may_hold(item)
        case Part(table):
            return any(_may_hold(field.type) for field in table.fields)
    return isinstance(type_, Local | Party | TextsOf)


#: The fields of each record and part of one that may hold texts, themselves or further down.
_HOLDERS: Mapping[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in table.fields if _may_hold(field.type))
    for kind, table in TABLE_OF.items()
}


LACKS = Phrase("'{field}' lacks the language {languages}", "'{field}' mist de taal {languages}")
TRANSLATE = Phrase(
    "add the translation, or write the text once if it is the same in every language",
    "voeg de vertaling toe, of schrijf de tekst één keer als die in elke taal gelijk is",
)

FINDER = Finder(RULE, find)
