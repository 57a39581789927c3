"""How every surface begins: the answer in a sentence, what must be known beside the figures, and
the gaps that say most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dosa_trace.analysis.coverage.summary import Summary, TellingGap
from dosa_trace.analysis.coverage.tally import Standing
from dosa_trace.analysis.judging import marks
from dosa_trace.analysis.judging.figures import Figures, Share
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import Block, Cell, Facts, Heading, Paragraph, Role, Tree
from dosa_trace.labels import DOUBTED, STATES, counted
from dosa_trace.language import Message, Phrase, Words, listed
from dosa_trace.views.wording.frame import Frame, capital, inline
from dosa_trace.views.wording.marks import open_marks, response

#: States that something supports.
ANSWERED = (State.COVERED, State.PARTLY, State.PLANNED)


def sentences(summary: Summary, frame: Frame) -> Iterator[Paragraph]:
    """The answer, of what the catalogue is about and of all."""
    said = [frame.say(_sentence(summary.focus, FOCUS, frame))] if summary.focus else []
    if summary.focus and is_all(summary):
        yield Paragraph(said[0], Role.STRONG)
        return
    of_all = SELECTED if summary.selected else ALL if summary.focus else OF_THE
    said.append(frame.say(_sentence(summary.whole, of_all, frame)))
    yield Paragraph(" ".join(said), Role.STRONG)


def is_all(summary: Summary) -> bool:
    """Whether the catalogue is about all that it holds, so that nothing is said twice."""
    return summary.focus is not None and summary.focus.total == summary.whole.total


def _sentence(standing: Standing, of: Phrase, frame: Frame) -> Words:
    """How some recommendations stand: on what is counted by default, and by sources alone."""
    name = standing.name or ""
    if not standing.total:
        return NONE_KNOWN(name=name) if name else NOTHING
    inferred, stated = standing.by_basis[Basis.INFERRED], standing.by_basis[Basis.STATED]
    if standing.total == 1:
        parts = {"state": _the_one(inferred), "stated": _the_one(stated)}
        return OF_ONE[of](name=name, **parts)
    return of(
        recommendations=counted(standing.total, "recommendation"),
        total=standing.total,
        name=name,
        states=_states(inferred, tuple(State), frame),
        stated=_states(stated, ANSWERED, frame) or NOT_ONE,
    )


def _the_one(figures: Figures) -> Words:
    """The state of the only one there is."""
    return next(STATES[state] for state in State if figures.share(state).numerator)


def _states(figures: Figures, states: Iterable[State], frame: Frame) -> str:
    """`4 are partly covered and 2 open`: those that occur, in words that go into a sentence."""
    parts: list[str] = []
    for state in states:
        count = figures.share(state).numerator
        if count:
            words = SO_MANY if parts else FIRST
            parts.append(frame.say(words(count=count, state=STATES[state])))
    return listed(parts, frame.language)


def remarks(summary: Summary, frame: Frame) -> Iterable[Facts]:
    """What the figures must not be read without: to whom the advice was, why there is a nought
    where a reader looks first, how many depend on what was there before or on nothing that acts,
    who looked and who read it again."""
    rows = [
        (
            capital(frame.say(name)),
            Cell(words if isinstance(words, str) else frame.say(words)),
        )
        for name, words in notes(summary, frame)
    ]
    if rows:
        yield Facts(tuple(rows))


def notes(summary: Summary, frame: Frame) -> Iterator[tuple[Phrase | Message, str | Message]]:
    """Each of them by its name and in words."""
    whole = summary.whole
    for addressee in summary.addressees:
        yield TO(name=addressee.name) if addressee.name else TO_NOBODY, by_state(addressee, frame)
    if summary.to_several:
        yield TO_SEVERAL, IN_EACH(**_part(frame, summary.several_share))
    if whole.total and not whole.by_basis[frame.basis or Basis.INFERRED].counts.covered:
        yield STATES[State.COVERED], WHY_NONE_COVERED.say(frame.language)
    for mark in marks.MARKS:
        if mark.counted and whole.marked[mark.key]:
            share = whole.of_answered(whole.marked[mark.key])
            yield mark.word, mark.counted(**_part(frame, share))
    if whole.gaps:
        share = whole.searched_share
        words = SEARCHED_GAPS if whole.searched_gaps < whole.gaps else ALL_SEARCHED
        yield SEARCHED, words(**_part(frame, share))
    if whole.without_response:
        looked = whole.searched_of_silent
        of_these = {"searched": looked, "of_these": frame.percent(looked)}
        yield NONE_ON_FILE, SILENT(**_part(frame, whole.silent_share), **of_these)
    if summary.inferred_links:
        yield READ_AGAIN, SECOND_READ(**_part(frame, summary.second_read_share))
    if summary.inferred_links and whole.answered:
        yield ONE_WRONG, STANDS(**_part(frame, whole.of_answered(summary.steady)))
    if summary.doubted_links:
        yield DOUBTED, IN_DOUBT(count=summary.doubted_links)
    if summary.suspect_links:
        changed = SUSPECT_COUNTED if summary.suspect_counted else SUSPECT_LEFT_OUT
        yield CHANGED, changed(count=summary.suspect_links)


def by_state(standing: Standing, frame: Frame) -> str:
    figures = standing.by_basis[frame.basis or Basis.INFERRED]
    parts: list[str] = []
    for state in State:
        share = figures.share(state)
        if share.numerator:
            part = share.numerator if parts else share
            words = IN_STATE(part=part, state=STATES[state], percent=frame.percent(share))
            parts.append(frame.say(words))
    return ", ".join(parts)


def _part(frame: Frame, share: Share) -> dict[str, object]:
    return {"part": share, "percent": frame.percent(share)}


def telling(summary: Summary, frame: Frame) -> Iterable[Block]:
    """The gaps that say most, by what they can be asked about, with who asked whom and what was
    answered."""
    if summary.telling:
        yield Heading(frame.say(TELLING))
        for gap in summary.telling:
            marks = (*open_marks(gap.line, frame), _asked(gap, frame))
            title = f"{frame.say(gap.line.title)} ({gap.line.id})"
            yield Tree(Cell(title, Role.STRONG, small="; ".join(marks)))


def gaps(summary: Summary, frame: Frame) -> Iterator[Tree]:
    """The same by their titles alone, each with a line below it, for who has no command at hand."""
    for gap in summary.telling:
        marks = ", ".join(open_marks(gap.line, frame))
        title = Cell(frame.say(gap.line.title), Role.STRONG, small=marks)
        named = (gap.publisher, gap.source, gap.since)
        note = ", ".join((*(frame.say(text) for text in named), *([gap.url] if gap.url else [])))
        yield Tree(title, (Tree(Cell(_asked(gap, frame), note=note)),))


def _asked(gap: TellingGap, frame: Frame) -> str:
    """Who asked whom, since when, and what government answered."""
    asked = {"publisher": gap.publisher, "since": gap.since}
    by = ASKED_OF(**asked, addressee=gap.addressee) if gap.addressee else ASKED(**asked)
    return f"{frame.say(by)}; {inline(response(gap.line, frame))}"


SO_MANY = Phrase("{count} {state}", "{count} {state}")
FIRST = Phrase("{count} {count:is|are} {state}", "{count:is|zijn} er {count} {state}")
NOT_ONE = Phrase(
    "none is covered, partly covered or planned",
    "is er geen gedekt, deels gedekt of gepland",
)
FOCUS = Phrase(
    "Of the {recommendations} of {name} {states}; according to sources only, {stated}.",
    "Van de {recommendations} van {name} {states}; alleen volgens bronnen {stated}.",
)
ALL = Phrase(
    "Of all {recommendations} {states}; according to sources only, {stated}.",
    "Van alle {recommendations} {states}; alleen volgens bronnen {stated}.",
)
OF_THE = Phrase(
    "Of the {recommendations} {states}; according to sources only, {stated}.",
    "Van de {recommendations} {states}; alleen volgens bronnen {stated}.",
)
SELECTED = Phrase(
    "Of the {total} selected {total:recommendation|recommendations} {states}; according to "
    "sources only, {stated}.",
    "Van de {total} gekozen {total:aanbeveling|aanbevelingen} {states}; alleen volgens "
    "bronnen {stated}.",
)
_THE_ONLY = Phrase(
    "The only recommendation is {state}; according to sources only, {stated}.",
    "De enige aanbeveling is {state}; alleen volgens bronnen {stated}.",
)
#: The same of one recommendation.
OF_ONE = {
    FOCUS: Phrase(
        "The only recommendation of {name} is {state}; according to sources only, {stated}.",
        "De enige aanbeveling van {name} is {state}; alleen volgens bronnen {stated}.",
    ),
    ALL: _THE_ONLY,
    OF_THE: _THE_ONLY,
    SELECTED: Phrase(
        "The selected recommendation is {state}; according to sources only, {stated}.",
        "De gekozen aanbeveling is {state}; alleen volgens bronnen {stated}.",
    ),
}
NONE_KNOWN = Phrase(
    "No recommendation of {name} was known on this date.",
    "Op deze datum was geen aanbeveling van {name} bekend.",
)
NOTHING = Phrase(
    "No recommendation was selected, or none was known on this date.",
    "Er is geen aanbeveling gekozen, of er was er op deze datum geen bekend.",
)
TO = Phrase("advice to {name}", "advies aan {name}")
TO_NOBODY = Phrase("no addressee given", "geen geadresseerde opgegeven")
TO_SEVERAL = Phrase("several addressees", "meerdere geadresseerden")
IN_EACH = Phrase(
    "{part} ({percent}), counted under each", "{part} ({percent}), meegeteld bij elke geadresseerde"
)
IN_STATE = Phrase("{part} {state} ({percent})", "{part} {state} ({percent})")
WHY_NONE_COVERED = Phrase(
    "none: no instrument is recorded as doing all that was asked",
    "geen: van geen enkel instrument blijkt dat het alles doet wat is gevraagd",
)
SEARCHED = Phrase("open, searched for", "open, naar gezocht")
SEARCHED_GAPS = Phrase(
    "{part} ({percent}); the catalogue has no search for the others",
    "{part} ({percent}); voor de andere heeft de catalogus geen zoekactie",
)
ALL_SEARCHED = Phrase("{part} ({percent})", "{part} ({percent})")
NONE_ON_FILE = Phrase("no response in the catalogue", "geen reactie in de catalogus")
SILENT = Phrase(
    "{part} ({percent}); a search was made for {searched} ({of_these})",
    "{part} ({percent}); wel gezocht bij {searched} ({of_these})",
)
READ_AGAIN = Phrase("second reviewer", "tweede beoordelaar")
SECOND_READ = Phrase(
    "{part} {part:/link|links} by an analyst for these recommendations had a second reviewer "
    "({percent})",
    "{part} {part:/koppeling|koppelingen} van een analist bij deze aanbevelingen "
    "{part:is|zijn} door een tweede persoon beoordeeld ({percent})",
)
ONE_WRONG = Phrase(
    "robust to one wrong analyst's link",
    "bestand tegen één onjuiste koppeling",
)
STANDS = Phrase(
    "{part} ({percent}) {part:keeps its|keep their} state if any one analyst's link is wrong",
    "{part} ({percent}) {part:houdt de|houden hun} stand als één koppeling van een analist "
    "onjuist is",
)
IN_DOUBT = Phrase(
    "counted links with an unanswered challenge: {count}",
    "meegetelde koppelingen met een onbeantwoorde tegenwerping: {count}",
)
CHANGED = Phrase("needs review", "opnieuw te beoordelen")
SUSPECT_COUNTED = Phrase(
    "counted links that changed after their last review: {count}",
    "meegetelde koppelingen die na hun laatste beoordeling zijn gewijzigd: {count}",
)
SUSPECT_LEFT_OUT = Phrase(
    "links left out because they changed after their last review: {count}",
    "koppelingen die na hun laatste beoordeling zijn gewijzigd en niet meetellen: {count}",
)
TELLING = Phrase(
    "Open recommendations to look at first", "Open aanbevelingen om als eerste te bekijken"
)
ASKED = Phrase("{publisher}, {since}", "{publisher}, {since}")
ASKED_OF = Phrase("{publisher}, {since}, to {addressee}", "{publisher}, {since}, aan {addressee}")
