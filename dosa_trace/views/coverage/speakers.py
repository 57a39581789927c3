"""The layout of by whose word what stands behind the figures is known."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace.analysis.coverage.coverage import By
from dosa_trace.analysis.coverage.speakers import SpeakerLine, SpeakersReport
from dosa_trace.catalog.facts.speakers import Speaker
from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Role,
    Table,
)
from dosa_trace.labels import FIELDS, TOTAL
from dosa_trace.language import Phrase, number
from dosa_trace.views.coverage import coverage
from dosa_trace.views.wording import begin
from dosa_trace.views.wording.caveats import briefly
from dosa_trace.views.wording.frame import Frame, capital


def layout(told: SpeakersReport, frame: Frame) -> Document:
    return Document.of(
        frame.head(coverage.TITLE, told.report.where),
        begin.sentences(told.summary, frame),
        coverage.summary(told.report, frame),
        Facts(briefly(told.summary, frame)),
        Heading(frame.say(coverage.BY[By.SPEAKER])),
        _table(told, frame),
    )


def _table(told: SpeakersReport, frame: Frame) -> Iterable[Block]:
    say = frame.say
    yield Paragraph(say(ABOUT), Role.MUTED)
    columns = (
        Column(say(coverage.BY_COLUMN[By.SPEAKER])),
        *(Column(say(name), right=True) for name in COUNTED),
    )
    rows = [_row(line, told, frame) for line in told.speakers]
    totals = (Cell(number(count, frame.language), Role.STRONG) for count in told.total)
    yield Table(columns, (*rows, (Cell(say(TOTAL), Role.STRONG), *totals)))


def _row(line: SpeakerLine, told: SpeakersReport, frame: Frame) -> tuple[Cell, ...]:
    shares = line.spoken.shares(told.total)
    return (
        Cell(capital(frame.say(SPEAKERS[line.id]))),
        *(
            Cell(number(share.numerator, frame.language), small=frame.percent(share))
            for share in shares
        ),
    )


#: Who says it, of what somebody is responsible for.
SPEAKERS = {
    Speaker.PUBLIC_BODY: Phrase("a public body", "een publieke instelling"),
    Speaker.THIRD_PARTY: Phrase("a third party", "een derde partij"),
    Speaker.NOT_KNOWN: Phrase("publisher not in the catalogue", "uitgever niet in de catalogus"),
    Speaker.OWN: Phrase("the responsible side itself", "de verantwoordelijke zelf"),
}
COUNTED = (
    Phrase("status of instruments", "status van instrumenten"),
    FIELDS["responses"],
    Phrase("links stated by a source", "koppelingen volgens een bron"),
    Phrase("recommendations, by the status behind them", "aanbevelingen, naar de status erachter"),
)
ABOUT = Phrase(
    "Who reports it: the responsible organisation or its own administration, or somebody else. "
    "Where several report the same, the most independent counts. A public body is a court of "
    "audit, council, parliament or independent supervisor.",
    "Wie het meldt: de verantwoordelijke organisatie of haar eigen bestuur, of een ander. Melden "
    "meer partijen hetzelfde, dan telt de onafhankelijkste. Een publieke instelling is een "
    "rekenkamer, adviesraad, parlement of onafhankelijke toezichthouder.",
)
