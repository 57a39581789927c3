"""How far those agree who judged the same, in all and by what they judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.agreement.judged_pairs import CATEGORIES, JudgedPair, judged_pairs
from dosa_trace.analysis.agreement.kappa import Interval, cohen, fleiss, interval, weighted
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.analysis.judging.selection import Where, select
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Matter
from dosa_trace.language import Language

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: Of fewer cases no kappa is said: it would be chance.
LEAST = 20


class Agreed(NamedTuple):
    """Of `n` cases that two or more judged, those that all judged alike. `kappa` is Cohen's where
    each has two judgements (`judges` 2), else Fleiss'; it and `weighted`, which is always of the
    first two, are None below twenty cases and where nothing can differ."""

    n: int
    agreed: int
    judges: int
    kappa: float | None
    kappa_interval: Interval | None
    weighted: float | None
    weighted_interval: Interval | None

    @property
    def share(self) -> Share:
        """Those judged alike, of all."""
        return Share.of(self.agreed, self.n)


class AgreedGroup(NamedTuple):
    """The cases that have something in common: `id` names it, `title` says it where it is a
    record."""

    id: str
    title: LocalText | None
    figures: Agreed


class Dispute(NamedTuple):
    """How many cases were judged as one thing first and as another then."""

    first: str
    second: str
    cases: int


class Agreement(NamedTuple):
    """How far judges agree on something of the selected recommendations, in all (`kappa` is that
    of the `total`), by source, theme,
    first judgement and pair of judges, and blind or not; `disputes` are the kinds of disagreement,
    the most frequent first."""

    where: tuple[Where, ...]
    of: Matter
    kappa: float | None
    total: Agreed
    by_source: tuple[AgreedGroup, ...]
    by_theme: tuple[AgreedGroup, ...]
    by_first: tuple[AgreedGroup, ...]
    by_judges: tuple[AgreedGroup, ...]
    by_blind: tuple[AgreedGroup, ...]
    disputes: tuple[Dispute, ...]


def agreement(
    graph: TraceGraph, of: Matter = Matter.EXTENT, where: Sequence[Where] = ()
) -> Agreement:
    """How far judges agree. Raises BadQuestion for a selection that names what is not there."""
    catalog = graph.catalog
    pairs = tuple(judged_pairs(catalog, of, select(graph, where)))
    recommendations = catalog.recommendations

    def record_title(key: str, _: JudgedPair) -> LocalText | None:
        return catalog.titles.get(key)

    def grouped(
        keys: Callable[[JudgedPair], Iterable[str]],
        cases: Iterable[JudgedPair] = pairs,
        title: Callable[[str, JudgedPair], LocalText | None] = record_title,
    ) -> tuple[AgreedGroup, ...]:
        groups: defaultdict[str, list[JudgedPair]] = defaultdict(list)
        for pair in cases:
            for key in dict.fromkeys(keys(pair)):
                groups[key].append(pair)
        made = (
            AgreedGroup(key, title(key, members[0]), agreed(members, of))
            for key, members in groups.items()
        )
        return tuple(sorted(made, key=lambda group: (-group.figures.n, group.id)))

    total = agreed(pairs, of)
    return Agreement(
        where=tuple(where),
        of=of,
        kappa=total.kappa,
        total=total,
        by_source=grouped(lambda pair: (recommendations[pair.recommendation].source,)),
        by_theme=grouped(lambda pair: recommendations[pair.recommendation].themes),
        by_first=tuple(map(_without_kappa, grouped(lambda pair: pair.values[:1]))),
        by_judges=grouped(_judges, _by_two(pairs), _called),
        by_blind=grouped(lambda pair: ("blind" if pair.judgements[1].blind else "seen",)),
        disputes=tuple(_disputes(pairs)),
    )


def agreed(pairs: Sequence[JudgedPair], of: Matter) -> Agreed:
    """The figures of some cases."""
    place = {str(value): at for at, value in enumerate(CATEGORIES[of])}
    cases = [tuple(place.setdefault(value, len(place)) for value in pair.values) for pair in pairs]
    judges = max(map(len, cases), default=0)
    kappa = cohen if judges == 2 else fleiss
    is_enough = len(pairs) >= LEAST
    value = kappa(cases) if is_enough else None
    by_distance = weighted(cases) if is_enough and of is not Matter.RESPONSES else None
    return Agreed(
        n=len(pairs),
        agreed=sum(pair.is_agreed for pair in pairs),
        judges=judges,
        kappa=None if value is None else float(value),
        kappa_interval=None if value is None else interval(cases, kappa),
        weighted=None if by_distance is None else float(by_distance),
        weighted_interval=None if by_distance is None else interval(cases, weighted),
    )


def _without_kappa(group: AgreedGroup) -> AgreedGroup:
    """Where cases were chosen by a judgement, chance agrees as often as the judges do."""
    figures = group.figures._replace(
        kappa=None, kappa_interval=None, weighted=None, weighted_interval=None
    )
    return group._replace(figures=figures)


def _by_two(pairs: Iterable[JudgedPair]) -> Iterator[JudgedPair]:
    """Each case once for every two of its judges, with their judgements alone."""
    for pair in pairs:
        for two in combinations(pair.judgements, 2):
            yield pair._replace(judgements=two)


def _judges(pair: JudgedPair) -> Iterator[str]:
    """The two who judged it, by their names in English, or in the language that is on file: in
    whatever order a file has the languages of a name, it is of one judge."""
    names = (given.by.say(Language.EN) if given.by else "" for given in pair.judgements)
    yield " / ".join(names)


def _called(_: str, pair: JudgedPair) -> LocalText | None:
    """The same in every language; None where one of them is not on file."""
    first, second = (given.by for given in pair.judgements)
    if first is None or second is None:
        return None
    said = ((one.value, f"{first.say(one)} / {second.say(one)}") for one in Language)
    return LocalText(tuple(said))


def _disputes(pairs: Iterable[JudgedPair]) -> Iterator[Dispute]:
    counted = Counter((pair.values[0], other) for pair in pairs for other in pair.values[1:])
    kinds = ((key, n) for key, n in counted.items() if key[0] != key[1])
    for (first, second), n in sorted(kinds, key=lambda one: (-one[1], one[0])):
        yield Dispute(first, second, n)
