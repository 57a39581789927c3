"""What could be linked: explained, in any order of records the same, and never what was judged."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from dosa_trace.analysis.suggest.likeness import Likeness, Text, stem
from dosa_trace.analysis.suggest.nearness import USUAL
from dosa_trace.analysis.suggest.suggest import Proposal, Sort, suggest
from dosa_trace.catalog.model.vocabulary import Basis, Relation
from dosa_trace.diagnostics import BadQuestion, UnknownId
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Language
from dosa_trace.views.suggest import reason, snippet
from dosa_trace.views.wording.frame import Frame
from tests.build import catalog_of, frozen, graph_of, read_text

ON = date(2026, 11, 23)
TITLES = {
    "visa": {"nl": "Geef onderzoekers sneller een visum", "en": "Give researchers faster visas"},
    "chips": {"nl": "Bouw een chipfabriek", "en": "Build a chip factory"},
}
NAMES = {
    "visas": {"nl": "Visumregeling voor onderzoekers", "en": "Visa scheme for researchers"},
    "foundry": {"nl": "Fonds voor chipfabrieken", "en": "Fund for chip factories"},
    "roads": {"nl": "Onderhoud van wegen", "en": "Maintenance of roads"},
}


def world(**more: Any) -> dict[str, Any]:
    status = [{"date": "2024", "value": "adopted"}]
    return {
        "sources": [{"id": "s", "date": "2022"}],
        "recommendations": [
            {"id": name, "source": "s", "title": title, **more.get(name, {})}
            for name, title in TITLES.items()
        ],
        "instruments": [
            {"id": name, "name": title, "status": status} for name, title in NAMES.items()
        ],
        "links": more.get("links", []),
    }


def pairs(found: tuple[Proposal, ...]) -> list[tuple[str, str]]:
    return [(one.origin, one.target) for one in found]


def test_what_is_alike_is_proposed_with_the_words_that_made_it() -> None:
    told = suggest(graph_of(world(), ON))
    found = told.items
    assert sorted(pairs(found)) == [("chips", "foundry"), ("visa", "visas")]
    by_origin = {one.origin: one for one in found}
    assert {one.sort for one in found} == {Sort.ORPHAN}
    assert ("en", "researchers") in by_origin["visa"].words
    assert ("nl", "onderzoekers") in by_origin["visa"].words
    assert ("en", "chip") in by_origin["chips"].words
    assert all(told.threshold <= one.score <= 1 for one in found)


@pytest.mark.parametrize("relation", list(Relation))
@pytest.mark.parametrize("basis", ["stated", "inferred", "suggested"])
def test_what_is_on_file_is_not_proposed_again(relation: Relation, basis: str) -> None:
    link = {"from": "visa", "to": "visas", "basis": basis, "relation": relation.value,
            "rationale": "why"}  # fmt: skip
    if relation is Relation.SUPPORTS:
        link["extent"] = "marginal"
    found = suggest(graph_of(world(links=[link]), ON)).items
    assert pairs(found) == [("chips", "foundry")]


def test_what_was_considered_and_rejected_never_comes_back() -> None:
    looked = {"considered": [{"instruments": ["visas"], "reason": "it has ended"}]}
    graph = graph_of(world(visa=looked), ON)
    assert pairs(suggest(graph).items) == [("chips", "foundry")]
    assert ("visa", "visas") not in pairs(suggest(graph, "visa").items)
    assert ("visa", "visas") not in pairs(suggest(graph, everything=True).items)


def test_the_order_of_records_changes_nothing() -> None:
    first = suggest(frozen(ON), limit=None)
    data = frozen(ON).catalog
    chance = random.Random(3)

    def shuffled(shelf: Mapping[str, Any]) -> dict[str, Any]:
        names = list(shelf)
        chance.shuffle(names)
        return {name: shelf[name] for name in names}

    other = dataclasses.replace(
        data,
        recommendations=shuffled(data.recommendations),
        instruments=shuffled(data.instruments),
        objectives=shuffled(data.objectives),
    )
    assert suggest(TraceGraph(other, as_of=ON), limit=None).items == first.items
    assert len(first.items) > 10


def test_a_limit_hides_no_number() -> None:
    whole, first = suggest(frozen(ON), limit=None), suggest(frozen(ON), limit=3)
    assert first.items == whole.items[:3]
    assert first.total == whole.total == len(whole.items)


def test_of_one_record_from_either_end() -> None:
    graph = graph_of(world(), ON)
    assert ("visa", "visas") in pairs(suggest(graph, "visa").items)
    assert ("visa", "visas") in pairs(suggest(graph, "visas").items)
    with pytest.raises(BadQuestion):
        suggest(graph, "s")
    with pytest.raises(UnknownId):
        suggest(graph, "visaz")


def test_all_ranks_every_pair_that_shares_anything() -> None:
    found = suggest(frozen(ON), everything=True)
    scores = [one.score for one in found.items]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) < found.threshold < max(scores)


def long_texts(size: int) -> dict[str, Any]:
    """Recommendations and instruments of many words each, of which every pair shares one."""
    chance = random.Random(1)

    def text(own: str) -> str:
        words = [own, *(word() for _ in range(150))]
        return " ".join(chance.sample(words, len(words)))

    def word() -> str:
        return "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=8))

    own = [word() for _ in range(size)]
    status = [{"date": "2024", "value": "adopted"}]
    return {
        "sources": [{"id": "s", "date": "2023"}],
        "recommendations": [
            {"id": f"r{at}", "source": "s", "text": text(own[at])} for at in range(size)
        ],
        "instruments": [
            {"id": f"i{at}", "status": status, "description": text(own[at])} for at in range(size)
        ],
    }


def test_the_threshold_follows_how_near_the_nearest_are() -> None:
    """Long texts are little alike even where they belong together."""
    graph = graph_of(long_texts(40), ON)
    found = suggest(graph)
    assert found.threshold < USUAL / 2
    right = {(f"r{at}", f"i{at}") for at in range(40)}
    assert len(right & set(pairs(found.items))) > 30
    assert suggest(graph, "r3").threshold == found.threshold
    few = suggest(graph_of(long_texts(10), ON))
    assert few.threshold == USUAL


def test_a_target_that_is_much_nearer_than_the_one_on_file() -> None:
    link = {"from": "visa", "to": "roads", "basis": "inferred", "rationale": "w", "extent": "full"}
    found = suggest(graph_of(world(links=[link]), ON)).items
    (nearer,) = [one for one in found if one.sort is Sort.NEARER]
    assert (nearer.origin, nearer.target, nearer.instead) == ("visa", "visas", "roads")


def test_stems_join_the_forms_of_a_word_and_runs_join_compounds() -> None:
    assert stem("investeringen", "nl") == stem("investering", "nl")
    likeness = Likeness(
        [Text("a", (("nl", "rekenkracht"),))],
        [Text("b", (("nl", "rekencentrum"),)), Text("c", (("nl", "wegen"),))],
    )
    assert likeness.of(0).keys() == {0}


def test_what_would_be_pasted_is_a_sound_file(run_yaml: str) -> None:
    catalog, found = read_text(run_yaml)
    assert catalog.links and {one.basis.value for one in catalog.links} == {"suggested"}
    assert found == ()


@pytest.fixture
def run_yaml() -> str:
    return snippet(suggest(graph_of(world(), ON)).items, frame_in(Language.EN)).text


def frame_in(language: Language) -> Frame:
    return Frame("", ON, Basis.INFERRED, language, catalog_of(world()).info.title, {}, {}, {})


def test_the_words_are_those_of_the_language_of_the_answer() -> None:
    visa = next(one for one in suggest(graph_of(world(), ON)).items if one.origin == "visa")
    assert reason(visa, frame_in(Language.EN)) == "words: researchers and visas"
    assert reason(visa, frame_in(Language.NL)) == "woorden: onderzoekers"
    only_english = visa._replace(words=(("en", "researchers"),))
    assert reason(only_english, frame_in(Language.NL)) == "woorden: researchers"
