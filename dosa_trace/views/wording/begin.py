"""How every surface begins: the claim, what must be known beside the figures, and the gaps that say
most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dosa_trace.analysis.coverage.summary import Summary, TellingGap
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.document import Block, Cell, Heading, Paragraph, Role, Tree
from dosa_trace.language import Phrase
from dosa_trace.views.wording.claim import claimed, of_focus
from dosa_trace.views.wording.frame import Frame, capital
from dosa_trace.views.wording.marks import open_marks, response
from dosa_trace.views.wording.rests_on import beside


def sentences(summary: Summary, frame: Frame) -> Iterator[Paragraph]:
    """The claim, and on a line of its own what the catalogue is about."""
    of_selected = bool(summary.selected)
    yield Paragraph(claimed(summary.whole.claim, frame, of_selected), Role.STRONG)
    if summary.focus and not summary.is_all:
        name = summary.focus.name or LocalText((("", ""),))
        known = beside(summary.focus_rests_on, frame) if summary.focus_rests_on else ""
        said = capital(of_focus(name, summary.focus.claim, frame))
        yield Paragraph(f"{said} {known}".strip())
    elif (of_selected or summary.is_all) and (known := beside(summary.rests_on, frame)):
        yield Paragraph(known)


def telling(summary: Summary, frame: Frame) -> Iterable[Block]:
    """The gaps that say most, by what they can be asked about, with who asked whom and what was
    answered."""
    if summary.telling:
        yield Heading(frame.say(TELLING))
        for gap in summary.telling:
            marks = (*open_marks(gap.line, frame), _asked(gap, frame))
            title = f"{frame.say(gap.line.title)} ({gap.line.id})"
            yield Tree(Cell(title, Role.STRONG, small="; ".join(marks)))


def gaps(summary: Summary, frame: Frame) -> Iterator[Tree]:
    """The same by their titles alone, each in a line, for who has no command at hand."""
    for gap in summary.telling:
        named = (gap.publisher, gap.source, gap.since)
        note = ", ".join((*(frame.say(text) for text in named), *([gap.url] if gap.url else [])))
        line = f"{frame.say(gap.line.title)} ({_asked(gap, frame)})"
        yield Tree(Cell(line, note=note))


def _asked(gap: TellingGap, frame: Frame) -> str:
    """Who asked whom, since when, and what government answered."""
    asked = {"publisher": gap.publisher, "since": gap.since}
    by = ASKED_OF(**asked, addressee=gap.addressee) if gap.addressee else ASKED(**asked)
    answer = response(gap.line, frame._replace(dates_in_words=True))
    return ", ".join(part for part in (f"{frame.say(by)}; {answer.text}", answer.small) if part)


TELLING = Phrase(
    "Open recommendations to look at first", "Open aanbevelingen om als eerste te bekijken"
)
ASKED = Phrase("{publisher}, {since}", "{publisher}, {since}")
ASKED_OF = Phrase("{publisher}, {since}, to {addressee}", "{publisher}, {since}, aan {addressee}")
