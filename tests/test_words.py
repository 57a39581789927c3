"""The words of every text for users, against the one list of words in `docs/words.py`: phrases,
help, messages, manuals of rules, meanings of fields and documents, in both languages."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from docs import format_words, words
from dosa_trace.analysis.judging.figures import Share
from dosa_trace.catalog.fields.help_in_dutch import DUTCH
from dosa_trace.checks.registry import RULES
from dosa_trace.language import Language, Phrase, say
from dosa_trace.views.checks.rules_in_dutch import dutch
from tests.test_labels import written_phrases

ROOT = Path(__file__).parent.parent
EN, NL = Language.EN, Language.NL
DOCUMENTS = {
    EN: ("README.md", "docs/adviser.md", "docs/maintainer.md", "docs/judging.md",
         "docs/programmer.md", "docs/ci.md", "docs/install.md", "docs/suggest.md",
         "docs/rules.md", "docs/format.md", "docs/README.md"),
    NL: ("docs/nl.md", "docs/adviseur.md", "docs/formaat.md"),
}  # fmt: skip


class Text(NamedTuple):
    place: str
    text: str


@cache
def texts(language: Language) -> tuple[Text, ...]:
    return (*_said(language), *_documents(language))


def _said(language: Language) -> Iterator[Text]:
    """What the program says: phrases with their holes, help among them, pages of rules, meanings of
    fields."""
    for place, both in written_phrases():
        yield Text(place, both[language is NL])
    for rule in RULES:
        page = dutch()[rule.code] if language is NL else _paragraphs(rule.manual)
        yield from (Text(rule.code, paragraph) for paragraph in page)
    for about, meaning in DUTCH.items():
        yield Text(f"field: {about}", meaning if language is NL else about)
    for phrase in _format_words():
        yield Text(f"format: {phrase.en}", phrase.template(language))
    for term in words.TERMS:
        yield Text(f"words: {term.word.en}", term.meaning.template(language))


def _paragraphs(page: str) -> list[str]:
    return [" ".join(part.split()) for part in page.partition("\n\nWrong:\n")[0].split("\n\n")]


def _format_words() -> Iterator[Phrase]:
    yield from format_words.INTRO
    for table in (format_words.RECORDS, format_words.TYPES, format_words.KINDS):
        yield from table.values()
    for values in format_words.VALUES.values():
        yield from values.values()


def _documents(language: Language) -> Iterator[Text]:
    """The sentences of the documents, without what is typed, drawn or shown by the program."""
    for name in DOCUMENTS[language]:
        text = (ROOT / name).read_text(encoding="utf-8")
        text = re.sub(r"^(```|~~~).*?^\1", "", text, flags=re.DOTALL | re.MULTILINE)
        text = re.sub(r"<picture>.*?</picture>|<!--.*?-->|<[^>]+>", "", text, flags=re.DOTALL)
        text = re.sub(r"^    .*$", "", text, flags=re.MULTILINE)
        text = re.sub(r"^\|.*$", _cells, text, flags=re.MULTILINE)
        for paragraph in re.split(r"\n\s*\n|\n(?=[-#|] ?)", text):
            yield Text(name, " ".join(paragraph.split()))


def _cells(row: re.Match[str]) -> str:
    return "\n\n".join(row[0].strip("|").split(" | "))


@cache
def prose(text: str) -> str:
    """A text without what is typed as it is: back-ticks, commands, options, keys, ids, holes."""
    text = re.sub("|".join(TYPED), "X", re.sub(r"\{\{.*?\}\}", "X", text))
    text = re.sub(r"\{[a-z_]+:/?([^}|]*)\|[^}]*\}", r"\1", text)
    text = re.sub(r"\{[a-z_]*\}", "X", text)
    text = re.sub(r"`[^`]*`|\[[^\]]*\]\([^)]*\)|<!--.*?-->|https?:\S+", "X", text)
    text = re.sub(r"dosa-trace( [a-z][a-z-]*)?( [A-Z]+)?", "X", text)
    text = re.sub(r"(?<!\w)--?[a-z][a-z-]*( [A-Z]+)?|[\w-]+=\S+|\b[A-Z_]{2,}\b", "X", text)
    return re.sub(r"\b[a-z_]+: (?=[X\[{])|'[^' ]*'|\*[a-z ]+\*|\b\w+_\w+\b", "X ", text)


#: Words that are typed as they are, in messages that say what to type.
TYPED = ("add rationale", "voeg rationale", "with a rationale", "met een rationale",
         "summary,cross,sources,gaps")  # fmt: skip


def _never(language: Language) -> Iterator[tuple[str, str]]:
    for term in words.TERMS:
        never = term.never_nl if language is NL else term.never_en
        yield from ((one, term.word.template(language)) for one in never)
    yield from words.NEVER[language].items()


@pytest.mark.parametrize("language", Language)
def test_one_word_for_one_thing(language: Language) -> None:
    """No text holds a word that the list replaces. A challenge alone is answered."""
    found = []
    for one, better in _never(language):
        pattern = re.compile(rf"(?<![\w-])(?:{one})(?![\w-])", re.IGNORECASE)
        for place, text in texts(language):
            said = prose(text)
            if pattern.search(said) and not _is_typed(text, pattern, said):
                found.append(f"{place}: {pattern.search(said)[0]!r} → {better!r} in {text[:90]!r}")  # type: ignore[index]
    assert found == []


def _is_typed(text: str, pattern: re.Pattern[str], said: str) -> bool:
    if re.search("challenge|tegenwerping", text):
        return bool(re.fullmatch(r"un?answered|(on)?beantwoorde?|answered", _hit(pattern, said)))
    return False


def _hit(pattern: re.Pattern[str], said: str) -> str:
    hit = pattern.search(said)
    return hit[0].lower() if hit else ""


def test_the_list_is_looked_for() -> None:
    """Each word of the list would be found, and every text is looked at."""
    for language in Language:
        assert len(texts(language)) > 1500
        assert all(re.compile(one) for one, _ in _never(language))
    assert len(list(_never(EN))) > 40


def test_the_page_of_words_is_written() -> None:
    """`python -m docs.words` writes it anew."""
    assert words.PAGE.read_text(encoding="utf-8") == words.page()


#: Longer than twenty words, and why each may be.
LONG = {
    "KIND is one of": "a list of what can be typed",
    "SOORT is een van": "a list of what can be typed",
    "see the ids with": "a list of what can be typed",
    "bekijk de id's met": "a list of what can be typed",
    "begin with one of": "a list of what can be typed",
    "dosa-trace list recommendations": "a list of what can be typed",
    "Its four categories": "the categories of the Court of Audit",
    "Die heeft vier categorieën": "the categories of the Court of Audit",
}
MOST_WORDS = 20


def sentences(text: str) -> Iterator[str]:
    yield from re.split(r"(?<=[.!?:;])\s+|\n|…", text)


@pytest.mark.parametrize("language", Language)
def test_a_sentence_has_at_most_twenty_words(language: Language) -> None:
    long = [
        f"{place}: {len(sentence.split())} words: {sentence}"
        for place, text in _said(language)
        for sentence in sentences(re.sub(r"\{[a-z_]+:/?([^}|]*)\|[^}]*\}", r"\1", text))
        if len(re.findall(r"[^\W\d_][\w'’-]*", sentence)) > MOST_WORDS
        and not any(start in sentence for start in LONG)
    ]
    assert long == []


#: Longer, and clearer than what is shorter.
HEADINGS = {
    "Oordelen die elk op zich een stand bepalen",
    "Weaker chains (they do not affect the state)",
    "Open aanbevelingen om als eerste te bekijken",
}
MOST_IN_A_HEADING = 6


def test_a_heading_has_at_most_six_words() -> None:
    """Of all documents that the golden files hold, without what is counted in it; what a catalogue
    calls its sources is its own."""
    ours = {re.sub(r" \(\{.*|: \{.*", "", words) for _, both in written_phrases() for words in both}
    long, known = set(), 0
    for path in sorted((ROOT / "tests" / "golden").rglob("*")):
        if path.suffix not in {".md", ".txt"}:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.match(r"#{2,4} ", line):
                heading = re.sub(r" \([^)]*\d[^)]*\)$|: .*$", "", line.lstrip("# "))
                known += heading in ours
                if len(heading.split()) > MOST_IN_A_HEADING and heading in ours - HEADINGS:
                    long.add((path.name, heading))
    assert long == set()
    assert known > 100


#: Nouns that are counted, one and many, in either language.
COUNTED = {
    EN: "recommendations|instruments|objectives|sources|links|records|files|quotations|figures|"
        "institutions|judgements|errors|warnings|remarks|days",
    NL: "aanbevelingen|instrumenten|doelstellingen|bronnen|koppelingen|bestanden|citaten|cijfers|"
        "instellingen|oordelen|fouten|waarschuwingen|opmerkingen|dagen",
}  # fmt: skip
#: Phrases in which the number is never one.
ALWAYS_MANY = (
    "of the {total}",
    "van de {total}",
    "all {total}",
    "alle {total}",
    "at most {",
    "hoogstens {",
    "{size}",
    "would have {rows}",
    "zou {rows}",
)


@pytest.mark.parametrize("language", Language)
def test_a_counted_noun_agrees_with_its_number(language: Language) -> None:
    """No number stands before a noun that cannot be one."""
    found = [
        text
        for _, text in _said(language)
        if re.search(rf"\{{[a-z_]+\}} (?:[a-z]+ )?(?:{COUNTED[language]})\b", text)
        and not any(one in text for one in ALWAYS_MANY)
    ]
    assert found == []


def agreeing() -> Iterator[tuple[str, Phrase]]:
    for place, both in written_phrases():
        if re.search(r"\{[a-z_]+:", both[0] + both[1]):
            yield place, Phrase(*both)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("number", [0, 1, 2, 6])
def test_number_and_verb_agree(number: int, language: Language) -> None:
    """Of none, one, two and all of six: the first word for one, else the second."""
    several = list(agreeing())
    assert len(several) > 25
    for _, phrase in several:
        template = phrase.template(language)
        parsed = list(string.Formatter().parse(template))
        wholes = {name for _, name, spec, _ in parsed if spec and spec.startswith("/")}
        holes = {
            name: Share.of(number, 6) if name in wholes or name in ("part", "links") else number
            for _, name, _, _ in parsed
            if name
        }
        expected = ""
        for text, name, spec, _ in parsed:
            expected += text
            if name and not spec:
                expected += say(holes[name], language)
            elif name and spec:
                one, many = spec.lstrip("/").split("|")
                expected += one if (6 if spec.startswith("/") else number) == 1 else many
        assert phrase(**holes).say(language) == expected


def test_what_is_no_number_cannot_be_agreed_with() -> None:
    with pytest.raises(ValueError, match="no number"):
        Phrase("{a:is|are}", "{a:is|zijn}")(a="x").say(EN)
