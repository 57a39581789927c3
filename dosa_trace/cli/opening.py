"""Opening a catalogue: where it is, reading it, whether it is sound, its graph, its paths."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dosa_trace.catalog.facts.asked import asked_date
from dosa_trace.cli.speech import Speech
from dosa_trace.cli.writing import is_yaml, write_note
from dosa_trace.diagnostics import BadQuestion, CatalogNotFound, Diagnostic, UnknownId
from dosa_trace.language import Phrase, Words, say

if TYPE_CHECKING:
    from dosa_trace.catalog.loader import Told
    from dosa_trace.catalog.model.catalog import Catalog
    from dosa_trace.catalog.model.vocabulary import Basis
    from dosa_trace.catalog.text.progress import Passed
    from dosa_trace.cli.waiting import WaitingBar
    from dosa_trace.graph import TraceGraph
    from dosa_trace.views.wording.frame import Frame

Read = tuple["Catalog", tuple[Diagnostic, ...]]


class Opening:
    """The catalogue that one run is about, read once and only when it is asked for.

    Without a catalogue of one's own a question falls back on the one that comes with the program,
    and says so through `note`; `falls_back` is false for what must never do that.
    """

    def __init__(
        self,
        path: str | None,
        speech: Speech,
        note: Callable[[Words], None],
        verbose: bool = False,
        falls_back: bool = True,
        bar: WaitingBar | None = None,
    ) -> None:
        self.path = path
        self.speech = speech
        self.note = note
        self._to_come: set[str] = set()
        self.verbose = verbose
        self.falls_back = falls_back
        self.bar = bar
        self._read: Read | None = None

    @cached_property
    def place(self) -> Path:
        """Where the catalogue is; raises CatalogNotFound where there is none to be asked."""
        from dosa_trace.catalog.finder import shipped_catalog

        if self._own is None and not self.falls_back:
            raise CatalogNotFound(NO_CATALOG(place=str(Path.cwd())), NAME_ONE)
        return self._own or shipped_catalog()

    @cached_property
    def _own(self) -> Path | None:
        from dosa_trace.catalog.finder import own_catalog

        if self.path == "":
            raise BadQuestion(EMPTY_PATH, NAME_ONE)
        return own_catalog(self.path, os.environ, Path.cwd())

    def read(self) -> Read:
        """The catalogue and what is wrong with how it is written; from here on messages are in
        its language where the user chose none."""
        if self._read is None:
            self.adopt(*self.load(self.place))
            if self.verbose:
                self._say_what_was_read()
            if self._own is None:
                catalog = self._read[0] if self._read else None
                assert catalog is not None
                self.note(SHIPPED(title=catalog.info.title, digest=catalog.digest[:12]))
        assert self._read is not None
        return self._read

    def load(self, place: Path) -> Read:
        """A catalogue, with a bar where somebody waits for it."""
        from dosa_trace.catalog.loader import load_catalog

        with self._shown() as told:
            return load_catalog(place, told)

    def load_revision(self, revision: str, place: Path) -> Read:
        """A catalogue as it was in a revision of git; raises BadQuestion."""
        from dosa_trace.catalog.loader import load_kept
        from dosa_trace.revisions.revisions import revision_files

        found: list[Diagnostic] = []
        kept = revision_files(revision, place, found)
        with self._shown() as told:
            return load_kept(kept, place.resolve().stem, found, told)

    @contextmanager
    def _shown(self) -> Iterator[Told | None]:
        """Who is told how far reading is, where somebody waits for it."""
        try:
            yield self.bar.told if self.bar else None
        finally:
            if self.bar:
                self.bar.end()

    @property
    def counted(self) -> Passed | None:
        """Who shows somebody that waits how far an analysis is."""
        return self.bar.counted if self.bar else None

    def _say_what_was_read(self) -> None:
        catalog, _ = self.read()
        said = READ(path=str(self.place), files=len(catalog.files), digest=catalog.digest)
        write_note(say(said, self.speech.language))

    @property
    def catalog(self) -> Catalog:
        """The catalogue, free of mistakes that would make figures wrong; raises CatalogInvalid."""
        from dosa_trace.checks.soundness import require_sound

        catalog, diagnostics = self.read()
        require_sound(catalog, diagnostics)
        return catalog

    def adopt(self, catalog: Catalog, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        """Answers about a catalogue that was read elsewhere."""
        self._read = catalog, diagnostics
        self.speech.hear(catalog.languages)

    def graph(self, as_of: str | None, basis: Basis, suspect: bool = True) -> TraceGraph:
        """The graph on a date as it was typed; raises BadQuestion and CatalogInvalid."""
        day = self.day(as_of)
        catalog = self.catalog
        from dosa_trace.graph import TraceGraph

        return TraceGraph(
            catalog, as_of=day, basis=basis, count_suspect=suspect, listener=self.counted
        )

    def day(self, as_of: str | None) -> date:
        """The date asked for, of a month or year the last day; raises BadQuestion."""
        if as_of is None:
            return date.today()
        day = asked_date(as_of)
        if day.last_day > date.today():
            self._say_that_it_is_to_come(as_of)
        return day.last_day

    def _say_that_it_is_to_come(self, as_of: str) -> None:
        if as_of not in self._to_come:
            self._to_come.add(as_of)
            self.note(STILL_TO_COME(date=as_of))

    def first_day(self, text: str) -> date:
        """A day to begin with, of a month or year its first; raises BadQuestion."""
        return asked_date(text).first_day

    def meant(self, typed: str, *kinds: str) -> str:
        """The id of the record that somebody means, of these kinds where there are any; raises
        UnknownId and BadQuestion."""
        from dosa_trace.catalog.facts.meant import ORDER, meant

        return meant(self.catalog, typed, kinds or ORDER)

    def meant_by_each(self, typed: Iterable[str], *kinds: str) -> list[str]:
        """The ids of several records, each once; also of those that stand in one word with commas
        between, unless that is a name. Raises UnknownId and BadQuestion."""
        ids: dict[str, None] = {}
        for word in typed:
            try:
                ids[self.meant(word, *kinds)] = None
            except UnknownId:
                if "," not in word:
                    raise
                ids.update((self.meant(one, *kinds), None) for one in word.split(",") if one)
        return list(ids)

    def frame(self, as_of: date, basis: Basis | None, limit: int | None = None) -> Frame:
        """What an answer says of itself; `basis` is None where none was counted with, `limit` how
        many of each list are shown."""
        from dosa_trace.views.wording.frame import Frame

        catalog, _ = self.read()
        return Frame.of(catalog, as_of, basis, self.speech.language, limit)

    def holds(self, path: Path) -> bool:
        """Whether a path is one of the files or archived texts of the catalogue that was read, or a
        file that another may consist of."""
        if self._read is None:
            return is_yaml(path)
        catalog, _ = self._read
        names = [file.path for file in catalog.files]
        names += [source.text for source in catalog.sources.values() if source.text]
        target = os.path.realpath(path)
        mine = (os.path.realpath(catalog.root / name) for name in names if "\0" not in name)
        return is_yaml(path) or target in mine

    def path_of(self, file: str) -> str:
        """How to write the path of a catalogue's file so that it can be opened from here."""
        return self._path_from(Path.cwd(), file)

    def path_in_repository(self, file: str) -> str:
        """The path of a catalogue's file as a site that holds the repository knows it."""
        here = Path.cwd()
        top = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
        return self._path_from(top, file)

    def _path_from(self, start: Path, file: str) -> str:
        root = self.place.parent if self.place.is_file() else self.place
        path = Path(os.path.normpath(Path.cwd() / root / file))
        try:
            return path.relative_to(start).as_posix()
        except ValueError:
            return path.as_posix()


NO_CATALOG = Phrase(
    "there is no catalogue here: no catalog/catalogue.yaml in '{place}' or above it",
    "hier is geen catalogus: geen catalog/catalogue.yaml in '{place}' of daarboven",
)
EMPTY_PATH = Phrase("--catalog is empty", "--catalog is leeg")
NAME_ONE = Phrase(
    "name it with --catalog PATH; --catalog shipped is the one that comes with dosa-trace",
    "noem hem met --catalog PAD; --catalog shipped is de catalogus die bij dosa-trace hoort",
)
SHIPPED = Phrase(
    "no catalogue here; using the one that comes with dosa-trace: {title} ({digest})",
    "hier is geen catalogus; de meegeleverde is gebruikt: {title} ({digest})",
)
STILL_TO_COME = Phrase(
    "{date} is in the future, so the figures may change",
    "{date} ligt in de toekomst: de cijfers kunnen nog veranderen",
)
READ = Phrase(
    "read {path}: {files} {files:file|files}, checksum {digest}",
    "gelezen {path}: {files} {files:bestand|bestanden}, controlecode {digest}",
)
