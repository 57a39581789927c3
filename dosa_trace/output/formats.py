"""The table of formats: which shape of an answer each takes, which module writes it, and which
endings of a file's name mean it.

To add a format: its module, with a function `render(value, medium)`, and its line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from dosa_trace.inert import no_commands, no_old_commands
from dosa_trace.output.safely import Inert
from dosa_trace.output.shape import Shape
from dosa_trace.output.target import Medium

__all__ = ["FORMATS", "Format", "Made", "Shape", "formats_of"]


#: A text, the bytes of what is no text, or the files of a folder by their names.
Made = str | bytes | Mapping[str, bytes]


class Format(NamedTuple):
    """A format, by the name that `-f` knows it under.

    `writers` are the modules that write it, by the shape that each takes; where an answer has
    several of these shapes the first is taken. `set_by` is a variable of the environment and the
    value that asks for it where the user does not; `front_matter` says whether a document may begin
    with data about itself, `to_runner` that a runner of workflows is to obey its lines.
    """

    name: str
    writers: Mapping[Shape, str]
    endings: tuple[str, ...] = ()
    set_by: tuple[str, str] | None = None
    front_matter: bool = False
    to_runner: bool = False

    def render(self, shape: Shape, answer: Inert[Any], medium: Medium) -> Made:
        """The answer as this format has it."""
        render: Callable[[Any, Medium], Made] = import_module(self.writers[shape]).render
        made = render(answer.value, medium)
        if not isinstance(made, str):
            return made
        return no_old_commands(made) if self.to_runner else no_commands(made)


_HERE = "dosa_trace.output"
#: In the order in which the help names them; of a command, the first that it has is the default.
FORMATS: tuple[Format, ...] = (
    Format("table", {Shape.FINDINGS: f"{_HERE}.findings.findings",
                     Shape.DOCUMENT: f"{_HERE}.text.text"}, (".txt",)),
    Format("markdown", {Shape.DOCUMENT: f"{_HERE}.text.markdown"}, (".md", ".markdown"),
           front_matter=True),
    Format("docx", {Shape.DOCUMENT: f"{_HERE}.word.docx"}, (".docx",)),
    Format("mermaid", {Shape.SKETCH: f"{_HERE}.drawings.mermaid"}, (".mmd", ".mermaid")),
    Format("dot", {Shape.SKETCH: f"{_HERE}.drawings.dot"}, (".dot", ".gv")),
    Format("graphml", {Shape.SKETCH: f"{_HERE}.drawings.graphml"}, (".graphml",)),
    Format("sqlite", {Shape.DATABASE: f"{_HERE}.data.sqlite"}, (".db", ".sqlite")),
    Format("json", {Shape.DATA: f"{_HERE}.data.json"}, (".json",)),
    Format("svg", {Shape.SKETCH: f"{_HERE}.drawings.svg",
                   Shape.SERIES: f"{_HERE}.drawings.step_chart"}, (".svg",)),
    Format("yaml", {Shape.SNIPPET: f"{_HERE}.data.yaml"}),
    Format("csv", {Shape.ROWS: f"{_HERE}.data.csv",
                   Shape.DATABASE: f"{_HERE}.data.data_package"}, (".csv",)),
    Format("parquet", {Shape.DATABASE: f"{_HERE}.data.parquet"}),
    Format("xlsx", {Shape.BOOK: f"{_HERE}.data.xlsx"}, (".xlsx",)),
    Format("jsonld", {Shape.LINKED_DATA: f"{_HERE}.data.json"}, (".jsonld",)),
    Format("needs", {Shape.NEEDS: f"{_HERE}.data.json"}),
    Format("datasette", {Shape.DATASETTE: f"{_HERE}.data.json"}),
    Format("html", {Shape.PAGE: f"{_HERE}.page"}, (".html", ".htm")),
    Format("github", {Shape.FINDINGS: f"{_HERE}.findings.github"},
           set_by=("GITHUB_ACTIONS", "true"), to_runner=True),
    Format("sarif", {Shape.FINDINGS: f"{_HERE}.findings.sarif"}, (".sarif",)),
    Format("gitlab", {Shape.FINDINGS: f"{_HERE}.findings.gitlab"}),
    Format("junit", {Shape.FINDINGS: f"{_HERE}.findings.junit"}, (".xml",)),
)  # fmt: skip


def formats_of(shapes: Iterable[Shape]) -> tuple[Format, ...]:
    """The formats that can show an answer with these shapes."""
    had = frozenset(shapes)
    return tuple(one for one in FORMATS if had & one.writers.keys())
