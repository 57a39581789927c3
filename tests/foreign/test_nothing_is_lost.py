"""What a stranger's sheet says is in the catalogue, or named: found by somebody who tried to lose
it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart

from dosa_trace.foreign.reading.files import read_tables
from dosa_trace.language import Language, say
from tests.cli.conftest import Run, Runner, run
from tests.foreign.catalogue import ON, empty
from tests.foreign.test_columns import SOURCES, held
from tests.foreign.test_presets import pledge
from tests.sheets.test_strangers import with_parts

__all__ = ["run"]


@pytest.fixture(autouse=True)
def catalogue(run: Runner) -> None:
    empty(Path("c"))


def taken(run: Runner, text: str, *words: str, name: str = "s.csv") -> Run:
    Path(name).write_text(text, encoding="utf-8", newline="")
    return run("import", name, *ON, "--yes", *words)


def own(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key.startswith("x-")}


def test_a_row_that_is_gone_stays_gone_when_the_sheet_is_read_again(run: Runner) -> None:
    rows = [pledge(1), pledge(2, Verwijderd=True)]
    for words in ((), (), ("--kind", "objectives")):
        taken(run, json.dumps({"value": rows}), *words, name="t.json")
        assert [one["id"] for one in held("objectives")] == ["tz202603-1"]


def test_a_text_in_a_language_that_the_catalogue_has_not_is_kept_beside(run: Runner) -> None:
    found = taken(run, "Nummer;title.nl;title.en;id.nl\n1;Deel;Share;z\n", "--kind",
                  "recommendations", *SOURCES[:2])  # fmt: skip
    assert found.status == 0, found.err
    (record,) = held("recommendations")
    assert set(own(record).values()) == {"Share", "z"}


def test_two_columns_are_never_one_field(run: Runner) -> None:
    text = "Aanbeveling;A;B\nMeet;x;y\n"
    found = taken(run, text, *SOURCES[:2], "--column", "A=note", "--column", "B=note")
    assert found.status == 2
    assert "'note' cannot be two columns (A and B)" in found.err


def test_keys_of_ones_own_are_each_their_own(run: Runner) -> None:
    taken(run, "Aanbeveling;Maat;Maat!;Maat 2\nMeet;a;b;c\n", *SOURCES[:2])
    assert sorted(own(held("recommendations")[0]).values()) == ["a", "b", "c"]


def test_what_stands_beside_takes_no_other_column_away(run: Runner) -> None:
    text = ("Aanbeveling;Oordeel;Datum reactie;Toezegging;x-toezegging\n"
            "Deel;Overgenomen;;ja;belangrijk\nMeet;Overgenomen;31-12-2024;ja;x\n")  # fmt: skip
    found = taken(run, text, *SOURCES)
    assert found.status == 0, found.err
    assert own(held("recommendations")[0]) == {
        "x-toezegging": "belangrijk", "x-toezegging-2": True, "x-oordeel": "Overgenomen"
    }  # fmt: skip


OF_SOURCE = ("--column", "T=source.title", "--column", "D=source.date", "--set",
             "source.kind=report", "--set", "source.publisher=De raad")  # fmt: skip


def test_two_rows_that_differ_about_a_source_are_told(run: Runner) -> None:
    text = "Aanbeveling;T;D\nMeet;Advies;2024-01-01\nDeel;Advies;2023-02-02\n"
    found = taken(run, text, *OF_SOURCE)
    assert found.status == 1
    assert "error: C3 (D): another row says ‘2024-01-01’ of the source 'advies'" in found.err
    assert [one["title"] for one in held("recommendations")] == ["Meet"]


@pytest.mark.parametrize("words", [(), ("--set", "source=rapport")])
def test_what_a_row_says_of_a_source_on_file_is_compared(
    words: tuple[str, ...], run: Runner
) -> None:
    found = taken(run, "Aanbeveling;T;D\nMeet;Rapport;2024-01-01\n", *OF_SOURCE, *words)
    assert found.status == 1
    assert "date is ‘2023-01-01’ in the catalogue and ‘2024-01-01’ in the sheet" in found.err


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Versie", ["1.1", "1.10"]),
        ("Dossier", ["36 600", "26 643"]),
        ("Land", ["NO", "SE"]),
        ("Initiaal", ["J", "N"]),
        ("Moment", ["2024-05-04 14:30 overleg", "2024-05-05"]),
        ("Tijdstip", ["2024-05-04 14:30", "2024-05-05 09:00"]),
        ("Af", ["ja", "ja"]),
    ],
)
def test_what_a_number_a_truth_or_a_day_would_not_say_stays_a_text(
    head: str, cells: list[str], run: Runner
) -> None:
    rows = "".join(f"Maatregel {at};{cell}\n" for at, cell in enumerate(cells))
    assert taken(run, f"Aanbeveling;{head}\n{rows}", *SOURCES[:2]).status == 0
    assert [str(*own(one).values()) for one in held("recommendations")] == cells


def test_json_keeps_keys_that_are_called_alike_and_names_what_it_leaves_out(
    tmp_path: Path,
) -> None:
    data = {
        "value": [{"a.b": "een", "a": {"b": "twee"}, "c ": "drie", "c": "vier", "d": [1, 2.5]}],
        "meer": [1],
    }
    path = tmp_path / "s.json"
    (table,) = read_tables(path, json.dumps(data).encode(), None).values()
    assert [str(value) for value in table.rows[0].cells.values()] == [
        "een", "twee", "drie", "vier", "1\n2.5"
    ]  # fmt: skip
    assert table.left_out == ("meer",)


def test_the_ids_of_next_month_are_made_as_those_of_this_one(run: Runner) -> None:
    first = taken(run, "Nummer;Aanbeveling\nA1;Een\n2;Twee\n", *SOURCES[:2])
    assert first.status == 0, first.err
    Path("t.csv").write_text("Nummer;Aanbeveling\nA1;Een\nB2;Nieuw\n", encoding="utf-8")
    assert run("import", "t.csv", *ON, "--map", "s.map.yaml", "--yes").status == 0
    assert [one["id"] for one in held("recommendations")] == [
        "rapport-a1", "rapport-2", "rapport-b2"
    ]  # fmt: skip


def test_a_tab_is_a_blank_the_first_time_and_the_next(run: Runner) -> None:
    text = 'Aanbeveling;Toelichting\nMeet;"a\tb"\n'
    assert taken(run, text, *SOURCES[:2]).status == 0
    assert held("recommendations")[0]["note"] == "a b"
    assert "the sheet changes nothing" in taken(run, text).err


def test_bad_cells_are_told_also_where_something_is_asked(run: Runner) -> None:
    taken(run, "Nummer;Aanbeveling;Toelichting\n1;T;a\n", *SOURCES[:2])
    found = taken(run, "Nummer;Aanbeveling;Toelichting\n1;T;b\n2;U;a\u200bb\n")
    assert found.status == 1
    assert "--conflicts keep" in found.err
    assert "C3 (Toelichting): there is an invisible character here" in found.err


def test_what_only_rows_that_are_left_out_name_is_not_added(run: Runner) -> None:
    text = "Aanbeveling;Gericht aan;Bedrag\nMeet;LNV;x\nDeel;EZ;1,5\nWeeg;EZ;2,5\n"
    found = taken(run, text, *SOURCES[:2])
    assert [one["id"] for one in held("organisations")] == ["ez"]
    assert "1 of 3 rows left out, in the sheet row 2" in found.err


def test_a_name_is_joined_to_the_organisation_that_it_was_said_to_be(run: Runner) -> None:
    text = ("Aanbeveling;Gericht aan\nMeet;BZK\nDeel;Het departement\nWeeg;BZK en EZ\nTel;EZ\n"
            "Maak;BZK/EZ\nDoe;bzk\n")  # fmt: skip
    found = taken(run, text, *SOURCES[:2], "--value", "Gericht aan:Het departement=bzk")
    assert found.status == 0, found.err
    assert [one["id"] for one in held("organisations")] == ["bzk", "ez"]
    assert [one["addressee"] for one in held("recommendations")] == [
        "bzk", "bzk", ["bzk", "ez"], "ez", ["bzk", "ez"], "bzk"
    ]  # fmt: skip


def test_one_cell_may_mean_several(run: Runner) -> None:
    text = "Aanbeveling;Gericht aan\nMeet;EZ\nDeel;BZK\nWeeg;Alle twee\n"
    taken(run, text, *SOURCES[:2], "--value", "Gericht aan:Alle twee=ez, bzk")
    assert held("recommendations")[2]["addressee"] == ["ez", "bzk"]


def test_a_name_that_is_one_of_our_words_is_a_name(run: Runner) -> None:
    taken(run, "Aanbeveling;Gericht aan\nMeet;Skip\n", *SOURCES[:2])
    assert held("recommendations")[0]["addressee"] == "skip-2"


@pytest.mark.parametrize(
    ("word", "amount"), [("skip", None), ("2000000", 2000000), ("2.000.000", 2000000)]
)
def test_what_was_said_of_a_cell_holds_in_any_column(
    word: str, amount: int | None, run: Runner
) -> None:
    text = "Aanbeveling;Bedrag\nMeet;ca. 2 mln\nDeel;1,5\nWeeg;-\n"
    found = taken(run, text, *SOURCES[:2], "--value", f"Bedrag:ca. 2 mln={word}")
    assert found.status == 0, found.err
    assert [one.get("x-bedrag") for one in held("recommendations")] == [amount, 1.5, None]
    assert f"ca. 2 mln → {word} (1)" in found.err
    assert "- → skip (1)" in found.err
    assert "the sheet changes nothing" in taken(run, text).err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--value", "Gericht aan:EZ=ez", "--value", "Gericht aan:EZ=bzk"), "was said to be two"),
        (("--value", "Bedrag:bestaat niet=5"), "the column 'Bedrag' has no cell 'bestaat niet'"),
        (("--value", "Oordeel:Ja=nee"), "a cell of the column ‘Oordeel’ cannot be 'nee'"),
        (("--value", "Gericht aan:EZ=rapport"), "a cell of the column ‘Gericht aan’ cannot be"),
        (("--set", "responses.1.value=misschien"), "'responses.1.value' cannot be ‘misschien’"),
        (("--set", "responses=x"), "has fields of its own"),
        (("--set", "responses.1=foo"), "has fields of its own"),
        (("--set", "id=foo"), "'id' cannot be the same in all rows"),
        (("--set", "source.id=foo"), "'source.id' cannot be the same in all rows"),
        (("--set", "responses.2.value=noted"), "no column holds 'responses.2.source'"),
        (("--column", "Bedrag=responses.1"), "has fields of its own"),
        (("--map", "nergens/s.map.yaml"), "there is no folder 'nergens'"),
    ],
)
def test_an_option_that_means_nothing_is_told_and_nothing_is_written(
    words: tuple[str, ...], message: str, run: Runner
) -> None:
    text = ("Aanbeveling;Gericht aan;Bedrag;Oordeel;Datum reactie\n"
            "Meet;EZ;1,5;Ja;31-12-2024\n")  # fmt: skip
    found = taken(run, text, *SOURCES, *words)
    assert (found.status, held("recommendations")) == (2, []), found.err
    assert message in found.err


def test_what_is_said_of_a_record_that_is_not_there_is_told_with_all_else(run: Runner) -> None:
    text = "Aanbeveling;Oordeel;Datum reactie;Rapport\nMeet;Overgenomen;31-12-2024;Nieuw\n"
    found = taken(run, text, "--set", "responses.1.source=kst-1")
    assert found.status == 2
    assert "'responses.1.source' cannot be ‘kst-1’" in found.err
    assert "--set source.publisher=VALUE" in found.err


def test_mistakes_of_a_saved_mapping_stand_where_they_are(run: Runner) -> None:
    Path("s.map.yaml").write_text(
        "kind: recommendations\nset:\n  - {field: bogus, value: x}\ncolumns:\n"
        "  - {column: A, field: bogus}\n  - {column: A, field: note}\n"
        "  - column: Oordeel\n    field: responses.1.value\n"
        "    values: [{cell: Ja, value: bogus}]\n",
        encoding="utf-8",
    )
    found = taken(run, "A;Oordeel\nx;Ja\n")
    assert found.status == 2
    for place in ("s.map.yaml:3:13", "s.map.yaml:5:24", "s.map.yaml:6:14", "s.map.yaml:9:32"):
        assert f"error: {place}: " in found.err, found.err


def test_what_was_answered_is_saved_also_where_nothing_changes(run: Runner) -> None:
    text = "Nummer;Aanbeveling\n1;Meet\n"
    taken(run, text, *SOURCES[:2])
    Path("s.map.yaml").unlink()
    assert taken(run, text, *SOURCES[:2]).status == 0
    assert Path("s.map.yaml").exists()


def without_size(data: bytes) -> bytes:
    """A sheet of which the second row has no height, and the third column no width."""
    columns = b"<cols><col min='3' max='3' width='0'/></cols><sheetData"
    return data.replace(b'<row r="2"', b"<row ht='0' r='2'").replace(b"<sheetData", columns)


def test_all_that_is_hidden_in_a_sheet_is_named(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for at in range(1, 6):
        sheet.append([f"r{at}", "b", "c"])
    sheet.row_dimensions[4].hidden = True
    book.create_chartsheet("Grafiek").add_chart(BarChart())
    book.save(path)
    path = with_parts(path, {"xl/worksheets/sheet1.xml": without_size})
    (table,) = read_tables(path, path.read_bytes(), None).values()
    assert [row.number for row in table.rows] == [3, 5]
    assert table.heads == ("r1", "b")
    assert [say(one, Language.EN) for one in table.left_out] == [
        "the chart 'Grafiek'", "hidden rows 2, 4", "hidden columns C"
    ]  # fmt: skip


def test_a_cell_far_to_the_right_is_not_overlooked(run: Runner) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["Aanbeveling"])
    sheet.append(["Meet"])
    sheet.cell(2, 600).value = "ver"
    book.save("s.xlsx")
    found = run("import", "s.xlsx", *ON, "--yes", *SOURCES[:2])
    assert (found.status, "more than 512 columns" in found.err) == (2, True)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("[Nr];Aanbeveling\n1;Meet\n", ["Meet"]),
        ("Aanbeveling\nMeet, en weeg\nDeel\nTel\n", ["Meet", "Deel", "Tel"]),
        ("Aanbeveling\nMaak C\nMaak C++\n", ["Maak C", "Maak C++"]),
    ],
)
def test_odd_heads_and_titles_are_read(text: str, titles: list[str], run: Runner) -> None:
    taken(run, text, "--kind", "recommendations", *SOURCES[:2])
    assert [one["title"] for one in held("recommendations")] == titles
