"""In which language: --lang, else DOSA_TRACE_LANG, else the catalogue's first language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextvars import ContextVar

from dosa_trace.language import Language

VARIABLE = "DOSA_TRACE_LANG"
#: The language of messages; a session sets it once the catalogue is known.
SPEAKING: ContextVar[Language] = ContextVar("speaking", default=Language.EN)
#: The command line as it was typed, for a report to say by what it was made.
ASKED: ContextVar[tuple[str, ...]] = ContextVar("asked", default=())


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language | None:
    """The language that the user chose, known before anything else so that help and every message
    can be in it; None where the catalogue decides."""
    for at, one in enumerate(arguments):
        if one == "--lang" and at + 1 < len(arguments):
            return _language(arguments[at + 1])
        if one.startswith("--lang="):
            return _language(one.removeprefix("--lang="))
    return _language(environment.get(VARIABLE, ""))


def first_language(languages: Sequence[str]) -> Language:
    """The first of a catalogue's languages that the program speaks."""
    return next((found for one in languages if (found := _language(one))), Language.EN)


def _language(text: str) -> Language | None:
    return next((one for one in Language if one.value == text[:2].lower()), None)
