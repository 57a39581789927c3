"""What becomes of each column of a sheet: what was said, what is recognised, and what only a person
can tell.

Nothing that can mean two things is chosen here. Each open question says with which option it is
settled, so that all can be settled at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from dosa_trace.catalog.fields.types import (
    AmountType,
    Day,
    FieldType,
    Flag,
    NumberType,
    Whole,
)
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.editing.targets import place_named
from dosa_trace.foreign.choices import SheetKind
from dosa_trace.foreign.field_names import checked, in_language, language_meant, type_of
from dosa_trace.foreign.heads import (
    OUR_CURRENCY,
    OWN,
    SKIP,
    fields_meant,
    is_amount,
    own_key,
    sections_meant,
)
from dosa_trace.foreign.mapping import SheetMapping
from dosa_trace.foreign.open_questions import (
    OF_SOURCE,
    OpenQuestion,
    is_of_language,
    lacking,
    which_field,
    which_form,
    which_kind,
)
from dosa_trace.foreign.presets import Preset, preset_for, with_heads
from dosa_trace.foreign.reading.cell_values import currency_in
from dosa_trace.foreign.reading.forms import (
    CellSort,
    Form,
    Recognised,
    as_text,
    is_number,
    recognised,
    sort_of,
)
from dosa_trace.foreign.reading.tables import ForeignTable, Raw
from dosa_trace.sheets.columns import SECTIONS

#: How many examples of a column are shown.
EXAMPLES: Final = 3
#: How many of its cells have to be numbers where a column holds amounts by its head.
_HALF: Final = 0.5


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
    preset = preset_for(table.heads) if said.kind is None else None
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
        values = [*table.values(head)]
        type_ = type_of(kind, field)
        form = _form(head, field, type_, values, said)
        if form.form is None:
            asked.append(which_form(head, form))
        columns.append(
            ProposedColumn(
                head, field, form.form or Form.TEXT, type_, examples_of(values, form.doubtful)
            )
        )
    mapping = said._replace(kind=kind, fixed=_fixed(kind, said))
    given = {*fields.values(), *mapping.fixed}
    asked += lacking(kind, given)
    return SheetProposal(table, kind, tuple(columns), mapping, tuple(asked), preset)


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
    taken = {field for field in settled.values() if not field.startswith((OWN, SKIP))}
    taken |= said.fixed.keys()
    for head in table.heads:
        if head in settled:
            fields[head] = own_key(head) if settled[head] == OWN else settled[head]
            continue
        meant = tuple(
            name
            for name in (in_language(kind, field, language) for field in fields_meant(kind, head))
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


def _once(fields: Mapping[str, str]) -> dict[str, str]:
    """The fields of heads; keys of one's own that are called the same have numbers."""
    often: Counter[str] = Counter()
    made = {}
    for head, field in fields.items():
        often[field] += 1
        is_again = field.startswith(OWN) and often[field] > 1
        made[head] = f"{field}-{often[field]}" if is_again else field
    return made


def _with_title(kind: SheetKind, fields: dict[str, str], language: str) -> dict[str, str]:
    """A text is the title where nothing else is."""
    if kind is not SheetKind.RECOMMENDATIONS:
        return fields
    title, text = (in_language(kind, name, language) for name in ("title", "text"))
    if not any(field == title or is_of_language(field, "title") for field in fields.values()):
        return {head: title if field == text else field for head, field in fields.items()}
    return fields


def _form(
    head: str, field: str, type_: FieldType | None, values: Sequence[Raw], said: SheetMapping
) -> Recognised:
    if head in said.forms:
        return Recognised(said.forms[head])
    return recognised(values, _sort(head, field, type_, values))


def _sort(head: str, field: str, type_: FieldType | None, values: Sequence[Raw]) -> CellSort:
    """What a column holds, by the field that it becomes, else by its cells."""
    match type_:
        case Day():
            return CellSort.DATE
        case Flag():
            return CellSort.YES_NO
        case Whole() | NumberType() | AmountType():
            return CellSort.NUMBER
        case None if field != SKIP and _is_in_one_currency(head, values):
            is_of_money = is_amount(head) and _share_of_numbers(values) >= _HALF
            return CellSort.NUMBER if is_of_money else sort_of(values)
    return CellSort.TEXT


def _is_in_one_currency(head: str, values: Sequence[Raw]) -> bool:
    """Whether numbers alone say all that the cells say: those in euros, or in one currency that the
    head names."""
    texts = (value for value in values if isinstance(value, str) and is_number(value))
    named = {code for text in texts if (code := currency_in(text)) is not None}
    return named <= {currency_in(head) or OUR_CURRENCY}


def _share_of_numbers(values: Sequence[Raw]) -> float:
    return sum(map(is_number, values)) / len(values) if values else 0.0


def examples_of(values: Sequence[Raw], first: str = "") -> tuple[str, ...]:
    """Different cells of a column, those that many rows have last: what is doubtful before all."""
    seen = dict.fromkeys(filter(None, (first, *(as_text(value) for value in values))))
    return tuple(seen)[:EXAMPLES]


def _fixed(kind: SheetKind, said: SheetMapping) -> dict[str, str]:
    for field in said.fixed:
        place_named(
            SECTIONS["sources" if field.startswith(OF_SOURCE) else kind.value],
            field.removeprefix(OF_SOURCE),
        )
    return dict(said.fixed)
