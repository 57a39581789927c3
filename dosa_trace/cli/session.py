"""One run of one command: its catalogue, its language, and where the answer goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dosa_trace import labels
from dosa_trace.catalog.dates import parse_date
from dosa_trace.catalog.vocabulary import Basis
from dosa_trace.cli.language import SPEAKING, first_language
from dosa_trace.cli.writing import (
    is_screen,
    on_github,
    screen_width,
    shows_unicode,
    use_colour,
    write_binary,
    write_file,
    write_note,
    write_output,
)
from dosa_trace.diagnostics import BadQuestion, CatalogInvalid, Diagnostic
from dosa_trace.language import Language, Phrase, say
from dosa_trace.output import Format

if TYPE_CHECKING:
    from dosa_trace.catalog.contents import Catalog
    from dosa_trace.document import Document
    from dosa_trace.graph import TraceGraph
    from dosa_trace.views.frame import Frame

_BY_SUFFIX = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".sarif": Format.SARIF,
    ".xml": Format.JUNIT,
    ".xlsx": Format.XLSX,
    ".mmd": Format.MERMAID,
    ".mermaid": Format.MERMAID,
    ".dot": Format.DOT,
    ".gv": Format.DOT,
    ".graphml": Format.GRAPHML,
    ".svg": Format.SVG,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}


@dataclass
class Session:
    """What the options that every command has come down to."""

    path: str | None
    format_asked: Format | None
    formats: tuple[Format, ...]
    output: str | None
    language_asked: Language | None
    colour: str
    quiet: bool
    verbose: bool
    linear: bool
    #: Files beside the catalogue that findings may point into, by their path.
    beside: dict[str, str] = field(default_factory=dict, init=False)
    _read: tuple[Catalog, tuple[Diagnostic, ...]] | None = field(default=None, init=False)

    # The catalogue ------------------------------------------------------------------------------

    @cached_property
    def place(self) -> Path:
        from dosa_trace.catalog.finder import find_catalog

        return find_catalog(self.path, os.environ, Path.cwd())

    def read(self) -> tuple[Catalog, tuple[Diagnostic, ...]]:
        """The catalogue and what is wrong with how it is written; from here on messages are in
        its language where the user chose none."""
        if self._read is None:
            from dosa_trace.catalog.loader import load_catalog

            self._read = load_catalog(self.place)
            catalog = self._read[0]
            SPEAKING.set(self.language)
            if self.verbose:
                read = READ(path=str(self.place), files=len(catalog.files), digest=catalog.digest)
                write_note(say(read, self.language))
        return self._read

    @property
    def catalog(self) -> Catalog:
        """The catalogue, free of mistakes that would make figures wrong; raises CatalogInvalid."""
        from dosa_trace.checks.soundness import require_sound

        catalog, diagnostics = self.read()
        try:
            require_sound(catalog, diagnostics)
        except CatalogInvalid as error:
            from dosa_trace.cli.findings import findings_text

            self.say_findings(findings_text(self, error.diagnostics, self.err_in_colour))
            raise
        return catalog

    def adopt(self, catalog: Catalog) -> None:
        """Answers about a catalogue that was read elsewhere."""
        self._read = catalog, ()
        SPEAKING.set(self.language)

    def also_show(self, path: str, text: str) -> None:
        """Lets findings point into a file that is none of the catalogue's."""
        self.beside[path] = text

    def say_findings(self, text: str) -> None:
        """Findings in the way of an answer, on standard error."""
        write_note(text)

    @property
    def err_in_colour(self) -> bool:
        return not self.linear and use_colour(self.colour, sys.stderr, os.environ)

    def graph(self, as_of: str | None, basis: Basis, suspect: bool = True) -> TraceGraph:
        day = self.day(as_of)
        catalog = self.catalog
        from dosa_trace.graph import TraceGraph

        return TraceGraph(catalog, as_of=day, basis=basis, count_suspect=suspect)

    def day(self, as_of: str | None) -> date:
        """The date asked for, of a month or year the last day; raises BadQuestion."""
        if as_of is None:
            return date.today()
        day = parse_date(as_of)
        if day is None:
            raise BadQuestion(NOT_A_DATE(text=as_of), DATE_SHAPE)
        return day.last_day

    def path_of(self, file: str) -> str:
        """How to write the path of a catalogue's file so that it can be opened from here."""
        return self._path_from(Path.cwd(), file)

    def path_in_repository(self, file: str) -> str:
        """The path of a catalogue's file as a site that holds the repository knows it."""
        here = Path.cwd()
        top = next((one for one in (here, *here.parents) if (one / ".git").exists()), here)
        return self._path_from(top, file)

    def _path_from(self, start: Path, file: str) -> str:
        root = self.place.parent if self.place.is_file() else self.place
        path = Path(os.path.normpath(Path.cwd() / root / file))
        try:
            return path.relative_to(start).as_posix()
        except ValueError:
            return path.as_posix()

    # The answer ---------------------------------------------------------------------------------

    @property
    def language(self) -> Language:
        if self.language_asked is not None:
            return self.language_asked
        return first_language(self._read[0].languages) if self._read else SPEAKING.get()

    @property
    def format(self) -> Format:
        """The format asked for, else the one that the name of the output file says, else on GitHub
        its own where the answer has it."""
        if self.format_asked is not None:
            return self.format_asked
        named = _BY_SUFFIX.get(Path(self.output or "").suffix.lower())
        if named in self.formats:
            return named
        if Format.GITHUB in self.formats and self.to_stdout and on_github(os.environ):
            return Format.GITHUB
        return self.formats[0]

    def frame(self, as_of: date, basis: Basis) -> Frame:
        from dosa_trace.views.frame import Frame

        catalog = self.read()[0]
        return Frame(catalog.info.title, catalog.digest, as_of, basis, self.language)

    def emit(
        self,
        command: str,
        result: object,
        layout: Callable[[Any, Frame], Document],
        rows: Callable[[Any], Iterable[object]],
        frame: Frame,
    ) -> None:
        """Prints or writes an answer in the format asked for.

        `layout` arranges it for people; `rows` says what of it are the lines of a CSV.
        """
        match self.format:
            case Format.JSON:
                from dosa_trace.output import fields, json

                data = self.envelope(command, frame) | fields.plain(result, self.language)
                self.write(json.render(data))
            case Format.CSV:
                from dosa_trace.output import csv, fields

                self.write(csv.render(fields.plain(list(rows(result)), self.language)))
            case _:
                self.show(layout(result, frame))

    def envelope(self, command: str, frame: Frame) -> dict[str, Any]:
        """What every JSON answer begins with."""
        return {
            "schema": f"dosa-trace/{command}/1",
            "as_of": frame.as_of.isoformat(),
            "basis": frame.basis.value,
            "catalogue": {"title": frame.say(frame.title), "digest": frame.digest},
        }

    def show(self, document: Document) -> None:
        """A document for people: Markdown, a screen, or plain text where nobody looks on."""
        if self.format is Format.MARKDOWN:
            from dosa_trace.output import markdown

            self.write(markdown.render(document))
        elif self.format is Format.HTML:
            from dosa_trace.output import html

            self.write(html.render(document, self.language.value))
        elif self.linear:
            from dosa_trace.output import linear

            self.write(linear.render(document))
        elif self.on_screen:
            from dosa_trace.output import terminal

            unicode = shows_unicode(sys.stdout)
            self.write(terminal.render(document, screen_width(), self.in_colour, unicode))
        else:
            from dosa_trace.output import plain

            self.write(plain.render(document))

    @property
    def in_colour(self) -> bool:
        wanted = not self.linear and use_colour(self.colour, sys.stdout, os.environ)
        return self.to_stdout and wanted

    @property
    def on_screen(self) -> bool:
        return self.to_stdout and (is_screen(sys.stdout) or self.in_colour)

    @property
    def to_stdout(self) -> bool:
        return self.output in (None, "-")

    def write(self, text: str) -> None:
        if self.to_stdout:
            write_output(text)
            return
        write_file(Path(self.output or ""), text)
        if not self.quiet:
            write_note(say(WRITTEN(path=self.output), self.language))

    def write_bytes(self, data: bytes) -> None:
        """What is no text: into a file, or a pipe, never onto a screen."""
        if not self.to_stdout:
            write_file(Path(self.output or ""), data)
            self.note(WRITTEN(path=self.output))
        elif is_screen(sys.stdout):
            raise BadQuestion(NOT_ON_SCREEN, GIVE_FILE)
        else:
            write_binary(data)

    def note(self, words: object) -> None:
        """Something beside the answer, on standard error; --quiet leaves it out."""
        if not self.quiet:
            write_note(say(words, self.language))


READ = Phrase(
    "read {path}: {files} files, digest {digest}",
    "gelezen {path}: {files} bestanden, kenmerk {digest}",
)
NOT_ON_SCREEN = Phrase(
    "this format is no text for a screen", "deze vorm is geen tekst voor een scherm"
)
GIVE_FILE = Phrase("give a file with -o FILE", "geef een bestand op met -o BESTAND")
WRITTEN = Phrase("written to {path}", "geschreven naar {path}")
NOT_A_DATE = labels.NOT_A_DATE
DATE_SHAPE = labels.DATE_SHAPE
