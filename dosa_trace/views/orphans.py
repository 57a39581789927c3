"""The layout of the orphans, each kind of record apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dosa_trace import labels
from dosa_trace.analysis.orphans import OrphanInstrument, OrphanList, OrphanObjective, UnusedRecord
from dosa_trace.catalog.parts import Budget
from dosa_trace.document import Block, Cell, Column, Document, Heading, Paragraph, Role, Table
from dosa_trace.labels import LEVELS, NO, STAGES, STATUSES, YES
from dosa_trace.language import Amount, Phrase
from dosa_trace.views.frame import Frame


def layout(listed: OrphanList, frame: Frame) -> Document:
    return Document.of(frame.head(TITLE), blocks(listed, frame))


def blocks(listed: OrphanList, frame: Frame) -> Iterable[Block]:
    """Each kind of orphan under a heading of its own."""
    instruments = [item for item in listed.items if isinstance(item, OrphanInstrument)]
    objectives = [item for item in listed.items if isinstance(item, OrphanObjective)]
    unused = [item for item in listed.items if isinstance(item, UnusedRecord)]
    yield from _instruments(instruments, listed, frame)
    yield from _objectives(objectives, frame)
    yield from _plain([one for one in unused if one.record == "source"], SOURCES, frame)
    yield from _plain([one for one in unused if one.record == "theme"], THEMES, frame)


def data(listed: OrphanList) -> dict[str, Any]:
    """An orphan of every kind with the same keys (`dosa-trace/orphans/1`)."""
    return listed._asdict() | {"items": list(rows(listed))}


def rows(listed: OrphanList) -> Iterable[dict[str, Any]]:
    """The keys of `dosa-trace/orphans/1`, of which each kind of record has some."""
    for item in listed.items:
        own = item._asdict()
        yield {key: own.get(key, padding) for key, padding in KEYS.items()}


#: The keys of every orphan, in their order, with what a kind of record says that has none.
KEYS: Mapping[str, object] = {
    "record": None, "id": None, "title": None, "level": None, "owner": None, "status": None,
    "status_date": None, "budgets": (), "pursues": (), "pursued": None, "asked_for": None,
}  # fmt: skip


def _instruments(
    items: list[OrphanInstrument], listed: OrphanList, frame: Frame
) -> Iterable[Block]:
    say = frame.say
    yield Heading(say(INSTRUMENTS))
    yield Paragraph(say(ORPHANED(n=len(items), of=listed.instruments)))
    if not items:
        return
    names = (INSTRUMENT, LEVEL, OWNER, STATUS, BUDGET, PURSUES)
    rows = tuple(
        (
            Cell(say(item.title), small=item.id),
            Cell(say(LEVELS[item.level])),
            Cell(say(item.owner)),
            Cell(
                say(STATUSES[item.status]) if item.status else "",
                small=item.status_date.text if item.status_date else "",
            ),
            Cell("; ".join(money(budget, frame) for budget in item.budgets) or say(NOT_ON_RECORD)),
            Cell(", ".join(item.pursues), Role.ID),
        )
        for item in items
    )
    yield Table(tuple(Column(say(name)) for name in names), rows)


def money(budget: Budget, frame: Frame) -> str:
    """`EUR 160,500,000 committed (2023-01)`."""
    amount = frame.say(Amount(budget.amount))
    return f"{budget.currency} {amount} {frame.say(STAGES[budget.stage])} ({budget.date})"


def _objectives(items: list[OrphanObjective], frame: Frame) -> Iterable[Block]:
    if not items:
        return
    say = frame.say
    yield Heading(say(OBJECTIVES))
    yield Paragraph(say(OBJECTIVES_ABOUT), Role.MUTED)
    columns = (Column(say(OBJECTIVE)), Column(say(ASKED_FOR)), Column(say(PURSUED)))
    rows = tuple(
        (
            Cell(say(item.title), small=item.id),
            Cell(say(YES if item.asked_for else NO)),
            Cell(say(YES if item.pursued else NO)),
        )
        for item in items
    )
    yield Table(columns, rows)


def _plain(items: list[UnusedRecord], title: Phrase, frame: Frame) -> Iterable[Block]:
    if items:
        yield Heading(frame.say(title))
        rows = tuple((Cell(item.id, Role.ID), Cell(frame.say(item.title))) for item in items)
        yield Table((Column("id"), Column(frame.say(TITLE_COLUMN))), rows)


TITLE = Phrase("Orphans", "Zonder aanbeveling")
INSTRUMENTS = Phrase("Instruments that answer nothing", "Instrumenten die niets beantwoorden")
ORPHANED = Phrase(
    "{n} of {of} live or announced instruments answer no recommendation.",
    "{n} van {of} lopende of aangekondigde instrumenten beantwoorden geen aanbeveling.",
)
OBJECTIVES = Phrase(
    "Objectives that nobody asks for or pursues", "Doelstellingen die niemand vraagt of nastreeft"
)
OBJECTIVES_ABOUT = Phrase(
    "Asked for: a recommendation leads to it. Pursued: it leads to a live or announced instrument.",
    "Gevraagd: een aanbeveling leidt ernaartoe. Nagestreefd: ze leidt naar een lopend of "
    "aangekondigd instrument.",
)
SOURCES = Phrase("Sources that nothing cites", "Bronnen die nergens worden aangehaald")
THEMES = Phrase("Themes that nothing uses", "Thema's die nergens worden gebruikt")
INSTRUMENT = labels.RECORD_KINDS["instrument"]
LEVEL = labels.FIELDS["level"]
OWNER = labels.FIELDS["owner"]
STATUS = labels.FIELDS["status"]
BUDGET = Phrase("budget", "budget")
PURSUES = Phrase("pursues", "streeft na")
NOT_ON_RECORD = Phrase("none on record", "niet vastgelegd")
OBJECTIVE = labels.RECORD_KINDS["objective"]
ASKED_FOR = Phrase("asked for", "gevraagd")
PURSUED = Phrase("pursued", "nagestreefd")
TITLE_COLUMN = labels.FIELDS["title"]
