"""The catalogue as a whole: every record of every file by its id, and what refers to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dosa_trace.catalog.model.catalog_info import (
    CatalogueInfo,
    Kind,
    Level,
    Theme,
    kinds_of,
    levels_of,
)
from dosa_trace.catalog.model.parts import Evidence, LocalText
from dosa_trace.catalog.model.reach import closure
from dosa_trace.catalog.model.read_only import ReadOnlyMap
from dosa_trace.catalog.model.records import (
    Instrument,
    Objective,
    Organisation,
    Record,
    Search,
    Source,
    TraceLink,
)
from dosa_trace.catalog.model.records import Recommendation as Rec
from dosa_trace.catalog.model.vocabulary import Basis, Relation
from dosa_trace.catalog.text import values
from dosa_trace.catalog.text.files import Files
from dosa_trace.diagnostics import CatalogInvalid, Diagnostic, Span, UnknownId
from dosa_trace.language import Language, Phrase

if TYPE_CHECKING:
    import os
    from datetime import date

    from dosa_trace.graph import TraceGraph


class Named(NamedTuple):
    """A record by its title, its id behind it for who wants to ask on."""

    id: str
    title: LocalText

    def say(self, language: Language) -> str:
        return f"{self.title.say(language)} ({self.id})"


@dataclass(slots=True, eq=False)
class Reference:
    """A place where a record names the id of another, and what kinds may stand there."""

    field: str
    target: str
    kinds: tuple[str, ...]
    file: values.YamlFile
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.file.span_at(self.start, self.end)


#: What the representation of a catalogue counts.
REPRESENTED = ("recommendations", "objectives", "instruments", "links", "sources")


@dataclass(frozen=True, eq=False, repr=False)
class Catalog:
    """All records of a catalogue.

    `kept` is where its files and archived texts are read; `digest` is the SHA-256 of all its YAML,
    the same on every machine. `unread` holds ids that stand in files or records that could not be
    read: nobody should be told that they do not exist. `lost` says that a whole file or folder
    could not be read, so that nobody knows which ids it holds; `dropped` counts the records that
    could not be made. Of a record whose id stands `twice` only the first is here.
    """

    kept: Files
    info: CatalogueInfo
    files: tuple[values.YamlFile, ...]
    digest: str
    organisations: Mapping[str, Organisation]
    sources: Mapping[str, Source]
    recommendations: Mapping[str, Rec]
    objectives: Mapping[str, Objective]
    instruments: Mapping[str, Instrument]
    links: tuple[TraceLink, ...]
    searches: Mapping[str, Search]
    references: tuple[Reference, ...]
    unread: frozenset[str] = frozenset()
    lost: bool = False
    dropped: int = 0
    twice: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        counts = (f"{len(getattr(self, kind))} {kind}" for kind in REPRESENTED)
        title = self.info.title.say(Language.EN)
        return f"<Catalog {title!r}: {', '.join(counts)}; digest {self.digest[:12]}>"

    @property
    def root(self) -> Path:
        """The folder that its files are named from."""
        return self.kept.root

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """The themes by their ids."""
        return ReadOnlyMap({theme.id: theme for theme in self.info.themes or ()})

    @cached_property
    def levels(self) -> Mapping[str, Level]:
        """The tiers of government, its own among them, by their ids."""
        return ReadOnlyMap(levels_of(self.info))

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of instruments, its own among them, by their ids."""
        return ReadOnlyMap(kinds_of(self.info))

    def acts(self, instrument: Instrument) -> bool:
        """Whether something is done by an instrument of its kind (docs/rules.md, *Pre-dates the
        advice, and plans or monitoring only*)."""
        return self.kinds[instrument.kind].acts

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Every record that has an id; no two share one."""
        shelves: tuple[Mapping[str, Record], ...] = (
            self.organisations, self.sources, self.recommendations, self.objectives,
            self.instruments, self.themes, self.searches,
        )  # fmt: skip
        return ReadOnlyMap({name: one for shelf in shelves for name, one in shelf.items()})

    @cached_property
    def titles(self) -> Mapping[str, LocalText]:
        """What every record that has an id is called."""
        return {name: record.title for name, record in self.by_id.items()}

    @cached_property
    def publishers(self) -> Mapping[str, LocalText]:
        """Every publisher in all languages, by its first text; of several ways to write one, that
        of the first source by id."""
        found: dict[str, LocalText] = {}
        for name in sorted(self.sources):
            publisher = self.sources[name].publisher
            found.setdefault(next(iter(publisher), ""), publisher)
        return found

    def named(self, identifier: str) -> Named:
        """The record with this id by its title."""
        return Named(identifier, self.titles[identifier])

    @cached_property
    def searches_covering(self) -> Mapping[str, tuple[Search, ...]]:
        """The searches that cover each recommendation, the latest first."""
        covering: defaultdict[str, list[Search]] = defaultdict(list)
        for search in sorted(
            self.searches.values(), key=lambda one: (one.date.last_day, one.id), reverse=True
        ):
            for recommendation in dict.fromkeys(search.covers):
                covering[recommendation].append(search)
        return {name: tuple(searches) for name, searches in covering.items()}

    @cached_property
    def agreed_by(self) -> Mapping[str, tuple[str, ...]]:
        """Which recommendations say of each that they ask the same."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one in self.recommendations.values():
            for comparison in one.agrees_with:
                found[comparison.to].append(one.id)
        return {name: tuple(sorted(names)) for name, names in found.items()}

    @cached_property
    def organisations_by_name(self) -> Mapping[str, str]:
        """The id of each organisation by every name that it has, in lower case."""
        return {
            name.casefold(): one.id
            for one in self.organisations.values()
            for name in (*one.name, *((one.abbreviation,) if one.abbreviation else ()))
        }

    @cached_property
    def succeeded_by(self) -> Mapping[str, tuple[str, ...]]:
        """Which organisations took the place of each."""
        after: defaultdict[str, list[str]] = defaultdict(list)
        for one in self.organisations.values():
            for before in one.succeeds:
                after[before].append(one.id)
        return {name: tuple(sorted(names)) for name, names in after.items()}

    @cached_property
    def supported(self) -> frozenset[str]:
        """The records from which a supporting link leads, of any basis."""
        return frozenset(link.origin for link in self.links if link.relation is Relation.SUPPORTS)

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of each file, by its path."""
        return {file.path: file.text for file in self.files}

    @property
    def is_whole(self) -> bool:
        """Whether all that is on file could be read, so that what is missing is not there."""
        return not (self.lost or self.unread or self.dropped) and all(
            file.readable for file in self.files
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that its texts are in, the first first."""
        return self.info.languages

    def wholes(self, instrument: str) -> Iterator[str]:
        """What an instrument is part of, what that is part of, and so on."""
        seen = {instrument}
        whole = self.instruments[instrument].part_of
        while whole is not None and whole in self.instruments and whole not in seen:
            yield whole
            seen.add(whole)
            whole = self.instruments[whole].part_of

    def parts(self, instrument: str) -> tuple[str, ...]:
        """Everything that is part of an instrument, over any number of steps, by id."""
        return tuple(sorted(self.with_parts([instrument]) - {instrument}))

    def with_parts(self, instruments: Iterable[str]) -> frozenset[str]:
        """Some instruments with everything that is part of one of them, over any number of
        steps."""
        return closure(instruments, lambda name: self.parts_of.get(name, ()))

    def nearest_parts(self, instrument: str, most: int) -> list[str]:
        """The first parts of an instrument: its own by id, then theirs, and so on."""
        found = dict.fromkeys(self.parts_of.get(instrument, ()))
        waiting = list(found)
        for name in waiting:
            if len(found) >= most:
                break
            fresh = [one for one in self.parts_of.get(name, ()) if one not in found]
            found.update(dict.fromkeys(fresh))
            waiting += fresh
        return [one for one in found if one != instrument][:most]

    @cached_property
    def parts_of(self) -> Mapping[str, tuple[str, ...]]:
        """What is part of each instrument itself, by id."""
        parts: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(self.instruments):
            whole = self.instruments[name].part_of
            if whole is not None and whole in self.instruments:
                parts[whole].append(name)
        return {whole: tuple(names) for whole, names in parts.items()}

    def record(self, identifier: str) -> Record:
        """The record with this id; raises UnknownId, which carries the near ones."""
        if identifier not in self.by_id:
            raise UnknownId(identifier, self.by_id, self.now_called(identifier))
        return self.by_id[identifier]

    def now_called(self, identifier: str) -> tuple[str, ...]:
        """The ids of the records that say they had this one before."""
        return tuple(name for name, one in self.by_id.items() if identifier in one.renamed)

    def evidence(self) -> Iterator[tuple[Record | TraceLink, tuple[str | int, ...], Evidence]]:
        """Every evidence in the catalogue, with its owner and the route to it inside the owner.

        A response or a status that names a source is evidence of what it says.
        """
        for owner in (*self.by_id.values(), *self.links):
            for at, item in enumerate(getattr(owner, "evidence", ())):
                yield owner, ("evidence", at), item
            within = getattr(owner, "answer_within", None)
            if within is not None:
                proof = Evidence(within.source, within.locator, within.quote)
                yield owner, ("answer_within",), proof
            for key in ("responses", "status"):
                for at, event in enumerate(getattr(owner, key, ())):
                    proof = Evidence(source=event.source, locator=event.locator, quote=event.quote)
                    yield owner, (key, at), proof

    def judged(self, mistakes: Sequence[Diagnostic], reading: Sequence[Diagnostic]) -> None:
        """Keeps what makes its figures wrong, as `checks.soundness` finds it, and all that reading
        it found."""
        self._judgement["mistakes"] = tuple(mistakes)
        self._judgement["reading"] = tuple(reading)

    @property
    def reading(self) -> tuple[Diagnostic, ...]:
        """What is wrong with how its files are written, none where nobody judged it."""
        return self._judgement.get("reading", ())

    @property
    def is_judged(self) -> bool:
        """Whether somebody looked for what makes its figures wrong."""
        return "mistakes" in self._judgement

    @staticmethod
    def from_dict(data: Mapping[str, Any]) -> Catalog:
        """The catalogue that one YAML file with these sections would be, checked as `load` does:
        `catalogue`, `sources`, `recommendations` … (docs/format.md). Raises CatalogInvalid with
        every mistake, and TypeError for what no YAML holds."""
        from dosa_trace import loading

        return loading.from_dict(data)

    @staticmethod
    def at_revision(revision: str, path: str | os.PathLike[str] | None = None) -> Catalog:
        """The catalogue at `path`, found as `load` finds it, as it was in a revision of git such as
        `HEAD~1`. Raises CatalogNotFound, CatalogInvalid, and BadQuestion for what git does not
        know."""
        from dosa_trace import loading

        return loading.at_revision(revision, path)

    def on(
        self, as_of: date | str, *, basis: Basis | str = Basis.INFERRED, suspect: bool = True
    ) -> TraceGraph:
        """The graph on a date, of a month or year as text on its last day; what every question is
        asked of. `basis` says what counts, `suspect` whether reviewed links that have changed since
        do. Raises CatalogInvalid for a catalogue with mistakes that would make figures wrong, and
        BadQuestion."""
        from dosa_trace.graph import TraceGraph

        return TraceGraph(self, as_of=as_of, basis=basis, count_suspect=suspect)

    def refuse_unsound(self) -> None:
        """Raises CatalogInvalid where something was found that makes its figures wrong: `load` and
        `read` look for it, and so does every command."""
        if mistakes := self._judgement.get("mistakes"):
            raise CatalogInvalid(NOT_SOUND(count=len(mistakes)), mistakes, self.texts)

    @cached_property
    def _judgement(self) -> dict[str, tuple[Diagnostic, ...]]:
        return {}

    @cached_property
    def _archived(self) -> dict[str, str | None]:
        return {}

    def archived_text(self, source: Source) -> str | None:
        """The archived text of a source, None where it has none or it cannot be read."""
        if source.text is None:
            return None
        if source.text not in self._archived:
            self._archived[source.text] = self._text_inside(source.text)
        return self._archived[source.text]

    def _text_inside(self, name: str) -> str | None:
        try:
            return self.kept.read_text(name).decode("utf-8-sig").replace("\r\n", "\n")
        except (OSError, ValueError):  # ValueError: no UTF-8, or a name that no disk can have
            return None


NOT_SOUND = Phrase(
    "no figures: the catalogue contains errors ({count})",
    "geen cijfers: de catalogus bevat fouten ({count})",
)
