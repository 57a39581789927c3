from __future__ import annotations

import ast
import pkgutil
import string
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import dosa_trace
from dosa_trace.catalog.fields import table as fields
from dosa_trace.catalog.model import vocabulary
from dosa_trace.catalog.model.dates import parse_date
from dosa_trace.diagnostics import Span
from dosa_trace.labels import (
    BASES,
    EXTENTS,
    FIELDS,
    INSTRUMENT_KINDS,
    ORGANISATION_KINDS,
    RELATIONS,
    RELIABILITIES,
    RESPONSES,
    SOURCE_KINDS,
    STAGES,
    STATUSES,
)
from dosa_trace.language import Amount, Language, Percentage, Phrase, listed, number, say

#: Words that are the same in both languages.
SAME = {
    "", "%", "id", "record", "status", "instrument", "instruments",
    "agenda", "monitor", "model", "dataset", "blind", "kappa",
    "factsheet", "budget", "code", "basis", "data", "nota", "letter", "{name} is {status} ({date})",
    "{count} {count:record|records}", "was {value}", "{publisher}, {date} [{id}]",
    "{name}: {now} → {then}", "{records} in {files}: {found}",
    "{name}: {part} ({percent})", "{states}.", "{name} ({total}): {states}", "{count} {action}",
    "{count} {noun}", "{count} {state}", "{part} {state} ({percent})", "{publisher}, {since}",
    "open", "{part} ({percent})",
    "{origin} → {target}", "status {value}: {title}", "{name}: {extent}, {basis}", "'{text}'",
    "{place}: {message}",
}  # fmt: skip

PACKAGE = Path(dosa_trace.__file__).parent


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


def test_a_phrase_says_the_same_in_both_languages() -> None:
    """All in one test: for each of four thousand a runner would take longer than the question."""
    wrong = {name: _wrong(phrase) for name, phrase in ALL.items()}
    assert {name: said for name, said in wrong.items() if said} == {}


def _wrong(phrase: Phrase) -> str:
    """What is wrong with a phrase; nothing where nothing is."""
    holes = [
        {hole for _, hole, _, _ in string.Formatter().parse(text) if hole is not None}
        for text in (phrase.en, phrase.nl)
    ]
    if holes[0] != holes[1]:
        return "not the same holes"
    if phrase.en.strip() != phrase.en or phrase.nl.strip() != phrase.nl:
        return "a blank around it"
    return "not translated?" if phrase.en == phrase.nl and phrase.en not in SAME else ""


@pytest.mark.parametrize(
    ("english", "dutch", "wrong"),
    [
        ("{a} of {b}", "{a} van", "not the same holes"),
        ("one ", "een", "a blank around it"),
        ("record set", "record set", "not translated?"),
        ("{a} one", "{a} een", ""),
    ],
)
def test_what_is_wrong_with_a_phrase_is_noticed(english: str, dutch: str, wrong: str) -> None:
    assert _wrong(Phrase(english, dutch)) == wrong


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (vocabulary.SourceKind, SOURCE_KINDS), (vocabulary.Reliability, RELIABILITIES),
        (vocabulary.InstrumentKind, INSTRUMENT_KINDS),
        (vocabulary.OrganisationKind, ORGANISATION_KINDS),
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
    assert shown - FIELDS.keys() == {"checks", "governments"}
    assert FIELDS.keys() <= shown


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert number(1234567, Language.EN) == "1,234,567"
    assert number(1234567, Language.NL) == "1.234.567"
    assert say(Percentage(66.7), Language.NL) == "66,7%"
    assert listed(["a", "b", "c"], Language.NL) == "a, b en c"
    assert listed(["a"], Language.EN) == "a"
    assert listed([], Language.EN) == ""
    assert say(("a", "b"), Language.EN) == "a and b"
    assert say(3, Language.EN) == "3"


@cache
def written_phrases() -> tuple[tuple[str, tuple[str, str]], ...]:
    """Every phrase that is written out in the program, with the place where it stands."""
    return tuple(_written_phrases())


def _written_phrases() -> Iterator[tuple[str, tuple[str, str]]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Phrase":
                if not all(isinstance(word, ast.Constant) for word in node.args):
                    continue
                words = tuple(ast.literal_eval(word) for word in node.args)
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", words


def test_no_phrase_is_written_in_two_files() -> None:
    """What several places say stands in `labels`, once, so that a better word is found once."""
    files: dict[tuple[str, str], set[str]] = {}
    for place, words in written_phrases():
        files.setdefault(words, set()).add(place.rpartition(":")[0])
    assert len(files) > 400
    assert {words: where for words, where in files.items() if len(where) > 1} == {}


@pytest.mark.parametrize(
    "value", [True, 1.5, None, {"a": 1}, {1}, object(), b"a", Decimal(1), Span("a.yaml")]
)
def test_what_has_no_words_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="there are no words for"):
        say(value, Language.NL)
    with pytest.raises(TypeError, match="there are no words for"):
        Phrase("{hole}", "{hole}")(hole=value).say(Language.EN)


def test_dates_percentages_and_amounts_are_said_as_such() -> None:
    month = parse_date("2025-07")
    assert say(month, Language.NL) == "2025-07"
    assert say((month, date(2025, 7, 4)), Language.NL) == "2025-07 en 2025-07-04"
    assert say(Percentage(None), Language.NL) == "n.v.t."
    assert say(Amount(1234567), Language.NL) == "1.234.567"
    assert say(Amount(22.75), Language.EN) == "22.75"
