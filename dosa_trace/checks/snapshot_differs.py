"""The catalogue no longer matches the snapshot of its figures.

An edit changed a state, perhaps by accident. If it is right, write a new snapshot and let a
reviewer see both. If not, correct the edit. `check --snapshot FILE` compares them.

Wrong:

    # dosa-trace snapshot 1
    as-of: 2026-11-23
    basis: inferred

    fs-talent: partly (stated) via agdb

Right:

    # dosa-trace snapshot 1
    as-of: 2026-11-23
    basis: inferred

    fs-talent: gap
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dosa_trace.diagnostics import Diagnostic, Rule, Severity, Span
from dosa_trace.language import Phrase

RULE = Rule("DT501", "snapshot-differs", Severity.ERROR, __doc__)


def findings(
    file: str, refresh: str, mismatches: Iterable[tuple[int, str | None, str | None]]
) -> Iterator[Diagnostic]:
    """One finding per line that differs; `refresh` is the command that writes the snapshot anew."""
    for line, expected, found in mismatches:
        span = Span(file, line, 1, line, 1 + len(expected or ""))
        if expected is None:
            message = NOT_IN_SNAPSHOT(found=found)
        elif found is None:
            message = NOT_IN_CATALOG(expected=expected)
        else:
            message = DIFFERS(expected=expected, found=found)
        yield Diagnostic(RULE, message, span, WRITE_ANEW(command=refresh))


def no_snapshot(file: str, refresh: str) -> Diagnostic:
    """The finding that a file is no snapshot at all."""
    return Diagnostic(RULE, NO_SNAPSHOT, Span(file), WRITE_ANEW(command=refresh))


DIFFERS = Phrase(
    "the snapshot says '{expected}', the catalogue says '{found}'",
    "de momentopname zegt '{expected}', de catalogus zegt '{found}'",
)
NOT_IN_CATALOG = Phrase(
    "the snapshot says '{expected}', the catalogue has no such recommendation",
    "de momentopname zegt '{expected}', de catalogus kent die aanbeveling niet",
)
NOT_IN_SNAPSHOT = Phrase(
    "the catalogue says '{found}', the snapshot has no such line",
    "de catalogus zegt '{found}', de momentopname heeft die regel niet",
)
NO_SNAPSHOT = Phrase("this is not a snapshot", "dit is geen momentopname")
WRITE_ANEW = Phrase(
    "if that is right, write a new one: {command}", "klopt dat, schrijf dan een nieuwe: {command}"
)
