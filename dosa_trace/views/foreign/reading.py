"""The columns of a sheet with what each becomes, and what its words become: shown before use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Role,
    Table,
)
from dosa_trace.foreign.converted import Converted
from dosa_trace.foreign.heads import OWN, SKIP
from dosa_trace.foreign.proposed import ProposedColumn, SheetProposal
from dosa_trace.foreign.reading.cell_values import NOTHING
from dosa_trace.foreign.reading.forms import FORMS, SORT_OF, CellSort, as_text
from dosa_trace.foreign.resolved import ColumnWords, NewRecord, Resolved
from dosa_trace.labels import RECORD_KINDS, RECORD_KINDS_PLURAL, SUCH_AS
from dosa_trace.language import Language, Phrase, say

#: How many words of a column are shown, and how long an example may be.
MOST, LONGEST = 100, 28


def columns_shown(
    proposal: SheetProposal,
    resolved: Resolved,
    converted: Converted,
    language: Language,
) -> Document:
    """What a sheet becomes."""
    return Document(tuple(_blocks(proposal, resolved, converted, language)))


def _blocks(
    proposal: SheetProposal,
    resolved: Resolved,
    converted: Converted,
    language: Language,
) -> Iterator[Block]:
    yield Heading(say(READ_AS, language))
    yield Paragraph(_how(proposal, language))
    heads = (Column(say(COLUMN, language)), Column(say(BECOMES, language), firm=True))
    more = (Column(say(WRITTEN, language)), Column(say(SUCH_AS, language)))
    rows = tuple(_row(column, proposal, language) for column in proposal.columns)
    yield Table((*heads, *more), rows)
    facts = [
        (field, Cell(say(FIXED(value=value), language)))
        for field, value in proposal.mapping.fixed.items()
    ]
    for column in proposal.columns:
        if meant := _replaced(column, proposal, resolved):
            facts.append((column.head, Cell(", ".join(meant))))
        if (words := resolved.words.get(column.head)) is not None:
            facts.append((column.head, Cell(_words(words, language))))
    facts += [_new(record, language) for record in converted.new]
    if facts:
        yield Facts(tuple(facts))
    beside = {} if proposal.open or converted.open else converted.beside
    for empty, held in beside.items():
        sentence = BESIDE(
            n=held.rows, empty=empty, heads=tuple(held.keys), keys=tuple(held.keys.values())
        )
        yield Paragraph(say(sentence, language), Role.MUTED)
    if converted.dropped:
        yield Paragraph(say(DROPPED(n=converted.dropped), language), Role.MUTED)


def _replaced(column: ProposedColumn, proposal: SheetProposal, resolved: Resolved) -> list[str]:
    """The cells of a column that are taken for something else, or for none: as was said, or because
    they hold a dash alone."""
    if column.head in resolved.words or not column.is_kept:
        return []
    said = dict(proposal.mapping.values.get(column.head, {}))
    if SORT_OF[column.form] is not CellSort.TEXT:
        said = {**dict.fromkeys(sorted(NOTHING), SKIP), **said}
    often = Counter(as_text(value) for value in proposal.table.values(column.head))
    return [f"{cell} → {word} ({often[cell]})" for cell, word in said.items() if often[cell]]


def _how(proposal: SheetProposal, language: Language) -> str:
    parts = [say(part, language) for part in proposal.table.how]
    assert proposal.kind is not None
    kind = say(RECORD_KINDS_PLURAL[proposal.kind], language)
    parts.append(say(ROWS(n=len(proposal.table.rows), kind=kind), language))
    if proposal.preset is not None:
        parts.insert(0, say(proposal.preset.name, language))
    return "; ".join(parts)


def _row(column: ProposedColumn, proposal: SheetProposal, language: Language) -> tuple[Cell, ...]:
    role = Role.MUTED if column.field.startswith(OWN) or not column.is_kept else Role.PLAIN
    becomes = say(LEFT_OUT, language) if column.field == SKIP else column.field
    form = "?" if _is_open(column, proposal) else say(FORMS[column.form], language)
    examples = " | ".join(_short(" ".join(text.split())) for text in column.examples)
    return Cell(column.head), Cell(becomes, role), Cell(form), Cell(examples, Role.MUTED)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _is_open(column: ProposedColumn, proposal: SheetProposal) -> bool:
    return any(question.about == column.head for question in proposal.open)


def _words(words: ColumnWords, language: Language) -> str:
    """`Overgenomen → accepted (39), Misschien → ? (1)`"""
    said = [
        f"{item or '–'} → {meant if meant is not None else '?'} ({words.counted[item]})"
        for item, meant in sorted(words.meant.items(), key=lambda one: -words.counted[one[0]])
    ]
    more = [say(MORE(n=len(said) - MOST), language)] if len(said) > MOST else []
    return ", ".join([*said[:MOST], *more])


def _new(record: NewRecord, language: Language) -> tuple[str, Cell]:
    kind = say(RECORD_KINDS[record.kind], language)
    return say(NEW(kind=kind), language), Cell(f"{record.id} ({', '.join(record.names)})")


READ_AS = Phrase("How this sheet is read", "Hoe dit blad wordt gelezen")
ROWS = Phrase("{n} {n:row|rows} of {kind}", "{n} {n:rij|rijen} met {kind}")
COLUMN = Phrase("column", "kolom")
BECOMES = Phrase("becomes", "wordt")
WRITTEN = Phrase("holds", "bevat")
LEFT_OUT = Phrase("left out", "weggelaten")
FIXED = Phrase("{value} in all rows", "{value} in alle rijen")
MORE = Phrase("and {n} more", "en nog {n}")
NEW = Phrase("new {kind}", "{kind} (nieuw)")
BESIDE = Phrase(
    "{n} {n:row has|rows have} no '{empty}'; what else {n:it says|they say} of it ({heads}) stands "
    "beside the record, as {keys}",
    "{n} {n:rij heeft|rijen hebben} geen '{empty}'; wat {n:die|ze} er verder van "
    "{n:zegt|zeggen} ({heads}) staat naast het record, als {keys}",
)
DROPPED = Phrase(
    "{n} {n:row that says that it is gone is|rows that say that they are gone are} left out",
    "{n} {n:rij die zegt dat die vervallen is, is|rijen die zeggen dat ze vervallen zijn, zijn} "
    "weggelaten",
)
