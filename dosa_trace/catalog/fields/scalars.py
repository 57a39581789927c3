"""Single values to what a field holds: text, ids, dates, numbers, words; every mistake becomes a
diagnostic at its place.

Each function makes a converter for one field, because a large catalogue has a million fields. A
converter returns MISSING where it has reported something instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from dosa_trace import labels
from dosa_trace.catalog.fields import messages
from dosa_trace.catalog.fields import rules as record_rules
from dosa_trace.catalog.model.catalog import Reference
from dosa_trace.catalog.model.catalog_info import Kind, Level
from dosa_trace.catalog.model.dates import meant_date, parse_date, parse_term
from dosa_trace.catalog.text.values import Scalar, Value, YamlFile, YamlList, YamlMap, resolve
from dosa_trace.diagnostics import Diagnostic, Rule, Span, did_you_mean, near
from dosa_trace.language import Alternatives, Phrase, Words, by_name

MISSING: Final = object()
#: The format of a catalogue's files that this program reads.
FORMAT = 2
_THOUSANDS = re.compile(r"\d{1,3}([.,_ \u00a0]\d{3})+", re.ASCII)
#: No amount or number on file is larger: a thousand million million.
LARGEST = 10**18
#: How many characters an id has at most.
LONGEST_ID = 100
#: What an id looks like.
IDENTIFIER = re.compile(r"[a-z0-9]+(?:[.-]+[a-z0-9]+)*", re.ASCII)


@dataclass(slots=True)
class Context:
    """The file being read, and what has been found in it so far."""

    file: YamlFile
    found: list[Diagnostic]
    references: list[Reference] = field(default_factory=list)
    languages: frozenset[str] | None = None
    #: What levels and kinds of instruments may be named; None where nobody knows yet.
    levels: Mapping_[str, Level] | None = None
    kinds: Mapping_[str, Kind] | None = None
    #: Whether the catalogue lists organisations, so that they are named by their ids.
    by_id: bool = False
    #: Whether the field that is being read must be there.
    required: bool = False

    def report(self, rule: Rule, message: Words, value: Value, hint: Words | None) -> object:
        if hint is messages.FILL_IN and self.required:
            hint = messages.FILL_IT_IN
        span = self.file.span(value)
        if type(value) is not Scalar:
            span = Span(span.file, span.line, span.column, span.line, span.column + 1)
        self.found.append(Diagnostic(rule, message, span, hint))
        return MISSING

    def refer(self, key: str, value: Scalar, kinds: tuple[str, ...]) -> None:
        """Notes that a record names another here, so that a check can see whether that exists."""
        self.references.append(Reference(key, value.text, kinds, self.file, value.start, value.end))


Convert = Callable[[Context, Value], Any]


def wrong(context: Context, key: str, value: Value, expected: Phrase, hint: Words) -> object:
    if type(value) is Scalar and value.plain and resolve(value) is None:
        message = messages.IS_EMPTY(key=key)
        return context.report(record_rules.WRONG_TYPE, message, value, messages.FILL_IN)
    message = messages.MUST_BE(key=key, expected=expected, found=describe(value))
    return context.report(record_rules.WRONG_TYPE, message, value, hint)


def describe(value: Value) -> object:
    match value:
        case YamlList():
            return messages.A_LIST
        case YamlMap():
            return messages.A_MAP
    resolved = resolve(value)
    if isinstance(resolved, str):
        return messages.QUOTED(text=resolved if len(resolved) < 60 else f"{resolved[:57]}…")
    return (messages.A_FLAG if isinstance(resolved, bool) else messages.A_NUMBER)(text=value.text)


def text(key: str, numbers: bool) -> Convert:
    def convert(context: Context, value: Value) -> object:
        if type(value) is Scalar:
            if value.text.strip() and isinstance(resolve(value), str):
                return value.text
            if numbers and value.plain and isinstance(resolve(value), (int, float)):
                return value.text
            if not value.plain:
                return context.report(
                    record_rules.WRONG_TYPE, messages.IS_EMPTY(key=key), value, messages.FILL_IN
                )
        return wrong(context, key, value, messages.TEXT, messages.QUOTE_IT)

    return convert


def identifier(key: str) -> Convert:
    def convert(context: Context, value: Value) -> object:
        if type(value) is Scalar and len(value.text) > LONGEST_ID:
            message = messages.LONG_ID(number=len(value.text), most=LONGEST_ID)
            return context.report(record_rules.BAD_ID, message, value, messages.SHORTEN_ID)
        if type(value) is Scalar and IDENTIFIER.fullmatch(value.text):
            return value.text
        if type(value) is not Scalar or not value.text:
            return wrong(context, key, value, messages.AN_ID, messages.ID_SHAPE)
        better = "-".join(re.findall(r"[a-z0-9.]+", value.text.lower())).strip("-.")
        hint = did_you_mean((better,)) if IDENTIFIER.fullmatch(better) else messages.ID_SHAPE
        return context.report(record_rules.BAD_ID, messages.NOT_AN_ID(text=value.text), value, hint)

    return convert


def reference(key: str, kinds: tuple[str, ...]) -> Convert:
    def convert(context: Context, value: Value) -> object:
        if type(value) is Scalar and value.text:
            context.refer(key, value, kinds)
            return value.text
        return wrong(context, key, value, messages.AN_ID, messages.ID_SHAPE)

    return convert


def day(key: str) -> Convert:
    def convert(context: Context, value: Value) -> object:
        if type(value) is Scalar:
            day = parse_date(value.text)
            if day is not None:
                return day
            if value.text:
                meant = meant_date(value.text)
                return context.report(
                    record_rules.BAD_DATE,
                    labels.NOT_A_DATE(text=value.text),
                    value,
                    did_you_mean((meant,)) if meant else labels.DATE_SHAPE,
                )
        return wrong(context, key, value, messages.A_DATE, labels.DATE_SHAPE)

    return convert


def term(key: str) -> Convert:
    """How long something may take."""
    as_text = text(key, numbers=False)

    def convert(context: Context, value: Value) -> object:
        said = as_text(context, value)
        if not isinstance(said, str):
            return said
        return parse_term(said) or wrong(context, key, value, messages.A_TERM, messages.TERM_SHAPE)

    return convert


def choice(key: str, words: dict[str, Any], called: Mapping_[str, Phrase] | None = None) -> Convert:
    """One of some words; `called` is what these are called, which many will write instead."""
    meant = by_name({word: names for word, names in (called or {}).items() if word in words})

    def convert(context: Context, value: Value) -> object:
        if type(value) is Scalar:
            member = words.get(value.text)
            if member is not None:
                return member
            if value.text:
                word = meant.get(value.text.strip().casefold())
                close = did_you_mean((word,) if word else near(value.text, words))
                hint = close or labels.USE(words=Alternatives(tuple(words)))
                message = messages.NOT_ONE_OF(key=key, text=value.text)
                return context.report(record_rules.UNKNOWN_VALUE, message, value, hint)
        return wrong(context, key, value, messages.A_WORD, messages.QUOTE_IT)

    return convert


def number(
    key: str, least: float | None = None, most: float | None = None, hint: Words | None = None
) -> Convert:
    """A number, a whole one where it has bounds; `hint` is how to write it."""
    whole = least is not None
    if whole and hint is None:
        hint = messages.FROM_TO(least=str(least), most=str(most))

    def convert(context: Context, value: Value) -> object:
        got = resolve(value) if type(value) is Scalar else None
        is_number = isinstance(got, int if whole else (int, float)) and not isinstance(got, bool)
        is_large = is_number and not -LARGEST <= got <= LARGEST  # type: ignore[operator]
        if not is_number or is_large or (isinstance(got, float) and got - got != 0):
            return wrong(
                context,
                key,
                value,
                messages.WHOLE if whole else messages.NUMBER,
                hint or messages.WRITE_NUMBER,
            )
        if whole and not least <= got <= most:  # type: ignore[operator]
            message = messages.OUT_OF_RANGE(
                key=key, least=str(least), most=str(most), text=str(got)
            )
            return context.report(record_rules.UNKNOWN_VALUE, message, value, None)
        return got

    return convert


def amount(key: str) -> Convert:
    """A number in which no dot or comma stands between thousands: YAML reads 200.000 as 200."""
    plain_number = number(key)

    def convert(context: Context, value: Value) -> object:
        if type(value) is Scalar and _THOUSANDS.fullmatch(value.text):
            digits = re.sub(r"\D", "", value.text)
            message = messages.NO_THOUSANDS(key=key, text=value.text)
            return context.report(
                record_rules.WRONG_TYPE, message, value, messages.WRITE_DIGITS(digits=digits)
            )
        got = plain_number(context, value)
        return got if got is MISSING else _exact(value)

    return convert


def _exact(value: Value) -> Decimal:
    """A number as it is written, not the nearest that a float can be."""
    got = resolve(value) if type(value) is Scalar else None
    if isinstance(got, float):
        assert type(value) is Scalar
        return Decimal(value.text.replace("_", ""))
    assert isinstance(got, int)
    return Decimal(got)


def flag(key: str) -> Convert:
    def convert(context: Context, value: Value) -> object:
        got = resolve(value) if type(value) is Scalar else None
        return (
            got
            if isinstance(got, bool)
            else wrong(context, key, value, messages.A_TRUTH, messages.WRITE_TRUE)
        )

    return convert


def version(key: str) -> Convert:
    """The number of the format, of which this program reads one."""
    as_number = number(key, 1, 1000, messages.WRITE_FORMAT)

    def convert(context: Context, value: Value) -> object:
        got = as_number(context, value)
        if got is MISSING or got == FORMAT:
            return got
        message = messages.OTHER_FORMAT(number=got)
        hint = messages.WRITE_FORMAT if got < FORMAT else messages.NEWER_FORMAT
        return context.report(record_rules.UNKNOWN_VALUE, message, value, hint)

    return convert


def pattern(key: str, fits: Callable[[str], object], expected: Phrase, hint: Phrase) -> Convert:
    as_text = text(key, numbers=False)

    def convert(context: Context, value: Value) -> object:
        said = as_text(context, value)
        if said is MISSING or fits(said):
            return said
        return wrong(context, key, value, expected, hint)

    return convert
