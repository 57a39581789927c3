"""A whole catalogue as JSON, and back: every value and line, and nothing that a stranger named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dosa_trace.catalog.fields.record_data import catalog_data
from dosa_trace.catalog.loader import load_catalog, load_kept
from dosa_trace.catalog.model.catalog import Catalog
from dosa_trace.catalog.text.files import InMemory
from dosa_trace.editing.draft import Draft
from dosa_trace.editing.records_compared import compared
from dosa_trace.editing.records_taken_over import take_over
from dosa_trace.exporting.description import description
from dosa_trace.exporting.read_back import ExportRead, read_export
from dosa_trace.exporting.whole import whole
from dosa_trace.language import Language
from dosa_trace.loading import from_dict, load
from dosa_trace.output.data.json import render
from dosa_trace.questions.schemas import answer_schema
from tests.build import FROZEN, MUNICIPALITY, catalog_of, frozen_catalog
from tests.cli.conftest import Runner, run
from tests.examples import examples
from tests.worlds import catalogues

__all__ = ["run"]
FORMAT = FROZEN.parent / "format"
EMPTY = "catalogue: {title: x, languages: [en]}\n"


def document(catalog: Catalog) -> bytes:
    about = description(catalog.on("2026-11-23"), Language.EN)
    begun = {"schema": "dosa-trace/export/1", "catalogue": {"digest": catalog.digest}}
    return render({**begun, **whole(catalog, about)}).encode("utf-8")


def read(data: bytes) -> ExportRead:
    back = read_export("c.json", data)
    assert back is not None and back.mistakes == ()
    return back


def by_record(catalog: Catalog) -> dict[str, Any]:
    """What is on file, in no order of records."""
    return {
        key: sorted(map(repr, value)) if isinstance(value, list) else without_order(value)
        for key, value in catalog_data(catalog).items()
    }


def without_order(info: dict[str, Any]) -> dict[str, Any]:
    themes = sorted(map(repr, info.get("themes", ())))
    return {**info, "themes": themes}


@pytest.mark.parametrize("folder", [FROZEN, MUNICIPALITY, FORMAT], ids=lambda one: one.name)
def test_a_catalogue_comes_back_value_for_value(folder: Path, tmp_path: Path) -> None:
    catalog = load(folder)
    back = read(document(catalog))
    assert catalog_data(back.catalog) == catalog_data(catalog)
    (tmp_path / "catalogue.yaml").write_text(EMPTY)
    draft = Draft(load_catalog(tmp_path)[0])
    new = compared(draft.catalog, back.catalog)
    take_over(draft, new.changed, new.added, new.missing, back.files)
    made, mistakes = draft.read()
    assert {one.rule.code for one in mistakes} <= {"DT306"}
    assert by_record(made) == by_record(catalog)
    assert {one.path for one in draft.edits} == {file.path for file in catalog.files}


@examples(60)
@given(catalogues(), catalogues())
def test_any_catalogue_becomes_any_other(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    """An import that takes all that the other says and deletes what it lacks makes it the same."""
    here, there = catalog_of(ours), read(document(catalog_of(theirs)))
    assert catalog_data(there.catalog) == catalog_data(catalog_of(theirs))
    kept = InMemory({"catalogue.yaml": json.dumps(catalog_data(here)).encode()})
    draft = Draft(load_kept(kept, "catalogue", [])[0])
    difference = compared(draft.catalog, there.catalog)
    take_over(draft, difference.changed, difference.added, difference.missing, there.files)
    assert by_record(draft.read()[0]) == by_record(there.catalog)
    again = compared(draft.read()[0], there.catalog)
    assert again == ((), (), ())


def test_a_dictionary_of_the_records_is_the_catalogue() -> None:
    data = json.loads(document(frozen_catalog()))
    assert catalog_data(from_dict(data["records"])) == catalog_data(frozen_catalog())


def test_each_record_says_its_line() -> None:
    data = json.loads(document(frozen_catalog()))
    for section in ("recommendations", "instruments", "sources"):
        assert data["places"][section].keys() == {one["id"] for one in data["records"][section]}
        for record in data["records"][section]:
            file, _, line = data["places"][section][record["id"]].rpartition(":")
            text = (FROZEN / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
            assert record["id"] in text
    assert data["places"]["links"]["fs-talent:aim-ai-talent"].startswith("links/")
    assert data["texts"].keys() == {
        one.text for one in frozen_catalog().sources.values() if one.text
    }


def test_the_document_is_as_its_schema_says(run: Runner) -> None:
    schema = answer_schema("export")
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema)
    for folder in (FROZEN, MUNICIPALITY, FORMAT):
        data = json.loads(run("export", "--catalog", str(folder), "-f", "json").out)
        assert [one.message for one in judge.iter_errors(data)] == []
        data["records"]["instruments"][0]["kind"] = 7
        assert [*judge.iter_errors(data)] != []


@pytest.fixture
def edited(run: Runner) -> Iterator[Callable[[Callable[[Any], None]], Path]]:
    """A copy of the catalogue in `c`, and its document after a change."""
    shutil.copytree(FROZEN, "c")
    assert run("export", "--catalog", "c", "-q", "-o", "c.json").status == 0

    def change(edit: Callable[[Any], None]) -> Path:
        data = json.loads(Path("c.json").read_text(encoding="utf-8"))
        edit(data)
        Path("c.json").write_text(json.dumps(data), encoding="utf-8")  # escapes, and one line
        return Path("c.json")

    yield change


def record(data: Any, name: str, section: str = "recommendations") -> Any:
    return next(one for one in data["records"][section] if one["id"] == name)


def imported(run: Runner, *more: str) -> Any:
    return run("import", "c.json", "--catalog", "c", "--lang", "en", *more)


def test_what_was_edited_in_the_document_is_taken_over_and_no_line_beside_it(
    run: Runner, edited: Callable[[Callable[[Any], None]], Path]
) -> None:
    def edit(data: Any) -> None:
        record(data, "fs-talent")["title"]["en"] = "Talent 😀 first"
        record(data, "agdb", "instruments")["status"].append(
            {"date": "2026-10", "value": "paused", "source": "beslisnota-2025"}
        )

    edited(edit)
    before = {path: path.read_bytes() for path in Path("c").rglob("*.yaml")}
    found = imported(run, "--yes")
    assert found.status == 0, found.err
    after = {path for path, data in before.items() if path.read_bytes() != data}
    assert {path.name for path in after} == {"factsheets-2025.yaml", "netherlands.yaml"}
    changed = sum(
        line not in path.read_bytes().splitlines()
        for path in after
        for line in before[path].splitlines()
    )
    assert changed <= 3
    assert load("c").recommendations["fs-talent"].title.say(Language.EN) == "Talent 😀 first"
    assert imported(run).err.count("changes nothing in the catalogue") == 1


def test_of_another_state_of_the_catalogue_what_differs_is_asked(
    run: Runner, edited: Callable[[Callable[[Any], None]], Path]
) -> None:
    def edit(data: Any) -> None:
        record(data, "fs-talent")["note"] = "theirs"
        data["records"]["links"].pop()

    edited(edit)
    path = Path("c/recommendations/factsheets-2025.yaml")
    path.write_text(path.read_text(encoding="utf-8") + "# a comment\n", encoding="utf-8")
    before = path.read_bytes()
    found = imported(run, "--yes")
    assert (found.status, path.read_bytes()) == (1, before)
    assert "fs-talent: note is not in the catalogue, and ‘theirs’ in the file" in found.err
    assert "use --conflicts keep or --conflicts take" in found.err
    found = imported(run, "--yes", "--conflicts", "keep")
    assert (found.status, path.read_bytes()) == (0, before)
    assert "1 record of the catalogue is not in c.json and stays" in found.err
    found = imported(run, "--yes", "--conflicts", "take", "--missing", "delete")
    assert found.status == 0, found.err
    assert str(load("c").recommendations["fs-talent"].note) == "theirs"
    assert len(load("c").links) == len(frozen_catalog().links) - 1


def test_a_record_that_is_gone_is_asked_about(
    run: Runner, edited: Callable[[Callable[[Any], None]], Path]
) -> None:
    edited(lambda data: data["records"]["searches"].pop())
    before = sorted(load("c").searches)
    found = imported(run, "--yes")
    assert (found.status, sorted(load("c").searches)) == (1, before)
    assert "is no longer in c.json" in found.err and "use --missing keep" in found.err
    assert imported(run, "--yes", "--missing", "delete").status == 0
    assert sorted(load("c").searches) == before[:-1] or len(load("c").searches) < len(before)


def test_every_mistake_has_its_line_in_the_document(
    run: Runner, edited: Callable[[Callable[[Any], None]], Path]
) -> None:
    path = edited(lambda data: None)
    text = json.dumps(json.loads(path.read_text(encoding="utf-8")), indent=1)
    at = [n for n, line in enumerate(text.splitlines(), 1) if '"kind": "fund"' in line]
    path.write_text(text.replace('"kind": "fund"', '"kind": "fnud"'), encoding="utf-8")
    before = {one: one.read_bytes() for one in Path("c").rglob("*.yaml")}
    found = imported(run, "--yes")
    assert found.status == 2
    for line in at:
        assert f"c.json:{line}:" in found.err
    assert "did you mean 'fund'?" in found.err
    assert f"has {len(at)} mistakes, and nothing of it is taken over" in found.err
    assert before == {one: one.read_bytes() for one in Path("c").rglob("*.yaml")}


def test_a_new_catalogue_gets_the_records_the_files_and_the_texts(run: Runner) -> None:
    assert run("export", "--catalog", str(FROZEN), "-q", "-o", "c.json").status == 0
    Path("c").mkdir()
    Path("c/catalogue.yaml").write_text(EMPTY)
    found = imported(run, "--yes", "--conflicts", "take")
    assert found.status == 0, found.err
    assert by_record(load("c")) == by_record(frozen_catalog())
    assert run("check", "--catalog", "c").status == 0
    for source in frozen_catalog().sources.values():
        if source.text:
            assert Path("c", source.text).read_text() == frozen_catalog().archived_text(source)


@pytest.mark.parametrize(
    "name",
    [
        ".git/hooks/post-commit",
        ".git/x.txt",
        "texts/run.sh",
        "con.txt",
        ".hidden.txt",
        "a:b.txt",
        "requirements.txt",
        "texts/.x.txt",
        "texts/a\u202eb.txt",
        "docs/requirements.txt",
    ],
)
def test_no_text_is_written_where_a_program_looks(name: str, run: Runner) -> None:
    data = {"catalogue": {"title": "x", "languages": ["en"]}, "sources": [
        {"id": "s", "kind": "report", "title": "t", "publisher": "p", "date": "2025",
         "text": name}]}  # fmt: skip
    said = {"schema": "dosa-trace/export/1", "records": data, "texts": {name: "evil"},
            "places": {"sources": {"s": "../../out.yaml:1"}}}  # fmt: skip
    Path("c.json").write_text(json.dumps(said))
    Path("c").mkdir()
    Path("c/catalogue.yaml").write_text(EMPTY)
    before = sorted(Path().rglob("*"))
    found = imported(run, "--yes", "--conflicts", "take")
    assert found.status != 0
    assert sorted(Path().rglob("*")) == before


#: What is no place in a catalogue.
OUTSIDE = (
    "../out.yaml:1", "/tmp/out.yaml:1", ".x/a.yaml:1", "a.txt:1", 7, f"{'d/' * 40}a.yaml:1",
    "a\n+++ b\x1b[31m.yaml:1", "a\u202eb.yaml:1", "con.yaml:1",
)  # fmt: skip


@pytest.mark.parametrize("place", OUTSIDE)
def test_a_record_goes_to_no_file_outside(place: Any, run: Runner) -> None:
    data = {"sources": [{"id": "s", "kind": "report", "title": "t", "publisher": "p",
                         "date": "2025"}]}  # fmt: skip
    said = {"schema": "dosa-trace/export/1", "records": data, "places": {"sources": {"s": place}}}
    Path("c.json").write_text(json.dumps(said))
    Path("c").mkdir()
    Path("c/catalogue.yaml").write_text(EMPTY)
    assert imported(run, "--yes").status == 0
    assert Path("c/catalogue.yaml").read_text() == EMPTY
    assert [path.name for path in Path("c").iterdir()] == ["catalogue.yaml", "sources.yaml"] or (
        sorted(path.name for path in Path("c").iterdir()) == ["catalogue.yaml", "sources.yaml"]
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"schema": "dosa-trace/export/2", "records": {}}', "an export of version 2"),
        ('{"schema": "dosa-trace/export/1"}', "holds no records"),
        ('{"schema": "dosa-trace/export/1", "records": {"sources": [{"id": "\u200b"}]}}', "U+200B"),
        (
            '{"schema": "dosa-trace/export/1", "records": {"sorces": []}}',
            "did you mean 'sources'",
        ),
    ],
)
def test_a_document_that_is_none_is_told(text: str, told: str, run: Runner) -> None:
    Path("c.json").write_text(text, encoding="utf-8")
    Path("c").mkdir()
    Path("c/catalogue.yaml").write_text(EMPTY)
    found = imported(run, "--yes")
    assert found.status == 2
    assert told in found.err


def test_options_of_sheets_are_refused(run: Runner) -> None:
    assert run("export", "--catalog", str(FROZEN), "-q", "-o", "c.json").status == 0
    shutil.copytree(FROZEN, "c")
    found = imported(run, "--yes", "--kind", "sources")
    assert found.status == 2
    assert "--kind is for sheets, and this is a whole catalogue" in found.err


PAIRS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]))


@examples(100)
@given(PAIRS.filter(str.strip))
def test_any_text_comes_back_as_it_was_however_json_writes_it(text: str) -> None:
    source = {"id": "s", "kind": "report", "title": text, "publisher": "p", "date": "2025"}
    said = {"schema": "dosa-trace/export/1", "records": {"sources": [source]}}
    for ascii_only in (True, False):
        back = read_export("c.json", json.dumps(said, ensure_ascii=ascii_only).encode("utf-8"))
        assert back is not None
        if not back.mistakes:
            assert back.catalog.sources["s"].title.texts == (("", text),)
