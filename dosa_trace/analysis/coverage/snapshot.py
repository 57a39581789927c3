"""The state of every recommendation as a small text, one line each, for a repository to keep.

A snapshot holds the date and the basis that it was taken on, so that it can be compared with the
catalogue of any later day: only an edit can make it differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dosa_trace.analysis.judging.selection import natural
from dosa_trace.analysis.judging.verdicts import Judge
from dosa_trace.catalog.model.dates import parse_date
from dosa_trace.catalog.model.vocabulary import Basis

if TYPE_CHECKING:
    from dosa_trace.graph import TraceGraph

#: What a catalogue calls the snapshot of its figures.
SNAPSHOT = "coverage.snapshot"
HEAD = "# dosa-trace snapshot 1"
#: What stands before the instruments of a line.
BY = " via "


class Terms(NamedTuple):
    """On what date and basis a snapshot was taken."""

    as_of: date
    basis: Basis


class Mismatch(NamedTuple):
    """A line of a snapshot (from 1) that is not what the catalogue says now; `found` is None where
    the catalogue has no such recommendation, `expected` where the snapshot has none."""

    line: int
    expected: str | None
    found: str | None


def snapshot(graph: TraceGraph) -> str:
    """The text of a snapshot; no word of it depends on a language."""
    head = (HEAD, f"as-of: {graph.as_of.isoformat()}", f"basis: {graph.basis.value}", "")
    return "".join(f"{line}\n" for line in (*head, *_lines(graph)))


def _lines(graph: TraceGraph) -> Iterator[str]:
    judge = Judge(graph)
    for recommendation in sorted(
        graph.recommendations, key=lambda recommendation: natural(recommendation.id)
    ):
        verdict = judge.judge(recommendation)
        mentioned = " mentioned" if verdict.mentioned else ""
        basis = f" ({verdict.basis.value})" if verdict.basis else ""
        via = f"{BY}{', '.join(verdict.via)}" if verdict.via else ""
        yield f"{recommendation.id}: {verdict.state.value}{mentioned}{basis}{via}"


def terms(text: str) -> Terms | None:
    """The date and the basis of a snapshot; None where this is none."""
    lines = text.splitlines()
    if not lines or lines[0] != HEAD:
        return None
    said = dict(line.split(": ", 1) for line in lines[1:3] if ": " in line)
    day = parse_date(said.get("as-of", ""))
    basis = said.get("basis", "")
    if day is None or basis not in (Basis.STATED, Basis.INFERRED):
        return None
    return Terms(day.last_day, Basis(basis))


def mismatches(text: str, graph: TraceGraph) -> tuple[Mismatch, ...]:
    """Where a snapshot differs from what a graph of its own date and basis says."""
    expected = list(_numbered(text.splitlines()))
    now = {_name(line): line for line in _lines(graph)}
    found = [
        Mismatch(number, line, now.get(_name(line)))
        for number, line in expected
        if now.get(_name(line)) != line
    ]
    known = {_name(line) for _, line in expected}
    last = len(text.splitlines())
    found += (Mismatch(last, None, line) for name, line in now.items() if name not in known)
    return tuple(found)


def with_other_id(text: str, old: str, new: str) -> str:
    """A snapshot after a record was given another id, in the order that a new one would have; a
    text that is no snapshot is as it was."""
    if terms(text) is None:
        return text
    head = text.splitlines()[:3]
    named = [_line(line, {old: new}) for _, line in _numbered(text.splitlines())]
    named.sort(key=lambda line: natural(_name(line)))
    return "".join(f"{line}\n" for line in (*head, "", *named))


def _line(line: str, names: Mapping[str, str]) -> str:
    """A line of a recommendation with other names for some ids."""
    name, colon, rest = line.partition(":")
    answer, by, via = rest.partition(BY)
    ids = ", ".join(sorted(names.get(one, one) for one in via.split(", "))) if by else ""
    return f"{names.get(name, name)}{colon}{answer}{by}{ids}"


def _numbered(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines of recommendations, with their numbers from 1."""
    for number, line in enumerate(lines, 1):
        if number > 3 and line.strip():
            yield number, line


def _name(line: str) -> str:
    return line.split(":", 1)[0]
