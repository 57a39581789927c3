"""All commands in one application, and the one place that decides how a run ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from enum import IntEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import Abort, Exit, TyperException

from dosa_trace import __version__
from dosa_trace.catalog.text.system_reasons import SystemReason
from dosa_trace.cli.commands import COMMANDS, SECTIONS
from dosa_trace.cli.groups import SpokenGroup
from dosa_trace.cli.parameters import LangChoice, option
from dosa_trace.cli.registering import OPTIONS, add, spoken
from dosa_trace.cli.session import Session
from dosa_trace.cli.speech import (
    IN_DUTCH,
    VARIABLE,
    Speech,
    chosen_language,
    reads_dutch,
    require_known_language,
)
from dosa_trace.cli.usage import explain_usage
from dosa_trace.cli.writing import (
    ReaderLeft,
    cannot_print,
    hush,
    is_screen,
    write_error,
    write_note,
)
from dosa_trace.diagnostics import BadQuestion, CatalogInvalid, DosaTraceError
from dosa_trace.language import Language, Phrase, Words, say


class ExitStatus(IntEnum):
    """How a run ends; the only statuses there are."""

    WELL = 0
    NO = 1
    NOT_ASKED = 2
    #: By Ctrl-C, as shells count it.
    INTERRUPTED = 130


class Run:
    """One command line: what was typed, the language it speaks, and its session once there is
    one."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.arguments = tuple(arguments)
        self.speech = Speech(chosen_language(arguments, os.environ))
        self.session: Session | None = None

    @property
    def is_looked_at(self) -> bool:
        """Whether somebody reads what is printed, and did not ask for silence."""
        quiet = self.session is not None and self.session.delivery.quiet
        return not quiet and all(map(is_screen, (sys.stdout, sys.stderr)))

    def open(self, session: Session) -> None:
        self.session = session

    def say_findings(self, error: CatalogInvalid) -> None:
        """What makes the figures of a catalogue wrong, each with its line, on standard error."""
        if self.session is not None:
            from dosa_trace.output.findings.findings import in_full

            opening, delivery = self.session.opening, self.session.delivery
            text = in_full(error.diagnostics, error.texts, opening.path_of, delivery.beside)
            write_note(text)


def build(run: Run, asked: str | None = None) -> typer.Typer:
    """The application in the language of the run: with the one command that was asked for, because
    importing what the others need takes a third of a start, or with all where none was."""
    language = run.speech.language
    app = typer.Typer(
        name="dosa-trace",
        cls=SpokenGroup.with_sections(language, SECTIONS),
        help=say(ABOUT, language),
        options_metavar=say(OPTIONS, language),
        subcommand_metavar=say(COMMAND, language),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(spoken(_program, language))
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        command = COMMANDS[name]
        module = import_module(f"dosa_trace.cli.{command.module}")
        add(
            app,
            name,
            getattr(module, command.function),
            module.ABOUT,
            command,
            run.arguments,
            run.speech,
            run.open,
        )
    return app


def _command_asked(arguments: Sequence[str]) -> str | None:
    """The first word that is no option, of this command line or of the one being completed."""
    words = os.environ.get("COMP_WORDS", "").split()[1:] or arguments
    return next((word for word in words if word in COMMANDS), None)


def _program(
    version: Annotated[
        bool,
        option(
            "-V",
            "--version",
            help=Phrase("Print the version and stop.", "Toon de versie en stop."),
        ),
    ] = False,
    lang: LangChoice = None,
) -> None:
    if version:
        print(f"dosa-trace {__version__}")  # noqa: T201
        raise Exit()


def _require_folder() -> None:
    """Raises BadQuestion where the current folder is gone: no path could be found from it."""
    try:
        Path.cwd()
    except OSError as error:
        raise BadQuestion(NO_FOLDER, GO_ELSEWHERE) from error


def answer(arguments: Sequence[str]) -> int:
    """Runs one command line; on a Dutch terminal an English answer ends with how to have Dutch."""
    run = Run(arguments)
    status = _answered(run, arguments)
    in_english = run.speech.chosen is None and run.speech.language is Language.EN
    was_read = run.is_looked_at and status != ExitStatus.INTERRUPTED
    if in_english and was_read and reads_dutch(os.environ):
        write_note(say(IN_DUTCH(variable=VARIABLE), Language.NL))
    return status


def _answered(run: Run, arguments: Sequence[str]) -> int:
    """Whatever happens, what a user sees is a message and never a traceback, and the exit status is
    one of three."""
    command = typer.main.get_command(build(run, _command_asked(arguments)))
    try:
        _require_folder()
        if run.speech.chosen is None:
            require_known_language(os.environ)
        _require_known_size(os.environ)
        asked = list(arguments) or ["--help"]
        status = command.main(asked, prog_name="dosa-trace", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return int(status or 0)
    except Exit as end:
        return int(end.exit_code)
    except (ReaderLeft, BrokenPipeError):
        hush()
        return ExitStatus.WELL
    except SystemExit as end:  # the framework's: a shell completes, or who reads the help has left
        if any(name.endswith("DOSA_TRACE_COMPLETE") for name in os.environ):
            raise
        hush()
        return ExitStatus.WELL if end.code == 1 else ExitStatus.NOT_ASKED
    except (KeyboardInterrupt, Abort):
        return ExitStatus.INTERRUPTED
    except TyperException as error:
        write_error(*explain_usage(error, arguments), run.speech.language)
    except DosaTraceError as error:
        if isinstance(error, CatalogInvalid):
            run.say_findings(error)
        write_error(error.message, error.hint, run.speech.language)
    except OSError as error:
        write_error(_refused(error), None, run.speech.language)
    except MemoryError:
        write_error(NO_MEMORY, USE_LESS, run.speech.language)
    except Exception as error:  # Python's own exit status 1 would read as "the answer is no"
        if os.environ.get("DOSA_TRACE_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        write_error(INTERNAL(what=what), REPORT_IT, run.speech.language)
    return ExitStatus.NOT_ASKED


def _require_known_size(environment: Mapping[str, str]) -> None:
    """Raises BadQuestion where the variable for the size of files says what is none; nothing is
    loaded for who has not set it."""
    if "DOSA_TRACE_MAX_MB" in environment:
        from dosa_trace.catalog.text.files import most_mb

        most_mb(environment)


def ended_by(error: OSError) -> ExitStatus:
    """How a run ends that could not print a line."""
    hush()
    if isinstance(error, BrokenPipeError):
        return ExitStatus.WELL
    speech = Speech(chosen_language((), os.environ))
    write_error(cannot_print(error).message, None, speech.language)
    return ExitStatus.NOT_ASKED


def _refused(error: OSError) -> Words:
    """What the system would not do: with a file, else with what is printed."""
    if error.filename is None:
        return cannot_print(error).message
    return NOT_LET(path=os.fsdecode(error.filename), reason=SystemReason.of(error))


ABOUT = Phrase(
    "Which policy recommendations is anyone doing anything about, and how do you "
    "know?\n\nStart with: dosa-trace coverage. Every result holds for a date (--as-of, by "
    "default today) and says what it counted (--basis). Exit status: 0 success, 1 a check "
    "failed, 2 the command could not run.",
    "Met welke beleidsaanbevelingen doet iemand iets, en hoe weet u dat?\n\nBegin met: "
    "dosa-trace coverage. Elk resultaat geldt op een peildatum (--as-of, anders vandaag) en "
    "zegt wat er is meegeteld (--basis). Afsluitcode: 0 in orde, 1 niet aan de voorwaarde "
    "voldaan, 2 de opdracht kon niet worden uitgevoerd.",
)
COMMAND = Phrase("COMMAND [ARGS]...", "OPDRACHT [ARGUMENTEN]...")
NO_FOLDER = Phrase("the current folder no longer exists", "de huidige map bestaat niet meer")
GO_ELSEWHERE = Phrase("change to a folder that exists", "ga naar een map die bestaat")
NOT_LET = Phrase("no access to '{path}': {reason}", "geen toegang tot '{path}': {reason}")
NO_MEMORY = Phrase(
    "there is not enough memory for this catalogue",
    "er is niet genoeg geheugen voor deze catalogus",
)
USE_LESS = Phrase(
    "split the question with --where, or the catalogue into several",
    "deel de vraag op met --where, of de catalogus in meer delen",
)
INTERNAL = Phrase(
    "something went wrong inside dosa-trace: {what}", "er ging iets mis binnen dosa-trace: {what}"
)
REPORT_IT = Phrase(
    "please report it with the command and the catalogue; DOSA_TRACE_DEBUG=1 shows more",
    "meld het met de opdracht en de catalogus; DOSA_TRACE_DEBUG=1 toont meer",
)
