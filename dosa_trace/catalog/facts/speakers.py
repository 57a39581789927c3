"""Whose word a source is, of something that somebody is responsible for (docs/rules.md,
*Self-reported only*): their own, that of a public body that is not under them, of a third party, or
of somebody of whom nothing is on file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as date_
from enum import StrEnum
from functools import cached_property

from dosa_trace.catalog.facts.names import key_of
from dosa_trace.catalog.facts.responders import IN_OFFICE, responders
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.events import known
from dosa_trace.catalog.model.parts import LocalText, Response, StatusEvent
from dosa_trace.catalog.model.reach import closure
from dosa_trace.catalog.model.records import Instrument, Organisation, Recommendation, TraceLink
from dosa_trace.catalog.model.vocabulary import OrganisationKind, Reliability


class Speaker(StrEnum):
    """Who says something of what somebody is responsible for, the most independent first."""

    PUBLIC_BODY = "public-body"
    THIRD_PARTY = "third-party"
    NOT_KNOWN = "not-known"
    OWN = "own"

    @property
    def rank(self) -> int:
        """How independent, the least 0."""
        return _RANK[self]


_RANK = {speaker: rank for rank, speaker in enumerate(reversed(Speaker))}
#: Kinds of organisation that stand beside a government.
PUBLIC_BODIES = frozenset(
    {OrganisationKind.COURT, OrganisationKind.COUNCIL, OrganisationKind.PARLIAMENT}
)


class Speakers:
    """Whose word the sources of a catalogue are."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._own: dict[str, frozenset[str]] = {}

    def of_status(self, instrument: Instrument, day: date_) -> Speaker:
        """Whose word the status is that holds on a day: of the events of the same value that end
        the history by then, the most independent counts."""
        sources = _trailing(known(instrument.status, day))
        return _most_independent(self._of(source, instrument.owner) for source in sources)

    def of_response(self, asked: Recommendation, response: Response) -> Speaker:
        """Whose word a response is, of those who responded."""
        return self._of(response.source, responders(self._catalog, asked, response))

    def of_link(self, link: TraceLink) -> Speaker:
        """Whose word a link is, of those who are responsible for what it leads to."""
        target = self._catalog.by_id[link.target]
        owners: tuple[LocalText, ...] = getattr(target, "owner", ())
        return _most_independent(self._of(item.source, owners) for item in link.evidence)

    def _of(self, name: str, owners: Iterable[LocalText]) -> Speaker:
        """Whose word a source is: of whom it passes on, else of who published it."""
        source = self._catalog.sources.get(name)
        if source is None:
            return Speaker.NOT_KNOWN
        listed = tuple(owners)
        if source.speaks_for:
            voices = [LocalText((("", voice),)) for voice in source.speaks_for]
            return _most_independent(self._of_voice(voice, listed) for voice in voices)
        said = self._of_voice(source.publisher, listed)
        if said is Speaker.NOT_KNOWN and source.reliability is Reliability.SECONDARY:
            return Speaker.THIRD_PARTY
        return said

    def _of_voice(self, voice: LocalText, owners: tuple[LocalText, ...]) -> Speaker:
        speaking = self._catalog.organisations.get(key_of(voice))
        if speaking is None:
            same = any(
                key_of(owner) not in self._catalog.organisations and {*voice} & {*owner}
                for owner in owners
            )
            return Speaker.OWN if same else Speaker.NOT_KNOWN
        if any(speaking.id in self._own_of(key_of(owner)) for owner in owners):
            return Speaker.OWN
        if speaking.independent or speaking.kind in PUBLIC_BODIES:
            return Speaker.PUBLIC_BODY
        return Speaker.THIRD_PARTY

    def _own_of(self, key: str) -> frozenset[str]:
        """The organisations whose word is an owner's own: itself, its parts and wholes, whom it
        succeeded and who succeeded it, and the government of its level."""
        if key not in self._own:
            self._own[key] = self._found(key) if key in self._catalog.organisations else frozenset()
        return self._own[key]

    def _found(self, key: str) -> frozenset[str]:
        catalog = self._catalog
        records = catalog.organisations
        owner = records[key]
        return frozenset().union(
            closure((key,), lambda one: self._wholes(records.get(one))),
            closure((key,), lambda one: self._parts.get(one, ())),
            closure((key,), lambda one: records[one].succeeds if one in records else ()),
            closure((key,), lambda one: catalog.succeeded_by.get(one, ())),
            self._governing.get(owner.level, ()) if owner.level else (),
        )

    @staticmethod
    def _wholes(record: Organisation | None) -> tuple[str, ...]:
        return (record.part_of,) if record and record.part_of else ()

    @cached_property
    def _parts(self) -> Mapping[str, list[str]]:
        """The parts of each organisation."""
        parts: defaultdict[str, list[str]] = defaultdict(list)
        for record in self._catalog.organisations.values():
            if record.part_of:
                parts[record.part_of].append(record.id)
        return parts

    @cached_property
    def _governing(self) -> Mapping[str, list[str]]:
        """The government of each level: who governs there and is not independent."""
        governing: defaultdict[str, list[str]] = defaultdict(list)
        for record in self._catalog.organisations.values():
            if record.level and record.kind in IN_OFFICE and not record.independent:
                governing[record.level].append(record.id)
        return governing


def _trailing(events: tuple[StatusEvent, ...]) -> Iterator[str]:
    """The sources of the events of the last value, back to where it was another."""
    for event in reversed(events):
        if event.value is not events[-1].value:
            return
        yield event.source


def _most_independent(speakers: Iterable[Speaker]) -> Speaker:
    """Of several who say the same, the most independent; without any nobody is known."""
    return max(speakers, key=lambda one: one.rank, default=Speaker.NOT_KNOWN)
