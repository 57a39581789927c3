"""Which policy recommendations is anyone doing anything about, and how do you know?

The public face of the library. A catalogue is loaded, put in a graph as of a date, and asked:

    from datetime import date
    from dosa_trace import TraceGraph, coverage, load

    graph = TraceGraph(load(), as_of=date(2026, 11, 23))
    print(coverage(graph).counts)

Nothing is imported before it is asked for, so that `import dosa_trace` costs next to nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from typing import Any

    from dosa_trace.analysis.coverage.coverage import coverage
    from dosa_trace.analysis.coverage.gaps import gaps
    from dosa_trace.analysis.coverage.orphans import orphans
    from dosa_trace.analysis.judging.selection import Where
    from dosa_trace.analysis.why.explanation import explain
    from dosa_trace.catalog.model.catalog import Catalog
    from dosa_trace.catalog.model.vocabulary import Basis
    from dosa_trace.checks.registry import check
    from dosa_trace.diagnostics import Diagnostic, DosaTraceError
    from dosa_trace.graph import TraceGraph
    from dosa_trace.loading import load, read

__version__ = "0.1.0"

_HOMES = {
    "Basis": "dosa_trace.catalog.model.vocabulary",
    "Catalog": "dosa_trace.catalog.model.catalog",
    "Diagnostic": "dosa_trace.diagnostics",
    "DosaTraceError": "dosa_trace.diagnostics",
    "TraceGraph": "dosa_trace.graph",
    "Where": "dosa_trace.analysis.judging.selection",
    "check": "dosa_trace.checks.registry",
    "coverage": "dosa_trace.analysis.coverage.coverage",
    "explain": "dosa_trace.analysis.why.explanation",
    "gaps": "dosa_trace.analysis.coverage.gaps",
    "load": "dosa_trace.loading",
    "orphans": "dosa_trace.analysis.coverage.orphans",
    "read": "dosa_trace.loading",
}

__all__ = [
    "Basis",
    "Catalog",
    "Diagnostic",
    "DosaTraceError",
    "TraceGraph",
    "Where",
    "__version__",
    "check",
    "coverage",
    "explain",
    "gaps",
    "load",
    "orphans",
    "read",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
