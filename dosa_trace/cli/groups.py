"""Help in the language of the user: typer's commands, with every word that typer itself says.

The list of commands stands in groups, by what a user wants.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Self

from typer.core import TyperCommand, TyperGroup

from dosa_trace.language import Language, Phrase, say


class _Spoken:
    """What a command and the group of all commands have in common."""

    language: ClassVar[Language] = Language.EN

    @classmethod
    def speaking(cls, language: Language) -> type[Self]:
        """The class in one language, for typer to make commands of."""
        return type(cls.__name__, (cls,), {"language": language})

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{say(USAGE, self.language)} ")

    def get_help_option(self: Any, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = say(SHOW_HELP, self.language)
        return option

    def format_options(self: Any, ctx: Any, formatter: Any) -> None:
        for title, kind in ((ARGUMENTS, "argument"), (OPTIONS, "option")):
            of_kind = (
                get_param for get_param in self.get_params(ctx) if get_param.param_type_name == kind
            )
            records = [record for one in of_kind if (record := self._record(one, ctx)) is not None]
            if records:
                with formatter.section(say(title, self.language)):
                    formatter.write_dl(records)

    def _record(self: Any, param: Any, ctx: Any) -> tuple[str, str] | None:
        """How a parameter is written and what it is for, with typer's marks in our words."""
        record = param.get_help_record(ctx)
        if record is None:
            return None
        name, text = record
        about = (
            SHELL_HELP[param.name].say(self.language) if param.name in SHELL_HELP else param.help
        )
        marks = text.removeprefix(param.help or "").strip().removeprefix("[").removesuffix("]")
        said = "; ".join(self._mark(mark) for mark in marks.split("; ") if mark)
        return name, f"{about}  [{said}]" if said else about

    def _mark(self, mark: str) -> str:
        name, colon, value = mark.partition(": ")
        if name == "default" and colon:
            return say(DEFAULT(value=value), self.language)
        return say(REQUIRED, self.language) if mark == "required" else mark


class SpokenCommand(_Spoken, TyperCommand):
    """One command."""


class SpokenGroup(_Spoken, TyperGroup):
    """All commands; `sections` are their names under the title of each group."""

    sections: ClassVar[Mapping[Phrase, Sequence[str]]] = {}

    @classmethod
    def with_sections(cls, language: Language, sections: Mapping[Phrase, Sequence[str]]) -> type:
        """The class in one language, with the commands in these groups."""
        return type(cls.__name__, (cls,), {"language": language, "sections": sections})

    def format_options(self, ctx: Any, formatter: Any) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        longest = max(map(len, self.commands), default=0)
        limit = formatter.width - 6 - longest
        for title, names in self.sections.items():
            rows = list(self._rows(names, limit, longest))
            if rows:
                with formatter.section(say(title, self.language)):
                    formatter.write_dl(rows)

    def _rows(self, names: Iterable[str], limit: int, width: int) -> Iterable[tuple[str, str]]:
        """The commands of a group, all groups aligned alike."""
        for name in names:
            if name in self.commands:
                yield name.ljust(width), self.commands[name].get_short_help_str(limit)


USAGE = Phrase("Usage:", "Gebruik:")
ARGUMENTS, OPTIONS = Phrase("Arguments", "Argumenten"), Phrase("Options", "Opties")
SHOW_HELP = Phrase("Show this message and exit.", "Toon deze uitleg en stop.")
DEFAULT = Phrase("default: {value}", "standaard: {value}")
REQUIRED = Phrase("required", "verplicht")
#: typer's own options of the program, by their names in it.
SHELL_HELP: Mapping[str, Phrase] = {
    "install_completion": Phrase(
        "Install completion for the current shell.", "Stel aanvullen in voor deze shell."
    ),
    "show_completion": Phrase(
        "Show completion for the current shell, to copy it or customize the installation.",
        "Toon het aanvulscript voor deze shell, om het over te nemen of aan te passen.",
    ),
}
