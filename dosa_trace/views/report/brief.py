"""The layout of a brief: a page that can be pasted into a note as it is. It holds titles and
no ids, and nothing that only its maker can use: no commands, no paths."""

from __future__ import annotations

from collections.abc import Iterator

from dosa_trace import labels
from dosa_trace.analysis.coverage.summary import Summary
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import Block, Cell, Column, Document, Heading, Paragraph, Role, Table, Tree
from dosa_trace.labels import ON_BASIS, STATES
from dosa_trace.language import Phrase, number
from dosa_trace.views.coverage import coverage
from dosa_trace.views.wording import begin
from dosa_trace.views.wording.caveats import briefly
from dosa_trace.views.wording.frame import Frame, capital

#: How much of a catalogue's digest tells it from any other.
DIGEST = 12
#: On what it is counted, the wider first.
BASES = (Basis.INFERRED, Basis.STATED)


def layout(summary: Summary, frame: Frame, version: str) -> Document:
    say = frame.say
    return Document.of(
        Heading(say(frame.title), 2),
        Paragraph(say(OF_THESE(names=summary.selected))) if summary.selected else None,
        Paragraph(frame.sentence(), Role.MUTED),
        begin.sentences(summary, frame),
        _table(summary, frame),
        _gaps(summary, frame),
        _caveat(summary, frame) if summary.whole.total else None,
        Paragraph(
            say(
                MADE(
                    title=frame.title,
                    digest=frame.digest[:DIGEST],
                    version=version,
                )
            ),
            Role.MUTED,
        ),
    )


def _table(summary: Summary, frame: Frame) -> Table:
    """A bar on each basis, with the states that occur; of the focus a sentence speaks."""
    say, whole = frame.say, summary.whole
    states = [
        state
        for state in State
        if any(whole.by_basis[basis].share(state).numerator for basis in BASES)
    ]
    columns = (
        Column(f"{capital(say(ALL if summary.focus else THESE))} ({whole.total})"), Column(""),
        *(Column(say(STATES[state]), right=True, firm=True) for state in states),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(say(ON_BASIS[basis])),
            coverage.bar(whole.by_basis[basis], *State),
            *(_share(whole.by_basis[basis].share(state), frame) for state in states),
        )
        for basis in BASES
    )
    return Table(columns, rows)


def _share(share: Share, frame: Frame) -> Cell:
    return Cell(f"{number(share.numerator, frame.language)} ({frame.percent(share)})")


def _gaps(summary: Summary, frame: Frame) -> Iterator[Paragraph | Tree]:
    if summary.telling:
        of_all = f" ({frame.say(ALL)})" if _has_two(summary) else ""
        yield Paragraph(f"{frame.say(begin.TELLING)}{of_all}:", Role.STRONG)
        yield from begin.gaps(summary, frame)


def _caveat(summary: Summary, frame: Frame) -> Iterator[Block]:
    of_all = f" {frame.say(OF_ALL(total=summary.whole.total))}" if _has_two(summary) else ""
    caveat = CAVEAT_STATED if frame.basis is Basis.STATED else CAVEAT
    lines = "; ".join(cell.text for _, cell in briefly(summary, frame))
    yield Paragraph(f"{frame.say(caveat)}{of_all} {lines}.")


def _has_two(summary: Summary) -> bool:
    """Whether a focus is told beside all, so that a figure must say of which it is."""
    return summary.focus is not None and not summary.is_all


ALL = Phrase("all recommendations", "alle aanbevelingen")
THESE = labels.RECORD_KINDS_PLURAL["recommendations"]
OF_THESE = Phrase("Only: {names}.", "Alleen: {names}.")
OF_ALL = Phrase(
    "For all recommendations ({total}):",
    "Voor alle aanbevelingen ({total}) geldt:",
)
CAVEAT = Phrase(
    "Partly covered is mostly an analyst's judgement. Open means that the catalogue holds no "
    "matching instrument, not that nobody is acting. Covered does not mean that a budget "
    "covers it.",
    'Let op: "deels gedekt" is meestal het oordeel van een analist. "Open" betekent dat de '
    "catalogus geen instrument bevat, niet dat niemand iets doet. Dekking in een begroting is "
    "niet bedoeld.",
)
CAVEAT_STATED = Phrase(
    "Only what a source itself says is counted. Open means that no source in the catalogue "
    "names a matching instrument, not that nobody is acting. Covered does not mean that a "
    "budget covers it.",
    'Let op: alleen wat een bron zelf zegt telt mee. "Open" betekent dat geen bron in de '
    "catalogus een instrument noemt, niet dat niemand iets doet. Dekking in een begroting is "
    "niet bedoeld.",
)
MADE = Phrase(
    "Source: the catalogue {title}, checksum {digest}; dosa-trace {version}.",
    "Bron: de catalogus {title}, controlecode {digest}; dosa-trace {version}.",
)
