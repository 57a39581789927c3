"""Catalogues in which some judgements are wrong, for brute force over the slow oracle."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from dosa_trace.analysis.judging.verdicts import State
from tests import oracle
from tests.worlds import catalogues

Wrong = tuple[str, str]  # a kind of judgement and the id of its link or source
TODAY = date(2026, 11, 23)
LESS = {"full": "partial", "partial": "marginal", "marginal": "marginal"}
SMALL = ["s1", "s2", "s3", "s5"]


@st.composite
def judged_catalogues(draw: st.DrawFn) -> dict[str, Any]:
    """A catalogue of which each link can be named by its ends, with statuses from several
    sources."""
    data = draw(catalogues())
    seen: set[tuple[str, str]] = set()
    for link in sorted(data["links"], key=lambda one: "joint" not in one):
        ends = (link["from"], link["to"])
        assume(not (ends in seen and "joint" in link))
        link["twin"] = ends in seen
        seen.add(ends)
    data["links"] = [link for link in data["links"] if not link.pop("twin")]
    for at, one in enumerate(data["instruments"]):
        for event in one["status"]:
            event["source"] = SMALL[at % len(SMALL)]
    return data


def judgements_of(data: Mapping[str, Any], basis: str, on: date) -> list[Wrong]:
    """All that may be wrong, whether or not anything hangs on it."""
    found: list[Wrong] = []
    for link in data["links"]:
        name = f"{link['from']} → {link['to']}"
        if link["basis"] == "inferred" and basis == "inferred":
            found.append(("link", name))
        if link["basis"] == "stated":
            found.append(("extent", name))
    found += [("source", source["id"]) for source in data["sources"]]
    return found


def altered(data: Mapping[str, Any], wrong: Iterable[Wrong], on: date) -> dict[str, Any]:
    """The catalogue in which some judgements are wrong."""
    other = copy.deepcopy(dict(data))
    for kind, name in wrong:
        for link in other["links"]:
            if kind == "source":
                cited = {item["source"] for item in link.get("evidence", ())}
                if cited == {name}:
                    link["basis"] = "suggested"
            elif name == f"{link['from']} → {link['to']}" and kind == "link":
                link["basis"] = "suggested"
            elif name == f"{link['from']} → {link['to']}" and "extent" in link:
                group = [
                    one for one in other["links"]
                    if "joint" in link
                    and (one["from"], one.get("joint")) == (link["from"], link["joint"])
                ]  # fmt: skip
                for one in group or [link]:
                    one["extent"] = LESS[one["extent"]]
        if kind == "source":
            for instrument in other["instruments"]:
                last = None
                for event in instrument["status"]:
                    holds_from = oracle.last_day(
                        event["date"] if "date" in event else event["read"]
                    )
                    last = event if holds_from <= on else last
                if last is not None and last["source"] == name:
                    instrument["status"].append(
                        {"date": on.isoformat(), "value": "stopped", "source": ""}
                    )
    return other


def lower(then: Mapping[str, oracle.Verdict], now: Mapping[str, oracle.Verdict]) -> set[str]:
    return {one for one in now if State(then[one].state).rank < State(now[one].state).rank}


def many(number: int, instruments: int = 40) -> dict[str, Any]:
    """So many recommendations, each answered by three of some instruments."""
    return {
        "sources": [{"id": f"s{at}", "date": "2022"} for at in range(instruments)],
        "recommendations": [{"id": f"r{at}", "source": "s0"} for at in range(number)],
        "instruments": [
            {
                "id": f"i{at}",
                "status": [{"date": "2022", "value": "adopted", "source": f"s{at}"}],
            }
            for at in range(instruments)
        ],
        "links": [
            {
                "from": f"r{at}",
                "to": f"i{(at * step + step) % instruments}",
                "basis": "inferred",
                "rationale": "why",
                "extent": "partial",
                "evidence": [{"source": f"s{(at + step) % instruments}"}] if step != 3 else [],
            }
            for at in range(number)
            for step in (1, 3, 7)
        ],
    }
