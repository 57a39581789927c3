"""A sheet that somebody edited comes back on a command line."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from dosa_trace.catalog.loader import load_catalog
from tests.cli.conftest import Runner, run
from tests.sheets.books import Book, advice, rewritten_as_excel_does
from tests.sheets.test_round_trip import everything

__all__ = ["run"]
ON = ("--catalog", "c", "--lang", "en")


class Keyboard(io.StringIO):
    """Somebody at a terminal who types these lines."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def book(run: Runner, tmp_path: Path) -> Book:
    """A workbook of all of a small catalogue, which lies in `c`."""
    advice(Path("c"))
    Path("s.xlsx").write_bytes(made_once(run))
    return Book(Path("s.xlsx"))


_MADE: list[bytes] = []


def made_once(run: Runner) -> bytes:
    """The workbook of all of it, which is the same every time."""
    if not _MADE:
        assert run("sheet", "--all", *ON, "-o", "s.xlsx").status == 0
        _MADE.append(Path("s.xlsx").read_bytes())
    return _MADE[0]


def some_link() -> str:
    """A link with a rationale and nothing that would be a conflict."""
    catalog, _ = load_catalog(Path("c"))
    link = next(one for one in catalog.links if one.rationale and one.extent == "partial")
    return f"{link.origin}:{link.target}"


def record(section: str, key: str) -> dict[str, Any]:
    """A record as it stands in the files."""
    for path in sorted(Path("c").rglob("*.yaml")):
        for one in yaml.safe_load(path.read_text(encoding="utf-8")).get(section) or ():
            if key in (one.get("id"), f"{one.get('from')}:{one.get('to')}"):
                return dict(one)
    raise KeyError(key)


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("".join(f"{line}\n" for line in lines)))


def test_cells_new_rows_and_doubts_are_written_and_shown_first(book: Book, run: Runner) -> None:
    link = some_link()
    book.put("links", link, "rationale.nl", "Een nieuwe reden: # en 'zo'\nop twee regels")
    book.put("links", link, "doubts.1.date", "2026-11-30")
    book.put("links", link, "doubts.1.text.nl", "Dat staat er niet.")
    book.put("links", link, "doubts.1.by.en", "A. Reader")
    book.add(
        "sources",
        {"id": "new-2026", "kind": "report", "title.nl": "Nieuw", "title.en": "New",
         "publisher": "tno", "date": "2026-11", "authors": "A, B\nC"},
    )  # fmt: skip
    book.save()
    before = everything(Path("c"))
    looked = run("import", "s.xlsx", *ON, "--dry-run")
    assert (looked.status, everything(Path("c"))) == (0, before)
    assert "Een nieuwe reden" in looked.out
    assert "id: new-2026" in looked.out
    found = run("import", "s.xlsx", *ON, "--yes")
    assert found.status == 0, found.err
    now = record("links", link)
    rationale = now["rationale"]
    assert isinstance(rationale, dict)
    assert rationale["nl"] == "Een nieuwe reden: # en 'zo'\nop twee regels"
    text = {"nl": "Dat staat er niet."}
    told = {"text": text, "by": "A. Reader"}
    assert [{key: one[key] for key in told} for one in now["doubts"]] == [told]
    source = record("sources", "new-2026")
    assert (source["publisher"], source["authors"]) == ("tno", ["A, B", "C"])
    again = run("import", "s.xlsx", *ON, "--yes", "-f", "json")
    assert again.err.endswith("changes nothing in the catalogue\n")
    assert json.loads(again.out)["files"] == []


def test_a_catalogue_that_was_started_grows_in_a_sheet(run: Runner, tmp_path: Path) -> None:
    """Instruments with what became of them and links to these come in at once; of one that cannot
    be the links are named too, and the rest goes on."""
    begun = ("init", "c", "--title", "T", "--languages", "nl", "--level", "city:Stad:het college")
    assert run(*begun, "--bare", "--yes").status == 0
    on = ("--catalog", "c/catalog", "--lang", "en")
    assert run("sheet", "--all", *on, "-o", "s.xlsx").status == 0
    book = Book(Path("s.xlsx"))
    book.add("organisations", {"id": "office", "name": "Kantoor", "kind": "court"})
    book.add(
        "sources",
        {"id": "s", "kind": "report", "title": "Rapport", "publisher": "office", "date": "2024"},
    )
    for name in ("one", "two"):
        asked = {"id": f"ask-{name}", "source": "s", "title": f"Vraag {name}"}
        answer = {"date": "2025", "value": "accepted", "source": "s", "quote": "neemt over"}
        book.add("recommendations", asked | {f"responses.1.{key}": answer[key] for key in answer})
        event = {"date": "2025", "value": "adopted", "source": "s"} if name == "one" else {}
        made = {
            "id": f"is-{name}",
            "name": name,
            "kind": "fund",
            "level": "city",
            "owner": "office",
        }
        book.add("instruments", made | {f"status.1.{key}": event[key] for key in event})
        book.add(
            "links",
            {"from": f"ask-{name}", "to": f"is-{name}", "basis": "inferred", "extent": "full",
             "rationale": "Dat is zo."},
        )  # fmt: skip
    book.save()
    found = run("import", "s.xlsx", *on, "--yes")
    assert found.status == 1, found.err
    assert "error: instruments!3: missing: status" in found.err
    assert "--status.1.date" in found.err
    assert "error: links!B3: 'to' names 'is-two'" in found.err
    catalog, findings = load_catalog(Path("c/catalog"))
    assert not findings
    assert (list(catalog.instruments), len(catalog.links)) == (["is-one"], 1)
    assert catalog.links[0].place.path == "links.yaml"
    assert [one.value for one in catalog.recommendations["ask-two"].responses] == ["accepted"]


def test_an_item_that_goes_moves_no_edit_of_those_behind_it(book: Book, run: Runner) -> None:
    catalog, _ = load_catalog(Path("c"))
    made = next(one for one in catalog.instruments.values() if len(one.status) > 2)
    for head in book.heads("instruments"):
        if head.startswith("status.1."):
            book.put("instruments", made.id, head, None)
    book.put("instruments", made.id, "status.2.locator", "page 2")
    book.put("instruments", made.id, "status.3.locator", "page 3")
    book.save()
    found = run("import", "s.xlsx", *ON, "--yes")
    assert found.status == 0, found.err
    after = load_catalog(Path("c"))[0].instruments[made.id]
    assert [one.value for one in after.status] == [one.value for one in made.status[1:]]
    assert [one.locator for one in after.status[:2]] == ["page 2", "page 3"]


def test_an_edit_of_an_item_reaches_that_item_whatever_comes_before_it_by_now(
    book: Book, run: Runner
) -> None:
    """One status was edited, one added; here another came before all, and one went."""
    catalog, _ = load_catalog(Path("c"))
    made = next(one for one in catalog.instruments.values() if len(one.status) > 2)
    last = len(made.status)
    book.put("instruments", made.id, f"status.{last}.locator", "page 9")
    book.save()
    event = ("--date", "2001", "--source", made.status[0].source)
    assert run("add", "status", made.id, "announced", *event, *ON, "--yes").status == 0
    assert run("remove", made.id, "status.2", *ON, "--yes").status == 0
    found = run("import", "s.xlsx", *ON, "--yes")
    assert found.status == 0, found.err
    after = load_catalog(Path("c"))[0].instruments[made.id]
    assert [one.locator for one in after.status] == [
        None, *(one.locator for one in made.status[1:-1]), "page 9",
    ]  # fmt: skip


def test_an_item_that_is_gone_here_gets_no_edit_and_the_cell_is_named(
    book: Book, run: Runner
) -> None:
    catalog, _ = load_catalog(Path("c"))
    made = next(one for one in catalog.instruments.values() if len(one.status) > 2)
    place = book.put("instruments", made.id, "status.1.note.en", "edited there")
    book.save()
    assert run("remove", made.id, "status.1", *ON, "--yes").status == 0
    before = everything(Path("c"))
    found = run("import", "s.xlsx", *ON, "--yes")
    assert (found.status, everything(Path("c"))) == (1, before)
    assert f"error: {place}: what this is part of changed in the catalogue since" in found.err


def test_a_value_never_moves_into_another_record(book: Book, run: Runner) -> None:
    """Also where the rows stand in another order here by now."""
    link = some_link()
    book.put("links", link, "note.en", "Mine alone.")
    book.save()
    path = next(one for one in Path("c").rglob("*.yaml") if f"to: {link.partition(':')[2]}\n"
                in one.read_text(encoding="utf-8") and "links:" in one.read_text(encoding="utf-8")
                and link.partition(":")[0] in one.read_text(encoding="utf-8"))  # fmt: skip
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["links"].reverse()
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    assert run("import", "s.xlsx", *ON, "--yes").status == 0
    told = [
        f"{one['from']}:{one['to']}"
        for each in Path("c").rglob("*.yaml")
        for one in yaml.safe_load(each.read_text(encoding="utf-8")).get("links") or ()
        if "Mine alone." in str(one.get("note"))
    ]
    assert told == [link]


def test_a_bad_cell_is_named_by_sheet_and_cell_while_good_rows_go_on(
    book: Book, run: Runner
) -> None:
    link = some_link()
    asked = sorted(load_catalog(Path("c"))[0].recommendations)
    places = [
        book.put("links", link, "extent", "volledig"),
        book.put("recommendations", asked[0], "specificity", "9"),
        book.put("recommendations", asked[1], "title.en", "=1+1"),
        book.put("recommendations", asked[2], "themes", "water, nonsense"),
        book.put("links", link, "readings", "2026"),
        book.put("recommendations", asked[4], "note.en", "hid\u200bden"),
        book.put("recommendations", asked[5], "note.en", "turned \u202e around"),
    ]
    good = asked[3]
    book.put("recommendations", good, "note.en", "Good.")
    number = book.add("links", {"from": "ask-0"})
    twice = book.add("sources", {"id": next(iter(load_catalog(Path("c"))[0].sources))})
    book.save()
    found = run("import", "s.xlsx", *ON, "--yes")
    assert found.status == 1
    for place in places:
        assert f"error: {place}: " in found.err, found.err
    assert "hint: did you mean 'full'?" in found.err or "did you mean" in found.err
    assert f"error: links!{number}: this row does not say which record it is" in found.err
    assert f"error: sources!A{twice}: " in found.err
    assert "'themes'" in found.err or "nonsense" in found.err
    assert record("recommendations", good)["note"] in ("Good.", {"en": "Good."})
    for at in places[-2:]:
        assert re.search(f"error: {at}: .*U\\+20(0B|2E)", found.err), found.err
    for name in (*asked[:3], *asked[4:6]):
        assert not {"\u200b", "\u202e"} & set(str(record("recommendations", name)))
        assert "=1+1" not in str(record("recommendations", name))


def test_without_somebody_to_ask_all_is_listed_and_nothing_written(book: Book, run: Runner) -> None:
    catalog, _ = load_catalog(Path("c"))
    link, gone, changed, left = (f"{one.origin}:{one.target}" for one in catalog.links[:4])
    conflict = book.put("links", link, "note.en", "of the sheet")
    book.put("links", gone, "note.en", "of the sheet")
    book.drop("links", changed)
    book.drop("links", left)
    book.put("sources", min(catalog.sources), "note.en", "a good one")
    book.save()
    for name in (link, changed):
        assert run("set", name, "note.en=of the catalogue", *ON, "--yes").status == 0
    assert run("remove", gone, *ON, "--yes").status == 0
    before = everything(Path("c"))
    for options in (("--yes",), ()):
        found = run("import", "s.xlsx", *ON, *options)
        assert (found.status, found.out) == (1, "")
        assert everything(Path("c")) == before
        (told,) = (line for line in found.err.splitlines() if conflict in line)
        assert "of the catalogue" in told
        assert "of the sheet" in told
        for name in (gone, changed, left):
            assert f"'{name}'" in found.err
        assert found.err.count("error:") == 4
        assert found.err.endswith("nothing was written\n")
    looked = run("import", "s.xlsx", *ON, "--dry-run")
    assert looked.status == 1
    assert "a good one" in looked.out
    assert everything(Path("c")) == before


def test_each_question_is_answered_by_itself(
    book: Book, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog, _ = load_catalog(Path("c"))
    first, second = (f"{one.origin}:{one.target}" for one in catalog.links[:2])
    for name in (first, second):
        book.put("links", name, "note.en", "of the sheet")
    gone, kept = sorted(catalog.searches)[:2]
    book.drop("searches", gone)
    book.drop("searches", kept)
    book.save()
    for name in (first, second):
        assert run("set", name, "note.en=of the catalogue", *ON, "--yes").status == 0
    typed(monkeypatch, "y", "n", "y", "", "y")
    found = run("import", "s.xlsx", *ON)
    assert found.status == 0, found.err
    assert "of the sheet" in str(record("links", first)["note"])
    assert "of the catalogue" in str(record("links", second)["note"])
    after, _ = load_catalog(Path("c"))
    assert (gone in after.searches, kept in after.searches) == (False, True)


def test_a_no_to_writing_writes_nothing(
    book: Book, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.put("links", some_link(), "note.en", "new")
    book.save()
    before = everything(Path("c"))
    typed(monkeypatch, "n")
    found = run("import", "s.xlsx", *ON)
    assert (found.status, everything(Path("c"))) == (0, before)
    assert "nothing was written" in found.err


def test_rows_are_picked(book: Book, run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog, _ = load_catalog(Path("c"))
    first, second = (f"{one.origin}:{one.target}" for one in catalog.links[:2])
    book.put("links", first, "note.en", "one")
    book.put("links", second, "note.en", "two")
    book.save()
    typed(monkeypatch, "n", "y", "y")
    found = run("import", "s.xlsx", *ON, "--pick")
    assert found.status == 0, found.err
    assert "note.en:" in found.err
    assert "note" not in record("links", first)
    assert "two" in str(record("links", second)["note"])
    assert run("import", "s.xlsx", *ON, "--pick", "--yes").status == 2


@pytest.mark.parametrize(("missing", "is_there"), [("keep", True), ("delete", False)])
def test_what_is_missing_can_be_settled_with_an_option(
    missing: str, is_there: bool, book: Book, run: Runner
) -> None:
    name = min(load_catalog(Path("c"))[0].searches)
    book.drop("searches", name)
    book.save()
    assert run("import", "s.xlsx", *ON, "--yes", "--missing", missing).status == 0
    assert (name in load_catalog(Path("c"))[0].searches) is is_there


def test_a_record_that_others_name_is_not_deleted_and_that_is_said(book: Book, run: Runner) -> None:
    book.drop("instruments", "fund-0")
    book.save()
    found = run("import", "s.xlsx", *ON, "--yes", "--missing", "delete")
    assert found.status == 1
    assert "instruments!fund-0: 'fund-0' is referred to in" in found.err
    assert "fund-0" in load_catalog(Path("c"))[0].instruments


def test_a_record_is_deleted_together_with_all_that_names_it(book: Book, run: Runner) -> None:
    catalog, _ = load_catalog(Path("c"))
    name = next(
        one.origin for one in catalog.links
        if sum(other.target == one.origin for other in catalog.references)
        == sum(one.origin in (link.origin, link.target) for link in catalog.links)
    )  # fmt: skip
    for link in catalog.links:
        if name in (link.origin, link.target):
            book.drop("links", f"{link.origin}:{link.target}")
    book.drop("recommendations" if name in catalog.recommendations else "objectives", name)
    book.save()
    found = run("import", "s.xlsx", *ON, "--yes", "--missing", "delete")
    assert found.status == 0, found.err
    assert name not in load_catalog(Path("c"))[0].by_id


def test_a_column_that_is_gone_empties_nothing_and_a_new_one_is_left_out(
    book: Book, run: Runner
) -> None:
    sheet = book.book["recommendations"]
    sheet.delete_cols(book.heads("recommendations").index("title.nl") + 1)
    sheet.cell(1, sheet.max_column + 1).value = "Mijn kolom"
    sheet.cell(2, sheet.max_column).value = "iets"
    book.book.create_sheet("Kladblok")
    book.save()
    before = everything(Path("c"))
    found = run("import", "s.xlsx", *ON, "--yes")
    assert (found.status, everything(Path("c"))) == (0, before)
    assert "Mijn kolom" in found.err
    assert "not read: Kladblok" in found.err


def test_only_what_is_chosen_stands_in_a_sheet_and_the_rest_is_not_missing(
    run: Runner, tmp_path: Path
) -> None:
    advice(Path("c"))
    assert (
        run("sheet", "recommendations", "--where", "theme=water", *ON, "-o", "s.xlsx").status == 0
    )
    book = Book(Path("s.xlsx"))
    sheet = book.book["recommendations"]
    names = [str(sheet.cell(at, 1).value) for at in range(2, sheet.max_row + 1)]
    catalog, _ = load_catalog(Path("c"))
    assert set(names) == {
        key for key, one in catalog.recommendations.items() if "water" in one.themes
    }
    book.put("recommendations", names[0], "note.en", "new")
    book.save()
    assert run("import", "s.xlsx", *ON, "--yes").status == 0
    assert load_catalog(Path("c"))[0].recommendations.keys() == catalog.recommendations.keys()


def test_a_column_of_ones_own_is_taken_over_and_its_numbers_stay_numbers(run: Runner) -> None:
    advice(Path("c"))
    path = Path("c/catalogue.yaml")
    text = path.read_text(encoding="utf-8").replace(
        "id: ask-0, source: report,", "id: ask-0, source: report, x-amount: 1000.5,"
    )
    path.write_text(text, encoding="utf-8")
    assert run("sheet", "recommendations", *ON, "-o", "own.xlsx").status == 0
    book = Book(Path("own.xlsx"))
    book.put("recommendations", "ask-0", "x-amount", "2000")
    sheet = book.book["recommendations"]
    sheet.cell(1, sheet.max_column + 1).value = "x-file"
    book.put("recommendations", "ask-1", "x-file", "007")
    book.save()
    found = run("import", "own.xlsx", *ON, "--yes")
    assert found.status == 0, found.err
    assert record("recommendations", "ask-0")["x-amount"] == 2000
    assert record("recommendations", "ask-1")["x-file"] == "007"


def test_a_csv_that_excel_saved_brings_its_one_edit(run: Runner, tmp_path: Path) -> None:
    advice(Path("c"))
    link = some_link()
    made = run("sheet", "links", *ON, "-o", "s.csv")
    assert "keep s.base.csv beside it" in made.err
    text = Path("s.csv").read_text(encoding="utf-8")
    origin, _, target = link.partition(":")
    begin = text.index(f"\n{origin},{target},") + 1
    line = text[begin:].replace("partial", "full", 1)
    Path("s.csv").write_text(text[:begin] + line, encoding="utf-8", newline="")
    rewritten_as_excel_does(Path("s.csv"), "utf-8-sig")
    found = run("import", "s.csv", *ON, "--yes")
    assert found.status == 0, found.err
    assert record("links", link)["extent"] == "full"
    Path("s.base.csv").unlink()  # then it is compared with the catalogue alone
    again = run("import", "s.csv", *ON, "--yes")
    assert (again.status, "the sheet changes nothing" in again.err) == (0, True), again.err


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("sheet",), "name one kind of record, or --all"),
        (("sheet", "links", "--all"), "name one kind of record, or --all"),
        (("sheet", "institutions", "-o", "x.xlsx"), "'institutions' are no records"),
        (("sheet", "links"), "a sheet to edit is written to a file"),
        (("sheet", "--all", "-o", "x.csv"), "CSV holds one kind of record"),
        (("sheet", "--all", "--where", "x=1", "-o", "x.xlsx"), "you cannot filter by 'x'"),
        (("import", "nothing.xlsx"), "'nothing.xlsx' cannot be read"),
        (("import", "report.xlsx"), "this file has several sheets"),
        (("import", "broken.xlsx"), "'broken.xlsx' cannot be read as a workbook"),
        (("import", "plain.csv"), "the heads do not say what each row is"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_with_how_to_mend_it(
    asked: tuple[str, ...], message: str, run: Runner, tmp_path: Path
) -> None:
    advice(Path("c"))
    assert run("report", *ON, "-o", "report.xlsx").status == 0
    Path("broken.xlsx").write_bytes(Path("report.xlsx").read_bytes()[:2000])
    Path("plain.csv").write_text("a,b\n1,2\n")
    found = run(*asked, *ON)
    assert found.status == 2
    assert f"error: {message}" in found.err
    assert "hint: " in found.err or "nothing.xlsx" in message


def test_what_the_guide_says_is_in_the_language_of_the_reader(
    book: Book, run: Runner, tmp_path: Path
) -> None:
    told = [
        " ".join(str(cell.value) for row in book.book.worksheets[0] for cell in row if cell.value)
    ]
    assert "dosa-trace import FILE" in told[0]
    assert "evidence" in told[0]
    assert "rationale the reason of the analyst" in told[0]
    assert run("sheet", "--all", "--catalog", "c", "--lang", "nl", "-o", "n.xlsx").status == 0
    assert Book(Path("n.xlsx")).book.sheetnames[0] == "Leeswijzer"


def test_what_is_locked_and_what_is_offered(book: Book, run: Runner) -> None:
    sheet = book.book["links"]
    heads = book.heads("links")
    assert sheet.protection.sheet
    assert not sheet.protection.password
    for name, locked in (("from", True), ("reviewed", True), ("rationale.nl", False)):
        assert sheet.cell(2, heads.index(name) + 1).protection.locked is locked
    offered = {
        str(one.sqref).split(":")[0]: one.formula1 for one in sheet.data_validations.dataValidation
    }
    warned = {
        str(one.sqref).split(":")[0]: one.showErrorMessage
        for one in book.book["recommendations"].data_validations.dataValidation
    }
    several = book.heads("recommendations").index("themes") + 1
    one_word = book.heads("recommendations").index("source") + 1
    row = book.book["recommendations"][2]
    assert not warned[row[several - 1].coordinate]  # several may stand in a cell
    assert warned[row[one_word - 1].coordinate]
    words = book.book["_lists"]
    place = offered[sheet.cell(2, heads.index("extent") + 1).coordinate]
    letter = place.split("$")[1]
    assert {cell.value for cell in words[letter] if cell.value} == {"full", "partial", "marginal"}
    assert all(book.book[name].sheet_state == "hidden" for name in book.book.sheetnames
               if name.startswith("_"))  # fmt: skip
