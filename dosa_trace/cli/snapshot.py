"""The snapshot of a catalogue's figures: written by `coverage`, compared by `check`."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dosa_trace.catalog.text.files import MOST_TEXT_MB, read_bytes
from dosa_trace.catalog.text.system_reasons import SystemReason
from dosa_trace.checks.snapshot_differs import findings, no_snapshot
from dosa_trace.cli.writing import write_file
from dosa_trace.diagnostics import BadQuestion, Diagnostic
from dosa_trace.language import Phrase

if TYPE_CHECKING:
    from dosa_trace.cli.session import Session
    from dosa_trace.graph import TraceGraph


def write_snapshot(session: Session, path: Path, graph: TraceGraph) -> None:
    """Writes the states of a graph, whole or not at all."""
    from dosa_trace.analysis.coverage.snapshot import snapshot

    write_file(path, snapshot(graph))
    session.delivery.note(WRITTEN(path=str(path)))


def snapshot_text(path: Path) -> str:
    """Raises BadQuestion where there is no such file."""
    try:
        return read_bytes(path, MOST_TEXT_MB).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = SystemReason.of(error) if isinstance(error, OSError) else NO_TEXT
        message = CANNOT_READ(path=str(path), reason=reason)
        raise BadQuestion(message, WRITE_IT(command=_refresh(path, ""))) from error


def compare(session: Session, path: Path, text: str) -> Sequence[Diagnostic]:
    """What in the snapshot the catalogue no longer says. The catalogue must be sound."""
    from dosa_trace.analysis.coverage.snapshot import mismatches, terms
    from dosa_trace.graph import TraceGraph

    file = str(path.absolute())
    taken = terms(text)
    if taken is None:
        return [no_snapshot(file, _refresh(path, ""))]
    options = f" --as-of {taken.as_of.isoformat()} --basis {taken.basis.value}"
    graph = TraceGraph(session.opening.read()[0], as_of=taken.as_of, basis=taken.basis)
    told = mismatches(text, graph)
    return list(findings(file, _refresh(path, options), told))


def _refresh(path: Path, options: str) -> str:
    return f"dosa-trace coverage{options} --snapshot {shlex.quote(str(path))}"


WRITTEN = Phrase("snapshot written to {path}", "momentopname geschreven naar {path}")
NO_TEXT = Phrase("not UTF-8", "geen UTF-8")
CANNOT_READ = Phrase(
    "the snapshot '{path}' cannot be read: {reason}",
    "de momentopname '{path}' is niet te lezen: {reason}",
)
WRITE_IT = Phrase("write one: {command}", "schrijf er een: {command}")
