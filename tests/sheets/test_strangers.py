"""A sheet of a stranger: nothing in it runs, is fetched, or is unpacked beyond a bound."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dosa_trace.cli import main
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.language import Language
from dosa_trace.sheets import workbook_files
from dosa_trace.sheets.cells_read import ReadBook
from dosa_trace.sheets.reading import read_book, read_file
from tests.build import MUNICIPALITY

SHARED = "xl/sharedStrings.xml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "s.xlsx"
    assert main(["sheet", "--all", "--catalog", str(MUNICIPALITY), "-q", "-o", str(path)]) == 0
    return path


def with_parts(path: Path, parts: dict[str, Callable[[bytes], bytes]]) -> Path:
    """The workbook with some parts changed, or added."""
    target = path.with_name("stranger.xlsx")
    with zipfile.ZipFile(path) as given, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        names = given.namelist()
        for name in names:
            data = given.read(name)
            out.writestr(name, parts[name](data) if name in parts else data)
        for name in parts.keys() - set(names):
            out.writestr(name, parts[name](b""))
    return target


def sheet_part(path: Path) -> str:
    """The part of the first sheet of records."""
    with zipfile.ZipFile(path) as given:
        return sorted(n for n in given.namelist() if n.startswith("xl/worksheets/sheet"))[1]


def read_made(path: Path) -> ReadBook:
    book = read_book(path, read_file(path))
    assert book is not None
    return book


def refused(path: Path) -> str:
    with pytest.raises(BadQuestion) as raised:
        read_made(path)
    assert raised.value.hint is not None
    return raised.value.message.say(Language.EN)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_refused_wherever_it_stands(book: Path, encoding: str) -> None:
    bomb = '<?xml version="1.0"?>' + " " * 2_000_000 + '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    path = with_parts(book, {SHARED: lambda _: bomb.encode(encoding)})
    assert "has a document type" in refused(path)


def test_what_unpacks_to_too_much_is_refused_before_it_is_read(book: Path) -> None:
    path = with_parts(book, {"xl/media/a.bin": lambda _: bytes(200 * 1024 * 1024)})
    assert "unpacks to more than is read" in refused(path)


def test_too_many_texts_are_refused(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_files, "MOST_TEXTS", 1000)
    many = b"<sst>" + b"<si><t>a</t></si>" * 1001 + b"</sst>"
    assert "unpacks to more" in refused(with_parts(book, {SHARED: lambda _: many}))


def test_what_is_not_read_is_named(book: Path) -> None:
    parts = ("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/comments1.xml")
    found = read_made(with_parts(book, {name: lambda _: b"<a/>" for name in parts}))
    assert set(found.left_out) == set(parts)


def test_a_name_that_leads_out_of_the_archive_writes_nothing(book: Path) -> None:
    before = sorted(book.parent.parent.rglob("*"))
    path = with_parts(book, {"../../out.xml": lambda _: b"<a/>"})
    read_made(path)
    assert sorted(book.parent.parent.rglob("*")) == sorted([*before, path])


@pytest.mark.parametrize("broken", [b"PK\x03\x04", b"PK\x03\x04" + bytes(100)])
def test_what_is_no_workbook_is_told(broken: bytes, book: Path) -> None:
    book.write_bytes(broken)
    assert "s" in refused(book)


def test_a_part_that_is_broken_is_told(book: Path) -> None:
    path = with_parts(book, {sheet_part(book): lambda data: data[: len(data) // 2]})
    assert "cannot be read as a workbook" in refused(path)


@pytest.mark.parametrize(
    "text",
    ['a;b\n"1;2\n', 'a,b\n1,"2"3\n', "\x00", "a\tb\n\x001\t2\n", "a,b\n" + '"' * 1001 + "\n"],
)
def test_a_csv_that_is_none_is_told_or_read(text: str, tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text(text, encoding="utf-8", newline="")
    (tmp_path / "s.base.csv").write_text("dosa-trace sheet 1,links,x\nfrom,to\n")
    try:
        assert len(read_made(path).sheets) == 1
    except BadQuestion as error:
        assert "cannot be read as CSV from row" in error.message.say(Language.EN)


COST = """
import resource, sys
from pathlib import Path
from dosa_trace.diagnostics import BadQuestion
from dosa_trace.foreign.reading.files import read_tables
from dosa_trace.sheets.reading import read_book, read_file
path = Path(sys.argv[1])
try:
    data = read_file(path)
    read_book(path, data) if sys.argv[2] == "ours" else read_tables(path, data, None)
except BadQuestion:
    pass
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def cost(path: Path, whose: str) -> tuple[float, int]:
    """Seconds of the processor and kilobytes at most, of a process of its own that reads a workbook
    as ours or as somebody else's."""
    command = [sys.executable, "-c", COST, str(path), whose]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    seconds, kilobytes = done.stdout.split()
    return float(seconds), int(kilobytes)


def claims_all(data: bytes) -> bytes:
    """A sheet that says it has a million rows of 16,384 columns, and has one cell far away."""
    head, _, tail = data.partition(b"<sheetData>")
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    return head.replace(b'ref="A1', b'ref="A1:XFD1048576" x="A1') + b"<sheetData>" + far + tail


@pytest.mark.costly
@pytest.mark.parametrize("whose", ["ours", "theirs"])
@pytest.mark.parametrize("case", ["far", "texts", "bomb"])
def test_none_costs_more_than_twenty_harmless_ones(case: str, whose: str, book: Path) -> None:
    parts: dict[str, dict[str, Callable[[bytes], bytes]]] = {
        "far": {sheet_part(book): claims_all},
        "texts": {SHARED: lambda _: b"<sst>" + b"<si><t>a</t></si>" * 2_000_000 + b"</sst>"},
        "bomb": {"xl/media/a.bin": lambda _: bytes(200 * 1024 * 1024)},
    }
    seconds, kilobytes = cost(book, whose)
    much, many = cost(with_parts(book, parts[case]), whose)
    assert much <= 20 * seconds
    assert many <= 20 * kilobytes
