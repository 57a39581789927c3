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
    TermType,
    TextsOf,
    Url,
    Version,
    Whole,
)
from dosa_trace.catalog.model import catalog_info as a
from dosa_trace.catalog.model import judged as j
from dosa_trace.catalog.model import parts as p
from dosa_trace.catalog.model import records as r
from dosa_trace.catalog.model import vocabulary as v

__all__ = [
    "AmountType", "Choice", "Day", "Field", "FieldTable", "FieldType", "FilePath", "Flag", "Ident",
    "KindId", "LevelId", "ListOf", "Local", "NumberType", "Part", "Party", "Ref", "Settings", "Str",
    "TermType", "TextsOf", "Url", "Version", "Whole",
]  # fmt: skip


SOURCE, THEME, INSTRUMENT = Ref(("source",)), Ref(("theme",)), Ref(("instrument",))
ORGANISATION = Ref(("organisation",))

_NOTE = Field("note", Local(), "what a reader must know about this record")
_LOCATOR = Field("locator", Str(numbers=True), "where in the source: page, section, line")
_QUOTE = Field("quote", Str(), "at most 15 words, verbatim from the source")
_SOURCE = Field("source", SOURCE, "id of the source that says so", required=True)
_WHEN = Field("date", Day(), "day, month or year of the event")
_READ = Field("read", Day(), "if the source has no date: the day it was read")
_THEMES = Field("themes", ListOf(THEME), "ids of themes")
_TITLE = Field("title", Local(), "what it is about, in one line", required=True)
_ID = Field("id", Ident(), "unique in the whole catalogue", required=True)

EVIDENCE = FieldTable(p.Evidence, (
    Field("source", SOURCE, "id of the source", required=True),
    _LOCATOR,
    _QUOTE,
))  # fmt: skip
_EVIDENCE = Field("evidence", ListOf(Part(EVIDENCE)), "the places in sources that show it")

RESPONSE = FieldTable(p.Response, (
    _WHEN, _READ,
    Field("value", Choice(v.ResponseValue), "the response of government", required=True),
    _SOURCE,
    Field("scope", Choice(v.Scope), "to this recommendation or to the whole set"),
    Field("commitment", Flag(), "whether it is a commitment to the House"),
    Field("by", ListOf(Party(), True), "which organisation responded"),
    Field("seen", Choice(v.Seen), "how much of the response was read"),
    Field("draft", Flag(), "true for an officials' draft that is not known to be sent"),
    _LOCATOR, _QUOTE, _NOTE,
), one_of=("date", "read"))  # fmt: skip
STATUS = FieldTable(p.StatusEvent, (
    _WHEN, _READ,
    Field("value", Choice(v.StatusValue), "the status of the instrument", required=True),
    _SOURCE, _LOCATOR, _QUOTE, _NOTE,
), one_of=("date", "read"))  # fmt: skip
BUDGET = FieldTable(p.Budget, (
    Field("amount", AmountType(), "the amount in whole units, not in millions", required=True),
    Field("currency", Str(), "three letters, such as EUR", required=True),
    Field("stage", Choice(v.Stage), "how firm the money is", required=True),
    Field("nature", Choice(v.Nature), "whether it is new, and whose it is"),
    _WHEN, _READ, _SOURCE,
    Field("purpose", Local(), "which part of the money this is"),
    Field("counts", Flag(), "false if the value of another source is right"),
    _NOTE,
), one_of=("date", "read"))  # fmt: skip
REPORTED = FieldTable(p.Reported, (
    Field("date", Day(), "when it was reported", required=True),
    _SOURCE,
))  # fmt: skip
TARGET = FieldTable(p.Target, (
    Field("name", Local(), "the target", required=True),
    Field("due", Day(), "when it is to be reached", required=True),
    Field("date", Day(), "when this plan was given"),
    _READ, _SOURCE,
    Field("met", Part(REPORTED), "where a source says that it was reached"),
    Field("missed", Part(REPORTED), "where a source says that it was not reached in time"),
    _NOTE,
), one_of=("date", "read"))  # fmt: skip
ANSWER_WITHIN = FieldTable(p.AnswerWithin, (
    Field("term", TermType(), "how long after the date of the source", required=True),
    _SOURCE, _LOCATOR, _QUOTE,
))  # fmt: skip
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
READING_ANSWER = FieldTable(j.ReadingAnswer, (
    Field("value", Choice(v.Outcome), "whether the judgement was kept or changed", required=True),
    Field("reason", Local(), "why", required=True),
    Field("by", Local(), "who decided"),
    Field("date", Day(), "when it was decided"),
))  # fmt: skip
_READING_ENDS = (
    Field("blind", Flag(), "true if the first judgement was not shown"),
    Field("note", Local(), "the reason of the reader"),
    Field("digest", Str(numbers=True), "checksum of what was read"),
    Field("answer", Part(READING_ANSWER), "what was decided after a reading that differs"),
)
_READING_BEGINS = (
    Field("date", Day(), "when it was read", required=True),
    Field("by", Local(), "who read it", required=True),
)
READING = FieldTable(j.Reading, (
    *_READING_BEGINS,
    Field("extent", Choice(v.ReadExtent), "how the reader judges the extent", required=True),
    *_READING_ENDS,
))  # fmt: skip
FIELD_READING = FieldTable(j.FieldReading, (
    *_READING_BEGINS,
    Field("of", Str(), "what was judged: specificity, or responses.1 and so on", required=True),
    Field("value", Str(numbers=True), "how the reader judges it", required=True),
    *_READING_ENDS,
))  # fmt: skip
CONSIDERED = FieldTable(j.Considered, (
    Field("instruments", ListOf(INSTRUMENT), "what was considered", required=True),
    Field("reason", Local(), "why it does not cover the recommendation", required=True),
    Field("date", Day(), "when it was considered"),
    Field("readings", ListOf(Part(READING)), "how others judge this"),
))  # fmt: skip
COMPARISON = FieldTable(p.Comparison, (
    Field("to", Ref(("recommendation",)), "id of the other recommendation", required=True),
    Field("basis", Choice(v.Basis), "who says so", required=True),
    Field("rationale", Local(), "the reason of the analyst; required with inferred"),
    _EVIDENCE,
))  # fmt: skip
ANSWER = FieldTable(j.DoubtAnswer, (
    Field("date", Day(), "when there was a reply", required=True),
    Field("text", Local(), "the reply", required=True),
))  # fmt: skip
DOUBT = FieldTable(j.Doubt, (
    Field("date", Day(), "when it was raised", required=True),
    Field("text", Local(), "the challenge and its reason", required=True),
    Field("by", Local(), "who challenges it"),
    Field("answered", Part(ANSWER), "the reply; without it the challenge is unanswered"),
))  # fmt: skip
REVIEW = FieldTable(j.Review, (
    Field("date", Day(), "when", required=True),
    Field("by", Local(), "who", required=True),
    Field("digest", Str(numbers=True), "checksum of what was reviewed; `check` gives it"),
))  # fmt: skip

WAIVER = FieldTable(p.Waiver, (
    Field("rule", Str(), "code or name of the rule", required=True),
    Field("reason", Local(), "why the finding may remain; required"),
    Field("until", Day(), "the last day of the exemption"),
))  # fmt: skip
_WAIVE = Field("waive", ListOf(Part(WAIVER)), "findings that are exempted for this record")
_RENAMED = Field("renamed", ListOf(Ident()), "the ids that it had before")
GOVERNMENT = FieldTable(a.Government, (
    Field("name", Local(), "the name of the government", required=True),
    Field("date", Day(), "when it took office", required=True),
    _SOURCE,
))  # fmt: skip

LEVELS = FieldTable(a.Level, (
    _ID,
    Field("name", Local(), "what instruments of this level are called", required=True),
    Field("responder", Local(), "who responds at this level"),
))  # fmt: skip
KINDS = FieldTable(a.Kind, (
    _ID,
    Field("name", Local(), "what the kind is called", required=True),
    Field("acts", Flag(), "false if it carries nothing out; true by default"),
))  # fmt: skip
SELECTION = FieldTable(a.Selection, (
    Field("id", ListOf(Ref(("recommendation",)), True), "ids of recommendations"),
    Field("source", ListOf(SOURCE, True), "ids of sources"),
    Field("theme", ListOf(THEME, True), "ids of themes"),
    Field("institution", ListOf(Str(), True), "institutions named on the source"),
    Field("addressee", ListOf(Str(), True), "the addressee"),
    Field("specificity", ListOf(Whole(1, 5), True), "how concrete they are"),
), one_of=("id", "source", "theme", "institution", "addressee", "specificity"))  # fmt: skip
FOCUS = FieldTable(a.Focus, (
    Field("name", Local(), "the name of these recommendations together", required=True),
    Field("where", Part(SELECTION), "which recommendations these are", required=True),
))  # fmt: skip
THEMES = FieldTable(a.Theme, (
    _ID,
    Field("name", Local(), "the name of the theme", required=True),
    Field("description", Local(), "what belongs to it"),
    _RENAMED,
))  # fmt: skip
SOURCES = FieldTable(r.Source, (
    _ID,
    Field("kind", Choice(v.SourceKind), "what sort of document", required=True),
    _TITLE,
    Field("publisher", Local(), "who published it", required=True),
    Field("date", Day(), "as printed on the source; a year is enough"),
    Field("read", Day(), "the day on which it was read"),
    Field("authors", ListOf(Str()), "persons"),
    Field("institutions", ListOf(Str()), "institutions that the authors belong to"),
    Field("identifier", Str(), "Kamerstuk, CELEX, COM, ISBN"),
    Field("url", Url(), "where it can be read"),
    Field("reliability", Choice(v.Reliability), "how close to the original that text is"),
    Field("speaks_for", ListOf(ORGANISATION, True), "whose words it passes on"),
    Field("seen", Choice(v.Seen), "how much of it was read"),
    Field("answer_within", Part(ANSWER_WITHIN), "within what term it asks for a response"),
    Field("text", FilePath(), "the archived text, a path inside the catalogue"),
    _NOTE, _WAIVE, _RENAMED,
), one_of=("date", "read"))  # fmt: skip
ORGANISATIONS = FieldTable(r.Organisation, (
    _ID,
    Field("name", Local(), "its name", required=True),
    Field("abbreviation", Str(), "a short name"),
    Field("kind", Choice(v.OrganisationKind), "what sort of organisation"),
    Field("level", LevelId(), "its level"),
    Field("independent", Flag(), "true where no minister directs it, as for a supervisor"),
    Field("part_of", ORGANISATION, "the organisation that this is part of"),
    Field("succeeds", ListOf(ORGANISATION, True), "the organisations that it replaced"),
    Field("tooi", Url(), "its address in the register of Dutch government organisations"),
    Field("url", Url(), "a page about it"),
    _NOTE, _WAIVE, _RENAMED,
))  # fmt: skip
RECOMMENDATIONS = FieldTable(r.Recommendation, (
    _ID,
    Field("source", SOURCE, "id of the source of the recommendation", required=True),
    _TITLE,
    Field("text", Local(), "the recommendation in full"),
    _THEMES,
    Field("addressee", ListOf(Party(level=True), True), "the addressee"),
    Field("specificity", Whole(1, 5), "1 a general direction … 5 a concrete action"),
    _LOCATOR, _EVIDENCE,
    Field("responses", ListOf(Part(RESPONSE)), "the responses of government, oldest first"),
    Field("considered", ListOf(Part(CONSIDERED)), "instruments considered, but not enough"),
    Field("agrees_with", ListOf(Part(COMPARISON)), "recommendations that ask for the same"),
    Field("conflicts_with", ListOf(Part(COMPARISON)), "recommendations that conflict with it"),
    Field("readings", ListOf(Part(FIELD_READING)), "how others judge its fields"),
    _NOTE, _WAIVE, _RENAMED,
))  # fmt: skip
OBJECTIVES = FieldTable(r.Objective, (
    _ID, _TITLE,
    Field("owner", ListOf(Party(), True), "who states it"),
    Field("source", SOURCE, "id of the source that states it"),
    _THEMES, _EVIDENCE, _NOTE, _WAIVE, _RENAMED,
))  # fmt: skip
INSTRUMENTS = FieldTable(r.Instrument, (
    _ID,
    Field("name", Local(), "its name", required=True),
    Field("kind", KindId(), "what sort of instrument", required=True),
    Field("level", LevelId(), "its level", required=True),
    Field("owner", ListOf(Party(), True), "who is responsible for it", required=True),
    Field("status", ListOf(Part(STATUS)), "its statuses, oldest first", required=True),
    Field("part_of", INSTRUMENT, "the instrument that this is part of"),
    Field("description", Local(), "what it does"),
    _THEMES,
    Field("budgets", ListOf(Part(BUDGET)), "money, oldest first"),
    Field("targets", ListOf(Part(TARGET)), "what is to be reached and when"),
    Field("indicators", ListOf(Part(INDICATOR)), "what a monitor measures"),
    Field("superseded_by", INSTRUMENT, "the instrument that replaced it"),
    _EVIDENCE, _NOTE, _WAIVE, _RENAMED,
))  # fmt: skip
LINKS = FieldTable(r.TraceLink, (
    Field("from", Ref(("recommendation", "objective")), "the supported record", True, "origin"),
    Field("to", Ref(("objective", "instrument")), "the supporting record", True, "target"),
    Field("relation", Choice(v.Relation), "supports unless said otherwise"),
    Field("extent", Choice(v.Extent), "to what extent it supports; required with supports"),
    Field("basis", Choice(v.Basis), "who says so", required=True),
    Field("joint", Str(), "a name shared by links that count only together"),
    Field("rationale", Local(), "the reason of the analyst; required with inferred"),
    _EVIDENCE,
    Field("since", Day(), "from when the link holds"),
    Field("by", Local(), "who made the link"),
    Field("reviewed", Part(REVIEW), "the last review"),
    Field("readings", ListOf(Part(READING)), "how others judge this"),
    Field("doubts", ListOf(Part(DOUBT)), "challenges to it, oldest first"),
    _NOTE, _WAIVE,
))  # fmt: skip
SEARCHES = FieldTable(r.Search, (
    _ID,
    Field("date", Day(), "when the search was made", required=True),
    Field("for", ListOf(Choice(v.Sought), True), "what was searched for", True, "sought"),
    Field("covers", ListOf(Ref(("recommendation",)), True), "for which recommendations", True),
    Field("words", ListOf(Local()), "the words that were searched for"),
    Field("where", ListOf(Str()), "the places that were searched"),
    Field("by", Local(), "who searched"),
    Field("found", TextsOf(("recommendation",)), "what was found, by recommendation"),
    _NOTE, _RENAMED,
))  # fmt: skip
CATALOGUE = FieldTable(a.CatalogueInfo, (
    Field("title", Local(), "the name of the catalogue", required=True),
    Field("languages", ListOf(Str()), "languages of its texts, the first is the default", True),
    Field("format", Version(), "the format of these files: 2"),
    Field("focus", Part(FOCUS), "the recommendations that the catalogue is about"),
    Field("levels", ListOf(Part(LEVELS)), "its own levels instead of nl and eu"),
    Field("kinds", ListOf(Part(KINDS)), "kinds of instruments in addition to the built-in ones"),
    Field("themes", ListOf(Part(THEMES)), "the themes that records may name"),
    Field("checks", Settings(), "severity per rule, or off"),
    Field("governments", ListOf(Part(GOVERNMENT)), "when a new government took office"),
    Field("makers", ListOf(Local(), True), "who makes the catalogue and judges in it"),
    Field("licence", Str(), "under which licence it may be used, such as CC-BY-4.0"),
    Field("contact", Str(), "an address or page for questions and corrections"),
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
                  RESPONSE, STATUS, BUDGET, TARGET, REPORTED, ANSWER_WITHIN, OBSERVATION, INDICATOR,
                  READING_ANSWER,
                  READING, FIELD_READING, CONSIDERED, COMPARISON, ANSWER, DOUBT, REVIEW, WAIVER,
                  GOVERNMENT, CATALOGUE)
}  # fmt: skip
