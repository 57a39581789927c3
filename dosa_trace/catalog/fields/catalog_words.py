"""Who and what a field names where the catalogue itself says what there is: organisations, levels,
kinds of instruments."""

from __future__ import annotations

from collections.abc import Mapping as Mapping_
from typing import Any

from dosa_trace import labels
from dosa_trace.catalog.fields import messages, scalars
from dosa_trace.catalog.fields import rules as record_rules
from dosa_trace.catalog.fields.scalars import Context, Convert
from dosa_trace.catalog.model.parts import LocalText
from dosa_trace.catalog.text.values import Scalar, Value, YamlMap
from dosa_trace.diagnostics import DID_YOU_MEAN, near
from dosa_trace.language import Alternatives, by_name


def party(key: str, level: bool, as_text: Convert) -> Convert:
    """Who is meant: an id where the catalogue lists organisations, else a name in one language or
    in several (`as_text` reads it). `level`: the id of a level will do."""
    kinds = ("organisation", "level") if level else ("organisation",)

    def convert(context: Context, value: Value) -> object:
        if not context.by_id:
            return as_text(context, value)
        if type(value) is YamlMap:
            return scalars.wrong(context, key, value, messages.A_PARTY, messages.LIST_PARTIES)
        got = as_text(context, value)
        if isinstance(got, LocalText) and type(value) is Scalar:
            known = level and value.text in (context.levels or ())
            if not known:
                context.refer(key, value, kinds)
        return got

    return convert


def level(key: str) -> Convert:
    def convert(context: Context, value: Value) -> object:
        return _one_of(context, key, value, context.levels, labels.LEVELS)

    return convert


def kind(key: str) -> Convert:
    def convert(context: Context, value: Value) -> object:
        return _one_of(context, key, value, context.kinds, labels.INSTRUMENT_KINDS)

    return convert


#: Among how many words of a catalogue's own one that was mistyped is looked for.
MOST_WORDS = 30


def _one_of(
    context: Context,
    key: str,
    value: Value,
    known: Mapping_[str, Any] | None,
    names: Mapping_[str, Any],
) -> object:
    """One of the ids that the catalogue knows under this key, or what each of them is called."""
    if type(value) is not Scalar or not value.text:
        return scalars.wrong(context, key, value, messages.A_WORD, messages.QUOTE_IT)
    words = names if known is None else known
    if value.text in words:
        return value.text
    called = by_name({name: said for name, said in names.items() if name in words})
    called = by_name({name: entry.name for name, entry in (known or {}).items()}) | called
    meant = called.get(value.text.strip().casefold())
    likely = words if len(words) <= MOST_WORDS else ()
    close = Alternatives((meant,) if meant else near(value.text, likely))
    if names is labels.INSTRUMENT_KINDS:
        offered, all_of = messages.MEANT_OR_OWN, messages.USE_OR_OWN
    else:
        offered, all_of = DID_YOU_MEAN, labels.USE
    hint = offered(near=close) if close.words else all_of(words=Alternatives(tuple(words)))
    message = messages.NOT_ONE_OF(key=key, text=value.text)
    return context.report(record_rules.UNKNOWN_VALUE, message, value, hint)
