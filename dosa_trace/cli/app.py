"""All commands in one application, and the one place that decides how a run ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from enum import IntEnum
from importlib import import_module
from typing import NamedTuple

import typer
from typer.exceptions import Abort, Exit, TyperException

from dosa_trace import __version__
from dosa_trace.cli.dutch import translate
from dosa_trace.cli.language import ASKED, SPEAKING, chosen_language
from dosa_trace.cli.options import add
from dosa_trace.cli.usage import explain_usage
from dosa_trace.cli.writing import hush, write_error
from dosa_trace.diagnostics import DosaTraceError
from dosa_trace.language import Language, Phrase, say
from dosa_trace.output import ANSWERS, FINDINGS, PAGES, PICTURES, SHEETS, Format


class ExitStatus(IntEnum):
    """How a run ends; the only statuses there are."""

    WELL = 0
    NO = 1
    NOT_ASKED = 2


class Command(NamedTuple):
    """Where a command is, which formats it knows, and whether it reads a catalogue."""

    module: str
    function: str
    formats: tuple[Format, ...] = ANSWERS
    reads: bool = True


#: The commands in the order of the help.
COMMANDS = {
    "coverage": Command("coverage", "coverage"),
    "gaps": Command("gaps", "gaps"),
    "orphans": Command("orphans", "orphans"),
    "cross": Command("cross", "cross"),
    "matrix": Command("matrix", "matrix", SHEETS),
    "graph": Command("graph", "graph", PICTURES),
    "report": Command("report", "report", PAGES),
    "why": Command("why", "why"),
    "show": Command("show", "show"),
    "list": Command("listing", "listing"),
    "check": Command("check", "check", FINDINGS),
    "diff": Command("diff", "diff"),
    "rule": Command("rule", "rule", reads=False),
    "schema": Command("schema", "schema", (Format.JSON,), reads=False),
}


def build(asked: str | None = None) -> typer.Typer:
    """The application in English: with the one command that was asked for, because importing what
    the others need takes a third of a start, or with all of them where none was."""
    app = typer.Typer(
        name="dosa-trace",
        help=ABOUT,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_program)
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        module, function, formats, reads = COMMANDS[name]
        command = getattr(import_module(f"dosa_trace.cli.{module}"), function)
        add(app, name, command, formats, reads)
    return app


def _command_asked(arguments: Sequence[str]) -> str | None:
    """The first word that is no option, of this command line or of the one being completed."""
    words = os.environ.get("COMP_WORDS", "").split()[1:] or arguments
    return next((word for word in words if not word.startswith("-")), None)


def _program(
    version: bool = typer.Option(False, "-V", "--version", help="Print the version and stop."),
) -> None:
    if version:
        print(f"dosa-trace {__version__}")  # noqa: T201
        raise Exit()


def answer(arguments: Sequence[str]) -> int:
    """Runs one command line; whatever happens, what a user sees is a message and never a
    traceback, and the exit status is one of three."""
    language = chosen_language(arguments, os.environ) or Language.EN
    SPEAKING.set(language)
    ASKED.set(tuple(arguments))
    command = typer.main.get_command(build(_command_asked(arguments)))
    if language is Language.NL:
        translate(command)
    try:
        asked = list(arguments) or ["--help"]
        status = command.main(asked, prog_name="dosa-trace", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return int(status or 0)
    except Exit as end:
        return int(end.exit_code)
    except BrokenPipeError:
        hush()
        return ExitStatus.WELL
    except (KeyboardInterrupt, Abort):
        return ExitStatus.NOT_ASKED
    except TyperException as error:
        write_error(*explain_usage(error, SPEAKING.get()))
    except DosaTraceError as error:
        hint = say(error.hint, SPEAKING.get()) if error.hint else None
        write_error(say(error.message, SPEAKING.get()), hint)
    except Exception as error:  # Python's own exit status 1 would read as "the answer is no"
        if os.environ.get("DOSA_TRACE_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        write_error(say(INTERNAL(what=what), SPEAKING.get()), say(REPORT_IT, SPEAKING.get()))
    return ExitStatus.NOT_ASKED


ABOUT = """Which policy recommendations is anyone doing anything about, and how do you know?

Begin with: dosa-trace coverage. Every answer holds for a date (--as-of, today by default) and says
what it counted (--basis). Exit status: 0 all well, 1 the answer is no, 2 it could not be asked."""
INTERNAL = Phrase(
    "something went wrong inside dosa-trace: {what}", "er ging binnen dosa-trace iets mis: {what}"
)
REPORT_IT = Phrase(
    "please report it with the command and the catalogue; DOSA_TRACE_DEBUG=1 shows more",
    "meld het alstublieft met de opdracht en de catalogus; DOSA_TRACE_DEBUG=1 toont meer",
)
