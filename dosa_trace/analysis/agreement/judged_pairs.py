"""What two or more judged: each link, rejected pair and field of a recommendation, with the
judgement on file first and then each reading, the oldest first (docs/rules.md, *Agreement*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dosa_trace.catalog.facts.field_judgements import value_on_file
from dosa_trace.catalog.facts.reviews import review_digest
from dosa_trace.catalog.facts.second_readings import extent_on_file, is_another, names_of
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.dates import PartialDate
from dosa_trace.catalog.model.judged import Considered, FieldReading, Reading
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.records import Recommendation, TraceLink
from dosa_trace.catalog.model.vocabulary import Matter, Outcome, ReadExtent, ResponseValue

#: The judgements that there can be, in the order by which a distance is measured.
CATEGORIES = {
    Matter.EXTENT: tuple(ReadExtent),
    Matter.SPECIFICITY: ("1", "2", "3", "4", "5"),
    Matter.RESPONSES: tuple(ResponseValue),
}


class GivenJudgement(NamedTuple):
    """One judgement: what it says, whose it is (None where that is not on file), since when, and
    whether it was made without the first."""

    value: str
    by: LocalText | None
    date: PartialDate | None = None
    blind: bool = False


class JudgedPair(NamedTuple):
    """What two or more judged, by the ids of its ends; of a field it has only a first."""

    recommendation: str
    origin: str
    target: str | None
    judgements: tuple[GivenJudgement, ...]

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(one.value for one in self.judgements)

    @property
    def is_agreed(self) -> bool:
        """Whether all judged it alike."""
        return len(set(self.values)) == 1


def judged_pairs(
    catalog: Catalog, of: Matter, chosen: Iterable[Recommendation]
) -> Iterator[JudgedPair]:
    """What of some recommendations was judged by two or more, in the order of the catalogue; a link
    that does not begin at a recommendation stands with none of them, and is left out."""
    from_: defaultdict[str, list[TraceLink]] = defaultdict(list)
    for link in catalog.links:
        from_[link.origin].append(link)
    for asked in chosen:
        if of is not Matter.EXTENT:
            yield from _fields(asked, of)
            continue
        yield from _rejected(asked)
        for link in from_[asked.id]:
            yield from _link(link, review_digest(catalog, link))


def _link(link: TraceLink, digest: str) -> Iterator[JudgedPair]:
    """A link with the readings of it as it stands; what was read before somebody changed it counts
    only where that was decided because of the reading."""
    if extent_on_file(link) is None:
        return
    readings = [reading for reading in link.readings if _holds(reading, digest)]
    own = [reading for reading in readings if not is_another(link.by, reading.by)]
    others = [reading for reading in readings if is_another(link.by, reading.by)]
    read = _one_each(map(_judgement, others if link.by else own))
    judgements = (*_first_of(link, own, others), *read)
    if len(judgements) > 1:
        yield JudgedPair(link.origin, link.origin, link.target, judgements)


def _holds(reading: Reading, digest: str) -> bool:
    is_decided = reading.answer is not None and reading.answer.value is Outcome.CHANGED
    return is_decided or reading.digest in (None, digest)


def _first_of(
    link: TraceLink, own: Sequence[Reading], others: Sequence[Reading]
) -> Iterator[GivenJudgement]:
    """The judgement of who made a link: their own reading, else what is on file, unless that was
    changed since."""
    if not link.by:
        return
    if own:
        yield _judgement(own[0])
    elif not any(reading.answer and reading.answer.value is Outcome.CHANGED for reading in others):
        yield GivenJudgement(str(extent_on_file(link)), link.by)


def _rejected(asked: Recommendation) -> Iterator[JudgedPair]:
    """What was considered and rejected, which is the first judgement whoever made it, unless it was
    rejected by one of its readings."""
    for looked in asked.considered:
        read = _one_each(map(_judgement, looked.readings))
        rejected = GivenJudgement(str(ReadExtent.NONE), None, looked.date)
        first = () if any(_rejects(looked, reading) for reading in looked.readings) else (rejected,)
        judgements = (*first, *read)
        for name in looked.instruments if len(judgements) > 1 else ():
            yield JudgedPair(asked.id, asked.id, name, judgements)


def _rejects(looked: Considered, reading: Reading) -> bool:
    """Whether somebody who read a pair that nobody had linked rejected it: its reason is theirs."""
    is_theirs = (reading.date, reading.note) == (looked.date, looked.reason)
    return is_theirs and reading.extent is ReadExtent.NONE


def _fields(asked: Recommendation, of: Matter) -> Iterator[JudgedPair]:
    """The specificity, or each response, as on file and as others judge it."""
    fields = dict.fromkeys(one.of for one in asked.readings if one.of.partition(".")[0] == of)
    for field in fields:
        readings = [one for one in asked.readings if one.of == field]
        value = value_on_file(asked, field)
        changed = any(one.answer and one.answer.value is Outcome.CHANGED for one in readings)
        first = [] if value is None or changed else [GivenJudgement(value, None)]
        judgements = (*first, *_one_each(map(_judgement, readings)))
        if len(judgements) > 1:
            yield JudgedPair(asked.id, f"{asked.id} {field}", None, judgements)


def _judgement(reading: Reading | FieldReading) -> GivenJudgement:
    value = reading.extent if isinstance(reading, Reading) else reading.value
    return GivenJudgement(str(value), reading.by, reading.date, reading.blind)


def _one_each(read: Iterable[GivenJudgement]) -> tuple[GivenJudgement, ...]:
    """The first judgement of each reader: what one read twice is no agreement of two."""
    first: dict[frozenset[str], GivenJudgement] = {}
    for one in sorted(read, key=lambda one: one.date.last_day if one.date else date.max):
        first.setdefault(names_of(one.by), one)
    return tuple(first.values())
