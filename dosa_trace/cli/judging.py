"""A walk through what needs a judge: a screen each, a key, and each judgement written at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.cli.editing import asked, begin
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import not_written, write_note
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import READ_EXTENTS
from dosa_trace.language import Language, Phrase, Words, say
from dosa_trace.output.answer import Answer

if TYPE_CHECKING:
    from dosa_trace.analysis.robustness.to_review import Pair, ToReview
    from dosa_trace.catalog.model.records import TraceLink
    from dosa_trace.catalog.model.vocabulary import ReadExtent
    from dosa_trace.document import Document
    from dosa_trace.editing.draft import Draft
    from dosa_trace.editing.readings import Reader
    from dosa_trace.views.wording.frame import Frame


class Left(Exception):
    """Whoever judges stops here; what was judged is written."""


class JudgedExtent(NamedTuple):
    """An extent, and why."""

    extent: ReadExtent
    note: str | None


class Walk:
    """One session of judging; every judgement is in the files before the next question."""

    def __init__(self, session: Session, reader: Reader, day: date) -> None:
        self.session = session
        self.reader = reader
        self.day = day
        session.delivery.paged = False

    def seen(self, item: ToReview, place: Words) -> None:
        """A link with all that is on file about it."""
        from dosa_trace.editing import readings
        from dosa_trace.views.review import screen

        link = link_named(self.session, item.origin, item.target)
        frame = self._frame()
        self._show(screen(self.session.opening.catalog, link, item, place, frame))
        while True:
            key = self._ask(KEYS)
            if key in AGREE:
                return self._read(item.name, own_extent(link), None)
            if key in OTHER:
                judged = self._judgement()
                return self._read(item.name, judged.extent, judged.note)
            if key in CHALLENGE and (text := self._ask(REASON)):
                doubt = partial(readings.doubt_link, name=item.name, text=text, reader=self.reader)
                return self._save(doubt)
            if key in EDIT:
                return self._edit(item.name)
            if key in LATER:
                return None

    def blind(self, pair: Pair, place: Words) -> None:
        """Two records without what is on file about both; that is told afterwards."""
        from dosa_trace.views.review import blind_screen

        self._show(blind_screen(self.session.opening.catalog, pair, place, self._frame()))
        key = self._ask(BLIND_KEYS)
        if key in LATER:
            return
        judged = self._judgement(key)
        self._read(pair.name, judged.extent, judged.note)
        self._tell(pair)

    def _tell(self, pair: Pair) -> None:
        """What stands in the catalogue, once that cannot sway anybody."""
        words: Words
        links = _links(self.session, pair.origin, pair.target)
        words = NOT_LINKED
        if links:
            words = ON_FILE(extent=READ_EXTENTS[str(own_extent(links[0]))])
        write_note(say(words, self.session.language))

    def disputed(self, item: ToReview, place: Words) -> None:
        """Both judgements side by side, and which of them holds."""
        from dosa_trace.catalog.model.vocabulary import Outcome
        from dosa_trace.editing import readings
        from dosa_trace.views.review import screen

        link = link_named(self.session, item.origin, item.target)
        self._show(screen(self.session.opening.catalog, link, item, place, self._frame()))
        while (key := self._ask(DECIDE)) not in (*LATER, *CHANGE, *KEEP):
            pass
        if key in LATER:
            return
        value = Outcome.CHANGED if key in CHANGE else Outcome.KEPT
        while not (reason := self._ask(REASON)):
            pass
        self._save(
            lambda draft: readings.answer_reading(draft, item.name, value, reason, self.reader),
            show=value is Outcome.CHANGED,
        )

    def _judgement(self, first: str = "") -> JudgedExtent:
        """An extent, of which some letters suffice, and why."""
        word = first or self._ask(EXTENT)
        while (extent := extent_typed(word, self.session.language)) is None:
            word = self._ask(EXTENT)
        note = self._ask(REASON)
        while not note:
            note = self._ask(REASON)
        return JudgedExtent(extent, note)

    def _read(self, name: str, extent: ReadExtent, note: str | None) -> None:
        def change(draft: Draft) -> None:
            write_reading(self.session, draft, name, extent, self.reader, note)

        self._save(change)

    def _edit(self, name: str) -> None:
        from dosa_trace.cli.editing import pairs
        from dosa_trace.editing.changes import set_fields

        typed = self._ask(SET)
        if typed:
            self._save(lambda draft: set_fields(draft, name, pairs([typed])), show=True)

    def _save(self, change: Callable[[Draft], object], show: bool = False) -> None:
        """Writes an edit, shown first where it may move a figure; a mistake in it is told, and
        nothing is written."""
        from dosa_trace.questions.editing import preview, write_draft

        draft = begin(self.session)
        try:
            change(draft)
            result = preview(draft, as_of=self.day, written=True)
        except BadQuestion as error:
            write_note(say(error.message, self.session.language))
            return
        if show or result.effects.states:
            self.session.answer(result)
        try:
            write_draft(draft)
        except OSError as error:
            raise not_written(error) from error
        opening = self.session.opening
        opening.adopt(*opening.load(opening.place))

    def _ask(self, question: Phrase) -> str:
        """What is typed, in small letters where it is a key; raises Left at the end."""
        typed = asked(self.session, question)
        is_key = question in (KEYS, BLIND_KEYS, DECIDE)
        if is_key and typed.casefold() in LEAVE:
            raise Left
        return typed.casefold() if is_key else typed

    def _show(self, document: Document) -> None:
        self.session.deliver(Answer(document=lambda: document))

    def _frame(self) -> Frame:
        return self.session.opening.frame(self.day, None)


def write_reading(
    session: Session,
    draft: Draft,
    name: str,
    extent: ReadExtent,
    reader: Reader,
    note: str | None,
) -> None:
    """Writes how somebody judges a link or a pair that no link joins, and names what a link lacks
    for the reading to count as a second one."""
    from dosa_trace.editing import readings

    origin, _, end = name.partition(":")
    if not _links(session, origin, end):
        readings.read_pair(draft, origin, end, extent, reader, note)
        return
    is_second = readings.read_link(draft, name, extent, reader, note)
    if not is_second and not link_named(session, origin, end).by:
        session.delivery.note(NO_MAKER(name=name))


def extent_typed(word: str, language: Language) -> ReadExtent | None:
    """The extent whose value or word, in this language, begins with what was typed."""
    from dosa_trace.catalog.model.vocabulary import ReadExtent

    typed = word.strip().casefold()
    fits = [
        extent
        for extent in ReadExtent
        if typed
        and any(
            known.startswith(typed)
            for known in (extent.value, say(READ_EXTENTS[extent.value], language))
        )
    ]
    return fits[0] if len(fits) == 1 else None


def link_named(session: Session, origin: str, end: str) -> TraceLink:
    """The only link between two records; raises BadQuestion."""
    links = _links(session, origin, end)
    if len(links) != 1:
        raise BadQuestion(NOT_ONE(origin=origin, target=end))
    return links[0]


def _links(session: Session, origin: str, end: str) -> list[TraceLink]:
    links = session.opening.catalog.links
    return [link for link in links if (link.origin, link.target) == (origin, end)]


def own_extent(link: TraceLink) -> ReadExtent:
    from dosa_trace.catalog.facts.second_readings import extent_on_file
    from dosa_trace.catalog.model.vocabulary import ReadExtent

    return extent_on_file(link) or ReadExtent.NONE


#: The keys of both languages; nothing, as at the end of what is typed, leaves.
AGREE, OTHER, CHALLENGE, EDIT = ("a", "e"), ("x", "o"), ("c", "t"), ("s", "w")
LATER, KEEP, CHANGE = ("l",), ("k", "h"), ("v", "z")
LEAVE = ("q", "")
KEYS = Phrase(
    "[a] agree  [x] other extent  [c] challenge  [s] set a field  [l] later  [q] leave:",
    "[e] eens  [o] andere mate  [t] tegenwerping  [w] wijzig een veld  [l] later  [q] stoppen:",
)
BLIND_KEYS = Phrase(
    "none, marginal, partial or full?  [l] later  [q] leave:",
    "geen, zijdelings, gedeeltelijk of volledig?  [l] later  [q] stoppen:",
)
DECIDE = Phrase(
    "[k] keep the link as it is  [v] change it  [l] later  [q] leave:",
    "[h] handhaaf de koppeling  [z] wijzig haar  [l] later  [q] stoppen:",
)
EXTENT = Phrase("none, marginal, partial or full?", "geen, zijdelings, gedeeltelijk of volledig?")
REASON = Phrase("Why?", "Waarom?")
SET = Phrase("FIELD=VALUE:", "VELD=WAARDE:")
ON_FILE = Phrase("in the catalogue: {extent}", "in de catalogus: {extent}")
NOT_LINKED = Phrase("in the catalogue: no link", "in de catalogus: geen koppeling")
NO_MAKER = Phrase(
    "the link does not say who made it, so this is no second judgement: "
    "dosa-trace set {name} by=NAME",
    "de koppeling zegt niet wie die maakte, dus dit is geen tweede oordeel: "
    "dosa-trace set {name} by=NAAM",
)
NOT_ONE = Phrase(
    "there is not exactly one link from '{origin}' to '{target}'",
    "er is niet precies één koppeling van '{origin}' naar '{target}'",
)
