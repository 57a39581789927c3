"""What a catalogue says of itself: its title and languages, what it is about, and the words of its
own: themes, levels, kinds of instruments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from dosa_trace import labels
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.place import Place
from dosa_trace.catalog.model.vocabulary import InstrumentKind
from dosa_trace.diagnostics import Span
from dosa_trace.language import Language, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A subject that recommendations and instruments have."""

    KIND: ClassVar[str] = "theme"
    place: Place = field(compare=False, repr=False)
    id: str
    name: LocalText
    description: LocalText | None = None
    renamed: tuple[str, ...] = ()

    @property
    def title(self) -> LocalText:
        return self.name


class Level(NamedTuple):
    """A tier of government, with who answers for it to what it is advised."""

    id: str
    name: LocalText
    responder: LocalText | None = None

    @property
    def called(self) -> LocalText:
        """Whom advice to this level is addressed to."""
        return self.responder or self.name


class Kind(NamedTuple):
    """A kind of instrument, and whether something is done by it (docs/rules.md, *Pre-dates the
    advice, and plans or monitoring only*)."""

    id: str
    name: LocalText
    acts: bool = True


class Selection(NamedTuple):
    """Which recommendations are meant: those that fulfil all of the conditions that are given, of
    each any of its values."""

    id: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    institution: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    specificity: tuple[int, ...] = ()


class CheckSetting(NamedTuple):
    """What a catalogue asks of one check: a severity or `off`, and after how many months."""

    name: str
    span: Span
    level: str | None = None
    months: int | None = None


class Government(NamedTuple):
    """A government that took office on a date."""

    name: LocalText
    date: PartialDate
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The recommendations that a catalogue is about, and what they are called together."""

    KIND: ClassVar[str] = "focus"
    place: Place = field(compare=False, repr=False)
    name: LocalText
    where: Selection


class CatalogueInfo(NamedTuple):
    """What a catalogue says of itself; `themes` is None where it keeps no list of them, `levels` is
    empty where it has no others than the Netherlands and the EU, `kinds` are beside the built-in
    ones."""

    title: LocalText
    languages: tuple[str, ...]
    format: int = 2
    focus: Focus | None = None
    levels: tuple[Level, ...] = ()
    kinds: tuple[Kind, ...] = ()
    themes: tuple[Theme, ...] | None = None
    checks: tuple[CheckSetting, ...] = ()
    governments: tuple[Government, ...] = ()
    makers: tuple[LocalText, ...] = ()
    licence: str | None = None
    contact: str | None = None


def text_of(phrase: Phrase) -> LocalText:
    """The words of the program as a text of a catalogue, in both languages."""
    return LocalText(tuple((language.value, phrase.say(language)) for language in Language))


DEFAULT_LEVELS = (
    Level("nl", text_of(labels.LEVELS["nl"]), text_of(labels.RESPONDERS["nl"])),
    Level("eu", text_of(labels.LEVELS["eu"]), text_of(labels.RESPONDERS["eu"])),
)
BUILT_IN_KINDS = tuple(
    Kind(kind.value, text_of(labels.INSTRUMENT_KINDS[kind]), kind.acts) for kind in InstrumentKind
)


def levels_of(info: CatalogueInfo) -> Mapping[str, Level]:
    """The levels that a catalogue has: its own, else the Netherlands and the EU."""
    return {level.id: level for level in info.levels or DEFAULT_LEVELS}


def kinds_of(info: CatalogueInfo) -> Mapping[str, Kind]:
    """The built-in kinds of instruments, and the catalogue's own."""
    return {kind.id: kind for kind in (*BUILT_IN_KINDS, *info.kinds)}
