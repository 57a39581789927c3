"""What the state of one recommendation depends on: the judgements that must be wrong to lower
it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dosa_trace import labels
from dosa_trace.analysis.robustness.cut_sets import Cuts
from dosa_trace.analysis.robustness.judgements import Judgement, JudgementKind
from dosa_trace.document import Block, Cell, Heading, Paragraph, Role, Tree
from dosa_trace.language import Phrase
from dosa_trace.views.wording.frame import Frame

#: How many sets of judgements are named.
MOST_SHOWN = 5


def blocks(cuts: Cuts, about: str, frame: Frame) -> Iterator[Block]:
    say = frame.say
    yield Heading(say(HANGS_ON))
    if not cuts.complete:
        yield Paragraph(say(NOT_LOOKED_FAR))
    elif cuts.size is None:
        yield Paragraph(say(FIRM))
    else:
        words = ONE if cuts.size == 1 else SEVERAL
        yield Paragraph(say(words(size=cuts.size)))
        for some in cuts.sets[:MOST_SHOWN]:
            kinds = ", ".join(say(KINDS[judgement.kind]) for judgement in some)
            named = together(some, about, frame)
            yield Tree(named._replace(small=f"{kinds}; {named.small}"))
        more = len(cuts.sets) - MOST_SHOWN
        if more > 0:
            yield Tree(Cell(say(AND_MORE(count=more)), Role.MUTED))


def together(some: Sequence[Judgement], about: str, frame: Frame) -> Cell:
    """The judgements of one set that the state of a recommendation depends on."""
    return Cell(
        " + ".join(frame.title_of(judgement.id, about) for judgement in some),
        small=" + ".join(judgement.id for judgement in some),
    )


KINDS = {
    JudgementKind.LINK: Phrase("analyst's link", "koppeling van een analist"),
    JudgementKind.EXTENT: labels.FIELDS["extent"],
    JudgementKind.SOURCE: labels.RECORD_KINDS["source"],
}
HANGS_ON = Phrase("What the state depends on", "Waar de stand van afhangt")
AND_MORE = Phrase("and {count} more", "en nog {count}")
ONE = Phrase(
    "The state drops if any one of these judgements or sources is wrong:",
    "De stand wordt lager als een van deze oordelen of bronnen onjuist is:",
)
SEVERAL = Phrase(
    "The state drops only if {size} judgements are wrong together, such as:",
    "De stand wordt pas lager als {size} oordelen samen onjuist zijn, zoals:",
)
FIRM = Phrase(
    "The state drops only if more than three judgements are wrong together.",
    "De stand wordt pas lager als meer dan drie oordelen samen onjuist zijn.",
)
NOT_LOOKED_FAR = Phrase(
    "Not fully checked: how many judgements must be wrong to lower the state.",
    "Niet volledig onderzocht: hoeveel oordelen onjuist moeten zijn voor een lagere stand.",
)
