"""What becomes of each column of a sheet: what was said, what is recognised, and what only a person
can tell.

Nothing that can mean two things is chosen here. Each open question says with which option it is
settled, so that all can be settled at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from dosa_trace.catalog.fields.types import (
    FieldType,
)
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.foreign.choices import SheetKind
from dosa_trace.foreign.column_forms import form_of
from dosa_trace.foreign.field_names import checked, in_language, language_meant, type_of
from dosa_trace.foreign.heads import (
    OWN,
    SKIP,
    fields_meant,
    free_key,
    own_key,
    sections_meant,
)
from dosa_trace.foreign.mappings.presets import Preset, preset_for, with_heads
from dosa_trace.foreign.mappings.sheet_mapping import SheetMapping
from dosa_trace.foreign.open_questions import (
    OF_SOURCE,
    OpenQuestion,
    is_of_language,
    lacking,
    which_field,
    which_form,
    which_kind,
)
from dosa_trace.foreign.reading.cell_values import NOTHING
from dosa_trace.foreign.reading.forms import (
    Form,
    as_text,
)
from dosa_trace.foreign.reading.tables import ForeignTable, Raw
from dosa_trace.language import Phrase

#: How many examples of a column are shown.
EXAMPLES: Final = 3


class ProposedColumn(NamedTuple):
    """A column: the field that it becomes, how it writes, and some of its cells as they stand."""

    head: str
    field: str
    form: Form
    kind: FieldType | None
    examples: tuple[str, ...]

    @property
    def is_kept(self) -> bool:
        return self.field != SKIP


class SheetProposal(NamedTuple):
    """How a sheet is to be read: of which kind its rows are, its columns, and the fields that have
    one value in all rows; `open` is what somebody has to say first. Without a kind there are no
    columns."""

    table: ForeignTable
    kind: SheetKind | None
    columns: tuple[ProposedColumn, ...]
    mapping: SheetMapping
    open: tuple[OpenQuestion, ...]
    preset: Preset | None = None

    @property
    def section(self) -> str:
        assert self.kind is not None
        return self.kind.value

    def column(self, field: str) -> ProposedColumn | None:
        """The column that becomes a field, in any language."""
        return next(
            (one for one in self.columns if one.field == field or is_of_language(one.field, field)),
            None,
        )


def proposed(catalog: Catalog, table: ForeignTable, said: SheetMapping) -> SheetProposal:
    """What a sheet becomes. Raises BadQuestion for what was said and cannot be: a column that is
    not there, a field that no such record has."""
    preset = preset_for(table.heads)
    if preset is not None and said.kind not in (None, preset.mapping.kind):
        preset = None
    if preset is not None:
        said = said.over(with_heads(preset.mapping, table.heads))
    kind = said.kind
    if kind is None:
        meant = _kinds_meant(table.heads)
        if len(meant) != 1:
            between = meant or tuple(SheetKind)
            return SheetProposal(table, None, (), said, (which_kind(between),))
        kind = SheetKind(meant[0])
    fields, asked = _fields(catalog, kind, table, said)
    columns: list[ProposedColumn] = []
    for head, field in fields.items():
        values = [*_held(table, head, said)]
        type_ = type_of(kind, field)
        form = form_of(head, field, type_, values, said)
        if form.form is None:
            asked.append(which_form(head, form))
        columns.append(
            ProposedColumn(
                head,
                field,
                form.form or Form.TEXT,
                type_,
                examples_of(table.values(head), form.doubtful),
            )
        )
    mapping = said._replace(kind=kind, fixed=_fixed(catalog, kind, said))
    given = {*fields.values(), *mapping.fixed}
    asked += lacking(kind, given)
    return SheetProposal(table, kind, tuple(columns), mapping, tuple(asked), preset)


def _held(table: ForeignTable, head: str, said: SheetMapping) -> Iterator[Raw]:
    """The cells of a column that hold something, as somebody said what they mean."""
    meant = said.values.get(head, {})
    for value in table.values(head):
        text = as_text(value)
        if text not in NOTHING and meant.get(text) != SKIP:
            yield meant.get(text, value)


def _kinds_meant(heads: Sequence[str]) -> tuple[str, ...]:
    """The kinds that a sheet can be of; of several those of which it has all that they need."""
    meant = sections_meant(heads)
    whole = tuple(
        section
        for section in meant
        if not any(
            lacking(SheetKind(section), {f for h in heads for f in fields_meant(section, h)})
        )
    )
    return whole if len(meant) > 1 and whole else meant


def _fields(
    catalog: Catalog, kind: SheetKind, table: ForeignTable, said: SheetMapping
) -> tuple[dict[str, str], list[OpenQuestion]]:
    """The field of each head. What was said comes first; of heads that mean the same the first is
    taken, the others become keys of one's own, as does what means nothing that is known."""
    asked: list[OpenQuestion] = []
    fields: dict[str, str] = {}
    language = language_meant(catalog, table.heads)
    settled = {head: checked(catalog, kind, field, language) for head, field in said.fields.items()}
    _require_once(settled)
    taken = {field for field in settled.values() if not field.startswith((OWN, SKIP))}
    taken |= said.fixed.keys()
    for head in table.heads:
        if head in settled:
            fields[head] = own_key(head) if settled[head] == OWN else settled[head]
            continue
        meant = tuple(
            name
            for name in _usable(catalog, kind, fields_meant(kind, head), language)
            if name not in taken
        )
        if len(meant) > 1 and not (len(meant) == 2 and meant[0] == OWN):
            between = tuple(own_key(head) if field == OWN else field for field in meant)
            asked.append(which_field(head, between))
        first = meant[0] if meant else OWN
        fields[head] = own_key(head) if first == OWN else first
        if first not in (OWN, SKIP):
            taken.add(first)
    return _with_title(kind, _once(fields), language), asked


def _usable(
    catalog: Catalog, kind: SheetKind, meant: Iterable[str], language: str
) -> Iterator[str]:
    """Of the fields that a head means those that a sheet can set, such as texts in a language of
    the catalogue."""
    for field in meant:
        with suppress(BadQuestion):
            yield checked(catalog, kind, field, language)


def _require_once(fields: Mapping[str, str]) -> None:
    """Raises BadQuestion where two columns were said to be one field."""
    by_field: dict[str, str] = {}
    for head, field in fields.items():
        if field in (SKIP, OWN):
            continue
        if field in by_field:
            raise BadQuestion(TWO_COLUMNS(field=field, heads=(by_field[field], head)), SKIP_ONE)
        by_field[field] = head


def _once(fields: Mapping[str, str]) -> dict[str, str]:
    """The fields of heads; keys of one's own that are called the same have numbers."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    for head, field in fields.items():
        made[head] = free_key(field, taken) if field.startswith(OWN) else field
        taken.add(made[head])
    return made


def keys_beside(columns: Sequence[ProposedColumn]) -> dict[str, str]:
    """By the head of each column the key of one's own under which its cell stands where it cannot
    be what the column becomes."""
    taken = {column.field for column in columns}
    keys: dict[str, str] = {}
    for column in columns:
        keys[column.head] = free_key(own_key(column.head), taken)
        taken.add(keys[column.head])
    return keys


def _with_title(kind: SheetKind, fields: dict[str, str], language: str) -> dict[str, str]:
    """A text is the title where nothing else is."""
    if kind is not SheetKind.RECOMMENDATIONS:
        return fields
    title, text = (in_language(kind, name, language) for name in ("title", "text"))
    if not any(field == title or is_of_language(field, "title") for field in fields.values()):
        return {head: title if field == text else field for head, field in fields.items()}
    return fields


def examples_of(values: Iterable[Raw], first: str = "") -> tuple[str, ...]:
    """Different cells of a column as they stand there, what is doubtful before all."""
    seen = dict.fromkeys(filter(None, (first, *(as_text(value) for value in values))))
    return tuple(seen)[:EXAMPLES]


def _fixed(catalog: Catalog, kind: SheetKind, said: SheetMapping) -> dict[str, str]:
    """The fields of all rows; raises BadQuestion for one that no sheet can set."""
    for field in said.fixed:
        if field in ("id", f"{OF_SOURCE}id"):
            raise BadQuestion(NOT_FOR_ALL(field=field))
        checked(catalog, kind, field, "")
    return dict(said.fixed)


TWO_COLUMNS = Phrase(
    "'{field}' cannot be two columns ({heads})", "'{field}' kan niet twee kolommen zijn ({heads})"
)
SKIP_ONE = Phrase("leave one out, with =skip", "laat er een weg, met =skip")
NOT_FOR_ALL = Phrase(
    "'{field}' cannot be the same in all rows", "'{field}' kan niet in alle rijen gelijk zijn"
)
