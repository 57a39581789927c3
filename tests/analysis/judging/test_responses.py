"""What of a response counts: whether it was given, and how much of it was read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.coverage.cross import Action, cross
from dosa_trace.analysis.coverage.gaps import gaps
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.vocabulary import ResponseValue, Seen
from dosa_trace.language import Language
from tests.build import graph_of, why_state

DAY = date(2026, 11, 25)


def answered(*responses: dict[str, Any]) -> dict[str, Any]:
    """One recommendation that nothing answers, with these responses, a month apart."""
    dated = [{"date": f"2025-0{at}", **one} for at, one in enumerate(responses, 1)]
    return {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [{"id": "r", "source": "s", "responses": dated}],
    }


def test_a_draft_declines_nothing() -> None:
    given, draft = {"value": "rejected"}, {"value": "rejected", "draft": True}
    for responses, state in (([given], State.DECLINED), ([draft], State.GAP)):
        (line,) = coverage(graph_of(answered(*responses), DAY)).recommendations
        assert line.state is state


def test_a_later_draft_hides_no_answer_and_an_earlier_one_yields_to_it() -> None:
    draft, noted = {"value": "rejected", "draft": True}, {"value": "noted"}
    for responses in ((draft, noted), (noted, draft)):
        (line,) = coverage(graph_of(answered(*responses), DAY)).recommendations
        assert (line.response, line.draft) == (ResponseValue.NOTED, None)


def test_a_draft_alone_is_no_response_and_is_shown_as_what_it_is() -> None:
    graph = graph_of(answered({"value": "existing-policy", "draft": True}), DAY)
    report = coverage(graph)
    assert report.without_response == 1
    (line,), (gap,) = report.recommendations, gaps(graph).items
    assert (line.response, line.draft) == (None, ResponseValue.EXISTING_POLICY)
    assert (gap.response, gap.draft) == (None, ResponseValue.EXISTING_POLICY)
    (told,) = why_state(graph, "r").responses
    assert told.draft


def test_a_draft_pledges_nothing() -> None:
    pledge = {"value": "accepted", "commitment": True, "seen": "whole"}
    assert cross(graph_of(answered(pledge), DAY)).pledges == 1
    assert cross(graph_of(answered(pledge | {"draft": True}), DAY)).pledges == 0


@pytest.mark.parametrize(
    ("responses", "pledged"),
    [
        ([], None),
        ([{"value": "noted"}], None),
        ([{"value": "noted", "seen": "head"}], None),
        ([{"value": "noted", "seen": "part"}], None),
        ([{"value": "noted", "seen": "whole"}], False),
        ([{"value": "noted", "seen": "whole"}, {"value": "noted", "seen": "head"}], None),
        ([{"value": "noted", "seen": "head"}, {"value": "accepted", "commitment": True}], True),
        ([{"value": "noted", "seen": "whole", "draft": True}], None),
    ],
)
def test_no_pledge_follows_only_from_answers_that_were_read_whole(
    responses: list[dict[str, Any]], pledged: bool | None
) -> None:
    found = cross(graph_of(answered(*responses), DAY))
    assert found.cell(pledged, Action.NONE).number == 1
    assert [one.commitment for one in found.recommendations] == [pledged]


def test_what_is_not_known_is_never_marked() -> None:
    """Beside a pledge, an action whose answer was not read whole lacks nothing that is known."""
    data = answered({"value": "accepted", "commitment": True})
    data["recommendations"].append({"id": "q", "source": "s"})
    data["instruments"] = [{"id": "i", "status": [{"date": "2025", "value": "adopted"}]}]
    data["links"] = [{"from": "q", "to": "i", "extent": "full", "basis": "stated"}]
    found = cross(graph_of(data, DAY))
    assert (found.pledge_without_action, found.action_without_pledge) == (1, 0)
    assert not found.cell(None, Action.UNDER_WAY).telling


def test_who_answered_and_how_much_was_read_is_on_file() -> None:
    (told,) = why_state(
        graph_of(answered({"value": "noted", "by": "EZ", "seen": "part"}), DAY), "r"
    ).responses
    assert told.by is not None
    assert (told.by.say(Language.EN), told.seen, told.draft) == ("EZ", Seen.PART, False)
