"""`dosa-trace check`"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from dosa_trace.checks.registry import check as ask
from dosa_trace.cli.check_formats import RENDERERS, Asked
from dosa_trace.cli.options import AsOf
from dosa_trace.cli.session import Session
from dosa_trace.cli.writing import add_to_file, on_github
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.labels import Phrase
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
    as_of: AsOf = None,
) -> int:
    """Is the catalogue sound?

    Every mistake of every file in one run, each with its line and how to mend it. Notes are shown
    with -v, and in the formats that machines read. `dosa-trace rule CODE` explains a finding.
    """
    catalog, reading = session.read()
    _require_own(session, changed or ())
    day = session.day(as_of)
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
