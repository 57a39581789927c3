"""The layout of what would be otherwise: the figures before and after, what moves, what keeps a
second leg, and the money concerned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dosa_trace import labels
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.robustness.what_if import Concerned, Moved, WhatIf
from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    Tree,
)
from dosa_trace.labels import EXTENTS, STATES, STATUSES
from dosa_trace.language import Phrase
from dosa_trace.views.coverage.coverage import figure
from dosa_trace.views.wording.amount import WITHOUT_AMOUNT, sums
from dosa_trace.views.wording.frame import Frame, state_cell


def layout(found: WhatIf, frame: Frame) -> Document:
    return Document.of(
        frame.head(TITLE, found.where),
        _supposed(found, frame),
        Paragraph(_sentence(found, frame), Role.STRONG),
        _figures(found, frame),
        _moved(found, frame),
        _kept(found, frame),
        _money(found, frame),
        Paragraph(frame.say(NOT_WRITTEN), Role.MUTED),
    )


def _supposed(found: WhatIf, frame: Frame) -> Iterable[Block]:
    say, supposed = frame.say, found.supposed
    yield Heading(say(SUPPOSED))
    by_id = {one.id: one for one in found.instruments}
    for name, one in by_id.items():
        words = STARTS if name in supposed.start else STOPS
        if words is STOPS and name not in supposed.stop:
            words = STOPS_TOO
        yield Tree(Cell(say(words(title=one.title, id=name)), small=_status(one, frame)))
    for laid in supposed.add:
        step = frame.step(laid.origin, laid.target)
        said = say(LAID(link=step.text, extent=EXTENTS[laid.extent]))
        yield Tree(step._replace(text=said))
    for cut in supposed.drop:
        step = frame.step(cut.origin, cut.target)
        yield Tree(step._replace(text=say(CUT(link=step.text))))


def _status(one: Concerned, frame: Frame) -> str:
    return frame.say(NOW(status=STATUSES[one.status]) if one.status else NOT_YET)


def _sentence(found: WhatIf, frame: Frame) -> str:
    worse = sum(one.worse for one in found.moved)
    better = sum(one.better for one in found.moved)
    if not found.moved:
        said = frame.say(NOTHING_MOVES)
    else:
        said = frame.say(MOVES(worse=worse, better=better, of=found.before.total))
    return f"{said} {frame.say(KEEP(count=len(found.kept)))}" if found.kept else said


def _figures(found: WhatIf, frame: Frame) -> Table:
    say = frame.say
    columns = (
        Column(say(labels.STATE), firm=True),
        Column(say(BEFORE), right=True, firm=True), Column("%", right=True, firm=True),
        Column(say(AFTER), right=True, firm=True), Column("%", right=True, firm=True),
    )  # fmt: skip
    rows = tuple(
        (
            state_cell(frame, state),
            *figure(frame, found.before, state),
            *figure(frame, found.after, state),
        )
        for state in State
    )
    return Table(columns, rows)


def _moved(found: WhatIf, frame: Frame) -> Iterator[Block]:
    say = frame.say
    if not found.moved:
        return
    yield Heading(say(MOVED))
    columns = (
        Column(say(labels.RECORD_KINDS["recommendation"])),
        Column(say(BEFORE), firm=True),
        Column(say(AFTER), firm=True),
        Column(say(labels.ANSWERED_BY)),
    )
    yield Table(columns, tuple(_row(one, frame) for one in found.moved))


def _row(one: Moved, frame: Frame) -> tuple[Cell, ...]:
    mark = "▲ " if one.better else "▼ " if one.worse else ""
    stands = bool(one.after.rank)
    behind = frame.named(one.via_after if stands else one.via_before)
    said = behind.text if stands or not behind.text else frame.say(WAS(via=behind.text))
    return (
        Cell(frame.say(one.title), small=one.id),
        state_cell(frame, one.before),
        Cell(f"{mark}{frame.say(STATES[one.after])}", Role(one.after.value)),
        behind._replace(text=said),
    )


def _kept(found: WhatIf, frame: Frame) -> Iterator[Block]:
    say = frame.say
    if not found.kept:
        return
    yield Heading(say(SECOND_LEG))
    for one in found.kept:
        words = STANDS_ON(lost=frame.called(one.lost), via=frame.called(one.via))
        yield Tree(
            Cell(say(one.title), Role(one.state.value), f"{one.id}; {say(STATES[one.state])}"),
            (Tree(Cell(say(words))),),
        )


def _money(found: WhatIf, frame: Frame) -> Iterator[Block]:
    say = frame.say
    if not found.instruments:
        return
    yield Heading(say(MONEY))
    if not found.money:
        yield Paragraph(say(NO_AMOUNT))
        return
    for one in sums(found.money, frame):
        yield Tree(Cell(one))
    if found.without_amount:
        yield Paragraph(say(WITHOUT_AMOUNT(count=found.without_amount)), Role.MUTED)


TITLE = Phrase("What if", "Wat als")
SUPPOSED = Phrase("Supposed", "Verondersteld")
STOPS = Phrase("{title} ({id}) is stopped", "{title} ({id}) wordt beëindigd")
STOPS_TOO = Phrase("with it its part {title} ({id})", "daarmee ook het onderdeel {title} ({id})")
STARTS = Phrase("{title} ({id}) is in progress", "{title} ({id}) is in uitvoering")
NOT_YET = Phrase("no status on this date", "op deze datum geen status")
NOW = Phrase("now {status}", "nu {status}")
LAID = Phrase("{link} is laid, {extent}", "{link} wordt gelegd, {extent}")
CUT = Phrase("{link} is taken away", "{link} vervalt")
NOTHING_MOVES = Phrase("No state would be another.", "Geen enkele stand zou anders zijn.")
MOVES = Phrase(
    "Of {of} recommendations {worse} would stand worse and {better} better.",
    "Van {of} aanbevelingen zouden er {worse} slechter staan en {better} beter.",
)
KEEP = Phrase(
    "{count} would lose some of what they rest on and keep their state.",
    "{count} zouden iets verliezen waarop ze steunen en hun stand houden.",
)
BEFORE, AFTER = Phrase("now", "nu"), Phrase("then", "dan")
MOVED = Phrase("What moves", "Wat verandert")
WAS = Phrase("before: {via}", "eerst: {via}")
SECOND_LEG = Phrase("What keeps a second leg", "Wat een tweede been houdt")
STANDS_ON = Phrase(
    "without {lost} it still stands on {via}", "zonder {lost} steunt het nog op {via}"
)
MONEY = Phrase("Money concerned", "Geld dat het raakt")
NO_AMOUNT = Phrase(
    "No amount is on file for these instruments.",
    "Voor deze instrumenten is geen bedrag vastgelegd.",
)
NOT_WRITTEN = Phrase(
    "Only supposed: nothing was written.", "Alleen verondersteld: er is niets geschreven."
)
