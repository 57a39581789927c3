"""The layout of what nobody linked yet: each proposal with the words that made it, and as it would
stand in a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypedDict

from dosa_trace import labels
from dosa_trace.analysis.suggest.suggest import Proposal, Sort, Suggestions
from dosa_trace.catalog.model.vocabulary import Basis
from dosa_trace.document import Block, Cell, Document, Heading, Paragraph, Role, Tree, Verbatim
from dosa_trace.language import Amount, Phrase, number
from dosa_trace.views.wording.frame import Frame

#: How many words explain a proposal.
MOST_WORDS = 6


def layout(found: Suggestions, frame: Frame) -> Document:
    return Document.of(frame.head(TITLE, found.where), blocks(found, frame))


def blocks(found: Suggestions, frame: Frame) -> Iterator[Block]:
    say = frame.say
    compared = number(found.compared, frame.language)
    yield Paragraph(say(ABOUT(compared=compared, threshold=Amount(found.threshold))))
    if not found.items:
        yield Paragraph(say(labels.NONE_HERE))
    for sort in Sort:
        items = [one for one in found.items if one.sort is sort]
        if items:
            yield Heading(f"{say(SORTS[sort])} ({len(items)})")
            yield from (_proposal(one, frame) for one in items)
    yield from _left_out(found, frame)


def _left_out(found: Suggestions, frame: Frame) -> Iterator[Block]:
    count = found.total - len(found.items)
    if count:
        yield Paragraph(frame.say(MORE(count=count)), Role.MUTED)


def _proposal(one: Proposal, frame: Frame) -> Tree:
    say = frame.say
    below = [Tree(Cell(reason(one, frame), Role.MUTED))]
    if one.instead:
        below.append(Tree(Cell(say(INSTEAD(name=frame.title_of(one.instead))), small=one.instead)))
    step = frame.step(one.origin, one.target)
    score = number(one.score, frame.language, 2)
    return Tree(step._replace(role=Role.STRONG, small=f"{score}; {step.small}"), tuple(below))


def reason(one: Proposal, frame: Frame) -> str:
    """The words and themes that made a proposal, as the reader's language has them."""
    words = [word for language, word in one.words if language == frame.language][:MOST_WORDS]
    shown = tuple(words) or _words(one)
    said = frame.say(WORDS(words=shown) if shown else SPELLED)
    if one.themes:
        said += f"; {frame.say(THEMES(themes=tuple(map(frame.title_of, one.themes))))}"
    return said


def _words(one: Proposal) -> tuple[str, ...]:
    """The words of every language."""
    return tuple(dict.fromkeys(word for _, word in one.words))[:MOST_WORDS]


def snippet(found: Iterable[Proposal], frame: Frame) -> Verbatim:
    """The links as they would stand in a file; whoever pastes one judges its extent and basis."""
    lines = ["links:"]
    for one in found:
        lines += [
            f"  - from: {one.origin}",
            f"    to: {one.target}",
            "    extent: marginal",
            f"    basis: {Basis.SUGGESTED.value}",
            f"    rationale: {json.dumps(reason(one, frame), ensure_ascii=False)}",
        ]
    return Verbatim("\n".join(lines) + "\n", "yaml")


#: A proposal as the machine contract has it.
SuggestedLink = TypedDict(
    "SuggestedLink",
    {
        "from": str,
        "to": str,
        "score": float,
        "reason": str,
        "sort": Sort,
        "words": tuple[str, ...],
        "themes": tuple[str, ...],
        "instead": str | None,
    },
)


def data(found: Suggestions, frame: Frame) -> dict[str, object]:
    """Each proposal as the machine contract has it: `from`, `to`, `score`, `reason`, and the rest
    beside these."""
    items = [
        {"from": one.origin, "to": one.target, "score": one.score, "reason": reason(one, frame)}
        | {"sort": one.sort, "words": _words(one), "themes": one.themes, "instead": one.instead}
        for one in found.items
    ]
    return found._asdict() | {"items": items}


MORE = Phrase(
    "{count} more: show {count:it|them} with --limit N.",
    "Nog {count}: toon {count:die|ze} met --limit N.",
)
TITLE = Phrase("Links that may be missing", "Mogelijk ontbrekende koppelingen")
ABOUT = Phrase(
    "Suggestions by software, from similar words and themes. A suggestion never counts; an "
    "analyst can make it a link that does. Pairs compared: {compared}; nothing is proposed "
    "below a similarity of {threshold}.",
    "Automatische voorstellen, op grond van woorden en thema's die op elkaar lijken. Een "
    "voorstel telt nooit mee; een analist kan er een koppeling van maken die telt. Vergeleken "
    "paren: {compared}; onder een gelijkenis van {threshold} is niets voorgesteld.",
)
SORTS = {
    Sort.ORPHAN: Phrase(
        "Open recommendations and unlinked records",
        "Open aanbevelingen en niet-gekoppelde records",
    ),
    Sort.GAP: Phrase(
        "Open recommendations and linked records",
        "Open aanbevelingen en gekoppelde records",
    ),
    Sort.RECORD: Phrase("For this record", "Voor dit record"),
    Sort.NEARER: Phrase(
        "More similar than the linked record",
        "Meer gelijkenis dan het gekoppelde record",
    ),
}
WORDS = Phrase("words: {words}", "woorden: {words}")
SPELLED = Phrase("similar spelling", "vergelijkbare spelling")
THEMES = Phrase("themes: {themes}", "thema's: {themes}")
INSTEAD = Phrase("linked now: {name}", "nu gekoppeld: {name}")
