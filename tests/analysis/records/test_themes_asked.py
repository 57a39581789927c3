"""Which themes are asked about, by how many institutions."""

from __future__ import annotations

from datetime import date

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.records.themes_asked import themes_asked
from tests.build import graph_of


def test_a_theme_that_more_institutions_ask_about_comes_first() -> None:
    graph = graph_of(
        {
            "sources": [
                {"id": "s", "date": "2023", "institutions": ["A", "B"]},
                {"id": "t", "date": "2024", "publisher": "C"},
            ],
            "recommendations": [
                {"id": "a", "source": "s", "themes": ["few"]},
                {"id": "b", "source": "s", "themes": ["few", "many"]},
                {"id": "c", "source": "t", "themes": ["many"]},
                {"id": "d", "source": "t"},
            ],
            "catalogue": {
                "title": "T",
                "languages": ["en"],
                "themes": [{"id": "few", "name": "Few"}, {"id": "many", "name": "Many"}],
            },
        },
        date(2025, 7, 15),
    )
    found = list(themes_asked(graph, coverage(graph).recommendations))
    assert [(one.id, one.recommendations, len(one.institutions)) for one in found] == [
        ("many", 2, 3),
        ("few", 2, 2),
    ]
