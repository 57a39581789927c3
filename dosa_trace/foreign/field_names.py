"""The names of fields that columns become: with their languages, and only what a sheet may set."""

from __future__ import annotations

from collections.abc import Sequence

from dosa_trace.catalog.fields.types import FieldType, Local
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.editing.targets import place_named
from dosa_trace.foreign.choices import SheetKind
from dosa_trace.foreign.heads import OWN, SKIP, language_of
from dosa_trace.foreign.open_questions import OF_SOURCE, is_of_language
from dosa_trace.language import Phrase
from dosa_trace.sheets.columns import JUDGED, SECTIONS, columns_of


def language_meant(catalog: Catalog, heads: Sequence[str]) -> str:
    """The language of the texts of a sheet, of those of the catalogue; none where that has one."""
    if len(catalog.languages) == 1:
        return ""
    meant = language_of(heads)
    return str(meant) if meant in catalog.languages else catalog.languages[0]


def in_language(kind: SheetKind, field: str, language: str) -> str:
    """The name of the column of a field, of a text with its language."""
    if not language or field in (OWN, SKIP) or field.startswith((OWN, OF_SOURCE)):
        return field
    if text_type(kind.value, field) or not isinstance(type_of(kind, field), Local):
        return field
    return f"{field}.{language}"


def type_of(kind: SheetKind | None, field: str) -> FieldType | None:
    """What a field holds; of a text in a language a text."""
    if kind is None or field == SKIP or field.startswith(OWN):
        return None
    section, name = kind.value, field
    if field.startswith(OF_SOURCE):
        section, name = "sources", field.removeprefix(OF_SOURCE)
    return text_type(section, name) or place_named(SECTIONS[section], name).type


def text_type(section: str, name: str) -> FieldType | None:
    """What `title.nl` holds, a text in a language; None for what is none."""
    above, dot, code = name.rpartition(".")
    if not dot or len(code) != 2:
        return None
    kind = place_named(SECTIONS[section], above).type
    return kind if isinstance(kind, Local) else None


def checked(catalog: Catalog, kind: SheetKind, field: str, language: str) -> str:
    """A field that was said, with its language. Raises BadQuestion for one that no sheet can
    set."""
    if field in (SKIP, OWN) or field.startswith(OWN):
        return field
    _require_settable(catalog, kind, field)
    return field if text_type(kind.value, field) else in_language(kind, field, language)


def _require_settable(catalog: Catalog, kind: SheetKind, field: str) -> None:
    section, name = kind.value, field
    if field.startswith(OF_SOURCE):
        section, name = "sources", field.removeprefix(OF_SOURCE)
    if name.partition(".")[0] in JUDGED:
        raise BadQuestion(JUDGED_ONLY(field=name))
    place_named(SECTIONS[section], name)
    known = columns_of(SECTIONS[section], catalog.languages, (), (name,))
    names = {column.name for column in known}
    spoken = (one for one in names if text_type(section, one) is not None)
    if name not in names and not any(is_of_language(one, name) for one in spoken):
        raise BadQuestion(NO_COLUMN(field=name), AFTERWARDS)


JUDGED_ONLY = Phrase(
    "'{field}' is written when somebody judges, and not in a sheet",
    "'{field}' wordt geschreven als iemand oordeelt, en niet in een werkblad",
)
NO_COLUMN = Phrase(
    "no column can be '{field}', which has fields of its own",
    "geen kolom kan '{field}' zijn, dat eigen velden heeft",
)
AFTERWARDS = Phrase("add that afterwards", "voeg dat daarna toe")
