"""The layout of what needs a judge, and of one link or pair for who judges it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dosa_trace.analysis.robustness.to_review import Pair, ReviewQueue, ToReview
from dosa_trace.catalog.facts.reviews import read_texts
from dosa_trace.catalog.facts.second_readings import objections, objections_to_rejecting
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.judged import Considered, FieldReading
from dosa_trace.catalog.model.parts import Evidence, LocalText
from dosa_trace.catalog.model.records import Instrument, Objective, Recommendation, TraceLink
from dosa_trace.checks.quoted_text import paragraph_around
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
    Tree,
)
from dosa_trace.labels import BASES, EXTENTS, FIELDS, READ_EXTENTS, RECORD_KINDS, RESPONSES
from dosa_trace.language import Phrase, Words
from dosa_trace.views.robustness.fragility import WOULD_FALL, falls
from dosa_trace.views.why.responses import doubt
from dosa_trace.views.wording.few import few
from dosa_trace.views.wording.frame import Frame, capital
from dosa_trace.views.wording.word_difference import word_difference


def layout(queue: ReviewQueue, frame: Frame) -> Document:
    return Document.of(frame.head(TITLE, queue.where), _queue(queue, frame))


def _queue(queue: ReviewQueue, frame: Frame) -> Iterator[Block]:
    say = frame.say
    left = queue.total - queue.judged
    yield Paragraph(say(SENTENCE(left=left, total=queue.total)), Role.STRONG)
    if not queue.items:
        return
    columns = (
        Column(say(RECORD_KINDS["link"])),
        Column(say(WHY)),
        Column(say(WOULD_FALL)),
    )
    shown, more = few(queue.items, frame)
    yield Table(columns, tuple(_row(item, frame) for item in shown))
    yield from more


def _row(item: ToReview, frame: Frame) -> tuple[Cell, ...]:
    why = (
        word
        for word, holds in (
            (SUSPECT, item.suspect),
            (DISPUTED, item.disputed),
            (UNREAD, item.by is not None and item.last is None),
            (UNKNOWN_MAKER, item.by is None),
        )
        if holds
    )
    name = frame.step(item.origin, item.target)
    return (name, Cell(", ".join(map(frame.say, why))), falls(item.falls, frame))


def screen(
    catalog: Catalog,
    link: TraceLink,
    item: ToReview,
    place: Words,
    frame: Frame,
    was: tuple[Catalog, TraceLink] | None = None,
) -> Document:
    """A link for who judges it, the how manieth of how many: both ends, why it is there, what
    depends on it, and what changed since its reviewer saw it, where that is known."""
    say = frame.say
    extent = say(EXTENTS[link.extent.value]) if link.extent else say(READ_EXTENTS["none"])
    facts = [
        (say(FIELDS["extent"]), Cell(extent)),
        (say(FIELDS["basis"]), Cell(say(BASES[link.basis]))),
    ]
    if link.by:
        facts.append((say(FIELDS["by"]), Cell(say(link.by))))
    if link.rationale:
        facts.append((say(FIELDS["rationale"]), Cell(say(link.rationale))))
    return Document.of(
        Heading(frame.say(place), 1),
        _ends(catalog, (link.origin, link.target), frame),
        Facts(tuple(facts)),
        _changed(was, (catalog, link), frame) if was else None,
        [Tree(doubt(objection, frame)) for objection in objections(link)],
        _evidence(catalog, link.evidence, frame),
        _moves(item, frame),
        rules(frame),
    )


def _changed(
    was: tuple[Catalog, TraceLink], now: tuple[Catalog, TraceLink], frame: Frame
) -> Iterator[Block]:
    """The texts that differ from those that the reviewer read, word by word."""
    say = frame.say
    before, after = read_texts(*was), read_texts(*now)
    for key in dict.fromkeys((*before, *after)):
        old, new = (say(texts[key]) if key in texts else "" for texts in (before, after))
        if old != new:
            name, field = key
            label = " ".join(part for part in (name, say(FIELDS[field])) if part)
            yield Tree(Cell(f"{say(CHANGED)}, {label}: {word_difference(old, new)}"))


def blind_screen(catalog: Catalog, pair: Pair, place: Words, frame: Frame) -> Document:
    """Two records for who judges them without what is on file about both together."""
    ends = _ends(catalog, (pair.origin, pair.target), frame)
    return Document.of(Heading(frame.say(place), 1), ends, rules(frame))


def rejected_screen(
    catalog: Catalog, pair: Pair, looked: Considered, place: Words, frame: Frame
) -> Document:
    """An instrument that was rejected and that somebody finds to do something, for who decides."""
    say = frame.say
    facts = [(say(CONSIDERED), Cell(say(looked.reason)))]
    if looked.date is not None:
        facts.append((say(FIELDS["date"]), Cell(say(looked.date))))
    return Document.of(
        Heading(say(place), 1),
        _ends(catalog, (pair.origin, pair.target), frame),
        Facts(tuple(facts)),
        [Tree(doubt(objection, frame)) for objection in objections_to_rejecting(looked)],
        rules(frame),
    )


def field_screen(
    catalog: Catalog,
    field: tuple[str, str],
    place: Words,
    blind: bool,
    frame: Frame,
    shown: Iterable[FieldReading] = (),
) -> Document:
    """A recommendation for who judges how concrete it is, or how government responded to it; what
    others said of it is shown where somebody decides between the two."""
    say = frame.say
    name, of = field
    asked = catalog.recommendations[name]
    key, _, number = of.partition(".")
    facts = [(say(FIELDS["source"]), Cell(say(catalog.titles[asked.source]), small=asked.source))]
    proofs: tuple[Evidence, ...] = asked.evidence
    value = str(asked.specificity)
    if number:
        response = asked.responses[int(number) - 1]
        proofs = (Evidence(response.source, response.locator, response.quote),)
        value = say(RESPONSES[response.value])
    if not blind:
        facts.append((say(FIELDS[key]), Cell(value)))
    meaning = [(word, Cell(say(rule), Role.MUTED)) for word, rule in MEANINGS[key].items()]
    return Document.of(
        Heading(say(place), 1),
        _ends(catalog, (name,), frame),
        Facts(tuple(facts)),
        _evidence(catalog, proofs, frame),
        [Tree(_said(reading, frame)) for reading in shown],
        Facts(tuple(meaning)),
    )


def _said(reading: FieldReading, frame: Frame) -> Cell:
    """What somebody judged of a field, and why."""
    say = frame.say
    note = f": {say(reading.note)}" if reading.note else ""
    words = f"{say(reading.date)}, {say(reading.by)}: {say(READS(value=reading.value))}{note}"
    return Cell(words, Role.WEAK)


def _ends(catalog: Catalog, names: Iterable[str], frame: Frame) -> Iterator[Block]:
    for name in names:
        record = catalog.by_id[name]
        kind = frame.say(RECORD_KINDS[record.KIND])
        yield Heading(f"{capital(kind)}: {frame.say(record.title)} ({name})")
        text = _text_of(record)
        yield Paragraph(frame.say(text or NO_TEXT), Role.PLAIN if text else Role.MUTED)


def _text_of(record: object) -> LocalText | None:
    match record:
        case Recommendation():
            return record.text
        case Instrument():
            return record.description
        case Objective():
            return record.note
    return None


def _evidence(catalog: Catalog, proofs: Iterable[Evidence], frame: Frame) -> Iterator[Block]:
    """Each quote inside the paragraph of the archived text in which it stands."""
    for proof in proofs:
        source = catalog.sources[proof.source]
        archived = catalog.archived_text(source)
        around = paragraph_around(archived, proof.quote) if archived and proof.quote else None
        place = ", ".join(part for part in (frame.say(source.title), proof.locator) if part)
        below = [Tree(Cell(text, Role.MUTED)) for text in (proof.quote, around) if text]
        yield Tree(Cell(place, small=source.id), tuple(below))


def _moves(item: ToReview, frame: Frame) -> Iterator[Block]:
    if item.falls:
        yield Paragraph(f"{frame.say(IF_WRONG)}: {falls(item.falls, frame).text}")


def rules(frame: Frame) -> Facts:
    """What each extent means."""
    rows = (
        (frame.say(READ_EXTENTS[extent]), Cell(frame.say(rule), Role.MUTED))
        for extent, rule in RULES.items()
    )
    return Facts(tuple(rows))


TITLE = Phrase("What to judge next", "Wat nu te beoordelen")
SENTENCE = Phrase(
    "{left} of {total} {total:link|links} by an analyst {left:needs|need} a judge.",
    "{left} van {total} {total:koppeling|koppelingen} van een analist {left:wacht|wachten} op een "
    "beoordelaar.",
)
WHY = Phrase("why", "waarom")
SUSPECT = Phrase("changed since its review", "gewijzigd na de beoordeling")
DISPUTED = Phrase("disputed", "betwist")
UNKNOWN_MAKER = Phrase("maker not known", "maker niet bekend")
UNREAD = Phrase("no second reviewer", "geen tweede beoordelaar")
CONSIDERED = Phrase("rejected", "afgewezen")
READS = Phrase("reads it as {value}", "komt op {value}")
NO_TEXT = Phrase("the catalogue has no more about it", "de catalogus heeft er niet meer over")
CHANGED = Phrase("since its review", "sinds de beoordeling")
IF_WRONG = Phrase("If this is wrong", "Als dit fout is")
#: The rule of each extent.
RULES: dict[str, Words] = {
    "full": Phrase("it does all that is asked", "het doet alles wat wordt gevraagd"),
    "partial": Phrase(
        "it does a part of what is asked", "het doet een deel van wat wordt gevraagd"
    ),
    "marginal": Phrase(
        "it touches on the subject and does nothing that is asked",
        "het raakt aan het onderwerp en doet niets van wat wordt gevraagd",
    ),
    "none": Phrase("it has nothing to do with it", "het heeft er niets mee te maken"),
}
#: What each word means of the other fields that are judged.
MEANINGS: dict[str, Mapping[str, Words]] = {
    "specificity": {
        "1": Phrase("a general direction", "een algemene richting"),
        "2": Phrase("a direction with a subject", "een richting met een onderwerp"),
        "3": Phrase("a kind of act", "een soort handeling"),
        "4": Phrase("an act with its means or object", "een handeling met middel of object"),
        "5": Phrase(
            "a concrete act that can be seen to have happened",
            "een concrete handeling waarvan te zien is of die gebeurde",
        ),
    },
    "responses": RESPONSES,
}
