"""The report as a workbook: a guide, and a sheet for each kind of record to filter and to add "
"up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dosa_trace import labels
from dosa_trace.analysis.drawing.graph_view import GraphLink
from dosa_trace.analysis.money.counting import Counting, InTotal
from dosa_trace.analysis.records.source_use import SourceUse
from dosa_trace.analysis.report.page_data import InstrumentCard, PageData, RecommendationCard
from dosa_trace.catalog.facts.second_readings import objections
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.parts import Budget, LocalText, When
from dosa_trace.document import Cell, Role
from dosa_trace.labels import (
    BASES,
    DOES_NOT_COUNT,
    EXTENTS,
    FIELDS,
    NATURES,
    RECORD_KINDS_PLURAL,
    RELATIONS,
    RELIABILITIES,
    STAGES,
    STATES,
    STATUSES,
)
from dosa_trace.language import Phrase, Words
from dosa_trace.views.money import sentences as amounts
from dosa_trace.views.wording import begin as opening
from dosa_trace.views.wording.caveats import caveats, said
from dosa_trace.views.wording.frame import Frame, capital, inline
from dosa_trace.views.wording.marks import behind, response, state_marks
from dosa_trace.views.workbook.guide import figures, guide
from dosa_trace.workbook import Sheet, Value, Workbook


def workbook(dossier: PageData, frame: Frame, generator: str) -> Workbook:
    say, report = frame.say, dossier.report
    titles: dict[str, LocalText] = {node.id: node.title for node in dossier.flow.nodes}
    begin: tuple[tuple[Value, ...], ...] = (
        *((paragraph.text,) for paragraph in opening.sentences(report.summary, frame)),
        (),
        *figures(dict(report.coverage.by_basis), frame),
        (),
        *_notes(dossier, frame),
    )
    counting = Counting(report.money)
    of_each = (
        (instrument, budget) for instrument in dossier.instruments for budget in instrument.budgets
    )
    all_count = all(link.counted for link in dossier.flow.links)
    parts: tuple[tuple[Words, tuple[Words, ...], Iterable[tuple[Value, ...]]], ...] = (
        (RECORD_KINDS_PLURAL["recommendations"], RECOMMENDATION_HEADS,
         (_recommendation(recommendation, dossier, frame)
          for recommendation in dossier.recommendations)),
        (RECORD_KINDS_PLURAL["instruments"], INSTRUMENT_HEADS,
         (_instrument(instrument, frame) for instrument in dossier.instruments)),
        (RECORD_KINDS_PLURAL["links"], LINK_HEADS if all_count else (*LINK_HEADS, FIELDS["counts"]),
         (_link(link, titles, all_count, frame, dossier) for link in dossier.flow.links)),
        (labels.MONEY, MONEY_HEADS,
         (_amount(instrument, budget, counting, frame) for instrument, budget in of_each)),
        (RECORD_KINDS_PLURAL["sources"], SOURCE_HEADS,
         (_source(source, frame) for source in dossier.sources)),
    )  # fmt: skip
    sheets = (_sheet(name, heads, rows, frame) for name, heads, rows in parts)
    return Workbook(say(frame.title), (guide(frame, report.where, generator, begin), *sheets))


def _sheet(
    name: Words, heads: Iterable[Words], rows: Iterable[tuple[Value, ...]], frame: Frame
) -> Sheet:
    say = frame.say
    return Sheet(capital(say(name)), tuple(capital(say(head)) for head in heads), tuple(rows))


def _notes(dossier: PageData, frame: Frame) -> Iterator[tuple[Value, ...]]:
    """What the figures must not be read without, and the money that counts, once."""
    for caveat in caveats(dossier.report.summary, frame):
        yield capital(frame.say(caveat.name)), said(caveat, frame)
    evidence = dossier.report.evidence
    here = len(dossier.flow.links)
    yield (frame.say(LINKS_HERE(here=here, counted=evidence.links, of=evidence.on_file)),)
    for words in amounts.largest(dossier.report.money, frame):
        yield (words.text,)
    for subtotal in dossier.report.money.total.sums:
        counted = frame.say(COUNTED_MONEY(stage=STAGES[subtotal.stage], currency=subtotal.currency))
        nature = f" ({frame.say(NATURES[subtotal.apart])})" if subtotal.apart else ""
        yield f"{counted}{nature}", subtotal.amount


def _recommendation(
    recommendation: RecommendationCard, dossier: PageData, frame: Frame
) -> tuple[Value, ...]:
    say, line = frame.say, recommendation.line
    themes = {group.key: group.label for group in dossier.themes.groups}
    names = [themes.get(theme) for theme in line.themes]
    return (
        line.id,
        say(line.title),
        Cell(say(STATES[line.state]), Role(line.state.value)),
        ", ".join(state_marks(line, frame)),
        behind(line, frame).text,
        inline(response(line, frame)),
        say(recommendation.publisher),
        say(recommendation.source_title),
        say(recommendation.source_date),
        _day(recommendation.source_date),
        say(recommendation.addressee) if recommendation.addressee else "",
        ", ".join(say(name) for name in names if name),
    )


def _instrument(instrument: InstrumentCard, frame: Frame) -> tuple[Value, ...]:
    say = frame.say
    last = instrument.why.statuses[-1] if instrument.why.statuses else None
    asked = [
        say(asker.title) for asker in instrument.why.asked_by if asker.record == "recommendation"
    ]
    return (
        instrument.id,
        say(instrument.why.title),
        frame.kind(instrument.kind),
        frame.level(instrument.level),
        say(instrument.owner),
        say(STATUSES[last.value]) if last else say(labels.NO_STATUS),
        say(last.date) if last else "",
        _day(last.date) if last else None,
        len(asked),
        "; ".join(asked),
    )


def _link(
    link: GraphLink, titles: dict[str, LocalText], all_count: bool, frame: Frame, dossier: PageData
) -> tuple[Value, ...]:
    """Whether it counts is said where not all do."""
    say = frame.say
    counts = () if all_count else (say(labels.YES if link.counted else DOES_NOT_COUNT),)
    return (
        link.origin,
        say(titles[link.origin]),
        link.target,
        say(titles[link.target]),
        say(EXTENTS[link.extent]) if link.extent else say(RELATIONS[link.relation]),
        say(BASES[link.basis]),
        *_words_of(link, frame, dossier),
        *counts,
    )


def _words_of(link: GraphLink, frame: Frame, dossier: PageData) -> Iterator[Value]:
    """The reason of a link, its sources, what was held against it and who looked at it again."""
    same = dossier.links.get((link.origin, link.target), ())
    one = next((of for of in same if (of.extent, of.basis) == (link.extent, link.basis)), None)
    if one is None:
        yield from ("",) * len(LINK_WORDS)
        return
    yield frame.say(one.rationale) if one.rationale else ""
    sources = dict.fromkeys(item.source for item in one.evidence)
    yield "; ".join(map(frame.title_of, sources))
    yield "; ".join(frame.say(doubt.text) for doubt in objections(one))
    yield f"{frame.say(one.reviewed.by)}, {frame.say(one.reviewed.date)}" if one.reviewed else ""


def _amount(
    instrument: InstrumentCard, budget: Budget, counting: Counting, frame: Frame
) -> tuple[Value, ...]:
    """An amount with whether it is in the total, so that who filters by that gets the total."""
    say = frame.say
    place = counting.place(instrument.id, budget)
    own = budget.note if place is InTotal.NOT_COUNTED else None
    return (
        instrument.id,
        say(instrument.why.title),
        budget.amount,
        budget.currency,
        say(STAGES[budget.stage]),
        say(budget.purpose) if budget.purpose else "",
        say(labels.YES if place is InTotal.ADDED else labels.NO),
        say(own) if own else say(NOT_IN_TOTAL[place]) if place in NOT_IN_TOTAL else "",
        say(budget.when),
        _day(budget.when),
        frame.title_of(budget.source),
    )


def _day(given: When | None) -> date | None:
    """A date that is whole, as a spreadsheet reckons with it."""
    is_whole = isinstance(given, PartialDate) and given.first_day == given.last_day
    return given.first_day if isinstance(given, PartialDate) and is_whole else None


def _source(source: SourceUse, frame: Frame) -> tuple[Value, ...]:
    say = frame.say
    return (
        source.id,
        say(source.title),
        say(source.publisher),
        say(source.date),
        _day(source.date),
        say(RELIABILITIES[source.reliability]) if source.reliability else "",
        source.number,
        Cell(source.url, url=source.url) if source.url else "",
    )


LINKS_HERE = Phrase(
    "The sheet of links has {here} {here:link|links} from these recommendations. In the whole "
    "catalogue {counted} of {of} {counted:counts|count}. The others are not known on this "
    "date, rejected, or suggested by software.",
    "Het blad met koppelingen heeft er {here} vanuit deze aanbevelingen. In de hele catalogus "
    "{counted:telt|tellen} {counted} van {of} mee. De andere zijn op de peildatum niet "
    "bekend, verworpen, of automatisch voorgesteld.",
)
BESIDE = Phrase("marks", "aanduidingen bij de stand")
ASKED = Phrase(
    "recommendations leading here (number)", "aanbevelingen die hierheen leiden (aantal)"
)
ASKED_BY = Phrase("recommendations leading here", "aanbevelingen die hierheen leiden")
FROM_TITLE = Phrase("from, title", "van, titel")
TO_TITLE = Phrase("to, title", "naar, titel")
RESTS = Phrase("depends on it (number)", "berust hierop (aantal)")
COUNTED_MONEY = Phrase(
    "money in the total, {stage}, {currency}", "geld in het totaal, {stage}, {currency}"
)
IN_TOTAL, WHY_NOT = Phrase("in the total", "in het totaal"), Phrase("why not", "waarom niet")
NOT_IN_TOTAL = {
    InTotal.NOT_COUNTED: DOES_NOT_COUNT,
    InTotal.INSIDE: Phrase(
        "contained in another amount, or replaced by a later one",
        "zit in een ander bedrag, of is vervangen door een later bedrag",
    ),
    InTotal.ELSEWHERE: Phrase(
        "belongs to no recommendation here", "hoort hier bij geen aanbeveling"
    ),
}
SORTED = Phrase("date, to sort by", "datum, om op te sorteren")
LINK_WORDS: tuple[Words, ...] = (
    FIELDS["rationale"], RECORD_KINDS_PLURAL["sources"], FIELDS["doubts"], FIELDS["reviewed"],
)  # fmt: skip
RECOMMENDATION_HEADS: tuple[Words, ...] = (
    FIELDS["id"], FIELDS["title"], labels.STATE, BESIDE, labels.ANSWERED_BY, labels.RESPONSE,
    FIELDS["publisher"], FIELDS["source"], FIELDS["date"], SORTED, FIELDS["addressee"],
    FIELDS["themes"],
)  # fmt: skip
INSTRUMENT_HEADS: tuple[Words, ...] = (
    FIELDS["id"], FIELDS["name"], FIELDS["kind"], FIELDS["level"], FIELDS["owner"],
    FIELDS["status"], FIELDS["date"], SORTED, ASKED, ASKED_BY,
)  # fmt: skip
LINK_HEADS: tuple[Words, ...] = (
    FIELDS["from"], FROM_TITLE, FIELDS["to"], TO_TITLE, FIELDS["extent"], FIELDS["basis"],
    *LINK_WORDS,
)  # fmt: skip
MONEY_HEADS: tuple[Words, ...] = (
    FIELDS["id"], FIELDS["name"], FIELDS["amount"], FIELDS["currency"], FIELDS["stage"],
    FIELDS["purpose"], IN_TOTAL, WHY_NOT, FIELDS["date"], SORTED, FIELDS["source"],
)  # fmt: skip
SOURCE_HEADS: tuple[Words, ...] = (
    FIELDS["id"], FIELDS["title"], FIELDS["publisher"], FIELDS["date"], SORTED,
    FIELDS["reliability"], RESTS, FIELDS["url"],
)  # fmt: skip
