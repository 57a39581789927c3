"""How an amount is said, wherever it is shown: never without what it is for, how firm it is, when
and by whom it was given, and whether it counts; and how amounts are said that are added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from dosa_trace.analysis.money.amounts import Sum
from dosa_trace.catalog.model.parts import Budget
from dosa_trace.document import Cell
from dosa_trace.labels import DOES_NOT_COUNT, NATURES, STAGES
from dosa_trace.language import Amount, Language, Phrase, number
from dosa_trace.views.wording.frame import Frame


def money(budget: Budget, frame: Frame) -> str:
    """`EUR 160,500,000 committed: talent (2023-01, kst-29544-1173)`."""
    say = frame.say
    said = f"{budget.currency} {say(Amount(budget.amount))} {say(STAGES[budget.stage])}"
    if budget.purpose:
        said += f": {say(budget.purpose)}"
    marks = [say(budget.when), budget.source]
    if not budget.counts:
        marks.append(say(DOES_NOT_COUNT))
    return f"{said} ({', '.join(marks)})"


def sums(found: Iterable[Sum], frame: Frame) -> Iterator[str]:
    """`EUR 160,500,000 committed`, of each currency and stage, with the range where sources differ;
    what is never added to other money says what it is."""
    for one in found:
        said = f"{one.currency} {amount(one, frame)} {frame.say(STAGES[one.stage])}"
        yield f"{said} ({frame.say(NATURES[one.apart])})" if one.apart else said


def amount(one: Sum, frame: Frame) -> str:
    """`160,500,000, range 150,000,000 to 160,500,000`."""
    said = Amount(one.amount)
    if not differs(one, frame):
        return frame.say(said)
    return frame.say(RANGE(amount=said, range=between(one.low, one.high, frame)))


def differs(one: Sum, frame: Frame) -> bool:
    """Whether what other sources give changes the rounded figure."""
    rounded = {short(one.currency, value, frame).text for value in (one.low, one.amount, one.high)}
    return len(rounded) > 1


def between(low: Decimal, high: Decimal, frame: Frame) -> str:
    return frame.say(BETWEEN(low=Amount(low), high=Amount(high)))


def short(currency: str, value: Decimal, frame: Frame) -> Cell:
    """`€160.5 million`, with the whole amount small beside; what is rounded says so."""
    sign = SIGNS.get(currency, currency)
    if currency not in SIGNS or frame.language is Language.NL:
        sign += "\u00a0"
    for size, words in SIZES:
        parts = value / size
        if parts >= 1:
            exact_so = round(parts, 3) * size == value
            about = "" if exact_so else "≈ "
            said = number(parts, frame.language, 3 if exact_so else 1)
            said = said.rstrip("0").rstrip(".,")
            exact = f"{currency} {frame.say(Amount(value))}"
            return Cell(f"{about}{sign}{frame.say(words(amount=said))}", small=exact)
    return Cell(f"{sign}{frame.say(Amount(value))}")


#: Signs that stand for one currency only.
SIGNS = {"EUR": "€", "GBP": "£"}
SIZES = (
    (
        1_000_000_000,
        Phrase("{amount} billion", "{amount} mld."),
    ),
    (
        1_000_000,
        Phrase("{amount} million", "{amount} mln."),
    ),
)
RANGE = Phrase("{amount}, range {range}", "{amount}, bereik {range}")
BETWEEN = Phrase("{low} to {high}", "{low} tot {high}")
WITHOUT_AMOUNT = Phrase(
    "Of these, instruments without an amount in the catalogue: {count}.",
    "Instrumenten hiervan zonder bedrag in de catalogus: {count}.",
)
