"""The layout of the gaps: by state, each with the reasons why."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace.analysis.figures import Share
from dosa_trace.analysis.gaps import Gap, GapList
from dosa_trace.analysis.verdicts import State
from dosa_trace.document import Block, Cell, Document, Heading, Paragraph, Role, Tree
from dosa_trace.labels import ONE_RESPONSE, STATES
from dosa_trace.language import Phrase
from dosa_trace.views.frame import Frame, basis_word, capital, response_cell
from dosa_trace.views.marks import open_marks

#: A reader of the list wants the decisive reasons; `why` tells them all.
MOST_REASONS = 4


def layout(listed: GapList, frame: Frame) -> Document:
    return Document.of(
        frame.head(TITLE, listed.where), summary(listed, frame), states(listed, frame)
    )


def summary(listed: GapList, frame: Frame) -> Paragraph:
    phrase = SUMMARY_ALL if State.PARTLY in listed.states else SUMMARY
    said = frame.say(phrase(n=listed.total, of=listed.of))
    if not listed.gaps:
        return Paragraph(said)
    looked = frame.say(SEARCHED(part=frame.part(Share.of(listed.searched, listed.gaps))))
    return Paragraph(f"{said} {looked}")


def states(listed: GapList, frame: Frame) -> Iterable[Block]:
    for state in listed.states:
        items = [item for item in listed.items if item.state is state]
        if items:
            yield Heading(f"{capital(frame.say(STATES[state]))} ({len(items)})")
            yield from (_gap(item, frame) for item in items)


def _gap(gap: Gap, frame: Frame) -> Tree:
    answer = response_cell(
        frame, gap.response, gap.response_date, searched=gap.response_searched, draft=gap.draft
    )
    said = f"{frame.say(RESPONSE)}: {answer.text}"
    if answer.small:
        said += f" ({answer.small})"
    reasons = [Tree(Cell(frame.say(one.message))) for one in gap.why[:MOST_REASONS]]
    if len(gap.why) > MOST_REASONS:
        more = MORE(count=len(gap.why) - MOST_REASONS, id=gap.id)
        reasons.append(Tree(Cell(frame.say(more), Role.MUTED)))
    marks = [gap.id, *open_marks(gap, frame)]
    if gap.via:
        marks += [", ".join(gap.via), basis_word(frame, gap.basis)]
    title = Cell(frame.say(gap.title), Role(gap.state.value), "; ".join(marks))
    return Tree(title, (*reasons, Tree(Cell(said, Role.MUTED))))


TITLE = Phrase("Gaps", "Leemten")
SUMMARY = Phrase(
    "{n} of {of} recommendations are a gap or were declined.",
    "{n} van {of} aanbevelingen staan open of zijn afgewezen.",
)
SUMMARY_ALL = Phrase(
    "{n} of {of} recommendations are not wholly covered.",
    "{n} van {of} aanbevelingen zijn niet volledig gedekt.",
)
SEARCHED = Phrase(
    "Of the gaps somebody looked into {part}.",
    "Voor {part} open aanbevelingen heeft iemand gezocht.",
)
RESPONSE = ONE_RESPONSE
MORE = Phrase("and {count} more: dosa-trace why {id}", "en nog {count}: dosa-trace why {id}")
