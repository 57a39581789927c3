"""The help texts in Dutch: English to Dutch, laid over the finished commands."""

from __future__ import annotations

from typing import Any


def translate(command: Any) -> None:
    """Puts the Dutch words in place of the English ones, for a command and all below it."""
    for name in ("help", "short_help", "epilog"):
        text = getattr(command, name, None)
        if text:
            setattr(command, name, DUTCH.get(text, text))
    for param in command.params:
        if getattr(param, "help", None):
            param.help = DUTCH.get(param.help, param.help)
    for below in getattr(command, "commands", {}).values():
        translate(below)


DUTCH: dict[str, str] = {}
