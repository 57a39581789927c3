"""`dosa-trace init [FOLDER]`"""

from __future__ import annotations

import os
import shlex
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from dosa_trace.cli.editing import (
    DryRun,
    Yes,
    asked,
    begin,
    finish,
    is_wanted,
    somebody_is_there,
)
from dosa_trace.cli.opening import Opening
from dosa_trace.cli.parameters import TEXT, argument, option
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import not_written
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.file_writer import FileChange, make_folders, write_all
from dosa_trace.language import Phrase, say
from dosa_trace.output.answer import Answer

if TYPE_CHECKING:
    from dosa_trace.new_catalogue.plan import NewCatalogue
    from dosa_trace.new_catalogue.started import Started

ABOUT = Phrase(
    "Start a catalogue.\n\nSeven short files with an example of each record, and checks for every "
    "change. Only a title is needed. A folder with "
    "something in it stays as it is.",
    "Begin een catalogus.\n\nZeven korte bestanden met van elk record een voorbeeld, en controles "
    "voor elke wijziging. Alleen een titel is nodig. Een map waar iets in staat, blijft zo.",
)


def init(
    session: Session,
    folder: Annotated[
        Path,
        argument(
            metavar=Phrase("[FOLDER]", "[MAP]"),
            help=Phrase("Where; by default here.", "Waar; standaard hier."),
        ),
    ] = Path(),
    title: Annotated[
        str | None,
        option(
            "--title",
            metavar=TEXT,
            help=Phrase("What the catalogue is called.", "Hoe de catalogus heet."),
        ),
    ] = None,
    languages: Annotated[
        str | None,
        option(
            "--languages",
            metavar="nl,en",
            help=Phrase(
                "Its languages; if left out, the one in which you read this.",
                "De talen; anders die waarin u dit leest.",
            ),
        ),
    ] = None,
    level: Annotated[
        list[str] | None,
        option(
            "--level",
            metavar=Phrase("ID:NAME:WHO", "ID:NAAM:WIE"),
            help=Phrase(
                "A level of government and who responds for it; by default nl and eu.",
                "Een overheidslaag en wie daarvoor reageert; standaard nl en eu.",
            ),
        ),
    ] = None,
    theme: Annotated[
        str | None,
        option(
            "--theme",
            metavar=Phrase("ID:NAME", "ID:NAAM"),
            help=Phrase("The first theme.", "Het eerste thema."),
        ),
    ] = None,
    bare: Annotated[
        bool, option("--bare", help=Phrase("Without examples.", "Zonder voorbeelden."))
    ] = False,
    without_examples: Annotated[
        bool,
        option(
            "--without-examples",
            help=Phrase(
                "Take the examples out of a catalogue that was started.",
                "Haal de voorbeelden uit een catalogus die is begonnen.",
            ),
        ),
    ] = False,
    yes: Yes = False,
    dry_run: DryRun = False,
) -> int:
    if without_examples:
        if title or languages or level or theme or bare:
            raise BadQuestion(ALONE, LEAVE_OUT)
        return _take_away(session, folder, yes, dry_run)
    _require_empty(folder)
    if title is None and somebody_is_there() and not yes:
        title = asked(session, TITLE) or None
        languages = languages or asked(session, LANGUAGES(lang=session.language)) or None
        level = level or _several(asked(session, LEVELS))
        theme = theme or asked(session, THEME) or None
    if not (title and title.strip()):
        raise BadQuestion(NO_TITLE, GIVE_TITLE)
    from dosa_trace.new_catalogue import plan, records

    known = (records.THEME, EXAMPLE_THEME)
    new = plan.NewCatalogue(
        title=title.strip(),
        languages=plan.languages_typed(languages or session.language),
        levels=plan.levels_typed(level or ()),
        theme=plan.theme_typed(theme) if theme else known,
        language=session.language,
        examples=not bare,
    )
    return _start(session, folder, new, yes, dry_run)


def _start(session: Session, folder: Path, new: NewCatalogue, yes: bool, dry_run: bool) -> int:
    """Shows the files, and writes them where that is wanted."""
    started = _started(folder, new, written=yes and not dry_run)
    if not started.written:
        _show(session, started)
    if not is_wanted(session, yes, dry_run):
        return 0
    _write(folder, started)
    if yes:
        _show(session, started)
    else:
        session.delivery.note(DONE(path=str(folder)))
    return 0


def _started(folder: Path, new: NewCatalogue, written: bool) -> Started:
    from dosa_trace.new_catalogue.around import WORKFLOW, files_around, program_installed
    from dosa_trace.new_catalogue.files import FOLDER, catalogue_files
    from dosa_trace.new_catalogue.records import ASKED
    from dosa_trace.new_catalogue.started import Started

    program = program_installed()
    files = (*catalogue_files(new, date.today()), *files_around(new.language, program))
    is_here = Path(os.path.realpath(folder)) == Path(os.path.realpath("."))
    where = "" if is_here else f" --catalog {shlex.quote(str(folder / FOLDER))}"
    look = f"why {ASKED}" if new.examples else "add source"
    commands = ("check --strict" if new.examples else "check", look, "add recommendation")
    return Started(
        files=files,
        commands=tuple(f"dosa-trace {command}{where}" for command in commands),
        written=written,
        asks_program=WORKFLOW if program is None else None,
    )


def _show(session: Session, started: Started) -> None:
    from dosa_trace.questions.starting import start_document
    from dosa_trace.views.new_catalogue import layout

    language = session.language
    session.deliver(
        Answer(
            data=lambda: start_document(started, language),
            rows=lambda: [
                {"file": file.path, "for": say(file.about, language)} for file in started.files
            ],
            document=lambda: layout(started, language),
        )
    )


def _write(folder: Path, started: Started) -> None:
    """All files, or none."""
    root = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        for file in started.files:
            make_folders(root, folder / file.path)
        write_all(
            [
                FileChange(folder / file.path, file.text.encode("utf-8"), below=folder, is_new=True)
                for file in started.files
            ]
        )
    except OSError as error:
        raise not_written(error) from error


def _require_empty(folder: Path) -> None:
    """Raises BadQuestion for what is no folder, or has something in it besides that of git."""
    try:
        held = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return
    except NotADirectoryError as error:
        raise BadQuestion(NO_FOLDER(path=str(folder))) from error
    except OSError as error:
        raise not_written(error) from error
    inside = tuple(name for name in held if name != ".git")
    if inside:
        raise BadQuestion(NOT_EMPTY(path=str(folder), names=inside[:MOST_NAMES]), NAME_ANOTHER)


def _take_away(session: Session, folder: Path, yes: bool, dry_run: bool) -> int:
    from dosa_trace.new_catalogue.examples import take_away_examples
    from dosa_trace.new_catalogue.files import FOLDER

    place = folder / FOLDER
    opening = Opening(
        str(place if place.is_dir() else folder), session.speech, session.delivery.note,
        falls_back=False,
    )  # fmt: skip
    session = session._replace(opening=opening)
    draft = begin(session, dry_run)
    take_away_examples(draft)
    return finish(session, draft, None, yes, dry_run)


def _several(text: str) -> list[str] | None:
    return [word.strip() for word in text.split(",") if word.strip()] or None


#: How many of the names in a folder are told.
MOST_NAMES = 3
EXAMPLE_THEME = Phrase("Example theme", "Voorbeeldthema")
TITLE = Phrase("What is the catalogue called?", "Hoe heet de catalogus?")
LANGUAGES = Phrase(
    "In which languages, such as nl or nl,en? [{lang}]",
    "In welke talen, zoals nl of nl,en? [{lang}]",
)
LEVELS = Phrase(
    "Which levels of government, such as nl,eu or city:City:the city council? [nl,eu]",
    "Welke overheidslagen, zoals nl,eu of gemeente:Gemeente:het college? [nl,eu]",
)
THEME = Phrase(
    "The first theme, such as water:Water? [an example]",
    "Het eerste thema, zoals water:Water? [een voorbeeld]",
)
NO_TITLE = Phrase("a catalogue needs a title", "een catalogus heeft een titel nodig")
GIVE_TITLE = Phrase("add --title TEXT", "voeg --title TEKST toe")
NOT_EMPTY = Phrase(
    "'{path}' has something in it, and is left as it is: {names}",
    "in '{path}' staat iets, en die map blijft zoals die is: {names}",
)
NO_FOLDER = Phrase("'{path}' is no folder", "'{path}' is geen map")
NAME_ANOTHER = Phrase("name a new folder, or an empty one", "noem een nieuwe map, of een lege")
ALONE = Phrase(
    "--without-examples is about a catalogue that was started",
    "--without-examples gaat over een catalogus die al is begonnen",
)
LEAVE_OUT = Phrase("leave the other options out", "laat de andere opties weg")
DONE = Phrase("written: {path}", "opgeslagen: {path}")
