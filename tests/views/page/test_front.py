"""What the first screen says of the recommendations to look at first: who, when, how long open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dosa_trace.analysis.report.page_data import page_data
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.language import Language
from dosa_trace.views.page.page import page
from dosa_trace.views.report.provenance import Provenance
from dosa_trace.views.wording.frame import Frame
from dosa_trace.webpage import Front
from tests.build import graph_of


def front_of(day: dict[str, Any], on: date, language: Language = Language.EN, **made: Any) -> Front:
    """The first screen of a catalogue with one open recommendation."""
    data = {
        "sources": [{"id": "s", "publisher": "A board", **day}],
        "recommendations": [{"id": "r", "source": "s"}],
    }
    graph = graph_of(data, on)
    catalog = graph.catalog
    frame = Frame(
        catalog.digest, on, Basis.INFERRED, language, catalog.info.title, catalog.levels,
        catalog.kinds, catalog.titles,
    )  # fmt: skip
    provenance = Provenance("0", "dosa-trace report", "https://example.org/p.html", **made)
    shown = page(page_data(graph), frame, [language], provenance)
    assert shown.address == provenance.address
    return shown.bodies[language.value].front


@pytest.mark.parametrize(
    ("day", "on", "told"),
    [
        ({"date": "2021-11-11"}, date(2026, 11, 30), "A board, 2021; open for 5 years"),
        ({"date": "2021-11-11"}, date(2026, 11, 10), "A board, 2021; open for 4 years"),
        ({"date": "2025"}, date(2026, 12, 31), "A board, 2025; open for 1 year"),
        ({"date": "2026-03"}, date(2026, 11, 30), "A board, 2026; open for less than a year"),
    ],
)
def test_for_how_long_it_is_open_in_whole_years(day: dict[str, str], on: date, told: str) -> None:
    """From the last day that the date can mean; advice without one is not counted."""
    (pointer,) = front_of(day, on).telling
    assert pointer.told == told


def test_what_is_copied_has_claim_date_and_checksum() -> None:
    front = front_of({"date": "2021"}, date(2026, 11, 30), Language.NL)
    assert front.paragraph.startswith(front.claim)
    assert front.sentence in front.paragraph
    assert f"controlecode {front.digest[:12]};" in front.paragraph
    assert front.sources == "1 bron"


def test_a_bar_says_percentages_of_the_states_that_occur() -> None:
    by_anyone, by_sources = front_of({"date": "2021"}, date(2026, 11, 30)).bars
    assert [(part.word, part.number, part.percent) for part in by_anyone.parts] == [
        ("open", 1, "100.0%")
    ]
    assert (by_anyone.leads, by_sources.leads) == (True, False)


def test_the_foot_says_who_made_the_catalogue_its_licence_and_whom_to_ask() -> None:
    makers = tuple(LocalText((("", name),)) for name in ("A board", "B council"))
    asked = {"makers": makers, "licence": "CC-BY-4.0", "contact": "https://example.org/ask"}
    front = front_of({"date": "2021"}, date(2026, 11, 30), Language.NL, **asked)
    assert front.made == (
        ("Gemaakt door", "A board en B council", None),
        ("Licentie", "CC-BY-4.0", None),
        ("Contactadres", "https://example.org/ask", "https://example.org/ask"),
    )
    assert front.catalogue.endswith(" van A board en B council")
    assert f"Catalogus: {front.catalogue}, controlecode" in front.paragraph


def test_only_an_address_of_the_web_is_a_link_and_what_is_not_said_is_left_out() -> None:
    front = front_of({"date": "2021"}, date(2026, 11, 30), contact="javascript:alert(1)")
    assert front.made == (("Contact", "javascript:alert(1)", None),)
    assert " by " not in front.catalogue
