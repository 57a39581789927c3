"""What the page of a report shows, in one language: the answer first, then lists of cards, pictures
and the parts of the report; nothing is computed here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from dosa_trace import labels
from dosa_trace.analysis.coverage.coverage import By
from dosa_trace.analysis.judging import marks
from dosa_trace.analysis.judging.figures import Figures
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.report.page_data import (
    PageData,
)
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import Block, Role, Table
from dosa_trace.labels import STATES
from dosa_trace.language import Language, Phrase
from dosa_trace.views.coverage import coverage, owners
from dosa_trace.views.drawing import matrix
from dosa_trace.views.page import lists, touched
from dosa_trace.views.page.words import LANGUAGE_NAME, OF_ALL, OWNERS, WORDS
from dosa_trace.views.report import report
from dosa_trace.views.report.report import HEADINGS, RULES, Provenance, Section
from dosa_trace.views.time import history
from dosa_trace.views.wording import begin
from dosa_trace.views.wording.frame import Frame, capital
from dosa_trace.webpage import (
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
    Tile,
)


def page(dossier: PageData, frame: Frame, languages: Iterable[Language], made: Provenance) -> Page:
    """The page in each of some languages; the first is shown first."""
    return Page(
        {
            language.value: _body(dossier, frame._replace(language=language), made)
            for language in languages
        },
        _net(dossier),
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
        rows=tuple(row.id for row in dossier.matrix.rows),
        cells=tuple(
            GridMark(row.id, cell.column, cell.mark.value, cell.basis.value if cell.basis else "")
            for row in dossier.matrix.rows
            for cell in row.cells
        ),
        signs={mark.value: sign for mark, sign in matrix.SIGNS.items()},
        total_columns=len(dossier.instruments),
    )


def _body(dossier: PageData, frame: Frame, made: Provenance) -> Body:
    generator = f"dosa-trace {made.version}"
    return Body(
        front=_front(dossier, frame, generator),
        words={name: frame.say(phrase) for name, phrase in WORDS.items()},
        sections=Later(lambda: _sections(dossier, frame, made)),
    )


def _front(dossier: PageData, frame: Frame, generator: str) -> Front:
    say, full_report = frame.say, dossier.report
    figures = full_report.coverage.by_basis[frame.basis or Basis.INFERRED]
    return Front(
        name=say(LANGUAGE_NAME),
        title=say(frame.title),
        sentence=frame.sentence(full_report.where),
        answer=" ".join(
            paragraph.text for paragraph in begin.sentences(full_report.summary, frame)
        ),
        numbers=tuple(_counts(figures, frame)),
        total=frame.say(OF_ALL(total=figures.total)),
        bars=tuple(
            _bar(full_report.coverage.by_basis[basis], basis, frame)
            for basis in (Basis.INFERRED, Basis.STATED)
        ),
        telling_title=say(begin.TELLING),
        telling=tuple(
            Pointer(gap.line.id, tree.cell.text, tree.cell.small, tree.children[0].cell.text)
            for gap, tree in zip(
                full_report.summary.telling, begin.gaps(full_report.summary, frame), strict=True
            )
        ),
        how=(say(RULES), *_marks(frame), *(say(words) for words in report.METHOD)),
        generator=generator,
        digest=frame.digest,
    )


def _marks(frame: Frame) -> Iterator[str]:
    """What the marks beside a state mean."""
    for name, words in (*OTHER_MARKS.items(), *((mark.word, mark.meaning) for mark in marks.MARKS)):
        yield f"{capital(frame.say(name))}: {frame.say(words)}."


def _counts(figures: Figures, frame: Frame) -> Iterator[Tile]:
    """The states that occur, the best first."""
    for state in State:
        count = figures.share(state).numerator
        if count:
            yield Tile(Role(state.value), frame.say(STATES[state]), count)


def _bar(figures: Figures, basis: Basis, frame: Frame) -> FigureBar:
    title = frame.say(coverage.ON_BASIS[basis])
    said = ", ".join(f"{tile.word} {tile.number}" for tile in _counts(figures, frame))
    return FigureBar(title, f"{title}: {said}", figures.total, tuple(_counts(figures, frame)))


def _sections(
    dossier: PageData, frame: Frame, made: Provenance
) -> Iterator[CardList | PagePart | Drawing]:
    """In the order in which they stand on the page."""
    say = frame.say
    yield PagePart("figures", say(WORDS["figures"]), tuple(_figures(dossier, frame)))
    yield lists.recommendations(dossier, frame)
    yield lists.instruments(dossier, frame)
    yield lists.themes(dossier, frame)
    yield _of_report(Section.GAPS, dossier, frame, made)
    yield _of_report(Section.ORPHANS, dossier, frame, made)
    yield Drawing("matrix", say(WORDS["matrix"]), say(WORDS["matrix_note"]))
    yield Drawing("flow", say(WORDS["flow"]), say(WORDS["flow_note"]))
    yield lists.changes(dossier, frame)
    yield _of_report(Section.HISTORY, dossier, frame, made)._replace(
        picture=history.series(dossier.report.history, frame)
    )
    yield _of_report(Section.CROSS, dossier, frame, made)
    yield _of_report(Section.MONEY, dossier, frame, made)
    yield PagePart(
        "owners",
        say(OWNERS),
        tuple(_owners(dossier, frame)),
    )
    if dossier.report.corrections:
        yield _of_report(Section.CORRECTIONS, dossier, frame, made)
    for section in (Section.DUE, Section.DELAYS, Section.SINGLE_POINTS, Section.FRAGILITY):
        yield _of_report(section, dossier, frame, made)
    yield lists.objectives(dossier, frame)
    yield lists.sources(dossier, frame)
    yield _of_report(Section.EVIDENCE, dossier, frame, made)
    yield _of_report(Section.METHOD, dossier, frame, made)


def _owners(dossier: PageData, frame: Frame) -> Iterator[Block]:
    """What each owner holds, with a link to its instruments in their list."""
    for block in owners.table(dossier.owners, By.OWNER, dossier.report.coverage, frame):
        if isinstance(block, Table):
            rows = (
                (name._replace(url=f"#instruments?instruments.owner={quote(owner.id)}"), *figures)
                for owner, (name, *figures) in zip(dossier.owners, block.rows, strict=True)
            )
            yield block._replace(rows=tuple(rows))
        else:
            yield block


def _of_report(section: Section, dossier: PageData, frame: Frame, made: Provenance) -> PagePart:
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
