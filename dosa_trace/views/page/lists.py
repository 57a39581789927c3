"""The lists of a page: every record with what is read at once, and what it is chosen by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dosa_trace import labels
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.records.profile import Subject
from dosa_trace.analysis.records.source_use import Resting
from dosa_trace.analysis.report.page_data import (
    Dossier,
    InstrumentCard,
    ObjectiveCard,
    RecommendationCard,
)
from dosa_trace.document import Role
from dosa_trace.labels import RECORD_KINDS_PLURAL, STATES, STATUSES
from dosa_trace.views.coverage import coverage
from dosa_trace.views.page import card
from dosa_trace.views.page.words import RESTS
from dosa_trace.views.records import profile as subject
from dosa_trace.views.wording import begin as opening
from dosa_trace.views.wording.frame import Frame, capital
from dosa_trace.views.wording.marks import state_words
from dosa_trace.webpage import Card, CardList, Facet


def recommendations(found: Dossier, frame: Frame) -> CardList:
    say = frame.say
    names = {
        one.key: say(one.label) if one.label else one.key for one in found.themes.groups if one.key
    }
    used = {one.line.state for one in found.recommendations}
    return CardList(
        "recommendations",
        capital(say(RECORD_KINDS_PLURAL["recommendations"])),
        (),
        (
            Facet("state", say(labels.STATE),
                  tuple((one.value, say(STATES[one])) for one in State if one in used)),
            Facet("theme", say(labels.RECORD_KINDS["theme"]), tuple(names.items())),
            Facet("source", say(labels.RECORD_KINDS["source"]),
                  tuple((one.id, say(one.title)) for one in found.report.sources)),
        ),
        tuple(_recommendation(one, names, frame) for one in found.recommendations),
    )  # fmt: skip


def _recommendation(one: RecommendationCard, themes: Mapping[str, str], frame: Frame) -> Card:
    line = one.line
    return Card(
        id=line.id,
        title=frame.say(line.title),
        role=Role(line.state.value),
        badge=state_words(line, frame),
        facets={"state": (line.state.value,), "theme": line.themes, "source": (line.source,)},
        called=(*one.called, *(themes[theme] for theme in line.themes if theme in themes)),
        source=card.source_of(one, frame),
        story=tuple(card.recommendation(one, frame)),
    )


def objectives(found: Dossier, frame: Frame) -> CardList:
    return CardList(
        "objectives",
        capital(frame.say(RECORD_KINDS_PLURAL["objectives"])),
        (),
        (),
        tuple(_objective(one, frame) for one in found.objectives),
    )


def _objective(one: ObjectiveCard, frame: Frame) -> Card:
    state = one.why.state
    words = frame.say(STATES[state] if state else labels.NOT_KNOWN)
    return Card(
        id=one.why.id,
        title=frame.say(one.why.title),
        role=Role(state.value) if state else Role.MUTED,
        badge=words,
        facets={},
        called=(),
        source="",
        story=tuple(card.objective(one, frame)),
    )


def instruments(found: Dossier, frame: Frame) -> CardList:
    say = frame.say
    owners = {one.id: say(one.label) if one.label else one.id for one in found.owners}
    return CardList(
        "instruments",
        capital(say(RECORD_KINDS_PLURAL["instruments"])),
        (),
        (
            Facet("kind", say(labels.FIELDS["kind"]),
                  _options(frame.kind, frame.kinds, (one.kind for one in found.instruments))),
            Facet("level", say(labels.FIELDS["level"]),
                  _options(frame.level, frame.levels, (one.level for one in found.instruments))),
            Facet("owner", say(labels.FIELDS["owner"]), tuple(owners.items())),
        ),
        tuple(_instrument(one, frame) for one in found.instruments),
    )  # fmt: skip


def _options(
    called: Callable[[str], str], known: Iterable[str], used: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    has = set(used)
    return tuple((one, called(one)) for one in known if one in has)


def _instrument(one: InstrumentCard, frame: Frame) -> Card:
    say = frame.say
    last = one.why.statuses[-1] if one.why.statuses else None
    words = f"{say(STATUSES[last.value])}, {say(last.date)}" if last else say(labels.NO_STATUS)
    return Card(
        id=one.id,
        title=say(one.why.title),
        role=Role.PLAIN,
        badge=words,
        facets={"kind": (one.kind,), "level": (one.level,), "owner": one.owners},
        called=(*one.called, frame.kind(one.kind), frame.level(one.level)),
        source="",
        story=tuple(card.instrument(one, frame)),
    )


def themes(found: Dossier, frame: Frame) -> CardList:
    return CardList(
        "themes",
        capital(frame.say(RECORD_KINDS_PLURAL["themes"])),
        tuple(coverage.split(found.themes, frame)),
        (),
        tuple(_theme(one, frame) for one in found.subjects),
    )


def _theme(one: Subject, frame: Frame) -> Card:
    return Card(
        id=f"theme-{one.id}",
        title=frame.say(one.title),
        role=Role.PLAIN,
        badge=opening.by_state(one.whole, frame),
        facets={},
        called=(one.id,),
        source="",
        story=tuple(subject.blocks(one, frame)),
    )


def sources(found: Dossier, frame: Frame) -> CardList:
    return CardList(
        "sources",
        capital(frame.say(RECORD_KINDS_PLURAL["sources"])),
        (),
        (),
        tuple(_source(one, frame) for one in found.sources),
    )


def _source(one: Resting, frame: Frame) -> Card:
    return Card(
        id=one.id,
        title=frame.say(one.title),
        role=Role.PLAIN,
        badge=frame.say(RESTS(date=one.date, count=one.number)),
        facets={},
        called=(frame.say(one.publisher),),
        source="",
        story=tuple(card.source(one, frame)),
    )
