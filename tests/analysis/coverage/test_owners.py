"""By owner or level: what is live, what it answers, and what only it does."""

from __future__ import annotations

from datetime import date

from dosa_trace.analysis.coverage.coverage import By, coverage
from dosa_trace.analysis.coverage.owners import owner_lines
from tests.analysis.small import two_levels
from tests.build import graph_of

DAY = date(2025, 7, 15)


def test_a_split_by_level_or_owner_says_what_its_instruments_answer_and_what_only_they_do() -> None:
    for by, first, second in ((By.LEVEL, "nl", "eu"), (By.OWNER, "EC", "EZ")):
        found = owner_lines(graph_of(two_levels(), DAY), by)
        assert [one.id for one in found] == [first, second]
        assert all(set(one.only) <= set(one.answers) for one in found)
    answered = [one for one in coverage(graph_of(two_levels(), DAY)).recommendations if one.via]
    assert {name for one in found for name in one.answers} <= {one.id for one in answered}
    assert sum(len(one.live) for one in found) > 0


def test_what_two_owners_answer_together_is_put_down_to_both_and_to_neither_alone() -> None:
    """A joint group of two, one recommendation of one alone, and one that either answers."""
    data = {
        "sources": [{"id": "s", "date": "2024"}],
        "recommendations": [{"id": name, "source": "s"} for name in ("both", "alone", "either")],
        "instruments": [
            {"id": name, "owner": owner, "status": [{"date": "2024", "value": "adopted"}]}
            for name, owner in (("i", "EZ"), ("j", "OCW"), ("k", "SZW"))
        ],
        "links": [
            {"from": origin, "to": target, "extent": "full", "basis": "stated", **more}
            for origin, target, more in (
                ("both", "i", {"joint": "g"}),
                ("both", "j", {"joint": "g"}),
                ("alone", "i", {}),
                ("either", "i", {}),
                ("either", "j", {}),
            )
        ],
    }
    found = {one.id: one for one in owner_lines(graph_of(data, DAY), By.OWNER)}
    assert found["EZ"].answers == ("alone", "both", "either")
    assert found["EZ"].only == ("alone", "both")
    assert (found["OCW"].answers, found["OCW"].only) == (("both", "either"), ("both",))
    assert (found["SZW"].live, found["SZW"].answers, found["SZW"].only) == (("k",), (), ())
