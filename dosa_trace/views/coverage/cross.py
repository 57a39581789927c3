"""The layout of the cross of pledge against action."""

from __future__ import annotations

from collections.abc import Iterable

from dosa_trace import labels
from dosa_trace.analysis.coverage.cross import Action, Cross, CrossCell
from dosa_trace.document import Block, Cell, Column, Document, Heading, Paragraph, Role, Table, Tree
from dosa_trace.labels import STATES, TOTAL
from dosa_trace.language import Phrase, number
from dosa_trace.views.wording.frame import Frame


def layout(crossed: Cross, frame: Frame) -> Document:
    return Document.of(
        frame.head(TITLE, crossed.where), table(crossed, frame), telling(crossed, frame)
    )


def table(crossed: Cross, frame: Frame) -> Iterable[Block]:
    """The cells with their sums, and what they mean."""
    say = frame.say
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
        yield Paragraph(f"{say(HOW)} {say(MARKED)}", Role.MUTED)


def _cell(cell: CrossCell, frame: Frame) -> Cell:
    mark = "◄ " if cell.telling and cell.number else ""
    words = f"{mark}{frame.part(cell.share)}"
    return Cell(words, Role.WEAK if mark else Role.PLAIN, frame.percent(cell.share))


def telling(crossed: Cross, frame: Frame) -> Iterable[Block]:
    """The recommendations of the two kinds of cell that a reader should look at; none where no
    pledge is on file, because then every action would stand out for lacking one."""
    if not crossed.pledges:
        return
    for commitment, name in ((True, PLEDGE_NO_ACTION), (False, ACTION_NO_PLEDGE)):
        ids = {
            recommendation_id
            for cell in crossed.cells
            if cell.telling and cell.commitment is commitment
            for recommendation_id in cell.ids
        }
        yield Heading(f"{frame.say(name)} ({len(ids)})")
        if not ids:
            yield Paragraph(frame.say(labels.NONE_HERE))
        for line in crossed.recommendations:
            if line.id in ids:
                marks = f"{line.id}; {frame.say(STATES[line.state])}"
                behind = (Tree(frame.named(line.via)),) if line.via else ()
                yield Tree(Cell(frame.say(line.title), small=marks), behind)


TITLE = Phrase("Commitments and actions", "Toezeggingen en acties")
NO_PLEDGE = Phrase("no commitment", "geen toezegging")
ROWS = {True: labels.COMMITMENT, False: NO_PLEDGE, None: labels.NOT_KNOWN}
ACTIONS = {
    Action.COMPLETED: Phrase("carried out", "uitgevoerd"),
    Action.UNDER_WAY: Phrase("being carried out", "wordt uitgevoerd"),
    Action.ANNOUNCED: Phrase("announced only", "alleen aangekondigd"),
    Action.NONE: Phrase("no action in the catalogue", "geen actie in de catalogus"),
}
HOW = Phrase(
    "Based on the Voortgangsmeter of the Netherlands Court of Audit. Its four categories: "
    "geen actie, overige actie, toezegging wordt uitgevoerd, toezegging is uitgevoerd. In "
    "English: no action, other action, commitment being carried out, commitment carried out. "
    "‘Announced only’ is an extra category. Action means that an instrument covers the "
    "recommendation in whole or in part. Carried out means that every such instrument is "
    "completed. Whether a commitment was made is known only where every response was read "
    "whole.",
    "Deze indeling volgt de Voortgangsmeter van de Algemene Rekenkamer. Die heeft vier "
    "categorieën: geen actie, overige actie, toezegging wordt uitgevoerd, toezegging is "
    'uitgevoerd. Nieuw is de categorie "alleen aangekondigd". Actie betekent dat een '
    "instrument de aanbeveling geheel of deels dekt. Uitgevoerd betekent dat al die "
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
