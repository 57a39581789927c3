"""The layout of what the world did in a period: the figures before and after, what moved a state,
what else happened, and what bears no date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dosa_trace import labels
from dosa_trace.analysis.judging.figures import Figures
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.time.changes import Change, ChangeKind, Changes, Undated
from dosa_trace.catalog.model.vocabulary import Basis, ResponseValue, StatusValue
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
from dosa_trace.labels import RESPONSES, STATES, STATUSES
from dosa_trace.language import Phrase, number
from dosa_trace.views.coverage.coverage import figure
from dosa_trace.views.wording.frame import FALL, LEFT_OUT, Frame, state_cell

#: How many of the changes that moved nothing a reader is shown, the latest first.
MOST_OTHERS = 20


def layout(found: Changes, frame: Frame) -> Document:
    return Document.of(
        frame.head(TITLE, found.where),
        blocks(found, frame),
        Paragraph(frame.say(DIFF_SAYS), Role.MUTED),
    )


def blocks(found: Changes, frame: Frame) -> Iterator[Block]:
    yield Paragraph(frame.say(PERIOD(since=found.since, until=found.until)), Role.MUTED)
    yield Paragraph(sentence(found, frame), Role.STRONG)
    yield _figures(found, frame)
    yield from _moving(found, frame)
    yield from _others(found, frame)
    yield from _undated(found.undated, frame)


def sentence(found: Changes, frame: Frame) -> str:
    """What happened, and how many moved by it."""
    if not found.changes:
        return frame.say(NOTHING)
    kinds = Counter(one.kind for one in found.changes)
    parts = tuple(
        frame.say(KINDS_COUNTED[kind](count=kinds[kind])) for kind in ChangeKind if kinds[kind]
    )
    said = frame.say(HAPPENED(parts=parts, better=found.better, worse=found.worse))
    if found.by_links_alone:
        said += f" {frame.say(BY_LINKS(count=found.by_links_alone))}"
    return said


def _figures(found: Changes, frame: Frame) -> Table:
    say = frame.say
    basis = frame.basis or Basis.INFERRED
    sides: Sequence[tuple[Phrase, Mapping[Basis, Figures]]] = (
        (BEFORE, found.before), (SAME, found.after_same), (ALL, found.after),
    )  # fmt: skip
    columns = [Column(say(labels.STATE), firm=True)]
    for name, _ in sides:
        columns += [Column(say(name), right=True), Column("%", right=True, firm=True)]
    rows = []
    for state in State:
        cells = [cell for _, side in sides for cell in figure(frame, side[basis], state)]
        rows.append((state_cell(frame, state), *cells))
    totals = [
        cell
        for _, side in sides
        for cell in (Cell(number(side[basis].total, frame.language), Role.STRONG), Cell(""))
    ]
    rows.append((Cell(say(labels.TOTAL), Role.STRONG), *totals))
    return Table(tuple(columns), tuple(rows))


def _moving(found: Changes, frame: Frame) -> Iterator[Block]:
    say = frame.say
    moving = [one for one in found.changes if one.moved]
    yield Heading(say(MOVING))
    if not moving:
        yield Paragraph(say(labels.NONE_HERE))
        return
    columns = (
        Column(say(DAY), firm=True),
        Column(say(WHAT)),
        Column(say(STATE_MOVED)),
    )
    yield Table(
        columns,
        tuple((_day(one, frame), _what(one, frame), _moves(one, frame)) for one in moving),
    )


def _others(found: Changes, frame: Frame) -> Iterator[Block]:
    say = frame.say
    others = [one for one in found.changes if not one.moved]
    if not others:
        return
    yield Heading(say(OTHERS(count=len(others))))
    columns = (Column(say(DAY), firm=True), Column(say(WHAT)))
    shown = others[::-1][:MOST_OTHERS]
    yield Table(columns, tuple((_day(one, frame), _what(one, frame)) for one in shown))
    if len(others) > MOST_OTHERS:
        yield Paragraph(say(LEFT_OUT(count=len(others) - MOST_OTHERS)), Role.MUTED)


def _day(one: Change, frame: Frame) -> Cell:
    return Cell(frame.say(one.date) if one.date else one.day.isoformat())


def _what(one: Change, frame: Frame) -> Cell:
    title = frame.say(one.title)
    value = _value(one.value, frame)
    if one.kind is ChangeKind.LINK:
        words = LINK(link=frame.title_of(one.id))
    elif one.kind is ChangeKind.RECOMMENDATION:
        words = ASKED(title=title)
    elif one.kind is ChangeKind.STATUS:
        words = BECAME(title=title, value=value)
    else:
        words = (DRAFTED if one.draft else ANSWERED)(title=title, value=value)
    marks = [one.id, *([one.source] if one.source else [])]
    return Cell(frame.say(words), small="; ".join(marks))


def _value(value: ResponseValue | StatusValue | None, frame: Frame) -> str:
    if isinstance(value, ResponseValue):
        return frame.say(RESPONSES[value])
    return frame.say(STATUSES[value]) if value else ""


def _moves(change: Change, frame: Frame) -> Cell:
    say = frame.say
    parts = []
    for one in change.moved:
        name, after = frame.title_of(one.id), STATES[one.after]
        if one.before is None and one.id == change.id:
            parts.append(say(CAME(after=after)))
        elif one.before is None:
            parts.append(say(CAME_AS(name=name, after=after)))
        else:
            parts.append(say(FALL(name=name, now=STATES[one.before], then=after)))
    return Cell(
        "; ".join(parts), small=", ".join(one.id for one in change.moved if one.id != change.id)
    )


def _undated(undated: Sequence[Undated], frame: Frame) -> Iterator[Block]:
    say = frame.say
    if not undated:
        return
    yield Heading(say(UNDATED(count=len(undated))))
    yield Paragraph(say(UNDATED_ABOUT), Role.MUTED)
    for one in undated:
        words = BECAME if one.kind is ChangeKind.STATUS else ANSWERED
        said = say(words(title=say(one.title), value=_value(one.value, frame)))
        yield Tree(Cell(said, small=f"{one.id}; {say(one.date)}; {one.source}"))


TITLE = Phrase("What changed", "Wat er veranderde")
PERIOD = Phrase(
    "From {since} to {until}, as today's catalogue has it.",
    "Van {since} tot en met {until}, zoals de catalogus van nu het heeft.",
)
DIFF_SAYS = Phrase(
    "This is what the world did. What was corrected in the catalogue itself, dosa-trace diff says.",
    "Dit is wat de wereld deed. Wat in de catalogus zelf is verbeterd, zegt dosa-trace diff.",
)
NOTHING = Phrase(
    "Nothing that is on file happened in this period.",
    "In dit tijdvak gebeurde niets dat is vastgelegd.",
)
KINDS_COUNTED = {
    ChangeKind.RECOMMENDATION: Phrase("recommendations ({count})", "aanbevelingen ({count})"),
    ChangeKind.STATUS: Phrase("statuses of instruments ({count})", "statussen ({count})"),
    ChangeKind.LINK: Phrase("links that came to hold ({count})", "verbanden erbij ({count})"),
    ChangeKind.RESPONSE: Phrase("responses ({count})", "reacties ({count})"),
}
HAPPENED = Phrase(
    "On file in this period: {parts}. Of the recommendations that were known before {better} stand "
    "better by it and {worse} worse.",
    "Vastgelegd in dit tijdvak: {parts}. Van de aanbevelingen die al bekend waren staan er "
    "{better} beter door en {worse} slechter.",
)
BY_LINKS = Phrase(
    "Of the better ones {count} moved by links alone: on that day a source said so; when it began "
    "it does not tell.",
    "Van de betere veranderden er {count} alleen door verbanden: op die dag zei een bron het; "
    "wanneer het begon zegt dat niet.",
)
BEFORE = Phrase("before", "ervoor")
SAME = Phrase("the same, after", "dezelfde, erna")
ALL = Phrase("all, after", "alle, erna")
MOVING = Phrase("What moved a state", "Wat een stand veranderde")
DAY, WHAT = Phrase("day", "dag"), Phrase("what happened", "wat er gebeurde")
STATE_MOVED = Phrase("what moved that day", "wat die dag veranderde")
OTHERS = Phrase(
    "What moved none, the latest first ({count})",
    "Wat er geen veranderde, het laatste eerst ({count})",
)
LINK = Phrase("link known: {link}", "verband bekend: {link}")
ASKED = Phrase("asked: {title}", "gevraagd: {title}")
BECAME = Phrase("became {value}: {title}", "werd {value}: {title}")
ANSWERED = Phrase("answered, {value}: {title}", "beantwoord, {value}: {title}")
DRAFTED = Phrase("drafted, {value}: {title}", "concept, {value}: {title}")
CAME = Phrase("known from then on: {after}", "vanaf dan bekend: {after}")
CAME_AS = Phrase("{name}: known from then on, {after}", "{name}: vanaf dan bekend, {after}")
UNDATED = Phrase("Undated ({count})", "Ongedateerd ({count})")
UNDATED_ABOUT = Phrase(
    "Read in this period on pages that bear no date. When it came about is not known, so it moves "
    "no figure here.",
    "In dit tijdvak gelezen op bladzijden zonder datum. Wanneer het gebeurde is niet bekend; het "
    "verandert hier dus geen cijfer.",
)
