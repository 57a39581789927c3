"""The table of answers: the name and number of each document for programs, and its keys.

To add one: the result with its name under `ANSWER`, and its line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_type_hints

from dosa_trace.exporting.whole import DOCUMENT, WholeCatalogue
from dosa_trace.questions.agreement import AgreementResult
from dosa_trace.questions.changes import (
    ChangesResult,
    ChartResult,
    CorrectionsResult,
    RecordChangesResult,
)
from dosa_trace.questions.check import CheckResult
from dosa_trace.questions.coverage import CoverageResult, OwnersResult, SpeakersResult
from dosa_trace.questions.cross import CrossResult
from dosa_trace.questions.diff import DiffResult
from dosa_trace.questions.drawing import DrawingResult
from dosa_trace.questions.due import DueResult
from dosa_trace.questions.editing import EditResult
from dosa_trace.questions.fragility import FragilityResult
from dosa_trace.questions.gaps import GapsResult
from dosa_trace.questions.matrix import MatrixResult
from dosa_trace.questions.money import MoneyResult
from dosa_trace.questions.orphans import OrphansResult
from dosa_trace.questions.records import RecordsResult
from dosa_trace.questions.report import ReportResult
from dosa_trace.questions.result import Result
from dosa_trace.questions.review import ReviewResult
from dosa_trace.questions.rules import RuleAnswer
from dosa_trace.questions.show import ShowResult
from dosa_trace.questions.starting import StartAnswer
from dosa_trace.questions.suggest import SuggestResult
from dosa_trace.questions.what_if import WhatIfResult
from dosa_trace.questions.why import StateWhyResult, WhySeveralResult
from dosa_trace.results import types_of
from dosa_trace.views.notes.filled import FigureNow, Filled, Mistake

#: The results, each of which is a document under its name.
RESULTS: tuple[type[Result], ...] = (
    CoverageResult, OwnersResult, SpeakersResult, GapsResult, OrphansResult, CrossResult, DueResult,
    MoneyResult, ChangesResult, ChartResult, CorrectionsResult, RecordChangesResult, WhatIfResult,
    FragilityResult, StateWhyResult, WhySeveralResult, ShowResult, SuggestResult, RecordsResult,
    MatrixResult, DrawingResult, ReportResult, CheckResult, DiffResult, EditResult,
    AgreementResult, ReviewResult,
)  # fmt: skip


def _types_of(result: type[Result]) -> Callable[[], Mapping[str, Any]]:
    return lambda: types_of(result)


#: What the keys of each document hold, besides those that every document begins with.
ANSWERS: Mapping[str, Callable[[], Mapping[str, Any]]] = {
    **{result.ANSWER: _types_of(result) for result in RESULTS},
    "fill/1": lambda: {"items": tuple[Filled, ...], "mistakes": tuple[Mistake, ...]},
    "fill/figures/1": lambda: {"figures": tuple[FigureNow, ...]},
    "rule/1": lambda: get_type_hints(RuleAnswer),
    "rules/1": lambda: {"items": tuple[RuleAnswer, ...]},
    "init/1": lambda: get_type_hints(StartAnswer),
    DOCUMENT: lambda: get_type_hints(WholeCatalogue),
}
#: Those that are about no catalogue.
WITHOUT_CATALOGUE = frozenset({"rule/1", "rules/1", "init/1"})
#: Those that may be about no day.
WITHOUT_DAY = frozenset({"check/1"})
