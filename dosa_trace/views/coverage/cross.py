"""The layout of the cross of pledge against action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dosa_trace import labels
from dosa_trace.analysis.coverage.cross import Action, Commitment, Cross, CrossCell
from dosa_trace.document import Block, Cell, Column, Document, Heading, Paragraph, Role, Table, Tree
from dosa_trace.labels import STATES, TOTAL
from dosa_trace.language import Phrase, number
from dosa_trace.views.wording.frame import Frame


def layout(crossed: Cross, frame: Frame) -> Document:
    return Document.of(
        frame.head(TITLE, crossed.where), table(crossed, frame), telling(crossed, frame)
    )


def table(crossed: Cross, frame: Frame) -> Iterable[Block]:
    """What is not known first; then the cells with their sums, and what they mean."""
    say = frame.say
    yield Paragraph(_known(crossed, frame), Role.STRONG)
    columns = (
        Column("", firm=True),
        *(Column(say(ACTIONS[action]), right=True, firm=True) for action in Action),
        Column(say(TOTAL), right=True, firm=True),
    )
    rows = []
    for commitment, name in ROWS.items():
        cells = [crossed.cell(commitment, action) for action in Action]
        rows.append(
            (
                Cell(say(name), Role.STRONG),
                *(_cell(cell, frame) for cell in cells),
                Cell(number(crossed.with_pledge(commitment), frame.language)),
            )
        )
    rows.append(
        (
            Cell(say(TOTAL), Role.STRONG),
            *(Cell(number(crossed.with_action(action), frame.language)) for action in Action),
            Cell(number(crossed.total, frame.language), Role.STRONG),
        )
    )
    yield Table(columns, tuple(rows))
    if not crossed.pledges:
        yield Paragraph(say(NO_PLEDGES))
        yield Paragraph(say(HOW), Role.MUTED)
    else:
        marked = any(cell.telling and cell.number for cell in crossed.cells)
        yield Paragraph(f"{say(MARKED)} {say(HOW)}" if marked else say(HOW), Role.MUTED)


def _known(crossed: Cross, frame: Frame) -> str:
    """For how many it is not known whether a commitment was made, and what is done about the
    commitments that were."""
    unknown, made = crossed.with_pledge(None), crossed.with_pledge(True)
    others = crossed.total - unknown
    said = [NOT_KNOWN(part=crossed.unknown_share)] if unknown else []
    if made:
        counts = ((action, crossed.cell(True, action).number) for action in Action)
        done = tuple(
            frame.say(SO_MANY(count=count, action=ACTIONS[action]))
            for action, count in counts
            if count
        )
        if made == others:
            said.append(ALL_MADE(others=others, done=done))
        else:
            said.append(MADE(made=made, others=others, done=done))
    elif others:
        said.append(NONE_MADE(others=others))
    return " ".join(map(frame.say, said))


def _cell(cell: CrossCell, frame: Frame) -> Cell:
    mark = "◄ " if cell.telling and cell.number else ""
    words = f"{mark}{frame.part(cell.share)}"
    return Cell(words, Role.WEAK if mark else Role.PLAIN, frame.percent(cell.share))


def telling(crossed: Cross, frame: Frame) -> Iterable[Block]:
    """The recommendations of the two kinds of cell that a reader should look at; none where no
    pledge is on file, because then every action would stand out for lacking one."""
    if not crossed.pledges:
        return
    yield from _commitments(crossed, frame)
    for commitment, name in ((True, PLEDGE_NO_ACTION), (False, ACTION_NO_PLEDGE)):
        ids = {
            recommendation_id
            for cell in crossed.cells
            if cell.telling and cell.commitment is commitment
            for recommendation_id in cell.ids
        }
        yield Heading(f"{frame.say(name)} ({len(ids)})")
        if not ids:
            unknown = crossed.with_pledge(None)
            words = NONE_KNOWN(part=crossed.unknown_share)
            yield Paragraph(frame.say(words if unknown else labels.NONE_HERE))
        for line in crossed.recommendations:
            if line.id in ids:
                marks = f"{line.id}; {frame.say(STATES[line.state])}"
                behind = (Tree(frame.named(line.via)),) if line.via else ()
                yield Tree(Cell(frame.say(line.title), small=marks), behind)


def _commitments(crossed: Cross, frame: Frame) -> Iterator[Block]:
    """Who committed to what, and what supports the recommendation."""
    say = frame.say
    yield Heading(say(COMMITMENTS(count=crossed.pledges)))
    yield Paragraph(say(NOT_JUDGED), Role.MUTED)
    made_to: defaultdict[str, list[Commitment]] = defaultdict(list)
    for given in crossed.commitments:
        made_to[given.id].append(given)
    for line in crossed.recommendations:
        if not line.commitment:
            continue
        made = [
            Tree(
                Cell(
                    say(
                        COMMITTED(
                            date=given.date,
                            by=given.by or labels.RESPONDER_UNKNOWN,
                            source=frame.title_of(given.source),
                        )
                    ),
                    small=given.source,
                ),
                (Tree(Cell(say(given.note), Role.MUTED)),) if given.note else (),
            )
            for given in made_to[line.id]
        ]
        behind = [Tree(frame.named(line.via))] if line.via else []
        marks = f"{line.id}; {say(STATES[line.state])}"
        yield Tree(Cell(say(line.title), small=marks), (*made, *behind))


NOT_KNOWN = Phrase(
    "For {part} {part:/recommendation|recommendations} it is not known whether a commitment was "
    "made.",
    "Bij {part} {part:/aanbeveling|aanbevelingen} is niet bekend of er een toezegging is.",
)
MADE = Phrase(
    "Of the other {others}, {made} {made:has|have} a commitment, {done}.",
    "Van de andere {others} {made:heeft|hebben} er {made} een toezegging, {done}.",
)
ALL_MADE = Phrase(
    "The other {others} {others:has|have} a commitment, {done}.",
    "De andere {others} {others:heeft|hebben} een toezegging, {done}.",
)
NONE_MADE = Phrase(
    "Of the other {others}, none has a commitment.",
    "Van de andere {others} heeft er geen een toezegging.",
)
SO_MANY = Phrase("{count} with {action}", "{count} met {action}")
COMMITMENTS = Phrase(
    "Commitments in the catalogue ({count})", "Toezeggingen in de catalogus ({count})"
)
NOT_JUDGED = Phrase(
    "Action on a recommendation is not always what was promised. Whether a commitment was kept "
    "is not judged.",
    "Actie op een aanbeveling is niet altijd wat was toegezegd. Of een toezegging is nagekomen, "
    "wordt niet beoordeeld.",
)
COMMITTED = Phrase("{date}, by {by}: {source}", "{date}, door {by}: {source}")
NONE_KNOWN = Phrase(
    "None known: for {part} it is not known whether a commitment was made.",
    "Geen bekend: bij {part} is niet bekend of er een toezegging is.",
)
TITLE = Phrase("Commitments and actions", "Toezeggingen en acties")
NO_PLEDGE = Phrase("no commitment", "geen toezegging")
ROWS = {True: labels.COMMITMENT, False: NO_PLEDGE, None: labels.NOT_KNOWN}
ACTIONS = {
    Action.COMPLETED: Phrase("completed action", "afgeronde actie"),
    Action.UNDER_WAY: Phrase("action under way", "actie in uitvoering"),
    Action.ANNOUNCED: Phrase("action announced only", "alleen aangekondigde actie"),
    Action.NONE: Phrase("no action in the catalogue", "geen actie in de catalogus"),
}
HOW = Phrase(
    "Based on the Voortgangsmeter of the Netherlands Court of Audit. Its four categories: "
    "geen actie, overige actie, toezegging wordt uitgevoerd, toezegging is uitgevoerd. In "
    "English: no action, other action, commitment being carried out, commitment carried out. "
    "‘Announced only’ is an extra category. Action means that an instrument covers the "
    "recommendation in whole or in part. Completed means that every such instrument is "
    "completed. Whether a commitment was made is known only where every response was read "
    "whole.",
    "Deze indeling volgt de Voortgangsmeter van de Algemene Rekenkamer. Die heeft vier "
    "categorieën: geen actie, overige actie, toezegging wordt uitgevoerd, toezegging is "
    'uitgevoerd. Nieuw is de categorie "alleen aangekondigd". Actie betekent dat een '
    "instrument de aanbeveling geheel of deels dekt. Afgerond betekent dat al die "
    "instrumenten zijn afgerond. Of er een toezegging is, is pas bekend als elke reactie in "
    "zijn geheel is gelezen.",
)
NO_PLEDGES = Phrase(
    "The catalogue has no commitment for these recommendations. That says what this catalogue "
    "holds, not that none was made. So nothing is marked.",
    "De catalogus heeft voor deze aanbevelingen geen toezegging. Dat zegt wat deze catalogus "
    "bevat, niet dat er geen is gedaan. Daarom is niets gemarkeerd.",
)
MARKED = Phrase("◄ worth a follow-up question", "◄ aanleiding voor een vraag")
PLEDGE_NO_ACTION = Phrase("Commitment without action", "Wel een toezegging, geen actie")
ACTION_NO_PLEDGE = Phrase("Action without commitment", "Wel actie, geen toezegging")
