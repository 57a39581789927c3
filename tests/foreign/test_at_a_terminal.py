"""Somebody at a terminal is asked what only they can tell, and sees it before it is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Runner, run
from tests.foreign.catalogue import ON, empty
from tests.foreign.test_columns import held
from tests.foreign.test_dirty import as_it_is
from tests.sheets.test_import import typed

__all__ = ["run"]


@pytest.fixture(autouse=True)
def catalogue(run: Runner) -> None:
    empty(Path("c"))


def test_what_is_open_is_asked_and_a_new_source_is_added_first(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(
        monkeypatch,
        "3", "2",  # no such answer, then the second
        "rapport",
        "kst-1", "y", "letter", "Een brief", "EZ", "2026-04-01",
        "under-consideration",  # what Misschien means
        "Toelichtin=x", "Toelichting=responses.1.note", "",
        "y",
    )  # fmt: skip
    found = run("import", str(as_it_is(tmp_path / "dirty")), *ON)
    assert found.status == 1, found.err
    assert "the column ‘Ministerie’ can be 'addressee' or 'responses.1.by'" in found.err
    assert "no column holds 'source' (id of the source of the recommendation)" in found.err
    assert "the catalogue has no source 'kst-1'. Add it first? [y/N]" in found.err
    assert "Oordeel: ‘Misschien’ (1 cell) is none of its words" in found.err
    assert "this sheet has no column 'Toelichtin'" in found.err
    assert "did you mean 'Toelichting'?" in found.err
    assert found.err.index("How this sheet is read") < found.err.index("Ministerie’ can be")
    assert found.err.count("How this sheet is read") == 3
    records = {one["id"]: one for one in held("recommendations")}
    assert len(records) == 191  # Misschien means something now
    assert records["rapport-083"]["responses"][0]["value"] == "under-consideration"
    assert records["rapport-001"]["responses"][0]["note"] == 'Zie brief; tweede deel "later"'
    assert held("sources")[-1]["id"] == "kst-1"
    assert "cell: Misschien, value: under-consideration" in Path("dirty.map.yaml").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("lines", "status"),
    [((), 2), (("1", ""), 2), (("1", "rapport", "brief", "", "n"), 2),
     (("1", "rapport", "brief", "", "", "n"), 1)],
)  # fmt: skip
def test_who_stops_has_changed_nothing(
    lines: tuple[str, ...],
    status: int,
    run: Runner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed(monkeypatch, *lines)
    assert run("import", str(as_it_is(tmp_path / "dirty")), *ON).status == status
    assert held("recommendations") == []
    assert not Path("dirty.map.yaml").exists()


def test_a_form_and_a_kind_are_asked(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("s.csv").write_text("Wat;Bedrag\nMeet;1.234\n", encoding="utf-8")
    typed(monkeypatch, "recommendations", "1", "rapport", "wat", "", "y")
    found = run("import", "s.csv", *ON)
    assert found.status == 0, found.err
    assert "the heads do not say what each row is" in found.err
    assert "can be read in two ways ('decimal-comma' or 'decimal-point')" in found.err
    (record,) = held("recommendations")
    assert (record["title"], record["x-bedrag"]) == ("Meet", 1234)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_how_a_sheet_is_read_looks_like_this(
    language: str, run: Runner, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    found = run(
        "import", str(as_it_is(tmp_path / "dirty")), "--catalog", "c", "--lang", language, "--yes"
    )
    shown = found.err.replace(f"{tmp_path}/", "")
    golden = Path(__file__).parent / f"dirty-{language}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")
