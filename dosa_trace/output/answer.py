"""What a command hands over: one answer in every shape that it has, made when a format asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, assert_never

from dosa_trace.output.formats import Format, Made, Shape
from dosa_trace.output.safely import made_inert

if TYPE_CHECKING:
    from dosa_trace.document import Document, Series, Sketch, Verbatim
    from dosa_trace.exporting.database import Database
    from dosa_trace.output.findings.finding_words import Findings
    from dosa_trace.output.target import Medium
    from dosa_trace.webpage import Page
    from dosa_trace.workbook import Workbook


class Answer(NamedTuple):
    """An answer; a shape that it has not is None.

    `front` is data about a document for formats that can begin with it, `document_only` names an
    option that was given and that shapes nothing but the document.
    """

    data: Callable[[], Mapping[str, Any]] | None = None
    rows: Callable[[], Iterable[object]] | None = None
    document: Callable[[], Document] | None = None
    sketch: Callable[[], Sketch] | None = None
    series: Callable[[], Series] | None = None
    findings: Callable[[], Findings] | None = None
    book: Callable[[], Workbook] | None = None
    snippet: Callable[[], Verbatim] | None = None
    database: Callable[[], Database] | None = None
    linked_data: Callable[[], Mapping[str, Any]] | None = None
    needs: Callable[[], Mapping[str, Any]] | None = None
    datasette: Callable[[], Mapping[str, Any]] | None = None
    page: Callable[[], Page | Document] | None = None
    front: Mapping[str, str] | None = None
    document_only: str | None = None

    def shape(self, shape: Shape) -> Callable[[], Any] | None:  # noqa: PLR0911 - one line per shape
        """How to make one shape of it, None where it has none."""
        match shape:
            case Shape.DATA:
                return self.data
            case Shape.ROWS:
                return self.rows
            case Shape.DOCUMENT:
                return self._document_with_front if self.document else None
            case Shape.SKETCH:
                return self.sketch
            case Shape.SERIES:
                return self.series
            case Shape.FINDINGS:
                return self.findings
            case Shape.BOOK:
                return self.book
            case Shape.SNIPPET:
                return self.snippet
            case Shape.DATABASE:
                return self.database
            case Shape.LINKED_DATA:
                return self.linked_data
            case Shape.NEEDS:
                return self.needs
            case Shape.DATASETTE:
                return self.datasette
            case Shape.PAGE:
                return self.page
            case _:
                assert_never(shape)

    def _document_with_front(self) -> Document:
        assert self.document is not None
        return self.document()._replace(front=tuple((self.front or {}).items()))

    def taken_by(self, format_: Format) -> Shape:
        """The shape of it that a format takes; raises ValueError where that takes none."""
        for shape in format_.writers:
            if self.shape(shape) is not None:
                return shape
        raise ValueError(f"{format_.name} takes no shape of this answer")

    def render(self, format_: Format, medium: Medium) -> Made:
        """The answer in a format that takes one of its shapes."""
        shape = self.taken_by(format_)
        make = self.shape(shape)
        assert make is not None
        return format_.render(shape, made_inert(shape, make()), medium)
