"""The options that every command has, and those that several share, each written once."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dosa_trace.catalog.vocabulary import Basis
from dosa_trace.cli.completion import complete_id
from dosa_trace.cli.session import Session
from dosa_trace.language import Language
from dosa_trace.output import ANSWERS, Format

if TYPE_CHECKING:
    from dosa_trace.analysis.selection import Where


class Colour(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class CountedBasis(StrEnum):
    """What `--basis` may be."""

    STATED = "stated"
    INFERRED = "inferred"

    @property
    def basis(self) -> Basis:
        return Basis(self.value)


AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Count only what was known by then: 2025-07-04, 2025-07 or 2025; else today.",
        show_default=False,
    ),
]
BasisChoice = Annotated[
    CountedBasis,
    typer.Option(
        "--basis",
        help="Count only what a source itself states, or also what an analyst infers.",
    ),
]
CountSuspect = Annotated[
    bool,
    typer.Option(
        "--suspect/--no-suspect",
        help="Whether to count reviewed links that have changed since their review.",
    ),
]
WhereList = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="KEY=VALUE",
        help="Select first: theme=talent, source=ID, id=fs-* …; repeatable.",
        show_default=False,
    ),
]
RecordId = Annotated[
    str,
    typer.Argument(metavar="ID", help="The id of a record.", autocompletion=complete_id),
]

_CATALOG: tuple[Any, object] = (
    Annotated[
        str | None,
        typer.Option(
            "--catalog",
            metavar="PATH",
            help="The catalogue: a folder or one YAML file.",
            show_default=False,
        ),
    ],
    None,
)
_COMMON: dict[str, tuple[Any, object]] = {
    "output": (
        Annotated[
            str | None,
            typer.Option(
                "-o",
                "--output",
                metavar="FILE",
                help="Write to a file, whole or not at all; its name may say the format.",
                show_default=False,
            ),
        ],
        None,
    ),
    "lang": (
        Annotated[
            Language | None,
            typer.Option(
                "--lang",
                help="The language of the answer; the catalogue's first if left out.",
                show_default=False,
            ),
        ],
        None,
    ),
    "color": (
        Annotated[Colour, typer.Option("--color", help="Whether to use colour.")],
        Colour.AUTO,
    ),
    "plain": (
        Annotated[
            bool,
            typer.Option(
                "--plain",
                envvar="DOSA_TRACE_PLAIN",
                show_envvar=False,
                help="For a screen reader: every value behind its name, no columns, no colour.",
            ),
        ],
        False,
    ),
    "quiet": (
        Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing beside the answer.")],
        False,
    ),
    "verbose": (
        Annotated[bool, typer.Option("-v", "--verbose", help="Also say which catalogue was read.")],
        False,
    ),
}


def add(
    app: typer.Typer,
    name: str,
    command: Callable[..., int],
    formats: Sequence[Format] = ANSWERS,
    reads: bool = True,
) -> None:
    """Registers a command under a name, with the options that every command has.

    The command gets a Session for these and its own options by name; what it returns is the exit
    status. `reads` says whether it reads a catalogue.
    """
    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]

    def with_session(**values: Any) -> int:
        asked = values.pop("format_")
        session = Session(
            path=values.pop("catalog", None),
            format_asked=Format(asked.value) if asked else None,
            formats=tuple(formats),
            output=values.pop("output"),
            language_asked=values.pop("lang") or _from_environment(),
            colour=values.pop("color").value,
            quiet=values.pop("quiet"),
            verbose=values.pop("verbose"),
            linear=values.pop("plain"),
        )
        return command(session, **values)

    options = {"format_": (_format_option(formats), None), **_COMMON}
    if reads:
        options = {"catalog": _CATALOG, **options}
    common = [
        inspect.Parameter(key, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=type_)
        for key, (type_, default) in options.items()
    ]
    own = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in own]
    with_session.__signature__ = inspect.Signature([*own, *common])  # type: ignore[attr-defined]
    with_session.__annotations__ = {}
    with_session.__doc__ = command.__doc__
    app.command(name)(with_session)


def _format_option(formats: Sequence[Format]) -> Any:
    """`-f` with the formats that one command knows."""
    members = [(one.name, one.value) for one in formats]
    choice: Any = StrEnum("Choice", members)  # type: ignore[misc] # known only when it runs
    option = typer.Option(
        "-f", "--format", help="How to print the answer.", show_default=formats[0].value
    )
    return Annotated[choice | None, option]


def _from_environment() -> Language | None:
    import os

    from dosa_trace.cli.language import chosen_language

    return chosen_language((), os.environ)


def conditions(where: list[str] | None) -> tuple[Where, ...]:
    """The conditions of --where; raises BadQuestion."""
    from dosa_trace.analysis.selection import Where

    return tuple(Where.parse(one) for one in where or ())
