"""What somebody at a terminal is asked for while they add something, with what is likely."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dosa_trace.cli.editing import YES, asked
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion, UnknownId
from dosa_trace.language import Phrase, Quoted

if TYPE_CHECKING:
    from dosa_trace.editing.draft import Draft
    from dosa_trace.editing.typed_records import MissingFields


def likely(
    session: Session, draft: Draft, what: str, fields: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """What is likely for a field: today for what a maintainer does, the source that was added last,
    and for the end of a link the best proposals of `suggest`. The date of an event is its source's
    to say."""
    today = session.opening.day(None)
    sources = tuple(draft.catalog.sources)[-1:]
    if what in DONE_TODAY:
        return {"date": (today.isoformat(),)}
    if what != "link" or "from" not in fields or "to" in fields:
        return {"source": sources} if sources and what != "recommendation" else {}
    from dosa_trace.questions.suggest import suggest

    try:
        proposed = suggest(draft.catalog.on(today), fields["from"], limit=MOST_PROPOSED)
    except (BadQuestion, UnknownId):
        return {}
    return {"to": tuple(proposal.target for proposal in proposed.items)}


def typed(
    session: Session, missing: MissingFields, proposed: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    """What somebody types for each field that is missing, where Enter is the first of what is
    likely; raises the same where it is nothing."""
    from dosa_trace.catalog.fields.help_in_dutch import meaning
    from dosa_trace.catalog.fields.types import Choice

    values: dict[str, str] = {}
    for field in missing.fields:
        words: tuple[str, ...] = tuple(field.type.values) if isinstance(field.type, Choice) else ()
        first, *others = proposed.get(field.key, ("",))
        question = CHOOSE if words else TYPE
        if first:
            question = ALSO if others else ENTER
        shown = words or tuple(others)
        about = meaning(field)
        text = asked(session, question(key=field.key, about=about, words=shown, first=first))
        text = text or first
        if not text:
            raise missing
        values[field.key] = text
    return values


def is_offered(session: Session, draft: Draft, fields: Mapping[str, str]) -> bool:
    """Whether a source that is named and not on file shall be made first."""
    name = fields.get("source", "")
    if not name or name in draft.catalog.by_id:
        return False
    return asked(session, MAKE_IT(id=name)).casefold() in YES


def source_typed(session: Session, draft: Draft, fields: Mapping[str, str]) -> dict[str, str]:
    """The fields of a source that is not on file."""
    from dosa_trace.editing.additions import add_record
    from dosa_trace.editing.draft import Draft as Attempt
    from dosa_trace.editing.typed_records import MissingFields

    values = {"id": fields["source"]}
    while True:
        try:
            add_record(Attempt(draft.catalog), "source", values)
        except MissingFields as error:
            values |= typed(session, error, {})
            continue
        return values


def passage(session: Session, draft: Draft, fields: Mapping[str, str]) -> str | None:
    """The nearest passage of an archived text in the place of a quote that is not in it, where
    somebody takes it."""
    from dosa_trace.checks.quoted_text import QuotedText

    source = draft.catalog.sources.get(fields.get("source", ""))
    archived = draft.catalog.archived_text(source) if source is not None else None
    quote = fields.get("quote")
    if archived is None or not quote:
        return None
    text = QuotedText(archived)
    nearest = None if text.holds(quote) else text.nearest(quote)
    if nearest is None:
        return None
    took = asked(session, TAKE_IT(passage=Quoted(nearest))).casefold() in YES
    return nearest if took else None


#: What a maintainer does on the day on which it is written down.
DONE_TODAY = frozenset({"doubt", "search"})
#: How many proposals are named for the end of a link.
MOST_PROPOSED = 3
TYPE = Phrase("{key}, {about}? Type it:", "{key}, {about}? Typ het:")
ENTER = Phrase(
    "{key}, {about}? Type it, or Enter for {first}:",
    "{key}, {about}? Typ het, of Enter voor {first}:",
)
ALSO = Phrase(
    "{key}, {about}? Type it, or Enter for {first}; {words} are alike too:",
    "{key}, {about}? Typ het, of Enter voor {first}; ook {words} lijken erop:",
)
CHOOSE = Phrase("{key}, {about}? One of {words}:", "{key}, {about}? Een van {words}:")
MAKE_IT = Phrase(
    "the catalogue has no source '{id}'. Add it first? [y/N]",
    "de catalogus heeft geen bron '{id}'. Die eerst toevoegen? [j/N]",
)
TAKE_IT = Phrase(
    "the quotation is not in the archived text; nearest passage: {passage}. Use that? [y/N]",
    "het citaat staat niet in de gearchiveerde tekst; het meest lijkt {passage}. "
    "Dat gebruiken? [j/N]",
)
