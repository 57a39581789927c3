"""What somebody at a terminal is asked about a sheet of somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dosa_trace.cli.editing import NOT_WRITTEN, YES, line_typed
from dosa_trace.cli.foreign_options import head_named
from dosa_trace.cli.import_foreign import Understood, show, understood
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import write_error
from dosa_trace.diagnostics import BadQuestion, DosaTraceError
from dosa_trace.language import Alternatives, Phrase, Quoted, Words

if TYPE_CHECKING:
    from dosa_trace.editing.draft import Draft
    from dosa_trace.foreign.mappings.sheet_mapping import SheetMapping
    from dosa_trace.foreign.open_questions import OpenQuestion
    from dosa_trace.foreign.reading.tables import ForeignTable


def which_sheet(session: Session, names: Sequence[str] | dict[str, ForeignTable]) -> str:
    """The sheet of a workbook that somebody means."""
    return _chosen(session, WHICH_SHEET, tuple(names)) or next(iter(names))


def settled_by_asking(
    session: Session, draft: Draft, table: ForeignTable, said: SheetMapping, stem: str
) -> Understood:
    """A sheet of which somebody said all that only a person can tell, and saw how it is read.
    Raises BadQuestion where they stop."""
    made = understood(draft, table, said, stem)
    show(session, made)
    is_shown = not made.open
    asked_of: set[tuple[str, str]] = set()
    while True:
        if made.open:
            is_shown = False
            said = _answered(session, draft, table, made.open[0], said)
        elif (unknown := next(_unknown(made, asked_of), None)) is not None:
            is_shown = False
            asked_of.add(unknown[:2])
            said = _valued(session, unknown, said)
        else:
            if not is_shown:
                show(session, made)
            is_shown = True
            change = line_typed(session, GO_ON)
            if not change or change.casefold() in YES:
                return made
            if "=" not in change:
                raise BadQuestion(NOT_WRITTEN)
            try:
                said = _changed(table, change, said)
                is_shown = False
            except DosaTraceError as error:
                write_error(error.message, error.hint, session.language)
        try:
            made = understood(draft, table, said, stem)
        except DosaTraceError as error:  # what was typed cannot be; what was said before holds
            write_error(error.message, error.hint, session.language)
            said = made.proposal.mapping


def _answered(
    session: Session,
    draft: Draft,
    table: ForeignTable,
    question: OpenQuestion,
    said: SheetMapping,
) -> SheetMapping:
    """What was said with the answer to a question; raises BadQuestion where there is none."""
    from dosa_trace.foreign.choices import SheetKind
    from dosa_trace.foreign.heads import heads_by_key, key_of_head
    from dosa_trace.foreign.open_questions import OpenMatter
    from dosa_trace.foreign.reading.forms import Form

    if question.between:
        word = _chosen(session, question.message, question.between)
    else:
        word = line_typed(session, TYPE_IT(message=question.message))
    if not word:
        raise BadQuestion(question.message, question.hint)
    match question.asking:
        case OpenMatter.KIND:
            return said._replace(kind=SheetKind(word))
        case OpenMatter.FIELD:
            return said._replace(fields={**said.fields, question.about: word})
        case OpenMatter.FORM:
            return said._replace(forms={**said.forms, question.about: Form(word)})
        case OpenMatter.LACKING if head := heads_by_key(table.heads).get(key_of_head(word)):
            return said._replace(fields={**said.fields, head: question.about})
        case OpenMatter.LACKING:
            said = said._replace(fixed={**said.fixed, question.about: word})
            is_source = question.about.rpartition(".")[2] == "source"
            return _with_source(session, draft, word, said) if is_source else said


def _with_source(session: Session, draft: Draft, name: str, said: SheetMapping) -> SheetMapping:
    """The same with a source that is not on file and that somebody adds first."""
    from dosa_trace.cli.asking import is_offered, source_typed
    from dosa_trace.foreign.values_meant import record_meant

    fields = {"source": name}
    is_known = name in said.sources or record_meant(draft.catalog, name, ("source",)) is not None
    if is_known or not is_offered(session, draft, fields):
        return said
    return said._replace(sources={**said.sources, name: source_typed(session, draft, fields)})


def _chosen(session: Session, about: Words, between: Sequence[str]) -> str | None:
    """One of several words, by itself or by its number; None where nothing more comes."""
    numbered = tuple(f"{number} {word}" for number, word in enumerate(between, 1))
    while typed := line_typed(session, CHOOSE(message=about, words=Alternatives(numbered))):
        if typed in between:
            return typed
        if typed.isdecimal() and 0 < int(typed) <= len(between):
            return between[int(typed) - 1]
    return None


def _unknown(
    made: Understood, asked_of: set[tuple[str, str]]
) -> Iterator[tuple[str, str, int, tuple[str, ...]]]:
    """Words in the cells of a column that none of its words is, with how many cells have them."""
    if made.resolved is None:
        return
    for head, words in made.resolved.words.items():
        for item, meant in words.meant.items():
            if meant is None and words.expected and (head, item) not in asked_of:
                yield head, item, words.counted[item], tuple(words.expected)


def _valued(
    session: Session, unknown: tuple[str, str, int, tuple[str, ...]], said: SheetMapping
) -> SheetMapping:
    """What was said with what a word means; without an answer its rows are left out."""
    head, item, number, expected = unknown
    about = WHAT_IS(head=head, text=Quoted(item), n=number)
    word = _chosen(session, about, expected)
    if word is None:
        return said
    return said._replace(values={**said.values, head: {**said.values.get(head, {}), item: word}})


def _changed(table: ForeignTable, change: str, said: SheetMapping) -> SheetMapping:
    name, _, field = change.rpartition("=")
    head = head_named(name.strip(), table.heads)
    return said._replace(fields={**said.fields, head: field.strip()})


WHICH_SHEET = Phrase("this file has several sheets", "dit bestand heeft meer bladen")
CHOOSE = Phrase(
    "{message}. Type one, or its number ({words}):",
    "{message}. Typ er een, of het nummer ({words}):",
)
TYPE_IT = Phrase(
    "{message}. Type the name of a column, or the value for all rows:",
    "{message}. Typ de naam van een kolom, of de waarde voor alle rijen:",
)
WHAT_IS = Phrase(
    "{head}: {text} ({n} {n:cell|cells}) is none of its words; Enter leaves the rows out",
    "{head}: {text} ({n} {n:cel|cellen}) is geen van de woorden; Enter laat de rijen weg",
)
GO_ON = Phrase(
    "Go on? Enter; COLUMN=FIELD to change what a column becomes; n to stop:",
    "Verder? Enter; KOLOM=VELD om te wijzigen wat een kolom wordt; n om te stoppen:",
)
