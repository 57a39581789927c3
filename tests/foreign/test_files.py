"""Files of strangers: how they are written is told or asked, and nothing in them harms."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dosa_trace.diagnostics import BadQuestion
from dosa_trace.foreign.choices import Encoding
from dosa_trace.foreign.reading import tables as foreign_tables
from dosa_trace.foreign.reading.csv_tables import delimiter_of, encoding_of
from dosa_trace.foreign.reading.files import chosen, read_tables
from dosa_trace.foreign.reading.tables import ForeignTable
from dosa_trace.language import Language, say
from tests.cli.conftest import Runner, run
from tests.foreign.catalogue import ON, empty
from tests.foreign.test_columns import held

__all__ = ["run"]


def table(path: Path, data: bytes, encoding: Encoding | None = None) -> ForeignTable:
    path.write_bytes(data)
    return chosen(read_tables(path, data, encoding), None)


def refused(path: Path, data: bytes) -> str:
    with pytest.raises(BadQuestion) as raised:
        table(path, data)
    assert raised.value.hint is not None
    return raised.value.message.say(Language.EN)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("naïef".encode(), Encoding.UTF_8),
        (b"\xef\xbb\xbfa", Encoding.UTF_8),
        ("naïef €".encode("cp1252"), Encoding.WINDOWS),
        ("naïef".encode("utf-16"), Encoding.UTF_16),
        (b"plain", Encoding.UTF_8),
    ],
)
def test_an_encoding_is_told_from_the_bytes(data: bytes, encoding: Encoding) -> None:
    assert encoding_of("s.csv", data) is encoding


def test_a_file_in_two_encodings_is_asked_about(run: Runner) -> None:
    empty(Path("c"))
    mixed = "Aanbeveling;Thema\nMéét;één\n".encode() + "Déél;één\n".encode("cp1252")
    Path("s.csv").write_bytes(mixed)
    words = ("import", "s.csv", *ON, "--set", "source=rapport", "--yes")
    found = run(*words)
    assert found.status == 2
    assert "neither wholly UTF-8 nor Windows-1252" in found.err
    assert "line 3" in found.err
    said = run(*words, "--encoding", "utf-8")
    assert said.status == 1
    assert "error: A3 (Aanbeveling): ‘D\ufffd\ufffdl’ has a letter that cannot be read" in said.err
    assert [one["title"] for one in held("recommendations")] == ["Méét"]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [("a;b\n1,5;2\n", ";"), ("a,b\n1;5,2\n", ","), ("a\tb, c\n1\t2, 3\n", "\t"), ("a\n1\n", ","),
     ("Kop, met komma;b\n1;2\n", ";")],
)  # fmt: skip
def test_what_parts_cells_is_what_parts_all_lines_alike(text: str, delimiter: str) -> None:
    assert delimiter_of(text) == delimiter


def workbook(path: Path, *sheets: tuple[str, list[list[Any]]]) -> Any:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets:
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    return book


def test_what_is_hidden_is_named_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    lines = [["Nr", "Titel", "Geheim"], ["1", "een", "x"], ["2", "twee", "y"], ["3", "drie", "z"]]
    book = workbook(path, ("Blad", lines), ("Verborgen", [["a"], ["b"]]))
    book["Verborgen"].sheet_state = "hidden"
    book["Blad"].row_dimensions[3].hidden = True
    book["Blad"].column_dimensions["C"].hidden = True
    book.save(path)
    read = table(path, path.read_bytes())
    assert read.heads == ("Nr", "Titel")
    assert [row.number for row in read.rows] == [2, 4]
    told = " ".join(say(one, Language.EN) for one in read.left_out)
    assert "the hidden sheet 'Verborgen'" in told
    assert "hidden rows 3" in told
    assert "hidden columns C" in told


def test_what_a_workbook_brings_along_is_named(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    workbook(path, ("Blad", [["Aanbeveling"], ["Meet"]])).save(path)
    parts = ("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/comments1.xml")
    with zipfile.ZipFile(path, "a") as packed:
        for name in parts:
            packed.writestr(name, "<a/>")
    read = table(path, path.read_bytes())
    assert [say(one, Language.EN) for one in read.left_out] == list(parts)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/bomb.xml", bytes(200_000_000))
    assert "unpacks to more" in refused(path, path.read_bytes())


def test_a_formula_is_named_and_not_read(run: Runner) -> None:
    empty(Path("c"))
    lines: list[list[Any]] = [["Aanbeveling", "Bedrag"], ["Meet", 5], ["Deel", "=1+1"]]
    workbook(Path("s.xlsx"), ("Blad", lines)).save("s.xlsx")
    found = run("import", "s.xlsx", *ON, "--set", "source=rapport", "--yes")
    assert found.status == 1
    assert "error: B3 (Bedrag): a formula is not read" in found.err
    assert [one["title"] for one in held("recommendations")] == ["Meet"]


def test_several_sheets_are_asked_about(run: Runner) -> None:
    empty(Path("c"))
    lines: list[list[Any]] = [["Aanbeveling"], ["Meet"]]
    workbook(Path("s.xlsx"), ("Een", lines), ("Twee", [["Aanbeveling"], ["Deel"]])).save("s.xlsx")
    words = ("import", "s.xlsx", *ON, "--set", "source=rapport", "--kind", "recommendations")
    asked = run(*words, "--yes")
    assert asked.status == 2
    assert "this file has several sheets: Een and Twee" in asked.err
    assert run(*words, "--sheet", "Twee", "--yes").status == 0
    assert [one["title"] for one in held("recommendations")] == ["Deel"]


def test_zeros_that_a_format_shows_are_there(tmp_path: Path) -> None:
    path = tmp_path / "s.xlsx"
    book = workbook(path, ("Blad", [["Nr", "Bedrag"], [7, 0.1], [12, 1e21]]))
    for number in (2, 3):
        book["Blad"].cell(number, 1).number_format = "000"
    book.save(path)
    read = table(path, path.read_bytes())
    assert [row.cells["Nr"] for row in read.rows] == ["007", "012"]
    assert [str(row.cells["Bedrag"]) for row in read.rows] == ["0.1", "1E+21"]


def ods() -> bytes:
    path = Path("x.ods")
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", "<a/>")
    return path.read_bytes()


def deep(levels: int) -> bytes:
    return b'[{"a":' + b"[" * levels + b"]" * levels + b"}]"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "has no rows"),
        (b"a;b\n", "has no rows"),
        (b'a;b\n"1;2\n', "cannot be read as CSV from row"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "a workbook of Excel before 2007"),
        (b"{}", "has no list of objects"),
        (b"[1, 2]", "has no list of objects"),
        (b'[{"a": 1} {]', "cannot be read as JSON (1:11)"),
        (b'[{"a": 1e999999999999999999999}]', "cannot be read as JSON"),
        (b'[{"a": 1e99999999}]', "cannot be read as JSON (1e99999999)"),
        ("Nr;Titel\n1;a\n".encode("utf-16-le"), "is UTF-16 without a mark"),
        (b'[{"a": 1, "a": 2}]', "cannot be read as JSON (a)"),
        (b'[{"a": NaN}]', "cannot be read as JSON (NaN)"),
        (b'[{"a": "\xe9"}]', "is not UTF-8"),
        (deep(100_000), "cannot be read as JSON"),
        (b"a;b\n" + b'1;"' + b"x" * 200_000 + b'"\n', "cannot be read as CSV"),
        (b"a" + b";a" * 600 + b"\n" + b"1;" * 600 + b"\n", "more than 512 columns"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, message: str, tmp_path: Path) -> None:
    assert message in refused(tmp_path / "s.csv", data)


def test_an_open_document_is_told_how_to_convert(run: Runner) -> None:
    empty(Path("c"))
    Path("s.ods").write_bytes(ods())
    found = run("import", "s.ods", *ON, "--yes")
    assert found.status == 2
    assert "'s.ods' is an OpenDocument spreadsheet" in found.err
    assert "in LibreOffice: Save as" in found.err


def test_more_rows_than_are_read_are_refused_not_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreign_tables, "MOST_ROWS", 10)
    assert "more than 10 rows" in refused(tmp_path / "s.csv", b"a;b\n" + b"1;2\n" * 11)
    assert len(table(tmp_path / "t.csv", b"a;b\n" + b"1;2\n" * 10).rows) == 10


def test_json_has_parts_lists_and_nothing(tmp_path: Path) -> None:
    rows = [{"a": {"b": 1.50, "c": None}, "d": ["x", "y\nz"], "e": True, "f": ""}, {"a": {}}]
    read = table(tmp_path / "s.json", json.dumps(rows).encode())
    (row,) = read.rows
    assert {head: str(value) for head, value in row.cells.items()} == {
        "a.b": "1.5", "d": "x\ny z", "e": "True"
    }  # fmt: skip
    assert read.address("a.b").format(row=1) == "1 (a.b)"


@pytest.mark.parametrize(
    "cell",
    ["x: y", "# no", "- a", "? b", "!t", "&a", "*b", "{a}", "[c]", "yes", "1e3", "2024-01-01",
     "null", "'", '"', "a\\b", "%d", "@x", "`", "=SUM(1)", "-1+1", "{row}", "{0}", "a | b"],
)  # fmt: skip
def test_what_stands_in_a_cell_is_what_is_read_back(cell: str, run: Runner) -> None:
    """As a text, as a key of one's own, and in the head of a column."""
    empty(Path("c"))
    heads = json.dumps([{"Aanbeveling": cell, "Toelichting": f"{cell} ", f"Kolom {cell}": "z"}])
    Path("s.json").write_text(heads, encoding="utf-8")
    found = run("import", "s.json", *ON, "--set", "source=rapport", "--yes")
    assert found.status == 0, found.err
    (record,) = held("recommendations")
    assert str(record["title"]) == cell
    assert str(record["note"]) == cell
    assert [value for key, value in record.items() if key.startswith("x-kolom")] == ["z"]
    again = run("import", "s.json", *ON, "--yes")
    assert "the sheet changes nothing" in again.err, again.err


def test_what_cannot_be_seen_is_refused_and_named(run: Runner) -> None:
    empty(Path("c"))
    Path("s.csv").write_text(
        "Aanbeveling;Toelichting\nMeet;a\u202eb\nDeel;goed\n", encoding="utf-8"
    )
    found = run("import", "s.csv", *ON, "--set", "source=rapport", "--yes")
    assert found.status == 1
    assert "error: B2 (Toelichting): there is an invisible character here: U+202E" in found.err
    assert "\u202e" not in found.err + found.out
    assert [one["title"] for one in held("recommendations")] == ["Deel"]


@pytest.mark.costly
def test_a_sheet_of_many_rows_comes_in_whole(run: Runner) -> None:
    empty(Path("c"))
    lines = "".join(f"{n:05};Maatregel {n};{n},5\n" for n in range(5_000))
    Path("s.csv").write_text(f"Nummer;Aanbeveling;Bedrag\n{lines}", encoding="utf-8")
    found = run("import", "s.csv", *ON, "--set", "source=rapport", "--yes", "-q", "-f", "json")
    assert found.status == 0, found.err
    assert len(held("recommendations")) == 5_000
