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
from dosa_trace.views.wording.few import few
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
            shown, left = few(members, frame)
            yield _instrument_table(shown, any(orphan.pursues for orphan in items), frame)
            yield from left


def _instrument_table(items: Sequence[OrphanInstrument], pursued: bool, frame: Frame) -> Table:
    """`pursued`: with the objectives that they are for, where one of all has any."""
    say = frame.say
    names = (INSTRUMENT, LEVEL, OWNER, STATUS, BUDGET, *((PURSUES,) if pursued else ()))
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
            *((frame.named(instrument.pursues),) if pursued else ()),
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
    shown, left = few(items, frame)
    yield from (Tree(Cell(frame.say(item.title), small=item.id)) for item in shown)
    yield from left


def _plain(items: list[UnusedRecord], title: Phrase, frame: Frame) -> Iterable[Block]:
    if items:
        yield Heading(frame.say(title))
        yield from _titles(items, frame)


PART_OF = Phrase("part of {name}", "onderdeel van {name}")
TITLE = Phrase("Without a recommendation", "Zonder aanbeveling")
INSTRUMENTS = Phrase("Instruments without a recommendation", "Instrumenten zonder aanbeveling")
ORPHANED = Phrase(
    "{n} of {of} active, completed or announced {of:instrument|instruments} {n:has|have} no "
    "recommendation.",
    "{n} van {of} aangekondigde, actieve of afgeronde {of:instrument|instrumenten} "
    "{n:heeft|hebben} geen aanbeveling.",
)
BY_PARTS = Phrase(
    "{unlinked} of {of} {of:instrument|instruments} {unlinked:has|have} no recommendation "
    "linked to {unlinked:it|them}, directly or through an objective. For {others} of these a "
    "part or the whole has one, so {others:it is|they are} left out.",
    "Aan {unlinked} van alle {of} {of:instrument|instrumenten} is geen aanbeveling gekoppeld, "
    "ook niet via een doelstelling. Bij {others} daarvan heeft een onderdeel of het geheel er "
    "wel een; {others:dat telt|die tellen} hier niet mee.",
)
CLUSTERS = {
    Cluster.ACTS: Phrase("Measures", "Maatregelen"),
    Cluster.NO_ACT: Phrase("Plans, proposals and monitors", "Plannen, voorstellen en monitors"),
    Cluster.PART: Phrase(
        "Parts whose other parts have recommendations",
        "Onderdelen naast onderdelen met een aanbeveling",
    ),
}
PURSUED_ONLY = Phrase("Objectives without a recommendation", "Doelstellingen zonder aanbeveling")
ASKED_ONLY = Phrase("Objectives without an instrument", "Doelstellingen zonder instrument")
NEITHER = Phrase(
    "Objectives with no recommendation and no instrument",
    "Doelstellingen zonder aanbeveling en zonder instrument",
)
SOURCES = Phrase("Sources that are never cited", "Bronnen die nergens worden aangehaald")
THEMES = Phrase("Themes that are never used", "Thema's die nergens worden gebruikt")
INSTRUMENT = labels.RECORD_KINDS["instrument"]
LEVEL = labels.FIELDS["level"]
OWNER = labels.FIELDS["owner"]
STATUS = labels.FIELDS["status"]
BUDGET = Phrase("budget", "budget")
PURSUES = labels.RECORD_KINDS_PLURAL["objectives"]
NOT_ON_RECORD = Phrase("none in the catalogue", "niet in de catalogus")
