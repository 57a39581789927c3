"""Who responded: nobody is assumed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.catalog.facts.names import keys_of
from dosa_trace.catalog.facts.responders import responders
from dosa_trace.language import Language
from tests import oracle
from tests.build import catalog_of, graph_of, why_state
from tests.examples import examples
from tests.worlds import catalogues

ON = date(2026, 3, 30)


@examples(200)
@given(catalogues())
def test_they_are_those_of_the_oracle(data: dict[str, Any]) -> None:
    catalog = catalog_of(data)
    for asked in data["recommendations"]:
        record = catalog.recommendations[asked["id"]]
        for said, response in zip(asked["responses"], record.responses, strict=True):
            found = keys_of(responders(catalog, record, response))
            assert list(found) == oracle.responders(data, asked, said)


@examples(200)
@given(catalogues())
def test_whether_somebody_looked_is_what_the_oracle_says(data: dict[str, Any]) -> None:
    for line in coverage(graph_of(data, ON)).recommendations:
        assert line.searched == oracle.searched(data, line.id, "instrument")
        assert line.response_searched == oracle.searched(data, line.id, "response")


def world(publisher: str, addressee: str = "nl", **response: Any) -> dict[str, Any]:
    return {
        "organisations": [
            {"id": "cabinet", "kind": "government", "level": "nl"},
            {"id": "party", "kind": "association", "level": "nl"},
            {"id": "commission", "kind": "eu-institution", "level": "eu"},
        ],
        "sources": [{"id": "s", "date": "2024"}, {"id": "reply", "publisher": publisher}],
        "recommendations": [
            {"id": "r", "source": "s", "addressee": addressee,
             "responses": [{"date": "2025", "value": "noted", "source": "reply", **response}]},
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "who"),
    [
        (world("cabinet"), "An office"),
        (world("cabinet", "cabinet"), "An office"),
        (world("commission"), None),
        (world("commission", "eu"), "An office"),
        (world("party"), None),
        (world("A newspaper"), None),
        (world("A newspaper", by="Both ministers"), "Both ministers"),
        (world("cabinet", by=["One", "Other"]), "One, Other"),
    ],
)
def test_who_has_the_office_to_responds_and_nobody_else(
    data: dict[str, Any], who: str | None
) -> None:
    (told,) = why_state(graph_of(data, ON), "r").responses
    assert (told.by.say(Language.EN) if told.by else None) == who
