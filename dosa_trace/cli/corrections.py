"""What was corrected between two revisions of git, asked from a command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dosa_trace.cli.diff import load_side, range_of
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Phrase
from dosa_trace.revisions.revisions import committed_on

if TYPE_CHECKING:
    from dosa_trace.catalog.model.vocabulary import Basis
    from dosa_trace.cli.opening import Opening
    from dosa_trace.questions.changes import CorrectionsResult


def corrected(
    opening: Opening, revisions: str, until: str | None, basis: Basis
) -> CorrectionsResult:
    """The corrections between two revisions named as `FROM..TO`, with what happened from the day of
    the first until a day. Raises BadQuestion."""
    from dosa_trace.questions.changes import changes

    if ".." not in revisions:
        raise BadQuestion(NO_RANGE(text=revisions), RANGE_SHAPE)
    place: Path = opening.place
    sides = range_of(revisions, place)
    since = committed_on(sides.before or "HEAD", place)
    day = opening.day(until)
    before, after = load_side(opening, sides, 0), load_side(opening, sides, 1)
    opening.adopt(after)
    graph = after.on(day, basis=basis)
    return changes(graph, since=since, corrections=before)


NO_RANGE = Phrase("'{text}' names no two revisions", "'{text}' noemt geen twee revisies")
RANGE_SHAPE = Phrase(
    "write --corrections FROM..TO, such as v1..HEAD",
    "schrijf --corrections VAN..TOT, zoals v1..HEAD",
)
