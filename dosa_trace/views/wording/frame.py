"""What every answer says of itself: of which catalogue, on what date, and what was counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace import __version__
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.selection import Where, is_by_what_is_behind
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.facts.names import name_of
from dosa_trace.catalog.model.catalog_info import Kind, Level
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import LocalText, ReadOn, When
from dosa_trace.catalog.model.records import TO
from dosa_trace.catalog.model.vocabulary import Basis, ResponseValue, Seen
from dosa_trace.document import Cell, Heading, Paragraph, Role
from dosa_trace.labels import BASES, DRAFT, NO_RESPONSE, NOT_LOOKED_FOR, RESPONSES, STATES
from dosa_trace.language import (
    Amount,
    Language,
    Percentage,
    Phrase,
    Words,
    date_in_words,
    listed,
    say,
)

if TYPE_CHECKING:
    from dosa_trace.catalog.model.catalog import Catalog

Say = Callable[[Words | LocalText | Amount | When], str]


class Frame(NamedTuple):
    """The circumstances of an answer: catalogue, date, what counts, and the language.

    `basis` is None for an answer that no basis was counted with, `limit` how many of each list a
    reader asked for, None for all. `has_commands`: whether the reader can type one, as the reader
    of a page cannot. `publishers` are those of the sources by id. `dates_in_words`: `4 July 2025`
    where otherwise 2025-07-04 stands.
    """

    digest: str
    as_of: date
    basis: Basis | None
    language: Language
    title: LocalText
    levels: Mapping[str, Level]
    kinds: Mapping[str, Kind]
    titles: Mapping[str, LocalText]
    limit: int | None = None
    has_commands: bool = True
    publishers: Mapping[str, LocalText] = MappingProxyType({})
    dates_in_words: bool = False

    @classmethod
    def of(
        cls,
        catalog: Catalog,
        as_of: date,
        basis: Basis | None,
        language: Language,
        limit: int | None = None,
    ) -> Frame:
        """What an answer about a catalogue says of itself."""
        publishers = {
            name: name_of(catalog, source.publisher) for name, source in catalog.sources.items()
        }
        return cls(
            catalog.digest, as_of, basis, language,
            catalog.info.title, catalog.levels, catalog.kinds, catalog.titles, limit,
            publishers=publishers,
        )  # fmt: skip

    def level(self, name: str) -> str:
        """What a level is called in this catalogue."""
        return self.say(self.levels[name].name)

    def kind(self, name: str) -> str:
        """What a kind of instrument is called in this catalogue."""
        return self.say(self.kinds[name].name)

    def title_of(self, name: str, about: str = "") -> str:
        """What the record with this id is called, a link after both its ends, or after where it
        leads to for who speaks `about` where it begins; the id itself where no record bears it."""
        if name in self.titles:
            return self.titles[name].say(self.language)
        here = f"{about}{TO}"
        if about and name.startswith(here):
            return f"{TO.lstrip()}{self.title_of(name.removeprefix(here))}"
        ends = (self.say(self.titles[one]) if one in self.titles else one for one in name.split(TO))
        return TO.join(ends)

    def named(self, names: Sequence[str]) -> Cell:
        """Records by their titles, the ids of those that have one small."""
        titles = list(map(self.title_of, names))
        small = (name for name, title in zip(names, titles, strict=True) if name != title)
        return Cell("; ".join(titles), small=", ".join(small))

    def called(self, names: Iterable[str]) -> str:
        """The same in a sentence, without the ids."""
        return listed((self.title_of(name) for name in names), self.language)

    def step(self, origin: str, target: str, about: str = "") -> Cell:
        """A link by the titles of its ends, their ids small."""
        name = f"{origin}{TO}{target}"
        return Cell(self.title_of(name, about), small=name)

    def say(self, words: Words | LocalText | Amount | When) -> str:
        if type(words) is LocalText or type(words) is Phrase:  # most of what a page says
            return words.say(self.language)
        if self.dates_in_words and isinstance(words, PartialDate | ReadOn):
            return words.say_in_sentence(self.language)
        return say(words, self.language)

    def dated(self, day: str) -> str:
        """A day or month of ISO 8601 by itself, in words where these are asked for."""
        return date_in_words(day, self.language) if self.dates_in_words else day

    def day(self, day: date) -> str:
        """A day in a sentence: `4 July 2025`."""
        return date_in_words(day.isoformat(), self.language)

    def envelope(self, answer: str) -> dict[str, Any]:
        """What every answer for programs begins with, by its name and number such as `coverage/1`
        (docs/programmer.md)."""
        return {
            "schema": f"dosa-trace/{answer}",
            "as_of": self.as_of,
            "basis": self.basis,
            "catalogue": {"title": self.title, "digest": self.digest},
            "language": self.language,
            "version": __version__,
        }

    def part(self, share: Share) -> str:
        """`4 of 6`: a part and its whole."""
        return share.say(self.language)

    def percent(self, share: Share) -> str:
        """`66.7%`, or that there is nothing to take a part of."""
        return Percentage(share.percent).say(self.language)

    def head(self, title: Words, where: Sequence[Where] = ()) -> Iterable[Heading | Paragraph]:
        """The title of an answer, and the sentence that it must never be quoted without."""
        yield Heading(f"{self.say(title)}: {self.say(self.title)}", 1)
        yield Paragraph(self.sentence(where), Role.MUTED)

    def sentence(self, where: Sequence[Where] = ()) -> str:
        """On what date an answer holds, what it counts, and what was selected."""
        counted = COUNTED[self.basis] if self.basis else NOTHING_COUNTED
        sentence = self.say(AS_OF(date=self.as_of, basis=counted))
        if not where:
            return sentence
        chosen = self.say(SELECTED(where=tuple(str(one) for one in where)))
        by_instruments = f" {self.say(BY_INSTRUMENTS)}" if is_by_what_is_behind(where) else ""
        return f"{sentence} {chosen}{by_instruments}"


def capital(text: str) -> str:
    """The text with its first letter a capital, for a heading."""
    return text[:1].upper() + text[1:]


def state_cell(frame: Frame, state: State, small: str = "") -> Cell:
    return Cell(frame.say(STATES[state]), Role(state.value), small)


def basis_word(frame: Frame, basis: Basis | None) -> str:
    return frame.say(BASES[basis]) if basis else ""


def response_cell(
    frame: Frame,
    response: ResponseValue | None,
    on: When | None,
    pledge: str = "",
    searched: bool = True,
    draft: ResponseValue | None = None,
    seen: Seen | None = None,
) -> Cell:
    """What government answered, and where hardly any of it was read that; where nothing is found,
    whether somebody looked, and what officials drafted."""
    if response is None:
        drafted = f"{frame.say(DRAFT)}: {frame.say(RESPONSES[draft])}" if draft else ""
        return Cell(silence(frame, searched), Role.MUTED, drafted)
    read = frame.say(HARDLY_READ[seen]) if seen in HARDLY_READ else ""
    small = ", ".join(part for part in (frame.say(on) if on else "", pledge, read) if part)
    return Cell(frame.say(RESPONSES[response]), small=small)


def inline(cell: Cell) -> str:
    """A cell in a sentence: its text, and what stands small beside it in brackets."""
    return f"{cell.text} ({cell.small})" if cell.small else cell.text


def silence(frame: Frame, searched: bool) -> str:
    """That no response was found, or that nobody looked for one."""
    return frame.say(NO_RESPONSE if searched else NOT_LOOKED_FOR)


#: What is said of a response of which hardly anything was read.
HARDLY_READ = {
    Seen.HEAD: Phrase("only the opening read", "alleen het begin gelezen"),
    Seen.NONE: Phrase("not read", "niet gelezen"),
}
BY_INSTRUMENTS = Phrase(
    "These are chosen by their instruments, so none is open.",
    "Deze zijn gekozen op hun instrumenten, dus open zijn er niet bij.",
)
AS_OF = Phrase("As of {date}. Counted: {basis}.", "Peildatum: {date}. Meegeteld: {basis}.")
COUNTED = {
    Basis.STATED: Phrase("only what sources say", "alleen wat in bronnen staat"),
    Basis.INFERRED: Phrase(
        "what sources say and what an analyst concludes",
        "bronnen en conclusies van analisten",
    ),
}
NOTHING_COUNTED = Phrase("nothing, only a list", "niets, alleen een lijst")
SELECTED = Phrase("Selected: {where}.", "Gekozen: {where}.")
FALL = Phrase("{name}: {now} → {then}", "{name}: {now} → {then}")
