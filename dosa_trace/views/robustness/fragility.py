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
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import FALL, Frame, state_cell

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
            part=steady, percent=frame.percent(steady),
            links=links, links_percent=frame.percent(links),
        )
    )  # fmt: skip


def _judgements(fragility: Fragility, frame: Frame) -> Iterable[Block]:
    say = frame.say
    yield Heading(say(ALONE(part=fragility.deciding_share)))
    if not fragility.judgements:
        yield Paragraph(say(NONE_ALONE))
        return
    columns = (Column(say(JUDGEMENT)), Column(say(WHAT)), Column(say(WOULD_FALL)))
    shown, left = few(fragility.judgements, frame, MOST_JUDGEMENTS)
    yield Table(columns, tuple(_hanging(hanging, frame) for hanging in shown))
    yield from left


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
    shown, left = few(points, frame)
    rows = tuple(
        (
            Cell(say(point.title), small=_with_parts(point, frame)),
            falls(point.falls, frame),
        )
        for point in shown
    )
    yield Table(columns, rows)
    yield from left


def _with_parts(point: SinglePoint, frame: Frame) -> str:
    return (
        f"{point.id}; {frame.say(WITH(parts=tuple(map(frame.title_of, point.parts))))}"
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
        Column(say(labels.SUCH_AS)),
    )
    ordered = sorted(
        fragility.recommendations,
        key=lambda recommendation: recommendation.size or (4 if recommendation.complete else 5),
    )
    shown, left = few(ordered, frame)
    yield Table(columns, tuple(_fragile(recommendation, frame) for recommendation in shown))
    yield from left
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


def _fewest(fragility: Fragility, frame: Frame) -> Iterable[Block]:
    say, fewest = frame.say, fragility.carrying
    yield Heading(say(FEWEST))
    if not fewest.candidates:
        yield Paragraph(say(labels.NONE_HERE))
        return
    share = fewest.share
    yield Paragraph(
        say(EXACT(part=share)) if fewest.exact else say(AT_LEAST(part=share, least=fewest.at_least))
    )
    yield from _these(CARRYING, fewest.ids, frame)
    yield Paragraph(say(NOT_MISSED(needed=len(fewest.indispensable), count=len(fewest.spare))))
    if fewest.spare:
        yield from _these(SPARE, fewest.spare, frame)


def _these(words: Phrase, names: Sequence[str], frame: Frame) -> Iterable[Block]:
    yield Paragraph(f"{frame.say(words)}:")
    shown, left = few(names, frame)
    yield from (Tree(Cell(frame.title_of(name), small=name)) for name in shown)
    yield from left


TITLE = Phrase("How sensitive the figures are", "Gevoeligheid van de cijfers")
NOTHING_ANSWERED = Phrase(
    "No instrument supports any of these recommendations, so no state can drop.",
    "Geen van deze aanbevelingen heeft een instrument, dus geen stand kan lager worden.",
)
STEADY = Phrase(
    "{part} {part:/recommendation|recommendations} ({percent}) {part:keeps its|keep their} "
    "state if any one judgement is wrong. If any one analyst's link is wrong: {links} "
    "({links_percent}).",
    "{part} {part:/aanbeveling|aanbevelingen} ({percent}) {part:houdt de|houden hun} stand "
    "als één oordeel onjuist is. Bij één onjuiste koppeling van een analist: {links} "
    "({links_percent}).",
)
WHAT_IS_JUDGED = Phrase(
    "A judgement is an analyst's link. Or it is the extent of a link that a source states, "
    "taken one step lower. Or it is the assumption that a source says what it is cited for. "
    "Without a source, links and statuses that depend on it alone no longer count.",
    "Een oordeel is een koppeling van een analist. Of het is de mate van een koppeling "
    "volgens een bron, één stap lager genomen. Of het is de aanname dat een bron zegt "
    "waarvoor die wordt aangehaald. Valt een bron weg, dan tellen koppelingen en statussen "
    "die alleen daarop berusten niet mee.",
)
ALONE = Phrase(
    "Judgements that each decide a state: {part}",
    "Oordelen die elk op zich een stand bepalen: {part}",
)
NONE_ALONE = Phrase("No state depends on one judgement.", "Geen stand hangt af van één oordeel.")
JUDGEMENT, WHAT = Phrase("judgement", "oordeel"), Phrase("what it is", "wat het is")
ONE_INSTRUMENT = Phrase(
    "Recommendations that depend on one instrument", "Aanbevelingen die van één instrument afhangen"
)
SINGLE_ABOUT = Phrase(
    "If one of these instruments goes, at least one recommendation has a lower state.",
    "Valt een van deze instrumenten weg, dan krijgt minstens één aanbeveling een lagere stand.",
)
NO_SINGLE = Phrase(
    "No state depends on one instrument alone.", "Geen stand hangt af van één instrument."
)
INSTRUMENT = labels.RECORD_KINDS["instrument"]
WITH = Phrase(
    "with its {parts:part|parts} {parts}",
    "met {parts:het onderdeel|de onderdelen} {parts}",
)
WOULD_FALL = Phrase("recommendations that would drop", "aanbevelingen met een lagere stand")
HOW_MANY = Phrase(
    "Judgements needed for a lower state",
    "Oordelen nodig voor een lagere stand",
)
HOW_MANY_ABOUT = Phrase(
    "For each recommendation the smallest set of judgements, three at most.",
    "Per aanbeveling de kleinste groep, van hoogstens drie oordelen.",
)
NUMBER = Phrase("number", "aantal")
MORE_THAN_THREE, NOT_LOOKED = Phrase("over 3", "meer dan 3"), labels.NOT_KNOWN
STOPPED = Phrase(
    "The calculation stopped before the last recommendation; select some with --where for a "
    "full result.",
    "De berekening stopte voor de laatste aanbeveling; kies er enkele met --where voor een "
    "volledig resultaat.",
)
FEWEST = Phrase("Fewest instruments needed", "Minimaal aantal instrumenten")
EXACT = Phrase(
    "With {part} {part:/instrument|instruments} every recommendation keeps its state; fewer "
    "are not enough.",
    "Met {part} {part:/instrument|instrumenten} houdt elke aanbeveling de stand; met minder "
    "kan het niet.",
)
AT_LEAST = Phrase(
    "With {part} {part:/instrument|instruments} every recommendation keeps its state; at "
    "least {least} {least:is|are} needed.",
    "Met {part} {part:/instrument|instrumenten} houdt elke aanbeveling de stand; minstens "
    "{least} {least:is|zijn} nodig.",
)
CARRYING = Phrase("Instruments that are enough", "Instrumenten die genoeg zijn")
NOT_MISSED = Phrase(
    "{needed} {needed:instrument is|instruments are} essential. Of the other {count}, each "
    "can be left out alone, but not all together.",
    "{needed} {needed:instrument is|instrumenten zijn} elk onmisbaar. Van de andere {count} "
    "kan elk apart wegvallen, maar niet alle samen.",
)
SPARE = Phrase(
    "Instruments that can go separately",
    "Instrumenten waarvan er één kan wegvallen",
)
