"""What a new catalogue is about, as whoever starts it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dosa_trace.catalog.fields.messages import NOT_AN_ID
from dosa_trace.catalog.fields.scalars import IDENTIFIER
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import LEVELS, RESPONDERS
from dosa_trace.language import Language, Phrase, Words, say

#: A name in the words of whoever starts the catalogue, or in ours in each language.
Named = str | Words


class NewLevel(NamedTuple):
    """A level of government: its id, its name, and who responds for it."""

    id: str
    name: Named
    responder: Named


class NewCatalogue(NamedTuple):
    """A catalogue that nobody made yet; `language` is the one of its comments, `examples` whether
    each file has one."""

    title: str
    languages: tuple[str, ...]
    levels: tuple[NewLevel, ...]
    theme: tuple[str, Named]
    language: Language
    examples: bool = True

    def text(self, words: Named) -> str | dict[str, str]:
        """A text as the catalogue has it: in each of its languages, plain where that is one or the
        program does not speak all of them."""
        if isinstance(words, str):
            return words
        spoken = {one.value: one for one in Language}
        if len(self.languages) > 1 and all(name in spoken for name in self.languages):
            return {name: say(words, spoken[name]) for name in self.languages}
        return say(words, spoken.get(self.languages[0], Language.EN))


def languages_typed(text: str) -> tuple[str, ...]:
    """Languages such as `nl,en`; raises BadQuestion for what is none."""
    found = tuple(dict.fromkeys(word.strip().casefold() for word in text.split(",")))
    for word in found:
        if re.fullmatch(r"[a-z]{2,3}", word) is None:
            raise BadQuestion(NO_LANGUAGE(text=word), LANGUAGE_SHAPE)
    return found


def levels_typed(texts: Sequence[str]) -> tuple[NewLevel, ...]:
    """Levels such as `nl`, or `city:City:the city council`; raises BadQuestion for an id that
    cannot be one."""
    return tuple(_level(text) for text in texts) or tuple(KNOWN.values())


def _level(text: str) -> NewLevel:
    name, _, rest = text.partition(":")
    called, _, responder = rest.partition(":")
    name, called, responder = name.strip(), called.strip(), responder.strip()
    _require_id(name)
    known = KNOWN.get(name, NewLevel(name, name, name))
    return NewLevel(name, called or known.name, responder or called or known.responder)


def theme_typed(text: str) -> tuple[str, Named]:
    """A theme such as `water` or `water:Water`; raises BadQuestion for an id that cannot be one."""
    name, _, called = text.partition(":")
    _require_id(name.strip())
    return name.strip(), called.strip() or name.strip()


def _require_id(text: str) -> None:
    if IDENTIFIER.fullmatch(text) is None:
        raise BadQuestion(NOT_AN_ID(text=text), ID_SHAPE)


#: The levels of a catalogue that says nothing of them.
KNOWN = {name: NewLevel(name, LEVELS[name], RESPONDERS[name]) for name in LEVELS}
NO_LANGUAGE = Phrase("'{text}' is not a language", "'{text}' is geen taal")
LANGUAGE_SHAPE = Phrase("write en, nl or nl,en", "schrijf nl, en of nl,en")
ID_SHAPE = Phrase(
    "use small letters, digits, - and a full stop, such as nl or city:City:the city council",
    "gebruik kleine letters, cijfers, - en een punt, zoals nl of gemeente:Gemeente:het college",
)
