"""Each rule of *Coverage, exactly* by hand-reasoned cases, asked of the program and of the oracle.

The oracle stands by itself and must be right too, so each case holds for both.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from dosa_trace.analysis.coverage.orphans import orphans as find_orphans
from dosa_trace.analysis.judging.verdicts import COUNTED_BASES, Judge, State
from dosa_trace.catalog.model.records import Objective, Recommendation
from tests import oracle
from tests.build import graph_of
from tests.oracle import Basis, Verdict

Rec = dict[str, Any]
DAY = date(2025, 7, 15)


def inst(id: str, value: str = "in-progress", day: str = "2024", **more: Any) -> Rec:
    return {"id": id, "status": [{"date": day, "value": value}], **more}


def link(a: str, b: str, extent: str = "full", basis: str = "stated", **more: Any) -> Rec:
    return {"from": a, "to": b, "extent": extent, "basis": basis, **more}


def cat(instruments: list[Rec], links: list[Rec], objectives: str = "a b c", **rec: Any) -> Rec:
    return {
        "sources": [
            {"id": "s24", "date": "2024"},
            {"id": "s25", "date": "2025"},
            {"id": "s2507", "date": "2025-07"},
        ],
        "recommendations": [{"id": "r", "source": "s24", **rec}],
        "objectives": [{"id": o} for o in objectives.split()],
        "instruments": instruments,
        "links": links,
    }


def verdict(c: Rec, who: str = "r", basis: Basis = "inferred", on: date = DAY) -> Verdict:
    """The verdict of the program, which is that of the oracle."""
    expected = oracle.states(c, on, basis)[who]
    graph = graph_of(c, on, basis)
    record = graph.catalog.record(who)
    assert isinstance(record, Recommendation | Objective)
    found = Judge(graph).judge(record)
    said = Verdict(found.state, found.mentioned, frozenset(found.via), found.basis)
    assert said == expected
    return said


def known(c: Rec, on: date) -> set[str]:
    graph = graph_of(c, on)
    names = {one.id for one in graph.recommendations}
    assert names == oracle.states(c, on, "inferred").keys() - graph.catalog.objectives.keys()
    return names


def orphans(c: Rec, on: date, basis: Basis) -> set[str]:
    """The orphaned instruments for the program, which are those for the oracle."""
    found = find_orphans(graph_of(c, on, basis))
    names = {one.id for one in found.items if one.record == "instrument"}
    assert names == oracle.orphans(c, on, basis)
    return names


def v(state: str, via: str = "", basis: str | None = None, mentioned: bool = False) -> Verdict:
    return Verdict(state, mentioned, frozenset(via.split()), basis)


def test_state_by_weakest_extent_and_status() -> None:
    # states by weakest extent and status at the end
    def one(e: str, s: str) -> Verdict:
        return verdict(cat([inst("i", s)], [link("r", "a"), link("a", "i", e)]))

    for live in ("adopted", "in-progress", "completed"):
        assert one("full", live) == v("covered", "i", "stated")
        assert one("partial", live) == v("partly", "i", "stated")
        assert one("marginal", live) == v("gap", "i", "stated", True)
    assert one("full", "announced") == one("partial", "announced") == v("planned", "i", "stated")
    assert one("marginal", "announced") == v("gap", "i", "stated", True)
    for dead in ("paused", "stopped", "superseded"):
        assert one("full", dead) == v("gap")


def test_declined_comes_after_the_chains_and_before_gap() -> None:
    # declined: after the three, before gap; mentioned beside it; latest by (day, position)
    asked = [{"date": "2025-01-01", "value": "rejected"}]
    mid = [link("r", "i", "marginal")]
    assert verdict(cat([], [], responses=asked)) == v("declined")
    assert verdict(cat([inst("i")], mid, responses=asked)) == v("declined", "i", "stated", True)
    assert verdict(cat([inst("i")], [link("r", "i")], responses=asked)).state == "covered"
    later = [*asked, {"date": "2025-01-01", "value": "noted"}]
    assert verdict(cat([], [], responses=later)).state == "gap"
    assert verdict(cat([], [], responses=later[::-1])).state == "declined"
    assert (
        verdict(cat([], [], responses=[*asked, {"date": "2025", "value": "noted"}])).state
        == "declined"
    )
    assert (
        verdict(cat([], [], responses=[{"date": "2024", "value": "existing-policy"}])).state
        == "declined"
    )
    assert verdict(cat([], [], responses=asked), "a") == v("gap")


def test_via_names_the_ends_of_the_strongest_chains() -> None:
    # via: all-full ends only when covered; partial ones too when partly
    c = cat(
        [inst("i"), inst("j"), inst("k", "announced")],
        [link("r", "i"), link("r", "j", "partial"), link("r", "k")],
    )
    assert verdict(c) == v("covered", "i", "stated")
    c["links"][0]["extent"] = "partial"
    assert verdict(c) == v("partly", "i j", "stated")


def test_basis_of_the_strongest_chain() -> None:
    # basis: suggested never; stated-only drops inferred; 'stated' only at the same level
    c = cat([inst("i")], [link("r", "i", basis="suggested")])
    assert verdict(c) == v("gap") and orphans(c, DAY, "inferred") == {"i"}
    c = cat([inst("i"), inst("j")], [link("r", "i", basis="inferred"), link("r", "j", "partial")])
    assert verdict(c) == v("covered", "i", "inferred")
    assert verdict(c, basis="stated") == v("partly", "j", "stated")
    assert orphans(c, DAY, "stated") == {"i"} and orphans(c, DAY, "inferred") == set()
    c["links"].append(link("r", "j"))
    assert verdict(c) == v("covered", "i j", "stated")


def test_only_supports_carries() -> None:
    # relation: only supports counts
    c = cat([inst("i")], [{"from": "r", "to": "i", "basis": "stated", "relation": "contradicts"}])
    assert verdict(c) == v("gap") and orphans(c, DAY, "stated") == {"i"}


def test_partial_dates_count_from_their_last_day() -> None:
    # partial dates count from their last day; a recommendation from its source's
    c = cat([inst("i", day="2025-07")], [link("r", "i")])
    assert verdict(c, on=date(2025, 7, 30)) == v("gap")
    assert verdict(c, on=date(2025, 7, 31)) == v("covered", "i", "stated")
    assert orphans(c, date(2025, 7, 30), "stated") == set()  # no status yet: no orphan
    assert "r" not in known(c, date(2024, 12, 30))
    assert "r" in known(c, date(2024, 12, 31))
    c = cat([inst("i", day="2023-02")], [link("a", "i")])
    assert verdict(c, "a", on=date(2023, 2, 28)).state == "covered"


def test_when_a_link_is_known() -> None:
    # link known from: since, else earliest evidence, else the later end (not the objective's
    c = cat([inst("i")], [link("r", "i", since="2025-07-16", evidence=[{"source": "s24"}])])
    assert verdict(c) == v("gap") and verdict(c, on=date(2025, 7, 16)).state == "covered"
    c["links"][0] = link("r", "i", evidence=[{"source": "s25"}, {"source": "s2507"}])
    assert (
        verdict(c, on=date(2025, 7, 30)) == v("gap")
        and verdict(c, on=date(2025, 7, 31)).state == "covered"
    )
    c = cat([inst("i")], [link("r", "a"), link("a", "i", since="2024")])
    c["objectives"][0]["source"] = "s2507"
    # a chain counts only when every record on it is known, whatever its links say
    c["links"][0]["since"] = "2025-01-01"
    for since in ("2025-01-01", "2025-07-31"):
        c["links"][0]["since"] = since
        assert verdict(c) == v("gap") and verdict(c, "a").state == "gap"
        later = date(2025, 7, 31)
        assert verdict(c, on=later).state == verdict(c, "a", on=later).state == "covered"
    c["links"][0].pop("since")
    c["objectives"][0] = {"id": "a", "evidence": [{"source": "s25"}, {"source": "s2507"}]}
    assert verdict(c) == v("gap") and verdict(c, on=date(2025, 7, 31)).state == "covered"


def test_latest_status_counts() -> None:
    # status over time, with ties in the list's order
    stop = {
        "id": "i",
        "status": [
            {"date": "2024", "value": "adopted"},
            {"date": "2025-07-01", "value": "stopped"},
        ],
    }
    assert verdict(cat([stop], [link("r", "i")])) == v("gap")
    assert verdict(cat([stop], [link("r", "i")]), on=date(2025, 6, 30)).state == "covered"
    tie = {
        "id": "i",
        "status": [
            {"date": "2024-12-31", "value": "announced"},
            {"date": "2024", "value": "adopted"},
        ],
    }
    assert verdict(cat([tie], [link("r", "i")])).state == "covered"


def joint(si: str, sj: str, ei: str = "full", ej: str = "full", **more: Any) -> Rec:
    return cat(
        [inst("i", si), inst("j", sj)],
        [link("r", "i", ei, joint="g"), link("r", "j", ej, joint="g", **more)],
    )


def test_joint_members_must_all_be_live() -> None:
    # joint: all live -> the group's extent; one announced -> planned with that; one dead -> n

    assert verdict(joint("adopted", "adopted")) == v("covered", "i j", "stated")
    assert verdict(joint("adopted", "announced")) == v("planned", "i j", "stated")
    assert verdict(joint("adopted", "announced", "marginal", "marginal")) == v(
        "gap", "i j", "stated", True
    )
    assert verdict(joint("adopted", "stopped")) == v("gap")
    assert orphans(joint("adopted", "stopped"), DAY, "stated") == set()  # joint ignored there


def test_joint_links_must_all_be_known_and_counted() -> None:
    # joint: every link known and counted; other froms, names, relations are no members
    assert verdict(joint("adopted", "adopted", since="2026")) == v("gap")
    assert verdict(joint("adopted", "adopted", basis="suggested")) == v("gap")
    assert verdict(joint("adopted", "adopted", basis="inferred")) == v("covered", "i j", "inferred")
    assert verdict(joint("adopted", "adopted", basis="inferred"), basis="stated") == v("gap")


def test_joint_with_an_objective() -> None:
    # joint with an objective member: answered at that very level
    def through(extent: str, status: str = "adopted") -> Verdict:
        return verdict(
            cat(
                [inst("i"), inst("j", status)],
                [link("r", "i", joint="g"), link("r", "a", joint="g"), link("a", "j", extent)],
            )
        )

    assert through("full") == v("covered", "i j", "stated")
    assert through("partial") == v("partly", "i j", "stated")
    assert through("partial", "announced") == v("planned", "i j", "stated")
    assert through("marginal") == v("gap", "i j", "stated", True)
    assert through("full", "paused") == v("gap")


def test_cycles_neither_hang_nor_answer() -> None:
    # cycles among objectives neither hang nor answer anything
    ring = [
        link("r", "a"),
        link("a", "b"),
        link("b", "a"),
        link("a", "a"),
        link("b", "c"),
        link("c", "a"),
    ]
    assert verdict(cat([], ring)) == v("gap")
    assert all(
        verdict(cat([inst("i")], [*ring, link("c", "i")]), w) == v("covered", "i", "stated")
        for w in "rabc"
    )


def test_joint_groups_on_joint_groups() -> None:
    # groups on groups
    c = cat(
        [inst("i"), inst("j"), inst("k")],
        [
            link("r", "a", joint="g"),
            link("r", "i", joint="g"),
            link("a", "j", joint="g"),
            link("a", "k", joint="g", basis="inferred"),
        ],
    )
    assert verdict(c) == v("covered", "i j k", "inferred") and verdict(c, basis="stated") == v(
        "gap"
    )


def test_orphans() -> None:
    # orphans: objective nobody asked for; unknown recommendation; parts and wholes, not  sibl
    c = cat([inst("i"), inst("j", "stopped")], [link("a", "i"), link("a", "j")])
    assert orphans(c, DAY, "inferred") == {"i"}
    c["links"].append(link("r", "a", "marginal"))
    assert orphans(c, DAY, "inferred") == set()
    c["recommendations"][0]["source"] = "s25"
    c["links"][-1]["since"] = "2020"
    assert orphans(c, DAY, "inferred") == {"i"}
    family = [
        inst("top"),
        inst("mid", part_of="top"),
        inst("low", part_of="mid"),
        inst("sib", part_of="mid", value="announced"),
        inst("x", part_of="y"),
        inst("y", part_of="x"),
    ]
    assert orphans(cat(family, [link("r", "low")]), DAY, "stated") == {"sib", "x", "y"}
    assert orphans(cat(family, [link("r", "top"), link("r", "x")]), DAY, "stated") == set()
    dead_top = [inst("top", "stopped"), *family[1:4]]
    assert orphans(cat(dead_top, [link("r", "top")]), DAY, "stated") == set()


def test_basis_where_only_mentioned() -> None:
    # basis at mentioned
    c = cat([inst("i"), inst("j")], [link("r", "i", "marginal", "inferred")])
    assert verdict(c) == v("gap", "i", "inferred", True)
    c["links"].append(link("r", "j", "marginal"))
    assert verdict(c) == v("gap", "i j", "stated", True)


def test_states_rank_by_how_much_stands_behind_them() -> None:
    ranks = [State(name).rank for name in ("gap", "planned", "partly", "covered")]
    assert ranks == sorted(set(ranks))
    assert State.DECLINED.rank == State.GAP.rank


def test_the_state_on_another_basis_than_that_of_the_graph() -> None:
    asked = [{"date": "2025-01-01", "value": "rejected"}]
    c = cat(
        [inst("i"), inst("j", "announced")],
        [
            link("r", "i", basis="inferred"),
            link("a", "j", "partial"),
            link("a", "i", "partial", basis="inferred"),
            link("b", "i", "marginal"),
        ],
        responses=asked,
    )
    for counted in ("stated", "inferred"):
        graph = graph_of(c, DAY, counted)
        judge = Judge(graph)
        states = {
            (name, basis): judge.state_on(record, basis)
            for name in "rabc"
            for basis in COUNTED_BASES
            if isinstance(record := graph.catalog.record(name), Recommendation | Objective)
        }
        assert states == {
            ("r", "stated"): "declined", ("r", "inferred"): "covered",
            ("a", "stated"): "planned", ("a", "inferred"): "partly",
            ("b", "stated"): "gap", ("b", "inferred"): "gap",
            ("c", "stated"): "gap", ("c", "inferred"): "gap",
        }  # fmt: skip
