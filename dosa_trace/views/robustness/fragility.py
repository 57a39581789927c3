"""The layout of what the states depend on: single judgements, single instruments, sets of
judgements, and with how little they would do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dosa_trace import labels
from dosa_trace.analysis.robustness.fragility import Fall, Fragile, Fragility, Hanging, SinglePoint
from dosa_trace.document import Block, Cell, Column, Document, Heading, Paragraph, Role, Table, Tree
from dosa_trace.labels import STATES
from dosa_trace.language import Phrase
from dosa_trace.views.robustness.cut_sets import AND_MORE, KINDS, together
from dosa_trace.views.wording.frame import FALL, LEFT_OUT, Frame, state_cell

#: How many judgements, and how many sets of one recommendation, a reader is shown; the others are
#: in the formats for programs.
MOST_JUDGEMENTS, MOST_SETS = 20, 2


def layout(fragility: Fragility, frame: Frame) -> Document:
    return Document.of(frame.head(TITLE, fragility.where), blocks(fragility, frame))


def blocks(fragility: Fragility, frame: Frame) -> Iterable[Block]:
    yield from _first(fragility, frame)
    yield Heading(frame.say(ONE_INSTRUMENT))
    yield from single_points(fragility.instruments, frame)
    yield from _sets(fragility, frame)
    yield from _fewest(fragility, frame)


def of_judgements(fragility: Fragility, frame: Frame) -> Iterable[Block]:
    """The same without what depends on one instrument."""
    yield from _first(fragility, frame)
    yield from _sets(fragility, frame)
    yield from _fewest(fragility, frame)


def _first(fragility: Fragility, frame: Frame) -> Iterable[Block]:
    yield Paragraph(sentence(fragility, frame), Role.STRONG)
    yield Paragraph(frame.say(WHAT_IS_JUDGED), Role.MUTED)
    yield from _judgements(fragility, frame)


def sentence(fragility: Fragility, frame: Frame) -> str:
    """How many stand whichever one judgement is wrong."""
    if not fragility.answered:
        return frame.say(NOTHING_ANSWERED)
    steady, links = fragility.steady_share, fragility.steady_links_share
    return frame.say(
        STEADY(
            part=frame.part(steady), percent=frame.percent(steady),
            links=frame.part(links), links_percent=frame.percent(links),
        )
    )  # fmt: skip


def _judgements(fragility: Fragility, frame: Frame) -> Iterable[Block]:
    say = frame.say
    yield Heading(say(ALONE(part=frame.part(fragility.deciding_share))))
    if not fragility.judgements:
        yield Paragraph(say(NONE_ALONE))
        return
    columns = (Column(say(JUDGEMENT)), Column(say(WHAT)), Column(say(WOULD_FALL)))
    rows = tuple(_hanging(hanging, frame) for hanging in fragility.judgements[:MOST_JUDGEMENTS])
    yield Table(columns, rows)
    yield from _left_out(len(fragility.judgements) - MOST_JUDGEMENTS, frame)


def _hanging(hanging: Hanging, frame: Frame) -> tuple[Cell, ...]:
    judgement = hanging.judgement
    place = f"{judgement.file}:{judgement.line}"
    name = Cell(frame.title_of(judgement.id), small=f"{judgement.id}; {place}")
    return (name, Cell(frame.say(KINDS[judgement.kind])), falls(hanging.falls, frame))


def falls(some: Sequence[Fall], frame: Frame) -> Cell:
    """What each would fall to, by their titles, their ids small."""
    said = (
        frame.say(FALL(name=fall.title, now=STATES[fall.now], then=STATES[fall.then]))
        for fall in some
    )
    return Cell("; ".join(said), small=", ".join(fall.id for fall in some))


def single_points(points: Sequence[SinglePoint], frame: Frame) -> Iterable[Block]:
    say = frame.say
    yield Paragraph(say(SINGLE_ABOUT if points else NO_SINGLE))
    if not points:
        return
    columns = (Column(say(INSTRUMENT)), Column(say(WOULD_FALL)))
    rows = tuple(
        (
            Cell(say(point.title), small=_with_parts(point, frame)),
            falls(point.falls, frame),
        )
        for point in points
    )
    yield Table(columns, rows)


def _with_parts(point: SinglePoint, frame: Frame) -> str:
    return (
        f"{point.id}; {frame.say(WITH(parts=frame.called(point.parts)))}"
        if point.parts
        else point.id
    )


def _sets(fragility: Fragility, frame: Frame) -> Iterable[Block]:
    say = frame.say
    yield Heading(say(HOW_MANY))
    yield Paragraph(say(HOW_MANY_ABOUT), Role.MUTED)
    if not fragility.recommendations:
        yield Paragraph(say(labels.NONE_HERE))
        return
    columns = (
        Column(say(labels.RECORD_KINDS["recommendation"])),
        Column(say(labels.STATE), firm=True),
        Column(say(NUMBER), right=True, firm=True),
        Column(say(SUCH_AS)),
    )
    ordered = sorted(
        fragility.recommendations,
        key=lambda recommendation: recommendation.size or (4 if recommendation.complete else 5),
    )
    yield Table(columns, tuple(_fragile(recommendation, frame) for recommendation in ordered))
    if not fragility.complete:
        yield Paragraph(say(STOPPED))


def _fragile(recommendation: Fragile, frame: Frame) -> tuple[Cell, ...]:
    say = frame.say
    size = (
        str(recommendation.size)
        if recommendation.size
        else say(MORE_THAN_THREE if recommendation.complete else NOT_LOOKED)
    )
    shown = [together(some, recommendation.id, frame) for some in recommendation.sets[:MOST_SETS]]
    small = [cell.small for cell in shown]
    more = len(recommendation.sets) - MOST_SETS
    if more > 0:
        small.append(say(AND_MORE(count=more)))
    return (
        Cell(say(recommendation.title), small=recommendation.id),
        state_cell(frame, recommendation.state),
        Cell(size),
        Cell("; ".join(cell.text for cell in shown), small="; ".join(small)),
    )


def _left_out(count: int, frame: Frame) -> Iterable[Block]:
    if count > 0:
        yield Paragraph(frame.say(LEFT_OUT(count=count)), Role.MUTED)


def _fewest(fragility: Fragility, frame: Frame) -> Iterable[Block]:
    say, fewest = frame.say, fragility.carrying
    yield Heading(say(FEWEST))
    if not fewest.candidates:
        yield Paragraph(say(labels.NONE_HERE))
        return
    share = fewest.share
    yield Paragraph(
        say(EXACT(part=frame.part(share)))
        if fewest.exact
        else say(AT_LEAST(part=frame.part(share), least=fewest.at_least))
    )
    yield from _these(CARRYING, fewest.ids, frame)
    yield Paragraph(say(NOT_MISSED(needed=len(fewest.indispensable), count=len(fewest.spare))))
    if fewest.spare:
        yield from _these(SPARE, fewest.spare, frame)


def _these(words: Phrase, names: Iterable[str], frame: Frame) -> Iterable[Block]:
    yield Paragraph(f"{frame.say(words)}:")
    yield from (Tree(Cell(frame.title_of(name), small=name)) for name in names)


TITLE = Phrase("What the figures hang on", "Waar de cijfers aan hangen")
NOTHING_ANSWERED = Phrase(
    "Nothing stands behind any of these recommendations, so nothing can fall.",
    "Achter geen van deze aanbevelingen staat iets; er kan dus niets vallen.",
)
STEADY = Phrase(
    "{part} answered recommendations ({percent}) stand whichever one judgement is wrong; {links} "
    "({links_percent}) whichever one inferred link is.",
    "{part} beantwoorde aanbevelingen ({percent}) houden stand, welk oordeel ook fout is; {links} "
    "({links_percent}) welk afgeleid verband ook.",
)
WHAT_IS_JUDGED = Phrase(
    "A judgement is an inferred link; the extent of a stated one, which is read into its source "
    "and is taken to be one step less; and that a source says what it is cited for, without "
    "which the links go whose evidence all stands in it, and the instruments whose status was "
    "last read in it are taken to carry nothing.",
    "Een oordeel is een afgeleid verband; de mate van een gesteld verband, die in de bron wordt "
    "gelezen en een stap minder wordt genomen; en dat een bron zegt waarvoor hij wordt "
    "aangehaald: zonder hem vervallen de verbanden waarvan al het bewijs erin staat, en dragen "
    "de instrumenten waarvan de status er het laatst in is gelezen niets meer.",
)
ALONE = Phrase(
    "Judgements on which a state hangs alone: {part}",
    "Oordelen waaraan een stand alleen hangt: {part}",
)
NONE_ALONE = Phrase("No state hangs on one judgement.", "Geen stand hangt aan één oordeel.")
JUDGEMENT, WHAT = Phrase("judgement", "oordeel"), Phrase("what it is", "wat het is")
ONE_INSTRUMENT = Phrase("What hangs on one instrument", "Wat aan één instrument hangt")
SINGLE_ABOUT = Phrase(
    "Without one of these instruments the state of a recommendation would be worse.",
    "Zonder een van deze instrumenten zou de stand van een aanbeveling slechter zijn.",
)
NO_SINGLE = Phrase(
    "No state hangs on one instrument alone.", "Geen stand hangt aan één instrument alleen."
)
INSTRUMENT = labels.RECORD_KINDS["instrument"]
WITH = Phrase("with its parts {parts}", "met zijn delen {parts}")
WOULD_FALL = Phrase("what would fall", "wat zou terugvallen")
HOW_MANY = Phrase(
    "How many judgements must be wrong together", "Hoeveel oordelen samen fout moeten zijn"
)
HOW_MANY_ABOUT = Phrase(
    "The smallest sets of judgements without which the state would be worse; the search goes up to "
    "three.",
    "De kleinste groepen oordelen zonder welke de stand slechter zou zijn; er is tot drie gezocht.",
)
NUMBER, SUCH_AS = Phrase("number", "aantal"), Phrase("such as", "zoals")
MORE_THAN_THREE, NOT_LOOKED = Phrase("over 3", "meer dan 3"), labels.NOT_KNOWN
STOPPED = Phrase(
    "The search ended before the last recommendation; choose some with --where to look at all.",
    "De zoektocht stopte voor de laatste aanbeveling; kies er enkele met --where om alles te zien.",
)
FEWEST = Phrase("With how few it would be the same", "Met hoe weinig het hetzelfde zou zijn")
EXACT = Phrase(
    "Together {part} instruments behind these recommendations are enough for every state; with "
    "fewer it cannot be done.",
    "Samen zijn {part} instrumenten achter deze aanbevelingen genoeg voor elke stand; met minder "
    "kan het niet.",
)
AT_LEAST = Phrase(
    "Together {part} instruments behind these recommendations are enough for every state; it "
    "takes at least {least}.",
    "Samen zijn {part} instrumenten achter deze aanbevelingen genoeg voor elke stand; het vraagt "
    "er minstens {least}.",
)
CARRYING = Phrase("These are enough", "Deze zijn genoeg")
NOT_MISSED = Phrase(
    "Of these {needed} cannot be missed, each by itself. Of {count} any one could be missed, "
    "though not all at once.",
    "Daarvan kunnen er {needed} niet worden gemist, elk op zich. Van {count} kan er elk één "
    "worden gemist, maar niet alle tegelijk.",
)
SPARE = Phrase("Any one of these could be missed", "Elk van deze kan op zich worden gemist")
