"""What is said of money beside its sums: what is never added, and what makes most of one."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace.analysis.money.amounts import APART, Item, Sum
from dosa_trace.analysis.money.money import Money
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.document import Block, Paragraph, Role
from dosa_trace.labels import NATURES, STAGES
from dosa_trace.language import Amount, Phrase
from dosa_trace.views.wording.amount import short
from dosa_trace.views.wording.frame import Frame


def apart(money: Money, frame: Frame) -> Iterable[Block]:
    """What is never added to the other money, and of how much nobody said what it is."""
    say = frame.say
    for subtotal in money.total.sums:
        if subtotal.apart:
            its = [item.title for item in money.items if _is_in(item, subtotal)]
            words = NOT_ADDED(
                amount=short(subtotal.currency, subtotal.amount, frame).text,
                stage=STAGES[subtotal.stage],
                nature=NATURES[subtotal.apart],
                names=tuple(dict.fromkeys(say(title) for title in its)),
            )
            yield Paragraph(say(words))
    unsaid = sum(subtotal.unsaid for subtotal in money.total.sums)
    if unsaid:
        yield Paragraph(say(UNSAID(count=unsaid, of=len(money.items))), Role.MUTED)


def _is_in(item: Item, subtotal: Sum) -> bool:
    """Whether an amount is in a sum."""
    nature = item.nature if item.nature in APART else None
    return (item.currency, item.stage, nature) == (
        subtotal.currency, subtotal.stage, subtotal.apart,
    )  # fmt: skip


def largest(money: Money, frame: Frame) -> Iterable[Paragraph]:
    """Of each sum the amount that makes most of it, where that is more than half."""
    for subtotal in money.total.sums:
        its = [item for item in money.items if _is_in(item, subtotal)]
        most = max(its, key=lambda item: (item.amount, item.id))
        if len(its) > 1 and 2 * most.amount > subtotal.amount:
            words = MOST_OF_IT(
                stage=STAGES[subtotal.stage],
                currency=subtotal.currency,
                amount=Amount(most.amount),
                of=Amount(subtotal.amount),
                title=most.title,
                purpose=most.purpose or LocalText((("", "–"),)),
            )
            yield Paragraph(frame.say(words))


NOT_ADDED = Phrase(
    "Not added to this: {amount} {stage}, {nature} ({names}).",
    "Niet hierbij opgeteld: {amount} {stage}, {nature} ({names}).",
)
UNSAID = Phrase(
    "For {count} of these {of} {of:amount|amounts} it is not known whether the money is new.",
    "Van {count} van deze {of} {of:bedrag|bedragen} is niet bekend of het nieuw geld is.",
)
MOST_OF_IT = Phrase(
    "{title} ({purpose}) is {currency} {amount} of the {currency} {of} that is {stage}.",
    "{title} ({purpose}) is {currency} {amount} van de {currency} {of} die is {stage}.",
)
