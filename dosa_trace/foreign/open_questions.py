"""What only a person can tell of a sheet, each with the option that settles it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from dosa_trace.catalog.fields.help_in_dutch import meaning
from dosa_trace.catalog.fields.types import Field, FieldTable, ListOf, Part
from dosa_trace.foreign.choices import SheetKind
from dosa_trace.foreign.reading.forms import Recognised
from dosa_trace.language import Alternatives, Phrase, Quoted, Words
from dosa_trace.sheets.columns import SECTIONS

#: Before the fields of a source that is not on file yet.
OF_SOURCE: Final = "source."


class OpenMatter(StrEnum):
    """What a person has to say: of what kind the rows are, what a column holds, how it writes that,
    or what a field that every record needs is."""

    KIND = "kind"
    FIELD = "field"
    FORM = "form"
    LACKING = "lacking"


class OpenQuestion(NamedTuple):
    """Something that only a person can tell: about which column or field, and between what."""

    asking: OpenMatter
    about: str
    message: Words
    hint: Words
    between: tuple[str, ...] = ()


def which_kind(between: tuple[str, ...]) -> OpenQuestion:
    return OpenQuestion(
        OpenMatter.KIND, "", NO_KIND, SAY_KIND(words=Alternatives(between)), between
    )


def which_field(head: str, between: tuple[str, ...]) -> OpenQuestion:
    return OpenQuestion(
        OpenMatter.FIELD, head, EITHER(head=Quoted(head), words=Alternatives(between)),
        SAY_FIELD(head=head, word=between[0]), between,
    )  # fmt: skip


def which_form(head: str, form: Recognised) -> OpenQuestion:
    between = tuple(map(str, form.between))
    return OpenQuestion(
        OpenMatter.FORM, head,
        TWO_WAYS(head=Quoted(head), text=Quoted(form.doubtful), words=Alternatives(between)),
        SAY_FORM(head=head, word=between[0]), between,
    )  # fmt: skip


def lacking(kind: SheetKind, given: Collection[str]) -> Iterator[OpenQuestion]:
    """What every record of a kind needs, and no column nor option gives; of what hangs on it, where
    a column gives some of that. Ids are made where there are none."""
    table = SECTIONS[kind.value]
    for field in table.fields:
        if field.key == "id":
            continue
        item = field.type.item if isinstance(field.type, ListOf) else field.type
        matches = (re.match(rf"{field.key}\.(\d+)\.", name) for name in given)
        numbers = {number[1] for number in matches if number}
        if isinstance(item, Part):
            for number in sorted(numbers or ({"1"} if field.required else set())):
                yield from _lacking_part(item.table, f"{field.key}.{number}", given)
        elif field.required and not _is_given(field.key, given):
            is_new = field.key == "source" and any(name.startswith(OF_SOURCE) for name in given)
            if not is_new:
                yield _lack(field.key, field)
    if table.one_of and not any(_is_given(key, given) for key in table.one_of):
        yield _lack(table.one_of[0], _named(table, table.one_of[0]))


def _lacking_part(table: FieldTable, part: str, given: Collection[str]) -> Iterator[OpenQuestion]:
    for field in table.fields:
        if field.required and not _is_given(f"{part}.{field.key}", given):
            yield _lack(f"{part}.{field.key}", field)
    either = [f"{part}.{key}" for key in table.one_of]
    if either and not any(_is_given(name, given) for name in either):
        yield _lack(either[0], _named(table, table.one_of[0]))


def _is_given(field: str, given: Collection[str]) -> bool:
    return field in given or any(is_of_language(name, field) for name in given)


def _named(table: FieldTable, key: str) -> Field:
    return next(field for field in table.fields if field.key == key)


def _lack(name: str, field: Field) -> OpenQuestion:
    message = NO_VALUE(field=name, about=meaning(field))
    return OpenQuestion(OpenMatter.LACKING, name, message, SET_IT(field=name))


def is_of_language(name: str, field: str) -> bool:
    return name.startswith(f"{field}.") and len(name) == len(field) + 3


NO_KIND = Phrase("the heads do not say what each row is", "de kopjes zeggen niet wat elke rij is")
SAY_KIND = Phrase("say so with --kind: {words}", "zeg het met --kind: {words}")
EITHER = Phrase("the column {head} can be {words}", "de kolom {head} kan {words} zijn")
SAY_FIELD = Phrase(
    'say which, such as --column "{head}={word}"', 'zeg welke, zoals --column "{head}={word}"'
)
TWO_WAYS = Phrase(
    "in the column {head}, {text} can be read in two ways ({words}), and no other cell tells which",
    "in de kolom {head} is {text} op twee manieren te lezen ({words}); geen andere cel zegt welke",
)
SAY_FORM = Phrase(
    'say which, such as --form "{head}={word}"', 'zeg welke, zoals --form "{head}={word}"'
)
NO_VALUE = Phrase("no column holds '{field}' ({about})", "geen kolom bevat '{field}' ({about})")
SET_IT = Phrase(
    "give it for all rows with --set {field}=VALUE, or name its column with --column "
    '"COLUMN={field}"',
    "geef het voor alle rijen met --set {field}=WAARDE, of noem de kolom met --column "
    '"KOLOM={field}"',
)
