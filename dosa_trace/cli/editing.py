"""An edit on a command line: what it would do is shown, then asked for, then written."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

from dosa_trace.cli.completion import complete_id
from dosa_trace.cli.parameters import argument, option
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import is_screen, not_written, write_note
from dosa_trace.diagnostics import BadQuestion, UnknownId
from dosa_trace.language import Phrase, Words, say

if TYPE_CHECKING:
    from dosa_trace.editing.draft import Draft

Yes = Annotated[
    bool,
    option(
        "--yes",
        help=Phrase("Write without asking.", "Schrijf zonder te vragen."),
    ),
]
Named = Annotated[
    str,
    argument(
        metavar=Phrase("ID|FROM:TO", "ID|VAN:NAAR"),
        help=Phrase("A record, or a link by its ends.", "Een record, of een koppeling."),
        complete=complete_id,
    ),
]
DryRun = Annotated[
    bool,
    option(
        "--dry-run",
        help=Phrase(
            "Show what it would do; write nothing.", "Toon wat het zou doen; schrijf niets."
        ),
    ),
]


def begin(session: Session, dry_run: bool = False) -> Draft:
    """The catalogue to edit, free of mistakes that make figures wrong, after an edit that was
    interrupted is completed, unless nothing is to be written; raises CatalogInvalid."""
    from dosa_trace.editing.draft import Draft

    if not dry_run:
        _complete(session)
    return Draft(session.opening.catalog)


def _complete(session: Session) -> None:
    """Completes an edit that was interrupted, and says so."""
    from dosa_trace.editing.journal import finish_edit

    place = session.opening.place
    try:
        finished = finish_edit(place.parent if place.is_file() else place)
    except OSError as error:
        raise not_written(error) from error
    if finished:
        paths = tuple(map(session.opening.path_of, finished))
        session.delivery.note(FINISHED(paths=paths))


def named_record(session: Session, name: str) -> str:
    """The id of the record that is meant by its id or by what it is called; of a link, by those of
    both ends with a colon between. Raises UnknownId and BadQuestion."""
    from dosa_trace.catalog.model.link_names import ends_named, pair_name

    try:
        return session.opening.meant(name)
    except UnknownId:
        if (ends := ends_named(name)) is None:
            raise
        return pair_name(*map(session.opening.meant, ends))


def finish(
    session: Session,
    draft: Draft,
    as_of: str | None,
    yes: bool,
    dry_run: bool,
    then: Words | None = None,
    afterwards: Callable[[], None] | None = None,
) -> int:
    """Shows what a draft would do and, where that is wanted, does it, says what is `then` to be
    said, and does what comes `afterwards`. Where nobody can be asked and nobody said yes nothing is
    written, and the status is 2."""
    from dosa_trace.analysis.coverage.snapshot import SNAPSHOT
    from dosa_trace.questions.editing import preview, write_draft

    day = session.opening.day(as_of)
    result = preview(draft, as_of=day, written=yes and not dry_run)
    if dry_run or not yes:
        session.answer(result)
    if not is_wanted(session, yes, dry_run):
        return 0
    try:
        write_draft(draft)
    except OSError as error:
        raise not_written(error) from error
    if yes:
        session.answer(result)
    path_of = session.opening.path_of
    paths = tuple(edit.path if edit.is_note else path_of(edit.path) for edit in draft.edits)
    session.delivery.note(WRITTEN(paths=paths))
    if then is not None:
        session.delivery.note(then)
    if afterwards is not None:
        afterwards()
    if result.effects.states and (draft.catalog.root / SNAPSHOT).exists():
        path = session.opening.path_of(SNAPSHOT)
        session.delivery.note(RENEW(command=f"dosa-trace coverage --snapshot {shlex.quote(path)}"))
    return 0


def somebody_is_there() -> bool:
    """Whether somebody sits at a terminal and can be asked."""
    return sys.stdin is not None and is_screen(sys.stdin)


def asked(session: Session, question: Words) -> str:
    """What somebody at the terminal types; Ctrl-D is nothing."""
    return line_typed(session, question) or ""


def line_typed(session: Session, question: Words) -> str | None:
    """The same; None where nothing more comes."""
    write_note(say(question, session.language))
    line = sys.stdin.readline()
    return line.strip() if line else None


def is_wanted(session: Session, yes: bool, dry_run: bool) -> bool:
    """Whether what was shown is to be written; raises BadQuestion where nobody can be asked."""
    if yes or dry_run:
        return not dry_run
    if not somebody_is_there():
        raise BadQuestion(NOBODY_ASKED, SAY_YES)
    if not is_yes(session):
        session.delivery.note(NOT_WRITTEN)
        return False
    return True


def is_yes(session: Session) -> bool:
    """Whether somebody at the terminal wants it written."""
    return asked(session, ASK).casefold() in YES


def pairs(words: Sequence[str]) -> dict[str, str]:
    """`FIELD=VALUE` words as a map; raises BadQuestion for one that is none."""
    told: dict[str, str] = {}
    for word in words:
        field, equals, value = word.partition("=")
        if not (field and equals):
            raise BadQuestion(NO_PAIR(word=word), PAIR_SHAPE)
        told[field] = value
    return told


#: What is taken for a yes, in both languages.
YES = frozenset({"y", "yes", "j", "ja"})
ASK = Phrase("Write this? [y/N]", "Dit opslaan? [j/N]")
NOT_WRITTEN = Phrase("nothing was written", "er is niets opgeslagen")
NOBODY_ASKED = Phrase(
    "nothing was written: there is nobody to ask",
    "er is niets opgeslagen: er is niemand om te vragen",
)
SAY_YES = Phrase(
    "add --yes, or --dry-run to look only", "voeg --yes toe, of --dry-run om te kijken"
)
FINISHED = Phrase(
    "an edit that was interrupted is completed: {paths}",
    "een onderbroken wijziging is afgemaakt: {paths}",
)
WRITTEN = Phrase("written: {paths}", "opgeslagen: {paths}")
RENEW = Phrase(
    "the snapshot is as it was; renew it with {command}",
    "de momentopname is zoals die was; vernieuw die met {command}",
)
NO_PAIR = Phrase("'{word}' sets no field", "'{word}' zet geen veld")
PAIR_SHAPE = Phrase(
    "write FIELD=VALUE, such as title.nl=Talent", "schrijf VELD=WAARDE, zoals title.nl=Talent"
)
