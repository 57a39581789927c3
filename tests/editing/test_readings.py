"""Judgements that are written down: readings, doubts, decisions."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dosa_trace.analysis.agreement.judged_pairs import judged_pairs
from dosa_trace.analysis.judging.reasons import Reason
from dosa_trace.analysis.why.explanation import explain
from dosa_trace.catalog.facts.reviews import is_suspect
from dosa_trace.catalog.facts.second_readings import objections_to_rejecting
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.judged import Considered
from dosa_trace.catalog.model.records import TraceLink
from dosa_trace.catalog.model.vocabulary import Basis, Matter, Outcome, ReadExtent, Relation
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.editing.changes import set_fields
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.judgements.field_readings import read_field
from dosa_trace.editing.judgements.imported import import_readings
from dosa_trace.editing.judgements.readings import (
    Reader,
    answer_reading,
    doubt_link,
    read_link,
)
from dosa_trace.editing.judgements.rejections import answer_rejection, read_pair, rejecting
from dosa_trace.graph import TraceGraph
from dosa_trace.loading import load
from dosa_trace.questions.editing import preview
from tests.build import FROZEN

NAME = "fs-talent:aim-ai-talent"
BELLA = Reader("B. Reader", "2026-11-30")


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """The frozen catalogue, in which A. Maker made one of the links."""
    shutil.copytree(FROZEN, tmp_path / "catalog")
    return edited(load(tmp_path / "catalog"), lambda one: set_fields(one, NAME, {"by": "A. Maker"}))


def edited(catalog: Catalog, edit: Callable[[Draft], object]) -> Catalog:
    draft = Draft(catalog)
    edit(draft)
    made, findings = draft.read()
    assert not findings
    return made


def link_of(catalog: Catalog, name: str = NAME) -> TraceLink:
    (link,) = (one for one in catalog.links if f"{one.origin}:{one.target}" == name)
    return link


def test_one_that_agrees_reviews_the_link_and_one_that_differs_does_not(catalog: Catalog) -> None:
    own = ReadExtent(str(link_of(catalog).extent))
    agreed = link_of(edited(catalog, lambda draft: read_link(draft, NAME, own, BELLA)))
    assert agreed.reviewed is not None
    assert (str(agreed.reviewed.by), agreed.readings[0].extent) == ("B. Reader", own)
    assert agreed.reviewed.digest == agreed.readings[0].digest
    other = edited(catalog, lambda draft: read_link(draft, NAME, ReadExtent.NONE, BELLA, "No."))
    (reading,) = link_of(other).readings
    assert link_of(other).reviewed == link_of(catalog).reviewed
    assert (reading.extent, str(reading.note), reading.blind) == (ReadExtent.NONE, "No.", False)
    assert not is_suspect(other, link_of(other))


def test_readings_move_no_state(catalog: Catalog) -> None:
    draft = Draft(catalog)
    read_link(draft, NAME, ReadExtent.NONE, BELLA, "No.")
    assert preview(draft, as_of="2026-11-30").effects.states == ()


def test_who_made_a_link_is_no_second_reader_of_it_and_never_blind(catalog: Catalog) -> None:
    maker = Reader("A. Maker", "2026-11-30")
    draft = Draft(catalog)
    assert not read_link(draft, NAME, ReadExtent.PARTIAL, maker)
    assert link_of(draft.read()[0]).reviewed == link_of(catalog).reviewed
    with pytest.raises(BadQuestion, match="cannot judge it blind"):
        read_link(Draft(catalog), NAME, ReadExtent.PARTIAL, maker._replace(blind=True))


def test_a_doubt_bears_who_has_it(catalog: Catalog) -> None:
    made = edited(catalog, lambda draft: doubt_link(draft, NAME, "Only half.", BELLA))
    (doubt,) = link_of(made).doubts
    assert (str(doubt.text), str(doubt.by), str(doubt.date)) == (
        "Only half.", "B. Reader", "2026-11-30",
    )  # fmt: skip


def test_a_decision_keeps_or_changes(catalog: Catalog) -> None:
    own = link_of(catalog).extent
    read = edited(catalog, lambda one: read_link(one, NAME, ReadExtent.MARGINAL, BELLA, "Less."))
    judge = Reader("C. Judge", "2026-12-01")
    kept = edited(read, lambda one: answer_reading(one, NAME, Outcome.KEPT, "It acts.", judge))
    answer = link_of(kept).readings[0].answer
    assert answer is not None
    assert (answer.value, str(answer.reason), str(answer.by)) == (
        Outcome.KEPT, "It acts.", "C. Judge",
    )  # fmt: skip
    assert link_of(kept).extent == own
    changed = edited(read, lambda one: answer_reading(one, NAME, Outcome.CHANGED, "So.", judge))
    link = link_of(changed)
    assert str(link.extent) == "marginal"
    assert [(str(one.by), one.extent.value) for one in link.readings] == [
        ("A. Maker", str(own)), ("B. Reader", "marginal"),
    ]  # fmt: skip
    with pytest.raises(BadQuestion, match="waits for a decision"):
        answer_reading(Draft(changed), NAME, Outcome.KEPT, "Again.", judge)


def test_a_link_that_is_decided_to_be_none_supports_nothing(catalog: Catalog) -> None:
    read = edited(catalog, lambda draft: read_link(draft, NAME, ReadExtent.NONE, BELLA, "No."))
    gone = edited(read, lambda one: answer_reading(one, NAME, Outcome.CHANGED, "Right.", BELLA))
    assert (link_of(gone).relation, link_of(gone).extent) == (Relation.NONE, None)


def rejected(catalog: Catalog) -> tuple[str, str]:
    """A pair that was rejected with others in one entry."""
    return next(
        (asked.id, looked.instruments[-1])
        for asked in catalog.recommendations.values()
        for looked in asked.considered
        if len(looked.instruments) > 1
    )


def test_one_of_several_rejected_gets_an_entry_of_its_own(catalog: Catalog) -> None:
    origin, end = rejected(catalog)
    before = catalog.recommendations[origin].considered
    made = edited(
        catalog, lambda draft: read_pair(draft, origin, end, ReadExtent.MARGINAL, BELLA, "A bit.")
    )
    after = made.recommendations[origin].considered
    (own,) = (looked for looked in after if looked.readings)
    assert own.instruments == (end,)
    assert {name for one in after for name in one.instruments} == {
        name for one in before for name in one.instruments
    }
    again = edited(
        made,
        lambda draft: read_pair(
            draft, origin, end, ReadExtent.NONE, Reader("C.", "2026-12-01"), "No."
        ),
    )
    (own,) = (looked for looked in again.recommendations[origin].considered if looked.readings)
    assert [one.extent.value for one in own.readings] == ["marginal", "none"]
    taken = import_readings(Draft(catalog), again).taken
    assert [one.by for one in taken] == ["B. Reader", "C."]


def test_a_pair_that_nobody_linked_is_rejected_or_suggested(catalog: Catalog) -> None:
    end = unlinked(catalog, "wrr-slot")
    blind = BELLA._replace(blind=True)
    made = edited(
        catalog, lambda draft: read_pair(draft, "wrr-slot", end, ReadExtent.NONE, blind, "No.")
    )
    last = made.recommendations["wrr-slot"].considered[-1]
    assert (last.instruments, str(last.reason), last.readings[0].blind) == ((end,), "No.", True)
    made = edited(
        catalog, lambda draft: read_pair(draft, "wrr-slot", end, ReadExtent.PARTIAL, blind, "Half.")
    )
    link = link_of(made, f"wrr-slot:{end}")
    assert (link.basis, str(link.extent), link.readings[0].blind) == (
        Basis.SUGGESTED, "partial", True,
    )  # fmt: skip
    with pytest.raises(BadQuestion, match="takes a reason"):
        read_pair(Draft(catalog), "wrr-slot", end, ReadExtent.NONE, blind)


def unlinked(catalog: Catalog, origin: str) -> str:
    """An instrument that nobody linked to a recommendation or rejected for it."""
    linked = {(link.origin, link.target) for link in catalog.links}
    looked_at = catalog.recommendations[origin].considered
    known = {name for looked in looked_at for name in looked.instruments}
    return next(
        name for name in catalog.instruments if (origin, name) not in linked and name not in known
    )


def test_who_finds_that_what_was_rejected_does_something_is_answered(catalog: Catalog) -> None:
    origin, end = rejected(catalog)
    judge = Reader("C. Judge", "2026-12-02")
    read = edited(
        catalog, lambda one: read_pair(one, origin, end, ReadExtent.PARTIAL, BELLA, "Half.")
    )
    (objection,) = objections_to_rejecting(entry(read, origin, end))
    assert (str(objection.by), objection.answered) == ("B. Reader", None)
    told = [one for one in why_reasons(read, origin) if one.code == "disputed"]
    assert [one.records for one in told] == [(end,)]

    kept = edited(read, lambda one: answer_rejection(one, origin, end, Outcome.KEPT, "No.", judge))
    (objection,) = objections_to_rejecting(entry(kept, origin, end))
    assert objection.answered is not None
    assert str(objection.answered.text) == "No."
    assert not [one for one in why_reasons(kept, origin) if one.code == "disputed"]
    with pytest.raises(BadQuestion, match="waits for a decision"):
        answer_rejection(Draft(kept), origin, end, Outcome.KEPT, "Again.", judge)

    changed = edited(
        read, lambda one: answer_rejection(one, origin, end, Outcome.CHANGED, "Yes.", judge)
    )
    link = link_of(changed, f"{origin}:{end}")
    assert (str(link.extent), link.basis, str(link.by), str(link.rationale)) == (
        "partial", Basis.INFERRED, "C. Judge", "Yes.",
    )  # fmt: skip
    considered = changed.recommendations[origin].considered
    assert end not in {name for looked in considered for name in looked.instruments}
    (pair,) = (
        one
        for one in judged_pairs(changed, Matter.EXTENT, [changed.recommendations[origin]])
        if one.target == end
    )
    assert pair.values == ("none", "partial")


def test_the_only_rejection_of_a_recommendation_may_become_a_link(catalog: Catalog) -> None:
    origin = next(one.id for one in catalog.recommendations.values() if not one.considered)
    end = unlinked(catalog, origin)
    read = edited(catalog, lambda one: read_pair(one, origin, end, ReadExtent.NONE, BELLA, "No."))
    other = Reader("C.", "2026-12-01")
    read = edited(read, lambda one: read_pair(one, origin, end, ReadExtent.FULL, other, "All."))
    judge = Reader("D.", "2026-12-02")
    made = edited(
        read, lambda one: answer_rejection(one, origin, end, Outcome.CHANGED, "So.", judge)
    )
    assert made.recommendations[origin].considered == ()
    assert str(link_of(made, f"{origin}:{end}").extent) == "full"


def entry(catalog: Catalog, origin: str, end: str) -> Considered:
    found = rejecting(catalog, origin, end)
    assert found is not None
    return found


def why_reasons(catalog: Catalog, origin: str) -> tuple[Reason, ...]:
    return explain(TraceGraph(catalog, as_of=date(2026, 11, 30)), origin).not_counted


def test_readings_of_another_copy_are_taken_over_once_and_under_their_names(
    catalog: Catalog,
) -> None:
    other = edited(catalog, lambda one: read_link(one, NAME, ReadExtent.NONE, BELLA, "No."))
    origin = "wrr-slot"
    end = unlinked(catalog, origin)
    other = edited(
        other, lambda one: read_pair(one, origin, end, ReadExtent.NONE, BELLA, "Nothing.")
    )
    draft = Draft(catalog)
    found = import_readings(draft, other)
    assert [(one.name, one.by) for one in found.taken] == [
        (f"{origin}:{end}", "B. Reader"), (NAME, "B. Reader"),
    ]  # fmt: skip
    assert found.left == ()
    made = draft.read()[0]
    (reading,) = link_of(made).readings
    assert reading == link_of(other).readings[0]
    assert entry(made, origin, end) == entry(other, origin, end)
    assert link_of(made).reviewed == link_of(catalog).reviewed
    assert import_readings(Draft(made), other).taken == ()


def test_one_of_another_copy_that_agrees_reviews_the_link_unless_a_later_review_stands(
    catalog: Catalog,
) -> None:
    own = ReadExtent(str(link_of(catalog).extent))
    other = edited(catalog, lambda one: read_link(one, NAME, own, BELLA))
    made = edited(catalog, lambda one: import_readings(one, other))
    assert link_of(made).reviewed == link_of(other).reviewed
    later = edited(catalog, lambda one: read_link(one, NAME, own, Reader("C.", "2026-12-24")))
    made = edited(later, lambda one: import_readings(one, other))
    assert link_of(made).reviewed == link_of(later).reviewed
    assert len(link_of(made).readings) == 2


def test_a_link_that_only_another_copy_suggests_comes_with_its_reading(catalog: Catalog) -> None:
    origin = "wrr-slot"
    end = unlinked(catalog, origin)
    other = edited(
        catalog, lambda one: read_pair(one, origin, end, ReadExtent.PARTIAL, BELLA, "Half.")
    )
    made = edited(catalog, lambda one: import_readings(one, other))
    here, there = (link_of(one, f"{origin}:{end}") for one in (made, other))
    assert (here.basis, here.extent, here.rationale, here.readings) == (
        there.basis, there.extent, there.rationale, there.readings,
    )  # fmt: skip
    assert len(here.readings) == 1


def test_readings_of_fields_are_taken_over_too(catalog: Catalog) -> None:
    name = next(
        one.id for one in catalog.recommendations.values() if one.responses and one.specificity
    )
    other = edited(catalog, lambda one: read_field(one, name, "specificity", "5", BELLA, "A lot."))
    other = edited(other, lambda one: read_field(one, name, "responses.1", "noted", BELLA))
    draft = Draft(catalog)
    found = import_readings(draft, other)
    assert [one.name for one in found.taken] == [f"{name} specificity", f"{name} responses.1"]
    made = draft.read()[0]
    assert made.recommendations[name].readings == other.recommendations[name].readings
    assert import_readings(Draft(made), other) == ((), ())
    here = edited(catalog, lambda one: set_fields(one, name, {"title.en": "Otherwise"}))
    assert len(import_readings(Draft(here), other).left) == 2


def test_what_is_not_the_same_here_is_left(catalog: Catalog) -> None:
    other = edited(catalog, lambda one: read_link(one, NAME, ReadExtent.NONE, BELLA, "No."))
    here = edited(catalog, lambda one: set_fields(one, NAME, {"extent": "marginal"}))
    draft = Draft(here)
    found = import_readings(draft, other)
    assert (found.taken, [one.name for one in found.left]) == ((), [NAME])
    assert draft.edits == ()


def test_readings_of_what_both_rejected_are_taken_over(catalog: Catalog) -> None:
    blind = BELLA._replace(blind=True)
    here = edited(
        catalog, lambda one: read_pair(one, "wrr-slot", "ained", ReadExtent.NONE, blind, "No.")
    )
    other = edited(
        here,
        lambda one: read_pair(
            one, "wrr-slot", "ained", ReadExtent.MARGINAL, Reader("C.", "2026-12-01"), "A bit."
        ),
    )
    draft = Draft(here)
    assert [one.by for one in import_readings(draft, other).taken] == ["C."]
    looked = draft.read()[0].recommendations["wrr-slot"].considered[-1]
    assert [str(one.by) for one in looked.readings] == ["B. Reader", "C."]
