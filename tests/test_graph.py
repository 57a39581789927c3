from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import pytest

from dosa_trace.analysis.judging.chain_ends import Ends
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.model.vocabulary import Basis, Extent
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.graph import TraceGraph, components_with_cycle
from tests.build import frozen, graph_of


def test_circles_are_groups_with_sorted_members() -> None:
    pairs = [("b", "a"), ("a", "b"), ("b", "c"), ("d", "d"), ("c", "e")]
    assert components_with_cycle(pairs) == (("a", "b"), ("d",))


@pytest.mark.parametrize("day", [2026, None, datetime(2026, 11, 23)])
def test_what_is_no_date_is_refused_at_once_with_what_to_pass(day: Any) -> None:
    with pytest.raises(TypeError, match=r"such as date\(2026, 11, 23\)"):
        TraceGraph(frozen(date(2026, 1, 1)).catalog, as_of=day)


def test_what_is_no_date_is_refused_by_name() -> None:
    with pytest.raises(TypeError) as error:
        graph_of(linked(), 20261123)  # type: ignore[arg-type]
    assert str(error.value) == (
        "as_of must be a datetime.date such as date(2026, 11, 23) "
        "or a text such as '2026-11-23', not 20261123"
    )


@pytest.mark.parametrize("text", ["2026", "2026-12", "2026-12-31"])
def test_a_date_may_be_text_and_counts_from_its_last_day(text: str) -> None:
    catalog = frozen(date(2026, 1, 1)).catalog
    assert TraceGraph(catalog, as_of=text).as_of == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"as_of": "yesterday"}, "'yesterday' is not a date"),
        ({"as_of": "30-06-2025"}, "'30-06-2025' is not a date"),
        ({"as_of": "2026", "basis": "states"}, "'states' is no basis to count with"),
        ({"as_of": "2026", "basis": "suggested"}, "'suggested' is no basis to count with"),
    ],
)
def test_a_text_that_is_none_is_a_mistake(given: dict[str, str], message: str) -> None:
    with pytest.raises(BadQuestion) as error:
        TraceGraph(frozen(date(2026, 1, 1)).catalog, **given)  # type: ignore[arg-type]
    assert str(error.value) == message
    assert error.value.hint is not None


def test_what_is_no_word_and_what_is_no_catalogue_are_refused_by_name() -> None:
    catalog = frozen(date(2026, 1, 1)).catalog
    with pytest.raises(TypeError, match=r"basis must be 'stated' or 'inferred', not 1"):
        TraceGraph(catalog, as_of="2026", basis=1)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"catalog must be a Catalog such as load\(path\), not"):
        TraceGraph("catalog", as_of="2026")  # type: ignore[arg-type]


ASKED = "recommendation"
REVIEWED = {"reviewed": {"date": "2025-03", "by": "me", "digest": "000000000000"}}


def linked(*links: dict[str, Any]) -> dict[str, Any]:
    """Recommendation `r`, objectives `a` and `b` and instruments `i` and `j`, with these links."""
    live = [{"date": "2025-03-10", "value": "adopted"}]
    return {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [{"id": "r", "source": "s"}],
        "objectives": [{"id": "a"}, {"id": "b"}],
        "instruments": [{"id": "i", "status": live}, {"id": "j", "status": live}],
        "links": [{"basis": "stated", "since": "2024", **one} for one in links],
    }


def link(ends: str, **more: Any) -> dict[str, Any]:
    """A supporting link in full, or what else is said of it."""
    origin, target = ends.split()
    extent = {} if "relation" in more else {"extent": "full"}
    return {"from": origin, "to": target, **extent, **more}


def names(links: Iterable[TraceLink]) -> list[str]:
    return [f"{one.origin} {one.target}" for one in links]


def test_a_record_is_known_from_its_day_on() -> None:
    data = linked()
    assert not graph_of(data, date(2025, 3, 9)).is_record_known("i")
    assert graph_of(data, date(2025, 3, 10)).is_record_known("i")


def test_a_link_counts_when_it_supports_is_known_and_founded() -> None:
    data = linked(
        link("r a"), link("r b", basis="inferred"), link("a i", since="2026"), link("b j"),
        link("a j", basis="suggested"), link("r j", relation="contradicts"),
    )  # fmt: skip
    for basis, counted in (("stated", ["r a", "b j"]), ("inferred", ["r a", "r b", "b j"])):
        graph = graph_of(data, date(2025, 6, 1), basis)
        assert names(one for one in graph.catalog.links if graph.is_counted(one)) == counted


def test_a_changed_link_is_suspect_on_any_day_and_counts_unless_told_otherwise() -> None:
    catalog = graph_of(linked(link("r i", **REVIEWED), link("r j")), date(2025, 1, 1)).catalog
    suspect, sound = catalog.links
    for day in (date(2025, 3, 30), date(2025, 3, 31)):
        graph = TraceGraph(catalog, as_of=day)
        assert graph.suspects == {suspect}
        assert graph.suspect_links() == (suspect,)
        assert graph.is_counted(suspect) and graph.is_counted(sound)
        strict = TraceGraph(catalog, as_of=day, count_suspect=False)
        assert not strict.is_counted(suspect)
        assert strict.is_counted(sound)
        assert strict.suspect_links() == graph.suspect_links()


def test_suspect_links_are_told_only_where_they_would_count() -> None:
    data = linked(
        link("r a", **REVIEWED), link("r b", basis="inferred", **REVIEWED),
        link("a i", since="2026", **REVIEWED), link("a j", basis="suggested", **REVIEWED),
        link("b j"), link("r j", relation="contradicts", **REVIEWED),
    )  # fmt: skip
    for basis, told in (("stated", ["r a"]), ("inferred", ["r a", "r b"])):
        graph = graph_of(data, date(2025, 6, 1), basis)
        assert len(graph.suspects) == 5
        assert names(graph.suspect_links()) == told


def test_a_joint_group_holds_the_supporting_links_of_one_name_and_origin() -> None:
    data = linked(
        link("r i", joint="g"), link("r j", joint="g"), link("a i", joint="g"), link("b i"),
        link("r a", relation="contradicts", joint="g"),
    )  # fmt: skip
    graph = graph_of(data, date(2025, 6, 1))
    first, second, other, alone, against = graph.catalog.links
    assert graph.joint_groups == {("r", "g"): (first, second), ("a", "g"): (other,)}
    assert graph.group_of(first) == graph.group_of(second) == (first, second)
    assert [graph.group_of(one) for one in (other, alone, against)] == [
        (other,), (alone,), (against,),
    ]  # fmt: skip


def test_support_is_on_the_basis_of_the_graph_unless_another_is_asked() -> None:
    data = linked(link("r i", basis="inferred"), link("a i"))
    for basis, expected in (("stated", {"a", "i", "j"}), ("inferred", {"a", "i", "j", "r"})):
        graph = graph_of(data, date(2025, 6, 1), basis)
        support = graph.support(Extent.FULL, graph.is_live)
        assert support.nodes == expected
        assert support == graph.support(Extent.FULL, graph.is_live, Basis(basis))


def test_at_the_end_of_chains_stand_instruments_also_of_one_that_is_nothing_but_its_end() -> None:
    graph = graph_of(linked(link("r a"), link("a i"), link("b i"), link("b j")), date(2025, 6, 1))
    ends = Ends(graph, graph.support(Extent.FULL, graph.is_live)).of
    assert [ends(one) for one in "raib"] == [("i",), ("i",), ("i",), ("i", "j")]
    assert ends("nobody") == ()
    graph = graph_of(linked(link("r i")), date(2025, 6, 1))
    ends = Ends(graph, graph.support(Extent.FULL, graph.is_live)).of
    assert [ends(one) for one in "rjb"] == [("i",), ("j",), ()]


def test_what_is_reached_and_what_leads_there_also_in_a_circle() -> None:
    data = linked(link("r a"), link("a b"), link("b a"), link("b i", basis="suggested"))
    graph = graph_of(data, date(2025, 6, 1))
    assert graph.reached(["r"]) == {"r", "a", "b"}
    assert graph.leading_to(["b"]) == {"r", "a", "b"}
    assert graph.reached(["i"]) == graph.leading_to(["i"]) == {"i"}


def test_a_link_that_does_not_say_how_much_it_answers_leads_nowhere() -> None:
    silent = link("r i")
    del silent["extent"]
    graph = graph_of(linked(silent, link("a j")), date(2025, 6, 1))
    assert graph.support(Extent.MARGINAL, graph.is_live).nodes == {"a", "i", "j"}
