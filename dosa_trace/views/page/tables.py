"""The tables of a page: a row for each theme and for each organisation, with its states as one bar,
what is most often open first; columns in which every number is nought are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from dosa_trace import labels
from dosa_trace.analysis.coverage.coverage import Group
from dosa_trace.analysis.coverage.owners import OwnerLine
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.analysis.report.page_data import PageData
from dosa_trace.document import Block, Cell, Column, Paragraph, Role, Table
from dosa_trace.labels import STATES
from dosa_trace.language import Phrase, number
from dosa_trace.views.coverage import coverage
from dosa_trace.views.wording.frame import Frame


def themes(dossier: PageData, frame: Frame) -> Iterator[Block]:
    """Each theme, with a link to what is told of it."""
    say, groups = frame.say, sorted(dossier.themes.groups, key=_most_open)
    states = _occurring(groups)
    if not dossier.themes.adds_up:
        yield Paragraph(say(coverage.MORE_THAN_ONCE), Role.MUTED)
    columns = (
        Column(say(labels.RECORD_KINDS["theme"])), Column(""),
        *(Column(say(STATES[state]), right=True) for state in states),
        Column(say(labels.TOTAL), right=True),
    )  # fmt: skip
    yield Table(
        columns,
        tuple(
            (
                _name(group, f"#theme-{quote(group.key)}" if group.key else None, frame),
                *_figures(group, states, frame),
                _count(group.total, frame),
            )
            for group in groups
        ),
    )


def organisations(dossier: PageData, frame: Frame) -> Iterator[Block]:
    """What is asked of each organisation, and what it does, with links to both lists."""
    say, groups = frame.say, dossier.addressed.groups
    states = _occurring(groups)
    yield Paragraph(say(ABOUT), Role.MUTED)
    yield Paragraph(say(coverage.MORE_THAN_ONCE), Role.MUTED)
    columns = (
        Column(say(labels.RECORD_KINDS["organisation"])), Column(""),
        *(Column(say(STATES[state]), right=True) for state in states),
        Column(say(ASKED), right=True),
        *(Column(say(words), right=True) for words in (OWN, COVERED, ALONE)),
    )  # fmt: skip
    held = {owner.id: owner for owner in dossier.owners}
    asked = {group.key for group in groups}
    rows = [
        (
            _name(group, _instruments(group.key) if group.key in held else None, frame),
            *_asked(group, states, frame),
            *(_held(held[group.key], frame) if group.key in held else (Cell(""),) * 3),
        )
        for group in sorted(groups, key=_most_open)
    ]
    nobody = (Cell(""),) * (len(states) + 2)
    others = (owner for owner in dossier.owners if owner.id not in asked)
    rows += [
        (
            Cell(say(owner.label) if owner.label else owner.id, url=_instruments(owner.id)),
            *nobody,
            *_held(owner, frame),
        )
        for owner in sorted(others, key=lambda owner: (-len(owner.answers), -len(owner.live)))
    ]
    yield Table(columns, tuple(rows))


def _most_open(group: Group) -> tuple[int, int]:
    return -group.counts.gap, -group.total


def _occurring(groups: Iterable[Group]) -> Sequence[State]:
    """The states that some recommendation of a group is in, those that are open first: by these the
    rows are sorted, and on a phone there is room for one."""
    counts = [group.counts for group in groups]
    order = sorted(State, key=lambda state: state is not State.GAP)
    return [state for state in order if any(getattr(one, state) for one in counts)]


def _name(group: Group, url: str | None, frame: Frame) -> Cell:
    if group.key is None:
        return Cell(frame.say(coverage.NOT_GIVEN))
    return Cell(frame.say(group.label) if group.label else group.key, url=url)


def _figures(group: Group, states: Iterable[State], frame: Frame) -> Iterator[Cell]:
    yield coverage.bar(group.figures, *State)
    for state in states:
        yield _count(getattr(group.counts, state), frame)


def _asked(group: Group, states: Iterable[State], frame: Frame) -> Iterator[Cell]:
    yield from _figures(group, states, frame)
    shown = f"#recommendations?recommendations.addressee={quote(group.key)}" if group.key else None
    yield _count(group.total, frame)._replace(url=shown)


def _held(owner: OwnerLine, frame: Frame) -> Iterator[Cell]:
    for records in (owner.live, owner.answers, owner.only):
        yield _count(len(records), frame)


def _instruments(key: str | None) -> str | None:
    """Where those of an owner are listed."""
    return f"#instruments?instruments.owner={quote(key)}" if key else None


def _count(count: int, frame: Frame) -> Cell:
    return Cell(number(count, frame.language), Role.PLAIN if count else Role.MUTED)


ABOUT = Phrase(
    "The states are those of the recommendations addressed to an organisation. Its own instruments "
    "are those active or completed. What they cover, they cover in whole or part.",
    "De standen zijn die van de aanbevelingen die aan een organisatie zijn gericht. De eigen "
    "instrumenten zijn die actief of afgerond zijn. Wat ze dekken, dekken ze (deels).",
)
ASKED = Phrase("addressed to it", "eraan gericht")
OWN, COVERED, ALONE = (
    Phrase("own instruments", "eigen instrumenten"),
    Phrase("covered by these", "daardoor gedekt"),
    Phrase("by these alone", "alleen daardoor"),
)
