"""Values to typed fields, by the table of fields; every mistake becomes a diagnostic at its place.

Each field type is compiled once into a small function, because a large catalogue has a million
fields. A function returns MISSING where it has reported something instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from dosa_trace.catalog import fields as f
from dosa_trace.catalog import shapes
from dosa_trace.catalog.contents import Reference
from dosa_trace.catalog.dates import parse_date
from dosa_trace.catalog.records import LocalText, Place
from dosa_trace.catalog.values import Mapping, Scalar, Sequence, Value, YamlFile, resolve
from dosa_trace.diagnostics import Alternatives, Diagnostic, Rule, Span, did_you_mean, near
from dosa_trace.labels import Phrase, Words

MISSING: Final = object()
_IDENTIFIER = re.compile(r"[a-z0-9]+(?:[.-]+[a-z0-9]+)*", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2}", re.ASCII)
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.ASCII)


@dataclass(slots=True)
class Context:
    """The file being read, and what has been found in it so far."""

    file: YamlFile
    found: list[Diagnostic]
    references: list[Reference] = field(default_factory=list)
    languages: frozenset[str] | None = None

    def report(self, rule: Rule, message: Words, value: Value, hint: Words | None) -> object:
        span = self.file.span(value)
        if type(value) is not Scalar:
            span = Span(span.file, span.line, span.column, span.line, span.column + 1)
        self.found.append(Diagnostic(rule, message, span, hint))
        return MISSING


Convert = Callable[[Context, Value], Any]


def _wrong(context: Context, key: str, value: Value, expected: Phrase, hint: Phrase) -> object:
    if type(value) is Scalar and value.plain and resolve(value) is None:
        message = shapes.IS_EMPTY(key=key)
        return context.report(shapes.WRONG_TYPE, message, value, shapes.FILL_IN)
    message = shapes.MUST_BE(key=key, expected=expected, found=_describe(value))
    return context.report(shapes.WRONG_TYPE, message, value, hint)


def _describe(value: Value) -> object:
    match value:
        case Sequence():
            return shapes.A_LIST
        case Mapping():
            return shapes.A_MAP
    resolved = resolve(value)
    if isinstance(resolved, str):
        return shapes.QUOTED(text=resolved if len(resolved) < 60 else f"{resolved[:57]}…")
    return (shapes.A_FLAG if isinstance(resolved, bool) else shapes.A_NUMBER)(text=value.text)


def _text(key: str, numbers: bool) -> Convert:
    def convert(context: Context, value: Value) -> object:
        if type(value) is Scalar:
            if value.text.strip() and isinstance(resolve(value), str):
                return value.text
            if numbers and value.plain and isinstance(resolve(value), (int, float)):
                return value.text
            if not value.plain:
                return context.report(
                    shapes.WRONG_TYPE, shapes.IS_EMPTY(key=key), value, shapes.FILL_IN
                )
        return _wrong(context, key, value, shapes.TEXT, shapes.QUOTE_IT)

    return convert


def _local(key: str) -> Convert:
    text = _text(key, numbers=False)

    def convert(context: Context, value: Value) -> object:
        if type(value) is Mapping:
            texts = []
            for code, (code_scalar, item) in value.entries.items():
                if context.languages is None:
                    known = _LANGUAGE.fullmatch(code) is not None
                else:
                    known = code in context.languages
                if not known:
                    split_by_comma = value.flow and type(item) is Scalar and not item.text
                    hint = shapes.COMMA_SPLITS if split_by_comma else shapes.USE_LANGUAGE(
                        codes=Alternatives(tuple(sorted(context.languages or ("en", "nl"))))
                    )  # fmt: skip
                    context.report(
                        shapes.UNKNOWN_FIELD,
                        shapes.NO_LANGUAGE(key=key, code=code),
                        code_scalar,
                        hint,
                    )
                elif (said := text(context, item)) is not MISSING:
                    texts.append((code, said))
            if texts:
                return LocalText(tuple(texts))
            if not value.entries:
                return context.report(
                    shapes.WRONG_TYPE, shapes.IS_EMPTY(key=key), value, shapes.FILL_IN
                )
            return MISSING
        said = text(context, value)
        return said if said is MISSING else LocalText((("", said),))

    return convert


def _identifier(key: str) -> Convert:
    def convert(context: Context, value: Value) -> object:
        if type(value) is Scalar and _IDENTIFIER.fullmatch(value.text):
            return value.text
        if type(value) is not Scalar or not value.text:
            return _wrong(context, key, value, shapes.AN_ID, shapes.ID_SHAPE)
        better = "-".join(re.findall(r"[a-z0-9.]+", value.text.lower())).strip("-.")
        hint = did_you_mean((better,)) if _IDENTIFIER.fullmatch(better) else shapes.ID_SHAPE
        return context.report(shapes.BAD_ID, shapes.NOT_AN_ID(text=value.text), value, hint)

    return convert


def _reference(key: str, kinds: tuple[str, ...]) -> Convert:
    def convert(context: Context, value: Value) -> object:
        if type(value) is Scalar and value.text:
            context.references.append(Reference(key, value.text, kinds, context.file, value))
            return value.text
        return _wrong(context, key, value, shapes.AN_ID, shapes.ID_SHAPE)

    return convert


def _day(key: str) -> Convert:
    def convert(context: Context, value: Value) -> object:
        if type(value) is Scalar:
            day = parse_date(value.text)
            if day is not None:
                return day
            if value.text:
                return context.report(
                    shapes.BAD_DATE,
                    shapes.NOT_A_DATE(text=value.text),
                    value,
                    shapes.DATE_SHAPE,
                )
        return _wrong(context, key, value, shapes.A_DATE, shapes.DATE_SHAPE)

    return convert


def _choice(key: str, words: dict[str, Any]) -> Convert:
    def convert(context: Context, value: Value) -> object:
        if type(value) is Scalar:
            member = words.get(value.text)
            if member is not None:
                return member
            if value.text:
                close = did_you_mean(near(value.text, words))
                hint = close or shapes.ONE_OF(words=Alternatives(tuple(words)))
                message = shapes.NOT_ONE_OF(key=key, text=value.text)
                return context.report(shapes.UNKNOWN_VALUE, message, value, hint)
        return _wrong(context, key, value, shapes.A_WORD, shapes.QUOTE_IT)

    return convert


def _number(key: str, least: float | None = None, most: float | None = None) -> Convert:
    whole = least is not None

    def convert(context: Context, value: Value) -> object:
        got = resolve(value) if type(value) is Scalar else None
        is_number = isinstance(got, int if whole else (int, float)) and not isinstance(got, bool)
        if not is_number or (isinstance(got, float) and got - got != 0):
            return _wrong(
                context, key, value, shapes.WHOLE if whole else shapes.NUMBER, shapes.WRITE_NUMBER
            )
        if whole and not least <= got <= most:  # type: ignore[operator]
            message = shapes.OUT_OF_RANGE(key=key, least=str(least), most=str(most), text=str(got))
            return context.report(shapes.UNKNOWN_VALUE, message, value, None)
        return got

    return convert


def _flag(key: str) -> Convert:
    def convert(context: Context, value: Value) -> object:
        got = resolve(value) if type(value) is Scalar else None
        return (
            got
            if isinstance(got, bool)
            else _wrong(context, key, value, shapes.A_TRUTH, shapes.WRITE_TRUE)
        )

    return convert


def _pattern(key: str, fits: Callable[[str], object], expected: Phrase, hint: Phrase) -> Convert:
    text = _text(key, numbers=False)

    def convert(context: Context, value: Value) -> object:
        said = text(context, value)
        if said is MISSING or fits(said):
            return said
        return _wrong(context, key, value, expected, hint)

    return convert


def _inside(path: str) -> bool:
    return not (path.startswith("/") or "\\" in path or ":" in path or ".." in path.split("/"))


def _settings(key: str) -> Convert:
    choice = _choice(key, {word: word for word in ("off", "note", "warning", "error")})

    def convert(context: Context, value: Value) -> object:
        if type(value) is not Mapping:
            return _wrong(context, key, value, shapes.A_MAPPING, shapes.SETTINGS_SHAPE)
        triples = (
            (rule, choice(context, item), context.file.span(scalar))
            for rule, (scalar, item) in value.entries.items()
        )
        return tuple(one for one in triples if one[1] is not MISSING)

    return convert


def _list(key: str, item: Convert) -> Convert:
    def convert(context: Context, value: Value) -> object:
        if type(value) is Sequence:
            got = [item(context, entry) for entry in value.items]
            return tuple([entry for entry in got if entry is not MISSING])
        return _wrong(context, key, value, shapes.LIST, shapes.LIST_SHAPE)

    return convert


@cache
def converter(type_: f.FieldType, key: str) -> Convert:  # noqa: PLR0911 - one line per type
    """The function that turns a value into what a field of this type and name holds."""
    match type_:
        case f.Str(numbers):
            return _text(key, numbers)
        case f.Local():
            return _local(key)
        case f.Ident():
            return _identifier(key)
        case f.Ref(kinds):
            return _reference(key, kinds)
        case f.Day():
            return _day(key)
        case f.Choice(words):
            return _choice(key, {word.value: word for word in words})
        case f.Whole(least, most):
            return _number(key, least, most)
        case f.Number():
            return _number(key)
        case f.Flag():
            return _flag(key)
        case f.Url():
            return _pattern(key, _URL.fullmatch, shapes.AN_ADDRESS, shapes.ADDRESS_SHAPE)
        case f.FilePath():
            return _pattern(key, _inside, shapes.A_PATH, shapes.PATH_SHAPE)
        case f.Settings():
            return _settings(key)
        case f.ListOf(item):
            return _list(key, converter(item, key))
        case f.Part(table):
            return record_converter(table, key)


@cache
def record_converter(table: f.Table, key: str) -> Convert:
    """The function that turns a mapping into a record of this table."""
    by_key = {field.key: (field.name, converter(field.type, field.key)) for field in table.fields}
    required = tuple((field.key, field.name) for field in table.fields if field.required)
    make = table.record
    has_place = hasattr(make, "KIND")  # a record of its own; a part of one has none

    def convert(context: Context, value: Value) -> object:
        if type(value) is not Mapping:
            return _wrong(context, key, value, shapes.A_RECORD, shapes.RECORD_SHAPE)
        values: dict[str, Any] = {"place": Place(context.file, value)} if has_place else {}
        for name, (name_scalar, item) in value.entries.items():
            entry = by_key.get(name)
            if entry is None:
                _unknown_field(context, name, name_scalar, item, value, by_key)
            elif (got := entry[1](context, item)) is not MISSING:
                values[entry[0]] = got
        complete = True
        for name, attribute in required:
            if attribute not in values:
                complete = False
                if name not in value.entries:
                    context.report(
                        shapes.MISSING_FIELD,
                        shapes.FIELD_MISSING(key=name),
                        _head(value),
                        shapes.ADD_FIELD,
                    )
        return make(**values) if complete else MISSING

    return convert


def _head(value: Mapping) -> Value:
    """Where to point at a record that lacks something: its first key."""
    return next((key for key, _ in value.entries.values()), value)


def _unknown_field(
    context: Context, name: str, scalar: Scalar, item: Value, parent: Mapping, known: dict[str, Any]
) -> None:
    close = near(name, known)
    hint: Words | None
    if close:
        hint = did_you_mean(close)
    elif parent.flow and type(item) is Scalar and not item.text:
        hint = shapes.COMMA_SPLITS
    else:
        hint = shapes.KNOWN_FIELDS(words=Alternatives(tuple(known)))
    context.report(shapes.UNKNOWN_FIELD, shapes.NO_SUCH_FIELD(key=name), scalar, hint)
