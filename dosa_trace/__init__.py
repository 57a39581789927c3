"""Which policy recommendations is anyone doing anything about, and how do you know?

The public face of the library. A catalogue is loaded, put in a graph as of a date, and asked:

    from datetime import date
    from dosa_trace import TraceGraph, coverage, load

    graph = TraceGraph(load("catalog"), as_of=date(2026, 11, 23))
    print(coverage(graph).counts)

Nothing is imported before it is asked for, so that `import dosa_trace` costs next to nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from dosa_trace.analysis.coverage.coverage import coverage
    from dosa_trace.analysis.coverage.gaps import gaps
    from dosa_trace.analysis.coverage.orphans import orphans
    from dosa_trace.analysis.judging.selection import Where
    from dosa_trace.analysis.why.explanation import explain
    from dosa_trace.catalog.model.catalog import Catalog
    from dosa_trace.catalog.model.vocabulary import Basis
    from dosa_trace.checks.registry import check
    from dosa_trace.diagnostics import (
        BadQuestion,
        CatalogInvalid,
        CatalogNotFound,
        Diagnostic,
        DosaTraceError,
        UnknownId,
    )
    from dosa_trace.graph import TraceGraph
    from dosa_trace.loading import load, read, shipped

__version__ = "0.1.0"

_HOMES = {
    "BadQuestion": "dosa_trace.diagnostics",
    "Basis": "dosa_trace.catalog.model.vocabulary",
    "Catalog": "dosa_trace.catalog.model.catalog",
    "CatalogInvalid": "dosa_trace.diagnostics",
    "CatalogNotFound": "dosa_trace.diagnostics",
    "Diagnostic": "dosa_trace.diagnostics",
    "DosaTraceError": "dosa_trace.diagnostics",
    "TraceGraph": "dosa_trace.graph",
    "UnknownId": "dosa_trace.diagnostics",
    "Where": "dosa_trace.analysis.judging.selection",
    "check": "dosa_trace.checks.registry",
    "coverage": "dosa_trace.analysis.coverage.coverage",
    "explain": "dosa_trace.analysis.why.explanation",
    "gaps": "dosa_trace.analysis.coverage.gaps",
    "load": "dosa_trace.loading",
    "orphans": "dosa_trace.analysis.coverage.orphans",
    "read": "dosa_trace.loading",
    "shipped": "dosa_trace.loading",
}

__all__ = [
    "BadQuestion",
    "Basis",
    "Catalog",
    "CatalogInvalid",
    "CatalogNotFound",
    "Diagnostic",
    "DosaTraceError",
    "TraceGraph",
    "UnknownId",
    "Where",
    "__version__",
    "check",
    "coverage",
    "explain",
    "gaps",
    "load",
    "orphans",
    "read",
    "shipped",
]


if not TYPE_CHECKING:  # a type checker knows the names above and refuses all others

    def __getattr__(name):
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value

    def __dir__():
        return sorted({*globals(), *__all__})
