"""What would be otherwise: against the slow oracle, and by hand."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dosa_trace.analysis.robustness.supposed import CutLink, LaidLink, Supposed
from dosa_trace.analysis.robustness.what_if import what_if
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Extent
from dosa_trace.diagnostics import BadQuestion, UnknownId
from dosa_trace.language import Language
from dosa_trace.output.text import linear
from dosa_trace.views.robustness.what_if import layout
from dosa_trace.views.wording.frame import Frame
from tests import oracle
from tests.build import frozen, graph_of
from tests.examples import examples
from tests.worlds import DAYS, catalogues

TODAY = date(2026, 11, 23)


@examples(180)
@given(catalogues(), st.sampled_from(DAYS), st.sampled_from(["stated", "inferred"]), st.data())
def test_what_is_supposed_is_judged_as_if_it_stood_on_file(
    data: dict[str, Any], on: date, basis: Any, drawn: st.DataObject
) -> None:
    graph = graph_of(data, on, basis)
    names = [one["id"] for one in data["instruments"]]
    stop = drawn.draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
    start = drawn.draw(st.lists(st.sampled_from(names), max_size=1))
    alone = drawn.draw(st.booleans())
    parts = set() if alone else {part for name in stop for part in graph.catalog.parts(name)}
    assume((parts | set(stop)).isdisjoint(start))
    origins = [one["id"] for one in (*data["recommendations"], *data["objectives"])]
    add = LaidLink(
        drawn.draw(st.sampled_from(origins)),
        drawn.draw(st.sampled_from(names)),
        drawn.draw(st.sampled_from(list(Extent))),
    )
    supporting = [
        CutLink(link["from"], link["to"]) for link in data["links"] if "relation" not in link
    ]
    drop = drawn.draw(st.lists(st.sampled_from(supporting), max_size=2)) if supporting else []
    found = what_if(graph, Supposed(tuple(stop), tuple(start), (add,), tuple(drop)), alone)

    other = copy.deepcopy(data)
    for instrument in other["instruments"]:
        for chosen, value in ((parts | set(stop), "stopped"), (set(start), "in-progress")):
            if instrument["id"] in chosen:
                instrument["status"].append({"date": on.isoformat(), "value": value})
    broken = {
        (link["from"], link["joint"]) for link in other["links"]
        if "joint" in link and (link["from"], link["to"]) in drop
    }  # fmt: skip
    other["links"] = [
        link for link in other["links"]
        if "relation" in link
        or ((link["from"], link["to"]) not in drop
            and (link["from"], link.get("joint")) not in broken)
    ]  # fmt: skip
    other["links"].append(
        {"from": add.origin, "to": add.target, "extent": add.extent.value, "basis": basis}
    )
    asked = {one.id for one in graph.recommendations}
    now, then = oracle.states(data, on, basis), oracle.states(other, on, basis)
    assert {one.id: (one.before, one.after) for one in found.moved} == {
        one: (now[one].state, then[one].state) for one in asked if now[one].state != then[one].state
    }
    assert sum(found.before.counts) == sum(found.after.counts) == len(asked)
    for kept in found.kept:
        assert now[kept.id].state == then[kept.id].state == kept.state
        assert set(kept.via) == then[kept.id].via
        assert set(kept.lost) == now[kept.id].via - then[kept.id].via != set()
    assert [one.id for one in found.instruments] == list(
        dict.fromkeys([*(one for name in stop for one in (name, *sorted(
            () if alone else graph.catalog.parts(name)))), *start])
    )  # fmt: skip


def test_to_stop_a_whole_stops_its_parts_and_alone_does_not() -> None:
    graph = frozen(TODAY)
    with_parts = what_if(graph, Supposed(stop=("ained",)))
    alone = what_if(graph, Supposed(stop=("ained",)), alone=True)
    assert "ained-fellowship" in {one.id for one in with_parts.instruments}
    assert [one.id for one in alone.instruments] == ["ained"]
    assert "aiplan-2" in {one.id for one in with_parts.moved} | {one.id for one in with_parts.kept}
    assert not any("ained-fellowship" in one.lost for one in alone.kept)


def test_what_falls_away_with_another_counted_only_together_with_it() -> None:
    """Else a reader would look for who had stopped that as well."""
    found = what_if(frozen(TODAY), Supposed(stop=("ained",)), alone=True)
    beside = [one for one in found.kept if set(one.lost) - {"ained"}]
    assert beside
    for one in found.kept:
        assert set(one.lost_together) <= set(one.lost)
        assert (len(one.lost) > 1) <= (set(one.lost) == set(one.lost_together))


def test_the_money_of_what_stops_is_told_once() -> None:
    """AiNed: 160.5 granted and 44 on conditions; its fellowship's amount is inside that."""
    told = what_if(frozen(TODAY), Supposed(stop=("ained", "ained-fellowship")))
    assert {(one.currency, one.stage.value, int(one.amount)) for one in told.money} == {
        ("EUR", "announced", 204_500_000), ("EUR", "committed", 28_600_000),
        ("EUR", "spent", 5_700_000),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("parse", "text", "said"),
    [
        (LaidLink.parse, "fs-talent:ained", "FROM:TO:EXTENT"),
        (LaidLink.parse, "fs-talent::full", "FROM:TO:EXTENT"),
        (LaidLink.parse, "a:b:ful", "did you mean 'full'?"),
        (LaidLink.parse, "a:b:zzz", "use 'marginal', 'partial' or 'full'"),
        (CutLink.parse, "fs-talent", "FROM:TO"),
        (CutLink.parse, "fs-talent:", "FROM:TO"),
    ],
)
def test_what_is_no_link_is_told_with_how_to_write_one(parse: Any, text: str, said: str) -> None:
    with pytest.raises(BadQuestion) as caught:
        parse(text)
    assert caught.value.hint is not None
    assert said in str(caught.value.hint.say(Language.EN))


@pytest.mark.parametrize(
    ("supposed", "error", "said"),
    [
        (Supposed(stop=("aind",)), UnknownId, "no record has the id 'aind'"),
        (Supposed(stop=("fs-talent",)), BadQuestion, "its kind is recommendation"),
        (Supposed(start=("aim-ai-talent",)), BadQuestion, "its kind is objective"),
        (Supposed(stop=("ained",), start=("ained-elsa",)), BadQuestion, "both stop and start"),
        (
            Supposed(add=(LaidLink("aim-ai-talent", "aim-ai-talent", Extent.FULL),)),
            BadQuestion,
            "to something else",
        ),
        (Supposed(add=(LaidLink("ained", "nds", Extent.FULL),)), BadQuestion, "start at 'ained'"),
        (
            Supposed(add=(LaidLink("fs-talent", "fs-ecosysteem-investeringen", Extent.FULL),)),
            BadQuestion,
            "lead to 'fs-ecosysteem-investeringen'",
        ),
        (Supposed(drop=(CutLink("fs-talent", "ained"),)), BadQuestion, "from fs-talent to ained"),
    ],
)
def test_what_cannot_be_supposed_is_refused(supposed: Supposed, error: Any, said: str) -> None:
    with pytest.raises(error) as caught:
        what_if(frozen(TODAY), supposed)
    assert said in str(caught.value)


def test_only_those_that_counted_together_are_said_to() -> None:
    """Not what falls away beside them and counted alone."""
    graph = frozen(TODAY)
    found = what_if(graph, Supposed(stop=("ained",)))
    (kept,) = (one for one in found.kept if one.id == "fs-ecosysteem-investeringen")
    titled = graph.catalog.titles
    frame = Frame("", TODAY, graph.basis, Language.EN, LocalText((("", "C"),)), {}, {}, titled)
    names = frame.called(kept.lost)
    for lost, said in (
        (kept.lost, "(they counted only together)"),
        ((*kept.lost, "cada"), f"({names} counted only together)"),
    ):
        told = layout(found._replace(kept=(kept._replace(lost=lost),)), frame)
        assert said in linear.render(told)
