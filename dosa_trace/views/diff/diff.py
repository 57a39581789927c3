"""The layout of a diff: a summary that fits a pull request, then what follows, then what changed on
file, folded where the format can fold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dosa_trace import labels
from dosa_trace.analysis.diff.causes import Cause
from dosa_trace.analysis.diff.diff import CatalogDiff, FiguresChange, StateChange
from dosa_trace.analysis.diff.on_file import LinkName, RecordName
from dosa_trace.analysis.diff.renames import Known
from dosa_trace.analysis.diff.values import FieldChange
from dosa_trace.analysis.judging.verdicts import State
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import (
    Block,
    Cell,
    Column,
    Document,
    Folded,
    Heading,
    Paragraph,
    Role,
    Table,
    Tree,
)
from dosa_trace.labels import BASES, EXTENTS, RECORD_KINDS, RELATIONS, STATES
from dosa_trace.language import Phrase
from dosa_trace.views.diff.difference_sentence import sentence
from dosa_trace.views.wording.frame import Frame, capital, state_cell


def layout(diff: CatalogDiff, sides: tuple[str, str], frame: Frame) -> Document:
    """The whole answer; `sides` are the names of what is compared, the second empty for the work
    tree."""
    say = frame.say
    before, after = sides[0], sides[1] or say(WORK_TREE)
    return Document.of(
        Heading(say(TITLE(before=before, after=after)), 1),
        Paragraph(frame.sentence(), Role.MUTED),
        consequences(diff, frame),
        _on_file(diff, frame),
        None if diff.is_empty else Paragraph(frame.say(CHANGES_SAYS), Role.MUTED),
    )


def consequences(diff: CatalogDiff, frame: Frame) -> Iterable[Block]:
    """What an edit does to what is answered: in a sentence, the states, the figures, what ended and
    what needs review."""
    yield Paragraph(sentence(diff, frame), Role.STRONG)
    yield from _states(diff, frame)
    if diff.states or _figures_moved(diff):
        yield from _figures(diff, frame)
    yield from _ended(diff, frame)
    yield from _suspects(diff, frame)


def _states(diff: CatalogDiff, frame: Frame) -> Iterable[Block]:
    say = frame.say
    if diff.states:
        yield Heading(say(STATES_HEAD))
        yield state_table(diff.states, frame)
    for name, members in ((NEW_HEAD, diff.new_recommendations),
                          (GONE_HEAD, diff.gone_recommendations)):  # fmt: skip
        if members:
            yield Heading(say(name))
            for record, state in members:
                small = f"{record.id}; {say(STATES[state])}"
                yield Tree(Cell(say(record.title), small=small))


def state_table(states: Iterable[StateChange], frame: Frame) -> Table:
    """The states before and after, and the edits that made it so."""
    say = frame.say
    columns = (
        Column(say(RECOMMENDATION)),
        Column(say(BEFORE), firm=True),
        Column(say(AFTER), firm=True),
        Column(say(BECAUSE)),
    )
    return Table(columns, tuple(_state_row(change, frame) for change in states))


def _state_row(change: StateChange, frame: Frame) -> tuple[Cell, ...]:
    mark = "▲ " if change.better else "▼ " if change.worse else ""
    return (
        Cell(frame.say(change.title), small=change.id),
        state_cell(frame, change.before),
        Cell(f"{mark}{frame.say(STATES[change.after])}", Role(change.after.value)),
        Cell(
            "; ".join(_cause(cause, frame) for cause in change.because),
            small=", ".join(cause.id for cause in change.because),
        ),
    )


def _cause(cause: Cause, frame: Frame) -> str:
    name = frame.title_of(cause.id)
    if cause.edit == "changed":
        fields = ", ".join(cause.fields)
        return frame.say(CHANGED(kind=RECORD_KINDS[cause.record], name=name, fields=fields))
    words = LINK_ADDED if cause.edit == "added" else LINK_REMOVED
    return frame.say(words(name=name))


def _figures_moved(diff: CatalogDiff) -> bool:
    return any(figure.before != figure.after for figure in diff.figures.values())


def _figures(diff: CatalogDiff, frame: Frame) -> Iterable[Block]:
    yield Heading(frame.say(FIGURES_HEAD))
    yield figures_table(diff.figures, frame)


def figures_table(figures: Mapping[Basis, FiguresChange], frame: Frame) -> Table:
    """The figures before and after, on both bases."""
    say = frame.say
    columns = (
        Column(say(labels.STATE), firm=True),
        *(
            Column(f"{say(ON_BASIS[basis])}: {say(side)}", right=True, firm=True)
            for basis in (Basis.INFERRED, Basis.STATED)
            for side in (BEFORE, AFTER)
        ),
    )
    rows = [(state_cell(frame, state), *_shares(figures, state, frame)) for state in State]
    return Table(columns, tuple(rows))


def _shares(figures: Any, state: State, frame: Frame) -> Iterable[Cell]:
    for basis in (Basis.INFERRED, Basis.STATED):
        change: FiguresChange = figures[basis]
        for side in change:
            share = side.share(state)
            moved = change.before.share(state) != change.after.share(state)
            yield Cell(
                frame.part(share), Role.STRONG if moved and side is change.after else Role.PLAIN
            )


def _suspects(diff: CatalogDiff, frame: Frame) -> Iterable[Block]:
    if diff.new_suspects:
        yield Heading(frame.say(SUSPECT_HEAD))
        yield from (Tree(Cell(_link(new_suspect, frame))) for new_suspect in diff.new_suspects)


def _ended(diff: CatalogDiff, frame: Frame) -> Iterable[Block]:
    """What stopped, and what of it did not."""
    if diff.ended:
        yield Heading(frame.say(ENDED_HEAD))
    for instrument in diff.ended:
        words = (
            PARTS_STAY(parts=tuple(map(frame.title_of, instrument.parts)))
            if instrument.parts
            else NO_PARTS
        )
        small = f"{instrument.id}; {frame.say(words)}"
        yield Tree(Cell(frame.say(instrument.title), small=small))


def _on_file(diff: CatalogDiff, frame: Frame) -> Iterable[Block]:
    """What changed in the files, each kind of change in a drawer of its own."""
    difference = diff.difference
    say = frame.say
    renamed = [
        Tree(
            Cell(
                f"{rename.before} → {rename.after}: {say(rename.title)}",
                small=say(KNOWN[rename.known_by]),
            )
        )
        for rename in difference.renamed
    ]
    changed = [
        _changed(_record(change.name, frame), change.fields, frame) for change in difference.changed
    ]
    links = [
        _changed(_link(change.link, frame), change.fields, frame)
        for change in difference.links_changed
    ]
    drawers: tuple[tuple[Phrase, list[Tree]], ...] = (
        (ADDED, [Tree(Cell(_record(record, frame))) for record in difference.added]),
        (REMOVED, [Tree(Cell(_record(record, frame))) for record in difference.removed]),
        (RENAMED_HEAD, renamed),
        (CHANGED_HEAD, changed),
        (LINKS_ADDED, [Tree(Cell(_link(link, frame))) for link in difference.links_added]),
        (LINKS_REMOVED, [Tree(Cell(_link(link, frame))) for link in difference.links_removed]),
        (LINKS_CHANGED, links),
    )
    for name, lines in drawers:
        if lines:
            yield Folded(f"{say(name)} ({len(lines)})", tuple(lines))


def _record(record: RecordName, frame: Frame) -> str:
    return (
        f"{capital(frame.say(RECORD_KINDS[record.record]))} {record.id}: {frame.say(record.title)}"
    )


def _link(link: LinkName, frame: Frame) -> str:
    extent = frame.say(EXTENTS[link.extent] if link.extent else RELATIONS[link.relation])
    return f"{link.origin} → {link.target} ({extent}, {frame.say(BASES[link.basis])})"


def _changed(name: str, fields: tuple[FieldChange, ...], frame: Frame) -> Tree:
    return Tree(Cell(name), tuple(_field(field, frame) for field in fields))


def _field(change: FieldChange, frame: Frame) -> Tree:
    """One value before and after: on one line, or on two where they are long."""
    before, after = _value(change.before), _value(change.after)
    if change.before is None or change.after is None:
        words = NOW(value=after) if change.before is None else WAS(value=before)
        return Tree(Cell(f"{change.field}: {frame.say(words)}"))
    if len(before) + len(after) <= SHORT:
        return Tree(Cell(f"{change.field}: {before} → {after}"))
    return Tree(
        Cell(f"{change.field}:"),
        (Tree(Cell(frame.say(WAS(value=before)))), Tree(Cell(frame.say(NOW(value=after))))),
    )


def _value(value: Any) -> str:
    """A value of a file on one line, much as it stands there."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


#: How long two values may be together to stand on one line.
SHORT = 60

WAS, NOW = Phrase("was {value}", "was {value}"), Phrase("now {value}", "nu {value}")
CHANGES_SAYS = Phrase(
    "This shows the effect of an edit of the catalogue. For what happened in the world, see "
    "dosa-trace changes.",
    "Dit is het gevolg van een wijziging in de catalogus. Voor wat er in de wereld gebeurde: "
    "zie dosa-trace changes.",
)
TITLE = Phrase("From {before} to {after}", "Van {before} naar {after}")
WORK_TREE = Phrase("the working tree", "de huidige bestanden")
STATES_HEAD = labels.STATES_CHANGED
RECOMMENDATION = labels.RECORD_KINDS["recommendation"]
BEFORE, AFTER = Phrase("before", "voor"), Phrase("after", "na")
BECAUSE = Phrase("because of", "door")
CHANGED = Phrase("{kind} {name} changed: {fields}", "{kind} {name} gewijzigd: {fields}")
LINK_ADDED = Phrase("link added: {name}", "koppeling toegevoegd: {name}")
LINK_REMOVED = Phrase("link removed: {name}", "koppeling verwijderd: {name}")
NEW_HEAD = Phrase("New recommendations", "Nieuwe aanbevelingen")
GONE_HEAD = Phrase("Recommendations removed", "Verwijderde aanbevelingen")
FIGURES_HEAD = Phrase("Figures", "Cijfers")
ON_BASIS = {
    Basis.INFERRED: labels.ON_BASIS["inferred"],
    Basis.STATED: labels.ON_BASIS["stated"],
}
ENDED_HEAD = Phrase(
    "Instruments that no longer support anything", "Instrumenten die niets meer ondersteunen"
)
PARTS_STAY = Phrase(
    "its {parts:part|parts} {parts} still {parts:does|do}",
    "{parts:het onderdeel|de onderdelen} {parts} nog wel",
)
NO_PARTS = Phrase("it has no parts that still do", "er zijn geen onderdelen die dat nog doen")
SUSPECT_HEAD = Phrase("Links that need review", "Koppelingen om opnieuw te beoordelen")
ADDED = Phrase("Records added", "Toegevoegde records")
REMOVED = Phrase("Records removed", "Verwijderde records")
KNOWN = {
    Known.NOTED: Phrase("the catalogue says so", "de catalogus zegt het"),
    Known.CONTENT: Phrase("identical content", "gelijke inhoud"),
    Known.WORDS: Phrase(
        "identical but for punctuation, spaces and capitals",
        "gelijk op leestekens, spaties en hoofdletters na",
    ),
    Known.TITLE: Phrase("likely: nearly the same title", "waarschijnlijk: bijna dezelfde titel"),
    Known.LINKS: Phrase(
        "perhaps: a similar title and the same links",
        "misschien: een vergelijkbare titel en dezelfde koppelingen",
    ),
}
RENAMED_HEAD = Phrase("Records renamed", "Hernoemde records")
CHANGED_HEAD = Phrase("Records changed", "Gewijzigde records")
LINKS_ADDED = Phrase("Links added", "Toegevoegde koppelingen")
LINKS_REMOVED = Phrase("Links removed", "Verwijderde koppelingen")
LINKS_CHANGED = Phrase("Links changed", "Gewijzigde koppelingen")
