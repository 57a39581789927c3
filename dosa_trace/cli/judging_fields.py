"""`dosa-trace review --of specificity|responses`: other fields judged the same way as links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dosa_trace.catalog.model.vocabulary import Matter
from dosa_trace.cli.judging import LATER, Walk
from dosa_trace.cli.judging_at_once import OUTCOMES
from dosa_trace.cli.writing import write_note
from dosa_trace.diagnostics import BadQuestion, did_you_mean, near
from dosa_trace.labels import USE
from dosa_trace.language import N_OF, Alternatives, Phrase, Words, say
from dosa_trace.output.answer import Answer

if TYPE_CHECKING:
    from dosa_trace.analysis.judging.selection import Where
    from dosa_trace.analysis.robustness.to_review import FieldToRead
    from dosa_trace.editing.draft import Draft
    from dosa_trace.editing.judgements.readings import Reader
    from dosa_trace.graph import TraceGraph


def matter_typed(text: str) -> tuple[Matter, str]:
    """What is judged, and which field: `responses.2` is the second response. Raises BadQuestion."""
    head, dot, number = text.partition(".")
    is_number = number.isascii() and number.isdecimal() and number == str(int(number)) != "0"
    if head not in tuple(Matter) or (dot and not (is_number and head == Matter.RESPONSES)):
        names = tuple(map(str, Matter))
        hint = did_you_mean(near(text, names)) or USE(words=Alternatives(names))
        raise BadQuestion(NO_MATTER(text=text), hint)
    return Matter(head), text


def judge_field(
    draft: Draft,
    field: tuple[str, str],
    judgement: tuple[str, str],
    reader: Reader,
    note: str | None,
) -> None:
    """Writes one judgement of a field, by its recommendation and name, on a draft: by its option
    and what that was given. Raises UnknownId and BadQuestion."""
    from dosa_trace.editing.judgements.field_readings import answer_field, read_field

    option, given = judgement
    if option in OUTCOMES:
        answer_field(draft, *field, OUTCOMES[option], given, reader)
    else:
        read_field(draft, *field, given, reader, note)


def walk_fields(
    walk: Walk, graph: TraceGraph, field: str, names: Sequence[str], where: Sequence[Where]
) -> None:
    """Each field that was not judged yet, on a screen of its own. Raises BadQuestion and Left."""
    from dosa_trace.analysis.robustness.to_review import fields_to_read

    head = Matter(field.partition(".")[0])
    _each(walk, fields_to_read(graph, head, walk.reader.by, where), field, names, _judge)


def decide_fields(
    walk: Walk, graph: TraceGraph, field: str, names: Sequence[str], where: Sequence[Where]
) -> None:
    """Each field that somebody judges otherwise, with both judgements. Raises BadQuestion and
    Left."""
    from dosa_trace.analysis.robustness.disputed import disputed_fields

    head = Matter(field.partition(".")[0])
    _each(walk, disputed_fields(graph, head, where), field, names, _decide)


def _each(
    walk: Walk,
    known: Iterable[FieldToRead],
    field: str,
    names: Sequence[str],
    show: Callable[[Walk, FieldToRead, Words], None],
) -> None:
    """Shows each field of these records, one of several responses where that is named."""
    fields = [
        each for each in known
        if (not names or each.id in names) and ("." not in field or each.of == field)
    ]  # fmt: skip
    try:
        for at, each in enumerate(fields, 1):
            show(walk, each, N_OF(n=at, of=len(fields)))
    finally:
        walk.end(len(fields))


def _decide(walk: Walk, field: FieldToRead, place: Words) -> None:
    """One field: what stands there, what somebody else says, and which of them holds."""
    from dosa_trace.catalog.facts.field_judgements import is_open_field
    from dosa_trace.editing.judgements.field_readings import answer_field
    from dosa_trace.views.review import field_screen

    session = walk.session
    catalog = session.opening.catalog
    asked = catalog.recommendations[field.id]
    shown = [
        reading
        for reading in asked.readings
        if reading.of == field.of and is_open_field(asked, reading)
    ]
    frame = session.opening.frame(walk.day, None)
    screen = field_screen(catalog, (field.id, field.of), place, False, frame, shown)
    session.deliver(Answer(document=lambda: screen))
    decision = walk.decision()
    if decision is not None:
        outcome, reason = decision
        walk.write(
            partial(
                answer_field,
                name=field.id,
                of=field.of,
                outcome=outcome,
                reason=reason,
                reader=walk.reader,
            )
        )


def _judge(walk: Walk, field: FieldToRead, place: Words) -> None:
    """One field: what is asked, what stands in the catalogue unless that is to be hidden, and the
    words to choose from."""
    from dosa_trace.analysis.agreement.judged_pairs import CATEGORIES
    from dosa_trace.catalog.facts.field_judgements import value_on_file
    from dosa_trace.editing.judgements.field_readings import read_field
    from dosa_trace.views.review import field_screen

    session, reader = walk.session, walk.reader
    catalog = session.opening.catalog
    frame = session.opening.frame(walk.day, None)
    screen = field_screen(catalog, (field.id, field.of), place, reader.blind, frame)
    session.deliver(Answer(document=lambda: screen))
    known = tuple(map(str, CATEGORIES[Matter(field.of.partition(".")[0])]))
    while (word := walk.ask(CHOOSE(words=known))) != LATER:
        if word in known:
            walk.write(
                partial(
                    read_field,
                    name=field.id,
                    of=field.of,
                    value=word,
                    reader=reader,
                    note=walk.reason(),
                )
            )
            if reader.blind:
                value = value_on_file(catalog.recommendations[field.id], field.of)
                write_note(say(IT_IS(value=value), session.language))
            return


CHOOSE = Phrase("One of {words}  [l] later  [q] leave:", "Een van {words}  [l] later  [q] stoppen:")
IT_IS = Phrase("it is {value} in the catalogue", "het is {value} in de catalogus")
NO_MATTER = Phrase("'{text}' is not judged", "'{text}' wordt niet beoordeeld")
