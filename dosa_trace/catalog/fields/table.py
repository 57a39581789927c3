"""Which keys a record has, and of what type: the one table that the loader validates by, that
`show` prints by, and that the JSON Schema for editors is made from.
"""

from __future__ import annotations

from collections.abc import Mapping

from dosa_trace.catalog.fields.types import (
    AmountType,
    Choice,
    Day,
    Field,
    FieldTable,
    FieldType,
    FilePath,
    Flag,
    Ident,
    KindId,
    LevelId,
    ListOf,
    Local,
    NumberType,
    Part,
    Party,
    Ref,
    Settings,
    Str,
    TextsOf,
    Url,
    Version,
    Whole,
)
from dosa_trace.catalog.model import catalog_info as a
from dosa_trace.catalog.model import parts as p
from dosa_trace.catalog.model import records as r
from dosa_trace.catalog.model import vocabulary as v

__all__ = [
    "AmountType", "Choice", "Day", "Field", "FieldTable", "FieldType", "FilePath", "Flag", "Ident",
    "KindId", "LevelId", "ListOf", "Local", "NumberType", "Part", "Party", "Ref", "Settings", "Str",
    "TextsOf", "Url", "Version", "Whole",
]  # fmt: skip


SOURCE, THEME, INSTRUMENT = Ref(("source",)), Ref(("theme",)), Ref(("instrument",))
ORGANISATION = Ref(("organisation",))

_NOTE = Field("note", Local(), "what a reader must know of this record")
_LOCATOR = Field("locator", Str(numbers=True), "where in the source: page, section, line")
_QUOTE = Field("quote", Str(), "at most 15 words, verbatim from the source")
_SOURCE = Field("source", SOURCE, "id of the source that says so", required=True)
_WHEN = Field("date", Day(), "day, month or year of the event")
_READ = Field("read", Day(), "where the source bears no date: the day on which it was read")
_THEMES = Field("themes", ListOf(THEME), "ids of themes")
_TITLE = Field("title", Local(), "what it is about, in one line", required=True)
_ID = Field("id", Ident(), "unique in the whole catalogue", required=True)

EVIDENCE = FieldTable(p.Evidence, (
    Field("source", SOURCE, "id of the source", required=True),
    _LOCATOR,
    _QUOTE,
))  # fmt: skip
_EVIDENCE = Field("evidence", ListOf(Part(EVIDENCE)), "the places in sources behind the claim")

RESPONSE = FieldTable(p.Response, (
    _WHEN, _READ,
    Field("value", Choice(v.ResponseValue), "what government answered", required=True),
    _SOURCE,
    Field("scope", Choice(v.Scope), "to this recommendation or to the whole set"),
    Field("commitment", Flag(), "whether it is a pledge to the House"),
    Field("by", Party(), "which organisation answered"),
    Field("seen", Choice(v.Seen), "how much of the answer was read"),
    Field("draft", Flag(), "true where officials drafted it and nothing shows that it was given"),
    _LOCATOR, _QUOTE, _NOTE,
), one_of=("date", "read"))  # fmt: skip
STATUS = FieldTable(p.StatusEvent, (
    _WHEN, _READ,
    Field("value", Choice(v.StatusValue), "what the instrument became", required=True),
    _SOURCE, _LOCATOR, _QUOTE, _NOTE,
), one_of=("date", "read"))  # fmt: skip
BUDGET = FieldTable(p.Budget, (
    Field("amount", AmountType(), "the amount in whole units, not in millions", required=True),
    Field("currency", Str(), "three letters, such as EUR", required=True),
    Field("stage", Choice(v.Stage), "how firm the money is", required=True),
    _WHEN, _READ, _SOURCE,
    Field("purpose", Local(), "which part of the money this is"),
    Field("counts", Flag(), "false where another source's value is held to be right"),
    _NOTE,
), one_of=("date", "read"))  # fmt: skip
TARGET = FieldTable(p.Target, (
    Field("name", Local(), "what is to be reached", required=True),
    Field("due", Day(), "when it is to be reached", required=True),
    Field("date", Day(), "when this planning was given"),
    _READ, _SOURCE, _NOTE,
), one_of=("date", "read"))  # fmt: skip
OBSERVATION = FieldTable(p.Observation, (
    Field("year", Whole(1900, 2200), "the year that the value describes", required=True),
    Field("value", NumberType(), "in the unit of the indicator", required=True),
    _SOURCE, _NOTE,
))  # fmt: skip
INDICATOR = FieldTable(p.Indicator, (
    Field("name", Local(), "what is measured", required=True),
    Field("unit", Local(), "in what unit", required=True),
    Field("population", Local(), "of whom or of what"),
    Field("values", ListOf(Part(OBSERVATION)), "values by year, each with its source"),
    _NOTE,
))  # fmt: skip
CONSIDERED = FieldTable(p.Considered, (
    Field("instruments", ListOf(INSTRUMENT), "what was looked at", required=True),
    Field("reason", Local(), "why it does not answer the recommendation", required=True),
    Field("date", Day(), "when someone looked"),
))  # fmt: skip
COMPARISON = FieldTable(p.Comparison, (
    Field("to", Ref(("recommendation",)), "id of the other recommendation", required=True),
    Field("basis", Choice(v.Basis), "who says so", required=True),
    Field("rationale", Local(), "why the analyst concludes it; required where inferred"),
    _EVIDENCE,
))  # fmt: skip
ANSWER = FieldTable(p.DoubtAnswer, (
    Field("date", Day(), "when it was answered", required=True),
    Field("text", Local(), "what became of it", required=True),
))  # fmt: skip
DOUBT = FieldTable(p.Doubt, (
    Field("date", Day(), "when it was raised", required=True),
    Field("text", Local(), "what is doubted, and why", required=True),
    Field("by", Str(), "who doubts it"),
    Field("answered", Part(ANSWER), "what became of it; open without"),
))  # fmt: skip
REVIEW = FieldTable(p.Review, (
    Field("date", Day(), "when", required=True),
    Field("by", Str(), "who", required=True),
    Field("digest", Str(numbers=True), "of what was looked at; `check` says which"),
))  # fmt: skip

WAIVER = FieldTable(p.Waiver, (
    Field("rule", Str(), "code or name of the rule", required=True),
    Field("reason", Local(), "why the finding may stand; without one it may not"),
    Field("until", Day(), "the last day of the waiver"),
))  # fmt: skip
_WAIVE = Field("waive", ListOf(Part(WAIVER)), "findings to set aside for this record")
GOVERNMENT = FieldTable(p.Government, (
    Field("name", Local(), "the name of the government", required=True),
    Field("date", Day(), "when it took office", required=True),
    _SOURCE,
))  # fmt: skip

LEVELS = FieldTable(a.Level, (
    _ID,
    Field("name", Local(), "what instruments of this level are called", required=True),
    Field("responder", Local(), "who answers at this level to what is recommended"),
))  # fmt: skip
KINDS = FieldTable(a.Kind, (
    _ID,
    Field("name", Local(), "what the kind is called", required=True),
    Field("acts", Flag(), "false where nothing is done by it; true if left out"),
))  # fmt: skip
SELECTION = FieldTable(a.Selection, (
    Field("id", ListOf(Ref(("recommendation",)), True), "ids of recommendations"),
    Field("source", ListOf(SOURCE, True), "ids of sources"),
    Field("theme", ListOf(THEME, True), "ids of themes"),
    Field("institution", ListOf(Str(), True), "institutions that the source bears"),
    Field("addressee", ListOf(Str(), True), "whom they are addressed to"),
    Field("specificity", ListOf(Whole(1, 5), True), "how concrete they are"),
), one_of=("id", "source", "theme", "institution", "addressee", "specificity"))  # fmt: skip
FOCUS = FieldTable(a.Focus, (
    Field("name", Local(), "what these recommendations are called together", required=True),
    Field("where", Part(SELECTION), "which recommendations these are", required=True),
))  # fmt: skip
THEMES = FieldTable(a.Theme, (
    _ID,
    Field("name", Local(), "the name of the theme", required=True),
    Field("description", Local(), "what belongs to it"),
))  # fmt: skip
SOURCES = FieldTable(r.Source, (
    _ID,
    Field("kind", Choice(v.SourceKind), "what sort of document", required=True),
    _TITLE,
    Field("publisher", Local(), "who brought it out", required=True),
    Field("date", Day(), "that it bears; a year suffices"),
    Field("read", Day(), "on which somebody read it"),
    Field("authors", ListOf(Str()), "persons"),
    Field("institutions", ListOf(Str()), "institutions that the authors belong to"),
    Field("identifier", Str(), "Kamerstuk, CELEX, COM, ISBN"),
    Field("url", Url(), "where it can be read"),
    Field("reliability", Choice(v.Reliability), "how near to the original is what was read"),
    Field("text", FilePath(), "the archived text, a path inside the catalogue"),
    _NOTE, _WAIVE,
), one_of=("date", "read"))  # fmt: skip
ORGANISATIONS = FieldTable(r.Organisation, (
    _ID,
    Field("name", Local(), "its name", required=True),
    Field("abbreviation", Str(), "what it is called for short"),
    Field("kind", Choice(v.OrganisationKind), "what sort of organisation"),
    Field("level", LevelId(), "at which level it stands"),
    Field("part_of", ORGANISATION, "the organisation that this is a part of"),
    Field("succeeds", ListOf(ORGANISATION, True), "the organisations whose place it took"),
    Field("url", Url(), "where it can be read about"),
    _NOTE, _WAIVE,
))  # fmt: skip
RECOMMENDATIONS = FieldTable(r.Recommendation, (
    _ID,
    Field("source", SOURCE, "id of the source that asks for it", required=True),
    _TITLE,
    Field("text", Local(), "the recommendation at length"),
    _THEMES,
    Field("addressee", ListOf(Party(level=True), True), "whom it is addressed to"),
    Field("specificity", Whole(1, 5), "1 a general direction … 5 a concrete act"),
    _LOCATOR, _EVIDENCE,
    Field("responses", ListOf(Part(RESPONSE)), "what government answered, oldest first"),
    Field("considered", ListOf(Part(CONSIDERED)), "what was looked at and found wanting"),
    Field("agrees_with", ListOf(Part(COMPARISON)), "recommendations that ask the same"),
    Field("conflicts_with", ListOf(Part(COMPARISON)), "recommendations that do not go with it"),
    _NOTE, _WAIVE,
))  # fmt: skip
OBJECTIVES = FieldTable(r.Objective, (
    _ID, _TITLE,
    Field("owner", ListOf(Party(), True), "who states it"),
    Field("source", SOURCE, "id of the source that states it"),
    _THEMES, _EVIDENCE, _NOTE, _WAIVE,
))  # fmt: skip
INSTRUMENTS = FieldTable(r.Instrument, (
    _ID,
    Field("name", Local(), "its name", required=True),
    Field("kind", KindId(), "what sort of instrument", required=True),
    Field("level", LevelId(), "at which level it stands", required=True),
    Field("owner", ListOf(Party(), True), "who answers for it", required=True),
    Field("status", ListOf(Part(STATUS)), "what it became, oldest first", required=True),
    Field("part_of", INSTRUMENT, "the instrument that this is a part of"),
    Field("description", Local(), "what it does"),
    _THEMES,
    Field("budgets", ListOf(Part(BUDGET)), "money, oldest first"),
    Field("targets", ListOf(Part(TARGET)), "what is to be reached and when"),
    Field("indicators", ListOf(Part(INDICATOR)), "what a monitor measures"),
    Field("superseded_by", INSTRUMENT, "the instrument that took its place"),
    _EVIDENCE, _NOTE, _WAIVE,
))  # fmt: skip
LINKS = FieldTable(r.TraceLink, (
    Field("from", Ref(("recommendation", "objective")), "what is answered", True, "origin"),
    Field("to", Ref(("objective", "instrument")), "what answers it", True, "target"),
    Field("relation", Choice(v.Relation), "supports unless said otherwise"),
    Field("extent", Choice(v.Extent), "how much it answers; required where it supports"),
    Field("basis", Choice(v.Basis), "who says so", required=True),
    Field("joint", Str(), "a name shared by links that only count together"),
    Field("rationale", Local(), "why the analyst concludes it; required where inferred"),
    _EVIDENCE,
    Field("since", Day(), "from when the link holds"),
    Field("by", Str(), "who laid it"),
    Field("reviewed", Part(REVIEW), "who looked at it last"),
    Field("doubts", ListOf(Part(DOUBT)), "objections to it, oldest first"),
    _NOTE, _WAIVE,
))  # fmt: skip
SEARCHES = FieldTable(r.Search, (
    _ID,
    Field("date", Day(), "when somebody looked", required=True),
    Field("for", ListOf(Choice(v.Sought), True), "what was looked for", True, "sought"),
    Field("covers", ListOf(Ref(("recommendation",)), True), "for which recommendations", True),
    Field("words", ListOf(Str()), "the words that were searched for"),
    Field("where", ListOf(Str()), "the places that were searched"),
    Field("by", Str(), "who looked"),
    Field("found", TextsOf(("recommendation",)), "what was seen, by recommendation"),
    _NOTE,
))  # fmt: skip
CATALOGUE = FieldTable(a.CatalogueInfo, (
    Field("title", Local(), "the name of the catalogue", required=True),
    Field("languages", ListOf(Str()), "languages of its texts, the first is the default", True),
    Field("format", Version(), "the format of these files: 2"),
    Field("focus", Part(FOCUS), "the recommendations that the catalogue is about"),
    Field("levels", ListOf(Part(LEVELS)), "levels of its own in the place of nl and eu"),
    Field("kinds", ListOf(Part(KINDS)), "kinds of instruments beside the built-in ones"),
    Field("themes", ListOf(Part(THEMES)), "the themes that records may name"),
    Field("checks", Settings(), "severity per rule, or off"),
    Field("governments", ListOf(Part(GOVERNMENT)), "when a new government took office"),
))  # fmt: skip

#: The top-level keys that hold lists of records.
COLLECTIONS: Mapping[str, FieldTable] = {
    "organisations": ORGANISATIONS,
    "sources": SOURCES,
    "recommendations": RECOMMENDATIONS,
    "objectives": OBJECTIVES,
    "instruments": INSTRUMENTS,
    "links": LINKS,
    "searches": SEARCHES,
}
TABLE_OF: Mapping[type, FieldTable] = {
    table.record: table
    for table in (*COLLECTIONS.values(), THEMES, LEVELS, KINDS, SELECTION, FOCUS, EVIDENCE,
                  RESPONSE, STATUS, BUDGET, TARGET, OBSERVATION, INDICATOR, CONSIDERED, COMPARISON,
                  ANSWER, DOUBT, REVIEW, WAIVER, GOVERNMENT, CATALOGUE)
}  # fmt: skip
