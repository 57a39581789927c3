"""The layout of the orphans, each kind of record apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dosa_trace import labels
from dosa_trace.analysis.coverage.orphans import (
    Cluster,
    OrphanInstrument,
    OrphanList,
    OrphanObjective,
    UnusedRecord,
)
from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Role,
    Table,
    Tree,
)
from dosa_trace.labels import STATUSES
from dosa_trace.language import Phrase
from dosa_trace.views.wording.amount import money
from dosa_trace.views.wording.frame import Frame


def layout(listed: OrphanList, frame: Frame) -> Document:
    return Document.of(frame.head(TITLE), blocks(listed, frame))


def blocks(listed: OrphanList, frame: Frame) -> Iterable[Block]:
    """Each kind of orphan under a heading of its own."""
    instruments = [item for item in listed.items if isinstance(item, OrphanInstrument)]
    objectives = [item for item in listed.items if isinstance(item, OrphanObjective)]
    unused = [item for item in listed.items if isinstance(item, UnusedRecord)]
    yield from _instruments(instruments, listed, frame)
    yield from _objectives(objectives, frame)
    yield from _plain([record for record in unused if record.record == "source"], SOURCES, frame)
    yield from _plain([record for record in unused if record.record == "theme"], THEMES, frame)


def _instruments(
    items: list[OrphanInstrument], listed: OrphanList, frame: Frame
) -> Iterable[Block]:
    """The orphans by what sort they are, and why they are fewer than what no link reaches."""
    say = frame.say
    yield Heading(say(INSTRUMENTS))
    yield Paragraph(say(ORPHANED(n=len(items), of=listed.instruments)))
    if listed.unlinked > len(items):
        others = listed.unlinked - len(items)
        words = BY_PARTS(of=listed.instruments, unlinked=listed.unlinked, others=others)
        yield Paragraph(say(words), Role.MUTED)
    for cluster, title in CLUSTERS.items():
        members = [instrument for instrument in items if instrument.cluster is cluster]
        if members:
            yield Heading(f"{say(title)} ({len(members)})", 3)
            yield _instrument_table(members, frame)


def _instrument_table(items: list[OrphanInstrument], frame: Frame) -> Table:
    say = frame.say
    names = (INSTRUMENT, LEVEL, OWNER, STATUS, BUDGET, PURSUES)
    rows = tuple(
        (
            Cell(say(instrument.title), small=_id(instrument, frame)),
            Cell(frame.level(instrument.level)),
            Cell(say(instrument.owner)),
            Cell(
                say(STATUSES[instrument.status]) if instrument.status else "",
                small=say(instrument.status_date) if instrument.status_date else "",
            ),
            Cell(
                "; ".join(money(budget, frame) for budget in instrument.budgets)
                or say(NOT_ON_RECORD)
            ),
            frame.named(instrument.pursues),
        )
        for instrument in items
    )
    return Table(tuple(Column(say(name)) for name in names), rows)


def _id(instrument: OrphanInstrument, frame: Frame) -> str:
    if not instrument.part_of:
        return instrument.id
    return f"{instrument.id}; {frame.say(PART_OF(name=frame.title_of(instrument.part_of)))}"


def _objectives(items: list[OrphanObjective], frame: Frame) -> Iterable[Block]:
    """Each combination under its own head, so that no row must be read against another."""
    for title, asked_for, pursued in (
        (PURSUED_ONLY, False, True),
        (ASKED_ONLY, True, False),
        (NEITHER, False, False),
    ):
        members = [
            objective
            for objective in items
            if (objective.asked_for, objective.pursued) == (asked_for, pursued)
        ]
        if members:
            yield Heading(f"{frame.say(title)} ({len(members)})")
            yield from _titles(members, frame)


def _titles(items: Sequence[OrphanObjective | UnusedRecord], frame: Frame) -> Iterable[Block]:
    yield from (Tree(Cell(frame.say(item.title), small=item.id)) for item in items)


def _plain(items: list[UnusedRecord], title: Phrase, frame: Frame) -> Iterable[Block]:
    if items:
        yield Heading(frame.say(title))
        yield from _titles(items, frame)


PART_OF = Phrase("part of {name}", "deel van {name}")
TITLE = Phrase("Orphans", "Zonder aanbeveling")
INSTRUMENTS = Phrase("Instruments that answer nothing", "Instrumenten die niets beantwoorden")
ORPHANED = Phrase(
    "{n} of {of} live or announced instruments answer no recommendation.",
    "{n} van {of} lopende of aangekondigde instrumenten beantwoorden geen aanbeveling.",
)
BY_PARTS = Phrase(
    "Of all {of} no chain of links reaches {unlinked}; {others} of these are no orphans, because "
    "a part of it is asked for, or the whole that it belongs to.",
    "Van alle {of} worden er {unlinked} door geen keten van verbanden bereikt; {others} daarvan "
    "zijn geen wees, omdat een deel ervan wordt gevraagd, of het geheel waar ze bij horen.",
)
CLUSTERS = {
    Cluster.ACTS: Phrase("What acts", "Wat iets doet"),
    Cluster.NO_ACT: Phrase("What plans, proposes or measures", "Wat voorneemt, voorstelt of meet"),
    Cluster.PART: Phrase(
        "Parts of something that is asked for in another part",
        "Delen van iets dat in een ander deel wordt gevraagd",
    ),
}
PURSUED_ONLY = Phrase(
    "Objectives that are pursued and that nobody asks for",
    "Doelstellingen die worden nagestreefd en die niemand vraagt",
)
ASKED_ONLY = Phrase(
    "Objectives that are asked for and that nothing pursues",
    "Doelstellingen die worden gevraagd en die niets nastreeft",
)
NEITHER = Phrase(
    "Objectives that nobody asks for and nothing pursues",
    "Doelstellingen die niemand vraagt en niets nastreeft",
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
