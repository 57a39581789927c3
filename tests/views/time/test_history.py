"""The figures by year: each row as it was on that day, its bar as long as its total."""

from __future__ import annotations

from datetime import date

import pytest

from dosa_trace.analysis.coverage.coverage import coverage
from dosa_trace.analysis.time.history import history
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import Table
from dosa_trace.language import Language
from dosa_trace.views.time.history import by_year
from dosa_trace.views.wording.frame import Frame
from tests.build import frozen

ON = date(2026, 11, 23)


@pytest.mark.parametrize("basis", [Basis.INFERRED, Basis.STATED])
def test_each_year_ends_with_the_figures_of_its_last_day(basis: Basis) -> None:
    graph = frozen(ON, basis)
    frame = Frame("", ON, basis, Language.EN, LocalText((("", "C"),)), {}, {}, {})
    (table,) = (one for one in by_year(history(graph, None), frame) if isinstance(one, Table))
    days = [row[0].text for row in table.rows]
    years = range(int(days[0][:4]), ON.year)
    assert days == [*(f"{year}-12-31" for year in years), ON.isoformat()]
    most = int(table.rows[-1][-1].text)
    for day, bar, *figures in table.rows:
        told = coverage(frozen(date.fromisoformat(day.text), basis)).by_basis[basis]
        assert [int(cell.text) for cell in figures] == [*told.counts, told.total]
        assert sum(share for share, _ in bar.bar) == pytest.approx(told.total / most, abs=0.02)


def test_a_catalogue_without_a_day_has_no_rows() -> None:
    graph = frozen(date(1900, 1, 1))
    frame = Frame("", ON, Basis.INFERRED, Language.EN, LocalText((("", "C"),)), {}, {}, {})
    assert not [one for one in by_year(history(graph, None), frame) if isinstance(one, Table)]
