"""How every surface begins: the claim, what must be known beside the figures, and the gaps that say
most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from dosa_trace.analysis.coverage.summary import Summary, TellingGap
from dosa_trace.analysis.coverage.tally import Standing
from dosa_trace.analysis.judging import marks
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import Block, Cell, Facts, Heading, Paragraph, Role, Tree
from dosa_trace.labels import DOUBTED, NOT_SEARCHED, STATES
from dosa_trace.language import Phrase, Words
from dosa_trace.views.wording.claim import claimed, of_focus
from dosa_trace.views.wording.frame import Frame, capital, inline
from dosa_trace.views.wording.marks import open_marks, response


class About(StrEnum):
    """What a reader must know beside the figures, in three groups: for whom the advice was, how
    certain the figures are, and what is not known yet."""

    ADDRESSEES = "addressees"
    CERTAINTY = "certainty"
    NOT_KNOWN = "not-known"


class Caveat(NamedTuple):
    """One of them: its name, its words, and the share of the recommendations or links that it
    touches, None where it is no share."""

    about: About
    name: Words
    words: Words | str
    share: Share | None


def sentences(summary: Summary, frame: Frame) -> Iterator[Paragraph]:
    """The claim, and on a line of its own what the catalogue is about."""
    of_selected = bool(summary.selected)
    yield Paragraph(claimed(summary.whole.claim, frame, of_selected), Role.STRONG)
    if summary.focus and not is_all(summary):
        name = summary.focus.name or LocalText((("", ""),))
        yield Paragraph(capital(of_focus(name, summary.focus.claim, frame)))


def is_all(summary: Summary) -> bool:
    """Whether the catalogue is about all that it holds, so that nothing is said twice."""
    return summary.focus is not None and summary.focus.total == summary.whole.total


def remarks(summary: Summary, frame: Frame) -> Iterator[Paragraph | Facts]:
    """What the figures must not be read without, in three groups."""
    told = list(caveats(summary, frame))
    for about in About:
        rows = [
            (capital(frame.say(one.name)), Cell(said(one, frame)))
            for one in told
            if one.about is about
        ]
        if rows:
            yield Paragraph(frame.say(GROUPS[about]), Role.STRONG)
            yield Facts(tuple(rows))


def briefly(summary: Summary, frame: Frame) -> tuple[tuple[str, Cell], ...]:
    """Of each group a line with what touches most."""
    told = list(caveats(summary, frame))
    rows = []
    for about in About:
        shares = [
            (one.share.percent, one.name, one.share)
            for one in told
            if one.about is about and one.share and one.share.percent is not None
        ]
        if shares:
            _, name, share = max(shares, key=lambda row: row[0])
            words = MOST(name=name, part=share, percent=frame.percent(share))
            rows.append((frame.say(GROUPS[about]), Cell(frame.say(words))))
    return tuple(rows)


def said(one: Caveat, frame: Frame) -> str:
    """The words of a caveat."""
    return one.words if isinstance(one.words, str) else frame.say(one.words)


def caveats(summary: Summary, frame: Frame) -> Iterator[Caveat]:
    """Each of them."""
    yield from _for_whom(summary, frame)
    yield from _how_certain(summary, frame)
    yield from _not_known(summary, frame)


def _for_whom(summary: Summary, frame: Frame) -> Iterator[Caveat]:
    for addressee, share in zip(summary.addressees, summary.addressee_shares, strict=True):
        name = TO(name=addressee.name) if addressee.name else TO_NOBODY
        yield Caveat(About.ADDRESSEES, name, by_state(addressee, frame), share)
    if summary.to_several:
        share = summary.several_share
        yield Caveat(About.ADDRESSEES, TO_SEVERAL, IN_EACH(**_part(frame, share)), share)


def _how_certain(summary: Summary, frame: Frame) -> Iterator[Caveat]:
    whole = summary.whole
    for mark in marks.MARKS:
        if mark.counted and whole.marked[mark.key]:
            share = whole.of_answered(whole.marked[mark.key])
            words = mark.counted(**_part(frame, share))
            yield Caveat(About.CERTAINTY, mark.word, words, share)
    if summary.inferred_links:
        share = summary.second_read_share
        yield Caveat(About.CERTAINTY, READ_AGAIN, SECOND_READ(**_part(frame, share)), None)
    if summary.inferred_links and whole.answered:
        share = whole.of_answered(summary.steady)
        yield Caveat(About.CERTAINTY, ONE_WRONG, STANDS(**_part(frame, share)), None)
    if summary.doubted_links:
        yield Caveat(About.CERTAINTY, DOUBTED, IN_DOUBT(count=summary.doubted_links), None)
    if summary.suspect_links:
        changed = SUSPECT_COUNTED if summary.suspect_counted else SUSPECT_LEFT_OUT
        yield Caveat(About.CERTAINTY, CHANGED, changed(count=summary.suspect_links), None)


def _not_known(summary: Summary, frame: Frame) -> Iterator[Caveat]:
    whole = summary.whole
    if whole.gaps:
        share = whole.not_searched_share
        words = NOT_SEARCHED_GAPS(**_part(frame, share))
        yield Caveat(About.NOT_KNOWN, NOT_SEARCHED, words, share)
    if whole.without_response:
        share, looked = whole.silent_share, whole.searched_of_silent
        of_these = {"searched": looked, "of_these": frame.percent(looked)}
        words = SILENT(**_part(frame, share), **of_these)
        yield Caveat(About.NOT_KNOWN, NONE_ON_FILE, words, share)


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


#: How the three groups are headed.
GROUPS = {
    About.ADDRESSEES: Phrase("Addressees", "Geadresseerden"),
    About.CERTAINTY: Phrase("Certainty", "Zekerheid"),
    About.NOT_KNOWN: Phrase("Not yet known", "Nog onbekend"),
}
MOST = Phrase("{name}: {part} ({percent})", "{name}: {part} ({percent})")
TO = Phrase("advice to {name}", "advies aan {name}")
TO_NOBODY = Phrase("no addressee given", "geen geadresseerde opgegeven")
TO_SEVERAL = Phrase("several addressees", "meerdere geadresseerden")
IN_EACH = Phrase(
    "{part} ({percent}), counted under each", "{part} ({percent}), meegeteld bij elke geadresseerde"
)
IN_STATE = Phrase("{part} {state} ({percent})", "{part} {state} ({percent})")
NOT_SEARCHED_GAPS = Phrase(
    "{part} open {part:/recommendation|recommendations} ({percent})",
    "{part} open {part:/aanbeveling|aanbevelingen} ({percent})",
)
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
