"""The layout of chains: each written out hop by hop, or all together as what grows from one record,
a shared hop once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from dosa_trace import labels
from dosa_trace.analysis.judging.chains import Chain, Hop
from dosa_trace.document import Cell, Role, Tree
from dosa_trace.labels import BASES, EXTENTS, STATUSES
from dosa_trace.language import Phrase
from dosa_trace.views.why.responses import doubt, quotation
from dosa_trace.views.wording.frame import Frame


def written(chain: Chain, about: str, frame: Frame) -> Tree:
    """One chain that begins or ends with a record: what is at its other end, what it comes to, and
    its hops below it."""
    say = frame.say
    other = frame.title_of(chain.start if chain.end == about else chain.end)
    head = say(CHAIN(name=other, extent=EXTENTS[chain.extent], basis=BASES[chain.basis]))
    only = chain.hops[0]
    if len(chain.hops) == 1 and (chain.extent, chain.basis) == (only.extent, only.basis):
        tree = _hop(only, False, about, frame)
        words = f"{head}  ({say(SUSPECT)})" if only.suspect else head
        return Tree(
            Cell(words, Role.STRONG, f"{status(chain, frame)}; {tree.cell.small}"), tree.children
        )
    hops = [_hop(hop, True, about, frame) for hop in chain.hops]
    if chain.left_out:
        omission = Tree(Cell(say(LEFT_OUT(count=chain.left_out)), Role.MUTED))
        hops.insert(0 if chain.end == about else len(hops), omission)
    return Tree(Cell(head, Role.STRONG, status(chain, frame)), tuple(hops))


def status(chain: Chain, frame: Frame) -> str:
    """How the instrument at the end of a chain stands, and since when."""
    said = frame.say(STATUSES[chain.status]) if chain.status else frame.say(labels.NO_STATUS)
    return f"{said}, {frame.say(chain.status_date)}" if chain.status_date else said


def grown(chains: Iterable[Chain], before: Collection[str], frame: Frame) -> tuple[Tree, ...]:
    """Chains from one record as a tree of what they lead to; `before` are the instruments that were
    there before it was asked."""
    return tuple(_branches([(chain, chain.hops) for chain in chains], before, frame))


def _branches(
    paths: Sequence[tuple[Chain, Sequence[Hop]]], before: Collection[str], frame: Frame
) -> Iterator[Tree]:
    by_hop: dict[tuple[str, str, str, int], list[tuple[Chain, Sequence[Hop]]]] = {}
    for chain, hops in paths:
        first = hops[0]
        key = (first.origin, first.target, first.file, first.line)
        by_hop.setdefault(key, []).append((chain, hops))
    for some in by_hop.values():
        hop = some[0][1][0]
        marks = [hop.target, frame.say(EXTENTS[hop.extent]), frame.say(BASES[hop.basis])]
        if hop.suspect:
            marks.append(frame.say(SUSPECT))
        last = [chain for chain, hops in some if len(hops) == 1]
        ends = [chain for chain in last if not chain.left_out]
        marks += [status(chain, frame) for chain in ends[:1]]
        if ends and hop.target in before:
            marks.append(frame.say(BEFORE))
        onward = [(chain, hops[1:]) for chain, hops in some if len(hops) > 1]
        yield Tree(
            Cell(f"→ {frame.say(hop.target_title)}", Role.STRONG, "; ".join(marks)),
            (
                *_told(hop, frame),
                Tree(Cell(frame.say(KNOWN(date=frame.dated(f"{hop.known_from}"))), Role.MUTED)),
                *_branches(onward, before, frame),
                *(_cut(chain, frame) for chain in last if chain.left_out),
            ),
        )


def _cut(chain: Chain, frame: Frame) -> Tree:
    """Where a chain too long to be written out goes on to."""
    words = frame.say(LEFT_OUT_TO(count=chain.left_out, end=frame.title_of(chain.end)))
    return Tree(Cell(words, Role.MUTED, status(chain, frame)))


def _hop(hop: Hop, marked: bool, about: str, frame: Frame) -> Tree:
    say = frame.say
    step = frame.step(hop.origin, hop.target, about)
    words = f"{step.text}: {say(EXTENTS[hop.extent])}, {say(BASES[hop.basis])}"
    weakest = marked and hop.weakest
    if weakest:
        words += f"  ◄ {say(labels.WEAKEST)}"
    if hop.suspect:
        words += f"  ({say(SUSPECT)})"
    place = say(ON_FILE(date=hop.known_from, place=f"{hop.file}:{hop.line}"))
    return Tree(
        step._replace(text=words, role=Role.WEAK if weakest else Role.PLAIN),
        (*_told(hop, frame), Tree(Cell(place, Role.MUTED))),
    )


def _told(hop: Hop, frame: Frame) -> Iterator[Tree]:
    """What is on file of a link: with what it is joined, why, who doubts it, and who says so."""
    say = frame.say
    if hop.joint_with:
        yield Tree(Cell(say(JOINT(others=frame.called(hop.joint_with)))))
    if hop.rationale:
        yield Tree(Cell(say(BECAUSE(reason=hop.rationale))))
    yield from (Tree(doubt(objection, frame)) for objection in hop.doubts)
    yield from (Tree(quotation(evidence, frame)) for evidence in hop.evidence)


LEFT_OUT = Phrase(
    "… and {count} more {count:link|links}, not written out here",
    "… en nog {count} {count:koppeling|koppelingen}, hier niet uitgeschreven",
)
LEFT_OUT_TO = Phrase(
    "… and over {count} more {count:link|links} to {end}",
    "… en over nog {count} {count:koppeling|koppelingen} naar {end}",
)
SUSPECT = Phrase("changed since its review", "gewijzigd na de laatste beoordeling")
BEFORE = Phrase("existed before the advice", "bestond al vóór het advies")
CHAIN = Phrase("{name}: {extent}, {basis}", "{name}: {extent}, {basis}")
JOINT = Phrase("counts only together with {others}", "telt alleen samen met {others}")
BECAUSE = Phrase("reason: {reason}", "motivering: {reason}")
KNOWN = Phrase("known from {date}", "bekend vanaf {date}")
ON_FILE = Phrase("known from {date}; recorded at {place}", "bekend vanaf {date}; staat op {place}")
