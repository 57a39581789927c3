"""What is written for Word and Excel, opened by LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.build import FROZEN

OFFICE = shutil.which("soffice")
ASKED = {
    "report.docx": ("report",),
    "brief.docx": ("report", "--brief"),
    "report.xlsx": ("report",),
    "matrix.xlsx": ("matrix",),
}


#: How many pages each may have.
PAGES = {"report.docx": 14, "brief.docx": 1}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_it_has_no_more_pages_than_people_read(
    name: str, language: str, judges: Path, tmp_path: Path
) -> None:
    from dosa_trace.cli import main

    assert OFFICE is not None
    target = tmp_path / name
    asked = (*ASKED[name], "--catalog", str(FROZEN), "--lang", language, "-q", "-o", str(target))
    assert main(asked) == 0
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(tmp_path / 'own').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(target)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    pages = len(re.findall(rb"/Type\s*/Page\b", target.with_suffix(".pdf").read_bytes()))
    assert 0 < pages <= PAGES[name]


@pytest.mark.parametrize("name", ASKED)
def test_libreoffice_opens_it_and_reads_the_words(name: str, judges: Path, tmp_path: Path) -> None:
    from dosa_trace.cli import main

    assert OFFICE is not None, "an office is needed: Debian's libreoffice-writer and -calc"
    target = tmp_path / name
    on = ("--as-of", "2026-11-23", "--catalog", str(FROZEN), "--lang", "nl", "-q")
    assert main([*ASKED[name], *on, "-o", str(target)]) == 0
    form = (
        "txt:Text"
        if name.endswith("docx")
        else "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    )
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(tmp_path / 'own').as_uri()}", "--headless",
         "--convert-to", form, "--outdir", str(tmp_path / "out"), str(target)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    told = "".join(one.read_text(encoding="utf-8") for one in (tmp_path / "out").iterdir())
    assert "deels gedekt" in told
    assert "23 november 2026" in told
    if name == "report.docx":
        assert "18 van 52" in told


@pytest.mark.parametrize("way", [("xlsx",), ("ods", "xlsx"), ("xlsm:Calc MS Excel 2007 VBA XML",)])
def test_a_sheet_that_libreoffice_saved_changes_no_byte(
    way: tuple[str, ...], judges: Path, tmp_path: Path
) -> None:
    from dosa_trace.cli import main

    assert OFFICE is not None
    shutil.copytree(FROZEN, tmp_path / "c")
    before = {path: path.read_bytes() for path in (tmp_path / "c").rglob("*") if path.is_file()}
    on = ("--catalog", str(tmp_path / "c"), "-q")
    there = tmp_path / "s.xlsx"
    assert main(["sheet", "--all", *on, "-o", str(there)]) == 0
    for step, form in enumerate(way):
        folder = tmp_path / str(step)
        subprocess.run(
            [OFFICE, f"-env:UserInstallation={(tmp_path / 'own').as_uri()}", "--headless",
             "--convert-to", form, "--outdir", str(folder), str(there)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        (there,) = folder.iterdir()
    assert main(["import", str(there), *on, "--yes"]) == 0
    assert before == {path: path.read_bytes() for path in before}
