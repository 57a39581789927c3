"""The linked data that `export` writes, read by rdflib: as many triples as the document says, and
answers to questions of SPARQL."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dosa_trace.cli import main
from tests.build import FROZEN, frozen_catalog

rdflib = pytest.importorskip("rdflib")


def counted(node: dict[str, Any]) -> int:
    """How many triples a node says, those of the nodes in it too."""
    said = 0
    for key, value in node.items():
        if key not in ("@id", "@context"):
            for item in value if isinstance(value, list) else [value]:
                said += 1
                if isinstance(item, dict) and "@value" not in item:
                    said += counted(item)
    return said


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_rdflib_reads_each_triple_and_answers_questions(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonld"
    assert main(["export", "--catalog", str(FROZEN), "-q", "-o", str(path)]) == 0
    document = json.loads(path.read_text(encoding="utf-8"))
    graph = rdflib.Graph().parse(path, format="json-ld")
    assert len(graph) == sum(map(counted, document["@graph"])) > 5000
    catalog = frozen_catalog()
    prefixes = "".join(
        f"PREFIX {name}: <{address}> " for name, address in document["@context"].items()
    )

    def asked(words: str) -> list[Any]:
        return [*graph.query(f"{prefixes} SELECT {words}")]

    quotes = {str(row[0]) for row in asked("?q WHERE {?s a oa:TextQuoteSelector; oa:exact ?q}")}
    assert quotes == {proof.quote for _, _, proof in catalog.evidence() if proof.quote}
    ends = asked("?f ?t WHERE {?l a term:link; term:from ?f; term:to ?t; term:extent 'full'}")
    base = document["@context"]["id"]
    assert {tuple(str(end).removeprefix(base) for end in both) for both in ends} == {
        (link.origin, link.target) for link in catalog.links if link.extent == "full"
    }
    parts = asked("?r WHERE {?s a dcat:Dataset; dct:hasPart ?r. ?r a ?t}")
    assert len({*parts}) == len(document["@graph"]) - 1
