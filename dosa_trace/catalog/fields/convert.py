"""Records to typed objects, by the table of fields: what is inside what, and under which key."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from dosa_trace import labels
from dosa_trace.catalog.fields import catalog_words, messages, scalars
from dosa_trace.catalog.fields import rules as record_rules
from dosa_trace.catalog.fields import table as f
from dosa_trace.catalog.fields.how_to_write import example_of, how_to_add
from dosa_trace.catalog.fields.scalars import MISSING, Context, Convert
from dosa_trace.catalog.model.catalog_info import CheckSetting
from dosa_trace.catalog.model.parts import Found, LocalText
from dosa_trace.catalog.model.place import Place
from dosa_trace.catalog.text import messages as text_messages
from dosa_trace.catalog.text.values import Scalar, Value, YamlList, YamlMap, plain_data, resolve
from dosa_trace.diagnostics import did_you_mean, is_meant, near
from dosa_trace.language import Alternatives, Either, Words

#: Fields of an earlier format, and what is written in their place.
RETIRED = {"retrieved": messages.READ_INSTEAD}
_LANGUAGE = re.compile(r"[a-z]{2}", re.ASCII)
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.ASCII)


def _local(key: str) -> Convert:
    text = scalars.text(key, numbers=False)

    def convert(context: Context, value: Value) -> object:
        if type(value) is YamlMap:
            texts = []
            for code, (code_scalar, item) in value.entries.items():
                if context.languages is None:
                    known = _LANGUAGE.fullmatch(code) is not None
                else:
                    known = code in context.languages
                if not known:
                    split_by_comma = value.flow and type(item) is Scalar and not item.text
                    hint = messages.COMMA_SPLITS if split_by_comma else messages.USE_LANGUAGE(
                        codes=Alternatives(tuple(sorted(context.languages or ("en", "nl"))))
                    )  # fmt: skip
                    context.report(
                        record_rules.UNKNOWN_FIELD,
                        messages.NO_LANGUAGE(key=key, code=code),
                        code_scalar,
                        hint,
                    )
                elif (said := text(context, item)) is not MISSING:
                    texts.append((code, said))
            if texts:
                return LocalText(tuple(texts))
            if not value.entries:
                return context.report(
                    record_rules.WRONG_TYPE, messages.IS_EMPTY(key=key), value, messages.FILL_IN
                )
            return MISSING
        said = text(context, value)
        return said if said is MISSING else LocalText((("", said),))

    return convert


def _inside(path: str) -> bool:
    return not (path.startswith("/") or "\\" in path or ":" in path or ".." in path.split("/"))


def _settings(key: str) -> Convert:
    level = scalars.choice(key, {word: word for word in ("off", "note", "warning", "error")})
    months = scalars.number("months", 1, 1200)

    def convert(context: Context, value: Value) -> object:
        if type(value) is not YamlMap:
            return scalars.wrong(context, key, value, messages.A_MAPPING, messages.SETTINGS_SHAPE)
        entries = (
            (name, context.file.span(scalar), item)
            for name, (scalar, item) in value.entries.items()
        )
        return tuple(CheckSetting(name, span, *both(context, item)) for name, span, item in entries)

    def both(context: Context, item: Value) -> tuple[str | None, int | None]:
        parts: dict[str, Any] = {}
        if type(item) is not YamlMap:
            parts["severity"] = level(context, item)
        else:
            known = {"severity": level, "months": months}
            for name, (scalar, part) in item.entries.items():
                if name in known:
                    parts[name] = known[name](context, part)
                else:
                    _unknown_field(context, name, scalar, part, item, known)
        given = {name: part for name, part in parts.items() if part is not MISSING}
        return given.get("severity"), given.get("months")

    return convert


def _texts_of(key: str, kinds: tuple[str, ...]) -> Convert:
    said, named = _local(key), scalars.reference(key, kinds)

    def convert(context: Context, value: Value) -> object:
        if type(value) is not YamlMap:
            return scalars.wrong(context, key, value, messages.A_MAPPING, messages.TEXTS_SHAPE)
        got = [
            (named(context, scalar), said(context, item)) for scalar, item in value.entries.values()
        ]
        return tuple([Found(*pair) for pair in got if MISSING not in pair])

    return convert


def _list(
    key: str, item: Convert, or_one: bool, example: Callable[[str], str] | None = None
) -> Convert:
    """`example` shows how a list is written that was given as a word."""

    def convert(context: Context, value: Value) -> object:
        if or_one and type(value) is not YamlList:
            got = item(context, value)
            return got if got is MISSING else (got,)
        if type(value) is YamlList:
            if or_one and not value.items:
                return context.report(
                    record_rules.WRONG_TYPE, messages.IS_EMPTY(key=key), value, messages.FILL_IN
                )
            got = [item(context, entry) for entry in value.items]
            return tuple([entry for entry in got if entry is not MISSING])
        hint: Words = messages.LIST_SHAPE
        if example is not None and type(value) is Scalar:
            hint = messages.EXAMPLE(example=example(value.text))
        return scalars.wrong(context, key, value, messages.LIST, hint)

    return convert


@cache
def converter(type_: f.FieldType, key: str) -> Convert:  # noqa: PLR0911 - one line per type
    """The function that turns a value into what a field of this type and name holds."""
    match type_:
        case f.Str(numbers):
            return scalars.text(key, numbers)
        case f.Local():
            return _local(key)
        case f.Ident():
            return scalars.identifier(key)
        case f.Ref(kinds):
            return scalars.reference(key, kinds)
        case f.Day():
            return scalars.day(key)
        case f.Choice(words):
            by_word = {word.value: word for word in words}
            return scalars.choice(key, by_word, labels.OF_VOCABULARY.get(words.__name__))
        case f.Whole(least, most):
            return scalars.number(key, least, most)
        case f.NumberType():
            return scalars.number(key)
        case f.AmountType():
            return scalars.amount(key)
        case f.Flag():
            return scalars.flag(key)
        case f.Url():
            return scalars.pattern(key, _URL.fullmatch, messages.AN_ADDRESS, messages.ADDRESS_SHAPE)
        case f.FilePath():
            return scalars.pattern(key, _inside, messages.A_PATH, messages.PATH_SHAPE)
        case f.Settings():
            return _settings(key)
        case f.TextsOf(kinds):
            return _texts_of(key, kinds)
        case f.Party(level):
            return catalog_words.party(key, level, _local(key))
        case f.LevelId():
            return catalog_words.level(key)
        case f.KindId():
            return catalog_words.kind(key)
        case f.TermType():
            return scalars.term(key)
        case f.Version():
            return scalars.version(key)
        case f.ListOf(item, or_one):
            example = example_of(key, item.table) if isinstance(item, f.Part) else None
            return _list(key, converter(item, key), or_one, example)
        case f.Part(table):
            return record_converter(table, key)


@cache
def record_converter(table: f.FieldTable, key: str) -> Convert:
    """The function that turns a mapping into a record of this table."""
    by_key = {
        field.key: (field.name, converter(field.type, field.key), field.required)
        for field in table.fields
    }
    required = tuple((field.key, field) for field in table.fields if field.required)
    make = table.record
    has_place = hasattr(make, "KIND")  # a record of its own; a part of one has none
    takes_more = "extra" in getattr(make, "__dataclass_fields__", ())

    def convert(context: Context, value: Value) -> object:
        if type(value) is not YamlMap:
            return scalars.wrong(context, key, value, messages.A_RECORD, messages.RECORD_SHAPE)
        values: dict[str, Any] = {}
        if has_place:
            values["place"] = Place(context.file, value.start, value.end)
        more: list[tuple[str, Any]] = []
        for name, (name_scalar, item) in value.entries.items():
            entry = by_key.get(name)
            if entry is None and takes_more and name.startswith("x-"):
                more.append((name, plain_data(item)))
                continue
            if entry is None:
                _unknown_field(context, name, name_scalar, item, value, by_key)
                continue
            context.required = entry[2]
            if (got := entry[1](context, item)) is not MISSING:
                values[entry[0]] = got
        complete = True
        for name, field in required:
            if field.name not in values:
                complete = False
                run_on = any(key.startswith(f"{name}:") for key in value.entries)
                mistyped = is_meant(name, value.entries, by_key)
                if name not in value.entries and not (run_on or mistyped):
                    message = messages.FIELD_MISSING(key=name)
                    context.report(
                        record_rules.MISSING_FIELD, message, _head(value), how_to_add(field)
                    )
        if table.one_of and not any(alternative in value.entries for alternative in table.one_of):
            complete = False
            message = messages.LACKS_EITHER(keys=Either(table.one_of))
            dated = "date" in table.one_of
            hint = messages.ADD_EITHER if dated else labels.USE(words=Alternatives(table.one_of))
            context.report(record_rules.MISSING_FIELD, message, _head(value), hint)
        if more:
            values["extra"] = tuple(more)
        return make(**values) if complete else MISSING

    return convert


def _head(value: YamlMap) -> Value:
    """Where to point at a record that lacks something: its first key."""
    return next((key for key, _ in value.entries.values()), value)


def _unknown_field(
    context: Context, name: str, scalar: Scalar, item: Value, parent: YamlMap, known: dict[str, Any]
) -> None:
    if not isinstance(resolve(Scalar(name, True, scalar.start, scalar.end)), str):
        return  # a key that is no text is told where the file is read
    key, colon, _ = name.partition(":")
    if colon and key in known:
        context.report(
            record_rules.UNKNOWN_FIELD,
            text_messages.NO_SPACE(key=key),
            scalar,
            text_messages.ADD_SPACE,
        )
        return
    if name in RETIRED:
        now = RETIRED[name](date=item.text if type(item) is Scalar else "…")
        context.report(record_rules.UNKNOWN_FIELD, messages.NO_SUCH_FIELD(key=name), scalar, now)
        return
    close = near(name, known)
    hint: Words | None
    if close:
        hint = did_you_mean(close)
    elif parent.flow and type(item) is Scalar and not item.text:
        hint = messages.COMMA_SPLITS
    else:
        hint = messages.KNOWN_FIELDS(words=Alternatives(tuple(known)))
    context.report(record_rules.UNKNOWN_FIELD, messages.NO_SUCH_FIELD(key=name), scalar, hint)
