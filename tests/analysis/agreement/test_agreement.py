"""How far judges agree, of which cases, and with whom."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dosa_trace.analysis.agreement.agreement import Agreement, agreement
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.catalog.facts.field_judgements import value_on_file
from dosa_trace.catalog.model.vocabulary import Matter
from dosa_trace.language import Language
from tests.build import graph_of

DAY = date(2026, 11, 30)
READ = {"date": "2026-11-28", "by": "B"}


def world(links: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """A recommendation for each link, from two sources in turn."""
    return {
        "catalogue": {"title": "C", "languages": ["en"]},
        "sources": [
            {"id": name, "kind": "report", "title": name, "publisher": "P", "date": "2024"}
            for name in ("s0", "s1")
        ],
        "objectives": [{"id": "aim", "title": "Aim"}],
        "recommendations": [
            {"id": f"r{at}", "source": f"s{at % 2}", "title": f"Ask {at}", **more}
            for at in range(max(len(links), 1))
        ],
        "links": [
            {"from": f"r{at}", "to": "aim", "basis": "inferred", "rationale": "because", **link}
            for at, link in enumerate(links)
        ],
    }


def link(extent: str, *read: str, by: str | None = "A", **more: Any) -> dict[str, Any]:
    readings = [
        {**READ, "by": "BCD"[at], "extent": value, "blind": True, **more}
        for at, value in enumerate(read)
    ]
    return {"extent": extent, "readings": readings} | ({"by": by} if by else {})


def asked(data: dict[str, Any], of: Matter = Matter.EXTENT, *where: str) -> Agreement:
    return agreement(graph_of(data, DAY), of, [Where.parse(one) for one in where])


def test_what_two_judged_is_counted_and_what_one_did_is_not() -> None:
    links = [link("full", "full"), link("partial", "none"), link("partial")]
    found = asked(world(links))
    assert (found.total.n, found.total.agreed, str(found.total.share)) == (2, 1, "1 of 2")
    assert [(one.first, one.second, one.cases) for one in found.disputes] == [
        ("partial", "none", 1)
    ]
    assert [(one.id, one.figures.n) for one in found.by_source] == [("s0", 1), ("s1", 1)]
    assert [(one.id, one.figures.n) for one in found.by_judges] == [("A / B", 2)]
    assert [(one.id, one.figures.n) for one in found.by_blind] == [("blind", 2)]
    assert asked(world(links), Matter.EXTENT, "source=s0").total.n == 1


def test_no_kappa_is_said_of_fewer_than_twenty() -> None:
    links = [link("full", "full"), link("partial", "none")]
    assert asked(world(links * 9)).total.kappa is None
    found = asked(world(links * 10))
    assert found.total.n == 20
    assert found.kappa == found.total.kappa == pytest.approx(1 / 3)
    assert found.total.kappa_interval is not None
    assert found.by_source[0].figures.kappa is None
    assert asked(world([link("full", "full")] * 20)).total.kappa is None


def test_who_made_a_link_is_no_second_judge_and_without_a_maker_two_must_read() -> None:
    own = link("full", "partial", by="B")
    assert asked(world([own])).total.n == 0
    assert asked(world([link("full", "partial", by=None)])).total.n == 0
    found = asked(world([link("full", "partial", "partial", by=None)]))
    assert (found.total.n, found.total.agreed) == (1, 1)


def test_of_more_judges_the_kappa_is_fleiss() -> None:
    found = asked(world([link("full", "full", "none"), link("partial", "partial")] * 10))
    assert (found.total.judges, found.total.n, found.total.agreed) == (3, 20, 10)
    assert found.total.kappa == pytest.approx(0.5, abs=0.2)


def test_one_who_reads_twice_is_one_judge() -> None:
    twice = link("full", "full")
    twice["readings"].append({**READ, "date": "2026-11-29", "extent": "none"})
    found = asked(world([twice]))
    assert (found.total.n, found.total.agreed, found.total.judges) == (1, 1, 2)


def test_what_was_changed_after_a_reading_did_not_agree_before() -> None:
    """The extent on file is then the reader's, and the first judgement the maker's own reading."""
    changed = link("partial", "partial", answer={"value": "changed", "reason": "It is so"})
    assert asked(world([changed])).total.n == 0
    own = {"date": "2026-11-01", "by": "A", "extent": "full"}
    changed["readings"].insert(0, own)
    found = asked(world([changed]))
    assert (found.total.n, found.total.agreed) == (1, 0)
    assert found.disputes[0][:2] == ("full", "partial")


def test_what_was_rejected_is_judged_too() -> None:
    data = world([], considered=[{
        "instruments": ["i", "j"], "reason": "no",
        "readings": [{**READ, "extent": "marginal"}],
    }])  # fmt: skip
    data["instruments"] = [
        {"id": name, "name": name, "kind": "fund", "level": "nl", "owner": "EZ",
         "status": [{"date": "2024", "value": "adopted", "source": "s0"}]}
        for name in "ij"
    ]  # fmt: skip
    found = asked(data)
    assert (found.total.n, found.total.agreed) == (2, 0)
    assert [one.id for one in found.by_first] == ["none"]


def test_other_fields_are_judged_the_same_way() -> None:
    response = {"date": "2024-05", "value": "accepted", "source": "s0"}
    readings = [
        {**READ, "of": "specificity", "value": "4"},
        {**READ, "of": "responses.1", "value": "noted"},
        {**READ, "of": "responses.2", "value": "noted"},
    ]
    data = world([], specificity=4, responses=[response], readings=readings)
    found = asked(data, Matter.SPECIFICITY)
    assert (found.total.n, found.total.agreed) == (1, 1)
    found = asked(data, Matter.RESPONSES)
    assert [one[:2] for one in found.disputes] == [("accepted", "noted")]
    (record,) = graph_of(data, DAY).recommendations
    assert value_on_file(record, "specificity") == "4"
    assert value_on_file(record, "responses.1") == "accepted"
    assert [value_on_file(record, of) for of in ("responses.2", "title", "specificity.1")] == [
        None, None, None,
    ]  # fmt: skip


def test_a_pair_of_judges_is_counted_by_their_own_judgements() -> None:
    found = asked(world([link("partial", "partial", "full")]))
    assert [(one.id, one.figures.agreed, one.figures.judges) for one in found.by_judges] == [
        ("A / B", 1, 2), ("A / C", 0, 2), ("B / C", 0, 2),
    ]  # fmt: skip


def test_a_reading_of_what_was_changed_since_counts_for_nothing() -> None:
    stale = link("partial", "full", digest="0" * 12)
    assert asked(world([stale])).total.n == 0


def test_what_was_chosen_by_a_judgement_has_no_kappa() -> None:
    found = asked(world([link("partial", "partial"), link("partial", "none")] * 10))
    (first,) = found.by_first
    assert (first.id, first.figures.n, first.figures.agreed) == ("partial", 20, 10)
    assert first.figures[3:] == (None, None, None, None)


def test_a_pair_of_judges_is_called_in_each_language() -> None:
    data = world([link("full", "full")])
    data["catalogue"]["languages"] = ["en", "nl"]
    data["links"][0]["by"] = {"en": "first", "nl": "eerste"}
    (pair,) = asked(data).by_judges
    assert pair.id == "first / B"
    assert pair.title is not None
    assert pair.title.say(Language.NL) == "eerste / B"


def test_a_judge_is_one_in_whatever_order_a_file_has_the_names() -> None:
    readings = [{"en": "B", "nl": "Bé"}, {"nl": "Bé", "en": "B"}]
    links = [link("full", "full"), link("full", "full")]
    for made, by in zip(links, readings, strict=True):
        made["readings"][0]["by"] = by
    data = world(links)
    data["catalogue"]["languages"] = ["en", "nl"]
    assert [(one.id, one.figures.n) for one in asked(data).by_judges] == [("A / B", 2)]


def test_who_rejected_a_pair_by_reading_it_did_not_judge_it_twice() -> None:
    read = {**READ, "extent": "none", "note": "It does nothing.", "blind": True}
    rejected = {"instruments": ["fund"], "reason": "It does nothing.", "date": READ["date"]}
    data = world([], considered=[{**rejected, "readings": [read]}])
    data["instruments"] = [{"id": "fund"}]
    assert asked(data).total.n == 0
    other = {**READ, "by": "C", "extent": "marginal", "blind": True}
    data = world([], considered=[{**rejected, "readings": [read, other]}])
    data["instruments"] = [{"id": "fund"}]
    assert [(one.id, one.figures.n) for one in asked(data).by_judges] == [("B / C", 1)]
