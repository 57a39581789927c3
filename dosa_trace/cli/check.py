"""`dosa-trace check`"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from dosa_trace.checks.registry import check as ask
from dosa_trace.cli.check_formats import RENDERERS, Asked
from dosa_trace.cli.options import AsOf
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import add_to_file, on_github
from dosa_trace.diagnostics import BadQuestion, CatalogInvalid, Diagnostic
from dosa_trace.language import Phrase
from dosa_trace.output import Format
from dosa_trace.views.findings import layout


def check(
    session: Session,
    changed: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILES]...",
            help="Files that changed; whichever they are, the whole catalogue is judged.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings count as errors.")] = False,
    snapshot: Annotated[
        Path | None,
        typer.Option(
            "--snapshot",
            metavar="FILE",
            help="Also compare every state with a snapshot that `coverage --snapshot` wrote.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = None,
) -> int:
    """Is the catalogue sound?

    Every mistake of every file in one run, each with its line and how to mend it. Notes are shown
    with -v, and in the formats that machines read. `dosa-trace rule CODE` explains a finding.
    """
    catalog, reading = session.read()
    _require_own(session, changed or ())
    day = session.day(as_of)
    if snapshot is not None:
        reading = (*reading, *_snapshot_findings(session, snapshot))
    report = ask(catalog, reading, day)
    if session.format is Format.MARKDOWN:
        session.show(layout(report, session.path_of, session.language, session.verbose))
    else:
        session.write(RENDERERS[session.format](Asked(session, report, day, strict)))
    if on_github(os.environ) and os.environ.get("GITHUB_STEP_SUMMARY"):
        from dosa_trace.output import markdown

        summary = layout(report, session.path_in_repository, session.language)
        add_to_file(Path(os.environ["GITHUB_STEP_SUMMARY"]), markdown.render(summary))
    return int(bool(report.errors or (strict and report.warnings)))


def _snapshot_findings(session: Session, path: Path) -> Sequence[Diagnostic]:
    """What the snapshot says otherwise; nothing where the catalogue has mistakes that would make
    every figure wrong, and which are told anyway."""
    from dosa_trace.checks.soundness import require_sound
    from dosa_trace.cli.snapshot import compare, snapshot_text

    text = snapshot_text(path)
    try:
        require_sound(*session.read())
    except CatalogInvalid:
        return ()
    session.also_show(str(path.absolute()), text)
    return compare(session, path, text)


def _require_own(session: Session, changed: list[Path] | tuple[Path, ...]) -> None:
    """Raises BadQuestion for a file that is not in the catalogue: its mistakes would not be
    found, and nobody would know."""
    root = (session.place.parent if session.place.is_file() else session.place).resolve()
    for path in changed:
        if not path.resolve().is_relative_to(root):
            message = NOT_IN_CATALOG(path=str(path), catalog=str(session.place))
            raise BadQuestion(message, NAME_CATALOG)


NOT_IN_CATALOG = Phrase(
    "'{path}' is no file of the catalogue at '{catalog}'",
    "'{path}' hoort niet bij de catalogus op '{catalog}'",
)
NAME_CATALOG = Phrase(
    "name the catalogue that it belongs to with --catalog PATH",
    "noem de catalogus waar het bij hoort met --catalog PAD",
)
