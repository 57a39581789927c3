"""`dosa-trace diff`"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from dosa_trace.cli.options import AsOf, BasisChoice, CountedBasis
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion, CatalogInvalid
from dosa_trace.language import Phrase
from dosa_trace.revisions import is_revision, merge_base, unpacked

if TYPE_CHECKING:
    from dosa_trace.analysis.effects import CatalogDiff
    from dosa_trace.catalog.contents import Catalog


class FailOn(StrEnum):
    """Which changes of state end a diff with 1."""

    REGRESSION = "regression"
    CHANGE = "change"


class _Sides(NamedTuple):
    """What is compared: revisions by name, None for the work tree; or two folders."""

    before: str | None
    after: str | None
    folders: tuple[Path, Path] | None = None

    @property
    def names(self) -> tuple[str, str]:
        if self.folders:
            return str(self.folders[0]), str(self.folders[1])
        return self.before or "HEAD", self.after or ""


def diff(
    session: Session,
    revisions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BASE] [HEAD]",
            help="Two revisions of git, or one and the work tree; HEAD and the work tree if none.",
            show_default=False,
        ),
    ] = None,
    from_: Annotated[
        Path | None,
        typer.Option("--from", metavar="PATH", help="Compare this catalogue …", show_default=False),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="PATH", help="… with this one.", show_default=False),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            help="Exit with 1 when a recommendation gets worse, or when any state changes.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
) -> int:
    """What does an edit change, on file and in the figures?

    Records, fields and links added, removed, changed or renamed; and what follows: states that
    changed and because of what, the figures before and after, links that became suspect.
    """
    from dosa_trace.analysis.effects import diff as ask
    from dosa_trace.views.difference import layout

    sides = _sides(session, revisions or [], from_, to)
    day = session.day(as_of)
    with ExitStack() as stack:
        before = _load(session, stack, sides, 0)
        after = _load(session, stack, sides, 1)
        found = ask(before, after, day, basis.basis)
    session.adopt(after)
    frame = session.frame(day, basis.basis)
    names = sides.names
    session.emit(
        "diff", found, lambda told, _: layout(told, names, frame), lambda told: told.states, frame
    )
    return int(_fails(found, fail_on))


def _fails(found: CatalogDiff, fail_on: FailOn | None) -> bool:
    if fail_on is None:
        return False
    return any(one.worse or fail_on is FailOn.CHANGE for one in found.states)


def _sides(session: Session, words: Sequence[str], from_: Path | None, to: Path | None) -> _Sides:
    """What the command line asks to compare; paths of files that changed are taken and left."""
    if from_ or to:
        if not (from_ and to) or words:
            raise BadQuestion(BOTH_FOLDERS, FOLDERS_SHAPE)
        return _Sides(None, None, (from_, to))
    asked = [word for word in words if not _is_file(word, session.place)]
    if len(asked) == 1 and ".." in asked[0]:
        return _range(asked[0], session.place)
    if len(asked) > 2:
        raise BadQuestion(TOO_MANY, REVISIONS_SHAPE)
    return _Sides(asked[0] if asked else None, asked[1] if len(asked) == 2 else None)


def _range(word: str, place: Path) -> _Sides:
    """`A..B`, or `A...B` from what the two have in common, as git itself writes them."""
    one, dots, another = word.partition("..." if "..." in word else "..")
    one, another = one or "HEAD", another or "HEAD"
    return _Sides(merge_base(one, another, place) if dots == "..." else one, another)


def _is_file(word: str, place: Path) -> bool:
    return Path(word).is_file() and not is_revision(word, place)


def _load(session: Session, stack: ExitStack, sides: _Sides, side: int) -> Catalog:
    """One side, sound; raises CatalogInvalid and says on which side the mistakes are."""
    from dosa_trace.catalog.loader import load_catalog
    from dosa_trace.checks.soundness import require_sound
    from dosa_trace.cli.findings import findings_text

    if sides.folders:
        place = sides.folders[side]
    else:
        revision = (sides.before or "HEAD", sides.after)[side]
        place = session.place
        if revision is not None:
            place = stack.enter_context(unpacked(revision, place))
    catalog, reading = load_catalog(place)
    try:
        require_sound(catalog, reading)
    except CatalogInvalid as error:
        if place == session.place:
            session.say_findings(findings_text(session, error.diagnostics, session.err_in_colour))
            raise
        name = sides.names[side] or str(place)
        raise BadQuestion(UNSOUND(side=name), SEE_CHECK(count=len(error.diagnostics))) from error
    return catalog


BOTH_FOLDERS = Phrase(
    "--from and --to go together, and without revisions",
    "--from en --to horen bij elkaar, en zonder revisies",
)
FOLDERS_SHAPE = Phrase(
    "write dosa-trace diff --from OLD --to NEW", "schrijf dosa-trace diff --from OUD --to NIEUW"
)
TOO_MANY = Phrase(
    "at most two revisions can be compared", "hoogstens twee revisies zijn te vergelijken"
)
REVISIONS_SHAPE = Phrase("write dosa-trace diff BASE HEAD", "schrijf dosa-trace diff BASE HEAD")
UNSOUND = Phrase(
    "the catalogue of '{side}' cannot be counted on",
    "op de catalogus van '{side}' valt niet te rekenen",
)
SEE_CHECK = Phrase(
    "mistakes found there: {count}; `dosa-trace check` on that state shows each",
    "fouten daar gevonden: {count}; `dosa-trace check` op die stand toont ze elk",
)
