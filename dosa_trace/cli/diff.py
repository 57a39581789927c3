"""`dosa-trace diff`"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from dosa_trace.cli.opening import Opening
from dosa_trace.cli.parameters import (
    PATH,
    AsOf,
    BasisChoice,
    CountedBasis,
    Folds,
    argument,
    option,
)
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion, CatalogInvalid
from dosa_trace.language import Phrase
from dosa_trace.revisions.revisions import is_revision, merge_base

if TYPE_CHECKING:
    from dosa_trace.analysis.diff.diff import CatalogDiff
    from dosa_trace.catalog.model.catalog import Catalog


class FailOn(StrEnum):
    """Which changes of state end a diff with 1."""

    REGRESSION = "regression"
    CHANGE = "change"


class Sides(NamedTuple):
    """What is compared: revisions by name, None for the work tree; or two folders."""

    before: str | None
    after: str | None
    folders: tuple[Path, Path] | None = None

    @property
    def names(self) -> tuple[str, str]:
        if self.folders:
            return str(self.folders[0]), str(self.folders[1])
        return self.before or "HEAD", self.after or ""


ABOUT = Phrase(
    "What does an edit change, in the catalogue and in the figures?\n\nRecords, fields and "
    "links that were added, removed, changed or renamed. And the consequences: states that "
    "changed and why, figures before and after, links that need review.",
    "Wat verandert een wijziging, in de catalogus en in de cijfers?\n\nRecords, velden en "
    "koppelingen die zijn toegevoegd, verwijderd, gewijzigd of hernoemd. En de gevolgen: "
    "welke standen veranderen en waardoor, de cijfers ervoor en erna, koppelingen die opnieuw "
    "te beoordelen zijn.",
)


def diff(
    session: Session,
    revisions: Annotated[
        list[str] | None,
        argument(
            metavar=Phrase("[BASE] [HEAD]", "[BASE] [HEAD]"),
            help=Phrase(
                "Two revisions of git, or one and the working tree; without any, HEAD and the "
                "working tree.",
                "Twee revisies van git, of één en de huidige bestanden; zonder revisies HEAD "
                "en de huidige bestanden.",
            ),
        ),
    ] = None,
    from_: Annotated[
        Path | None,
        option(
            "--from",
            metavar=PATH,
            help=Phrase(
                "The catalogue to compare from.",
                "De catalogus waarmee de vergelijking begint.",
            ),
        ),
    ] = None,
    to: Annotated[
        Path | None,
        option(
            "--to",
            metavar=PATH,
            help=Phrase("The catalogue to compare with.", "De catalogus om mee te vergelijken."),
        ),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        option(
            "--fail-on",
            help=Phrase(
                "Exit with 1 when a recommendation gets worse, or when any state changes.",
                "Eindig met 1 als een aanbeveling achteruitgaat, of als er een stand verandert.",
            ),
        ),
    ] = None,
    folds: Folds = False,
    as_of: AsOf = None,
    basis: BasisChoice = CountedBasis.INFERRED,
) -> int:
    from dosa_trace.questions.diff import diff as ask
    from dosa_trace.questions.result import Layout

    if folds:
        session.delivery.fold()
    opening = session.opening
    sides = _sides(opening, revisions or [], from_, to)
    day = opening.day(as_of)
    before, after = load_side(opening, sides, 0), load_side(opening, sides, 1)
    result = ask(before, after, as_of=day, basis=basis.basis)
    opening.adopt(after)
    session.answer(result, layout=Layout(sides=sides.names))
    return int(_fails(result, fail_on))


def _fails(differences: CatalogDiff, fail_on: FailOn | None) -> bool:
    if fail_on is None:
        return False
    return any(state.worse or fail_on is FailOn.CHANGE for state in differences.states)


def _sides(opening: Opening, words: Sequence[str], from_: Path | None, to: Path | None) -> Sides:
    """What the command line asks to compare; files of the catalogue, which a hook names when they
    change, are taken and left."""
    if from_ or to:
        if not (from_ and to) or words:
            raise BadQuestion(BOTH_FOLDERS, FOLDERS_SHAPE)
        return Sides(None, None, (from_, to))
    files = [word for word in words if _is_path(word, opening.place)]
    for word in files:
        if not _stands_in(word, opening.place):
            raise BadQuestion(NOT_A_REVISION(word=word), FOLDERS_SHAPE)
    asked = [word for word in words if word not in files]
    if len(asked) == 1 and ".." in asked[0]:
        return range_of(asked[0], opening.place)
    if len(asked) > 2:
        raise BadQuestion(TOO_MANY, REVISIONS_SHAPE)
    return Sides(asked[0] if asked else None, asked[1] if len(asked) == 2 else None)


def range_of(word: str, place: Path) -> Sides:
    """`A..B`, or `A...B` from what the two have in common, as git itself writes them."""
    one, dots, another = word.partition("..." if "..." in word else "..")
    one, another = one or "HEAD", another or "HEAD"
    return Sides(merge_base(one, another, place) if dots == "..." else one, another)


def _is_path(word: str, place: Path) -> bool:
    return Path(word).exists() and not is_revision(word, place)


def _stands_in(word: str, place: Path) -> bool:
    return Path(word).resolve().is_relative_to(place.resolve())


def load_side(opening: Opening, sides: Sides, side: int) -> Catalog:
    """One side, sound; raises CatalogInvalid and says on which side the mistakes are."""
    from dosa_trace.checks.soundness import require_sound

    revision = None if sides.folders else (sides.before or "HEAD", sides.after)[side]
    place = sides.folders[side] if sides.folders else opening.place
    if revision is not None:
        catalog, reading = opening.load_revision(revision, place)
    else:
        catalog, reading = opening.load(place)
    opening.speech.hear(catalog.languages)
    try:
        require_sound(catalog, reading)
    except CatalogInvalid as error:
        if revision is None and place == opening.place:
            opening.adopt(catalog)
            raise
        name = sides.names[side] or str(place)
        raise BadQuestion(UNSOUND(side=name), SEE_CHECK(count=len(error.diagnostics))) from error
    return catalog


BOTH_FOLDERS = Phrase(
    "--from and --to belong together, without revisions",
    "--from en --to horen bij elkaar, zonder revisies",
)
FOLDERS_SHAPE = Phrase(
    "write dosa-trace diff --from OLD --to NEW", "schrijf dosa-trace diff --from OUD --to NIEUW"
)
NOT_A_REVISION = Phrase(
    "'{word}' is a path outside the catalogue, not a revision of git",
    "'{word}' is een pad buiten de catalogus, geen revisie van git",
)
TOO_MANY = Phrase(
    "at most two revisions can be compared", "u kunt hoogstens twee revisies vergelijken"
)
REVISIONS_SHAPE = Phrase("write dosa-trace diff BASE HEAD", "schrijf dosa-trace diff BASE HEAD")
UNSOUND = Phrase(
    "the catalogue of '{side}' contains errors, so there are no figures",
    "de catalogus van '{side}' bevat fouten, dus er zijn geen cijfers",
)
SEE_CHECK = Phrase(
    "errors found there: {count}; see each with dosa-trace check on that state",
    "daar gevonden fouten: {count}; bekijk ze met dosa-trace check op die versie",
)
