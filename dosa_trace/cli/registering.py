"""Our commands and parameters as typer's, in one language."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin

import typer

from dosa_trace.cli.commands import Command
from dosa_trace.cli.delivery import Delivery
from dosa_trace.cli.groups import SpokenCommand
from dosa_trace.cli.opening import Opening
from dosa_trace.cli.parameters import CATALOG, COMMON, HOW_TO_PRINT, Parameter, option
from dosa_trace.cli.session import Session
from dosa_trace.cli.speech import Speech
from dosa_trace.cli.waiting import bar
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import ONE_OF_THEM
from dosa_trace.language import Language, Phrase, say
from dosa_trace.output.formats import Format, formats_of

Opened = Callable[[Session], None]


def add(
    app: typer.Typer,
    name: str,
    command: Callable[..., int],
    text: Phrase,
    about: Command,
    arguments: tuple[str, ...],
    speech: Speech,
    opened: Opened,
) -> None:
    """Registers a command under a name, with the options that every command has.

    The command gets a Session for these and its own options by name; what it returns is the exit
    status. `text` is what the help says of it; `opened` is told of the session before it begins.
    """

    def with_session(**values: Any) -> int:
        asked = values.pop("format_")
        values.pop("lang")  # known from the command line before anything else
        delivery = Delivery(
            speech,
            about.shapes,
            asked=asked.value if asked else None,
            output=values.pop("output"),
            colour=values.pop("color").value,
            quiet=values.pop("quiet"),
            linear=values.pop("plain"),
            paged=values.pop("pager"),
            is_of_catalog=lambda path: opening.holds(path),  # noqa: PLW0108 - it is made below
        )
        verbose = values.pop("verbose")
        if verbose and delivery.quiet:
            raise BadQuestion(NOT_BOTH, ONE_OF_THEM)
        path = values.pop("catalog", None)
        waiting = bar(speech, delivery.quiet or delivery.linear)
        opening = Opening(path, speech, delivery.note, verbose, about.falls_back, waiting)
        session = Session(arguments, speech, opening, delivery)
        opened(session)
        return command(session, **values)

    options = {"format_": (_format_option(formats_of(about.shapes)), None), **COMMON}
    if about.reads:
        options = {"catalog": CATALOG, **options}
    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]
    common = [
        inspect.Parameter(key, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=type_)
        for key, (type_, default) in options.items()
    ]
    language = speech.language
    with_session.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [_as_typer(parameter, language) for parameter in (*own, *common)]
    )
    with_session.__annotations__ = {}
    app.command(
        name,
        cls=SpokenCommand.speaking(language),
        help=say(text, language),
        options_metavar=say(OPTIONS, language),
        context_settings={"ignore_unknown_options": True} if about.takes_any else None,
    )(with_session)


def spoken(function: Callable[..., None], language: Language) -> Callable[..., None]:
    """A function whose parameters are ours, for typer to call."""

    def with_parameters(**values: Any) -> None:
        function(**values)

    parameters = inspect.signature(function, eval_str=True).parameters.values()
    with_parameters.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [_as_typer(parameter, language) for parameter in parameters]
    )
    with_parameters.__annotations__ = {}
    return with_parameters


def _as_typer(parameter: inspect.Parameter, language: Language) -> inspect.Parameter:
    """A parameter with what we say of it as typer wants to hear it."""
    if get_origin(parameter.annotation) is not Annotated:
        raise TypeError(f"{parameter.name} says nothing of itself")
    type_, ours = get_args(parameter.annotation)
    assert isinstance(ours, Parameter)
    settings = {**ours.settings, "help": say(ours.help, language)}
    if ours.metavar is not None:
        settings["metavar"] = say(ours.metavar, language)
    theirs = typer.Option(*ours.names, **settings) if ours.names else typer.Argument(**settings)
    return parameter.replace(
        kind=inspect.Parameter.KEYWORD_ONLY, annotation=Annotated[type_, theirs]
    )


def _format_option(formats: Sequence[Format]) -> Any:
    """`-f` with the formats that one command has."""
    members = [(one.name.upper(), one.name) for one in formats]
    choice: Any = StrEnum("Choice", members)  # type: ignore[misc] # known only when it runs
    asked = option("-f", "--format", help=HOW_TO_PRINT, show_default=formats[0].name)
    return Annotated[choice | None, asked]


NOT_BOTH = Phrase(
    "--quiet and --verbose cannot be used together", "--quiet en --verbose gaan niet samen"
)
OPTIONS = Phrase("[OPTIONS]", "[OPTIES]")
