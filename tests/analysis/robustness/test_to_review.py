"""What needs a judge, and in what order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dosa_trace.analysis.judging.selection import Where
from dosa_trace.analysis.robustness.fragility import fragility
from dosa_trace.analysis.robustness.judgements import JudgementKind
from dosa_trace.analysis.robustness.to_review import blind_pairs, review_queue
from tests.build import frozen, graph_of

DAY = date(2026, 11, 23)


def test_the_order_is_that_of_what_depends_on_a_link() -> None:
    graph = frozen(DAY)
    falls = {
        hinge.judgement.id: len(hinge.falls)
        for hinge in fragility(graph).judgements
        if hinge.judgement.kind is JudgementKind.LINK
    }
    queue = review_queue(graph)
    found = [len(item.falls) for item in queue.items]
    assert found == sorted(found, reverse=True)
    assert found[0] > 0
    waiting = {f"{item.origin} → {item.target}": len(item.falls) for item in queue.items}
    assert all(falls.get(name, 0) == number for name, number in waiting.items())
    assert queue.total == queue.judged + len(queue.items)


def test_a_selection_is_followed() -> None:
    graph = frozen(DAY)
    some = review_queue(graph, [Where.parse("theme=talent")])
    every = review_queue(graph)
    assert 0 < some.total < every.total
    name = every.items[-1].name
    first = every.items[0].name
    named = review_queue(graph, names=[name, "a:b", first])
    assert [item.name for item in named.items] == [name, first]
    assert (named.total, named.items[1].falls) == (2, every.items[0].falls)


LINK = {"from": "a", "to": "b", "extent": "full", "basis": "inferred", "rationale": "r", "by": "M"}
READING = {"date": "2026-11-20", "by": "R", "extent": "full", "digest": "0"}


def world(*links: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "catalogue": {"title": "C", "languages": ["en"]},
        "sources": [{"id": "s", "kind": "report", "title": "T", "publisher": "P", "date": "2024"}],
        "recommendations": [
            {"id": name, "source": "s", "title": f"Talent {name}", "considered": considered}
            for name, considered in (("a", [{"instruments": ["i"], "reason": "no"}]), ("c", []))
        ],
        "objectives": [{"id": "b", "title": "B"}],
        "instruments": [
            {"id": "i", "name": "More talent", "kind": "fund", "level": "nl", "owner": "EZ",
             "status": [{"date": "2024", "value": "adopted", "source": "s"}]},
        ],
        "links": [*links],
    }  # fmt: skip


def test_what_changed_comes_before_what_nobody_read_and_that_before_what_was_read() -> None:
    reviewed = {"date": "2026-01-01", "by": "R", "digest": "0" * 12}
    suspect = {**LINK, "from": "c", "reviewed": reviewed}
    disputed = {**LINK, "readings": [{**READING, "extent": "none"}]}
    unread = {**LINK, "to": "i"}
    queue = review_queue(graph_of(world(disputed, unread, suspect), DAY))
    without = [item for item in queue.items if not item.falls]
    assert [item.target for item in queue.items if item.falls] == ["i"]
    assert [(item.origin, item.suspect, item.disputed) for item in without] == [
        ("c", True, False), ("a", False, True),
    ]  # fmt: skip


def test_who_reads_blind_sees_neither_their_own_links_nor_what_they_read() -> None:
    graph = graph_of(world(LINK, {**LINK, "from": "c", "by": "R"}), DAY)
    assert {pair.name for pair in blind_pairs(graph, "R")} == {"a:b", "a:i"}
    assert {pair.name for pair in blind_pairs(graph, "M")} == {"c:b", "a:i"}
    assert {pair.name for pair in blind_pairs(graph, "M", unlinked=50)} == {"c:b", "a:i", "c:i"}
    assert blind_pairs(graph, "R") == blind_pairs(graph, "R")
