"""The trace graph in every form: read back by what others read it with, and inert throughout."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from dosa_trace.analysis.drawing.graph_view import neighbourhood
from dosa_trace.analysis.judging.selection import Where
from dosa_trace.catalog.model.vocabulary import Extent
from dosa_trace.document import Role, Sketch, SketchEdge, SketchNode
from dosa_trace.language import Language, say
from dosa_trace.output.drawings import dot, graphml, mermaid, svg
from tests.build import frozen
from tests.cli.conftest import Runner, run
from tests.output.test_text_in_every_format import HOSTILE

__all__ = ["run"]

ON = date(2026, 11, 23)
NODES = tuple(
    SketchNode(f"id-{at}", at % 3, text, text, Role.PARTLY) for at, text in enumerate(HOSTILE)
)
HOSTILE_SKETCH = Sketch(
    title="<script>alert(1)</script>",
    note='"]; } # %%',
    layers=("a\n}", "b]", 'c"'),
    nodes=NODES,
    edges=tuple(
        SketchEdge(one.id, other.id, text, bool(at % 2), mark=text, thin=bool(at % 3))
        for at, (one, other, text) in enumerate(zip(NODES, NODES[1:], HOSTILE, strict=False))
    ),
    legend=((Role.GAP, "<b>"), (Role.PARTLY, '"x"')),
    legend_title="|",
    focus="id-1",
    lines=tuple(HOSTILE),
)
EMPTY = Sketch("t", "n", ("a", "b", "c"), (), (), ())


def test_graphml_is_read_back_by_networkx(run: Runner) -> None:
    found = run("graph", "--as-of", "2026-11-23", "-f", "graphml").out
    read = nx.read_graphml(io.BytesIO(found.encode()), force_multigraph=True)
    told = neighbourhood(frozen(ON))
    assert set(read.nodes) == {one.id for one in told.nodes}
    assert sorted(read.edges()) == sorted((one.origin, one.target) for one in told.links)
    assert read.nodes["fs-talent"]["role"] == "partly"


def test_json_is_read_back_by_networkx(run: Runner) -> None:
    data = json.loads(run("graph", "--as-of", "2026-11-23", "-f", "json").out)
    read = nx.node_link_graph(data)
    told = neighbourhood(frozen(ON))
    assert set(read.nodes) == {one.id for one in told.nodes}
    assert read.number_of_edges() == len(told.links)
    assert read.nodes["fs-talent"]["state"] == "partly"
    assert data["schema"] == "dosa-trace/graph/2"


def test_hostile_text_is_only_text_in_graphml_and_svg() -> None:
    read = nx.read_graphml(io.BytesIO(graphml.render(HOSTILE_SKETCH).encode()))
    for node in HOSTILE_SKETCH.nodes:
        assert read.nodes[node.id]["title"].split() == node.title.split()
    drawn = ET.fromstring(svg.render(HOSTILE_SKETCH))
    names = {one.tag.rpartition("}")[2] for one in drawn.iter()}
    assert names == {"svg", "title", "desc", "defs", "pattern", "rect", "text", "path"}
    assert not any(name.startswith("on") for one in drawn.iter() for name in one.attrib)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_takes_what_is_hostile_as_text() -> None:
    done = subprocess.run(
        ["dot", "-Tplain"],
        input=dot.render(HOSTILE_SKETCH).encode(),
        capture_output=True,
        check=True,
    )
    nodes = [line.split()[1] for line in done.stdout.decode().splitlines() if line[:5] == "node "]
    boxes = len(HOSTILE_SKETCH.nodes) + len(HOSTILE_SKETCH.legend) + len(HOSTILE_SKETCH.lines)
    assert len(nodes) == boxes


def boxes_of(text: str) -> list[ET.Element]:
    return [one for one in ET.fromstring(text).iter() if one.tag.endswith("rect") and one.get("rx")]


def test_a_picture_shows_each_theme_with_what_it_leads_to(run: Runner) -> None:
    """And no more: what nothing leads from is counted and not drawn."""
    found = run("graph", "--as-of", "2026-11-23", "-o", "g.svg", "-q")
    assert found.status == 0
    text = Path("g.svg").read_text(encoding="utf-8")
    graph, told = frozen(ON), neighbourhood(frozen(ON))
    onward = {one.origin: set[str]() for one in told.links}
    for one in told.links:
        onward[one.origin].add(one.target)
    boxes = links = 0
    for theme in [*graph.catalog.themes, None]:
        reached = {
            one.id
            for one in graph.recommendations
            if one.id in onward and (theme in one.themes if theme else not one.themes)
        }
        waiting = list(reached)
        while waiting:
            fresh = onward.get(waiting.pop(), set()) - reached
            reached |= fresh
            waiting += fresh
        boxes += len(reached)
        links += sum(one.origin in reached for one in told.links)
    drawn = boxes_of(text)
    assert len(drawn) == boxes
    paths = [one for one in ET.fromstring(text) if one.tag.endswith("path")]
    assert len(paths) == links
    assert len({(one.get("x"), one.get("y")) for one in drawn}) == len(drawn)
    alone = sum(one.id not in onward for one in graph.recommendations)
    assert f"nothing is linked to them: {alone}" in text
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)


def test_a_picture_around_one_record_is_one_band_with_a_small_legend(run: Runner) -> None:
    run(
        "graph",
        "--focus",
        "fs-talent",
        "--depth",
        "1",
        "--as-of",
        "2026-11-23",
        "-o",
        "g.svg",
        "-q",
    )
    text = Path("g.svg").read_text(encoding="utf-8")
    near = neighbourhood(frozen(ON), focus="fs-talent", depth=1)
    assert len(boxes_of(text)) == len(near.nodes)
    frames = [
        one
        for one in ET.fromstring(text).iter()
        if one.tag.endswith("rect") and "url" not in one.attrib["fill"]
    ]
    used = {node.state or "instrument" for node in near.nodes}
    assert len(frames) == 1 + len(near.nodes) + len(used)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_picture_names_and_marks_what_it_is_drawn_around(run: Runner, lang: str) -> None:
    options = ("graph", "--focus", "nds", "--depth", "1", "--as-of", "2026-11-23", "--lang", lang)
    text = run(*options, "-f", "svg").out
    name = say(frozen(ON).catalog.instruments["nds"].name, Language(lang))
    assert ET.fromstring(text)[0].text == f"{name} (nds)"
    assert [one.get("stroke-width") for one in boxes_of(text)].count("4") == 1
    mermaid_ = run(*options, "-f", "mermaid").out
    (marked,) = re.findall(r"style (n\d+) stroke-width:4px", mermaid_)
    assert re.search(rf" {marked}\[.*<small>nds ", mermaid_)
    assert run(*options, "-f", "dot").out.count("penwidth=4") == 1


def test_a_legend_and_the_words_on_lines_are_those_that_are_needed(run: Runner) -> None:
    """What is the rule, and what a line itself tells, needs no word."""
    options = ("graph", "--as-of", "2026-11-23", "-f", "mermaid")
    whole = run(*options).out
    near = run(*options, "--focus", "fs-talent", "--depth", "1").out
    assert "Thin line: marginal" in whole
    assert "Thin line" not in near
    assert "linkStyle" not in near
    assert ":::declined" not in near
    told = neighbourhood(frozen(ON))
    marginal = sum(one.extent is Extent.MARGINAL for one in told.links)
    (thin,) = re.findall(r"linkStyle ([\d,]+) ", whole)
    assert len(thin.split(",")) == marginal
    words = len(re.findall(r">\|", whole))
    assert words == sum(
        one.extent not in (Extent.PARTIAL, Extent.MARGINAL) or bool(one.joint) for one in told.links
    )


@pytest.mark.parametrize(
    ("asked", "themes"),
    [("theme=talent", {"talent"}), ("theme=talent,data", {"talent", "data"}), ("id=fs-*", None)],
)
def test_a_picture_of_a_theme_has_no_other_part(asked: str, themes: set[str] | None) -> None:
    graph = frozen(ON)
    told = neighbourhood(graph, [Where.parse(asked)])
    shown = {one.id for one in told.nodes}
    held = {theme for one in graph.recommendations if one.id in shown for theme in one.themes}
    assert {band.id for band in told.bands} == (themes or held)


@pytest.mark.parametrize("name", ["svg", "mermaid"])
def test_a_picture_too_large_to_read_offers_its_themes(run: Runner, name: str) -> None:
    options = ("graph", "--as-of", "2026-11-23", "-f", name)
    offered = run(*options).err
    themes = dict(re.findall(r"([\w-]+) \((\d+)\)", offered))
    graph = frozen(ON)
    assert themes == {
        theme: str(sum(theme in one.themes for one in graph.recommendations))
        for theme in graph.catalog.themes
    }
    assert f"of {len(neighbourhood(graph).nodes)} records" in offered
    assert "--focus" in offered
    assert not run(*options, "--focus", "fs-talent").err
    assert not run(*options[:-1], "json").err
    assert "--focus nds --depth 1" in run(*options, "--focus", "nds").err
    assert not run(*options, "--focus", "nds", "--depth", "1").err


@pytest.mark.parametrize("render", [mermaid.render, dot.render, graphml.render, svg.render])
def test_nothing_to_draw_is_drawn(render: Any) -> None:
    assert render(EMPTY)


def test_questions_that_make_no_sense(run: Runner) -> None:
    assert run("graph", "--focus", "nobody").status == 2
    assert run("graph", "--focus", "agdb", "--where", "theme=talent").status == 2
