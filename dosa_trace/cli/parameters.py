"""What a command can be given, each said in both languages where it stands; those that every
command has and those that several share, each written once."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.cli.completion import complete_id, complete_where
from dosa_trace.language import Language, Phrase

if TYPE_CHECKING:
    from dosa_trace.analysis.judging.selection import Where


class Parameter(NamedTuple):
    """An option by its names, or an argument where it has none.

    `metavar` stands for a value in the help. `settings` go to typer as they are.
    """

    names: tuple[str, ...]
    help: Phrase
    metavar: Phrase | str | None
    settings: dict[str, Any]


def option(
    *names: str, help: Phrase, metavar: Phrase | str | None = None, **settings: Any
) -> Parameter:
    """An option; its default is shown only where `show_default` says so."""
    return Parameter(names, help, metavar, {"show_default": False, **settings})


def argument(
    *, help: Phrase, metavar: Phrase | str, complete: Callable[..., Any] | None = None
) -> Parameter:
    """A word that needs no name."""
    return Parameter((), help, metavar, {"show_default": False, "autocompletion": complete})


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


FILE = Phrase("FILE", "BESTAND")
PATH = Phrase("PATH", "PAD")
DATE = Phrase("DATE", "DATUM")

AsOf = Annotated[
    str | None,
    option(
        "--as-of",
        metavar=DATE,
        help=Phrase(
            "Count only what was known by then: 2025-07-04, 2025-07 or 2025; by default today.",
            "Tel alleen mee wat toen bekend was: 2025-07-04, 2025-07 of 2025; anders vandaag.",
        ),
    ),
]
BasisChoice = Annotated[
    CountedBasis,
    option(
        "--basis",
        show_default=True,
        help=Phrase(
            "stated: count only what sources say. inferred: also count what an analyst concludes.",
            "stated: tel alleen wat in bronnen staat. inferred: tel ook wat een analist "
            "concludeert.",
        ),
    ),
]
CountSuspect = Annotated[
    bool,
    option(
        "--suspect/--no-suspect",
        show_default=True,
        help=Phrase(
            "Whether to count reviewed links that have changed since their review.",
            "Of beoordeelde koppelingen meetellen die na de beoordeling zijn gewijzigd.",
        ),
    ),
]
Folds = Annotated[
    bool,
    option(
        "--folds",
        help=Phrase(
            "In Markdown for GitHub or GitLab: long parts open with a click.",
            "In Markdown voor GitHub of GitLab: lange delen openen met een klik.",
        ),
    ),
]
WhereList = Annotated[
    list[str] | None,
    option(
        "--where",
        metavar=Phrase("KEY=VALUE", "SLEUTEL=WAARDE"),
        help=Phrase(
            "Use only what matches: theme=talent, source=ID, id=fs-* …; repeatable.",
            "Neem alleen wat hieraan voldoet: theme=talent, source=ID, id=fs-* …; herhaalbaar.",
        ),
        autocompletion=complete_where,
    ),
]
RecordId = Annotated[
    str,
    argument(
        metavar="ID",
        help=Phrase("The id of a record.", "Het id van een record."),
        complete=complete_id,
    ),
]
LangChoice = Annotated[
    Language | None,
    option(
        "--lang",
        help=Phrase(
            "The language of the result; by default the first language of the catalogue.",
            "De taal van het resultaat; anders de eerste taal van de catalogus.",
        ),
    ),
]

CATALOG: tuple[Any, object] = (
    Annotated[
        str | None,
        option(
            "--catalog",
            metavar=PATH,
            help=Phrase(
                "The catalogue: a folder or one YAML file.",
                "De catalogus: een map of één YAML-bestand.",
            ),
        ),
    ],
    None,
)
#: What every command has besides the catalogue and the format, in the order of the help.
COMMON: dict[str, tuple[Any, object]] = {
    "output": (
        Annotated[
            str | None,
            option(
                "-o",
                "--output",
                metavar=FILE,
                help=Phrase(
                    "Write to a file; the extension sets the format.",
                    "Schrijf naar een bestand; de extensie bepaalt het bestandstype.",
                ),
            ),
        ],
        None,
    ),
    "lang": (LangChoice, None),
    "color": (
        Annotated[
            Colour,
            option(
                "--color",
                show_default=True,
                help=Phrase("Whether to use colour.", "Of er kleur wordt gebruikt."),
            ),
        ],
        Colour.AUTO,
    ),
    "plain": (
        Annotated[
            bool,
            option(
                "--plain",
                envvar="DOSA_TRACE_PLAIN",
                show_envvar=False,
                help=Phrase(
                    "For a screen reader: every value after its name, no columns, no colour.",
                    "Voor een schermlezer: elke waarde achter de naam ervan, geen kolommen, "
                    "geen kleur.",
                ),
            ),
        ],
        False,
    ),
    "pager": (
        Annotated[
            bool | None,
            option(
                "--pager/--no-pager",
                help=Phrase(
                    "Show the result page by page, or never so. Otherwise only a result that is "
                    "longer than the screen.",
                    "Toon het resultaat pagina voor pagina, of juist nooit. Anders alleen een "
                    "resultaat dat langer is dan het scherm.",
                ),
            ),
        ],
        None,
    ),
    "quiet": (
        Annotated[
            bool,
            option(
                "-q",
                "--quiet",
                help=Phrase("Print nothing but the result.", "Toon niets naast het resultaat."),
            ),
        ],
        False,
    ),
    "verbose": (
        Annotated[
            bool,
            option(
                "-v",
                "--verbose",
                help=Phrase(
                    "Also say which catalogue was read; check also shows remarks.",
                    "Zeg ook welke catalogus is gelezen; check toont ook opmerkingen.",
                ),
            ),
        ],
        False,
    ),
}
#: Two revisions of git, as a value of an option.
REVISIONS = Phrase("FROM..TO", "VAN..TOT")
Limit = Annotated[
    int | None,
    option(
        "--limit",
        min=1,
        metavar="N",
        help=Phrase(
            "Show at most N of each list; JSON and CSV have all.",
            "Toon hoogstens N van elke lijst; JSON en CSV hebben alles.",
        ),
    ),
]
HOW_TO_PRINT = Phrase("How to print the result.", "Hoe het resultaat wordt getoond.")


def conditions(where: list[str] | None) -> tuple[Where, ...]:
    """The conditions of --where; raises BadQuestion."""
    from dosa_trace.analysis.judging.selection import Where

    return tuple(Where.parse(one) for one in where or ())


#: What an option takes that is written out.
TEXT = Phrase("TEXT", "TEKST")
NAME = Phrase("NAME", "NAAM")
