"""A catalogue under the terms of vocabularies that others know, and as requirements."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest

from dosa_trace.catalog.fields import table as f
from dosa_trace.catalog.model.records import Source
from dosa_trace.exporting import linked_data as linked
from dosa_trace.exporting.description import description
from dosa_trace.exporting.legislation import celex_of, eli_of
from dosa_trace.exporting.needs import needs
from dosa_trace.language import Language
from dosa_trace.loading import load
from tests.build import FROZEN, catalog_of, frozen, frozen_catalog, graph_of
from tests.exporting.breaks import FIVE

ON = FIVE[-1]


def nodes_of(catalog: Any) -> dict[str, Any]:
    made = linked.linked_data(catalog, description(catalog.on(ON), Language.EN))
    return {node["@id"]: node for node in made["@graph"]}


def test_the_set_says_what_it_is_and_what_it_lacks() -> None:
    made = nodes_of(frozen_catalog())["tag:dosa-trace,2026:catalogue"]
    assert "dcat:Dataset" in made["@type"]
    assert made["dct:identifier"] == f"sha256:{frozen_catalog().digest}"
    assert "Not in it: comments in the files" in made["dct:description"]


def test_every_record_is_a_node_with_its_line() -> None:
    nodes = nodes_of(frozen_catalog())
    for name in frozen_catalog().by_id:
        assert f"id:{name}" in nodes
    counted = Counter(node["@type"][-1] for node in nodes.values())
    assert counted["term:link"] == len(frozen_catalog().links)
    assert counted["term:recommendation"] == len(frozen_catalog().recommendations)
    assert nodes["id:fs-talent"]["term:line"].startswith("recommendations/factsheets-2025.yaml:")


def test_no_two_fields_of_a_record_have_one_term() -> None:
    kinds = {name: name[:-1] for name in f.COLLECTIONS} | {"searches": "search"}
    for section, table in f.COLLECTIONS.items():
        keys = [field.key for field in table.fields if field.key != "id"]
        terms = [
            linked.TERMS_OF_KIND.get((kinds[section], key)) or linked.TERMS.get(key, f"term:{key}")
            for key in keys
        ]
        assert len(set(terms)) == len(terms), section
    for table in f.TABLE_OF.values():
        terms = [linked.TERMS.get(field.key, f"term:{field.key}") for field in table.fields]
        assert table.record is f.SOURCES.record or len(set(terms)) == len(terms)


def test_a_quote_is_a_selector_and_a_date_says_how_much_of_it_is_known() -> None:
    nodes = nodes_of(frozen_catalog())
    cited = nodes["id:fs-talent"]["term:evidence"][0]
    proof = frozen_catalog().recommendations["fs-talent"].evidence[0]
    assert cited["oa:hasSource"] == {"@id": f"id:{proof.source}"}
    assert cited["oa:hasSelector"] == {"@type": "oa:TextQuoteSelector", "oa:exact": proof.quote}
    dates = {
        node["schema:datePublished"]["@type"]: node["schema:datePublished"]["@value"]
        for node in nodes.values() if "schema:datePublished" in node
    }  # fmt: skip
    assert {sort: len(text) for sort, text in dates.items()} == {
        "xsd:gYear": 4, "xsd:gYearMonth": 7, "xsd:date": 10
    }  # fmt: skip


def test_events_keep_their_order_and_who_answered_is_a_node() -> None:
    nodes = nodes_of(load(FROZEN.parent / "format"))
    responses = nodes["id:roads-1"]["term:responses"]
    assert [one["term:position"] for one in responses] == [1, 2]
    assert responses[0]["prov:wasAttributedTo"] == [{"@id": "id:executive"}]
    assert responses[0]["term:evidence"]["term:locator"] == "p. 1"


def test_an_organisation_is_that_of_the_register_only_where_it_is_said() -> None:
    nodes = nodes_of(load(FROZEN.parent / "format"))
    same = {name: node["owl:sameAs"] for name, node in nodes.items() if "owl:sameAs" in node}
    tooi = "https://identifier.overheid.nl/tooi/id/gemeente/gm0000"
    assert same == {"id:traffic": {"@id": tooi}}
    assert not any("owl:sameAs" in node for node in nodes_of(frozen_catalog()).values())


@pytest.mark.parametrize(
    ("identifier", "url", "celex", "eli"),
    [
        ("CELEX 32024R1689", None, ["32024R1689"], ["reg/2024/1689"]),
        ("COM(2025) 165 final; CELEX 52025DC0165", None, ["52025DC0165"], []),
        ("Regulation (EU) 2023/2854", None, [], ["reg/2023/2854"]),
        ("Directive (EU) 2019/1024", None, [], ["dir/2019/1024"]),
        ("Decision (EU) 2022/2481; OJ L 323", None, [], ["dec/2022/2481"]),
        ("Regulation (EU) 2021/694", "https://x.eu/?uri=CELEX:32021R0694&q=1", ["32021R0694"],
         ["reg/2021/694"]),
        (None, "https://x.eu/?uri=CELEX%3A52020DC0066", ["52020DC0066"], []),
        ("Kamerstuk 26 643, nr. 943", "https://x.nl/eli/2", [], []),
        ("AI Act (EU) 2024", None, [], []),
    ],
)  # fmt: skip
def test_acts_are_named_by_what_their_numbers_say(
    identifier: str | None, url: str | None, celex: list[str], eli: list[str]
) -> None:
    given = {"identifier": identifier, "url": url}
    record = {"id": "s", **{key: value for key, value in given.items() if value}}
    catalog = catalog_of({"sources": [record], "recommendations": [], "instruments": []})
    source: Source = catalog.sources["s"]
    assert [*celex_of(source)] == [
        f"http://publications.europa.eu/resource/celex/{one}" for one in celex
    ]
    assert [*eli_of(source)] == [f"http://data.europa.eu/eli/{one}/oj" for one in eli]


def test_requirements_have_states_and_the_links_that_count() -> None:
    graph = frozen(ON)
    made = needs(graph, description(graph, Language.EN))
    version = made["versions"][made["current_version"]]
    assert version["needs_amount"] == len(version["needs"])
    talent = version["needs"]["REC_FS_TALENT"]
    assert (talent["type"], talent["status"]) == ("req", "partly")
    assert "OBJ_AIM_AI_TALENT" in talent["links"]
    for need in version["needs"].values():
        assert all(link in version["needs"] for link in need["links"])
    assert "Not in it: sources" in made["description"]


def test_ids_that_would_be_the_same_are_told_apart() -> None:
    asked = [{"id": name, "source": "s"} for name in ("a-b", "a.b", "a--b", "a..b")]
    data: dict[str, Any] = {"sources": [{"id": "s"}], "recommendations": asked,
                            "instruments": [], "links": []}  # fmt: skip
    graph = graph_of(data, ON)
    made = needs(graph, description(graph, Language.EN))["versions"]["2026-11-30"]["needs"]
    assert sorted(made) == ["REC_A_B", "REC_A_B_2", "REC_A__B", "REC_A__B_2"]
    assert json.dumps(made)


def test_keys_of_ones_own_are_told_apart_and_hold_json() -> None:
    record = {"id": "s", "x-a_b": 1, "x-a-b": 2, "x-a b": [True, None]}
    catalog = catalog_of({"sources": [record], "recommendations": [], "instruments": []})
    node = nodes_of(catalog)["id:s"]
    assert {key: json.loads(node[f"term:{key}"]) for key in ("x-a_b", "x-a-b", "x-a%20b")} == {
        "x-a_b": 1, "x-a-b": 2, "x-a%20b": [True, None]
    }  # fmt: skip


def test_a_link_is_named_by_its_ends_wherever_it_stands() -> None:
    links = [{"from": "r", "to": "i", "basis": "inferred", "extent": extent}
             for extent in ("full", "partial")]  # fmt: skip
    named = []
    for listed in (links, links[::-1]):
        catalog = catalog_of({
            "sources": [{"id": "s"}], "recommendations": [{"id": "r", "source": "s"}],
            "instruments": [{"id": "i"}], "links": listed,
        })  # fmt: skip
        nodes = nodes_of(catalog)
        named.append({name: node["term:extent"] for name, node in nodes.items() if "/to/" in name})
    assert named[0] == named[1] == {"id:r/to/i": "full", "id:r/to/i/2": "partial"}


def test_the_types_of_parts_are_those_that_were_published() -> None:
    """A class may be renamed, what others ask for may not."""
    nodes = nodes_of(load(FROZEN.parent / "format")).values()
    text = str([*nodes])
    assert set(re.findall(r"term:[A-Z]\w+", text)) == {
        "term:AnswerWithin", "term:Budget", "term:Comparison", "term:Considered", "term:Doubt",
        "term:DoubtAnswer", "term:FieldReading", "term:Indicator", "term:Observation",
        "term:Reading", "term:ReadingAnswer", "term:Reported", "term:Response", "term:Review",
        "term:StatusEvent", "term:Target", "term:Waiver",
    }  # fmt: skip


def test_requirements_are_those_that_are_known_on_the_date() -> None:
    graph = frozen(FIVE[0])
    made = needs(graph, description(graph, Language.EN))["versions"]["2024-06-30"]["needs"]
    instruments = [one for one in made.values() if one["type"] == "impl"]
    assert len(instruments) < len(frozen_catalog().instruments)
    assert all(one["status"] for one in instruments)
