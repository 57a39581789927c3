"""The layout of what is on file of a recommendation beside its chains: what government responded,
and who looked where."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace.analysis.judging.chains import Quotation
from dosa_trace.analysis.why.answers import KnownResponse
from dosa_trace.analysis.why.explanation import StateExplanation
from dosa_trace.analysis.why.looked import Looked
from dosa_trace.catalog.model.judged import Doubt
from dosa_trace.catalog.model.vocabulary import Scope, Seen, Sought
from dosa_trace.document import Block, Cell, Heading, Paragraph, Role, Tree
from dosa_trace.labels import (
    COLLECTIVE,
    COMMITMENT,
    FIELDS,
    OF_VOCABULARY,
    RESPONDER_UNKNOWN,
    RESPONSES,
)
from dosa_trace.language import Phrase, Quoted
from dosa_trace.views.wording.frame import Frame, silence
from dosa_trace.views.wording.passage import passage


def responses(explanation: StateExplanation, frame: Frame) -> Iterable[Block]:
    say = frame.say
    yield Heading(say(RESPONSES_HEAD))
    if all(response.draft for response in explanation.responses):
        yield Paragraph(silence(frame, bool(explanation.response_searched)))
    for response in explanation.responses:
        below = [Tree(quotation(response.evidence, frame))]
        if response.note:
            below.append(Tree(Cell(say(response.note), Role.MUTED)))
        yield Tree(
            Cell(
                say(RESPONSES[response.value]),
                Role.STRONG,
                ", ".join(response_marks(response, frame)),
            ),
            tuple(below),
        )


def response_marks(response: KnownResponse, frame: Frame) -> list[str]:
    """What a reader must know of a response beside its value."""
    say = frame.say
    marks = [say(response.date)]
    if response.scope is Scope.COLLECTIVE:
        marks.append(say(COLLECTIVE))
    if response.draft:
        marks.append(say(OFFICIALS_DRAFT))
    if response.commitment:
        marks.append(say(COMMITMENT))
    if not response.draft:
        marks.append(say(response.by or RESPONDER_UNKNOWN))
    if response.seen:
        read = say(OF_VOCABULARY["Seen"][response.seen])
        marks.append(f"{say(FIELDS['seen'])}: {read}")
    return marks


def searches(explanation: StateExplanation, frame: Frame) -> Iterable[Block]:
    """Where somebody looked, with what words, and what was seen; else that nobody did."""
    yield Heading(frame.say(SEARCHES_HEAD))
    if not any(Sought.INSTRUMENT in search.sought for search in explanation.searches):
        yield Paragraph(frame.say(NOBODY_LOOKED))
    yield from (_search(search, frame) for search in explanation.searches)


def _search(search: Looked, frame: Frame) -> Tree:
    say = frame.say
    sought = ", ".join(say(OF_VOCABULARY["Sought"][word]) for word in search.sought)
    marks = ", ".join(
        part for part in (say(search.date), search.by and say(search.by), search.id) if part
    )
    rows = (
        (FIELDS["found"], search.found),
        (FIELDS["words"], ", ".join(map(say, search.words))),
        (FIELDS["where"], ", ".join(search.where)),
        (FIELDS["note"], search.note),
    )
    below = (
        Tree(Cell(f"{say(name)}: {text if isinstance(text, str) else say(text)}"))
        for name, text in rows
        if text
    )
    return Tree(Cell(f"{say(FIELDS['for'])}: {sought}", Role.STRONG, marks), tuple(below))


def doubt(objection: Doubt, frame: Frame) -> Cell:
    """An objection to a link, and what became of it."""
    say = frame.say
    by = f"{frame.say(objection.by)}: " if objection.by else ""
    words = say(DOUBT(date=objection.date, by=by, text=objection.text))
    if objection.answered is None:
        return Cell(words, Role.WEAK)
    answer = say(DOUBT_ANSWERED(date=objection.answered.date, text=objection.answered.text))
    return Cell(words, small=answer)


def quotation(evidence: Quotation, frame: Frame) -> Cell:
    """What a source says, with the place."""
    place = f"{frame.say(evidence.title)}, {frame.say(evidence.date)}" + (
        f", {evidence.locator}" if evidence.locator else ""
    )
    if evidence.seen and evidence.seen is not Seen.WHOLE:
        read = frame.say(OF_VOCABULARY["Seen"][evidence.seen])
        place += f", {frame.say(FIELDS['seen'])}: {read}"
    if evidence.quote:
        url = passage(evidence.url, evidence.quote)
        quote = Quoted(evidence.quote).say(frame.language)
        return Cell(
            quote,
            small=f"{place} [{evidence.source}]",
            url=url,
        )
    return Cell(place, small=evidence.source, url=evidence.url)


DOUBT = Phrase("challenged {date}, {by}{text}", "tegenwerping {date}, {by}{text}")
DOUBT_ANSWERED = Phrase("reply {date}: {text}", "weerwoord {date}: {text}")
RESPONSES_HEAD = Phrase("Responses", "Reacties")
OFFICIALS_DRAFT = Phrase(
    "officials' draft; not known whether it was sent",
    "ambtelijk concept; niet bekend of het is verstuurd",
)
SEARCHES_HEAD = Phrase("Searches", "Zoekacties")
NOBODY_LOOKED = Phrase(
    "The catalogue has no search for an instrument.",
    "De catalogus heeft geen zoekactie naar een instrument.",
)
