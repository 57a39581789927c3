"""`dosa-trace check`"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from dosa_trace.cli.parameters import FILE, AsOf, argument, option
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion, CatalogInvalid, Diagnostic
from dosa_trace.language import Phrase
from dosa_trace.questions.check import check_shapes, checked
from dosa_trace.views.checks.findings import layout

ABOUT = Phrase(
    "Does the catalogue contain errors?\n\nFinds every error in every file in one run, with "
    "its line number and how to fix it. Remarks are shown with -v, and in formats for "
    "programs. dosa-trace rule CODE explains a finding.",
    "Bevat de catalogus fouten?\n\nVindt in één keer elke fout in elk bestand, met het "
    "regelnummer, en hoe u de fout herstelt. Opmerkingen staan er met -v, en in de vormen "
    "voor programma's. dosa-trace rule CODE legt een bevinding uit.",
)


def check(
    session: Session,
    changed: Annotated[
        list[Path] | None,
        argument(
            metavar=Phrase("[FILES]...", "[BESTANDEN]..."),
            help=Phrase(
                "Files that changed; the whole catalogue is checked in any case.",
                "Gewijzigde bestanden; de hele catalogus wordt hoe dan ook gecontroleerd.",
            ),
        ),
    ] = None,
    strict: Annotated[
        bool,
        option(
            "--strict",
            help=Phrase("Treat warnings as errors.", "Behandel waarschuwingen als fouten."),
        ),
    ] = False,
    snapshot: Annotated[
        Path | None,
        option(
            "--snapshot",
            metavar=FILE,
            help=Phrase(
                "Also compare every state with a snapshot from coverage --snapshot.",
                "Vergelijk elke stand ook met een momentopname van coverage --snapshot.",
            ),
        ),
    ] = None,
    as_of: AsOf = None,
) -> int:
    opening, verbose = session.opening, session.opening.verbose
    catalog, reading = opening.read()
    _require_own(session, changed or ())
    day = opening.day(as_of)
    texts = dict(catalog.texts)
    if snapshot is not None:
        reading = (*reading, *_snapshot_findings(session, snapshot, texts))
    result = checked(catalog, reading, day, opening.counted)
    answer = check_shapes(
        result,
        opening.frame(day, None),
        opening.path_of,
        opening.path_in_repository,
        texts,
        notes=verbose,
        strict=strict,
    )
    session.deliver(answer)
    session.delivery.summarise(lambda: layout(result, opening.path_in_repository, session.language))
    return int(bool(result.errors or (strict and result.warnings)))


def _snapshot_findings(session: Session, path: Path, texts: dict[str, str]) -> Sequence[Diagnostic]:
    """What the snapshot says otherwise, its text added to those that findings point into; nothing
    where the catalogue has mistakes that would make every figure wrong, and which are told
    anyway."""
    from dosa_trace.checks.soundness import require_sound
    from dosa_trace.cli.snapshot import compare, snapshot_text

    text = snapshot_text(path)
    try:
        require_sound(*session.opening.read())
    except CatalogInvalid:
        return ()
    texts[str(path.absolute())] = text
    return compare(session, path, text)


def _require_own(session: Session, changed: list[Path] | tuple[Path, ...]) -> None:
    """Raises BadQuestion for a file that is not in the catalogue: its mistakes would not be
    found, and nobody would know."""
    place = session.opening.place
    root = (place.parent if place.is_file() else place).resolve()
    for path in changed:
        if not path.resolve().is_relative_to(root):
            message = NOT_IN_CATALOG(path=str(path), catalog=str(place))
            raise BadQuestion(message, NAME_CATALOG)


NOT_IN_CATALOG = Phrase(
    "'{path}' is not a file of the catalogue at '{catalog}'",
    "'{path}' hoort niet bij de catalogus op '{catalog}'",
)
NAME_CATALOG = Phrase(
    "name its catalogue with --catalog PATH", "noem de bijbehorende catalogus met --catalog PAD"
)
