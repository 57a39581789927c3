"""Writes the pages of the format from the table of fields: `python docs/format.py`.

What a field means stands in the table and in `meanings`; here is only what belongs to the page: a
sentence per record, what each value means, and why some kinds of instrument do not act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from docs.format_words import INTRO, KINDS, RECORDS, TYPES, VALUES
from dosa_trace import labels
from dosa_trace.catalog.fields import table as f
from dosa_trace.catalog.fields.help_in_dutch import meaning
from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model import vocabulary as v
from dosa_trace.language import Language, Phrase, say

DOCS = Path(__file__).parent
#: Every field once; each page shows its records as examples.
EXAMPLE = DOCS.parent / "tests" / "catalogues" / "format"
PAGES = {Language.EN: DOCS / "format.md", Language.NL: DOCS / "formaat.md"}


def page(language: Language) -> str:
    """The page in one language."""
    return "\n".join(_lines(language)).rstrip() + "\n"


def _lines(language: Language) -> Iterator[str]:
    for words in INTRO:
        yield from (say(words, language), "")
    examples = _examples()
    shown: set[type] = set()
    for key, table in {"catalogue": f.CATALOGUE, **f.COLLECTIONS}.items():
        yield from _record(f"## `{key}:`", table, language)
        yield from ("```yaml", f"{key}:", *examples[key], "```", "")
        for inside in _inside(table, shown):
            yield from _record(f"### `{_key_of(inside)}`", inside, language)
    yield from (f"## {say(TYPES['values'], language)}", "")
    for name, meanings in VALUES.items():
        yield from _values(name, meanings, language)


def _record(title: str, table: f.FieldTable, language: Language) -> Iterator[str]:
    yield from (title, "", say(RECORDS[table.record.__name__], language), "")
    heads = (TYPES["field"], TYPES["holds"], TYPES["means"])
    yield from (_row(say(head, language) for head in heads), "| --- | --- | --- |")
    for field in table.fields:
        must = f" **{say(TYPES['required'], language)}**" if field.required else ""
        holds = _holds(field.type, language)
        yield _row((f"`{field.key}`{must}", holds, say(meaning(field), language)))
    if table.one_of:
        keys = ", ".join(f"`{key}`" for key in table.one_of)
        yield from ("", say(TYPES["one_of"](keys=keys), language))
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _holds(type_: f.FieldType, language: Language) -> str:
    match type_:
        case f.Ref(kinds):
            either = labels.RECORD_KINDS[kinds[0]], *(labels.RECORD_KINDS[one] for one in kinds[1:])
            names = f" {say(TYPES['or'], language)} ".join(say(one, language) for one in either)
            return say(TYPES["Ref"](kinds=names), language)
        case f.Choice(words):
            return ", ".join(f"`{word.value}`" for word in words)
        case f.Whole(least, most):
            return f"{least}–{most}"
        case f.ListOf(item, or_one):
            name = "one_or_more" if or_one else "list"
            return say(TYPES[name](item=_holds(item, language)), language)
        case f.Part(table):
            return say(TYPES["Part"](name=f"`{_key_of(table)}`"), language)
    return say(TYPES[type(type_).__name__], language)


def _inside(table: f.FieldTable, shown: set[type]) -> Iterator[f.FieldTable]:
    """The records inside a record, each once on the page and where it is first met."""
    for field in table.fields:
        type_ = field.type.item if isinstance(field.type, f.ListOf) else field.type
        if isinstance(type_, f.Part) and type_.table.record not in shown:
            shown.add(type_.table.record)
            yield type_.table
            yield from _inside(type_.table, shown)


def _key_of(table: f.FieldTable) -> str:
    """The key that a record inside a record stands under, first in the order of the page."""
    for outer in f.TABLE_OF.values():
        for field in outer.fields:
            type_ = field.type.item if isinstance(field.type, f.ListOf) else field.type
            if isinstance(type_, f.Part) and type_.table is table:
                return field.key
    raise ValueError(f"nothing holds {table.record.__name__}")


def _values(name: str, meanings: Mapping[str, Phrase], language: Language) -> Iterator[str]:
    called = labels.OF_VOCABULARY[name]
    yield from (f"### {say(TYPES[f'of_{name}'], language)}", "")
    acts = name == v.InstrumentKind.__name__
    heads = (TYPES["value"], TYPES["called"], TYPES["means"], *([TYPES["acts"]] if acts else []))
    yield _row(say(head, language) for head in heads)
    yield _row("---" for _ in heads)
    for word, words in meanings.items():
        cells = [f"`{word}`", say(called[word], language), say(words, language)]
        if acts:
            reason = KINDS.get(v.InstrumentKind(word))
            yes = say(labels.YES, language)
            cells.append(f"{say(labels.NO, language)}: {say(reason, language)}" if reason else yes)
        yield _row(cells)
    yield ""


def _examples() -> dict[str, list[str]]:
    """The lines of each list of the example, without its key."""
    (file,) = load_catalog(EXAMPLE)[0].files
    lines = file.text.splitlines()
    starts = [at for at, line in enumerate(lines) if line and line[0] not in " #"]
    found = {}
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        block = [line for line in lines[start + 1 : end] if line.strip()]
        found[lines[start].rstrip(":")] = block
    return found


def pages() -> dict[Path, str]:
    """Each page as it is to be, by where it stands."""
    return {path: page(language) for language, path in PAGES.items()}


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
