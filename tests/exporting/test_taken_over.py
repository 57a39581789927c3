"""What `import` makes of a document of records: the least edits, nothing that is not said, and
messages that one can act on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, Runner, run

__all__ = ["run"]
SMALL = """\
catalogue:
  title: T
  languages: [nl, en]
  themes:
    - {id: t1, name: T1}
    - {id: t2, name: T2}
sources:
  - {id: a, kind: web, title: A, publisher: P, read: 2026-01-01}
  - {id: b, kind: report, title: {nl: Een lang begin dat aan beide kanten gelijk is, en: B},
     publisher: P, date: 2025-01-01}
recommendations:
  - {id: r1, source: b, title: R1}
  - id: r2
    source: b
    title: R2
    agrees_with: [{to: r1, basis: stated, evidence: [{source: b}]}]
instruments:
  - id: i
    name: I
    kind: fund
    level: nl
    owner: EZ
    status:
      # the first
      - {date: 2025, value: announced, source: b}  # as it stood
      - {date: 2025-06-01, value: adopted, source: b}
    x-f: 5
links:
  - {from: r1, to: i, extent: full, basis: stated, evidence: [{source: b}]}  # the strong one
  - {from: r1, to: i, extent: partial, basis: inferred, rationale: Waarom}
"""
Edit = Callable[[Any], None]


@pytest.fixture
def catalog(run: Runner) -> Path:
    Path("c").mkdir()
    path = Path("c/catalogue.yaml")
    path.write_text(SMALL, encoding="utf-8")
    return path


def imported(run: Runner, edit: Edit, *words: str, other: bool = False) -> Run:
    """The import of what `c` is exported as, after an edit; of `other` than the catalogue now."""
    assert run("export", "--catalog", "c", "-q", "-o", "d.json").status == 0
    data = json.loads(Path("d.json").read_text(encoding="utf-8"))
    edit(data["records"])
    if other:
        data["catalogue"]["digest"] = "0"
    Path("d.json").write_text(json.dumps(data, indent=1, ensure_ascii=False), encoding="utf-8")
    return run("import", "d.json", "--catalog", "c", "--yes", "--lang", "en", *words)


def named(records: Any, name: str) -> Any:
    lists = [held for kind, held in records.items() if kind != "catalogue"]
    return next(one for held in lists for one in held if one.get("id") == name)


def again(run: Runner) -> Any:
    return json.loads(run("export", "--catalog", "c", "-f", "json").out)["records"]


def changed_lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines()
            if line not in SMALL.splitlines()]  # fmt: skip


def test_an_item_of_a_list_is_added_beside_comments(run: Runner, catalog: Path) -> None:
    event = {"date": "2026", "value": "completed", "source": "b"}
    found = imported(run, lambda data: named(data, "i")["status"].append(event))
    assert found.status == 0, found.err
    assert changed_lines(catalog) == ["      - {date: '2026', value: completed, source: b}"]


def test_an_item_is_changed_and_another_goes_where_they_stand(run: Runner, catalog: Path) -> None:
    def edit(data: Any) -> None:
        named(data, "i")["status"][1]["value"] = "in-progress"
        named(data, "b")["title"]["en"] = "Other"

    assert imported(run, edit).status == 0
    assert changed_lines(catalog) == [
        "  - {id: b, kind: report, title: {nl: Een lang begin dat aan beide kanten gelijk is, "
        "en: Other},",
        "      - {date: 2025-06-01, value: in-progress, source: b}",
    ]
    assert imported(run, lambda data: named(data, "i")["status"].pop(1)).status == 0
    assert "in-progress" not in catalog.read_text(encoding="utf-8")
    assert "# as it stood" in catalog.read_text(encoding="utf-8")


def test_records_that_name_each_other_go_together(run: Runner, catalog: Path) -> None:
    def edit(data: Any) -> None:
        data["recommendations"], data["links"] = [], []

    found = imported(run, edit, "--missing", "delete")
    assert found.status == 0, found.err
    assert "recommendations" not in again(run)


def test_a_record_that_others_name_does_not_go_alone(run: Runner, catalog: Path) -> None:
    before = catalog.read_bytes()
    found = imported(run, lambda data: data["sources"].pop(), "--missing", "delete")
    assert (found.status, catalog.read_bytes()) == (2, before)
    assert re.search(r"d\.json:\d+:\d+: 'source' names 'b', which is no record", found.err)
    assert "has 6 mistakes" in found.err


def test_what_leads_nowhere_is_told_with_its_line_in_the_document(
    run: Runner, catalog: Path
) -> None:
    def edit(data: Any) -> None:
        named(data, "r1")["source"] = "bb"
        named(data, "r2")["source"] = "zz"

    found = imported(run, edit)
    lines = Path("d.json").read_text(encoding="utf-8").splitlines()
    for text in ('"source": "bb"', '"source": "zz"'):
        at = next(n for n, line in enumerate(lines, 1) if text in line)
        assert f"d.json:{at}:" in found.err
    assert found.status == 2


def test_all_mistakes_of_a_document_are_told_at_once(run: Runner, catalog: Path) -> None:
    def edit(data: Any) -> None:
        named(data, "r1")["source"] = "bb"
        named(data, "i")["kind"] = "fnud"
        data["links"][0]["to"] = "j"

    found = imported(run, edit)
    assert found.status == 2
    told = [line for line in found.err.splitlines() if line.startswith("error: d.json:")]
    places = [tuple(map(int, line.split(":")[2:4])) for line in told]
    assert len(told) == 3 and places == sorted(places)
    assert "has 3 mistakes" in found.err


def test_of_two_links_between_the_same_ends_each_stays_itself(run: Runner, catalog: Path) -> None:
    def edit(data: Any) -> None:
        data["links"].reverse()
        data["links"].pop()
        data["links"][0]["rationale"] = "Anders"

    assert imported(run, edit, "--missing", "delete").status == 0
    text = catalog.read_text(encoding="utf-8")
    assert "the strong one" not in text and "basis: inferred, rationale: Anders" in text


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, "x-f: null"), (True, "x-f: true"), ("5", "x-f: '5'"), ([1, {"a": None}], "x-f:")],
)
def test_a_key_of_ones_own_gets_its_value_whatever_that_is(
    value: Any, written: str, run: Runner, catalog: Path
) -> None:
    assert imported(run, lambda data: named(data, "i").update({"x-f": value})).status == 0
    assert written in catalog.read_text(encoding="utf-8")
    assert named(again(run), "i")["x-f"] == value
    assert imported(run, lambda data: None).err.startswith("d.json changes nothing")


@pytest.mark.parametrize("amount", ["999999999999999.99", "12345678901234567.89", "0.1", "1000"])
def test_an_amount_keeps_all_its_digits(amount: str, run: Runner, catalog: Path) -> None:
    held = f"{{amount: {amount}, currency: EUR, stage: spent, date: 2025, source: b}}"
    catalog.write_text(SMALL.replace("    x-f: 5", f"    budgets: [{held}]"), encoding="utf-8")
    before = catalog.read_bytes()
    assert run("export", "--catalog", "c", "-q", "-o", "d.json").status == 0
    assert run("import", "d.json", "--catalog", "c", "--yes").status == 0
    assert catalog.read_bytes() == before
    assert run("export", "--catalog", "c", "-q", "-o", "d.jsonld").status == 0
    assert f'"schema:value": {amount},' in Path("d.jsonld").read_text(encoding="utf-8")
    assert f'"amount": {amount}' in Path("d.json").read_text(encoding="utf-8").replace("\n", "")
    catalog.write_text("catalogue: {title: T, languages: [nl, en]}\n", encoding="utf-8")
    words = ("import", "d.json", "--catalog", "c", "--yes", "--conflicts", "take")
    assert run(*words).status == 0
    assert f"amount: {amount}," in catalog.read_text(encoding="utf-8")


def test_a_conflict_is_told_where_it_begins(run: Runner, catalog: Path) -> None:
    def edit(data: Any) -> None:
        named(data, "b")["title"]["nl"] = "Een lang begin dat aan beide kanten verschilt"
        data["catalogue"]["licence"] = "MIT"
        del named(data, "i")["x-f"]
        named(data, "i")["status"][1]["value"] = "paused"

    found = imported(run, edit, other=True)
    assert found.status == 1
    told = [line for line in found.err.splitlines() if line.startswith("error: ")]
    assert told[0] == "error: catalogue: licence is not in the catalogue, and ‘MIT’ in the file"
    assert re.match(
        r"error: d\.json:\d+:\d+: b: title.nl is ‘….*gelijk is’.*‘….*verschilt’", told[1]
    )
    assert told[2].endswith(
        "i: status.2.value is ‘adopted’ in the catalogue and ‘paused’ in the file"
    )
    at = int(told[2].split(":")[2])
    assert '"value": "paused"' in Path("d.json").read_text(encoding="utf-8").splitlines()[at - 1]
    assert told[3].endswith("i: x-f is ‘5’ in the catalogue, and not in the file")
    assert all(len(line) < 250 for line in told)
    assert "changes nothing" not in imported(run, edit, "--dry-run", other=True).err


def test_a_document_without_what_the_catalogue_is_leaves_that_and_its_themes(
    run: Runner, catalog: Path
) -> None:
    text = SMALL.replace(
        "languages: [nl, en]", "languages: [nl, en]\n  kinds: [{id: memo, name: M}]"
    )
    catalog.write_text(text.replace("kind: fund", "kind: memo"), encoding="utf-8")
    before = catalog.read_bytes()
    found = imported(run, lambda data: data.pop("catalogue"), "--missing", "delete")
    assert found.status == 0, found.err
    assert catalog.read_bytes() == before


@pytest.mark.parametrize("name", ["a.yaml", "catalogue.yaml"])
@pytest.mark.parametrize("is_alone", [True, False])
def test_a_catalogue_that_says_nothing_of_itself_gets_that(
    name: str, is_alone: bool, run: Runner
) -> None:
    Path("c").mkdir()
    Path("c", name).write_text(SMALL[SMALL.index("sources:") :], encoding="utf-8")
    place = f"c/{name}" if is_alone else "c"
    assert run("export", "--catalog", place, "-q", "-o", "d.json").status == 0
    data = json.loads(Path("d.json").read_text(encoding="utf-8"))
    data["records"]["catalogue"] |= {"title": "New", "themes": [{"id": "t", "name": "T"}]}
    Path("d.json").write_text(json.dumps(data), encoding="utf-8")
    found = run("import", "d.json", "--catalog", place, "--yes")
    assert found.status == 0, found.err
    made = json.loads(run("export", "--catalog", place, "-f", "json").out)
    assert made["records"] == data["records"]


def test_an_archived_text_that_is_no_text_stays(run: Runner, catalog: Path) -> None:
    text = SMALL.replace("publisher: P, date: 2025", "publisher: P, text: texts/b.txt, date: 2025")
    catalog.write_text(text, encoding="utf-8")
    Path("c/texts").mkdir()
    Path("c/texts/b.txt").write_bytes("first\u00ad\u200b".encode())
    assert run("export", "--catalog", "c", "-q", "-o", "d.json").status == 0
    Path("c/texts/b.txt").write_bytes(b"other")
    found = run("import", "d.json", "--catalog", "c", "--yes", "--lang", "en")
    assert (found.status, Path("c/texts/b.txt").read_bytes()) == (0, b"other")
    assert "the archived text texts/b.txt is another here, and stays as it is" in found.err


def test_records_that_stand_twice_in_a_document_are_told(run: Runner, catalog: Path) -> None:
    text = '{"schema": "dosa-trace/export/1", "records": {"sources": []}, "records": {}}'
    Path("d.json").write_text(text)
    found = run("import", "d.json", "--catalog", "c", "--yes", "--lang", "en")
    assert found.status == 2
    assert "'records'" in found.err and "d.json:1:" in found.err


def test_a_setting_of_checks_without_a_word_comes_back(run: Runner, catalog: Path) -> None:
    text = SMALL.replace("  themes:\n", "  checks: {DT402: {}, DT401: {months: 3}}\n  themes:\n")
    catalog.write_text(text, encoding="utf-8")
    found = imported(run, lambda data: None)
    assert (found.status, catalog.read_text(encoding="utf-8")) == (0, text), found.err
