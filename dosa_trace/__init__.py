"""Which policy recommendations is anyone doing anything about, and how do you know?

The public face of the library. A catalogue is loaded, put in a graph as of a date, and asked:

    from dosa_trace import coverage, load, render

    graph = load("catalog").on("2026-11-23")
    print(coverage(graph).counts)
    print(render(coverage(graph), "markdown", lang="nl"))

What `__all__` names is public and keeps what docs/python.md promises; all else may change. Nothing
is imported before it is asked for, so that `import dosa_trace` costs next to nothing.
"""

from __future__ import annotations

import sys

__version__ = "0.2.0"

#: What is public, by the module below this package that it stands in.
_PLACES = {
    "loading": "load read shipped",
    "catalog.model.catalog": "Catalog Reference",
    "graph": "TraceGraph Support",
    "questions.agreement": "AgreementResult agreement",
    "questions.changes": (
        "ChangesResult ChartResult CorrectionsResult RecordChangesResult RecordHistory changes"
    ),
    "questions.check": "CheckResult WaivedFinding check",
    "questions.coverage": "CoverageResult OwnersResult SpeakersResult coverage",
    "questions.cross": "CrossResult cross",
    "questions.diff": "DiffResult diff",
    "questions.drawing": "DrawingResult drawing",
    "questions.editing": "EditResult FileDifference Preview preview write_draft",
    "editing.draft": "Draft FileEdit",
    "editing.journal": "finish_edit",
    "editing.changes": "remove rename_record set_fields",
    "editing.additions": "add_part add_record",
    "editing.judgements.field_readings": "answer_field read_field",
    "editing.judgements.imported": "ImportedReadings ReadPair import_readings",
    "editing.judgements.readings": "Reader answer_reading doubt_link read_link",
    "editing.judgements.rejections": "answer_rejection read_pair",
    "editing.targets": "EditTarget",
    "editing.typed_records": "MissingFields",
    "questions.due": "DueResult due",
    "questions.fragility": "FragilityResult fragility",
    "questions.given": "Conditions",
    "questions.gaps": "GapsResult gaps",
    "questions.matrix": "MatrixResult matrix",
    "questions.money": "MoneyResult money",
    "questions.orphans": "OrphansResult orphans",
    "questions.records": "RecordsResult records",
    "questions.rendering": "render",
    "questions.report": "ReportResult report",
    "questions.result": "Result",
    "questions.review": "ReviewResult review",
    "questions.rules": "rule rules",
    "questions.schemas": "answer_schema",
    "questions.show": "ShowResult Shown show",
    "questions.suggest": "SuggestResult suggest",
    "questions.what_if": "WhatIfResult what_if",
    "questions.why": (
        "Explanations InstrumentWhyResult StateWhyResult WhyResult WhySeveralResult explain why"
    ),
    "analysis.judging.selection": "Where",
    "diagnostics": (
        "BadQuestion CatalogInvalid CatalogNotFound Diagnostic DosaTraceError Related "
        "Rule Severity Span UnknownId"
    ),
    "language": "Language Message Phrase",
    "analysis.agreement.agreement": "Agreed AgreedGroup Agreement Dispute",
    "analysis.agreement.kappa": "Interval",
    "analysis.coverage.claim": "Claim",
    "analysis.coverage.coverage": "By CoverageReport Group RecommendationCoverage",
    "analysis.coverage.cross": "Action Commitment Cross CrossCell CrossLine",
    "analysis.coverage.gaps": "Gap GapList",
    "analysis.coverage.orphans": (
        "Cluster OrphanInstrument OrphanList OrphanObjective UnusedRecord"
    ),
    "analysis.coverage.owners": "OwnerLine",
    "analysis.coverage.priority": "Order Priority",
    "analysis.coverage.rests_on": "OneSource Read RestsOn",
    "analysis.coverage.speakers": "SpeakerLine Spoken",
    "analysis.coverage.summary": "Summary TellingGap",
    "analysis.coverage.tally": "Standing",
    "analysis.diff.causes": "Cause",
    "analysis.diff.diff": "CatalogDiff EndedInstrument FiguresChange StateChange",
    "analysis.diff.on_file": "Difference LinkChange LinkName RecordChange RecordName Renaming",
    "analysis.diff.renames": "Known",
    "analysis.diff.values": "FieldChange",
    "analysis.drawing.graph_view": "Band GraphLink GraphNode",
    "analysis.drawing.matrix": "Against Mark MatrixCell MatrixColumn MatrixRow",
    "analysis.due.due": "DueList",
    "analysis.due.items": "DueItem DueKind DueState Shift",
    "analysis.due.targets": "TargetCounts",
    "analysis.judging.chains": "Chain Hop Quotation",
    "analysis.judging.figures": "Counts Figures Percentages Share",
    "analysis.judging.reasons": "Reason",
    "analysis.judging.verdicts": "State",
    "analysis.money.amounts": "Item Sum",
    "analysis.money.money": "Money MoneyBy Row",
    "analysis.records.happened": "Happened HappenedKind",
    "analysis.records.listed": (
        "ListedInstitution ListedInstrument ListedLink ListedObjective "
        "ListedOrganisation ListedRecommendation ListedSearch ListedSource ListedTheme"
    ),
    "analysis.records.listing": "Listable Listing",
    "analysis.records.organisation": "NamedRecord OrganisationPart",
    "analysis.records.profile": "Asking Compared Doubted Held Subject",
    "analysis.records.record": "Description LinkedRecord",
    "analysis.records.themes_asked": "ThemeAsked",
    "analysis.report.corrections": "Corrections",
    "analysis.report.report": "EvidenceReport SourceReport",
    "analysis.robustness.cut_sets": "Cuts",
    "analysis.robustness.fragility": "Fall Fragile Fragility Hanging SinglePoint",
    "analysis.robustness.judgements": "Judgement JudgementKind",
    "analysis.robustness.smallest_portfolio": "Portfolio",
    "analysis.robustness.supposed": "CutLink LaidLink Supposed",
    "analysis.robustness.what_if": "Concerned Kept Moved",
    "analysis.suggest.suggest": "Proposal Sort",
    "analysis.robustness.to_review": "ReviewQueue ToReview",
    "analysis.time.change": "Change ChangeKind Move Undated",
    "analysis.time.changes": "Changes",
    "analysis.time.delays": "Awaited Delay DelayRow Delays Slippage",
    "analysis.time.groups": "ChangeGroup QuietMonth",
    "analysis.time.history": "History Point",
    "analysis.why.answers": "KnownResponse",
    "analysis.why.askers": "LeadsHere",
    "analysis.why.explanation": "InstrumentExplanation StateExplanation StatusLine",
    "analysis.why.looked": "Looked",
    "catalog.facts.speakers": "Speaker",
    "catalog.model.catalog_info": (
        "CatalogueInfo CheckSetting Focus Government Kind Level Selection Theme"
    ),
    "catalog.model.dates": "PartialDate Term",
    "catalog.model.judged": (
        "Considered Doubt DoubtAnswer FieldReading Reading ReadingAnswer Review"
    ),
    "catalog.model.parts": (
        "AnswerWithin Budget Comparison Evidence Found Indicator LocalText Observation ReadOn "
        "Reported Response StatusEvent Target Waiver"
    ),
    "catalog.model.place": "Place",
    "catalog.model.records": (
        "Instrument Objective Organisation Recommendation Search Source TraceLink"
    ),
    "catalog.model.vocabulary": (
        "Basis Extent Matter Nature OrganisationKind Outcome ReadExtent Relation Reliability "
        "ResponseValue Scope Seen Sought SourceKind Stage StatusValue"
    ),
    "checks.manual": "Manual",
    "checks.registry": "RulePage",
    "checks.waivers": "Waived",
    "output.findings.finding_words": "Said SaidPlace",
}
_HOMES = {name: place for place, names in _PLACES.items() for name in names.split()}

__all__ = ["__version__", *_HOMES]  # noqa: PLE0604 - the stub beside this names each


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message, name=name, obj=sys.modules[__name__])
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
