"""The layout of what would be otherwise: the figures before and after, what moves, what keeps a
second leg, and the money concerned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

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
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import Frame, state_cell


def layout(outcome: WhatIf, frame: Frame) -> Document:
    return Document.of(
        frame.head(TITLE, outcome.where),
        _supposed(outcome, frame),
        Paragraph(_sentence(outcome, frame), Role.STRONG),
        _figures(outcome, frame),
        _moved(outcome, frame),
        _kept(outcome, frame),
        _money(outcome, frame),
        Paragraph(frame.say(NOT_WRITTEN), Role.MUTED),
    )


def _supposed(outcome: WhatIf, frame: Frame) -> Iterable[Block]:
    say, supposed = frame.say, outcome.supposed
    yield Heading(say(SUPPOSED))
    by_id = {instrument.id: instrument for instrument in outcome.instruments}
    for name, instrument in by_id.items():
        words = STARTS if name in supposed.start else STOPS
        if words is STOPS and name not in supposed.stop:
            words = STOPS_TOO
        yield Tree(
            Cell(say(words(title=instrument.title, id=name)), small=_status(instrument, frame))
        )
    for laid in supposed.add:
        step = frame.step(laid.origin, laid.target)
        said = say(LAID(link=step.text, extent=EXTENTS[laid.extent]))
        yield Tree(step._replace(text=said))
    for cut in supposed.drop:
        step = frame.step(cut.origin, cut.target)
        yield Tree(step._replace(text=say(CUT(link=step.text))))


def _status(instrument: Concerned, frame: Frame) -> str:
    return frame.say(NOW(status=STATUSES[instrument.status]) if instrument.status else NOT_YET)


def _sentence(outcome: WhatIf, frame: Frame) -> str:
    if not outcome.moved:
        said = frame.say(NOTHING_MOVES)
    else:
        said = frame.say(MOVES(worse=outcome.worse, better=outcome.better, of=outcome.before.total))
    return f"{said} {frame.say(KEEP(count=len(outcome.kept)))}" if outcome.kept else said


def _figures(outcome: WhatIf, frame: Frame) -> Table:
    say = frame.say
    columns = (
        Column(say(labels.STATE), firm=True),
        Column(say(BEFORE), right=True, firm=True), Column("%", right=True, firm=True),
        Column(say(AFTER), right=True, firm=True), Column("%", right=True, firm=True),
    )  # fmt: skip
    rows = tuple(
        (
            state_cell(frame, state),
            *figure(frame, outcome.before, state),
            *figure(frame, outcome.after, state),
        )
        for state in State
    )
    return Table(columns, rows)


def _moved(outcome: WhatIf, frame: Frame) -> Iterator[Block]:
    say = frame.say
    if not outcome.moved:
        return
    yield Heading(say(MOVED))
    columns = (
        Column(say(labels.RECORD_KINDS["recommendation"])),
        Column(say(BEFORE), firm=True),
        Column(say(AFTER), firm=True),
        Column(say(labels.ANSWERED_BY)),
    )
    shown, left = few(outcome.moved, frame)
    yield Table(columns, tuple(_row(move, frame) for move in shown))
    yield from left


def _row(move: Moved, frame: Frame) -> tuple[Cell, ...]:
    mark = "▲ " if move.better else "▼ " if move.worse else ""
    stands = bool(move.after.rank)
    behind = frame.named(move.via_after if stands else move.via_before)
    said = behind.text if stands or not behind.text else frame.say(WAS(via=behind.text))
    if stands:
        said = _with_groups(said, move.together, frame)
    return (
        Cell(frame.say(move.title), small=move.id),
        state_cell(frame, move.before),
        Cell(f"{mark}{frame.say(STATES[move.after])}", Role(move.after.value)),
        behind._replace(text=said),
    )


def _with_groups(said: str, together: Sequence[str], frame: Frame) -> str:
    """What is left, and which of it counts only together."""
    if len(together) < 2:
        return said
    return f"{said}; {frame.say(TOGETHER(names=frame.called(together)))}"


def _kept(outcome: WhatIf, frame: Frame) -> Iterator[Block]:
    say = frame.say
    if not outcome.kept:
        return
    yield Heading(say(SECOND_LEG))
    shown, left = few(outcome.kept, frame)
    for recommendation in shown:
        lost = frame.called(recommendation.lost)
        if len(recommendation.lost_together) > 1:
            is_all = set(recommendation.lost_together) == set(recommendation.lost)
            named = COUNTED_TOGETHER(names=frame.called(recommendation.lost_together))
            lost = f"{lost} ({say(THEY_COUNTED_TOGETHER if is_all else named)})"
        words = STANDS_ON(lost=lost, via=frame.called(recommendation.via))
        yield Tree(
            Cell(
                say(recommendation.title),
                Role(recommendation.state.value),
                f"{recommendation.id}; {say(STATES[recommendation.state])}",
            ),
            (Tree(Cell(_with_groups(say(words), recommendation.together, frame))),),
        )
    yield from left


def _money(outcome: WhatIf, frame: Frame) -> Iterator[Block]:
    say = frame.say
    if not outcome.instruments:
        return
    yield Heading(say(MONEY))
    if not outcome.money:
        yield Paragraph(say(NO_AMOUNT))
        return
    for text in sums(outcome.money, frame):
        yield Tree(Cell(text))
    if outcome.without_amount:
        yield Paragraph(say(WITHOUT_AMOUNT(count=outcome.without_amount)), Role.MUTED)


TITLE = Phrase("What if", "Wat als")
SUPPOSED = Phrase("Assumptions", "Aannamen")
STOPS = Phrase("{title} ({id}) is stopped", "{title} ({id}) wordt beëindigd")
STOPS_TOO = Phrase("with its part {title} ({id})", "met het onderdeel {title} ({id})")
STARTS = Phrase("{title} ({id}) is in progress", "{title} ({id}) is in uitvoering")
NOT_YET = Phrase("no status on this date", "op deze datum geen status")
NOW = Phrase("now {status}", "nu {status}")
LAID = Phrase("link added: {link} ({extent})", "koppeling toegevoegd: {link} ({extent})")
CUT = Phrase("link taken away: {link}", "koppeling vervalt: {link}")
NOTHING_MOVES = Phrase("No state would change.", "Er verandert geen stand.")
MOVES = Phrase(
    "Of {of} {of:recommendation|recommendations}, {worse} would get worse and {better} better.",
    "Van {of} {of:aanbeveling|aanbevelingen} {worse:gaat|gaan} er {worse} achteruit en "
    "{better} vooruit.",
)
KEEP = Phrase(
    "Recommendations that lose an instrument but keep their state: {count}.",
    "Aanbevelingen die een instrument verliezen maar hun stand houden: {count}.",
)
BEFORE, AFTER = (
    Phrase("now", "nu"),
    Phrase("then", "dan"),
)
MOVED = labels.STATES_CHANGED
WAS = Phrase("before: {via}", "eerst: {via}")
TOGETHER = Phrase("{names} count only together", "{names} tellen alleen samen")
THEY_COUNTED_TOGETHER = Phrase("they counted only together", "die telden alleen samen")
COUNTED_TOGETHER = Phrase("{names} counted only together", "{names} telden alleen samen")
SECOND_LEG = Phrase(
    "Recommendations with another instrument left", "Aanbevelingen met nog een ander instrument"
)
STANDS_ON = Phrase("lost: {lost}; still there: {via}", "valt weg: {lost}; blijft over: {via}")
MONEY = Phrase("Money involved", "Betrokken geld")
NO_AMOUNT = Phrase(
    "The catalogue has no amount for these instruments.",
    "De catalogus heeft geen bedrag voor deze instrumenten.",
)
NOT_WRITTEN = Phrase(
    "Only an assumption: nothing was written.", "Alleen een aanname: er is niets geschreven."
)
