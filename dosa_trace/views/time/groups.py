"""The layout of changes by day and source, and by month of those that moved no state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dosa_trace import labels
from dosa_trace.analysis.time.change import ChangeKind
from dosa_trace.analysis.time.changes import Changes
from dosa_trace.analysis.time.groups import ChangeGroup
from dosa_trace.document import Block, Cell, Column, Facts, Heading, Paragraph, Table, Tree
from dosa_trace.labels import STATES
from dosa_trace.language import Phrase, listed
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import FALL, Frame


def blocks(changes: Changes, frame: Frame) -> Iterator[Block]:
    """What moved a state, by day and source, the latest first; then by month what moved none."""
    say = frame.say
    yield Heading(say(MOVING))
    if not changes.groups:
        yield Paragraph(say(labels.NONE_HERE))
    shown, left = few(changes.groups, frame)
    if shown:
        columns = (Column(say(DAY), firm=True), Column(say(TOLD)), Column(say(STATE_MOVED)))
        yield Table(columns, tuple(_group(group, frame) for group in shown))
    yield from left
    if changes.quiet:
        yield Heading(say(QUIET))
        months, left = few(changes.quiet, frame)
        yield Facts(tuple((month.month, Cell(counts_of(month.counts, frame))) for month in months))
        yield from left


def _group(group: ChangeGroup, frame: Frame) -> tuple[Cell, ...]:
    """`2025-06-30 | decision note: links (20) | 4 improved`."""
    say = frame.say
    source = frame.title_of(group.source) if group.source else say(NO_SOURCE)
    return (
        Cell(frame.dated(group.day.isoformat())),
        Cell(f"{source}: {counts_of(group.counts, frame)}", small=group.source or ""),
        Cell(turned(group, frame), small=", ".join(move.id for move in group.moved)),
    )


def counts_of(counts: Mapping[str, int], frame: Frame) -> str:
    """`links (20) and responses (7)`."""
    parts = tuple(
        frame.say(KINDS_COUNTED[kind](count=counts[kind]))
        for kind in ChangeKind
        if counts.get(kind)
    )
    return listed(parts, frame.language)


def turned(group: ChangeGroup, frame: Frame) -> str:
    """`4 improved`."""
    turns = ((BETTER, group.better), (WORSE, group.worse))
    return "; ".join(frame.say(words(count=count)) for words, count in turns if count)


def moves(group: ChangeGroup, frame: Frame) -> Iterator[Tree]:
    """What each recommendation was, and what it became."""
    for move in group.moved:
        before = STATES[move.before] if move.before else labels.NOT_KNOWN
        words = FALL(name=frame.title_of(move.id), now=before, then=STATES[move.after])
        yield Tree(Cell(frame.say(words), small=move.id))


QUIET = Phrase("Other events, by month", "Overige gebeurtenissen, per maand")
NO_SOURCE = Phrase("without a source", "zonder bron")
BETTER = Phrase("{count} improved", "{count} vooruit")
WORSE = Phrase("{count} worsened", "{count} achteruit")
TOLD = Phrase("what a source told", "wat een bron meldde")
KINDS_COUNTED = {
    ChangeKind.RECOMMENDATION: Phrase("recommendations ({count})", "aanbevelingen ({count})"),
    ChangeKind.STATUS: Phrase(
        "statuses of instruments ({count})", "statussen van instrumenten ({count})"
    ),
    ChangeKind.LINK: Phrase("links ({count})", "koppelingen ({count})"),
    ChangeKind.RESPONSE: Phrase("responses ({count})", "reacties ({count})"),
}
MOVING = Phrase("Events that changed a state", "Gebeurtenissen met gevolg voor een stand")
DAY, WHAT = (
    Phrase("day", "dag"),
    Phrase("event", "gebeurtenis"),
)
STATE_MOVED = Phrase("states that changed", "veranderde standen")
