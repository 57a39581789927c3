# Made by `python -m docs.face`.
from dosa_trace.analysis.agreement.agreement import Agreed as Agreed
from dosa_trace.analysis.agreement.agreement import AgreedGroup as AgreedGroup
from dosa_trace.analysis.agreement.agreement import Agreement as Agreement
from dosa_trace.analysis.agreement.agreement import Dispute as Dispute
from dosa_trace.analysis.agreement.kappa import Interval as Interval
from dosa_trace.analysis.coverage.claim import Claim as Claim
from dosa_trace.analysis.coverage.coverage import By as By
from dosa_trace.analysis.coverage.coverage import CoverageReport as CoverageReport
from dosa_trace.analysis.coverage.coverage import Group as Group
from dosa_trace.analysis.coverage.coverage import RecommendationCoverage as RecommendationCoverage
from dosa_trace.analysis.coverage.cross import Action as Action
from dosa_trace.analysis.coverage.cross import Commitment as Commitment
from dosa_trace.analysis.coverage.cross import Cross as Cross
from dosa_trace.analysis.coverage.cross import CrossCell as CrossCell
from dosa_trace.analysis.coverage.cross import CrossLine as CrossLine
from dosa_trace.analysis.coverage.gaps import Gap as Gap
from dosa_trace.analysis.coverage.gaps import GapList as GapList
from dosa_trace.analysis.coverage.orphans import Cluster as Cluster
from dosa_trace.analysis.coverage.orphans import OrphanInstrument as OrphanInstrument
from dosa_trace.analysis.coverage.orphans import OrphanList as OrphanList
from dosa_trace.analysis.coverage.orphans import OrphanObjective as OrphanObjective
from dosa_trace.analysis.coverage.orphans import UnusedRecord as UnusedRecord
from dosa_trace.analysis.coverage.owners import OwnerLine as OwnerLine
from dosa_trace.analysis.coverage.priority import Order as Order
from dosa_trace.analysis.coverage.priority import Priority as Priority
from dosa_trace.analysis.coverage.rests_on import OneSource as OneSource
from dosa_trace.analysis.coverage.rests_on import Read as Read
from dosa_trace.analysis.coverage.rests_on import RestsOn as RestsOn
from dosa_trace.analysis.coverage.speakers import SpeakerLine as SpeakerLine
from dosa_trace.analysis.coverage.speakers import Spoken as Spoken
from dosa_trace.analysis.coverage.summary import Summary as Summary
from dosa_trace.analysis.coverage.summary import TellingGap as TellingGap
from dosa_trace.analysis.coverage.tally import Standing as Standing
from dosa_trace.analysis.diff.causes import Cause as Cause
from dosa_trace.analysis.diff.diff import CatalogDiff as CatalogDiff
from dosa_trace.analysis.diff.diff import EndedInstrument as EndedInstrument
from dosa_trace.analysis.diff.diff import FiguresChange as FiguresChange
from dosa_trace.analysis.diff.diff import StateChange as StateChange
from dosa_trace.analysis.diff.on_file import Difference as Difference
from dosa_trace.analysis.diff.on_file import LinkChange as LinkChange
from dosa_trace.analysis.diff.on_file import LinkName as LinkName
from dosa_trace.analysis.diff.on_file import RecordChange as RecordChange
from dosa_trace.analysis.diff.on_file import RecordName as RecordName
from dosa_trace.analysis.diff.on_file import Renaming as Renaming
from dosa_trace.analysis.diff.renames import Known as Known
from dosa_trace.analysis.diff.values import FieldChange as FieldChange
from dosa_trace.analysis.drawing.graph_view import Band as Band
from dosa_trace.analysis.drawing.graph_view import GraphLink as GraphLink
from dosa_trace.analysis.drawing.graph_view import GraphNode as GraphNode
from dosa_trace.analysis.drawing.matrix import Against as Against
from dosa_trace.analysis.drawing.matrix import Mark as Mark
from dosa_trace.analysis.drawing.matrix import MatrixCell as MatrixCell
from dosa_trace.analysis.drawing.matrix import MatrixColumn as MatrixColumn
from dosa_trace.analysis.drawing.matrix import MatrixRow as MatrixRow
from dosa_trace.analysis.due.due import DueList as DueList
from dosa_trace.analysis.due.items import DueItem as DueItem
from dosa_trace.analysis.due.items import DueKind as DueKind
from dosa_trace.analysis.due.items import DueState as DueState
from dosa_trace.analysis.due.items import Shift as Shift
from dosa_trace.analysis.due.targets import TargetCounts as TargetCounts
from dosa_trace.analysis.judging.chains import Chain as Chain
from dosa_trace.analysis.judging.chains import Hop as Hop
from dosa_trace.analysis.judging.chains import Quotation as Quotation
from dosa_trace.analysis.judging.figures import Counts as Counts
from dosa_trace.analysis.judging.figures import Figures as Figures
from dosa_trace.analysis.judging.figures import Percentages as Percentages
from dosa_trace.analysis.judging.figures import Share as Share
from dosa_trace.analysis.judging.reasons import Reason as Reason
from dosa_trace.analysis.judging.selection import Where as Where
from dosa_trace.analysis.judging.verdicts import State as State
from dosa_trace.analysis.money.amounts import Item as Item
from dosa_trace.analysis.money.amounts import Sum as Sum
from dosa_trace.analysis.money.money import Money as Money
from dosa_trace.analysis.money.money import MoneyBy as MoneyBy
from dosa_trace.analysis.money.money import Row as Row
from dosa_trace.analysis.records.happened import Happened as Happened
from dosa_trace.analysis.records.happened import HappenedKind as HappenedKind
from dosa_trace.analysis.records.listed import ListedInstitution as ListedInstitution
from dosa_trace.analysis.records.listed import ListedInstrument as ListedInstrument
from dosa_trace.analysis.records.listed import ListedLink as ListedLink
from dosa_trace.analysis.records.listed import ListedObjective as ListedObjective
from dosa_trace.analysis.records.listed import ListedOrganisation as ListedOrganisation
from dosa_trace.analysis.records.listed import ListedRecommendation as ListedRecommendation
from dosa_trace.analysis.records.listed import ListedSearch as ListedSearch
from dosa_trace.analysis.records.listed import ListedSource as ListedSource
from dosa_trace.analysis.records.listed import ListedTheme as ListedTheme
from dosa_trace.analysis.records.listing import Listable as Listable
from dosa_trace.analysis.records.listing import Listing as Listing
from dosa_trace.analysis.records.organisation import NamedRecord as NamedRecord
from dosa_trace.analysis.records.organisation import OrganisationPart as OrganisationPart
from dosa_trace.analysis.records.profile import Asking as Asking
from dosa_trace.analysis.records.profile import Compared as Compared
from dosa_trace.analysis.records.profile import Doubted as Doubted
from dosa_trace.analysis.records.profile import Held as Held
from dosa_trace.analysis.records.profile import Subject as Subject
from dosa_trace.analysis.records.record import Description as Description
from dosa_trace.analysis.records.record import LinkedRecord as LinkedRecord
from dosa_trace.analysis.records.themes_asked import ThemeAsked as ThemeAsked
from dosa_trace.analysis.report.corrections import Corrections as Corrections
from dosa_trace.analysis.report.report import EvidenceReport as EvidenceReport
from dosa_trace.analysis.report.report import SourceReport as SourceReport
from dosa_trace.analysis.robustness.cut_sets import Cuts as Cuts
from dosa_trace.analysis.robustness.fragility import Fall as Fall
from dosa_trace.analysis.robustness.fragility import Fragile as Fragile
from dosa_trace.analysis.robustness.fragility import Fragility as Fragility
from dosa_trace.analysis.robustness.fragility import Hanging as Hanging
from dosa_trace.analysis.robustness.fragility import SinglePoint as SinglePoint
from dosa_trace.analysis.robustness.judgements import Judgement as Judgement
from dosa_trace.analysis.robustness.judgements import JudgementKind as JudgementKind
from dosa_trace.analysis.robustness.smallest_portfolio import Portfolio as Portfolio
from dosa_trace.analysis.robustness.supposed import CutLink as CutLink
from dosa_trace.analysis.robustness.supposed import LaidLink as LaidLink
from dosa_trace.analysis.robustness.supposed import Supposed as Supposed
from dosa_trace.analysis.robustness.to_review import ReviewQueue as ReviewQueue
from dosa_trace.analysis.robustness.to_review import ToReview as ToReview
from dosa_trace.analysis.robustness.what_if import Concerned as Concerned
from dosa_trace.analysis.robustness.what_if import Kept as Kept
from dosa_trace.analysis.robustness.what_if import Moved as Moved
from dosa_trace.analysis.suggest.suggest import Proposal as Proposal
from dosa_trace.analysis.suggest.suggest import Sort as Sort
from dosa_trace.analysis.time.change import Change as Change
from dosa_trace.analysis.time.change import ChangeKind as ChangeKind
from dosa_trace.analysis.time.change import Move as Move
from dosa_trace.analysis.time.change import Undated as Undated
from dosa_trace.analysis.time.changes import Changes as Changes
from dosa_trace.analysis.time.delays import Awaited as Awaited
from dosa_trace.analysis.time.delays import Delay as Delay
from dosa_trace.analysis.time.delays import DelayRow as DelayRow
from dosa_trace.analysis.time.delays import Delays as Delays
from dosa_trace.analysis.time.delays import Slippage as Slippage
from dosa_trace.analysis.time.groups import ChangeGroup as ChangeGroup
from dosa_trace.analysis.time.groups import QuietMonth as QuietMonth
from dosa_trace.analysis.time.history import History as History
from dosa_trace.analysis.time.history import Point as Point
from dosa_trace.analysis.why.answers import KnownResponse as KnownResponse
from dosa_trace.analysis.why.askers import LeadsHere as LeadsHere
from dosa_trace.analysis.why.explanation import InstrumentExplanation as InstrumentExplanation
from dosa_trace.analysis.why.explanation import StateExplanation as StateExplanation
from dosa_trace.analysis.why.explanation import StatusLine as StatusLine
from dosa_trace.analysis.why.looked import Looked as Looked
from dosa_trace.catalog.facts.speakers import Speaker as Speaker
from dosa_trace.catalog.model.catalog import Catalog as Catalog
from dosa_trace.catalog.model.catalog import Reference as Reference
from dosa_trace.catalog.model.catalog_info import CatalogueInfo as CatalogueInfo
from dosa_trace.catalog.model.catalog_info import CheckSetting as CheckSetting
from dosa_trace.catalog.model.catalog_info import Focus as Focus
from dosa_trace.catalog.model.catalog_info import Government as Government
from dosa_trace.catalog.model.catalog_info import Kind as Kind
from dosa_trace.catalog.model.catalog_info import Level as Level
from dosa_trace.catalog.model.catalog_info import Selection as Selection
from dosa_trace.catalog.model.catalog_info import Theme as Theme
from dosa_trace.catalog.model.dates import PartialDate as PartialDate
from dosa_trace.catalog.model.dates import Term as Term
from dosa_trace.catalog.model.judged import Considered as Considered
from dosa_trace.catalog.model.judged import Doubt as Doubt
from dosa_trace.catalog.model.judged import DoubtAnswer as DoubtAnswer
from dosa_trace.catalog.model.judged import FieldReading as FieldReading
from dosa_trace.catalog.model.judged import Reading as Reading
from dosa_trace.catalog.model.judged import ReadingAnswer as ReadingAnswer
from dosa_trace.catalog.model.judged import Review as Review
from dosa_trace.catalog.model.parts import AnswerWithin as AnswerWithin
from dosa_trace.catalog.model.parts import Budget as Budget
from dosa_trace.catalog.model.parts import Comparison as Comparison
from dosa_trace.catalog.model.parts import Evidence as Evidence
from dosa_trace.catalog.model.parts import Found as Found
from dosa_trace.catalog.model.parts import Indicator as Indicator
from dosa_trace.catalog.model.parts import LocalText as LocalText
from dosa_trace.catalog.model.parts import Observation as Observation
from dosa_trace.catalog.model.parts import ReadOn as ReadOn
from dosa_trace.catalog.model.parts import Reported as Reported
from dosa_trace.catalog.model.parts import Response as Response
from dosa_trace.catalog.model.parts import StatusEvent as StatusEvent
from dosa_trace.catalog.model.parts import Target as Target
from dosa_trace.catalog.model.parts import Waiver as Waiver
from dosa_trace.catalog.model.place import Place as Place
from dosa_trace.catalog.model.records import Instrument as Instrument
from dosa_trace.catalog.model.records import Objective as Objective
from dosa_trace.catalog.model.records import Organisation as Organisation
from dosa_trace.catalog.model.records import Recommendation as Recommendation
from dosa_trace.catalog.model.records import Search as Search
from dosa_trace.catalog.model.records import Source as Source
from dosa_trace.catalog.model.records import TraceLink as TraceLink
from dosa_trace.catalog.model.vocabulary import Basis as Basis
from dosa_trace.catalog.model.vocabulary import Extent as Extent
from dosa_trace.catalog.model.vocabulary import Matter as Matter
from dosa_trace.catalog.model.vocabulary import Nature as Nature
from dosa_trace.catalog.model.vocabulary import OrganisationKind as OrganisationKind
from dosa_trace.catalog.model.vocabulary import Outcome as Outcome
from dosa_trace.catalog.model.vocabulary import ReadExtent as ReadExtent
from dosa_trace.catalog.model.vocabulary import Relation as Relation
from dosa_trace.catalog.model.vocabulary import Reliability as Reliability
from dosa_trace.catalog.model.vocabulary import ResponseValue as ResponseValue
from dosa_trace.catalog.model.vocabulary import Scope as Scope
from dosa_trace.catalog.model.vocabulary import Seen as Seen
from dosa_trace.catalog.model.vocabulary import Sought as Sought
from dosa_trace.catalog.model.vocabulary import SourceKind as SourceKind
from dosa_trace.catalog.model.vocabulary import Stage as Stage
from dosa_trace.catalog.model.vocabulary import StatusValue as StatusValue
from dosa_trace.checks.manual import Manual as Manual
from dosa_trace.checks.registry import RulePage as RulePage
from dosa_trace.checks.waivers import Waived as Waived
from dosa_trace.diagnostics import BadQuestion as BadQuestion
from dosa_trace.diagnostics import CatalogInvalid as CatalogInvalid
from dosa_trace.diagnostics import CatalogNotFound as CatalogNotFound
from dosa_trace.diagnostics import Diagnostic as Diagnostic
from dosa_trace.diagnostics import DosaTraceError as DosaTraceError
from dosa_trace.diagnostics import Related as Related
from dosa_trace.diagnostics import Rule as Rule
from dosa_trace.diagnostics import Severity as Severity
from dosa_trace.diagnostics import Span as Span
from dosa_trace.diagnostics import UnknownId as UnknownId
from dosa_trace.editing.additions import add_part as add_part
from dosa_trace.editing.additions import add_record as add_record
from dosa_trace.editing.changes import remove as remove
from dosa_trace.editing.changes import rename_record as rename_record
from dosa_trace.editing.changes import set_fields as set_fields
from dosa_trace.editing.draft import Draft as Draft
from dosa_trace.editing.draft import FileEdit as FileEdit
from dosa_trace.editing.journal import finish_edit as finish_edit
from dosa_trace.editing.judgements.field_readings import answer_field as answer_field
from dosa_trace.editing.judgements.field_readings import read_field as read_field
from dosa_trace.editing.judgements.imported import ImportedReadings as ImportedReadings
from dosa_trace.editing.judgements.imported import ReadPair as ReadPair
from dosa_trace.editing.judgements.imported import import_readings as import_readings
from dosa_trace.editing.judgements.readings import Reader as Reader
from dosa_trace.editing.judgements.readings import answer_reading as answer_reading
from dosa_trace.editing.judgements.readings import doubt_link as doubt_link
from dosa_trace.editing.judgements.readings import read_link as read_link
from dosa_trace.editing.judgements.rejections import answer_rejection as answer_rejection
from dosa_trace.editing.judgements.rejections import read_pair as read_pair
from dosa_trace.editing.targets import EditTarget as EditTarget
from dosa_trace.editing.typed_records import MissingFields as MissingFields
from dosa_trace.graph import Support as Support
from dosa_trace.graph import TraceGraph as TraceGraph
from dosa_trace.language import Language as Language
from dosa_trace.language import Message as Message
from dosa_trace.language import Phrase as Phrase
from dosa_trace.loading import load as load
from dosa_trace.loading import read as read
from dosa_trace.loading import shipped as shipped
from dosa_trace.output.findings.finding_words import Said as Said
from dosa_trace.output.findings.finding_words import SaidPlace as SaidPlace
from dosa_trace.questions.agreement import AgreementResult as AgreementResult
from dosa_trace.questions.agreement import agreement as agreement
from dosa_trace.questions.changes import ChangesResult as ChangesResult
from dosa_trace.questions.changes import ChartResult as ChartResult
from dosa_trace.questions.changes import CorrectionsResult as CorrectionsResult
from dosa_trace.questions.changes import RecordChangesResult as RecordChangesResult
from dosa_trace.questions.changes import RecordHistory as RecordHistory
from dosa_trace.questions.changes import changes as changes
from dosa_trace.questions.check import CheckResult as CheckResult
from dosa_trace.questions.check import WaivedFinding as WaivedFinding
from dosa_trace.questions.check import check as check
from dosa_trace.questions.coverage import CoverageResult as CoverageResult
from dosa_trace.questions.coverage import OwnersResult as OwnersResult
from dosa_trace.questions.coverage import SpeakersResult as SpeakersResult
from dosa_trace.questions.coverage import coverage as coverage
from dosa_trace.questions.cross import CrossResult as CrossResult
from dosa_trace.questions.cross import cross as cross
from dosa_trace.questions.diff import DiffResult as DiffResult
from dosa_trace.questions.diff import diff as diff
from dosa_trace.questions.drawing import DrawingResult as DrawingResult
from dosa_trace.questions.drawing import drawing as drawing
from dosa_trace.questions.due import DueResult as DueResult
from dosa_trace.questions.due import due as due
from dosa_trace.questions.editing import EditResult as EditResult
from dosa_trace.questions.editing import FileDifference as FileDifference
from dosa_trace.questions.editing import Preview as Preview
from dosa_trace.questions.editing import preview as preview
from dosa_trace.questions.editing import write_draft as write_draft
from dosa_trace.questions.fragility import FragilityResult as FragilityResult
from dosa_trace.questions.fragility import fragility as fragility
from dosa_trace.questions.gaps import GapsResult as GapsResult
from dosa_trace.questions.gaps import gaps as gaps
from dosa_trace.questions.given import Conditions as Conditions
from dosa_trace.questions.matrix import MatrixResult as MatrixResult
from dosa_trace.questions.matrix import matrix as matrix
from dosa_trace.questions.money import MoneyResult as MoneyResult
from dosa_trace.questions.money import money as money
from dosa_trace.questions.orphans import OrphansResult as OrphansResult
from dosa_trace.questions.orphans import orphans as orphans
from dosa_trace.questions.records import RecordsResult as RecordsResult
from dosa_trace.questions.records import records as records
from dosa_trace.questions.rendering import render as render
from dosa_trace.questions.report import ReportResult as ReportResult
from dosa_trace.questions.report import report as report
from dosa_trace.questions.result import Result as Result
from dosa_trace.questions.review import ReviewResult as ReviewResult
from dosa_trace.questions.review import review as review
from dosa_trace.questions.rules import rule as rule
from dosa_trace.questions.rules import rules as rules
from dosa_trace.questions.schemas import answer_schema as answer_schema
from dosa_trace.questions.show import Shown as Shown
from dosa_trace.questions.show import ShowResult as ShowResult
from dosa_trace.questions.show import show as show
from dosa_trace.questions.suggest import SuggestResult as SuggestResult
from dosa_trace.questions.suggest import suggest as suggest
from dosa_trace.questions.what_if import WhatIfResult as WhatIfResult
from dosa_trace.questions.what_if import what_if as what_if
from dosa_trace.questions.why import Explanations as Explanations
from dosa_trace.questions.why import InstrumentWhyResult as InstrumentWhyResult
from dosa_trace.questions.why import StateWhyResult as StateWhyResult
from dosa_trace.questions.why import WhyResult as WhyResult
from dosa_trace.questions.why import WhySeveralResult as WhySeveralResult
from dosa_trace.questions.why import explain as explain
from dosa_trace.questions.why import why as why

__version__: str
__all__ = [
    "Action",
    "Against",
    "Agreed",
    "AgreedGroup",
    "Agreement",
    "AgreementResult",
    "AnswerWithin",
    "Asking",
    "Awaited",
    "BadQuestion",
    "Band",
    "Basis",
    "Budget",
    "By",
    "Catalog",
    "CatalogDiff",
    "CatalogInvalid",
    "CatalogNotFound",
    "CatalogueInfo",
    "Cause",
    "Chain",
    "Change",
    "ChangeGroup",
    "ChangeKind",
    "Changes",
    "ChangesResult",
    "ChartResult",
    "CheckResult",
    "CheckSetting",
    "Claim",
    "Cluster",
    "Commitment",
    "Compared",
    "Comparison",
    "Concerned",
    "Conditions",
    "Considered",
    "Corrections",
    "CorrectionsResult",
    "Counts",
    "CoverageReport",
    "CoverageResult",
    "Cross",
    "CrossCell",
    "CrossLine",
    "CrossResult",
    "CutLink",
    "Cuts",
    "Delay",
    "DelayRow",
    "Delays",
    "Description",
    "Diagnostic",
    "DiffResult",
    "Difference",
    "Dispute",
    "DosaTraceError",
    "Doubt",
    "DoubtAnswer",
    "Doubted",
    "Draft",
    "DrawingResult",
    "DueItem",
    "DueKind",
    "DueList",
    "DueResult",
    "DueState",
    "EditResult",
    "EditTarget",
    "EndedInstrument",
    "Evidence",
    "EvidenceReport",
    "Explanations",
    "Extent",
    "Fall",
    "FieldChange",
    "FieldReading",
    "Figures",
    "FiguresChange",
    "FileDifference",
    "FileEdit",
    "Focus",
    "Found",
    "Fragile",
    "Fragility",
    "FragilityResult",
    "Gap",
    "GapList",
    "GapsResult",
    "Government",
    "GraphLink",
    "GraphNode",
    "Group",
    "Hanging",
    "Happened",
    "HappenedKind",
    "Held",
    "History",
    "Hop",
    "ImportedReadings",
    "Indicator",
    "Instrument",
    "InstrumentExplanation",
    "InstrumentWhyResult",
    "Interval",
    "Item",
    "Judgement",
    "JudgementKind",
    "Kept",
    "Kind",
    "Known",
    "KnownResponse",
    "LaidLink",
    "Language",
    "LeadsHere",
    "Level",
    "LinkChange",
    "LinkName",
    "LinkedRecord",
    "Listable",
    "ListedInstitution",
    "ListedInstrument",
    "ListedLink",
    "ListedObjective",
    "ListedOrganisation",
    "ListedRecommendation",
    "ListedSearch",
    "ListedSource",
    "ListedTheme",
    "Listing",
    "LocalText",
    "Looked",
    "Manual",
    "Mark",
    "MatrixCell",
    "MatrixColumn",
    "MatrixResult",
    "MatrixRow",
    "Matter",
    "Message",
    "MissingFields",
    "Money",
    "MoneyBy",
    "MoneyResult",
    "Move",
    "Moved",
    "NamedRecord",
    "Nature",
    "Objective",
    "Observation",
    "OneSource",
    "Order",
    "Organisation",
    "OrganisationKind",
    "OrganisationPart",
    "OrphanInstrument",
    "OrphanList",
    "OrphanObjective",
    "OrphansResult",
    "Outcome",
    "OwnerLine",
    "OwnersResult",
    "PartialDate",
    "Percentages",
    "Phrase",
    "Place",
    "Point",
    "Portfolio",
    "Preview",
    "Priority",
    "Proposal",
    "QuietMonth",
    "Quotation",
    "Read",
    "ReadExtent",
    "ReadOn",
    "ReadPair",
    "Reader",
    "Reading",
    "ReadingAnswer",
    "Reason",
    "Recommendation",
    "RecommendationCoverage",
    "RecordChange",
    "RecordChangesResult",
    "RecordHistory",
    "RecordName",
    "RecordsResult",
    "Reference",
    "Related",
    "Relation",
    "Reliability",
    "Renaming",
    "ReportResult",
    "Reported",
    "Response",
    "ResponseValue",
    "RestsOn",
    "Result",
    "Review",
    "ReviewQueue",
    "ReviewResult",
    "Row",
    "Rule",
    "RulePage",
    "Said",
    "SaidPlace",
    "Scope",
    "Search",
    "Seen",
    "Selection",
    "Severity",
    "Share",
    "Shift",
    "ShowResult",
    "Shown",
    "SinglePoint",
    "Slippage",
    "Sort",
    "Sought",
    "Source",
    "SourceKind",
    "SourceReport",
    "Span",
    "Speaker",
    "SpeakerLine",
    "SpeakersResult",
    "Spoken",
    "Stage",
    "Standing",
    "State",
    "StateChange",
    "StateExplanation",
    "StateWhyResult",
    "StatusEvent",
    "StatusLine",
    "StatusValue",
    "Subject",
    "SuggestResult",
    "Sum",
    "Summary",
    "Support",
    "Supposed",
    "Target",
    "TargetCounts",
    "TellingGap",
    "Term",
    "Theme",
    "ThemeAsked",
    "ToReview",
    "TraceGraph",
    "TraceLink",
    "Undated",
    "UnknownId",
    "UnusedRecord",
    "Waived",
    "WaivedFinding",
    "Waiver",
    "WhatIfResult",
    "Where",
    "WhyResult",
    "WhySeveralResult",
    "__version__",
    "add_part",
    "add_record",
    "agreement",
    "answer_field",
    "answer_reading",
    "answer_rejection",
    "answer_schema",
    "changes",
    "check",
    "coverage",
    "cross",
    "diff",
    "doubt_link",
    "drawing",
    "due",
    "explain",
    "finish_edit",
    "fragility",
    "gaps",
    "import_readings",
    "load",
    "matrix",
    "money",
    "orphans",
    "preview",
    "read",
    "read_field",
    "read_link",
    "read_pair",
    "records",
    "remove",
    "rename_record",
    "render",
    "report",
    "review",
    "rule",
    "rules",
    "set_fields",
    "shipped",
    "show",
    "suggest",
    "what_if",
    "why",
    "write_draft",
]
