"""The lists of a page: every record with what is read at once, and what it is chosen by."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from dosa_trace import labels
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.records.profile import Subject
from dosa_trace.analysis.records.source_use import SourceUse
from dosa_trace.analysis.report.page_data import (
    InstrumentCard,
    ObjectiveCard,
    PageData,
    RecommendationCard,
)
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.document import Role
from dosa_trace.labels import RECORD_KINDS_PLURAL, RESPONSES, STATES, STATUSES
from dosa_trace.views.page import card, tables, touched
from dosa_trace.views.page.words import ADVISER, ASKED_ON, RESPONDED_ON, RESTS
from dosa_trace.views.records import profile as subject
from dosa_trace.views.wording import caveats
from dosa_trace.views.wording.frame import Frame, capital
from dosa_trace.views.wording.marks import state_marks, state_words
from dosa_trace.webpage import Card, CardList, Facet, Later


def recommendations(dossier: PageData, frame: Frame) -> CardList:
    say = frame.say
    names = {
        group.key: say(group.label) if group.label else group.key
        for group in dossier.themes.groups
        if group.key
    }
    used = {line.state for line in dossier.report.coverage.recommendations}
    owners = {held.id: held.owners for held in dossier.instruments}
    return CardList(
        "recommendations",
        capital(say(RECORD_KINDS_PLURAL["recommendations"])),
        (),
        (
            Facet("state", say(labels.STATE),
                  tuple((state.value, say(STATES[state])) for state in State if state in used)),
            Facet("addressee", say(labels.FIELDS["addressee"]), _addressees(dossier, frame)),
            Facet("owner", say(labels.FIELDS["owner"]), _owners(dossier, frame, {
                owner for line in dossier.report.coverage.recommendations
                for name in line.via for owner in owners[name]
            })),
            Facet("theme", say(labels.RECORD_KINDS["theme"]), tuple(names.items())),
            Facet("source", say(labels.RECORD_KINDS["source"]),
                  tuple((source.id, say(source.title)) for source in dossier.report.sources)),
            Facet("adviser", say(ADVISER), _named(dossier.advisers, frame)),
            *touched.facet(dossier.report.summary, frame),
        ),
        Later(lambda: (_recommendation(recommendation, names, owners, frame)
                       for recommendation in dossier.recommendations)),
        say(labels.STATE),
        (say(labels.ONE_RESPONSE), say(RESPONDED_ON), say(ASKED_ON)),
    )  # fmt: skip


def _addressees(dossier: PageData, frame: Frame) -> tuple[tuple[str, str], ...]:
    groups = dossier.addressed.groups
    return _named({group.key: group.label for group in groups if group.key and group.label}, frame)


def _named(parties: Mapping[str, LocalText], frame: Frame) -> tuple[tuple[str, str], ...]:
    """What each is called, in the order of the alphabet."""
    called = ((key, frame.say(name)) for key, name in parties.items())
    return tuple(sorted(called, key=lambda option: (option[1].casefold(), option[0])))


def _owners(
    dossier: PageData, frame: Frame, some: Collection[str] | None = None
) -> tuple[tuple[str, str], ...]:
    """Who is responsible for instruments, or for some of them, in the order of the alphabet."""
    named = {
        owner.id: owner.label or LocalText((("", owner.id),))
        for owner in dossier.owners
        if some is None or owner.id in some
    }
    return _named(named, frame)


def _recommendation(
    recommendation: RecommendationCard,
    themes: Mapping[str, str],
    owners: Mapping[str, tuple[str, ...]],
    frame: Frame,
) -> Card:
    line, since = recommendation.line, recommendation.source_date
    assert isinstance(since, PartialDate)  # advice without a date is known on no day
    asked = f"{frame.say(recommendation.publisher)}, {since.text[:4]}"
    iso = frame._replace(dates_in_words=False)  # for a spreadsheet
    return Card(
        id=line.id,
        title=frame.say(line.title),
        role=Role(line.state.value),
        badge=state_words(line, frame),
        facets={
            "state": (line.state.value,),
            "addressee": line.addressees,
            "owner": tuple(dict.fromkeys(owner for name in line.via for owner in owners[name])),
            "theme": line.themes,
            "source": (line.source,),
            "adviser": (recommendation.adviser,),
            touched.KEY: touched.touching(recommendation),
        },
        called=(
            *recommendation.called,
            *(themes[theme] for theme in line.themes if theme in themes),
        ),
        source=card.source_of(recommendation, frame),
        story=tuple(card.recommendation(recommendation, frame)),
        row=(frame.say(STATES[line.state]), asked, ", ".join(state_marks(line, frame))),
        since=since.last_day.isoformat(),
        sheet=(
            frame.say(RESPONSES[line.response]) if line.response else "",
            iso.say(line.response_date) if line.response_date else "",
            iso.say(since),
        ),
    )


def objectives(dossier: PageData, frame: Frame) -> CardList:
    return CardList(
        "objectives",
        capital(frame.say(RECORD_KINDS_PLURAL["objectives"])),
        (),
        (),
        Later(lambda: (_objective(objective, frame) for objective in dossier.objectives)),
        frame.say(labels.STATE),
    )


def _objective(objective: ObjectiveCard, frame: Frame) -> Card:
    state = objective.why.state
    words = frame.say(STATES[state] if state else labels.NOT_KNOWN)
    return Card(
        id=objective.why.id,
        title=frame.say(objective.why.title),
        role=Role(state.value) if state else Role.MUTED,
        badge=words,
        facets={},
        called=(),
        source="",
        story=tuple(card.objective(objective, frame)),
    )


def instruments(dossier: PageData, frame: Frame) -> CardList:
    say = frame.say
    return CardList(
        "instruments",
        capital(say(RECORD_KINDS_PLURAL["instruments"])),
        (),
        (
            Facet("kind", say(labels.FIELDS["kind"]),
                  _options(frame.kind, frame.kinds,
                           (instrument.kind for instrument in dossier.instruments))),
            Facet("level", say(labels.FIELDS["level"]),
                  _options(frame.level, frame.levels,
                           (instrument.level for instrument in dossier.instruments))),
            Facet("owner", say(labels.FIELDS["owner"]), _owners(dossier, frame)),
        ),
        Later(lambda: (_instrument(instrument, frame) for instrument in dossier.instruments)),
        say(labels.FIELDS["status"]),
    )  # fmt: skip


def _options(
    called: Callable[[str], str], known: Iterable[str], used: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    has = set(used)
    return tuple((value, called(value)) for value in known if value in has)


def _instrument(instrument: InstrumentCard, frame: Frame) -> Card:
    say = frame.say
    last = instrument.why.statuses[-1] if instrument.why.statuses else None
    words = f"{say(STATUSES[last.value])}, {say(last.date)}" if last else say(labels.NO_STATUS)
    return Card(
        id=instrument.id,
        title=say(instrument.why.title),
        role=Role.PLAIN,
        badge=words,
        facets={
            "kind": (instrument.kind,),
            "level": (instrument.level,),
            "owner": instrument.owners,
        },
        called=(*instrument.called, frame.kind(instrument.kind), frame.level(instrument.level)),
        source="",
        story=tuple(card.instrument(instrument, frame)),
    )


def themes(dossier: PageData, frame: Frame) -> CardList:
    return CardList(
        "themes",
        capital(frame.say(RECORD_KINDS_PLURAL["themes"])),
        tuple(tables.themes(dossier, frame)),
        (),
        Later(lambda: (_theme(profile, frame) for profile in dossier.subjects)),
        frame.say(labels.STATE),
    )


def _theme(profile: Subject, frame: Frame) -> Card:
    return Card(
        id=f"theme-{profile.id}",
        title=frame.say(profile.title),
        role=Role.PLAIN,
        badge=caveats.by_state(profile.whole, frame),
        facets={},
        called=(profile.id,),
        source="",
        story=tuple(subject.blocks(profile, frame)),
    )


def sources(dossier: PageData, frame: Frame) -> CardList:
    return CardList(
        "sources",
        capital(frame.say(RECORD_KINDS_PLURAL["sources"])),
        (),
        (),
        Later(lambda: (_source(source, frame) for source in dossier.sources)),
        frame.say(labels.FIELDS["date"]),
    )


def _source(source: SourceUse, frame: Frame) -> Card:
    return Card(
        id=source.id,
        title=frame.say(source.title),
        role=Role.PLAIN,
        badge=frame.say(RESTS(date=source.date, count=source.number)),
        facets={},
        called=(frame.say(source.publisher),),
        source="",
        story=tuple(card.source(source, frame)),
    )
