"""Each caveat beside the figures of a page leads to as many recommendations as it counts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dosa_trace.analysis.report.page_data import page_data
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import Facts
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Language
from dosa_trace.views.page.touched import facet, figures, touching
from dosa_trace.views.wording.caveats import caveats
from dosa_trace.views.wording.frame import Frame, capital
from tests.build import FROZEN, MUNICIPALITY

ON = date(2026, 11, 23)


@pytest.mark.parametrize("folder", [FROZEN, MUNICIPALITY], ids=lambda folder: folder.name)
def test_the_list_shows_as_many_as_the_caveat_counts(folder: Path) -> None:
    shows_as_many_as_counted(folder)


def shows_as_many_as_counted(folder: Path) -> None:
    catalog, _ = load_catalog(folder)
    graph = TraceGraph(catalog, as_of=ON, basis=Basis.INFERRED)
    dossier = page_data(graph)
    told = dossier.report.summary
    frame = Frame(
        "", ON, Basis.INFERRED, Language.NL, catalog.info.title, catalog.levels,
        catalog.kinds, catalog.titles,
    )  # fmt: skip
    touched = Counter(key for card in dossier.recommendations for key in touching(card))
    counted = {one.key: one.share for one in caveats(told, frame)}
    (offered,) = facet(told, frame)
    assert offered.options
    for key, _ in offered.options:
        share = counted[key]
        assert touched[key], key
        assert share is None or touched[key] == share.numerator, key


@pytest.mark.parametrize("folder", [FROZEN, MUNICIPALITY], ids=lambda folder: folder.name)
def test_each_caveat_leads_somewhere_on_the_page(folder: Path) -> None:
    leads_somewhere(folder)


def leads_somewhere(folder: Path) -> None:
    catalog, _ = load_catalog(folder)
    graph = TraceGraph(catalog, as_of=ON, basis=Basis.INFERRED)
    told = page_data(graph).report.summary
    frame = Frame("", ON, Basis.INFERRED, Language.EN, catalog.info.title, {}, {}, {})
    rows = [row for block in figures(told, frame) if isinstance(block, Facts) for row in block.rows]
    names = [capital(frame.say(one.name)) for one in caveats(told, frame)]
    assert [name for name, _ in rows] == names
    assert all(cell.url and cell.url.startswith("#") for _, cell in rows)
    assert {cell.url for name, cell in rows if name == "Depends on one source"} == {
        f"#{told.rests_on.one_source.id}" if told.rests_on.one_source else ""
    }
