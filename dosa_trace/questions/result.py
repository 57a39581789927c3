"""What every result from Python has besides its fields: rows, a document for programs, text, and a
table for a notebook."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, NamedTuple, NoReturn, Self

from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.model.read_only import ReadOnlyMap
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.graph import TraceGraph
from dosa_trace.language import Language
from dosa_trace.output.answer import Answer
from dosa_trace.output.shape import Shape
from dosa_trace.questions.given import language_given
from dosa_trace.results import data_of
from dosa_trace.views.wording.frame import Frame


class Layout(NamedTuple):
    """How an answer is laid out where people read it, each as the option of that name; `format` is
    what it is laid out for, `command` the command line that repeats it, `sides` the names of what
    is compared, the second empty for the work tree."""

    each: bool | None = None
    brief: bool = False
    caveats: bool = False
    sections: str | None = None
    annex: bool = False
    address: str | None = None
    front_matter: bool = False
    format: str = "table"
    command: str | None = None
    sides: tuple[str, str] | None = None


#: Laid out as a command does without options.
USUAL = Layout()


class Asked(NamedTuple):
    """What a question was asked of; `basis` is None where none was counted with, `graph` where the
    question was asked of the catalogue alone."""

    catalog: Catalog
    as_of: date
    basis: Basis | None
    graph: TraceGraph | None = None

    @classmethod
    def of(cls, graph: TraceGraph) -> Asked:
        return cls(graph.catalog, graph.as_of, graph.basis, graph)

    @property
    def terms(self) -> tuple[Any, ...]:
        """By what two questions are the same, besides their words."""
        suspect = self.graph.count_suspect if self.graph else None
        return (self.catalog.digest, self.as_of, self.basis, suspect)

    def frame(self, lang: Language | str | None = None, limit: int | None = None) -> Frame:
        """What an answer says of itself in a language; raises BadQuestion for one that it does not
        speak."""
        language = language_given(lang, self.catalog)
        return Frame.of(self.catalog, self.as_of, self.basis, language, limit)


class Result:
    """The answer to a question: a named tuple with the fields of its class, which `rows`, `data`
    and `render` turn into what other programs and people read. Two are equal where the same was
    asked of the same catalogue on the same date and basis, with the same answer."""

    #: The name and number of the document that `-f json` prints of it.
    ANSWER: ClassVar[str]
    #: The options of `render` that it takes, besides those that every answer does.
    _TAKES: ClassVar[frozenset[str]] = frozenset()
    _asked: Asked

    def __init_subclass__(cls) -> None:
        """What `_replace` and the class itself would make are figures that no catalogue says."""
        cls.__new__ = staticmethod(_refused)  # type: ignore[assignment]
        cls._make = classmethod(_refused)  # type: ignore[attr-defined, arg-type]

    @classmethod
    def _made(cls, result: tuple[Any, ...], asked: Asked) -> Self:
        """The result of an analysis as the answer to what was asked."""
        kept = (ReadOnlyMap(part) if type(part) is dict else part for part in result)
        answer: Self = tuple.__new__(cls, kept)  # type: ignore[type-var]
        answer._asked = asked
        return answer

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self)._made, (tuple(self), self._asked)  # type: ignore[arg-type]

    def __eq__(self, other: object) -> bool:
        """Whether the other is the same answer to the same question: of the same class, about the
        same catalogue, date and basis."""
        if not isinstance(other, Result):
            return False
        same = type(self) is type(other) and self._asked.terms == other._asked.terms
        return same and tuple(self) == tuple(other)  # type: ignore[arg-type]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._asked.terms))

    def __len__(self) -> int:
        """Refuses to count its fields, which looks like a figure."""
        raise TypeError(
            f"a {type(self).__name__} has no length: count its rows() or see its fields"
        )

    def __bool__(self) -> bool:
        """Refuses to say whether it is something, which nobody could tell from nothing found."""
        raise TypeError(f"a {type(self).__name__} is neither true nor false: see its fields")

    def rows(self, lang: Language | str | None = None) -> list[dict[str, Any]]:
        """A dict for each line of the answer, all with the same keys, as `-f csv` prints them and
        as a data frame takes them: titles in one language, dates as `date` or as the text that the
        source gives (`2025-07`), amounts as `Decimal`, several values as a list. Raises BadQuestion
        for a language that the program does not speak.
        """
        from dosa_trace.output.data.table_rows import table_rows

        frame = self._asked.frame(lang)
        rows = self._shapes(frame, USUAL).rows
        return table_rows(rows() if rows else (), frame.language)

    def data(self, lang: Language | str | None = None) -> dict[str, Any]:
        """The document that `-f json` prints, as dicts, lists, texts and numbers; its schema is
        `answer_schema(result.data()["schema"])`. Raises BadQuestion for a language that the program
        does not speak."""
        from dosa_trace.output.data.plain_data import plain

        frame = self._asked.frame(lang)
        made = self._shapes(frame, USUAL).data
        assert made is not None
        whole = plain(made(), frame.language)
        assert isinstance(whole, dict)
        return whole

    def _shapes(self, frame: Frame, layout: Layout) -> Answer:
        """Every shape of the answer, each made when a format asks for it."""
        raise NotImplementedError

    def _as_document(self, frame: Frame) -> Mapping[str, Any]:
        """Its document for programs: behind what every document begins with, each field under its
        own name."""
        return frame.envelope(self.ANSWER) | data_of(self)

    @property
    def as_of(self) -> date:
        """The day on which the answer holds."""
        return self._asked.as_of

    @property
    def basis(self) -> Basis | None:
        """The basis that was counted with, None where none was."""
        return self._asked.basis

    def __repr__(self) -> str:
        counted = f", {self.basis}" if self.basis else ""
        rows = self._shapes(self._asked.frame(), USUAL).rows
        number = sum(1 for _ in rows()) if rows else 0
        on = f" on {self.as_of.isoformat()}" if self.as_of else ""
        return f"<{type(self).__name__}{on}{counted}: {number} rows>"

    def __str__(self) -> str:
        """The table of a terminal, without colour, in the first language of the catalogue; of what
        is drawn the text of its picture."""
        from dosa_trace.questions.rendering import render

        made = render(self, self._usual_format)
        assert isinstance(made, str)
        return made

    @property
    def _usual_format(self) -> str:
        """That of the command where none is asked for."""
        return "table" if self._shapes(self._asked.frame(), USUAL).document else "mermaid"

    def _repr_html_(self) -> str:
        """The same as HTML for a notebook, in which nothing runs and nothing is fetched; of what is
        drawn the picture."""
        from dosa_trace.output.page.fragment import fragment
        from dosa_trace.output.safely import made_inert
        from dosa_trace.questions.rendering import render

        frame = self._asked.frame()
        document = self._shapes(frame, USUAL).document
        if document is None:
            return str(render(self, "svg"))
        return fragment(made_inert(Shape.DOCUMENT, document()), frame.language)


def _refused(kind: type, *_: object, **__: object) -> NoReturn:
    raise TypeError(f"a {kind.__name__} is made by its question, and cannot be changed")
