"""The layout of the money behind what is answered: a row for each part, and the amounts that are in
it, each with its source."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace import labels
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.money import by_state
from dosa_trace.analysis.money.amounts import Item, Sum
from dosa_trace.analysis.money.money import (
    NO_AMOUNT,
    Money,
    MoneyBy,
    Row,
)
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
from dosa_trace.language import Phrase, number
from dosa_trace.views.money.sentences import apart, largest
from dosa_trace.views.wording.amount import amount, between, differs, short
from dosa_trace.views.wording.frame import Frame, capital


def layout(money: Money, frame: Frame) -> Document:
    return Document.of(frame.head(labels.MONEY, money.where), blocks(money, frame))


def blocks(money: Money, frame: Frame, each: bool = True) -> Iterable[Block]:
    """`each`: also every amount that the sums are made of."""
    say = frame.say
    share = money.with_amount_share
    words = WITH_AMOUNT(part=share, percent=frame.percent(share))
    yield Paragraph(say(words), Role.STRONG)
    yield Paragraph(say(ABOUT))
    if not money.total.instruments:
        yield Paragraph(say(labels.NONE_HERE))
        return
    yield from _by_level(money, frame)
    yield from apart(money, frame)
    yield Heading(say(BY_HEADINGS[money.by]))
    yield _table(money, money.lines, frame)
    if money.by is MoneyBy.OWNER:
        yield Paragraph(say(SHARED), Role.MUTED)
    yield from largest(money, frame)
    yield Paragraph(say(ONCE), Role.MUTED)
    if each:
        yield Heading(say(FROM_WHICH))
        yield _items(money, frame)
    if money.not_counted:
        yield Paragraph(say(NOT_COUNTED(count=money.not_counted)), Role.MUTED)


def _by_level(money: Money, frame: Frame) -> Iterable[Block]:
    """What stands behind the states, by level and stage, where it is not split by that anyway."""
    if money.by is not MoneyBy.LEVEL:
        yield Heading(frame.say(BY_HEADINGS[MoneyBy.LEVEL]))
        yield _table(Money(*money)._replace(by=MoneyBy.LEVEL), money.levels, frame)


def _table(money: Money, rows_of: Iterable[Row], frame: Frame) -> Table:
    say = frame.say
    shown = [
        subtotal
        for row in (money.total, *rows_of)
        for subtotal in row.sums
        if subtotal.apart is None
    ]
    used = {subtotal.stage for subtotal in shown}
    stages = [stage for stage in Stage if stage in used]
    currencies = list(dict.fromkeys(subtotal.currency for subtotal in shown))
    columns = (
        Column(say(BY[money.by])),
        Column(say(INSTRUMENTS), right=True),
        Column(say(WITHOUT), right=True),
        *(Column(say(STAGES[stage]), right=True) for stage in stages),
    )
    rows = [(row, _row(row, money, stages, currencies, frame)) for row in rows_of]
    total = _row(money.total, money, stages, currencies, frame, total=True)
    below = [line for row, line in rows if row.key in APART]
    return Table(columns, (*(line for row, line in rows if row.key not in APART), total, *below))


def _row(
    row: Row,
    money: Money,
    stages: list[Stage],
    currencies: list[str],
    frame: Frame,
    total: bool = False,
) -> tuple[Cell, ...]:
    name = Cell(frame.say(TOTAL), Role.STRONG) if total else _name(row, money.by, frame)
    cells = []
    for stage in stages:
        said = [
            _sum(subtotal, frame)
            for currency in currencies
            for subtotal in row.sums
            if (subtotal.currency, subtotal.stage, subtotal.apart) == (currency, stage, None)
        ]
        small = "; ".join(cell.small for cell in said if cell.small)
        cells.append(Cell("; ".join(cell.text for cell in said), small=small))
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
        if row.key == by_state.PARTS:
            return Cell(frame.say(PARTS))
        return Cell(frame.say(BEHIND(state=STATES[State(row.key)])), Role(row.key))
    return Cell(capital(frame.say(row.label)) if row.label else row.key)


def _items(money: Money, frame: Frame) -> Table:
    say = frame.say
    columns = (
        Column(capital(say(labels.RECORD_KINDS["instrument"]))),
        Column(say(AMOUNT), right=True),
        Column(say(FOR)),
        Column(say(GIVEN)),
    )
    return Table(columns, tuple(_item(item, frame) for item in money.items))


def _item(item: Item, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    small = ""
    if item.low < item.high:
        small = say(DIFFER(range=between(item.low, item.high, frame)))
    return (
        Cell(say(item.title), small=item.id),
        _amount(item, small, frame),
        Cell(say(item.purpose) if item.purpose else ""),
        Cell(say(item.date), small=item.source),
    )


def _sum(subtotal: Sum, frame: Frame) -> Cell:
    """What amounts come to, with the whole amount and the range beside, where they say more, and of
    when the last of them is."""
    cell = short(subtotal.currency, subtotal.amount, frame)
    says_more = cell.small or differs(subtotal, frame)
    whole = [f"{subtotal.currency} {amount(subtotal, frame)}"] if says_more else []
    return cell._replace(small="; ".join((*whole, frame.say(LATEST(date=subtotal.latest)))))


def _amount(item: Item, differ: str, frame: Frame) -> Cell:
    """How much, with its stage, the whole amount and what other sources give small beside."""
    cell = short(item.currency, item.amount, frame)
    marks = (frame.say(STAGES[item.stage]), cell.small, differ)
    return cell._replace(small="; ".join(part for part in marks if part))


LATEST = Phrase("latest: {date}", "laatste: {date}")
ABOUT = Phrase(
    "Only amounts in the catalogue; most instruments have none. Amounts at different stages "
    "are not added together. Currencies are not converted. A level is that of the instrument, not "
    "of who pays.",
    "Alleen bedragen uit de catalogus. De meeste instrumenten hebben er geen. Bedragen in "
    "verschillende fasen zijn niet opgeteld; valuta zijn niet omgerekend. Een niveau is dat van "
    "het instrument, niet van wie betaalt.",
)
WITH_AMOUNT = Phrase(
    "{part} {part:/instrument has|instruments have} an amount in the catalogue ({percent}).",
    "Bij {part} {part:/instrument|instrumenten} staat een bedrag in de catalogus ({percent}).",
)
SHARED = Phrase(
    "An amount of several organisations is split among them in equal parts.",
    "Een bedrag van meer organisaties is in gelijke delen over hen verdeeld.",
)
BY_HEADINGS = {
    MoneyBy.STATE: Phrase("By state", "Per stand"),
    MoneyBy.LEVEL: Phrase("By level of the instrument", "Per niveau van het instrument"),
    MoneyBy.YEAR: Phrase("By year of the amount", "Per jaar van het bedrag"),
    MoneyBy.OWNER: Phrase("By organisation", "Per organisatie"),
    MoneyBy.THEME: Phrase("By theme of the instrument", "Per thema van het instrument"),
}
ONCE = Phrase(
    "The total counts the instruments of the recommendations, with their parts. By state, "
    "each instrument is in one row, under the strongest state. A part is not added to a whole "
    "with an amount in the same currency and at the same stage. This holds as far as the "
    "catalogue has the parts.",
    "Het totaal telt de instrumenten van de aanbevelingen, met de onderdelen. Per stand staat "
    "elk instrument in één rij, bij de sterkste stand. Een onderdeel wordt niet opgeteld bij "
    "een geheel met een bedrag in dezelfde valuta en fase. Dat geldt voor zover de catalogus "
    "de onderdelen heeft.",
)
BY = {
    MoneyBy.STATE: Phrase("belongs to", "hoort bij"),
    MoneyBy.LEVEL: labels.FIELDS["level"],
    MoneyBy.YEAR: Phrase("given in", "opgegeven in"),
    MoneyBy.OWNER: labels.FIELDS["owner"],
    MoneyBy.THEME: Phrase("theme of the instrument", "thema van het instrument"),
}
BEHIND = Phrase("what is {state}", "wat {state} is")
#: What is in no total, and stands below it.
APART = {
    by_state.WHOLES: Phrase(
        "not in the total: wholes of these parts",
        "buiten het totaal: gehelen van deze onderdelen",
    ),
    by_state.ANSWERS: Phrase(
        "not in the total: covers, decides no state",
        "buiten het totaal: dekt, bepaalt geen stand",
    ),
    by_state.ENDED: Phrase(
        "ended parts: what had been spent", "beëindigde onderdelen: wat was uitgegeven"
    ),
    by_state.INCOMPLETE: Phrase(
        "not in the total: counts only with another",
        "buiten het totaal: telt alleen met een ander",
    ),
    by_state.MENTIONED: Phrase(
        "not in the total: touches on only",
        "buiten het totaal: raakt alleen zijdelings",
    ),
    by_state.ORPHANED: Phrase(
        "not in the total: no recommendation",
        "buiten het totaal: zonder aanbeveling",
    ),
}
PARTS = Phrase("parts of these instruments", "onderdelen van deze instrumenten")
UNDATED = Phrase("undated", "ongedateerd")
INSTRUMENTS = labels.FIELDS["instruments"]
WITHOUT = Phrase("no amount", "geen bedrag")
FROM_WHICH = Phrase("Amounts included", "Meegetelde bedragen")
AMOUNT = labels.FIELDS["amount"]
STAGE = labels.FIELDS["stage"]
FOR, GIVEN = (
    labels.FIELDS["purpose"],
    Phrase("given on", "opgegeven op"),
)
DIFFER = Phrase("sources give {range}", "bronnen noemen {range}")
NOTHING_ADDED = Phrase("nothing to add up", "niets om op te tellen")
NOT_COUNTED = Phrase(
    "Amounts of these instruments that are not counted: {count}. For example, another amount "
    "contains it, or another source gives another amount. The reason stands with the "
    "instrument.",
    "Bedragen van deze instrumenten die niet meetellen: {count}. Bijvoorbeeld omdat een ander "
    "bedrag het bevat, of een andere bron een ander bedrag noemt. De reden staat bij het "
    "instrument.",
)
