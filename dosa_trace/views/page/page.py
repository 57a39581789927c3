"""What the page of a report shows, in one language: the answer first, then lists of cards, pictures
and the parts of the report; nothing is computed here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from dosa_trace import labels
from dosa_trace.analysis.coverage.summary import TellingGap
from dosa_trace.analysis.judging import marks
from dosa_trace.analysis.judging.figures import Figures
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.report.page_data import (
    PageData,
)
from dosa_trace.catalog.model.dates import PartialDate, months_between
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import Block, Role
from dosa_trace.labels import STATES
from dosa_trace.language import Language, Phrase, listed
from dosa_trace.views.coverage import coverage
from dosa_trace.views.drawing import matrix
from dosa_trace.views.page import changed, lists, tables, touched
from dosa_trace.views.page.words import (
    FIRST,
    HOW_MADE,
    HOW_SURE,
    LANGUAGE_NAME,
    MADE_BY,
    NO_SOURCE,
    OPEN_FOR,
    OPEN_SHORT,
    ORGANISATIONS,
    OWNERS,
    PARAGRAPH,
    RECORDS,
    SOURCES,
    THROUGH_TIME,
    WORDS,
)
from dosa_trace.views.report import report
from dosa_trace.views.report.provenance import Provenance, imprint
from dosa_trace.views.report.report import HEADINGS, RULES
from dosa_trace.views.report.sections import Section
from dosa_trace.views.time import history
from dosa_trace.views.wording import begin
from dosa_trace.views.wording.frame import Frame, capital
from dosa_trace.webpage import (
    BarPart,
    Body,
    CardList,
    Drawing,
    FigureBar,
    Front,
    GridMark,
    Later,
    Link,
    Net,
    Page,
    PagePart,
    Pointer,
    SectionGroup,
)

#: What the page tells, each with its sections in the order in which they stand.
GROUPS: Mapping[str, tuple[Phrase, tuple[str, ...]]] = {
    "answer": (WORDS["figures"], ("figures",)),
    "records": (
        RECORDS,
        ("recommendations", Section.GAPS, "instruments", Section.ORPHANS, "objectives"),
    ),
    "by-theme": (labels.BY_THEME, ("themes", "matrix", "flow")),
    "organisations": (ORGANISATIONS, ("owners", Section.DUE, Section.CROSS)),
    "money-spent": (labels.MONEY, (Section.MONEY,)),
    "through-time": (
        THROUGH_TIME,
        ("changes", Section.HISTORY, Section.CORRECTIONS, Section.DELAYS),
    ),
    "how-sure": (
        HOW_SURE,
        (Section.SINGLE_POINTS, Section.FRAGILITY, Section.EVIDENCE),
    ),
    "how-made": (HOW_MADE, ("sources", Section.METHOD)),
}
#: What is open on this basis is not called so by a source: no source says anything else.
BY_SOURCES = (Basis.STATED, State.GAP)
#: Sections of tables, whose dates are read by a spreadsheet as well.
TABLES = (Section.HISTORY, Section.DELAYS)
#: How many characters of a checksum are shown.
CHECKSUM = 12


def page(dossier: PageData, frame: Frame, languages: Iterable[Language], made: Provenance) -> Page:
    """The page in each of some languages; the first is shown first."""
    frame = frame._replace(has_commands=False, dates_in_words=True)
    return Page(
        {
            language.value: _body(dossier, frame._replace(language=language), made)
            for language in languages
        },
        _net(dossier),
        made.address,
    )


def _net(dossier: PageData) -> Net:
    """What is drawn in the browser, by ids."""
    ended = tuple(
        node.id
        for node in dossier.flow.nodes
        if node.record == "instrument" and (node.status is None or node.status.has_ended)
    )
    return Net(
        nodes=tuple(node.id for node in dossier.flow.nodes),
        ended=ended,
        links=tuple(
            Link(
                link.origin,
                link.target,
                link.extent.value if link.extent else link.relation.value,
                link.basis.value,
                link.counted,
            )
            for link in dossier.flow.links
        ),
        columns=tuple(column.id for column in dossier.matrix.columns),
        rows=tuple(row.id for row in dossier.matrix.lines),
        cells=tuple(
            GridMark(row.id, cell.column, cell.mark.value, cell.basis.value if cell.basis else "")
            for row in dossier.matrix.lines
            for cell in row.cells
        ),
        signs={mark.value: sign for mark, sign in matrix.SIGNS.items()},
        total_columns=len(dossier.instruments),
        kin=dossier.kin,
    )


def _body(dossier: PageData, frame: Frame, made: Provenance) -> Body:
    return Body(
        front=_front(dossier, frame, made),
        words={name: frame.say(phrase) for name, phrase in WORDS.items()},
        groups=tuple(
            SectionGroup(name, frame.say(title), sections)
            for name, (title, sections) in GROUPS.items()
        ),
        sections=Later(lambda: _sections(dossier, frame, made)),
    )


def _front(dossier: PageData, frame: Frame, made: Provenance) -> Front:
    say, full_report = frame.say, dossier.report
    generator = f"dosa-trace {made.version}"
    names = listed((say(maker) for maker in made.makers), frame.language)
    catalogue = say(MADE_BY(title=frame.title, makers=names) if names else frame.title)
    claim, *others = (paragraph.text for paragraph in begin.sentences(full_report.summary, frame))
    sentence = frame.sentence(full_report.where)
    return Front(
        name=say(LANGUAGE_NAME),
        title=say(frame.title),
        claim=claim,
        beside=" ".join(others),
        sentence=sentence,
        sources=say(SOURCES(count=len(dossier.sources))),
        paragraph=say(
            PARAGRAPH(
                claim=claim,
                sentence=sentence,
                catalogue=catalogue,
                digest=frame.digest[:CHECKSUM],
                generator=generator,
            )
        ),
        bars=tuple(
            _bar(full_report.coverage.by_basis[basis], basis, frame)
            for basis in (Basis.INFERRED, Basis.STATED)
        ),
        telling_title=say(begin.TELLING),
        telling=tuple(
            Pointer(gap.line.id, say(gap.line.title), _open_since(gap, frame))
            for gap in full_report.summary.telling
        ),
        how=(say(RULES), say(FIRST), *_marks(frame), *(say(words) for words in report.METHOD)),
        generator=generator,
        digest=frame.digest,
        catalogue=catalogue,
        made=tuple((capital(name), cell.text, cell.url) for name, cell in imprint(made, frame)),
    )


def _open_since(gap: TellingGap, frame: Frame) -> str:
    """Who asked, in which year, and for how many whole years it has been open."""
    assert isinstance(gap.since, PartialDate)  # advice without a date is known on no day
    years = months_between(gap.since.last_day, frame.as_of) // 12
    asked = {"publisher": gap.publisher, "year": gap.since.text[:4]}
    return frame.say(OPEN_FOR(**asked, count=years) if years > 0 else OPEN_SHORT(**asked))


def _marks(frame: Frame) -> Iterator[str]:
    """What the marks beside a state mean."""
    for name, words in (*OTHER_MARKS.items(), *((mark.word, mark.meaning) for mark in marks.MARKS)):
        yield f"{capital(frame.say(name))}: {frame.say(words)}."


def _bar(figures: Figures, basis: Basis, frame: Frame) -> FigureBar:
    """The states that occur on a basis, the best first."""
    title = frame.say(coverage.ON_BASIS[basis])
    shares = ((state, figures.share(state)) for state in State)
    parts = tuple(
        BarPart(
            Role.MUTED if (basis, state) == BY_SOURCES else Role(state.value),
            frame.say(NO_SOURCE if (basis, state) == BY_SOURCES else STATES[state]),
            share.numerator,
            frame.percent(share),
        )
        for state, share in shares
        if share.numerator
    )
    said = ", ".join(f"{part.word} {part.number}" for part in parts)
    leads = basis is (frame.basis or Basis.INFERRED)
    return FigureBar(title, f"{title}: {said}", figures.total, leads, parts)


def _sections(
    dossier: PageData, frame: Frame, made: Provenance
) -> Iterator[CardList | PagePart | Drawing]:
    """In the order in which they stand on the page."""
    making: Mapping[str, Callable[[], CardList | PagePart | Drawing]] = {
        "figures": lambda: PagePart(
            "figures", frame.say(WORDS["figures"]), tuple(_figures(dossier, frame))
        ),
        "recommendations": lambda: lists.recommendations(dossier, frame),
        "instruments": lambda: lists.instruments(dossier, frame),
        "objectives": lambda: lists.objectives(dossier, frame),
        "themes": lambda: lists.themes(dossier, frame),
        "matrix": lambda: _drawing("matrix", frame),
        "flow": lambda: _drawing("flow", frame),
        "owners": lambda: PagePart(
            "owners", frame.say(OWNERS), tuple(tables.organisations(dossier, frame))
        ),
        "changes": lambda: changed.changes(dossier, frame),
        Section.HISTORY: lambda: _of_report(Section.HISTORY, dossier, frame, made)._replace(
            picture=history.series(dossier.report.history, frame)
        ),
        Section.CROSS: lambda: _of_report(Section.CROSS, dossier, frame, made)._replace(
            folded=True
        ),
        "sources": lambda: lists.sources(dossier, frame),
    }
    for _, sections in GROUPS.values():
        for name in sections:
            if name in making:
                yield making[name]()
            elif name != Section.CORRECTIONS or dossier.report.corrections is not None:
                yield _of_report(Section(name), dossier, frame, made)


def _drawing(name: str, frame: Frame) -> Drawing:
    return Drawing(name, frame.say(WORDS[name]), frame.say(WORDS[f"{name}_note"]))


def _of_report(section: Section, dossier: PageData, frame: Frame, made: Provenance) -> PagePart:
    if section in TABLES:
        frame = frame._replace(dates_in_words=False)
    blocks = tuple(report.part(section, dossier.report, frame, made))
    return PagePart(section.value, frame.say(HEADINGS[section]), blocks)


def _figures(dossier: PageData, frame: Frame) -> Iterable[Block]:
    yield coverage.summary(dossier.report.coverage, frame)
    yield from touched.figures(dossier.report.summary, frame)


#: What stands beside a state or a response and is no mark of the table.
OTHER_MARKS: Mapping[Phrase, Phrase] = {
    labels.MENTIONED: Phrase(
        "something touches on it, but only marginally; it stays open",
        "iets raakt eraan, maar alleen zijdelings; het blijft open",
    ),
    labels.NOT_LOOKED_FOR: Phrase(
        "no search for a response is in the catalogue, so its absence says little",
        "er is geen zoekactie naar een reactie in de catalogus, dus dat er geen is zegt weinig",
    ),
}
