"""Files, folders and streams that are not what they seem: one message, no traceback, no waiting."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from dosa_trace.cli import main
from tests.build import FROZEN
from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")


@pytest.fixture
def cat(tmp_path: Path) -> Path:
    shutil.copytree(FROZEN, tmp_path / "catalog")
    return tmp_path / "catalog"


def findings(run: Runner) -> list[tuple[str, str]]:
    data = json.loads(run("check", "-f", "json", *ON).out)
    return [(one["code"], one["file"]) for one in data["diagnostics"] if one["severity"] != "note"]


def test_a_folder_that_is_a_link_is_followed_once(run: Runner, cat: Path) -> None:
    before = run("coverage", *ON).out
    (cat / "links").rename(cat / ".kept")
    (cat / "links").symlink_to(cat / ".kept")
    (cat / "round").symlink_to(cat)
    assert run("coverage", *ON).out == before


def test_a_folder_that_cannot_be_listed_is_found(
    run: Runner, cat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("links"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert findings(run) == [("DT011", "catalog/links")]
    found = run("coverage", *ON)
    assert (found.status, found.out) == (2, "")
    assert "cannot be read: Permission denied" in found.err


def test_a_catalogue_that_cannot_be_listed(
    run: Runner, cat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scandir(path: str) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", scandir)
    found = run("check")
    assert found.status == 2
    assert "catalog' cannot be read: Permission denied" in found.err


@pytest.mark.parametrize("kind", ["loop", "dangling", "folder", "pipe"])
def test_a_file_that_is_no_file(kind: str, run: Runner, cat: Path) -> None:
    odd = cat / "odd.yaml"
    match kind:
        case "loop":
            odd.symlink_to(odd)
        case "dangling":
            odd.symlink_to("nothing.yaml")
        case "folder":
            odd.mkdir()
        case "pipe":
            os.mkfifo(odd)
    assert findings(run) == [("DT011", "catalog/odd.yaml")]


@pytest.mark.parametrize("kind", ["pipe", "outside"])
def test_an_archived_text_that_is_no_text_of_the_catalogue(
    kind: str, run: Runner, cat: Path
) -> None:
    (text,) = (cat / "texts").glob("*.txt")
    if kind == "pipe":
        text.unlink()
        os.mkfifo(text)
    else:
        text.rename(cat.parent / "outside.txt")
        text.symlink_to(cat.parent / "outside.txt")
    assert {code for code, _ in findings(run)} == {"DT306"}


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_one_mistake(codec: str, run: Runner, cat: Path) -> None:
    path = cat / "objectives.yaml"
    path.write_bytes(path.read_text(encoding="utf-8").encode(codec))
    assert findings(run) == [("DT008", "catalog/objectives.yaml")]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("objectives:\n", "objectivs:\n", "DT109"),
        ("objectives:\n", "objectives:\n  first:\n", "DT103"),
    ],
)
def test_one_broken_file_does_not_make_others_look_wrong(
    before: str, after: str, code: str, run: Runner, cat: Path
) -> None:
    path = cat / "objectives.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    assert {one for one, _ in findings(run)} == {code}


def test_a_number_of_thousands_of_digits(run: Runner, cat: Path) -> None:
    path = cat / "recommendations" / "factsheets-2025.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "specificity: ", f"specificity: {'9' * 6000}", 1
    )
    path.write_text(text, encoding="utf-8")
    assert findings(run) == [("DT103", "catalog/recommendations/factsheets-2025.yaml")]


def test_every_hidden_character_of_a_value_is_named(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(
        'objectives: [{id: a, title: "A\\u200B\\u202E\\u00AD"}]\n', encoding="utf-8"
    )
    out = run("check", "--catalog", "c.yaml").out
    assert [name for name in ("U+200B", "U+202E", "U+00AD") if name in out] == [
        "U+200B", "U+202E", "U+00AD",
    ]  # fmt: skip


def test_a_folder_that_is_gone_is_no_internal_error(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    try:
        assert main(("coverage", "--catalog", str(FROZEN))) == 2
    finally:
        os.chdir(tmp_path)
