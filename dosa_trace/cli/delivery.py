"""Delivering an answer: in which format, onto what, with which colours. The one way out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from dosa_trace.cli import paging
from dosa_trace.cli.speech import Speech
from dosa_trace.cli.writing import (
    add_to_file,
    is_screen,
    is_yaml,
    screen_width,
    shows_unicode,
    use_colour,
    write_binary,
    write_file,
    write_folder,
    write_note,
    write_output,
)
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Alternatives, Phrase, Words, say
from dosa_trace.output.answer import Answer
from dosa_trace.output.formats import FORMATS, Format, Made, Shape, formats_of
from dosa_trace.output.target import Medium

if TYPE_CHECKING:
    from dosa_trace.document import Document


class Delivery:
    """Where the answer of one run goes and in what form, from the options that every command has.

    `formats` are those of the command, the first its default; `is_of_catalog` tells a file of the
    catalogue, which no answer is written over. Raises BadQuestion at once for a file
    whose name means a format that the command has not.
    """

    def __init__(
        self,
        speech: Speech,
        shapes: Sequence[Shape],
        asked: str | None = None,
        output: str | None = None,
        colour: str = "auto",
        quiet: bool = False,
        linear: bool = False,
        paged: bool | None = None,
        is_of_catalog: Callable[[Path], bool] = is_yaml,
    ) -> None:
        self.speech = speech
        self.formats = formats_of(shapes)
        self.asked = asked
        self.output = output
        self.colour = colour
        self.quiet = quiet
        self.linear = linear
        self.paged = paged
        self.is_of_catalog = is_of_catalog
        self.format = self._format()
        self.folds = False

    def _format(self) -> Format:
        """The format asked for, else the one that the ending of the file's name means, else the one
        that the environment asks for, else the command's first."""
        if self.asked is not None:
            return next(one for one in self.formats if one.name == self.asked)
        ending = "" if self.to_stdout else Path(self.output or "").suffix.lower()
        if ending:
            return self._meant_by(ending)
        if self.to_stdout:
            for one in self.formats:
                if one.set_by and os.environ.get(one.set_by[0]) == one.set_by[1]:
                    return one
        return self.formats[0]

    def _meant_by(self, ending: str) -> Format:
        for one in self.formats:
            if ending in one.endings:
                return one
        if ending == ".pdf":
            raise BadQuestion(NO_PDF, PRINT_IT)
        can = tuple(end for one in self.formats for end in one.endings)
        names = Alternatives(tuple(one.name for one in self.formats))
        known = any(ending in one.endings for one in FORMATS)
        message = NOT_THIS_ANSWER if known else NO_FORMAT
        raise BadQuestion(message(ending=ending), ENDINGS(endings=Alternatives(can), names=names))

    def deliver(self, answer: Answer) -> None:
        """Prints or writes the answer; raises BadQuestion where it cannot be."""
        if answer.front and not self.format.front_matter:
            able = [one.name for one in self.formats if one.front_matter]
            self._refuse("--front-matter", able)
        if answer.document_only and answer.taken_by(self.format) is not Shape.DOCUMENT:
            able = [one.name for one in self.formats if Shape.DOCUMENT in one.writers]
            self._refuse(answer.document_only, able)
        self.write(answer.render(self.format, self.medium))

    def only_with(self, option: str, *names: str) -> None:
        """Raises BadQuestion for an option that was given and does nothing in this format."""
        if self.format.name not in names:
            self._refuse(option, names)

    def fold(self) -> None:
        """Long parts may be folded; raises BadQuestion where a format folds nothing."""
        self.only_with("--folds", "markdown")
        self.folds = True

    def _refuse(self, option: str, able: Sequence[str]) -> NoReturn:
        message = DOES_NOT_GO(option=option, format=self.format.name)
        raise BadQuestion(message, USE_FORMAT(names=Alternatives(tuple(able))))

    def write(self, made: Made) -> None:
        """Text, or what is no text: into a file, or a pipe, and text also onto a screen; a folder
        nowhere but where it was named."""
        if isinstance(made, Mapping):
            named_as_file = Path(self.output or "").suffix.lower() in self.format.endings
            if self.to_stdout or named_as_file:
                raise BadQuestion(IS_A_FOLDER(format=self.format.name), GIVE_FOLDER)
            write_folder(Path(self.output or ""), made)
            self.note(WRITTEN(path=self.output))
        elif not self.to_stdout:
            path = Path(self.output or "")
            self.spare(path)
            write_file(path, made)
            self.note(WRITTEN(path=self.output))
        elif isinstance(made, str):
            if not self._in_a_pager(made):
                write_output(made)
        elif is_screen(sys.stdout):
            raise BadQuestion(NOT_ON_SCREEN, GIVE_FILE)
        else:
            write_binary(made)

    def _in_a_pager(self, made: str) -> bool:
        """Whether the answer was shown page by page: where somebody looks on and it is longer than
        the screen, or is asked for in pages."""
        if self.paged is False or not is_screen(sys.stdout):
            return False
        if not (self.paged or paging.is_wanted(made)):
            return False
        if (name := paging.misnamed()) is not None:
            self.note(paging.NO_PAGER(value=name))
        command = paging.pager()
        return command is not None and paging.show(made, command)

    def spare(self, path: Path) -> None:
        """Raises BadQuestion for a file of the catalogue itself."""
        if self.is_of_catalog(path):
            raise BadQuestion(OF_CATALOG(path=str(path)), GIVE_OTHER)

    def note(self, words: Words) -> None:
        """Something beside the answer, on standard error; --quiet leaves it out."""
        if not self.quiet:
            write_note(say(words, self.speech.language))

    def note_document(self, document: Callable[[], Document]) -> None:
        """The same of a whole document, such as a table."""
        if not self.quiet:
            made = Answer(document=document).render(FORMATS[0], self.beside)
            assert isinstance(made, str)
            write_note(made)

    def summarise(self, document: Callable[[], Document]) -> None:
        """Adds a document to the summary of a GitHub workflow's step, where this runs in one."""
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary and os.environ.get("GITHUB_ACTIONS") == "true":
            markdown = next(one for one in FORMATS if one.name == "markdown")
            made = Answer(document=document).render(markdown, self.medium._replace(folds=True))
            assert isinstance(made, str)
            add_to_file(Path(summary), made)

    @property
    def medium(self) -> Medium:
        """What the answer is written onto."""
        return self._medium(sys.stdout, self.to_stdout)

    @property
    def beside(self) -> Medium:
        """What is said beside the answer is written onto."""
        return self._medium(sys.stderr, True)._replace(screen=self.medium.screen)

    def _medium(self, stream: TextIO, shown: bool) -> Medium:
        colour = not self.linear and shown and use_colour(self.colour, stream, os.environ)
        return Medium(
            language=self.speech.language,
            screen=shown and (is_screen(stream) or colour),
            width=screen_width(),
            colour=colour,
            unicode=shows_unicode(stream),
            linear=self.linear,
            folds=self.folds,
        )

    @property
    def to_stdout(self) -> bool:
        return self.output in (None, "-")


NO_PDF = Phrase("dosa-trace writes no PDF", "dosa-trace schrijft geen PDF")
PRINT_IT = Phrase(
    "write dosa-trace report -o report.html and print the page to PDF, or -o report.docx for Word",
    "schrijf dosa-trace report -o rapport.html en druk de pagina af naar PDF, of -o rapport.docx "
    "voor Word",
)
NO_FORMAT = Phrase(
    "a file name that ends in '{ending}' does not set a format",
    "een bestandsnaam op '{ending}' bepaalt geen bestandstype",
)
NOT_THIS_ANSWER = Phrase(
    "this result cannot be written as a file that ends in '{ending}'",
    "dit resultaat is niet te schrijven als bestand op '{ending}'",
)
ENDINGS = Phrase(
    "use a name that ends in {endings}, or choose with -f: {names}",
    "gebruik een naam op {endings}, of kies met -f: {names}",
)
DOES_NOT_GO = Phrase(
    "{option} cannot be used with -f {format}", "{option} gaat niet samen met -f {format}"
)
USE_FORMAT = Phrase("use it with -f {names}", "gebruik het met -f {names}")
IS_A_FOLDER = Phrase(
    "-f {format} writes a folder with a file for each table",
    "-f {format} schrijft een map met een bestand voor elke tabel",
)
GIVE_FOLDER = Phrase("give a folder with -o FOLDER", "geef een map op met -o MAP")
NOT_ON_SCREEN = Phrase(
    "this format cannot be shown on a screen", "dit bestandstype is niet op een scherm te tonen"
)
GIVE_FILE = Phrase("give a file with -o FILE", "geef een bestand op met -o BESTAND")
OF_CATALOG = Phrase(
    "'{path}' is a file of a catalogue, and is not overwritten",
    "'{path}' is een bestand van een catalogus, en wordt niet overschreven",
)
GIVE_OTHER = Phrase("give another file", "geef een ander bestand op")
WRITTEN = Phrase("written to {path}", "geschreven naar {path}")
