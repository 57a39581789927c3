"""`dosa-trace add WHAT …`"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from dosa_trace.catalog.text.system_reasons import SystemReason
from dosa_trace.cli import asking
from dosa_trace.cli.completion import complete_id
from dosa_trace.cli.editing import (
    DryRun,
    Yes,
    begin,
    finish,
    named_record,
    somebody_is_there,
)
from dosa_trace.cli.parameters import AsOf, argument
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.labels import USE
from dosa_trace.language import Alternatives, Phrase

ABOUT = Phrase(
    "Add a record, a link, or what belongs to a record.\n\nadd link FROM TO, add source ID, add "
    "status ID VALUE, add response ID VALUE; every other field is an option, such as "
    "--date 2025-03 --title.nl TEXT. What a new record holds is counted: --status.1.date 2025-03. "
    "An option that is given twice is a list. What it moves is shown before it is written.",
    "Voeg een record, een koppeling of een deel van een record toe.\n\nadd link VAN NAAR, add "
    "source ID, add status ID WAARDE, add response ID WAARDE; elk ander veld is een optie, zoals "
    "--date 2025-03 --title.nl TEKST. Wat een nieuw record bevat wordt geteld: --status.1.date "
    "2025-03. Een optie die twee keer staat is een lijst. Wat er verschuift ziet u voordat het "
    "wordt opgeslagen.",
)


def add(
    session: Session,
    what: Annotated[
        str,
        argument(
            metavar=Phrase("WHAT", "WAT"),
            help=Phrase(
                "A kind of record, such as source or link, or a part, such as status or response.",
                "Een soort record, zoals source of link, of een deel, zoals status of response.",
            ),
        ),
    ],
    words: Annotated[
        list[str] | None,
        argument(
            metavar=Phrase("[WORDS]...", "[WOORDEN]..."),
            help=Phrase(
                "Which one, its value, and its fields: --date 2025-03.",
                "Welke, de waarde ervan, en de velden: --date 2025-03.",
            ),
            complete=complete_id,
        ),
    ] = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    as_of: AsOf = None,
) -> int:
    from dosa_trace.editing.additions import KINDS, add_part, add_record
    from dosa_trace.editing.targets import PARTS
    from dosa_trace.editing.typed_records import MissingFields

    plain, fields, several = _apart(words or ())
    if what == TEXT:
        return _add_text(session, plain, as_of, yes, dry_run)
    if what not in (*KINDS, *PARTS):
        names = (*KINDS, *PARTS, TEXT)
        hint = did_you_mean(near(what, names)) or USE(words=Alternatives(names))
        raise BadQuestion(NOT_ADDED(what=what), hint)
    file = fields.pop("file", None)
    keys = ("from", "to") if what == "link" else ("id",) if what in KINDS else VALUES[what]
    if what in PARTS and not plain:
        raise BadQuestion(NO_RECORD, NAME_RECORD(what=what))
    name, values = (plain[0], plain[1:]) if what in PARTS else ("", plain)
    named = dict(zip(keys, values, strict=False))
    _require_taken(values, named)
    fields = named | fields
    made: dict[str, str] = {}
    while True:
        draft = begin(session, dry_run)
        if what == "link":
            fields |= {end: named_record(session, fields[end]) for end in keys if end in fields}
        try:
            if made:
                add_record(draft, "source", made)
            if what in PARTS:
                add_part(draft, what, named_record(session, name), {**fields, **several})
            else:
                add_record(draft, what, {**fields, **several}, file)
        except MissingFields as error:
            if not somebody_is_there():
                raise
            fields |= asking.typed(session, error, asking.likely(session, draft, what, fields))
            continue
        if somebody_is_there() and not made and asking.is_offered(session, draft, fields):
            made = asking.source_typed(session, draft, fields)
            continue
        if somebody_is_there() and (passage := asking.passage(session, draft, fields)):
            fields["quote"] = passage
            continue
        return finish(session, draft, as_of, yes, dry_run)


def _add_text(
    session: Session, words: Sequence[str], as_of: str | None, yes: bool, dry_run: bool
) -> int:
    """Archives a text, and says with how many quotes it is compared."""
    from dosa_trace.catalog.text.files import MOST_TEXT_MB, read_bytes
    from dosa_trace.editing.additions import add_text
    from dosa_trace.labels import CANNOT_READ

    if len(words) != len(TEXT_OF):
        raise BadQuestion(NO_RECORD, NAME_TEXT)
    name, path = words
    try:
        data = read_bytes(Path(path), MOST_TEXT_MB)
    except OSError as error:
        raise BadQuestion(CANNOT_READ(path=path, reason=SystemReason.of(error))) from error
    draft = begin(session, dry_run)
    number = add_text(draft, name, data)
    status = finish(session, draft, as_of, yes, dry_run)
    session.delivery.note(COMPARED(number=number))
    return status


def _apart(
    words: Sequence[str],
) -> tuple[list[str], dict[str, str], dict[str, tuple[str, ...]]]:
    """The words that stand alone, the fields, `--date 2025-03` or `--date=2025-03`, and those that
    were given several times. Raises BadQuestion for an option without a value."""
    plain: list[str] = []
    given: defaultdict[str, list[str]] = defaultdict(list)
    waiting = iter(words)
    for word in waiting:
        if not word.startswith("--"):
            plain.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        text = value if equals else next(waiting, None)
        if text is None:
            raise BadQuestion(NO_VALUE(option=word))
        given[name].append(text)
    fields = {name: values[0] for name, values in given.items() if len(values) == 1}
    several = {name: tuple(values) for name, values in given.items() if len(values) > 1}
    return plain, fields, several


def _require_taken(words: Sequence[str], named: dict[str, str]) -> None:
    """Raises BadQuestion for a word that stands alone and means nothing here."""
    if len(words) > len(named):
        raise BadQuestion(ONE_TOO_MANY(word=words[len(named)]), AS_OPTION)


#: What is added to a source from a file, and the words that say so.
TEXT = "text"
TEXT_OF = ("source", "file")
#: What stands behind the id of a record, by what is added to it.
VALUES = {
    "response": ("value",),
    "status": ("value",),
    "budget": ("amount",),
    "target": ("name",),
    "doubt": ("text",),
    "evidence": ("source",),
    "considered": ("instruments",),
    "agrees_with": ("to",),
    "conflicts_with": ("to",),
}
NAME_TEXT = Phrase(
    "write dosa-trace add text SOURCE FILE", "schrijf dosa-trace add text BRON BESTAND"
)
COMPARED = Phrase(
    "quotations of this source that stand in it: {number}",
    "citaten uit deze bron die erin staan: {number}",
)
NO_RECORD = Phrase("the record is missing", "het record ontbreekt")
NAME_RECORD = Phrase(
    "write dosa-trace add {what} ID and its fields", "schrijf dosa-trace add {what} ID en de velden"
)
NOT_ADDED = Phrase("'{what}' cannot be added", "'{what}' kan niet worden toegevoegd")
NO_VALUE = Phrase("{option} needs a value", "{option} vraagt een waarde")
ONE_TOO_MANY = Phrase("'{word}' is one word too many", "'{word}' is een woord te veel")
AS_OPTION = Phrase(
    "give it as an option, such as --title TEXT", "geef het als optie, zoals --title TEKST"
)
