"""The document of every view, whole and in both languages: what any format of it can show.

`pytest --update-golden` writes them anew; read the difference.
"""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest

import dosa_trace
from dosa_trace.cli import delivery
from dosa_trace.new_catalogue import around
from dosa_trace.output import formats
from dosa_trace.output.formats import FORMATS, Format
from dosa_trace.output.shape import Shape
from tests.build import GOLDEN, MUNICIPALITY
from tests.cli.conftest import Runner, run
from tests.cli.test_diff import git

__all__ = ["run"]
VIEWS = Path(dosa_trace.__file__).parent / "views"
ON = ("--as-of", "2026-11-23")
OUTLINE = Format("outline", {Shape.DOCUMENT: "tests.views.outline"}, (".outline",))
#: What is asked of the small catalogue to get the document of each view.
ASKED = {
    "coverage/coverage": ("coverage", "--where", "theme=safety", "--by", "addressee", "--each"),
    "coverage/cross": ("cross",),
    "coverage/gaps": ("gaps",),
    "coverage/orphans": ("orphans",),
    "coverage/overview": ("coverage", "--each"),
    "coverage/owners": ("coverage", "--by", "owner"),
    "coverage/speakers": ("coverage", "--by", "speaker"),
    "diff/diff": ("diff", "--from", "before.yaml", "--to", "after.yaml"),
    "diff/edit": ("set", "subsidie-ebike", "note=Zo", "--dry-run"),
    "drawing/matrix": ("matrix",),
    "money/money": ("money",),
    "notes/filled": ("fill", "--check", "note.md"),
    "records/happened": ("changes", "--where", "id=subsidie-ebike"),
    "report/corrections": ("changes", "--corrections", "HEAD~1..HEAD"),
    "records/listing": ("list", "instruments"),
    "records/record": ("show", "college"),
    "report/brief": ("report", "--brief"),
    "report/report": ("report",),
    "agreement": ("agreement",),
    "review": ("review",),
    "robustness/fragility": ("what-if",),
    "robustness/what_if": ("what-if", "--stop", "subsidie-ebike"),
    "suggest": ("suggest",),
    "time/due": ("due",),
    "time/changes": ("changes", "--since", "2024-01"),
    "time/history": ("changes", "--chart"),
    "new_catalogue": ("init", "new", "--title", "Town", "--dry-run"),
    "why/explanation": ("why", "reken-2"),
    "checks/findings": ("check", "--catalog", "broken.yaml"),
    "checks/rule": ("rule", "DT402"),
}


@pytest.fixture
def outlined(run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Runner:
    """Runs in a folder with the small catalogue before and after an edit, and with a note."""
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, OUTLINE))
    monkeypatch.setattr(delivery, "FORMATS", (*FORMATS, OUTLINE))
    monkeypatch.setattr(around, "program_installed", lambda: None)  # another on each machine
    text = (MUNICIPALITY / "catalogue.yaml").read_text(encoding="utf-8")
    (tmp_path / "before.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "after.yaml").write_text(text.replace("extent: partial", "extent: full", 1))
    (tmp_path / "broken.yaml").write_text(text.replace("extent: partial", "extent: part", 1))
    (tmp_path / "note.md").write_text("Of these <!-- dosa coverage.partly -->?<!-- / --> are.\n")
    town = tmp_path / "town"
    town.mkdir()
    git(town, "init", "--quiet")
    for name, day in (("before.yaml", "2025-01-10"), ("after.yaml", "2026-11-20")):
        shutil.copy(tmp_path / name, town / "catalogue.yaml")
        monkeypatch.setenv("GIT_AUTHOR_DATE", f"{day}T12:00:00")
        git(town, "add", "-A")
        git(town, "commit", "--quiet", "-m", name)
    return run


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("view", ASKED)
def test_the_document_of_a_view(
    view: str, language: str, outlined: Runner, request: pytest.FixtureRequest
) -> None:
    asked = ASKED[view]
    own = {
        "checks/findings": (),
        "checks/rule": (),
        "diff/diff": ON,
        "new_catalogue": (),
        "report/corrections": ("--catalog", "town", *ON),
    }
    more = own.get(view, ("--catalog", str(MUNICIPALITY), *ON))
    found = outlined(*asked, *more, "--lang", language, "-f", "outline")
    assert found.out, found.err
    path = GOLDEN / "views" / language / f"{view.replace('/', '-')}.txt"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found.out, encoding="utf-8", newline="\n")
    assert found.out == path.read_text(encoding="utf-8")


def test_every_view_that_lays_out_an_answer_is_shown() -> None:
    laid_out = {
        path.relative_to(VIEWS).with_suffix("").as_posix()
        for path in VIEWS.rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name == "layout"
    }
    assert laid_out == ASKED.keys()


def test_no_document_is_left_behind() -> None:
    shown = {f"{view.replace('/', '-')}.txt" for view in ASKED}
    for language in ("en", "nl"):
        assert {path.name for path in (GOLDEN / "views" / language).iterdir()} == shown
