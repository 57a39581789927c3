"""A walk through what needs a judge: a screen each, a key, and each judgement written at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from dosa_trace.catalog.model.vocabulary import Outcome
from dosa_trace.cli.as_reviewed import as_reviewed
from dosa_trace.cli.editing import begin, line_typed
from dosa_trace.cli.judgements import decide, link_named, links_between, write_reading
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import not_written, write_note
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import READ_EXTENTS
from dosa_trace.language import Alternatives, Language, Phrase, Words, say
from dosa_trace.output.answer import Answer

if TYPE_CHECKING:
    from dosa_trace.analysis.robustness.to_review import Pair, ToReview
    from dosa_trace.catalog.model.vocabulary import ReadExtent
    from dosa_trace.document import Document
    from dosa_trace.editing.draft import Draft
    from dosa_trace.editing.judgements.readings import Reader
    from dosa_trace.views.wording.frame import Frame


class Left(Exception):
    """Whoever judges stops here; what was judged is written."""


class Walk:
    """One session of judging; every judgement is in the files before the next question."""

    def __init__(self, session: Session, reader: Reader, day: date) -> None:
        self.session = session
        self.reader = reader
        self.day = day
        self.judged = 0
        session.delivery.paged = False

    def end(self, of: int) -> None:
        """How many were judged, and how many of all are left."""
        self.session.delivery.note(SUMMARY(judged=self.judged, left=of - self.judged))

    def seen(self, item: ToReview, place: Words) -> None:
        """A link with all that is on file about it; after an edit of it once more."""
        from dosa_trace.editing.judgements import readings
        from dosa_trace.views.review import screen

        while True:
            link = link_named(self.session, item.origin, item.target)
            was = as_reviewed(self.session, link) if item.suspect else None
            catalog = self.session.opening.catalog
            self._show(screen(catalog, link, item, place, self._frame(), was))
            while (key := self.ask(KEYS)) not in (
                LATER,
                *self._keys(AGREE, OTHER, CHALLENGE, EDIT),
            ):
                pass
            if key == self._key(EDIT):
                self._edit(item.name)
                continue
            if key == self._key(AGREE):
                self._read(item.name, None, None)
            elif key == self._key(OTHER):
                while (extent := self._extent(self.ask(EXTENT))) is None:
                    pass
                self._read(item.name, extent, self.reason())
            elif key == self._key(CHALLENGE):
                text = self.reason()
                self.write(
                    partial(readings.doubt_link, name=item.name, text=text, reader=self.reader)
                )
            return

    def blind(self, pair: Pair, place: Words) -> None:
        """Two records without what is on file about both; that is told afterwards."""
        from dosa_trace.views.review import blind_screen

        self._show(blind_screen(self.session.opening.catalog, pair, place, self._frame()))
        while (key := self.ask(BLIND_KEYS)) != LATER:
            extent = self._extent(key)
            if extent is not None:
                self._read(pair.name, extent, self.reason())
                self._tell(pair)
                return

    def _tell(self, pair: Pair) -> None:
        """What stands in the catalogue, once that cannot sway anybody."""
        from dosa_trace.catalog.facts.second_readings import extent_on_file

        links = links_between(self.session, pair.origin, pair.target)
        extents = tuple(filter(None, map(extent_on_file, links)))
        words = ON_FILE(extent=READ_EXTENTS[extents[0].value]) if extents else NOT_LINKED
        write_note(say(words, self.session.language))

    def disputed(self, item: ToReview, place: Words) -> None:
        """Both judgements of a link side by side, and which of them holds."""
        from dosa_trace.views.review import screen

        link = link_named(self.session, item.origin, item.target)
        self._show(screen(self.session.opening.catalog, link, item, place, self._frame()))
        self._decide(item.name)

    def disputed_rejection(self, pair: Pair, place: Words) -> None:
        """What was rejected and how somebody else judges it, and which of them holds."""
        from dosa_trace.editing.judgements.rejections import rejecting
        from dosa_trace.views.review import rejected_screen

        catalog = self.session.opening.catalog
        looked = rejecting(catalog, pair.origin, pair.target)
        if looked is not None:
            self._show(rejected_screen(catalog, pair, looked, place, self._frame()))
            self._decide(pair.name)

    def _decide(self, name: str) -> None:
        decision = self.decision()
        if decision is not None:
            value, reason = decision
            self.write(
                lambda draft: decide(self.session, draft, name, value, reason, self.reader),
                show=value is Outcome.CHANGED,
            )

    def decision(self) -> tuple[Outcome, str] | None:
        """Which of two judgements holds, and why; None for later."""
        while (key := self.ask(DECIDE)) not in (LATER, *self._keys(CHANGE, KEEP)):
            pass
        if key == LATER:
            return None
        return Outcome.CHANGED if key == self._key(CHANGE) else Outcome.KEPT, self.reason()

    def _extent(self, word: str) -> ReadExtent | None:
        """The extent that was typed, of which some letters suffice; where they do not, which it may
        be is told."""
        fits = extents_typed(word, self.session.language)
        if len(fits) == 1:
            return fits[0]
        if fits:
            may_be = tuple(say(READ_EXTENTS[one.value], self.session.language) for one in fits)
            write_note(say(MAY_BE(text=word, words=Alternatives(may_be)), self.session.language))
        return None

    def reason(self) -> str:
        """Why, which nobody leaves out."""
        while not (reason := self.ask(REASON)):
            write_note(say(REASON_NEEDED, self.session.language))
        return reason

    def _read(self, name: str, extent: ReadExtent | None, note: str | None) -> None:
        told: list[Words | None] = []

        def change(draft: Draft) -> None:
            told.append(write_reading(self.session, draft, name, extent, self.reader, note))

        if self.write(change):
            for words in told:
                if words is not None:
                    self.session.delivery.note(words)

    def _edit(self, name: str) -> None:
        from dosa_trace.cli.editing import pairs
        from dosa_trace.editing.changes import set_fields

        typed = self.ask(SET)
        if typed:
            self.write(
                lambda draft: set_fields(draft, name, pairs([typed])), show=True, judges=False
            )

    def write(
        self, change: Callable[[Draft], object], show: bool = False, judges: bool = True
    ) -> bool:
        """Writes an edit, shown where it may move a figure; a mistake in it is told, and nothing is
        written. Whether it was; what `judges` nothing is not counted."""
        from dosa_trace.questions.editing import preview, write_draft

        draft = begin(self.session)
        try:
            change(draft)
            result = preview(draft, as_of=self.day, written=True)
        except BadQuestion as error:
            write_note(say(error.message, self.session.language))
            return False
        if show or result.effects.states:
            self.session.answer(result)
        try:
            write_draft(draft)
        except OSError as error:
            raise not_written(error) from error
        self.judged += judges
        opening = self.session.opening
        opening.adopt(*opening.load(opening.place))
        return True

    def ask(self, question: Words) -> str:
        """What is typed, in small letters where it is a key; raises Left at the end."""
        typed = line_typed(self.session, question)
        if typed is None:
            raise Left
        is_key = question not in (REASON, SET)
        if is_key and typed.casefold() in LEAVE:
            raise Left
        return typed.casefold() if is_key else typed

    def _key(self, key: Phrase) -> str:
        return say(key, self.session.language)

    def _keys(self, *keys: Phrase) -> tuple[str, ...]:
        return tuple(map(self._key, keys))

    def _show(self, document: Document) -> None:
        self.session.deliver(Answer(document=lambda: document))

    def _frame(self) -> Frame:
        return self.session.opening.frame(self.day, None)


def extents_typed(word: str, language: Language) -> list[ReadExtent]:
    """The extents whose value or word, in this language, begins with what was typed."""
    from dosa_trace.catalog.model.vocabulary import ReadExtent

    typed = word.strip().casefold()
    return [
        extent
        for extent in ReadExtent
        if typed
        and any(
            known.startswith(typed)
            for known in (extent.value, say(READ_EXTENTS[extent.value], language))
        )
    ]


#: The keys, in each language its own; nothing, as at the end of what is typed, leaves.
AGREE, OTHER = Phrase("a", "e"), Phrase("x", "o")
CHALLENGE, EDIT = Phrase("c", "t"), Phrase("s", "w")
KEEP, CHANGE = Phrase("k", "h"), Phrase("v", "z")
LATER = "l"
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
    "[k] keep it as it is  [v] change it  [l] later  [q] leave:",
    "[h] handhaaf het zo  [z] wijzig het  [l] later  [q] stoppen:",
)
EXTENT = Phrase("none, marginal, partial or full?", "geen, zijdelings, gedeeltelijk of volledig?")
REASON = Phrase("Why?", "Waarom?")
SET = Phrase("FIELD=VALUE:", "VELD=WAARDE:")
ON_FILE = Phrase("in the catalogue: {extent}", "in de catalogus: {extent}")
NOT_LINKED = Phrase("in the catalogue: no link", "in de catalogus: geen koppeling")
MAY_BE = Phrase("'{text}' may be {words}", "'{text}' kan {words} zijn")
REASON_NEEDED = Phrase("a reason is needed", "een motivering is nodig")
SUMMARY = Phrase("{judged} judged, {left} left", "{judged} beoordeeld, {left} over")
