"""Hand-made examples for the oracle, each named after a sentence of docs/rules.md."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.oracle import Basis, Verdict, WrittenChain, chains, orphans, refused, states
from tests.worlds import DAYS, Drawn, catalogues

DAY = date(2025, 7, 31)
NO_CHAIN = Verdict("gap", False, frozenset(), None)


def link(origin: str, to: str, extent: str = "full", basis: str = "stated", **more: Any) -> Drawn:
    """Write one supports link."""
    return {"from": origin, "to": to, "extent": extent, "basis": basis, **more}


def instrument(name: str, *values: str, **more: Any) -> Drawn:
    """Write one instrument with statuses of 2024; `value@date` for another date."""
    events = [(value + "@2024").split("@")[:2] for value in values]
    return {"id": name, "status": [{"date": day, "value": value} for value, day in events], **more}


def world(*links: Drawn, **changed: Any) -> Drawn:
    """Write a catalogue: r, s asked in 2024; o, p, q undated; a, b live; x, y announced."""
    catalogue: Drawn = {
        "sources": [{"id": "early", "date": "2024"}, {"id": "late", "date": "2026"}],
        "recommendations": [
            {"id": "r", "source": "early", "responses": []},
            {"id": "s", "source": "early", "responses": []},
        ],
        "objectives": [{"id": "o"}, {"id": "p"}, {"id": "q"}],
        "instruments": [
            instrument("a", "in-progress"),
            instrument("b", "adopted"),
            instrument("x", "announced"),
            instrument("y", "announced"),
        ],
        "links": list(links),
    }
    return catalogue | changed


def state_of(catalogue: Drawn, node: str = "r", basis: Basis = "inferred") -> Verdict:
    """Ask the state of one node on the day."""
    return states(catalogue, DAY, basis)[node]


def verdict(state: str, via: str, basis: str, mentioned: bool = False) -> Verdict:
    """Write a verdict, `via` letter by letter."""
    return Verdict(state, mentioned, frozenset(via), basis)


def responded(*values: str, dates: tuple[str, ...] = ("2024", "2025-01")) -> Drawn:
    """Write the recommendation r with these responses."""
    events = [{"date": day, "value": value} for day, value in zip(dates, values, strict=False)]
    return {"id": "r", "source": "early", "responses": events}


def test_covered_every_one_full_ends_in_a_live_instrument() -> None:
    catalogue = world(link("r", "o"), link("o", "a"), link("r", "b", "partial"))
    assert state_of(catalogue) == verdict("covered", "a", "stated")


def test_partly_such_a_chain_with_every_link_at_least_partial() -> None:
    catalogue = world(link("r", "o"), link("o", "a", "partial"), link("r", "x"))
    assert state_of(catalogue) == verdict("partly", "a", "stated")


def test_planned_ends_in_an_announced_instrument() -> None:
    catalogue = world(link("r", "o"), link("o", "x", "partial"), link("o", "a", "marginal"))
    assert state_of(catalogue) == verdict("planned", "x", "stated")


def test_declined_latest_response_is_rejected_or_existing_policy() -> None:
    for value in ("rejected", "existing-policy"):
        catalogue = world(recommendations=[responded("accepted", value)])
        assert state_of(catalogue).state == "declined"
    catalogue = world(recommendations=[responded("rejected", "accepted")])
    assert state_of(catalogue) == NO_CHAIN


def test_declined_only_if_none_of_the_above() -> None:
    catalogue = world(link("r", "x", "partial"), recommendations=[responded("rejected")])
    assert state_of(catalogue).state == "planned"


def test_events_stand_in_the_order_of_the_file_and_the_last_known_one_holds() -> None:
    month_then_year = responded("rejected", "accepted", dates=("2024-07", "2024"))
    assert state_of(world(recommendations=[month_then_year])).state == "gap"
    unknown_yet = responded("rejected", "accepted", dates=("2024", "2025"))
    assert state_of(world(recommendations=[unknown_yet])).state == "declined"


def test_a_chain_with_a_marginal_link_is_shown_as_mentioned_and_is_still_a_gap() -> None:
    catalogue = world(
        link("r", "o"), link("o", "a", "marginal", "inferred"), link("r", "x", "marginal")
    )
    assert state_of(catalogue) == verdict("gap", "ax", "stated", mentioned=True)


def test_a_declined_recommendation_may_be_mentioned_too() -> None:
    catalogue = world(link("r", "a", "marginal"), recommendations=[responded("rejected")])
    assert state_of(catalogue) == verdict("declined", "a", "stated", mentioned=True)


def test_partial_chains_never_add_up_to_a_full_one() -> None:
    catalogue = world(link("r", "a", "partial"), link("r", "b", "partial"))
    assert state_of(catalogue) == verdict("partly", "ab", "stated")


def test_paused_stopped_and_superseded_instruments_carry_nothing() -> None:
    for value in ("paused", "stopped", "superseded"):
        catalogue = world(link("r", "z"), instruments=[instrument("z", "adopted", value)])
        assert state_of(catalogue) == NO_CHAIN
        assert chains(catalogue, DAY, "inferred", "r") == []


def test_a_partial_date_counts_from_its_last_day() -> None:
    catalogue = world(link("r", "a", since="2025-07"))
    assert states(catalogue, date(2025, 7, 30), "stated")["r"] == NO_CHAIN
    assert states(catalogue, date(2025, 7, 31), "stated")["r"].state == "covered"
    leap = world(link("r", "a", since="2024-02"), recommendations=[responded()])
    leap["sources"][0]["date"] = "2023"
    leap["instruments"][0] = instrument("a", "adopted@2023")
    assert states(leap, date(2024, 2, 28), "stated")["r"].state == "gap"
    assert states(leap, date(2024, 2, 29), "stated")["r"].state == "covered"


def test_a_link_from_its_since_else_the_date_of_its_earliest_dated_evidence() -> None:
    both = [{"source": "late"}, {"source": "early"}]
    assert state_of(world(link("r", "a", evidence=both))).state == "covered"
    assert state_of(world(link("r", "a", evidence=both[:1]))).state == "gap"
    assert state_of(world(link("r", "a", evidence=both[:1], since="2024"))).state == "covered"
    assert state_of(world(link("r", "a", evidence=both, since="2026"))).state == "gap"


def test_a_recommendation_is_known_from_its_sources_date() -> None:
    catalogue = world(link("r", "a"), recommendations=[{"id": "r", "source": "late"}])
    assert "r" not in states(catalogue, DAY, "inferred")
    assert chains(catalogue, DAY, "inferred", "r") == []
    assert orphans(catalogue, DAY, "inferred") == {"a", "b", "x", "y"}


def test_chains_count_only_when_every_record_on_them_is_known() -> None:
    """An objective from its source's date, else its earliest dated evidence, else always."""
    links = (link("r", "o", since="2024"), link("o", "a", since="2024"))
    for objective, state in (
        ({"id": "o", "source": "late", "evidence": [{"source": "early"}]}, "gap"),
        ({"id": "o", "source": "early", "evidence": [{"source": "late"}]}, "covered"),
        ({"id": "o", "evidence": [{"source": "late"}]}, "gap"),
        ({"id": "o", "evidence": [{"source": "late"}, {"source": "early"}]}, "covered"),
        ({"id": "o"}, "covered"),
    ):
        catalogue = world(*links, objectives=[objective])
        assert state_of(catalogue).state == state
        assert state_of(catalogue, "o").state == state
        assert ("a" in orphans(catalogue, DAY, "inferred")) == (state == "gap")


def test_an_instrument_is_known_from_its_first_status() -> None:
    known_in_part = instrument("z", "announced@2024", "adopted@2026")
    assert state_of(world(link("r", "z"), instruments=[known_in_part])).state == "planned"
    for unknown in (instrument("z"), instrument("z", "adopted@2026")):
        catalogue = world(link("r", "z", since="2024"), instruments=[unknown])
        assert state_of(catalogue) == NO_CHAIN


def test_counted_by_default_stated_and_inferred_and_suggested_never() -> None:
    catalogue = world(link("r", "a", basis="suggested"), link("r", "b", "partial", "inferred"))
    assert state_of(catalogue) == verdict("partly", "b", "inferred")
    assert state_of(catalogue, basis="stated") == NO_CHAIN


def test_only_supports_links_make_a_chain() -> None:
    for relation in ("contradicts", "none"):
        assert state_of(world(link("r", "a", relation=relation))) == NO_CHAIN


def test_basis_stated_if_at_the_highest_extent_one_runs_over_stated_links_alone() -> None:
    tie = world(link("r", "a", basis="inferred"), link("r", "b"))
    assert state_of(tie) == verdict("covered", "ab", "stated")
    mixed = world(link("r", "o"), link("o", "a", basis="inferred"))
    assert state_of(mixed) == verdict("covered", "a", "inferred")


def test_basis_of_a_stated_partial_beside_an_inferred_full_plan_is_inferred() -> None:
    catalogue = world(link("r", "x", "partial", "stated"), link("r", "y", "full", "inferred"))
    assert state_of(catalogue) == verdict("planned", "xy", "inferred")
    assert state_of(catalogue, basis="stated") == verdict("planned", "x", "stated")


def test_an_announced_instrument_is_shown_by_its_status_never_by_a_weaker_extent() -> None:
    catalogue = world(link("r", "x"), link("r", "a", "partial"))
    assert chains(catalogue, DAY, "inferred", "r") == [
        WrittenChain(("r", "x"), (0,), "full", "stated", "announced"),
        WrittenChain(("r", "a"), (1,), "partial", "stated", "in-progress"),
    ]


def test_a_joint_group_is_the_extent_of_the_group() -> None:
    catalogue = world(link("r", "a", joint="g"), link("r", "b", joint="g", basis="inferred"))
    assert state_of(catalogue) == verdict("covered", "ab", "inferred")
    assert [one.basis for one in chains(catalogue, DAY, "inferred", "r")] == ["inferred"] * 2


def test_a_joint_group_counts_when_every_link_in_it_counts() -> None:
    for spoiled in ({"since": "2026"}, {"basis": "suggested"}, {"relation": "contradicts"}):
        catalogue = world(link("r", "a", joint="g"), link("r", "b", joint="g") | spoiled)
        assert state_of(catalogue) == NO_CHAIN
        assert chains(catalogue, DAY, "inferred", "r") == []


def test_same_joint_name_with_another_from_is_another_group() -> None:
    catalogue = world(link("r", "a", joint="g"), link("o", "b", joint="g", since="2026"))
    assert state_of(catalogue).state == "covered"


def test_a_group_is_the_least_of_its_extent_and_of_what_its_members_are_answered_by() -> None:
    catalogue = world(
        link("r", "o", joint="g"),
        link("r", "p", joint="g"),
        link("o", "a"),
        link("p", "b", "partial"),
    )
    assert state_of(catalogue) == verdict("partly", "ab", "stated")
    assert [(one.nodes, one.extent) for one in chains(catalogue, DAY, "inferred", "r")] == [
        (("r", "o", "a"), "partial"),
        (("r", "p", "b"), "partial"),
    ]
    assert state_of(catalogue, "o").state == "covered"


def test_a_group_is_as_well_founded_as_its_members_are_answered() -> None:
    """The basis of a chain is the basis at that extent."""
    links = [link("r", "a", "partial", joint="g"), link("r", "p", "partial", joint="g")]
    inferred = world(*links, link("p", "b", basis="inferred"))
    assert state_of(inferred) == verdict("partly", "ab", "inferred")
    assert {one.basis for one in chains(inferred, DAY, "inferred", "r")} == {"inferred"}
    assert state_of(inferred, basis="stated") == NO_CHAIN
    at_partial = world(*links, link("p", "b", basis="inferred"), link("p", "b", "partial"))
    assert state_of(at_partial) == verdict("partly", "ab", "stated")


def test_a_group_with_a_member_that_nothing_answers_does_not_count() -> None:
    catalogue = world(link("r", "a", joint="g"), link("r", "p", joint="g"))
    assert state_of(catalogue) == NO_CHAIN
    unknown = world(
        link("r", "a", joint="g"),
        link("r", "p", joint="g", since="2024"),
        link("p", "b", since="2024"),
        objectives=[{"id": "p", "source": "late"}],
    )
    assert state_of(unknown) == NO_CHAIN


def test_a_group_over_an_announced_and_a_live_instrument_is_planned() -> None:
    catalogue = world(link("r", "a", joint="g"), link("r", "x", joint="g"))
    assert state_of(catalogue) == verdict("planned", "ax", "stated")
    assert [
        (one.nodes, one.extent, one.status) for one in chains(catalogue, DAY, "stated", "r")
    ] == [
        (("r", "a"), "full", "in-progress"),
        (("r", "x"), "full", "announced"),
    ]


def test_a_group_answered_marginally_is_mentioned() -> None:
    catalogue = world(
        link("r", "a", joint="g"), link("r", "p", joint="g"), link("p", "x", "marginal")
    )
    assert state_of(catalogue) == verdict("gap", "ax", "stated", mentioned=True)


def test_a_group_may_rest_on_another_group() -> None:
    catalogue = world(
        link("r", "o", joint="g"),
        link("r", "b", joint="g"),
        link("o", "p", joint="h"),
        link("o", "a", joint="h"),
        link("p", "b", "partial"),
    )
    assert state_of(catalogue) == verdict("partly", "ab", "stated")
    assert state_of(catalogue, "p").via == {"b"}


def test_a_group_of_which_a_member_leads_back_is_refused() -> None:
    group = [link("o", "p", joint="g"), link("o", "a", joint="g")]
    back = world(*group, link("p", "q", since="2026"), link("q", "o", basis="suggested"))
    assert refused(back)
    with pytest.raises(ValueError, match="refuse"):
        states(back, DAY, "stated")
    assert not refused(world(*group, link("p", "q"), link("q", "o", relation="contradicts")))
    assert not refused(world(*group, link("q", "o")))


def test_unequal_extents_in_a_group_are_an_error() -> None:
    assert refused(world(link("r", "a", joint="g"), link("r", "b", "partial", joint="g")))
    assert not refused(world(link("r", "a", joint="g"), link("s", "b", "partial", joint="g")))


def test_chains_visit_nothing_twice_and_a_cycle_does_not_hang() -> None:
    catalogue = world(
        link("r", "o"), link("o", "p"), link("p", "o"), link("p", "a"), link("o", "p")
    )
    assert [one.links for one in chains(catalogue, DAY, "stated", "r")] == [(0, 1, 3), (0, 4, 3)]
    assert state_of(catalogue, "o").state == state_of(catalogue, "p").state == "covered"


def test_objectives_have_a_state_by_the_same_rule() -> None:
    found = states(world(link("r", "o", "partial"), link("o", "a")), DAY, "stated")
    assert {node: one.state for node, one in found.items()} == {
        "r": "partly",
        "s": "gap",
        "o": "covered",
        "p": "gap",
        "q": "gap",
    }


def test_an_instrument_that_only_pursues_an_objective_nobody_asked_for_is_an_orphan() -> None:
    catalogue = world(link("o", "a"), link("r", "p"), link("p", "x", "marginal", "inferred"))
    assert orphans(catalogue, DAY, "inferred") == {"a", "b", "y"}
    assert orphans(catalogue, DAY, "stated") == {"a", "b", "x", "y"}


def test_a_part_or_a_whole_that_is_reached_saves_from_being_an_orphan() -> None:
    """Parts and wholes are transitive."""
    trees = [
        instrument("a", "adopted"),
        instrument("b", "adopted", part_of="a"),
        instrument("c", "adopted", part_of="b"),
        instrument("d", "adopted", part_of="a"),
    ]
    assert orphans(world(link("r", "c"), instruments=trees), DAY, "stated") == {"d"}
    assert orphans(world(link("r", "a"), instruments=trees), DAY, "stated") == set()


def test_parts_that_have_ended_do_not_count() -> None:
    for value in ("stopped", "superseded", "paused"):
        tree = [instrument("a", "adopted"), instrument("b", "adopted", value, part_of="a")]
        assert orphans(world(link("r", "b"), instruments=tree), DAY, "stated") == {"a"}


def test_an_ended_whole_that_is_reached_still_counts() -> None:
    """Only of parts do the rules say that ended ones do not count: to be asked for suffices."""
    tree = [instrument("a", "adopted", "stopped"), instrument("b", "adopted", part_of="a")]
    assert orphans(world(link("r", "a"), instruments=tree), DAY, "stated") == set()


def test_a_single_link_of_a_joint_group_reaches() -> None:
    catalogue = world(link("r", "a", joint="g"), link("r", "p", joint="g"))
    assert orphans(catalogue, DAY, "stated") == {"b", "x", "y"}


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(catalogues())
def test_drawn_worlds_are_answered_and_the_order_of_records_changes_nothing(
    catalogue: Mapping[str, Any],
) -> None:
    assert not refused(catalogue)
    turned = {kind: list(reversed(records)) for kind, records in catalogue.items()}
    bases: tuple[Basis, Basis] = ("stated", "inferred")
    for day in DAYS:
        for basis in bases:
            found = states(catalogue, day, basis)
            assert found == states(turned, day, basis)
            assert orphans(catalogue, day, basis) == orphans(turned, day, basis)
            for node, one in found.items():
                ends = {chain.nodes[-1] for chain in chains(catalogue, day, basis, node)}
                assert one.via <= ends
                assert bool(ends) == (one.basis is not None)
