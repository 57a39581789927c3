"""The catalogue no longer says what the snapshot of its figures says.

An edit moved a state, perhaps without meaning to. If it is right, write the snapshot anew and let a
reviewer see both; if not, mend the edit. `check --snapshot FILE` looks at it.

Fails:

    # dosa-trace snapshot 1
    as-of: 2026-11-23
    basis: inferred

    fs-talent: partly (stated) via agdb

Mended:

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
    "the snapshot says '{expected}', the catalogue '{found}'",
    "de momentopname zegt '{expected}', de catalogus '{found}'",
)
NOT_IN_CATALOG = Phrase(
    "the snapshot says '{expected}', the catalogue has no such recommendation",
    "de momentopname zegt '{expected}', de catalogus kent die aanbeveling niet",
)
NOT_IN_SNAPSHOT = Phrase(
    "the catalogue says '{found}', the snapshot has no such line",
    "de catalogus zegt '{found}', de momentopname heeft die regel niet",
)
NO_SNAPSHOT = Phrase("this is no snapshot", "dit is geen momentopname")
WRITE_ANEW = Phrase(
    "if that is right, write it anew: {command}", "klopt dat, schrijf haar dan opnieuw: {command}"
)
