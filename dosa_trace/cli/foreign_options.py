"""What is typed on the command line of a sheet of somebody else, as a mapping."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.cli.editing import pairs
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.labels import USE
from dosa_trace.language import Alternatives, Phrase

if TYPE_CHECKING:
    from dosa_trace.foreign.mappings.sheet_mapping import SheetMapping


class ToldOptions(NamedTuple):
    """What was typed of a sheet of somebody else."""

    kind: str | None = None
    sheet: str | None = None
    encoding: str | None = None
    columns: Sequence[str] = ()
    forms: Sequence[str] = ()
    values: Sequence[str] = ()
    fixed: Sequence[str] = ()
    map: Path | None = None

    @property
    def first(self) -> str | None:
        """The first option that was given."""
        given = zip(OPTIONS, self, strict=True)
        return next((name for name, value in given if value), None)


def mapping_told(options: ToldOptions, heads: Sequence[str]) -> SheetMapping:
    """The options as a mapping. Raises BadQuestion for a column that is not there, and for what is
    no form."""
    from dosa_trace.foreign.choices import SheetKind
    from dosa_trace.foreign.mappings.sheet_mapping import SheetMapping
    from dosa_trace.foreign.reading.forms import Form

    forms = {}
    for head, word in (_pair(text, heads, "--form") for text in options.forms):
        if word not in tuple(Form):
            raise BadQuestion(NO_FORM(word=word), USE(words=Alternatives(tuple(Form))))
        forms[head] = Form(word)
    values: dict[str, dict[str, str]] = {}
    for text in options.values:
        cell, equals, word = text.rpartition("=")
        head, _, cell = _split_at_head(cell, heads)
        if not equals or not head:
            raise BadQuestion(NO_VALUE(text=text), VALUE_SHAPE)
        if values.setdefault(head, {}).setdefault(cell, word) != word:
            raise BadQuestion(SAID_TWICE(head=head, cell=cell), SEVERAL_WORDS)
    return SheetMapping(
        kind=SheetKind(options.kind) if options.kind else None,
        fields=dict(_pair(text, heads, "--column") for text in options.columns),
        forms=forms,
        values=values,
        fixed=pairs(options.fixed),
    )


def _pair(text: str, heads: Sequence[str], option: str) -> tuple[str, str]:
    """`COLUMN=WORD`, of which the column may be written in any case. Raises BadQuestion."""
    name, equals, word = text.rpartition("=")
    if not equals or not word:
        raise BadQuestion(NO_PAIR(option=option, text=text), PAIR_SHAPE(option=option))
    return head_named(name, heads), word.strip()


def head_named(name: str, heads: Sequence[str]) -> str:
    """The head that is meant; raises BadQuestion for none."""
    from dosa_trace.foreign.heads import heads_by_key, key_of_head

    if name in heads:
        return name
    if (head := heads_by_key(heads).get(key_of_head(name))) is not None:
        return head
    hint = did_you_mean(near(name, heads)) or COLUMNS(names=Alternatives(tuple(heads)))
    raise BadQuestion(NO_COLUMN(name=name), hint)


def _split_at_head(text: str, heads: Sequence[str]) -> tuple[str, str, str]:
    """`COLUMN:CELL` at the longest head that it can begin with."""
    known = sorted((head for head in heads if text.startswith(f"{head}:")), key=len)
    return (known[-1], ":", text[len(known[-1]) + 1 :]) if known else ("", "", text)


#: The options that say something of a sheet of somebody else, in the order of `ToldOptions`.
OPTIONS = (
    "--kind", "--sheet", "--encoding", "--column", "--form", "--value", "--set", "--map"
)  # fmt: skip
NO_FORM = Phrase("'{word}' is no form of a column", "'{word}' is geen vorm van een kolom")
NO_VALUE = Phrase("'{text}' names no column and cell", "'{text}' noemt geen kolom en cel")
SAID_TWICE = Phrase(
    "the cell '{cell}' of '{head}' was said to be two things",
    "van de cel '{cell}' van '{head}' is twee keer iets anders gezegd",
)
SEVERAL_WORDS = Phrase(
    "put commas between where it means several", "zet er komma's tussen als het er meer betekent"
)
VALUE_SHAPE = Phrase(
    'write --value "COLUMN:CELL=WORD", such as --value "Oordeel:Misschien=noted"',
    'schrijf --value "KOLOM:CEL=WOORD", zoals --value "Oordeel:Misschien=noted"',
)
NO_PAIR = Phrase("{option} '{text}' says nothing", "{option} '{text}' zegt niets")
PAIR_SHAPE = Phrase('write {option} "COLUMN=WORD"', 'schrijf {option} "KOLOM=WOORD"')
NO_COLUMN = Phrase("this sheet has no column '{name}'", "dit blad heeft geen kolom '{name}'")
COLUMNS = Phrase("its columns are {names}", "de kolommen zijn {names}")
