"""The layout of an explanation: the verdict and its rule, every chain hop by hop, what was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dosa_trace import labels
from dosa_trace.analysis.judging.marks import borne
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.why.explanation import (
    Explanation,
    InstrumentExplanation,
    StateExplanation,
)
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import (
    Block,
    Cell,
    Document,
    Facts,
    Heading,
    Paragraph,
    Role,
    Tree,
    deeper,
)
from dosa_trace.labels import (
    BASES,
    RECORD_KINDS,
    STATES,
    STATUSES,
)
from dosa_trace.language import Phrase
from dosa_trace.views.robustness import cut_sets
from dosa_trace.views.why.chains import written
from dosa_trace.views.why.leading_here import asked_by
from dosa_trace.views.why.responses import quotation, responses, searches
from dosa_trace.views.wording.frame import Frame, capital
from dosa_trace.views.wording.marks import open_marks


def layout(explanation: Explanation, frame: Frame) -> Document:
    return Document.of(_head(explanation, frame, 1), _blocks(explanation, frame))


def each(explanations: Iterable[Explanation], where: Sequence[Where], frame: Frame) -> Document:
    """One after the other, each under its title."""
    return Document.of(
        frame.head(WHY, where),
        (
            block
            for explanation in explanations
            for block in (
                _head(explanation, frame, 2),
                *deeper(_blocks(explanation, frame)),
            )
        ),
    )


def _head(explanation: Explanation, frame: Frame, level: int) -> Heading:
    return Heading(f"{frame.say(explanation.title)} ({explanation.id})", level)


def _blocks(explanation: Explanation, frame: Frame) -> Iterator[Block]:
    yield Paragraph(_what(explanation, frame), Role.MUTED)
    yield from (
        _of_instrument(explanation, frame)
        if isinstance(explanation, InstrumentExplanation)
        else _of_state(explanation, frame)
    )


def _of_state(explanation: StateExplanation, frame: Frame) -> Iterable[Block]:
    is_recommendation = explanation.record == "recommendation"
    yield verdict(explanation, frame)
    yield from said_by(explanation, frame)
    if is_recommendation:
        yield from responses(explanation, frame)
    yield from _chains(explanation, frame)
    if explanation.hangs is not None:
        yield from cut_sets.blocks(explanation.hangs, explanation.id, frame)
    if not is_recommendation:
        yield from asked_by(explanation, frame)
    yield from not_counted(explanation, WHY_NOT_MORE, frame)
    if is_recommendation:
        yield from searches(explanation, frame)


def _of_instrument(explanation: InstrumentExplanation, frame: Frame) -> Iterable[Block]:
    yield from said_by(explanation, frame)
    yield from statuses(explanation, frame)
    yield Heading(frame.say(LEADS_HERE))
    if not explanation.chains:
        yield Paragraph(frame.say(NOTHING_LEADS))
    yield from (written(chain, explanation.id, frame) for chain in explanation.chains)
    yield from _more(explanation, frame)
    yield from asked_by(explanation, frame)
    yield from not_counted(explanation, LINKS_OUT, frame)


def _what(explanation: Explanation, frame: Frame) -> str:
    kind = RECORD_KINDS[explanation.record]
    basis = COUNTS_TOO if frame.basis is Basis.INFERRED else COUNTS_STATED
    return frame.say(WHAT(kind=capital(frame.say(kind)), date=frame.as_of, basis=basis))


def state_in_words(explanation: StateExplanation, frame: Frame) -> str:
    """The state with what marks it; nothing where it was not known."""
    if explanation.state is None:
        return ""
    marks = open_marks(explanation, frame)
    return frame.say(STATES[explanation.state]) + (f" ({', '.join(marks)})" if marks else "")


def verdict(explanation: StateExplanation, frame: Frame) -> Facts | Paragraph:
    say = frame.say
    if explanation.state is None or explanation.as_stated is None:
        return Paragraph(say(NOT_KNOWN))
    state = state_in_words(explanation, frame)
    rows = [
        (say(labels.STATE), Cell(state, Role(explanation.state.value))),
        (say(RULE), Cell(say(RULES[explanation.state]))),
        (
            say(IF_STATED),
            Cell(say(STATES[explanation.as_stated]), Role(explanation.as_stated.value)),
        ),
    ]
    if explanation.via:
        by = MENTIONED_BY if explanation.mentioned else VIA
        rows.insert(2, (say(by), frame.named(explanation.via)))
    if explanation.weakest_basis:
        rows.insert(3, (say(BASIS), Cell(say(BASES[explanation.weakest_basis]))))
    rows += [
        (say(mark.word), Cell(say(mark.meaning))) for mark in borne(explanation) if not mark.of_gaps
    ]
    return Facts(tuple(rows))


def said_by(explanation: Explanation, frame: Frame) -> Iterable[Block]:
    if explanation.evidence:
        is_advice = explanation.record == "recommendation"
        yield Heading(frame.say(PLACES_OF_ADVICE if is_advice else SOURCES_ABOUT))
        yield from (Tree(quotation(one, frame)) for one in explanation.evidence)


def statuses(explanation: InstrumentExplanation, frame: Frame) -> Iterable[Block]:
    yield Heading(frame.say(STATUS_HEAD))
    for status in explanation.statuses:
        below = [Tree(quotation(status.evidence, frame))]
        if status.note:
            below.append(Tree(Cell(frame.say(status.note), Role.MUTED)))
        yield Tree(
            Cell(frame.say(STATUSES[status.value]), Role.STRONG, frame.say(status.date)),
            tuple(below),
        )


def _chains(explanation: StateExplanation, frame: Frame) -> Iterable[Block]:
    say = frame.say
    if explanation.decisive:
        yield Heading(say(MENTIONS if explanation.mentioned else DECISIVE))
    elif explanation.state is not None:
        yield Heading(say(DECISIVE))
        yield Paragraph(say(labels.NONE_HERE))
    for at, one in enumerate(explanation.chains):
        if at == explanation.decisive and at:
            yield Heading(say(WEAKER))
        yield written(one, explanation.id, frame)
    yield from _more(explanation, frame)


def _more(explanation: Explanation, frame: Frame) -> Iterable[Block]:
    if explanation.more:
        yield Paragraph(frame.say(MORE(shown=len(explanation.chains))), Role.MUTED)


def not_counted(explanation: Explanation, title: Phrase, frame: Frame) -> Iterable[Block]:
    if explanation.not_counted:
        yield Heading(frame.say(title))
        yield from (Tree(Cell(frame.say(one.message))) for one in explanation.not_counted)


WHY = Phrase("Why these states", "Waarom deze standen")
WHAT = Phrase("{kind} as of {date}; {basis}.", "{kind}, peildatum {date}; {basis}.")
COUNTS_TOO = Phrase(
    "counted: what sources say and what an analyst concludes",
    "meegeteld: wat in bronnen staat en wat een analist daaruit concludeert",
)
COUNTS_STATED = Phrase("counted: only what sources say", "meegeteld: alleen wat in bronnen staat")
NOT_KNOWN = Phrase("It was not known on this date.", "Op deze datum was dit niet bekend.")
RULE = Phrase("why this state", "waarom deze stand")
RULES = {
    State.COVERED: Phrase(
        "a chain in which every link is full ends in an active or completed instrument",
        "een keten van alleen volledige koppelingen eindigt in een actief of afgerond instrument",
    ),
    State.PARTLY: Phrase(
        "a chain of links that are at least partial ends in an active or completed "
        "instrument; no full chain does",
        "een keten van minstens gedeeltelijke koppelingen eindigt in een actief of afgerond "
        "instrument; geen volledige keten doet dat",
    ),
    State.PLANNED: Phrase(
        "a chain of links that are at least partial ends in an announced instrument; none "
        "ends in an active or completed one",
        "een keten van minstens gedeeltelijke koppelingen eindigt in een aangekondigd "
        "instrument; geen eindigt in een actief of afgerond instrument",
    ),
    State.DECLINED: Phrase(
        "no chain ends in an instrument, and the latest response is rejected or existing policy",
        "geen keten eindigt in een instrument, en de laatste reactie is niet overgenomen of "
        "staand beleid",
    ),
    State.GAP: Phrase(
        "no chain of links that are at least partial ends in an instrument, and no response "
        "declines it",
        "geen keten van minstens gedeeltelijke koppelingen eindigt in een instrument, en geen "
        "reactie wijst de aanbeveling af",
    ),
}
VIA, MENTIONED_BY = (
    labels.ANSWERED_BY,
    Phrase("touched on by", "zijdelings geraakt door"),
)
BASIS = labels.FIELDS["basis"]
IF_STATED = labels.ON_BASIS["stated"]
PLACES_OF_ADVICE = Phrase("Where the advice says this", "Vindplaats van de aanbeveling")
SOURCES_ABOUT = Phrase("Sources about it", "Bronnen hierover")
STATUS_HEAD = Phrase("Its status through time", "De status door de tijd")
DECISIVE = Phrase("Chains that decide the state", "De ketens die de stand bepalen")
MENTIONS = Phrase("Touched on only", "Alleen zijdelings geraakt")
WEAKER = Phrase(
    "Weaker chains (they do not affect the state)", "Zwakkere ketens (bepalen de stand niet)"
)
LEADS_HERE = Phrase("Everything that leads to it", "Alles wat ernaartoe leidt")
NOTHING_LEADS = Phrase("Nothing that counts.", "Niets dat meetelt.")
MORE = Phrase(
    "There are more chains than these {shown}; --limit N shows more.",
    "Er zijn meer ketens dan deze {shown}; --limit N toont er meer.",
)
WHY_NOT_MORE = Phrase("Why the state is not better", "Waarom de stand niet beter is")
LINKS_OUT = Phrase(
    "Links that do not count",
    "Koppelingen die niet meetellen",
)
