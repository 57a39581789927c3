"""The layout of what the world did in a period: the figures before and after, what moved a state,
what else happened, and what bears no date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dosa_trace import labels
from dosa_trace.analysis.judging.figures import Figures
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.time.change import Change, ChangeKind, Undated
from dosa_trace.analysis.time.changes import Changes
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
from dosa_trace.views.time import groups
from dosa_trace.views.time.groups import DAY, KINDS_COUNTED, MOVING, STATE_MOVED, WHAT
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import FALL, Frame, state_cell

#: How many of the changes that moved nothing a reader is shown, the latest first.
MOST_OTHERS = 20


def layout(changes: Changes, frame: Frame, each: bool = True) -> Document:
    """`each`: every change in a line, and not those of a day and source together."""
    return Document.of(
        frame.head(TITLE, changes.where),
        blocks(changes, frame, each),
        Paragraph(frame.say(DIFF_SAYS), Role.MUTED),
    )


def blocks(changes: Changes, frame: Frame, each: bool = True) -> Iterator[Block]:
    yield from opening(changes, frame)
    if each:
        yield from _moving(changes, frame)
        yield from _others(changes, frame)
    else:
        yield from groups.blocks(changes, frame)
    yield from _undated(changes.undated, frame, each)


def opening(changes: Changes, frame: Frame) -> Iterator[Block]:
    """The period, what happened in it, and the figures before and after."""
    yield Paragraph(frame.say(PERIOD(since=changes.since, until=changes.until)), Role.MUTED)
    yield Paragraph(sentence(changes, frame), Role.STRONG)
    yield _figures(changes, frame)


def sentence(changes: Changes, frame: Frame) -> str:
    """What happened, and how many moved by it."""
    if not changes.changes:
        return frame.say(NOTHING)
    kinds = Counter(change.kind for change in changes.changes)
    parts = tuple(
        frame.say(KINDS_COUNTED[kind](count=kinds[kind])) for kind in ChangeKind if kinds[kind]
    )
    said = frame.say(HAPPENED(parts=parts, better=changes.better, worse=changes.worse))
    if changes.by_links_alone:
        said += f" {frame.say(BY_LINKS(count=changes.by_links_alone))}"
    if changes.first_seen:
        said += f" {frame.say(FIRST_SEEN(count=changes.first_seen))}"
    return said


def _figures(changes: Changes, frame: Frame) -> Table:
    say = frame.say
    basis = frame.basis or Basis.INFERRED
    sides: Sequence[tuple[Phrase, Mapping[Basis, Figures]]] = (
        (BEFORE, changes.before), (SAME, changes.after_same), (ALL, changes.after),
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


def _moving(changes: Changes, frame: Frame) -> Iterator[Block]:
    say = frame.say
    moving = [change for change in changes.changes if change.moved]
    yield Heading(say(MOVING))
    if not moving:
        yield Paragraph(say(labels.NONE_HERE))
        return
    columns = (
        Column(say(DAY), firm=True),
        Column(say(WHAT)),
        Column(say(STATE_MOVED)),
    )
    shown, left = few(moving, frame)
    yield Table(
        columns,
        tuple(
            (dated(change, frame), _what(change, frame), _moves(change, frame)) for change in shown
        ),
    )
    yield from left


def _others(changes: Changes, frame: Frame) -> Iterator[Block]:
    say = frame.say
    others = [change for change in changes.changes if not change.moved]
    if not others:
        return
    yield Heading(say(OTHERS(count=len(others))))
    shown, left = few(others[::-1], frame, MOST_OTHERS)
    yield listing(shown, frame)
    yield from left


def listing(some: Iterable[Change], frame: Frame) -> Table:
    """Changes that moved nothing, a row each."""
    columns = (Column(frame.say(DAY), firm=True), Column(frame.say(WHAT)))
    return Table(columns, tuple((dated(change, frame), _what(change, frame)) for change in some))


def dated(change: Change, frame: Frame) -> Cell:
    return Cell(frame.say(change.date) if change.date else frame.dated(change.day.isoformat()))


def _what(change: Change, frame: Frame) -> Cell:
    title = frame.say(change.title)
    value = _value(change.value, frame)
    if change.kind is ChangeKind.LINK:
        words = LINK(link=frame.title_of(change.id))
    elif change.kind is ChangeKind.RECOMMENDATION:
        words = ASKED(title=title)
    elif change.kind is ChangeKind.STATUS:
        words = BECAME(title=title, value=value)
    else:
        words = (DRAFTED if change.draft else ANSWERED)(title=title, value=value)
    marks = [change.id, *([change.source] if change.source else [])]
    return Cell(frame.say(words), small="; ".join(marks))


def _value(value: ResponseValue | StatusValue | None, frame: Frame) -> str:
    if isinstance(value, ResponseValue):
        return frame.say(RESPONSES[value])
    return frame.say(STATUSES[value]) if value else ""


def _moves(change: Change | Undated, frame: Frame) -> Cell:
    say = frame.say
    parts = []
    for move in change.moved:
        name, after = frame.title_of(move.id), STATES[move.after]
        if move.before is None and move.id == change.id:
            parts.append(say(CAME(after=after)))
        elif move.before is None:
            parts.append(say(CAME_AS(name=name, after=after)))
        else:
            parts.append(say(FALL(name=name, now=STATES[move.before], then=after)))
    return Cell(
        "; ".join(parts), small=", ".join(move.id for move in change.moved if move.id != change.id)
    )


def _undated(undated: Sequence[Undated], frame: Frame, each: bool) -> Iterator[Block]:
    say = frame.say
    if not undated:
        return
    yield Heading(say(UNDATED(count=len(undated))))
    yield Paragraph(say(UNDATED_ABOUT), Role.MUTED)
    concerned = undated if each else [event for event in undated if event.moved]
    shown, left = few(concerned, frame)
    for event in shown:
        words = BECAME if event.kind is ChangeKind.STATUS else ANSWERED
        said = say(words(title=say(event.title), value=_value(event.value, frame)))
        small = f"{event.id}; {say(event.date)}; {event.source}"
        moved = _moves(event, frame)
        yield Tree(Cell(said, small=small), (Tree(moved),) if event.moved else ())
    yield from left
    if len(concerned) < len(undated):
        yield Paragraph(say(NONE_MOVED(count=len(undated) - len(concerned))), Role.MUTED)


TITLE = Phrase("Events and changed states", "Gebeurtenissen en veranderde standen")
PERIOD = Phrase(
    "From {since} to {until}, according to the current catalogue.",
    "Van {since} tot en met {until}, volgens de huidige catalogus.",
)
DIFF_SAYS = Phrase(
    "These are events from the catalogue. For corrections to the catalogue, see dosa-trace diff.",
    "Dit zijn gebeurtenissen uit de catalogus. Voor verbeteringen in de catalogus: zie "
    "dosa-trace diff.",
)
NONE_MOVED = Phrase("{count} more changed no state.", "Nog {count} zonder gevolg voor een stand.")
NOTHING = Phrase(
    "The catalogue has no events in this period.",
    "De catalogus heeft geen gebeurtenissen in dit tijdvak.",
)
HAPPENED = Phrase(
    "New in this period: {parts}. Of the recommendations already known, {better} improved and "
    "{worse} worsened.",
    "Nieuw in dit tijdvak: {parts}. Van de aanbevelingen die al bekend waren, "
    "{better:ging|gingen} er {better} vooruit en {worse} achteruit.",
)
BY_LINKS = Phrase(
    "Of these, {count} improved only because a source first stated a link then; when it began "
    "is not known.",
    "Daarvan {count} alleen door een nieuwe koppeling: een bron noemde die toen; wanneer het "
    "begon, is niet bekend.",
)
BEFORE = Phrase("before", "ervoor")
SAME = Phrase("after, the same recommendations", "erna, dezelfde aanbevelingen")
ALL = Phrase("after, all recommendations", "erna, alle aanbevelingen")
OTHERS = Phrase(
    "Other events, latest first ({count})", "Overige gebeurtenissen, laatste eerst ({count})"
)
LINK = Phrase("new link: {link}", "nieuwe koppeling: {link}")
ASKED = Phrase("recommended: {title}", "aanbevolen: {title}")
BECAME = Phrase("status {value}: {title}", "status {value}: {title}")
ANSWERED = Phrase("response {value}: {title}", "reactie {value}: {title}")
DRAFTED = Phrase("officials' draft, {value}: {title}", "ambtelijk concept, {value}: {title}")
CAME = Phrase("known from then on: {after}", "vanaf dan bekend: {after}")
CAME_AS = Phrase("{name}: known from then on, {after}", "{name}: vanaf dan bekend, {after}")
UNDATED = Phrase("First seen in this period ({count})", "Eerst gezien in dit tijdvak ({count})")
UNDATED_ABOUT = Phrase(
    "Read in this period, on pages without a date. Since when it is so is not known.",
    "In dit tijdvak gelezen, op pagina's zonder datum. Sinds wanneer het zo is, is niet bekend.",
)
FIRST_SEEN = Phrase(
    "{count} {count:has|have} another state only because a page without a date was read then; "
    "since when is not known.",
    "{count} {count:heeft|hebben} alleen een andere stand omdat toen een pagina zonder datum is "
    "gelezen; sinds wanneer is niet bekend.",
)
