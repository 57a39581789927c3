"""`dosa-trace import FILE` where the sheet is somebody else's: read, shown, asked, then held
against the catalogue like any other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.cli.foreign_options import ToldOptions, mapping_told
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import write_error, write_file
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from dosa_trace.editing.draft import Draft
    from dosa_trace.foreign.converted import Converted
    from dosa_trace.foreign.mappings.sheet_mapping import SheetMapping
    from dosa_trace.foreign.open_questions import OpenQuestion
    from dosa_trace.foreign.proposed import SheetProposal
    from dosa_trace.foreign.reading.tables import ForeignTable
    from dosa_trace.foreign.resolved import Resolved
    from dosa_trace.sheets.changed_rows import BadCell
    from dosa_trace.sheets.returned import Returned


class ForeignRead(NamedTuple):
    """A sheet of somebody else as it is understood: held against the catalogue, with the cells that
    cannot be taken over, and what is left to be said."""

    sheets: list[Returned]
    bad: tuple[BadCell, ...]
    open: tuple[OpenQuestion, ...]
    mapping: SheetMapping
    map_path: Path
    rows: int


class Understood(NamedTuple):
    """A sheet as far as it is understood; nothing of its rows where nobody knows what they are."""

    proposal: SheetProposal
    resolved: Resolved | None = None
    converted: Converted | None = None

    @property
    def open(self) -> tuple[OpenQuestion, ...]:
        """All that somebody has to say."""
        more = self.converted.open if self.converted is not None else ()
        return (*self.proposal.open, *more)


def read_foreign(
    session: Session, draft: Draft, file: Path, data: bytes, options: ToldOptions, asks: bool
) -> ForeignRead:
    """What a sheet of somebody else says; at a terminal what only a person can tell is asked."""
    from dosa_trace.foreign.choices import Encoding
    from dosa_trace.foreign.mappings.mapping_files import mapping_path
    from dosa_trace.foreign.reading.files import chosen, read_tables
    from dosa_trace.sheets.returned import returned

    path = options.map or mapping_path(file)
    _require_outside(session, path)
    saved = _saved(session, path, draft)
    encoding = Encoding(options.encoding) if options.encoding else saved.encoding
    tables = read_tables(file, data, encoding)
    if options.sheet is None and saved.sheet is None and len(tables) > 1 and asks:
        from dosa_trace.cli.foreign_questions import which_sheet

        table = chosen(tables, which_sheet(session, tables))
    else:
        table = chosen(tables, options.sheet or saved.sheet)
    if table.left_out:
        session.delivery.note(NOT_READ(names=table.left_out))
    typed = mapping_told(options, table.heads)
    said = typed.over(_of_heads(session, saved, table.heads))
    said = said._replace(sheet=table.sheet or None, encoding=encoding)
    if asks:
        from dosa_trace.cli.foreign_questions import settled_by_asking

        made = settled_by_asking(session, draft, table, said, file.stem)
    else:
        made = understood(draft, table, said, file.stem)
        show(session, made)
    _require_cells(made, typed)
    if saved.fields:
        _say_new_words(session, saved, made)
    sheets = [returned(draft, sheet) for sheet in made.converted.sheets] if made.converted else []
    bad = made.converted.bad if made.converted else ()
    return ForeignRead(sheets, bad, made.open, _to_save(made), path, len(table.rows))


def understood(draft: Draft, table: ForeignTable, said: SheetMapping, stem: str) -> Understood:
    """A sheet as far as what was said and what is recognised goes. Raises BadQuestion."""
    from dosa_trace.foreign.converted import converted
    from dosa_trace.foreign.proposed import proposed
    from dosa_trace.foreign.resolved import resolved

    proposal = proposed(draft.catalog, table, said)
    if proposal.kind is None:
        return Understood(proposal)
    meant = resolved(draft.catalog, proposal)
    return Understood(proposal, meant, converted(draft.catalog, proposal, meant, stem))


def show(session: Session, made: Understood) -> None:
    """How the sheet is read, beside the answer."""
    from dosa_trace.views.foreign.reading import columns_shown

    if made.resolved is None or made.converted is None:
        return
    shown = columns_shown(made.proposal, made.resolved, made.converted, session.language)
    session.delivery.note_document(lambda: shown)


def say_open(session: Session, questions: Sequence[OpenQuestion]) -> None:
    """What has to be said, each with the option that says it."""
    for question in questions:
        write_error(question.message, question.hint, session.language)


def _require_cells(made: Understood, told: SheetMapping) -> None:
    """Raises BadQuestion for a cell that was typed and that its column has not."""
    from dosa_trace.foreign.reading.forms import as_text

    if made.resolved is None:
        return
    for head, values in told.values.items():
        words = made.resolved.words.get(head)
        known = {as_text(value) for value in made.proposal.table.values(head)} | {""}
        known |= set(words.meant) if words is not None else set()
        for cell in values:
            if cell not in known:
                raise BadQuestion(NO_CELL(head=head, cell=cell), did_you_mean(near(cell, known)))


def _say_new_words(session: Session, saved: SheetMapping, made: Understood) -> None:
    """The words of columns that were not there when the mapping was saved."""
    if made.resolved is None:
        return
    for head, words in made.resolved.words.items():
        new = tuple(item for item in words.meant if item not in saved.values.get(head, {}))
        if new and head in saved.fields:
            session.delivery.note(NEW_WORDS(head=head, words=new))


def save_mapping(session: Session, read: ForeignRead) -> None:
    """Saves how the sheet was read, beside it, where that is new."""
    from dosa_trace.foreign.mappings.mapping_files import written

    path = read.map_path
    before = path.read_bytes() if path.is_file() else None
    data = written(read.mapping, before, path.name, session.language)
    if data != before:
        write_file(path, data)
        session.delivery.note(SAVED(path=str(path)))


def _to_save(made: Understood) -> SheetMapping:
    """How the sheet was read, so that the next one like it needs no question."""
    said = made.proposal.mapping
    if made.resolved is None:
        return said
    columns = made.proposal.columns
    words = {
        head: {item: word for item, word in words_meant.meant.items() if word is not None}
        for head, words_meant in made.resolved.words.items()
    }
    return said._replace(
        fields={column.head: column.field for column in columns},
        forms={column.head: column.form for column in columns},
        prefix=said.prefix if made.converted is None else made.converted.prefix,
        values={**said.values, **{head: values for head, values in words.items() if values}},
    )


def _require_outside(session: Session, path: Path) -> None:
    """Raises BadQuestion for a mapping that would be read as a part of the catalogue."""
    if path.resolve().is_relative_to(session.opening.place.resolve()):
        raise BadQuestion(IN_CATALOG(path=str(path)), MOVE_IT)
    if not path.parent.is_dir():
        raise BadQuestion(NO_FOLDER(path=str(path.parent)), MOVE_IT)


def _saved(session: Session, path: Path, draft: Draft) -> SheetMapping:
    """What was saved of an earlier sheet; nothing where nothing was. Raises BadQuestion for a file
    with mistakes, which are all named."""
    from dosa_trace.foreign.mappings.mapping_checks import MappingMistake, mapping_mistakes
    from dosa_trace.foreign.mappings.mapping_files import read_mapping
    from dosa_trace.foreign.mappings.sheet_mapping import SheetMapping
    from dosa_trace.sheets.reading import read_file

    if not path.exists():
        return SheetMapping()
    mapping, findings, read = read_mapping(str(path), read_file(path))
    mistakes = [
        MappingMistake(str(finding.span), finding.message, finding.hint) for finding in findings
    ]
    if not mistakes and mapping.kind is not None:
        mistakes = [*mapping_mistakes(draft.catalog, read, mapping.kind)]
    for mistake in mistakes:
        message = AT(place=mistake.place, message=mistake.message)
        write_error(message, mistake.hint, session.language)
    if mistakes:
        raise BadQuestion(NOT_FOLLOWED(path=str(path)), MEND_OR_REMOVE)
    session.delivery.note(FOLLOWED(path=str(path)))
    return mapping


def _of_heads(session: Session, saved: SheetMapping, heads: Sequence[str]) -> SheetMapping:
    """What was saved of the columns that are there; those that are not are named."""
    gone = tuple(head for head in saved.fields if head not in heads)
    if gone:
        session.delivery.note(NO_LONGER(names=gone))
    new = tuple(head for head in heads if head not in saved.fields)
    if saved.fields and new:
        session.delivery.note(NEW_COLUMNS(names=new))
    return saved._replace(
        fields={head: field for head, field in saved.fields.items() if head in heads},
        forms={head: form for head, form in saved.forms.items() if head in heads},
    )


NOT_READ = Phrase("not read: {names}", "niet gelezen: {names}")
AT = Phrase("{place}: {message}", "{place}: {message}")
SAVED = Phrase(
    "how this sheet is read is saved in {path}", "hoe dit blad wordt gelezen is bewaard in {path}"
)
FOLLOWED = Phrase("read as {path} says", "gelezen zoals {path} zegt")
IN_CATALOG = Phrase(
    "'{path}' would be read as a part of the catalogue",
    "'{path}' zou worden gelezen als deel van de catalogus",
)
NO_FOLDER = Phrase("there is no folder '{path}'", "er is geen map '{path}'")
MOVE_IT = Phrase(
    "move the sheet out of its folder, or name another file with --map",
    "haal het blad uit de map ervan, of noem een ander bestand met --map",
)
NOT_FOLLOWED = Phrase("'{path}' has mistakes", "'{path}' bevat fouten")
MEND_OR_REMOVE = Phrase(
    "fix it, or remove it to be asked again",
    "herstel het, of verwijder het om opnieuw te worden gevraagd",
)
NO_CELL = Phrase(
    "the column '{head}' has no cell '{cell}'", "de kolom '{head}' heeft geen cel '{cell}'"
)
NO_LONGER = Phrase(
    "columns that are no longer there: {names}", "kolommen die er niet meer zijn: {names}"
)
NEW_WORDS = Phrase("new in {head}: {words}", "nieuw in {head}: {words}")
NEW_COLUMNS = Phrase("new columns: {names}", "nieuwe kolommen: {names}")
