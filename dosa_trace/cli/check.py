"""`dosa-trace check`"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

from dosa_trace.checks.registry import CheckReport, rule_pages
from dosa_trace.checks.registry import check as ask
from dosa_trace.cli.parameters import FILE, AsOf, argument, option
from dosa_trace.cli.session import Session
from dosa_trace.diagnostics import BadQuestion, CatalogInvalid, Diagnostic
from dosa_trace.language import Language, Phrase, say
from dosa_trace.output.answer import Answer
from dosa_trace.output.findings.finding_words import Findings, PathOf, RuleText, all_said, said
from dosa_trace.views.checks import rule as views_of_rules
from dosa_trace.views.checks.findings import figures, layout

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
    report = ask(catalog, reading, day, opening.counted)
    language, frame = session.language, opening.frame(day, None)
    findings = Findings(
        report.diagnostics,
        figures(report, hidden=not verbose),
        texts,
        here=opening.path_of,
        in_repository=opening.path_in_repository,
        files=tuple(file.path for file in catalog.files),
        waived=report.waived,
        rules=lambda: _rules(language),
        notes=verbose,
        strict=strict,
    )
    session.deliver(
        Answer(
            data=lambda: frame.envelope("check") | _data(report, opening.path_of, language),
            rows=lambda: all_said(report.diagnostics, opening.path_of, language),
            document=lambda: layout(report, opening.path_of, language, verbose),
            findings=lambda: findings,
        )
    )
    session.delivery.summarise(lambda: layout(report, opening.path_in_repository, language))
    return int(bool(report.errors or (strict and report.warnings)))


def _data(report: CheckReport, path_of: PathOf, language: Language) -> dict[str, Any]:
    return {
        "files": report.files,
        "records": report.records,
        "errors": report.errors,
        "warnings": report.warnings,
        "notes": report.notes,
        "quotes": report.quotes,
        "compared": report.compared,
        "left_out": report.left_out(),
        "diagnostics": all_said(report.diagnostics, path_of, language),
        "waived": [
            said(waived.finding, path_of, language)._asdict()
            | {"reason": say(waived.reason, language), "until": waived.until}
            for waived in report.waived
        ],
    }


def _rules(language: Language) -> Iterator[RuleText]:
    for page in rule_pages():
        code, name, severity = page.rule[:3]
        document = views_of_rules.layout(page, language)
        yield RuleText(code, name, severity, page.manual.what, document)


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
