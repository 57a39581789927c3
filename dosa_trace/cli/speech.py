"""In which language a run speaks: --lang, else DOSA_TRACE_LANG, else the catalogue's first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import USE
from dosa_trace.language import Alternatives, Language, Phrase

VARIABLE = "DOSA_TRACE_LANG"


class Speech:
    """The language of one run: the user's choice, else that of the catalogue as soon as one is
    read, else English."""

    def __init__(self, chosen: Language | None = None) -> None:
        self.chosen = chosen
        self._of_catalog: Language | None = None

    @property
    def language(self) -> Language:
        return self.chosen or self._of_catalog or Language.EN

    def hear(self, languages: Sequence[str]) -> None:
        """Takes up the languages of a catalogue that was read."""
        self._of_catalog = first_language(languages)


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language | None:
    """The language that the user chose, known before anything else so that help and every message
    can be in it; None where the catalogue decides."""
    chosen = environment.get(VARIABLE, "")
    for at, word in enumerate(arguments):
        if word == "--lang" and at + 1 < len(arguments):
            chosen = arguments[at + 1]
        elif word.startswith("--lang="):
            chosen = word.removeprefix("--lang=")
    return _language(chosen)


def require_known_language(environment: Mapping[str, str]) -> None:
    """Raises BadQuestion where the variable names a language that the program does not speak: an
    answer in another would pass for what was asked."""
    named = environment.get(VARIABLE, "")
    if named and _language(named) is None:
        message = NO_LANGUAGE(variable=VARIABLE, value=named)
        words = Alternatives(tuple(known.value for known in Language))
        raise BadQuestion(message, USE(words=words))


def reads_dutch(environment: Mapping[str, str]) -> bool:
    """Whether the user's system is in Dutch and no language was set for the program: of the
    variables that count, the first that is set (POSIX, *Environment Variables*, 8.2)."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    set_ = next((value for name in names if (value := environment.get(name))), "")
    return not environment.get(VARIABLE) and _language(set_) is Language.NL


def first_language(languages: Sequence[str]) -> Language:
    """The first of a catalogue's languages that the program speaks."""
    return next((known for code in languages if (known := _language(code))), Language.EN)


def _language(text: str) -> Language | None:
    return next((known for known in Language if known.value == text[:2].lower()), None)


#: Said in Dutch, since who reads it may not read the answer.
IN_DUTCH = Phrase(
    "For Dutch add --lang nl, or once: export {variable}=nl",
    "Voor Nederlands: voeg --lang nl toe, of eenmalig: export {variable}=nl",
)
NO_LANGUAGE = Phrase(
    "{variable} is '{value}', a language that dosa-trace does not know",
    "{variable} is '{value}', een taal die dosa-trace niet kent",
)
