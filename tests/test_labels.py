from __future__ import annotations

import pkgutil
import string
from collections.abc import Iterator, Mapping
from importlib import import_module

import pytest

import dosa_trace
from dosa_trace.catalog import fields, vocabulary
from dosa_trace.labels import (
    BASES,
    EXTENTS,
    INSTRUMENT_KINDS,
    LEVELS,
    RELATIONS,
    RELIABILITIES,
    RESPONSES,
    SOURCE_KINDS,
    STAGES,
    STATUSES,
    Language,
    Phrase,
    listed,
    number,
    percentage,
    say,
)
from dosa_trace.views.description import FIELDS

#: Words that are the same in both languages.
SAME = {
    "", "%", "id", "record", "status", "instrument", "instruments",
    "agenda", "monitor", "model", "dataset",
    "factsheet", "budget", "code", "basis", "data", "nota", "letter", "{id} is {status} ({date})",
    "{count} record", "{count} records", "was {value}", "{publisher}, {date} [{id}]",
    "{id}: {now} → {then}", "{records} in {files}: {found}",
    "{count} {noun}", "{origin} → {target}", "{start} … {end}: {extent}, {basis}", "'{text}'",
}  # fmt: skip


def phrases() -> Iterator[tuple[str, Phrase]]:
    """Every phrase of the program, with where it stands."""
    for module in pkgutil.walk_packages(dosa_trace.__path__, "dosa_trace."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(import_module(module.name)).items():
            values = value.values() if isinstance(value, Mapping) else [value]
            for at, one in enumerate(values):
                if isinstance(one, Phrase):
                    yield f"{module.name}.{name}.{at}", one


ALL = dict(phrases())


def test_the_walk_finds_them() -> None:
    assert len(ALL) > 250


@pytest.mark.parametrize("name", ALL)
def test_a_phrase_says_the_same_in_both_languages(name: str) -> None:
    phrase = ALL[name]
    holes = [
        {hole for _, hole, _, _ in string.Formatter().parse(text) if hole is not None}
        for text in (phrase.en, phrase.nl)
    ]
    assert holes[0] == holes[1]
    assert phrase.en.strip() == phrase.en
    assert phrase.nl.strip() == phrase.nl
    assert phrase.en != phrase.nl or phrase.en in SAME, "not translated?"


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (vocabulary.SourceKind, SOURCE_KINDS), (vocabulary.Reliability, RELIABILITIES),
        (vocabulary.InstrumentKind, INSTRUMENT_KINDS), (vocabulary.Level, LEVELS),
        (vocabulary.Relation, RELATIONS), (vocabulary.Extent, EXTENTS), (vocabulary.Basis, BASES),
        (vocabulary.ResponseValue, RESPONSES), (vocabulary.StatusValue, STATUSES),
        (vocabulary.Stage, STAGES),
    ],
)  # fmt: skip
def test_every_word_of_a_vocabulary_has_a_label(
    words: type[vocabulary.Extent], labels: Mapping[str, Phrase]
) -> None:
    assert labels.keys() == {word.value for word in words}


def test_every_field_has_a_name() -> None:
    tables = fields.TABLE_OF.values()
    shown = {field.key for table in tables for field in table.fields if table.record is not None}
    assert shown - FIELDS.keys() == {"languages", "checks", "governments"}
    assert FIELDS.keys() <= shown


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert number(1234567, Language.EN) == "1,234,567"
    assert number(1234567, Language.NL) == "1.234.567"
    assert percentage(66.7, Language.NL) == "66,7\u00a0%"
    assert listed(["a", "b", "c"], Language.NL) == "a, b en c"
    assert listed(["a"], Language.EN) == "a"
    assert listed([], Language.EN) == ""
    assert say(("a", "b"), Language.EN) == "a and b"
    assert say(3, Language.EN) == "3"
