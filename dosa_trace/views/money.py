"""The layout of the money behind what is answered: a row for each part, and the amounts that are in
it, each with its source."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace import labels
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.money.money import (
    MENTIONED,
    NO_AMOUNT,
    ORPHANED,
    Item,
    Money,
    MoneyBy,
    Row,
    Sum,
)
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Stage
from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
)
from dosa_trace.labels import STAGES, STATES, TOTAL
from dosa_trace.language import Amount, Phrase, number
from dosa_trace.views.wording.amount import amount, between, short
from dosa_trace.views.wording.frame import Frame, capital


def layout(found: Money, frame: Frame) -> Document:
    return Document.of(frame.head(TITLE, found.where), blocks(found, frame))


def blocks(found: Money, frame: Frame) -> Iterable[Block]:
    say = frame.say
    yield Paragraph(say(ABOUT))
    if not found.total.instruments:
        yield Paragraph(say(labels.NONE_HERE))
        return
    yield _table(found, frame)
    yield from largest(found, frame)
    yield Paragraph(say(ONCE), Role.MUTED)
    yield Heading(say(FROM_WHICH))
    yield _items(found, frame)
    if found.not_counted:
        yield Paragraph(say(NOT_COUNTED(count=found.not_counted)), Role.MUTED)


def _table(found: Money, frame: Frame) -> Table:
    say = frame.say
    shown = [one for row in (found.total, *found.rows) for one in row.sums]
    used = {one.stage for one in shown}
    stages = [stage for stage in Stage if stage in used]
    currencies = list(dict.fromkeys(one.currency for one in shown))
    columns = (
        Column(say(BY[found.by])),
        Column(say(INSTRUMENTS), right=True),
        Column(say(WITHOUT), right=True),
        *(Column(say(STAGES[stage]), right=True) for stage in stages),
    )
    rows = [(row, _row(row, found, stages, currencies, frame)) for row in found.rows]
    total = _row(found.total, found, stages, currencies, frame, total=True)
    apart = [line for row, line in rows if row.key in APART]
    return Table(columns, (*(line for row, line in rows if row.key not in APART), total, *apart))


def _row(
    row: Row,
    found: Money,
    stages: list[Stage],
    currencies: list[str],
    frame: Frame,
    total: bool = False,
) -> tuple[Cell, ...]:
    name = Cell(frame.say(TOTAL), Role.STRONG) if total else _name(row, found.by, frame)
    cells = []
    for stage in stages:
        said = [
            _sum(one, frame)
            for currency in currencies
            for one in row.sums
            if (one.currency, one.stage) == (currency, stage)
        ]
        small = "; ".join(one.small for one in said if one.small)
        cells.append(Cell("; ".join(one.text for one in said), small=small))
    return (
        name,
        Cell(number(len(row.instruments), frame.language)),
        Cell(number(row.without_amount, frame.language)),
        *cells,
    )


def _name(row: Row, by: MoneyBy, frame: Frame) -> Cell:
    if row.key is None:
        words = UNDATED if by is MoneyBy.YEAR else labels.NOT_GIVEN
        return Cell(frame.say(words), Role.MUTED)
    if row.key == NO_AMOUNT and by is MoneyBy.YEAR:
        return Cell(frame.say(NOTHING_ADDED), Role.MUTED)
    if by is MoneyBy.STATE:
        if row.key in APART:
            return Cell(frame.say(APART[row.key]))
        return Cell(frame.say(BEHIND(state=STATES[State(row.key)])), Role(row.key))
    return Cell(capital(frame.say(row.label)) if row.label else row.key)


def largest(found: Money, frame: Frame) -> Iterable[Paragraph]:
    """Of each sum the amount that makes most of it, where that is more than half."""
    for one in found.total.sums:
        its = [
            item for item in found.items if (item.currency, item.stage) == (one.currency, one.stage)
        ]
        most = max(its, key=lambda item: (item.amount, item.id))
        if len(its) > 1 and 2 * most.amount > one.amount:
            words = MOST_OF_IT(
                stage=STAGES[one.stage],
                currency=one.currency,
                amount=Amount(most.amount),
                of=Amount(one.amount),
                title=most.title,
                purpose=most.purpose or LocalText((("", "–"),)),
            )
            yield Paragraph(frame.say(words))


def _items(found: Money, frame: Frame) -> Table:
    say = frame.say
    columns = (
        Column(capital(say(labels.RECORD_KINDS["instrument"]))),
        Column(say(AMOUNT), right=True),
        Column(say(FOR)),
        Column(say(GIVEN)),
    )
    return Table(columns, tuple(_item(one, frame) for one in found.items))


def _item(one: Item, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    small = ""
    if one.low < one.high:
        small = say(DIFFER(range=between(one.low, one.high, frame)))
    return (
        Cell(say(one.title), small=one.id),
        _amount(one, small, frame),
        Cell(say(one.purpose) if one.purpose else ""),
        Cell(say(one.date), small=one.source),
    )


def _sum(one: Sum, frame: Frame) -> Cell:
    """What amounts come to, with the whole amount and the range beside, where they say more."""
    told = short(one.currency, one.amount, frame)
    says_more = told.small or one.low < one.high
    return told._replace(small=f"{one.currency} {amount(one, frame)}" if says_more else "")


def _amount(one: Item, differ: str, frame: Frame) -> Cell:
    """How much, with its stage, the whole amount and what other sources give small beside."""
    told = short(one.currency, one.amount, frame)
    marks = (frame.say(STAGES[one.stage]), told.small, differ)
    return told._replace(small="; ".join(part for part in marks if part))


TITLE = labels.MONEY
ABOUT = Phrase(
    "What is on file, no more: most instruments bear no amount. Amounts at different stages are "
    "not added to each other, what was announced is later committed and spent; no currency is "
    "converted.",
    "Wat is vastgelegd, niet meer: de meeste instrumenten hebben geen bedrag. Bedragen in "
    "verschillende stadia worden niet bij elkaar opgeteld, wat is aangekondigd wordt later "
    "verplicht en uitgegeven; geen munt wordt omgerekend.",
)
ONCE = Phrase(
    "The total is of what stands behind the recommendations; an instrument may stand in several "
    "rows, and counts once in it. A part is not added to a whole that bears an amount of the same "
    "currency and stage, as far as parts are on file.",
    "Het totaal is van wat achter de aanbevelingen staat; een instrument kan in meer dan een rij "
    "staan, en telt daarin eenmaal. Een deel wordt niet opgeteld bij een geheel met een bedrag in "
    "dezelfde munt en hetzelfde stadium, voor zover delen zijn vastgelegd.",
)
BY = {
    MoneyBy.STATE: Phrase("stands behind", "staat achter"),
    MoneyBy.LEVEL: labels.FIELDS["level"],
    MoneyBy.YEAR: Phrase("given in", "gegeven in"),
    MoneyBy.OWNER: labels.FIELDS["owner"],
    MoneyBy.THEME: Phrase("theme of the instrument", "thema van het instrument"),
}
BEHIND = Phrase("what is {state}", "wat {state} is")
#: What is in no total, and stands below it.
APART = {
    ORPHANED: Phrase("nothing: orphaned", "niets: wezen"),
    MENTIONED: Phrase("nothing: only mentions", "niets: noemt alleen"),
}
UNDATED = Phrase("undated", "ongedateerd")
INSTRUMENTS = labels.FIELDS["instruments"]
WITHOUT = Phrase("no amount", "geen bedrag")
FROM_WHICH = Phrase("The amounts in it", "De bedragen erin")
AMOUNT = labels.FIELDS["amount"]
STAGE = labels.FIELDS["stage"]
FOR, GIVEN = Phrase("what it is for", "waarvoor"), Phrase("given", "gegeven")
DIFFER = Phrase("sources give {range}", "bronnen geven {range}")
MOST_OF_IT = Phrase(
    "Of what is {stage}, {currency} {amount} of {of} is one amount: {title} ({purpose}).",
    "Van wat is {stage} is {currency} {amount} van {of} één bedrag: {title} ({purpose}).",
)
NOTHING_ADDED = Phrase("nothing to add", "niets om op te tellen")
NOT_COUNTED = Phrase(
    "Amounts on file for these instruments that count nowhere, such as what another contains or "
    "another source gives otherwise: {count}. dosa-trace show ID gives the reason.",
    "Bedragen van deze instrumenten die nergens meetellen, zoals wat in een ander zit of een "
    "andere bron anders geeft: {count}. dosa-trace show ID geeft de reden.",
)
