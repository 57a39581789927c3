"""How the agreement of judges is told: with the number of cases, in both languages, and never a
kappa that says nothing."""

from __future__ import annotations

import pytest

from dosa_trace import agreement, render
from dosa_trace.language import Language
from tests.analysis.agreement.test_agreement import DAY, link, world
from tests.build import graph_of

LINKS = [link("full", "full"), link("partial", "none"), link("partial", "partial")] * 10


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            Language.EN,
            [
                "20 of 30 cases (66.7%) that two or more judged were judged alike (extent).",
                "Cohen's kappa 0.50 (95%: 0.31 to 0.71). Weighted by the square of the distance, "
                "of the first two judgements: 0.40",
                "both may be wrong together",
                "A / B 20 of 30 66.7% 0.50 (95%: 0.31 to 0.71)",
                "partial 10 of 20 50.0%",
                "partial none 10",
            ],
        ),
        (
            Language.NL,
            [
                "20 van 30 gevallen (66,7%) die twee of meer beoordeelden zijn gelijk beoordeeld "
                "(mate).",
                "Cohens kappa 0,50 (95%: 0,31 tot 0,71). Gewogen naar het kwadraat van de afstand, "
                "van de eerste twee oordelen: 0,40",
                "ze kunnen samen fout zitten",
                "A / B 20 van 30 66,7% 0,50 (95%: 0,31 tot 0,71)",
                "gedeeltelijk 10 van 20 50,0%",
                "gedeeltelijk geen 10",
            ],
        ),
    ],
)
def test_what_is_told_of_thirty_cases(language: Language, lines: list[str]) -> None:
    told = render(agreement(graph_of(world(LINKS), DAY)), "table", lang=language)
    plain = " ".join(told.split())
    for line in lines:
        assert line in plain
    (chosen,) = (line for line in told.splitlines() if line.split()[-1:] == ["50.0%"] or
                 line.split()[-1:] == ["50,0%"])  # fmt: skip
    assert "95%" not in chosen
