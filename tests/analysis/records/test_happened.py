"""The history of one record: every event that is on file, once, in the order of time."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dosa_trace.analysis.records.happened import HappenedKind, happened
from tests.build import catalog_of, frozen
from tests.cli.conftest import Runner, run
from tests.examples import examples
from tests.oracle import last_day
from tests.worlds import DAYS, catalogues

__all__ = ["run"]

ON = date(2026, 11, 23)


@examples(100)
@given(catalogues(), st.sampled_from(DAYS))
def test_every_event_stands_in_it_once(data: dict[str, Any], on: date) -> None:
    catalog = catalog_of(data)
    for record in (*data["recommendations"], *data["instruments"]):
        events = happened(catalog, record["id"], on)
        assert [event.day for event in events] == sorted(event.day for event in events)
        for key, kind in (("status", HappenedKind.STATUS), ("responses", HappenedKind.RESPONSE)):
            known = [
                event["value"]
                for event in record.get(key, ())
                if last_day(event.get("date") or event["read"]) <= on
            ]
            told = [event.value for event in events if event.kind is kind]
            assert sorted(filter(None, told)) == sorted(known)


def test_amounts_and_targets_stand_in_it_too() -> None:
    catalog = frozen(ON).catalog
    record = catalog.instruments["ained"]
    kinds = [event.kind for event in happened(catalog, "ained", ON)]
    assert kinds.count(HappenedKind.AMOUNT) == len(record.budgets)
    assert kinds.count(HappenedKind.STATUS) == len(record.status)
    assert HappenedKind.LINK in kinds


def test_it_is_shown_with_the_record_and_asked_for_alone(run: Runner) -> None:
    told = json.loads(run("show", "ained", "-f", "json").out)["history"]
    alone = json.loads(run("changes", "--where", "id=ained", "-f", "json").out)
    assert alone["schema"] == "dosa-trace/changes/record/1"
    assert alone["history"] == told
    since = ("changes", "--where", "id=ained", "--since", "2024", "-f", "json")
    later = json.loads(run(*since).out)["history"]
    assert later == [event for event in told if event["day"] >= "2024"]
    assert "History of AiNed" in run("changes", "--where", "id=ained", "--lang", "en").out
