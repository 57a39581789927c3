"""How good are the proposals of `suggest` where the answers are known?

    python -m benchmarks.suggest                        # our own links, each to be found again
    python -m benchmarks.suggest CATALOGUE ANSWERS      # JSON: [{"from": …, "to": …}] or pairs

Every recommendation that has answers ranks all instruments; of the ranks come the mean average
precision, the part whose first is right (precision at 1), and the part of the answers among the
first five (recall at 5). Plain TF-IDF over stems and chance stand beside it. Our own links were
laid by the analyst who gave the themes, so what themes add there is partly a circle.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from unittest import mock

from dosa_trace import load
from dosa_trace.analysis.suggest import likeness, nearness
from dosa_trace.catalog.model.vocabulary import Extent
from dosa_trace.graph import TraceGraph

SHIPPED = Path(__file__).parent.parent / "catalog"
FIRST = 5

Answers = Mapping[str, set[str]]
Ranks = Mapping[str, Sequence[str]]


def own_answers(graph: TraceGraph) -> Answers:
    """What each recommendation is linked to, in whole or in part."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    catalog = graph.catalog
    for link in catalog.links:
        if (
            link.origin in catalog.recommendations
            and link.target in catalog.instruments
            and link.extent in (Extent.FULL, Extent.PARTIAL)
        ):
            found[link.origin].add(link.target)
    return found


def read_answers(path: Path) -> Answers:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pair in json.loads(path.read_text(encoding="utf-8")):
        origin, target = (pair["from"], pair["to"]) if isinstance(pair, dict) else pair
        found[origin].add(target)
    return found


def ranked(graph: TraceGraph, of_themes: float) -> Ranks:
    """All instruments for each recommendation, the nearest first."""
    asked = [*graph.catalog.recommendations.values()]
    held = [*graph.catalog.instruments.values()]
    _, scores = nearness.nearness(graph, asked, held, -1.0, of_themes)
    return {
        one.id: [
            held[at].id
            for at in sorted(range(len(held)), key=lambda at: (-row.get(at, -1.0), held[at].id))
        ]
        for one, row in zip(asked, scores, strict=True)
    }


def by_chance(graph: TraceGraph) -> Ranks:
    chance, names = random.Random(1), sorted(graph.catalog.instruments)
    return {one: chance.sample(names, len(names)) for one in graph.catalog.recommendations}


def measures(ranks: Ranks, answers: Answers) -> tuple[float, float, float]:
    """Mean average precision, precision at 1, recall at 5."""
    precision = first = recall = 0.0
    for name, right in answers.items():
        hits, total = 0, 0.0
        for at, one in enumerate(ranks[name], start=1):
            if one in right:
                hits += 1
                total += hits / at
        precision += total / len(right)
        first += ranks[name][0] in right
        recall += len(right & set(ranks[name][:FIRST])) / len(right)
    return precision / len(answers), first / len(answers), recall / len(answers)


def methods(graph: TraceGraph) -> Iterator[tuple[str, Ranks]]:
    yield "suggest", ranked(graph, nearness.OF_THEMES)
    yield "suggest, without themes", ranked(graph, 0.0)
    with (
        mock.patch.object(likeness, "OF_STEMS", 1.0),
        mock.patch.object(nearness, "STANDS_OUT", 1.0),
    ):
        yield "TF-IDF over stems alone", ranked(graph, 0.0)
    yield "by chance", by_chance(graph)


def main() -> int:
    given = [Path(one) for one in sys.argv[1:]]
    catalog = load(given[0] if given else SHIPPED)
    graph = TraceGraph(catalog, as_of=date.max)
    answers = read_answers(given[1]) if given else own_answers(graph)
    print("| method | MAP | precision at 1 | recall at 5 |\n| --- | ---: | ---: | ---: |")  # noqa: T201
    worst = 0.0
    best_plain = 0.0
    for name, ranks in methods(graph):
        found = measures(ranks, answers)
        print(f"| {name} | " + " | ".join(f"{one:.3f}" for one in found) + " |")  # noqa: T201
        if name.startswith("TF-IDF"):
            best_plain = found[0]
        if name == "suggest, without themes":
            worst = found[0]
    return int(worst < best_plain - 0.01)


if __name__ == "__main__":
    sys.exit(main())
