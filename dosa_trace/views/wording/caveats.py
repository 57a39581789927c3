"""What a reader must know beside the figures, in three groups: for whom the advice was, how certain
the figures are, and what is not known yet."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from dosa_trace.analysis.coverage.summary import Summary
from dosa_trace.analysis.coverage.tally import Standing
from dosa_trace.analysis.judging import marks
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import Cell, Facts, Paragraph, Role
from dosa_trace.labels import (
    DOUBTED,
    NOT_SEARCHED,
    STATES,
)
from dosa_trace.language import Phrase, Words
from dosa_trace.views.wording.frame import Frame, capital
from dosa_trace.views.wording.rests_on import BESIDE, ROW, part_of, rests_on


class About(StrEnum):
    """What a reader must know beside the figures, in three groups: for whom the advice was, how
    certain the figures are, and what is not known yet."""

    ADDRESSEES = "addressees"
    CERTAINTY = "certainty"
    NOT_KNOWN = "not-known"


class Caveat(NamedTuple):
    """One of them: a key, its name, its words, and the share of the recommendations that it
    touches, None where it is no share of these."""

    key: str
    about: About
    name: Words
    words: Words | str
    share: Share | None


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
    """Of each group a line with what touches most, but for what stands beside the claim itself."""
    beside = BESIDE if summary.selected or summary.is_all else ()
    listed = [caveat for caveat in caveats(summary, frame) if caveat.key not in beside]
    rows = []
    for about in About:
        shares = [
            (caveat.share.percent, caveat.name, caveat.share)
            for caveat in listed
            if caveat.about is about and caveat.share and caveat.share.percent is not None
        ]
        if shares:
            _, name, share = max(shares, key=lambda row: row[0])
            words = ROW(name=name, part=share, percent=frame.percent(share))
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
        key = f"to-{addressee.key or 'nobody'}"
        yield Caveat(key, About.ADDRESSEES, name, by_state(addressee, frame), share)
    if summary.to_several:
        share = summary.several_share
        yield Caveat(
            "to-several", About.ADDRESSEES, TO_SEVERAL, IN_EACH(**part_of(frame, share)), share
        )


def _how_certain(summary: Summary, frame: Frame) -> Iterator[Caveat]:
    whole = summary.whole
    for mark in marks.MARKS:
        if mark.counted and whole.marked[mark.key]:
            share = whole.of_answered(whole.marked[mark.key])
            words = mark.counted(**part_of(frame, share))
            yield Caveat(mark.key, About.CERTAINTY, mark.word, words, share)
    if summary.inferred_links:
        share = summary.second_read_share
        yield Caveat(
            "second-reviewer",
            About.CERTAINTY,
            READ_AGAIN,
            SECOND_READ(**part_of(frame, share)),
            None,
        )
    if summary.inferred_links and whole.answered:
        share = whole.of_answered(summary.steady)
        yield Caveat("one-wrong", About.CERTAINTY, ONE_WRONG, STANDS(**part_of(frame, share)), None)
    if summary.doubted_links:
        yield Caveat(
            "doubted", About.CERTAINTY, DOUBTED, IN_DOUBT(count=summary.doubted_links), None
        )
    if summary.suspect_links:
        changed = SUSPECT_COUNTED if summary.suspect_counted else SUSPECT_LEFT_OUT
        yield Caveat(
            "changed", About.CERTAINTY, CHANGED, changed(count=summary.suspect_links), None
        )


def _not_known(summary: Summary, frame: Frame) -> Iterator[Caveat]:
    whole = summary.whole
    if whole.gaps:
        share = whole.not_searched_share
        words = NOT_SEARCHED_GAPS(**part_of(frame, share))
        yield Caveat("not_searched", About.NOT_KNOWN, NOT_SEARCHED, words, share)
    if whole.without_response:
        share, looked = whole.silent_share, whole.searched_of_silent
        of_these = {"searched": looked, "of_these": frame.percent(looked)}
        words = SILENT(**part_of(frame, share), **of_these)
        yield Caveat("no-response", About.NOT_KNOWN, NONE_ON_FILE, words, share)
    if summary.due.past:
        share, unknown = summary.due.past_share, summary.due.unknown_share
        words = PAST_DUE(**part_of(frame, share), unknown=unknown, of_past=frame.percent(unknown))
        yield Caveat("due", About.NOT_KNOWN, PAST, words, None)
    for key, name, said_of, touched in rests_on(summary, frame):
        yield Caveat(key, About.NOT_KNOWN, name, said_of, touched)


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


#: How the three groups are headed.
GROUPS = {
    About.ADDRESSEES: Phrase("Addressees", "Geadresseerden"),
    About.CERTAINTY: Phrase("Certainty", "Zekerheid"),
    About.NOT_KNOWN: Phrase("Not yet known", "Nog onbekend"),
}
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
PAST = Phrase("targets past their date", "streefdatums voorbij")
PAST_DUE = Phrase(
    "{part} ({percent}); not known whether met: {unknown} ({of_past})",
    "{part} ({percent}); niet bekend of gehaald: {unknown} ({of_past})",
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
