"""What is said of the sources that the figures rest on: how much of them was read, and which one
most states need."""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace.analysis.coverage.rests_on import OneSource, Read, RestsOn
from dosa_trace.analysis.coverage.summary import Summary
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.catalog.model.vocabulary import Reliability, Seen
from dosa_trace.labels import FIELDS, OF_VOCABULARY, RELIABILITIES, SOURCE_KINDS
from dosa_trace.language import Phrase, Words, say_in_sentence
from dosa_trace.views.wording.frame import Frame, capital

#: What stands beside the claim about what was selected, by its keys.
BESIDE = ("source-not-read", "one-source")


def rests_on(
    summary: Summary, frame: Frame
) -> Iterator[tuple[str, Words, Words | str, Share | None]]:
    """How much was read of what the figures rest on, and which source they rest on most."""
    whole, of_focus = summary.rests_on, summary.focus_rests_on
    share: Share | None
    advice, responses = whole.advice, whole.responses
    if advice.whole < advice.total:
        focus = [_how_read(of_focus.advice, frame)] if of_focus and not summary.is_all else []
        words = _with_focus(_how_read(advice, frame), focus, summary, frame)
        share = advice.none_share if advice.none else None
        yield "source-not-read", NOT_READ, words, share
    if responses.whole < responses.total:
        share = responses.unread_share if responses.unread_share.numerator else None
        yield "response-not-read", RESPONSE_NOT_READ, _how_read(responses, frame), share
    if whole.one_source:
        focus = (
            [_on_one(of_focus, frame, whole.one_source)] if of_focus and not summary.is_all else []
        )
        words = _with_focus(_on_one(whole, frame), focus, summary, frame)
        yield "one-source", ON_ONE_SOURCE, words, whole.one_source_share
    if whole.second_hand:
        share = whole.second_hand_share
        needed = NEEDS_SECOND_HAND(**part_of(frame, share))
        yield "secondary", RELIABILITIES["secondary"], needed, share
    if whole.compared < whole.quotes:
        share = whole.not_compared_share
        yield "quotations", NOT_COMPARED, QUOTES(**part_of(frame, share)), None


def beside(whole: RestsOn, frame: Frame) -> str:
    """What sinks a claim that is made without it: that nobody read the sources, and that the states
    need one source. Empty where neither is so."""
    said = []
    if whole.advice.none:
        said.append((NOT_READ, whole.advice.none_share))
    if whole.one_source:
        said.append((ON_ONE_SOURCE, whole.one_source_share))
    rows = (frame.say(ROW(name=name, **part_of(frame, share))) for name, share in said)
    return " ".join(f"{capital(row)}." for row in rows)


def _how_read(read: Read, frame: Frame) -> str:
    """How much was read, what nobody read first."""
    said = (
        (NOT_AT_ALL, read.none_share),
        (ONLY_HEAD, read.head_share),
        (IN_PART, read.part_share),
        (NOT_RECORDED, read.not_recorded_share),
    )
    parts = [frame.say(words(**part_of(frame, share))) for words, share in said if share.numerator]
    return "; ".join(parts or [frame.say(READ_WHOLE)])


def _on_one(whole: RestsOn, frame: Frame, named: OneSource | None = None) -> str:
    """Without which source most states would be lower, and what that is, where it was not `named`
    before."""
    source = whole.one_source
    if source is None:
        return frame.say(ON_NO_ONE)
    share = part_of(frame, whole.one_source_share)
    if named and named.id == source.id:
        return frame.say(SO_MANY(**share))
    kind = [frame.say(SOURCE_KINDS[source.kind]), say_in_sentence(source.date, frame.language)]
    if source.reliability and source.reliability is not Reliability.OFFICIAL:
        kind.append(frame.say(RELIABILITIES[source.reliability]))
    if source.seen and source.seen is not Seen.WHOLE:
        read = frame.say(OF_VOCABULARY["Seen"][source.seen])
        kind.append(f"{frame.say(FIELDS['seen'])}: {read}")
    return frame.say(WITHOUT_ONE(**share, title=source.title, what=", ".join(kind)))


def _with_focus(words: str, focus: list[str], summary: Summary, frame: Frame) -> str:
    """The same of what the catalogue is about, where it is about a part of what it holds."""
    named = summary.focus and summary.focus.name
    if not focus or not named or focus[0] == words:
        return words
    return f"{words}. {capital(frame.say(named))}: {focus[0]}"


def part_of(frame: Frame, share: Share) -> dict[str, object]:
    """A share for a phrase that says it as a part and in percent."""
    return {"part": share, "percent": frame.percent(share)}


NOT_READ = Phrase("source not read", "bron niet gelezen")
RESPONSE_NOT_READ = Phrase("response not fully read", "reactie niet volledig gelezen")
NOT_AT_ALL = Phrase(
    "read by nobody: {part} ({percent})", "door niemand gelezen: {part} ({percent})"
)
ONLY_HEAD = Phrase(
    "only the opening read: {part} ({percent})", "alleen het begin gelezen: {part} ({percent})"
)
IN_PART = Phrase("read in part: {part} ({percent})", "deels gelezen: {part} ({percent})")
NOT_RECORDED = Phrase("not recorded: {part} ({percent})", "niet vastgelegd: {part} ({percent})")
READ_WHOLE = Phrase("read in full", "volledig gelezen")
ON_ONE_SOURCE = Phrase("depends on one source", "berust op één bron")
WITHOUT_ONE = Phrase(
    "{part} ({percent}) would have a lower state without {title} ({what})",
    "{part} ({percent}) {part:heeft|hebben} een lagere stand zonder {title} ({what})",
)
ROW = Phrase("{name}: {part} ({percent})", "{name}: {part} ({percent})")
SO_MANY = Phrase("{part} ({percent})", "{part} ({percent})")
ON_NO_ONE = Phrase("none", "geen enkele")
NEEDS_SECOND_HAND = Phrase(
    "{part} ({percent}) would have a lower state without secondary sources",
    "{part} ({percent}) {part:heeft|hebben} een lagere stand zonder indirecte bronnen",
)
NOT_COMPARED = Phrase("quotations not checked", "citaten niet gecontroleerd")
QUOTES = Phrase(
    "for {part} ({percent}) no text of the source is archived to compare with",
    "bij {part} ({percent}) is geen tekst van de bron gearchiveerd om mee te vergelijken",
)
