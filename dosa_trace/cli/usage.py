"""Mistakes in the command line itself, in words of ours: what is wrong and what to type."""

from __future__ import annotations

from typer.exceptions import TyperException

from dosa_trace.cli.language import ASKED
from dosa_trace.language import Language, Phrase, say


def explain_usage(error: TyperException, language: Language) -> tuple[str, str]:
    """The message and the hint for a mistake that typer found."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "dosa-trace"
    message = error.format_message().rstrip(".")
    message = message[:1].lower() + message[1:]
    if language is Language.NL:
        for english, dutch in _DUTCH:
            message = message.replace(english, dutch)
    option = getattr(error, "option_name", None)
    below = getattr(context.command, "commands", {}) if context is not None else {}
    able = [
        name for name, one in below.items() if any(option in param.opts for param in one.params)
    ]
    if not able:
        return message, say(SEE_HELP(command=command), language)
    meant = next((word for word in ASKED.get() if word in able), able[0])
    return message, say(BEHIND(option=option, name=meant), language)


_DUTCH = (
    ("no such option: ", "deze optie bestaat niet: "),
    ("no such command ", "deze opdracht bestaat niet: "),
    ("missing argument ", "er ontbreekt een argument: "),
    ("missing option ", "er ontbreekt een optie: "),
    ("invalid value for ", "ongeldige waarde voor "),
    (" is not one of ", " is geen van "),
    (" requires an argument", " vraagt een waarde"),
    ("got unexpected extra argument", "er staat een argument te veel"),
    (" is not in the range ", " valt buiten het bereik "),
    (" is not a valid float range", " is geen getal"),
    (" is not a valid integer range", " is geen geheel getal"),
    ("Did you mean one of: ", "Bedoelde u een van: "),
    ("(Possible options: ", "(Mogelijke opties: "),
    ("Did you mean ", "Bedoelde u "),
)
BEHIND = Phrase(
    "options stand behind the command: dosa-trace {name} {option} …",
    "opties staan achter de opdracht: dosa-trace {name} {option} …",
)
SEE_HELP = Phrase(
    "`{command} --help` shows what can be asked", "`{command} --help` toont wat te vragen is"
)
