"""What does an edit change, on file and in the figures?"""

from __future__ import annotations

from datetime import date

from dosa_trace.analysis.diff.diff import CatalogDiff
from dosa_trace.analysis.diff.diff import diff as ask
from dosa_trace.catalog.facts.asked import asked_basis, asked_day
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.output.answer import Answer
from dosa_trace.questions.given import catalog_given
from dosa_trace.questions.result import Asked, Layout, Result
from dosa_trace.views.wording.frame import Frame


class DiffResult(Result, CatalogDiff):
    """What differs between two catalogues, and what that does to the answers; a row for each
    recommendation that changed its state."""

    ANSWER = "diff/1"

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        from dosa_trace.views.diff.diff import layout as layout_diff

        shortened = (self.digest_before[:12], self.digest_after[:12])
        sides = layout.sides or shortened
        return Answer(
            data=lambda: self._as_document(frame),
            document=lambda: layout_diff(self, sides, frame),
            rows=lambda: self.states,
        )


def diff(
    before: Catalog, after: Catalog, *, as_of: date | str, basis: Basis | str = Basis.INFERRED
) -> DiffResult:
    """What differs between two catalogues, record by record and field by field, and what that does
    to the states and figures on a date. `Catalog.at_revision` gives a catalogue as it was. Raises
    CatalogInvalid where one of them has mistakes that would make figures wrong, and BadQuestion for
    a text that is no date."""
    day, counted = asked_day(as_of), asked_basis(basis)
    differences = ask(catalog_given(before, "before"), catalog_given(after, "after"), day, counted)
    return DiffResult._made(differences, Asked(after, day, counted))
