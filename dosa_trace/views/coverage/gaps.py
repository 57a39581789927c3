"""The layout of the gaps: by state, each with the reasons why."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace.analysis.coverage.gaps import Gap, GapList
from dosa_trace.analysis.coverage.priority import Order
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.document import Block, Cell, Document, Heading, Paragraph, Role, Tree
from dosa_trace.labels import ANSWERED_BY, COMMITMENT, ONE_RESPONSE, STATES
from dosa_trace.language import Phrase
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import Frame, basis_word, capital, response_cell
from dosa_trace.views.wording.marks import open_marks

#: A reader of the list wants the decisive reasons; `why` tells them all.
MOST_REASONS = 4


def layout(listed: GapList, frame: Frame) -> Document:
    return Document.of(
        frame.head(TITLE, listed.where),
        summary(listed, frame),
        Paragraph(frame.say(ORDERS[listed.order]), Role.MUTED),
        states(listed, frame),
    )


def summary(listed: GapList, frame: Frame) -> Paragraph:
    phrase = SUMMARY_ALL if State.PARTLY in listed.states else SUMMARY
    said = frame.say(phrase(n=listed.total, of=listed.of))
    if not listed.gaps:
        return Paragraph(said)
    looked = frame.say(SEARCHED(part=listed.searched_share))
    return Paragraph(f"{said} {looked}")


def states(listed: GapList, frame: Frame) -> Iterable[Block]:
    for state in listed.states:
        items = [item for item in listed.items if item.state is state]
        if items:
            yield Heading(f"{capital(frame.say(STATES[state]))} ({len(items)})")
            shown, left = few(items, frame)
            yield from (_gap(item, frame) for item in shown)
            yield from left


def in_lines(listed: GapList, frame: Frame) -> Iterable[Block]:
    """A line for each, with what government answered and not why it is open."""
    for state in listed.states:
        items = [item for item in listed.items if item.state is state]
        if items:
            yield Heading(f"{capital(frame.say(STATES[state]))} ({len(items)})")
            yield from (
                Tree(Cell(frame.say(gap.title), small=_answer(gap, frame))) for gap in items
            )


def _answer(gap: Gap, frame: Frame) -> str:
    answer = response_cell(
        frame, gap.response, gap.response_date, searched=gap.response_searched, draft=gap.draft
    )
    return "; ".join(part for part in (answer.text, answer.small) if part)


def _gap(gap: Gap, frame: Frame) -> Tree:
    answer = response_cell(
        frame, gap.response, gap.response_date, searched=gap.response_searched, draft=gap.draft
    )
    said = f"{frame.say(RESPONSE)}: {answer.text}"
    if answer.small:
        said += f" ({answer.small})"
    said += f"; {_priority(gap, frame)}"
    reasons = [Tree(Cell(frame.say(reason.message))) for reason in gap.why[:MOST_REASONS]]
    if len(gap.why) > MOST_REASONS:
        more = MORE(count=len(gap.why) - MOST_REASONS, id=gap.id)
        reasons.append(Tree(Cell(frame.say(more), Role.MUTED)))
    marks = [gap.id, *open_marks(gap, frame)]
    if gap.basis:
        marks.append(basis_word(frame, gap.basis))
    title = Cell(frame.say(gap.title), Role(gap.state.value), "; ".join(marks))
    return Tree(title, (*_behind(gap, frame), *reasons, Tree(Cell(said, Role.MUTED))))


def _behind(gap: Gap, frame: Frame) -> Iterable[Tree]:
    """What answers a recommendation that is no gap; what only mentions one is among the reasons."""
    if gap.state.rank:
        behind = frame.named(gap.via)
        yield Tree(behind._replace(text=f"{frame.say(ANSWERED_BY)}: {behind.text}"))


def _priority(gap: Gap, frame: Frame) -> str:
    """What speaks for looking at it first, in the order in which it does."""
    priority, marks = gap.priority, []
    if priority.pledged:
        marks.append(frame.say(COMMITMENT))
    if priority.specificity:
        marks.append(frame.say(CONCRETE(of_five=priority.specificity)))
    if not priority.addressed:
        marks.append(frame.say(NOT_ADDRESSED))
    if priority.asked_by > 1:
        marks.append(frame.say(ASKED_BY(count=priority.asked_by)))
    marks.append(frame.say(OPEN_SINCE(date=gap.since)))
    return ", ".join(marks)


ORDERS = {
    Order.PRIORITY: Phrase(
        "Order within each state: searched for, committed, accepted, specificity, addressee, "
        "number of institutions, date. Change it with --sort.",
        "Volgorde per stand: gezocht, toegezegd, overgenomen, concreetheid, geadresseerde, "
        "aantal instellingen, datum. Kies met --sort een andere.",
    ),
    Order.SOURCE: Phrase(
        "Order within each state: the date of the source.",
        "Volgorde per stand: de datum van de bron.",
    ),
    Order.AGE: Phrase(
        "Order within each state: longest open first.", "Volgorde per stand: het langst open eerst."
    ),
    Order.ID: Phrase("Order within each state: id.", "Volgorde per stand: id."),
}
CONCRETE = Phrase("specificity {of_five} of 5", "concreetheid {of_five} van 5")
NOT_ADDRESSED = Phrase("no named addressee", "zonder geadresseerde")
ASKED_BY = Phrase(
    "recommended by {count} {count:institution|institutions}",
    "aanbevolen door {count} {count:instelling|instellingen}",
)
OPEN_SINCE = Phrase("advised {date}", "advies van {date}")
TITLE = Phrase("Open recommendations", "Open aanbevelingen")
SUMMARY = Phrase(
    "{n} of {of} {of:recommendation|recommendations} {n:is|are} open or declined.",
    "{n} van {of} {of:aanbeveling|aanbevelingen} {n:is|zijn} open of afgewezen.",
)
SUMMARY_ALL = Phrase(
    "{n} of {of} {of:recommendation|recommendations} {n:is|are} not fully covered.",
    "{n} van {of} {of:aanbeveling|aanbevelingen} {n:is|zijn} niet volledig gedekt.",
)
SEARCHED = Phrase(
    "For {part} open {part:/recommendation|recommendations} somebody searched for an instrument.",
    "Bij {part} open {part:/aanbeveling|aanbevelingen} is naar een instrument gezocht.",
)
RESPONSE = ONE_RESPONSE
MORE = Phrase("and {count} more: dosa-trace why {id}", "en nog {count}: dosa-trace why {id}")
