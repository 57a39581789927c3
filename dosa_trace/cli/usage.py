"""Mistakes in the command line itself, in words of ours: what is wrong and what to type.

typer tells its mistakes apart by class and says them in English; the classes are told by name here,
because it keeps them to itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from typer.exceptions import TyperException

from dosa_trace.cli.commands import COMMANDS
from dosa_trace.cli.delivery import PRINT_IT
from dosa_trace.cli.other_names import OTHER_COMMANDS, OTHER_FORMATS, OTHER_OPTIONS, OTHER_VALUES
from dosa_trace.diagnostics import did_you_mean, near
from dosa_trace.language import Alternatives, Phrase, Words

PROGRAM = "dosa-trace"
_QUOTED = re.compile(r"'(.*?)'", re.DOTALL)


def explain_usage(error: TyperException, arguments: Sequence[str]) -> tuple[Words, Words | None]:
    """The message and the hint for a mistake that typer found; `arguments` is the command line."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else PROGRAM
    if path == PROGRAM and (asked := [word for word in arguments if word in COMMANDS]):
        path = f"{PROGRAM} {asked[0]}"
    return _message(error), _hint(error, context, arguments) or SEE_HELP(command=path)


def _message(error: Any) -> Words:  # noqa: PLR0911 - one line per mistake
    said = error.format_message()
    match type(error).__name__:
        case "NoSuchOption":
            return NO_OPTION(name=error.option_name)
        case "MissingParameter":
            return NO_ARGUMENT(name=error.param.human_readable_name)
        case "BadParameter":
            return _bad_value(error)
        case "BadOptionUsage":
            words = NEEDS_VALUE if "requires" in said else NO_VALUE
            return words(name=error.option_name)
    quoted = _QUOTED.findall(said)
    if said.startswith("No such command") and quoted:
        return NO_COMMAND(name=quoted[0])
    if said.startswith("Got unexpected extra argument"):
        return TOO_MUCH(words=said[said.rindex("(") + 1 : said.rindex(")")])
    return OTHER(said=said.rstrip("."))


def _bad_value(error: Any) -> Words:
    """A value that an option or argument cannot have, and what it can."""
    names = " / ".join(f"'{name}'" for name in error.param.opts)
    if error.param.param_type_name == "argument":
        names = f"'{error.param.human_readable_name}'"
    bounds = getattr(error.param.type, "min", None), getattr(error.param.type, "max", None)
    refusal = re.match(r"'?(.*?)'? is not (one of|in the range|a valid (\w+))", error.message, re.S)
    if refusal is None:
        return BAD_VALUE(names=names, said=error.message.rstrip("."))
    value, what, kind = refusal.groups()
    if what == "one of":
        words = _QUOTED.findall(error.message[refusal.end() :])
        return NOT_ONE_OF(names=names, value=value, words=Alternatives(tuple(words)))
    if what == "in the range":
        least, most = (None if bound is None else f"{bound:g}" for bound in bounds)
        if most is None:
            return TOO_SMALL(names=names, value=value, least=least)
        return OUT_OF_RANGE(names=names, value=value, least=least, most=most)
    return (NOT_WHOLE if kind.startswith("int") else NOT_A_NUMBER)(names=names, value=value)


def _hint(error: Any, context: Any, arguments: Sequence[str]) -> Words | None:
    below = getattr(context.command, "commands", {}) if context is not None else {}
    name = getattr(error, "option_name", None)
    if name is not None and context is not None:
        return _option_meant(name, context, below, arguments)
    if below and (quoted := _QUOTED.findall(error.format_message())):
        return _command_meant(quoted[0].casefold())
    if type(error).__name__ == "BadParameter" and len(named := _QUOTED.findall(error.message)) > 1:
        value, *words = named
        if value.casefold() == "pdf":
            return PRINT_IT
        meant = (OTHER_FORMATS | OTHER_VALUES).get(value.casefold(), "")
        return did_you_mean([meant] if meant in words else near(value, words))
    return None


def _command_meant(typed: str) -> Words | None:
    if typed == "pdf":
        return PRINT_IT
    if typed in OTHER_COMMANDS:
        return did_you_mean([OTHER_COMMANDS[typed]])
    begun = [name for name in COMMANDS if name.startswith(typed)]
    return did_you_mean(begun or near(typed, COMMANDS))


def _option_meant(
    name: str, context: Any, below: Mapping[str, Any], arguments: Sequence[str]
) -> Words | None:
    """Where an option belongs that was given before the command, else what it may be meant for."""
    able = [
        title
        for title, command in below.items()
        if any(name in param.opts for param in command.params)
    ]
    if able:
        meant = next((word for word in arguments if word in able), able[0])
        return BEHIND(option=name, name=meant)
    commands = (context.command, *below.values())
    known = [name for command in commands for param in command.params for name in param.opts]
    if name.casefold() == "--pdf":
        return PRINT_IT
    option = OTHER_OPTIONS.get(name.casefold())
    if option is None:
        return did_you_mean(near(name, known))
    return did_you_mean([option]) if option.split()[0] in ("--help", *known) else None


NO_OPTION = Phrase("no such option: {name}", "deze optie bestaat niet: {name}")
NO_ARGUMENT = Phrase("missing argument '{name}'", "er ontbreekt een argument: '{name}'")
NEEDS_VALUE = Phrase("option '{name}' needs a value", "optie '{name}' heeft een waarde nodig")
NO_VALUE = Phrase("option '{name}' takes no value", "achter optie '{name}' hoort geen waarde")
NO_COMMAND = Phrase("no such command '{name}'", "deze opdracht bestaat niet: '{name}'")
TOO_MUCH = Phrase("too many words: {words}", "te veel woorden: {words}")
NOT_ONE_OF = Phrase(
    "invalid value for {names}: '{value}' is not {words}",
    "ongeldige waarde voor {names}: '{value}' is niet {words}",
)
OUT_OF_RANGE = Phrase(
    "invalid value for {names}: {value} is not from {least} to {most}",
    "ongeldige waarde voor {names}: {value} ligt niet tussen {least} en {most}",
)
TOO_SMALL = Phrase(
    "invalid value for {names}: {value} is less than {least}",
    "ongeldige waarde voor {names}: {value} is minder dan {least}",
)
NOT_A_NUMBER = Phrase(
    "invalid value for {names}: '{value}' is not a number",
    "ongeldige waarde voor {names}: '{value}' is geen getal",
)
NOT_WHOLE = Phrase(
    "invalid value for {names}: '{value}' is not a whole number",
    "ongeldige waarde voor {names}: '{value}' is geen geheel getal",
)
BAD_VALUE = Phrase(
    "invalid value for {names}: {said}", "ongeldige waarde voor {names} (typer meldt: {said})"
)
OTHER = Phrase("{said}", "de opdrachtregel klopt niet (typer meldt: {said})")
BEHIND = Phrase(
    "put options after the command: dosa-trace {name} {option} …",
    "zet opties achter de opdracht: dosa-trace {name} {option} …",
)
SEE_HELP = Phrase(
    "see the options with {command} --help", "bekijk de mogelijkheden met {command} --help"
)
