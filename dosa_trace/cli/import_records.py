"""`dosa-trace import FILE` where that is a whole catalogue as `export -f json` wrote it: its
records held against those of the catalogue, and taken over."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dosa_trace.cli.editing import NOT_WRITTEN, YES, asked, finish
from dosa_trace.cli.import_foreign import AT
from dosa_trace.cli.session import Session
from dosa_trace.cli.sheet_questions import ASK
from dosa_trace.cli.sheets_taken_over import SETTLE, Conflicts, ImportChoices, Missing
from dosa_trace.cli.writing import write_error, write_note
from dosa_trace.diagnostics import BadQuestion, Severity, did_you_mean, near
from dosa_trace.language import Message, Phrase, Quoted, Words, say

if TYPE_CHECKING:
    from dosa_trace.catalog.model.catalog import Catalog
    from dosa_trace.diagnostics import Span
    from dosa_trace.editing.draft import Draft
    from dosa_trace.editing.records_compared import ChangedRecord, OwnRecord, RecordsCompared
    from dosa_trace.exporting.read_back import ExportRead

    #: A mistake in a document: where, what, and how to mend it.
    DocumentMistake = tuple[Span, Words, Words | None]

#: So much of a value is shown where two are held against each other, from so much before the
#: first letter that differs.
_SHOWN, _BEFORE = 60, 20


def import_records(
    session: Session, draft: Draft, name: str, read: ExportRead, choices: ImportChoices
) -> int:
    """Shows what the records of a document change and, where that is wanted, writes it. Of one that
    was made of another state of the catalogue nobody knows which side changed a record that
    differs: that is asked, or settled by an option."""
    from dosa_trace.editing.records_compared import compared
    from dosa_trace.editing.records_taken_over import take_over

    errors = [wrong for wrong in read.mistakes if wrong.rule.severity is Severity.ERROR]
    if errors:
        mistakes = [(wrong.span, wrong.message, wrong.hint) for wrong in errors]
        known = {*draft.catalog.by_id, *read.catalog.by_id, *read.catalog.unread}
        _refuse(session, name, [*mistakes, *_lost(name, read, known)])
    difference = compared(draft.catalog, read.catalog, read.says_what_it_is)
    is_known = read.digest == draft.catalog.digest
    changed, waiting = _changed(session, difference, choices, is_known)
    removed, gone = _removed(session, difference, choices, is_known, name)
    waiting += gone
    for message, hint in waiting:
        write_error(message, hint, session.language)
    if waiting and not choices.dry_run:
        session.delivery.note(NOT_WRITTEN)
        return 1
    if not is_known and difference.missing and not removed:
        session.delivery.note(KEPT(name=name, n=len(difference.missing)))
    take_over(draft, changed, difference.added, removed, read.files)
    made, _ = draft.read()
    _refuse(session, name, [*_lost(name, read, made.by_id)])
    _attach_texts(session, draft, made, read)
    status = int(bool(waiting))
    if not draft.edits:
        from dosa_trace.questions.editing import preview

        if not waiting:
            session.delivery.note(NOTHING(name=name))
        session.answer(preview(draft, as_of=session.opening.day(None), may_be_none=True))
        return status
    return finish(session, draft, None, choices.yes, choices.dry_run) or status


def _refuse(session: Session, name: str, mistakes: Sequence[DocumentMistake]) -> None:
    """Names the mistakes of a document by their lines; raises BadQuestion where there are any."""
    for span, message, hint in sorted(mistakes, key=lambda mistake: mistake[0][1:3]):
        write_error(AT(place=str(span), message=message), hint, session.language)
    if mistakes:
        raise BadQuestion(NOT_READ(name=name, n=len(mistakes)))


def _lost(name: str, read: ExportRead, known: Collection[str]) -> Iterator[DocumentMistake]:
    """What the document refers to and what is nowhere."""
    there = {*known, *read.catalog.levels}
    for reference in read.catalog.references:
        if reference.target not in there and reference.span.file == name:
            message = NO_RECORD(field=reference.field, id=reference.target)
            yield reference.span, message, did_you_mean(near(reference.target, there))


def _changed(
    session: Session, difference: RecordsCompared, choices: ImportChoices, is_known: bool
) -> tuple[Sequence[ChangedRecord], list[tuple[Message, Phrase | None]]]:
    """The records that are taken over, and what waits for a person."""
    if is_known or choices.conflicts is Conflicts.TAKE:
        return difference.changed, []
    if choices.conflicts is Conflicts.KEEP:
        return (), []
    if choices.asks:
        return [one for one in difference.changed if _is_taken(session, one)], []
    hint = SETTLE["conflict"]
    return (), [(line, hint) for one in difference.changed for line in _lines(one)]


def _is_taken(session: Session, change: ChangedRecord) -> bool:
    for line in _lines(change):
        write_note(say(line, session.language))
    return asked(session, TAKE).casefold() in YES


def _removed(
    session: Session,
    difference: RecordsCompared,
    choices: ImportChoices,
    is_known: bool,
    name: str,
) -> tuple[Sequence[OwnRecord], list[tuple[Message, Phrase | None]]]:
    """The records that go, and what waits for a person; of another state of the catalogue they are
    as likely new here, and stay unless an option says that they go."""
    if choices.missing is Missing.DELETE:
        return difference.missing, []
    if choices.missing is Missing.KEEP or not is_known:
        return (), []
    lines = [(record, GONE(name=name, key=record.key)) for record in difference.missing]
    if not choices.asks:
        return (), [(line, SETTLE["missing"]) for _, line in lines]
    gone = []
    for record, line in lines:
        write_note(say(line, session.language))
        if asked(session, ASK["missing"]).casefold() in YES:
            gone.append(record)
    return gone, []


def _lines(change: ChangedRecord) -> Iterator[Message]:
    """What differs in a record, a line for each part, with the place of its field in the
    document."""
    from dosa_trace.editing.records_compared import ABSENT, parts_differing

    stands = getattr(change.theirs, "place", None)  # what a catalogue says of itself has none
    for part in (part for field in change.fields for part in parts_differing(field)):
        ours, theirs = _shown(part.ours, part.theirs)
        if part.ours is ABSENT:
            line = ONLY_THERE(key=change.key, field=part.key, theirs=theirs)
        elif part.theirs is ABSENT:
            line = ONLY_HERE(key=change.key, field=part.key, ours=ours)
        else:
            line = DIFFERS(key=change.key, field=part.key, ours=ours, theirs=theirs)
        place = None if stands is None else str(stands.span(*_route(part.key)))
        yield line if place is None else AT(place=place, message=line)


def _route(key: str) -> list[str | int]:
    """The keys and indices that lead to a part of a record."""
    return [int(step) - 1 if step.isdecimal() else step for step in key.split(".")]


def _shown(ours: Any, theirs: Any) -> tuple[Quoted, Quoted]:
    """Two values from shortly before where they begin to differ."""
    texts = [
        value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        for value in (ours, theirs)
    ]
    letters = enumerate(zip(*texts, strict=False))
    differ = next((at for at, both in letters if both[0] != both[1]), min(map(len, texts)))
    begin = max(0, differ - _BEFORE)
    return Quoted(_piece(texts[0], begin)), Quoted(_piece(texts[1], begin))


def _piece(text: str, begin: int) -> str:
    before = "…" if begin else ""
    after = "…" if len(text) > begin + _SHOWN else ""
    return f"{before}{text[begin : begin + _SHOWN]}{after}"


def _attach_texts(session: Session, draft: Draft, made: Catalog, read: ExportRead) -> None:
    """Archives the texts that sources name in the catalogue as it is `made`, and that are not
    there; one that is there otherwise stays as it is."""
    from dosa_trace.editing.additions import may_be_text

    named = {source.text for source in made.sources.values() if source.text is not None}
    for path in sorted(named & read.texts.keys()):
        try:
            there = draft.catalog.kept.read_text(path).decode("utf-8-sig").replace("\r\n", "\n")
        except FileNotFoundError:
            if may_be_text(draft.catalog, path):
                draft.attach(path, read.texts[path].encode("utf-8"))
            else:
                session.delivery.note(NO_TEXT_FILE(path=path))
            continue
        except (OSError, UnicodeDecodeError):
            there = ""
        if there != read.texts[path]:
            session.delivery.note(OTHER_TEXT(path=path))


NOT_READ = Phrase(
    "'{name}' has {n} {n:mistake|mistakes}, and nothing of it is taken over",
    "'{name}' bevat {n} {n:fout|fouten}, en er wordt niets van overgenomen",
)
NO_RECORD = Phrase(
    "'{field}' names '{id}', which is no record", "'{field}' noemt '{id}', en dat is geen record"
)
ONLY_THERE = Phrase(
    "{key}: {field} is not in the catalogue, and {theirs} in the file",
    "{key}: {field} staat niet in de catalogus, en is {theirs} in het bestand",
)
ONLY_HERE = Phrase(
    "{key}: {field} is {ours} in the catalogue, and not in the file",
    "{key}: {field} is {ours} in de catalogus, en staat niet in het bestand",
)
DIFFERS = Phrase(
    "{key}: {field} is {ours} in the catalogue and {theirs} in the file",
    "{key}: {field} is {ours} in de catalogus en {theirs} in het bestand",
)
GONE = Phrase("'{key}' is no longer in {name}", "'{key}' staat niet meer in {name}")
KEPT = Phrase(
    "{n} {n:record|records} of the catalogue {n:is|are} not in {name} and {n:stays|stay}; to "
    "delete them use --missing delete",
    "{n} {n:record|records} van de catalogus {n:staat|staan} niet in {name} en {n:blijft|blijven}; "
    "verwijderen kan met --missing delete",
)
NOTHING = Phrase("{name} changes nothing in the catalogue", "{name} wijzigt niets in de catalogus")
TAKE = Phrase("Take what the file says? [y/N]", "Overnemen wat het bestand zegt? [j/N]")
OTHER_TEXT = Phrase(
    "the archived text {path} is another here, and stays as it is",
    "de gearchiveerde tekst {path} is hier anders, en blijft zoals die is",
)
NO_TEXT_FILE = Phrase(
    "{path} is no name for an archived text, and is not written",
    "{path} is geen naam voor een gearchiveerde tekst, en wordt niet geschreven",
)
