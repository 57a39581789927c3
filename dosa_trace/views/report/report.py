"""The layout of the report: its parts in the order asked for, each from the view of its own
question, so that a number reads the same wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from dosa_trace import labels
from dosa_trace.analysis.report.report import Report
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import (
    Block,
    Cell,
    Document,
    Facts,
    Heading,
    Paragraph,
    Role,
    Tree,
    deeper,
)
from dosa_trace.labels import BASES, NONE, RECORD_KINDS_PLURAL, RELIABILITIES
from dosa_trace.language import N_OF, Phrase
from dosa_trace.views.coverage import coverage, cross, gaps, orphans
from dosa_trace.views.money import money as amounts
from dosa_trace.views.records import profile, themes_asked
from dosa_trace.views.report import corrections
from dosa_trace.views.report.provenance import Provenance, imprint
from dosa_trace.views.report.sections import Section
from dosa_trace.views.robustness import fragility
from dosa_trace.views.time import changes, delays, due, history
from dosa_trace.views.wording import begin
from dosa_trace.views.wording.caveats import remarks
from dosa_trace.views.wording.frame import Frame, capital


def layout(
    report: Report, frame: Frame, sections: Sequence[Section], made: Provenance, short: bool = False
) -> Document:
    """`short`: to be read on paper, with a line an item and not what each rests on."""
    blocks: list[Block] = [
        *frame.head(TITLE, report.where),
        Paragraph(frame.say(RULES)),
    ]
    for section in sections:
        if section is Section.CORRECTIONS and report.corrections is None:
            continue
        blocks.append(Heading(capital(frame.say(HEADINGS[section]))))
        if short and section in _IN_SHORT:
            blocks += _IN_SHORT[section](report, frame)
        else:
            blocks += part(section, report, frame, made)
    return Document.of(blocks)


def part(section: Section, report: Report, frame: Frame, made: Provenance) -> Iterable[Block]:
    """One part of a report, without its heading."""
    if section is Section.METHOD:
        return _method(frame, made)
    return _PARTS[section](report, frame)


def _summary(report: Report, frame: Frame) -> Iterable[Block]:
    yield from begin.sentences(report.summary, frame)
    yield coverage.summary(report.coverage, frame)
    yield from remarks(report.summary, frame)
    yield from deeper(begin.telling(report.summary, frame))


def _cross(report: Report, frame: Frame) -> Iterable[Block]:
    yield from cross.table(report.cross, frame)
    yield from deeper(cross.telling(report.cross, frame))


def _sources(report: Report, frame: Frame) -> Iterable[Block]:
    say = frame.say
    if not report.sources:
        yield Paragraph(say(NONE))
    for source in report.sources:
        yield Heading(say(source.title), 3)
        line = say(PUBLISHED(publisher=source.publisher, date=source.date, id=source.id))
        yield Tree(Cell(line, url=source.url))
        yield coverage.table(source.recommendations, frame)


def _themes(report: Report, frame: Frame) -> Iterable[Block]:
    return themes_asked.blocks(report.themes, frame)


def _gaps(report: Report, frame: Frame) -> Iterable[Block]:
    yield gaps.summary(report.gaps, frame)
    yield from deeper(gaps.states(report.gaps, frame))


def _orphans(report: Report, frame: Frame) -> Iterable[Block]:
    yield from _of_all(report, frame)
    yield from deeper(orphans.blocks(report.orphans, frame))


def _single_points(report: Report, frame: Frame) -> Iterable[Block]:
    return fragility.single_points(report.single_points, frame)


def _fragility(report: Report, frame: Frame) -> Iterable[Block]:
    """Without what depends on one instrument, which has a part of its own."""
    yield from deeper(fragility.of_judgements(report.fragility, frame))


def _money(report: Report, frame: Frame) -> Iterable[Block]:
    return deeper(amounts.blocks(report.money, frame))


def _delays(report: Report, frame: Frame) -> Iterable[Block]:
    return deeper(delays.blocks(report.delays, frame))


def _instruments(report: Report, frame: Frame) -> Iterable[Block]:
    yield profile.instruments(report.instruments, frame)


def _changes(report: Report, frame: Frame) -> Iterable[Block]:
    yield from deeper(changes.blocks(report.changes, frame, each=False))


def _corrections(report: Report, frame: Frame) -> Iterable[Block]:
    if report.corrections is not None:
        yield from deeper(corrections.blocks(report.corrections, frame))


def _due(report: Report, frame: Frame) -> Iterable[Block]:
    yield from _of_all(report, frame)
    yield from deeper(due.blocks(report.due, frame))


def _history(report: Report, frame: Frame) -> Iterable[Block]:
    return history.blocks(report.history, frame)


def _of_all(report: Report, frame: Frame) -> Iterable[Block]:
    """What is said beside a part that is about the whole catalogue, in a report of a selection."""
    if report.where:
        yield Paragraph(frame.say(WHOLE_CATALOGUE), Role.MUTED)


def _evidence(report: Report, frame: Frame) -> Iterable[Block]:
    yield from _of_all(report, frame)
    say, evidence = frame.say, report.evidence
    rows = [
        (say(COUNTED_LINKS), Cell(frame.say(N_OF(n=evidence.links, of=evidence.on_file)))),
        (say(OF_WHICH(basis=BASES[Basis.STATED])), Cell(str(evidence.stated))),
        (say(OF_WHICH(basis=BASES[Basis.INFERRED])), Cell(str(evidence.inferred))),
        (say(SUGGESTED), Cell(str(evidence.suggested))),
        (say(WITHOUT), Cell(str(evidence.without))),
        (say(QUOTES), Cell(str(evidence.quotes))),
    ]
    if evidence.oldest and evidence.oldest_title and evidence.oldest_date:
        name = f"{say(evidence.oldest_title)}, {say(evidence.oldest_date)}"
        rows.append((say(OLDEST), Cell(name, small=evidence.oldest)))
    for reliability, count in evidence.by_reliability.items():
        word = RELIABILITIES[reliability] if reliability else labels.NOT_GIVEN
        rows.append((say(CITED(word=word)), Cell(str(count))))
    yield Facts(tuple(rows))


def _method(frame: Frame, made: Provenance) -> Iterable[Block]:
    say = frame.say
    for words in METHOD:
        yield Paragraph(say(words))
    yield Facts(
        (
            (say(CATALOGUE), Cell(say(frame.title))),
            *imprint(made, frame),
            (say(DIGEST), Cell(frame.digest, Role.ID)),
            (say(VERSION), Cell(f"dosa-trace {made.version}")),
            (say(COMMAND), Cell(made.command)),
        )
    )


def _gaps_in_lines(report: Report, frame: Frame) -> Iterable[Block]:
    yield gaps.summary(report.gaps, frame)
    yield from deeper(gaps.in_lines(report.gaps, frame))


def _sums_of_money(report: Report, frame: Frame) -> Iterable[Block]:
    return deeper(amounts.blocks(report.money, frame, each=False))


def _years(report: Report, frame: Frame) -> Iterable[Block]:
    return history.by_year(report.history, frame)


_IN_SHORT: Mapping[Section, Callable[[Report, Frame], Iterable[Block]]] = {
    Section.GAPS: _gaps_in_lines,
    Section.MONEY: _sums_of_money,
    Section.HISTORY: _years,
}
_PARTS: Mapping[Section, Callable[[Report, Frame], Iterable[Block]]] = {
    Section.SUMMARY: _summary,
    Section.CROSS: _cross,
    Section.SOURCES: _sources,
    Section.THEMES: _themes,
    Section.GAPS: _gaps,
    Section.ORPHANS: _orphans,
    Section.SINGLE_POINTS: _single_points,
    Section.FRAGILITY: _fragility,
    Section.MONEY: _money,
    Section.INSTRUMENTS: _instruments,
    Section.DUE: _due,
    Section.CHANGES: _changes,
    Section.CORRECTIONS: _corrections,
    Section.DELAYS: _delays,
    Section.HISTORY: _history,
    Section.EVIDENCE: _evidence,
}
HEADINGS = {
    Section.SUMMARY: labels.SUMMARY,
    Section.CROSS: cross.TITLE,
    Section.SOURCES: labels.BY_SOURCE,
    Section.THEMES: themes_asked.TITLE,
    Section.GAPS: gaps.TITLE,
    Section.ORPHANS: orphans.TITLE,
    Section.SINGLE_POINTS: fragility.ONE_INSTRUMENT,
    Section.FRAGILITY: fragility.TITLE,
    Section.MONEY: labels.MONEY,
    Section.INSTRUMENTS: RECORD_KINDS_PLURAL["instruments"],
    Section.DUE: due.TITLE,
    Section.CHANGES: changes.TITLE,
    Section.CORRECTIONS: corrections.TITLE,
    Section.DELAYS: delays.TITLE,
    Section.HISTORY: history.TITLE,
    Section.EVIDENCE: Phrase("Evidence behind the figures", "Onderbouwing van de cijfers"),
    Section.METHOD: Phrase("Method and provenance", "Werkwijze en herkomst"),
}
TITLE = Phrase("Report", "Rapportage")
RULES = Phrase(
    "A recommendation is covered when a chain of full links ends in an active or completed "
    "instrument. Active or completed means: adopted, in progress or completed. It is partly "
    "covered when every link is at least partial. It is planned when such a chain ends in an "
    "announced instrument. Otherwise it is declined when the latest response says so "
    "(rejected or existing policy). In all other cases it is open. Covered does not mean that "
    "a budget covers it.",
    "Een aanbeveling is gedekt als een keten van volledige koppelingen eindigt in een actief "
    "of afgerond instrument. Actief of afgerond betekent: vastgesteld, in uitvoering of "
    "afgerond. De aanbeveling is deels gedekt als elke koppeling minstens gedeeltelijk is. "
    "Gepland is een aanbeveling als zo'n keten eindigt in een aangekondigd instrument. Anders "
    "is de aanbeveling afgewezen als de laatste reactie dat zegt (niet overgenomen of staand "
    "beleid). In alle andere gevallen is die open. Gedekt betekent niet dat er dekking is in "
    "een begroting.",
)
PUBLISHED = Phrase("{publisher}, {date} [{id}]", "{publisher}, {date} [{id}]")
WHOLE_CATALOGUE = Phrase(
    "This part is about the whole catalogue, not only about the selection.",
    "Dit deel gaat over de hele catalogus, niet alleen over de selectie.",
)
COUNTED_LINKS = Phrase(
    "counted links, of all links in the catalogue",
    "meegetelde koppelingen, van alle koppelingen in de catalogus",
)
OF_WHICH = Phrase("of which {basis}", "waarvan {basis}")
SUGGESTED = Phrase(
    "suggested by software, and not counted", "automatisch voorgesteld, en niet meegeteld"
)
WITHOUT = Phrase("with a reason, without a source", "met een motivering, zonder bron")
QUOTES = Phrase("quotations", "citaten")
OLDEST = Phrase("oldest source for a counted link", "oudste bron voor een meegetelde koppeling")
CITED = Phrase("sources cited: {word}", "aangehaalde bronnen: {word}")
METHOD = (
    Phrase(
        "A chain is as strong as its weakest link. It is as trustworthy as its weakest basis: "
        "a source that says so, or an analyst who gives a reason. Partial chains never add up "
        "to a full one. Instruments that were paused, stopped or superseded support nothing.",
        "Een keten is zo sterk als de zwakste koppeling. De keten is zo betrouwbaar als de "
        "zwakste basis: een bron die het zegt, of een analist met een motivering. "
        "Gedeeltelijke ketens tellen nooit op tot een volledige. Instrumenten die zijn "
        "gepauzeerd, beëindigd of vervangen ondersteunen niets.",
    ),
    Phrase(
        "Every figure leads to its sources and reasons.",
        "Van elk cijfer is na te gaan op welke bronnen en motiveringen het berust.",
    ),
)
CATALOGUE = Phrase("catalogue", "catalogus")
DIGEST = labels.FIELDS["digest"]
VERSION = Phrase("version", "versie")
COMMAND = Phrase("command", "opdracht")
