"""The layout of all there is to tell of one record, as a story in the order of time: what was
asked, what was answered, what supports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dosa_trace import labels
from dosa_trace.analysis.money.amounts import Sum
from dosa_trace.analysis.records.source_use import SourceUse
from dosa_trace.analysis.report.page_data import InstrumentCard, ObjectiveCard, RecommendationCard
from dosa_trace.analysis.why.explanation import StateExplanation
from dosa_trace.catalog.model.records import TO
from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Paragraph,
    Role,
    Table,
    Tree,
    Verbatim,
)
from dosa_trace.labels import DOES_NOT_COUNT, FIELDS, NATURES, RELIABILITIES, STAGES, STATES, TOTAL
from dosa_trace.language import Phrase
from dosa_trace.views.time import due
from dosa_trace.views.why import explanation
from dosa_trace.views.why.chains import grown
from dosa_trace.views.why.leading_here import asked_by, is_answered, is_mentioned
from dosa_trace.views.why.responses import quotation, responses, searches
from dosa_trace.views.wording.amount import amount, differs, short
from dosa_trace.views.wording.frame import Frame


def recommendation(card: RecommendationCard, frame: Frame) -> Iterator[Block]:
    say, why = frame.say, card.why
    asked = ASKED_OF if card.addressee else ASKED
    yield Heading(say(WAS_ASKED))
    yield Paragraph(
        say(asked(publisher=card.publisher, date=card.source_date, addressee=card.addressee or ""))
    )
    if card.text:
        yield Paragraph(say(card.text))
    yield from (Tree(quotation(evidence, frame)) for evidence in why.evidence)
    yield from responses(why, frame)
    yield from _behind(card, frame)
    yield Heading(say(THE_STATE))
    yield explanation.verdict(why, frame)
    yield from explanation.not_counted(why, explanation.WHY_NOT_MORE, frame)
    yield from searches(why, frame)


def source_of(card: RecommendationCard, frame: Frame) -> str:
    """Where a recommendation stands, in a citation."""
    named = (card.publisher, card.source_title, card.source_date)
    said = (frame.say(one) for one in named)
    return ", ".join((*said, *([card.source_url] if card.source_url else [])))


def objective(card: ObjectiveCard, frame: Frame) -> Iterator[Block]:
    say, why = frame.say, card.why
    if card.owner:
        yield Facts(((say(FIELDS["owner"]), Cell(say(card.owner))),))
    yield from explanation.said_by(why, frame)
    yield Heading(say(BEHIND))
    yield from _chains(why, frozenset(), frame)
    yield from asked_by(why, frame)
    yield Heading(say(THE_STATE))
    yield explanation.verdict(why, frame)
    yield from explanation.not_counted(why, explanation.WHY_NOT_MORE, frame)


def instrument(card: InstrumentCard, frame: Frame) -> Iterator[Block]:
    say, why = frame.say, card.why
    rows = [
        (say(FIELDS["kind"]), Cell(frame.kind(card.kind))),
        (say(FIELDS["level"]), Cell(frame.level(card.level))),
        (say(FIELDS["owner"]), Cell(say(card.owner))),
    ]
    if card.part_of:
        rows.append((say(FIELDS["part_of"]), frame.named((card.part_of,))))
    if card.description:
        yield Paragraph(say(card.description))
    yield Facts(tuple(rows))
    yield from explanation.statuses(why, frame)
    yield from explanation.said_by(why, frame)
    yield from _leads_here(card, frame)
    yield from due.of_instrument(card.due, frame)
    yield from _money(card, frame)
    if card.note:
        yield Paragraph(say(card.note), Role.MUTED)
    yield from explanation.not_counted(why, explanation.LINKS_OUT, frame)


def source(cited_source: SourceUse, frame: Frame) -> Iterator[Block]:
    say = frame.say
    rows = [(say(FIELDS["publisher"]), Cell(say(cited_source.publisher)))]
    rows.append((say(FIELDS["date"]), Cell(say(cited_source.date))))
    if cited_source.reliability:
        rows.append(
            (say(FIELDS["reliability"]), Cell(say(RELIABILITIES[cited_source.reliability])))
        )
    if cited_source.url:
        rows.append((say(FIELDS["url"]), Cell(cited_source.url, url=cited_source.url)))
    yield Facts(tuple(rows))
    if cited_source.note:
        yield Paragraph(say(cited_source.note), Role.MUTED)
    links = tuple(TO.join(ends) for ends in cited_source.links)
    for words, ids in (
        (ASKED_IN, cited_source.asked),
        (ANSWERS_IN, cited_source.responses),
        (AIMS_IN, cited_source.objectives),
        (STATUSES_IN, cited_source.statuses),
        (LINKS_IN, links),
        (AMOUNTS_IN, cited_source.amounts),
        (MENTIONED_IN, cited_source.mentions),
    ):
        if ids:
            yield Heading(say(words(count=len(ids))))
            yield from (Tree(frame.named((name,))) for name in ids)
    if cited_source.text:
        yield Heading(say(ARCHIVED))
        yield Verbatim(cited_source.text[:MOST_TEXT].strip("\n"))
        if len(cited_source.text) > MOST_TEXT:
            yield Paragraph(say(TEXT_GOES_ON), Role.MUTED)


def _behind(card: RecommendationCard, frame: Frame) -> Iterator[Block]:
    yield Heading(frame.say(explanation.MENTIONS if card.why.mentioned else BEHIND))
    yield from _chains(card.why, card.before, frame)
    if card.why.more:
        yield Paragraph(frame.say(MORE_CHAINS), Role.MUTED)


def _chains(why: StateExplanation, before: frozenset[str], frame: Frame) -> Iterator[Block]:
    if not why.decisive:
        yield Paragraph(frame.say(labels.NONE_HERE))
    yield from grown(why.chains[: why.decisive], before, frame)
    weaker = why.chains[why.decisive :]
    if weaker:
        yield Heading(frame.say(explanation.WEAKER))
        yield from grown(weaker, before, frame)


def _leads_here(card: InstrumentCard, frame: Frame) -> Iterator[Block]:
    say = frame.say
    told = False
    for words, fits in ((ANSWERS, is_answered), (ONLY_MENTIONS, is_mentioned)):
        asked = [asker for asker in card.why.asked_by if fits(asker)]
        if asked:
            told = True
            yield Heading(say(words(count=len(asked))))
            for asker in asked:
                yield Tree(Cell(say(asker.title), small=f"{asker.id}; {say(STATES[asker.state])}"))
    if card.why.many_ask:
        yield Paragraph(say(VERY_MANY))
    elif not told:
        yield Paragraph(say(ORPHAN))


def _money(card: InstrumentCard, frame: Frame) -> Iterable[Block]:
    """Every amount on file, and once what they come to."""
    say = frame.say
    if not card.budgets:
        return
    yield Heading(say(labels.MONEY))
    columns = (
        Column(say(FIELDS["amount"]), right=True),
        Column(say(FIELDS["stage"]), firm=True),
        Column(say(FIELDS["purpose"])),
        Column(say(FIELDS["counts"]), firm=True),
        Column(say(FIELDS["source"])),
    )
    rows = [
        (
            short(budget.currency, budget.amount, frame),
            Cell(say(STAGES[budget.stage])),
            Cell(say(budget.purpose) if budget.purpose else ""),
            Cell(say(labels.YES if budget.counts else DOES_NOT_COUNT)),
            Cell(say(budget.when), small=budget.source),
        )
        for budget in card.budgets
    ]
    rows += [
        (
            _total(subtotal, frame),
            Cell(
                say(STAGES[subtotal.stage]),
                small=say(NATURES[subtotal.apart]) if subtotal.apart else "",
            ),
            Cell(say(TOTAL), Role.STRONG),
            Cell(""),
            Cell(""),
        )
        for subtotal in card.sums
    ]
    yield Table(columns, tuple(rows))


def _total(subtotal: Sum, frame: Frame) -> Cell:
    """What some amounts come to; with the range where sources differ."""
    if differs(subtotal, frame):
        return Cell(f"{subtotal.currency} {amount(subtotal, frame)}", Role.STRONG)
    return short(subtotal.currency, subtotal.amount, frame)._replace(role=Role.STRONG)


#: How much of an archived text a page carries, in characters.
MOST_TEXT = 40_000
ARCHIVED = Phrase(
    "The source's text as archived in the catalogue",
    "De tekst van de bron, zoals bewaard in de catalogus",
)
TEXT_GOES_ON = Phrase(
    "The text goes on; the catalogue has the rest.",
    "De tekst gaat verder; de rest staat in de catalogus.",
)
WAS_ASKED = Phrase("The recommendation", "De aanbeveling")
ASKED = Phrase("By {publisher}, {date}.", "Door {publisher}, {date}.")
ASKED_OF = Phrase(
    "By {publisher}, {date}, to {addressee}.", "Door {publisher}, {date}, aan {addressee}."
)
BEHIND = Phrase("What supports this state", "Waarop de stand berust")
THE_STATE = Phrase("The state and its rule", "De stand en de regel")
MORE_CHAINS = Phrase(
    "There are more chains than are shown here.", "Er zijn meer ketens dan hier staan."
)
VERY_MANY = Phrase(
    "Very many records lead to it; they are not named here.",
    "Er leiden heel veel records naartoe; ze staan hier niet genoemd.",
)
ANSWERS = Phrase("Recommendations it covers ({count})", "Aanbevelingen die dit dekt ({count})")
ONLY_MENTIONS = Phrase(
    "Recommendations it touches on ({count})", "Aanbevelingen die dit zijdelings raakt ({count})"
)
ORPHAN = Phrase("No recommendation leads here.", "Er leidt geen aanbeveling hierheen.")
ASKED_IN = Phrase("Recommendations in it ({count})", "Aanbevelingen hierin ({count})")
ANSWERS_IN = Phrase(
    "Recommendations that it responds to ({count})", "Aanbevelingen waarop dit reageert ({count})"
)
AIMS_IN = Phrase("Objectives that it states ({count})", "Doelstellingen die dit noemt ({count})")
STATUSES_IN = Phrase(
    "Instruments whose status it gives ({count})",
    "Instrumenten waarvan dit de status geeft ({count})",
)
LINKS_IN = Phrase("Links that depend on it ({count})", "Koppelingen die hierop berusten ({count})")
AMOUNTS_IN = Phrase(
    "Instruments whose amounts it gives ({count})",
    "Instrumenten waarvan dit bedragen noemt ({count})",
)
MENTIONED_IN = Phrase("Also found in it ({count})", "Ook hierin te vinden ({count})")
