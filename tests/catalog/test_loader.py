from __future__ import annotations

from pathlib import Path

import pytest

from dosa_trace.catalog.loader import load_catalog
from dosa_trace.catalog.model.vocabulary import Basis, Extent
from dosa_trace.catalog.text.reader import read_root
from dosa_trace.catalog.text.values import plain_data
from dosa_trace.diagnostics import CatalogNotFound
from dosa_trace.language import Language, say
from tests.build import FROZEN, read_text

HEAD = "sources:\n  - {id: s, kind: report, title: T, publisher: P, date: 2024}\n"


def found_in(text: str) -> list[tuple[str, int, int, str, str]]:
    """Code, line, column, message and hint of everything that is wrong."""
    return [
        (
            one.code, one.span.line, one.span.column, one.message.say(Language.EN),
            say(one.hint, Language.EN) if one.hint else "",
        )
        for one in read_text(text)[1]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("record", "code", "at", "message", "hint"),
    [
        ("{id: a, sorce: s, source: s, title: T}", "DT101", "sorce",
         "there is no field 'sorce' here",
         "did you mean 'source'?"),
        ("{id: a, source: s, title: T, colour: red}", "DT101", "colour",
         "there is no field 'colour' here",
         "the fields here are"),
        ("{id: a, source: s}", "DT102", "id", "the record lacks 'title'", "add it"),
        ("{id: a, source: s, title: 12}", "DT103", "12", "'title' must be text, not the number 12",
         "put it between quotation marks if it is text"),
        ("{id: a, source: s, title: }", "DT103", "}", "'title' is empty", "fill it in"),
        ("{id: a, source: s, title: T, themes: talent}", "DT103", "talent",
         "'themes' must be a list, not 'talent'", "put it between [ ]"),
        ("{id: Talent_1, source: s, title: T}", "DT104", "Talent_1", "'Talent_1' cannot be an id",
         "did you mean 'talent-1'?"),
        ("{id: a, source: s, title: T, specificity: 9}", "DT106", "9",
         "'specificity' goes from 1 to 5", ""),
        ("{id: a, source: s, title: T, specificity: many}", "DT103", "many",
         "'specificity' must be a whole number, not 'many'", "from 1 to 5"),
        ("{id: a, source: s, title: {nl: A, de: B}}", "DT101", "de:",
         "'de' in 'title' is not a language", "use 'en' or 'nl'"),
        ("{id: a, source: s, title: {nl: one, two}}", "DT101", "two",
         "'two' in 'title' is not a language", "between { } a comma starts a new key: put"),
        ("{id: a, source: s, title: T, responses: [{date: 2025-02-30, value: noted, source: s}]}",
         "DT105", "2025-02-30", "'2025-02-30' is not a date", "write 2025-07-04"),
        ("{id: a, source: s, title: T, responses: [{date: 2025, value: notd, source: s}]}",
         "DT106", "notd", "'value' cannot be 'notd'", "did you mean 'noted'?"),
        ("{id: a, source: s, title: T, responses: [{date: 2025, value: acepted, source: s}]}",
         "DT106", "acepted", "'value' cannot be 'acepted'", "did you mean 'accepted'"),
        ("{id: a, source: s, title: T, responses: [{date: 2025, value: noted, source: s,"
         " commitment: 'yes'}]}", "DT103", "'yes'", "'commitment' must be true or false",
         "write true or false"),
        ("just text", "DT103", "just", "must be a record", "write it as key: value"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_field(record: str, code: str, at: str, message: str, hint: str) -> None:
    line = f"  - {record}"
    found = found_in(f"{HEAD}recommendations:\n{line}\n")
    assert len(found) == 1
    assert found[0][:3] == (code, 4, line.index(at) + 1)
    assert message in found[0][3]
    assert hint in found[0][4]


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("url: ftp://x", "DT103"),
        ("url: https://a b", "DT103"),
        ("text: ../secret.txt", "DT103"),
        ("text: /etc/passwd", "DT103"),
        ("text: C:\\x", "DT103"),
        ("reliability: oficial", "DT106"),
        ("kind: book", "DT106"),
    ],
)
def test_a_mistake_in_a_source(field: str, code: str) -> None:
    text = f"sources:\n  - id: s\n    title: T\n    publisher: P\n    date: 2024\n    {field}\n"
    if not field.startswith("kind"):
        text += "    kind: report\n"
    assert [one[:2] for one in found_in(text)] == [(code, 6)]


def test_all_mistakes_of_all_files_in_one_run_sorted(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.yml").write_text("links:\n  - {from: a, to: b, basis: maybe}\n")
    (tmp_path / "one.yaml").write_text(
        "sorces: []\nobjectives:\n  - {id: A, title: T}\n  - {id: b}\n"
    )
    (tmp_path / "broken.yaml").write_text("a: b: c\n")
    (tmp_path / ".hidden.yaml").write_text("nonsense")
    _, found = load_catalog(tmp_path)
    assert [(one.span.file, one.span.line, one.code) for one in found] == [
        ("b/two.yml", 2, "DT106"),
        ("broken.yaml", 1, "DT001"),
        ("one.yaml", 1, "DT109"),
        ("one.yaml", 3, "DT104"),
        ("one.yaml", 4, "DT102"),
    ]


def test_an_id_used_twice_names_both_places(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("objectives:\n  - {id: same, title: T}\n")
    (tmp_path / "b.yaml").write_text("\nobjectives:\n  - title: U\n    id: same\n")
    catalog, found = load_catalog(tmp_path)
    assert [(one.code, one.span.file, one.span.line) for one in found] == [("DT107", "b.yaml", 4)]
    assert [(one.span.file, one.span.line) for one in found[0].related] == [("a.yaml", 2)]
    assert catalog.objectives["same"].title.say(Language.EN) == "T"


def test_the_same_record_of_another_kind_is_a_duplicate_too() -> None:
    text = "catalogue: {title: T, languages: [nl], themes: [{id: x, name: X}]}\n"
    assert [one[0] for one in found_in(f"{text}objectives: [{{id: x, title: T}}]\n")] == ["DT107"]


def test_a_catalogue_says_once_what_it_is(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("catalogue: {title: T, languages: [nl]}\n")
    catalog, found = load_catalog(tmp_path)
    assert [(one.code, one.span.file) for one in found] == [("DT108", "b.yaml")]
    assert catalog.languages == ("nl",)


def test_what_cannot_be_read_is_not_said_to_be_missing(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("objectives:\n  - id: aim\n    title: a: b\n")
    (tmp_path / "b.yaml").write_text("instruments:\n  - id: half\n    name: Half\n")
    catalog, _ = load_catalog(tmp_path)
    assert {"aim", "half"} <= catalog.unread


def test_the_digest_does_not_depend_on_line_ends_or_a_bom(tmp_path: Path) -> None:
    digests = set()
    for at, data in enumerate((b"a\nb", b"a\r\nb", b"\xef\xbb\xbfa\nb")):
        folder = tmp_path / str(at)
        folder.mkdir()
        (folder / "x.yaml").write_bytes(b"# " + data if at < 2 else data[:3] + b"# " + data[3:])
        digests.add(load_catalog(folder)[0].digest)
    assert len(digests) == 1


def test_a_record_is_read_again_where_it_stands() -> None:
    """In blocks and in braces, in the middle of a file and at its end without a last line break:
    values of the second reading stand where the first found them, and the line is that of the first
    key."""
    text = (
        "sources:\n"
        "  - id: one  # with a remark\n    kind: report\n    title: >-\n      In\n      two lines\n"
        "    publisher: é\n    date: 2024\n"
        "  - {  # braces\n    # and a remark\n    id: two, kind: web, title: {nl: a, en: b},\n"
        "    publisher: P, read: 2024-05-01}\n"
        "  -   id: three\n      kind: report\n      title: T\n      publisher: P\n"
        "      date: 2024\n      note: |\n        last"
    )
    catalog, found = read_text(text)
    assert not found
    lines = text.splitlines()
    places = {name: one.place for name, one in catalog.sources.items()}
    for name, place in places.items():
        span = place.span("id")
        assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == name
        assert place.line == place.span().line == span.line
    title = places["two"].span("title", "en")
    assert lines[title.line - 1][title.column - 1 :].startswith("b}")
    assert plain_data(places["one"].node)["title"] == "In two lines"
    assert plain_data(places["three"].node)["note"] == "last"


def test_every_record_of_a_catalogue_says_the_same_when_it_is_read_again() -> None:
    catalog, _ = load_catalog(FROZEN)
    roots = {file.path: read_root(file.path, file.text)[0] for file in catalog.files}
    first = {
        (path, record["id"]): record
        for path, root in roots.items()
        for records in (plain_data(root) if root else {}).values()
        if isinstance(records, list)
        for record in records
        if "id" in record
    }
    for record in catalog.by_id.values():
        if record.KIND != "theme":
            assert plain_data(record.place.node) == first[record.place.path, record.id]
            assert record.place.line == record.place.span().line


def test_no_catalogue_at_all(tmp_path: Path) -> None:
    with pytest.raises(CatalogNotFound):
        load_catalog(tmp_path / "nowhere")
    with pytest.raises(CatalogNotFound):
        load_catalog(tmp_path)


def test_records_are_typed_frozen_and_know_their_place() -> None:
    catalog, found = load_catalog(FROZEN)
    assert not found
    link = next(one for one in catalog.links if one.target == "agdb")
    assert (link.extent, link.basis, link.origin) == (Extent.PARTIAL, Basis.STATED, "aim-ai-talent")
    with pytest.raises(AttributeError):
        link.origin = "other"  # type: ignore[misc]
    span = link.place.span("evidence", 0, "quote")
    line = (FROZEN / span.file).read_text(encoding="utf-8").splitlines()[span.line - 1]
    assert line[span.column - 1 :].startswith("vergroten van de beschikbaarheid")
