"""The list of changes of a page: what moved a state, by day and source, and by month the rest."""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace import labels
from dosa_trace.analysis.report.page_data import PageData
from dosa_trace.analysis.time.groups import ChangeGroup, QuietMonth
from dosa_trace.document import Heading, Paragraph, Role
from dosa_trace.language import Phrase
from dosa_trace.views.page.words import MONTH
from dosa_trace.views.time import changes as events
from dosa_trace.views.time import groups
from dosa_trace.views.wording.frame import Frame
from dosa_trace.webpage import Card, CardList, Facet, Later


def changes(dossier: PageData, frame: Frame) -> CardList:
    """What moved a state, by day and source, and by month what moved none; of all time, to be
    chosen by month."""
    months = {f"{group.day:%Y-%m}" for group in dossier.groups} | {
        month.month for month in dossier.quiet
    }
    return CardList(
        "changes",
        frame.say(events.TITLE),
        (*events.opening(dossier.report.changes, frame), Heading(frame.say(ALL_OF_THEM))),
        (
            Facet(
                "month",
                frame.say(MONTH),
                tuple((month, frame.dated(month)) for month in sorted(months, reverse=True)),
            ),
        ),
        Later(lambda: _changes(dossier, frame)),
        frame.say(labels.STATE),
    )


def _changes(dossier: PageData, frame: Frame) -> Iterator[Card]:
    cards = [
        (group.day.isoformat(), _change(at, group, frame))
        for at, group in enumerate(dossier.groups)
    ]
    cards += [(month.month, _quiet(month, dossier, frame)) for month in dossier.quiet]
    yield from (card for _, card in sorted(cards, key=lambda pair: pair[0], reverse=True))


def _change(number: int, group: ChangeGroup, frame: Frame) -> Card:
    source = frame.title_of(group.source) if group.source else frame.say(groups.NO_SOURCE)
    return Card(
        id=f"change-{number}",
        title=f"{frame.dated(group.day.isoformat())}: {source}",
        role=Role.PLAIN,
        badge=groups.turned(group, frame),
        facets={"month": (f"{group.day:%Y-%m}",)},
        called=tuple(move.id for move in group.moved),
        source="",
        story=(
            Paragraph(groups.counts_of(group.counts, frame)),
            *groups.moves(group, frame),
        ),
    )


def _quiet(month: QuietMonth, dossier: PageData, frame: Frame) -> Card:
    return Card(
        id=f"month-{month.month}",
        title=f"{frame.dated(month.month)}: {groups.counts_of(month.counts, frame)}",
        role=Role.MUTED,
        badge=frame.say(MOVED_NOTHING),
        facets={"month": (month.month,)},
        called=(),
        source="",
        story=(events.listing(dossier.others[month.month], frame),),
    )


ALL_OF_THEM = Phrase("All that the catalogue knows", "Alles wat de catalogus weet")
MOVED_NOTHING = Phrase("no state changed", "geen stand veranderd")
